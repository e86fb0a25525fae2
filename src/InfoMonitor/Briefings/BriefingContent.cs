using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;

namespace InfoMonitor.Briefings;

/// <summary>What a spokesperson is told for one day. Holds no name of a person; texts that harm are not quoted.</summary>
internal sealed record BriefingContent
{
    public required DateOnly Date { get; init; }

    /// <summary>UTC, inclusive.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>UTC, exclusive.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset ComposedAt { get; init; }

    /// <summary>IANA name of the office's zone, in which days and times are told.</summary>
    public required string TimeZone { get; init; }

    /// <summary>True while the day's time has not come, or no worker has run since: the next look may tell more.</summary>
    public required bool Draft { get; init; }

    /// <summary>Weightiest first.</summary>
    public required IReadOnlyList<BriefedStory> Stories { get; init; }

    /// <summary>How many more stories the queue holds for the time covered.</summary>
    public required int FurtherStories { get; init; }

    /// <summary>Allegations, criticism and complaints that no fact-check of an independent publisher answers (DESIGN 2.3): how many stories, on whatever topic. Never flagged for it, answered with information.</summary>
    public int DeservesAnswerStories { get; init; }

    /// <summary>The same by topic, most first; a story on several topics counts in each, one on none in none.</summary>
    public required IReadOnlyList<TopicCount> DeservesAnswer { get; init; }

    /// <summary>References that became known in the time covered, newest first.</summary>
    public required IReadOnlyList<BriefedReference> NewReferences { get; init; }

    public required BriefingTotals Totals { get; init; }
    public required BriefingCoverage Coverage { get; init; }

    public bool Empty => Stories is [] && DeservesAnswerStories == 0 && NewReferences is [];
}

/// <summary>What the office may do about a story.</summary>
internal enum Advice { Answer, Prepare, Check, DoNotAmplify, Refer }

/// <param name="Quote">The claim; null for harmful texts, which a briefing does not repeat.</param>
/// <param name="FirstSeenAt">UTC.</param>
/// <param name="LastSeenAt">UTC.</param>
/// <param name="AnswerUrl">Where the office answered; null while it has not.</param>
internal sealed record BriefedStory(
    long FlagId, FlagReason Reason, FlagState State, Verdict? Verdict, int Priority, string? Quote, string Language,
    int Sources, int Items, DateTimeOffset FirstSeenAt, DateTimeOffset LastSeenAt,
    IReadOnlyList<Topic> Topics, BriefedReference? Reference, Advice Advice, string? AnswerUrl = null);

/// <param name="Publisher">The organisation.</param>
internal sealed record BriefedReference(string Statement, string Verdict, string? Correction, string Publisher, string? Url, bool Independent);

internal sealed record TopicCount(Topic Topic, int Stories);

/// <param name="Overdue">Open flags past their due time when the briefing was composed.</param>
internal sealed record BriefingTotals(int Items, int NewFlags, int Decided, int Protected, int Open, int Overdue);

/// <param name="Read">Of <paramref name="Sources"/>; silent and troubled ones were read.</param>
/// <param name="Unread">Not read, or read and silent where that is unusual, or read in part.</param>
internal sealed record BriefingCoverage(int Sources, int Read, IReadOnlyList<UnreadSource> Unread);

/// <param name="LastReadAt">UTC; null when never.</param>
/// <param name="Reason">In English, masked; null when no failure is known.</param>
/// <param name="Silent">How long nothing new came though it was read, where that is unusual for it; else null.</param>
/// <param name="Died">Gone for good, or unreadable many times in a row: it stays unread until somebody mends its entry.</param>
/// <param name="Troubled">It was read in part: not all its entry points, or most of its pages cannot be had or become no items.</param>
/// <param name="ReasonVi">The reason in Vietnamese; null in briefings of before it was kept.</param>
internal sealed record UnreadSource(string Publisher, DateTimeOffset? LastReadAt, string? Reason, TimeSpan? Silent = null, bool Died = false, bool Troubled = false, string? ReasonVi = null);
