using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Ingestion;
using InfoMonitor.Models;
using InfoMonitor.Storage;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace InfoMonitor.Tests.Models;

public sealed class ModelsPageTests(Browser browser) : IClassFixture<Browser>
{
    private const string Candidate = "c0ffee";

    [Theory, OnSqlite, OnPostgres]
    public async Task Weeks_rates_drift_and_the_candidate_are_told_alike_on_the_page_and_in_the_api(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        await SeedAsync(desk, departs: true);
        using var hai = await desk.SignInAsync("hai");
        var answer = await hai.GetFromJsonAsync<JsonElement>("/api/v1/models");
        var hate = answer.GetProperty("reasons").EnumerateArray().Single(r => r.GetProperty("reason").GetString() == "hate");
        hate.GetProperty("weeks").GetArrayLength().ShouldBe(12);
        hate.GetProperty("weeks")[0].ShouldSatisfyAllConditions(
            w => w.GetProperty("items").GetInt64().ShouldBe(1_100), w => w.GetProperty("flagged").GetInt64().ShouldBe(3), w => w.GetProperty("over").GetInt64().ShouldBe(4),
            w => w.GetProperty("shadowItems").GetInt64().ShouldBe(1_000), w => w.GetProperty("bothFlaggedLive").GetInt64().ShouldBe(3), w => w.GetProperty("shadowFlagged").GetInt64().ShouldBe(5), w => w.GetProperty("onlyShadow").GetInt64().ShouldBe(3), w => w.GetProperty("onlyLive").GetInt64().ShouldBe(1),
            w => w.GetProperty("median").GetDouble().ShouldBeInRange(0.0000, 0.01), w => w.GetProperty("p95").GetDouble().ShouldBeInRange(0.01, 0.2));
        hate.GetProperty("drift").ShouldSatisfyAllConditions(d => d.GetProperty("state").GetString().ShouldBe("departs"), d => d.GetProperty("sharesDiffer").GetBoolean().ShouldBeTrue(), d => d.GetProperty("before").GetProperty("all").GetInt64().ShouldBe(8_800));
        answer.GetProperty("reasons").EnumerateArray().Single(r => r.GetProperty("reason").GetString() == "incitement").GetProperty("drift").GetProperty("state").GetString().ShouldBe("steady");
        var state = answer.GetProperty("ownerships").GetProperty("state").GetProperty("any");
        state.ShouldSatisfyAllConditions(r => r.GetProperty("hits").GetInt64().ShouldBe(12), r => r.GetProperty("all").GetInt64().ShouldBe(12_000), r => r.GetProperty("low").GetDouble().ShouldBe(0.000572, 2e-6), r => r.GetProperty("high").GetDouble().ShouldBe(0.001747, 2e-6));
        var address = answer.GetProperty("differences")[0].GetProperty("address").GetString()!;
        address.ShouldStartWith("https://ven-song.example/");
        answer.GetProperty("kinds").GetProperty("organisation").GetProperty("any").GetProperty("all").GetInt64().ShouldBe(1_200);

        var page = WebUtility.HtmlDecode(await hai.GetStringAsync("/models"));
        page.ShouldSatisfyAllConditions(
            p => p.ShouldContain("Có thay đổi so với 8 tuần trước"), p => p.ShouldContain("gắn cờ 3,64 % so với 0,27 %"), p => p.ShouldContain("Tổ chức"), p => p.ShouldContain("0,06 % – 0,17 %"), p => p.ShouldNotContain("model promote "),
            p => p.ShouldContain($"<a href=\"{address}\""), p => p.ShouldContain("<caption class=\"hush\">Thù ghét: số liệu từng tuần</caption>"),
            // The week flags 40 of its 1,100 items; of the 1,000 that both judged the live models flag 5 - 3 + 1.
            p => p.ShouldContain("Tuần này: Đang dùng 3,0, Chạy thử 5,0."), p => p.ShouldContain("chỉ tính những bài cả hai bộ đã chấm"));
        await hai.GetAsync("/preferences?lang=en&back=/models");
        WebUtility.HtmlDecode(await hai.GetStringAsync("/models")).ShouldSatisfyAllConditions(p => p.ShouldContain("departs from the 8 before: 3.64 % flagged against 0.27 %"), p => p.ShouldContain("State"));
    }

    [Fact]
    public async Task A_first_week_is_a_ring_and_an_address_that_may_name_somebody_is_no_link()
    {
        await using var desk = await TestDesk.StartAsync();
        var flag = await desk.FlagAsync(FlagReason.VictimExposure, "Một câu bình thường trong bài này.");
        await using (var db = desk.App.Database())
        {
            var now = desk.App.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            var monday = desk.App.Services.GetRequiredService<WorkCalendar>().WeekOf(now);
            db.ScoreCounts.Add(new ScoreCount { Week = monday, Model = ModelCards.Read(Candidates.Shipped).Version, Reason = "hate", Bin = -12, Items = 10, Flagged = 1 });
            db.ScoreCounts.Add(new ScoreCount { Week = monday, Model = Candidate, Shadow = true, Reason = "hate", Bin = -12, Items = 4, Flagged = 1 });
            var item = await db.Flags.Where(f => f.Id == flag).Select(f => f.ItemId).SingleAsync();
            db.ShadowDifferences.Add(new ShadowDifference { ItemId = item, Model = Candidate, Reason = FlagReason.VictimExposure, Flags = true, Score = 0.8 });
            await db.SaveChangesAsync();
        }
        using var hai = await desk.SignInAsync("hai");
        var page = WebUtility.HtmlDecode(await hai.GetStringAsync("/models"));
        page.Split("a3 3 0 1 0 6 0").Length.ShouldBe(5, "live, candidate, median and 95th percentile");
        page.ShouldNotContain("https://ven-song.example/");
    }

