using System.Text.RegularExpressions;

namespace InfoMonitor.Content.Extraction;

/// <summary>Days that readers see, by where their lines stand: around the headline, where the text opens, below it.</summary>
internal static partial class ShownDates
{
    private const int LongestLabelledLine = 500;
    /// <summary>Blocks below the text in which its day may stand.</summary>
    private const int FarthestFoot = 8;

    /// <summary>Short lines around the headline, those named as dates first; what stands apart from the headline at the head of the page, after a day below the text that says that it is one of publication.</summary>
    public static PublicationTime? AroundHeadline(PageReading reading, DateReader dates)
    {
        var blocks = reading.Outline.Blocks;
        var isBelow = reading.Headline >= 0 && reading.Headline <= reading.First;
        var head = isBelow ? Math.Max(0, reading.Headline - 6) : Math.Max(0, reading.First - 12);
        var end = Math.Min(blocks.Count, reading.First + 4);
        // Between headline and text; above the headline, the nearest first; in the first lines of the text.
        var above = isBelow ? reading.Headline : head;
        var lines = Enumerable.Range(above, Math.Max(0, reading.First - above)).Concat(Enumerable.Range(head, above - head).Reverse()).Concat(Enumerable.Range(reading.First, Math.Max(0, end - reading.First))).Where(i => i < blocks.Count && !IsFrame(reading, i)).ToList();
        var near = lines.Where(i => !IsAtHead(reading, i)).ToList();
        if (BesideTitle(near, reading, dates) is { } beside) return beside;
        var shown = InLines(near, reading, dates);
        var unlinked = near.Where(i => reading.Outline.Blocks[i] is var line && (!DateLine.IsOthers(line) || DateLine.PublicationAtStart().IsMatch(line.Text))).ToList();
        var own = unlinked.Count == near.Count ? shown : InLines(unlinked, reading, dates);
        // Of a line of a link and a day "Ngày đăng" below the text says more, and of a change.
        return (shown.Published == own.Published ? shown.Published : null) ?? AtFoot(reading, dates) ?? shown.Day ?? (near.Count == lines.Count ? null : InLines([.. lines.Except(near)], reading, dates, isAtHead: true).Day)
            ?? (near.Where(i => !IsAnothers(reading, i)).Select(i => DateLine.OfOtherLabel(blocks[i], dates)).FirstOrDefault(day => day is not null) is { } other ? (BelowText(reading, dates) ?? other) with { IsWeak = true } : null);
    }

    /// <summary>What follows the headline in its line: portals set both in one.</summary>
    private static PublicationTime? BesideTitle(List<int> lines, PageReading reading, DateReader dates)
    {
        foreach (var i in lines)
            if (reading.Title.Length > 0 && reading.Outline.Blocks[i].Text is { Length: <= DateLine.Longest } line && line.Length > reading.Title.Length && line.StartsWith(reading.Title, StringComparison.Ordinal) && dates.Read(line[reading.Title.Length..]) is { } found) return found;
        return null;
    }

    /// <param name="isAtHead">The lines may tell the day of the visit, as the headers of portals do.</param>
    private static Days InLines(List<int> lines, PageReading reading, DateReader dates, bool isAtHead = false)
    {
        var blocks = reading.Outline.Blocks;
        PublicationTime? updated = null;
        foreach (var i in lines.Order())
        {
            if (!reading.Outline.Nodes[blocks[i].Node].Cue.Has(Cue.Date) || DateLine.Read(blocks[i], dates) is not { } named || (isAtHead && named.Date == dates.Today) || IsAnothers(reading, i)) continue;
            if (!DateLine.IsOfChange(blocks[i].Text)) return new Days(named, updated);
            if (i <= reading.Last) updated ??= named;
        }
        foreach (var i in lines)
        {
            if (i == reading.Headline) continue;
            if ((DateLine.Read(blocks[i], dates) ?? (i >= reading.First ? DateLine.AtStart(blocks[i], dates) : null)) is not { } found || (isAtHead && found.Date == dates.Today) || IsAnothers(reading, i)) continue;
            if (!DateLine.IsOfChange(blocks[i].Text)) return new Days(found, updated);
            if (i <= reading.Last) updated ??= found;
        }
        return new Days(null, updated);
    }

    /// <param name="Changed">Of a change; below the text it says less than a day by which the text opens.</param>
    private readonly record struct Days(PublicationTime? Published, PublicationTime? Changed)
    {
        public PublicationTime? Day => Published ?? Changed;
    }

    private static bool IsAnothers(PageReading reading, int block) => block >= reading.First ? DateLine.IsOthers(reading.Outline.Blocks[block]) : OtherStories.HoldsAboveText(block, reading);

