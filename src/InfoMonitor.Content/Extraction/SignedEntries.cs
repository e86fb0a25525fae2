namespace InfoMonitor.Content.Extraction;

/// <summary>
/// Readers' comments in markup that names nothing (DESIGN 2.1): entries each with a name, a time or both, one after the other. Articles have such entries too
/// (interviews, live reports, chronicles, what experts say), so it is weighed what speaks for readers and what against: <see cref="ReaderEvidence"/>.
/// </summary>
internal static class SignedEntries
{
    private const int LongestEntry = 4_000;
    /// <summary>Of a text above its signature, which may be the article above a byline.</summary>
    private const int LongestAbove = 1_500;
    /// <summary>What is signed is found within so many elements around its time.</summary>
    private const int MaximumClimb = 5;
    /// <summary>Blocks of an entry: what holds more is no entry, and is not searched.</summary>
    private const int MostBlocks = 25;
    /// <summary>Times and names looked at: lists of other pages have hundreds.</summary>
    private const int MaximumLooks = 500;
    /// <summary>Blocks without a text between two entries: what can be done with one, a picture's name.</summary>
    private const int LongestGap = 6;
    private const int LongestName = 40;
    /// <summary>Characters of running text above the first entry; with less, the first entry is the text.</summary>
    private const int ShortestText = 60;

    /// <summary>Stretches of blocks, their ends excluded.</summary>
    /// <param name="headline">The block that shows the title; -1 when none does.</param>
    public static IEnumerable<(int First, int End)> Of(PageOutline outline, int headline, PageTime time)
    {
        var run = new List<SignedEntry>();
        foreach (var entry in Find(outline, headline))
        {
            if (run.Count > 0 && !GoesOn(outline, run[^1], entry))
            {
                if (OfReaders(outline, headline, run, time) is { } found) yield return found;
                run = [];
            }
            run.Add(entry);
        }
        if (run.Count > 0 && OfReaders(outline, headline, run, time) is { } last) yield return last;
    }

    private static (int First, int End)? OfReaders(PageOutline outline, int headline, List<SignedEntry> run, PageTime time)
    {
        // Of a page that begins with an entry (a forum's) that one is the text.
        if (outline.RunningIn(headline + 1, run[0].First) < ShortestText) run = run[1..];
        return run.Count > 0 && ReaderEvidence.Suffices(outline, headline, run, time) ? (run[0].First, run.Count > 1 ? WithLike(outline, run[^1]) : run[^1].End) : null;
    }

    /// <summary>With nothing but short lines between, or with elements of their make whose names are not known for such.</summary>
    private static bool GoesOn(PageOutline outline, SignedEntry before, SignedEntry next) =>
        next.First - before.End <= LongestGap && (outline.RunningIn(before.End, next.First) == 0
            || (Element(outline, before) is > 0 and var one && Element(outline, next) is > 0 and var other && outline.Nodes[one].Parent == outline.Nodes[other].Parent && WithLike(outline, before) >= next.End));

    /// <summary>The end of the last element of an entry's make among those that follow it.</summary>
    private static int WithLike(PageOutline outline, SignedEntry entry)
    {
        var end = entry.End;
        if (Element(outline, entry) is not (> 0 and var own)) return end;
        var parent = outline.Nodes[own].Parent;
        for (var node = outline.Nodes[own].End; node < outline.Nodes[parent].End && ReaderComments.Make(outline, node) == ReaderComments.Make(outline, own) && outline.Nodes[node].EndBlock - outline.Nodes[node].FirstBlock <= MostBlocks; node = outline.Nodes[node].End) end = outline.Nodes[node].EndBlock;
        return end;
    }

    /// <summary>The element that holds an entry and no more, of its lines not the text alone; -1 when none does.</summary>
    private static int Element(PageOutline outline, SignedEntry entry)
    {
        var node = outline.Blocks[entry.First].Node;
        for (var hops = 0; hops < MaximumClimb && node > 0 && outline.Nodes[node].FirstBlock >= entry.First && outline.Nodes[node].EndBlock < entry.End; hops++) node = outline.Nodes[node].Parent;
        return node > 0 && entry.End - entry.First > 1 && outline.Nodes[node].FirstBlock == entry.First && outline.Nodes[node].EndBlock == entry.End ? node : -1;
    }

