namespace InfoMonitor.Domain;

/// <summary>What is done to flags as one step. A flag is reopened by itself.</summary>
internal enum BatchKind { Dismiss, Assign, Snooze, Reopen }

/// <summary>Something a person did to one or several flags as one step, kept so that it is undone as one.</summary>
internal sealed class BatchStep
{
    public long Id { get; init; }

    /// <summary>The account that did it: only it can undo it.</summary>
    public long AccountId { get; init; }

    /// <summary>Of the form that was sent: the same form sent again, for its answer was lost, is the same step. Null for what is told apart otherwise.</summary>
    public string? Key { get; init; }

    public BatchKind Kind { get; init; }

    /// <summary>The verdict of a dismissal; null for the others.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>The account the flags were given to; null unless they were assigned.</summary>
    public long? GivenTo { get; init; }

    /// <summary>UTC; null unless they were snoozed.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>UTC; null while it stands.</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>Flags that were left alone because somebody else held or changed them.</summary>
    public int LeftAlone { get; init; }

    public ICollection<BatchStepFlag> Flags { get; } = [];
}

/// <summary>A flag as it stood before a step.</summary>
internal sealed class BatchStepFlag
{
    public long StepId { get; init; }
    public long FlagId { get; init; }
    public FlagState State { get; init; }
    public long? HolderId { get; init; }
    public DateTimeOffset? HeldUntil { get; init; }
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>UTC; as on the flag. With the answer, what reopening takes away beside the reviews, which are undone at <see cref="BatchStep.At"/>.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }
    public string? AnswerUrl { get; init; }

    /// <summary>The flag's revision after the step: a flag that has another was changed since and is not put back.</summary>
    public int Revision { get; init; }
}
