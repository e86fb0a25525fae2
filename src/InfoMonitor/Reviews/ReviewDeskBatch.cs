using System.Globalization;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Reviews;

/// <summary>What became of a step on several flags.</summary>
/// <param name="Step">Undoes them together; null when no flag was changed.</param>
internal sealed record BatchResult(long? Step, IReadOnlyList<StepResult> Flags);

/// <summary>A flag as it was seen when it was picked.</summary>
internal readonly record struct PickedFlag(long Id, int Revision)
{
    /// <summary>Reads <c>ID:REVISION</c>.</summary>
    public static PickedFlag? Parse(string? text) =>
        text?.Split(':') is [var id, var revision] && long.TryParse(id, CultureInfo.InvariantCulture, out var i) && int.TryParse(revision, CultureInfo.InvariantCulture, out var r) ? new PickedFlag(i, r) : null;
}

internal sealed partial class ReviewDesk
{
    private const int LongestKey = 64;

    /// <summary>Most flags of one step.</summary>
    public const int MostPicked = 200;

    /// <summary>One dismissing verdict on several flags, as one step. Flags that others changed or hold are left alone and reported.</summary>
    public Task<BatchResult> DismissAsync(IReadOnlyList<PickedFlag> flags, Verdict verdict, Person person, CancellationToken cancellation, string? key = null)
    {
        if (!verdict.IsDismissal()) throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Only dismissals are given to several flags at once.");
        return BatchAsync(flags, person, BatchKind.Dismiss, verdict, null, null, (db, flag, revision) => DecideAsync(db, flag, revision, new Decision(verdict), person, cancellation), cancellation, key: key);
    }

    /// <summary>Gives flags to an account: to oneself, or by whoever has <see cref="Right.Assign"/> to another, whoever holds them.</summary>
    /// <returns>Null when there is no such account at work, or this person may not give flags to others.</returns>
    public async Task<BatchResult?> AssignAsync(IReadOnlyList<PickedFlag> flags, long to, Person person, CancellationToken cancellation, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(person);
        var others = to != person.Id;
        if (others && (!person.May(Right.Assign) || !await IsAtWorkAsync(to, cancellation))) return null;
        return await BatchAsync(flags, person, BatchKind.Assign, null, to, null, async (db, flag, revision) =>
        {
            var now = clock.GetUtcNow();
            if (!person.May(Right.Assign) && IsHeldByAnother(flag, person, now)) return StepOutcome.Held;
            if (flag.Revision != revision) return StepOutcome.Changed;
            if (flag.State.IsSettled()) return StepOutcome.Settled;
            if (Standing(flag).Any(r => r.ReviewerId == to)) return StepOutcome.OwnReview;
            var before = Picture(flag);
            Hold(flag, to, now, others ? calendar.Add(now, options.Value.AssignedHold) : now + options.Value.Hold);
            await RecordAsync(db, flag, person.Name, others ? "flag.assign" : "flag.claim", before, null, cancellation);
            return StepOutcome.Done;
        }, cancellation, key: key);
    }

    /// <summary>Puts flags off. They come back by themselves; their due times do not move, and an urgent flag is not put off past its own.</summary>
    /// <returns>Null when the time is past or further than <see cref="ReviewsOptions.LongestSnooze"/> away.</returns>
    public async Task<BatchResult?> SnoozeAsync(IReadOnlyList<PickedFlag> flags, DateTimeOffset until, Person person, CancellationToken cancellation, string? key = null)
    {
        var started = clock.GetUtcNow();
        if (until <= started || until > started.AddDays(options.Value.LongestSnooze)) return null;
        return await BatchAsync(flags, person, BatchKind.Snooze, null, null, until, async (db, flag, revision) =>
        {
            if (IsHeldByAnother(flag, person, clock.GetUtcNow())) return StepOutcome.Held;
            if (flag.Revision != revision) return StepOutcome.Changed;
            if (flag.State.IsSettled()) return StepOutcome.Settled;
            if (flag.UrgentAt is not null && until > flag.DueAt) return StepOutcome.PastDue;
            var before = Picture(flag);
            flag.State = FlagState.Snoozed;
            flag.SnoozedUntil = until;
            flag.HolderId = null;
            flag.HeldUntil = null;
            await RecordAsync(db, flag, person.Name, "flag.snooze", before, new { until }, cancellation);
            return StepOutcome.Done;
        }, cancellation, key: key);
    }

