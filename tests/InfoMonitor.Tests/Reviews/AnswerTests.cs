using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace InfoMonitor.Tests.Reviews;

/// <summary>The last step of a flag: a spokesperson says where the office answered.</summary>
public sealed class AnswerTests(Browser browser) : IClassFixture<Browser>
{
    private const string Sentence = "Từ tháng sau trẻ em phải đóng tiền mới được cấp thẻ bảo hiểm y tế.";
    private const string Answer = "https://van-phong.example/tra-loi/12";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_confirmed_flag_is_answered_put_right_and_taken_back_and_the_log_tells_all_of_it(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider, settings: "--Briefings:At=23:59:59");
        var id = await ConfirmedAsync(desk);
        using var chi = await desk.SignInAsync("chi");
        var tag = await TagAsync(chi, id);
        (await SendAsync(chi, HttpMethod.Put, id, tag: null, Answer)).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await SendAsync(chi, HttpMethod.Put, id, "\"0\"", Answer)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        foreach (var wrong in new[] { "van-phong", "https://www.facebook.com/people/ai-do/1" }) (await SendAsync(chi, HttpMethod.Put, id, tag, wrong)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await BodyAsync(await SendAsync(chi, HttpMethod.Put, id, tag, Answer))).GetProperty("state").GetString().ShouldBe("answered");
        (await SendAsync(chi, HttpMethod.Put, id, tag, Answer)).StatusCode.ShouldBe(HttpStatusCode.OK, "sent twice is once");

        var flag = await chi.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{id}");
        flag.GetProperty("answerUrl").GetString().ShouldBe(Answer);
        var at = flag.GetProperty("answeredAt").GetDateTimeOffset();
        (await SendAsync(chi, HttpMethod.Put, id, await TagAsync(chi, id), Answer + "0")).EnsureSuccessStatusCode();
        flag = await chi.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{id}");
        flag.GetProperty("answerUrl").GetString().ShouldBe(Answer + "0");
        flag.GetProperty("answeredAt").GetDateTimeOffset().ShouldBe(at, "answered then, whatever its address");
        (await chi.GetFromJsonAsync<JsonElement>("/api/v1/flags?state=answered")).GetProperty("flags").GetArrayLength().ShouldBe(1);

        var briefing = await chi.GetFromJsonAsync<JsonElement>("/api/v1/briefings/today");
        var story = briefing.GetProperty("stories").EnumerateArray().ShouldHaveSingleItem();
        (story.GetProperty("answerUrl").GetString(), story.GetProperty("advice").GetString()).ShouldBe((Answer + "0", "refer"));
        foreach (var page in new[] { "/briefings/today", "/briefings/today.md" }) (await chi.GetStringAsync(page)).ShouldContain(Answer + "0");

        (await BodyAsync(await SendAsync(chi, HttpMethod.Delete, id, await TagAsync(chi, id)))).GetProperty("state").GetString().ShouldBe("confirmed");
        (await SendAsync(chi, HttpMethod.Delete, id, await TagAsync(chi, id))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await using var db = desk.App.Database();
        var stored = await db.Flags.AsNoTracking().SingleAsync(f => f.Id == id);
        (stored.AnsweredAt, stored.AnswerUrl, stored.Verdict).ShouldBe((null, null, Verdict.False));
        var log = await db.AuditEntries.AsNoTracking().Where(e => e.Action.StartsWith("flag.answer")).OrderBy(e => e.Sequence).ToListAsync();
        log.Select(e => (e.Action, e.Actor)).ShouldBe([("flag.answer", "chi"), ("flag.answer", "chi"), ("flag.answer-withdrawn", "chi")]);
        log[1].Before!.ShouldContain(Answer + "\"");
        log[1].After!.ShouldContain(Answer + "0\"");
    }

