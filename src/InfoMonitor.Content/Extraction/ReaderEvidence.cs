using System.Text.RegularExpressions;

namespace InfoMonitor.Content.Extraction;

/// <summary>
/// Weighs whether signed entries are readers'. None of what is asked decides alone: a name may be an expert's and a time a live report's, but those have times from before the page
/// was published, or on the hour, and do not speak as readers do. Balanced, it is readers' (DESIGN 2.1).
/// </summary>
internal static partial class ReaderEvidence
{
    private const int Enough = 5;
    /// <summary>One entry alone may be a letter or a note of the editors.</summary>
    private const int EnoughOfOne = 6;
    /// <summary>Entries by which a run is judged.</summary>
    private const int MostJudged = 40;
    /// <summary>Blocks below the entries in which the place to write another stands.</summary>
    private const int FarthestForm = 8;
    private const int LongestVoice = 400;

    public static bool Suffices(PageOutline outline, int headline, List<SignedEntry> run, PageTime page)
    {
        var (first, end) = (run[0].First, run[^1].End);
        var (before, said) = (outline.RunningIn(headline + 1, first), outline.RunningIn(first, end));
        if (run.Count == 1 && said >= before) return false;
        var isApart = IsApart(outline, first, end);
        var judged = run.Count > MostJudged ? run[..MostJudged] : run;
        if (HoldsHeadings(outline, judged)) return false;
        var score = OfNames(outline, judged) + OfTimes(outline, judged, page) + OfTexts(outline, judged) + OfPlace(outline, headline, first, end)
            + (isApart ? 1 : 0) + (run.Count > 1 ? 1 : 0)
            - (said >= before ? 2 : 0) - (page.IsReport ? 3 : 0)
            - (!isApart && (4 * After(outline, end) > before || judged.TrueForAll(entry => entry.Signature.Time == Told.Never)) ? 3 : 0);
        if (run.Count > 1) return score >= Enough;
        return run[0].Signature.IsSent || (isApart && score >= EnoughOfOne && (IsAnswerable(outline, first, end) || Order(outline, run[0], page) > 0));
    }

    /// <summary>Reports told in parts have headings; of comments they are the names at most.</summary>
    private static bool HoldsHeadings(PageOutline outline, List<SignedEntry> run)
    {
        foreach (var entry in run)
            for (var i = entry.First; i < entry.End; i++)
                if (outline.Nodes[outline.Blocks[i].Node].Element.LocalName is "h1" or "h2" or "h3" && outline.Blocks[i].Signature.Name != entry.Signature.Name) return true;
        return false;
    }

    private static int OfNames(PageOutline outline, List<SignedEntry> run)
    {
        var names = run.Select(entry => entry.Signature).ToList();
        return (IsMost(names, one => one.IsNickname) ? 2 : IsMost(names, one => one.IsPerson) ? 1 : 0)
            // Beside an address of mail, as letters are signed.
            + (run.Count > 1 && IsMost(run, entry => outline.Blocks[entry.Signed].Text.Contains('@', StringComparison.Ordinal)) ? 2 : 0)
            - (IsMost(names, one => one.IsOther) ? 4 : 0)
            - (IsMost(names, one => one.IsWhole && one.Time == Told.Never) ? 1 : 0);
    }

    private static bool IsMost<T>(List<T> all, Func<T, bool> one) => 2 * all.Count(one) > all.Count;

    private static int OfTimes(PageOutline outline, List<SignedEntry> run, PageTime page)
    {
        var timed = run.Where(entry => entry.Signature.Time != Told.Never).ToList();
        if (2 * timed.Count < run.Count) return 0;
        return (2 * timed.Count(entry => entry.Signature.Time == Told.Exactly) >= run.Count ? 2 : 1)
            - (IsMost(timed, entry => Order(outline, entry, page) < 0) ? 4 : 0)
            - (timed.Count > 1 && timed.TrueForAll(entry => OnTheHour().IsMatch(Opening(outline, entry))) ? 3 : 0)
            // A chronicle has its times before the names.
            - (IsMost(run, entry => entry.First == entry.Signed && char.IsAsciiDigit(outline.Blocks[entry.First].Text[0]) && entry.Signature.Time != Told.Never) ? 4 : 0);
    }

    /// <summary>Below zero: written before the page was published. Above: after. Zero where that is not told.</summary>
    private static int Order(PageOutline outline, SignedEntry entry, PageTime page)
    {
        if (page.Published is not { } published || page.Dates.Read(Opening(outline, entry)) is not { } written) return 0;
        return written.Date != published.Date ? written.Date.CompareTo(published.Date)
            : written.Instant is { } then && published.Instant is { } since ? then.CompareTo(since) : 0;
    }

    private static string Opening(PageOutline outline, SignedEntry entry) => outline.Blocks[entry.Signed].Text is { Length: > 100 } text ? text[..100] : outline.Blocks[entry.Signed].Text;

    private static int OfTexts(PageOutline outline, List<SignedEntry> run)
    {
        var voiced = run.Count(entry => IsAny(outline, entry, IsVoiced));
        return (voiced == run.Count ? 3 : 2 * voiced > run.Count ? 2 : voiced > 0 ? 1 : 0)
            - (2 * run.Count(entry => IsAny(outline, entry, IsQuoted)) >= run.Count ? 4 : 0);
    }

