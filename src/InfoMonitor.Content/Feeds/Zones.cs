using System.Globalization;
using System.Text.RegularExpressions;

#pragma warning disable MA0009 // no timeout: a slow machine would read another time than a fast one; nothing in the one pattern repeats inside a repeat

namespace InfoMonitor.Content.Feeds;

/// <summary>Offsets as feeds write them: RFC 822 names, offsets with and without colon, "GMT+7", "UTC +07", "(ICT)", "Asia/Ho_Chi_Minh".</summary>
internal static partial class Zones
{
    /// <summary>Names that mean one thing in RFC 822 or in practice. Military letters are left out: RFC 822 printed them with the wrong sign (RFC 2822, 4.3), but Z.</summary>
    private static readonly Dictionary<string, double> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["Z"] = 0, ["WET"] = 0,
        ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7, ["ET"] = -5, ["CT"] = -6, ["MT"] = -7, ["PT"] = -8,
        ["AST"] = -4, ["ADT"] = -3, ["NST"] = -3.5, ["NDT"] = -2.5, ["AKST"] = -9, ["AKDT"] = -8, ["HST"] = -10, ["BRT"] = -3, ["ART"] = -3,
        ["BST"] = 1, ["IST"] = 5.5, ["CET"] = 1, ["CEST"] = 2, ["MET"] = 1, ["MEST"] = 2, ["MEZ"] = 1, ["MESZ"] = 2, ["WEST"] = 1, ["EET"] = 2, ["EEST"] = 3, ["MSK"] = 3, ["SAST"] = 2, ["EAT"] = 3,
        ["ICT"] = 7, ["WIB"] = 7, ["SGT"] = 8, ["MYT"] = 8, ["PHT"] = 8, ["HKT"] = 8, ["AWST"] = 8, ["JST"] = 9, ["KST"] = 9, ["ACST"] = 9.5, ["ACDT"] = 10.5, ["AEST"] = 10, ["AEDT"] = 11, ["NZST"] = 12, ["NZDT"] = 13,
    };

    /// <param name="local">The time it stands beside, for zones that change it with the season.</param>
    /// <param name="otherwise">For none and for what is unknown.</param>
    public static TimeSpan Offset(string text, DateTime local, TimeSpan otherwise)
    {
        if (string.IsNullOrWhiteSpace(text)) return otherwise;
        if (Numeric().Match(text) is { Success: true } m)
        {
            var digits = m.Groups["digits"].Value.Replace(":", "", StringComparison.Ordinal);
            var (hours, minutes) = digits.Length <= 2 ? (digits, "0") : (digits[..^2], digits[^2..]);
            var offset = new TimeSpan(int.Parse(hours, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture), 0);
            if (offset > TimeSpan.FromHours(14)) return otherwise;
            return m.Groups["sign"].Value == "+" ? offset : -offset;
        }
        var name = text.Trim(' ', '(', ')', '[', ']', '.');
        var end = name.IndexOfAny([' ', '(', '/']);
        if (Names.TryGetValue(end > 0 ? name[..end] : name, out var named)) return TimeSpan.FromHours(named);
        return end > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone.GetUtcOffset(local) : otherwise;
    }

    [GeneratedRegex(@"^\s*\(?(UTC|GMT|UT|Z)?\s*(?<sign>[+\-−])\s*(?<digits>\d{1,2}:\d{2}|\d{1,4})(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Numeric();
}