    [Fact]
    public async Task A_threshold_that_is_set_is_shown_beside_the_cards_own()
    {
        var card = ModelCards.Read(Candidates.Shipped).Thresholds[FlagReason.Hate];
        await using var desk = await TestDesk.StartAsync(settings: "--Ingestion:Thresholds:hate=0.97531");
        using var hai = await desk.SignInAsync("hai");
        var reasons = (await hai.GetFromJsonAsync<JsonElement>("/api/v1/models")).GetProperty("reasons").EnumerateArray().ToDictionary(r => r.GetProperty("reason").GetString()!, r => r.GetProperty("threshold").GetDouble());
        reasons["hate"].ShouldBe(0.97531);
        reasons["incitement"].ShouldBe(ModelCards.Read(Candidates.Shipped).Thresholds[FlagReason.Incitement]);
        await hai.GetAsync("/preferences?lang=en&back=/models");
        WebUtility.HtmlDecode(await hai.GetStringAsync("/models")).ShouldContain(FormattableString.Invariant($"Threshold 0.9753 (set by Ingestion:Thresholds; the model's own is {card:0.0000})"));
    }

    [Fact]
    public void Every_failure_that_a_shipped_card_names_is_told_in_both_languages()
    {
        var failures = ModelCards.Read(Path.Combine(TestHome.Repository, "models")).Cards.SelectMany(c => c.KnownFailures).Distinct().ToList();
        failures.Count.ShouldBeGreaterThan(20);
        failures.Where(f => KnownFailureTexts.Of(f) is null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("an", false)]
    [InlineData("chi", false)]
    [InlineData("hai", true)]
    [InlineData("dung", true)]
    [InlineData("kim", true)]
    public async Task Seniors_operators_and_auditors_open_it(string name, bool opens)
    {
        await using var desk = await TestDesk.StartAsync();
        using var client = await desk.SignInAsync(name);
        foreach (var address in new[] { "/models", "/api/v1/models" }) (await client.GetAsync(address)).StatusCode.ShouldBe(opens ? HttpStatusCode.OK : HttpStatusCode.Forbidden, address);
        (await client.GetStringAsync("/queue")).Contains("href=\"/models\"", StringComparison.Ordinal).ShouldBe(opens);
    }

    [Theory, OnSqlite]
    public async Task What_cannot_be_used_is_told_where_an_operator_looks(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider, null, "--Ingestion:Shadow=nowhere");
        using var dung = await desk.SignInAsync("dung");
        WebUtility.HtmlDecode(await dung.GetStringAsync("/models")).ShouldContain("Không dùng được bộ chạy thử");
        (await dung.GetFromJsonAsync<JsonElement>("/api/v1/models")).GetProperty("candidate").GetProperty("fault").GetString().ShouldNotBeNullOrEmpty();
    }

    [TheoryWithModels, OnSqlite]
    public async Task A_promotion_and_the_way_back_ask_for_a_restart_until_there_was_one(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        using var dung = await desk.SignInAsync("dung");
        var (kept, shipped) = (desk.App.Services.GetRequiredService<KeptModels>(), ModelCards.Read(Candidates.Shipped).Version);
        (await LiveAsync()).ShouldBe((shipped, false, null));
        var folder = Candidates.MakeEager(desk.App.Services.GetRequiredService<Home>().Folder);
        var version = ModelCards.Read(folder).Version;
        kept.Keep(folder, version);
        kept.Promote(version);
        (await LiveAsync()).ShouldBe((shipped, false, version));
        WebUtility.HtmlDecode(await dung.GetStringAsync("/models")).ShouldContain($"Một bộ khác được chọn: {version[..12]}");
        await desk.StopAsync();
        await desk.StartAgainAsync();
        (await LiveAsync()).ShouldBe((version, true, null));
        kept.Promote(null);
        (await LiveAsync()).ShouldBe((version, true, shipped));

        async Task<(string?, bool, string?)> LiveAsync()
        {
            var answer = await dung.GetFromJsonAsync<JsonElement>("/api/v1/models");
            return (answer.GetProperty("live").GetProperty("version").GetString(), answer.GetProperty("promoted").GetBoolean(), answer.GetProperty("next").GetString());
        }
    }

