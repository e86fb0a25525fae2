using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Reviews;

/// <summary>Reads the queue page by page. Each state is one range of the index; the ranges are merged here, so a page costs the same however many flags there are.</summary>
internal sealed class QueueReader(IDbContextFactory<InfoMonitorDb> databases, IOptions<ReviewsOptions> options, TimeProvider clock)
{
    /// <summary>Points of a row's curve.</summary>
    public const int Buckets = 12;

    /// <summary>Tabs and facts count no further.</summary>
    public const int Most = 999;

    private static readonly (Text Name, QueueFilter Filter)[] Views =
    [
        (ReviewsTexts.ViewAll, new QueueFilter()),
        (ReviewsTexts.ViewMine, new QueueFilter { Mine = true }),
        (ReviewsTexts.ViewUrgent, new QueueFilter { Reasons = [FlagReason.Incitement, FlagReason.ExploitationLure, FlagReason.VictimExposure] }),
        (ReviewsTexts.ViewCorrection, new QueueFilter { Correction = true }),
        (ReviewsTexts.ViewSecond, new QueueFilter { States = [FlagState.AwaitingSecond] }),
        (ReviewsTexts.ViewDecided, new QueueFilter { States = [FlagState.Decided, FlagState.Confirmed, FlagState.Answered, FlagState.Closed] }),
    ];

    /// <returns>The rows after the cursor, and the cursor of the next page where there is one.</returns>
    public async Task<(IReadOnlyList<QueueRow> Rows, QueueCursor? Next)> PageAsync(QueueFilter filter, QueueCursor? after, int size, long me, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = new List<QueueRow>();
        foreach (var state in filter.States)
        {
            var flags = filter.Apply(db.Flags.AsNoTracking(), state, me);
            if (after is not null) flags = after.After(flags);
            rows.AddRange(await Shown(flags.OrderByDescending(f => f.Priority).ThenByDescending(f => f.FoundAt).ThenByDescending(f => f.Id).Take(size + 1)).ToListAsync(cancellation));
        }
        rows = [.. rows.OrderByDescending(r => r.Priority).ThenByDescending(r => r.FoundAt).ThenByDescending(r => r.Id).Take(size + 1)];
        var next = rows.Count > size ? rows[size - 1].Cursor : null;
        return (await CompleteAsync(db, [.. rows.Take(size)], cancellation), next);
    }

