using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace InfoMonitor.Benchmarks;

/// <summary>The publishers: hosts 127.0.1.1 and on, each with robots.txt, a sitemap and its part of the pages. A process of its own, so that what it costs is not counted to who reads it.</summary>
internal static class PressSite
{
    /// <summary>Serves until standard input ends. Prints its port when it is ready.</summary>
    public static async Task RunAsync(int pages, int hosts)
    {
        var press = new PressPages();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var port = FreePort();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            for (var host = 0; host < hosts; host++) kestrel.Listen(new IPAddress([127, 0, 1, (byte)(host + 1)]), port);
        });
        await using var app = builder.Build();
        app.Run(context => AnswerAsync(context, press, pages, hosts));
        await app.StartAsync();
        Console.WriteLine(port.ToString(CultureInfo.InvariantCulture));
        await Console.In.ReadToEndAsync();
    }

    private static Task AnswerAsync(HttpContext context, PressPages press, int pages, int hosts)
    {
        var path = context.Request.Path.Value ?? "";
        var site = context.Request.Host.Value;
        var host = context.Connection.LocalIpAddress!.MapToIPv4().GetAddressBytes()[3] - 1;
        if (path == "/robots.txt") return AnswerAsync(context, "text/plain", $"User-agent: *\nDisallow: /noi-bo/\nDisallow: /tim-kiem\nSitemap: http://{site}/sitemap.xml\n");
        if (path == "/sitemap.xml")
        {
            var links = Enumerable.Range(0, (pages - host + hosts - 1) / hosts).Select(i => string.Create(CultureInfo.InvariantCulture, $"<url><loc>http://{site}/tin-tuc/bai-{i * hosts + host}.html</loc></url>"));
            return AnswerAsync(context, "application/xml", $"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(links)}</urlset>");
        }
        if (path.StartsWith("/tin-tuc/bai-", StringComparison.Ordinal) && int.TryParse(path.AsSpan(13, path.Length - 18), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < pages)
            return AnswerAsync(context, "text/html; charset=utf-8", press[number]);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static async Task AnswerAsync(HttpContext context, string type, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
