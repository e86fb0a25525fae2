using System.Text.RegularExpressions;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>Names of offices, places and sections by their words alone: "UBND XÃ HÀ MẠN", "Tin hoạt động của xã", "Giáo dục - Đào tạo". A headline says what somebody did; these say who or what only.
/// Never enough by itself: a headline may be as short.</summary>
internal static partial class Rubrics
{
    private const int LongestName = 20;
    /// <summary>Words of a section's name that begins as one does.</summary>
    private const int LongestSection = 8;
    /// <summary>A headline has more words than this.</summary>
    private const int FewestWords = 5;
    /// <summary>Words of one part: "Giáo dục - Đào tạo".</summary>
    private const int LongestPart = 3;
    /// <summary>An office's name in capitals shows no verb; longer ones end with a place.</summary>
    private const int LongestInCapitals = 7;
    private const int LongestWithPlace = 14;

    /// <summary>It names an office, a place or a section, or is too short to say anything. True for nothing at all.</summary>
    public static bool Is(string text) => text.Length == 0 || BlockJudge.WordCount(text, FewestWords) < FewestWords || IsOfParts(text) || IsNamed(text);

    /// <summary>It begins as the name of an office, a place or a section does, and goes on as one.</summary>
    public static bool IsNamed(string text)
    {
        var words = BlockJudge.WordCount(text, LongestName + 1);
        if (words > LongestName) return false;
        var folded = Folding.Fold(text);
        var isInCapitals = !text.Any(char.IsLower);
        // Folding keeps the count of words.
        if (Section().Match(folded) is { Success: true } section)
            return words <= LongestSection && (isInCapitals || !HasPredicate(string.Join(' ', text.Split(' ').Skip(section.Value.TrimEnd().Split(' ').Length))));
        return Office().IsMatch(folded) && (isInCapitals ? words <= LongestInCapitals || (words <= LongestWithPlace && EndsWithPlace().IsMatch(folded)) : !HasPredicate(text) && !GoesOnAfterPlace(text));
    }

    /// <summary>"Xã Hà Mạn ngập", "Cổng thông tin điện tử tỉnh Ví Dụ bị tấn công": what is small after a place's name is what happened there.</summary>
    public static bool GoesOnAfterPlace(string text) => AfterPlace().Match(text) is { Success: true } match && !Joining().IsMatch(Folding.Fold(match.Groups["next"].Value));

    /// <summary>".:: Trang tin huyện ::.", as old templates set off their names.</summary>
    private static readonly char[] Frame = [.. " .:|*~=-–»«"];

    /// <summary>Names one beside the other.</summary>
    private static bool IsOfParts(string text) =>
        Parts().Split(text) is { Length: > 1 } parts && Array.TrueForAll(parts, part => BlockJudge.WordCount(part.Trim(), LongestPart + 1) <= LongestPart);

    /// <summary>Two small words in a row that no name has: "mở lớp", not "tỉnh" or "và". Of a name's own words every second is small ("Tài nguyên"), and more of what offices are for ("Kiểm soát bệnh tật").</summary>
    private static bool HasPredicate(string text) => Predicate(text).IsThere;

    /// <summary>It is the last thing said: "Zalo thay đổi", not "Công ty cổ phần Ví Dụ".</summary>
    public static bool EndsWithPredicate(string text) => Predicate(text).IsLast;

