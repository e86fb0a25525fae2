using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace InfoMonitor.Demo;

/// <summary>A sample publisher: a web server of its own on loopback, read by the crawler like any other.</summary>
internal sealed class DemoSite : IAsyncDisposable
{
    /// <summary>How long the slow publisher thinks about every answer.</summary>
    private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(400);

    private readonly WebApplication app;

    private DemoSite(WebApplication app, DemoText text, Uri address) => (this.app, Text, Address) = (app, text, address);

    public DemoText Text { get; }
    public Uri Address { get; }

    public Uri EntryPoint => new(Address, new DemoPages(Text, Address, default).EntryPath);

    /// <exception cref="InvalidDataException">Another program listens on the port.</exception>
    public static async Task<DemoSite> StartAsync(DemoText text, DemoPlace place, CancellationToken cancellation)
    {
        var port = place.Ports[text.Id];
        var address = new Uri($"http://127.0.0.1:{port}/");
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(DemoSite).Assembly.GetName().Name, Args = Program.Unwatched });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var site = builder.Build();
        Map(site, text, new DemoPages(text, address, place.StartedAt));
        try
        {
            await site.StartAsync(cancellation);
        }
        catch (IOException exception)
        {
            await site.DisposeAsync();
            throw new InvalidDataException($"Port {port}, where the demo's publisher '{text.Publisher}' stood, is taken by another program. End that one, or delete data/demo to begin the demo anew.", exception);
        }
        return new DemoSite(site, text, address);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static void Map(WebApplication site, DemoText text, DemoPages pages)
    {
        if (text.Id == "lam-giang") site.Use(async (http, next) =>
        {
            await Task.Delay(Slowness, http.RequestAborted);
            await next(http);
        });
        site.MapGet("/robots.txt", () => text.Id == "lam-giang" ? "User-agent: *\nDisallow: /noi-bo/\n" : "User-agent: *\nAllow: /\n");
        site.MapGet("/" + pages.EntryPath, () =>
        {
            var (type, body) = pages.Entry();
            var bytes = Encoding.UTF8.GetBytes(body);
            return TypedResults.Bytes(bytes, type, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\""));
        });
        foreach (var article in text.Articles) site.MapGet("/" + DemoPages.PathOf(article), () => Html(pages.Article(article)));

        var busy = 1;
        if (text.Id == "cho-phien")
        {
            site.MapGet("/bai/trang-vo.html", () => Html(pages.Broken()));
            site.MapGet("/bai/long-nhau.html", () => Html(DemoPages.Nested));
            site.Use(async (http, next) =>
            {
                if (http.Request.Path == "/bai/cho-dem-khai-truong.html" && Interlocked.Exchange(ref busy, 0) == 1)
                {
                    http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                    http.Response.Headers.RetryAfter = "2";
                    return;
                }
                await next(http);
            });
        }
        site.MapGet("/bai/da-go.html", () => TypedResults.StatusCode(StatusCodes.Status410Gone));
        site.MapGet("/bai/bieu-mau.pdf", () => TypedResults.Bytes("%PDF-1.4\n%%EOF\n"u8.ToArray(), "application/pdf"));
    }

    private static ContentHttpResult Html(string body) => TypedResults.Content(body, "text/html; charset=utf-8", Encoding.UTF8);
}
