using System.Globalization;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Reviews;

/// <summary>What was taken back: one of a step, a verdict on a flag, a flag that was added by hand; nothing where all are null.</summary>
internal sealed record Undone(long? Step = null, long? Verdict = null, long? Added = null);

/// <summary>Taking back the last step, whatever it was.</summary>
internal sealed partial class ReviewDesk
{
    /// <summary>An older step is not taken back by a key pressed today: the flag's own page undoes it.</summary>
    private static readonly TimeSpan LastStepWithin = TimeSpan.FromHours(12);

    /// <summary>Takes back this person's last step on any flags, while it can be: a verdict, a step on several flags, an addition by hand.</summary>
    public async Task<Undone> UndoLastAsync(Person person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        var since = clock.GetUtcNow() - LastStepWithin;
        var (step, review, added) = await steps.RunAsync(async db => (
            await db.BatchSteps.AsNoTracking().Where(s => s.AccountId == person.Id && s.UndoneAt == null && s.At > since).OrderByDescending(s => s.Id).Select(s => new { s.Id, s.At }).FirstOrDefaultAsync(cancellation),
            await db.Reviews.AsNoTracking().Where(r => r.ReviewerId == person.Id && r.UndoneAt == null && r.At > since).OrderByDescending(r => r.Id)
                .Select(r => new { r.FlagId, r.At, Revision = db.Flags.Where(f => f.Id == r.FlagId).Select(f => f.Revision).First() }).FirstOrDefaultAsync(cancellation),
            await db.AuditEntries.AsNoTracking().Where(e => e.Action == "flag.add" && e.Actor == person.Name && e.At > since).OrderByDescending(e => e.Sequence).Select(e => new { e.Subject, e.At }).FirstOrDefaultAsync(cancellation)), cancellation);
        if (added is not null && added.At > (step?.At ?? since) && added.At > (review?.At ?? since) && long.TryParse(added.Subject.Split(':')[^1], CultureInfo.InvariantCulture, out var flag)
            && (await TakeBackAsync(flag, person, cancellation)).IsDone) return new Undone(Added: flag);
        if (review is not null && (step is null || review.At > step.At))   // a step's verdicts are given before it is noted
            return (await UndoAsync([new PickedFlag(review.FlagId, review.Revision)], person, cancellation))[0].IsDone ? new Undone(Verdict: review.FlagId) : new Undone();
        return step is not null && (await UndoStepAsync(step.Id, person, cancellation))?.Any(r => r.IsDone) == true ? new Undone(Step: step.Id) : new Undone();
    }

    /// <summary>Takes a flag out of the queue that this person added by hand and nobody has touched. The item stays, unflagged, as one that was read.</summary>
    public Task<StepResult> TakeBackAsync(long id, Person person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        return steps.RunAsync(async db =>
        {
            if (await db.Flags.Include(f => f.Reviews).SingleOrDefaultAsync(f => f.Id == id, cancellation) is not { } flag) return new StepResult(StepOutcome.NotFound, id);
            if (!await CanTakeBackAsync(db, flag, person, cancellation)) return new StepResult(StepOutcome.NothingToUndo, id, flag.Revision, flag.State);
            await audit.AppendAsync(db, person.Name, "flag.take-back", $"flag:{flag.Id}", Picture(flag), null, cancellation);
            db.Flags.Remove(flag);
            return new StepResult(StepOutcome.Done, id);
        }, cancellation);
    }

    public static async Task<bool> CanTakeBackAsync(InfoMonitorDb db, Flag flag, Person person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(flag);
        if (flag is not { ByHand: true, Revision: 0, State: FlagState.New, Reviews.Count: 0 }) return false;
        var subject = $"flag:{flag.Id}";
        return await db.AuditEntries.AnyAsync(e => e.Subject == subject && e.Action == "flag.add" && e.Actor == person.Name, cancellation);
    }
}
