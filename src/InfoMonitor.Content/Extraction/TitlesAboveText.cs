using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace InfoMonitor.Content.Extraction;

/// <content>The headline by where it stands, for pages whose titles are those of the site.</content>
internal static partial class Titles
{
    /// <summary>Blocks between a headline and its text: a day, a source, buttons to share.</summary>
    private const int FarthestHeadline = 6;
    /// <summary>Words of an office's name.</summary>
    private const int LongestBanner = 12;
    /// <summary>Links of a menu.</summary>
    private const int ShortestMenu = 5;
    private const int ShortestName = 8;
    private const int MaximumInline = 50;
    /// <summary>Blocks of the text that are looked at for a headline: each costs a search through its element.</summary>
    private const int MaximumLooks = 40;
    /// <summary>"Cỡ chữ", "Lượt xem: 312".</summary>
    private const int ShortLine = 25;
    private const int LongestStamp = 100;
    /// <summary>Shares of a line's words that the text says: of a name, of a headline.</summary>
    private const double Unspoken = 0.5;
    private const double Spoken = 0.6;

    /// <summary>The headline next to the text, where the title that was read is a name of the site or of a section, heads all pages of the site, stands below the text,
    /// or stands nowhere on the page. Null where the title may be the page's own.</summary>
    public static string? AboveText(IHtmlDocument document, PageMetadata page, SiteNames names, string title, PageReading reading)
    {
        if (reading.Text.Length == 0) return null;
        var element = Prose.Line(document.Title);
        if (IsSaidThroughout(page, names, element, title, reading)) return null;
        if (PartAbove(element, title, reading) is { } part) return part;
        var doubt = DoubtOf(page, names, element, title, reading);
        if (doubt is { IsBanner: true, IsAll: true } && Said(page) is var said && !names.IsName(said) && Share(said, title) < 0.2 && IsShownAbove(said, reading)) return Cut(said);
        return doubt.IsAny ? new HeadlineSearch(page, names, element, title, reading, doubt).Find() : null;
    }

    /// <summary>"Name | Section | Headline", where the page shows the name alone or nothing of it as its title: the longest part, where it stands as a line right above the text.</summary>
    private static string? PartAbove(string element, string title, PageReading reading)
    {
        if (element.Split(Separators, StringSplitOptions.TrimEntries) is not { Length: > 1 } parts) return null;
        // A headline may hold a mark itself: "Hà Nội - Huế: ...".
        var longest = title != element && title == parts[^1] ? element[..^title.Length].TrimEnd().TrimEnd([.. SeparatorMarks]).TrimEnd() : parts.MaxBy(part => part.Length)!;
        if (BlockJudge.WordCount(longest, 4) < 4 || !(title == element ? reading.Headline < 0 : title != longest && (title == parts[0] || title == parts[^1]))) return null;
        for (var i = Math.Min(reading.First, reading.Outline.Blocks.Count) - 1; i > Math.Max(reading.Headline, reading.First - FarthestHeadline); i--)
            if (reading.Outline.Blocks[i] is { LinkShare: < 0.1 } line && SiteNames.Compact(line.Text) == SiteNames.Compact(longest)) return line.Text;
        return null;
    }

    /// <summary>Why a title may not be the page's own.</summary>
    /// <param name="IsAll">The title element says nothing else.</param>
    /// <param name="IsSection">Menus call another page so, and this page does not say that it is its title.</param>
    /// <param name="IsName">Of the site or of a section.</param>
    /// <param name="IsBanner">It may head all pages.</param>
    /// <param name="IsBelow">It stands below the text.</param>
    /// <param name="IsNowhere">It stands nowhere on the page.</param>
    /// <param name="IsLabel">Nobody says that it is the headline, and by its words or by what the text speaks of it need not be one.</param>
    private sealed record Doubt(bool IsAll, bool IsSection, bool IsName, bool IsBanner, bool IsBelow, bool IsNowhere, bool IsLabel)
    {
        public bool IsAny => IsName || IsBanner || IsBelow || IsNowhere || IsLabel;
    }

