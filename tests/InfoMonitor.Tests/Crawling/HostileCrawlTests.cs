using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Fetching;
using InfoMonitor.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace InfoMonitor.Tests.Crawling;

/// <summary>The program itself, as a process of its own, on a site that tries every attack at once: its memory is measured by the system, and addresses it may not reach listen for it.</summary>
public sealed class HostileCrawlTests(ITestOutputHelper output)
{
    private const int Megabytes = 300;

    [TheoryWithModels, OnSqlite]
    public async Task No_attack_holds_it_grows_it_or_leads_it_to_a_forbidden_address(string provider)
    {
        if (!OperatingSystem.IsLinux()) return;   // the peak is read from /proc
        await using var home = await TestHome.CreateAsync(provider);
        await using var site = await TestSite.StartAsync();
        using var forbidden = new Canary();
        var now = TimeProvider.System.GetUtcNow();
        var bomb = Packing.Bomb("gzip", megabytes: 512);
        var block = new byte[64 * 1024];
        var ends = new ConcurrentDictionary<string, byte>(StringComparer.Ordinal);

        Attack("/bom", async http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            await http.Response.Body.WriteAsync(bomb, http.RequestAborted);
        });
        Attack("/vo-tan", async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested) await http.Response.Body.WriteAsync(block, http.RequestAborted);
        });
        Attack("/nho-giot", async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync("<"u8.ToArray(), http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
                await Task.Delay(200, http.RequestAborted);
            }
        });
        Attack("/long", http => http.Response.WriteAsync("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 1_000_000)), http.RequestAborted));
        Attack("/the", http => http.Response.WriteAsync($"<html><body>{string.Concat(Enumerable.Range(0, 200_000).Select(i => $"<a href=/x{i}>"))}", http.RequestAborted));
        Attack("/trong", http => http.Response.WriteAsync("<p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=1 ")), http.RequestAborted));
        Attack("/cau", http => http.Response.WriteAsync("<html><body><article><h1>Một bài rất dài</h1>" + string.Concat(Enumerable.Range(0, 55_000).Select(i => $"<p>Ngày thứ {i} bà con xã Tân Lập vẫn chờ kết quả kiểm nghiệm nước.</p>")), http.RequestAborted));
        for (var i = 0; i < 40; i++) Redirect($"/vong-{i}", $"/vong-{i + 1}");
        Redirect("/noi-bo", $"http://127.0.0.2:{forbidden.Port}/");
        Redirect("/sieu-du-lieu", "http://169.254.169.254/latest/meta-data/");
        Redirect("/anh-xa", $"http://[::ffff:127.0.0.2]:{forbidden.Port}/");
        Redirect("/so", $"http://2130706434:{forbidden.Port}/");
        string[] attacks = ["/bom", "/vo-tan", "/nho-giot", "/long", "/the", "/trong", "/cau", "/vong-0", "/noi-bo", "/sieu-du-lieu", "/anh-xa", "/so"];
        site.Rss("/rss", [.. attacks.Select(a => (a, now))]).Article("/lanh", "Một bài lành").Rss("/rss-lanh", ("/lanh", now));
        var made = 0;
        site.Serve("/bay", async http =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync($"<html><body><main>{string.Concat(Enumerable.Range(0, 2_000).Select(_ => $"<article><h2><a href=\"/bay/{Interlocked.Increment(ref made)}-mot-bai-viet-khong-co-that.html\">Một bài viết không có thật về việc trong tuần</a></h2></article>"))}</main></body></html>");
        });
        site.SitemapIndex("/so-do.xml", [.. Enumerable.Range(0, 500).Select(i => ($"/so-do-{i}.xml", (DateTimeOffset?)now))]);
        for (var i = 0; i < 500; i++) site.SitemapIndex($"/so-do-{i}.xml", ($"/so-do-{(i + 1) % 500}.xml?vong={i}", now));

        var range = $"--Fetching:AllowPrivate:0=127.0.0.1/32:{new Uri(site.Address).Port.ToString(CultureInfo.InvariantCulture)}";
        string[] settings = ["--Fetching:Contact=toa-soan@example.org", range, "--Fetching:TotalTimeout=00:00:05", "--Fetching:Attempts=1", "--Fetching:BreakAfter=100", "--Crawling:PagesADay=100", "--Crawling:Attempts=1"];
        await WriteAsync("lanh", "feed: " + site.Address + "/rss-lanh");
        var idle = await CrawlAsync();
        await WriteAsync("du", $"feed: {site.Address}/rss\n      - list: {site.Address}/bay\n      - sitemap: {site.Address}/so-do.xml");
        var hostile = await CrawlAsync();

        output.WriteLine($"peak {idle.Peak} MB on a harmless source, {hostile.Peak} MB on the hostile one; {hostile.Seconds:0} s");
        (hostile.Peak - idle.Peak).ShouldBeLessThan(Megabytes);
        hostile.Seconds.ShouldBeLessThan(240);
        forbidden.Reached.ShouldBe(0);
        await using var app = await home.BuildAsync(null, settings);
        await using var db = app.Database();
        var pages = await db.Pages.AsNoTracking().Where(p => p.SourceId == "du").ToListAsync();
        pages.Count.ShouldBe(100, "a day's pages and no more");
        var outcomes = pages.ToDictionary(p => p.Url[site.Address.Length..], p => p.Outcome, StringComparer.Ordinal);
        foreach (var attack in attacks) outcomes[attack].ShouldNotBeNull(attack).ShouldBeOneOf(PageOutcome.Unsupported, PageOutcome.Unreachable, PageOutcome.NotArticle);
        pages.Single(p => p.Url.EndsWith("/cau", StringComparison.Ordinal)).Detail.ShouldBe("the text is longer than 1,000,000 characters");
        (await db.EntryPoints.Where(e => e.Kind == EntryPointKind.List && e.SourceId == "du").Select(e => e.LastError).SingleAsync()).ShouldNotBeNull().En.ShouldContain("PagesADay");
        site.Requests.Count(r => r.Path.StartsWith("/so-do", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(21);
        site.Requests.Count(r => r.Path.StartsWith("/vong-", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(6);

        void Attack(string path, Func<HttpContext, Task> answer) => site.Serve(path, async http =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            try { await answer(http); }
            catch (Exception exception) when (exception is OperationCanceledException or IOException) { ends[path] = 1; }
        });

        void Redirect(string path, string location) => site.Serve(path, http =>
        {
            http.Response.StatusCode = StatusCodes.Status302Found;
            http.Response.Headers.Location = location;
            return Task.CompletedTask;
        });

        Task WriteAsync(string id, string points) => File.WriteAllTextAsync(Path.Combine(home.Folder, "config", "sources.yaml"), $"""
            sources:
              - id: {id}
                publisher: Báo Mẫu
                kind: press
                ownership: state
                language: vi
                delay: 0s
                pages-per-crawl: 1000
                entry-points:
                  - {points}
            """);

        async Task<(long Peak, double Seconds)> CrawlAsync()
        {
            var clock = Stopwatch.StartNew();
            var program = Path.Combine(AppContext.BaseDirectory, "infomonitor.dll");
            using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec dotnet \"$0\" \"$@\" >\"$INFOMONITOR_TEST_LOG\" 2>&1", program, "crawl", "--once", .. home.Settings, .. settings])
            {
                Environment = { ["INFOMONITOR_TEST_LOG"] = Path.Combine(home.Folder, "crawl.log") },
            })!;
            long peak = 0;
            while (!process.HasExited)
            {
                peak = Math.Max(peak, PeakOf(process.Id));
                await Task.Delay(100);
            }
            process.ExitCode.ShouldBeOneOf([0, 1], await File.ReadAllTextAsync(Path.Combine(home.Folder, "crawl.log")));
            return (peak, clock.Elapsed.TotalSeconds);
        }
    }

    /// <summary>Largest resident size so far, in MB; 0 once it has ended.</summary>
    private static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6, line.Length - 6 - 2).Trim(), CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>A service on an address that was not allowed: counts whoever connects.</summary>
    private sealed class Canary : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Parse("127.0.0.2"), 0);
        private int reached;

        public Canary()
        {
            listener.Start();
            _ = ListenAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public int Reached => reached;

        public void Dispose() => listener.Dispose();

        private async Task ListenAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                    Interlocked.Increment(ref reached);
                }
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                // the test is over
            }
        }
    }
}
