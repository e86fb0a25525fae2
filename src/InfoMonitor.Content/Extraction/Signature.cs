using System.Buffers;
using System.Text.RegularExpressions;

namespace InfoMonitor.Content.Extraction;

/// <summary>How well a line tells when something was written.</summary>
internal enum Told { Never, Roughly, Exactly }

/// <summary>A line that says who wrote something, when, or both, and nothing else.</summary>
/// <param name="Name">Empty when the line has none.</param>
/// <param name="Time">Exactly: a day and an hour, or how long ago.</param>
/// <param name="IsSent">It says that a reader sent the text in: "Gửi lúc 20:15".</param>
/// <param name="IsAdorned">The name stands between pictures, as readers set theirs.</param>
internal sealed partial record Signature(string Name, Told Time, bool IsSent, bool IsAdorned = false)
{
    private const int LongestLine = 100;
    private const int LongestName = 40;
    private static readonly Signature None = new("", Told.Never, false);

    /// <summary>The name begins or ends as those of people in Viet Nam do, or is one that only readers give themselves.</summary>
    public bool IsPerson => ((Surname().IsMatch(Name) || Given().IsMatch(Name)) && !IsOther) || IsNickname;

    public bool IsNickname => IsAdorned || Nickname().IsMatch(Name);

    /// <summary>Names that articles name their parts by: of offices, events and places, and people's with a title.</summary>
    public bool IsOther => Other().IsMatch(Name) || IsRanked(Name);

    /// <summary>A short line that begins with a title: "Đại biểu ...", "Bác sĩ ...".</summary>
    public static bool IsRanked(string line) => line.Length <= LongestLine && Ranked().IsMatch(line);

    /// <summary>Of three words and more, as articles name people.</summary>
    public bool IsWhole => Name.Count(c => c == ' ') > 1;

    /// <summary>Whether a line is short and holds the figures of a day or an hour, or a word for how long ago: the rest is not looked at.</summary>
    public static bool MayTell(ReadOnlySpan<char> line) => line.Length <= LongestLine && (HoldsFigures(line) || line.ContainsAny(line.ContainsAnyInRange('0', '9') ? Words : Ago));

    /// <summary>"08:12", "08/03", "2h", "2 giờ".</summary>
    private static bool HoldsFigures(ReadOnlySpan<char> line)
    {
        for (var i = 0; i + 1 < line.Length; i++)
        {
            if (!char.IsAsciiDigit(line[i])) continue;
            if (line[i + 1] is 'h' or 'H' or 'd' or 'w' || (i + 2 < line.Length && (line[i + 1] is ':' or '/' or '.' or '-' ? char.IsAsciiDigit(line[i + 2]) : line[i + 1] == ' ' && line[i + 2] is 'g' or 'p' or 'n' or 't'))) return true;
        }
        return false;
    }

