using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace InfoMonitor.Content.Extraction;

/// <summary>What a page says of itself outside its text: meta elements, JSON-LD, its address, its declared language.</summary>
internal sealed class PageMetadata
{
    private readonly Dictionary<string, string> _metas = new(StringComparer.OrdinalIgnoreCase);

    private const int MostTitles = 20;
    private readonly IReadOnlyList<Uri> _addresses;
    private readonly IReadOnlyList<string> _titles;
    private string? _region;

    private PageMetadata(IHtmlDocument document, Uri? address)
    {
        var properties = new List<(IElement Meta, string Name, string Content)>();
        Elements = PageElements.Of(document);
        foreach (var meta in Elements.Metas)
        {
            var content = meta.GetAttribute("content");
            if (string.IsNullOrWhiteSpace(content)) continue;
            foreach (var name in (ReadOnlySpan<string?>)[meta.GetAttribute("property"), meta.GetAttribute("name"), meta.GetAttribute("http-equiv")])
                if (!string.IsNullOrWhiteSpace(name)) _metas.TryAdd(name.Trim(), content.Trim());
            if (meta.GetAttribute("itemprop") is { } property && !string.IsNullOrWhiteSpace(property)) properties.Add((meta, property.Trim(), content.Trim()));
        }
        var canonical = Uri.TryCreate(Elements.Canonical?.GetAttribute("href"), UriKind.Absolute, out var link) ? link : null;
        Address = address ?? canonical;
        Cited = canonical?.Scheme is "http" or "https" && canonical.Host == Address!.Host ? canonical : Address;
        _addresses = [.. new[] { Address, canonical, Uri.TryCreate(Meta("og:url"), UriKind.Absolute, out var open) ? open : null }.OfType<Uri>().Where(one => one.AbsolutePath.Length > 1)];
        _titles = [.. Elements.Headings.Where(heading => heading.LocalName == "h1").Take(MostTitles).Select(heading => heading.TextContent).Append(document.Title).Append(Meta("og:title", "twitter:title")).Select(Prose.Line).Where(title => title.Length > 0)];
        AddProperties(properties);
        Data = JsonLd.Read(Elements.Scripts);
        Article = MainArticle();
        Language = DeclaredLanguage(document);
    }

    public PageElements Elements { get; }

    public Uri? Address { get; }

    /// <summary>The same, as the page itself would be cited: its canonical address, where that is of the same host.</summary>
    public Uri? Cited { get; }

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
    public bool IsMarkedArticle => IsTypedArticle || Meta("og:type")?.Contains("article", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>It says so in its data, or when it was published; some systems write <c>og:type</c> "article" on every page that is not the front page.</summary>
    public bool IsTypedArticle =>
        (Article is { } article && JsonLd.IsOfType(article, ArticleTypes) && (PointsHere(article) || Data.Objects.Count(item => JsonLd.IsOfType(item, ArticleTypes)) == 1))
        || Meta("article:published_time") is not null;

    /// <summary>The object of a type that the page is about: its address is the page's, or it is called as the page is; null when there is none.</summary>
    public JsonElement? Described(string title, params ReadOnlySpan<string> types)
    {
        for (var i = 0; i < Data.Objects.Count; i++)
            if (JsonLd.IsOfType(Data.Objects[i], types) && !Data.IsBeside(i) && (PointsHere(Data.Objects[i]) || Titles.Share(Prose.Line(JsonLd.Text(Data.Objects[i], "name") ?? JsonLd.Text(Data.Objects[i], "title")), title) >= SameName)) return Data.Objects[i];
        return null;
    }

    /// <summary>The objects of a type that stand for themselves, whatever they are called.</summary>
    public IEnumerable<JsonElement> Declared(string type) => Data.Objects.Where((item, i) => JsonLd.IsOfType(item, type) && !Data.IsBeside(i));

    /// <summary>Share of words by which two names are one.</summary>
    private const double SameName = 0.6;

    /// <summary>The page says of its article that it is not free to read.</summary>
    public bool IsForSubscribers =>
        Article is { ValueKind: JsonValueKind.Object } article && article.TryGetProperty("isAccessibleForFree", out var free)
        && (free.ValueKind == JsonValueKind.False || (free.ValueKind == JsonValueKind.String && "false".Equals(JsonLd.Unescaped(free), StringComparison.OrdinalIgnoreCase)));

    /// <summary>The page says of itself that it is a list of others, or it is a site's front page.</summary>
    public bool IsDeclaredList =>
        !IsMarkedArticle && (Address is { AbsolutePath.Length: <= 1, Query.Length: 0 } || Data.Objects.Any(item => JsonLd.IsOfType(item, "CollectionPage", "SearchResultsPage", "ItemList", "ProfilePage")));

    /// <summary>The page says of itself that it is about a person.</summary>
    public bool IsProfile => Meta("og:type") == "profile" || Data.Objects.Any(item => JsonLd.IsOfType(item, "ProfilePage"));

    public static PageMetadata Read(IHtmlDocument document, Uri? address) => new(document, address);

    /// <summary>Microdata of teasers names other articles' days: a property counts unless its item is an article of another headline.</summary>
    private void AddProperties(List<(IElement Meta, string Name, string Content)> properties)
    {
        var others = new Dictionary<IElement, bool>();
        foreach (var (meta, name, content) in properties)
        {
            if (meta.Closest("[itemtype]") is { } item && MainContent.IsArticleItem(item))
            {
                if (!others.TryGetValue(item, out var isOther)) others[item] = isOther = _titles.Count > 0 && MainContent.HeadlineOf(item) is { Length: > 0 } headline && !IsShown(headline);
                if (isOther) continue;
            }
            _metas.TryAdd(name, content);
        }
    }

    /// <summary>The content of the first meta element with one of these names, in the order asked.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names) if (_metas.TryGetValue(name, out var content)) return content;
        return null;
    }

