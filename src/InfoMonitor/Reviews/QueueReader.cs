using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Reviews;

/// <summary>
/// Reads the queue page by page. Each state is one range of the index of the order asked for; the ranges are merged here by the places of their flags, and only the flags that are
/// shown are read, so a page costs the same however many flags there are.
/// </summary>
internal sealed class QueueReader(IDbContextFactory<InfoMonitorDb> databases, WorkCalendar calendar, IOptions<ReviewsOptions> options, TimeProvider clock)
{
    /// <summary>Points of a row's curve.</summary>
    public const int Buckets = 12;

    /// <summary>Tabs and facts count no further.</summary>
    public const int Most = 999;

    /// <summary>Publishers named in a row.</summary>
    public const int Carriers = 3;

    private static readonly (Text Name, QueueFilter Filter)[] Views =
    [
        (ReviewsTexts.ViewAll, new QueueFilter()),
        (ReviewsTexts.ViewMine, new QueueFilter { Holder = QueueHolder.Me }),
        (ReviewsTexts.ViewUrgent, new QueueFilter { Urgent = true }),
        (ReviewsTexts.ViewCorrection, new QueueFilter { Correction = true }),
        (ReviewsTexts.ViewSecond, new QueueFilter { States = [FlagState.AwaitingSecond] }),
        (ReviewsTexts.ViewSplit, new QueueFilter { Split = true }),
        (ReviewsTexts.ViewSnoozed, new QueueFilter { States = [FlagState.Snoozed] }),
        (ReviewsTexts.ViewDecided, new QueueFilter { States = FlagStates.Settled }),
    ];

    /// <returns>The rows after the cursor, and the cursor of the next page where there is one.</returns>
    public async Task<(IReadOnlyList<QueueRow> Rows, QueueCursor? Next)> PageAsync(QueueFilter filter, QueueCursor? after, int size, long me, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await PageAsync(db, filter, after, size, me, cancellation);
    }

    public async Task<QueueView> ReadAsync(QueueFilter filter, QueueCursor? after, Person person, LastStep? last, DateTimeOffset startOfToday, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(person);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var (rows, next) = await PageAsync(db, filter, after, options.Value.PageSize, person.Id, cancellation);
        var now = clock.GetUtcNow();
        var saved = await SavedViews.Of(db, person.Id).ToListAsync(cancellation);
        var views = Views.Select(v => (v.Name, v.Filter, Own: (SavedView?)null)).Concat(saved.Select(v => (Name: new Text(v.Name, v.Name), Filter: QueueFilter.Parse(v.Query), Own: (SavedView?)v))).ToList();
        var (counts, facts) = await CountAsync(db, [.. views.Select(v => v.Filter)], person.Id, startOfToday, now, cancellation);
        var nextRead = rows.Count > 0 ? null : await db.Sources.Where(s => s.Enabled && s.NextReadAt > now).MinAsync(s => s.NextReadAt, cancellation);
        var any = rows.Count > 0 || await db.Flags.AnyAsync(cancellation);
        return new QueueView
        {
            Filter = filter,
            Rows = rows,
            Next = next,
            IsFirst = after is null,
            Labels = person.May(Right.Decide) ? await LabelDesk.WaitingAsync(db, person, Most, cancellation) : 0,
            Tabs = [.. views.Zip(counts, (v, count) => new QueueTab(v.Name, v.Filter, count, v.Own))],
            Facts = facts,
            Last = last,
            NextRead = nextRead,
            AnyFlag = any,
            CanDecide = person.May(Right.Decide),
            Models = await ModelsAsync(db, filter, cancellation),
            Assignees = person.May(Right.Assign) ? await ReviewDesk.AssigneesAsync(db, cancellation) : [],
        };
    }

    /// <summary>The flag to open after this one: the best that is left in the same view, open, held by nobody else and not yet judged by this person.</summary>
    public async Task<long?> NextAsync(QueueFilter filter, QueueCursor? after, long me, bool onlyMineToDo, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await NearestAsync(db, filter, me, onlyMineToDo, flags => after is null ? flags : after.After(flags, filter.Sort), forward: true, cancellation);
    }

