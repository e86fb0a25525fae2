using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace InfoMonitor.Content.Extraction;

/// <summary>
/// Finds the element that holds the article: the one whose blocks agree best with "all the page's running text and none of its furniture",
/// an F-measure over the page's own blocks. The body is pure and nearly complete; the page is complete and impure; a paragraph is pure and incomplete.
/// </summary>
internal sealed partial class MainContent
{
    private const int LongestTeaser = 800;
    private const int ShortestArticle = 400;
    private const int ShortestLink = 12;
    private const int MaximumItems = 50;
    private readonly PageOutline _outline;
    private readonly bool[] _cut;
    private readonly List<(int First, int End)> _ofReaders = [];
    private readonly int[] _running;
    private readonly int[] _furniture;

    /// <param name="headline">The block that shows the title; -1 when none does.</param>
    /// <param name="isTrusting">Whether names of elements are believed; without, only readers' comments, navigation and what is hidden are cut.</param>
    public MainContent(PageOutline outline, int headline, PageTime time, bool isTrusting = true)
    {
        _outline = outline;
        _cut = new bool[outline.Blocks.Count];
        CutAsides(headline, isTrusting);
        _ofReaders.AddRange(ReaderComments.Of(outline, headline, time));
        foreach (var (first, end) in _ofReaders) Array.Fill(_cut, true, first, end - first);
        if (isTrusting)
        {
            CutTeasers();
            CutTeaserBoxes(headline);
            CutOtherArticles(headline);
            CutOutsideMain(headline);
            CutOtherColumns(headline);
        }
        (_running, _furniture) = (new int[outline.Blocks.Count + 1], new int[outline.Blocks.Count + 1]);
        for (var i = 0; i < outline.Blocks.Count; i++)
        {
            _running[i + 1] = _running[i] + (_cut[i] ? 0 : BlockJudge.Running(outline.Blocks[i]));
            _furniture[i + 1] = _furniture[i] + (_cut[i] ? 0 : BlockJudge.Furniture(outline.Blocks[i]));
        }
    }

    /// <summary>Stretches of readers' comments, their ends excluded.</summary>
    public IReadOnlyList<(int First, int End)> OfReaders => _ofReaders;

    /// <summary>Blocks below elements that are named as something beside the article.</summary>
    public bool IsCut(int block) => _cut[block];

    public int RunningIn(int firstBlock, int endBlock) => _running[endBlock] - _running[firstBlock];

    public int FurnitureIn(int firstBlock, int endBlock) => _furniture[endBlock] - _furniture[firstBlock];

    /// <summary>The stretch of blocks that holds the article, its end excluded; empty when the page has no running text.</summary>
    public (int First, int End) Find()
    {
        var nodes = _outline.Nodes;
        var total = _running[^1];
        if (total == 0) return (0, 0);
        // Microdata says which element is the body; believed when it holds a fair part of the text.
        var marked = false;
        for (var i = 0; i < nodes.Length && !marked; i++)
            marked = nodes[i].Cue.Has(Cue.MarkedBody) && RunningIn(nodes[i].FirstBlock, nodes[i].EndBlock) is var held && held >= 200 && held >= 0.2 * total;
        var (best, bestScore) = (-1, 0.0);
        for (var i = 0; i < nodes.Length; i++)
        {
            double running = RunningIn(nodes[i].FirstBlock, nodes[i].EndBlock);
            if (running <= 0 || (marked && !nodes[i].Cue.Has(Cue.MarkedBody))) continue;
            double furniture = FurnitureIn(nodes[i].FirstBlock, nodes[i].EndBlock);
            var purity = running / (running + furniture);
            var share = running / total;
            var score = 2 * purity * share / (purity + share);
            if (nodes[i].Cue.Has(Cue.Body)) score *= 1.15;
            // Inner elements win ties: they carry less around the text.
            if (score >= bestScore - 0.005) (best, bestScore) = (i, Math.Max(score, bestScore));
        }
        // A lone paragraph wins where the body has no element of its own: paragraphs and link lists are brothers.
        return nodes[best].EndBlock - nodes[best].FirstBlock == 1 && nodes[best].Parent >= 0 && RunningIn(nodes[best].FirstBlock, nodes[best].EndBlock) < 0.9 * total
            ? BestRun(nodes[best].Parent) : (nodes[best].FirstBlock, nodes[best].EndBlock);
    }

