namespace InfoMonitor.Content.Extraction;

/// <summary>
/// Readers' comments in markup that names nothing (DESIGN 2.1): entries after the text, each with a name and a time. Interviews have names without times, live reports times without names
/// or more to say than what stands above them, lists of events their days alone.
/// </summary>
internal static class SignedEntries
{
    /// <summary>Characters of running text above the first entry.</summary>
    private const int EnoughBefore = 300;
    private const int LongestEntry = 1_500;
    /// <summary>What is signed is found within so many elements around its time.</summary>
    private const int MaximumClimb = 5;
    /// <summary>Times looked at: lists of other pages have hundreds.</summary>
    private const int MaximumLooks = 500;
    /// <summary>Blocks without a text between two entries: what can be done with one, a picture's name.</summary>
    private const int LongestGap = 6;
    /// <summary>Entries that may say more than the text above them.</summary>
    private const int Many = 3;

    /// <summary>Stretches of blocks, their ends excluded.</summary>
    /// <param name="headline">The block that shows the title; -1 when none does.</param>
    public static IEnumerable<(int First, int End)> Of(PageOutline outline, int headline)
    {
        var run = new List<Entry>();
        foreach (var entry in Find(outline, headline))
        {
            if (run.Count > 0 && !GoesOn(outline, run[^1].End, entry.First))
            {
                if (AreOfReaders(outline, headline, run)) yield return (run[0].First, run[^1].End);
                run.Clear();
            }
            run.Add(entry);
        }
        if (run.Count > 0 && AreOfReaders(outline, headline, run)) yield return (run[0].First, run[^1].End);
    }

    private static bool GoesOn(PageOutline outline, int end, int first) => first - end <= LongestGap && outline.RunningIn(end, first) == 0;

    /// <summary>In page order, none within another.</summary>
    private static IEnumerable<Entry> Find(PageOutline outline, int headline)
    {
        var blocks = outline.Blocks;
        var (start, looks) = (headline + 1, 0);
        while (start < blocks.Count && outline.RunningIn(headline + 1, start) < EnoughBefore) start++;
        for (var i = start; i < blocks.Count && looks < MaximumLooks; i++)
        {
            if (Signature.OfWhole(blocks[i].Text) is { } whole) { yield return new Entry(i, i + 1, whole); continue; }
            if (!Signature.MayTell(blocks[i].Text) || IsHeading(outline, i) || Signature.Of(blocks[i].Text) is not { Time: not Told.Never } line) continue;
            looks++;
            if ((Around(outline, headline, i, line) ?? Beside(outline, headline, i, line)) is not { } entry) continue;
            yield return entry;
            i = Math.Max(i, entry.End - 1);
        }
    }

    /// <summary>The smallest element around a time that holds a text, where it holds a name too and no other time.</summary>
    private static Entry? Around(PageOutline outline, int headline, int time, Signature line)
    {
        var node = outline.Blocks[time].Node;
        for (var hops = 0; hops < MaximumClimb && node > 0; hops++, node = outline.Nodes[node].Parent)
        {
            var (first, end) = (outline.Nodes[node].FirstBlock, outline.Nodes[node].EndBlock);
            if (first <= headline) return null;
            var (length, name) = (0, line.Name);
            for (var i = first; i < end; i++)
            {
                if (i == time) continue;
                var other = Signature.Of(outline.Blocks[i].Text);
                if (other.Time != Told.Never) return null;
                // Who it is stands above the text, or beside the time.
                if (name.Length == 0 && other.Name.Length > 0 && (length == 0 || Math.Abs(i - time) == 1)) name = other.Name;
                else length += BlockJudge.Running(outline.Blocks[i]);
            }
            if (length > LongestEntry) return null;
            if (length > 0) return name.Length == 0 ? null : new Entry(first, end, line with { Name = name });
        }
        return null;
    }

    /// <summary>A name and a time in one line or two, and what they sign: what stands below them, or above them in an element that ends with such lines.</summary>
    private static Entry? Beside(PageOutline outline, int headline, int time, Signature line)
    {
        var (first, end) = (time, time + 1);
        if (line.Name.Length == 0 && time - 1 > headline && NameIn(outline, time - 1) is { Length: > 0 } above) (first, line) = (time - 1, line with { Name = above });
        else if (line.Name.Length == 0 && end < outline.Blocks.Count && NameIn(outline, end) is { Length: > 0 } below) (end, line) = (end + 1, line with { Name = below });
        if (line.Name.Length == 0) return null;
        var around = Holding(outline, time, first, end);
        if (!IsTimed(outline, around.FirstBlock) && around.EndBlock - 1 is var last && (last < end || IsTimed(outline, last))) return Above(outline, around.FirstBlock, first, end, line);
        return Below(outline, around, first, end, line);
    }

    /// <summary>The smallest element that holds more than these lines.</summary>
    private static OutlineNode Holding(PageOutline outline, int block, int first, int end)
    {
        var node = outline.Blocks[block].Node;
        for (var hops = 0; hops < MaximumClimb && node > 0 && outline.Nodes[node].FirstBlock >= first && outline.Nodes[node].EndBlock <= end; hops++) node = outline.Nodes[node].Parent;
        return outline.Nodes[node];
    }

