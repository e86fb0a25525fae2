using System.Globalization;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Text;

#pragma warning disable MA0009 // no timeout: a slow machine would answer otherwise than a fast one; what looks around itself cannot be read without backtracking, and its repeats of letters begin at a look-behind

namespace InfoMonitor.Content.Matching;

/// <summary>Reads off a published verdict whether it supports the claim that was checked. The one place that does: whoever adds a reference asks here (DESIGN 2.3).</summary>
/// <remarks>Vietnamese, English and Khmer. Only what says "true" without reserve supports; "half true", "out of context" and words that are not known count as contradicting, so that a person sees the text.</remarks>
public static partial class PublishedVerdict
{
    /// <summary>Where on its scale a rating says "true": the end itself, or so near that nothing is meant by the rest (95 of 100; not 4 of 5, nor 9 of 10).</summary>
    private const double Top = 0.9;

    /// <summary>Say nothing of truth beside a word that does: "Kết luận: thông tin này là đúng", "The claim is entirely true".</summary>
    private static readonly HashSet<string> Fillers =
    [
        .. "kết luận đánh giá xếp hạng thông tin tin tuyên bố phát biểu nội dung bài viết nhận định này là hoàn toàn sự với có được hình ảnh video clip".Split(' '),
        .. "the this that a an it claim statement is are was rating verdict conclusion information news story post photo image video our we rate fact facts check checked entirely completely totally absolutely fully very indeed attribution content quote as to be been has".Split(' '),
        "100%", "នេះ", "គឺ", "ជា", "ព័ត៌មាន", "លទ្ធផល",
    ];

    /// <summary>What is left of a verdict that supports.</summary>
    private static readonly HashSet<string> True =
    [
        "đúng", "đúng thật", "đúng rồi", "chính xác", "đúng chính xác", "thật", "xác thực", "chính thống", "chuẩn", "chuẩn xác", "đã xác minh", "đã xác nhận", "xác nhận", "đã kiểm chứng đúng",
        "true", "correct", "accurate", "verified", "confirmed", "real", "genuine", "authentic", "factual", "right", "correct accurate", "accurate correct", "true accurate", "supported", "legit",
        "ពិត", "ពិតប្រាកដ", "ត្រឹមត្រូវ", "ការពិត", "ពិត ត្រឹមត្រូវ",
        "không sai", "không phải tin giả", "chẳng sai", "not false", "not fake",
    ];

    /// <summary>Alone they are fillers or nothing, and yet "Sự thật" and "Fact" are verdicts.</summary>
    private static readonly HashSet<string> TrueAlone = ["sự thật", "sự thật là", "có thật", "là sự thật", "thông tin chính thống", "fact", "a fact", "ជាការពិត"];

    /// <summary>Whether a verdict supports the claim. False for one that contradicts it, in part too, and for words that are not known.</summary>
    /// <param name="words">As published: a rating's <c>alternateName</c>, the verdict column of a file, or numbers alone ("5/5").</param>
    /// <param name="value">schema.org <c>ratingValue</c>; null when not given. With <paramref name="best"/> it decides, unless the words themselves make a reserve.</param>
    /// <param name="best">schema.org <c>bestRating</c>.</param>
    /// <param name="worst">schema.org <c>worstRating</c>; 1 where it is not given, as the standard says.</param>
    public static bool Supports(string words, string? value = null, string? best = null, string? worst = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        var line = Nfc.Of(words).ToLowerInvariant().Trim();
        if (Ratio().Match(line) is { Success: true } ratio) (value, best, line) = (value ?? ratio.Groups["value"].Value, best ?? ratio.Groups["best"].Value, "");
        if (Reserve().IsMatch(line) && !True.Contains(string.Join(' ', Tokens(line)))) return false;   // "không sai" denies and yet supports
        return Share(value, best, worst) is { } share ? share >= Top : SaysTrue(line);
    }

    private static bool SaysTrue(string line)
    {
        // "True. The law says so since 2024": the first part that says anything is the verdict, the rest its reason.
        foreach (var part in Stops().Split(line))
        {
            var tokens = Tokens(part);
            if (tokens is []) continue;
            if (TrueAlone.Contains(string.Join(' ', tokens))) return true;
            var left = string.Join(' ', tokens.Where(t => !Fillers.Contains(t)));
            if (left.Length > 0) return True.Contains(left);
        }
        return false;
    }

    private static string[] Tokens(string text) => Marks().Replace(text, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>0 at the worst end of the scale, 1 at the best; null where that cannot be told. A scale may run either way.</summary>
    private static double? Share(string? value, string? best, string? worst)
    {
        if (Number(value) is not { } rating || Number(best) is not { } top) return null;
        var bottom = Number(worst) ?? (top > 1 ? 1 : 0);
        if (top == bottom) return null;   // -1 of -1: a rating in words alone
        var share = (rating - bottom) / (top - bottom);
        return share is >= 0 and <= 1 ? share : null;
    }

    private static double? Number(string? text) =>
        double.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Denies, or takes a part back. Anywhere in the verdict: "Đúng, nhưng thiếu bối cảnh".</summary>
    [GeneratedRegex("""
        (?<![\p{L}\p{M}])(?:sai|giả|bịa|đồn|không|chưa|chẳng|phần|nửa|nhưng|tuy|thiếu|nhầm|lẫn|phóng|lừa|mạo|xuyên|cắt|ghép|gần|khá|tương|hầu|nghi|lệch
        |not|no|never|false|fake|un\w+|untrue|incorrect|inaccurate|but|however|although|though|except|part|partial|partly|partially|mostly|mixed|mixture|half|largely|nearly|almost|somewhat|mis\w+|missing|lacks?|lacking|needs?|context|satire|hoax|scam|rumou?rs?|altered|outdated|exaggerated|barely|isn't|wasn't|doesn't|questionable|doubtful|manipulated)(?![\p{L}\p{M}])
        |មិន|ពុំ|ក្លែង|មួយផ្នែក|ខ្លះ|ប៉ុន្តែ|ខ្វះ|បំភាន់|\?
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Reserve();

    [GeneratedRegex(@"^(?<value>-?\d+([.,]\d+)?)\s*/\s*(?<best>-?\d+([.,]\d+)?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Ratio();

    [GeneratedRegex(@"[.:;,!()\[\]\r\n|/]|\s[-–—]+\s|[–—។]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Stops();

    /// <summary>Quotes, ticks, pictures: beside words they say nothing.</summary>
    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}%']+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Marks();
}
