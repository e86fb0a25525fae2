using InfoMonitor.Content.Urls;
using InfoMonitor.Domain;

namespace InfoMonitor.Crawling;

/// <summary>Which announced addresses are pages of the source: normalised, each once, of its own site, never a person's (DESIGN 2.1), not too old, within the limits.</summary>
internal sealed record Admission(IReadOnlyList<(Uri Address, DateTimeOffset? At)> Pages, int TooOld, int BeyondLimits, int Refused)
{
    /// <param name="isFeed">A feed or sitemap none of whose entries is on a site of the source speaks for the site most of them are on: publishers keep feeds on other hosts.
    /// A list page links to strangers too, so there the rule is strict.</param>
    /// <param name="address">Where the entry point was read, base of relative addresses.</param>
    public static Admission Of(Source source, IEnumerable<Announcement> announced, bool isFeed, Uri address, CrawlingOptions options, DateTimeOffset now)
    {
        var (tooOld, refused) = (0, 0);
        var candidates = new Dictionary<string, (Uri Address, DateTimeOffset? At)>(StringComparer.Ordinal);
        foreach (var (link, at) in announced)
        {
            if (UrlNormalizer.Normalize(link, address) is not { } page || !IsPage(source, page)) refused++;
            else candidates.TryAdd(page.AbsoluteUri, (page, at is { } then && then > now ? now : at?.ToUniversalTime()));
        }
        var sites = SitesOf(source, candidates.Values, isFeed);
        var pages = new List<(Uri Address, DateTimeOffset? At)>(candidates.Count);
        foreach (var candidate in candidates.Values)
        {
            if (!sites.Contains(Site.Of(candidate.Address))) refused++;
            else if (candidate.At < now - options.PageAge) tooOld++;
            else pages.Add(candidate);
        }
        var newest = pages.OrderByDescending(p => p.At ?? DateTimeOffset.MinValue).Take(options.Entries).ToArray();   // stable: undated ones keep their order
        return new Admission(newest, tooOld, pages.Count - newest.Length, refused);
    }

    /// <summary>Why an address is never read for this source; null when it may be. Private networks are for the fetcher's guard, which knows the ranges an operator allows.</summary>
    public static string? RefusalOf(Source source, Uri address) => PublicAddress.KindOf(address) switch
    {
        AddressKind.Private or AddressKind.LinkLocal => null,
        var kind => PublicAddress.Refusal(kind, source.Kind == SourceKind.Channel),
    };

    private static bool IsPage(Source source, Uri address) =>
        RefusalOf(source, address) is null
        && !(address.AbsolutePath == "/" && address.Query.Length == 0)
        && !source.EntryPoints.Any(e => e.Url == address.AbsoluteUri);

    private static HashSet<string> SitesOf(Source source, IReadOnlyCollection<(Uri Address, DateTimeOffset? At)> candidates, bool isFeed)
    {
        var own = source.EntryPoints.Select(e => Site.Of(new Uri(e.Url))).ToHashSet(StringComparer.Ordinal);
        if (!isFeed || candidates.Any(c => own.Contains(Site.Of(c.Address)))) return own;
        if (candidates.GroupBy(c => Site.Of(c.Address), StringComparer.Ordinal).MaxBy(g => g.Count()) is { } most) own.Add(most.Key);
        return own;
    }
}
