using System.Diagnostics;
using InfoMonitor.Audit;
using InfoMonitor.Content.Extraction;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Ingestion;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Crawling;

/// <summary>Reads a source's entry points, its hosts beside each other, and saves what they announce and how they stand.</summary>
internal sealed partial class EntryPointCrawler(
    IDbContextFactory<InfoMonitorDb> databases, AuditedStep steps, FactCheckRecorder references, EntryPointReader entries, PageFinder finder, Fetcher fetcher,
    IOptions<CrawlingOptions> options, TimeProvider clock, ILogger<EntryPointCrawler> log)
{
    /// <param name="masked">As in <see cref="PageFinder.SaveAsync"/>.</param>
    public async Task DiscoverAsync(Source source, CrawlReport report, Dictionary<long, Uri> masked, CancellationToken cancellation)
    {
        // A masked address has to be read again where it was announced: a 304 would not tell it.
        var unconditional = await AnyAsync(source, p => p.UrlMasked, cancellation);
        var errors = new SortedDictionary<long, Text?>();
        using var taking = new SemaphoreSlim(1);
        var hosts = source.EntryPoints.GroupBy(e => HostPause.KeyOf(new Uri(e.Url)), StringComparer.Ordinal);
        await Parallel.ForEachAsync(hosts, new ParallelOptions { MaxDegreeOfParallelism = options.Value.PagesAtOnce, CancellationToken = cancellation }, async (host, token) =>
        {
            foreach (var entry in host.OrderBy(e => e.Id))
            {
                var reading = await HasToWaitAsync(source, entry, token) ? null : await ReadAsync(source, entry, unconditional, token);
                await taking.WaitAsync(token);
                try { errors[entry.Id] = await TakeAsync(source, entry, reading, report, masked, token); }
                finally { taking.Release(); }
            }
        });
        report.Error = Text.Join('\n', errors.Values)?.Each(PageCrawler.Masked);
    }

    /// <summary>
    /// While its host asked to be left alone. And a host whose pause is longer than is waited for gets one request a crawl: its entry points would take it every time, and no page of it would ever be read.
    /// </summary>
    private async Task<bool> HasToWaitAsync(Source source, EntryPoint entry, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (entry.NotBefore > now) return true;
        var address = new Uri(entry.Url);
        if (!((await fetcher.RobotsAsync(FetchRequest.Of(source, address), cancellation))?.Delay > fetcher.LongestPause)) return false;
        var key = HostPause.KeyOf(address);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await foreach (var url in db.Pages.Where(p => p.SourceId == source.Id && p.Outcome == null && p.NextAttemptAt <= now && !p.UrlMasked).Select(p => p.Url).AsAsyncEnumerable().WithCancellation(cancellation))
            if (HostPause.KeyOf(new Uri(url)) == key) return true;
        return false;
    }

    /// <param name="reading">Null where it had to wait.</param>
    /// <returns>What is wrong with it; null for nothing.</returns>
    private async Task<Text?> TakeAsync(Source source, EntryPoint entry, EntryReading? reading, CrawlReport report, Dictionary<long, Uri> masked, CancellationToken cancellation)
    {
        // That it is not its host's turn tells nothing new of what was asked before.
        if (reading is null or EntryReading.Failed { NotDue: true } && (reading is null || entry.LastReadAt is not null))
        {
            report.Wait(entry.LastError is null);
            if (reading is EntryReading.Failed put) await WaitAsync(entry, put, cancellation);
            else if (entry.NotBefore - clock.GetUtcNow() is { } left && left > TimeSpan.Zero) TellWait(CrawlingTexts.IsLeftAlone(left));
            return Told(entry, entry.LastError);
        }
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
        if (reading is EntryReading.Failed failed)
        {
            report.Fail(failed.RetryAfter);
            TellWait(failed.Rest);
        }
        else report.Read++;
        if (reading is EntryReading.Unchanged) report.Unchanged++;
        await SaveAsync(source, entry, reading, cancellation);
        return Text.Join('\n', Told(entry, reading.Error), MovedTo(source, reading) is { } moved ? SourceConditions.Move(entry.Url, moved) : null);

        void TellWait(Text? wait) => report.AskedToWait = Text.Join('\n', report.AskedToWait, Told(entry, wait)?.Each(PageCrawler.Masked));
    }

    private static Text? Told(EntryPoint entry, Text? error) => error?.Each(text => $"{entry.Url}: {text}");

    private Task<int> RecordAsync(Source source, EntryPoint entry, IReadOnlyList<FactCheck> checks, CancellationToken cancellation) => steps.RunAloneAsync(async db =>
    {
        await references.AddAsync(db, source, new Uri(entry.Url), checks, cancellation);
        return checks.Count;
    }, cancellation);

    /// <summary>One broken entry point does not keep the others from being read.</summary>
    private async Task<EntryReading> ReadAsync(Source source, EntryPoint entry, bool unconditional, CancellationToken cancellation)
    {
        try { return await entries.ReadAsync(source, entry, unconditional, cancellation); }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogBroken(source.Id, entry.Id, exception);
            return new EntryReading.Failed(null, CrawlingTexts.Broke($"{exception.GetType().Name}: {exception.Message}"));
        }
    }

    /// <summary>After the pages are saved: validators stored before them would lose pages to a kill in between.</summary>
    private async Task SaveAsync(Source source, EntryPoint entry, EntryReading reading, CancellationToken cancellation)
    {
        var moved = MovedTo(source, reading);
        var now = clock.GetUtcNow();
        var error = reading.Error?.Each(PageCrawler.Masked);
        var robots = await fetcher.RobotsAsync(FetchRequest.Of(source, new Uri(entry.Url)), cancellation);   // read a moment ago
        var (standing, answered, delay, asked) = (robots?.Standing, robots?.Status, robots?.Delay, reading is not EntryReading.Failed { Asked: false });
        var notBefore = now + (reading as EntryReading.Failed)?.RetryAfter;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var row = Row(db, entry);
        await row.ExecuteUpdateAsync(set => set.SetProperty(e => e.Robots, standing).SetProperty(e => e.RobotsStatus, answered).SetProperty(e => e.RobotsDelay, delay).SetProperty(e => e.NotBefore, notBefore), cancellation);
        if (reading is EntryReading.Read read)
        {
            var dates = read.Found.Dates;
            DateTimeOffset? newest = dates is [var first, ..] ? first : null;
            var (gap, span) = Cadence.Announced(source, dates, options.Value.Jitter);
            await row.ExecuteUpdateAsync(set => set.SetProperty(e => e.ETag, read.ETag).SetProperty(e => e.LastModified, read.LastModified).SetProperty(e => e.NewestAt, newest).SetProperty(e => e.AnnouncedGap, gap).SetProperty(e => e.AnnouncedSpan, span)
                .SetProperty(e => e.LastReadAt, now).SetProperty(e => e.LastStatus, read.Status).SetProperty(e => e.LastError, error).SetProperty(e => e.MovedTo, moved), cancellation);
        }
        else if (reading is EntryReading.Failed { Sent: false } && entry is { LastError: not null, LastStatus: not (StatusCodes.Status200OK or StatusCodes.Status304NotModified) })   // what went wrong before is still what is wrong
            return;
        else
            await row.ExecuteUpdateAsync(set => set.SetProperty(e => e.LastReadAt, e => asked ? now : e.LastReadAt).SetProperty(e => e.LastStatus, reading.Status)
                .SetProperty(e => e.LastError, e => reading is EntryReading.Unchanged ? e.LastError : error).SetProperty(e => e.MovedTo, moved), cancellation);
    }

    private async Task WaitAsync(EntryPoint entry, EntryReading.Failed reading, CancellationToken cancellation)
    {
        var notBefore = clock.GetUtcNow() + reading.RetryAfter;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await Row(db, entry).ExecuteUpdateAsync(set => set.SetProperty(e => e.NotBefore, notBefore), cancellation);
    }

    /// <summary>What the file changed meanwhile was not read so: its validators would hide what is to be read in the new way.</summary>
    private static IQueryable<EntryPoint> Row(InfoMonitorDb db, EntryPoint entry) => db.EntryPoints.Where(e => e.Id == entry.Id && e.Url == entry.Url && e.Kind == entry.Kind && e.Selector == entry.Selector);

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

    private async Task<bool> AnyAsync(Source source, System.Linq.Expressions.Expression<Func<Page, bool>> which, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Pages.Where(p => p.SourceId == source.Id && p.Outcome == null).AnyAsync(which, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{SourceId}: entry point {EntryPointId} broke the reader")]
    private partial void LogBroken(string sourceId, long entryPointId, Exception exception);
}
