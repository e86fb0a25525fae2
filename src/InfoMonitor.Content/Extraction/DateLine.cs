using System.Buffers;
using System.Text.RegularExpressions;

namespace InfoMonitor.Content.Extraction;

/// <summary>Whether the day in a line is that of publication: by its label, by the words around it, by what is linked there.</summary>
internal static partial class DateLine
{
    /// <summary>Letters of a line.</summary>
    public const int Longest = 160;
    /// <summary>Small words before a date in one clause that make it part of a sentence: "Giấy phép số 12 cấp ngày".</summary>
    private const int MostWords = 3;
    /// <summary>Characters of link text beside a date, in or below the text, that make it the date of what is linked.</summary>
    public const int OthersHeadline = 16;
    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create("|•·–—,;:()");

    public static PublicationTime? Read(TextBlock block, DateReader dates) =>
        // A long heading may speak of a day; one that ends with a date in figures carries its own.
        block is { Kind: BlockKind.Heading, Text.Length: > 40 } ? StampAtEnd().Match(block.Text) is { Success: true } stamp ? dates.Read(stamp.Value) : null :
        block.Text.Length >= 6 && block.Text.Length <= (block.Kind == BlockKind.Heading ? 40 : Longest) && block.Text.AsSpan().ContainsAnyInRange('0', '9') | block.Text.AsSpan().ContainsAnyInRange('\u17e0', '\u17e9') && !IsProse(block) && Published(block.Text) is var own && !IsOfOtherLabel(own) ? dates.Read(own) : null;

    /// <summary>"27.1.2022 - ...", "(Ngày 07/03/2026) ...", "Thứ 7, 07/03/2026 | ..." opening the text.</summary>
    public static PublicationTime? AtStart(TextBlock block, DateReader dates) =>
        BlockJudge.Running(block) > 0 && OpeningDay().Match(block.Text) is { Success: true } opening ? dates.Read(opening.Value)
        : block.Text.Length > Longest && char.IsAsciiDigit(block.Text[0]) && !CommaAfterDay().IsMatch(block.Text) ? dates.Read(block.Text[..18]) : null;

    /// <summary>A line that is little but a day, or begins by saying that it tells the day of publication.</summary>
    public static bool Is(string line) => Stamp.Is(line) || (line.Length <= Longest && PublicationAtStart().IsMatch(line) && Stamp.TellsDay(line));

    /// <summary>"Posted on April 21, 2015, at 11:29 a.m.": its full stop ends no sentence.</summary>
    public static bool EndsWithHour(string line) => line.Length <= LongestWithHour && line.EndsWith(".m.", StringComparison.OrdinalIgnoreCase);

    private const int LongestWithHour = 60;

    /// <summary>A day whose label does not say that the page was published then: it may be a deadline's, and it may be the page's in words unknown here.</summary>
    public static PublicationTime? OfOtherLabel(TextBlock block, DateReader dates) =>
        block.Text.Length <= Longest && BlockJudge.Running(block) == 0 && IsOfOtherLabel(block.Text) ? dates.Read(block.Text) : null;

    /// <summary>"Hạn chót: 01/11/2026", "Khai mạc: 19h30, 20/10/2026": right before the day a label, and none of publication or change.</summary>
    private static bool IsOfOtherLabel(string line) =>
        Stamp.IndexOfAnyDay(line) is > 0 and var day && LabelOfDay().Match(line[..day]) is { Success: true } match && match.Groups["label"].Value is var label
        && !OwnLabel().IsMatch(label) && !OfChange().IsMatch(label) && !OfPublication().IsMatch(match.Value);

    /// <summary>A day that a sentence speaks of (a deadline, a law that enters into force, a licence) is not the page's own: its line says that it was published, or says nothing else.</summary>
    public static bool IsProse(TextBlock block)
    {
        if (OwnLabel().IsMatch(block.Text)) return false;
        if (BlockJudge.Running(block) > 0) return true;
        var day = Stamp.IndexOfDay(block.Text);
        if (day < 0) return false;
        // What it is filed under is linked before the day.
        var clause = block.Text.AsSpan(0, day)[Math.Min(block.Opening, day)..];
        if (clause.TrimEnd().EndsWith(" -")) return false;
        clause = clause[(clause.LastIndexOfAny(ClauseMarks) + 1)..];
        var words = 0;
        foreach (var range in clause.Split(' '))
            if (clause[range] is [var first, _, ..] word && char.IsLower(first) && !word.SequenceEqual("ngày")) words++;
        return words >= MostWords;
    }

    /// <summary>Of a line that tells another day (of a change, of a law's force) and then when it was published, the second part.</summary>
    private static string Published(string line)
    {
        var other = OfChange().Match(line) is { Success: true } change ? change.Index + change.Length : OfDocument().Match(line) is { Success: true } document ? document.Length : IsOfOtherLabel(line) ? Stamp.IndexOfAnyDay(line) : -1;
        return other >= 0 && OfPublication().Match(line, other) is { Success: true } own ? line[(own.Groups["issued"].Success ? own.Index + own.Length : own.Index)..] : line;
    }