    private static Entry? Below(PageOutline outline, OutlineNode around, int first, int text, Signature line)
    {
        // In an element of entries alone all up to the next is the entry's; in that of the text, a paragraph.
        var isOwn = around.FirstBlock >= first || IsTimed(outline, around.FirstBlock);
        var (end, length) = (text, 0);
        for (; end < around.EndBlock && (isOwn || length == 0) && !Begins(outline, end); end++) length += BlockJudge.Running(outline.Blocks[end]);
        return length is > 0 and <= LongestEntry ? new Entry(first, end, line) : null;
    }

    private static Entry? Above(PageOutline outline, int from, int text, int end, Signature line)
    {
        var (first, length) = (text, 0);
        for (; first > from && !IsTimed(outline, first - 1); first--) length += BlockJudge.Running(outline.Blocks[first - 1]);
        return length is > 0 and <= LongestEntry ? new Entry(first, end, line) : null;
    }

    /// <summary>The lines of the next entry: its time, or a name above its time.</summary>
    private static bool Begins(PageOutline outline, int block) =>
        IsTimed(outline, block) || (block + 1 < outline.Blocks.Count && IsTimed(outline, block + 1) && NameIn(outline, block).Length > 0);

    private static bool IsTimed(PageOutline outline, int block) => Signature.Of(outline.Blocks[block].Text).Time != Told.Never;

    private static string NameIn(PageOutline outline, int block) => Signature.Of(outline.Blocks[block].Text) is { Time: Told.Never, Name: var name } ? name : "";

    private static bool AreOfReaders(PageOutline outline, int headline, List<Entry> run)
    {
        var (first, end) = (run[0].First, run[^1].End);
        var (before, said) = (outline.RunningIn(headline + 1, first), outline.RunningIn(first, end));
        if (before < EnoughBefore) return false;
        // Reports told in parts have headings; of comments they are the names at most, in small ones.
        for (var i = first; i < end; i++) if (IsHeading(outline, i)) return false;
        if (IsTold(outline, run) && !run.Exists(entry => entry.Signature.IsNickname || IsAnswerable(outline, entry.First, entry.End))) return false;
        var exact = run.Count(entry => entry.Signature.Time == Told.Exactly);
        if (run.Count == 1) return said < before && (run[0].Signature.IsSent || (exact == 1 && IsAnswerable(outline, first, end)));
        var isApart = IsApart(outline, first, end);
        if (2 * exact < run.Count && !(isApart && 2 * run.Count(entry => entry.Signature.IsPerson) >= run.Count)) return false;
        // Many readers say more than the article does, and so do the few reporters of a live report, whose names are whole and who are not answered.
        if (said >= before && !(isApart && run.Count >= Many && AreMany(outline, run))) return false;
        return isApart || 4 * After(outline, end) <= before;
    }

    /// <summary>What an article tells in turn: a chronicle has its times before the names, testimonies stand in quotation marks.</summary>
    private static bool IsTold(PageOutline outline, List<Entry> run) =>
        2 * run.Count(entry => char.IsAsciiDigit(outline.Blocks[entry.First].Text[0]) && IsTimed(outline, entry.First)) > run.Count
        || 2 * run.Count(entry => IsQuoted(outline, entry)) > run.Count;

    private static bool IsQuoted(PageOutline outline, Entry entry)
    {
        for (var i = entry.First; i < entry.End; i++) if (outline.Blocks[i].Text is ['“' or '"' or '«' or '„', ..]) return true;
        return false;
    }

    private static bool AreMany(PageOutline outline, List<Entry> run) =>
        3 * run.Select(entry => entry.Signature.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= 2 * run.Count
        && (run.Exists(entry => entry.Signature.IsNickname) || run.Exists(entry => IsAnswerable(outline, entry.First, entry.End)));

    /// <summary>The smallest element around the entries holds no other text.</summary>
    private static bool IsApart(PageOutline outline, int first, int end)
    {
        var node = outline.Blocks[first].Node;
        while (node > 0 && (outline.Nodes[node].EndBlock < end || outline.Nodes[node].FirstBlock > first)) node = outline.Nodes[node].Parent;
        return outline.RunningIn(outline.Nodes[node].FirstBlock, outline.Nodes[node].EndBlock) == outline.RunningIn(first, end);
    }

    /// <summary>Running text up to the links to other articles, or to the imprint.</summary>
    private static int After(PageOutline outline, int end)
    {
        var next = end;
        while (next < outline.Blocks.Count && !Phrases.IsEnding(outline.Blocks[next].Text) && !Imprints.Is(outline.Blocks[next].Text)) next++;
        return outline.RunningIn(end, next);
    }

    private static bool IsAnswerable(PageOutline outline, int first, int end)
    {
        for (var i = first; i < Math.Min(end + 2, outline.Blocks.Count); i++) if (ReaderComments.IsToAnswer(outline.Blocks[i])) return true;
        return false;
    }

    /// <summary>Times head the parts of an article too.</summary>
    private static bool IsHeading(PageOutline outline, int block) => outline.Nodes[outline.Blocks[block].Node].Element.LocalName is "h1" or "h2" or "h3";

    private sealed record Entry(int First, int End, Signature Signature);
}