    private static Doubt DoubtOf(PageMetadata page, SiteNames names, string element, string title, PageReading reading)
    {
        var isSection = names.IsSection(title) && !IsOpen(title, page);
        var isAll = SiteNames.Compact(element) == SiteNames.Compact(title) || names.IsName(element);
        var isName = isSection || names.IsName(title) || (isAll && IsInImprint(title, reading));
        var isBanner = !isName && IsBanner(title, reading) && (page.Meta(OpenTitles) is not { } open || SiteNames.Compact(open) == SiteNames.Compact(title));
        var isSaid = !isName && (page.Article is not null || page.Meta(OpenTitles) is not null) && !(Rubrics.IsNamed(title) && IsUnsaid(page));
        var isBelow = !isSaid && reading.Headline > reading.Last && !Frames(element, title);
        var isNowhere = !isSaid && reading.Headline < 0 && element.Contains(title, StringComparison.Ordinal);
        var isLabel = !isName && !isBanner && !isBelow && !isNowhere && IsUnsaid(page) && SaysNames(element, title, names) && reading.Headline >= 0 && reading.Headline < reading.First && MayBeName(title);
        return new Doubt(isAll, isSection, isName, isBanner, isBelow, isNowhere, isLabel);
    }

    /// <summary>Looks at the lines above the text, the nearest first.</summary>
    private sealed class HeadlineSearch(PageMetadata page, SiteNames names, string element, string title, PageReading reading, Doubt doubt)
    {
        private readonly Cues cues = new();
        private readonly IReadOnlyList<TextBlock> blocks = reading.Outline.Blocks;

        public string? Find()
        {
            var isUnlike = doubt.IsLabel || doubt.IsName || (doubt.IsNowhere && SaysNames(title, title: "", names));
            var isNamedBanner = doubt is { IsBanner: true, IsAll: true } && Rubrics.IsNamed(title);
            var (from, least) = Bounds();
            var best = default(Candidate);
            for (var (i, far) = (Math.Min(reading.First, blocks.Count) - 1, 0); i >= Math.Max(from, reading.First - 2 * FarthestHeadline) && far < FarthestHeadline; i--)
            {
                if (!isUnlike || !IsBetween(blocks[i])) far++;
                if (Line(i) is var line && (line.Rank >= least || (isNamedBanner && line.IsStamped)) && line.Strength >= best.Strength) best = line;
            }
            if (best.Rank == Rank.None && isUnlike && WithinText() is { } within) return within;
            if (doubt.IsLabel && !Beats(best)) return null;
            if (best.Rank == Rank.None || SiteNames.Compact(best.Line) == SiteNames.Compact(title) || (doubt.IsBanner && Share(best.Line, title) >= 0.3)) return null;
            // "Câu lạc bộ Ví Dụ: headline": a kicker is shown beside its headline, a site's name is not.
            return !doubt.IsNowhere || Frames(element, best.Line) || (best.Rank >= Rank.Set && element.EndsWith($": {best.Line}", StringComparison.Ordinal)) || Likeness(best.Line, element) < 0.5 ? best.Line : null;
        }

        /// <summary>The first block that may be it, and how it has to look at least.</summary>
        private (int From, Rank Least) Bounds() =>
            doubt.IsLabel ? (reading.Headline + 1, Rank.Bold) :
            doubt.IsBanner ? (reading.Headline + 1, doubt.IsAll ? Rank.Set : Rank.Said)
            // An article may be called as a section is; then nothing better stands between its title and its text.
            : doubt.IsSection && reading.Headline >= 0 && !doubt.IsBelow ? (reading.Headline + 1, Rank.Set) : (0, Rank.Bold);

        /// <summary>A box beside the article stands before it in the markup: the headline lies in what was read, with most of the text below it.</summary>
        private string? WithinText()
        {
            var (all, before) = (0, 0);
            for (var i = reading.First; i <= reading.Last && i < blocks.Count; i++) all += BlockJudge.Running(blocks[i]);
            for (var i = reading.First; i <= reading.Last && i < blocks.Count && i < reading.First + MaximumLooks && 3 * before <= all; i++)
            {
                if (Line(i) is { Rank: >= Rank.Set, IsStamped: true } line) return line.Line;
                before += BlockJudge.Running(blocks[i]);
            }
            return null;
        }

