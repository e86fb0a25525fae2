using InfoMonitor.Content.Privacy;
using InfoMonitor.Content.Urls;
using InfoMonitor.Domain;

namespace InfoMonitor.Crawling;

/// <summary>Which announced addresses are pages of the source: normalised, each once, of its own site, never a person's (DESIGN 2.1), not too old, within the limits.</summary>
internal sealed record Admission(IReadOnlyList<(Uri Address, DateTimeOffset? At)> Pages, int TooOld, int BeyondLimits, int Refused)
{
    /// <summary>A day further ahead than a wrong zone puts it tells nothing of when the source publishes.</summary>
    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(1);

    /// <summary>Why entries were left, most frequent first; for people.</summary>
    public IReadOnlyList<Drop> Dropped { get; init; } = [];

    /// <summary>When entries of its own site were published, those too old to be read among them; newest first. Empty where most of those to be read give none: they may be newer.</summary>
    public IReadOnlyList<DateTimeOffset> Dates { get; init; } = [];

    /// <summary>Of <see cref="Refused"/>, entries on other sites, and the host most of them are on; null for none.</summary>
    public (int Count, string Host)? Elsewhere { get; init; }

    /// <param name="isFeed">A feed or sitemap none of whose entries is on a site of the source speaks for the site most of them are on: publishers keep feeds on other hosts.
    /// A list page links to strangers too, so there the rule is strict.</param>
    /// <param name="address">Where the entry point was read, base of relative addresses.</param>
    /// <param name="isPrivate">As <see cref="Fetching.AddressGuard.IsPrivate"/>.</param>
    public static Admission Of(Source source, IEnumerable<Announcement> announced, bool isFeed, Uri address, CrawlingOptions options, DateTimeOffset now, Predicate<Uri> isPrivate)
    {
        var (tooOld, refused) = (0, 0);
        var dropped = new Dictionary<string, Drop>(StringComparer.Ordinal);
        void Drop(string reason, string example) => dropped[reason] = dropped.TryGetValue(reason, out var before) ? before with { Count = before.Count + 1 } : new Drop(reason, 1, example);
        var candidates = new Dictionary<string, (Uri Address, DateTimeOffset? At)>(StringComparer.Ordinal);
        var ahead = new HashSet<Uri>();
        foreach (var (link, at) in announced)
        {
            if (UrlNormalizer.Normalize(link, address) is not { } page)
            {
                refused++;
                Drop("no web address", "-");
            }
            else if (isPrivate(page))
            {
                refused++;
                Drop("a private address", page.IdnHost);
            }
            else if (ReasonAgainst(source, page) is { } reason)
            {
                refused++;
                Drop(reason, page.IdnHost);   // the rest may be a person's name
            }
            else
            {
                if (at > now + MostAhead) ahead.Add(page);
                candidates.TryAdd(page.AbsoluteUri, (page, at > now ? now : at?.ToUniversalTime()));
            }
        }
        var sites = SitesOf(source, candidates.Values, isFeed);
        var pages = new List<(Uri Address, DateTimeOffset? At)>(candidates.Count);
        var elsewhere = new List<string>();
        foreach (var candidate in candidates.Values)
        {
            if (!sites.Contains(Site.Of(candidate.Address)))
            {
                refused++;
                elsewhere.Add(candidate.Address.IdnHost);
                Drop("another site", candidate.Address.IdnHost);
            }
            else if (candidate.At < now - options.PageAge)
            {
                tooOld++;
                Drop($"older than {options.PageAge.TotalDays:0} days", PersonalDataMasker.MaskUrl(candidate.Address.AbsoluteUri));
            }
            else pages.Add(candidate);
        }
        var newest = pages.OrderByDescending(p => p.At ?? DateTimeOffset.MinValue).Take(options.Entries).ToArray();   // stable: undated ones keep their order
        if (pages.Count > newest.Length) dropped["beyond Crawling:Entries"] = new Drop("beyond Crawling:Entries", pages.Count - newest.Length, "-");
        DateTimeOffset[] dates = [.. candidates.Values.Where(c => sites.Contains(Site.Of(c.Address)) && !ahead.Contains(c.Address)).Select(c => c.At).OfType<DateTimeOffset>().OrderDescending()];
        return new Admission(newest, tooOld, pages.Count - newest.Length, refused)
        {
            Elsewhere = elsewhere is [] ? null : (elsewhere.Count, elsewhere.CountBy(host => host, StringComparer.Ordinal).MaxBy(host => host.Value).Key),
            Dropped = [.. dropped.Values.OrderByDescending(d => d.Count)],
            Dates = pages.Count(p => p.At is null) * 2 > pages.Count ? [] : dates,
        };
    }

    /// <summary>Why an address is never read for this source; null when it may be. Private networks are for the fetcher's guard, which knows the ranges an operator allows.</summary>
    public static Text? RefusalOf(Source source, Uri address) => PublicAddress.KindOf(address) switch
    {
        AddressKind.Private or AddressKind.LinkLocal => null,
        var kind => AddressTexts.RefusalOf(kind, source.Kind == SourceKind.Channel),
    };

    private static string? ReasonAgainst(Source source, Uri address) =>
        RefusalOf(source, address) is { } refusal ? refusal.En.Split(". ")[0].TrimEnd('.')
        : address.AbsolutePath == "/" && address.Query.Length == 0 ? "a front page"
        : source.EntryPoints.Any(e => e.Url == address.AbsoluteUri) ? "an entry point itself"
        : null;

    private static HashSet<string> SitesOf(Source source, IReadOnlyCollection<(Uri Address, DateTimeOffset? At)> candidates, bool isFeed)
    {
        var own = source.EntryPoints.Select(e => Site.Of(new Uri(e.Url))).ToHashSet(StringComparer.Ordinal);
        if (!isFeed || candidates.Any(c => own.Contains(Site.Of(c.Address)))) return own;
        if (candidates.GroupBy(c => Site.Of(c.Address), StringComparer.Ordinal).MaxBy(g => g.Count()) is { } most) own.Add(most.Key);
        return own;
    }
}

/// <summary>A reason why announced entries were left.</summary>
/// <param name="Example">One of them: the address masked, or the host alone where the rest may name a person.</param>
internal sealed record Drop(string Reason, int Count, string Example);
