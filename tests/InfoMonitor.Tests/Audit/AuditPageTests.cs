using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace InfoMonitor.Tests.Audit;

public sealed class AuditPageTests(Browser browser) : IClassFixture<Browser>
{
    private const string Sentence = "Từ tháng sau trẻ em phải đóng tiền mới được cấp thẻ bảo hiểm y tế.";

    [Theory, OnSqlite, OnPostgres]
    public async Task The_auditor_reads_who_did_what_and_what_it_was_before(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using var an = await desk.SignInAsync("an");
        await StepAsync(an, id, "claim");
        using var kim = await desk.SignInAsync("kim");
        var page = WebUtility.HtmlDecode(await kim.GetStringAsync($"/audit?flag={id}"));
        page.ShouldContain("Nhận xử lý");
        page.ShouldContain("Trạng thái: <del>Mới</del> → <ins>Đang xử lý</ins>");
        page.ShouldContain("Người giữ: <ins>an</ins>");
        page.ShouldNotContain("Đăng nhập</th>");
        (await kim.GetStringAsync("/queue")).ShouldContain("href=\"/audit\"");
        (await kim.GetAsync("/preferences?lang=en&back=/audit")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        WebUtility.HtmlDecode(await kim.GetStringAsync($"/audit?action=flag&verify=1")).ShouldSatisfyAllConditions(
            p => p.ShouldContain("State: <del>New</del> → <ins>Claimed</ins>"), p => p.ShouldContain("The log is whole"));
    }

    [Theory]
    [InlineData("an", false)]
    [InlineData("hai", false)]
    [InlineData("chi", false)]
    [InlineData("dung", true)]
    [InlineData("kim", true)]
    public async Task Only_auditors_and_operators_open_the_log(string name, bool opens)
    {
        await using var desk = await TestDesk.StartAsync();
        using var client = await desk.SignInAsync(name);
        var expected = opens ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
        foreach (var address in new[] { "/audit", "/api/v1/audit", "/api/v1/audit/verification", "/api/v1/audit/roots/2026-01-01" }) (await client.GetAsync(address)).StatusCode.ShouldBe(expected, address);
        (await client.GetStringAsync("/queue")).Contains("href=\"/audit\"", StringComparison.Ordinal).ShouldBe(opens);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pages_hold_every_entry_once_and_filters_by_action_and_day_agree_with_them(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using var an = await desk.SignInAsync("an");
        for (var n = 0; n < 4; n++)
        {
            await StepAsync(an, id, "claim");
            await StepAsync(an, id, "release");
        }
        using var kim = await desk.SignInAsync("kim");
        var seen = new List<long>();
        string? cursor = null;
        do
        {
            var page = await kim.GetFromJsonAsync<JsonElement>("/api/v1/audit?limit=3" + (cursor is null ? "" : "&cursor=" + cursor));
            seen.AddRange(Sequences(page));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        await using (var db = desk.App.Database()) seen.ShouldBe(await db.AuditEntries.OrderByDescending(e => e.Sequence).Select(e => e.Sequence).ToListAsync());

        Sequences(await kim.GetFromJsonAsync<JsonElement>("/api/v1/audit?action=flag.claim")).Count().ShouldBe(4);
        Sequences(await kim.GetFromJsonAsync<JsonElement>("/api/v1/audit?action=flag")).Count().ShouldBe(8);
        Sequences(await kim.GetFromJsonAsync<JsonElement>("/api/v1/audit?action=account&from=2020-01-01")).Count().ShouldBe(seen.Count - 8);
        Sequences(await kim.GetFromJsonAsync<JsonElement>("/api/v1/audit?to=2020-01-01")).ShouldBeEmpty();
        (await kim.GetAsync("/api/v1/audit?cursor=x")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await kim.GetFromJsonAsync<JsonElement>("/api/v1/audit/verification")).GetProperty("whole").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_may_still_review_a_flag_does_not_read_the_first_verdict_in_the_log()
    {
        await using var desk = await TestDesk.StartAsync();
        (await desk.App.Accounts().AddAsync("long", [Domain.Role.Analyst, Domain.Role.Operator], TestDesk.Password, null, CancellationToken.None)).ShouldBeOfType<InfoMonitor.Accounts.AccountChange.Done>();
        var id = await desk.FlagAsync(FlagReason.MatchesCorrection, Sentence, correction: "Trẻ dưới 6 tuổi vẫn được cấp thẻ miễn phí");
        using var an = await desk.SignInAsync("an");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/flags/{id}/verdict") { Content = JsonContent.Create(new { verdict = "false", evidence = new[] { new { url = "https://kiem-chung.example/1" } } }) };
        request.Headers.IfMatch.Add((await an.GetAsync($"/api/v1/flags/{id}")).Headers.ETag!);
        (await an.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var both = await desk.SignInAsync("long");
        (await both.GetStringAsync($"/api/v1/audit?flag={id}")).ShouldSatisfyAllConditions(e => e.ShouldContain("\"hidden\":true"), e => e.ShouldNotContain("kiem-chung"), e => e.ShouldNotContain("\"false\""));
        WebUtility.HtmlDecode(await both.GetStringAsync($"/audit?flag={id}")).ShouldSatisfyAllConditions(p => p.ShouldContain("Ẩn cho tới khi có kết luận"), p => p.ShouldNotContain("kiem-chung"));
        using var kim = await desk.SignInAsync("kim");
        (await kim.GetStringAsync($"/api/v1/audit?flag={id}")).ShouldContain("kiem-chung");
    }

    [Fact]
    public async Task An_auditor_reads_everything_and_changes_nothing()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using var kim = await desk.SignInAsync("kim");
        foreach (var address in new[] { "/queue", $"/flags/{id}", "/briefings", "/sources", "/api/v1/flags", "/api/v1/sources", "/api/v1/references" }) (await kim.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK, address);
        foreach (var step in new[] { "claim", "release", "undo", "reopen", "verdict" })
            (await kim.PostAsJsonAsync($"/api/v1/flags/{id}/{step}", new { verdict = "protected" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden, step);
        (await kim.GetStringAsync($"/flags/{id}")).ShouldContain($"/audit?flag={id}");
    }

    [BrowserTheory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    public async Task The_log_is_accessible_and_works_without_script(int width, ColorScheme scheme)
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using var an = await desk.SignInAsync("an");
        await StepAsync(an, id, "claim");
        var plain = await browser.OpenAsync(desk.Address, width, script: false, scheme: scheme);
        await plain.SignInAsync("kim");
        await plain.GotoAsync("/audit");
        await plain.ClickAsync("form.filters summary");
        await plain.SelectOptionAsync("#f-action", "flag.claim");
        await plain.ClickAsync("form.filters button");
        (await plain.Locator("tbody tr").CountAsync()).ShouldBe(1);
        var page = await browser.OpenAsync(desk.Address, width, scheme: scheme);
        await page.SignInAsync("kim");
        foreach (var address in new[] { "/audit?verify=1", "/audit?flag=999999" }) await page.InspectAsync(address, width);
    }

    private static async Task StepAsync(HttpClient client, long id, string step)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/flags/{id}/{step}");
        request.Headers.IfMatch.Add((await client.GetAsync($"/api/v1/flags/{id}")).Headers.ETag!);
        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static IEnumerable<long> Sequences(JsonElement page) => page.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("sequence").GetInt64());
}
