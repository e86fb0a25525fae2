using System.Text.RegularExpressions;

namespace InfoMonitor.Content.Extraction;

/// <summary>Readers' comments that no name of an element tells (DESIGN 2.1): what stands below a heading over them, and entries with a line to answer them.</summary>
internal static partial class ReaderComments
{
    private const int LongestLabel = 60;
    /// <summary>Characters of running text above a heading: with fewer, "12 bình luận" is a count below the headline.</summary>
    private const int EnoughBefore = 300;
    /// <summary>An entry is found within so many elements around its line of actions.</summary>
    private const int MaximumClimb = 5;
    /// <summary>Headings and lines looked at: pages made to be slow have thousands.</summary>
    private const int MaximumLooks = 500;

    /// <summary>Stretches of blocks, their ends excluded.</summary>
    /// <param name="headline">The block that shows the title; -1 when none does.</param>
    public static IEnumerable<(int First, int End)> Of(PageOutline outline, int headline)
    {
        List<(int Entry, bool IsSure)>? entries = null;
        var looks = 0;
        for (var i = headline + 1; i < outline.Blocks.Count && looks < MaximumLooks; i++)
        {
            var block = outline.Blocks[i];
            if (block.Text.Length > LongestLabel) continue;
            if (IsHeading(block))
            {
                looks++;
                var end = EndBelow(outline, i);
                if (end == i + 1 || Running(outline, headline + 1, i) is var before && before < EnoughBefore && 2 * before < Running(outline, i, end)) continue;
                yield return (i, end);
                i = end - 1;
            }
            else if (Actions().IsMatch(block.Text) && Answer().IsMatch(block.Text))
            {
                looks++;
                if (Entry(outline, headline, i) is not (> 0 and var entry)) continue;
                var isSure = Liking().IsMatch(block.Text);
                // Unlinked and alone it is the answer of an interview.
                if (isSure || block.LinkShare > 0.5) (entries ??= []).Add((entry, isSure));
            }
        }
        foreach (var like in (entries ?? []).DistinctBy(one => one.Entry).GroupBy(one => Make(outline, one.Entry)))
        {
            if (like.Count() == 1 && !like.First().IsSure) continue;
            var (parent, name, className) = like.Key;
            // The latest comments may lack the line: what is made like the others is one too.
            for (var node = parent + 1; node < outline.Nodes[parent].End; node = outline.Nodes[node].End)
                if (Make(outline, node) == (parent, name, className)) yield return (outline.Nodes[node].FirstBlock, outline.Nodes[node].EndBlock);
        }
    }

    /// <summary>A bare "Bình luận" may head a part of the article: it takes a count, or a word for its readers, to be theirs.</summary>
    private static bool IsHeading(TextBlock block) =>
        block.LinkShare < 0.5 && Heading().Match(block.Text) is { Success: true } match && (match.Groups["count"].Success || match.Groups["who"].Success);

    /// <summary>Where what a heading heads ends: with its element, or at the next heading of its level.</summary>
    private static int EndBelow(PageOutline outline, int heading)
    {
        var node = outline.Blocks[heading].Node;
        var level = Level(outline, node) ?? 3;
        while (outline.Nodes[node].EndBlock <= heading + 1 && outline.Nodes[node].Parent >= 0) node = outline.Nodes[node].Parent;
        var end = heading + 1;
        while (end < outline.Nodes[node].EndBlock && !(Level(outline, outline.Blocks[end].Node) <= level && !IsHeading(outline.Blocks[end]))) end++;
        return end;
    }

    /// <summary>1..6; null for what is no heading.</summary>
    private static int? Level(PageOutline outline, int node) =>
        outline.Nodes[node].Element.LocalName is ['h', >= '1' and <= '6' and var digit] ? digit - '0' : null;

    /// <summary>The smallest element that holds the line and running text, but not the headline; -1 when there is none.</summary>
    private static int Entry(PageOutline outline, int headline, int line)
    {
        var node = outline.Blocks[line].Node;
        for (var hops = 0; hops < MaximumClimb && node > 0; hops++, node = outline.Nodes[node].Parent)
        {
            ref readonly var around = ref outline.Nodes[node];
            if (around.FirstBlock <= headline) return -1;
            if (around.EndBlock - around.FirstBlock > 1 && Running(outline, around.FirstBlock, around.EndBlock) > 0) return node;
        }
        return -1;
    }

    private static (int Parent, string Name, string Class) Make(PageOutline outline, int node) =>
        (outline.Nodes[node].Parent, outline.Nodes[node].Element.LocalName, outline.Nodes[node].Element.ClassName ?? "");

    private static int Running(PageOutline outline, int first, int end)
    {
        var running = 0;
        for (var i = first; i < end; i++) running += BlockJudge.Running(outline.Blocks[i]);
        return running;
    }

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>"Bình luận (2)", "Ý kiến bạn đọc", "Phản hồi của độc giả:", "3 comments", "Leave a reply".</summary>
    [GeneratedRegex(@"^\W*(?<count>\d+\s+)?(các |tất cả |(?<who>viết |gửi |your |readers?['’]?s? |leave an? |post an? ))*(bình luận|ý kiến( đóng góp| bình luận)?|phản hồi|góp ý|thảo luận|comments?|responses?|repl(y|ies))(\s+(của |từ |from |by )?(?<who>quý vị|bạn đọc|bạn|độc giả|người đọc|người xem|readers?))?\W*(?<count>\d+)?\W*$", Options, 2000)]
    private static partial Regex Heading();

    /// <summary>Nothing but what can be done with a comment, and when it was written.</summary>
    [GeneratedRegex(@"^([\W\d_]|thích|likes?|trả lời|phản hồi|reply|répondre|antworten|responder|rispondi|chia sẻ|share|báo (cáo|vi phạm)|vi phạm|report|quan tâm|(giây|phút|giờ|ngày|tuần|tháng|năm)( trước)?|(minutes?|hours?|days?|weeks?|months?|years?)( ago)?)+$", Options, 2000)]
    private static partial Regex Actions();

    [GeneratedRegex("trả lời|phản hồi|reply|répondre|antworten|responder|rispondi", Options, 2000)]
    private static partial Regex Answer();

    [GeneratedRegex("thích|like", Options, 2000)]
    private static partial Regex Liking();
}
