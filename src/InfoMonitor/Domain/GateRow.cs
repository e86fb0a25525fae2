using InfoMonitor.Content.Classification;

namespace InfoMonitor.Domain;

/// <summary>How a proposed row stands.</summary>
internal enum GateRowState { Proposed, Accepted, Refused }

/// <summary>A text that somebody found protected, proposed for the suite that gates every model (DESIGN 2.2); another person accepts or refuses it.</summary>
internal sealed class GateRow
{
    public long Id { get; init; }

    /// <summary>The flag whose verdict proposed it, and whose sentence is the text: one row a flag, gone when the verdict no longer stands or the sentence is another one, as when it is redacted (DESIGN 2.1).</summary>
    public long FlagId { get; init; }

    /// <summary>What the models recognised, until the accepting person says what it is; null while nobody has.</summary>
    public ProtectedClass? Class { get; set; }

    public GateRowState State { get; set; }

    /// <summary>The account whose verdict proposed it: it cannot accept its own.</summary>
    public long ProposerId { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset ProposedAt { get; init; }

    /// <summary>The account that accepted or refused it; null until then.</summary>
    public long? JudgeId { get; set; }

    /// <summary>UTC; null until then.</summary>
    public DateTimeOffset? JudgedAt { get; set; }
}
