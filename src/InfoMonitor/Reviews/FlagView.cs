using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;

namespace InfoMonitor.Reviews;

/// <summary>Everything the page of one flag shows.</summary>
internal sealed record FlagView
{
    public required Flag Flag { get; init; }
    public required Item Item { get; init; }
    public required Story Story { get; init; }

    /// <summary>Publishing organisation of the item.</summary>
    public required string Publisher { get; init; }

    public required IReadOnlyList<Topic> Topics { get; init; }

    /// <summary>The text, a list of parts per paragraph.</summary>
    public required IReadOnlyList<IReadOnlyList<MarkedPart>> Paragraphs { get; init; }

    /// <summary>Items of the story, oldest first, at most <see cref="FlagReader.MostCopies"/>.</summary>
    public required IReadOnlyList<FlagCopy> Copies { get; init; }

    /// <summary>How the item fares at its publisher since; null while it was not read again.</summary>
    public Rereading? Rereading { get; init; }

    /// <summary>Changes of the item's text, newest first, at most <see cref="FlagReader.MostChanges"/>.</summary>
    public IReadOnlyList<FlagChange> Changes { get; init; } = [];

    /// <summary>Items found in each hour of the last 24, oldest first.</summary>
    public required IReadOnlyList<int> Spread { get; init; }

    /// <summary>Settled flags on other stories whose text is like this one's, the likest first, at most <see cref="FlagReader.MostSimilar"/>.</summary>
    public required IReadOnlyList<FlagSimilar> Similar { get; init; }

    /// <summary>Standing verdicts this person may see: all of a settled flag, else their own only (the second looks without seeing the first).</summary>
    public required IReadOnlyList<FlagReview> Reviews { get; init; }

    /// <summary>Newest first; tells what was done, never a verdict of somebody else in the round that is open. What was found before the flag was reopened is history.</summary>
    public required IReadOnlyList<FlagEvent> History { get; init; }

    /// <summary>Sign-in name of who holds it now.</summary>
    public string? Holder { get; init; }

    /// <summary>Standing verdicts, whosever.</summary>
    public required int Verdicts { get; init; }

    /// <summary>True when this person may give a verdict now.</summary>
    public required bool CanDecide { get; init; }

    /// <summary>True when this person's own standing verdict can be taken back.</summary>
    public required bool CanUndo { get; init; }

    /// <summary>True when this person added it by hand and nobody has touched it since.</summary>
    public bool CanTakeBack { get; init; }

    /// <summary>True when this person may note where the flag was answered.</summary>
    public required bool CanAnswer { get; init; }

    public required QueueFilter Filter { get; init; }
    public long? Before { get; init; }
    public long? After { get; init; }
    public LastStep? Last { get; init; }

    /// <summary>Accounts this person may give the flag to; empty where they may give it to nobody.</summary>
    public IReadOnlyList<Assignee> Assignees { get; init; } = [];

    /// <summary>What stopped a step that was just tried, with the form as it was sent; null on a plain look.</summary>
    public FailedStep? Failed { get; init; }

    /// <summary>The models that judged the item; null where their set is not kept.</summary>
    public IReadOnlyList<JudgingModel>? Models { get; init; }

    /// <summary>References that were looked for, cited or typed, by id.</summary>
    public IReadOnlyDictionary<long, Reference> References { get; init; } = new Dictionary<long, Reference>();

    /// <summary>Ids of what the search for references found, the newest first; null where none was made.</summary>
    public IReadOnlyList<long>? Found { get; init; }

    /// <summary>The explanation of the reason the flag stands for.</summary>
    public Explanation? Because => Item.Assessment.Because.FirstOrDefault(b => b.Reason == Flag.Reason);
}

/// <param name="IsSentence">Inside the sentence that gave the reason.</param>
/// <param name="Weight">0, or 1 to 3 (strongest) for a word that weighed.</param>
internal sealed record MarkedPart(string Text, bool IsSentence, int Weight);

/// <param name="At">UTC; when the later text was found.</param>
/// <param name="Parts">Null where the earlier text is not kept.</param>
internal sealed record FlagChange(DateTimeOffset At, IReadOnlyList<DiffPart>? Parts);

/// <param name="FoundAt">UTC.</param>
internal sealed record FlagCopy(long Id, string Publisher, string Title, string Url, DateTimeOffset? PublishedAt, DateTimeOffset FoundAt, bool IsOriginal);

/// <summary>A settled flag on a text like this one.</summary>
/// <param name="Likeness">Jaccard of 3-token shingles, 0..1.</param>
internal sealed record FlagSimilar(long Id, FlagReason Reason, Verdict Verdict, string Sentence, string Language, double Likeness);

/// <summary>A piece of evidence as it is shown.</summary>
/// <param name="Url">Of an own link; null for a reference.</param>
/// <param name="Words">The words of that page that are relied on; null where none were given.</param>
/// <param name="Reference">The reference that is cited.</param>
internal sealed record FlagEvidence(string? Url, string? Words, FlagReference? Reference);

/// <param name="Reviewer">Sign-in name.</param>
internal sealed record FlagReview(string Reviewer, Verdict Verdict, string? Note, IReadOnlyList<FlagEvidence> Evidence, IReadOnlyDictionary<RabatFactor, RabatWeight> Rabat, DateTimeOffset At);

/// <param name="Actor">Sign-in name, or <c>system</c>.</param>
/// <param name="Verdict">Null where there was none or where it must not be seen yet; so are note and evidence.</param>
/// <param name="NoteRemoved">True where an amendment took the note out.</param>
/// <param name="Skip">Why it was passed over.</param>
/// <param name="Until">UTC; until when it was put off.</param>
/// <param name="Why">Why it was reopened; masked.</param>
internal sealed record FlagEvent(
    DateTimeOffset At, string Actor, string Action, Verdict? Verdict, string? Note, bool NoteRemoved, IReadOnlyList<FlagEvidence>? Evidence, SkipReason? Skip, DateTimeOffset? Until, string? Why);

/// <summary>A step that was not taken, and what the person had written: nothing typed is lost.</summary>
/// <param name="Outcome"><see cref="StepOutcome.Done"/> where nothing failed: references were looked for.</param>
/// <param name="Evidence">As it was typed; null where the form had none.</param>
/// <param name="Find">What was looked for among the references.</param>
internal sealed record FailedStep(StepOutcome Outcome, Verdict? Verdict = null, string? Note = null, IReadOnlyList<Evidence>? Evidence = null, string? Find = null, IReadOnlyDictionary<RabatFactor, RabatWeight>? Rabat = null, string? AnswerUrl = null, string? ReopenWhy = null);
