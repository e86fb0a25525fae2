using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace InfoMonitor.Domain;

/// <summary>Where and when the office works: the zone of all days and times that are shown, and what due times are counted in.</summary>
internal sealed class CalendarOptions
{
    public const string Section = "Calendar";

    /// <summary>The office's zone, an IANA name: times are shown in it, its days begin briefings, audit roots, and dates that a page or a file gives without a time. Stored times are UTC whatever it is.</summary>
    /// <value>Default: <c>Asia/Ho_Chi_Minh</c>.</value>
    [Required]
    public string TimeZone { get; init; } = "Asia/Ho_Chi_Minh";

    /// <summary>Working days of the week, in English, separated by spaces.</summary>
    /// <value>Default: Monday to Friday.</value>
    /// <remarks>Fewer: due times move further away. All seven: a weekend counts like any day.</remarks>
    [Required]
    public string WorkDays { get; init; } = "Monday Tuesday Wednesday Thursday Friday";

    /// <summary>Working hours of a day, in order, separated by spaces.</summary>
    /// <value>Default: 07:30-11:30 and 13:00-17:00, eight hours.</value>
    /// <remarks>Longer hours: the same working time is over sooner.</remarks>
    [Required]
    public string Hours { get; init; } = "07:30-11:30 13:00-17:00";

    /// <summary>Days off before the first day of Tết; the government settles them every year (Labour Code 2019, article 112).</summary>
    /// <value>Default: 1.</value>
    [Range(0, 10)]
    public int TetBefore { get; init; } = 1;

    /// <summary>Days off from the first day of Tết on.</summary>
    /// <value>Default: 4; five with the day before.</value>
    [Range(1, 20)]
    public int TetFrom { get; init; } = 4;

    /// <summary>Further days off (yyyy-MM-dd, separated by spaces): the office's own, or as the government moves them.</summary>
    /// <value>Default: empty.</value>
    public string DaysOff { get; init; } = "";

    /// <summary>Days that are worked although they would be free: made up for another day off.</summary>
    /// <value>Default: empty.</value>
    public string DaysWorked { get; init; } = "";

    /// <summary>How long before its due time a flag is marked as due soon: by the clock where it is urgent, else in working time.</summary>
    /// <value>Default: 4 hours.</value>
    /// <remarks>Short: the warning comes when it is nearly too late. Long: everything is marked, so nothing stands out.</remarks>
    [Range(typeof(TimeSpan), "00:15:00", "3.00:00:00")]
    public TimeSpan WarnBefore { get; init; } = TimeSpan.FromHours(4);

    /// <summary>What is wrong with it, for the start to say; null when nothing is.</summary>
    public string? Fault()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _)) return "Calendar:TimeZone is no known time zone: write an IANA name such as Asia/Ho_Chi_Minh.";
        if (DaysOfWeek() is not { Count: > 0 }) return "Calendar:WorkDays is no list of days: write for example Monday Tuesday.";
        if (Spans() is not { Count: > 0 } spans || spans.Zip(spans.Skip(1)).Any(p => p.Second.From < p.First.To)) return "Calendar:Hours is no list of hours in order: write for example 07:30-11:30 13:00-17:00.";
        return Dates(DaysOff) is null || Dates(DaysWorked) is null ? "Calendar:DaysOff and Calendar:DaysWorked are dates as 2027-02-05, separated by spaces." : null;
    }

    /// <summary>Null where a word is none.</summary>
    public IReadOnlySet<DayOfWeek>? DaysOfWeek() => All(WorkDays, word => Enum.TryParse<DayOfWeek>(word, ignoreCase: true, out var day) && Enum.IsDefined(day) ? day : (DayOfWeek?)null)?.ToHashSet();

    /// <inheritdoc cref="DaysOfWeek"/>
    public IReadOnlyList<(TimeSpan From, TimeSpan To)>? Spans() => All(Hours, word =>
        word.Split('-') is [var from, var to] && TimeOnly.TryParseExact(from, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var f)
        && TimeOnly.TryParseExact(to, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var t) && f < t ? (f.ToTimeSpan(), t.ToTimeSpan()) : ((TimeSpan, TimeSpan)?)null);

    /// <inheritdoc cref="DaysOfWeek"/>
    public static IReadOnlyList<DateOnly>? Dates(string text) =>
        All(text, word => DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null);

    private static List<T>? All<T>(string text, Func<string, T?> read) where T : struct
    {
        var values = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(read).ToList();
        return values.Contains(null) ? null : [.. values.OfType<T>()];
    }
}
