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
    public required string Sentence { get; init; }
    public required string Language { get; init; }
    public required int Revision { get; init; }
    public required Verdict? Verdict { get; init; }
    public required long? HolderId { get; init; }
    public required DateTimeOffset? HeldUntil { get; init; }
    public required string Title { get; init; }
    public required Assessment Assessment { get; init; }
    public required int ItemCount { get; init; }
    public required int SourceCount { get; init; }
    public required DateTimeOffset FirstSeenAt { get; init; }
    public required DateTimeOffset LastSeenAt { get; init; }
    public required IReadOnlyList<Topic> Topics { get; init; }

    /// <summary>Publisher of the matched correction.</summary>
    public required string? Correction { get; init; }

    /// <summary>Sign-in name of who holds it.</summary>
    public string? Holder { get; init; }

    /// <summary>Items found in each of the last 24 hours' <see cref="QueueReader.Buckets"/>, oldest first.</summary>
    public IReadOnlyList<int> Spread { get; init; } = [];

    public Explanation? Because => Assessment.Because.FirstOrDefault(b => b.Reason == Reason);

    public QueueCursor Cursor => new(Priority, FoundAt, Id);
}

/// <summary>A filter somebody can take with one click, and how many flags it holds.</summary>
internal sealed record QueueTab(Web.Text Name, QueueFilter Filter, long Count);

/// <summary>What the head of the queue says.</summary>
internal sealed record QueueFacts(long Overdue, long DueSoon, long FoundToday, long DecidedToday);

/// <summary>What this person did last, to be told and undone.</summary>

internal sealed record LastStep(IReadOnlyList<long> Flags, Verdict Verdict, bool AwaitsSecond, int Skipped, bool CanUndo);

internal sealed record QueueView(QueueFilter Filter, IReadOnlyList<QueueRow> Rows, QueueCursor? Next, bool IsFirst, IReadOnlyList<QueueTab> Tabs, QueueFacts Facts, LastStep? Last, DateTimeOffset? NextRead, bool AnyFlag, bool CanDecide);
