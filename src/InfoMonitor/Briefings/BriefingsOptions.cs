using System.ComponentModel.DataAnnotations;

namespace InfoMonitor.Briefings;

/// <summary>The daily briefing.</summary>
internal sealed class BriefingsOptions
{
    public const string Section = "Briefings";

    /// <summary>Time of day, in the office's zone, at which the day's briefing is frozen. It covers the 24 hours before.</summary>
    /// <value>Default: 06:30.</value>
    /// <remarks>Earlier misses the night; later misses the morning meeting.</remarks>
    public TimeOnly At { get; init; } = new(6, 30);

    /// <summary>Most stories told one by one; further ones are counted.</summary>
    /// <value>Default: 12.</value>
    /// <remarks>1 leaves a single story; beyond about 20 it is no longer a page to read in the morning.</remarks>
    [Range(1, 200)]
    public int Stories { get; init; } = 12;
}