    private static readonly SearchValues<string> Ago = SearchValues.Create([" trước", " ago", "vừa xong", "just now", "hôm qua", "yesterday", "មុន"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Words = SearchValues.Create(
        [" trước", "cách đây ", " ago", "hôm qua", "hôm nay", "yesterday", "today", " tháng ", "មុន", .. "jan feb mar apr may jun jul aug sep oct nov dec".Split(' ').SelectMany(month => (string[])[$"{month} ", $"{month}. ", $" {month}"]), "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"], StringComparison.OrdinalIgnoreCase);

    /// <param name="isBesideTime">A time stands beside the line: then names are believed that might be any other words.</param>
    public static Signature Of(string line, bool isBesideTime = false)
    {
        if (line.Length > LongestLine) return None;
        if (line is ['(', .., ')'] && line.LastIndexOf('(') == 0) line = line[1..^1];
        if (line is ['B' or 'b' or 'Đ' or 'đ' or 'R' or 'r', ..] && ReaderSays().Match(line) is { Success: true } reader) return new(reader.Groups["name"].Value, Told.Never, IsSent: true);
        var (time, rest) = (Told.Never, line);
        if (MayTell(line)) (time, rest) = (TimeIn(line), When().Replace(line, " "));
        else if (line.Length > 2 * LongestName) return None;
        var isSent = time != Told.Never && Sent().IsMatch(line);
        if (rest.AsSpan().ContainsAny(BesideMarks) || rest.AsSpan().ContainsAny(BesideWords)) rest = Beside().Replace(rest, " ");
        // An initial is a name only behind a word that says so: "Bạn đọc C.".
        var shortest = Prefix().IsMatch(rest) ? 1 : 2;
        var isAdorned = rest.AsSpan().ContainsAnyInRange('\ud800', '\udfff') || rest.AsSpan().ContainsAnyInRange('\u2600', '\u27bf');
        rest = Prefix().Replace(rest, "");
        if (isAdorned) rest = Pictures().Replace(rest, " ");
        rest = Prose.Fold(rest).Trim(Marks);
        if (!rest.Any(char.IsLetter)) return time == Told.Never ? None : new("", time, isSent);
        return rest.Length >= shortest && rest.Length <= LongestName && (Person().IsMatch(rest) || Handle().IsMatch(rest) || ((isBesideTime || time != Told.Never) && Loose().IsMatch(rest))) && !Label().IsMatch(rest)
            ? new(rest, time, isSent, isAdorned) : None;
    }

    /// <summary>Of a text that begins with a name and its time, or with a name and a colon and ends with its day in brackets, or says that its name is a reader's; null for any other.</summary>
    public static Signature? OfWhole(string text)
    {
        if (text.EndsWith(')') && text.LastIndexOf('(') is > 0 and var open && text.Length - open <= LongestName && text.IndexOf(':', StringComparison.Ordinal) is > 1 and <= LongestName and var colon
            && Of(text[open..]) is { Time: not Told.Never, Name.Length: 0 } time && Of(text[..colon]) is { Time: Told.Never, Name.Length: > 0 } who) return time with { Name = who.Name };
        if (Opening(text) is { } opening && opening + 2 < text.Length && Of(text[..opening]) is { Time: not Told.Never, Name.Length: > 0 } beside && !beside.IsOther) return beside;
        return text is ['Đ' or 'đ' or 'B' or 'b', ..] && Reader().Matches(text) is { Count: > 0 } readers && readers[0].Index == 0 ? new(readers[0].Groups["name"].Value, Told.Roughly, IsSent: readers.Count > 1) : null;
    }

    /// <summary>Where the day or hour ends, and what else stands there, that follows the few words a text begins with; null where none does.</summary>
    private static int? Opening(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, LongestOpening));
        if (text.Length <= LongestOpening / 2 || !start.ContainsAnyInRange('0', '9') || !(HoldsFigures(start) || start.ContainsAny(Words))) return null;
        var end = 0;
        foreach (Match match in When().Matches(text[..start.Length]))
        {
            if (end == 0 ? match.Index is 0 or > LongestName : text.AsSpan(end, match.Index - end).ContainsAnyExcept(Between)) break;
            end = match.Index + match.Length;
        }
        return end == 0 ? null : end;
    }

    private const int LongestOpening = 80;
    private static readonly SearchValues<char> Between = SearchValues.Create(" ,()-–·|");

    /// <summary>The name that a text begins with before a colon, without a title; null where it begins otherwise.</summary>
    public static string? Speaker(string text) =>
        text.AsSpan(0, Math.Min(text.Length, LongestName + 1)).IndexOf(':') is > 1 and var colon && Of(text[..colon]) is { Time: Told.Never, Name: { Length: > 0 } name } && !Titled().IsMatch(name) ? name : null;

    /// <summary>The name that a text begins with before a dash; null where it begins otherwise.</summary>
    public static string? BeforeDash(string text) =>
        Dash().Match(text) is { Success: true } match && Of(match.Groups["name"].Value) is { Time: Told.Never, Name: { Length: > 0 } name } && !Titled().IsMatch(name) ? name : null;

    [GeneratedRegex(@"^(?<name>\p{L}[\p{L}\p{M}\d_.' ]{0,39}?)\s[–—-]\s(?=\S)", Options, 2000)]
    private static partial Regex Dash();

    private static Told TimeIn(string line)
    {
        var (isDay, isHour) = (false, false);
        foreach (Match match in When().Matches(line))
        {
            if (match.Groups["ago"].Success) return Told.Exactly;
            if (match.Groups["short"].Success) return Told.Roughly;
            isDay |= match.Groups["day"].Success;
            isHour |= match.Groups["hour"].Success;
        }
        return isDay && isHour ? Told.Exactly : isDay || isHour ? Told.Roughly : Told.Never;
    }

