using System.Text.Json;
using AngleSharp.Html.Dom;

namespace InfoMonitor.Content.Extraction;

/// <summary>What a page says of itself outside its text: meta elements, JSON-LD, its address, its declared language.</summary>
internal sealed class PageMetadata
{
    private readonly Dictionary<string, string> _metas = new(StringComparer.OrdinalIgnoreCase);

    private string? _region;

    private PageMetadata(IHtmlDocument document, Uri? address)
    {
        foreach (var meta in document.QuerySelectorAll("meta"))
        {
            var content = meta.GetAttribute("content");
            if (string.IsNullOrWhiteSpace(content)) continue;
            foreach (var name in (ReadOnlySpan<string?>)[meta.GetAttribute("property"), meta.GetAttribute("name"), meta.GetAttribute("itemprop"), meta.GetAttribute("http-equiv")])
                if (!string.IsNullOrWhiteSpace(name)) _metas.TryAdd(name.Trim(), content.Trim());
        }
        Address = address ?? Canonical(document);
        Data = JsonLd.Read(document);
        Article = MainArticle();
        Language = DeclaredLanguage(document);
    }

    public Uri? Address { get; }

    public JsonLd Data { get; }

    /// <summary>The JSON-LD object that describes this page's article.</summary>
    public JsonElement? Article { get; }

    /// <summary>ISO 639-1, lower case; null when nothing is declared.</summary>
    public string? Language { get; }

    /// <summary>Offset of a time written without one; null where the page's country is unknown.</summary>
    public TimeSpan? Zone => DateReader.ZoneOf(Language, Host);

    /// <summary>True where 3/7/2026 is read as March 7th.</summary>
    public bool IsMonthFirst => Language is "en" && (_region ?? "US") == "US" && !MonthLastCountries.Any(country => Host.EndsWith(country, StringComparison.Ordinal));

    private string Host => Address?.Host ?? "";

    private static readonly string[] MonthLastCountries = [".uk", ".ie", ".au", ".nz", ".in", ".za", ".ng", ".ke", ".sg", ".my", ".hk", ".vn", ".kh", ".pk", ".bd", ".lk", ".eu", ".de", ".fr", ".nl", ".be", ".ch", ".at"];

    private static readonly string[] ArticleTypes =
    [
        "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "AskPublicNewsArticle", "ReviewNewsArticle", "Article", "BlogPosting", "LiveBlogPosting", "Report", "AdvertiserContentArticle",
        "SatiricalArticle", "ScholarlyArticle", "TechArticle", "SocialMediaPosting", "DiscussionForumPosting",
    ];

    /// <summary>The page says of itself that it is an article.</summary>
    public bool IsMarkedArticle =>
        (Article is { } article && JsonLd.IsOfType(article, ArticleTypes) && (PointsHere(article) || Data.Objects.Count(item => JsonLd.IsOfType(item, ArticleTypes)) == 1))
        || Meta("og:type")?.Contains("article", StringComparison.OrdinalIgnoreCase) == true || Meta("article:published_time") is not null;

    /// <summary>The page says of itself that it is a list of others, or it is a site's front page.</summary>
    public bool IsDeclaredList =>
        !IsMarkedArticle && (Address is { AbsolutePath.Length: <= 1, Query.Length: 0 } || Data.Objects.Any(item => JsonLd.IsOfType(item, "CollectionPage", "SearchResultsPage", "ItemList", "ProfilePage")));

    public static PageMetadata Read(IHtmlDocument document, Uri? address) => new(document, address);

    /// <summary>The content of the first meta element with one of these names, in the order asked.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names) if (_metas.TryGetValue(name, out var content)) return content;
        return null;
    }

    private static Uri? Canonical(IHtmlDocument document) =>
        Uri.TryCreate(document.QuerySelector("link[rel=canonical]")?.GetAttribute("href"), UriKind.Absolute, out var canonical) ? canonical : null;

    private JsonElement? MainArticle()
    {
        JsonElement? best = null;
        var bestScore = 0;
        foreach (var item in Data.Objects)
        {
            var score =
                JsonLd.IsOfType(item, ArticleTypes) ? 8
                : JsonLd.IsOfType(item, "CreativeWork", "Review", "ClaimReview", "VideoObject", "Recipe", "PodcastEpisode") ? 2
                : JsonLd.IsOfType(item, "WebPage", "ItemPage") ? 1 : 0;
            if (score == 0) continue;
            if (JsonLd.Text(item, "datePublished") is not null) score += 1;
            if (JsonLd.Text(item, "articleBody") is not null) score += 2;
            if (JsonLd.Text(item, "headline") is not null) score += 1;
            if (PointsHere(item)) score += 4;
            if (score > bestScore) (best, bestScore) = (item, score);
        }
        return best;
    }

    /// <summary>Lists of teasers carry articles too: the one whose address is the page's is the page's.</summary>
    private bool PointsHere(JsonElement item)
    {
        if (Address is null) return false;
        var main = JsonLd.Object(item, "mainEntityOfPage");
        foreach (var url in (ReadOnlySpan<string?>)[JsonLd.Text(item, "url"), JsonLd.Text(item, "mainEntityOfPage"), JsonLd.Text(item, "@id"), main is { } page ? JsonLd.Text(page, "@id") : null, main is { } page2 ? JsonLd.Text(page2, "url") : null])
        {
            if (url is not null && Uri.TryCreate(Address, url, out var absolute) && absolute.AbsolutePath.Length > 1
                && absolute.AbsolutePath.TrimEnd('/').Equals(Address.AbsolutePath.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private string? DeclaredLanguage(IHtmlDocument document)
    {
        foreach (var declared in (ReadOnlySpan<string?>)[document.DocumentElement?.GetAttribute("lang"), document.DocumentElement?.GetAttribute("xml:lang"), Article is { } item ? JsonLd.Text(item, "inLanguage") : null, Meta("content-language", "language", "dc.language", "og:locale")])
        {
            var code = declared?.Trim().Split('-', '_', ',', ';')[0].ToLowerInvariant();
            if (code is "en" && declared!.Trim().Split('-', '_', ',', ';') is [_, { Length: 2 } region, ..]) _region = region.ToUpperInvariant();
            if (code is { Length: 2 } && code.All(char.IsAsciiLetterLower)) return code == "vn" ? "vi" : code;
        }
        return null;
    }
}
