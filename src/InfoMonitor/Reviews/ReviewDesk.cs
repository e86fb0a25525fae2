using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Content.Text;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Reviews;

/// <summary>Every step on a flag. Each is one save with its audit entry; two people on one flag are told, never overwritten.</summary>
internal sealed partial class ReviewDesk(AuditedStep steps, AuditLog audit, WorkCalendar calendar, Chance chance, IOptions<ReviewsOptions> options, TimeProvider clock)
{
    private const int LongestNote = 4_000;

    /// <summary>Takes a flag for <see cref="ReviewsOptions.Hold"/>; again to hold it longer.</summary>
    public Task<StepResult> ClaimAsync(long id, int revision, Person person, CancellationToken cancellation) => StepAsync(id, person, async (db, flag) =>
    {
        var now = clock.GetUtcNow();
        if (IsHeldByAnother(flag, person, now)) return StepOutcome.Held;
        if (flag.HolderId == person.Id && flag.HeldUntil > now && flag.Revision == revision + 1) return StepOutcome.Done;   // sent twice is once
        if (flag.Revision != revision) return StepOutcome.Changed;
        if (flag.State.IsSettled()) return StepOutcome.Settled;
        if (Standing(flag).Any(r => r.ReviewerId == person.Id)) return StepOutcome.OwnReview;
        var before = Picture(flag);
        Hold(flag, person.Id, now, now + options.Value.Hold);
        await RecordAsync(db, flag, person.Name, "flag.claim", before, null, cancellation);
        return StepOutcome.Done;
    }, cancellation);

    /// <summary>Gives a claimed flag back, or passes one over.</summary>
    /// <param name="skip">Null where it is only given back.</param>
    public Task<StepResult> ReleaseAsync(long id, Person person, SkipReason? skip, CancellationToken cancellation) => StepAsync(id, person, async (db, flag) =>
    {
        var before = Picture(flag);
        if (flag.HolderId == person.Id) Free(flag);
        else if (skip is null) return StepOutcome.NothingToDo;
        else if (await WasSkippedAsync(db, flag, person, cancellation)) return StepOutcome.Done;   // sent twice is once
        await RecordAsync(db, flag, person.Name, skip is null ? "flag.release" : "flag.skip", before, skip is { } why ? new { reason = why.Word() } : null, cancellation);
        return StepOutcome.Done;
    }, cancellation);

    /// <summary>Whether passing the flag over was the last thing done to it, by the same person.</summary>
    private static async Task<bool> WasSkippedAsync(InfoMonitorDb db, Flag flag, Person person, CancellationToken cancellation)
    {
        var subject = $"flag:{flag.Id}";
        var last = await db.AuditEntries.AsNoTracking().Where(e => e.Subject == subject).OrderByDescending(e => e.Sequence).Select(e => new { e.Action, e.Actor }).FirstOrDefaultAsync(cancellation);
        return last is { Action: "flag.skip" } && last.Actor == person.Name;
    }

    /// <summary>Records a verdict. Claims the flag on the way where nobody holds it.</summary>
    public Task<StepResult> DecideAsync(long id, int revision, Decision decision, Person person, CancellationToken cancellation) =>
        StepAsync(id, person, (db, flag) => DecideAsync(db, flag, revision, decision, person, cancellation), cancellation);

    /// <summary>Takes back this person's verdict, on one flag or on several as one save. What others gave stands.</summary>
    public Task<IReadOnlyList<StepResult>> UndoAsync(IReadOnlyList<PickedFlag> flags, Person person, CancellationToken cancellation)
    {
        var revisions = flags.DistinctBy(f => f.Id).ToDictionary(f => f.Id, f => f.Revision);
        return EachAsync([.. revisions.Keys], (db, flag) => UndoVerdictAsync(db, flag, revisions[flag.Id], person, givenBy: null, cancellation), cancellation);
    }

    /// <summary>Frees every flag whose claim has run out.</summary>
    /// <returns>How many.</returns>
    public Task<int> ExpireAsync(CancellationToken cancellation) => steps.RunAsync(async db =>
    {
        var now = clock.GetUtcNow();
        var held = await db.Flags.Include(f => f.Reviews).Where(f => (f.State == FlagState.Claimed || f.State == FlagState.AwaitingSecond) && f.HeldUntil <= now).OrderBy(f => f.Id).Take(100).ToListAsync(cancellation);
        foreach (var flag in held)
        {
            var before = Picture(flag);
            Free(flag);
            await RecordAsync(db, flag, AuditLog.System, "flag.claim-expired", before, null, cancellation);
        }
        return held.Count;
    }, cancellation);

