using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Crawling;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace InfoMonitor.Conformance;

/// <summary>Real press through the whole service: served on loopback with a feed and a sitemap made for it, crawled, read, assessed, stored.</summary>
public sealed class EndToEnd(ITestOutputHelper output)
{
    /// <summary>Ordinary press beyond this share in the queue makes the desk useless.</summary>
    private const double MostFlagged = 0.03;

    /// <summary>Texts taken from each set of texts without pages.</summary>
    private const int Texts = 400;

    [PressFact]
    public async Task Real_press_ends_once_is_stored_once_and_is_hardly_ever_flagged()
    {
        var folder = Directory.CreateTempSubdirectory("infomonitor-e2e-").FullName;
        try
        {
            await using var host = await PressHost.StartAsync([.. Pages("fundus"), .. Pages("vietnam"), .. Articles("dantri_news"), .. Articles("baomoi_news")]);
            await using var app = Program.Build(["--home=" + folder, "--Ingestion:Models=" + Path.Combine(Repository(), "models"), "--urls=http://127.0.0.1:0", "--Fetching:Contact=toa-soan@example.org", "--Fetching:AllowPrivate:0=127.0.0.0/8", "--Crawling:Entries=10000"],
                builder => builder.Logging.ClearProviders());
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(default);
            await AddSourceAsync(app, host);
            var crawler = app.Services.GetRequiredService<SourceCrawler>();

            var clock = Stopwatch.StartNew();
            var first = (await crawler.CrawlAsync("bao-chi", null, default))!;
            var seconds = clock.Elapsed.TotalSeconds;
            var before = await CountsAsync(app);
            host.Requests.Clear();
            var second = (await crawler.CrawlAsync("bao-chi", null, default))!;
            var after = await CountsAsync(app);

            Report(host, first, before, seconds);
            first.Error.ShouldBeNull();
            first.New.ShouldBe(host.Paths.Count);
            before.Outcomes.Values.Sum().ShouldBe(host.Paths.Count, "every page ends in exactly one outcome");
            before.Pending.ShouldBe(0);
            before.Outcomes.Keys.Except([PageOutcome.Stored, PageOutcome.Copy, PageOutcome.NotArticle]).ShouldBeEmpty();
            (before.Outcomes[PageOutcome.Stored] + before.Outcomes.GetValueOrDefault(PageOutcome.Copy)).ShouldBe(before.Items);
            ((double)before.Items / host.Paths.Count).ShouldBeGreaterThan(0.9, "the press is read");
            host.Requests.Order(StringComparer.Ordinal).ShouldBe(["304 /rss.xml", "304 /sitemap.xml"]);   // an unchanged entry point costs one request
            (second.New, second.Unchanged).ShouldBe((0, 2));
            (after.Items, after.Stories).ShouldBe((before.Items, before.Stories), "nothing is stored twice");
            ((double)before.FlaggedItems / before.Items).ShouldBeLessThan(MostFlagged, "ordinary press is flagged too often");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Report(PressHost host, CrawlReport report, Counts counts, double seconds)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pages {host.Paths.Count}, outcomes: {string.Join(", ", report.Outcomes.Select(o => $"{o.Value} {o.Key.Word()}"))}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"items {counts.Items}, stories {counts.Stories}, flagged items {counts.FlaggedItems} ({100.0 * counts.FlaggedItems / counts.Items:0.0} %), flags by reason: {(counts.Flags.Count == 0 ? "none" : string.Join(", ", counts.Flags.Select(f => $"{f.Value} {f.Key.Word()}")))}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{host.Paths.Count / seconds:0.0} pages/s over {seconds:0.0} s; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MiB, publisher and test in it"));
        foreach (var (sentence, reason) in counts.Samples) output.WriteLine($"  {reason.Word()}: {sentence}");
    }

    /// <summary>Pages as publishers serve them.</summary>
    private static IEnumerable<string> Pages(string set) => Suites.Lines("suites", "extraction", set + ".jsonl.gz").Select(line => line.GetProperty("html").GetString()!);

    /// <summary>Texts whose pages are not kept, in simple pages.</summary>
    private static IEnumerable<string> Articles(string set)
    {
        if (!File.Exists(Suites.PathOf("data", set, set + ".jsonl.gz"))) return [];
        // Every so many-th, so that all sections are in it; short ones are no articles.
        var texts = Suites.Lines("data", set, set + ".jsonl.gz").Where(l => l.GetProperty("text").GetString() is { Length: > 400 }).ToArray();
        return texts.Where((_, i) => i % Math.Max(1, texts.Length / Texts) == 0).Take(Texts).Select(Html);
    }

    private static string Html(JsonElement line) => $"""
        <!doctype html>
        <html lang="vi"><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(line.GetProperty("title").GetString())}</title></head><body><main><article>
        <h1>{WebUtility.HtmlEncode(line.GetProperty("title").GetString())}</h1>
        {string.Concat(line.GetProperty("text").GetString()!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>\n"))}</article></main></body></html>
        """;

    private static async Task AddSourceAsync(WebApplication app, PressHost host)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContextAsync();
        var source = new Source
        {
            Id = "bao-chi", Publisher = "Báo chí", Kind = SourceKind.Press, Language = "vi", Interval = TimeSpan.FromMinutes(15), Delay = TimeSpan.Zero, PagesPerCrawl = 100_000, Enabled = true,
        };
        source.EntryPoints.Add(new EntryPoint { SourceId = source.Id, Kind = EntryPointKind.Feed, Url = host.Address + "/rss.xml" });
        source.EntryPoints.Add(new EntryPoint { SourceId = source.Id, Kind = EntryPointKind.Sitemap, Url = host.Address + "/sitemap.xml" });
        db.Sources.Add(source);
        await db.SaveChangesAsync();
    }

    private sealed record Counts(Dictionary<PageOutcome, int> Outcomes, int Pending, int Items, int Stories, int FlaggedItems, Dictionary<FlagReason, int> Flags, IReadOnlyList<(string Sentence, FlagReason Reason)> Samples);

    private static async Task<Counts> CountsAsync(WebApplication app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContextAsync();
        var assessments = await db.Items.Select(i => i.Assessment).ToListAsync();
        return new Counts(
            await db.Pages.Where(p => p.Outcome != null).GroupBy(p => p.Outcome!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count),
            await db.Pages.CountAsync(p => p.Outcome == null), assessments.Count, await db.Stories.CountAsync(), assessments.Count(a => a.Reasons.Count > 0),
            await db.Flags.GroupBy(f => f.Reason).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count),
            [.. assessments.SelectMany(a => a.Because.Take(1)).Take(20).Select(b => (b.Sentence, b.Reason))]);
    }

    internal static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "InfoMonitor.sln"))) folder = folder.Parent;
        return folder.FullName;
    }

    /// <summary>A publisher on loopback: half of its pages in a feed, the other half in a sitemap, ten in both; ETags.</summary>
    private sealed class PressHost : IAsyncDisposable
    {
        private readonly WebApplication app;
        private readonly Dictionary<string, (string Type, byte[] Body)> files = new(StringComparer.Ordinal);

        private PressHost(WebApplication app) => this.app = app;

        public string Address { get; private set; } = "";
        public List<string> Paths { get; } = [];

        /// <summary>Status and path, of everything but robots.txt.</summary>
        public System.Collections.Concurrent.ConcurrentQueue<string> Requests { get; } = new();

        public static async Task<PressHost> StartAsync(IReadOnlyList<string> pages)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var host = new PressHost(builder.Build());
            for (var i = 0; i < pages.Count; i++)
            {
                host.Paths.Add(string.Create(CultureInfo.InvariantCulture, $"/bai-{i}.html"));
                host.files[host.Paths[i]] = ("text/html; charset=utf-8", Encoding.UTF8.GetBytes(pages[i]));
            }
            host.app.Run(host.AnswerAsync);
            await host.app.StartAsync();
            host.Address = host.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            var now = TimeProvider.System.GetUtcNow().AddHours(-1).ToString("R", CultureInfo.InvariantCulture);
            var half = pages.Count / 2;
            host.files["/rss.xml"] = ("application/rss+xml", Encoding.UTF8.GetBytes(
                $"<rss version=\"2.0\"><channel><title>Báo chí</title>{string.Concat(host.Paths.Take(half + 10).Select(p => $"<item><link>{host.Address}{p}</link><pubDate>{now}</pubDate></item>"))}</channel></rss>"));
            host.files["/sitemap.xml"] = ("application/xml", Encoding.UTF8.GetBytes(
                $"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(host.Paths.Skip(half).Select(p => $"<url><loc>{host.Address}{p}</loc></url>"))}</urlset>"));
            return host;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task AnswerAsync(HttpContext context)
        {
            var path = context.Request.Path.Value ?? "";
            if (!files.TryGetValue(path, out var file)) context.Response.StatusCode = StatusCodes.Status404NotFound;
            else if ((context.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(file.Body))[..16]}\"") == context.Request.Headers.IfNoneMatch) context.Response.StatusCode = StatusCodes.Status304NotModified;
            else
            {
                context.Response.ContentType = file.Type;
                await context.Response.Body.WriteAsync(file.Body);
            }
            if (path != "/robots.txt") Requests.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{context.Response.StatusCode} {path}"));
        }
    }
}

/// <summary>Needs the suites and the committed models.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PressFactAttribute : FactAttribute
{
    public PressFactAttribute()
    {
        Skip = new SuiteFactAttribute("suites/extraction").Skip;
        if (Skip is null && Directory.GetFiles(Path.Combine(EndToEnd.Repository(), "models"), "card.json", SearchOption.AllDirectories) is []) Skip = "models/ holds no trained model: infomonitor model train.";
    }
}