    public static bool IsQuoted(string text) => Quoted().IsMatch(text);

    /// <summary>It speaks of oneself or to others.</summary>
    public static bool IsVoiced(string text) => Voice().IsMatch(text.Length > LongestVoice ? text[..LongestVoice] : text);

    private static bool IsAny(PageOutline outline, SignedEntry entry, Func<string, bool> text)
    {
        for (var i = entry.First; i < entry.End; i++) if (text(outline.Blocks[i].Text)) return true;
        return false;
    }

    /// <summary>What stands around the entries: a heading of the article's own or one of readers, what can be done with them, a place to write another.</summary>
    private static int OfPlace(PageOutline outline, int headline, int first, int end)
    {
        var above = first - 1 > headline && outline.Blocks[first - 1] is { } block && (block.Kind == BlockKind.Heading || block.Emphasised) && BlockJudge.Running(block) == 0 ? block.Text : null;
        return (above is null ? 0 : ReaderComments.MayHead(above) ? 1 : -2)
            + (IsAnswerable(outline, first, end) ? 3 : 0)
            + (outline.Forms.Exists(form => form >= first && form <= end + FarthestForm) ? 2 : 0);
    }

    private static bool IsAnswerable(PageOutline outline, int first, int end)
    {
        for (var i = first; i < Math.Min(end + 2, outline.Blocks.Count); i++) if (ReaderComments.IsToAnswer(outline.Blocks[i])) return true;
        return outline.Answers.Exists(answer => answer > first && answer <= end);
    }

    /// <summary>In an element that holds no other text, or beside the one that holds the text above.</summary>
    private static bool IsApart(PageOutline outline, int first, int end)
    {
        var node = Holding(outline, first, end);
        if (outline.RunningIn(outline.Nodes[node].FirstBlock, outline.Nodes[node].EndBlock) == outline.RunningIn(first, end)) return true;
        var last = first - 1;
        while (last >= 0 && BlockJudge.Running(outline.Blocks[last]) == 0) last--;
        return last >= 0 && !IsWithin(outline, outline.Blocks[last].Node, node);
    }

    /// <summary>Whether a block is the element's own, or a paragraph of it.</summary>
    private static bool IsWithin(PageOutline outline, int node, int around) => node == around || outline.Nodes[node].Parent == around;

    /// <summary>The smallest element that holds the blocks.</summary>
    private static int Holding(PageOutline outline, int first, int end)
    {
        var node = outline.Blocks[first].Node;
        while (node > 0 && (outline.Nodes[node].EndBlock < end || outline.Nodes[node].FirstBlock > first)) node = outline.Nodes[node].Parent;
        return node;
    }

    /// <summary>Running text up to the links to other articles, or to the imprint.</summary>
    private static int After(PageOutline outline, int end)
    {
        var next = end;
        while (next < outline.Blocks.Count && !Phrases.IsEnding(outline.Blocks[next].Text) && !Imprints.Is(outline.Blocks[next].Text)) next++;
        return outline.RunningIn(end, next);
    }

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"^([^:]{2,60}: ?)?[“""«„]", Options, 2000)]
    private static partial Regex Quoted();

    /// <summary>What begins by a programme does so on the hour or half past.</summary>
    [GeneratedRegex(@"(?<![\d:])\d{1,2}\s?[:h]\s?[03]0(?![\d:])", Options, 2000)]
    private static partial Regex OnTheHour();

    /// <summary>Of oneself and to others, as people talk.</summary>
    [GeneratedRegex(@"(?<!\p{L})(tôi|tui|mình|em|cháu|nhà em|các bác|các bạn|bạn ơi|ai cũng|cảm ơn|cám ơn|xin hỏi|cho hỏi|chúc|quá (hay|đúng|tệ|chuẩn|vậy)|hay quá|lắm rồi|đúng rồi|chuẩn|đồng ý|ủng hộ|sao lại|chứ|nhỉ|nhé|ạ|hic|hihi|haha|ad|admin|bài viết hay|i|i'm|my|your?|please|thanks?|agree|great|good work|lol|should have)(?!\p{L})|ខ្ញុំ|អរគុណ|សូម|!|\?$", Options, 2000)]
    private static partial Regex Voice();
}

/// <summary>When a page was published, and what it tells of, for what stands on it; asked of few pages.</summary>
internal sealed partial class PageTime(PageMetadata page, string title, PageOutline outline, int headline, DateReader dates)
{
    private readonly Lazy<PublicationTime?> _published = new(() => PublicationDates.Announced(page, outline, headline, dates));

    public DateReader Dates => dates;

    /// <summary>Null when the page does not say.</summary>
    public PublicationTime? Published => _published.Value;

    /// <summary>It tells in turn what happened or was asked: a live report, a diary, a programme, a question hour.</summary>
    public bool IsReport => Report().IsMatch(title);

    [GeneratedRegex(@"^\W*(trực tiếp|tường thuật|nhật ký|diễn biến|toàn cảnh|lịch|giao lưu|đối thoại|hỏi đáp|tư vấn trực tuyến|q ?& ?a|ask|live|as it happened|diary|timeline|schedule)(?!\p{L})|(?<!\p{L})(trực tiếp|live|live updates|as it happened)\s*:", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Report();
}
