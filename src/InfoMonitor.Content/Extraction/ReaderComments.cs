using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace InfoMonitor.Content.Extraction;

/// <summary>Readers' comments that no name of an element tells (DESIGN 2.1): what stands below a heading over them, and entries with a line to answer them.</summary>
internal static partial class ReaderComments
{
    private const int LongestLabel = 60;
    /// <summary>A heading may name the article it counts the comments of.</summary>
    private const int LongestHeading = 250;
    private const int LongestComment = 1_500;
    /// <summary>Characters of running text above a heading: with fewer, "12 bình luận" is a count below the headline.</summary>
    private const int EnoughBefore = 300;
    /// <summary>An entry is found within so many elements around its line of actions.</summary>
    private const int MaximumClimb = 5;
    /// <summary>Headings and lines looked at: pages made to be slow have thousands.</summary>
    private const int MaximumLooks = 500;
    /// <summary>Blocks below a heading by which it is judged what they are, and below all headings of a page.</summary>
    private const int MaximumJudged = 300, MaximumJudgedInAll = 3_000;

    /// <summary>Stretches of blocks, their ends excluded.</summary>
    /// <param name="headline">The block that shows the title; -1 when none does.</param>
    public static IEnumerable<(int First, int End)> Of(PageOutline outline, int headline, PageTime time)
    {
        List<(int Entry, bool IsSure)>? entries = null;
        var (looks, left) = (0, MaximumJudgedInAll);
        (int Node, int Level, int End) last = default;
        for (var i = headline + 1; i < outline.Blocks.Count && looks < MaximumLooks; i++)
        {
            var block = outline.Blocks[i];
            if (block.Text.Length > LongestHeading) continue;
            var isHeading = IsHeading(block);
            var isShared = !isHeading && block.Text.Length <= LongestLabel && Shared().IsMatch(block.Text);
            if (isHeading || isShared || (block.Text.Length <= LongestLabel && (Ambiguous().IsMatch(block.Text) || Opinions().IsMatch(block.Text) || IsOfReaders(block))))
            {
                looks++;
                var (end, isApart) = EndBelow(outline, i, ref last);
                var judged = Math.Min(end, i + 1 + Math.Min(MaximumJudged, left));
                if (!isHeading) left -= judged - i - 1;
                if (end == i + 1) continue;
                var isCounted = !isHeading && Opinions().IsMatch(block.Text);
                if (!isHeading && EndOfSent(outline, i + 1, judged) is { } sent) end = sent;
                else if (!isHeading && !((isApart || isCounted || Bare().IsMatch(block.Text) || isShared || IsOfReaders(block)) && EndOfVoices(outline, i + 1, judged, isShared, isCounted, out end))) continue;
                var (before, below) = (outline.RunningIn(headline + 1, i), outline.RunningIn(i, end));
                // With hardly a text above it is a count below the headline or the headline of the text, unless the text comes after.
                if (before < EnoughBefore && 2 * before < below && !(isApart && outline.RunningIn(end, outline.Blocks.Count) is var after && after >= EnoughBefore && after >= 2 * below)) continue;
                yield return (i, end);
                i = end - 1;
            }
            else if (IsToAnswer(block) || (block.Text.Length <= LongestLabel && Saying().IsMatch(block.Text)))
            {
                looks++;
                if (Entry(outline, headline, i) is not (> 0 and var entry)) continue;
                var isSure = Liking().IsMatch(block.Text);
                // Unlinked and alone it is the answer of an interview, above a text that of a list of questions.
                if (isSure || Timed().IsMatch(block.Text) || ((block.LinkShare > 0.5 || block.Kind == BlockKind.ListItem) && !HeadsAnswer(outline, entry, i))) (entries ??= []).Add((entry, isSure));
            }
        }
        foreach (var named in outline.Commenters.Take(MaximumLooks))
            if (named < outline.Blocks.Count && Entry(outline, headline, named, least: 1) is > 0 and var entry) (entries ??= []).Add((entry, true));
        foreach (var signed in SignedEntries.Of(outline, headline, time)) yield return signed;
        foreach (var like in (entries ?? []).DistinctBy(one => one.Entry).GroupBy(one => outline.Nodes[one.Entry].Parent))
        {
            var found = like.Select(one => one.Entry).ToHashSet();
            // One that nobody can like is a comment if there are others made like it.
            var makes = like.GroupBy(one => Make(outline, one.Entry)).Where(same => same.Count() > 1 || same.First().IsSure).Select(same => same.Key).ToHashSet();
            for (var node = like.Key + 1; makes.Count > 0 && node < outline.Nodes[like.Key].End; node = outline.Nodes[node].End)
                if (makes.Contains(Make(outline, node)) && (found.Contains(node) || IsSigned(outline, node))) yield return (outline.Nodes[node].FirstBlock, outline.Nodes[node].EndBlock);
        }
    }

