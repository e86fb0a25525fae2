using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace InfoMonitor.Content.Extraction;

/// <summary>When a page was published, by ranked evidence: JSON-LD, meta elements, microdata and <c>time</c>, the address, visible text.</summary>
internal static partial class PublicationDates
{
    /// <summary>Days between the day in an address and a publication that it may still belong to.</summary>
    private const int LongestDelay = 30;
    /// <summary>Blocks below the headline in which the page may announce its day.</summary>
    private const int FarthestAnnounced = 5;

    private static readonly string[] MetaNames =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "datePublished", "article:published", "og:pubdate", "pubdate", "publishdate", "publish_date", "publish-date", "publication_date", "published_time",
        "parsely-pub-date", "sailthru.date", "cXenseParse:recs:publishtime", "cxenseparse:publishtime", "bt:pubDate", "article_date_original", "article.published", "article.created", "rnews:datePublished", "citation_publication_date", "citation_online_date", "citation_date",
        "dcterms.created", "dcterms.issued", "dcterms.date", "dc.date.issued", "dc.date.created", "dc.date.publication", "dc.date", "dcsext.articlefirstpublished", "date", "datecreated", "dateCreated", "created", "originalpublicationdate", "ptime", "displaydate", "release_date", "sort_date", "uploadDate", "og:date",
    ];

    public static PublicationTime? Read(IHtmlDocument document, string html, PageMetadata page, PageReading reading, DateReader dates)
    {
        var address = AddressDates.InFolders(page.Address, dates);
        if ((FromData(page, dates) ?? FromMeta(page, dates)) is { } said)
        {
            // A page that moved to another system carries the day of the move; its address kept the day it was published.
            if (address is not null && said.Date.DayNumber - address.Date.DayNumber > LongestDelay) return address;
            var own = InOwnZone(said, html, dates);
            return own.Instant?.Offset == TimeSpan.Zero && (Neighbour(AddressDates.Anywhere(page.Address, dates), own) ?? Neighbour(ShownDates.AroundHeadline(reading, dates), own)) is { } local ? own with { Date = local } : own;
        }
        var shown = MarkedDates.InMicrodata(page, reading, dates) ?? MarkedDates.InTimes(MarkedDates.AtHeadline(reading), dates) ?? ShownDates.AroundHeadline(reading, dates) ?? Weak(MarkedDates.InTimes(MarkedDates.Elsewhere(document, reading, dates), dates));
        if (shown is not null) shown = InOwnZone(shown, html, dates);
        // Folders of an address give the day surely and no time; what is shown may add the time.
        if (address is not null) return IsNear(shown, address) ? shown! with { IsWeak = false } : address;
        if (shown is { IsWeak: false }) return shown;
        // A slug may speak of an anniversary or a deadline: it tells the day only where the page shows none near its headline.
        if (AddressDates.Anywhere(page.Address, dates) is { } slug) return Weak(IsNear(shown, slug) ? shown : slug);
        return shown ?? Weak(MarkedDates.InNamed(document, reading, dates) ?? ShownDates.InDateline(reading, dates) ?? ShownDates.BelowText(reading, dates) ?? FromImage(page, dates) ?? FromScripts(page, dates) ?? ShownDates.Labelled(reading, dates) ?? dates.Read(document.Title) ?? FromModified(page, dates));
    }

    /// <summary>What the page says in its data, or in a line right below its headline.</summary>
    public static PublicationTime? Announced(PageMetadata page, PageOutline outline, int headline, DateReader dates)
    {
        if ((FromData(page, dates) ?? FromMeta(page, dates)) is { } said) return said;
        for (var i = headline + 1; headline >= 0 && i <= Math.Min(headline + FarthestAnnounced, outline.Blocks.Count - 1) && BlockJudge.Running(outline.Blocks[i]) == 0; i++)
            if (outline.Blocks[i].Text.Length <= DateLine.Longest && Stamp.TellsDay(outline.Blocks[i].Text) && dates.Read(outline.Blocks[i].Text) is { } shown) return shown;
        return null;
    }

    private static PublicationTime? Weak(PublicationTime? time) => time is null ? null : time with { IsWeak = true };

    private static bool IsNear(PublicationTime? shown, PublicationTime address) => shown is not null && Math.Abs(shown.Date.DayNumber - address.Date.DayNumber) <= 1;

    /// <summary>The day readers see beside an instant in UTC: the day before or after it, where that can be the same moment.</summary>
    private static DateOnly? Neighbour(PublicationTime? seen, PublicationTime said) =>
        seen is not null && said.Instant is { } instant && (seen.Date.DayNumber - said.Date.DayNumber) switch { 1 => instant.Hour >= 10, -1 => instant.Hour < 12, _ => false } ? seen.Date : null;

    /// <summary>Pictures are filed under the day they were put up with the article.</summary>
    private static PublicationTime? FromImage(PageMetadata page, DateReader dates) =>
        Uri.TryCreate(page.Meta("og:image", "twitter:image"), UriKind.Absolute, out var image) ? AddressDates.Anywhere(image, dates) : null;

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

    private static PublicationTime? FromModified(PageMetadata page, DateReader dates) =>
        (page.Article is { } article ? dates.Read(JsonLd.Text(article, "dateModified")) : null) ?? dates.Read(page.Meta("article:modified_time", "og:updated_time", "dateModified", "last-modified", "lastmod"));

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?[+-]\d\d:?\d\d", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex OwnZone();

    [GeneratedRegex(@"[""']?(datePublished|date_published|publishedAt|published_at|publishDate|publish_date|publishedDate|published_date|publicationDate|publication_date|pubDate|publishedTime|firstPublished|first_published|dateCreated|creationDate)[""']?\s*[:=]\s*[""'](?<v>[^""'\\]{8,40})[""']", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex DateInScript();
}
