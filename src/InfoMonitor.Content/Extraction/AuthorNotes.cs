using System.Text.RegularExpressions;

namespace InfoMonitor.Content.Extraction;

/// <summary>
/// What an article's last paragraphs say of who wrote it (DESIGN 2.1): "Jane Doe is a reporter at the Post.", "Additional reporting by ...", "Về tác giả: ...". Only by its form, and where the text has not
/// spoken of the one it names before: a reporter may be whom a story is about.
/// </summary>
internal static partial class AuthorNotes
{
    /// <summary>Paragraphs from the end that are asked.</summary>
    public const int Most = 2;
    private const int LongestNote = 400;
    /// <summary>Letters of a text that are left, at least: an author's own page is not a text with a note.</summary>
    private const int ShortestText = 150;

    /// <param name="last">The paragraph.</param>
    /// <param name="before">The title and the text above it.</param>
    public static bool Is(string last, string before)
    {
        if (last.Length > LongestNote || before.Length < ShortestText) return false;
        if (Plain().IsMatch(last)) return true;
        return Bio().Match(last) is { Success: true } bio && !Telling().IsMatch(last) && !IsSpokenOf(bio.Groups["name"].Value, before);
    }

    /// <summary>A text of lines without the notes at its end.</summary>
    public static string Without(string text, string title)
    {
        for (var cut = 0; cut < Most && text.LastIndexOf('\n') is > 0 and var at && Is(text[(at + 1)..], $"{title}\n{text[..at]}"); cut++) text = text[..at];
        return text;
    }

    private static bool IsSpokenOf(string name, string before)
    {
        if (before.Contains(name, StringComparison.OrdinalIgnoreCase)) return true;
        var last = name[(name.LastIndexOf(' ') + 1)..];
        // Given names of Viet Nam are other words too: behind a word for a person they are the one's.
        return Array.Exists(Persons, person => before.Contains($"{person} {last}", StringComparison.OrdinalIgnoreCase)) || (last.All(char.IsAscii) && last.Length > 3 && before.Contains($" {last} ", StringComparison.Ordinal));
    }

    private static readonly string[] Persons = ["ông", "bà", "anh", "chị", "cô", "nhà báo", "phóng viên", "Mr", "Mr.", "Ms", "Ms.", "Mrs", "Mrs."];

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const string Name = @"(?<name>\p{Lu}[\p{L}\p{M}.'’-]*( \p{Lu}[\p{L}\p{M}.'’-]*){1,4})";

    /// <summary>What nothing but a note begins with.</summary>
    [GeneratedRegex(@"^\W*((?i:about the (author|writer|reporter)s?|(đôi nét |vài nét )?về tác giả|thông tin (về )?tác giả)\s?[:–—-]"
        + @"|((?i:additional|further) )?(?i:reporting|writing) (?i:and (writing|editing|reporting) )?(?i:by) \p{Lu}|(?i:edited|editing|compiled|translated) by \p{Lu}[^.]{1,80}\W*$"
        + @"|(?i:liên hệ (với )?(tác giả|phóng viên))\b.{0,80}@|(?i:contact) ((?i:the (author|writer|reporter))|" + Name + @")\b.{0,60}@"
        + @"|(?i:tác giả (bài viết )?)(\p{Lu}[\p{L}\p{M}]*( \p{Lu}[\p{L}\p{M}]*){1,4} )?(?i:(hiện )?(là|đang công tác|công tác))(?!\p{L}))", Options, 2000)]
    private static partial Regex Plain();

    /// <summary>"Trần Bình là phóng viên ban ...", "Jane Doe is a senior reporter ...", "Jane Doe covers labour for the Post."</summary>
    [GeneratedRegex(@"^\W*" + Name + @"( (?i:(hiện )?là (một )?(phóng viên|nhà báo|biên tập viên|cây bút|cộng tác viên|bình luận viên))(?!\p{L})"
        + @"|,? is (an? |the |our )([\w’'&/-]+,? ){0,5}?(reporter|correspondent|journalist|editor|columnist|(?<=(staff|freelance|senior|contributing|features?) )writer|contributor|intern)\b"
        + @"|,? (covers|writes about|reports on|has (written|reported) (on|about|for)|has covered) .{3,120}\b(for|at|since|from) (the )?(\p{Lu}|\d{4}))", Options, 2000)]
    private static partial Regex Bio();

    /// <summary>What happens to the one whom a story is about, or what that one said.</summary>
    [GeneratedRegex(@"\b(arrest|detain|charged|jail|prison|sentenc|attack|kill|died|threat|beaten|sued|missing|interrogat|assault|accus|fired|dismiss|suspend|released|said|told|says|bị|bắt|cho biết|cho rằng|khẳng định|nói|kể|tạm giữ|khởi tố|hành hung|qua đời|mất tích|khiếu nại|tố cáo|trả tự do)", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Telling();
}