    /// <summary>The fullest of the objects that are or may be this page's: by type first, then by what says that they are its own.</summary>
    private JsonElement? MainArticle()
    {
        JsonElement? best = null;
        var bestScore = (Type: 0, Own: 0, Held: 0);
        for (var i = 0; i < Data.Objects.Count; i++)
        {
            var item = Data.Objects[i];
            var type =
                JsonLd.IsOfType(item, ArticleTypes) ? 8
                : JsonLd.IsOfType(item, "CreativeWork", "Review", "ClaimReview", "VideoObject", "Recipe", "PodcastEpisode") ? 2
                : JsonLd.IsOfType(item, "WebPage", "ItemPage") ? 1 : 0;
            if (type == 0 || type < bestScore.Type) continue;
            var own = Own(item);
            // A film shown beside the text has a name and a day of its own.
            if (own < 0 || (own == 0 && JsonLd.IsOfType(item, "VideoObject")) || (Data.IsBeside(i) && !PointsHere(item))) continue;
            var held = (JsonLd.Text(item, "datePublished") is null ? 0 : 1) + (JsonLd.Text(item, "articleBody") is null ? 0 : 2) + (JsonLd.Text(item, "headline") is null ? 0 : 1);
            if ((type, own, held).CompareTo(bestScore) > 0) (best, bestScore) = (item, (type, own, held));
        }
        return best;
    }

    /// <summary>2 where an object's address is the page's, 1 where its headline is; 0 where it names neither; -1 where what it names is another page.</summary>
    private int Own(JsonElement item)
    {
        if (PointsHere(item)) return 2;
        var (headline, name) = (Prose.Line(JsonLd.Text(item, "headline")), Prose.Line(JsonLd.Text(item, "name")));
        if (headline.Length + name.Length == 0) return 0;
        if (IsShown(headline) || IsShown(name)) return 1;
        return _titles.Count > 0 && (JsonLd.IsOfType(item, "VideoObject") || Addresses(item).Any(IsElsewhere)) ? -1 : 0;
    }

    /// <summary>Whether a heading or the title of the page says the same.</summary>
    private bool IsShown(string headline) => _titles.Any(title => Titles.Agree(headline, title));

    /// <summary>Lists of teasers carry articles too: the one whose address is the page's is the page's.</summary>
    private bool PointsHere(JsonElement item) =>
        Addresses(item).Append(JsonLd.Text(item, "@id")).Any(url => Absolute(url) is { } absolute && _addresses.Any(own => IsSame(own, absolute)));

    /// <summary>Whether an address is this page's.</summary>
    public bool IsAt(Uri target) => _addresses.Any(own => IsSame(own, target));

    private bool IsElsewhere(string? url) => Absolute(url) is { } absolute && !_addresses.Any(own => IsSamePath(own, absolute));

    private static IEnumerable<string?> Addresses(JsonElement item)
    {
        var main = JsonLd.Object(item, "mainEntityOfPage");
        return [JsonLd.Text(item, "url"), JsonLd.Text(item, "mainEntityOfPage"), main is { } page ? JsonLd.Text(page, "@id") : null, main is { } page2 ? JsonLd.Text(page2, "url") : null];
    }

    /// <summary>Null for what is no address, and for a site's front page, which many templates name everywhere.</summary>
    private Uri? Absolute(string? url) =>
        url is not null && (Address is null ? Uri.TryCreate(url, UriKind.Absolute, out var absolute) : Uri.TryCreate(Address, url, out absolute)) && absolute.AbsolutePath.Length > 1 ? absolute : null;

    private static bool IsSamePath(Uri one, Uri other) => one.AbsolutePath.TrimEnd('/').Equals(other.AbsolutePath.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    /// <summary>Portals name their pages in the query alone.</summary>
    private static bool IsSame(Uri one, Uri other) => IsSamePath(one, other) && (one.Query.Length == 0 || other.Query.Length == 0 || one.Query == other.Query);

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
