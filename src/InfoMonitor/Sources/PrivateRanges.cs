using System.Globalization;
using System.Net;
using InfoMonitor.Content.Urls;

namespace InfoMonitor.Sources;

/// <summary>What <c>Fetching:AllowPrivate</c> lets in. Read by key: this slice does not know the fetcher, whose guard checks again what a name resolves to.</summary>
internal sealed class PrivateRanges
{
    public const string Key = "Fetching:AllowPrivate";

    private readonly (IPNetwork Network, int? Port)[] ranges;

    public PrivateRanges(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(Key);
        ranges = [.. (section.Get<string[]>() ?? section.Value?.Split(',') ?? []).Select(Range).OfType<(IPNetwork, int?)>()];
    }

    /// <summary>Whether a private address may stand in the file. A name stands for what it resolves to, which only the guard sees.</summary>
    public bool Allow(Uri address) => IPAddress.TryParse(address.IdnHost, out var ip)
        ? Array.Exists(ranges, r => r.Network.Contains(ip) && (r.Port is null || r.Port == address.Port))
        : ranges is not [] && PublicAddress.KindOf(address) == AddressKind.Private;

    /// <summary><c>127.0.0.0/8</c>, or with the only port <c>127.0.0.0/8:5081</c>. What is no range is said by Fetching, whose option it is.</summary>
    private static (IPNetwork, int?)? Range(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var colon = slash < 0 ? -1 : text.IndexOf(':', slash);
        if (!IPNetwork.TryParse(colon < 0 ? text : text[..colon], out var network)) return null;
        return (network, colon < 0 ? null : int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : -1);
    }
}
