using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace InfoMonitor.Demo;

/// <summary>What a sample publisher serves: its announcements and its pages, as real sites write them.</summary>
internal sealed class DemoPages(DemoText text, Uri site, DateTimeOffset start)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Announced beside the articles; each ends in an outcome of its own.</summary>
    private readonly string[] extra = text.Entry switch
    {
        DemoEntry.Sitemap => ["bai/bieu-mau.pdf"],
        DemoEntry.Rss when text.Id == "cho-phien" => ["bai/trang-vo.html", "bai/long-nhau.html"],
        DemoEntry.Rss => ["bai/da-go.html"],
        DemoEntry.Atom or DemoEntry.Json or DemoEntry.List => [],
    };

    public string EntryPath => text.Entry switch
    {
        DemoEntry.Rss => "tin-moi.rss",
        DemoEntry.Atom => "atom.xml",
        DemoEntry.Json => "feed.json",
        DemoEntry.Sitemap => "sitemap.xml",
        DemoEntry.List => "kiem-chung",
    };

    public (string Type, string Body) Entry() => text.Entry switch
    {
        DemoEntry.Rss => ("application/rss+xml; charset=utf-8", Rss()),
        DemoEntry.Atom => ("application/atom+xml; charset=utf-8", AtomFeed()),
        DemoEntry.Json => ("application/feed+json; charset=utf-8", JsonFeed()),
        DemoEntry.Sitemap => ("application/xml; charset=utf-8", SitemapFile()),
        DemoEntry.List => ("text/html; charset=utf-8", List()),
    };

    public static string PathOf(DemoArticle article) => article.Slug.StartsWith("noi-bo/", StringComparison.Ordinal) ? $"{article.Slug}.html" : $"bai/{article.Slug}.html";

    public string Article(DemoArticle article)
    {
        var paragraphs = article.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var at = At(article);
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org", ["@type"] = "NewsArticle", ["headline"] = article.Title, ["datePublished"] = Iso(at),
            ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = text.Publisher },
        };
        var review = article.Claim is null ? "" : Script(new JsonObject
        {
            ["@context"] = "https://schema.org", ["@type"] = "ClaimReview", ["url"] = Url(PathOf(article)), ["datePublished"] = Iso(at), ["claimReviewed"] = article.Claim,
            ["author"] = new JsonObject { ["@type"] = "Organization", ["name"] = text.Publisher },
            ["reviewRating"] = new JsonObject { ["@type"] = "Rating", ["alternateName"] = article.Verdict },
        });
        var body = string.Join('\n', paragraphs.Skip(1).Select(p => $"<p>{E(p)}</p>"));
        var related = string.Join('\n', text.Articles.Where(a => a != article && !a.Slug.Contains('/', StringComparison.Ordinal)).Take(3).Select(a => $"<li><a href=\"/{PathOf(a)}\">{E(a.Title)}</a></li>"));
        return Frame(article.Title, article.Language ?? text.Language, Script(data) + review, $"""
            <article class="bai-viet">
            <h1>{E(article.Title)}</h1>
            <div class="thoi-gian"><time datetime="{Iso(at)}">{at.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)} GMT+7</time></div>
            <p class="sapo"><strong>{E(paragraphs[0])}</strong></p>
            <div class="noi-dung">
            {body}
            </div>
            </article>
            <aside class="tin-lien-quan"><h3>Tin liên quan</h3><ul>
            {related}
            </ul></aside>
            """);
    }

    /// <summary>An article on which the demo's reader breaks: see <see cref="DemoFault"/>.</summary>
    public string Broken() => Frame("Thử máy", text.Language, "", $"""
        <article class="bai-viet">
        <h1>Thử máy trước giờ phát tin</h1>
        <p>{DemoFault.Words} của bản trình diễn, để người vận hành thấy một trang bị cách ly trông ra sao và cho đọc lại bằng lệnh nào.</p>
        <p>Ở trang thật, điều này chỉ xảy ra khi chính phần mềm có lỗi: trang được giữ riêng cùng lý do, các trang khác vẫn được đọc tiếp như thường.</p>
        </article>
        """);

    /// <summary>Deeper than any article, and it never ends.</summary>
    public static string Nested => "<!doctype html><html><body>" + new StringBuilder().Insert(0, "<div><font>", 3_000);

    private string Rss() => Document(new XElement("rss", new XAttribute("version", "2.0"), new XElement("channel",
        new XElement("title", text.Publisher), new XElement("link", site), new XElement("description", text.Publisher), new XElement("language", text.Language),
        Sorted.Select(a => new XElement("item", new XElement("title", a.Title), new XElement("link", Url(PathOf(a))), new XElement("guid", Url(PathOf(a))),
            new XElement("pubDate", At(a).ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0700"), new XElement("description", Summary(a)))),
        extra.Select(path => new XElement("item", new XElement("title", path), new XElement("link", Url(path)))))));

    private string AtomFeed() => Document(new XElement(Atom + "feed", new XElement(Atom + "title", text.Publisher), new XElement(Atom + "id", site), new XElement(Atom + "updated", Iso(Local(start))),
        Sorted.Select(a => new XElement(Atom + "entry", new XElement(Atom + "title", a.Title), new XElement(Atom + "id", Url(PathOf(a))), new XElement(Atom + "link", new XAttribute("href", "/" + PathOf(a))),
            new XElement(Atom + "published", Iso(At(a))), new XElement(Atom + "updated", Iso(At(a))), new XElement(Atom + "summary", Summary(a))))));

    private string JsonFeed() => new JsonObject
    {
        ["version"] = "https://jsonfeed.org/version/1.1", ["title"] = text.Publisher, ["home_page_url"] = site.ToString(),
        ["items"] = new JsonArray([.. Sorted.Select(a => new JsonObject { ["id"] = Url(PathOf(a)), ["url"] = Url(PathOf(a)), ["title"] = a.Title, ["summary"] = Summary(a), ["date_published"] = Iso(At(a)) })]),
    }.ToJsonString(Json);

    private string SitemapFile() => Document(new XElement(Sitemap + "urlset",
        Sorted.Select(a => new XElement(Sitemap + "url", new XElement(Sitemap + "loc", Url(PathOf(a))), new XElement(Sitemap + "lastmod", Iso(At(a))))),
        extra.Select(path => new XElement(Sitemap + "url", new XElement(Sitemap + "loc", Url(path))))));

    private string List() => Frame(text.Publisher, text.Language, "", string.Join('\n', Sorted.Select(a => $"""
        <div class="muc-tin"><h3><a href="/{PathOf(a)}">{E(a.Title)}</a></h3><span class="ngay">{At(a).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}</span><p>{E(Summary(a))}</p></div>
        """)));

    private string Frame(string title, string language, string head, string main) => $"""
        <!doctype html>
        <html lang="{language}"><head><meta charset="utf-8"><title>{E(title)} - {E(text.Publisher)}</title><meta property="og:site_name" content="{E(text.Publisher)}">{head}</head>
        <body>
        <header><a href="/">{E(text.Publisher)}</a><nav><a href="/thoi-su">Thời sự</a> <a href="/doi-song">Đời sống</a> <a href="/phap-luat">Pháp luật</a> <a href="/ban-doc">Bạn đọc</a></nav></header>
        <main>
        {main}
        </main>
        <footer><p>Trang mẫu của bản trình diễn. Mọi nội dung đều là hư cấu.</p></footer>
        </body></html>
        """;

    private IEnumerable<DemoArticle> Sorted => text.Articles.OrderBy(a => a.Hours);

    private DateTimeOffset At(DemoArticle article) => Local(start.AddHours(-article.Hours));

    private string Url(string path) => new Uri(site, path).AbsoluteUri;

    private static DateTimeOffset Local(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(7));

    private static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Summary(DemoArticle article) => article.Text.Split('\n')[0];

    private static string Document(XElement root) => new XDeclaration("1.0", "utf-8", null) + "\n" + root;

    private static string Script(JsonObject data) => $"<script type=\"application/ld+json\">{data.ToJsonString()}</script>";

    private static string E(string value) => WebUtility.HtmlEncode(value);
}
