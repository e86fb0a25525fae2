using System.Text.Json;
using InfoMonitor.Commands;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Ingestion;
using InfoMonitor.Sources;
using InfoMonitor.Storage;
using InfoMonitor.Tests.Commands;
using InfoMonitor.Tests.Ingestion;
using InfoMonitor.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Tests.Sources;

public sealed class SourcesCheckTests
{
    private const string Paragraph = "Ủy ban nhân dân xã cho biết lịch tiêm chủng tháng này bắt đầu từ thứ hai, các gia đình mang theo sổ tiêm của trẻ và đến đúng giờ ghi trên giấy mời. ";

    [Fact]
    public async Task A_trial_shows_what_would_be_taken_and_stores_only_the_mark()
    {
        await using var site = await TestSite.StartAsync();
        site.Serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /kin/\n");
        site.Serve("/rss", "application/rss+xml", $"""
            <rss version="2.0"><channel><title>Báo</title>
            <item><title>Lịch tiêm</title><link>{site.Address}/lich-tiem.html</link></item>
            <item><title>Kín</title><link>{site.Address}/kin/mot.html</link></item>
            <item><title>Hồ sơ</title><link>https://www.facebook.com/people/a/1</link></item>
            <item><title>Xưa</title><link>{site.Address}/xua.html</link><pubDate>Mon, 06 Jan 2020 08:00:00 +0700</pubDate></item>
            </channel></rss>
            """);
        site.Serve("/lich-tiem.html", "text/html; charset=utf-8", $"<html lang=vi><head><title>Lịch tiêm chủng tháng này</title></head><body><article><h1>Lịch tiêm chủng tháng này</h1>{string.Concat(Enumerable.Repeat($"<p>{Paragraph}{Paragraph}</p>", 8))}</article></body></html>");
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        string[] settings = ["--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8"];
        await WriteAsync(home, site.Address + "/rss");
        await using var app = await home.BuildAsync(null, settings);
        var mirror = app.Services.GetRequiredService<SourceMirror>();
        await mirror.MirrorAsync(CancellationToken.None);
        var definition = ((SourceFileReading.Read)await mirror.ReadAsync(CancellationToken.None)).Sources.Single();

        var result = await ActivatorUtilities.CreateInstance<SourceTrial>(app.Services).RunAsync(definition, 3, CancellationToken.None);

        result.EntryPoints.ShouldHaveSingleItem().Found.ShouldBe(new TriedEntries(Kept: 2, TooOld: 1, BeyondLimits: 0, Refused: 1), customMessage: result.EntryPoints[0].Error);
        result.Pages.Select(p => p.Outcome).ShouldBe(["article", "disallowed"]);
        result.Pages[0].Title.ShouldBe("Lịch tiêm chủng tháng này");
        result.Pages[0].Length.ShouldNotBeNull().ShouldBeGreaterThan(1000);
        result.Hosts.ShouldHaveSingleItem().Error.ShouldBeNull();
        result.Good.ShouldBe(true);
        await using var db = app.Database();
        (await db.Sources.SingleAsync()).TriedAt.ShouldNotBeNull();
        (await db.Pages.CountAsync() + await db.Items.CountAsync()).ShouldBe(0);
        (await db.EntryPoints.SingleAsync()).LastReadAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_list_entry_point_is_tried_by_the_links_found_on_it()
    {
        await using var site = await TestSite.StartAsync();
        string[] articles = ["/thoi-su/con-duong-moi-101.html", "/thoi-su/vuon-cay-102.html", "/thoi-su/phong-doc-103.html"];
        foreach (var path in articles) site.Article(path, "Bài " + path);
        site.List("/thoi-su", articles);
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, site.Address + "/thoi-su", "list");
        var (code, output, error) = await Verbs.RunAsync(["sources", "check", "--try", "--json", .. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8"]);

        code.ShouldBe(ExitCodes.Ok, output + error);
        var source = JsonDocument.Parse(output).RootElement.GetProperty("sources").EnumerateArray().ShouldHaveSingleItem();
        source.GetRawText().ShouldSatisfyAllConditions(t => t.ShouldContain("\"list\""), t => t.ShouldContain("con-duong-moi-101"), t => t.ShouldContain("\"article\""));
        site.Count("/thoi-su").ShouldBe(1);
        await using var app = await home.BuildAsync();
        await using var db = app.Database();
        (await db.Sources.SingleAsync()).TriedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_trial_tells_a_link_of_a_list_page_that_was_not_taken_for_an_article()
    {
        await using var site = await TestSite.StartAsync();
        var list = string.Concat(Enumerable.Range(1, 3).Select(i => $"<div><h3><a href=/thoi-su/con-duong-moi-10{i}.html>Con đường mới qua xã số {i} thông xe</a></h3></div>"));
        site.Serve("/thoi-su", "text/html; charset=utf-8", $"<!doctype html><html lang=vi><body><main>{list}<p><a href=/so-lieu/mua-vu>Mùa vụ trong năm ở xã</a></p></main></body></html>");
        foreach (var i in Enumerable.Range(1, 3)) site.Article($"/thoi-su/con-duong-moi-10{i}.html", $"Con đường {i}");
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, site.Address + "/thoi-su", "list");

        var (_, output, _) = await Verbs.RunAsync(["sources", "check", "--try", "--json", .. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8"]);

        var entry = JsonDocument.Parse(output).RootElement.GetProperty("sources")[0].GetProperty("entryPoints")[0];
        entry.GetProperty("kept").GetInt32().ShouldBe(3);
        var dropped = entry.GetProperty("dropped").EnumerateArray().ShouldHaveSingleItem();
        (dropped.GetProperty("count").GetInt32(), dropped.GetProperty("example").GetString()).ShouldBe((1, site.Address + "/so-lieu/mua-vu"));
        dropped.GetProperty("reason").GetString().ShouldNotBeNull().ShouldContain("selector");
    }

    [Fact]
    public async Task A_source_that_cannot_be_read_is_not_marked()
    {
        await using var site = await TestSite.StartAsync();
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, site.Address + "/khong-co");
        string[] settings = [.. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8"];
        (await RunAsync(["sources", "check", "--try", .. settings])).ShouldBe(ExitCodes.Found);
        await using var app = await home.BuildAsync();
        await using var db = app.Database();
        (await db.Sources.SingleAsync()).TriedAt.ShouldBeNull();
    }

    [Fact]
    public async Task What_a_page_says_of_claims_is_shown()
    {
        await using var site = await TestSite.StartAsync();
        site.Serve("/rss", "application/rss+xml", $"<rss version=\"2.0\"><channel><item><link>{site.Address}/kiem-chung</link><pubDate>Thu, 26 Nov 2026 14:05:00 +0700</pubDate></item></channel></rss>").Serve("/kiem-chung", "text/html; charset=utf-8", """
            <html><body><script type="application/ld+json">{"@type":"ClaimReview","claimReviewed":"Nước máy làm rụng tóc, gọi 0912345678.","reviewRating":{"alternateName":"Sai"}}</script></body></html>
            """);
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, site.Address + "/rss");
        var (_, output, error) = await Verbs.RunAsync(["sources", "check", "--try", "--json", .. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8", "--Ingestion:Models=" + Path.Combine(TestHome.Repository, "models")]);
        var page = JsonDocument.Parse(output).RootElement.GetProperty("sources")[0].GetProperty("pages")[0];
        var check = page.GetProperty("factChecks")[0];
        check.GetProperty("claim").GetString().ShouldBe("Nước máy làm rụng tóc, gọi [PHONE].", output + error);
        check.GetProperty("verdict").GetString().ShouldBe("Sai");
        page.GetProperty("published").GetString().ShouldBe("2026-11-26T07:05:00+00:00", "as the feed announces it, where the page says nothing");
    }

    [Fact]
    public async Task A_feed_of_fact_checks_alone_yields_references_and_can_be_read()
    {
        await using var site = await TestSite.StartAsync();
        site.Serve("/datafeed.json", "application/json", """{"@context":"https://schema.org","@type":"DataFeed","dataFeedElement":[{"@type":"DataFeedItem","item":[{"@type":"ClaimReview","claimReviewed":"Nước máy làm rụng tóc.","reviewRating":{"alternateName":"Sai"},"url":"https://kiem-chung.example/1","author":{"@type":"Organization","name":"Báo Mẫu"}}]}]}""");
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, site.Address + "/datafeed.json");
        var (code, output, error) = await Verbs.RunAsync(["sources", "check", "--try", "--json", .. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8", "--Ingestion:Models=" + Path.Combine(TestHome.Repository, "models")]);
        code.ShouldBe(ExitCodes.Ok, output + error);
        var entry = JsonDocument.Parse(output).RootElement.GetProperty("sources")[0].GetProperty("entryPoints")[0];
        entry.GetProperty("error").ValueKind.ShouldBe(JsonValueKind.Null);
        entry.GetProperty("factChecks")[0].GetProperty("url").GetString().ShouldBe("https://kiem-chung.example/1");
    }

    /// <summary>The service drops such a fact-check (DESIGN 2.1): the trial may not show what it keeps from everybody.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_fact_check_that_exposes_a_victim_is_counted_and_never_shown(bool judged)
    {
        await using var site = await TestSite.StartAsync();
        const string Script = """<script type="application/ld+json">{"@type":"ClaimReview","claimReviewed":"Cháu Lò Thị Bông ở bản Chiềng bị xâm hại.","reviewRating":{"alternateName":"Sai"}}</script>""";
        site.Serve("/rss", "application/rss+xml", $"<rss version=\"2.0\"><channel><item><link>{site.Address}/lo-thi-bong</link><description><![CDATA[{Script}]]></description></item></channel></rss>")
            .Serve("/lo-thi-bong", "text/html; charset=utf-8", $"<html lang=vi><head><title>Cháu Bông bị xâm hại?</title>{Script}</head><body><article><h1>Cháu Bông bị xâm hại?</h1>{string.Concat(Enumerable.Repeat($"<p>{Paragraph}{Paragraph}</p>", 8))}</article></body></html>");
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, site.Address + "/rss");
        string[] settings = ["--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8", "--Ingestion:Models=khong-co"];
        string output;
        if (judged)
        {
            await using var app = await home.BuildAsync(builder => builder.Services.AddSingleton<Judge>((_, text, language, _) => Bench.Make(language, text.Contains("xâm hại", StringComparison.Ordinal) ? [FlagReason.VictimExposure] : [], [])), settings);
            var definition = ((SourceFileReading.Read)await app.Services.GetRequiredService<SourceMirror>().ReadAsync(CancellationToken.None)).Sources.Single();
            var result = await ActivatorUtilities.CreateInstance<SourceTrial>(app.Services).RunAsync(definition, 3, CancellationToken.None);
            result.Pages.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Outcome.ShouldBe("article"), p => p.Url.ShouldBe(site.Address + "/[…]"), p => p.Title.ShouldBe("[…]"));
            foreach (var checks in result.Pages.Select(p => p.FactChecks).Append(result.EntryPoints[0].FactChecks)) checks.Left.ShouldHaveSingleItem().Reason.ShouldContain("who a victim or child is");
            output = JsonSerializer.Serialize(result);
        }
        else
        {
            output = (await Verbs.RunAsync(["sources", "check", "--try", .. home.Settings, .. settings])).Output;
            output.ShouldContain("a fact-check is not shown: whether it tells who a victim or child is could not be judged.");
            output.ShouldContain("khong-co", customMessage: "the folder that was looked for");
        }
        output.ShouldSatisfyAllConditions(t => t.ShouldNotContain("Bông"), t => t.ShouldNotContain("xâm hại"), t => t.ShouldNotContain("lo-thi-bong"));
    }

    /// <summary>The service stores neither title nor address of such an article.</summary>
    [Theory]
    [InlineData(true, "it tells who a victim or child is.")]
    [InlineData(false, "whether it tells who a victim or child is could not be judged.")]
    public async Task Title_and_address_of_an_article_that_exposes_a_victim_are_not_shown(bool judged, string reason)
    {
        await using var site = await TestSite.StartAsync();
        site.Rss("/rss", ("/lo-thi-bong", TimeProvider.System.GetUtcNow())).Article("/lo-thi-bong", "Cháu Bông bị xâm hại", string.Concat(Enumerable.Repeat($"{Paragraph}{Paragraph}\n", 8)));
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, site.Address + "/rss");
        await using var app = await home.BuildAsync(builder =>
        {
            if (judged) builder.Services.AddSingleton<Judge>((title, _, language, _) => Bench.Make(language, title == "Cháu Bông bị xâm hại" ? [FlagReason.VictimExposure] : [], []));
        }, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8", "--Ingestion:Models=khong-co");
        var definition = ((SourceFileReading.Read)await app.Services.GetRequiredService<SourceMirror>().ReadAsync(CancellationToken.None)).Sources.Single();
        var result = await ActivatorUtilities.CreateInstance<SourceTrial>(app.Services).RunAsync(definition, 3, CancellationToken.None);
        var page = result.Pages.ShouldHaveSingleItem();
        (page.Outcome, page.Url, page.Title).ShouldBe(("article", site.Address + "/[…]", "[…]"));
        page.Reason.ShouldNotBeNull().ShouldStartWith(reason);
        result.Good.ShouldBe(true);
        JsonSerializer.Serialize(result).ShouldSatisfyAllConditions(t => t.ShouldNotContain("Bông"), t => t.ShouldNotContain("lo-thi-bong"));
    }

    [Theory]
    [InlineData("/trong", "It announces nothing")]
    [InlineData("/nguoi-khac", "None of its entries is a page of the publisher")]
    [InlineData("/khong-co", "If it stays so, look for its new address on the publisher's site and write it in sources.yaml, or enabled: false.")]
    [InlineData("/cu", "It leads to {0}/ now, for good. It serves a web page where a feed is configured")]
    [InlineData("/sang", "It leads elsewhere. An author's page is refused: it gathers what one person wrote. Give a section of the publisher instead.")]
    public async Task A_source_that_has_to_be_mended_is_told_with_the_reason(string path, string reason)
    {
        await using var site = await TestSite.StartAsync();
        site.Rss("/trong").Serve("/nguoi-khac", "application/rss+xml", "<rss version=\"2.0\"><channel><item><link>https://www.facebook.com/people/a/1</link></item></channel></rss>").Article("/", "Trang chủ").Serve("/cu", context =>
        {
            context.Response.Redirect("/", permanent: true);
            return Task.CompletedTask;
        }).Article("/bai-cua-mot-nguoi", "Bài").Rss("/tac-gia/a-b", ("/bai-cua-mot-nguoi", TimeProvider.System.GetUtcNow())).Serve("/sang", context =>
        {
            context.Response.Redirect("/tac-gia/a-b");
            return Task.CompletedTask;
        });
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, site.Address + path);
        var (code, output, _) = await Verbs.RunAsync(["sources", "check", "--try", "--json", .. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8"]);
        code.ShouldBe(ExitCodes.Found);
        JsonDocument.Parse(output).RootElement.GetProperty("sources")[0].GetProperty("entryPoints")[0].GetProperty("error").GetString()
            .ShouldNotBeNull().ShouldContain(string.Format(System.Globalization.CultureInfo.InvariantCulture, reason, site.Address));
    }

    /// <summary>It can be fetched, and nothing new will ever come of it.</summary>
    [Theory]
    [InlineData("/bo", 200, "The newest entry that its entry points announce is 200d old, longer than its entries are apart. Open the publisher's site")]
    [InlineData("/im", 9, "The newest entry that its entry points announce is 9d old")]
    [InlineData("/trong", 0, "It announces nothing")]
    public async Task A_dead_feed_is_no_source_that_can_be_read(string path, int days, string reason)
    {
        await using var site = await TestSite.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        site.Rss("/bo", [.. Enumerable.Range(0, 10).Select(i => ($"/bai-{i}", now.AddDays(-200 - i)))]).Rss("/im", [.. Enumerable.Range(0, 10).Select(i => ($"/bai-{i}", now.AddDays(-9 - i)))]).Rss("/trong");
        for (var i = 0; i < 5; i++) site.Article($"/bai-{i}", $"Bài {i}");
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, site.Address + path);
        string[] trial = ["sources", "check", "--try", "--pages", "1", .. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8", "--Ingestion:Models=" + Path.Combine(TestHome.Repository, "models")];
        var (code, output, error) = await Verbs.RunAsync([.. trial, "--json"]);
        code.ShouldBe(ExitCodes.Found, output + error);
        var source = JsonDocument.Parse(output).RootElement.GetProperty("sources")[0];
        source.GetProperty("good").GetBoolean().ShouldBeFalse();
        source.GetProperty("reasons").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldNotBeNull().ShouldContain(reason);
        var silent = source.GetProperty("silentSeconds");
        if (days > 0) silent.GetInt64().ShouldBeInRange((days * 86_400) - 5, (days * 86_400) + 600); else silent.ValueKind.ShouldBe(JsonValueKind.Null);
        source.GetProperty("entryPoints")[0].GetProperty("newestAt").ValueKind.ShouldBe(days > 0 ? JsonValueKind.String : JsonValueKind.Null);
        var (_, table, _) = await Verbs.RunAsync(trial);
        table.ShouldSatisfyAllConditions(t => t.ShouldContain("has to be mended"), t => t.ShouldContain("0 of 1 sources can be read"), t => t.Split(reason).Length.ShouldBe(2, "said once"));
        await using var app = await home.BuildAsync();
        await using var db = app.Database();
        (await db.Sources.SingleAsync()).TriedAt.ShouldBeNull();
    }

    /// <summary>Who asked to be left alone is not asked by hand either.</summary>
    [Fact]
    public async Task A_trial_waits_as_long_as_the_server_asked_for()
    {
        await using var site = await TestSite.StartAsync();
        site.Rss("/rss", ("/bai-0", TimeProvider.System.GetUtcNow())).Article("/bai-0", "Bài");
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, site.Address + "/rss");
        string[] trial = ["sources", "check", "--try", "--pages", "1", .. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8", "--Ingestion:Models=" + Path.Combine(TestHome.Repository, "models")];
        (await Verbs.RunAsync(trial)).Code.ShouldBe(ExitCodes.Ok);
        await using var app = await home.BuildAsync();
        await using var db = app.Database();
        await db.EntryPoints.ExecuteUpdateAsync(set => set.SetProperty(e => e.NotBefore, TimeProvider.System.GetUtcNow().AddHours(2)));
        site.ClearRequests();
        var (code, output, error) = await Verbs.RunAsync([.. trial, "--json"]);
        code.ShouldBe(ExitCodes.Ok, output + error);
        var source = JsonDocument.Parse(output).RootElement.GetProperty("sources")[0];
        (source.GetProperty("good").ValueKind, source.GetProperty("reasons").GetArrayLength(), source.GetProperty("entryPoints")[0].GetProperty("error").ValueKind).ShouldBe((JsonValueKind.Null, 0, JsonValueKind.Null), "nobody knows");
        source.GetProperty("waitsBecause").GetString().ShouldBe("the site asked to be left alone for a while. It is tried again by itself. If it lasts, lengthen interval or delay in sources.yaml.");
        var until = source.GetProperty("waitsUntil").GetDateTimeOffset();
        (until, until.Offset).ShouldBe((source.GetProperty("entryPoints")[0].GetProperty("waitsUntil").GetDateTimeOffset(), TimeSpan.FromHours(7)));
        var (_, table, _) = await Verbs.RunAsync(trial);
        table.ShouldSatisfyAllConditions(t => t.ShouldContain($"waits until {until:yyyy-MM-dd HH:mm} +07:00"), t => t.ShouldNotContain("mended"), t => t.ShouldContain("0 of 1 sources can be read as they stand in the file. Of 1 that is not known yet"));
        site.Requests.ShouldBeEmpty();
    }

    /// <summary>The service asks it again by itself in a while.</summary>
    [Theory]
    [InlineData(503), InlineData(429)]
    public async Task A_robots_txt_that_is_busy_is_a_wait_with_its_end_and_nothing_to_mend(int status)
    {
        await using var site = await TestSite.StartAsync();
        site.Rss("/rss").Serve("/robots.txt", status);
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, site.Address + "/rss");
        string[] trial = ["sources", "check", "--try", .. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8", "--Fetching:Attempts=1"];
        var (code, output, error) = await Verbs.RunAsync([.. trial, "--json"]);
        code.ShouldBe(ExitCodes.Ok, output + error);
        var source = JsonDocument.Parse(output).RootElement.GetProperty("sources")[0];
        (source.GetProperty("good").ValueKind, source.GetProperty("reasons").GetArrayLength()).ShouldBe((JsonValueKind.Null, 0));
        source.GetProperty("waitsUntil").GetDateTimeOffset().ShouldBe(TimeProvider.System.GetUtcNow().AddMinutes(5), TimeSpan.FromMinutes(2));
        source.GetProperty("waitsBecause").GetString().ShouldNotBeNull().ShouldStartWith($"robots.txt could not be read: the server answered {status}.");
        (await Verbs.RunAsync(trial)).Output.ShouldSatisfyAllConditions(t => t.ShouldContain(": waits until "), t => t.ShouldNotContain("mended:"));
    }

    /// <summary>Each look is a process of its own; what it was that the host waits for stands in the database.</summary>
    [Theory]
    [InlineData(503, null, "the server answered 503.")]
    [InlineData(null, 1200, "robots.txt asks for 1200 s between two requests")]
    public async Task A_later_look_names_why_a_host_that_the_service_leaves_alone_waits(int? status, int? pause, string why)
    {
        await using var site = await TestSite.StartAsync();
        site.Rss("/rss");
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, site.Address + "/rss");
        await using (var app = await home.BuildAsync(null, "--Fetching:AllowPrivate:0=127.0.0.0/8"))
        {
            await app.Services.GetRequiredService<SourceMirror>().MirrorAsync(CancellationToken.None);
            await using var db = app.Database();
            var entry = await db.EntryPoints.SingleAsync();
            (entry.NotBefore, entry.LastStatus, entry.LastError, entry.RobotsDelay) = (TimeProvider.System.GetUtcNow().AddHours(2), status, status is { } s ? InfoMonitor.Fetching.FetchingTexts.Answered(s).Whole : null, pause is { } p ? TimeSpan.FromSeconds(p) : null);
            await db.SaveChangesAsync();
        }
        var (_, output, _) = await Verbs.RunAsync(["sources", "check", "--try", "--json", .. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8"]);
        JsonDocument.Parse(output).RootElement.GetProperty("sources")[0].GetProperty("entryPoints")[0].GetProperty("waitsBecause").GetString().ShouldNotBeNull().ShouldStartWith(why);
        site.Requests.ShouldBeEmpty();
    }

    /// <summary>Told beside each only where it holds for one.</summary>
    [Fact]
    public async Task Advice_that_holds_for_several_places_is_told_once_with_all_of_them()
    {
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        var file = Path.Combine(home.Folder, "config", "sources.yaml");
        await WriteAsync(home, "http://10.0.0.1/rss");
        await File.AppendAllTextAsync(file, "\n      - feed: http://10.0.0.1/khac\n      - sitmap: https://bao.example/sitemap.xml\n");
        var (_, _, error) = await Verbs.RunAsync(["sources", "check", .. home.Settings]);
        error.Split("Fetching:AllowPrivate lists its range").Length.ShouldBe(2, error);
        var at = (await File.ReadAllLinesAsync(file)).Select((line, i) => (line, i)).Where(l => l.line.Contains("10.0.0.1", StringComparison.Ordinal)).Select(l => $"line {l.i + 1}");
        error.ShouldSatisfyAllConditions(t => t.ShouldContain($"\n{string.Join(", ", at)}: An address of this machine"), t => t.ShouldContain("did you mean sitemap?)"), t => t.ShouldEndWith("3 errors.\n"));

        await using var site = await TestSite.StartAsync();
        await WriteAsync(home, site.Address + "/khong-1");
        await File.AppendAllTextAsync(file, $"\n      - feed: {site.Address}/khong-2\n");
        var (_, table, _) = await Verbs.RunAsync(["sources", "check", "--try", .. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8"]);
        table.Split("look for its new address").Length.ShouldBe(2, table);
        table.ShouldSatisfyAllConditions(t => t.ShouldContain($"  {site.Address}/khong-1: the server answered 404.\n"), t => t.ShouldContain($"{site.Address}/khong-1, {site.Address}/khong-2: If it stays so, look for its new address"));
    }

    /// <summary>It is no private one, and nobody has it: the trial, which looks, tells so.</summary>
    [Fact]
    public async Task A_name_that_no_host_has_is_not_found()
    {
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, "https://khong-co.invalid/rss");
        (await Verbs.RunAsync(["sources", "check", .. home.Settings])).Code.ShouldBe(ExitCodes.Ok);
        var (code, output, _) = await Verbs.RunAsync(["sources", "check", "--try", .. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:Attempts=1"]);
        code.ShouldBe(ExitCodes.Found);
        output.ShouldSatisfyAllConditions(t => t.ShouldContain("the host's name has no address"), t => t.ShouldNotContain("private"));
    }

    /// <summary>One page is asked, and told to come back; the others are not asked then, and nothing has to be mended.</summary>
    [Fact]
    public async Task Pages_of_a_host_that_is_left_alone_are_not_asked_and_nothing_to_mend()
    {
        await using var site = await TestSite.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        site.Rss("/rss", [.. Enumerable.Range(0, 3).Select(i => ($"/bai-{i}", now.AddHours(-i)))]);
        for (var i = 0; i < 3; i++)
            site.Serve($"/bai-{i}", context =>
            {
                (context.Response.Headers.RetryAfter, context.Response.StatusCode) = ("7200", StatusCodes.Status429TooManyRequests);
                return Task.CompletedTask;
            });
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, site.Address + "/rss");
        string[] trial = ["sources", "check", "--try", .. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8"];
        var (code, output, error) = await Verbs.RunAsync([.. trial, "--json"]);
        code.ShouldBe(ExitCodes.Ok, output + error);
        var pages = JsonDocument.Parse(output).RootElement.GetProperty("sources")[0].GetProperty("pages").EnumerateArray().ToArray();
        pages.Select(p => p.GetProperty("outcome").GetString()).ShouldBe(["waits", "waits", "waits"]);
        pages[0].GetProperty("reason").GetString().ShouldNotBeNull().ShouldMatch(@"^Waits until \d{4}-\d\d-\d\d \d\d:\d\d \+07:00: the server answered 429$");
        pages[2].GetProperty("reason").GetString().ShouldNotBeNull().ShouldEndWith("(the server answered 429)", Case.Sensitive, "that was the cause");
        JsonDocument.Parse(output).RootElement.GetProperty("sources")[0].GetProperty("good").ValueKind.ShouldBe(JsonValueKind.Null);
        Enumerable.Range(0, 3).Sum(i => site.Count($"/bai-{i}")).ShouldBe(1);
        await using var app = await home.BuildAsync();
        await using var db = app.Database();
        (await db.Sources.SingleAsync()).TriedAt.ShouldBeNull("nobody knows whether its pages are articles");

        // The service was told so at pages of that host, and put the others off.
        db.Pages.Add(new Page { SourceId = "bao-mau", Url = site.Address + "/khac", UrlHash = "khac", FoundAt = now, NextAttemptAt = now.AddHours(1), Detail = "the site asked to be left alone for a while" });
        await db.SaveChangesAsync();
        site.ClearRequests();
        (await Verbs.RunAsync(trial)).ShouldSatisfyAllConditions(t => t.Code.ShouldBe(ExitCodes.Ok), t => t.Output.ShouldContain(": waits until "));
        site.Requests.ShouldBeEmpty();
    }

    /// <summary>The trial goes by what the service would keep of them: the page's own day, and the announcement where the page says the day after tomorrow.</summary>
    [Fact]
    public async Task A_trial_and_the_service_agree_on_a_source_whose_pages_are_of_today_while_its_feed_is_old()
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var crawl = await InfoMonitor.Tests.Crawling.CrawlHome.CreateAsync(nameof(StorageProvider.Sqlite), "--Ingestion:Models=" + Path.Combine(TestHome.Repository, "models"));
        var site = crawl.Site;
        site.Rss("/rss", [.. Enumerable.Range(0, 10).Select(i => ($"/bai-{i}", now.AddDays(-9 - i)))]);
        for (var i = 0; i < 10; i++)
            site.Serve($"/bai-{i}", "text/html; charset=utf-8", TestSite.ArticleHtml($"Bài {i}", TestSite.TextOf($"{i}")).Replace("</head>", $"<meta property=\"article:published_time\" content=\"{(i == 1 ? now.AddDays(2) : now):yyyy-MM-ddTHH:mm:sszzz}\"></head>", StringComparison.Ordinal));
        await crawl.AddAsync(site.Source("bao", (EntryPointKind.Feed, "/rss")));
        var definition = new SourceDefinition("bao", "Báo", SourceKind.Press, Ownership.State, "vi", TimeSpan.FromMinutes(30), null, null, TimeSpan.Zero, 100, true, null, null, [new EntryPointDefinition(EntryPointKind.Feed, site.Address + "/rss", null, 1)], 1);
        var trial = await ActivatorUtilities.CreateInstance<SourceTrial>(crawl.App.Services).RunAsync(definition, 2, CancellationToken.None);
        await crawl.CrawlAsync();
        var source = await crawl.SourceAsync();
        (trial.Silent, trial.Good, source.SilentFor(), source.ConditionAt(now)).ShouldBe((null, (bool?)true, null, SourceCondition.Healthy));
        await using var db = crawl.App.Database();
        var kept = await db.Items.ToDictionaryAsync(i => new Uri(i.Url).AbsolutePath, i => i.PublishedAt);
        foreach (var page in trial.Pages) DateTimeOffset.Parse(page.Published!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(kept[new Uri(page.Url).AbsolutePath]!.Value, TimeSpan.FromSeconds(1));
    }

    /// <summary>Its newest entry is a monthly's, in time and too old to be read: it can be read, and nobody knows whether its pages are articles.</summary>
    [Fact]
    public async Task A_feed_of_which_no_page_was_read_is_not_marked_as_tried()
    {
        await using var site = await TestSite.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        site.Rss("/rss", [.. Enumerable.Range(0, 5).Select(i => ($"/bai-{i}", now.AddDays(-20 - (30 * i))))]);
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, site.Address + "/rss");
        (await Verbs.RunAsync(["sources", "check", "--try", .. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8"])).Code.ShouldBe(ExitCodes.Ok);
        await using var app = await home.BuildAsync();
        await using var db = app.Database();
        (await db.Sources.SingleAsync()).TriedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("feed", "<h1>Đăng nhập</h1><form><input name=u><input type=password name=p></form>", "log-in", "most often as: the page asks its reader to log in. If most are not (--pages N reads more): Only pages that everybody can read at once are read.")]
    [InlineData("list", "<h1>Đăng nhập</h1><form><input name=u><input type=password name=p></form>", "log-in", "Only pages that everybody can read at once are read.")]
    [InlineData("feed", "<p>Ngắn.</p>", "too-short", "most often as: too little text. If most are not (--pages N reads more): Give another feed or sitemap, one of articles.")]
    [InlineData("list", "<p>Ngắn.</p>", "too-short", "In sources.yaml give a feed or sitemap instead of the list")]
    public async Task Advice_about_pages_that_are_no_articles_follows_from_why_they_are_none(string kind, string body, string because, string advice)
    {
        await using var site = await TestSite.StartAsync();
        string[] paths = ["/thoi-su/con-duong-moi-101.html", "/thoi-su/vuon-cay-102.html", "/thoi-su/phong-doc-103.html"];
        foreach (var path in paths) site.Serve(path, "text/html; charset=utf-8", $"<html lang=vi><head><title>Trang</title></head><body>{body}</body></html>");
        site.List("/list", paths).Rss("/feed", [.. paths.Select(path => (path, TimeProvider.System.GetUtcNow()))]);
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, $"{site.Address}/{kind}", kind);
        var source = JsonDocument.Parse((await Verbs.RunAsync(["sources", "check", "--try", "--json", .. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8"])).Output).RootElement.GetProperty("sources")[0];
        source.GetProperty("pages").EnumerateArray().Select(p => p.GetProperty("because").GetString()).ShouldBe([because, because, because]);
        source.GetProperty("reasons")[0].GetString().ShouldNotBeNull().ShouldContain(advice);
    }

    /// <summary>Nothing that was fetched says whether they are.</summary>
    [Fact]
    public async Task Pages_that_cannot_be_had_are_not_called_no_articles()
    {
        await using var site = await TestSite.StartAsync();
        site.Rss("/rss", ("/mot", TimeProvider.System.GetUtcNow()));
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, site.Address + "/rss");
        var (code, output, _) = await Verbs.RunAsync(["sources", "check", "--try", "--json", .. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8"]);
        code.ShouldBe(ExitCodes.Found);
        JsonDocument.Parse(output).RootElement.GetProperty("sources")[0].GetProperty("reasons").EnumerateArray().Select(r => r.GetString()).ShouldBe(["None of the pages could be read."]);
    }

    /// <summary>It is tried again by itself, as the line of the entry point says; only if it lasts is it the operator's.</summary>
    [Theory]
    [InlineData("/rss", 503, "cannot be read now, as a server is busy or down; it is tried again by itself")]
    [InlineData("/rss", 500, "cannot be read now, as a server is busy or down; it is tried again by itself")]
    [InlineData("/mot", 502, "cannot be read now, as a server is busy or down; it is tried again by itself")]
    [InlineData("/robots.txt", 500, "cannot be read now, as a server is busy or down; it is tried again by itself")]
    [InlineData("/rss", 429, "waits until ")]
    public async Task A_server_that_is_busy_or_down_is_nothing_to_mend(string path, int status, string told)
    {
        await using var site = await TestSite.StartAsync();
        site.Rss("/rss", ("/mot", TimeProvider.System.GetUtcNow())).Serve(path, status);
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, site.Address + "/rss");
        string[] trial = ["sources", "check", "--try", .. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8", "--Fetching:Attempts=1"];
        var (code, output, error) = await Verbs.RunAsync(trial);
        code.ShouldBe(ExitCodes.Ok, output + error);
        output.ShouldSatisfyAllConditions(t => t.ShouldContain("bao-mau Báo Mẫu: " + told), t => t.ShouldNotContain("mended:"));
        if (status == 429) return;
        output.ShouldContain("0 of 1 sources can be read as they stand in the file. Of 1 that is not known now: its server is busy or down, and is tried again by itself; only if that lasts is there something to mend.");
        var source = JsonDocument.Parse((await Verbs.RunAsync([.. trial, "--json"])).Output).RootElement.GetProperty("sources")[0];
        (source.GetProperty("good").ValueKind, source.GetProperty("failsForNow").GetBoolean(), source.GetProperty("reasons").GetArrayLength()).ShouldBe((JsonValueKind.Null, true, 0));
    }

    [Fact]
    public async Task A_robots_txt_that_is_a_page_is_told()
    {
        await using var site = await TestSite.StartAsync();
        site.Serve("/robots.txt", "text/html", "<!doctype html><html><body><p>404</p></body></html>").Rss("/rss", ("/mot", TimeProvider.System.GetUtcNow()));
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, site.Address + "/rss");
        (await Verbs.RunAsync(["sources", "check", "--try", "--pages", "0", .. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8"])).Output
            .ShouldContain("robots.txt is an HTML page and holds no rules, so that every page may be read");
    }

    /// <summary>Three entry points are no reason to ask it three times, whatever it does.</summary>
    [Theory]
    [InlineData("slow")]
    [InlineData("stalling")]
    [InlineData("down")]
    [InlineData("broken")]
    [InlineData("away")]
    [InlineData("long")]
    public async Task A_hosts_robots_txt_is_asked_once_for_all_entry_points(string how)
    {
        var times = 0;
        await using var site = await TestSite.StartAsync();
        site.Rss("/mot").Rss("/hai").Rss("/ba").Serve("/robots.txt", async context =>
        {
            Interlocked.Increment(ref times);
            switch (how)
            {
                case "slow": await context.Response.WriteAsync("User-agent: *\nCrawl-delay: 3600\n"); break;
                case "stalling": await Task.Delay(Timeout.Infinite, context.RequestAborted); break;
                case "down": context.Response.StatusCode = 503; break;
                case "broken": context.Response.Headers.ContentEncoding = "compress"; await context.Response.WriteAsync("User-agent: *\n"); break;
                case "away": context.Response.Redirect("http://169.254.169.254/robots.txt"); break;
                case "long": context.Response.Headers["X-Long"] = new string('a', 1_000_000); break;
            }
        });
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, site.Address + "/mot", $"feed: {site.Address}/hai\n      - feed: {site.Address}/ba\n      - feed");
        await Verbs.RunAsync(["sources", "check", "--try", .. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8", "--Fetching:Attempts=1", "--Fetching:TotalTimeout=00:00:02"]);
        times.ShouldBe(1);
    }

    /// <summary>What the service has learned is told by the check that fetches nothing.</summary>
    [Fact]
    public async Task The_check_tells_what_reading_has_shown_with_spans_reasons_and_what_to_do()
    {
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        var now = TimeProvider.System.GetUtcNow();
        var ids = new[] { "bo", "bo-han", "sang", "tran", "im", "khoa", "lac", "mat", "nua", "rong", "hong", "ket", "chuyen", "phan", "khoe" };
        await File.WriteAllTextAsync(Path.Combine(home.Folder, "config", "sources.yaml"), "sources:\n" + string.Concat(ids.Select(id => $"  - id: {id}\n    publisher: Báo {id}\n    kind: press\n    ownership: state\n    language: vi\n    entry-points:\n      - feed: https://{id}.example/rss\n")));
        await using (var app = await home.BuildAsync())
        {
            await app.Services.GetRequiredService<SourceMirror>().MirrorAsync(CancellationToken.None);
            await using var db = app.Database();
            foreach (var s in await db.Sources.Include(s => s.EntryPoints).ToListAsync())
            {
                s.LastReadAt = now;
                var p = s.EntryPoints.Single();
                switch (s.Id)
                {
                    case "bo": (p.NewestAt, p.AnnouncedGap, p.AnnouncedSpan) = (now.AddDays(-9), TimeSpan.FromDays(1), TimeSpan.FromDays(9)); break;
                    case "im": (s.LastItemAt, s.UsualGap) = (now.AddHours(-40), TimeSpan.FromHours(5)); break;
                    case "bo-han": (s.Failures, s.ReadEvery, p.LastStatus, p.LastError) = (1, TimeSpan.FromHours(2), 410, new Text("bỏ", "It is gone.")); break;
                    case "sang": (s.LastItemAt, s.UsualGap) = (now.AddHours(-40), SourceConditions.AssumedFirstGap); break;
                    case "tran":
                        (s.ReadEvery, s.PagesPerCrawl) = (TimeSpan.FromDays(1), 2);
                        for (var i = 0; i < 3; i++) db.Pages.Add(new Page { SourceId = "tran", Url = $"https://tran.example/{i}", UrlHash = $"tran{i}", FoundAt = now, NextAttemptAt = now });
                        break;
                    case "khoa": (s.NotArticles, s.NotArticlesBecause) = (0.9, PageReason.LogIn); break;
                    case "lac": (s.NotArticles, s.NotArticlesBecause, p.Kind) = (1, PageReason.Schedule, EntryPointKind.List); break;
                    case "mat": (s.Failures, p.LastError) = (9, new Text("hỏng", "It is down.")); break;
                    case "hong": (s.Failures, p.LastError) = (1, new Text("hỏng", "It is down.")); break;
                    case "nua": (p.LastError, p.NotBefore) = (new Text("một nửa", "Half is missing."), now.AddMinutes(-1)); break;
                    case "rong": s.Dropped = new Text("không trang nào", "None of the 7 pages became an item."); break;
                    case "ket": for (var i = 0; i < 6; i++) db.Pages.Add(new Page { SourceId = "ket", Url = $"https://ket.example/{i}", UrlHash = $"{i}", FoundAt = now, NextAttemptAt = now.AddHours(1), Attempts = 1, Detail = "the server answered 503." }); break;
                    case "phan": for (var i = 0; i < 12; i++) db.Pages.Add(new Page { SourceId = "phan", Url = $"https://phan.example/{i}", UrlHash = $"phan{i}", FoundAt = now, NextAttemptAt = now, EndedAt = now, Outcome = i < 4 ? PageOutcome.Gone : PageOutcome.Stored }); break;
                    case "chuyen": p.MovedTo = "https://chuyen.example/moi"; break;
                }
            }
            db.Pages.Add(new Page { SourceId = "ket", Url = "https://ket.example/vo", UrlHash = "vo", FoundAt = now, NextAttemptAt = now, Outcome = PageOutcome.Quarantined, EndedAt = now });
            await db.SaveChangesAsync();
        }
        var (code, output, error) = await Verbs.RunAsync(["sources", "check", .. home.Settings]);
        code.ShouldBe(ExitCodes.Ok, error);
        string[] told =
        [
            "bo: silent. The newest entry that its entry points announce is 9d old, longer than its entries are apart. Open the publisher's site: if it still publishes, look for the feed or list page in use and write it in sources.yaml; if it has stopped, write enabled: false.",
            "bo-han: dead: gone for good (410), and asked again only every 2h. https://bo-han.example/rss: It is gone.",
            "chuyen: https://chuyen.example/rss has moved for good: write https://chuyen.example/moi in its place in sources.yaml.",
            "hong: failing, the last crawl could not read it. https://hong.example/rss: It is down.",
            "im: silent. It was read, but nothing new came for 1d16h, usually 5h at most after an item at that time of day. See: infomonitor sources check --try --source im",
            "ket: troubled. 6 pages could not be had yet; they are tried again by themselves, in 1h at the earliest. See: infomonitor sources check --try --source ket 1 quarantined in the last 24 hours. See: infomonitor quarantine list",
            "khoa: off target. 90 % of the pages found lately are no articles, most often as: the page asks its reader to log in. Only pages that everybody can read at once are read. Give an entry point of articles that are open, or ask the publisher; else write enabled: false. There is no way round. See: infomonitor sources check --try --source khoa",
            "lac: off target. 100 % of the pages found lately are no articles, most often as: the page is a schedule. Its entry points lead to a calendar, sections or made-up links. In sources.yaml give a feed or sitemap instead of the list, or a selector that names the links to articles. See: infomonitor sources check --try --source lac",
            "mat: dead, 9 crawls in a row could not read it. https://mat.example/rss: It is down.",
            "nua: troubled. https://nua.example/rss: Half is missing.",
            "phan: partial. 4 of the 12 pages asked for in 24 hours could not be had. Open some of them in a browser: if that fails too, its entry points announce what was taken down, or the server is often down; if it does not, the server may not bear the pace: lengthen delay in sources.yaml, then ask the publisher. See: infomonitor sources check --try --source phan",
            "rong: troubled. None of the 7 pages became an item. See: infomonitor sources check --try --source rong",
            "sang: silent. It was read, but nothing new came for 1d16h. Its rhythm within a day is not known yet; until it is, no more than 16h without a new item count as usual. See: infomonitor sources check --try --source sang",
            "tran: 3 pages wait to be read, more than are read of this source in a day (2 at most). If they do not get fewer, its entry points may make up links without end: give a narrower entry point, or a selector that names the links to articles; if it does publish so much, raise pages-per-crawl.",
        ];
        output.Split('\n').Select(line => line.Trim()).Where(line => told.Any(t => line.StartsWith(t[..(t.IndexOf(':', StringComparison.Ordinal) + 1)], StringComparison.Ordinal))).ShouldBe(told);

        var sources = JsonDocument.Parse((await Verbs.RunAsync(["sources", "check", "--json", .. home.Settings])).Output).RootElement.GetProperty("sources").EnumerateArray().ToDictionary(s => s.GetProperty("id").GetString()!);
        sources.ToDictionary(s => s.Key, s => s.Value.GetProperty("condition").GetString()).ShouldBe(new Dictionary<string, string?>
        {
            ["bo"] = "silent", ["bo-han"] = "died", ["sang"] = "silent", ["tran"] = "healthy", ["im"] = "silent", ["khoa"] = "off-target", ["lac"] = "off-target", ["mat"] = "died", ["nua"] = "troubled", ["rong"] = "troubled", ["hong"] = "failing", ["ket"] = "troubled", ["chuyen"] = "moved", ["phan"] = "partial", ["khoe"] = "healthy",
        });
        sources.Where(s => s.Key != "khoe").ToDictionary(s => s.Key, s => s.Value.GetProperty(s.Key == "tran" ? "backlog" : "warning").GetString()).ShouldBe(told.ToDictionary(t => t.Split(':')[0], t => (string?)t), ignoreOrder: true);
        (sources["tran"].GetProperty("waiting").GetInt32(), sources["khoe"].GetProperty("waiting").GetInt32(), sources["khoe"].GetProperty("backlog").ValueKind).ShouldBe((3, 0, JsonValueKind.Null));
        sources["khoe"].GetProperty("warning").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    /// <summary>A host keeps the longest delay of all sources that are read there, also where one of them is tried alone.</summary>
    [Fact]
    public async Task The_pause_in_force_is_told_with_who_asks_for_it()
    {
        await using var site = await TestSite.StartAsync();
        site.Rss("/rss", ("/mot", TimeProvider.System.GetUtcNow())).Article("/mot", "Bài một");
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await WriteAsync(home, site.Address + "/rss");
        await File.AppendAllTextAsync(Path.Combine(home.Folder, "config", "sources.yaml"), $"""

              - id: bao-cham
                publisher: Báo Chậm
                kind: press
                ownership: state
                language: vi
                delay: 4s
                entry-points:
                  - feed: {site.Address}/rss-2
            """);
        string[] settings = [.. home.Settings, "--Fetching:Contact=van-phong@tinh.example", "--Fetching:AllowPrivate:0=127.0.0.0/8"];
        var (_, output, error) = await Verbs.RunAsync(["sources", "check", "--try", "--pages", "0", "--source", "bao-mau", "--json", .. settings]);
        var host = JsonDocument.Parse(output).RootElement.GetProperty("sources")[0].GetProperty("hosts")[0];
        (host.GetProperty("pauseSeconds").GetDouble(), host.GetProperty("because").GetString(), host.GetProperty("becauseOf").GetString()).ShouldBe((4, "other", "bao-cham"), error);
        (await Verbs.RunAsync(["sources", "check", "--try", "--pages", "0", "--source", "bao-mau", .. settings])).Output.ShouldContain("a request every 4s at most (the delay of bao-cham, which reads the same host)");
        site.Count("/mot").ShouldBe(0, "--pages 0 reads none");
        await using var app = await home.BuildAsync();
        await using var db = app.Database();
        (await db.Sources.SingleAsync(s => s.Id == "bao-mau")).TriedAt.ShouldBeNull("nobody knows whether its pages are articles");
    }

    [Fact]
    public async Task A_folder_where_the_file_belongs_is_told_as_one()
    {
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        var (code, _, error) = await Verbs.StartAsync(terminal: false, ["sources", "check", .. home.Settings, "--Sources:File=config"]);
        (code, error.Trim()).ShouldBe((ExitCodes.Config, $"{Path.Combine(home.Folder, "config")} is a folder. Name the file in it with Sources:File."));
    }

    [Theory]
    [InlineData("x"), InlineData("21"), InlineData("-1")]
    public void A_wrong_number_of_pages_is_told_as_one_with_a_trial_or_without(string pages)
    {
        foreach (var trial in (string[][])[[], ["--try"]])
            CommandLine.Create().Parse(["sources", "check", .. trial, "--pages", pages]).Errors.ShouldHaveSingleItem().Message.ShouldBe($"--pages: '{pages}' is no whole number between 0 and 20.");
    }

    [Fact]
    public void Pages_without_a_trial_are_refused() =>
        CommandLine.Create().Parse(["sources", "check", "--pages", "5"]).Errors.ShouldHaveSingleItem().Message.ShouldBe("--pages says how many pages are read with --try; without it none is.");

    [Fact]
    public async Task The_exit_code_says_what_came_of_the_check()
    {
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        (await RunAsync(["sources", "check", .. home.Settings])).ShouldBe(ExitCodes.NoInput);
        await WriteAsync(home, "https://bao.example/rss");
        (await RunAsync(["sources", "check", .. home.Settings])).ShouldBe(ExitCodes.Ok);
        (await RunAsync(["sources", "check", "--json", .. home.Settings])).ShouldBe(ExitCodes.Ok);
        (await RunAsync(["sources", "check", "--source", "khac", .. home.Settings])).ShouldBe(ExitCodes.Usage);
        (await RunAsync(["sources", "check", "--try", .. home.Settings])).ShouldBe(ExitCodes.Config, "no contact");
        await WriteAsync(home, "https://x.com/a_b");
        (await RunAsync(["sources", "check", .. home.Settings])).ShouldBe(ExitCodes.Found);
        (await RunAsync(["run", .. home.Settings])).ShouldBe(ExitCodes.Config);
        Directory.Exists(Path.Combine(home.Folder, "data")).ShouldBeTrue("run migrates first");
    }

    private static Task<int> RunAsync(string[] arguments) => CommandLine.Create().Parse(arguments).InvokeAsync();

    private static Task WriteAsync(TestHome home, string address, string kind = "feed") => File.WriteAllTextAsync(Path.Combine(home.Folder, "config", "sources.yaml"), $"""
        sources:
          - id: bao-mau
            publisher: Báo Mẫu
            kind: press
            ownership: state
            language: vi
            delay: 1s
            entry-points:
              - {kind}: {address}
        """);
}
