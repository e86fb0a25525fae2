using InfoMonitor.Domain;

namespace InfoMonitor.Reviews;

/// <summary>What became of a step on a flag.</summary>
internal enum StepOutcome
{
    Done,
    NotFound,

    /// <summary>Somebody changed the flag since this person saw it. Nothing was written.</summary>
    Changed,

    /// <summary>Somebody else holds it.</summary>
    Held,

    /// <summary>It is settled; it must be reopened first.</summary>
    Settled,

    /// <summary>This person has given a verdict already: the next must be another's.</summary>
    OwnReview,

    /// <summary>The verdict asks for a cited reference or an address.</summary>
    NeedsEvidence,

    /// <summary>An address is not one or a person's, a quotation is too long, or a reference does not exist.</summary>
    BadEvidence,

    /// <summary>More pieces than <see cref="ReviewDesk.MostEvidence"/>.</summary>
    TooMuchEvidence,

    /// <summary>Reopening asks why.</summary>
    NeedsReason,

    /// <summary>Two people settled it, or it was answered: a senior or a spokesperson reopens it.</summary>
    NeedsSenior,

    /// <summary>The form came without a verdict.</summary>
    NoVerdict,

    /// <summary>Not all six Rabat factors were looked at.</summary>
    NeedsRabat,

    /// <summary>There is no verdict yet that could be answered.</summary>
    NotSettled,

    /// <summary>The address of the published answer is missing or not one.</summary>
    BadAnswer,

    /// <summary>It is urgent and due before the time until which it was to be put off.</summary>
    PastDue,

    /// <summary>Nothing of this person's can be released or reopened here.</summary>
    NothingToDo,

    /// <summary>No verdict of this person's stands here, or it can no longer be taken back.</summary>
    NothingToUndo,
}

/// <summary>Why a person passes a flag over. Kept in the audit log; nobody is ranked by it.</summary>
internal enum SkipReason
{
    Later,

    /// <summary>It takes a language they do not read well.</summary>
    OtherLanguage,

    /// <summary>It takes knowledge they do not have.</summary>
    OtherExpertise,

    /// <summary>It touches them or people close to them.</summary>
    OwnInterest,
}

/// <summary>The outcome, and the flag's revision and state after the step.</summary>
internal sealed record StepResult(StepOutcome Outcome, long FlagId, int Revision = 0, FlagState State = FlagState.New)
{
    public bool IsDone => Outcome == StepOutcome.Done;
}

/// <summary>A verdict as a person gives it.</summary>
/// <param name="Evidence">Null leaves what the same verdict of the same person relied on before.</param>
internal sealed record Decision(Verdict Verdict, string? Note = null, IReadOnlyList<Evidence>? Evidence = null, IReadOnlyDictionary<RabatFactor, RabatWeight>? Rabat = null);