    /// <summary>"Trả lời" between a question and what answers it; below a comment stand those of others, which have names.</summary>
    private static bool HeadsAnswer(PageOutline outline, int entry, int line)
    {
        var (first, end) = (outline.Nodes[entry].FirstBlock, outline.Nodes[entry].EndBlock);
        return IsToAnswer(outline.Blocks[line]) && outline.RunningIn(first, line) > 0 && outline.RunningIn(line, end) > 0 && outline.Blocks[first].Signature.Name.Length == 0;
    }

    /// <summary>The latest comments may lack the line to answer them: a name above a text no longer than theirs. The article may be made like them, and has none.</summary>
    private static bool IsSigned(PageOutline outline, int node)
    {
        var (first, end) = (outline.Nodes[node].FirstBlock, outline.Nodes[node].EndBlock);
        return end > first && outline.RunningIn(first, end) <= LongestComment && outline.Blocks[first].Signature.Name.Length > 0;
    }

    /// <summary>A line of nothing but what can be done with a comment, to answer it among it.</summary>
    public static bool IsToAnswer(TextBlock block) => block.Text.Length <= LongestLabel && Actions().IsMatch(block.Text) && Answer().IsMatch(block.Text);

    /// <summary>A button that says so.</summary>
    public static bool IsToAnswer(IElement button) => button.TextContent is { Length: <= LongestLabel } text && Prose.Fold(text) is { Length: > 0 } line && Actions().IsMatch(line) && Answer().IsMatch(line);

    /// <summary>A line that heads readers' comments, or a part of an article.</summary>
    public static bool MayHead(string line) => line.Length <= LongestLabel && (Ambiguous().IsMatch(line) || Opinions().IsMatch(line) || Heading().IsMatch(line) || Invitation().IsMatch(line));

    /// <summary>A heading that speaks of readers, or to them: of what they say, or of the article's own.</summary>
    private static bool IsOfReaders(TextBlock block) =>
        block.LinkShare < 0.5 && (block.Kind == BlockKind.Heading || block.Emphasised || block.Text.EndsWith(':')) && BlockJudge.Running(block) == 0 && Readers().IsMatch(block.Text);

    /// <summary>A bare "Bình luận" may head a part of the article: it takes a count, or a word for its readers, to be theirs. Assemblies have opinions by the number too.</summary>
    private static bool IsHeading(TextBlock block) =>
        block.LinkShare < 0.5 && (block.Text.Length <= LongestLabel
            ? (Heading().Match(block.Text) is { Success: true } match && (match.Groups["who"].Success || (!Opinions().IsMatch(block.Text) && (match.Groups["count"].Success || match.Groups["all"].Success)))) || Invitation().IsMatch(block.Text) || Replies().IsMatch(block.Text)
            : Replies().IsMatch(block.Text));

