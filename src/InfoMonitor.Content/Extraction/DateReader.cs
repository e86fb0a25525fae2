using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace InfoMonitor.Content.Extraction;

/// <summary>Reads a date, and a time where there is one, from a written form: ISO 8601 and its slips, RFC 822, <c>07/03/2026 14:05 GMT+7</c>,
/// <c>ngày 7 tháng 3 năm 2026</c>, month names of twenty languages, Khmer digits. Never a date after <c>now</c>.</summary>
/// <param name="now">What lies after is not believed.</param>
/// <param name="zone">Offset of a time written without one; null where the page's country is unknown, and then only the day is kept.</param>
/// <param name="monthFirst">Whether 3/7/2026 is March 7th (United States).</param>
/// <param name="page">The page's markup, asked how its server writes days; null for what is no page (a feed is judged by all its dates).</param>
internal sealed partial class DateReader(DateTimeOffset now, TimeSpan? zone, bool monthFirst, string? page = null)
{
    private const string Year = @"(?<y>(?:19|20)\d\d)";
    private const string VietnameseMonth = @"(?<n>\d{1,2}|giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười một|mười hai|mười|chạp)";
    private const int LongestText = 240;
    private static readonly DateOnly WebBegins = new(1991, 8, 6);

    /// <summary>The offset of Viet Nam and Cambodia where the language or the host is theirs; null where the country is unknown.</summary>
    /// <param name="language">ISO 639-1, with or without a region; null when unknown.</param>
    public static TimeSpan? ZoneOf(string? language, string? host) =>
        language?.Split('-', '_')[0].Trim().ToLowerInvariant() is "vi" or "km" || host?.EndsWith(".vn", StringComparison.OrdinalIgnoreCase) == true || host?.EndsWith(".kh", StringComparison.OrdinalIgnoreCase) == true
            ? TimeSpan.FromHours(7) : null;