    public async Task<QueueView> ReadAsync(QueueFilter filter, QueueCursor? after, Person person, LastStep? last, DateTimeOffset startOfToday, CancellationToken cancellation)
    {
        var (rows, next) = await PageAsync(filter, after, options.Value.PageSize, person.Id, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var tabs = new List<QueueTab>();
        foreach (var (name, view) in Views)
        {
            long count = 0;
            foreach (var state in view.States) count += await view.Apply(db.Flags, state, person.Id).OrderByDescending(f => f.Priority).Take(Most + 1).CountAsync(cancellation);
            tabs.Add(new QueueTab(name, view, count));
        }
        var now = clock.GetUtcNow();
        var open = db.Flags.Where(f => f.State == FlagState.New || f.State == FlagState.Claimed || f.State == FlagState.AwaitingSecond);
        var facts = new QueueFacts(
            await open.Where(f => f.DueAt < now).OrderBy(f => f.DueAt).Take(Most + 1).CountAsync(cancellation),
            await open.Where(f => f.DueAt >= now && f.DueAt < now.AddHours(4)).OrderBy(f => f.DueAt).Take(Most + 1).CountAsync(cancellation),
            await db.Flags.Where(f => f.FoundAt >= startOfToday).OrderBy(f => f.FoundAt).Take(Most + 1).CountAsync(cancellation),
            await db.Flags.Where(f => f.DecidedAt >= startOfToday).OrderBy(f => f.DecidedAt).Take(Most + 1).CountAsync(cancellation));
        var nextRead = rows.Count > 0 ? null : await db.Sources.Where(s => s.Enabled && s.NextReadAt > now).MinAsync(s => s.NextReadAt, cancellation);
        var any = rows.Count > 0 || await db.Flags.AnyAsync(cancellation);
        return new QueueView(filter, rows, next, after is null, tabs, facts, last, nextRead, any, person.May(Right.Decide));
    }

    /// <summary>The flag to open after this one: the best that is left in the same view, open, held by nobody else and not yet judged by this person.</summary>
    public async Task<long?> NextAsync(QueueFilter filter, QueueCursor? after, long me, bool onlyMineToDo, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await NearestAsync(db, filter, me, onlyMineToDo, flags => after is null ? flags : after.After(flags), forward: true, cancellation);
    }

    /// <summary>The neighbours of a flag in a view, for stepping through it.</summary>
    public async Task<(long? Before, long? After)> NeighboursAsync(QueueFilter filter, QueueCursor at, long me, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return (await NearestAsync(db, filter, me, false, at.Before, forward: false, cancellation), await NearestAsync(db, filter, me, false, at.After, forward: true, cancellation));
    }

    private async Task<long?> NearestAsync(InfoMonitorDb db, QueueFilter filter, long me, bool onlyMineToDo, Func<IQueryable<Flag>, IQueryable<Flag>> side, bool forward, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = new List<QueueCursor>();
        foreach (var state in filter.States)
        {
            var flags = side(filter.Apply(db.Flags.AsNoTracking(), state, me));
            if (onlyMineToDo) flags = flags.Where(f => (f.HolderId == null || f.HolderId == me || f.HeldUntil <= now) && !f.Reviews.Any(r => r.ReviewerId == me && r.UndoneAt == null));
            var ordered = forward
                ? flags.OrderByDescending(f => f.Priority).ThenByDescending(f => f.FoundAt).ThenByDescending(f => f.Id)
                : flags.OrderBy(f => f.Priority).ThenBy(f => f.FoundAt).ThenBy(f => f.Id);
            found.AddRange(await ordered.Take(1).Select(f => new QueueCursor(f.Priority, f.FoundAt, f.Id)).ToListAsync(cancellation));
        }
        var sorted = found.OrderByDescending(c => c.Priority).ThenByDescending(c => c.FoundAt).ThenByDescending(c => c.Id);
        return (forward ? sorted.FirstOrDefault() : sorted.LastOrDefault())?.Id;
    }

    private static IQueryable<QueueRow> Shown(IQueryable<Flag> flags) => flags.Select(f => new QueueRow
    {
        Id = f.Id,
        StoryId = f.StoryId,
        Reason = f.Reason,
        Priority = f.Priority,
        State = f.State,
        FoundAt = f.FoundAt,
        DueAt = f.DueAt,
        Sentence = f.Sentence,
        Language = f.Language,
        Revision = f.Revision,
        Verdict = f.Verdict,
        HolderId = f.HolderId,
        HeldUntil = f.HeldUntil,
        Title = f.Item!.Title,
        Assessment = f.Item.Assessment,
        ItemCount = f.Story!.ItemCount,
        SourceCount = f.Story.SourceCount,
        FirstSeenAt = f.Story.FirstSeenAt,
        LastSeenAt = f.Story.LastSeenAt,
        Topics = f.Story.Topics.Select(t => t.Topic).ToList(),
        Correction = f.Reference == null ? null : f.Reference.Publisher,
    });

    private async Task<IReadOnlyList<QueueRow>> CompleteAsync(InfoMonitorDb db, IReadOnlyList<QueueRow> rows, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var since = now.AddHours(-24);
        var stories = rows.Select(r => r.StoryId).ToArray();
        var holders = rows.Select(r => r.HolderId).OfType<long>().Distinct().ToArray();
        var names = await db.Accounts.Where(a => holders.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellation);
        var seen = await db.Items.Where(i => stories.Contains(i.StoryId) && i.FoundAt > since).Select(i => new { i.StoryId, i.FoundAt, i.PublishedAt }).ToListAsync(cancellation);
        var spread = seen.ToLookup(i => i.StoryId, i => i.PublishedAt > since && i.PublishedAt <= now ? i.PublishedAt.Value : i.FoundAt);
        return [.. rows.Select(r => r with
        {
            Holder = r.HolderId is { } holder && r.HeldUntil > now && names.TryGetValue(holder, out var name) ? name : null,
            Topics = [.. r.Assessment.Topics.Where(r.Topics.Contains), .. r.Topics.Except(r.Assessment.Topics)],
            Spread = InBuckets(spread[r.StoryId], since),
        })];
    }

    private static int[] InBuckets(IEnumerable<DateTimeOffset> times, DateTimeOffset since)
    {
        var counts = new int[Buckets];
        foreach (var at in times) counts[Math.Clamp((int)((at - since).TotalHours * Buckets / 24), 0, Buckets - 1)]++;
        return counts;
    }
}