    [TheoryWithModels, OnSqlite]
    public async Task The_command_to_promote_is_offered_only_while_it_would_be_accepted(string provider)
    {
        var place = Directory.CreateTempSubdirectory("infomonitor-candidate-");
        var folder = Candidates.MakeEager(place.FullName);
        await using var desk = await TestDesk.StartAsync(provider, null, "--Ingestion:Shadow=" + folder);
        using var dung = await desk.SignInAsync("dung");
        var version = ModelCards.Read(folder).Version;
        (await PageAsync()).ShouldSatisfyAllConditions(p => p.ShouldNotContain("model promote "), p => p.ShouldContain("cần chấm ít nhất 200 bài"));

        await CountAsync(199);
        (await PageAsync()).ShouldNotContain("model promote ");
        await CountAsync(1);
        (await PageAsync()).ShouldContain("infomonitor model promote " + folder);

        var kept = desk.App.Services.GetRequiredService<KeptModels>();
        kept.Keep(folder, version);
        kept.Promote(version);
        (await PageAsync()).ShouldSatisfyAllConditions(p => p.ShouldNotContain("model promote "), p => p.ShouldContain("Bộ này đã được chọn"));
        place.Delete(recursive: true);

        async Task<string> PageAsync() => WebUtility.HtmlDecode(await dung.GetStringAsync("/models"));

        async Task CountAsync(int items)
        {
            await using var db = desk.App.Database();
            db.ScoreCounts.Add(new ScoreCount { Week = new DateOnly(2026, 1, 5).AddDays(7 * (items % 2)), Model = version, Shadow = true, Reason = ScoreCount.Any, Bin = items, Items = items });
            await db.SaveChangesAsync();
        }
    }

    [BrowserTheory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task A_full_page_is_accessible_small_and_needs_no_script(int width, ColorScheme scheme)
    {
        await using var desk = await TestDesk.StartAsync();
        await SeedAsync(desk, departs: true);
        var page = await browser.OpenAsync(desk.Address, width, scheme: scheme);
        await page.SignInAsync("dung");
        await page.InspectAsync("/models", width);
        foreach (var fold in await page.QuerySelectorAllAsync("main .fold summary")) await fold.ClickAsync();
        await page.InspectAsync(width);
        if (width < 800) (await page.EvaluateAsync<bool>("[...document.querySelectorAll('.weeks')].every(t => t.parentElement.scrollWidth <= t.parentElement.clientWidth)")).ShouldBeTrue("the figures by week are not scrolled sideways");
        await page.Context.CloseAsync();
        var plain = await browser.OpenAsync(desk.Address, width, script: false, scheme: scheme);
        await plain.SignInAsync("dung");
        await plain.GotoAsync("/models");
        (await plain.Locator("svg.chart").CountAsync()).ShouldBe(12);
        await plain.Context.CloseAsync();
    }

    /// <summary>Twelve weeks of 1,100 items, of which the last flags ten times as many for hate.</summary>
    private static async Task SeedAsync(TestDesk desk, bool departs)
    {
        var live = ModelCards.Read(Candidates.Shipped).Version;
        var today = desk.App.Services.GetRequiredService<WorkCalendar>().DayOf(desk.App.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var flag = await desk.FlagAsync(FlagReason.Hate, "Một câu bình thường trong bài này.");
        await using var db = desk.App.Database();
        var item = await db.Flags.Where(f => f.Id == flag).Select(f => f.ItemId).SingleAsync();
        for (var week = 0; week < 12; week++)
        {
            var day = monday.AddDays(7 * (week - 11));
            foreach (var reason in Enum.GetValues<FlagReason>())
            {
                foreach (var (bin, items) in new[] { (-16, 500), (-12, 300), (-8, 196), (2, 4) })
                    db.ScoreCounts.Add(new ScoreCount { Week = day, Model = live, Reason = reason.Word(), Kind = SourceKind.Press, Ownership = Ownership.State, Bin = bin, Items = items, Over = bin > 0 ? 4 : 0, Flagged = bin > 0 ? departs && reason == FlagReason.Hate && week == 11 ? 40 : 3 : 0 });
                db.ScoreCounts.Add(new ScoreCount { Week = day, Model = live, Reason = reason.Word(), Kind = SourceKind.Organisation, Ownership = Ownership.Independent, Bin = -12, Items = 100 });
                db.ScoreCounts.Add(new ScoreCount { Week = day, Model = Candidate, Shadow = true, Reason = reason.Word(), Kind = SourceKind.Press, Ownership = Ownership.State, Bin = -12, Items = 1_000, Flagged = 5, Alone = 3, Missed = 1 });
            }
            foreach (var (kind, owner, items) in new[] { (SourceKind.Press, Ownership.State, 1_000), (SourceKind.Organisation, Ownership.Independent, 100) })
                db.ScoreCounts.Add(new ScoreCount { Week = day, Model = live, Reason = ScoreCount.Any, Kind = kind, Ownership = owner, Items = items, Flagged = 1 });
        }
        for (var i = 0; i < 25; i++) db.ShadowDifferences.Add(new ShadowDifference { ItemId = item, Model = Candidate, Reason = FlagReason.Hate, Flags = i % 2 == 0, Score = 0.8, LiveScore = 0.00001 });
        await db.SaveChangesAsync();
    }
}
