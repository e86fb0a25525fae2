using System.Text.RegularExpressions;
using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Feeds;

/// <summary>Whether a feed's dates in numbers have the month first. One program writes all of them, so they are judged together.</summary>
/// <remarks>
/// In this order: a date that only one order has (27/11) decides; a feed announces nothing of the days to come; a living feed tells of the last days. Where all that leaves both, 3/7/2026 2:05:00 PM
/// is American: without leading zeros and with AM or PM is how ASP.NET writes on a server that was set up in English, many a Vietnamese agency's. Outside Viet Nam AM or PM is enough, as whoever
/// writes it is seldom of a country that has the day first; but 3/07/2026 2:05:00 PM is Australian. Anything else has the day first, as Viet Nam (where ASP.NET writes SA and CH) and nearly all
/// the world do.
/// </remarks>
internal static partial class DayOrder
{
    /// <summary>More say no more.</summary>
    private const int Most = 1_000;

    private const int LastDays = 14;

    /// <param name="text">Of the feed.</param>
    /// <param name="now">Null when unknown.</param>
    /// <param name="language">Of the source; null when unknown.</param>
    public static bool IsMonthFirst(string text, DateTimeOffset? now, string? language)
    {
        var dates = Numbers().Matches(text).Take(Most).ToArray();
        if (dates is []) return false;
        var (byDay, byMonth) = (Newest(dates, monthFirst: false), Newest(dates, monthFirst: true));
        if (byDay is null || byMonth is null) return byMonth is not null;
        if (now is { } moment)
        {
            var today = DateOnly.FromDateTime(moment.UtcDateTime);
            var (day, month) = (Likelihood(byDay.Value, today), Likelihood(byMonth.Value, today));
            if (day != month) return month > day;
        }
        var isVietnamese = language?.StartsWith("vi", StringComparison.OrdinalIgnoreCase) == true || Vietnamese().IsMatch(text);
        return Array.TrueForAll(dates, date => IsAmerican(date, isVietnamese));
    }

    /// <summary>Null where one of them is no date in this order.</summary>
    private static DateOnly? Newest(Match[] dates, bool monthFirst)
    {
        var newest = DateOnly.MinValue;
        foreach (var date in dates)
        {
            var (a, b) = (DateReader.Number(date, "a"), DateReader.Number(date, "b"));
            if (DateReader.Day(DateReader.Number(date, "y"), monthFirst ? a : b, monthFirst ? b : a) is not { } day) return null;
            if (day > newest) newest = day;
        }
        return newest;
    }

    /// <summary>Of a feed whose newest entry is of this day.</summary>
    private static int Likelihood(DateOnly newest, DateOnly today) => newest > today.AddDays(1) ? 0 : newest < today.AddDays(-LastDays) ? 1 : 2;

    private static bool IsAmerican(Match date, bool isVietnamese)
    {
        var (a, b) = (date.Groups["a"].Value, date.Groups["b"].Value);
        return date.Groups["half"].Success && (isVietnamese ? a[0] != '0' && b[0] != '0' : a.Length == 2 || b[0] != '0');
    }

    /// <summary>What a feed says of its own language.</summary>
    [GeneratedRegex(@"(<(dc:)?language>\s*(<!\[CDATA\[)?\s*|xml:lang\s*=\s*[""']|""language""\s*:\s*"")vi\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Vietnamese();

    // All that an element, attribute or string holds: numbers in a headline are no date of an entry.
    [GeneratedRegex(@"([>""]|\[CDATA\[)\s*(\p{L}[\p{L}\p{M}\d .]{0,20},\s*)?(?<a>\d{1,2})[/-](?<b>\d{1,2})[/-](?<y>(19|20)\d\d)(,?\s+\d{1,2}:\d\d(:\d\d)?\s*(?<half>[AP]M)?)?[\s\w()+:-]{0,12}([""<]|\]\]>)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();
}