    /// <summary>Brings back every snoozed flag whose time has come, and every one that became urgent and would sleep past its time.</summary>
    /// <returns>How many.</returns>
    public Task<int> WakeAsync(CancellationToken cancellation) => steps.RunAsync(async db =>
    {
        var now = clock.GetUtcNow();
        var asleep = await db.Flags.Include(f => f.Reviews).Where(f => f.State == FlagState.Snoozed && (f.SnoozedUntil <= now || (f.UrgentAt != null && f.SnoozedUntil > f.DueAt))).OrderBy(f => f.Id).Take(100).ToListAsync(cancellation);
        foreach (var flag in asleep)
        {
            var before = Picture(flag);
            Wake(flag);
            await RecordAsync(db, flag, AuditLog.System, "flag.wake", before, null, cancellation);
        }
        return asleep.Count;
    }, cancellation);

    /// <summary>The flag stands as before the verdict: whoever had claimed it holds it again, unless somebody else does by now.</summary>
    /// <param name="revision">At which the flag was seen; null for a step that knows its verdict otherwise.</param>
    /// <param name="givenBy">A later verdict is not the one that is to be undone; null for whichever stands.</param>
    private async Task<StepOutcome> UndoVerdictAsync(InfoMonitorDb db, Flag flag, int? revision, Person person, DateTimeOffset? givenBy, CancellationToken cancellation)
    {
        if (revision is { } seen && flag.Revision == seen + 1 && Standing(flag).All(r => r.ReviewerId != person.Id) && flag.Reviews.Any(r => r.ReviewerId == person.Id)) return StepOutcome.Done;   // sent twice is once
        if (flag.State is FlagState.Answered or FlagState.Closed || Standing(flag).LastOrDefault(r => r.ReviewerId == person.Id) is not { } mine || mine.At > givenBy) return StepOutcome.NothingToUndo;
        if (revision is not null && flag.Revision != revision) return StepOutcome.Changed;
        var (before, now) = (Picture(flag), clock.GetUtcNow());
        mine.UndoneAt = now;
        Settle(flag);
        await KeepLabelAsync(db, flag, person, cancellation);
        if (flag.State == FlagState.New && flag.HolderId is not null) flag.State = FlagState.Claimed;   // somebody is looking at it already
        else if (mine.HeldUntil is { } held && flag.HolderId is null && !flag.State.IsSettled()) Hold(flag, person.Id, now, held > now + options.Value.Hold ? held : now + options.Value.Hold);
        await RecordAsync(db, flag, person.Name, "flag.undo", before, new { verdict = mine.Verdict.Word() }, cancellation);
        return StepOutcome.Done;
    }

    private async Task<StepOutcome> DecideAsync(InfoMonitorDb db, Flag flag, int revision, Decision decision, Person person, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var standing = Standing(flag);
        var mine = standing.LastOrDefault(r => r.ReviewerId == person.Id);
        var again = mine?.Verdict == decision.Verdict;
        var (evidence, wrong) = Read(decision.Evidence);
        var review = Write(flag, decision, evidence, person, again ? mine : null, isSecond: again ? mine!.IsSecond : standing.Count > 0, now);
        if (again && wrong is null && IsSame(review, mine!)) return StepOutcome.Done;   // a double click, a retry after a lost answer
        if (IsHeldByAnother(flag, person, now)) return StepOutcome.Held;
        if (flag.Revision != revision) return StepOutcome.Changed;
        if (again ? flag.State is FlagState.Answered or FlagState.Closed : flag.State.IsSettled()) return StepOutcome.Settled;
        if (mine is not null && !again) return StepOutcome.OwnReview;
        if (wrong is { } fault) return fault;
        if (!await AreReferencesAsync(db, review.Evidence, cancellation)) return StepOutcome.BadEvidence;
        if (review.Verdict.TakesEvidence() && review.Evidence is null) return StepOutcome.NeedsEvidence;
        if (TakesRabat(flag, review.Verdict) && RabatJson.Read(review.Rabat).Count < Enum.GetValues<RabatFactor>().Length) return StepOutcome.NeedsRabat;

        var before = Picture(flag);
        flag.Reviews.Add(review);
        if (again)
        {
            mine!.UndoneAt = now;   // kept, as it was given
            await RecordAsync(db, flag, person.Name, "flag.verdict-amended", before with { Given = ReviewPicture.Of(mine) }, ReviewPicture.Of(review), cancellation);
            return StepOutcome.Done;
        }
        if (standing.Count == 0 && !review.Verdict.TakesTwo() && chance() < options.Value.Recheck) flag.Recheck = true;   // undone and given again it stays chosen
        Settle(flag);
        await KeepLabelAsync(db, flag, person, cancellation);
        flag.ClaimedAt ??= now;
        flag.HolderId = null;
        flag.HeldUntil = null;
        await RecordAsync(db, flag, person.Name, "flag.verdict", before, ReviewPicture.Of(review), cancellation);
        return StepOutcome.Done;
    }

