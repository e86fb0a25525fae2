using System.CommandLine;
using System.Text.Json;
using InfoMonitor.Commands;
using InfoMonitor.Content.Classification;
using InfoMonitor.Demo;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Ingestion;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Tests.Commands;

public sealed class StatusTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Status_counts_what_the_database_holds_for_people_and_for_scripts(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider, ("cắt bảo hiểm", FlagReason.UnverifiedClaim));
        var text = Bench.Prose(80) + "\nMọi người đều bị cắt bảo hiểm y tế.";
        await bench.IngestAsync("bao-a", "1", "Tin", text);
        await bench.IngestAsync("bao-b", "2", "Tin", text);
        await bench.IngestAsync("bao-b", "3", "Ngắn", "Ngắn.");
        await bench.AddPageAsync("bao-c", "4");

        var (code, output) = await RunAsync(["status", "--json", .. bench.Settings]);
        code.ShouldBe(ExitCodes.Ok);
        var status = JsonDocument.Parse(output).RootElement;
        status.GetProperty("sources").GetInt32().ShouldBe(3);
        status.GetProperty("items").GetInt32().ShouldBe(2);
        status.GetProperty("stories").GetInt32().ShouldBe(1);
        status.GetProperty("briefings").GetInt32().ShouldBe(0);
        var pages = status.GetProperty("pages");
        (pages.GetProperty("pending").GetInt32(), pages.GetProperty("stored").GetInt32(), pages.GetProperty("copy").GetInt32(), pages.GetProperty("not-article").GetInt32(), pages.GetProperty("quarantined").GetInt32()).ShouldBe((1, 1, 1, 1, 0));
        var flags = status.GetProperty("flags");
        flags.GetProperty("total").GetInt32().ShouldBe(1);
        flags.GetProperty("byReason").GetProperty("unverified-claim").GetInt32().ShouldBe(1);
        flags.GetProperty("byState").GetProperty("new").GetInt32().ShouldBe(1);

        (_, output) = await RunAsync(["status", .. bench.Settings]);
        output.Split('\n').Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ShouldContain("not-article 1");
    }

    [Fact]
    public async Task A_source_is_counted_once_by_its_own_condition()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        await using (var app = await home.BuildAsync())
        {
            await using var db = app.Database();
            foreach (var (id, failures) in new[] { ("hong", 2), ("mat", SourceConditions.DiedAfter), ("moi", 0) })
                db.Sources.Add(new Source { Id = id, Publisher = id, Language = "vi", Interval = TimeSpan.FromMinutes(30), Enabled = true, Failures = failures });
            await db.SaveChangesAsync();
        }
        var (_, output) = await RunAsync(["status", .. home.Settings]);
        output.Split('\n').Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Take(5).ShouldBe(["sources 3", "switched on 3", "died 1", "failing 1", "untried 1"]);
        JsonDocument.Parse((await RunAsync(["status", "--json", .. home.Settings])).Output).RootElement.GetProperty("sourcesFailing").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_source_that_only_waits_is_told_with_the_end_of_it()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        var until = new DateTimeOffset(TimeProvider.System.GetUtcNow().Date.AddDays(2).AddHours(3), TimeSpan.Zero);
        await using (var app = await home.BuildAsync())
        {
            await using var db = app.Database();
            var source = new Source { Id = "bao", Publisher = "Báo", Language = "vi", Interval = TimeSpan.FromMinutes(30), Enabled = true, Failures = 2 };
            source.EntryPoints.Add(new EntryPoint { SourceId = "bao", Url = "https://bao.example/rss", LastStatus = 503, LastError = new Text("bận", "busy"), NotBefore = until });
            db.Sources.Add(source);
            await db.SaveChangesAsync();
        }
        (await RunAsync(["status", .. home.Settings])).Output.ShouldContain($"    bao until {until.ToOffset(TimeSpan.FromHours(7)):yyyy-MM-dd HH:mm} +07:00\n");
        var status = JsonDocument.Parse((await RunAsync(["status", "--json", .. home.Settings])).Output).RootElement;
        (status.GetProperty("sourcesFailing").GetInt32(), status.GetProperty("sourceConditions").GetProperty("waiting").GetInt32()).ShouldBe((0, 1));
        var waiting = status.GetProperty("sourcesWaiting").EnumerateArray().ShouldHaveSingleItem();
        (waiting.GetProperty("id").GetString(), waiting.GetProperty("until").GetDateTimeOffset()).ShouldBe(("bao", until));
    }

    /// <summary>Its entry points are read and most of its pages are not.</summary>
    [Fact]
    public async Task A_source_whose_pages_cannot_be_had_counts_as_troubled()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        await using (var app = await home.BuildAsync())
        {
            await using var db = app.Database();
            var now = TimeProvider.System.GetUtcNow();
            db.Sources.Add(new Source { Id = "bao", Publisher = "Báo", Language = "vi", Interval = TimeSpan.FromMinutes(30), Enabled = true, LastReadAt = now, TriedAt = now });
            for (var i = 0; i < 5; i++) db.Pages.Add(new Page { SourceId = "bao", Url = $"https://bao.example/{i}", UrlHash = $"{i}", FoundAt = now, Attempts = 1, NextAttemptAt = now, Detail = "the server answered 503" });
            await db.SaveChangesAsync();
        }
        var conditions = JsonDocument.Parse((await RunAsync(["status", "--json", .. home.Settings])).Output).RootElement.GetProperty("sourceConditions");
        (conditions.GetProperty("troubled").GetInt32(), conditions.GetProperty("healthy").GetInt32()).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Status_of_a_demo_that_never_ran_says_how_to_start_it()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        (await RunAsync(["status", "--demo", .. home.Settings])).Code.ShouldBe(ExitCodes.NoInput);
        Directory.Exists(Path.Combine(home.Folder, DemoService.Folder)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("status")]
    [InlineData("digest")]
    [InlineData("quarantine list")]
    [InlineData("audit verify")]
    public async Task A_verb_that_only_looks_makes_no_database_and_says_how_to_begin(string verb)
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        var (code, output, error) = await Verbs.StartAsync(terminal: false, [.. verb.Split(' '), .. home.Settings]);
        (code, output).ShouldBe((ExitCodes.NoInput, ""));
        error.ShouldBe($"There is no database at {Path.Combine(home.Folder, "data", "infomonitor.db")}. Begin with: infomonitor run (or look around first: infomonitor demo).\n");
        Directory.Exists(Path.Combine(home.Folder, "data")).ShouldBeFalse();
    }

    [Theory, OnPostgres]
    public async Task A_server_without_tables_of_ours_gets_none_from_looking(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        (await RunAsync(["status", .. home.Settings])).Code.ShouldBe(ExitCodes.NoInput);
        await using var app = await home.BuildAsync();   // migrated
        (await RunAsync(["status", .. home.Settings])).Code.ShouldBe(ExitCodes.Ok);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_quarantined_page_is_listed_and_a_released_one_is_pending_again(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        bench.Judge = (_, _, _, _) => throw new FormatException("Không đọc được 0912 345 678");
        await bench.IngestAsync("bao-a", "hong.html", "Hỏng", Bench.Prose(90));
        await bench.IngestAsync("bao-a", "hong-2.html", "Hỏng", Bench.Prose(91));

        var listed = JsonDocument.Parse((await RunAsync(["quarantine", "list", "--json", .. bench.Settings])).Output).RootElement;
        listed.GetArrayLength().ShouldBe(2);
        listed[0].GetProperty("detail").GetString().ShouldBe("FormatException: Không đọc được [PHONE]");
        listed[0].GetProperty("url").GetString().ShouldBe("https://bao-a.example/hong-2.html");
        var id = listed[1].GetProperty("id").GetInt64();

        (await RunAsync(["quarantine", "release", .. bench.Settings])).Code.ShouldBe(ExitCodes.Usage);
        (await RunAsync(["quarantine", "release", "4711", .. bench.Settings])).Code.ShouldBe(ExitCodes.Found);
        (await RunAsync(["quarantine", "release", $"{id}", .. bench.Settings])).ShouldBe((ExitCodes.Ok, "Released 1 page.\n"));
        await using (var db = bench.App.Database())
        {
            var page = await db.Pages.SingleAsync(p => p.Id == id);
            (page.Outcome, page.EndedAt, page.Attempts).ShouldBe((null, null, 0));
            (await db.AuditEntries.SingleAsync()).ShouldSatisfyAllConditions(e => e.Action.ShouldBe("page.release"), e => e.Subject.ShouldBe($"page:{id}"));
        }
        (await RunAsync(["quarantine", "release", "--all", .. bench.Settings])).ShouldBe((ExitCodes.Ok, "Released 1 page.\n"));
        (await RunAsync(["quarantine", "list", .. bench.Settings])).Output.ShouldBe("No page is quarantined.\n");

        bench.Judge = null;
        (await Bench.IngestAsync(bench.App, id, "bao-a", "hong.html", Bench.Html("Lành", Bench.Prose(90)))).ShouldBe(PageOutcome.Stored);
    }

    private static async Task<(int Code, string Output)> RunAsync(string[] arguments)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.Create().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output });
        return (code, output.ToString());
    }
}
