using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>A blog's or section's page that shows several articles one below the other, whole or their beginnings: each below a heading that leads to it, with its day, its own element or a link to the rest.</summary>
internal static class LinkedEntries
{
    private const int Fewest = 3;
    /// <summary>So many need nothing beside their headings.</summary>
    private const int Enough = 6;
    /// <summary>Blocks below a heading in which the day stands.</summary>
    private const int FarthestDay = 3;
    private const int LongestDay = 60;
    /// <summary>Words: a section's name has fewer.</summary>
    private const int LongestName = 7;
    private const int MostLooks = 2_000;

    /// <summary>The text that was read is that of such entries.</summary>
    public static bool Are(PageMetadata page, PageReading reading, string shownTitle)
    {
        if (page.IsMarkedArticle || page.Address is not { } address) return false;
        var blocks = reading.Outline.Blocks;
        var entries = new List<(int Heading, string Target)>();
        for (var i = 0; i < Math.Min(blocks.Count, MostLooks); i++)
        {
            if (Target(reading.Outline, i, address) is not { } target) continue;
            if (!entries.Exists(entry => entry.Target == target)) entries.Add((i, target));
        }
        entries.RemoveAll(entry => reading.Outline.RunningIn(entry.Heading + 1, End(entry.Heading)) == 0);
        if (entries.Count < Fewest) return false;
        // An article's own headline may lead to itself, under another address; the first of a list is not what the page is called.
        if (reading.Headline >= 0 && entries.Exists(entry => entry.Heading == reading.Headline) && shownTitle.Contains(Folding.Fold(blocks[reading.Headline].Text), StringComparison.Ordinal)) return false;
        // Reckoned once: a page made to be slow has thousands of paragraphs below one heading.
        var ends = entries.ConvertAll(entry => End(entry.Heading));
        var (before, last, below) = (0, -1, new HashSet<int>());
        for (var i = reading.First; i <= reading.Last && i < blocks.Count; i++)
        {
            if (BlockJudge.Running(blocks[i]) == 0) continue;
            while (last + 1 < entries.Count && entries[last + 1].Heading < i) last++;
            if (last < 0 || ends[last] <= i) before++;
            else below.Add(last);
        }
        if (below.Count == 0 || before > 0) return false;
        // A weekly edition has parts with headings like it, and a headline of its own.
        if (!entries.Exists(entry => entry.Heading == reading.Headline) && BlockJudge.WordCount(reading.Title, LongestName) >= LongestName) return false;
        var like = entries.Where(entry => ReaderComments.Make(reading.Outline, blocks[entry.Heading].Node) == ReaderComments.Make(reading.Outline, blocks[entries[below.First()].Heading].Node)).ToList();
        return like.Count >= Enough || (like.Count >= Fewest && like.TrueForAll(IsTold));

        // Up to the next heading: an article has its own.
        int End(int heading)
        {
            for (var i = heading + 1; i < blocks.Count; i++) if (blocks[i].Kind == BlockKind.Heading && Target(reading.Outline, i, address) is not null) return i;
            return blocks.Count;
        }

        bool IsTold((int Heading, string Target) entry)
        {
            var end = End(entry.Heading);
            for (var i = entry.Heading + 1; i < Math.Min(end, entry.Heading + 1 + FarthestDay); i++) if (blocks[i].Text.Length <= LongestDay && Stamp.TellsDay(blocks[i].Text)) return true;
            for (var i = entry.Heading + 1; i < end; i++) if (blocks[i].LinkShare >= 0.9 && LinkOf(reading.Outline, i, address) == entry.Target) return true;
            return reading.Outline.Nodes[blocks[entry.Heading].Node].Element.Closest("article") is { } article && article.QuerySelectorAll("h1, h2, h3").Length == 1;
        }
    }

    /// <summary>Where a heading leads that is nothing but a link to another page of the site; null for any other block.</summary>
    private static string? Target(PageOutline outline, int block, Uri address) => outline.Blocks[block] is { Kind: BlockKind.Heading, LinkShare: >= 0.9 } ? LinkOf(outline, block, address) : null;

    private static string? LinkOf(PageOutline outline, int block, Uri address)
    {
        var element = outline.Nodes[outline.Blocks[block].Node].Element;
        var link = (element.QuerySelector("a[href]") ?? element.Closest("a[href]"))?.GetAttribute("href");
        return Uri.TryCreate(address, link, out var target) && target.Host == address.Host && target.AbsolutePath is { Length: > 1 } path && path != address.AbsolutePath ? path : null;
    }
}