    /// <param name="earlier">The same person's standing review with the same verdict: what is not given anew stays as it was.</param>
    private static Review Write(Flag flag, Decision decision, IReadOnlyList<Evidence>? evidence, Person person, Review? earlier, bool isSecond, DateTimeOffset now) => new()
    {
        FlagId = flag.Id,
        ReviewerId = person.Id,
        Verdict = decision.Verdict,
        Note = decision.Note is null ? earlier?.Note : Clean(decision.Note),   // emptied is taken out
        Evidence = evidence is null ? earlier?.Evidence : EvidenceJson.Write(evidence),
        Rabat = TakesRabat(flag, decision.Verdict) && decision.Rabat is { Count: > 0 } rabat ? RabatJson.Write(rabat) : earlier?.Rabat,
        At = now,
        IsSecond = isSecond,
        HeldUntil = earlier is not null ? earlier.HeldUntil : flag.HolderId == person.Id && flag.HeldUntil > now ? flag.HeldUntil : null,
    };

    private static bool TakesRabat(Flag flag, Verdict verdict) => verdict == Verdict.Harmful && flag.Reason == FlagReason.Incitement;

    private static bool IsSame(Review one, Review other) =>
        (one.Verdict, one.Note, one.Evidence, one.Rabat) == (other.Verdict, other.Note, other.Evidence, other.Rabat);

    private static bool IsHeldByAnother(Flag flag, Person person, DateTimeOffset now) => flag.HolderId is { } holder && holder != person.Id && flag.HeldUntil > now;

    private static string? Clean(string? note) =>
        string.IsNullOrWhiteSpace(note) ? null : PersonalDataMasker.Mask(Nfc.Of(note.Trim()) is var whole && whole.Length > LongestNote ? whole[..LongestNote] : whole);

    private static List<Review> Standing(Flag flag) => [.. flag.Reviews.Where(r => r.UndoneAt is null).OrderBy(r => r.At).ThenBy(r => r.Id)];

    private static void Free(Flag flag)
    {
        flag.HolderId = null;
        flag.HeldUntil = null;
        if (flag.State == FlagState.Claimed) flag.State = FlagState.New;
    }

    private static void Hold(Flag flag, long account, DateTimeOffset now, DateTimeOffset until)
    {
        Wake(flag);
        if (flag.State != FlagState.AwaitingSecond) flag.State = FlagState.Claimed;
        flag.HolderId = account;
        flag.HeldUntil = until;
        flag.ClaimedAt ??= now;
    }

    /// <summary>Where a snoozed flag stood before: its standing verdicts say so.</summary>
    private static void Wake(Flag flag)
    {
        if (flag.State != FlagState.Snoozed) return;
        flag.SnoozedUntil = null;
        flag.State = TwoPeople.Settle([.. Standing(flag).Select(r => r.Verdict)], flag.Recheck).State;
    }

    private void Settle(Flag flag)
    {
        flag.SnoozedUntil = null;
        var (state, verdict) = TwoPeople.Settle([.. Standing(flag).Select(r => r.Verdict)], flag.Recheck);
        flag.State = state;
        flag.Verdict = verdict;
        flag.Split = verdict is null && Standing(flag).Count > 1;
        flag.DecidedAt = verdict is null ? null : clock.GetUtcNow();
    }

    private static FlagPicture Picture(Flag flag) => new(flag.State.Word(), flag.Verdict?.Word(), flag.HolderId, null, ReviewPicture.Digest(flag.Reviews));

    private Task RecordAsync(InfoMonitorDb db, Flag flag, string actor, string action, FlagPicture before, object? given, CancellationToken cancellation)
    {
        flag.Revision++;
        return audit.AppendAsync(db, actor, action, $"flag:{flag.Id}", before, Picture(flag) with { Given = given }, cancellation);
    }

    private async Task<StepResult> StepAsync(long id, Person person, Func<InfoMonitorDb, Flag, Task<StepOutcome>> step, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        return (await EachAsync([id], step, cancellation))[0];
    }

    private Task<IReadOnlyList<StepResult>> EachAsync(IReadOnlyList<long> ids, Func<InfoMonitorDb, Flag, Task<StepOutcome>> step, CancellationToken cancellation) =>
        steps.RunAsync(db => ForEachAsync(db, ids, flag => step(db, flag), cancellation), cancellation);

    private static async Task<IReadOnlyList<StepResult>> ForEachAsync(InfoMonitorDb db, IReadOnlyList<long> ids, Func<Flag, Task<StepOutcome>> step, CancellationToken cancellation)
    {
        var flags = await db.Flags.Include(f => f.Reviews).Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellation);
        var results = new List<StepResult>();
        foreach (var id in ids.Distinct())
            results.Add(flags.TryGetValue(id, out var flag) ? new StepResult(await step(flag), id, flag.Revision, flag.State) : new StepResult(StepOutcome.NotFound, id));
        return results;
    }

    /// <summary>How a flag stands in the audit log.</summary>
    private sealed record FlagPicture(string State, string? Verdict, long? Holder, object? Given, string? Reviews);
}
