using System.Diagnostics;
using System.Globalization;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Crawling;

/// <summary>One crawl of a source: its entry points, then its pending pages, newest first, each host at its own pace.</summary>
internal sealed partial class SourceCrawler(
    IDbContextFactory<InfoMonitorDb> databases, EntryPointCrawler entries, PageCrawler pages, SourceHistory history, Fetcher fetcher, HostGate gate, CrawlingMetrics metrics,
    IOptions<CrawlingOptions> options, TimeProvider clock, ILogger<SourceCrawler> log)
{
    private const int Batch = 500;

    /// <param name="progress">Told after every page; null when nobody watches.</param>
    /// <returns>Null when the source is unknown or switched off.</returns>
    public async Task<CrawlReport?> CrawlAsync(string sourceId, IProgress<CrawlProgress>? progress, CancellationToken cancellation)
    {
        if (await LoadAsync(sourceId, cancellation) is not { } source) return null;
        var started = Stopwatch.GetTimestamp();
        var report = new CrawlReport { SourceId = sourceId };
        var masked = new Dictionary<long, Uri>();
        await entries.DiscoverAsync(source, report, masked, cancellation);
        await ReadPagesAsync(source, report, masked, progress, cancellation);
        await KeepRestsAsync(source, cancellation);
        await SaveAsync(source, report, cancellation);
        metrics.Crawl(report);
        var outcomes = report.Outcomes.Count == 0 ? "no page read" : string.Join(", ", report.Outcomes.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Value} {o.Key.Word()}")));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        LogCrawled(sourceId, report.Read, source.EntryPoints.Count, report.New, outcomes, report.Postponed, seconds);
        if (report.IsFailure) LogUnreadable(sourceId, report.Told?.En);
        return report;
    }

    private async Task<Source?> LoadAsync(string sourceId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var delays = await db.EntryPoints.Join(db.Sources.Where(s => s.Enabled), e => e.SourceId, s => s.Id, (e, s) => new { e.Url, s.Delay, s.Id }).ToListAsync(cancellation);
        gate.Expect(delays.Select(d => (new Uri(d.Url), d.Delay, d.Id)));
        return await db.Sources.AsNoTracking().Include(s => s.EntryPoints).SingleOrDefaultAsync(s => s.Id == sourceId && s.Enabled, cancellation);
    }

    /// <summary>Hosts beside each other, those with the shortest pause first: a slow one holds up no other.</summary>
    private async Task ReadPagesAsync(Source source, CrawlReport report, Dictionary<long, Uri> masked, IProgress<CrawlProgress>? progress, CancellationToken cancellation)
    {
        var hosts = await PendingAsync(source, masked, cancellation);
        var (done, all) = (0, hosts.Sum(h => h.Pages.Count));
        progress?.Report(new CrawlProgress(source.Id, 0, all));
        var most = options.Value.PagesAtOnce;
        await Parallel.ForEachAsync(hosts.OrderBy(h => h.Pause), new ParallelOptions { MaxDegreeOfParallelism = most, CancellationToken = cancellation }, async (host, stopping) =>
            await Parallel.ForEachAsync(host.Pages, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, most / hosts.Count), CancellationToken = stopping }, async (page, token) =>
            {
                switch (await pages.ReadAsync(source, page, token))
                {
                    case PageEnd.Ended ended: report.Count(ended.Outcome); break;
                    case PageEnd.Postponed: report.CountPostponed(); break;
                    case PageEnd.Taken: break;
                }
                progress?.Report(new CrawlProgress(source.Id, Interlocked.Increment(ref done), all));
            }));
        await GiveUpMaskedAsync(source, report, cancellation);
    }

    /// <summary>The newest, of each host no more than it lets through until the next crawl. Whoever has as many is left out of what is read next: a slow host may have a hundred thousand waiting before another's first.</summary>
    private async Task<IReadOnlyList<PendingHost>> PendingAsync(Source source, Dictionary<long, Uri> masked, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var real = masked.Keys.ToArray();
        var hosts = new Dictionary<string, PendingHost>(StringComparer.Ordinal);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var waiting = db.Pages.AsNoTracking().Where(p => p.SourceId == source.Id && p.Outcome == null && p.NextAttemptAt <= now && (!p.UrlMasked || real.Contains(p.Id)));
        for (var room = source.PagesPerCrawl; room > 0;)
        {
            var full = hosts.Values.Where(h => h.Pages.Count == h.Most).Select(h => h.Prefix);
            var read = hosts.Values.Where(h => h.Pages.Count < h.Most).Sum(h => h.Pages.Count);   // all of theirs that were seen
            var rows = await full.Aggregate(waiting, (pages, prefix) => pages.Where(p => !p.Url.StartsWith(prefix)))
                .OrderByDescending(p => p.AnnouncedAt ?? p.FoundAt).ThenBy(p => p.Id)
                .Skip(read).Take(Batch)
                .Select(p => new { p.Id, p.Url, p.Attempts }).ToListAsync(cancellation);
            foreach (var row in rows)
            {
                var address = masked.TryGetValue(row.Id, out var known) ? known : new Uri(row.Url);
                var key = HostPause.KeyOf(address);
                if (!hosts.TryGetValue(key, out var host)) hosts.Add(key, host = await HostAsync(source, address, cancellation));
                if (host.Pages.Count == host.Most) continue;
                host.Pages.Add(new PendingPage(row.Id, address, row.Attempts));
                if (--room == 0) break;
            }
            if (rows.Count < Batch) break;
        }
        return [.. hosts.Values];
    }

    private async Task<PendingHost> HostAsync(Source source, Uri address, CancellationToken cancellation)
    {
        var pause = (await fetcher.RobotsAsync(FetchRequest.Of(source, address), cancellation))?.Delay;
        return new PendingHost(address.GetLeftPart(UriPartial.Authority) + "/", pause ?? TimeSpan.Zero, source.PagesAtPaceOf(pause), []);
    }

    /// <summary>A page whose address was masked and which is announced no more can never be fetched again: that is its outcome.</summary>
    private async Task GiveUpMaskedAsync(Source source, CrawlReport report, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var before = now - options.Value.PageAge;
        const string Detail = "Its address holds personal data, which is not kept, and it was not announced again.";
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var ended = await db.Pages.Where(p => p.SourceId == source.Id && p.Outcome == null && p.UrlMasked && p.FoundAt < before)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Outcome, PageOutcome.Unreachable).SetProperty(p => p.EndedAt, now).SetProperty(p => p.Detail, Detail), cancellation);
        for (; ended > 0; ended--)
        {
            report.Count(PageOutcome.Unreachable);
            metrics.Page(PageOutcome.Unreachable);
        }
    }

    /// <summary>What a host asked for when a page was read holds for its entry points too, and after a restart.</summary>
    private async Task KeepRestsAsync(Source source, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        foreach (var entry in source.EntryPoints)
            if (now + gate.RestOf(HostPause.KeyOf(new Uri(entry.Url))) is { } until)
                await db.EntryPoints.Where(e => e.Id == entry.Id && e.Url == entry.Url && (e.NotBefore == null || e.NotBefore < until)).ExecuteUpdateAsync(set => set.SetProperty(e => e.NotBefore, until), cancellation);
    }

    private async Task SaveAsync(Source source, CrawlReport report, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var error = report.Failed > 0 ? report.Error : null;
        var learned = await history.LearnAsync(source, report, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var robots = await db.EntryPoints.Where(e => e.SourceId == source.Id).MaxAsync(e => e.RobotsDelay, cancellation);
        var row = db.Sources.Where(s => s.Id == source.Id);
        await row.ExecuteUpdateAsync(set => set
            .SetProperty(s => s.LastReadAt, s => report.HasAsked ? now : s.LastReadAt)
            .SetProperty(s => s.Failures, learned.Failures)
            .SetProperty(s => s.UsualGap, s => learned.Cadence.UsualGap ?? s.UsualGap)   // a source that fell silent has no items left one day, and is silent still
            .SetProperty(s => s.LastItemAt, s => learned.LastItemAt ?? s.LastItemAt)
            .SetProperty(s => s.Lag, s => learned.Lag ?? s.Lag)
            .SetProperty(s => s.NotArticles, learned.NotArticles)
            .SetProperty(s => s.NotArticlesBecause, learned.NotArticlesBecause)
            .SetProperty(s => s.Dropped, learned.Dropped)
            .SetProperty(s => s.RobotsDelay, robots)
            .SetProperty(s => s.LastError, s => report.IsTold ? error : s.LastError), cancellation);
        // One host that wants to be left alone holds up no other: its entry points wait by themselves.
        var every = report.IsFailure && report.RetryAfter > learned.Cadence.ReadEvery ? TimeSpan.FromSeconds(Math.Ceiling(report.RetryAfter.Value.TotalSeconds)) : learned.Cadence.ReadEvery;
        // Where the file changed the bounds meanwhile, what was learned within the old ones would hold for one interval of theirs: a week, perhaps.
        await row.Where(s => s.Interval == source.Interval && s.LeastInterval == source.LeastInterval && s.GreatestInterval == source.GreatestInterval)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ReadEvery, every), cancellation);
    }

    /// <summary>A host's share of a crawl.</summary>
    /// <param name="Prefix">Of its normalised addresses, masked or not.</param>
    /// <param name="Pause">That its robots.txt asks for.</param>
    /// <param name="Most">Pages that it lets through until the next crawl.</param>
    private sealed record PendingHost(string Prefix, TimeSpan Pause, int Most, List<PendingPage> Pages);

    [LoggerMessage(Level = LogLevel.Information, Message = "{SourceId}: read {Read} of {EntryPoints} entry points, {New} new pages; {Outcomes}; {Postponed} postponed; {Seconds:0.0} s")]
    private partial void LogCrawled(string sourceId, int read, int entryPoints, int @new, string outcomes, int postponed, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{SourceId} could not be read: {Error}")]
    private partial void LogUnreadable(string sourceId, string? error);
}
