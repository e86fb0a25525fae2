using System.Text.RegularExpressions;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>Standing pages of an office that tell no news: the week's schedule of its leaders, what it is for. Told by a title that says nothing else, and by how the text is set; an article about one has a title that goes on, or a text of its own.</summary>
internal static partial class OfficePages
{
    private const int FewestRows = 5;
    private const int LongestTitle = 18;
    /// <summary>Blocks around the text in which a table may begin and end.</summary>
    private const int LongestRow = 6;
    /// <summary>Running text outside a schedule, from which on it belongs to an article.</summary>
    private const int ShortestArticle = 200;
    /// <summary>Where a report says what happened.</summary>
    private const int Opening = 500;

    /// <summary>"Lịch công tác tuần", its rows a weekday, half a day or an hour each; a table of them where the page says that it is an article.</summary>
    public static bool IsSchedule(string title, PageMetadata page, PageReading reading)
    {
        if (!Schedule().IsMatch(Folding.Fold(title)) || BlockJudge.WordCount(title, LongestTitle + 1) > LongestTitle) return false;
        var blocks = reading.Outline.Blocks;
        var (first, last, rows, told) = (-1, -1, 0, 0);
        for (var i = Math.Max(0, reading.First - LongestRow); i < Math.Min(blocks.Count, reading.Last + LongestRow); i++)
        {
            if (!Row().IsMatch(Folding.Fold(blocks[i].Text.Length > 40 ? blocks[i].Text[..40] : blocks[i].Text))) continue;
            if (IsTold(blocks[i], page.IsMarkedArticle))
            {
                told += BlockJudge.Running(blocks[i]);
                continue;
            }
            if (first < 0) first = i;
            last = i;
            rows++;
        }
        if (rows < FewestRows) return false;
        var around = told;
        for (var i = reading.First; i <= reading.Last && i < blocks.Count; i++) if (i < first || i > last + LongestRow) around += BlockJudge.Running(blocks[i]);
        return around < ShortestArticle;
    }

    /// <summary>"Thứ hai (20/10), Quốc hội khai mạc kỳ họp…": a sentence of a report.</summary>
    private static bool IsTold(TextBlock block, bool isMarked) =>
        block.Kind != BlockKind.Cell && BlockJudge.Running(block) > 0 && (isMarked ? !Slot().IsMatch(Folding.Fold(block.Text)) : Told().IsMatch(block.Text));

    /// <summary>"Chức năng, nhiệm vụ của Sở Tư pháp", set out point by point. Of a new decree on such duties a report says who issued it and when it holds.</summary>
    public static bool IsOfDuties(string title, PageMetadata page, PageReading reading)
    {
        var heading = Folding.Fold(title);
        if (page.IsMarkedArticle || Duties().Match(heading) is not { Success: true } name) return false;
        var owner = title[Math.Min(name.Length, title.Length)..].TrimStart(' ', '-', '–', ':', '|', ',');
        if (heading.Length != title.Length || (owner.Length > 0 && !Rubrics.IsNamed(Owner().Replace(owner, "")))) return false;
        if (News().IsMatch(reading.Text.Length > Opening ? reading.Text[..Opening] : reading.Text)) return false;
        var (all, points) = (0, 0);
        for (var i = reading.First; i <= reading.Last && i < reading.Outline.Blocks.Count; i++)
        {
            var running = BlockJudge.Running(reading.Outline.Blocks[i]);
            all += running;
            if (reading.Outline.Blocks[i].Kind == BlockKind.ListItem || Point().IsMatch(reading.Outline.Blocks[i].Text)) points += running;
        }
        return all > 0 && (2 * points > all || (owner.Length == 0 && Statute().Count(reading.Text) > 1));
    }

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>Folded, as those below that are not said to be otherwise.</summary>
    [GeneratedRegex(@"^\W*(thong bao )?lich (cong tac|lam viec|hop|tiep (cong )?dan|truc( ban)?|tuan)(?!\w)", Options, 2000)]
    private static partial Regex Schedule();

    [GeneratedRegex(@"^\W*((thu (hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)(?!\w)|(buoi )?(sang|trua|chieu|toi)\s*([:(]|$)|\d{1,2}\s?([h:]|g(?=\d)|gio)\s?(\d\d)?(?!\d)|ngay \d{1,2}[/.-]\d{1,2}(?!\d)[^.!?]{0,25}$)", Options, 2000)]
    private static partial Regex Row();

    /// <summary>An hour or half a day as schedules set it off: "8h00: ", "Sáng: ".</summary>
    [GeneratedRegex(@"^\W*((buoi )?(sang|trua|chieu|toi)|\d{1,2}\s?([h:g]|gio)\s?(\d\d)?( phut)?)\s?[:–-]", Options, 2000)]
    private static partial Regex Slot();

    /// <summary>With its accents: a weekday with or without its day, and who did what, but no hour or half of the day.</summary>
    [GeneratedRegex(@"^\W*(thứ (hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s?(\([^)]{1,20}\)\s?)?,\s(?!ngày \d|(buổi )?(sáng|trưa|chiều|tối)\s?[:(])\p{L}", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Told();

    [GeneratedRegex(@"^\W*((vi tri|chuc nang|nhiem vu|quyen han|trach nhiem|to chuc bo may|bo may|co cau to chuc|so do to chuc)(?!\w)(,? va |, ?| - | )?)+|^\W*gioi thieu chung(?!\w)", Options, 2000)]
    private static partial Regex Duties();

    /// <summary>With its accents.</summary>
    [GeneratedRegex(@"^(của|về|tại)\s", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Owner();

    /// <summary>With its accents.</summary>
    [GeneratedRegex(@"\b(vừa|mới|đã) (ban hành|ký|công bố|có|được)\b|\bcó hiệu lực\b|\btheo đó\b|\bcho biết\b|\b(sáng|chiều|tối|hôm) nay\b|\b(sáng|chiều|tối|ngày) \d{1,2}[/-]\d{1,2}\b(?![/-]\d{4})", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex News();

    /// <summary>How statutes say what an office is.</summary>
    [GeneratedRegex(@"\b(có tư cách pháp nhân|có con dấu|là cơ quan (chuyên môn|hành chính|tham mưu)|là đơn vị sự nghiệp|(thực hiện )?chức năng tham mưu|chịu sự chỉ đạo)\b", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Statute();

    /// <summary>"1. ", "2.3. ", "a) ", "IV. ", "- ".</summary>
    [GeneratedRegex(@"^\W{0,2}((\d{1,2}(\.\d{1,2}){0,3}|\p{L}|[IVX]{1,5})\s?[.)/:]\s|[-–+•*]\s?\p{L}|(Điều|Mục|Chương) )", Options, 2000)]
    private static partial Regex Point();
}