    [Fact]
    public async Task Only_a_settled_flag_is_answered_and_only_by_a_spokesperson()
    {
        await using var desk = await TestDesk.StartAsync();
        var open = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        var settled = await ConfirmedAsync(desk);
        using var chi = await desk.SignInAsync("chi");
        using var an = await desk.SignInAsync("an");
        var refused = await SendAsync(chi, HttpMethod.Put, open, await TagAsync(chi, open), Answer);
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await BodyAsync(refused)).GetProperty("type").GetString()!.ShouldEndWith("not-settled");
        (await SendAsync(an, HttpMethod.Put, settled, await TagAsync(an, settled), Answer)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await an.GetStringAsync($"/flags/{settled}")).ShouldNotContain($"/flags/{settled}/answer");
        (await chi.GetStringAsync($"/flags/{open}")).ShouldNotContain($"/flags/{open}/answer");
    }

    [Fact]
    public async Task The_page_takes_the_address_keeps_a_wrong_one_and_reopening_forgets_it()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await ConfirmedAsync(desk);
        using var chi = await desk.SignInAsync("chi");
        using var an = await desk.SignInAsync("an");
        var (page, action) = ($"/flags/{id}", $"/flags/{id}/answer");
        var wrong = await TestDesk.PostAsync(chi, page, action, ("revision", "2"), ("answer", "van-phong.example/12"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await wrong.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(p => p.ShouldContain("van-phong.example/12"), p => p.ShouldContain("Địa chỉ bài trả lời không đúng"));
        (await TestDesk.PostAsync(chi, page, action, ("revision", "2"), ("answer", Answer))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await an.GetStringAsync(page)).ShouldSatisfyAllConditions(p => p.ShouldContain(Answer), p => p.ShouldContain("Đã trả lời"), p => p.ShouldContain("ghi nơi đã trả lời"));
        (await TestDesk.PostAsync(chi, page, action, ("revision", "3"), ("do", "withdraw"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await TestDesk.PostAsync(chi, page, action, ("revision", "4"), ("answer", Answer))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        an.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "\"5\"");
        (await an.PostAsync($"/api/v1/flags/{id}/undo", null)).StatusCode.ShouldBe(HttpStatusCode.Conflict, "the office spoke on it");
        (await TestDesk.PostAsync(an, page, $"/flags/{id}/reopen", ("revision", "5"), ("why", "Có văn bản mới."))).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "two people said so, and the office answered");
        (await TestDesk.PostAsync(chi, page, $"/flags/{id}/reopen", ("revision", "5"), ("why", "Có văn bản mới."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = desk.App.Database();
        var flag = await db.Flags.AsNoTracking().SingleAsync(f => f.Id == id);
        (flag.State, flag.AnsweredAt, flag.AnswerUrl).ShouldBe((FlagState.New, null, null));
    }

    [BrowserTheory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task The_form_is_used_in_a_browser_and_axe_finds_nothing(int width, ColorScheme scheme)
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await ConfirmedAsync(desk);
        var page = await browser.OpenAsync(desk.Address, width, scheme: scheme);
        await page.SignInAsync("chi");
        await page.InspectAsync($"/flags/{id}", width);
        await page.FillAsync("#answer", Answer);
        await page.ClickAsync($"form[action='/flags/{id}/answer'] button.primary");
        await page.Locator($"a[href='{Answer}']").WaitForAsync();
        await page.InspectAsync(width);
    }

    /// <summary>A flag that two people called false: at revision 2.</summary>
    private static async Task<long> ConfirmedAsync(TestDesk desk)
    {
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        foreach (var name in new[] { "an", "binh" })
        {
            using var client = await desk.SignInAsync(name);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/flags/{id}/verdict") { Content = JsonContent.Create(new { verdict = "false", evidence = new[] { new { url = "https://kiem-chung.example/1" } } }) };
            request.Headers.TryAddWithoutValidation("If-Match", await TagAsync(client, id));
            (await client.SendAsync(request)).EnsureSuccessStatusCode();
        }
        return id;
    }

    private static async Task<string?> TagAsync(HttpClient client, long id) => (await client.GetAsync($"/api/v1/flags/{id}")).Headers.ETag?.Tag;

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, long id, string? tag, string? url = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/flags/{id}/answer") { Content = url is null ? null : JsonContent.Create(new { url }) };
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await client.SendAsync(request);
    }

    private static Task<JsonElement> BodyAsync(HttpResponseMessage response) => response.Content.ReadFromJsonAsync<JsonElement>();
}
