using InfoMonitor.Audit;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Ingestion;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Crawling;

/// <summary>A pending page, ready to be fetched.</summary>
/// <param name="Attempts">As read; a page whose count has changed meanwhile is in another crawl's hands.</param>
internal readonly record struct PendingPage(long Id, Uri Address, int Attempts);

/// <summary>What trying a page came to.</summary>
internal abstract record PageEnd
{
    private PageEnd() { }

    internal sealed record Ended(PageOutcome Outcome) : PageEnd;

    /// <summary>Fetched in vain, or its host is to be left alone; the page waits for its next attempt.</summary>
    internal sealed record Postponed : PageEnd;

    /// <summary>Another crawl has it, or it had ended already.</summary>
    internal sealed record Taken : PageEnd;
}

/// <summary>Brings one page to its outcome (DESIGN steps 4-10), or a step nearer to it. Each step is saved before the next, so a kill at any moment costs a fetch and no page.</summary>
internal sealed partial class PageCrawler(
    AuditedStep steps, Fetcher fetcher, Ingestor ingestor, CrawlingMetrics metrics, IOptions<CrawlingOptions> options, TimeProvider clock, ILogger<PageCrawler> log)
{
    /// <summary>Fetches beyond <see cref="CrawlingOptions.Attempts"/> that only a stopping process leaves behind. So many, and the page itself is what stops it.</summary>
    private const int Interruptions = 10;

    private const int DetailLength = 1_000;

    /// <summary>Never throws for what a page does; a database that cannot be used ends the crawl.</summary>
    public async Task<PageEnd> ReadAsync(Source source, PendingPage page, CancellationToken cancellation)
    {
        if (!await ClaimAsync(page, cancellation)) return new PageEnd.Taken();
        try
        {
            return page.Attempts >= options.Value.Attempts + Interruptions
                ? await EndAsync(page, PageOutcome.Quarantined, null, $"The service stopped {page.Attempts} times while it read this page.", cancellation)
                : await FetchAsync(source, page, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await UnclaimAsync(page);
            throw;
        }
        // The outer edge of a page: our own code broke on it, so people look at it. A database that is away breaks on every page; that is not the page's doing.
        catch (Exception exception) when (!InfoMonitorDb.IsAway(exception))
        {
            LogBroken(page.Id, exception);
            return await EndAsync(page, PageOutcome.Quarantined, null, $"{exception.GetType().Name}: {exception.Message}", cancellation);
        }
    }

    private async Task<PageEnd> FetchAsync(Source source, PendingPage page, CancellationToken cancellation)
    {
        using var result = await fetcher.FetchAsync(FetchRequest.Of(source, page.Address), cancellation);
        return result switch
        {
            FetchResult.Fetched fetched when Admission.RefusalOf(source, fetched.Address) is { } refusal => await EndAsync(page, PageOutcome.Unsupported, PageReason.Elsewhere, $"It leads elsewhere. {refusal.En}", cancellation),
            FetchResult.Fetched fetched => Ended(page, await ingestor.IngestAsync(page.Id, source, fetched, cancellation)),
            FetchResult.Disallowed disallowed => await EndAsync(page, PageOutcome.Disallowed, null, disallowed.Reason.En, cancellation),
            FetchResult.Gone gone => await EndAsync(page, PageOutcome.Gone, null, gone.Reason.En, cancellation),
            FetchResult.Unsupported unsupported => await EndAsync(page, PageOutcome.Unsupported, unsupported.Why.Kind, unsupported.Reason.En, cancellation),
            FetchResult.NotModified => await PostponeAsync(page, "304 to an unconditional request", null, cancellation),
            FetchResult.Failed { Sent: false } left => await PutOffAsync(page, left.NotDue ? null : left.Reason.En, left.RetryAfter ?? options.Value.FirstRetry, cancellation),
            FetchResult.Failed failed => await PostponeAsync(page, failed.Reason.En, failed.RetryAfter, cancellation),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is new here."),
        };
    }

    /// <summary>Counts the attempt before it is made: whoever counts first has the page, and a page that kills the process is seen to.</summary>
    private async Task<bool> ClaimAsync(PendingPage page, CancellationToken cancellation) =>
        await steps.QueueAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Pages" SET "Attempts" = {page.Attempts + 1} WHERE "Id" = {page.Id} AND "Outcome" IS NULL AND "Attempts" = {page.Attempts}""", cancellation), cancellation) == 1;

    /// <summary>An orderly stop costs the page no attempt.</summary>
    private async Task UnclaimAsync(PendingPage page)
    {
        await steps.QueueAsync(db => db.Pages.Where(p => p.Id == page.Id && p.Outcome == null && p.Attempts == page.Attempts + 1)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Attempts, page.Attempts), CancellationToken.None), CancellationToken.None);
    }

    /// <summary>No request was made, so that none is counted: a host with a long crawl-delay would otherwise use up its pages' attempts unasked.</summary>
    /// <param name="reason">What is wrong; null where nothing is, but that its host's pause is not over.</param>
    private async Task<PageEnd> PutOffAsync(PendingPage page, string? reason, TimeSpan wanted, CancellationToken cancellation)
    {
        var wait = wanted < options.Value.LongestRetry ? wanted : options.Value.LongestRetry;
        return await WaitAsync(page, page.Attempts, reason, wait, cancellation);
    }

    private async Task<PageEnd> PostponeAsync(PendingPage page, string reason, TimeSpan? retryAfter, CancellationToken cancellation)
    {
        var attempts = page.Attempts + 1;
        if (Patience.Wait(options.Value, attempts, retryAfter, page.Id) is not { } wait)
            return await EndAsync(page, PageOutcome.Unreachable, null, $"Given up after {attempts} attempts: {reason}", cancellation);
        return await WaitAsync(page, attempts, reason, wait, cancellation);
    }

    private async Task<PageEnd> WaitAsync(PendingPage page, int attempts, string? reason, TimeSpan wait, CancellationToken cancellation)
    {
        var detail = reason is null ? null : Masked(reason);
        var next = clock.GetUtcNow() + wait;
        var saved = await steps.QueueAsync(db => db.Pages.Where(p => p.Id == page.Id && p.Outcome == null)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Attempts, attempts).SetProperty(p => p.NextAttemptAt, next).SetProperty(p => p.Detail, p => detail ?? p.Detail), cancellation), cancellation);
        if (saved == 0) return new PageEnd.Taken();
        metrics.Postponed();
        LogPostponed(page.Id, wait, attempts, detail ?? "its host's pause is not over");
        return new PageEnd.Postponed();
    }

    private async Task<PageEnd> EndAsync(PendingPage page, PageOutcome outcome, PageReason? kind, string reason, CancellationToken cancellation)
    {
        var detail = Masked(reason);
        var now = clock.GetUtcNow();
        var saved = await steps.QueueAsync(db => db.Pages.Where(p => p.Id == page.Id && p.Outcome == null)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Outcome, outcome).SetProperty(p => p.EndedAt, now).SetProperty(p => p.Detail, detail).SetProperty(p => p.Reason, kind), cancellation), cancellation);
        return saved == 0 ? new PageEnd.Taken() : Ended(page, outcome);
    }

    private PageEnd.Ended Ended(PendingPage page, PageOutcome outcome)
    {
        metrics.Page(outcome);
        LogEnded(page.Id, outcome);
        return new PageEnd.Ended(outcome);
    }

    /// <summary>Error texts may repeat an address or a line of a page: nothing unmasked is written.</summary>
    public static string Masked(string text)
    {
        var masked = PersonalDataMasker.Mask(text);
        return masked.Length <= DetailLength ? masked : masked[..DetailLength];
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Page {PageId} ended: {Outcome}")]
    private partial void LogEnded(long pageId, PageOutcome outcome);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Page {PageId} waits {Wait} after {Attempts} attempts: {Reason}")]
    private partial void LogPostponed(long pageId, TimeSpan wait, int attempts, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Page {PageId} broke the reader and is quarantined: infomonitor quarantine list")]
    private partial void LogBroken(long pageId, Exception exception);
}
