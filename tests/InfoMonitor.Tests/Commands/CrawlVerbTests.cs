using System.Text.Json;
using InfoMonitor.Commands;
using InfoMonitor.Demo;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Tests.Crawling;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Tests.Commands;

public sealed class CrawlVerbTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Crawl_without_once_is_refused_and_says_what_to_write()
    {
        (await Verbs.StartAsync(terminal: false, "crawl", "--home", "/khong-co")).ShouldBe((ExitCodes.Usage, "", """
            crawl reads every source now, or one, and ends; say that you want it by adding --once: infomonitor crawl --once [--source ID] [--home DIR]. To crawl by schedule: infomonitor run [--home DIR].

            See: infomonitor crawl --help

            """));
    }

    [TheoryWithModels, OnSqlite, OnPostgres]
    public async Task Crawl_once_reads_every_source_over_HTTP_and_a_second_time_finds_nothing_new(string provider)
    {
        await using var site = await SiteAsync();
        await using var home = await TestHome.CreateAsync(provider);
        await Verbs.WriteSourceAsync(home, $"feed: {site.Address}/rss");
        string[] settings = [.. home.Settings, .. CrawlHome.Settings];

        var (code, output, _) = await Verbs.RunAsync(["crawl", "--once", "--json", .. settings]);
        code.ShouldBe(ExitCodes.Ok, output);
        var report = JsonDocument.Parse(output).RootElement.EnumerateArray().ShouldHaveSingleItem();
        report.GetProperty("source").GetString().ShouldBe("bao-mau");
        report.GetProperty("entries").GetProperty("new").GetInt32().ShouldBe(4);
        var outcomes = report.GetProperty("outcomes");
        (outcomes.GetProperty("stored").GetInt32(), outcomes.GetProperty("disallowed").GetInt32()).ShouldBe((3, 1));
        site.Count("/kin/bon").ShouldBe(0);

        site.ClearRequests();
        (code, output, _) = await Verbs.RunAsync(["crawl", "--once", "--source", "bao-mau", .. settings]);
        code.ShouldBe(ExitCodes.Ok);
        output.ShouldContain("bao-mau");
        site.Requests.Where(r => r.Path != "/robots.txt").ShouldBe([("/rss", 304)]);
        Row(output).ShouldBe("bao-mau 1/1 1 0 0 0", "read, unchanged, new, known, postponed");

        // Nothing new is not nothing.
        site.Rss("/rss", ("/mot", Now.AddHours(-1)), ("/hai", Now.AddHours(-2)), ("/ba", Now.AddHours(-3)), ("/kin/bon", Now.AddHours(-5)));
        (_, output, _) = await Verbs.RunAsync(["crawl", "--once", .. settings]);
        Row(output).ShouldBe("bao-mau 1/1 0 0 4 0");
        await using var app = await home.BuildAsync();
        await using var db = app.Database();
        (await db.Items.CountAsync()).ShouldBe(3);
        (await db.Pages.CountAsync(p => p.Outcome != null)).ShouldBe(4);

        (await Verbs.RunAsync(["crawl", "--once", "--source", "khac", .. settings])).Code.ShouldBe(ExitCodes.Usage);
        (await Verbs.RunAsync(["crawl", "--once", .. home.Settings])).Code.ShouldBe(ExitCodes.Config, "no contact");
    }

    private static string Row(string table) => string.Join(' ', table.Split('\n').First(line => line.TrimStart().StartsWith("bao-mau", StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [TheoryWithModels, OnSqlite, OnPostgres]
    public async Task Pages_that_wait_since_an_earlier_crawl_are_told(string provider)
    {
        await using var site = await SiteAsync();
        await using var home = await TestHome.CreateAsync(provider);
        await Verbs.WriteSourceAsync(home, $"feed: {site.Address}/rss");
        string[] settings = [.. home.Settings, .. CrawlHome.Settings];
        var (code, output, _) = await Verbs.RunAsync(["crawl", "--once", .. settings]);
        code.ShouldBe(ExitCodes.Ok);
        output.ShouldNotContain("wait");

        var until = new DateTimeOffset(2999, 1, 2, 3, 4, 5, TimeSpan.Zero);
        await using (var app = await home.BuildAsync())
        await using (var db = app.Database())
            await db.Pages.Where(p => p.Outcome == PageOutcome.Stored).ExecuteUpdateAsync(set => set.SetProperty(p => p.Outcome, (PageOutcome?)null).SetProperty(p => p.NextAttemptAt, until));
        (_, output, _) = await Verbs.RunAsync(["crawl", "--once", .. settings]);
        output.ShouldContain("bao-mau: 3 pages wait until 2999-01-02 03:04:05Z or later");
        (_, output, _) = await Verbs.RunAsync(["crawl", "--once", "--json", .. settings]);
        var report = JsonDocument.Parse(output).RootElement[0];
        (report.GetProperty("pagesWaiting").GetInt32(), report.GetProperty("pagesWaitUntil").GetDateTimeOffset()).ShouldBe((3, until));
    }

    [TheoryWithModels, InlineData(true), InlineData(false)]
    public async Task A_progress_bar_is_drawn_on_a_terminal_only(bool terminal)
    {
        await using var site = await SiteAsync();
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await Verbs.WriteSourceAsync(home, $"feed: {site.Address}/rss");
        var (code, output, error) = await Verbs.StartAsync(terminal, ["crawl", "--once", .. home.Settings, .. CrawlHome.Settings]);
        code.ShouldBe(ExitCodes.Ok, output + error);
        output.ShouldContain("stored");
        (output + error).Contains("100%", StringComparison.Ordinal).ShouldBe(terminal);
        if (!terminal) (output + error).ShouldNotContain('\u001b');
    }

    /// <summary>The demo's second start has no reading of its own that would meet the models.</summary>
    [TheoryWithModels, InlineData("crawl --once"), InlineData("demo")]
    public async Task Models_whose_gate_failed_end_a_verb_that_judges_with_their_reason(string verb)
    {
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await Verbs.WriteSourceAsync(home, "feed: http://127.0.0.1:9/rss");
        if (verb == "demo")
        {
            await using var read = await home.BuildAsync(null, DemoService.Settings);
            await using var db = read.Database();
            db.Sources.Add(new Source { Id = DemoText.All[0].Id, Publisher = "Đã đọc", Language = "vi", LastReadAt = Now, Interval = TimeSpan.FromHours(1) });
            await db.SaveChangesAsync();
        }
        var models = Candidates.Make(home.Folder, "incitement", card => card["gate"]![0]!["found"]!["hits"] = 3);
        var (code, output, error) = await Verbs.StartAsync(terminal: false, [.. verb.Split(' '), .. home.Settings, .. CrawlHome.Settings, "--Ingestion:Models=" + models]);
        code.ShouldBe(ExitCodes.Config, output + error);
        error.ShouldContain("may not judge: incitement: its gate failed on protected speech is not flagged");
    }

    private static async Task<TestSite> SiteAsync()
    {
        var site = await TestSite.StartAsync();
        foreach (var path in new[] { "/mot", "/hai", "/ba", "/kin/bon" }) site.Article(path, "Bài " + path);
        return site.Robots("User-agent: *\nDisallow: /kin/\n").Rss("/rss", ("/mot", Now), ("/hai", Now), ("/ba", Now), ("/kin/bon", Now));
    }
}