        /// <summary>A block's words and how much they look like a headline.</summary>
        private Candidate Line(int at)
        {
            var block = blocks[at];
            var around = reading.Outline.Nodes[block.Node].Element;
            if (block.Text.Length > LongestTitle || Stamp.Is(block.Text) || Stamp.IsInWords(block.Text) || block.Text.EndsWith('.') || (block.LinkShare >= 0.1 && LeadsElsewhere(around, page))) return default;
            var set = IsTitled(around) ? WithoutDay(block.Text) : SetIn(around, block.Text);
            var before = set is null ? BeforeDay(around, block.Text) : null;
            var line = set ?? before ?? block.Text;
            var isStamped = before is not null || (set is not null && Stamp.TellsDay(block.Text[set.Length..])) || IsStamped(reading, at);
            if ((set is null && before is null && block.Kind != BlockKind.Heading && !block.Emphasised && !(isStamped && IsSpokenOf(block))) || names.IsName(line) || names.IsSection(line) || (doubt.IsName && SiteNames.Compact(line) == SiteNames.Compact(title)) || IsHidden(around, cues) || cues.Of(around).Has(Cue.Lead)) return default;
            if (Frames(element, line) || (block.LinkShare >= 0.9 && LeadsHere(around, page))) return new Candidate(line, Rank.Said, isStamped);
            if (line.Length < 20 || BlockJudge.WordCount(line, 5) < 5) return default;
            return new Candidate(line, Rubrics.Is(line) ? Rank.Bold : around.LocalName is "h1" or "h2" || set is not null ? Rank.Set : block.Kind == BlockKind.Heading ? Rank.Heading : Rank.Bold, isStamped);
        }

        /// <summary>Below a name of the site, a line without links that the text speaks of.</summary>
        private bool IsSpokenOf(TextBlock line) => doubt.IsName && line.Linked == 0 && ShareIn(line.Text, reading.Text) >= Spoken;

        /// <summary>A name by its words gives way to a line that is set as a headline, or has the day below it; any other only to one with the day below it that the text speaks of, where it has neither.</summary>
        private bool Beats(Candidate line)
        {
            if (line.Rank == Rank.None) return false;
            var isSaidAsTitle = SiteNames.Compact(element).Contains(SiteNames.Compact(title), StringComparison.Ordinal);
            return (isSaidAsTitle ? Rubrics.IsNamed(title) : Rubrics.Is(title))
                ? line.IsStamped || (line.Rank >= Rank.Set && !IsStamped(reading, reading.Headline))
                : line.IsStamped && !isSaidAsTitle && !Rubrics.Is(line.Line) && !IsStamped(reading, reading.Headline) && ShareIn(title, reading.Text) < Unspoken && ShareIn(line.Line, reading.Text.Replace(line.Line, "", StringComparison.Ordinal)) >= Spoken;
        }
    }

    private readonly record struct Candidate(string Line, Rank Rank, bool IsStamped)
    {
        /// <summary>The day below a line weighs more than how it is set, up to a step.</summary>
        public int Strength => Rank == Rank.Said ? int.MaxValue : 2 * (int)Rank + (IsStamped ? 3 : 0);
    }

    /// <summary>The <c>h1</c> of what says that it is an article, which opens the title element before the site's name, and which all that the page tells others repeats: a headline, however short.</summary>
    private static bool IsSaidThroughout(PageMetadata page, SiteNames names, string element, string title, PageReading reading) =>
        page.IsMarkedArticle && reading.Headline >= 0 && reading.Headline < reading.First && reading.Outline.Nodes[reading.Outline.Blocks[reading.Headline].Node].Element.LocalName == "h1"
        && Opens(element, title) && !names.IsName(title) && !names.IsSection(title)
        && (Said(page), Prose.Line(page.Meta(OpenTitles))) is var (said, open) && said.Length + open.Length > 0
        && (said.Length == 0 || said == title) && (open.Length == 0 || open == title || Opens(open, title));

    /// <summary>The title element is names only, set one beside the other.</summary>
    private static bool SaysNames(string element, string title, SiteNames names)
    {
        if (title.Length > 0 && SiteNames.Compact(element) == SiteNames.Compact(title)) return true;
        foreach (var part in element.Split(Separators, StringSplitOptions.TrimEntries))
            if (SiteNames.Compact(part) != SiteNames.Compact(title) && !names.IsName(part) && !Rubrics.Is(part)) return false;
        return true;
    }

    /// <summary>What the page tells others is the name of the site or of a section too.</summary>
    private static bool IsUnsaid(PageMetadata page) =>
        Rubrics.Is(Said(page)) && Rubrics.Is(Prose.Line(page.Meta(OpenTitles)));

