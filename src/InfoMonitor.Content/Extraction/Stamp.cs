using System.Text.RegularExpressions;

namespace InfoMonitor.Content.Extraction;

/// <summary>Lines of date and time, as templates set them around the headline.</summary>
internal static partial class Stamp
{
    /// <summary>"Thứ bảy, 07/03/2026, 14:05 GMT+7": text that is mostly figures of a date or time.</summary>
    public static bool Is(string text)
    {
        if (text.Length is < 8 or > 60) return false;
        var (digits, letters, marks) = (0, 0, 0);
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsLetter(c)) letters++;
            else if (c is '/' or '.' or '-' or ':') marks++;
        }
        return digits is >= 6 and <= 16 && marks >= 2 && letters <= 2 * digits && DatePattern().IsMatch(text);
    }

    /// <summary>Where a day in figures stands in a text; -1 when there is none.</summary>
    public static int IndexOfDay(string text) => DatePattern().Match(text) is { Success: true } match ? match.Index : -1;

    /// <summary>Where a day in figures or in words stands in a text; -1 when there is none.</summary>
    public static int IndexOfAnyDay(string text) =>
        DayInWords().Match(text) is { Success: true } words && (IndexOfDay(text) is var figures && (figures < 0 || words.Index < figures)) ? words.Index : IndexOfDay(text);

    /// <summary>Whether a line holds a day, in figures or in words: "Thứ bảy, ngày 7 tháng 3 năm 2026".</summary>
    public static bool TellsDay(string text) => DatePattern().IsMatch(text) || DayInWords().IsMatch(text);

    /// <summary>Text that is mostly a day in words.</summary>
    public static bool IsInWords(string text) => text.Length <= 60 && DayInWords().Match(text) is { Success: true } match && 2 * match.Length >= text.Length;

    [GeneratedRegex(@"\b\d{1,2} (tháng|thg\.?) \d{1,2},? (năm )?\d{4}\b|\b\d{1,2} (january|february|march|april|may|june|july|august|september|october|november|december),? \d{4}\b|\b(january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2},? \d{4}\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex DayInWords();

    [GeneratedRegex(@"(?<!\d)(\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DatePattern();
}
