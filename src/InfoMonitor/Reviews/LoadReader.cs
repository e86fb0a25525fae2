using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Reviews;

/// <summary>Counts the desk's work by week. Of flags only: nobody's work is counted by itself, and people are not ranked.</summary>
internal sealed class LoadReader(IDbContextFactory<InfoMonitorDb> databases, WorkCalendar calendar, TimeProvider clock)
{
    public const int Weeks = 12;

    /// <summary>Upper ends of the ages open flags are counted by, in days; the last group has none.</summary>
    public static readonly IReadOnlyList<int> AgeEnds = [1, 3, 7, 30];

    public async Task<LoadView> ReadAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow();
        var monday = calendar.WeekOf(now);
        var starts = Enumerable.Range(0, Weeks + 1).Select(i => monday.AddDays(7 * (i - Weeks + 1))).ToArray();
        var weeks = new LoadWeek[Weeks];
        long open = 0;
        foreach (var state in FlagStates.Open) open += await db.Flags.LongCountAsync(f => f.State == state, cancellation);
        var left = open;
        for (var i = Weeks - 1; i >= 0; i--)
        {
            var (from, to) = (calendar.MidnightOf(starts[i]), calendar.MidnightOf(starts[i + 1]));
            var found = await db.Flags.LongCountAsync(f => f.FoundAt >= from && f.FoundAt < to, cancellation);
            var decided = await db.Flags.Where(f => f.DecidedAt >= from && f.DecidedAt < to).GroupBy(f => new { f.Verdict, InTime = f.DecidedAt <= f.DueAt })
                .Select(g => new { g.Key.Verdict, g.Key.InTime, Count = g.LongCount() }).ToListAsync(cancellation);
            var answered = await db.Flags.LongCountAsync(f => f.AnsweredAt >= from && f.AnsweredAt < to, cancellation);
            var young = await db.Flags.LongCountAsync(f => f.FoundAt >= from && f.FoundAt < to && (f.DecidedAt == null || f.DecidedAt >= to), cancellation);
            var settled = decided.Sum(d => d.Count);
            weeks[i] = new LoadWeek(starts[i], found, settled, left, Math.Min(young, left), decided.Where(d => d.InTime).Sum(d => d.Count), answered,
                decided.Where(d => d.Verdict is not null).GroupBy(d => d.Verdict!.Value).ToDictionary(g => g.Key, g => g.Sum(d => d.Count)));
            left = Math.Max(0, left - found + settled);   // how many were open when the week began
        }
        return new LoadView(now, weeks, await AgesAsync(db, now, cancellation), open, await AgreementAsync(db, calendar.MidnightOf(starts[0]), cancellation));
    }

    /// <summary>The first two who looked at each flag; a third, who is asked where they differ, is not counted.</summary>
    private static async Task<Agreement> AgreementAsync(InfoMonitorDb db, DateTimeOffset since, CancellationToken cancellation)
    {
        var standing = db.Reviews.AsNoTracking().Where(r => r.UndoneAt == null);
        var reviews = await standing.Where(r => standing.Any(s => s.FlagId == r.FlagId && s.IsSecond && s.At >= since)).OrderBy(r => r.FlagId).ThenBy(r => r.IsSecond).ThenBy(r => r.At)
            .Select(r => new { r.FlagId, r.Verdict }).ToListAsync(cancellation);
        return Agreement.Of([.. reviews.GroupBy(r => r.FlagId).Select(g => g.Take(2).ToArray()).Where(p => p.Length == 2).Select(p => (p[0].Verdict, p[1].Verdict))]);
    }

    private static async Task<long[]> AgesAsync(InfoMonitorDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        var ages = new long[AgeEnds.Count + 1];
        for (var i = 0; i <= AgeEnds.Count; i++)
        {
            var after = i == AgeEnds.Count ? DateTimeOffset.UnixEpoch : now.AddDays(-AgeEnds[i]);
            var until = i == 0 ? now.AddDays(1) : now.AddDays(-AgeEnds[i - 1]);
            foreach (var state in FlagStates.Open)
                ages[i] += await db.Flags.LongCountAsync(f => f.State == state && f.FoundAt > after && f.FoundAt <= until, cancellation);
        }
        return ages;
    }
}

/// <summary>A week of the desk's work.</summary>
/// <param name="Monday">In the office's zone.</param>
/// <param name="Found">Flags queued.</param>
/// <param name="Settled">Flags whose standing verdict was given in it.</param>
/// <param name="Open">Open flags at its end; for the current week, now.</param>
/// <param name="Young">Of those open at its end, how many were queued in it; the others are older.</param>
/// <param name="InTime">Of those settled, how many before they were due.</param>
/// <param name="Answered">Flags whose answer was published in it.</param>
internal sealed record LoadWeek(DateOnly Monday, long Found, long Settled, long Open, long Young, long InTime, long Answered, IReadOnlyDictionary<Verdict, long> Verdicts);

/// <param name="Ages">Open flags by age, snoozed ones too: see <see cref="LoadReader.AgeEnds"/>.</param>
/// <param name="Agreement">Of two people over these weeks.</param>
internal sealed record LoadView(DateTimeOffset At, IReadOnlyList<LoadWeek> Weeks, IReadOnlyList<long> Ages, long Open, Agreement Agreement);