    /// <summary>"Ngày ban hành: 05/11/2026": the day of a document, in a box of documents or above one that was put up later.</summary>
    public static bool IsOfDocument(string line) => OfDocument().IsMatch(line) && !OfPublication().IsMatch(line);

    [GeneratedRegex(@"^\W*ngày (ban hành|ký|(có |hết )?hiệu lực|văn bản)(?!\p{L})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex OfDocument();

    public static bool IsOfChange(string line) => OfChange().IsMatch(line) && !OfPublication().IsMatch(line);

    /// <summary>In or below the text, "Headline of another article (06/03/2026)".</summary>
    public static bool IsOthers(TextBlock block) => block.Linked >= OthersHeadline && (!Stamp.Is(block.Text) || (block.Opening >= OthersHeadline && Stamp.IndexOfDay(block.Text) >= block.Opening));

    [GeneratedRegex(@"(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{4}(,?\s*-?\s*\d{1,2}:\d\d)?\W*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex StampAtEnd();

    // The day in brackets, or with a dash or a bar after it that leads to no other day.
    [GeneratedRegex(@"^(?<open>[(\[])?\s?((ngày )?(đăng|cập nhật)( lúc| ngày)?|ngày|thứ \w+|chủ nhật|(mon|tues|wednes|thurs|fri|satur|sun)day|[\s:,])*((\d{1,2}[:h]\d\d\W{1,3})?\d{1,2}[./-]\d{1,2}[./-]\d{4})(\W{1,3}\d{1,2}[:h]\d\d(:\d\d)?)?(\s?\(?(GMT|UTC)[+-]\d{1,2}\)?)?\s?(?(open)[)\]]|[-–—|](?!\s?\d))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex OpeningDay();

    [GeneratedRegex(@"^\d{1,2}[./-]\d{1,2}[./-]\d{4}\s*,", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex CommaAfterDay();

    [GeneratedRegex(@"\b(cập nhật|sửa (đổi|lần)|updated|modified|aktualisiert|geändert|mis(e)? à jour|actualizado|aggiornato)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex OfChange();

    // An answer to a reader or citizen is published when it is given, not when it was asked for.
    private const string Put = "ngày đăng|(thời gian|giờ) đăng|ngày (đưa tin|tạo)|(ngày|thời gian) trả lời|(đã )?trả lời (ngày|lúc)";

    // "Ban hành" is of a document, unless it stands beside the day of a change.
    [GeneratedRegex(@"(" + Put + @"|đăng (lúc|ngày|tải)|đăng(?=\s*:|\s\d{1,2}[./:h-]\d)|(?<issued>(?<=(sửa đổi|cập nhật)(?!\p{L}).*[;|–—-]\s*)(ngày )?ban hành(?=\s*:))|(ngày )?xuất bản|published|posted|veröffentlicht|erstellt|erschienen|publié|publicado|pubblicato)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex OfPublication();

    // A label, a colon, and nothing but a weekday and a time up to the day.
    [GeneratedRegex(@"(?<label>\p{L}[^|•·–—;:()\d]*):\s*(?>(\d{1,2}\s?([:hg]|giờ)\s?(\d{1,2})?(:\d\d)?(\s?phút)?|ngày|lúc|vào|thứ\s\p{L}+|chủ nhật|[\s,-])*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex LabelOfDay();

    [GeneratedRegex(@"^\W*(" + Put + @"|(tin |bài )?đăng (lúc|ngày|tải)|đăng(?=\s*:)|(ngày )?xuất bản|published|posted)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    public static partial Regex PublicationAtStart();

    [GeneratedRegex(@"(wurde (vor )?am|veröffentlicht|published|posted|mise? en ligne|written on)\b|^\W*(veröffentlicht|erstellt|erschienen|stand|datum|date|publié|mise? (en ligne|à jour)|publicado|fecha|pubblicato|opublikowano|" + Put + @"|ngày xuất bản|ngày(?=\W*$)|đăng (ngày|lúc|tải)|cập nhật|xuất bản|(last )?updated|last modified|letzte änderung|aktualisiert|zuletzt)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex OwnLabel();

    [GeneratedRegex(@"(wurde (vor )?am|veröffentlicht am|published on|posted on|mise? en ligne|posted at|written on)\b|^\W*(published|posted|veröffentlicht|erstellt|erschienen|stand|datum|date|publié|mis en ligne|publicado|fecha|pubblicato|data|opublikowano|ngày đăng|ngày xuất bản|đăng ngày|đăng lúc|cập nhật|xuất bản|thời gian|ngày|thứ|updated|last updated|last modified|letzte änderung|aktualisiert|zuletzt)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    public static partial Regex Label();
}
