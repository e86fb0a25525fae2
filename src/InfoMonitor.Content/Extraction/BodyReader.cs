using AngleSharp.Dom;

namespace InfoMonitor.Content.Extraction;

/// <summary>Lead and body of a page, a line per paragraph.</summary>
internal static class BodyReader
{
    public static string Read(IElement body, PageMetadata page, string title, CancellationToken cancellation)
    {
        var outline = PageOutline.Of(body, cancellation);
        var main = new MainContent(outline);
        var node = main.Find();
        if (node < 0) return "";
        var (first, end) = (outline.Nodes[node].FirstBlock, outline.Nodes[node].EndBlock);
        var kept = new List<TextBlock>();
        for (var i = first; i < end; i++)
        {
            var block = outline.Blocks[i];
            if (main.IsCut(i) || block.LinkShare > 0.6) continue;
            kept.Add(block);
        }
        Trim(kept, title);
        return string.Join('\n', kept.Select(block => block.Text));
    }

    private static void Trim(List<TextBlock> blocks, string title)
    {
        // What stands before the first and after the last running text is furniture: dates, shares, tags, signatures.
        var first = blocks.FindIndex(block => BlockJudge.Running(block) > 0);
        var last = blocks.FindLastIndex(block => BlockJudge.Running(block) > 0);
        if (first < 0) { blocks.Clear(); return; }
        while (last + 1 < blocks.Count && blocks[last + 1].Kind == BlockKind.ListItem) last++;
        blocks.RemoveRange(last + 1, blocks.Count - last - 1);
        blocks.RemoveRange(0, first);
    }
}
