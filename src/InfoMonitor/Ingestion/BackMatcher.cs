using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Matching;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Ingestion;

/// <summary>What <see cref="Assessor.Repeats"/> does: whether a text repeats the claim of a reference, without judging it.</summary>
internal delegate bool Repeats(string? title, string text, CorrectionIndex corrections);

/// <summary>Finds stories that were read before the fact-check that contradicts them, for a rumour mostly comes first, and has them judged again.</summary>
/// <remarks>Texts are compared with the new references alone, which is cheap; only what repeats one is judged against all of them. A reference is marked when every story has been looked at:
/// killed before, the next round looks again, and a story that has its flag is passed over.</remarks>
internal sealed partial class BackMatcher(IDbContextFactory<InfoMonitorDb> databases, AuditedStep steps, Repeats repeats, Reviser reviser, IOptions<IngestionOptions> options, TimeProvider clock, ILogger<BackMatcher> logger)
{
    /// <summary>So long after a reference was added no text is still being judged without it.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromMinutes(2);

    private const int MostReferences = 10_000;
    private const int Batch = 200;

    /// <summary>References that were not compared with earlier stories yet.</summary>
    public static IQueryable<Reference> Waiting(InfoMonitorDb db, DateTimeOffset addedUntil)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.References.AsNoTracking().Where(r => !r.MatchedBack && r.AddedAt <= addedUntil);
    }

    /// <param name="settled">Only references added so long ago: <see cref="Settled"/> beside others that ingest, zero where nobody does.</param>
    /// <returns>How many stories were put into the queue, or given their correction there.</returns>
    public async Task<int> MatchAsync(TimeSpan settled, CancellationToken cancellation)
    {
        var raised = 0;
        while (await NewAsync(clock.GetUtcNow() - settled, cancellation) is { Length: > 0 } references)
        {
            var index = CorrectionIndex.Build(references.Where(r => !r.Supports).Select(CorrectionShelf.TextOf));
            // A page that carries a fact-check quotes the claim, and is no copy of it.
            if (index.Count > 0) raised += await MatchAsync(index, references.Select(r => r.Url ?? "").ToHashSet(StringComparer.Ordinal), cancellation);
            foreach (var part in references.Select(r => r.Id).Chunk(Batch))
                await steps.QueueAsync(db => db.References.Where(r => part.Contains(r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.MatchedBack, true), cancellation), cancellation);
        }
        return raised;
    }

    private async Task<Reference[]> NewAsync(DateTimeOffset addedUntil, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await Waiting(db, addedUntil).OrderBy(r => r.Id).Take(MostReferences).ToArrayAsync(cancellation);
    }

    private async Task<int> MatchAsync(CorrectionIndex index, HashSet<string> factChecks, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - options.Value.MatchBack;
        var (raised, last) = (0, 0L);
        while (await EarlierAsync(since, last, cancellation) is [.., var end] earlier)
        {
            last = end.Id;
            foreach (var item in earlier)
            {
                cancellation.ThrowIfCancellationRequested();
                if (IsWithheld(item.Url) || item.Url.Length > 0 && factChecks.Contains(item.Url)) continue;   // the row of a withheld text is not what was read: it cannot be judged again
                try
                {
                    if (!repeats(item.Title.Length == 0 ? null : item.Title, item.Text, index) || await reviser.RejudgeAsync(item.Id, cancellation) is not { } rejudged) continue;
                    raised++;
                    if (rejudged.IsNew) Metrics.FlagRaised(rejudged.Reason.Word());
                }
                catch (Exception exception) when (!cancellation.IsCancellationRequested && !InfoMonitorDb.IsAway(exception))   // the outer edge of an item: the others are still looked at
                {
                    LogBroken(item.Id, exception.GetType().Name);
                }
            }
        }
        return raised;
    }

    /// <summary>The texts of stories without a flag, or whose flag still waits for what the reference says. A copy was judged as its original.</summary>
    private async Task<List<Earlier>> EarlierAsync(DateTimeOffset since, long after, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await (
            from item in db.Items.AsNoTracking()
            join story in db.Stories on item.StoryId equals story.Id
            join raised in db.Flags on story.Id equals raised.StoryId into flags
            from flag in flags.DefaultIfEmpty()
            where item.Id > after && story.LastSeenAt >= since
                && (flag == null ? item.IsOriginal : flag.ItemId == item.Id && flag.Reason == FlagReason.UnverifiedClaim && FlagStates.Open.Contains(flag.State))
            orderby item.Id
            select new Earlier(item.Id, item.Title, item.Text, item.Url)).Take(Batch).ToListAsync(cancellation);
    }

    private static bool IsWithheld(string url) => url.Length > 0 && VictimRedactor.RedactUrl(url) == url;

    private sealed record Earlier(long Id, string Title, string Text, string Url);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Item {ItemId} could not be judged again: {Exception}")]
    private partial void LogBroken(long itemId, string exception);
}
