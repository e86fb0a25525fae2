using System.Diagnostics;
using System.Globalization;
using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Extraction;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Ingestion;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Crawling;

/// <summary>One crawl of a source: its entry points, then its pending pages, newest first.</summary>
internal sealed partial class SourceCrawler(
    IDbContextFactory<InfoMonitorDb> databases, AuditedStep steps, FactCheckRecorder references, EntryPointReader entries, PageFinder finder, PageCrawler pages, SourceHistory history, Fetcher fetcher, HostGate gate, CrawlingMetrics metrics,
    IOptions<CrawlingOptions> options, TimeProvider clock, ILogger<SourceCrawler> log)
{
    /// <param name="progress">Told after every page; null when nobody watches.</param>
    /// <returns>Null when the source is unknown or switched off.</returns>
    public async Task<CrawlReport?> CrawlAsync(string sourceId, IProgress<CrawlProgress>? progress, CancellationToken cancellation)
    {
        if (await LoadAsync(sourceId, cancellation) is not { } source) return null;
        var started = Stopwatch.GetTimestamp();
        var report = new CrawlReport { SourceId = sourceId };
        var masked = new Dictionary<long, Uri>();
        if (!await ArePagesFirstAsync(source, cancellation)) await DiscoverAsync(source, report, masked, cancellation);
        await ReadPagesAsync(source, report, masked, progress, cancellation);
        await SaveAsync(source, report, cancellation);
        metrics.Crawl(report);
        var outcomes = report.Outcomes.Count == 0 ? "no page read" : string.Join(", ", report.Outcomes.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Value} {o.Key.Word()}")));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        LogCrawled(sourceId, report.Read, report.Read + report.Failed, report.New, outcomes, report.Postponed, seconds);
        if (report.IsFailure) LogUnreadable(sourceId, report.Error?.En);
        return report;
    }

    private async Task<Source?> LoadAsync(string sourceId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var delays = await db.EntryPoints.Join(db.Sources.Where(s => s.Enabled), e => e.SourceId, s => s.Id, (e, s) => new { e.Url, s.Delay, s.Id }).ToListAsync(cancellation);
        gate.Expect(delays.Select(d => (new Uri(d.Url), d.Delay, d.Id)));
        return await db.Sources.AsNoTracking().Include(s => s.EntryPoints).SingleOrDefaultAsync(s => s.Id == sourceId && s.Enabled, cancellation);
    }

    /// <summary>A host whose pause is longer than is waited for gets one request a crawl. Its entry points would take it every time, and no page would ever be read.</summary>
    private async Task<bool> ArePagesFirstAsync(Source source, CancellationToken cancellation)
    {
        if (!(source.RobotsDelay > fetcher.LongestPause)) return false;
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Pages.AnyAsync(p => p.SourceId == source.Id && p.Outcome == null && p.NextAttemptAt <= now && !p.UrlMasked, cancellation);
    }

    private async Task DiscoverAsync(Source source, CrawlReport report, Dictionary<long, Uri> masked, CancellationToken cancellation)
    {
        // A masked address has to be read again where it was announced: a 304 would not tell it.
        var unconditional = await AnyMaskedPendingAsync(source, cancellation);
        var errors = new List<Text>();
        foreach (var entry in source.EntryPoints.OrderBy(e => e.Id))
        {
            var reading = await ReadEntryAsync(source, entry, unconditional, cancellation);
            if (reading is EntryReading.Read read)
            {
                var (added, left) = await finder.SaveAsync(source, read.Found.Pages, masked, cancellation);
                report.New += added;
                report.Known += read.Found.Pages.Count - added - left;
                report.TooOld += read.Found.TooOld;
                report.BeyondLimits += read.Found.BeyondLimits + left;
                report.Refused += read.Found.Refused;
                if (read.FactChecks is not []) await RecordAsync(source, entry, read.FactChecks, cancellation);
                if (left > 0) reading = read.LeftBehind(left, options.Value.PagesADay);
            }
            if (reading is EntryReading.Failed failed) report.Fail(failed.RetryAfter); else report.Read++;
            if (reading is EntryReading.Unchanged) report.Unchanged++;
            if (reading.Error is not null) errors.Add(reading.Error.Each(text => $"{entry.Url}: {text}"));
            if (MovedTo(source, reading) is { } moved) errors.Add(SourceConditions.Move(entry.Url, moved));
            await SaveAsync(source, entry, reading, cancellation);
        }
        report.Error = Text.Join('\n', errors)?.Each(PageCrawler.Masked);
    }

    private Task<int> RecordAsync(Source source, EntryPoint entry, IReadOnlyList<FactCheck> checks, CancellationToken cancellation) => steps.RunAloneAsync(async db =>
    {
        await references.AddAsync(db, source, new Uri(entry.Url), checks, cancellation);
        return checks.Count;
    }, cancellation);

    /// <summary>One broken entry point does not keep the others from being read.</summary>
    private async Task<EntryReading> ReadEntryAsync(Source source, EntryPoint entry, bool unconditional, CancellationToken cancellation)
    {
        try { return await entries.ReadAsync(source, entry, unconditional, cancellation); }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogEntryBroken(source.Id, entry.Id, exception);
            return new EntryReading.Failed(null, CrawlingTexts.Broke($"{exception.GetType().Name}: {exception.Message}"));
        }
    }

    /// <summary>After the pages are saved: validators stored before them would lose pages to a kill in between.</summary>
    private async Task SaveAsync(Source source, EntryPoint entry, EntryReading reading, CancellationToken cancellation)
    {
        var moved = MovedTo(source, reading);
        var now = clock.GetUtcNow();
        var error = reading.Error?.Each(PageCrawler.Masked);
        var robots = await fetcher.RobotsAsync(new Uri(entry.Url), cancellation);   // read a moment ago
        var (standing, answered, delay, asked) = (robots?.Standing, robots?.Status, robots?.Delay, reading is not EntryReading.Failed { Asked: false });
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // What the file changed meanwhile was not read so: its validators would hide what is to be read in the new way.
        var row = db.EntryPoints.Where(e => e.Id == entry.Id && e.Url == entry.Url && e.Kind == entry.Kind && e.Selector == entry.Selector);
        await row.ExecuteUpdateAsync(set => set.SetProperty(e => e.Robots, standing).SetProperty(e => e.RobotsStatus, answered).SetProperty(e => e.RobotsDelay, delay), cancellation);
        if (reading is EntryReading.Read read)
        {
            DateTimeOffset? newest = read.Found.Dates is [var first, ..] ? first : null;
            var gap = read.Found.Gap;
            await row.ExecuteUpdateAsync(set => set.SetProperty(e => e.ETag, read.ETag).SetProperty(e => e.LastModified, read.LastModified).SetProperty(e => e.NewestAt, newest).SetProperty(e => e.AnnouncedGap, gap)
                .SetProperty(e => e.LastReadAt, now).SetProperty(e => e.LastStatus, read.Status).SetProperty(e => e.LastError, error).SetProperty(e => e.MovedTo, moved), cancellation);
        }
        else if (reading is EntryReading.Failed { Sent: false } && source.Failures > 0 && entry.LastError is not null)   // what went wrong before is still what is wrong
            return;
        else
            await row.ExecuteUpdateAsync(set => set.SetProperty(e => e.LastReadAt, e => asked ? now : e.LastReadAt).SetProperty(e => e.LastStatus, reading.Status)
                .SetProperty(e => e.LastError, e => reading is EntryReading.Unchanged ? e.LastError : error).SetProperty(e => e.MovedTo, moved), cancellation);
    }

    /// <summary>Never a place that may not stand in the file; and a front page that an old feed now leads to is no feed, so a failed reading has not moved.</summary>
    public static string? MovedTo(Source source, EntryReading reading)
    {
        var moved = reading switch
        {
            EntryReading.Read read => read.MovedTo,
            EntryReading.Unchanged unchanged => unchanged.MovedTo,
            EntryReading.Failed => null,
            _ => throw new UnreachableException(),
        };
        return moved is not null && Admission.RefusalOf(source, moved) is null ? PersonalDataMasker.MaskUrl(moved.AbsoluteUri) : null;
    }

    private async Task ReadPagesAsync(Source source, CrawlReport report, Dictionary<long, Uri> masked, IProgress<CrawlProgress>? progress, CancellationToken cancellation)
    {
        var pending = await PendingAsync(source, masked, cancellation);
        var done = 0;
        progress?.Report(new CrawlProgress(source.Id, 0, pending.Count));
        await Parallel.ForEachAsync(pending, new ParallelOptions { MaxDegreeOfParallelism = options.Value.PagesAtOnce, CancellationToken = cancellation }, async (page, token) =>
        {
            switch (await pages.ReadAsync(source, page, token))
            {
                case PageEnd.Ended ended: report.Count(ended.Outcome); break;
                case PageEnd.Postponed: report.CountPostponed(); break;
                case PageEnd.Taken: break;
            }
            progress?.Report(new CrawlProgress(source.Id, Interlocked.Increment(ref done), pending.Count));
        });
        await GiveUpMaskedAsync(source, report, cancellation);
    }

    private async Task<IReadOnlyList<PendingPage>> PendingAsync(Source source, Dictionary<long, Uri> masked, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var real = masked.Keys.ToArray();
        var most = source.PagesAtPaceOf(await RobotsDelayAsync(source, cancellation));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await db.Pages.AsNoTracking()
            .Where(p => p.SourceId == source.Id && p.Outcome == null && p.NextAttemptAt <= now && (!p.UrlMasked || real.Contains(p.Id)))
            .OrderByDescending(p => p.AnnouncedAt ?? p.FoundAt).ThenBy(p => p.Id)
            .Take(most)
            .Select(p => new { p.Id, p.Url, p.Attempts }).ToListAsync(cancellation);
        return [.. rows.Select(r => new PendingPage(r.Id, masked.TryGetValue(r.Id, out var address) ? address : new Uri(r.Url), r.Attempts))];
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

    private async Task<bool> AnyMaskedPendingAsync(Source source, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Pages.AnyAsync(p => p.SourceId == source.Id && p.Outcome == null && p.UrlMasked, cancellation);
    }

    private async Task SaveAsync(Source source, CrawlReport report, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var error = report.Failed > 0 ? report.Error : null;
        var learned = await history.LearnAsync(source, report.IsFailure, cancellation);
        var robots = await RobotsDelayAsync(source, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.Sources.Where(s => s.Id == source.Id).ExecuteUpdateAsync(set => set
            .SetProperty(s => s.LastReadAt, now)
            .SetProperty(s => s.Failures, s => report.IsFailure ? s.Failures + 1 : 0)
            .SetProperty(s => s.UsualGap, s => learned.Cadence.UsualGap ?? s.UsualGap)   // a source that fell silent has no items left one day, and is silent still
            .SetProperty(s => s.LastItemAt, s => learned.LastItemAt ?? s.LastItemAt)
            .SetProperty(s => s.Lag, s => learned.Lag ?? s.Lag)
            .SetProperty(s => s.NotArticles, learned.NotArticles)
            .SetProperty(s => s.Dropped, learned.Dropped)
            .SetProperty(s => s.RobotsDelay, robots)
            .SetProperty(s => s.LastError, error), cancellation);
        // Where the file changed the bounds meanwhile, what was learned within the old ones would hold for one interval of theirs: a week, perhaps.
        var every = report.RetryAfter > learned.Cadence.ReadEvery ? TimeSpan.FromSeconds(Math.Ceiling(report.RetryAfter.Value.TotalSeconds)) : learned.Cadence.ReadEvery;
        await db.Sources.Where(s => s.Id == source.Id && s.Interval == source.Interval && s.LeastInterval == source.LeastInterval && s.GreatestInterval == source.GreatestInterval)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ReadEvery, every), cancellation);
    }

    /// <summary>Of the hosts of its entry points; their robots.txt was read a moment ago.</summary>
    private async Task<TimeSpan?> RobotsDelayAsync(Source source, CancellationToken cancellation)
    {
        TimeSpan? longest = null;
        foreach (var address in source.EntryPoints.Select(e => new Uri(e.Url)).DistinctBy(a => a.Authority))
            if ((await fetcher.RobotsAsync(address, cancellation))?.Delay is { } wanted && !(longest >= wanted)) longest = wanted;
        return longest;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{SourceId}: read {Read} of {EntryPoints} entry points, {New} new pages; {Outcomes}; {Postponed} postponed; {Seconds:0.0} s")]
    private partial void LogCrawled(string sourceId, int read, int entryPoints, int @new, string outcomes, int postponed, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{SourceId} could not be read: {Error}")]
    private partial void LogUnreadable(string sourceId, string? error);

    [LoggerMessage(Level = LogLevel.Error, Message = "{SourceId}: entry point {EntryPointId} broke the reader")]
    private partial void LogEntryBroken(string sourceId, long entryPointId, Exception exception);
}
