using System.Text.RegularExpressions;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>Lists of an office's documents (decisions, plans, procedures): rows of a number, a day and what the document is about, which reads like the sentences of an article. Of a page that says it is an article only a table of them is believed, or entries that are links and nothing else.</summary>
internal static partial class DocumentLists
{
    private const int FewestRows = 5;
    /// <summary>A number alone in its cell or line, with its label or the kind of document.</summary>
    private const int LongestNumber = 60;
    /// <summary>"Tải về", "Xem chi tiết".</summary>
    private const int LongestLabel = 20;
    private const int FileDistance = 2;
    /// <summary>Blocks of one row before the first that reads like a text, and after the last.</summary>
    private const int LongestRow = 8;
    /// <summary>Running text before and after the rows, from which on they are the table of an article.</summary>
    private const int ShortestArticle = 200;

    public static bool Is(string title, PageMetadata page, PageReading reading)
    {
        if (Procedures().IsMatch(Folding.Fold(title)) && AreProcedures(reading, page.IsMarkedArticle)) return true;
        var blocks = reading.Outline.Blocks;
        var end = Math.Min(blocks.Count, reading.Last + LongestRow);
        var (rows, files) = (new List<int>(), new List<int>());
        for (var i = Math.Max(0, reading.First - LongestRow); i < end; i++)
        {
            if (IsNumbered(blocks[i])) rows.Add(i);
            if (IsFiled(blocks, i)) files.Add(i);
        }
        // Lists without numbers give a day and a file for each.
        if (rows.Count < files.Count) rows = files;
        if (rows.Count < FewestRows || (page.IsMarkedArticle && rows.Count(row => blocks[row].Kind == BlockKind.Cell) < FewestRows)) return false;

        var length = rows.Zip(rows.Skip(1), (one, next) => next - one).Order().ElementAt((rows.Count - 1) / 2);
        var (around, within, dated) = (0, 0, 0);
        for (var i = reading.First; i <= reading.Last && i < blocks.Count; i++)
        {
            var running = BlockJudge.Running(blocks[i]);
            if (i < rows[0] || i >= rows[^1] + length) around += running;
            else within += running;
        }
        for (var row = 0; row < rows.Count; row++)
            if (Enumerable.Range(rows[row], row + 1 < rows.Count ? rows[row + 1] - rows[row] : length).Any(i => i < blocks.Count && IsDated(blocks[i], i == rows[row]))) dated++;
        return around < ShortestArticle && around < within && (dated >= 0.6 * rows.Count || HasHeader(reading, rows[0]));
    }

    /// <summary>Entries of a list or table that lead to a procedure each, with hardly a text around them.</summary>
    private static bool AreProcedures(PageReading reading, bool isMarked)
    {
        var blocks = reading.Outline.Blocks;
        var (entries, around) = (0, 0);
        // With links alone there is no text, and nothing tells where it would be.
        for (var i = Math.Max(0, reading.Headline + 1); i < blocks.Count; i++)
        {
            // What else there is to read begins after the text.
            if (i > reading.First && (Phrases.IsEnding(blocks[i].Text) || (isMarked && i > reading.Last))) break;
            var isEntry = blocks[i].Kind is BlockKind.ListItem or BlockKind.Cell && BlockJudge.WordCount(blocks[i].Text, 4) >= 4 && (blocks[i].Opening >= LongestLabel || LeadsOn(blocks, i));
            if (isEntry) entries++;
            // An entry that goes on after its link in a sentence is a text of its own.
            if (i >= reading.First && i <= reading.Last && (!isEntry || (blocks[i].Kind == BlockKind.ListItem && BlockJudge.EndsSentence(blocks[i].Text)))) around += BlockJudge.Running(blocks[i]);
        }
        return entries >= FewestRows && around < ShortestArticle;
    }

