using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;

namespace InfoMonitor.Reviews;

/// <summary>One row of the queue.</summary>
internal sealed record QueueRow
{
    public required long Id { get; init; }
    public required long StoryId { get; init; }
    public required FlagReason Reason { get; init; }
    public required int Priority { get; init; }
    public required FlagState State { get; init; }
    public required DateTimeOffset FoundAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required DateTimeOffset? UrgentAt { get; init; }
    public required DateTimeOffset? SnoozedUntil { get; init; }
    public required string Sentence { get; init; }
    public required string Language { get; init; }
    public required int Revision { get; init; }
    public required Verdict? Verdict { get; init; }
    public required long? HolderId { get; init; }
    public required DateTimeOffset? HeldUntil { get; init; }
    public required int TopicBits { get; init; }
    public required string Title { get; init; }
    public required bool ByHand { get; init; }

    /// <summary>True while two people differ: a third is needed.</summary>
    public required bool Split { get; init; }

    public required Assessment Assessment { get; init; }
    public required int ItemCount { get; init; }
    public required int SourceCount { get; init; }
    public required DateTimeOffset FirstSeenAt { get; init; }
    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>Publisher of the matched correction.</summary>
    public required string? Correction { get; init; }

    /// <summary>Sign-in name of who holds it.</summary>
    public string? Holder { get; init; }

    /// <summary>Publishers that carried it, the first ones, at most <see cref="QueueReader.Carriers"/>.</summary>
    public IReadOnlyList<string> Publishers { get; init; } = [];

    /// <summary>Items found in each of the last 24 hours' <see cref="QueueReader.Buckets"/>, oldest first.</summary>
    public IReadOnlyList<int> Spread { get; init; } = [];

    /// <summary>The story's topics, the most probable first.</summary>
    public IReadOnlyList<Topic> Topics
    {
        get
        {
            var story = Enum.GetValues<Topic>().Where(t => (TopicBits & Flag.BitOf(t)) != 0).ToArray();
            return [.. Assessment.Topics.Where(story.Contains), .. story.Except(Assessment.Topics)];
        }
    }

    public Explanation? Because => Assessment.Because.FirstOrDefault(b => b.Reason == Reason);
}

/// <summary>A filter somebody can take with one click, and how many flags it holds.</summary>
/// <param name="Saved">Null for the desk's own.</param>
internal sealed record QueueTab(Text Name, QueueFilter Filter, long Count, SavedView? Saved);

/// <summary>What the head of the queue says.</summary>
/// <param name="Overdue">As <see cref="IsOverdue"/> shows them: what sleeps past its time is over it too.</param>
/// <param name="DueSoon">Due within the time before which the desk warns: as <see cref="IsDueSoon"/> shows them.</param>
internal sealed record QueueFacts(long Overdue, long DueSoon, long FoundToday, long DecidedToday)
{
    public static QueueFilter IsOverdue { get; } = new() { States = FlagStates.Open, Due = QueueDue.Over, Sort = QueueSort.Due };
    public static QueueFilter IsDueSoon { get; } = IsOverdue with { Due = QueueDue.Soon };
}

/// <summary>What this person did last, to be told and undone.</summary>
/// <param name="Flags">As they stand now.</param>
/// <param name="Step">Null for a verdict on one flag, which is undone by its flag.</param>
/// <param name="Skipped">Flags that were left alone.</param>
/// <param name="Given">True when they were given to another account.</param>
/// <param name="Asleep">Of those that were snoozed the ones that sleep past their time.</param>
/// <param name="Refused">Flags that were not snoozed: they are urgent and due before then.</param>
internal sealed record LastStep(IReadOnlyList<PickedFlag> Flags, Verdict? Verdict, FlagState? State, int Skipped, bool CanUndo, long? Step = null, BatchKind Kind = BatchKind.Dismiss, DateTimeOffset? Until = null, bool Given = false,
    IReadOnlyList<FlagDue>? Asleep = null, IReadOnlyList<FlagDue>? Refused = null, bool TookBack = false);

/// <summary>A flag and when it is due.</summary>
internal sealed record FlagDue(long Id, DateTimeOffset DueAt);

/// <summary>Why a view was not saved, and what its form held.</summary>
internal sealed record RefusedView(ViewOutcome Outcome, string Name, bool Shared);

/// <summary>Everything a page of the queue shows.</summary>
internal sealed record QueueView
{
    public required QueueFilter Filter { get; init; }
    public required IReadOnlyList<QueueRow> Rows { get; init; }

    /// <summary>Null on the last page.</summary>
    public required QueueCursor? Next { get; init; }

    public required bool IsFirst { get; init; }
    public required IReadOnlyList<QueueTab> Tabs { get; init; }
    public required QueueFacts Facts { get; init; }
    public required LastStep? Last { get; init; }

    /// <summary>When a source is read next; asked for only where there is no row.</summary>
    public required DateTimeOffset? NextRead { get; init; }

    public required bool AnyFlag { get; init; }
    public required bool CanDecide { get; init; }

    /// <summary>Labels that this person can judge.</summary>
    public required int Labels { get; init; }

    /// <summary>Model versions that can be filtered by.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>Accounts this person may give flags to; empty where they may give them to nobody.</summary>
    public required IReadOnlyList<Assignee> Assignees { get; init; }

    /// <summary>A view that was just not saved; null on a plain look.</summary>
    public RefusedView? Refused { get; init; }

    /// <summary>The saved view that is being looked at.</summary>
    public SavedView? Current => Tabs.FirstOrDefault(t => t.Saved is not null && t.Filter.ToString() == Filter.ToString())?.Saved;
}
