using System.Net;
using InfoMonitor.Content.Urls;
using InfoMonitor.Domain;

namespace InfoMonitor.Sources;

/// <summary>What <c>Fetching:AllowPrivate</c> lets in. Read by key: this slice does not know the fetcher, whose guard checks again what a name resolves to.</summary>
internal sealed class PrivateRanges
{
    public const string Key = "Fetching:AllowPrivate";

    private readonly AddressRange[] ranges;

    public PrivateRanges(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(Key);
        // What is no range is said by Fetching, whose option it is.
        ranges = [.. (section.Get<string[]>() ?? section.Value?.Split(',') ?? []).Select(text => AddressRange.TryParse(text, out var range, out _) ? range : null).OfType<AddressRange>()];
    }

    /// <summary>Whether a private address may stand in the file. A name stands for what it resolves to, which only the guard sees.</summary>
    public bool Allow(Uri address) => IPAddress.TryParse(address.IdnHost, out var ip)
        ? Array.Exists(ranges, r => r.Contains(AddressKinds.Plain(ip), address.Port))
        : ranges is not [] && PublicAddress.KindOf(address) == AddressKind.Private;
}
