using System.Globalization;
using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Ingestion;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Crawling;

/// <summary>An item whose page is to be read again.</summary>
internal sealed record DueItem
{
    public required string SourceId { get; init; }
    public required long ItemId { get; init; }

    /// <summary>The page's address, readable.</summary>
    public required string Url { get; init; }

    /// <summary>Of the last re-reading, with <see cref="LastModified"/>; null before the first.</summary>
    public string? ETag { get; init; }

    public string? LastModified { get; init; }
}

/// <summary>Reads the pages of items behind open flags again, daily for a week: a changed text becomes a new version, a removal is kept with its time (DESIGN step 10).</summary>
/// <remarks>Pages that somebody added by hand are read again too, under their host's pause and robots.txt, though it is no source. A page whose address is not kept (personal data in it, an exposed victim) cannot be read again and is not.</remarks>
internal sealed partial class Rereader(
    IDbContextFactory<InfoMonitorDb> databases, AuditedStep steps, AuditLog audit, Fetcher fetcher, Reviser reviser, CrawlingMetrics metrics, IOptions<CrawlingOptions> options, TimeProvider clock, ILogger<Rereader> log)
{
    /// <summary>What could not be reached is tried again within the day.</summary>
    private const int Sooner = 4;

    public static IQueryable<DueItem> Due(InfoMonitorDb db, CrawlingOptions options, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(options);
        var (oldest, newest) = (now - options.RereadFor - options.RereadEvery / 2, now - options.RereadEvery);
        return from item in db.Items
               join flag in db.Flags on item.StoryId equals flag.StoryId
               where FlagStates.Open.Contains(flag.State) && item.FoundAt > oldest && item.FoundAt <= newest
               join page in db.Pages on item.PageId equals page.Id
               where !page.UrlMasked
               join done in db.Rereadings on item.Id equals done.ItemId into earlier
               from done in earlier.DefaultIfEmpty()
               where done == null || done.NextAt <= now
               select new DueItem { SourceId = item.SourceId, ItemId = item.Id, Url = page.Url, ETag = done == null ? null : done.ETag, LastModified = done == null ? null : done.LastModified };
    }

    /// <returns>How many pages were tried.</returns>
    public async Task<int> RereadAsync(string sourceId, CancellationToken cancellation)
    {
        List<DueItem> due;
        Source source;
        await using (var db = await databases.CreateDbContextAsync(cancellation))
        {
            var listed = await db.Sources.AsNoTracking().Include(s => s.EntryPoints).SingleOrDefaultAsync(s => s.Id == sourceId, cancellation);
            if (listed is { Enabled: false }) return 0;
            source = listed ?? Source.Stranger(sourceId);
            due = await Due(db, options.Value, clock.GetUtcNow()).Where(d => d.SourceId == sourceId).OrderBy(d => d.ItemId).Take(source.PagesPerCrawl).ToListAsync(cancellation);
        }
        foreach (var item in due)
        {
            var result = await ReadAsync(source, item, cancellation);
            metrics.Reread(result);
            LogReread(item.ItemId, result);
        }
        return due.Count;
    }

    private async Task<string> ReadAsync(Source source, DueItem item, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(item.Url, UriKind.Absolute, out var address)) return await LaterAsync(item, "Its address is not kept.", cancellation);
        using var result = await fetcher.FetchAsync(FetchRequest.Of(source, address, item.ETag, item.LastModified), cancellation);
        switch (result)
        {
            case FetchResult.NotModified unchanged when Admission.RefusalOf(source, unchanged.Address) is { } refusal:
                return await KeepAsync(item, r => (r.ETag, r.LastModified, r.Status) = (null, null, null), (PageOutcome.Unsupported, $"It leads elsewhere. {refusal.En}"), cancellation);
            case FetchResult.NotModified:
                return await KeepAsync(item, _ => { }, null, cancellation);
            case FetchResult.Fetched fetched when Admission.RefusalOf(source, fetched.Address) is { } refusal:
                return await KeepAsync(item, r => (r.ETag, r.LastModified, r.Status) = (null, null, null), (PageOutcome.Unsupported, $"It leads elsewhere. {refusal.En}"), cancellation);
            case FetchResult.Fetched fetched:
                return await reviser.ReviseAsync(item.ItemId, fetched, cancellation) switch
                {
                    Revision.Missing missing => await KeepAsync(item, r => (r.ETag, r.LastModified, r.Status) = (null, null, null), (missing.Outcome, missing.Reason.En), cancellation),
                    var revision => await KeepAsync(item, r => (r.ETag, r.LastModified) = (fetched.ETag, fetched.LastModified), null, cancellation) is "back" ? "back" : revision is Revision.Changed ? "changed" : "same",
                };
            case FetchResult.Gone gone:
                return await KeepAsync(item, r => (r.ETag, r.LastModified, r.Status) = (null, null, gone.Status), (PageOutcome.Gone, gone.Reason.En), cancellation);
            case FetchResult.Disallowed disallowed:
                return await KeepAsync(item, r => r.Status = null, (PageOutcome.Disallowed, disallowed.Reason.En), cancellation);
            case FetchResult.Unsupported unsupported:
                return await KeepAsync(item, r => r.Status = null, (PageOutcome.Unsupported, unsupported.Reason.En), cancellation);
            case FetchResult.Failed failed:
                return await LaterAsync(item, failed.Reason.En, cancellation);
            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is new here.");
        }
    }

    /// <summary>Saves an answer. That a page went missing, or is back, is a step in the flag's history.</summary>
    private Task<string> KeepAsync(DueItem item, Action<Rereading> set, (PageOutcome Outcome, string Reason)? missing, CancellationToken cancellation) => steps.RunAsync(async db =>
    {
        var now = clock.GetUtcNow();
        var row = await RowAsync(db, item, cancellation);
        var before = row.Missing;
        set(row);
        (row.ReadAt, row.NextAt, row.Missing, row.Detail) = (now, now + options.Value.RereadEvery, missing?.Outcome, missing is { Reason: var reason } ? PageCrawler.Masked(reason) : null);
        row.MissingAt = missing is null ? null : row.MissingAt ?? now;
        if (missing is null) row.Status = null;
        if (before == row.Missing) return missing is null ? "same" : "missing";
        await AppendAsync(db, item, missing is null ? "flag.text-back" : "flag.text-missing", row, cancellation);
        return missing is null ? "back" : "missing";
    }, cancellation);

    /// <summary>The world could not be reached: nothing is known of the page.</summary>
    private Task<string> LaterAsync(DueItem item, string reason, CancellationToken cancellation) => steps.RunAsync(async db =>
    {
        var row = await RowAsync(db, item, cancellation);
        (row.NextAt, row.Detail) = (clock.GetUtcNow() + options.Value.RereadEvery / Sooner, PageCrawler.Masked(reason));
        return "failed";
    }, cancellation);

    private static async Task<Rereading> RowAsync(InfoMonitorDb db, DueItem item, CancellationToken cancellation) =>
        await db.Rereadings.FindAsync([item.ItemId], cancellation) ?? db.Rereadings.Add(new Rereading { ItemId = item.ItemId }).Entity;

    private async Task AppendAsync(InfoMonitorDb db, DueItem item, string action, Rereading row, CancellationToken cancellation)
    {
        var flag = await db.Flags.Where(f => db.Items.Any(i => i.Id == item.ItemId && i.StoryId == f.StoryId)).Select(f => f.Id).SingleAsync(cancellation);
        await audit.AppendAsync(db, AuditLog.System, action, "flag:" + flag.ToString(CultureInfo.InvariantCulture), null, new { item = item.ItemId, outcome = row.Missing?.Word(), status = row.Status }, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Item {ItemId} read again: {Result}")]
    private partial void LogReread(long itemId, string result);
}
