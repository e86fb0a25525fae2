using System.Globalization;
using System.Text.RegularExpressions;

namespace InfoMonitor.Domain;

/// <summary>Spans of time as people write them: <c>90s</c>, <c>30m</c>, <c>1h30m</c>, <c>1d</c>.</summary>
internal static partial class SpanText
{
    public static TimeSpan? Parse(string text)
    {
        if (Written().Match(text) is not { Success: true, Length: > 0 } match) return null;
        return TimeSpan.FromDays(Of("d")) + TimeSpan.FromHours(Of("h")) + TimeSpan.FromMinutes(Of("m")) + TimeSpan.FromSeconds(Of("s"));

        double Of(string unit) => match.Groups[unit] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>The shortest writing that <see cref="Parse"/> reads as the same.</summary>
    public static string Write(TimeSpan span)
    {
        var parts = string.Concat(Part((int)span.TotalDays, "d"), Part(span.Hours, "h"), Part(span.Minutes, "m"), Part(span.Seconds, "s"));
        return parts.Length > 0 ? parts : "0s";

        static string Part(int n, string unit) => n == 0 ? "" : n.ToString(CultureInfo.InvariantCulture) + unit;
    }

    [GeneratedRegex(@"^(?:(?<d>\d{1,4})d)?(?:(?<h>\d{1,4})h)?(?:(?<m>\d{1,5})m)?(?:(?<s>\d{1,6})s)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