    /// <summary>The stretch below a node with the most running text over furniture (Kadane's maximum subarray).</summary>
    private (int First, int End) BestRun(int node)
    {
        var (best, sum, first) = ((First: 0, End: 0, Sum: int.MinValue), 0, _outline.Nodes[node].FirstBlock);
        for (var i = first; i < _outline.Nodes[node].EndBlock; i++)
        {
            if (sum < 0) (sum, first) = (0, i);
            sum += RunningIn(i, i + 1) - FurnitureIn(i, i + 1);
            if (sum > best.Sum) best = (first, i + 1, sum);
        }
        return (best.First, best.End);
    }

    /// <summary>A name that says "related" or "sidebar" is believed unless most of the page's running text stands below it; one that says "comments" is believed however long they are.</summary>
    private void CutAsides(int headline, bool isTrusting)
    {
        var nodes = _outline.Nodes;
        var all = _outline.RunningIn(0, _outline.Blocks.Count);
        for (var i = 1; i < nodes.Length; i++)
        {
            if (nodes[i].Cue.Has(Cue.Comments) && IsAnswer(nodes[i])) continue;
            if (!isTrusting)
            {
                if ((nodes[i].Cue.Has(Cue.Comments) && !HoldsMain(i, headline) && !IsColumn(i, headline)) || nodes[i].Element.LocalName is "nav" or "footer" or "form" or "dialog")
                    for (var block = nodes[i].FirstBlock; block < nodes[i].EndBlock; block++) _cut[block] = true;
                continue;
            }
            if (!nodes[i].Cue.Has(Cue.Aside | Cue.Advertisement | Cue.Comments | Cue.Talk | Cue.Hidden) || HoldsMain(i, headline) || (nodes[i].Cue.Has(Cue.Comments) && IsColumn(i, headline))) continue;
            var running = _outline.RunningIn(nodes[i].FirstBlock, nodes[i].EndBlock);
            if (!nodes[i].Cue.Has(Cue.Aside | Cue.Comments | Cue.Talk | Cue.Hidden) && IsAroundSlot(nodes[i])) continue;
            var limit = nodes[i].Cue.Has(Cue.Comments) ? 1 : nodes[i].Cue.Has(Cue.Talk) ? 0.5 : nodes[i].Cue.Has(Cue.Body) ? 0.1 : 0.4;
            if (running > limit * all && running > 60) continue;
            if (nodes[i].Cue.Has(Cue.Talk) && !nodes[i].Cue.Has(Cue.Comments) && IsOfSpeakers(nodes[i])) continue;
            if (nodes[i].Cue.Has(Cue.Comments)) _ofReaders.Add((nodes[i].FirstBlock, nodes[i].EndBlock));
            for (var block = nodes[i].FirstBlock; block < nodes[i].EndBlock; block++) _cut[block] = true;
        }
    }

