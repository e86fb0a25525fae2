using System.Buffers;
using System.Text.RegularExpressions;

namespace InfoMonitor.Content.Extraction;

/// <summary>How well a line tells when something was written.</summary>
internal enum Told { Never, Roughly, Exactly }

/// <summary>A line that says who wrote something, when, or both, and nothing else.</summary>
/// <param name="Name">Empty when the line has none.</param>
/// <param name="Time">Exactly: a day and an hour, or how long ago.</param>
/// <param name="IsSent">It says that a reader sent the text in: "Gửi lúc 20:15".</param>
internal sealed partial record Signature(string Name, Told Time, bool IsSent)
{
    private const int LongestLine = 100;
    private const int LongestName = 40;
    private static readonly Signature None = new("", Told.Never, false);

    /// <summary>The name begins as those of people in Viet Nam do, or is one that only readers give themselves.</summary>
    public bool IsPerson => Surname().IsMatch(Name) || IsNickname;

    public bool IsNickname => Nickname().IsMatch(Name);

    /// <summary>Whether a line is short and holds the figures of a day or an hour, or a word for how long ago: the rest is not looked at.</summary>
    public static bool MayTell(ReadOnlySpan<char> line) => line.Length <= LongestLine && (HoldsFigures(line) || line.ContainsAny(Words));

    private static bool HoldsFigures(ReadOnlySpan<char> line)
    {
        for (var i = 1; i + 1 < line.Length; i++)
            if (line[i] is ':' or 'h' or '/' or '.' or '-' && char.IsAsciiDigit(line[i - 1]) && char.IsAsciiDigit(line[i + 1])) return true;
        return false;
    }

