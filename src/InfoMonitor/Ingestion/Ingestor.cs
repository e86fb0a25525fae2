using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Extraction;
using InfoMonitor.Content.Fingerprints;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Storage;
using InfoMonitor.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Ingestion;

/// <summary>Turns a fetched page into an item, its story, its assessment and its flag (DESIGN steps 6-10), saved in one transaction.</summary>
internal sealed partial class Ingestor(
    IDbContextFactory<InfoMonitorDb> databases, AuditedStep steps, ArticleReader reader, Judge judge, CorrectionShelf corrections,
    StoryFinder finder, StoryWriter writer, FactCheckRecorder references, TimeProvider clock, ILogger<Ingestor> logger)
{
    private const int LongestDetail = 500;

    /// <summary>Reads the body and saves everything together with the page's outcome; nothing unmasked is written.</summary>
    /// <param name="pageId">A pending page; one that has ended already is left as it is and its outcome returned.</param>
    /// <returns>The page's outcome: stored, copy, not-article, unsupported, or quarantined where our own code broke on it.</returns>
    /// <remarks>Throws only when the database cannot be used just now: the page is still pending then, and nothing was saved.</remarks>
    public async Task<PageOutcome> IngestAsync(long pageId, Source source, FetchResult.Fetched fetched, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(fetched);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Pages.Where(p => p.Id == pageId).Select(p => p.Outcome).SingleAsync(cancellation) is { } ended) return ended;
        Ending ending;
        try
        {
            ending = reader.Read(fetched, cancellation) switch
            {
                Reading.Unsupported unsupported => await EndAsync(pageId, source, fetched.Address, PageOutcome.Unsupported, unsupported.Reason, [], cancellation),
                Reading.NotArticle none => await EndAsync(pageId, source, fetched.Address, PageOutcome.NotArticle, none.Reason, none.FactChecks, cancellation),
                Reading.Readable readable => await StoreAsync(db, pageId, source, fetched.Address, readable.Article, cancellation),
                _ => throw new InvalidOperationException("A reading is readable, no article or unsupported."),
            };
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested && !InfoMonitorDb.IsAway(exception))   // the outer edge of a page: our own code broke on it
        {
            LogQuarantined(pageId, exception.GetType().Name);
            ending = await EndAsync(pageId, source, fetched.Address, PageOutcome.Quarantined, Words(exception), [], cancellation);
        }
        if (ending.Raised is { } reason) Metrics.FlagRaised(reason.Word());
        return ending.Outcome;
    }

    private async Task<Ending> StoreAsync(InfoMonitorDb db, long pageId, Source source, Uri address, Article read, CancellationToken cancellation)
    {
        var (article, assessment) = ExposureRedactor.Redact(read, judge(read.Title, read.Text, read.Language, await corrections.GetAsync(cancellation)));
        var fingerprint = Fingerprint.Of(article.Text, article.Language);
        Task<long?> FindAsync(InfoMonitorDb within, long after) => finder.FindAsync(within, article.Text, article.Language, fingerprint, assessment, after, cancellation);

        // The search runs beside others; inside the transaction, where only one writer is, no more is looked at than what came meanwhile.
        var seen = await db.Items.MaxAsync(i => (long?)i.Id, cancellation) ?? 0;
        var found = await FindAsync(db, after: 0);
        return await EndingAsync(pageId, async (within, page) =>
        {
            await references.AddAsync(within, source, address, article.FactChecks, cancellation);
            var story = await StoryAsync(within, found, cancellation) ?? await StoryAsync(within, await FindAsync(within, after: found is null ? seen : 0), cancellation);
            var flag = await writer.AddAsync(within, page, source, address, article, assessment, fingerprint, story, cancellation);
            return (story is null ? PageOutcome.Stored : PageOutcome.Copy, null, flag?.Reason);
        }, cancellation);
    }

    private Task<Ending> EndAsync(long pageId, Source source, Uri address, PageOutcome outcome, string detail, IReadOnlyList<FactCheck> checks, CancellationToken cancellation) =>
        EndingAsync(pageId, async (db, _) =>
        {
            await references.AddAsync(db, source, address, checks, cancellation);
            return (outcome, detail.Length > LongestDetail ? detail[..LongestDetail] : detail, null);
        }, cancellation);

    private Task<Ending> EndingAsync(long pageId, Func<InfoMonitorDb, Page, Task<(PageOutcome Outcome, string? Detail, FlagReason? Raised)>> work, CancellationToken cancellation) =>
        steps.RunAloneAsync(async db =>
        {
            var page = await db.Pages.SingleAsync(p => p.Id == pageId, cancellation);
            if (page.Outcome is { } ended) return new Ending(ended);
            (page.Outcome, page.Detail, var raised) = await work(db, page);
            page.EndedAt = clock.GetUtcNow();
            return new Ending(page.Outcome.Value, raised);
        }, cancellation);

    private static async Task<Story?> StoryAsync(InfoMonitorDb db, long? id, CancellationToken cancellation) => id is null ? null : await db.Stories.FindAsync([id], cancellation);

    /// <summary>For people: what broke, without where. A message may quote the page, so it is masked like one.</summary>
    private static string Words(Exception exception) => $"{exception.GetType().Name}: {ArticleReader.Clean(exception.Message)}";

    /// <param name="Raised">The reason of the flag that was raised; null when none was.</param>
    private readonly record struct Ending(PageOutcome Outcome, FlagReason? Raised = null);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Page {PageId} is quarantined: {Exception}. See: quarantine list")]
    private partial void LogQuarantined(long pageId, string exception);
}
