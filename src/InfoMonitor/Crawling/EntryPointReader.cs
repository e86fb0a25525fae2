using InfoMonitor.Content.Privacy;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Ingestion;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Crawling;

/// <summary>Reads an entry point: a conditional request, then what its body announces; sitemap indexes are followed, newest first, within the limits.</summary>
internal sealed class EntryPointReader(Fetcher fetcher, AddressGuard guard, BigPages bigPages, IOptions<CrawlingOptions> options, TimeProvider clock)
{
    /// <summary>A list page that takes longer to take apart is given up.</summary>
    private static readonly TimeSpan ParsingLimit = TimeSpan.FromSeconds(10);

    /// <param name="unconditional">True to read the body even when it has not changed.</param>
    public async Task<EntryReading> ReadAsync(Source source, EntryPoint entry, bool unconditional, CancellationToken cancellation)
    {
        var address = new Uri(entry.Url);
        if (entry.Kind == EntryPointKind.Sitemap && address.PathAndQuery is "/" or "/robots.txt") return await ReadRobotsAsync(source, entry, address, cancellation);
        var request = unconditional ? FetchRequest.Of(source, address) : FetchRequest.Of(source, address, entry.ETag, entry.LastModified);
        using var result = await fetcher.FetchAsync(request with { Part = true }, cancellation);
        return result switch
        {
            FetchResult.Fetched fetched when Admission.RefusalOf(source, fetched.Address) is { } refusal => new EntryReading.Failed(200, CrawlingTexts.LeadsElsewhere(refusal)),
            FetchResult.Fetched fetched => await ReadBodyAsync(source, entry, fetched, cancellation),
            FetchResult.NotModified unchanged when Admission.RefusalOf(source, unchanged.Address) is { } refusal => new EntryReading.Failed(304, CrawlingTexts.LeadsElsewhere(refusal)),
            FetchResult.NotModified unchanged => new EntryReading.Unchanged(unchanged.MovedTo),
            var failed => FailureOf(failed),
        };
    }

    private async Task<EntryReading> ReadBodyAsync(Source source, EntryPoint entry, FetchResult.Fetched fetched, CancellationToken cancellation)
    {
        var content = await ParseAsync(source, entry, fetched, cancellation);
        if (content is EntryContent.Unreadable unreadable) return new EntryReading.Failed(200, fetched.MovedTo is { } moved ? CrawlingTexts.LeadsFor(moved.ToString(), unreadable.Reason) : unreadable.Reason);
        var body = (EntryContent.Announces)content;
        var walk = new SitemapWalk(body.Sitemaps);
        await WalkAsync(source, entry, walk, cancellation);
        if (body.Sitemaps.Count > 0 && walk.Read == 0 && walk.Error is not null) return new EntryReading.Failed(200, Text.Join(' ', body.Note, walk.Error)!);
        var found = Admit(source, entry, [.. body.Pages, .. walk.Pages], fetched.Address, walk);
        if (body.Doubtful is [var doubtful, ..]) found = found with { Dropped = [.. found.Dropped, new Drop("a link not like an article's (a selector would name it)", body.Doubtful.Count, PersonalDataMasker.MaskUrl(doubtful))] };
        var forbidden = await ForbiddenAsync(source, found, cancellation);
        var error = Text.Join(' ', body.Note, body.IsCut ? CrawlingTexts.CutShort : null, walk.Error, walk.Error is null && !body.IsCut && body.FactChecks is [] ? Missing(found) : null, entry.Kind == EntryPointKind.List ? null : Elsewhere(found), forbidden);
        // An index that does not date its sitemaps stays as it is while they change, a feed while robots.txt does; what came incomplete, or whose sitemaps failed, must be read again.
        var conclusive = walk.Error is null && !body.IsCut && forbidden is null && body.Sitemaps.All(s => s.At is not null);
        return new EntryReading.Read(found, conclusive ? fetched.ETag : null, conclusive ? fetched.LastModified : null, error, fetched.MovedTo)
        {
            FactChecks = ArticleReader.Masked(body.FactChecks),
        };
    }

    /// <summary>The sitemaps that a host's robots.txt names, when the entry point is the host itself.</summary>
    private async Task<EntryReading> ReadRobotsAsync(Source source, EntryPoint entry, Uri address, CancellationToken cancellation)
    {
        var (unread, sitemaps) = await fetcher.SitemapsAsync(address, cancellation);
        if (unread is not null) return FailureOf(unread);
        if (sitemaps.Count == 0) return new EntryReading.Failed(null, CrawlingTexts.NoSitemapNamed);
        var walk = new SitemapWalk([.. sitemaps.Select(s => new Announcement(s.AbsoluteUri, null))]);
        await WalkAsync(source, entry, walk, cancellation);
        if (walk.Read == 0 && walk.Error is not null) return new EntryReading.Failed(null, walk.Error);
        var found = Admit(source, entry, walk.Pages, address, walk);
        return new EntryReading.Read(found, null, null, Text.Join(' ', walk.Error ?? Missing(found), await ForbiddenAsync(source, found, cancellation)), null);
    }

