using InfoMonitor.Content.Privacy;
using InfoMonitor.Domain;
using InfoMonitor.Web;

namespace InfoMonitor.Reviews;

/// <summary>The last step of a flag: the office has answered, and says where.</summary>
internal sealed partial class ReviewDesk
{
    /// <summary>Notes where a settled flag was answered; again with another address to put it right.</summary>
    /// <remarks>Nothing is published by it: the answer stands at its address already, by whoever published it.</remarks>
    public Task<StepResult> AnswerAsync(long id, int revision, string? url, Person person, CancellationToken cancellation) => StepAsync(id, person, async (db, flag) =>
    {
        var address = AddressOf(url) is { } given ? PersonalDataMasker.MaskUrl(given) : null;
        if (flag.State == FlagState.Answered && address is not null && flag.AnswerUrl == address) return StepOutcome.Done;   // sent twice is once
        if (flag.Revision != revision) return StepOutcome.Changed;
        if (!CanAnswer(flag)) return StepOutcome.NotSettled;
        if (address is null) return StepOutcome.BadAnswer;
        var before = Picture(flag) with { Given = new { answer = flag.AnswerUrl } };
        flag.State = FlagState.Answered;
        flag.AnsweredAt ??= clock.GetUtcNow();
        flag.AnswerUrl = address;
        await RecordAsync(db, flag, person.Name, "flag.answer", before, new { answer = address }, cancellation);
        return StepOutcome.Done;
    }, cancellation);

    /// <summary>Takes such a note back: the flag is settled as before.</summary>
    public Task<StepResult> WithdrawAnswerAsync(long id, int revision, Person person, CancellationToken cancellation) => StepAsync(id, person, async (db, flag) =>
    {
        if (flag.Revision != revision) return StepOutcome.Changed;
        if (flag.State != FlagState.Answered) return StepOutcome.NothingToDo;
        var before = Picture(flag) with { Given = new { answer = flag.AnswerUrl } };
        Unanswer(flag);
        flag.State = TwoPeople.Settle([.. Standing(flag).Select(r => r.Verdict)], flag.Recheck).State;
        await RecordAsync(db, flag, person.Name, "flag.answer-withdrawn", before, null, cancellation);
        return StepOutcome.Done;
    }, cancellation);

    /// <summary>True where people have settled what there is to answer.</summary>
    public static bool CanAnswer(Flag flag) => flag.State is FlagState.Decided or FlagState.Confirmed or FlagState.Answered;

    private static void Unanswer(Flag flag) => (flag.AnsweredAt, flag.AnswerUrl) = (null, null);
}
