using System.Net;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Domain;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Fetching;

/// <summary>
/// Keeps requests on public addresses (server-side request forgery). An address is looked at twice: as written, before anything is sent, and as resolved, inside the
/// connection's own making, where the very addresses that were checked are dialled: a name that changes its mind in between gains nothing (DNS rebinding).
/// </summary>
internal sealed class AddressGuard(IOptions<FetchingOptions> options, Network network)
{
    private readonly AddressRange[] allowed = [.. options.Value.AllowPrivate.Select(text => AddressRange.TryParse(text, out var range, out var error) ? range : throw new OptionsValidationException(FetchingOptions.Section, typeof(FetchingOptions), [error]))];

    /// <summary>Why an address is not read, judged by what is written; null when nothing speaks against it yet.</summary>
    /// <param name="entryPoint">Its exact host and port may be read although the port is not the scheme's own.</param>
    public Hindrance? Refusal(Uri address, Uri? entryPoint)
    {
        if (!address.IsAbsoluteUri) return FetchingTexts.NotAbsolute;
        if (address.Scheme is not ("http" or "https")) return FetchingTexts.OtherScheme(address.Scheme);
        if (address.IdnHost.Length == 0) return FetchingTexts.WithoutHost;
        var literal = Literal(address);
        if (literal is not null && Refusal(literal, address.Port) is { } kind) return FetchingTexts.NotPublic(Shown(address), kind);
        if (address.IsDefaultPort || (literal is not null && IsAllowed(literal, address.Port))) return null;
        return entryPoint is { IsAbsoluteUri: true } && entryPoint.Port == address.Port && string.Equals(entryPoint.IdnHost, address.IdnHost, StringComparison.OrdinalIgnoreCase)
            ? null
            : FetchingTexts.OtherPort(Shown(address), address.Port);
    }

    /// <summary>Whether an address written as a number is not public, and not opened: its links are none of a source's pages.</summary>
    public bool IsPrivate(Uri address) => Literal(address) is { } literal && Refusal(literal, address.Port) is not null;

    /// <summary>Least pause between requests. Only an address written as a number may do without: what a name stands for is known too late.</summary>
    public TimeSpan Floor(Uri address) => Literal(address) is { } literal && IsAllowed(literal, address.Port) ? TimeSpan.Zero : options.Value.MinDelay;

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="ForbiddenAddressException">One of the host's addresses is not public: all are refused then, as which one is taken would be chance.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await network.Resolve(host, cancellation);
        var addresses = Array.ConvertAll(found, AddressKinds.Plain);
        foreach (var address in addresses)
            if (Refusal(address, port) is { } kind) throw new ForbiddenAddressException(FetchingTexts.AtNotPublic(host, kind));
        return await network.Dial(addresses, port, cancellation);
    }

    /// <summary>An address as texts show it: without query, personal data masked.</summary>
    public static string Shown(Uri address)
    {
        if (!address.IsAbsoluteUri) return "the address";
        var text = PersonalDataMasker.MaskUrl(address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped));
        return text.Length <= 200 ? text : text[..199] + "…";
    }

    private Text? Refusal(IPAddress address, int port) => IsAllowed(address, port) ? null : AddressKinds.KindOf(address);

    private bool IsAllowed(IPAddress address, int port)
    {
        var plain = AddressKinds.Plain(address);
        return !AddressKinds.IsNever(plain) && Array.Exists(allowed, range => range.Contains(plain, port));
    }

    private static IPAddress? Literal(Uri address) => IPAddress.TryParse(address.IdnHost, out var literal) ? literal : null;
}

/// <summary>The only way out of a connect callback; caught where the request was sent.</summary>
internal sealed class ForbiddenAddressException(Hindrance why) : Exception(why.What.En)
{
    public Hindrance Why => why;
}
