using System.Net;
using InfoMonitor.Content.Urls;

namespace InfoMonitor.Sources;

/// <summary>What <c>Fetching:AllowPrivate</c> lets in. Read by key: this slice does not know the fetcher, whose guard checks again what a name resolves to.</summary>
internal sealed class PrivateRanges
{
    public const string Key = "Fetching:AllowPrivate";

    private readonly IPNetwork[] ranges;

    public PrivateRanges(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(Key);
        ranges = [.. (section.Get<string[]>() ?? section.Value?.Split(',') ?? []).Select(Range).OfType<IPNetwork>()];
    }

    /// <summary>Whether a private address may stand in the file. A name stands for what it resolves to, which only the guard sees.</summary>
    public bool Allow(Uri address) => IPAddress.TryParse(address.IdnHost, out var ip)
        ? Array.Exists(ranges, r => r.Contains(ip))
        : ranges is not [] && PublicAddress.KindOf(address) == AddressKind.Private;

    private static IPNetwork? Range(string text) =>
        IPNetwork.TryParse(text.Trim(), out var network) ? network
        : IPAddress.TryParse(text.Trim(), out var ip) ? new IPNetwork(ip, ip.GetAddressBytes().Length * 8)
        : null;   // said by Fetching, whose option it is
}
