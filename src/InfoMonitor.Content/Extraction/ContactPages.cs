using System.Text.RegularExpressions;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>Standing pages that say how an office is reached or who leads it (DESIGN 2.1: names and telephones of people). Told by a title that says nothing else, and by what they hold; news of new leaders has a title that goes on.</summary>
internal static partial class ContactPages
{
    /// <summary>Entries of a list of people.</summary>
    private const int FewestEntries = 3;
    private const int LongestEntry = 300;
    /// <summary>Running text that tells nothing of how to reach anybody, from which on there is an article.</summary>
    private const int ShortestArticle = 200;
    /// <summary>Blocks after the text that still are of the list.</summary>
    private const int LongestTail = 6;

    public static bool Is(string title, PageReading reading)
    {
        if (reading.IsSetOut && Telephones(reading) >= FewestEntries) return true;   // a table of them and no sentence, whatever it is called
        var heading = Folding.Fold(title);
        if (Name().Match(heading) is not { Success: true } name) return false;
        var owner = title[Math.Min(name.Length, title.Length)..].Trim(' ', '-', '–', ':', '|', ',');
        owner = Terms().Replace(owner, "");
        if (heading.Length != title.Length || (owner.Length > 0 && !Rubrics.IsNamed(owner))) return false;
        var (told, kinds, entries, longest) = (0, new HashSet<string>(StringComparer.Ordinal), 0, 0);
        var blocks = reading.Outline.Blocks;
        for (var i = Math.Max(0, reading.Headline + 1); i < Math.Min(blocks.Count, reading.Last + LongestTail); i++)
        {
            var running = i < reading.First || i > reading.Last ? 0 : BlockJudge.Running(blocks[i]);
            longest = Math.Max(longest, running);
            if (Reach().Matches(blocks[i].Text) is not { Count: > 0 } reached) { told += running; continue; }
            // Telephones in one paragraph are of one person each.
            entries += Math.Max(1, reached.Count(one => one.Groups["number"].Success));
            foreach (Match one in reached) kinds.Add(one.Groups["number"].Success ? "number" : Folding.Fold(one.Groups["kind"].Value));
        }
        return (kinds.Count > 1 && told < ShortestArticle) || (entries >= FewestEntries && longest <= LongestEntry);
    }

    /// <summary>Rows of the table with a telephone.</summary>
    private static int Telephones(PageReading reading)
    {
        var rows = 0;
        for (var i = reading.First; i <= reading.Last; i++) if (Reach().Matches(reading.Outline.Blocks[i].Text).Any(one => one.Groups["number"].Success)) rows++;
        return rows;
    }

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>Folded.</summary>
    [GeneratedRegex(@"^\W*((^|(?<=\w),? (va |& )?)((thong tin )?(lien he|lien lac)( voi)?( chung toi| toa soan| ban bien tap| cong tac| quang cao)*|contact( us)?|((thong tin|gioi thieu)( ve)? )?((tap the|ban|cac|dong chi) )*(lanh dao|giam doc|thuong truc|chap hanh|bien tap|can bo)( (so|phong|ban|don vi|co quan|duong nhiem|hien nay|qua cac thoi ky)(?!\w))*|danh ba( (dien thoai|can bo|lanh dao|cong chuc))*|danh sach (can bo|lanh dao|cong chuc)( (tiep (cong )?dan|truc( ban)?|dau moi|phu trach))?)(?!\w))+", Options, 2000)]
    private static partial Regex Name();

    /// <summary>With its accents: whose time the list is of.</summary>
    [GeneratedRegex(@"\s*\b(qua các (thời kỳ|nhiệm kỳ|khóa|khoá)|đương nhiệm|hiện nay|nhiệm kỳ [\d\s–-]+|khóa \w+)\W*$", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Terms();

    /// <summary>With its accents: what it is reached by, or a telephone number alone.</summary>
    [GeneratedRegex(@"(?<number>(?<![\d.,/-])(\+84 ?|0)[1-9]\d{1,3}[ .]?\d{3,4}[ .]?\d{2,4}(?![\d/-]))|(?<kind>điện thoại|di động|đ\.?t|tel|phone|fax|e-?mail|hotline|đường dây nóng|địa chỉ|trụ sở|address|giờ làm việc|website)( [\p{L}\d ]{1,20})?\s?[:.]\s?\S", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Reach();
}