    /// <summary>The neighbours of a flag in a view, for stepping through it.</summary>
    public async Task<(long? Before, long? After)> NeighboursAsync(QueueFilter filter, QueueCursor at, long me, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(at);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return (await NearestAsync(db, filter, me, false, flags => at.Before(flags, filter.Sort), forward: false, cancellation),
            await NearestAsync(db, filter, me, false, flags => at.After(flags, filter.Sort), forward: true, cancellation));
    }

    private async Task<(IReadOnlyList<QueueRow> Rows, QueueCursor? Next)> PageAsync(InfoMonitorDb db, QueueFilter filter, QueueCursor? after, int size, long me, CancellationToken cancellation)
    {
        var now = QueueTime.At(clock.GetUtcNow(), calendar);
        var places = new List<QueueCursor>();
        foreach (var state in filter.States)
        {
            var flags = filter.Apply(db.Flags.AsNoTracking(), state, me, now);
            if (after is not null) flags = after.After(flags, filter.Sort);
            places.AddRange(await filter.Order(flags).Take(size + 1).Select(f => new QueueCursor(f.Priority, f.FoundAt, f.DueAt, f.Id)).ToListAsync(cancellation));
        }
        places = [.. filter.Order(places).Take(size + 1)];
        var ids = places.Take(size).Select(p => p.Id).ToArray();
        var rows = ids is [] ? [] : await Shown(db.Flags.AsNoTracking().Where(f => ids.Contains(f.Id))).ToDictionaryAsync(r => r.Id, cancellation);
        return (await CompleteAsync(db, [.. ids.Where(rows.ContainsKey).Select(id => rows[id])], cancellation), places.Count > size ? places[size - 1] : null);
    }

    /// <summary>How many flags each view has, and the facts above the rows.</summary>
    private async Task<(IReadOnlyList<long> Views, QueueFacts Facts)> CountAsync(InfoMonitorDb db, IReadOnlyList<QueueFilter> views, long me, DateTimeOffset startOfToday, DateTimeOffset now, CancellationToken cancellation)
    {
        var time = QueueTime.At(now, calendar);
        IReadOnlyList<IQueryable<Flag>>[] wanted =
        [
            .. views.Append(QueueFacts.IsOverdue).Append(QueueFacts.IsDueSoon).Select(view => view.States.Select(state => Counted(view, view.Apply(db.Flags, state, me, time))).ToList()),
            [db.Flags.Where(f => f.FoundAt >= startOfToday).OrderBy(f => f.FoundAt)],
            [db.Flags.Where(f => f.DecidedAt >= startOfToday).OrderBy(f => f.DecidedAt)],
        ];
        // All in one statement: forty of them, each for a thousand entries of an index, take longer to ask than to answer.
        var nothing = db.Database.SqlQueryRaw<int>("""SELECT 0 AS "Value" """);
        var counted = await wanted
            .SelectMany((lists, at) => lists.Select(flags => nothing.Select(_ => new { At = at, Count = flags.Take(Most + 1).Count() })))
            .Aggregate((all, next) => all.Concat(next)).ToListAsync(cancellation);
        var counts = counted.ToLookup(c => c.At, c => c.Count);
        int Of(int fact) => counts[views.Count + fact].Sum();
        return ([.. views.Select((_, at) => counts[at].Sum(c => (long)c))], new QueueFacts(Of(0), Of(1), Of(2), Of(3)));
    }

    /// <summary>The order names the index to count by: that of due times tells what is urgent too, and of those that wait for a third there is one that SQLite takes in its own order only.</summary>
    private static IQueryable<Flag> Counted(QueueFilter view, IQueryable<Flag> flags) => view.Split ? flags.OrderBy(f => f.Id) : view.Urgent ? flags.OrderBy(f => f.DueAt) : view.Order(flags);

    /// <summary>Model versions to filter by: those of the newest flags, and the one that is filtered by.</summary>
    private static async Task<IReadOnlyList<string>> ModelsAsync(InfoMonitorDb db, QueueFilter filter, CancellationToken cancellation)
    {
        var recent = await db.Flags.OrderByDescending(f => f.FoundAt).Take(200).Select(f => f.ModelVersion).ToListAsync(cancellation);
        return [.. recent.Append(filter.Model).OfType<string>().Distinct(StringComparer.Ordinal).Take(8)];
    }

