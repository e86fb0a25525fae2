using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Reviews;

/// <summary>Opening what was settled, and taking that back.</summary>
internal sealed partial class ReviewDesk
{
    /// <summary>Opens a settled flag again: its verdicts no longer stand, and it counts as not answered. What two people settled or the office has answered takes <see cref="Right.Reopen"/>.</summary>
    /// <param name="reason">Why; kept in the audit log, masked.</param>
    /// <returns>The outcome, and the step that takes it back.</returns>
    public async Task<(StepResult Result, long? Step)> ReopenAsync(long id, int revision, string? reason, Person person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        var (why, at) = (Clean(reason), clock.GetUtcNow());
        var result = await BatchAsync([new PickedFlag(id, revision)], person, BatchKind.Reopen, null, null, null, async (db, flag, seen) =>
        {
            if (flag.Revision == seen + 1 && await ReopenedAsync(db, flag, person, cancellation) is not null) return StepOutcome.Done;   // sent twice is once
            if (flag.Revision != seen) return StepOutcome.Changed;
            if (!flag.State.IsSettled()) return StepOutcome.NothingToDo;
            if (!MayReopen(flag, person)) return StepOutcome.NeedsSenior;
            if (why is null) return StepOutcome.NeedsReason;
            var before = Picture(flag) with { Given = new { answer = flag.AnswerUrl } };
            foreach (var review in Standing(flag)) review.UndoneAt = at;
            Unanswer(flag);
            Settle(flag);
            await KeepLabelAsync(db, flag, person, cancellation);
            await RecordAsync(db, flag, person.Name, "flag.reopen", before, new { why }, cancellation);
            return StepOutcome.Done;
        }, cancellation, at);
        var step = result.Step ?? (result.Flags[0].IsDone ? await steps.RunAsync(async db => await ReopenedAsync(db, await db.Flags.SingleAsync(f => f.Id == id, cancellation), person, cancellation), cancellation) : null);
        return (result.Flags[0], step);
    }

    /// <summary>Whether this person may reopen this settled flag.</summary>
    public static bool MayReopen(Flag flag, Person person)
    {
        ArgumentNullException.ThrowIfNull(flag);
        ArgumentNullException.ThrowIfNull(person);
        return person.May(Right.Reopen) || (person.May(Right.Decide) && flag.State == FlagState.Decided && Standing(flag).Count(r => r.Verdict == flag.Verdict) < 2);
    }

    /// <summary>The step by which this person reopened the flag, where nothing was done to it since; null where there is none.</summary>
    private static async Task<long?> ReopenedAsync(InfoMonitorDb db, Flag flag, Person person, CancellationToken cancellation) =>
        await db.BatchSteps.Where(s => s.AccountId == person.Id && s.Kind == BatchKind.Reopen && s.UndoneAt == null && s.Flags.Any(f => f.FlagId == flag.Id && f.Revision == flag.Revision)).Select(s => (long?)s.Id).FirstOrDefaultAsync(cancellation);

    /// <summary>What stood before: verdict, reviewers, answer.</summary>
    private async Task<StepOutcome> CloseAgainAsync(InfoMonitorDb db, Flag flag, BatchStepFlag stood, BatchStep step, Person person, CancellationToken cancellation)
    {
        if (flag.Revision != stood.Revision) return StepOutcome.Changed;
        var before = Picture(flag);
        foreach (var review in flag.Reviews.Where(r => r.UndoneAt == step.At)) review.UndoneAt = null;
        Settle(flag);
        (flag.State, flag.HolderId, flag.HeldUntil, flag.DecidedAt, flag.AnsweredAt, flag.AnswerUrl) = (stood.State, stood.HolderId, stood.HeldUntil, stood.DecidedAt, stood.AnsweredAt, stood.AnswerUrl);
        await KeepLabelAsync(db, flag, person, cancellation);
        await RecordAsync(db, flag, person.Name, "flag.put-back", before, new { answer = flag.AnswerUrl }, cancellation);
        return StepOutcome.Done;
    }
}
