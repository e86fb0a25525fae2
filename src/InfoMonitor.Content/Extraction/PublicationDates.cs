using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace InfoMonitor.Content.Extraction;

/// <summary>When a page was published, by ranked evidence: JSON-LD, meta elements, microdata and <c>time</c>, the address, visible text.</summary>
internal static partial class PublicationDates
{
    private static readonly string[] MetaNames =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "datePublished", "article:published", "og:pubdate", "pubdate", "publishdate", "publish_date", "publish-date", "publication_date", "published_time",
        "parsely-pub-date", "sailthru.date", "cXenseParse:recs:publishtime", "cxenseparse:publishtime", "bt:pubDate", "article_date_original", "article.published", "article.created", "rnews:datePublished", "citation_publication_date", "citation_online_date", "citation_date",
        "dcterms.created", "dcterms.issued", "dcterms.date", "dc.date.issued", "dc.date.created", "dc.date.publication", "dc.date", "dcsext.articlefirstpublished", "date", "datecreated", "dateCreated", "created", "originalpublicationdate", "ptime", "displaydate", "release_date", "sort_date", "uploadDate", "og:date",
    ];

    public static PublicationTime? Read(IHtmlDocument document, PageMetadata page, DateReader dates) =>
        FromData(page, dates) ?? FromMeta(page, dates) ?? FromMicrodata(document, dates) ?? FromTime(document, dates)
        ?? FromAddress(page.Address, dates) ?? FromModified(page, dates);

    private static PublicationTime? FromData(PageMetadata page, DateReader dates)
    {
        if (page.Article is { } article && (dates.Read(JsonLd.Text(article, "datePublished")) ?? dates.Read(JsonLd.Text(article, "dateCreated")) ?? dates.Read(JsonLd.Text(article, "uploadDate"))) is { } own) return own;
        foreach (var item in page.Data.Objects)
            if (JsonLd.IsOfType(item, "WebPage", "ItemPage", "CreativeWork") && dates.Read(JsonLd.Text(item, "datePublished")) is { } found) return found;
        return null;
    }

    private static PublicationTime? FromMeta(PageMetadata page, DateReader dates)
    {
        foreach (var name in MetaNames)
            if (page.Meta(name) is { } content && (dates.Read(content) ?? dates.ReadUnix(content)) is { } found) return found;
        return null;
    }

    private static PublicationTime? FromMicrodata(IHtmlDocument document, DateReader dates)
    {
        foreach (var element in document.QuerySelectorAll("[itemprop*='datePublished'], [itemprop*='dateCreated'], time[pubdate], [property*='datePublished']"))
            if (Value(element, dates) is { } found) return found;
        return null;
    }

    private static PublicationTime? FromTime(IHtmlDocument document, DateReader dates)
    {
        foreach (var element in document.QuerySelectorAll("article time, main time, header time, time"))
            if (Value(element, dates) is { } found) return found;
        return null;
    }

    private static PublicationTime? Value(IElement element, DateReader dates) =>
        dates.Read(element.GetAttribute("datetime")) ?? dates.Read(element.GetAttribute("content")) ?? dates.Read(element.TextContent);

    private static PublicationTime? FromAddress(Uri? address, DateReader dates)
    {
        if (address is null) return null;
        var match = DayInPath().Match(address.AbsolutePath);
        return match.Success && DateReader.Day(DateReader.Number(match, "y"), DateReader.Number(match, "m"), DateReader.Number(match, "d")) is { } day ? dates.Believed(day, null) : null;
    }

    private static PublicationTime? FromModified(PageMetadata page, DateReader dates) =>
        (page.Article is { } article ? dates.Read(JsonLd.Text(article, "dateModified")) : null) ?? dates.Read(page.Meta("article:modified_time", "og:updated_time", "dateModified", "last-modified", "lastmod"));

    [GeneratedRegex(@"(?<!\d)(?<y>(19|20)\d\d)(?<sep>[/_-]?)(?<m>0[1-9]|1[0-2])\k<sep>(?<d>0[1-9]|[12]\d|3[01])(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DayInPath();
}
