using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Crawling;

/// <summary>What a source's own items tell after a crawl.</summary>
/// <param name="LastItemAt">UTC; null without items.</param>
/// <param name="Lag">Median time from publication to storage; null while nothing appeared since the source is read.</param>
/// <param name="NotArticles">As <see cref="Source.NotArticles"/>.</param>
/// <param name="NotArticlesBecause">As <see cref="Source.NotArticlesBecause"/>.</param>
/// <param name="Dropped">As <see cref="Source.Dropped"/>.</param>
/// <param name="Failures">As <see cref="Source.Failures"/>; a crawl that asked none of its entry points leaves it as it was.</param>
internal sealed record Learned(Cadence Cadence, DateTimeOffset? LastItemAt, TimeSpan? Lag, double? NotArticles, PageReason? NotArticlesBecause, Text? Dropped, int Failures);

/// <summary>Reads the times of a source's newest items and what became of its newest pages: a range of an index each.</summary>
internal sealed class SourceHistory(IDbContextFactory<InfoMonitorDb> databases, WorkCalendar calendar, IOptions<CrawlingOptions> options, TimeProvider clock)
{
    /// <summary>A week or two of a large newsroom, a year of anybody else: how its days go.</summary>
    private const int Items = 3_000;

    /// <summary>The newest pages of so long, or found since the source was last tried by hand, tell whether they are articles. Small sources bring a page a day.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(14);
    private const int Pages = 200;

    /// <summary>Share of pages that are no articles on whose one side or other the interval of the true share has to lie: 12 of 12 do, 3 of 5 do not, 43 of 50 do.</summary>
    private const double Border = 0.7;

    /// <summary>The same where of those that ended hardly any became an item (<see cref="SourceConditions.OffTargetFrom"/> did not): 10 of 11 tell it, 4 of 5 do not.</summary>
    private const double MostlyDropped = 0.6;

    /// <summary>So many pages none of which is an article need no interval: a short list has no more, and a trial says the same of it.</summary>
    private const int Enough = 5;

    /// <summary>So many pages all of which failed or were refused tell it already; of a source that never brought an item, any.</summary>
    private const int FewestAttacks = 3;

    /// <param name="report">Of the crawl just done.</param>
    public async Task<Learned> LearnAsync(Source source, CrawlReport report, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(report);
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var row = await db.Sources.AsNoTracking().Include(s => s.EntryPoints).SingleAsync(s => s.Id == source.Id, cancellation);
        var failures = report.IsFailure ? row.Failures + 1 : report.IsTold ? 0 : row.Failures;
        var items = await db.Items.AsNoTracking().Where(i => i.SourceId == source.Id).OrderByDescending(i => i.FoundAt).Take(Items).Select(i => new { i.PublishedAt, i.FoundAt }).ToListAsync(cancellation);
        // A page that was found now and says years ago is no gap of years: it tells nothing of the rhythm, as what an entry point announces with such a date is not even read.
        var times = items.Where(i => i.PublishedAt is not { } at || at > i.FoundAt - options.Value.PageAge).Select(i => i.PublishedAt ?? i.FoundAt);
        var since = items is [] ? now : items[^1].FoundAt;   // what was published before the first reading waited for us, not the other way round
        var lags = items.Where(i => i.PublishedAt >= since && i.FoundAt >= i.PublishedAt).Select(i => i.FoundAt - i.PublishedAt!.Value).Order().ToArray();
        var (notArticles, because, dropped) = await PagesAsync(db, source, now, cancellation);
        return new Learned(
            Cadence.Of(source, times.Select(calendar.Local), failures, row.ReadEvery, now, options.Value.Jitter, row.Announced(), gone: failures > 0 && row.IsGone()),
            items is [] ? null : items.Max(i => i.PublishedAt ?? i.FoundAt),
            lags is [] ? null : lags[lags.Length / 2],
            notArticles, because, dropped, failures);
    }

    private static async Task<(double? NotArticles, PageReason? Because, Text? Dropped)> PagesAsync(InfoMonitorDb db, Source source, DateTimeOffset now, CancellationToken cancellation)
    {
        var since = source.TriedAt > now - Lately ? source.TriedAt.Value : now - Lately;
        var ended = await db.Pages.Where(p => p.SourceId == source.Id && p.FoundAt > since && p.Outcome != null).OrderByDescending(p => p.FoundAt).Take(Pages).Select(p => new { Outcome = p.Outcome!.Value, p.Reason }).ToListAsync(cancellation);
        var share = ended.Count == 0 ? 0 : (double)ended.Count(p => p.Outcome == PageOutcome.NotArticle) / ended.Count;
        var (low, high) = Wilson.Interval(share, ended.Count, Wilson.NinetyFive);
        var because = ended.Where(p => p.Outcome == PageOutcome.NotArticle).Select(p => p.Reason).OfType<PageReason>().CountBy(reason => reason).OrderByDescending(reason => reason.Value).Select(reason => (PageReason?)reason.Key).FirstOrDefault();
        var failing = await db.Pages.CountAsync(p => p.SourceId == source.Id && p.Outcome == null && p.Detail != null && p.Attempts > 0 && p.FoundAt > since, cancellation);   // not those that were put off because their host is left alone
        var tried = ended.ConvertAll(p => ((PageOutcome?)p.Outcome, p.Reason));
        tried.AddRange(Enumerable.Repeat(((PageOutcome?)null, (PageReason?)null), failing));
        var fewest = tried.TrueForAll(p => IsAttack(p.Item1, p.Item2)) ? source.LastItemAt is null ? 1 : FewestAttacks : Enough;
        var none = ended.Count(p => p.Outcome is not (PageOutcome.Stored or PageOutcome.Copy));
        var isTold = none == ended.Count ? tried.Count >= fewest && (fewest < Enough || ended.Count >= Enough)
            : (double)none / ended.Count is var dropped && dropped >= SourceConditions.OffTargetFrom && Wilson.Interval(dropped, ended.Count, Wilson.NinetyFive).Low >= MostlyDropped;
        return (low >= Border || high < Border || (share == 1 && ended.Count >= Enough) ? share : null, because, isTold ? DropTexts.Of(tried) : null);
    }

    /// <summary>What reading it came up against, that a page of a healthy source hardly ever is; it may be gone, forbidden, a picture or no article on a good day.</summary>
    private static bool IsAttack(PageOutcome? outcome, PageReason? reason) => outcome is not { } ended || ended switch
    {
        PageOutcome.Unreachable or PageOutcome.Quarantined => true,
        PageOutcome.Unsupported => reason is not (PageReason.MediaType or PageReason.Elsewhere),
        PageOutcome.NotArticle => reason == PageReason.Nested,
        PageOutcome.Stored or PageOutcome.Copy or PageOutcome.Disallowed or PageOutcome.Gone => false,
    };
}
