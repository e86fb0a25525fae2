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

    /// <summary>Rows on a page of the queue.</summary>
    /// <value>Default: 25.</value>
    /// <remarks>More make the page longer and slower to read; fewer make more pages.</remarks>
    [Range(5, 200)]
    public int PageSize { get; init; } = 25;
}
