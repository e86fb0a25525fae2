using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace InfoMonitor.Content.Extraction;

/// <summary>Whether a day stands with the link to another article: then it is that article's.</summary>
internal static partial class OtherStories
{
    /// <summary>Elements around a date in which the link to its article may stand.</summary>
    private const int FarthestLink = 2;
    /// <summary>Words of a headline in a link: fewer are a name's or a label's.</summary>
    private const int FewestWords = 4;
    /// <summary>Words of one in a link beside the page's own headline, where sections, topics and authors are linked too.</summary>
    private const int FewestNear = 6, ManyNear = 8, ShortestNear = 30;

    /// <summary>In a link or beside one, in a small element that holds neither the page's headline nor its text.</summary>
    public static bool Holds(IElement date, PageReading reading) => Holds(date, reading, IsHeadline)
        || (IsAfterText(date, reading) && date.PreviousElementSibling is { } above && IsHeadlineLine(above.LocalName == "a" ? above : above.QuerySelector("a[href]"), Prose.Fold(above.TextContent)));

    /// <summary>As <see cref="Holds(IElement, PageReading)"/>, of what stands above the text.</summary>
    public static bool HoldsAboveText(IElement date, PageReading reading) => Holds(date, reading, link => IsStory(link, reading));

    /// <summary>Above the text: a line that points to another article or links to one, or stands beside or right below such a line.</summary>
    public static bool HoldsAboveText(int block, PageReading reading)
    {
        var line = reading.Outline.Blocks[block];
        if (Phrases.IsPointer(line.Text)) return true;
        var element = reading.Outline.Nodes[line.Node].Element;
        return (line.Linked > 0 && element.QuerySelectorAll("a[href]").Any(link => IsStory(link, reading) && line.Text.Contains(Prose.Fold(link.TextContent), StringComparison.Ordinal)))
            || IsOfList(block, reading) || HoldsAboveText(element, reading) || IsBelowTeaser(block, reading, reading.Headline, link => IsStory(link, reading));
    }

    /// <summary>One of several lines of a link and a day, one below the other: what a page is filed under is linked in one line.</summary>
    private static bool IsOfList(int block, PageReading reading)
    {
        var blocks = reading.Outline.Blocks;
        return IsRow(block) && ((block > 0 && IsRow(block - 1)) || (block + 1 < blocks.Count && IsRow(block + 1)));

        bool IsRow(int at) => blocks[at] is { Opening: > 0 } row && Stamp.IndexOfDay(row.Text) >= row.Opening;
    }

    /// <summary>Below the text: a day in a block of its own under the headline of another article, or under its lead.</summary>
    public static bool HoldsBelowText(int block, PageReading reading) => IsBelowTeaser(block, reading, reading.Last, _ => true);

    private static bool IsBelowTeaser(int block, PageReading reading, int limit, Func<IElement, bool> isStory)
    {
        for (var i = block - 1; i > limit && i >= block - 2; i--)
        {
            var above = reading.Outline.Blocks[i];
            if (above is { LinkShare: >= 0.9, Linked: >= DateLine.OthersHeadline } && reading.Outline.Nodes[above.Node].Element is var element && (element.LocalName == "a" ? element : element.QuerySelector("a[href]")) is { } link && IsHeadlineLine(link, above.Text) && isStory(link)) return !HasDay(i, block, limit, reading);
            if (BlockJudge.Running(above) == 0) return false;
        }
        return false;
    }

    /// <summary>The teaser has a day of its own, in its link or beside it.</summary>
    private static bool HasDay(int teaser, int block, int limit, PageReading reading)
    {
        var nodes = reading.Outline.Nodes;
        var node = reading.Outline.Blocks[teaser].Node;
        while (nodes[node].Parent is >= 0 and var parent && nodes[parent].FirstBlock > limit && nodes[parent].EndBlock <= block) node = parent;
        for (var i = nodes[node].FirstBlock; i < Math.Min(nodes[node].EndBlock, block); i++) if (Stamp.TellsDay(reading.Outline.Blocks[i].Text)) return true;
        return false;
    }

    private static bool Holds(IElement date, PageReading reading, Func<IElement, bool> isHeadline)
    {
        var holder = date;
        for (var up = 0; up <= FarthestLink && holder is not null && !IsAround(holder, reading.Headline, reading) && !IsAround(holder, reading.First, reading); up++, holder = holder.ParentElement)
            if ((holder.LocalName == "a" && isHeadline(holder)) || holder.QuerySelectorAll("a[href]").Any(isHeadline)) return true;
        return false;
    }

    /// <summary>One link that is all of its line, in as many words as headlines have; a line of keywords is many.</summary>
    private static bool IsHeadlineLine(IElement? link, string line) => link is not null && IsHeadline(link) && 10 * Prose.Fold(link.TextContent).Length >= 9 * line.Length;

    private static bool IsHeadline(IElement link) => BlockJudge.WordCount(Prose.Fold(link.TextContent), FewestWords) >= FewestWords;

    /// <summary>It says what somebody did: small words among its own, and neither the name of a section nor the page's headline.</summary>
    private static bool IsStory(IElement link, PageReading reading)
    {
        var text = Prose.Fold(link.TextContent);
        var words = BlockJudge.WordCount(text, ManyNear);
        var small = text.Split(' ').Skip(1).Count(word => word.Length > 0 && char.IsLower(word[0]));
        return ((words >= FewestNear && text.Length >= ShortestNear && (words >= ManyNear || small > 1)) || (words >= FewestWords && small > 1 && IsListed(link, reading)))
            && !Rubrics.IsNamed(text) && !(link.GetAttribute("href") is ['#', ..]) && !Titles.Agree(text, reading.Title);
    }

    /// <summary>In a list or a box of related articles, and its address is an article's.</summary>
    private static bool IsListed(IElement link, PageReading reading)
    {
        if (!Uri.TryCreate(Site, link.GetAttribute("href"), out var target) || link.Closest("[class*='breadcrumb' i]") is not null) return false;
        var isRelated = link.Closest("[class*='related' i], [class*='lien-quan' i], [class*='lienquan' i]") is { } box && !IsAround(box, reading.Headline, reading) && !IsAround(box, reading.First, reading);
        if (!isRelated && link.Closest("li") is null) return false;
        return LinkShape.Of(target, Site) switch
        {
            Shape.Article => true,
            Shape.Slug => isRelated,
            Shape.Never => false,
            _ => NumberAtEnd().IsMatch(target.AbsolutePath),
        };
    }

    /// <summary>A short number, as small sites give their articles.</summary>
    [GeneratedRegex(@"\p{L}-?\d+(\.[a-z]{2,5})?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex NumberAtEnd();

    /// <summary>What links are resolved against where only their shape is asked.</summary>
    private static readonly Uri Site = new("https://site.example/");

    private static bool IsAfterText(IElement element, PageReading reading) =>
        reading.Last >= 0 && reading.Last < reading.Outline.Blocks.Count && reading.Outline.Nodes[reading.Outline.Blocks[reading.Last].Node].Element is var last && !last.Contains(element) && element.CompareDocumentPosition(last).HasFlag(DocumentPositions.Preceding);

    private static bool IsAround(IElement element, int block, PageReading reading) =>
        block >= 0 && block < reading.Outline.Blocks.Count && element.Contains(reading.Outline.Nodes[reading.Outline.Blocks[block].Node].Element);
}