    /// <summary>Takes back a step of this person's on all its flags at once. A flag that somebody changed since is left as it is.</summary>
    /// <returns>Null when there is no such step of this person's; empty when it was undone before.</returns>
    public Task<IReadOnlyList<StepResult>?> UndoStepAsync(long id, Person person, CancellationToken cancellation) => steps.RunAsync<IReadOnlyList<StepResult>?>(async db =>
    {
        if (await db.BatchSteps.Include(s => s.Flags).SingleOrDefaultAsync(s => s.Id == id && s.AccountId == person.Id, cancellation) is not { } step) return null;
        if (step.UndoneAt is not null) return [];
        step.UndoneAt = clock.GetUtcNow();
        var stood = step.Flags.ToDictionary(f => f.FlagId);
        return await ForEachAsync(db, [.. stood.Keys], flag => step.Kind switch
        {
            BatchKind.Dismiss => UndoVerdictAsync(db, flag, revision: null, person, step.At, cancellation),
            BatchKind.Assign or BatchKind.Snooze => PutBackAsync(db, flag, stood[flag.Id], person, cancellation),
            BatchKind.Reopen => CloseAgainAsync(db, flag, stood[flag.Id], step, person, cancellation),
        }, cancellation);
    }, cancellation);

    private async Task<StepOutcome> PutBackAsync(InfoMonitorDb db, Flag flag, BatchStepFlag stood, Person person, CancellationToken cancellation)
    {
        if (flag.Revision != stood.Revision) return StepOutcome.Changed;
        var before = Picture(flag);
        (flag.State, flag.HolderId, flag.HeldUntil, flag.SnoozedUntil) = (stood.State, stood.HolderId, stood.HeldUntil, stood.SnoozedUntil);
        await RecordAsync(db, flag, person.Name, "flag.put-back", before, null, cancellation);
        return StepOutcome.Done;
    }

    private async Task<BatchResult> BatchAsync(
        IReadOnlyList<PickedFlag> picked, Person person, BatchKind kind, Verdict? verdict, long? to, DateTimeOffset? until, Func<InfoMonitorDb, Flag, int, Task<StepOutcome>> work, CancellationToken cancellation, DateTimeOffset? at = null, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(picked);
        key = key is { Length: > 0 and <= LongestKey } ? key : null;
        var revisions = picked.Take(MostPicked).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Revision);
        var (step, results) = await steps.RunAsync(async db =>
        {
            if (key is not null && await db.BatchSteps.Include(s => s.Flags).SingleOrDefaultAsync(s => s.AccountId == person.Id && s.Key == key, cancellation) is { } sent)
                return (sent, await ForEachAsync(db, [.. sent.Flags.Select(f => f.FlagId)], _ => Task.FromResult(StepOutcome.Done), cancellation));   // sent twice is once
            var stood = new List<BatchStepFlag>();
            var results = await ForEachAsync(db, [.. revisions.Keys], async flag =>
            {
                var (seen, state, holder, held, snoozed) = (flag.Revision, flag.State, flag.HolderId, flag.HeldUntil, flag.SnoozedUntil);
                var (decided, answered, answer) = (flag.DecidedAt, flag.AnsweredAt, flag.AnswerUrl);
                var outcome = await work(db, flag, revisions[flag.Id]);
                if (outcome == StepOutcome.Done && flag.Revision != seen)
                    stood.Add(new BatchStepFlag { FlagId = flag.Id, State = state, HolderId = holder, HeldUntil = held, SnoozedUntil = snoozed, DecidedAt = decided, AnsweredAt = answered, AnswerUrl = answer, Revision = flag.Revision });
                return outcome;
            }, cancellation);
            if (stood.Count == 0) return ((BatchStep?)null, results);
            var made = new BatchStep { AccountId = person.Id, Key = key, Kind = kind, Verdict = verdict, GivenTo = to, Until = until, At = at ?? clock.GetUtcNow(), LeftAlone = results.Count - stood.Count };
            foreach (var flag in stood) made.Flags.Add(flag);
            db.BatchSteps.Add(made);
            return (made, results);
        }, cancellation);
        return new BatchResult(step?.Id, results);
    }

    private Task<bool> IsAtWorkAsync(long account, CancellationToken cancellation) =>
        steps.RunAsync(async db => (await AssigneesAsync(db, cancellation)).Any(a => a.Id == account), cancellation);

    /// <summary>Accounts that flags can be given to.</summary>
    public static async Task<IReadOnlyList<Assignee>> AssigneesAsync(InfoMonitorDb db, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var accounts = await db.Accounts.AsNoTracking().Where(a => a.DisabledAt == null).OrderBy(a => a.Name).Select(a => new { a.Id, a.Name, a.Roles }).ToListAsync(cancellation);
        return [.. accounts.Where(a => a.Roles.Any(r => Rights.Of(r).Contains(Right.Decide))).Select(a => new Assignee(a.Id, a.Name))];
    }
}

/// <summary>An account that can be given flags.</summary>
internal sealed record Assignee(long Id, string Name);
