using System.Globalization;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Extraction;

#pragma warning disable MA0009 // no timeout: a slow machine would read no date where a fast one reads one; no text is longer than LongestDate, and no pattern here repeats inside a repeat

namespace InfoMonitor.Content.Feeds;

/// <summary>Dates as feeds write them: RFC 822 with its odd zones, ISO 8601 in all its lengths, and the written forms of <see cref="DateReader"/>
/// (<c>07/03/2026 14:05 GMT+7</c>).</summary>
/// <param name="country">Offset of a time written without one; null while the country is unknown: UTC then.</param>
/// <param name="monthFirst">As <see cref="DayOrder"/> finds.</param>
internal sealed partial class FeedDates(TimeSpan? country, bool monthFirst)
{
    private const int LongestDate = 120;
    private const int Readings = 5;

    /// <summary>No feed's date is after this; the crawler asks whether it is after today.</summary>
    private static readonly DateTimeOffset Horizon = new(2999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private readonly TimeSpan zone = country ?? TimeSpan.Zero;
    private readonly DateReader written = new(Horizon, country ?? TimeSpan.Zero, monthFirst);

    /// <summary>As the country of the language or of the host writes them (<see cref="DateReader.ZoneOf"/>).</summary>
    /// <param name="language">Of the source; null when unknown.</param>
    public static FeedDates Of(string? language, Uri? address, bool monthFirst = false) => new(DateReader.ZoneOf(language, address?.Host), monthFirst);

    /// <summary>The same, with the feed's own language where nothing else told the country.</summary>
    public FeedDates In(string? language) => country is null ? Of(language, address: null, monthFirst) : this;

    /// <summary>Null when there is none that can be read. The day alone means its first moment.</summary>
    /// <remarks>Programs in .NET write the first moment of the calendar where they know no date.</remarks>
    public DateTimeOffset? Read(string? text) => Find(text) is { } found && found != default ? found : null;

    private DateTimeOffset? Find(string? text)
    {
        text = text?.Trim();
        if (text is not { Length: >= 2 and <= LongestDate }) return null;
        try
        {
            if (Iso().Match(text) is { Success: true } iso && FromIso(iso) is { } first) return first;
            if (Rfc822().Match(text) is { Success: true } mail && FromRfc822(mail) is { } second) return second;
            if (Ctime().Match(text) is { Success: true } unix && FromRfc822(unix) is { } third) return third;
            if (DotNet().Match(text) is { Success: true } count) return DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(count.Groups["ms"].ValueSpan, CultureInfo.InvariantCulture));
            if (text.Length is 10 or 13 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return text.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
            return Written(text) is { } read ? read.Instant ?? new DateTimeOffset(read.Date.ToDateTime(TimeOnly.MinValue), zone) : null;
        }
        // The calendar's first and last days cannot carry every offset.
        catch (ArgumentOutOfRangeException) { return null; }
    }

    /// <summary>A text so short is read in microseconds: where a pattern's time ran out the machine was held up, and it is read again.</summary>
    private PublicationTime? Written(string text)
    {
        for (var left = Readings; left > 0; left--)
        {
            try { return written.Read(text); }
            catch (RegexMatchTimeoutException) { }
        }
        return null;
    }

    private DateTimeOffset? FromIso(Match m)
    {
        var year = m.Groups["y"].Length == 2 ? Century(DateReader.Number(m, "y")) : DateReader.Number(m, "y");
        DateOnly? day;
        if (m.Groups["n"].Success)
        {
            var ordinal = DateReader.Number(m, "n");
            day = year >= 1 && ordinal >= 1 && ordinal <= (DateTime.IsLeapYear(year) ? 366 : 365) ? new DateOnly(year, 1, 1).AddDays(ordinal - 1) : null;
        }
        else if (m.Groups["w"].Success)
        {
            var (week, weekday) = (DateReader.Number(m, "w"), m.Groups["wd"].Success ? DateReader.Number(m, "wd") : 1);
            day = year >= 1 && week is >= 1 and <= 53 && weekday is >= 1 and <= 7 ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, (DayOfWeek)(weekday % 7))) : null;
        }
        else day = DateReader.Day(year, m.Groups["m"].Success ? DateReader.Number(m, "m") : 1, m.Groups["d"].Success ? DateReader.Number(m, "d") : 1);
        return day is { } real ? At(real, m) : null;
    }

    private DateTimeOffset? FromRfc822(Match m)
    {
        if (MonthNames.Number(m.Groups["mon"].Value) is not { } month) return null;
        var year = DateReader.Number(m, "y");
        if (m.Groups["y"].Length <= 2) year = Century(year);
        else if (m.Groups["y"].Length == 3) year += 1900; // RFC 2822, 4.3
        return DateReader.Day(year, month, DateReader.Number(m, "d")) is { } day ? At(day, m) : null;
    }

    private DateTimeOffset? At(DateOnly day, Match m)
    {
        var (hour, minute, second) = (Part("h"), Part("mi"), Part("s"));
        if (hour > 24 || minute > 59 || second > 60) return null;
        var half = m.Groups["half"].Value;
        if (half.Length > 0 && hour is >= 1 and <= 12) hour = hour % 12 + (half[0] is 'P' or 'p' ? 12 : 0);
        var time = day.ToDateTime(TimeOnly.MinValue).AddHours(hour).AddMinutes(minute).AddSeconds(second);
        if (m.Groups["f"].Success) time = time.AddTicks(long.Parse(m.Groups["f"].Value.PadRight(7, '0')[..7], CultureInfo.InvariantCulture));
        return new DateTimeOffset(time, Zones.Offset(m.Groups["zone"].Value, time, zone));

        int Part(string name) => m.Groups[name].Success ? DateReader.Number(m, name) : 0;
    }

    /// <summary>RFC 2822, 4.3.</summary>
    private static int Century(int year) => year < 50 ? 2000 + year : 1900 + year;

    /// <summary>As .NET's older serializers write it: <c>/Date(1772956800000+0700)/</c>, counted in UTC; the offset only says where it was written.</summary>
    [GeneratedRegex(@"^\\?/Date\((?<ms>-?\d{1,13})([+-]\d{4})?\)\\?/$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex DotNet();

    private const string Clock = @"(?<h>\d{1,2}):(?<mi>\d{1,2})(:(?<s>\d{1,2})([.,:](?<f>\d{1,9}))?)?(\s*(?<half>[AaPp])\.?[Mm]\.?)?";

    [GeneratedRegex(@"^(?<y>\d{4}|\d{2}(?=-))(-?W(?<w>\d{2})(-?(?<wd>\d))?|-(?<n>\d{3})(?!\d)|-?(?<m>\d{1,2})(?![\d:])(-?(?<d>\d{1,2}))?|(?<m>\d{2})(?<d>\d{2})|-(?<m>\d{1,2})-(?<d>\d{1,2})|/(?<m>\d{1,2})/(?<d>\d{1,2}))?(\s*[Tt,]?\s*(" + Clock + @"|(?<h>\d{2})(?<mi>\d{2})(?<s>\d{2})?)\s*(?<zone>.*))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(\p{L}+\.?\s*,?\s+|\p{L}+,\s*)?(?<d>\d{1,2})(st|nd|rd|th)?[\s\-]+(?<mon>\p{L}[\p{L}\p{M}]+)\.?[\s\-,]+(?<y>\d{2,4})([\s,]+(at\s+)?" + Clock + @"\s*(?<zone>.*))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rfc822();

    [GeneratedRegex(@"^(\p{L}+\.?,?\s+)?(?<mon>\p{L}[\p{L}\p{M}]+)\.?\s+(?<d>\d{1,2})(st|nd|rd|th)?,?(\s+(?<y>\d{4})(,?\s+(at\s+)?" + Clock + @"\s*(?<zone>.*))?|\s+" + Clock + @"\s+(?<zone>\p{Lu}{1,5}|[+-]\d{2}:?\d{2})?\s*(?<y>\d{4}))$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ctime();
}