    /// <summary>Above the headline, with nothing of the page before the element that holds both: a header.</summary>
    private static bool IsAtHead(PageReading reading, int block)
    {
        var anchor = reading.Headline >= 0 && reading.Headline <= reading.First ? reading.Headline : reading.First;
        if (block >= anchor) return false;
        var node = reading.Outline.Blocks[block].Node;
        while (node > 0 && reading.Outline.Nodes[node].EndBlock <= anchor) node = reading.Outline.Nodes[node].Parent;
        return reading.Outline.Nodes[node].FirstBlock == 0;
    }

    /// <summary>"Ngày đăng: 07/03/2026" right below the text.</summary>
    private static PublicationTime? AtFoot(PageReading reading, DateReader dates)
    {
        var blocks = reading.Outline.Blocks;
        for (var i = reading.Last; i < Math.Min(blocks.Count, reading.Last + FarthestFoot) && !Phrases.IsEnding(blocks[i].Text) && blocks[i].Linked < DateLine.OthersHeadline; i++)
            if (blocks[i].Text.Length <= DateLine.Longest && DateLine.PublicationAtStart().IsMatch(blocks[i].Text) && DateLine.Read(blocks[i], dates) is { } found) return found;
        return null;
    }

    /// <summary>"HANOI, 12 April 2026 – ...", "(Hà Nội, ngày 12/4/2026) - ...": the place and the day by which the text opens.</summary>
    public static PublicationTime? InDateline(PageReading reading, DateReader dates)
    {
        var blocks = reading.Outline.Blocks;
        for (var i = Math.Max(reading.First, 0); i <= Math.Min(reading.First + 1, Math.Min(reading.Last, blocks.Count - 1)); i++)
            if (Dateline().Match(blocks[i].Text.Length > DateLine.Longest ? blocks[i].Text[..DateLine.Longest] : blocks[i].Text) is { Success: true } line && dates.Read(line.Groups["day"].Value) is { } found) return found;
        return null;
    }

    /// <summary>Lines right after the text, up to the links to other articles.</summary>
    public static PublicationTime? BelowText(PageReading reading, DateReader dates)
    {
        var blocks = reading.Outline.Blocks;
        PublicationTime? updated = null;
        for (var i = reading.Last; i < Math.Min(blocks.Count, reading.Last + FarthestFoot) && !Phrases.IsEnding(blocks[i].Text); i++)
        {
            if (DateLine.IsOthers(blocks[i]) || IsFrame(reading, i) || OtherStories.HoldsBelowText(i, reading) || DateLine.Read(blocks[i], dates) is not { } found) continue;
            if (!DateLine.IsOfChange(blocks[i].Text)) return found;
            updated ??= found;
        }
        return updated;
    }

    /// <summary>Headers show the day of the visit: what stands in a frame of the page that does not hold the headline is no evidence.</summary>
    private static bool IsFrame(PageReading reading, int block)
    {
        for (var node = reading.Outline.Blocks[block].Node; node > 0; node = reading.Outline.Nodes[node].Parent)
        {
            ref readonly var place = ref reading.Outline.Nodes[node];
            if (place.Element.LocalName is "header" or "nav" or "footer" && !(place.FirstBlock <= reading.Headline && reading.Headline < place.EndBlock) && !(place.FirstBlock <= reading.First && reading.First < place.EndBlock)
                && place.Element.Closest("article, main, section") is null) return true;
        }
        return false;
    }

    /// <summary>Lines anywhere that say they tell the date, or the line after such a label.</summary>
    public static PublicationTime? Labelled(PageReading reading, DateReader dates)
    {
        var blocks = reading.Outline.Blocks;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Text.Length > LongestLabelledLine || IsFrame(reading, i) || !DateLine.Label().IsMatch(blocks[i].Text)) continue;
            if (DateLine.IsProse(blocks[i]) || DateLine.IsOfDocument(blocks[i].Text) || OtherStories.HoldsBelowText(i, reading) || (i < reading.First && OtherStories.HoldsAboveText(i, reading))) continue;
            if ((dates.Read(blocks[i].Text) ?? (blocks[i].Text.Length < 30 && i + 1 < blocks.Count ? DateLine.Read(blocks[i + 1], dates) : null)) is { } found && !(found.Date == dates.Today && IsAtHead(reading, i))) return found;
        }
        return null;
    }

    // A place in capitals or with a capital, a day with its year, and a dash, a colon or a bracket before the text.
    [GeneratedRegex(@"^\W?\p{Lu}[\p{L}\p{M}.'’]{0,20}([ /,]{1,2}\p{Lu}[\p{L}\p{M}.'’]{0,20}){0,6}\s?[,(–—-]\s?(ngày )?(?<day>[\p{L}\p{M}\d ,./]{3,28}?(19|20)\d\d(,? (at )?\d{1,2}[.:h]\d\d(\s?[AaPp]\.?[Mm]\.?)?( \p{Lu}{3,4})?)?)\s?\)?\s?(\([\p{L} ]{2,30}\)\s?)?([–—:)/-]|\s--)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Dateline();
}
