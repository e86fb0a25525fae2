using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace InfoMonitor.Content.Extraction;

/// <summary>When a page was published, by ranked evidence: JSON-LD, meta elements, microdata and <c>time</c>, the address, visible text.</summary>
internal static partial class PublicationDates
{
    private const int LongestDateLine = 160;
    private const int LongestLabelledLine = 500;
    /// <summary>Days between the day in an address and a publication that it may still belong to.</summary>
    private const int LongestDelay = 30;
    /// <summary>Small words before a date in one clause that make it part of a sentence: "Giấy phép số 12 cấp ngày".</summary>
    private const int MostWords = 3;
    /// <summary>Blocks below the text in which its day may stand.</summary>
    private const int FarthestFoot = 8;
    /// <summary>Elements around a date in which the link to its article may stand.</summary>
    private const int FarthestLink = 2;
    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create("|•·–—,;:()");
    /// <summary>Characters of link text beside a date, in or below the text, that make it the date of what is linked.</summary>
    private const int OthersHeadline = 16;

    private static readonly string[] MetaNames =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "datePublished", "article:published", "og:pubdate", "pubdate", "publishdate", "publish_date", "publish-date", "publication_date", "published_time",
        "parsely-pub-date", "sailthru.date", "cXenseParse:recs:publishtime", "cxenseparse:publishtime", "bt:pubDate", "article_date_original", "article.published", "article.created", "rnews:datePublished", "citation_publication_date", "citation_online_date", "citation_date",
        "dcterms.created", "dcterms.issued", "dcterms.date", "dc.date.issued", "dc.date.created", "dc.date.publication", "dc.date", "dcsext.articlefirstpublished", "date", "datecreated", "dateCreated", "created", "originalpublicationdate", "ptime", "displaydate", "release_date", "sort_date", "uploadDate", "og:date",
    ];

    public static PublicationTime? Read(IHtmlDocument document, string html, PageMetadata page, PageReading reading, DateReader dates)
    {
        var address = FromFolders(page.Address, dates);
        if ((FromData(page, dates) ?? FromMeta(page, dates)) is { } said)
        {
            // A page that moved to another system carries the day of the move; its address kept the day it was published.
            if (address is not null && said.Date.DayNumber - address.Date.DayNumber > LongestDelay) return address;
            var own = InOwnZone(said, html, dates);
            return own.Instant?.Offset == TimeSpan.Zero && (Neighbour(FromAddress(page.Address, dates), own) ?? Neighbour(FromText(reading, dates), own)) is { } local ? own with { Date = local } : own;
        }
        var shown = FromMicrodata(page, reading, dates) ?? FromTime(AtHeadline(reading), dates) ?? FromText(reading, dates) ?? Weak(FromTime(document.QuerySelectorAll("time").Where(time => !IsClock(time, reading, dates) && !IsOfLinked(time, reading)), dates));
        if (shown is not null) shown = InOwnZone(shown, html, dates);
        // Folders of an address give the day surely and no time; what is shown may add the time.
        if (address is not null) return IsNear(shown, address) ? shown! with { IsWeak = false } : address;
        if (shown is { IsWeak: false }) return shown;
        // A slug may speak of an anniversary or a deadline: it tells the day only where the page shows none near its headline.
        if (FromAddress(page.Address, dates) is { } slug) return Weak(IsNear(shown, slug) ? shown : slug);
        return shown ?? Weak(FromNames(document, reading, dates) ?? FromDateline(reading, dates) ?? FromBelow(reading, dates) ?? FromImage(page, dates) ?? FromScripts(page, dates) ?? FromLabels(reading, dates) ?? dates.Read(document.Title) ?? FromModified(page, dates));
    }

    /// <summary>What the page says in its data, or in a line right below its headline.</summary>
    public static PublicationTime? Announced(PageMetadata page, PageOutline outline, int headline, DateReader dates)
    {
        if ((FromData(page, dates) ?? FromMeta(page, dates)) is { } said) return said;
        for (var i = headline + 1; headline >= 0 && i <= Math.Min(headline + FarthestAnnounced, outline.Blocks.Count - 1) && BlockJudge.Running(outline.Blocks[i]) == 0; i++)
            if (outline.Blocks[i].Text.Length <= LongestDateLine && Stamp.TellsDay(outline.Blocks[i].Text) && dates.Read(outline.Blocks[i].Text) is { } shown) return shown;
        return null;
    }

    private const int FarthestAnnounced = 5;

    private static PublicationTime? Weak(PublicationTime? time) => time is null ? null : time with { IsWeak = true };

    private static bool IsNear(PublicationTime? shown, PublicationTime address) => shown is not null && Math.Abs(shown.Date.DayNumber - address.Date.DayNumber) <= 1;

    /// <summary>The day readers see beside an instant in UTC: the day before or after it, where that can be the same moment.</summary>
    private static DateOnly? Neighbour(PublicationTime? seen, PublicationTime said) =>
        seen is not null && said.Instant is { } instant && (seen.Date.DayNumber - said.Date.DayNumber) switch { 1 => instant.Hour >= 10, -1 => instant.Hour < 12, _ => false } ? seen.Date : null;

    /// <summary>Pictures are filed under the day they were put up with the article.</summary>
    private static PublicationTime? FromImage(PageMetadata page, DateReader dates) =>
        Uri.TryCreate(page.Meta("og:image", "twitter:image"), UriKind.Absolute, out var image) ? FromAddress(image, dates) : null;

    /// <summary>Systems write UTC into a page's data; where the page holds the same instant with its own offset, that is the day its readers know.</summary>
    private static PublicationTime InOwnZone(PublicationTime said, string html, DateReader dates)
    {
        if (said.Instant is not { } instant || instant.Offset != TimeSpan.Zero) return said;
        // Local days are the day before, the same or the next: what these have in common is looked for.
        var (before, after) = (Iso(said.Date.AddDays(-1)), Iso(said.Date.AddDays(1)));
        var written = before[..before.AsSpan().CommonPrefixLength(after)];
        for (var at = html.IndexOf(written, StringComparison.Ordinal); at >= 0 && at + 32 < html.Length; at = html.IndexOf(written, at + 1, StringComparison.Ordinal))
        {
            if (OwnZone().Match(html, at, 32) is not { Success: true } match || match.Index != at) continue;
            if (dates.Read(match.Value) is { Instant: { } other } shown && other.Offset != TimeSpan.Zero && (other - instant).Duration() < TimeSpan.FromMinutes(1)) return shown;
        }
        return said;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static PublicationTime? FromData(PageMetadata page, DateReader dates)
    {
        if (page.Article is { } article && (dates.Read(JsonLd.Text(article, "datePublished")) ?? dates.Read(JsonLd.Text(article, "dateCreated")) ?? dates.Read(JsonLd.Text(article, "uploadDate"))) is { } own) return own;
        for (var i = 0; i < page.Data.Objects.Count; i++)
            if (!page.Data.IsBeside(i) && JsonLd.IsOfType(page.Data.Objects[i], "WebPage", "ItemPage", "CreativeWork") && dates.Read(JsonLd.Text(page.Data.Objects[i], "datePublished")) is { } found) return found;
        return null;
    }

    private static PublicationTime? FromMeta(PageMetadata page, DateReader dates)
    {
        foreach (var name in MetaNames)
            if (page.Meta(name) is { } content && (dates.Read(content) ?? dates.ReadUnix(content)) is { } found) return found;
        return null;
    }

    private static PublicationTime? FromMicrodata(PageMetadata page, PageReading reading, DateReader dates)
    {
        var others = new HashSet<IElement>();
        foreach (var element in page.Elements.Dated)
            if (Value(element, dates) is { } found && !IsOfOtherItem(element, reading, others)) return found;
        return null;
    }

    /// <summary>A teaser marked up as an article has a headline of its own, and neither the page's headline nor its text.</summary>
    /// <param name="others">Items that were asked and are other articles'.</param>
    private static bool IsOfOtherItem(IElement date, PageReading reading, HashSet<IElement> others)
    {
        if (reading.Headline < 0 || date.Closest("[itemtype]") is not { } item || !MainContent.IsArticleItem(item)) return false;
        if (others.Contains(item)) return true;
        var headline = reading.Outline.Blocks[reading.Headline];
        return !item.Contains(reading.Outline.Nodes[headline.Node].Element) && MainContent.HeadlineOf(item) is { Length: > 0 } other && !Titles.Agree(other, headline.Text) && others.Add(item);
    }

    /// <summary>Between the headline and the first lines of the text: what stands elsewhere may be the time of another article.</summary>
    private static IEnumerable<IElement> AtHeadline(PageReading reading) =>
        reading.Outline.Times.Where(time => reading.Headline < 0 || (time.Block >= reading.Headline && time.Block <= reading.First + 3 && (time.Block < reading.Last || !IsOfLinked(time.Element, reading)))).Select(time => time.Element);

    private static PublicationTime? FromTime(IEnumerable<IElement> times, DateReader dates)
    {
        PublicationTime? updated = null;
        foreach (var element in times)
        {
            if (Value(element, dates) is not { } found) continue;
            var name = element.ClassName + element.GetAttribute("itemprop");
            if (!name.Contains("updated", StringComparison.OrdinalIgnoreCase) && !name.Contains("modified", StringComparison.OrdinalIgnoreCase)) return found;
            updated ??= found;
        }
        return updated;
    }

    private static PublicationTime? Value(IElement element, DateReader dates) =>
        dates.Read(element.GetAttribute("datetime")) ?? dates.Read(element.GetAttribute("content")) ?? dates.Read(element.GetAttribute("title")) ?? dates.Read(element.TextContent);

    /// <summary>A day that is a part of the path by itself (/2026/03/07/, /20260307/), or the moment that numbers the article.</summary>
    private static PublicationTime? FromFolders(Uri? address, DateReader dates)
    {
        if (address is null) return null;
        var match = DayInFolders().Match(address.AbsolutePath);
        return OfPath(match.Success ? match : InstantInPath().Match(address.AbsolutePath), dates);
    }

    /// <summary>A day anywhere in the path, so in the words of a slug or a file's name too.</summary>
    private static PublicationTime? FromAddress(Uri? address, DateReader dates)
    {
        if (address is null) return null;
        var match = DayInPath().Match(address.AbsolutePath);
        if (!match.Success) match = InstantInPath().Match(address.AbsolutePath);
        if (!match.Success) match = DayFirstInPath().Match(address.AbsolutePath);
        return OfPath(match, dates);
    }

    private static PublicationTime? OfPath(Match match, DateReader dates) =>
        match.Success && DateReader.Day(DateReader.Number(match, "y") is var year && year < 100 ? 2000 + year : year, DateReader.Number(match, "m"), DateReader.Number(match, "d")) is { } day ? dates.Believed(day, null) : null;

    /// <summary>Short lines around the headline, those named as dates first; what stands apart from the headline at the head of the page, after a day below the text that says that it is one of publication.</summary>
    private static PublicationTime? FromText(PageReading reading, DateReader dates)
    {
        var blocks = reading.Outline.Blocks;
        var isBelow = reading.Headline >= 0 && reading.Headline <= reading.First;
        var head = isBelow ? Math.Max(0, reading.Headline - 6) : Math.Max(0, reading.First - 12);
        var end = Math.Min(blocks.Count, reading.First + 4);
        // Between headline and text; above the headline, the nearest first; in the first lines of the text.
        var above = isBelow ? reading.Headline : head;
        var lines = Enumerable.Range(above, Math.Max(0, reading.First - above)).Concat(Enumerable.Range(head, above - head).Reverse()).Concat(Enumerable.Range(reading.First, Math.Max(0, end - reading.First))).Where(i => i < blocks.Count && !IsFrame(reading, i)).ToList();
        var near = lines.Where(i => !IsAtHead(reading, i)).ToList();
        return BesideTitle(near, reading, dates) ?? FromLines(near, reading, dates) ?? FromFoot(reading, dates) ?? (near.Count == lines.Count ? null : FromLines([.. lines.Except(near)], reading, dates, isAtHead: true))
            ?? (near.Select(i => OfOtherLabel(blocks[i], dates)).FirstOrDefault(day => day is not null) is { } other ? Weak(FromBelow(reading, dates) ?? other) : null);
    }

    /// <summary>What follows the headline in its line: portals set both in one.</summary>
    private static PublicationTime? BesideTitle(List<int> lines, PageReading reading, DateReader dates)
    {
        foreach (var i in lines)
            if (reading.Title.Length > 0 && reading.Outline.Blocks[i].Text is { Length: <= LongestDateLine } line && line.Length > reading.Title.Length && line.StartsWith(reading.Title, StringComparison.Ordinal) && dates.Read(line[reading.Title.Length..]) is { } found) return found;
        return null;
    }

    /// <param name="isAtHead">The lines may tell the day of the visit, as the headers of portals do.</param>
    private static PublicationTime? FromLines(List<int> lines, PageReading reading, DateReader dates, bool isAtHead = false)
    {
        var blocks = reading.Outline.Blocks;
        PublicationTime? updated = null;
        foreach (var i in lines.Order())
        {
            if (!reading.Outline.Nodes[blocks[i].Node].Cue.Has(Cue.Date) || InLine(blocks[i], dates) is not { } named || (isAtHead && named.Date == dates.Today)) continue;
            if (!IsOfChange(blocks[i].Text)) return named;
            updated ??= named;
        }
        foreach (var i in lines)
        {
            if (i == reading.Headline || (i >= reading.First && IsOthers(blocks[i]))) continue;
            if ((InLine(blocks[i], dates) ?? (i >= reading.First ? AtStart(blocks[i], dates) : null)) is not { } found || (isAtHead && found.Date == dates.Today)) continue;
            if (!IsOfChange(blocks[i].Text)) return found;
            updated ??= found;
        }
        return updated;
    }

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
    private static PublicationTime? FromFoot(PageReading reading, DateReader dates)
    {
        var blocks = reading.Outline.Blocks;
        for (var i = reading.Last; i < Math.Min(blocks.Count, reading.Last + FarthestFoot) && !Phrases.IsEnding(blocks[i].Text) && blocks[i].Linked < OthersHeadline; i++)
            if (blocks[i].Text.Length <= LongestDateLine && PublicationAtStart().IsMatch(blocks[i].Text) && InLine(blocks[i], dates) is { } found) return found;
        return null;
    }

    /// <summary>"HANOI, 12 April 2026 – ...", "(Hà Nội, ngày 12/4/2026) - ...": the place and the day by which the text opens.</summary>
    private static PublicationTime? FromDateline(PageReading reading, DateReader dates)
    {
        var blocks = reading.Outline.Blocks;
        for (var i = Math.Max(reading.First, 0); i <= Math.Min(reading.First + 1, Math.Min(reading.Last, blocks.Count - 1)); i++)
            if (Dateline().Match(blocks[i].Text.Length > LongestDateLine ? blocks[i].Text[..LongestDateLine] : blocks[i].Text) is { Success: true } line && dates.Read(line.Groups["day"].Value) is { } found) return found;
        return null;
    }

    /// <summary>Lines right after the text, up to the links to other articles.</summary>
    private static PublicationTime? FromBelow(PageReading reading, DateReader dates)
    {
        var blocks = reading.Outline.Blocks;
        for (var i = reading.Last; i < Math.Min(blocks.Count, reading.Last + FarthestFoot) && !Phrases.IsEnding(blocks[i].Text); i++)
            if (!IsOthers(blocks[i]) && !IsBelowTeaser(reading, i) && InLine(blocks[i], dates) is { } found) return found;
        return null;
    }

    /// <summary>Below the text, a day in a block of its own under the headline of another article, or under its lead.</summary>
    private static bool IsBelowTeaser(PageReading reading, int block)
    {
        for (var i = block - 1; i > reading.Last && i >= block - 2; i--)
        {
            var above = reading.Outline.Blocks[i];
            if (above is { LinkShare: >= 0.9, Linked: >= OthersHeadline } && reading.Outline.Nodes[above.Node].Element is var element && IsHeadlineLink(element.LocalName == "a" ? element : element.QuerySelector("a[href]"), above.Text)) return true;
            if (BlockJudge.Running(above) == 0) return false;
        }
        return false;
    }

    /// <summary>In or below the text, "Headline of another article (06/03/2026)".</summary>
    private static bool IsOthers(TextBlock block) => block.Linked >= OthersHeadline && !Stamp.Is(block.Text);

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

    /// <summary>The day of the visit, above the headline.</summary>
    private static bool IsClock(IElement element, PageReading reading, DateReader dates)
    {
        if (reading.Headline < 0 || Value(element, dates)?.Date != dates.Today) return false;
        return element.CompareDocumentPosition(reading.Outline.Nodes[reading.Outline.Blocks[reading.Headline].Node].Element).HasFlag(DocumentPositions.Following);
    }

    /// <summary>A teaser's date: in a link or beside one to another article, away from the page's own headline and text.</summary>
    private static bool IsOfLinked(IElement date, PageReading reading)
    {
        var holder = date;
        for (var up = 0; up <= FarthestLink && holder is not null && !Holds(holder, reading.Headline, reading) && !Holds(holder, reading.First, reading); up++, holder = holder.ParentElement)
            if (IsHeadline(holder) || holder.QuerySelectorAll("a[href]").Any(IsHeadline)) return true;
        return IsAfterText(date, reading) && date.PreviousElementSibling is { } above && IsHeadlineLink(above.LocalName == "a" ? above : above.QuerySelector("a[href]"), Prose.Fold(above.TextContent));

        static bool IsHeadline(IElement link) => link.LocalName == "a" && Prose.Fold(link.TextContent).Count(char.IsWhiteSpace) >= MostWords;
    }

    /// <summary>One link that is all of its line, in as many words as headlines have; a line of keywords is many.</summary>
    private static bool IsHeadlineLink(IElement? link, string line) => link is not null && Prose.Fold(link.TextContent) is var text && text.Count(char.IsWhiteSpace) >= MostWords && 10 * text.Length >= 9 * line.Length;

    private static bool IsAfterText(IElement element, PageReading reading) =>
        reading.Last >= 0 && reading.Last < reading.Outline.Blocks.Count && reading.Outline.Nodes[reading.Outline.Blocks[reading.Last].Node].Element is var last && !last.Contains(element) && element.CompareDocumentPosition(last).HasFlag(DocumentPositions.Preceding);

    private static bool Holds(IElement element, int block, PageReading reading) =>
        block >= 0 && block < reading.Outline.Blocks.Count && element.Contains(reading.Outline.Nodes[reading.Outline.Blocks[block].Node].Element);

    /// <summary>Short elements whose class says "date".</summary>
    private static PublicationTime? FromNames(IHtmlDocument document, PageReading reading, DateReader dates)
    {
        foreach (var element in document.QuerySelectorAll("[class*='date'], [class*='Date'], [class*='datum'], [class*='publication'], [class*='published'], [class*='time'], [id*='date']"))
        {
            if (element.Closest("header, nav, footer") is { } frame && frame.Closest("article, main, section") is null && frame.QuerySelector("h1") is null) continue;
            if (element.ClassName is { } name && (name.Contains("update", StringComparison.OrdinalIgnoreCase) || name.Contains("comment", StringComparison.OrdinalIgnoreCase))) continue;
            var text = element.TextContent;
            if (text.Length < 200 && Prose.Fold(text) is { Length: >= 6 and <= 80 } line && dates.Read(line) is { } found && !IsClock(element, reading, dates) && !IsOfLinked(element, reading)) return found;
        }
        return null;
    }

    /// <summary>State that a page's scripts keep for themselves names its date in a few customary ways.</summary>
    private static PublicationTime? FromScripts(PageMetadata page, DateReader dates)
    {
        foreach (var script in page.Elements.Scripts)
        {
            var source = script.TextContent;
            if (source.Length > 12 && DateInScript().Match(source) is { Success: true } match && dates.Read(match.Groups["v"].Value) is { } found) return found;
        }
        return null;
    }

    /// <summary>Lines anywhere that say they tell the date, or the line after such a label.</summary>
    private static PublicationTime? FromLabels(PageReading reading, DateReader dates)
    {
        var blocks = reading.Outline.Blocks;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Text.Length > LongestLabelledLine || IsFrame(reading, i) || !Label().IsMatch(blocks[i].Text)) continue;
            if (IsProse(blocks[i]) || IsBelowTeaser(reading, i)) continue;
            if ((dates.Read(blocks[i].Text) ?? (blocks[i].Text.Length < 30 && i + 1 < blocks.Count ? InLine(blocks[i + 1], dates) : null)) is { } found && !(found.Date == dates.Today && IsAtHead(reading, i))) return found;
        }
        return null;
    }

    /// <summary>"27.1.2022 - ..." opening the text.</summary>
    private static PublicationTime? AtStart(TextBlock block, DateReader dates) =>
        block.Text.Length > LongestDateLine && char.IsAsciiDigit(block.Text[0]) && !CommaAfterDay().IsMatch(block.Text) ? dates.Read(block.Text[..18]) : null;

    private static PublicationTime? InLine(TextBlock block, DateReader dates) =>
        // A long heading may speak of a day; one that ends with a date in figures carries its own.
        block is { Kind: BlockKind.Heading, Text.Length: > 40 } ? StampAtEnd().Match(block.Text) is { Success: true } stamp ? dates.Read(stamp.Value) : null :
        block.Text.Length >= 6 && block.Text.Length <= (block.Kind == BlockKind.Heading ? 40 : LongestDateLine) && block.Text.AsSpan().ContainsAnyInRange('0', '9') | block.Text.AsSpan().ContainsAnyInRange('\u17e0', '\u17e9') && !IsProse(block) && Published(block.Text) is var own && !IsOfOtherLabel(own) ? dates.Read(own) : null;

    /// <summary>A day whose label does not say that the page was published then: it may be a deadline's, and it may be the page's in words unknown here.</summary>
    private static PublicationTime? OfOtherLabel(TextBlock block, DateReader dates) =>
        block.Text.Length <= LongestDateLine && BlockJudge.Running(block) == 0 && IsOfOtherLabel(block.Text) ? dates.Read(block.Text) : null;

    /// <summary>"Hạn chót: 01/11/2026", "Khai mạc: 19h30, 20/10/2026": right before the day a label, and none of publication or change.</summary>
    private static bool IsOfOtherLabel(string line) =>
        Stamp.IndexOfAnyDay(line) is > 0 and var day && LabelOfDay().Match(line[..day]) is { Success: true } match && match.Groups["label"].Value is var label
        && !OwnLabel().IsMatch(label) && !OfChange().IsMatch(label) && !OfPublication().IsMatch(match.Value);

    /// <summary>A day that a sentence speaks of (a deadline, a law that enters into force, a licence) is not the page's own: its line says that it was published, or says nothing else.</summary>
    private static bool IsProse(TextBlock block)
    {
        if (OwnLabel().IsMatch(block.Text)) return false;
        if (BlockJudge.Running(block) > 0) return true;
        var day = Stamp.IndexOfDay(block.Text);
        if (day < 0) return false;
        var clause = block.Text.AsSpan(0, day);
        clause = clause[(clause.LastIndexOfAny(ClauseMarks) + 1)..];
        var words = 0;
        foreach (var range in clause.Split(' '))
            if (clause[range] is [var first, _, ..] word && char.IsLower(first) && !word.SequenceEqual("ngày")) words++;
        return words >= MostWords;
    }

    /// <summary>Of a line that tells another day (of a change, of a law's force) and then when it was published, the second part.</summary>
    private static string Published(string line)
    {
        var other = OfChange().Match(line) is { Success: true } change ? change.Index + change.Length : IsOfOtherLabel(line) ? Stamp.IndexOfAnyDay(line) : -1;
        return other >= 0 && OfPublication().Match(line, other) is { Success: true } own ? line[own.Index..] : line;
    }

    private static bool IsOfChange(string line) => OfChange().IsMatch(line) && !OfPublication().IsMatch(line);

    private static PublicationTime? FromModified(PageMetadata page, DateReader dates) =>
        (page.Article is { } article ? dates.Read(JsonLd.Text(article, "dateModified")) : null) ?? dates.Read(page.Meta("article:modified_time", "og:updated_time", "dateModified", "last-modified", "lastmod"));

    [GeneratedRegex(@"(?<!\d)(?<y>(19|20)\d\d)((?<sep>[/_-]?)(?<m>0[1-9]|1[0-2])\k<sep>(?<d>0[1-9]|[12]\d|3[01])|/(?<m>[1-9]|1[0-2])/(?<d>[12]\d|3[01]|[1-9]))(?![\d])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DayInPath();

    [GeneratedRegex(@"/(?<y>(19|20)\d\d)((?<sep>[/_-]?)(?<m>0[1-9]|1[0-2])\k<sep>(?<d>0[1-9]|[12]\d|3[01])|/(?<m>[1-9]|1[0-2])/(?<d>[12]\d|3[01]|[1-9]))(?=/|\.\p{L}+$|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DayInFolders();

    // As the Vietnamese press numbers its articles: the moment they were put up, to the second or its thousandth (20260307140512345), or after the number of the site, the year in two figures (192260307140512345).
    [GeneratedRegex(@"(?<!\d)(((?<y>20\d\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])([01]\d|2[0-3])([0-5]\d){2}(\d{3})?)|(1\d\d(?<y>[012]\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])([01]\d|2[0-3])([0-5]\d){2}\d{3}))(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex InstantInPath();

    [GeneratedRegex(@"(?<!\d)(?<d>0[1-9]|[12]\d|3[01])(?<sep>[_.-]?)(?<m>0[1-9]|1[0-2])\k<sep>(?<y>20[012]\d)(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DayFirstInPath();

    [GeneratedRegex(@"(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{4}(,?\s*-?\s*\d{1,2}:\d\d)?\W*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex StampAtEnd();

    // A place in capitals or with a capital, a day with its year, and a dash, a colon or a bracket before the text.
    [GeneratedRegex(@"^\W?\p{Lu}[\p{L}\p{M}.'’]{0,20}([ /,]{1,2}\p{Lu}[\p{L}\p{M}.'’]{0,20}){0,6}\s?[,(–—-]\s?(ngày )?(?<day>[\p{L}\p{M}\d ,./]{3,28}?(19|20)\d\d(,? (at )?\d{1,2}[.:h]\d\d(\s?[AaPp]\.?[Mm]\.?)?( \p{Lu}{3,4})?)?)\s?\)?\s?(\([\p{L} ]{2,30}\)\s?)?([–—:)/-]|\s--)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"^\d{1,2}[./-]\d{1,2}[./-]\d{4}\s*,", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex CommaAfterDay();

    [GeneratedRegex(@"\b(cập nhật|sửa (đổi|lần)|updated|modified|aktualisiert|geändert|mis(e)? à jour|actualizado|aggiornato)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex OfChange();

    [GeneratedRegex(@"(ngày đăng|đăng (lúc|ngày|tải)|đăng(?=\s*:)|(ngày )?xuất bản|published|posted|veröffentlicht|erstellt|erschienen|publié|publicado|pubblicato)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex OfPublication();

    // A label, a colon, and nothing but a weekday and a time up to the day.
    [GeneratedRegex(@"(?<label>\p{L}[^|•·–—;:()\d]*):\s*(?>(\d{1,2}\s?([:hg]|giờ)\s?(\d{1,2})?(:\d\d)?(\s?phút)?|ngày|lúc|vào|thứ\s\p{L}+|chủ nhật|[\s,-])*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex LabelOfDay();

    [GeneratedRegex(@"^\W*(ngày đăng|(tin |bài )?đăng (lúc|ngày|tải)|đăng(?=\s*:)|(ngày )?xuất bản|published|posted)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex PublicationAtStart();

    [GeneratedRegex(@"(wurde (vor )?am|veröffentlicht|published|posted|mise? en ligne|written on)\b|^\W*(veröffentlicht|erstellt|erschienen|stand|datum|date|publié|mise? (en ligne|à jour)|publicado|fecha|pubblicato|opublikowano|ngày đăng|ngày xuất bản|ngày(?=\W*$)|đăng (ngày|lúc|tải)|cập nhật|xuất bản|(last )?updated|last modified|letzte änderung|aktualisiert|zuletzt)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex OwnLabel();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?[+-]\d\d:?\d\d", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex OwnZone();

    [GeneratedRegex(@"[""']?(datePublished|date_published|publishedAt|published_at|publishDate|publish_date|publishedDate|published_date|publicationDate|publication_date|pubDate|publishedTime|firstPublished|first_published|dateCreated|creationDate)[""']?\s*[:=]\s*[""'](?<v>[^""'\\]{8,40})[""']", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex DateInScript();

    [GeneratedRegex(@"(wurde (vor )?am|veröffentlicht am|published on|posted on|mise? en ligne|posted at|written on)\b|^\W*(published|posted|veröffentlicht|erstellt|erschienen|stand|datum|date|publié|mis en ligne|publicado|fecha|pubblicato|data|opublikowano|ngày đăng|ngày xuất bản|đăng ngày|đăng lúc|cập nhật|xuất bản|thời gian|ngày|thứ|updated|last updated|last modified|letzte änderung|aktualisiert|zuletzt)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Label();
}
