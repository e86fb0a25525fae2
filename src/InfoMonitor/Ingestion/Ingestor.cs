using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Extraction;
using InfoMonitor.Content.Fingerprints;
using InfoMonitor.Content.Text;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Storage;
using InfoMonitor.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Ingestion;

/// <summary>Turns a fetched page into an item, its story, its assessment and its flag (DESIGN steps 6-10), saved in one transaction.</summary>
internal sealed partial class Ingestor(
    IDbContextFactory<InfoMonitorDb> databases, AuditedStep steps, BigPages bigPages, ArticleReader reader, Judge judge, CorrectionShelf corrections,
    StoryFinder finder, Withholding withholding, EarlierItems earlier, StoryWriter writer, Shadow shadow, ScoreCounter scores, FactCheckRecorder references, TimeProvider clock, ILogger<Ingestor> logger)
{
    private const int LongestDetail = 500;

    // Translated once for this service's database: anew for every page it takes as long as the asking.
    private readonly Func<InfoMonitorDb, long, CancellationToken, Task<Shelf>> whatIsThere = EF.CompileAsyncQuery((InfoMonitorDb db, long page, CancellationToken _) => db.Pages.Where(p => p.Id == page)
        .Select(_ => new Shelf(db.Items.Max(i => (long?)i.Id) ?? 0, db.References.Count(), db.References.Max(r => (long?)r.Id) ?? 0)).Single());

    private readonly Func<InfoMonitorDb, long, CancellationToken, Task<PageNow>> pageNow = EF.CompileAsyncQuery((InfoMonitorDb db, long page, CancellationToken _) => db.Pages.Where(p => p.Id == page)
        .Select(p => new PageNow(p, db.Items.Max(i => (long?)i.Id) ?? 0)).Single());

    /// <summary>Reads the body and saves everything together with the page's outcome; nothing unmasked is written.</summary>
    /// <param name="pageId">A pending page; one that has ended already is left as it is and its outcome returned.</param>
    /// <returns>The page's outcome: stored, copy, not-article, unsupported, or quarantined where our own code broke on it.</returns>
    /// <remarks>Throws only when the database cannot be used just now: the page is still pending then, and nothing was saved.</remarks>
    public Task<PageOutcome> IngestAsync(long pageId, Source source, FetchResult.Fetched fetched, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(fetched);
        return bigPages.InTurnAsync(fetched, () => ReadAsync(pageId, source, fetched, cancellation), cancellation);
    }

    private async Task<PageOutcome> ReadAsync(long pageId, Source source, FetchResult.Fetched fetched, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        Ending ending;
        try
        {
            ending = reader.Read(fetched, cancellation) switch
            {
                Reading.Unsupported unsupported => await EndAsync(pageId, source, fetched.Address, PageOutcome.Unsupported, unsupported.Because, unsupported.Reason.En, [], cancellation),
                Reading.NotArticle none => await EndAsync(pageId, source, fetched.Address, PageOutcome.NotArticle, none.Because, none.Reason.En, none.FactChecks, cancellation),
                Reading.Readable readable => await StoreAsync(db, pageId, source, fetched.Address, readable.Article, cancellation),
                _ => throw new InvalidOperationException("A reading is readable, no article or unsupported."),
            };
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested && !InfoMonitorDb.IsAway(exception))   // the outer edge of a page: our own code broke on it
        {
            LogQuarantined(pageId, exception.GetType().Name);
            ending = await EndAsync(pageId, source, fetched.Address, PageOutcome.Quarantined, null, Words(exception), [], cancellation);
        }
        if (ending.Raised is { } reason) Metrics.FlagRaised(reason.Word());
        return ending.Outcome;
    }

    private async Task<Ending> StoreAsync(InfoMonitorDb db, long pageId, Source source, Uri address, Article read, CancellationToken cancellation)
    {
        var (seen, references, reference) = await whatIsThere(db, pageId, cancellation);
        var compared = await corrections.GetAsync(db, references, reference, cancellation);
        var judged = judge(read.Title, read.Text, read.Language, compared);
        var said = new Judged(judged, shadow.Judge(read.Title, read.Text, read.Language, compared));
        var raw = Fingerprint.Of(read.Text, read.Language);
        var like = await finder.FindAsync(db, read.Text, read.Language, raw, after: 0, cancellation);
        if (await Withholding.WithoutWordsAsync(() => withholding.OfAsync(db, read, judged, like, cancellation), cancellation) is not { } withheld)
            return await SaveAsync(pageId, source, address, new Readied(read, judged, raw, StoryFinder.CopiedBy(like, judged), seen, said), cancellation);
        var ready = new Readied(withheld.Article, withheld.Assessment, withheld.Fingerprint, ExposureRedactor.CanBeTold(withheld.Article.Text) ? StoryFinder.CopiedBy(withheld.Alike, withheld.Assessment) : null, seen, said)
        {
            Withheld = true,
            Read = ExposureRedactor.Exposes(judged) ? (read, raw, ExposureRedactor.Exposing(judged)) : null,
        };
        return await Withholding.WithoutWordsAsync(() => SaveAsync(pageId, source, address, ready, cancellation), cancellation);
    }

    // The search ran beside others; inside the transaction, where only one writer is, no more is looked at than what came meanwhile.
    private Task<Ending> SaveAsync(long pageId, Source source, Uri address, Readied ready, CancellationToken cancellation) =>
        EndingAsync(pageId, async (db, page, last) =>
        {
            var (article, assessment) = (ready.Article, ready.Assessment);
            await references.AddAsync(db, source, address, article.FactChecks, cancellation);
            var story = await StoryAsync(db, ready.Copied, cancellation);
            if (story is null && (ready.Copied is not null || last > ready.Seen) && (!ready.Withheld || ExposureRedactor.CanBeTold(article.Text)))
                story = await StoryAsync(db, StoryFinder.CopiedBy(await finder.FindAsync(db, article.Text, article.Language, ready.Fingerprint, ready.Copied is null ? ready.Seen : 0, cancellation), assessment), cancellation);
            if (ready.Withheld) EarlierItems.Hide(page);
            if (ready.Read is { } read) await earlier.RedactAsync(db, read.Article, read.Fingerprint, read.Exposing, cancellation);
            (page.Outcome, page.EndedAt) = (story is null ? PageOutcome.Stored : PageOutcome.Copy, clock.GetUtcNow());   // before the writer saves, so that no second statement does
            var flag = await writer.AddAsync(db, page, source, ready.Withheld ? null : address, article, assessment, ready.Fingerprint, story, hand: null, cancellation);
            await scores.AddAsync(db, db.Items.Local.Single(i => i.PageId == page.Id), source, ready.Said.Live, ready.Said.Shadow, cancellation);
            return (page.Outcome.Value, null, flag?.Reason);
        }, cancellation);

    private Task<Ending> EndAsync(long pageId, Source source, Uri address, PageOutcome outcome, PageReason? reason, string detail, IReadOnlyList<FactCheck> checks, CancellationToken cancellation) =>
        EndingAsync(pageId, async (db, page, _) =>
        {
            await references.AddAsync(db, source, address, checks, cancellation);
            page.Reason = reason;
            return (outcome, detail.Length > LongestDetail ? detail[..LongestDetail] : detail, null);
        }, cancellation);

    private Task<Ending> EndingAsync(long pageId, Func<InfoMonitorDb, Page, long, Task<(PageOutcome Outcome, string? Detail, FlagReason? Raised)>> work, CancellationToken cancellation) =>
        steps.RunAloneAsync(async db =>
        {
            var (page, last) = await pageNow(db, pageId, cancellation);
            if (page.Outcome is { } ended) return new Ending(ended);
            (var outcome, page.Detail, var raised) = await work(db, page, last);
            (page.Outcome, page.EndedAt) = (outcome, page.EndedAt ?? clock.GetUtcNow());
            return new Ending(outcome, raised);
        }, cancellation);

    private static async Task<Story?> StoryAsync(InfoMonitorDb db, long? id, CancellationToken cancellation) => id is null ? null : await db.Stories.FindAsync([id], cancellation);

    /// <summary>For people: what broke, without where. A message may quote the page, so it is masked like one.</summary>
    private static string Words(Exception exception) => $"{exception.GetType().Name}: {ArticleReader.Clean(exception.Message)}";

    /// <summary>An article as it is saved.</summary>
    /// <param name="Copied">The story it is a copy of; null for none that was found.</param>
    /// <param name="Seen">The last item there was when it was looked for.</param>
    /// <param name="Said">What is counted: of the text as it was read.</param>
    private sealed record Readied(Article Article, Assessment Assessment, Fingerprint Fingerprint, long? Copied, long Seen, Judged Said)
    {
        /// <summary>It was redacted, and its address is not kept.</summary>
        public bool Withheld { get; init; }

        /// <summary>What was read, for the search of what was stored before; null unless it exposes somebody.</summary>
        public (Article Article, Fingerprint Fingerprint, IReadOnlyList<TextSpan> Exposing)? Read { get; init; }
    }

    /// <summary>The last item and reference, and how many references there are.</summary>
    private sealed record Shelf(long Item, int References, long Reference);

    /// <param name="Last">The last item.</param>
    private sealed record PageNow(Page Page, long Last);

    /// <param name="Shadow">Null where no candidate runs.</param>
    private sealed record Judged(Assessment Live, ShadowJudgement? Shadow);

    /// <param name="Raised">The reason of the flag that was raised; null when none was.</param>
    private readonly record struct Ending(PageOutcome Outcome, FlagReason? Raised = null);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Page {PageId} is quarantined: {Exception}. See: quarantine list")]
    private partial void LogQuarantined(long pageId, string exception);
}