    /// <summary>In page order, none within another: those with a time, and between them those with a name alone.</summary>
    private static IEnumerable<SignedEntry> Find(PageOutline outline, int headline)
    {
        var at = headline + 1;
        foreach (var timed in Timed(outline, headline))
        {
            if (timed.First < at) continue;
            foreach (var named in Named(outline, at, timed.First)) yield return named;
            yield return timed;
            at = timed.End;
        }
        foreach (var named in Named(outline, at, outline.Blocks.Count)) yield return named;
    }

    private static IEnumerable<SignedEntry> Timed(PageOutline outline, int headline)
    {
        var blocks = outline.Blocks;
        var looks = 0;
        for (var i = headline + 1; i < blocks.Count && looks < MaximumLooks; i++)
        {
            if (Signature.OfWhole(blocks[i].Text) is { } whole) { yield return new SignedEntry(i, i + 1, i, whole); continue; }
            if (!Signature.MayTell(blocks[i].Text) || IsHeading(outline, i) || blocks[i].Signature is not { Time: not Told.Never } line) continue;
            looks++;
            if ((Around(outline, headline, i, line) ?? Beside(outline, headline, i, line)) is not { } entry) continue;
            yield return entry;
            i = Math.Max(i, entry.End - 1);
        }
    }

    /// <summary>A name in a line above its text, or before it: "Minh Tâm: ...", or linked.</summary>
    private static IEnumerable<SignedEntry> Named(PageOutline outline, int from, int to)
    {
        var looks = 0;
        for (var i = from; i < to && looks < MaximumLooks; i++)
        {
            var block = outline.Blocks[i];
            if (BlockJudge.Running(block) > 0)
            {
                if (NameBefore(block) is { IsOther: false } speaker && (speaker.IsPerson || speaker.Name.Contains(' ', StringComparison.Ordinal))) yield return new SignedEntry(i, i + 1, i, speaker);
                continue;
            }
            if (block.Text.Length > LongestName) continue;
            if (i > from && BlockJudge.Running(outline.Blocks[i - 1]) > 0 && looks++ < MaximumLooks && AboveName(outline, i, from) is { } above) { yield return above; continue; }
            if (i + 1 >= to || BlockJudge.Running(outline.Blocks[i + 1]) == 0 || NameBefore(outline.Blocks[i + 1]) is not null) continue;
            looks++;
            if (block.Signature is not { Time: Told.Never, IsOther: false, Name.Length: > 0 } line || !(line.IsPerson || line.Name.Contains(' ', StringComparison.Ordinal))) continue;
            if (Below(outline, Holding(outline, i, i, i + 1), i, i + 1, i, line, to) is not { } entry) continue;
            yield return entry;
            i = entry.End - 1;
        }
    }

    /// <summary>A name that ends an element, below its text.</summary>
    private static SignedEntry? AboveName(PageOutline outline, int name, int from)
    {
        var around = Holding(outline, name, name, name + 1);
        return around.EndBlock == name + 1 && around.FirstBlock >= from && name - around.FirstBlock <= MostBlocks && BlockJudge.Running(outline.Blocks[around.FirstBlock]) > 0 && outline.RunningIn(around.FirstBlock, name) <= LongestAbove
            && outline.Blocks[name].Signature is { Time: Told.Never, IsOther: false } line && (line.IsPerson || line.IsSent) ? new SignedEntry(around.FirstBlock, name + 1, name, line) : null;
    }

    private static Signature? NameBefore(TextBlock block) =>
        Signature.Speaker(block.Text) is { } name ? Signature.Of(name)
        : block.Opening is > 3 and <= LongestName && block.Opening < block.Text.Length && Signature.Of(block.Text[..block.Opening]) is { Time: Told.Never, IsPerson: true } linked ? linked : null;

    /// <summary>The smallest element around a time that holds a text, where it holds a name too and no other time.</summary>
    private static SignedEntry? Around(PageOutline outline, int headline, int time, Signature line)
    {
        var node = outline.Blocks[time].Node;
        for (var hops = 0; hops < MaximumClimb && node > 0; hops++, node = outline.Nodes[node].Parent)
        {
            var (first, end) = (outline.Nodes[node].FirstBlock, outline.Nodes[node].EndBlock);
            if (first <= headline || end - first > MostBlocks) return null;
            var (length, name) = (0, line);
            for (var i = first; i < end; i++)
            {
                if (i == time) continue;
                var other = Math.Abs(i - time) == 1 ? BesideTime(outline.Blocks[i]) : outline.Blocks[i].Signature;
                if (other.Time != Told.Never) return null;
                // Who it is stands above the text, or beside the time.
                if (name.Name.Length == 0 && other.Name.Length > 0 && (length == 0 || Math.Abs(i - time) == 1)) name = other;
                else length += BlockJudge.Running(outline.Blocks[i]);
            }
            if (length > LongestEntry) return null;
            if (length > 0) return name.Name.Length == 0 ? null : new SignedEntry(first, end, time, line with { Name = name.Name, IsAdorned = name.IsAdorned });
        }
        return null;
    }

