using System.ComponentModel.DataAnnotations;

namespace InfoMonitor.Reviews;

/// <summary>The work on flags.</summary>
internal sealed class ReviewsOptions
{
    public const string Section = "Reviews";

    /// <summary>How long a claim holds without a verdict before the flag is free again.</summary>
    /// <value>Default: 60 minutes.</value>
    /// <remarks>Short: work is taken over while somebody still reads. Long: a forgotten claim keeps a flag from others.</remarks>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan Hold { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>How long a flag that was given to somebody else waits for them, in working time.</summary>
    /// <value>Default: 8 working hours, a day.</value>
    /// <remarks>Short: work is taken back before its new owner came. Long: a flag given to somebody who is away is kept from others.</remarks>
    [Range(typeof(TimeSpan), "00:15:00", "10.00:00:00")]
    public TimeSpan AssignedHold { get; init; } = TimeSpan.FromHours(8);

    /// <summary>Days after which a snoozed flag is back at the latest. Its due time does not move.</summary>
    /// <value>Default: 30 days.</value>
    /// <remarks>Few: only short delays. Many: a flag may be put off until nobody remembers why.</remarks>
    [Range(1, 365)]
    public int LongestSnooze { get; init; } = 30;

    /// <summary>Share of the verdicts of one person that a second one gives again without seeing the first.</summary>
    /// <value>Default: 0.05, one in twenty.</value>
    /// <remarks>0: nobody learns how often two people would differ on what one of them dismissed; right for a desk of one. 1: every flag takes two people.</remarks>
    [Range(0.0, 1.0)]
    public double Recheck { get; init; } = 0.05;

    /// <summary>Rows on a page of the queue.</summary>
    /// <value>Default: 25.</value>
    /// <remarks>More make the page longer and slower to read; fewer make more pages.</remarks>
    [Range(5, 200)]
    public int PageSize { get; init; } = 25;
}
