using System.Text.RegularExpressions;

namespace InfoMonitor.Content.Extraction;

/// <summary>Lines by which a paper or portal names its licence, its owner, who answers for it and where it is, names and telephones of people among them (DESIGN 2.1).</summary>
internal static partial class Imprints
{
    /// <summary>Longer paragraphs tell something of their own.</summary>
    private const int LongestLine = 700;

    /// <summary>A line that opens as one of an imprint does, or says two things that only imprints say.</summary>
    public static bool Is(string line) => line.Length <= LongestLine && (Opening().IsMatch(line) || Kinds(line) > 1);

    /// <summary>A line that may stand in an imprint: an address, a telephone.</summary>
    public static bool MayGoOn(string line) => line.Length <= LongestLine && (Kinds(line) > 0 || Place().IsMatch(line));

    private static int Kinds(string line)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match match in Word().Matches(line))
            // In a sentence ("nộp đơn tại trụ sở: ...") it is where people are to go.
            foreach (Group group in match.Groups) if (group is { Success: true, Name: not "0" } && !(group.Name == "house" && char.IsLower(match.Value[0]))) kinds.Add(group.Name);
        return kinds.Count;
    }

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"^\W*((số )?giấy phép (số|hoạt động báo|thiết lập|xuất bản|trang|mxh)[^.]{0,60}(GP|BTTTT|TTĐT|cấp)|giấy phép số \d+\s?/|cơ quan chủ quản\s*:|đơn vị chủ quản\s*:|chịu trách nhiệm( (chính|nội dung|xuất bản|quản lý|về nội dung))*\s*:|((phó )?tổng biên tập|trưởng ban biên tập|editor-in-chief)\s*:|© |(thông tin |mọi thông tin |để biết thêm (thông tin|chi tiết),? )?(xin |vui lòng )*liên hệ (với )?(báo chí|truyền thông)\b|(thông tin )?liên hệ (dành )?cho báo chí|(media|press) (contacts?|inquir(y|ies)|enquir(y|ies))\b|for (more information|media inquiries|further information)[^.]{0,60}\bcontact\b)", Options, 2000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?<licence>giấy phép[^.]{0,80}(GP-|/GP|BTTTT|TTĐT))|(?<owner>(cơ quan|đơn vị) chủ quản\s*:)|(?<answers>chịu trách nhiệm( (chính|nội dung|xuất bản|quản lý|về nội dung))*\s*:)|(?<editor>(tổng|trưởng ban) biên tập\s*:)|(?<house>t(òa|oà) soạn\s*:|trụ sở( chính)?\s*:)|(?<reach>(điện thoại|đt|fax|e-?mail|hotline)\s*:)|(?<rights>ghi rõ nguồn|bản quyền thuộc|giữ bản quyền|all rights reserved|phát hành lại thông tin|©)", Options, 2000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^\W*(địa chỉ|trụ sở|t(òa|oà) soạn|điện thoại|email|cổng thông tin điện tử|trang thông tin điện tử)\b", Options, 2000)]
    private static partial Regex Place();
}
