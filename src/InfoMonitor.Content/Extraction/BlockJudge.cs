namespace InfoMonitor.Content.Extraction;

/// <summary>Tells running text from the furniture of a page by the block alone.</summary>
internal static class BlockJudge
{
    /// <summary>Characters of running text: of a sentence or several, mostly not links. Zero for anything else.</summary>
    public static int Running(TextBlock block) => block.Running;

    /// <summary>Reckons <see cref="TextBlock.Running"/>.</summary>
    public static int RunningOf(TextBlock block)
    {
        if (block.Kind == BlockKind.Heading) return 0;
        var own = Weight(block.Text) - block.Linked;
        // A sentence whose names are linked is still a sentence; a link with a word beside it is not.
        if (block.LinkShare > 0.5) return block.Kind == BlockKind.Paragraph && own >= 24 && block.LinkShare < 0.8 && EndsSentence(block.Text) ? own : 0;
        if (own >= 100 && WordCount(block.Text, 8) >= 8) return own;
        return own >= 25 && EndsSentence(block.Text) && WordCount(block.Text, 4) >= 4 ? own : 0;
    }

    /// <summary>Characters that speak against a place: links and labels. Zero for running text, headings and short lines that might be either.</summary>
    public static int Furniture(TextBlock block) =>
        Running(block) > 0 ? 0
        : block is { Kind: BlockKind.Cell, Linked: 0 } ? 0   // a table of figures says what the text speaks of
        : block.LinkShare > 0.5 ? Math.Max(20, block.Text.Length)
        : block.Kind != BlockKind.Heading && block.Text.Length < 60 && !EndsSentence(block.Text) ? Math.Max(10, block.Text.Length / 2)
        : 0;

    /// <summary>Letters as an alphabet would need them: a Chinese or Japanese sign says as much as two or three.</summary>
    public static int Weight(string text)
    {
        var weight = text.Length;
        foreach (var c in text) if (c >= '\u2e80') weight++;
        return weight;
    }

    public static bool EndsSentence(string text)
    {
        var end = text.AsSpan().TrimEnd("\"'”’»)]„“ 」』）】");
        return end.Length > 0 && end[^1] is '.' or '!' or '?' or '…' or ':' or ';' or '。' or '！' or '？' or '។' or '៕' or '؟';
    }

    /// <summary>Words up to <paramref name="enough"/>. Scripts without spaces (Khmer, Chinese, Thai) count a word for six letters.</summary>
    public static int WordCount(string text, int enough)
    {
        var words = 0;
        var letters = 0;
        foreach (var c in text)
        {
            if (c == ' ') { words++; letters = 0; }
            else if (c >= '\u0e00' && ++letters == 6) { words++; letters = 0; }
            if (words >= enough) return words;
        }
        return words + 1;
    }
}