    private static readonly char[] Marks = [.. " -–—|·•:,;.()[]/"];

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>Days, hours, how long ago, and the words around them: what was done then, what can be done.</summary>
    [GeneratedRegex(@"(?<ago>((?<!\d)\d+|\b(một|vài|an?)) ((giây|phút|giờ|tiếng|ngày|tuần|tháng|năm) trước|(seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?) ago)\b|(?<!\d)\d+ ?(s|m|h|d|w|mo|y) ago\b|cách đây (\d+|một|vài) (giây|phút|giờ|tiếng|ngày|tuần|tháng|năm)\b|\bvừa xong\b|\bjust now\b|[\d០-៩]+ ?(វិនាទី|នាទី|ម៉ោង|ថ្ងៃ|សប្តាហ៍|ខែ|ឆ្នាំ) ?មុន)"
        + @"|(?<short>(?<![\d/.:-])\d{1,2} (giây|phút|giờ|ngày|tuần|tháng|năm)(?=\s*$|\s*[·|,)•-])|(?<![\w/.:-])\d{1,2}[hdw](?!\w))"
        + @"|(?<day>(?<![\d/.-])(\d{1,2}[/.-]\d{1,2}([/.-](\d{4}|\d\d))?|\d{4}-\d\d-\d\d)(?![\d/-])|\b\d{1,2} tháng \d{1,2}(,? (năm )?\d{4})?|(hôm (qua|nay)|yesterday|today)\b|\b((january|february|march|april|may|june|july|august|september|october|november|december|(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?) \d{1,2}(,? \d{4})?(?!\d)|\d{1,2} (january|february|march|april|may|june|july|august|september|october|november|december|(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)(,? \d{4})?))"
        + @"|(?<hour>(?<![\d:])\d{1,2}\s?[:h]\s?\d\d(:\d\d)?(?!\d)(\s?(am|pm|sa|ch|sáng|trưa|chiều|tối)\b)?)"
        + @"|\b(vào|lúc|ngày|gửi|(?<!\d )(thích|likes?)|trả lời|reply|phản hồi|chia sẻ|share|đã|viết|nói|bình luận|at|on|says|said|wrote|commented|(gmt|utc)\s?[+-]\s?\d+|(thứ (hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|(mon|tues|wednes|thurs|fri|satur|sun)day))(?!\w)", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex When();

    [GeneratedRegex(@"\b(đã )?gửi (lúc|vào|ngày)\b", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Sent();

    private static readonly SearchValues<char> BesideMarks = SearchValues.Create("(@·|•,-»#:0123456789");
    private static readonly SearchValues<string> BesideWords = SearchValues.Create([" ở ", " từ ", " from ", " in "], StringComparison.Ordinal);

    /// <summary>An address or a place beside the name, how many like it, how many others the same has written, what the site calls the one who did.</summary>
    [GeneratedRegex(@"\([^()]{0,40}\)|\s[\w.*-]{1,40}@[\w.*-]{3,40}|(?<!\w)\d+ ([Ll]ượt )?([Tt]hích|[Ll]ikes?|[Pp]oints?|[Đđ]iểm|[Vv]otes?)(?!\w)|(?<!\w)([Ss]ố )?([Bb]ài viết|[Bb]ình luận|[Pp]osts?|[Cc]omments?|[Mm]essages?) ?: ?\d+|[·|•,-] ?([Tt]hành viên|[Qq]uản trị( viên)?|[Mm]ember|[Aa]dmin|[Mm]oderator|[Kk]hách|[Gg]uest)(?!\w)|»|#\d+|(?<=\p{L}) (ở|từ|đến từ|from|in) \p{Lu}[\p{L}\p{M} ]{1,25}", Options, 2000)]
    private static partial Regex Beside();

    [GeneratedRegex(@"^\W*((?i:độc giả|bạn đọc|họ( và)? tên|người gửi|từ|from)|by)\b\W*", Options, 2000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"[\p{So}\p{Cs}\u200d\ufe0f]+", Options, 2000)]
    private static partial Regex Pictures();

    /// <summary>"minh tam", "Nguyễn văn Sáu", "Bé Na 123", "Cô giáo làng", and names in a script without capitals.</summary>
    [GeneratedRegex(@"^(\p{Ll}[\p{L}\p{M}]{0,7}( \p{Ll}[\p{L}\p{M}]{0,7}){1,3}|\p{Lu}[\p{L}\p{M}]+( [\p{L}\p{M}]{1,7}){1,2} \p{Lu}[\p{L}\p{M}]*|\p{Lu}[\p{L}\p{M}]*( \p{Lu}[\p{L}\p{M}]*){0,3} ?\d{1,4}|(Bác|Cô|Chú|Dân|Khách|Bé|Mẹ|Bố|Ba|Má|Anh|Chị|Người|Một|Thầy)( [\p{L}\p{M}]{1,7}){1,3}|[\u1780-\u17d3]+( [\u1780-\u17d3]+){0,3})$", Options, 2000)]
    private static partial Regex Loose();

    /// <summary>"Minh Tâm", "Lê Thu, Hà Nội".</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{L}\p{M}.*'’]*([ ,–-]+\p{Lu}[\p{L}\p{M}.*'’]*){0,6}$", Options, 2000)]
    private static partial Regex Person();

    /// <summary>One word, whatever it is made of, with a letter in it; behind an @ more.</summary>
    [GeneratedRegex(@"^@?(?=.*\p{L})[\p{L}\p{M}\d_.*@-]{2,40}$|^@[\p{L}\p{M}\d_.-]{2,25}( \p{L}[\p{L}\p{M}\d_.]*){1,4}$", Options, 2000)]
    private static partial Regex Handle();

    /// <summary>"Độc giả Lê Tám (Hà Nội): ...", what follows not in quotation marks.</summary>
    [GeneratedRegex(@"(?<!\w)(độc giả|bạn đọc|Độc giả|Bạn đọc) (?<name>\p{Lu}[\p{L}\p{M}.]*( \p{Lu}[\p{L}\p{M}.]*){0,5})( ?\([^()]{2,40}\))?\s?:\s?(?![\s“""'‘«])", Options, 2000)]
    private static partial Regex Reader();

    /// <summary>A line of its own: "Bạn đọc Minh Tâm bình luận", "Reader Dara Sok writes".</summary>
    [GeneratedRegex(@"^(?i:bạn đọc|độc giả|reader) (?<name>\p{Lu}[\p{L}\p{M}.]*( \p{Lu}[\p{L}\p{M}.]*){0,4})( ?\([^()]{2,30}\))?,? (đã )?(bình luận|viết|nhận xét|góp ý|gửi ý kiến|comments|commented|writes|wrote)\W*$", Options, 2000)]
    private static partial Regex ReaderSays();

    private const string Ranks = @"ông|bà|pv|phóng viên|nhà báo|mc|btv|hỏi|đáp|luật sư|bác sĩ|tiến sĩ|giáo sư|đại biểu|chủ tịch|giám đốc|bộ trưởng|q|a|mr|mrs|ms|dr|prof|(pgs|gs|ts|ths|bs|ls|kts|cn)\.?";

    /// <summary>Who is asked, or asks, in an interview.</summary>
    [GeneratedRegex(@"^(anh|chị|cô|chú|bác|em|cháu|" + Ranks + @")(?!\p{L})", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Titled();

    [GeneratedRegex("^(" + Ranks + @")(?!\p{L})", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Ranked();

    /// <summary>With small letters only, or a figure in it.</summary>
    [GeneratedRegex(@"^@|^\p{Ll}[^\p{Lu} ]+( [^\p{Lu} ]+)*$|^\p{Ll}\S+$|^\S*\d\S*$", Options, 2000)]
    private static partial Regex Nickname();

    [GeneratedRegex(@"^(Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Mai|Đào|Lâm|Trương|Hà|Tạ|Cao|Châu|Lương|Vương|Đoàn|Tô|Đồng|Phùng|Lưu|Thái|Nông|Quách|Tôn|Tống|Triệu|Chu|Kiều|La|Lại|Từ|Thạch|Sơn|Danh|Kim|Ka|Y|H'?)(?!\p{L})", Options, 2000)]
    private static partial Regex Surname();

    /// <summary>Last words of names: those that many people have.</summary>
    [GeneratedRegex(@"(^| )(An|Anh|Ánh|Bảo|Bé|Bích|Bình|Châu|Chi|Chung|Công|Cúc|Cường|Danh|Diễm|Diệp|Dũng|Duy|Duyên|Đạt|Đức|Giang|Hà|Hải|Hân|Hạnh|Hằng|Hậu|Hiền|Hiếu|Hiệp|Hòa|Hoà|Hoa|Hoàng|Hồng|Huệ|Hùng|Hưng|Hương|Huy|Huyền|Khải|Khánh|Khoa|Khôi|Kiên|Lan|Lâm|Liên|Linh|Loan|Long|Ly|Mai|Minh|My|Mỹ|Nam|Nga|Ngân|Nghĩa|Ngọc|Nguyên|Nhân|Nhi|Nhung|Oanh|Phát|Phong|Phúc|Phương|Phượng|Quân|Quang|Quốc|Quyên|Quỳnh|Sơn|Tâm|Tân|Thái|Thanh|Thành|Thảo|Thắng|Thắm|Thi|Thịnh|Thơ|Thu|Thư|Thúy|Thủy|Thuỷ|Tiến|Toàn|Trâm|Trang|Tri|Trí|Trinh|Trung|Tú|Tuấn|Tùng|Tuyết|Uyên|Vân|Vinh|Việt|Vy|Xuân|Yến)$", Options, 2000)]
    private static partial Regex Given();

    /// <summary>Of offices and houses, events, places, and abbreviations.</summary>
    [GeneratedRegex(@"^(Bộ|Sở|Ban|Ủy|Uỷ|UBND|HĐND|Hội|Nhà (?i:hát|văn|thờ|trắng|máy)|Trường|Đại (?i:học|sứ)|Học (?i:viện)|Bảo (?i:tàng|hiểm)|Bệnh|Công (?i:an|ty|đoàn)|Cục|Tổng|Tòa|Toà|Viện|Trung (?i:tâm|ương)|Tập|Ngân (?i:hàng)|Báo|Đài|Tỉnh|Thành (?i:phố|ủy)|TP|Quận|Huyện|Xã|Phường|Thị (?i:xã|trấn)|Phố|Chợ|Lễ|Ngày|Giải|Cuộc|Chương|Liên (?i:hợp|minh|đoàn|hoan)|Đội|Câu|CLB|Sân|Festival|University|Ministry|Department|Office|Amnesty|Human|Save|United)(?= |$)|^(?!\p{Lu}\P{Lu})\p{Lu}{2,6}\d?$|^(Hà Nội|Hải Phòng|Đà Nẵng|Cần Thơ|Huế|An Giang|Bắc (Giang|Kạn|Ninh)|Bạc Liêu|Bến Tre|Bình (Định|Dương|Phước|Thuận)|Cà Mau|Cao Bằng|Đắk (Lắk|Nông)|Điện Biên|Đồng (Nai|Tháp|Hới)|Gia Lai|Hà (Giang|Nam|Tĩnh)|Hải Dương|Hậu Giang|Hòa Bình|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lâm Đồng|Lạng Sơn|Lào Cai|Long An|Nam Định|Nghệ An|Ninh (Bình|Thuận)|Phú (Thọ|Yên)|Quảng (Bình|Nam|Ngãi|Ninh|Trị)|Sóc Trăng|Sơn La|Tây Ninh|Thái (Bình|Nguyên|Lan)|Thanh Hóa|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh (Long|Phúc)|Yên Bái|Sài Gòn|Việt Nam|Lào|Campuchia|Trung Quốc)(?![\p{L}])", Options, 2000)]
    private static partial Regex Other();

    /// <summary>What stands before a day and is no name; what signs an article. Parts of a day or a year are names too where another follows: "Kỳ Duyên".</summary>
    [GeneratedRegex(@"^((?-i:(Sáng|Trưa|Tối|Quý|Kỳ|Mới|Thời|Số)(?! \p{Lu}\p{Ll}))|cập nhật|đăng|xuất bản|updated?|updates|posted|published|modified|đính chính|corrections?|nguồn|source|theo|by|bởi|tác giả|phóng viên|biên tập|tin|ảnh|photo|video|clip|chiều|đêm|hôm|hom|nay|live|trực|new|phần|part|bước|step|vòng|round|trận|hiệp|lần|lượt|views?|xem|time|date|địa|khai|bế|trước|sau|từ|đến|ngày|tháng|năm|tuần|no|thứ|gmt|utc|am|pm|pv|tv|tags?|chia|share|thích|like|trả|reply|phản|report|báo|hotline|fax|tel|đt)(?![\p{L}\d_])", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Label();
}
