using System.ComponentModel.DataAnnotations;

namespace InfoMonitor.Housekeeping;

/// <summary>What is deleted, and when.</summary>
internal sealed class HousekeepingOptions
{
    public const string Section = "Housekeeping";

    /// <summary>How often old rows are looked for.</summary>
    /// <value>Default: 1 hour.</value>
    /// <remarks>Short: a little reading for nothing. Long: more to delete at once; each batch is small all the same.</remarks>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan Every { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long an item is kept whose story was never flagged. What was flagged stays.</summary>
    /// <value>Default: 90 days.</value>
    /// <remarks>Short: less is kept of what concerns nobody. Long: the database grows; 3 KB an item, more or less.</remarks>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan KeepItems { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How long the row of an ended page is kept, so that the page is not fetched again. Quarantined pages stay until they are released.</summary>
    /// <value>Default: 730 days.</value>
    /// <remarks>Short: an article that its source still announces is fetched and judged a second time. Long: some 300 bytes a page.</remarks>
    [Range(typeof(TimeSpan), "1.00:00:00", "7300.00:00:00")]
    public TimeSpan KeepPages { get; init; } = TimeSpan.FromDays(730);

    /// <summary>Rows deleted in one transaction.</summary>
    /// <value>Default: 500.</value>
    /// <remarks>Small: many short transactions. Large: crawls wait while one runs.</remarks>
    [Range(1, 10_000)]
    public int Batch { get; init; } = 500;
}