    private static (bool IsThere, bool IsLast) Predicate(string text)
    {
        var (small, isThere, isLast) = (0, false, false);
        foreach (var word in text.Split(' '))
        {
            if (word.Length > 0 && word.All(char.IsAsciiDigit)) continue;   // "bắt 5 người"
            if (word.Length == 0 || !char.IsLetter(word[0]) || char.IsUpper(word[0])) (small, isLast) = (0, false);
            else if (!Joining().IsMatch(Folding.Fold(word)) && ++small > 1 && !Purpose().IsMatch(word)) isThere = isLast = true;
        }
        return (isThere, isLast);
    }

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>Folded, as all below.</summary>
    [GeneratedRegex(@"^\W*((?<!\w)((trang |cong |ban )?(thong tin|tin)( tuc| bai| noi bat)?|hoat dong|su kien|thong bao|van ban|chuyen (muc|trang|de)|(tuyen truyen,? )?pho bien|giao duc|phap luat|tuyen truyen|chi dao,? dieu hanh|tim hieu|guong|ban doc|van hoa|xa hoi|kinh te|chinh tri|quoc phong|an ninh|chuyen doi so|cai cach hanh chinh|news|latest|press|our|all|about)(?!\w)( va|[ ,&–-])*)+", Options, 2000)]
    private static partial Regex Section();

    [GeneratedRegex(@"^\W*(ubnd|uy ban|hdnd|hoi dong|hoi|(dang|huyen|tinh|thanh|quan) uy|dang bo|ban|bo|so|phong|cuc|chi cuc|tong cuc|vien|van phong|trung tam|truong|lien (doan|minh|hiep)|mat tran|mttq|ubmttq|doan|cong (doan|an)|toa an|thanh tra|kho bac|bao hiem|benh vien|quy (bao (tro|ve)|tin dung|phat trien|dau tu|khuyen hoc|tu thien)|tram|dai|tap chi|hoc vien|nha|xa|phuong|thi (tran|xa)|huyen|quan|tinh|thanh pho|dac khu|khu|cong hoa|ministry|department|office|general department|(provincial|district|people's) \w+|embassy|committee|centre|center|association|union)(?!\w)", Options, 2000)]
    private static partial Regex Office();

    /// <summary>What an office's name goes on with after a capital and a small word; with its accents. None of these begins what somebody did.</summary>
    [GeneratedRegex(@"^(sát|soát|án|sự|binh|bệnh|tật|trẻ|em|hội|quan|doanh|nghiệp|pháp|lý|nhà|nước|vùng|vực|chính|công|việc|làm|quỹ|đất|đai|thường|xuyên|nghề|thực|vật|thị|trường|vận|tải|nông|thôn|khoa|học|kỹ|thuật|nghệ|chức|năng|cổ|truyền|thập|đỏ|tuổi|khuyết|mồ|côi|tộc|nội|trú|sách|quân|phòng|sản|môi|thông|y|tế|văn|hóa|hoá|thể|thao|lịch|gia|đình|số|quốc|tử|đồng|biểu|sư|phẩm|lâm|thủy|thuỷ|lợi|thú|thiện|niên)$", Options, 2000)]
    private static partial Regex Purpose();

    [GeneratedRegex(@"(?<!\w)(xa|phuong|thi tran|thi xa|huyen|quan|tinh|thanh pho|tp\.?|dac khu)( [\w.]+){1,3}$", Options, 2000)]
    private static partial Regex EndsWithPlace();

    [GeneratedRegex(@"^(xa|phuong|tran|huyen|quan|tinh|pho|thi|thanh|va|cua|nhan|dan|cac|ve|o|tai|cap|trong|ngoai|tren|dia|ban|noi|khac|of|the|and|for|in)\W*$", Options, 2000)]
    private static partial Regex Joining();

    /// <summary>With its accents. A term of office, a number and a greeting are of a name too.</summary>
    [GeneratedRegex(@"\b([Xx]ã|[Pp]hường|[Tt]hị (trấn|xã)|[Hh]uyện|[Qq]uận|[Tt]ỉnh|[Tt]hành phố|TP\.?|[Đđ]ặc khu) \p{Lu}\p{Ll}+( \p{Lu}\p{Ll}+){1,2} (?!(khóa|khoá|nhiệm kỳ|năm|số|lần|trực thuộc|online|kính|xin|chào)\b)(?<next>\p{Ll}+)", Options, 2000)]
    private static partial Regex AfterPlace();

    [GeneratedRegex(@"\s[-–—|,&/]\s|,\s", Options, 2000)]
    private static partial Regex Parts();
}
