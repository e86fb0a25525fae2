using System.Globalization;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Reviews;

/// <summary>A person's last step on any flags: exactly one of the three.</summary>
/// <param name="Step">One on several flags, or a reopening; null for the others.</param>
/// <param name="Verdict">A verdict on a flag; null for the others.</param>
/// <param name="Added">A flag that was added by hand; null for the others.</param>
internal sealed record OwnStep(DateTimeOffset At, long? Step = null, PickedFlag? Verdict = null, long? Added = null)
{
    /// <summary>Another step has another.</summary>
    public string Tag => this switch
    {
        { Step: { } step } => string.Create(CultureInfo.InvariantCulture, $"\"step-{step}\""),
        { Verdict: { } flag } => string.Create(CultureInfo.InvariantCulture, $"\"verdict-{flag.Id}-{flag.Revision}\""),
        _ => string.Create(CultureInfo.InvariantCulture, $"\"added-{Added}\""),
    };
}

/// <summary>Taking back the last step, whatever it was.</summary>
internal sealed partial class ReviewDesk
{
    /// <summary>An older step is not taken back by a key pressed today: the flag's own page undoes it.</summary>
    private static readonly TimeSpan LastStepWithin = TimeSpan.FromHours(12);

    /// <summary>Additions that are looked through for one that still stands.</summary>
    private const int MostAdditions = 20;

    /// <summary>This person's last step on any flags that can be taken back: a verdict, a step on several flags, an addition by hand. Null where there is none.</summary>
    public Task<OwnStep?> LastStepAsync(Person person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        var since = clock.GetUtcNow() - LastStepWithin;
        return steps.RunAsync(async db =>
        {
            var step = await db.BatchSteps.AsNoTracking().Where(s => s.AccountId == person.Id && s.UndoneAt == null && s.At > since).OrderByDescending(s => s.Id).Select(s => new OwnStep(s.At, s.Id, null, null)).FirstOrDefaultAsync(cancellation);
            var verdict = await db.Reviews.AsNoTracking().Where(r => r.ReviewerId == person.Id && r.UndoneAt == null && r.At > since).OrderByDescending(r => r.Id)
                .Select(r => new OwnStep(r.At, null, new PickedFlag(r.FlagId, db.Flags.Where(f => f.Id == r.FlagId).Select(f => f.Revision).First()), null)).FirstOrDefaultAsync(cancellation);
            var newer = new[] { since, step?.At ?? since, verdict?.At ?? since }.Max();
            var additions = await db.AuditEntries.AsNoTracking().Where(e => e.Action == "flag.add" && e.Actor == person.Name && e.At > newer).OrderByDescending(e => e.Sequence).Select(e => new { e.Subject, e.At }).Take(MostAdditions).ToListAsync(cancellation);
            foreach (var added in additions)   // those taken back already are passed over
                if (long.TryParse(added.Subject.Split(':')[^1], CultureInfo.InvariantCulture, out var id)
                    && await db.Flags.AsNoTracking().Include(f => f.Reviews).SingleOrDefaultAsync(f => f.Id == id, cancellation) is { } flag && await CanTakeBackAsync(db, flag, person, cancellation)) return new OwnStep(added.At, Added: id);
            return step is null || verdict?.At > step.At ? verdict : step;   // a step's verdicts are given before it is noted
        }, cancellation);
    }

    /// <summary>Takes back this person's last step, while it can be.</summary>
    /// <param name="tag">Of the step that is meant; null for whichever is the last.</param>
    /// <returns>The last step, and what became of its flags: none where another step was meant.</returns>
    public async Task<(OwnStep? Last, IReadOnlyList<StepResult> Flags)> UndoLastAsync(Person person, string? tag, CancellationToken cancellation)
    {
        var last = await LastStepAsync(person, cancellation);
        if (last is null || tag is not null && tag != last.Tag) return (last, []);
        return (last, last switch
        {
            { Added: { } flag } => [await TakeBackAsync(flag, person, cancellation)],
            { Verdict: { } flag } => await UndoAsync([flag], person, cancellation),
            _ => await UndoStepAsync(last.Step!.Value, person, cancellation) ?? [],
        });
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