    /// <summary>An opinion column whose body is named after its section: all the prose of the page, right below the headline in the page's <c>article</c>, and nothing in it is named or made as an entry is.</summary>
    private bool IsColumn(int named, int headline)
    {
        var nodes = _outline.Nodes;
        if (headline < 0 || nodes[named].Cue.Has(Cue.Hidden) || nodes[named].Parent is not (> 0 and var article) || nodes[article].Element.LocalName != "article" || nodes[article].FirstBlock > headline || headline >= nodes[article].EndBlock
            || _outline.RunningIn(nodes[named].FirstBlock, nodes[named].EndBlock) < Math.Max(1, 0.9 * _outline.RunningIn(0, _outline.Blocks.Count)) || _outline.Forms.Count + _outline.Answers.Count + _outline.Commenters.Count > 0) return false;
        for (var i = named + 1; i < nodes[named].End; i++) if (nodes[i].Cue.Has(Cue.Comments) || nodes[i].Element.LocalName is "li" or "article") return false;
        for (var block = nodes[named].FirstBlock; block < nodes[named].EndBlock; block++) if (_outline.Blocks[block].Signature.Name.Length > 0) return false;
        return true;
    }

    /// <summary>"Bà Lan trả lời": somebody with a title answers what was asked, in an element that is named a reply.</summary>
    private bool IsAnswer(OutlineNode named) =>
        named.FirstBlock < named.EndBlock && _outline.Blocks[named.FirstBlock].Text is var line && Signature.IsRanked(line) && Answering().IsMatch(line);