    /// <summary>What templates set between a headline and its text.</summary>
    private static bool IsBetween(TextBlock block) => Phrases.IsLabel(block.Text) || Stamp.Is(block.Text) || BlockJudge.Weight(block.Text) < ShortLine;

    /// <summary>The line below tells the day, or the next one does.</summary>
    public static bool IsStamped(PageReading reading, int line)
    {
        if (line < 0) return false;
        for (var i = line + 1; i <= line + 2 && i < reading.Outline.Blocks.Count; i++)
        {
            var block = reading.Outline.Blocks[i];
            if (BlockJudge.Running(block) == 0 && block.Text.Length <= (block.Kind == BlockKind.Heading ? LongestStamp / 2 : LongestStamp) && Stamp.TellsDay(block.Text)) return true;
            if (!IsBetween(block)) break;
        }
        return false;
    }

    private static bool IsShownAbove(string said, PageReading reading)
    {
        for (var i = reading.Headline + 1; i < reading.First; i++) if (SiteNames.Compact(reading.Outline.Blocks[i].Text) == SiteNames.Compact(said)) return true;
        return false;
    }

    /// <summary>How much a line above the text looks like its headline: in bold, a lesser heading, a heading or by its name, as the title element says.</summary>
    private enum Rank { None, Bold, Heading, Set, Said }

    /// <summary>No longer than names are; those of offices have many words.</summary>
    private static bool MayBeName(string title) => BlockJudge.WordCount(title, LongestBanner + 1) <= LongestBanner || Rubrics.IsNamed(title);

    /// <summary>A menu stands between the title and the text: the title may head all pages of the site.</summary>
    private static bool IsBanner(string title, PageReading reading)
    {
        if (reading.Headline < 0 || !MayBeName(title)) return false;
        var links = 0;
        for (var i = reading.Headline + 1; i < reading.First; i++) if (reading.Outline.Blocks[i] is { LinkShare: >= 0.9, Text.Length: < 40 } link && !Phrases.IsLabel(link.Text)) links++;   // those to share it are no menu
        return links >= ShortestMenu;
    }

    /// <summary>Below the text the page says whose site it is.</summary>
    private static bool IsInImprint(string title, PageReading reading)
    {
        var name = SiteNames.Compact(title);
        if (name.Length < ShortestName || !MayBeName(title)) return false;
        for (var i = reading.Last + 1; i < reading.Outline.Blocks.Count; i++)
            if (reading.Outline.Blocks[i].Text is var line && Imprints.Is(line) && SiteNames.Compact(line).Contains(name, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>What an inline element that is named as a title holds, where a block begins with it: portals set headline and day in one line.</summary>
    private static string? SetIn(IElement around, string text)
    {
        foreach (var inline in around.QuerySelectorAll("span, a, label, font, b, strong").Take(MaximumInline))
            if (IsTitled(inline) && Prose.Line(inline.TextContent) is { Length: > 0 } line && text.StartsWith(line, StringComparison.Ordinal)) return line;
        return null;
    }

    /// <summary>What a block begins with in a look of its own, where the rest of it is the day.</summary>
    private static string? BeforeDay(IElement around, string text)
    {
        if (!Stamp.TellsDay(text)) return null;
        foreach (var set in around.QuerySelectorAll("b, strong, font, big, span").Take(MaximumInline))
            if (Prose.Line(set.TextContent) is { Length: > 0 } line && line.Length < text.Length && text.StartsWith(line, StringComparison.Ordinal) && text.Length - line.Length <= LongestStamp && Stamp.TellsDay(text[line.Length..])) return line;
        return null;
    }

    /// <summary>"Headline (09:30 13/11/2026)".</summary>
    private static string WithoutDay(string line) =>
        line.EndsWith(')') && line.LastIndexOf('(') is > 0 and var open && Stamp.TellsDay(line[open..]) ? line[..open].TrimEnd() : line;

    private static bool IsTitled(IElement element) => IsTitled(element.ClassName) || IsTitled(element.Id);

    private static bool IsTitled(string? name) =>
        name is not null && (name.Contains("title", StringComparison.OrdinalIgnoreCase) || name.Contains("tieude", StringComparison.OrdinalIgnoreCase) || name.Contains("tieu-de", StringComparison.OrdinalIgnoreCase) || name.Contains("headline", StringComparison.OrdinalIgnoreCase));
}
