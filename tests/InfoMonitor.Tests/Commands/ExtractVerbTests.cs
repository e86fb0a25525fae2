using System.Text.Json;
using InfoMonitor.Commands;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Tests.Commands;

public sealed class ExtractVerbTests
{
    private static readonly string[] Contact = ["--Fetching:Contact=toa-soan@example.org"];
    private static readonly string[] Allowed = [.. Contact, "--Fetching:AllowPrivate:0=127.0.0.0/8"];

    [Fact]
    public async Task Extract_reads_an_address_after_its_robots_file_and_stores_nothing()
    {
        await using var site = await TestSite.StartAsync();
        site.Robots("User-agent: *\nDisallow: /kin/\n").Article("/bai", "Lịch tiêm chủng").Article("/kin/bai", "Kín");
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));

        var (code, output, _) = await Verbs.RunAsync(["extract", site.Address + "/bai", "--json", .. home.Settings, .. Allowed]);
        code.ShouldBe(ExitCodes.Ok);
        var page = JsonDocument.Parse(output).RootElement;
        page.GetProperty("title").GetString().ShouldBe("Lịch tiêm chủng");
        page.GetProperty("outcome").GetString().ShouldBe("article");
        page.GetProperty("language").GetString().ShouldBe("vi");
        page.GetProperty("text").GetString().ShouldBe(TestSite.TextOf("/bai"));
        site.Requests.Select(r => r.Path).ShouldBe(["/robots.txt", "/bai"]);

        (code, output, var error) = await Verbs.RunAsync(["extract", site.Address + "/kin/bai", .. home.Settings, .. Allowed]);
        (code, output).ShouldBe((ExitCodes.NoInput, ""));
        error.ShouldBe($"{site.Address}/kin/bai was not read: robots.txt forbids {site.Address}/kin/bai. There is no override: ask the publisher to let this crawler in. A page that you may save from a browser is read with: infomonitor extract FILE --url {site.Address}/kin/bai\n");
        site.Count("/kin/bai").ShouldBe(0);
        (code, _, error) = await Verbs.RunAsync(["extract", site.Address + "/khong-co", .. home.Settings, .. Allowed]);
        code.ShouldBe(ExitCodes.NoInput);
        error.ShouldEndWith("was not read: the server answered 404. Look for the page's address on its site.\n");
        File.Exists(Path.Combine(home.Folder, "data", "infomonitor.db")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(503, null, "the server answered 503. The server is busy or down: ask again later.")]
    [InlineData(429, "7200", "the server answered 429. Ask again after ")]
    public async Task What_cannot_be_had_now_ends_as_a_temporary_failure_with_what_to_do(int status, string? wait, string told)
    {
        await using var site = await TestSite.StartAsync();
        site.Serve("/bai", context =>
        {
            if (wait is not null) context.Response.Headers.RetryAfter = wait;
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        var (code, output, error) = await Verbs.RunAsync(["extract", site.Address + "/bai", .. home.Settings, .. Allowed, "--Fetching:Attempts=1"]);
        (code, output).ShouldBe((75, ""));
        error.ShouldStartWith($"{site.Address}/bai was not read: {told}");
    }

    /// <summary>By the state of the same home, and no longer than it lasts.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Extract_asks_no_host_that_the_service_leaves_alone(string provider)
    {
        await using var site = await TestSite.StartAsync();
        site.Article("/bai", "Bài");
        await using var home = await TestHome.CreateAsync(provider);
        var until = TimeProvider.System.GetUtcNow().AddHours(2);
        await using (var app = await home.BuildAsync())
        {
            await using var db = app.Database();
            var source = new Source { Id = "bao", Publisher = "Báo", Language = "vi", Enabled = true };
            source.EntryPoints.Add(new EntryPoint { SourceId = "bao", Url = site.Address + "/rss", LastStatus = 429, LastError = new Text("bận", "the server answered 429."), NotBefore = until });
            db.Sources.Add(source);
            await db.SaveChangesAsync();
        }
        string[] extract = ["extract", site.Address + "/bai", .. home.Settings, .. Allowed];
        var (code, output, error) = await Verbs.RunAsync(extract);
        (code, output).ShouldBe((ExitCodes.TryLater, ""));
        error.ShouldMatch($@"^{site.Address}/bai was not asked for: the service leaves its host alone until \d{{4}}-\d\d-\d\d \d\d:\d\d \+07:00: the server answered 429\. Ask again after that\.\n$");
        site.Requests.ShouldBeEmpty();
        await using (var app = await home.BuildAsync())
        {
            await using var db = app.Database();
            await db.EntryPoints.ExecuteUpdateAsync(set => set.SetProperty(e => e.NotBefore, TimeProvider.System.GetUtcNow().AddMinutes(-1)));
        }
        (await Verbs.RunAsync(extract)).Code.ShouldBe(ExitCodes.Ok);
    }

    [Fact]
    public async Task Extract_asks_nobody_where_the_crawler_would_not()
    {
        await using var site = await TestSite.StartAsync();
        site.Article("/bai", "Bài");
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));

        (await Verbs.RunAsync(["extract", site.Address + "/bai", .. home.Settings])).Code.ShouldBe(ExitCodes.Config, "no contact");
        var (code, _, error) = await Verbs.RunAsync(["extract", site.Address + "/bai", .. home.Settings, .. Contact]);
        code.ShouldBe(ExitCodes.NoInput);
        error.ShouldContain("loopback");
        (await Verbs.RunAsync(["extract", site.Address + "/tac-gia/a", .. home.Settings, .. Allowed])).Code.ShouldBe(ExitCodes.Usage, "an author's page, on a private network too");
        (await Verbs.RunAsync(["extract", "https://www.facebook.com/people/a/1", .. home.Settings, .. Contact])).Code.ShouldBe(ExitCodes.Usage, "a person's page");
        (await Verbs.RunAsync(["extract", "https://bao.example/tim-kiem?q=a", .. home.Settings, .. Contact])).Code.ShouldBe(ExitCodes.Usage, "a search");
        var ftp = await Verbs.StartAsync(terminal: false, "extract", "ftp://bao.example/tep.html");
        (ftp.Code, ftp.Error).ShouldBe((ExitCodes.Usage, "ftp://bao.example/tep.html is refused: Only http and https addresses are read: write the whole address, https:// included.\n"));
        site.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("extract", "Name a page, or an archive with --batch FILE.")]
    [InlineData("extract --batch a.jsonl --home /srv", "--batch takes no settings: leave out --home.")]
    [InlineData("extract --batch a.jsonl --Fetching:Contact=a@example.org", "--batch takes no settings: leave out --Fetching:Contact.")]
    [InlineData("extract a.html --batch a.jsonl", "A page and --batch FILE exclude each other: name one of them.")]
    public void What_clashes_with_an_archive_is_named(string line, string error) =>
        CommandLine.Create().Parse(line.Split(' ')).Errors.Select(e => e.Message).ShouldContain(error);

    [Fact]
    public async Task A_saved_page_is_read_with_the_address_it_came_from()
    {
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        var file = Path.Combine(home.Folder, "page.html");
        await File.WriteAllTextAsync(file, """
            <html><body><script type="application/ld+json">{"@type":"ClaimReview","claimReviewed":"Nước máy làm rụng tóc.","url":"/kiem-chung/1","reviewRating":{"alternateName":"Sai"}}</script></body></html>
            """);
        var (code, output, error) = await Verbs.RunAsync("extract", file, "--url", "https://kiem-chung.example/bai/1", "--json");
        code.ShouldBe(ExitCodes.Ok, error);
        var check = JsonDocument.Parse(output).RootElement.GetProperty("factChecks").EnumerateArray().ShouldHaveSingleItem();
        check.GetProperty("claim").GetString().ShouldBe("Nước máy làm rụng tóc.");
        check.GetProperty("url").GetString().ShouldBe("https://kiem-chung.example/kiem-chung/1");

        var wrong = await Verbs.StartAsync(terminal: false, "extract", file, "--url", "kiem-chung.example");
        (wrong.Code, wrong.Error).ShouldBe((ExitCodes.Usage, "--url kiem-chung.example is no http(s) address: name the one the page was saved from.\n"));
    }

    [Fact]
    public async Task A_file_that_is_no_text_is_refused_with_the_remedy()
    {
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        var file = Path.Combine(home.Folder, "page.html");
        await File.WriteAllBytesAsync(file, [.. Enumerable.Range(0, 256).Select(i => (byte)i)]);
        var (code, output, error) = await Verbs.RunAsync("extract", file);
        (code, output).ShouldBe((ExitCodes.NoInput, ""));
        error.ShouldContain("is no text");
        error.ShouldContain("Name a saved page.");
    }

    [Fact]
    public async Task A_saved_page_that_takes_too_long_is_given_up_with_what_it_took()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, TestSite.ArticleHtml("Bài", TestSite.TextOf("/bai")));
            (await ShowAsync(TimeSpan.FromMinutes(5))).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(ExitCodes.Ok), r => r.Output.ShouldContain("Outcome:   article"));
            var (code, output, error) = await ShowAsync(TimeSpan.Zero);
            (code, output).ShouldBe((ExitCodes.NoInput, ""));
            error.ShouldBe($"{file} was not read: reading the page took longer than 0 s.{Environment.NewLine}");
        }
        finally
        {
            File.Delete(file);
        }

        async Task<(int Code, string Output, string Error)> ShowAsync(TimeSpan within)
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            var code = await ExtractCommand.ShowAsync(file, null, false, within, new System.CommandLine.InvocationConfiguration { Output = output, Error = error }, CancellationToken.None);
            return (code, output.ToString(), error.ToString());
        }
    }
}
