using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using InfoMonitor.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace InfoMonitor.Tests.Support;

/// <summary>A publisher's site on loopback: real HTTP, whatever a test puts on it, and the requests it got. Answers carry an ETag and honour If-None-Match.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> pages = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Path, int Status)> requests = new();

    private TestSite(WebApplication app)
    {
        this.app = app;
        app.Run(AnswerAsync);
    }

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Path with query, and the status answered, in order.</summary>
    public IReadOnlyCollection<(string Path, int Status)> Requests => requests;

    public static async Task<TestSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new TestSite(builder.Build());
        await site.app.StartAsync();
        site.Address = site.app.Address().AbsoluteUri.TrimEnd('/');
        return site;
    }

    public int Count(string path) => requests.Count(r => r.Path == path);

    public int Count(string path, int status) => requests.Count(r => r == (path, status));

    public void ClearRequests() => requests.Clear();

    /// <summary>Serves a text at a path.</summary>
    public TestSite Serve(string path, string contentType, string body) => Serve(path, contentType, Encoding.UTF8.GetBytes(body));

    public TestSite Serve(string path, string contentType, byte[] body) => Serve(path, async context =>
    {
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..16]}\"";
        context.Response.Headers.ETag = etag;
        if (context.Request.Headers.IfNoneMatch == etag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(body);
    });

    /// <summary>Serves whatever the handler does.</summary>
    public TestSite Serve(string path, Func<HttpContext, Task> handler)
    {
        pages[path] = handler;
        return this;
    }

    public TestSite Serve(string path, int status) => Serve(path, context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    public TestSite Robots(string text) => Serve("/robots.txt", "text/plain; charset=utf-8", text);

    /// <summary>An article of its own text, so that no two are copies.</summary>
    public TestSite Article(string path, string title, string? text = null) => Serve(path, "text/html; charset=utf-8", ArticleHtml(title, text ?? TextOf(path)));

    public TestSite Rss(string path, params (string Path, DateTimeOffset At)[] entries) => Serve(path, "application/rss+xml; charset=utf-8", $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>Bản tin</title><link>{Address}/</link><description>Thử</description>
        {string.Concat(entries.Select(e => $"<item><title>Bài {e.Path}</title><link>{WebUtility.HtmlEncode(Address + e.Path)}</link><pubDate>{e.At.ToString("R", CultureInfo.InvariantCulture)}</pubDate></item>\n"))}
        </channel></rss>
        """);

    public TestSite Atom(string path, params (string Path, DateTimeOffset At)[] entries) => Serve(path, "application/atom+xml; charset=utf-8", $"""
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Bản tin</title><id>{Address}{path}</id><updated>{entries.Max(e => e.At):yyyy-MM-ddTHH:mm:ssK}</updated>
        {string.Concat(entries.Select(e => $"<entry><title>Bài {e.Path}</title><id>{Address}{e.Path}</id><link href=\"{WebUtility.HtmlEncode(Address + e.Path)}\"/><updated>{e.At:yyyy-MM-ddTHH:mm:ssK}</updated><published>{e.At:yyyy-MM-ddTHH:mm:ssK}</published></entry>\n"))}
        </feed>
        """);

    public TestSite JsonFeed(string path, params (string Path, DateTimeOffset At)[] entries) => Serve(path, "application/feed+json", System.Text.Json.JsonSerializer.Serialize(new
    {
        version = "https://jsonfeed.org/version/1.1",
        title = "Bản tin",
        items = entries.Select(e => new { id = Address + e.Path, url = Address + e.Path, title = "Bài " + e.Path, date_published = e.At.ToString("O", CultureInfo.InvariantCulture) }),
    }));

    public TestSite Sitemap(string path, params (string Path, DateTimeOffset? At)[] entries) => Serve(path, "application/xml", Urlset("urlset", "url", entries));

    public TestSite SitemapIndex(string path, params (string Path, DateTimeOffset? At)[] sitemaps) => Serve(path, "application/xml", Urlset("sitemapindex", "sitemap", sitemaps));

    public TestSite List(string path, params string[] paths) => Serve(path, "text/html; charset=utf-8", $"""
        <!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Chuyên mục</title></head><body>
        <nav><a href="/">Trang chủ</a> <a href="/lien-he">Liên hệ</a></nav>
        <main>{string.Concat(paths.Select(p => $"<article><h2><a href=\"{p}\">Tin về việc {p.Trim('/').Replace('-', ' ')} trong tuần này</a></h2><p>{Sentence(p, 0)}</p></article>\n"))}</main>
        <footer><a href="/tac-gia/nguoi-viet">Người viết</a></footer></body></html>
        """);

    /// <summary>A source row that reads this site: no delay, short interval.</summary>
    public Source Source(string id, params (EntryPointKind Kind, string Path)[] entries)
    {
        var source = new Source
        {
            Id = id,
            Publisher = "Báo " + id,
            Kind = SourceKind.Press,
            Ownership = Ownership.Independent,
            Language = "vi",
            Interval = TimeSpan.FromMinutes(15),
            Delay = TimeSpan.Zero,
            PagesPerCrawl = 200,
            Enabled = true,
        };
        foreach (var (kind, path) in entries) source.EntryPoints.Add(new EntryPoint { SourceId = id, Kind = kind, Url = Address + path });
        return source;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    public static string ArticleHtml(string title, string text) => $"""
        <!doctype html>
        <html lang="vi"><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(title)}</title></head>
        <body><header><nav><a href="/">Trang chủ</a></nav></header>
        <main><article><h1>{WebUtility.HtmlEncode(title)}</h1>
        {string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>\n"))}
        </article></main></body></html>
        """;

    /// <summary>Four paragraphs of plain news whose words depend on the key.</summary>
    public static string TextOf(string key) => string.Join('\n', Enumerable.Range(0, 4).Select(i => string.Join(' ', Enumerable.Range(0, 4).Select(j => Sentence(key, i * 4 + j)))));

    private static readonly string[] Who = ["Xã", "Huyện", "Thư viện", "Trường học", "Trạm y tế", "Hợp tác xã", "Bảo tàng", "Đội bóng", "Chợ", "Bến xe", "Nhà văn hóa", "Câu lạc bộ"];
    private static readonly string[] Does = ["mở", "sửa", "khánh thành", "trồng thêm", "giới thiệu", "tổ chức", "chuẩn bị", "nhận", "khởi công", "trưng bày", "thử nghiệm", "dọn dẹp"];
    private static readonly string[] What = ["con đường mới", "vườn cây", "phòng đọc", "lớp học bơi", "sân chơi", "tuyến xe buýt", "hội thi nấu ăn", "giống lúa", "cây cầu nhỏ", "buổi hòa nhạc", "triển lãm gốm", "giếng nước"];
    private static readonly string[] Where = ["ở bờ sông", "gần chợ cũ", "trên đồi chè", "tại khu phố ba", "bên hồ", "ở thôn trên", "cạnh sân vận động", "dưới chân núi", "trong công viên", "ở cuối làng", "ven đê", "sau đình"];

    private static string Sentence(string key, int number)
    {
        var dice = SHA256.HashData(Encoding.UTF8.GetBytes($"{key}/{number.ToString(CultureInfo.InvariantCulture)}"));
        return $"{Who[dice[0] % 12]} {Who[dice[1] % 12].ToLowerInvariant()} {dice[2]} {Does[dice[3] % 12]} {What[dice[4] % 12]} {Where[dice[5] % 12]} cho {dice[6]} người dùng chung với {What[dice[7] % 12]} {Where[dice[8] % 12]}.";
    }

    private string Urlset(string root, string element, (string Path, DateTimeOffset? At)[] entries) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        {string.Concat(entries.Select(e => $"<{element}><loc>{WebUtility.HtmlEncode(Address + e.Path)}</loc>{(e.At is { } at ? $"<lastmod>{at:yyyy-MM-ddTHH:mm:ssK}</lastmod>" : "")}</{element}>\n"))}
        </{root}>
        """;

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path + context.Request.QueryString;
        if (pages.TryGetValue(path, out var handler)) await handler(context);
        else context.Response.StatusCode = StatusCodes.Status404NotFound;
        requests.Enqueue((path, context.Response.StatusCode));
    }
}
