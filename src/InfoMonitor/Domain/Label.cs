using InfoMonitor.Content.Classification;

namespace InfoMonitor.Domain;

/// <summary>How a label stands.</summary>
internal enum LabelState { Proposed, Accepted, Refused }

/// <summary>What the models do with a label. What gates them is never trained on: it would prove nothing.</summary>
internal enum LabelUse { Gate, Training }

/// <summary>What people found a sentence to be, for the models: proposed by a verdict, accepted or refused by another person (DESIGN 2.2, 2.8).</summary>
internal sealed class Label
{
    public long Id { get; init; }

    /// <summary>The flag whose verdict proposed it, and whose sentence is the text: one label a flag, gone when the verdict no longer stands or the sentence is another one, as when it is redacted (DESIGN 2.1).</summary>
    public long FlagId { get; init; }

    public LabelUse Use { get; init; }

    /// <summary>Of a label for the gate: what the models recognised, until the accepting person says what it is; null while nobody has.</summary>
    public ProtectedClass? Class { get; set; }

    /// <summary>Of a label for training, the harm that two people found; null for one that says what kind of sentence it is.</summary>
    public FlagReason? Harm { get; init; }

    /// <summary>Of a label for training without harm: null while nobody has said.</summary>
    public SentenceKind? Kind { get; set; }

    public LabelState State { get; set; }

    /// <summary>The account whose verdict proposed it: it cannot accept its own.</summary>
    public long ProposerId { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset ProposedAt { get; init; }

    /// <summary>The account that accepted or refused it; null until then.</summary>
    public long? JudgeId { get; set; }

    /// <summary>UTC; null until then.</summary>
    public DateTimeOffset? JudgedAt { get; set; }
}