    private static readonly SearchValues<string> Ago = SearchValues.Create([" trước", " ago", "vừa xong", "just now"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Words = SearchValues.Create(
        [" trước", " ago", "vừa xong", "just now", " tháng ", "january", "february", "march", "april", "may ", "june", "july", "august", "september", "october", "november", "december"], StringComparison.OrdinalIgnoreCase);

    public static Signature Of(string line)
    {
        if (line.Length > LongestLine) return None;
        var (time, rest) = (Told.Never, line);
        if (MayTell(line)) (time, rest) = (TimeIn(line), When().Replace(line, " "));
        var isSent = time != Told.Never && Sent().IsMatch(line);
        rest = Beside().Replace(rest, " ");
        // An initial is a name only behind a word that says so: "Bạn đọc C.".
        var shortest = Prefix().IsMatch(rest) ? 1 : 2;
        rest = Prose.Fold(Prefix().Replace(rest, "")).Trim(Marks);
        if (!rest.Any(char.IsLetter)) return time == Told.Never ? None : new("", time, isSent);
        return rest.Length >= shortest && rest.Length <= LongestName && (Person().IsMatch(rest) || Handle().IsMatch(rest)) && !Label().IsMatch(rest) ? new(rest, time, isSent) : None;
    }

    /// <summary>Of a text that begins with a name and a colon and ends with its day and hour in brackets, or has how long ago beside the name, or says that its name is a reader's; null for any other.</summary>
    public static Signature? OfWhole(string text)
    {
        if (text.EndsWith(')') && text.LastIndexOf('(') is > 0 and var open && text.Length - open <= LongestName && text.IndexOf(':', StringComparison.Ordinal) is > 1 and <= LongestName and var colon
            && Of(text[open..]) is { Time: Told.Exactly, Name.Length: 0 } time && Of(text[..colon]) is { Time: Told.Never, Name.Length: > 0 } who) return time with { Name = who.Name };
        if (text.Length > LongestLine && text.AsSpan(0, LongestLine).ContainsAny(Ago) && When().Match(text, 0, LongestLine) is { Success: true } match && match.Groups["ago"].Success && text.Length > match.Index + match.Length + 2
            && Of(text[..(match.Index + match.Length)]) is { Time: Told.Exactly, Name.Length: > 0 } beside) return beside;
        return text is ['Đ' or 'đ' or 'B' or 'b', ..] && Reader().Matches(text) is { Count: > 0 } readers && readers[0].Index == 0 ? new(readers[0].Groups["name"].Value, Told.Roughly, IsSent: readers.Count > 1) : null;
    }

    /// <summary>The name that a text begins with before a colon, without a title; null where it begins otherwise.</summary>
    public static string? Speaker(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is > 1 and <= LongestName and var colon && Of(text[..colon]) is { Time: Told.Never, Name: { Length: > 0 } name } && !Titled().IsMatch(name) ? name : null;

    private static Told TimeIn(string line)
    {
        var (isDay, isHour) = (false, false);
        foreach (Match match in When().Matches(line))
        {
            if (match.Groups["ago"].Success) return Told.Exactly;
            isDay |= match.Groups["day"].Success;
            isHour |= match.Groups["hour"].Success;
        }
        return isDay && isHour ? Told.Exactly : isDay || isHour ? Told.Roughly : Told.Never;
    }

    private static readonly char[] Marks = [.. " -–—|·•:,;.()[]/"];

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>Days, hours, how long ago, and the words around them: what was done then, what can be done.</summary>
    [GeneratedRegex(@"(?<ago>\b(\d+|một|vài|an?) ((giây|phút|giờ|tiếng|ngày|tuần|tháng|năm) trước|(seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?) ago)\b|\bvừa xong\b|\bjust now\b)"
        + @"|(?<day>(?<![\d/.-])(\d{1,2}[/.-]\d{1,2}([/.-](\d{4}|\d\d))?|\d{4}-\d\d-\d\d)(?![\d/-])|\b\d{1,2} tháng \d{1,2}(,? (năm )?\d{4})?|\b((january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}(,? \d{4})?|\d{1,2} (january|february|march|april|may|june|july|august|september|october|november|december)(,? \d{4})?))"
        + @"|(?<hour>(?<![\d:])\d{1,2}\s?[:h]\s?\d\d(:\d\d)?(?!\d)(\s?(am|pm|sa|ch)\b)?)"
        + @"|\b(vào|lúc|ngày|gửi|thích|likes?|trả lời|reply|phản hồi|chia sẻ|share|đã|viết|nói|bình luận|at|on|says|said|wrote|commented|(gmt|utc)\s?[+-]\s?\d+|(thứ (hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|(mon|tues|wednes|thurs|fri|satur|sun)day))(?!\w)", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex When();

    [GeneratedRegex(@"\b(đã )?gửi (lúc|vào|ngày)\b", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Sent();

    /// <summary>An address or a place beside the name.</summary>
    [GeneratedRegex(@"\([^()]{0,40}\)|\s[\w.*-]{1,40}@[\w.*-]{3,40}", Options, 2000)]
    private static partial Regex Beside();

    [GeneratedRegex(@"^\W*(độc giả|bạn đọc|họ( và)? tên|người gửi|từ|from)\b\W*", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Prefix();

    /// <summary>"Minh Tâm", "Lê Thu, Hà Nội".</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{L}\p{M}.*'’]*([ ,–-]+\p{Lu}[\p{L}\p{M}.*'’]*){0,6}$", Options, 2000)]
    private static partial Regex Person();

    /// <summary>One word, whatever it is made of, with a letter in it.</summary>
    [GeneratedRegex(@"^@?(?=.*\p{L})[\p{L}\p{M}\d_.*@-]{2,40}$", Options, 2000)]
    private static partial Regex Handle();

    /// <summary>"Độc giả Lê Tám (Hà Nội): ...", what follows not in quotation marks.</summary>
    [GeneratedRegex(@"(?<!\w)(độc giả|bạn đọc|Độc giả|Bạn đọc) (?<name>\p{Lu}[\p{L}\p{M}.]*( \p{Lu}[\p{L}\p{M}.]*){0,5})( ?\([^()]{2,40}\))?\s?:\s?(?![\s“""'‘«])", Options, 2000)]
    private static partial Regex Reader();

    /// <summary>Who is asked, or asks, in an interview.</summary>
    [GeneratedRegex(@"^(ông|bà|anh|chị|cô|chú|bác|em|cháu|pv|phóng viên|nhà báo|mc|btv|hỏi|đáp|luật sư|bác sĩ|tiến sĩ|giáo sư|đại biểu|q|a|mr|mrs|ms|dr|prof|(pgs|gs|ts|ths|bs|ls|kts|cn)\.?)(?!\p{L})", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Titled();

    /// <summary>With a small letter first, or a figure in it.</summary>
    [GeneratedRegex(@"^@|^\p{Ll}\S+$|^\S*\d\S*$", Options, 2000)]
    private static partial Regex Nickname();

    [GeneratedRegex(@"^(Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Mai|Đào|Lâm|Trương|Hà|Tạ|Cao|Châu|Lương|Vương|Đoàn|Tô|Đồng|Phùng|Lưu|Thái|Nông|Quách|Tôn|Tống|Triệu|Chu|Kiều|La|Lại|Từ|Thạch|Sơn|Danh|Kim|Ka|Y|H'?)(?!\p{L})", Options, 2000)]
    private static partial Regex Surname();

    /// <summary>What stands before a day and is no name; what signs an article.</summary>
    [GeneratedRegex(@"^(cập nhật|đăng|xuất bản|updated?|updates|posted|published|modified|đính chính|corrections?|nguồn|source|theo|by|bởi|tác giả|phóng viên|biên tập|tin|ảnh|photo|video|clip|sáng|trưa|chiều|tối|đêm|hôm|hom|nay|today|yesterday|live|trực|mới|new|phần|part|bước|step|vòng|round|trận|hiệp|lần|lượt|views?|xem|thời|time|date|địa|khai|bế|trước|sau|từ|đến|ngày|tháng|năm|tuần|quý|kỳ|số|no|thứ|gmt|utc|am|pm|pv|tv|tags?|chia|share|thích|like|trả|reply|phản|report|báo|hotline|fax|tel|đt)(?![\p{L}\d_])", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Label();
}