    /// <summary>A name and a time in one line or two, and what they sign: what stands below them, or above them in an element that ends with such lines.</summary>
    private static SignedEntry? Beside(PageOutline outline, int headline, int time, Signature line)
    {
        var (first, end) = (time, time + 1);
        if (line.Name.Length == 0 && time - 1 > headline && NameIn(outline, time - 1) is { Length: > 0 } above) (first, line) = (time - 1, line with { Name = above });
        else if (line.Name.Length == 0 && end < outline.Blocks.Count && NameIn(outline, end) is { Length: > 0 } below) (end, line) = (end + 1, line with { Name = below });
        if (line.Name.Length == 0) return null;
        var around = Holding(outline, time, first, end);
        if (!IsTimed(outline, around.FirstBlock) && around.EndBlock - 1 is var last && (last < end || IsTimed(outline, last))) return Above(outline, around.FirstBlock, first, end, time, line);
        return Below(outline, around, first, end, time, line, outline.Blocks.Count);
    }

    /// <summary>The smallest element that holds more than these lines.</summary>
    private static OutlineNode Holding(PageOutline outline, int block, int first, int end)
    {
        var node = outline.Blocks[block].Node;
        for (var hops = 0; hops < MaximumClimb && node > 0 && outline.Nodes[node].FirstBlock >= first && outline.Nodes[node].EndBlock <= end; hops++) node = outline.Nodes[node].Parent;
        return outline.Nodes[node];
    }

    private static SignedEntry? Below(PageOutline outline, OutlineNode around, int first, int text, int signed, Signature line, int to)
    {
        // In an element of entries alone all up to the next is the entry's; in that of the text, a paragraph.
        var isOwn = around.FirstBlock >= first || IsTimed(outline, around.FirstBlock);
        var (end, length) = (text, 0);
        for (; end < Math.Min(around.EndBlock, to) && end - first < MostBlocks && (isOwn || length == 0) && !Begins(outline, end, line.Time != Told.Never); end++) length += BlockJudge.Running(outline.Blocks[end]);
        return length is > 0 and <= LongestEntry ? new SignedEntry(first, end, signed, line) : null;
    }

    private static SignedEntry? Above(PageOutline outline, int from, int text, int end, int signed, Signature line)
    {
        var (first, length) = (text, 0);
        for (; first > from && text - first < MostBlocks && !IsTimed(outline, first - 1); first--) length += BlockJudge.Running(outline.Blocks[first - 1]);
        return length is > 0 and <= LongestAbove ? new SignedEntry(first, end, signed, line) : null;
    }

    /// <summary>The lines of the next entry: its time, or a name above its time; where entries have no times, a name.</summary>
    private static bool Begins(PageOutline outline, int block, bool areTimed) =>
        IsTimed(outline, block) || (block + 1 < outline.Blocks.Count && (areTimed ? IsTimed(outline, block + 1) && NameIn(outline, block).Length > 0 : BlockJudge.Running(outline.Blocks[block + 1]) > 0 && outline.Blocks[block].Signature.Name.Length > 0));

    private static bool IsTimed(PageOutline outline, int block) => outline.Blocks[block].Signature.Time != Told.Never;

    private static string NameIn(PageOutline outline, int block) => BesideTime(outline.Blocks[block]) is { Time: Told.Never, Name: var name } ? name : "";

    private static Signature BesideTime(TextBlock block) => block.Signature is { Time: Told.Never, Name.Length: 0 } ? Signature.Of(block.Text, isBesideTime: true) : block.Signature;

    /// <summary>Times head the parts of an article too.</summary>
    private static bool IsHeading(PageOutline outline, int block) => outline.Nodes[outline.Blocks[block].Node].Element.LocalName is "h1" or "h2" or "h3";
}

/// <summary>A text and who wrote it, when, or both.</summary>
/// <param name="Signed">The block that holds the time, or the name where there is none.</param>
internal sealed record SignedEntry(int First, int End, int Signed, Signature Signature);