    /// <summary>Loose paragraphs, each with a name before it, behind it, above or below, most of which speak as readers do: those of other names, none of which has a title, and none in quotation marks.
    /// In a list below a line that asks readers they need no names.</summary>
    /// <param name="isAsked">The heading speaks to readers, or says where they wrote.</param>
    /// <param name="isCounted">The heading counts what was written: half of them speaking so is enough.</param>
    /// <param name="after">Where the last of them ends.</param>
    private static bool EndOfVoices(PageOutline outline, int first, int end, bool isAsked, bool isCounted, out int after)
    {
        after = first;
        var isNameBelow = BlockJudge.Running(outline.Blocks[first]) > 0 && (Signature.Speaker(outline.Blocks[first].Text) ?? Signature.BeforeDash(outline.Blocks[first].Text)) is null;
        var (pieces, signed, voiced, unsigned, unnamed, names) = (0, 0, 0, 0, 0, new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        for (var i = first; i < end; i++)
        {
            var block = outline.Blocks[i];
            var inBrackets = InBrackets(block.Text);
            var beforeDash = Signature.BeforeDash(block.Text);
            if (BlockJudge.Running(block) == 0 && inBrackets is null && beforeDash is null)
            {
                if (after == i && IsToAnswer(block)) after++;
                continue;
            }
            pieces++;
            // Who has a title answers what was asked, and readers ask there.
            if (block.Text.Length > LongestComment || ReaderEvidence.IsQuoted(block.Text) || Signature.IsRanked(block.Text[..Math.Min(block.Text.Length, LongestLabel)])) break;
            var beside = isNameBelow ? i + 1 : i - 1;
            var spoken = Signature.Speaker(block.Text) ?? beforeDash ?? inBrackets ?? (Writing().Match(block.Text) is { Success: true } writer ? writer.Groups["name"].Value : null);
            var name = spoken is not null ? Signature.Of(spoken) : beside >= first && beside < end && BlockJudge.Running(outline.Blocks[beside]) == 0 ? outline.Blocks[beside].Signature : null;
            var isNamed = name is { Name.Length: > 0, IsOther: false };
            if (!isNamed && !(isAsked && name is null or { Name.Length: 0 } && block.Kind == BlockKind.ListItem)) continue;
            signed++;
            if (ReaderEvidence.IsVoiced(block.Text)) voiced++;
            if (isNamed) names.Add(name!.Name);
            else unnamed++;
            unsigned = pieces - signed;
            after = Math.Max(i, spoken is null && isNamed ? beside : i) + 1;
        }
        // One name over and over is what a template puts for all.
        var areNames = names.Count > 1 ? 3 * names.Count >= 2 * (signed - unnamed) : signed > 2;
        return areNames && unsigned <= signed / 2 && (isCounted ? 2 * voiced >= signed : 2 * voiced > signed);
    }

    /// <summary>Where the last ends of the entries that say who sent them, beside the word for it or an address of mail; null where the first block is none.</summary>
    private static int? EndOfSent(PageOutline outline, int first, int end)
    {
        var after = first;
        for (var i = first; i < end; i++)
        {
            if (Sender().IsMatch(outline.Blocks[i].Text)) after = i + 1;
            // The line with the name, and below it what was sent.
            else if (after == i && i > first && outline.Blocks[i].Text.Length <= LongestComment && BlockJudge.Running(outline.Blocks[i - 1]) == 0 && Sender().IsMatch(outline.Blocks[i - 1].Text)) after = i + 1;
            else if (after < i) break;
        }
        return after > first ? after : null;
    }

    /// <summary>The name in brackets by which a sentence or more ends: "... (Lê Thu)".</summary>
    private static string? InBrackets(string text) =>
        text.EndsWith(')') && text.LastIndexOf('(') is > 0 and var open && text.Length - open <= LongestLabel && BlockJudge.EndsSentence(text[..open].TrimEnd()) ? text[(open + 1)..^1] : null;

    /// <summary>Where what a heading heads ends (with its element, or at the next heading of its level), and whether that element holds no running text above the heading.</summary>
    /// <param name="last">The element of the heading before, its level and its end: one of that level within them ends there too, and thousands are not searched again for each.</param>
    private static (int End, bool IsApart) EndBelow(PageOutline outline, int heading, ref (int Node, int Level, int End) last)
    {
        var node = outline.Blocks[heading].Node;
        var level = Level(outline, node) ?? 3;
        while (outline.Nodes[node].EndBlock <= heading + 1 && outline.Nodes[node].Parent >= 0) node = outline.Nodes[node].Parent;
        var end = last.Node == node && last.Level == level && last.End > heading ? last.End : heading + 1;
        while (end < outline.Nodes[node].EndBlock && !(Level(outline, outline.Blocks[end].Node) <= level && !IsHeading(outline.Blocks[end]))) end++;
        last = (node, level, end);
        return (end, outline.RunningIn(outline.Nodes[node].FirstBlock, heading) == 0);
    }

    /// <summary>1..6; null for what is no heading.</summary>
    private static int? Level(PageOutline outline, int node) =>
        outline.Nodes[node].Element.LocalName is ['h', >= '1' and <= '6' and var digit] ? digit - '0' : null;

    /// <summary>The smallest element that holds the line and running text, but not the headline; -1 when there is none.</summary>
    /// <param name="least">Blocks it must hold.</param>
    private static int Entry(PageOutline outline, int headline, int line, int least = 2)
    {
        var node = outline.Blocks[line].Node;
        for (var hops = 0; hops < MaximumClimb && node > 0; hops++, node = outline.Nodes[node].Parent)
        {
            ref readonly var around = ref outline.Nodes[node];
            if (around.FirstBlock <= headline) return -1;
            if (around.EndBlock - around.FirstBlock >= least && outline.RunningIn(around.FirstBlock, around.EndBlock) > 0) return node;
        }
        return -1;
    }

    /// <summary>What an element is called, as others that repeat it are.</summary>
    public static (string Name, string Class) Make(PageOutline outline, int node) =>
        (outline.Nodes[node].Element.LocalName, outline.Nodes[node].Element.ClassName ?? "");

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>"Bình luận (2)", "Có 2 bình luận", "Bình luận mới nhất", "Ý kiến bạn đọc", "Phản hồi của độc giả:", "View all comments", "Leave a reply".</summary>
    [GeneratedRegex(@"^\W*((hiện )?có |xem |view |show |see |load )?(?<count>\d+\s+)?(các |(?<all>tất cả |all )|(?<who>most (liked|recent|popular) |top |latest |viết |gửi |your |readers?['’]?s? |leave an? |post an? |add an? ))*(bình luận|ý kiến( đóng góp| bình luận| phản hồi)?|phản hồi|góp ý|thảo luận|nhận xét|comments?|responses?|repl(y|ies)|(?<=reader |readers |your )feedback)(\s*(của |từ |from |by )?(?<who>so far|thành viên|quý vị|bạn đọc|bạn|độc giả|người đọc|người xem|readers?|bài viết|mới nhất|nổi bật|hay nhất|gần đây|(qua )?facebook|đã gửi))?\W*(?<count>\d+(\s?/\s?\d+)?)?\W*$", Options, 2000)]
    private static partial Regex Heading();

    /// <summary>"Có 5 ý kiến", "12 phản hồi", "Tất cả góp ý": of readers, or of those the article is about.</summary>
    [GeneratedRegex(@"^\W*((hiện )?có )?(\d+|tất cả) (các )?(ý kiến( đóng góp| phản hồi)?|phản hồi|góp ý|thảo luận)\W*$", Options, 2000)]
    private static partial Regex Opinions();

    /// <summary>"Bạn nghĩ gì về bài viết này?", "Góp ý của công dân về bài viết", "Comments on this story": it asks readers about the article that it stands below, or says that they speak of it.</summary>
    private const string OnPage = @"((bạn|anh chị|quý vị|độc giả|bạn đọc|mọi người) (nghĩ|thấy|đánh giá) (gì|sao|thế nào|như thế nào) (về|sau khi đọc) (bài( viết| báo)?|tin|nội dung) này"
        + "|" + Said + @" ((của|từ) (công dân|người dân|cư dân|bà con|cộng đồng|bạn|bạn đọc|độc giả|người đọc) (về|cho|dưới|sau) bài (viết|báo)( này)?|(về|cho|dưới|sau) (bài|bài viết|bài báo|tin) này)"
        + @"|what (do|did) you (think|make) (about|of) this (article|story|post|piece|report)|(your )?(thoughts|comments?|responses?|reactions?|feedback|views?) (on|to|about) this (article|story|post))";

    private const string Said = "(bình luận|ý kiến( phản hồi| đóng góp)?|phản hồi|góp ý|nhận xét|thảo luận|trao đổi|cảm nhận)";

    /// <summary>What only a page says to its readers.</summary>
    [GeneratedRegex(@"^\W*(đánh giá (của|từ) (bạn đọc|độc giả|người đọc)|(bạn đọc|độc giả|người đọc) (bình luận|phản hồi|góp ý|(nói|nghĩ|viết) gì)|(hộp )?thư (của )?(bạn đọc|độc giả)|(mời bạn |hãy )?tham gia (thảo luận|bình luận)|join the (conversation|discussion)|have your say|your views|what (our |the )?readers? (are saying|say|think)|(our )?readers (write|respond|react|reply|comment)|" + OnPage + @"|មតិ(របស់)?(អ្នកអាន|យោបល់)|យោបល់(របស់)?អ្នកអាន|បញ្ចេញមតិ)\W*\d*\W*$", Options, 2000)]
    private static partial Regex Invitation();

    /// <summary>"2 bình luận trong “Headline”", "3 thoughts on “Headline”", as blogs count them.</summary>
    [GeneratedRegex(@"^\W*(\d+|one|một) (bình luận|phản hồi|ý kiến|góp ý|suy nghĩ|comments?|thoughts?|responses?|repl(y|ies)) (trong|về|cho|ở|on|to) (\W*[“""«'‘]|(this|the) (article|story|post)\W*$|bài (viết )?này\W*$)", Options, 2000)]
    private static partial Regex Replies();

    /// <summary>Words that head parts of articles too.</summary>
    [GeneratedRegex(@"^\W*((các|những) )?(hộp thư|lời bình|nhận xét|đánh giá|(cư dân mạng|dân mạng|mọi người) nói gì|what people (are saying|say|think)|bình luận|ý kiến|phản hồi|góp ý|thảo luận|trao đổi|tranh luận|diễn đàn|comments?|discussions?|conversations?|community|viewpoints?|views|debate|responses?|replies)((\W+| và | and )(nhận xét|bình luận|ý kiến|phản hồi|góp ý|thảo luận|trao đổi|comments?|discussion))?\W*$", Options, 2000)]
    private static partial Regex Ambiguous();

    /// <summary>Of those the words that name what readers write, alone; a debate has names of whole people too.</summary>
    [GeneratedRegex(@"^\W*(bình luận|ý kiến( phản hồi)?|phản hồi|comments?|responses?|replies)\W*$", Options, 2000)]
    private static partial Regex Bare();

    /// <summary>"Bạn đọc chia sẻ", "Reader reactions", "From the comments", "Tell us what you think of this story".</summary>
    [GeneratedRegex(@"(?<!\w)(bạn đọc|độc giả|người đọc|bình luận|readers?|comments|(what|do|did) you think|your (views|thoughts|say|comments))(?!\w)", Options, 2000)]
    private static partial Regex Readers();

    /// <summary>What is said to readers, or tells where they wrote; articles ask so too.</summary>
    [GeneratedRegex(@"^\W*((cùng )?chia sẻ (quan điểm|ý kiến|suy nghĩ)( của bạn)?|(còn )?(bạn|anh chị|quý vị|độc giả|bạn đọc) (nghĩ|thấy) (gì|sao|thế nào)( về (điều|việc|chuyện) này)?|(quan điểm|suy nghĩ) của bạn|" + Said + @" (về|cho|dưới|sau) bài (viết|báo)|góc (bạn đọc|độc giả)|(trên|từ) (trang )?(facebook|fanpage|mạng xã hội)( của (chúng tôi|báo))?|(from|on|via) (our |the )?(facebook|twitter|instagram|social media)( page| followers| readers)?|what do you think|(tell us |share )(what you think|your (thoughts|views|opinion)))\W*$", Options, 2000)]
    private static partial Regex Shared();

    /// <summary>"2 giờ trước", "08:12 08/03/2026", "1 day ago".</summary>
    [GeneratedRegex(@"\b(giây|phút|giờ|ngày|tuần|tháng|năm) trước\b|\b(minutes?|hours?|days?|weeks?|months?|years?) ago\b|\bvừa xong\b|\bjust now\b|(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)|(?<!\d)\d{1,2}:\d\d(?!\d)", Options, 2000)]
    private static partial Regex Timed();

    /// <summary>"Minh Tâm nói:", "Minh Tâm viết lúc 08:12:", "Dara says:".</summary>
    [GeneratedRegex(@"^.{2,40} ((đã )?(nói|viết|bình luận)|says|said|wrote|commented)\b[^.!?]{0,24}:", Options, 2000)]
    private static partial Regex Saying();

    /// <summary>"Minh Tâm viết: ...", "Dara wrote: ...".</summary>
    [GeneratedRegex(@"^(?<name>[^:.!?]{2,40}?) ((đã )?(viết|bình luận|chia sẻ)|wrote|writes|commented)\s?:", Options, 2000)]
    private static partial Regex Writing();

    /// <summary>"Người gửi: Nam - 08/03/2026", "Nam - nam@example.vn".</summary>
    [GeneratedRegex(@"^\W*((người (gửi|viết|bình luận|góp ý)|họ( và)? tên|sender|sent by|posted by)\s?:\s?\p{L}|\p{L}[^@:.!?]{1,40}?\s?[-–—(|,]\s?[\w.+*-]{1,40}@[\w-]{1,40}\.\w)", Options, 2000)]
    private static partial Regex Sender();

    /// <summary>Nothing but what can be done with a comment, and when it was written.</summary>
    [GeneratedRegex(@"^([\W\d_]|thích|likes?|trả lời|phản hồi|reply|répondre|antworten|responder|rispondi|chia sẻ|share|báo (cáo|vi phạm)|vi phạm|report|quan tâm|(giây|phút|giờ|ngày|tuần|tháng|năm)( trước)?|(minutes?|hours?|days?|weeks?|months?|years?)( ago)?)+$", Options, 2000)]
    private static partial Regex Actions();

    [GeneratedRegex("trả lời|phản hồi|reply|répondre|antworten|responder|rispondi", Options, 2000)]
    private static partial Regex Answer();

    [GeneratedRegex("thích|like", Options, 2000)]
    private static partial Regex Liking();
}