    [GeneratedRegex(@"(?<!\p{L})(trả lời|giải đáp|(answers?|replie[sd]|answered)(?! to))\W*(:|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Answering();

    /// <summary>A debate of people with titles.</summary>
    private bool IsOfSpeakers(OutlineNode talk)
    {
        for (var block = talk.FirstBlock; block < talk.EndBlock; block++) if (Signature.IsRanked(_outline.Blocks[block].Text)) return true;
        return false;
    }

    /// <summary>Paragraphs of the text, set together with the slot of an advertisement and named after it: an advertisement leads somewhere, and says less.</summary>
    private bool IsAroundSlot(OutlineNode named)
    {
        var paragraphs = 0;
        for (var block = named.FirstBlock; block < named.EndBlock; block++) if (BlockJudge.Running(_outline.Blocks[block]) > 0) paragraphs++;
        return paragraphs > 1 && named.Element.QuerySelector("a[href]") is null;
    }

    /// <summary>What holds the page's main element or headline is the page's frame, whatever its name.</summary>
    private bool HoldsMain(int node, int headline)
    {
        var nodes = _outline.Nodes;
        if (nodes[node].FirstBlock <= headline && headline < nodes[node].EndBlock) return true;
        for (var i = node + 1; i < nodes[node].End; i++)
            if (nodes[i].Element.LocalName is "main" or "h1" || (nodes[i].Cue.Has(Cue.MarkedBody) && !(nodes[node].Cue.Has(Cue.Comments) && nodes[i].Element.GetAttribute("itemprop") == "text"))) return true;   // a comment's own text is marked up as such
        return false;
    }

    /// <summary>An <c>article</c> element that holds the headline and a text of its own is the page's; those beside it are others, however long.</summary>
    private void CutOtherArticles(int headline)
    {
        if (headline < 0) return;
        var nodes = _outline.Nodes;
        var own = _outline.Blocks[headline].Node;
        while (own > 0 && !IsArticle(nodes[own].Element)) own = nodes[own].Parent;
        if (own <= 0) { CutOtherItems(headline); return; }
        var running = 0;
        for (var i = nodes[own].FirstBlock; i < nodes[own].EndBlock; i++) if (!_cut[i]) running += BlockJudge.Running(_outline.Blocks[i]);
        if (running < ShortestArticle) return;
        for (var i = 1; i < nodes.Length; i++)
        {
            if (!IsArticle(nodes[i].Element) || (i <= own && own < nodes[i].End) || (own < i && i < nodes[own].End)) continue;
            for (var block = nodes[i].FirstBlock; block < nodes[i].EndBlock; block++) _cut[block] = true;
        }
    }

    private static bool IsArticle(IElement element) => element.LocalName == "article" || IsArticleItem(element);

    /// <summary>Marked up as an article by microdata.</summary>
    public static bool IsArticleItem(IElement element) =>
        element.GetAttribute("itemtype")?.TrimEnd() is { } type && (type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("BlogPosting", StringComparison.Ordinal));

    /// <summary>The headline that a microdata item names as its own, inside it or by <c>itemref</c>, not as the name of something that it holds; empty when it names none.</summary>
    public static string HeadlineOf(IElement item)
    {
        // One by one: an item may be the whole page, and most name their headline at once.
        var own = item.GetDescendants().OfType<IElement>().FirstOrDefault(named => named.GetAttribute("itemprop") is "headline" or "name" && named.ParentElement?.Closest("[itemscope], [itemtype]") == item);
        if (own is null && item.GetAttribute("itemref") is { } ids && item.Owner is { } document)
            own = ids.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MaximumReferences).Select(document.GetElementById).OfType<IElement>().Select(other => other.Matches(Named) ? other : other.QuerySelector(Named)).FirstOrDefault(named => named is not null);
        return own is null ? "" : Prose.Line(own.LocalName == "meta" ? own.GetAttribute("content") : own.TextContent);
    }

    private const string Named = "[itemprop='headline'], [itemprop='name']";
    private const int MaximumReferences = 10;

    /// <summary>Where the headline stands in no item of its own, items of another headline are other articles, as long as a text is left.</summary>
    private void CutOtherItems(int headline)
    {
        var nodes = _outline.Nodes;
        var others = new List<(int First, int End)>();
        for (var i = 1; i < nodes.Length && others.Count < MaximumItems; i++)
        {
            if (!IsArticleItem(nodes[i].Element) || (nodes[i].FirstBlock <= headline && headline < nodes[i].EndBlock)) continue;
            if (HeadlineOf(nodes[i].Element) is { Length: > 0 } other && !Titles.Agree(other, _outline.Blocks[headline].Text)) others.Add((nodes[i].FirstBlock, nodes[i].EndBlock));
        }
        var (all, left) = (0, 0);
        for (var i = 0; i < _cut.Length; i++)
        {
            if (_cut[i]) continue;
            var running = BlockJudge.Running(_outline.Blocks[i]);
            all += running;
            if (!others.Exists(other => other.First <= i && i < other.End)) left += running;
        }
        if (left < ShortestArticle || left == all) return;
        foreach (var (first, end) in others) Array.Fill(_cut, true, first, end - first);
    }

    /// <summary>What stands outside a <c>main</c> that holds the headline is not the article, unless nearly all text is there.</summary>
    private void CutOutsideMain(int headline)
    {
        if (headline < 0) return;
        var nodes = _outline.Nodes;
        var main = _outline.Blocks[headline].Node;
        while (main > 0 && nodes[main].Element.LocalName != "main") main = nodes[main].Parent;
        if (main <= 0) return;
        var (inside, all) = (0, 0);
        for (var i = 0; i < _cut.Length; i++)
        {
            if (_cut[i]) continue;
            var running = BlockJudge.Running(_outline.Blocks[i]);
            all += running;
            if (i >= nodes[main].FirstBlock && i < nodes[main].EndBlock) inside += running;
        }
        if (inside < 100 || inside < 0.2 * all) return;
        for (var i = 0; i < _cut.Length; i++) _cut[i] |= i < nodes[main].FirstBlock || i >= nodes[main].EndBlock;
    }

    /// <summary>Pages laid out in a table: of a row, the cell that holds the headline and most of the text is the page's; the others are its columns.</summary>
    private void CutOtherColumns(int headline)
    {
        if (headline < 0) return;
        var nodes = _outline.Nodes;
        var all = UncutIn(0, _cut.Length);
        for (var node = _outline.Blocks[headline].Node; node > 0; node = nodes[node].Parent)
        {
            if (nodes[node].Element.LocalName != "td" || UncutIn(nodes[node].FirstBlock, nodes[node].EndBlock) is var own && (own < ShortestArticle || 3 * own < 2 * all)) continue;
            ref readonly var row = ref nodes[nodes[node].Parent];
            Array.Fill(_cut, true, row.FirstBlock, nodes[node].FirstBlock - row.FirstBlock);
            Array.Fill(_cut, true, nodes[node].EndBlock, row.EndBlock - nodes[node].EndBlock);
        }
    }

    private int UncutIn(int first, int end)
    {
        var running = 0;
        for (var i = first; i < end; i++) if (!_cut[i]) running += BlockJudge.Running(_outline.Blocks[i]);
        return running;
    }

    /// <summary>A box all of whose running text stands right below links: another article's headline and summary, in mid-article or after it.</summary>
    private void CutTeaserBoxes(int headline)
    {
        var blocks = _outline.Blocks;
        var all = 0;
        for (var i = 0; i < blocks.Count; i++) if (!_cut[i]) all += BlockJudge.Running(blocks[i]);
        var judged = new HashSet<int>();
        for (var i = Math.Max(headline, 0) + 1; i < blocks.Count; i++)
        {
            if (_cut[i] || !IsTeaser(i)) continue;
            // The smallest element that holds the text and its link.
            var node = blocks[i].Node;
            while (node > 0 && _outline.Nodes[node].FirstBlock >= i && blocks[i].Opening == 0) node = _outline.Nodes[node].Parent;
            ref readonly var box = ref _outline.Nodes[node];
            if (node <= 0 || box.FirstBlock <= headline || box.Cue.Has(Cue.Body) || blocks[box.FirstBlock].Opening < ShortestLink || !judged.Add(node)) continue;
            var (running, teasers) = (0, 0);
            for (var j = box.FirstBlock; j < box.EndBlock; j++)
            {
                if (BlockJudge.Running(blocks[j]) is not (> 0 and var length)) continue;
                running += length;
                if (IsTeaser(j)) teasers += length;
            }
            if (teasers == running && running < 0.3 * all) Array.Fill(_cut, true, box.FirstBlock, box.EndBlock - box.FirstBlock);
        }
    }

    /// <summary>A sentence or two that begin with a linked headline, or stand below one.</summary>
    private bool IsTeaser(int block)
    {
        var blocks = _outline.Blocks;
        if (blocks[block].Text.Length > LongestTeaser / 2 || BlockJudge.Running(blocks[block]) == 0) return false;
        return blocks[block].Opening >= ShortestLink ? blocks[block].Kind is BlockKind.Cell or BlockKind.Other : blocks[block - 1] is { LinkShare: >= 0.9, Text.Length: >= ShortestLink };
    }

    /// <summary>Cards of other articles (a linked heading over a few sentences), where a page has several.</summary>
    private void CutTeasers()
    {
        var nodes = _outline.Nodes;
        var cards = new List<(int First, int End)>();
        for (var i = 0; i < _outline.Blocks.Count; i++)
        {
            var heading = _outline.Blocks[i];
            if (_cut[i] || heading.Kind != BlockKind.Heading || heading.LinkShare < 0.9 || heading.Text.Length < 15) continue;
            // The card is the widest element that holds one heading and no more than a teaser's text.
            var card = -1;
            for (int node = nodes[heading.Node].Parent, hops = 0; node > 0 && hops < 4; node = nodes[node].Parent, hops++)
            {
                var (length, headings) = (0, 0);
                for (var block = nodes[node].FirstBlock; block < nodes[node].EndBlock && headings < 2 && length <= LongestTeaser; block++)
                {
                    if (_outline.Blocks[block].Kind == BlockKind.Heading) headings++;
                    else length += _outline.Blocks[block].Text.Length;
                }
                if (headings > 1 || length > LongestTeaser) break;
                card = node;
            }
            if (card > 0) cards.Add((nodes[card].FirstBlock, nodes[card].EndBlock));
        }
        if (cards.Count < 3) return;
        foreach (var (first, end) in cards)
            for (var block = first; block < end; block++) _cut[block] = true;
    }
}