    /// <summary>What to do where robots.txt forbids every page that is announced, so that nothing will ever come; null where one may be read.</summary>
    private async Task<Text?> ForbiddenAsync(Source source, Admission found, CancellationToken cancellation)
    {
        foreach (var (page, _) in found.Pages.Take(source.PagesPerCrawl))   // as many hosts are asked for robots.txt as the crawl itself asks
            if (!await fetcher.IsForbiddenAsync(FetchRequest.Of(source, page), cancellation)) return null;
        return found.Pages is [] ? null : CrawlingTexts.ForbidsEveryPage;
    }

    /// <summary>What an entry point lacks that brings neither pages nor references; null where it announces pages of the source, read or not.</summary>
    private static Text? Missing(Admission found) => found switch
    {
        { Pages.Count: > 0 } or { TooOld: > 0 } or { BeyondLimits: > 0 } => null,
        { Refused: > 0 } => CrawlingTexts.NoneOfItsOwn,
        _ => CrawlingTexts.AnnouncesNothing,
    };

    /// <summary>What to do where half of a feed or more is on a site that is none of the source's, and the rest is not; null elsewhere.</summary>
    private static Text? Elsewhere(Admission found)
    {
        var own = found.Pages.Count + found.TooOld + found.BeyondLimits;
        return own > 0 && found.Elsewhere is var (count, host) && count >= own ? CrawlingTexts.LeadElsewhere(count, own + count, host) : null;
    }

    private async Task WalkAsync(Source source, EntryPoint entry, SitemapWalk walk, CancellationToken cancellation)
    {
        while (walk.Next(source, options.Value, clock.GetUtcNow()) is { } next)
        {
            using var result = await fetcher.FetchAsync(FetchRequest.Of(source, next.Address) with { Part = true }, cancellation);
            if (result is not FetchResult.Fetched fetched) walk.Fail(next, ReasonOf(result));
            else if (Admission.RefusalOf(source, fetched.Address) is { } refusal) walk.Fail(next, CrawlingTexts.LeadsElsewhere(refusal));
            else if (await ParseAsync(source, entry, fetched, cancellation) is EntryContent.Announces body) walk.Add(next, body);
            else walk.Fail(next, CrawlingTexts.NoSitemap);
        }
    }

    private Admission Admit(Source source, EntryPoint entry, IReadOnlyCollection<Announcement> announced, Uri address, SitemapWalk walk)
    {
        var found = Admission.Of(source, announced, entry.Kind != EntryPointKind.List, address, options.Value, clock.GetUtcNow(), guard.IsPrivate);
        return found with { TooOld = found.TooOld + walk.TooOld, BeyondLimits = found.BeyondLimits + walk.BeyondLimits, Refused = found.Refused + walk.Refused, Dates = [.. found.Dates.Concat(walk.Old).OrderDescending()] };
    }

    /// <summary>The body's place is free then: an index that waited in its own for its sitemaps' places would wait for ever.</summary>
    private async Task<EntryContent> ParseAsync(Source source, EntryPoint entry, FetchResult.Fetched fetched, CancellationToken cancellation)
    {
        var content = await bigPages.InTurnAsync(fetched, () => Task.FromResult(Parse(source, entry, fetched, cancellation)), cancellation);
        fetched.Dispose();
        return content;
    }

    private EntryContent Parse(Source source, EntryPoint entry, FetchResult.Fetched fetched, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(ParsingLimit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            var content = EntryContent.Of(entry.Kind, entry.Selector, fetched.Body, fetched.ContentType, fetched.Address, source.Language, clock.GetUtcNow(), both.Token);
            return !fetched.IsCut ? content : content is EntryContent.Announces body ? body with { IsCut = true } : new EntryContent.Unreadable(FetchingTexts.EndedEarly.Whole);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested) { return new EntryContent.Unreadable(CrawlingTexts.SlowToTakeApart); }
    }

    private static EntryReading.Failed FailureOf(FetchResult result)
    {
        var failed = result as FetchResult.Failed;
        return new EntryReading.Failed(StatusOf(result), ReasonOf(result), failed?.RetryAfter) { Sent = failed?.Sent ?? true, Asked = failed?.Sent != false && result is not FetchResult.Unread { Asked: false }, NotDue = failed?.NotDue ?? false, IsPassing = failed?.Status is not null, Why = (result as FetchResult.Unread)?.Why };
    }

    /// <summary>Why it was not read, and what to do.</summary>
    private static Text ReasonOf(FetchResult result) => (result is FetchResult.Unread unread ? unread.Why : FetchingTexts.UnaskedNotModified).Whole;

    private static int? StatusOf(FetchResult result) => result switch
    {
        FetchResult.Unread { Asked: false } => null,
        FetchResult.Gone gone => gone.Status,
        FetchResult.Failed failed => failed.Status,
        _ => null,
    };
}
