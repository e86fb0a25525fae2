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
internal sealed class SourceHistory(IDbContextFactory<InfoMonitorDb> databases, IOptions<CrawlingOptions> options, TimeProvider clock)
{
    /// <summary>Two or three days of a large newsroom, months of anybody else.</summary>
    private const int Items = 500;

    /// <summary>The newest pages of so long, or found since the source was last tried by hand, tell whether they are articles. Small sources bring a page a day.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(14);
    private const int Pages = 200;

    /// <summary>Share of pages that are no articles on whose one side or other the interval of the true share has to lie: 12 of 12 do, 3 of 5 do not, 43 of 50 do.</summary>
    private const double Border = 0.7;

    /// <summary>So many pages none of which is an article need no interval: a short list has no more, and a trial says the same of it.</summary>
    private const int Enough = 5;

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
        // A page that was found now and says years ago is no gap of years: only what an entry point would announce counts as its time.
        var times = items.ConvertAll(i => i.PublishedAt is { } at && at <= i.FoundAt && at > i.FoundAt - options.Value.PageAge ? at : i.FoundAt);
        var since = items is [] ? now : items[^1].FoundAt;   // what was published before the first reading waited for us, not the other way round
        var lags = items.Where(i => i.PublishedAt >= since && i.FoundAt >= i.PublishedAt).Select(i => i.FoundAt - i.PublishedAt!.Value).Order().ToArray();
        var (notArticles, because, dropped) = await PagesAsync(db, source, now, cancellation);
        return new Learned(
            Cadence.Of(source, times, failures, row.ReadEvery, now, options.Value.Jitter, row.Announced()),
            times is [] ? null : times.Max(),
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
        return (low >= Border || high < Border || (share == 1 && ended.Count >= Enough) ? share : null, because,
            ended.Count >= Enough && !ended.Exists(p => p.Outcome is PageOutcome.Stored or PageOutcome.Copy) ? DropTexts.Of(ended.Select(p => (p.Outcome, p.Reason))) : null);
    }
}
