using System.ComponentModel.DataAnnotations;

namespace InfoMonitor.Additions;

/// <summary>What people add by hand.</summary>
internal sealed class AdditionsOptions
{
    public const string Section = "Additions";

    /// <summary>How long a page may take, waiting for its host's turn included, while somebody waits for it.</summary>
    /// <value>Default: 30 seconds.</value>
    /// <remarks>Short: slow sites can only be pasted. Long: people look at a page that does not come, and proxies give up before.</remarks>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a text that was looked at can be queued as it was read.</summary>
    /// <value>Default: 1 hour.</value>
    /// <remarks>Short: whoever thinks about it looks again. Long: what is queued may have changed at its publisher since.</remarks>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan Keep { get; init; } = TimeSpan.FromHours(1);
}