    private async Task<long?> NearestAsync(InfoMonitorDb db, QueueFilter filter, long me, bool onlyMineToDo, Func<IQueryable<Flag>, IQueryable<Flag>> side, bool forward, CancellationToken cancellation)
    {
        var time = QueueTime.At(clock.GetUtcNow(), calendar);
        var now = time.Now;
        var found = new List<QueueCursor>();
        foreach (var state in filter.States)
        {
            var flags = side(filter.Apply(db.Flags.AsNoTracking(), state, me, time));
            if (onlyMineToDo) flags = flags.Where(f => (f.HolderId == null || f.HolderId == me || f.HeldUntil <= now) && !f.Reviews.Any(r => r.ReviewerId == me && r.UndoneAt == null));
            found.AddRange(await filter.Order(flags, forward).Take(1).Select(f => new QueueCursor(f.Priority, f.FoundAt, f.DueAt, f.Id)).ToListAsync(cancellation));
        }
        return (forward ? filter.Order(found).FirstOrDefault() : filter.Order(found).LastOrDefault())?.Id;
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
        UrgentAt = f.UrgentAt,
        SnoozedUntil = f.SnoozedUntil,
        Sentence = f.Sentence,
        Language = f.Language,
        Revision = f.Revision,
        Verdict = f.Verdict,
        HolderId = f.HolderId,
        HeldUntil = f.HeldUntil,
        TopicBits = f.TopicBits,
        Title = f.Item!.Title,
        ByHand = f.ByHand,
        Split = f.Split,
        Assessment = f.Item.Assessment,
        ItemCount = f.Story!.ItemCount,
        SourceCount = f.Story.SourceCount,
        FirstSeenAt = f.Story.FirstSeenAt,
        LastSeenAt = f.Story.LastSeenAt,
        Correction = f.Reference == null ? null : f.Reference.Publisher,
    });

    private async Task<IReadOnlyList<QueueRow>> CompleteAsync(InfoMonitorDb db, IReadOnlyList<QueueRow> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0) return rows;
        var now = clock.GetUtcNow();
        var since = now.AddHours(-24);
        var stories = rows.Select(r => r.StoryId).ToArray();
        var holders = rows.Select(r => r.HolderId).OfType<long>().Distinct().ToArray();
        var names = holders is [] ? [] : await db.Accounts.Where(a => holders.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellation);
        var seen = await db.Items.Where(i => stories.Contains(i.StoryId) && i.FoundAt > since).Select(i => new { i.StoryId, i.FoundAt, i.PublishedAt }).ToListAsync(cancellation);
        var spread = seen.ToLookup(i => i.StoryId, i => i.PublishedAt > since && i.PublishedAt <= now ? i.PublishedAt.Value : i.FoundAt);
        var carrying = await db.Items.Where(i => stories.Contains(i.StoryId)).GroupBy(i => new { i.StoryId, i.SourceId }).Select(g => new { g.Key.StoryId, g.Key.SourceId, First = g.Min(i => i.FoundAt) }).ToListAsync(cancellation);
        var carriers = carrying.GroupBy(c => c.StoryId).ToDictionary(g => g.Key, g => g.OrderBy(c => c.First).Take(Carriers).Select(c => c.SourceId).ToArray());
        var sources = carriers.Values.SelectMany(s => s).Distinct().ToArray();
        var publishers = await db.Sources.Where(s => sources.Contains(s.Id)).Select(s => new { s.Id, s.Publisher }).ToDictionaryAsync(s => s.Id, s => s.Publisher, cancellation);
        return [.. rows.Select(r => r with
        {
            Holder = r.HolderId is { } holder && r.HeldUntil > now && names.TryGetValue(holder, out var name) ? name : null,
            Spread = InBuckets(spread[r.StoryId], since),
            Publishers = [.. carriers.GetValueOrDefault(r.StoryId, []).Select(id => publishers.GetValueOrDefault(id, id))],
        })];
    }

    private static int[] InBuckets(IEnumerable<DateTimeOffset> times, DateTimeOffset since)
    {
        var counts = new int[Buckets];
        foreach (var at in times) counts[Math.Clamp((int)((at - since).TotalHours * Buckets / 24), 0, Buckets - 1)]++;
        return counts;
    }
}