    /// <summary>A link of a word or two in the same row: "Nộp hồ sơ".</summary>
    private static bool LeadsOn(IReadOnlyList<TextBlock> blocks, int at)
    {
        for (var i = at + 1; i <= Math.Min(at + FileDistance + 1, blocks.Count - 1); i++) if (blocks[i] is { Kind: BlockKind.Cell, LinkShare: >= 0.9, Text.Length: < LongestLabel }) return true;
        return false;
    }

    /// <summary>A number that stands for itself, or in a link to what it numbers; one that a sentence quotes does not.</summary>
    private static bool IsNumbered(TextBlock block) =>
        Number().Match(block.Text.Length > 300 ? block.Text[..300] : block.Text) is { Success: true } number
        && (block.Text.Length <= LongestNumber || block.LinkShare >= 0.9 || number.Index == 0 || number.Index < block.Opening || (block.Kind == BlockKind.ListItem && Entitled().IsMatch(block.Text))) && !Imprints.Is(block.Text);

    /// <summary>A day alone in its cell, next to a link of a word or two.</summary>
    private static bool IsFiled(IReadOnlyList<TextBlock> blocks, int at)
    {
        if (blocks[at].Kind != BlockKind.Cell || !Stamp.Is(blocks[at].Text)) return false;
        for (var i = Math.Max(0, at - FileDistance); i <= Math.Min(at + FileDistance, blocks.Count - 1); i++) if (blocks[i] is { Kind: BlockKind.Cell, LinkShare: >= 0.9, Text.Length: < LongestLabel }) return true;
        return false;
    }

    private static bool IsDated(TextBlock block, bool isRow) => (isRow || block.Text.Length <= LongestNumber) && (Stamp.IndexOfDay(block.Text) >= 0 || Day().IsMatch(block.Text));

    /// <summary>The columns' names stand before the first row, or in it.</summary>
    private static bool HasHeader(PageReading reading, int row)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = Math.Max(0, row - LongestRow); i <= Math.Min(row + LongestRow, reading.Outline.Blocks.Count - 1); i++)
            if (Column().Match(Folding.Fold(reading.Outline.Blocks[i].Text)) is { Success: true } name) names.Add(name.Groups["name"].Value);
        return names.Count > 1;
    }

    /// <summary>"12/2026/QĐ-UBND", "45/KH-SXD", "27/2023/QH15"; "1.004567", a procedure's.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d/.])(\d{1,6}(/\d{4})?/\p{Lu}{1,8}\d{0,3}([-–]\p{Lu}{1,8}\d{0,3})*|\d\.\d{6}(\.\d\d\.\d\d\.\d\d\.H\d\d)?)(?![\p{L}\d])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Number();

    /// <summary>An entry that names a document and what it is about, with its accents: "Quyết định số 12/QĐ-UBND ngày 07/03/2026 về việc ...".</summary>
    [GeneratedRegex(@"^\W*(quyết định|kế hoạch|thông báo|công văn|báo cáo|tờ trình|nghị quyết|chỉ thị|hướng dẫn|thông tư|nghị định|giấy mời|văn bản)( liên tịch)?( số)?\s?:?\s?\d{1,6}/[^\s,;:]{2,30}[^.!?]{0,80}\b(về( việc)?|v/v|ban hành)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Entitled();

    /// <summary>Folded.</summary>
    [GeneratedRegex(@"^\W*((bo|danh muc|danh sach|cac|he thong)( cac)? )?(thu tuc|tthc|dich vu cong)( hanh chinh| truc tuyen)?(?!\w)(?!.{60})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Procedures();

    [GeneratedRegex(@"\bngày \d{1,2} tháng \d{1,2}\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Day();

    /// <summary>Folded.</summary>
    [GeneratedRegex(@"^\W*(?<name>so,? ky hieu|so/ky hieu|so hieu|ky hieu|so van ban|ma (so )?(thu tuc|tthc|ho so)|ngay (ban hanh|ky|van ban|hieu luc)|trich yeu|co quan ban hanh|don vi ban hanh|loai van ban|nguoi ky|linh vuc|ten (thu tuc|van ban)|muc do|document (no|number)|date (of issue|issued)|issuing (body|agency))\b.{0,30}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Column();
}