    /// <summary>The first date in the text; null when there is none that can be believed.</summary>
    public PublicationTime? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        text = Plain(text.Length > LongestText ? text[..LongestText] : text);
        return ReadDay(text) is { } found ? Believed(found.Day, ReadTime(text, found.Day, found.Start, found.End)) : null;
    }

    /// <summary>As a program's data has it: written, or a count since 1970.</summary>
    public PublicationTime? Read(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => Read(JsonLd.Unescaped(text)),
        { ValueKind: JsonValueKind.Number } number => ReadUnix(number.GetRawText()),
        _ => null,
    };

    /// <summary>Seconds or milliseconds since 1970, as some pages keep in attributes.</summary>
    public PublicationTime? ReadUnix(string? text)
    {
        if (text is not { Length: 10 or 13 } || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var instant = text.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
        if (zone is { } offset) instant = instant.ToOffset(offset);
        return Believed(DateOnly.FromDateTime(instant.DateTime), instant);
    }

    /// <summary>A day without a time, believed unless it lies before the web or after today.</summary>
    public PublicationTime? Believed(DateOnly day, DateTimeOffset? instant)
    {
        if (day < WebBegins) return null;
        if (instant <= now) return new PublicationTime(day, instant);
        return day <= Today ? new PublicationTime(day, null) : null;
    }

    /// <summary>The day on which the page is read, where its readers are.</summary>
    public DateOnly Today => DateOnly.FromDateTime((zone is { } offset ? now.ToOffset(offset) : now).DateTime);

    /// <summary>A calendar day, or null where there is no such day.</summary>
    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private (DateOnly Day, int Start, int End)? ReadDay(string text)
    {
        (DateOnly Day, int Start, int End)? first = null;
        foreach (Match m in YearFirst().Matches(text)) Offer(m, Day(Number(m, "y"), Number(m, "m"), Number(m, "d")));
        if (first is { Start: 0 }) return first;   // as data has it
        foreach (Match m in YearLast().Matches(text)) Offer(m, DayOrMonthFirst(Number(m, "y"), Number(m, "a"), Number(m, "b"), m.Groups["sep"].Value, zone is not null && page is not null && IsOfServer(m.Index, text)));
        foreach (Match m in DayMonthName().Matches(text)) Offer(m, MonthNames.Number(m.Groups["n"].Value) is { } month ? Day(Number(m, "y"), month, Number(m, "d")) : null);
        foreach (Match m in MonthNameDay().Matches(text)) Offer(m, MonthNames.Number(m.Groups["n"].Value) is { } month ? Day(Number(m, "y"), month, Number(m, "d")) : null);
        foreach (Match m in Khmer().Matches(text)) Offer(m, MonthNames.Number(m.Groups["n"].Value) is { } month ? Day(Number(m, "y"), month, Number(m, "d")) : null);
        foreach (Match m in Vietnamese().Matches(text)) Offer(m, MonthNames.VietnameseNumber(m.Groups["n"].Value) is { } month ? Day(Number(m, "y"), month, Number(m, "d")) : null);
        foreach (Match m in VietnameseMonthFirst().Matches(text)) Offer(m, MonthNames.VietnameseNumber(m.Groups["n"].Value) is { } month ? Day(Number(m, "y"), month, Number(m, "d")) : null);
        if (first is null && Compact().Match(text) is { Success: true } compact) Offer(compact, Day(Number(compact, "y"), Number(compact, "m"), Number(compact, "d")));
        if (first is null && YearShort().Match(text) is { Success: true } m2) Offer(m2, DayOrMonthFirst(2000 + Number(m2, "y"), Number(m2, "a"), Number(m2, "b"), m2.Groups["sep"].Value));
        return first;

        void Offer(Match match, DateOnly? day)
        {
            if (day is { } real && (first is null || match.Index < first.Value.Start)) first = (real, match.Index, match.Index + match.Length);
        }
    }

    private DateOnly? DayOrMonthFirst(int year, int a, int b, string separator, bool isOfServer = false)
    {
        // Dots are only written where the day comes first.
        var swapped = a <= 12 && (b > 12 || ((monthFirst || isOfServer) && separator != "."));
        return swapped ? Day(year, a, b) : Day(year, b, a);
    }

    /// <summary>
    /// "11/7/2026 2:30:00 PM" on a Vietnamese page: no hand and no Vietnamese setting writes English halves of the day, a server left at its American default does (SharePoint, ASP.NET), and puts the month first.
    /// The page's other stamps of this form decide where they fit one order only; the form alone needs its seconds and figures without zeros before them, and a day that is not to come.
    /// </summary>
    private bool IsOfServer(int index, string text)
    {
        if (ServerStamp().Match(text, index) is not { Success: true } stamp || stamp.Index != index) return false;
        _order ??= OrderOfServer();
        if (_order != Order.Unknown) return _order == Order.MonthFirst;
        return OrderOf(stamp) switch
        {
            Order.MonthFirst => true,
            Order.DayFirst => false,
            _ => stamp.Groups["s"].Success && !stamp.Groups["a"].ValueSpan.StartsWith("0") && !stamp.Groups["b"].ValueSpan.StartsWith("0") && !stamp.Groups["h"].ValueSpan.StartsWith("0"),
        };
    }

    private enum Order { Unknown, DayFirst, MonthFirst }

    private Order? _order;

    /// <summary>What the stamps of the page have in common, as far as they agree.</summary>
    private Order OrderOfServer()
    {
        var common = Order.Unknown;
        foreach (Match stamp in ServerStamp().Matches(page!))
        {
            var order = OrderOf(stamp);
            if (order == Order.Unknown) continue;
            if (common != Order.Unknown && common != order) return Order.Unknown;
            common = order;
        }
        return common;
    }

    /// <summary>The one order in which the stamp is a day that has come.</summary>
    private Order OrderOf(Match stamp)
    {
        var (year, a, b) = (Number(stamp, "y"), Number(stamp, "a"), Number(stamp, "b"));
        var (dayFirst, monthsFirst) = (Day(year, b, a) <= Today, Day(year, a, b) <= Today);
        return dayFirst == monthsFirst ? Order.Unknown : dayFirst ? Order.DayFirst : Order.MonthFirst;
    }

    [GeneratedRegex(@"(?<![\d/])(?<a>\d{1,2})/(?<b>\d{1,2})/" + Year + @"(\s|&nbsp;|&#160;)+(?<h>\d{1,2}):\d\d(:(?<s>\d\d))?(\s|&nbsp;|&#160;)?[AP]M(?!\p{L})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex ServerStamp();

    private DateTimeOffset? ReadTime(string text, DateOnly day, int start, int end)
    {
        // After the date (2026-03-07T14:05, 07/03/2026 - 14:05), else before it (14:05, 07/03/2026).
        var match = Clock().Match(text, end);
        var before = match.Success && match.Index - end <= 20 ? null : Clock().Matches(text[..start]).LastOrDefault();
        if (before is not null) match = before;
        else if (!match.Success || match.Index - end > 20) return null;

        var hour = Number(match, "h");
        var half = match.Groups["half"].Value;
        if (half.StartsWith("p", StringComparison.OrdinalIgnoreCase) || half == "CH") { if (hour < 12) hour += 12; }
        else if (half.Length > 0 && hour == 12) hour = 0;
        if (hour > 23) return null;
        var zoneText = match.Groups["zone"].Success ? match.Groups["zone"].Value : before is not null && ZoneAlone().Match(text, end) is { Success: true } later && later.Index - end < 5 ? later.Value : "";
        if ((Offset(zoneText) ?? zone) is not { } offset) return null;
        var second = match.Groups["s"].Success ? Number(match, "s") : 0;
        var local = day.ToDateTime(new TimeOnly(hour, match.Groups["mi"].Success ? Number(match, "mi") : 0, second));
        // The first and last hours of the calendar cannot carry every offset.
        return local.Year is > 1 and < 9999 ? new DateTimeOffset(local, offset) : null;
    }

    private static TimeSpan? Offset(string text)
    {
        text = text.Trim(' ', '(', ')').ToUpperInvariant();
        if (text.Length == 0) return null;
        var sign = text.IndexOfAny(['+', '-', '−']);
        if (sign < 0) return text is "Z" or "UTC" or "GMT" ? TimeSpan.Zero : ZoneNames.TryGetValue(text, out var named) ? TimeSpan.FromHours(named) : null;
        var digits = new string(text[(sign + 1)..].Where(char.IsAsciiDigit).ToArray());
        var (hours, minutes) = digits.Length switch
        {
            1 or 2 => (digits, "0"),
            3 => (digits[..1], digits[1..]),
            4 => (digits[..2], digits[2..]),
            _ => ("99", "0"),
        };
        var offset = new TimeSpan(int.Parse(hours, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture), 0);
        return offset > TimeSpan.FromHours(14) ? null : text[sign] == '+' ? offset : -offset;
    }

    /// <summary>Zone abbreviations that mean one thing on news pages.</summary>
    private static readonly Dictionary<string, double> ZoneNames = new(StringComparer.Ordinal)
    {
        ["ICT"] = 7, ["EST"] = -5, ["EDT"] = -4, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7,
        ["CET"] = 1, ["CEST"] = 2, ["MEZ"] = 1, ["MESZ"] = 2, ["WEST"] = 1, ["EET"] = 2, ["EEST"] = 3, ["MSK"] = 3, ["JST"] = 9, ["KST"] = 9, ["AEST"] = 10, ["AEDT"] = 11,
    };

    public static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Khmer and full-width digits as ASCII, no-break spaces as spaces, CJK date marks as dashes.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        var afterMark = false;
        foreach (var c in text)
        {
            if (c is '年' or '月' or '년' or '월') plain.Append('-');
            else if (c is '日' or '일') plain.Append(' ');
            else if (char.IsWhiteSpace(c)) { if (!afterMark) plain.Append(' '); continue; }
            else if (c > '\u007f' && char.IsDigit(c)) plain.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
            else plain.Append(c);
            afterMark = c is '年' or '月' or '년' or '월';
        }
        return plain.ToString();
    }

    [GeneratedRegex(@"(?<!\d)" + Year + @"\s?[-/.]\s?(?<m>\d{1,2})\s?[-/.]\s?(?<d>\d{1,2})(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![\d/.]|[\d/.]-)(?<a>\d{1,2})\s?(?<sep>[-/.])\s?(?<b>\d{1,2})\s?[-/.]\s?" + Year + @"(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex YearLast();

    [GeneratedRegex(@"(?<![\d/.-])(?<a>\d{1,2})(?<sep>[-/.])(?<b>\d{1,2})[-/.](?<y>[0-3]\d)(?![\d/.-])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex YearShort();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(st|nd|rd|th|er|º|ª|\.|,)?[\s\-/]{0,3}(de |of |d[’'])?\s?(?<n>\p{L}[\p{L}\p{M}]+)[.,]?[\s\-/,]{0,3}(de |del )?\s?" + Year + @"(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex DayMonthName();

    [GeneratedRegex(@"(?<n>\p{L}[\p{L}\p{M}]+)\.?[\s\-]{1,3}(?<d>\d{1,2})(st|nd|rd|th|\.)?[\s\-,]{1,3}" + Year + @"(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex MonthNameDay();

    // "thg" as Java and ICU abbreviate the month.
    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})\s*,?\s*(tháng|thg\.?|th\.?)\s*" + VietnameseMonth + @"\s*(,|năm|-|/)?\s*" + Year + @"(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Vietnamese();

    // In full words, the month between "ខែ" and "ឆ្នាំ".
    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})\s*ខែ\s*(?<n>[\p{L}\p{M}]{2,12}?)\s*ឆ្នាំ\s*" + Year + @"(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Khmer();

    // As WordPress puts it into Vietnamese: "Tháng Ba 7, 2026".
    [GeneratedRegex(@"(?<!\p{L})(tháng|thg\.?|th)\s?" + VietnameseMonth + @"\s+(?<d>\d{1,2}),?\s+" + Year + @"(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex VietnameseMonthFirst();

    [GeneratedRegex(@"(?<!\d)" + Year + @"(?<m>[01]\d)(?<d>[0-3]\d)(?=$|\D|\d{6}(?!\d)|\d{4}(?!\d))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Compact();

    [GeneratedRegex(@"(?<![\d:])(?<h>\d{1,2})(\s?(:|[hHgG](?=\s?\d)|giờ(?=\s?\d)|\.(?=\d\d\s?(Uhr|uur|h|[AaPp]\.?[Mm])))\s?(?<mi>[0-5]\d|(?<=giờ\s?)\d(?=\s?phút))(:(?<s>[0-5]\d)([.,]\d+)?)?(?![\d:])|(?=\s?[AaPp]\.?[Mm]\.?(?!\p{L})))\s*(?<half>[AaPp]\.?\s?[Mm]\.?(?!\p{L})|SA|CH)?\s*(?<zone>Z(?!\p{L})|\(?(UTC|GMT)?\s?[+\-−]\d{1,2}(:?\d\d)?(?!\d)\)?|(UTC|GMT)|\p{Lu}{3,4}(?!\p{L}))?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\(?(UTC|GMT)\s?[+\-−]\d{1,2}(:?\d\d)?\)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex ZoneAlone();
}
