using InfoMonitor.Content.Classification;

namespace InfoMonitor.Domain;

/// <summary>Where a flag stands in the work of the desk.</summary>
internal enum FlagState { New, Claimed, Decided, AwaitingSecond, Confirmed, Answered, Closed, Snoozed }

/// <summary>A person's finding on a flag. The last three need a second person (DESIGN 2.8).</summary>
internal enum Verdict { NotAClaim, Protected, OffTopic, Accurate, NeedsEvidence, Misleading, False, Harmful }

/// <summary>The six factors of the Rabat Plan of Action (A/HRC/22/17/Add.4, para. 29), all to be looked at before incitement is called harmful.</summary>
internal enum RabatFactor { Context, SpeakerRole, Intent, ContentAndForm, Extent, Likelihood }

/// <summary>How far a factor speaks for incitement.</summary>
internal enum RabatWeight { Unclear, Low, Medium, High }

/// <summary>A story's place in the queue. One a story.</summary>
internal sealed class Flag
{
    public long Id { get; init; }
    public long StoryId { get; init; }

    /// <summary>The item whose text gave the reason.</summary>
    public long ItemId { get; set; }

    /// <summary>The weightiest reason; all of them stand in the item's assessment.</summary>
    public FlagReason Reason { get; set; }

    /// <summary>0..100; from reason, probability, check-worthiness and spread, never from source or stance.</summary>
    public int Priority { get; set; }

    /// <summary>UTC; when it became urgent: at once by its reason, or when enough sources carried the story. Null while it is not.</summary>
    public DateTimeOffset? UrgentAt { get; set; }

    /// <summary>Kind of the item's publisher when the flag was raised: for filtering only, never for the priority (DESIGN 2.6). Null where it is no source's: a text that was passed on.</summary>
    public SourceKind? PublisherKind { get; init; }

    /// <summary>True where a person put it into the queue: the address or the text reached the office by another way than a crawl. Who brought it is not kept.</summary>
    public bool ByHand { get; init; }

    /// <summary>What that person wrote beside it, for whoever reviews it; masked. Null for nothing.</summary>
    public string? HandNote { get; init; }

    /// <summary>The story's topics as bits (<see cref="BitOf"/>), so that the queue is filtered inside one index.</summary>
    public int TopicBits { get; init; }

    public FlagState State { get; set; }

    /// <summary>UTC; when it was queued.</summary>
    public DateTimeOffset FoundAt { get; init; }

    /// <summary>UTC; the end of the time the office gives itself, in working time unless it is urgent.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>The sentence to look at; masked, redacted where it exposed somebody.</summary>
    public required string Sentence { get; set; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    public required string ModelVersion { get; set; }

    /// <summary>The matched reference; null unless the reason is <see cref="FlagReason.MatchesCorrection"/>.</summary>
    public long? ReferenceId { get; set; }

    /// <summary>The account that claimed it.</summary>
    public long? HolderId { get; set; }

    /// <summary>UTC; a claim ends by itself then.</summary>
    public DateTimeOffset? HeldUntil { get; set; }

    /// <summary>UTC; when somebody first took it. Null while nobody has.</summary>
    public DateTimeOffset? ClaimedAt { get; set; }

    /// <summary>UTC; a snoozed flag comes back then. Null in every other state.</summary>
    public DateTimeOffset? SnoozedUntil { get; set; }

    /// <summary>The settled verdict; null while undecided, and while a second person's is awaited: that one must not see the first.</summary>
    public Verdict? Verdict { get; set; }

    /// <summary>UTC; when <see cref="Verdict"/> was last set.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>True where chance chose it for a second, blind look, though its verdict takes one person. Never told to the second, who must not guess what the first said.</summary>
    public bool Recheck { get; set; }

    /// <summary>True while the people who looked differ and none of their verdicts stands: the flag waits, in whatever open state, for a third. Told to everybody, what they said to nobody.</summary>
    public bool Split { get; set; }

    /// <summary>UTC; when the office's published answer was noted. Null until then.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Address of the published answer; masked. Null while <see cref="AnsweredAt"/> is.</summary>
    public string? AnswerUrl { get; set; }

    /// <summary>Grows with every step of a person: two people on one flag are told, never overwritten. A priority that rises by itself keeps it.</summary>
    public int Revision { get; set; }

    public Story? Story { get; init; }
    public Item? Item { get; init; }
    public Reference? Reference { get; init; }
    public ICollection<Review> Reviews { get; } = [];

    /// <summary>The bit of a topic in <see cref="TopicBits"/>. A topic's place in the vocabulary must not change.</summary>
    public static int BitOf(Topic topic) => 1 << (int)topic;

    /// <summary>The value of <see cref="TopicBits"/>.</summary>
    public static int BitsOf(IEnumerable<Topic> topics) => topics.Aggregate(0, (bits, topic) => bits | BitOf(topic));
}

/// <summary>A person's verdict on a flag.</summary>
internal sealed class Review
{
    public long Id { get; init; }
    public long FlagId { get; init; }

    /// <summary>The account that gave it.</summary>
    public long ReviewerId { get; init; }

    public Verdict Verdict { get; init; }

    /// <summary>Masked.</summary>
    public string? Note { get; init; }

    /// <summary>What it relies on, as <see cref="EvidenceJson"/> keeps it; required for <c>false</c> and <c>misleading</c>, null for nothing.</summary>
    public string? Evidence { get; init; }

    /// <summary>JSON, <see cref="RabatFactor"/> to <see cref="RabatWeight"/> by their words; null unless incitement was called harmful.</summary>
    public string? Rabat { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>True for a review after the first: given without seeing the others.</summary>
    public bool IsSecond { get; init; }

    /// <summary>UTC; until when its author held the flag on giving it: undone, they hold it again. Null where they had not claimed it.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>UTC; null while it stands, else when it was undone, given again with other evidence, or its flag reopened.</summary>
    public DateTimeOffset? UndoneAt { get; set; }
}
