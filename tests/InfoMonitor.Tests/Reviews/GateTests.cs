using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace InfoMonitor.Tests.Reviews;

/// <summary>What somebody finds protected is proposed for the suite that gates the models; a second person accepts it.</summary>
public sealed class GateTests(Browser browser) : IClassFixture<Browser>
{
    private const string Sentence = "Tôi đã đi bốn lần mà chưa xong một tờ giấy xác nhận.";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_protected_verdict_proposes_a_row_that_another_person_accepts(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        var exposing = await desk.FlagAsync(FlagReason.VictimExposure, "Cháu bé học lớp 7A.");
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        await StepAsync(an, exposing, "verdict", JsonContent.Create(new { verdict = "protected" }));
        await StepAsync(an, id, "verdict", JsonContent.Create(new { verdict = "protected" }));

        var row = (await RowsAsync(binh, "proposed")).ShouldHaveSingleItem();   // a text that exposes somebody is none
        row.ShouldSatisfyAllConditions(r => r.GetProperty("flagId").GetInt64().ShouldBe(id), r => r.GetProperty("text").GetString().ShouldBe(Sentence), r => r.GetProperty("class").GetString().ShouldBe("question"), r => r.GetProperty("own").GetBoolean().ShouldBeFalse());
        var accept = $"/api/v1/gate-rows/{row.GetProperty("id").GetInt64()}/accept";
        var own = await an.PostAsJsonAsync(accept, new { @class = "complaint" });
        own.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await own.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString().ShouldEndWith("own");
        using var chi = await desk.SignInAsync("chi");
        (await chi.PostAsJsonAsync(accept, new { @class = "complaint" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await chi.GetStringAsync("/gate/rows.jsonl")).ShouldBeEmpty("nobody has accepted it");

        for (var i = 0; i < 2; i++) (await binh.PostAsJsonAsync(accept, new { @class = "complaint" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await binh.PostAsync(accept.Replace("accept", "refuse", StringComparison.Ordinal), null)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await RowsAsync(binh, "proposed")).ShouldBeEmpty();
        using var line = JsonDocument.Parse(await chi.GetStringAsync("/gate/rows.jsonl"));
        line.RootElement.EnumerateObject().Select(p => (p.Name, p.Value.GetString())).ShouldBe([("id", "desk-" + row.GetProperty("id").GetInt64()), ("language", "vi"), ("class", "complaint"), ("text", Sentence)]);
        await using var db = desk.App.Database();
        (await db.AuditEntries.AsNoTracking().SingleAsync(e => e.Action == "gate.accept")).ShouldSatisfyAllConditions(e => e.Actor.ShouldBe("binh"), e => e.After!.ShouldContain("complaint"));

        await StepAsync(an, id, "undo", null);
        (await chi.GetStringAsync("/gate/rows.jsonl")).ShouldBeEmpty("the verdict no longer stands");
    }

    [Fact]
    public async Task A_row_nobody_knows_the_kind_of_is_not_accepted_without_one_and_a_refused_one_stays_out()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        await using (var db = desk.App.Database())
        {
            var item = await db.Items.SingleAsync();
            item.Assessment = item.Assessment with { Protected = [] };
            await db.SaveChangesAsync();
        }
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        await StepAsync(an, id, "verdict", JsonContent.Create(new { verdict = "protected" }));
        var row = (await RowsAsync(binh, "proposed"))[0].GetProperty("id").GetInt64();
        var page = await TestDesk.PostAsync(binh, "/gate", $"/gate/{row}", ("class", ""), ("do", "accept"));
        page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await page.Content.ReadAsStringAsync()).ShouldContain("loại lời nói nào được bảo vệ");
        (await TestDesk.PostAsync(binh, "/gate", $"/gate/{row}", ("class", ""), ("do", "refuse"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await RowsAsync(an, "refused")).Count.ShouldBe(1);
        (await an.GetStringAsync("/gate/rows.jsonl")).ShouldBeEmpty();
    }

    [BrowserTheory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task It_is_judged_in_a_browser_from_the_queue_and_axe_finds_nothing(int width, ColorScheme scheme)
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using (var an = await desk.SignInAsync("an")) await StepAsync(an, id, "verdict", JsonContent.Create(new { verdict = "protected" }));
        var page = await browser.OpenAsync(desk.Address, width, scheme: scheme);
        await page.SignInAsync("binh");
        await page.GotoAsync("/queue");
        await page.ClickAsync("a[href='/gate']");
        await page.InspectAsync(width);
        await page.SelectOptionAsync("select[name=class]", "complaint");
        await page.ClickAsync("button[value=accept]");
        await page.WaitForSelectorAsync(".empty");
        await using var db = desk.App.Database();
        (await db.GateRows.AsNoTracking().SingleAsync()).ShouldSatisfyAllConditions(r => r.State.ShouldBe(GateRowState.Accepted), r => r.Class.ShouldBe(ProtectedClass.Complaint));
    }

    private static async Task<List<JsonElement>> RowsAsync(HttpClient client, string state) => [.. (await client.GetFromJsonAsync<JsonElement>("/api/v1/gate-rows?state=" + state)).GetProperty("rows").EnumerateArray()];

    private static async Task StepAsync(HttpClient client, long id, string step, HttpContent? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/flags/{id}/{step}") { Content = body };
        request.Headers.TryAddWithoutValidation("If-Match", (await client.GetAsync($"/api/v1/flags/{id}")).Headers.ETag!.Tag);
        (await client.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
