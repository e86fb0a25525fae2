using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace InfoMonitor.Tests.Reviews;

/// <summary>What people find a sentence to be is proposed for the models, for their gate or their training; another person accepts it.</summary>
public sealed class LabelTests(Browser browser) : IClassFixture<Browser>
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
        var accept = $"/api/v1/labels/{row.GetProperty("id").GetInt64()}/accept";
        var own = await an.PostAsJsonAsync(accept, new { @class = "complaint" });
        own.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await own.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString().ShouldEndWith("own");
        using var chi = await desk.SignInAsync("chi");
        (await chi.PostAsJsonAsync(accept, new { @class = "complaint" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await chi.GetStringAsync("/labels/labels.jsonl")).ShouldBeEmpty("nobody has accepted it");

        for (var i = 0; i < 2; i++) (await binh.PostAsJsonAsync(accept, new { @class = "complaint" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await binh.PostAsync(accept.Replace("accept", "refuse", StringComparison.Ordinal), null)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var giang = await desk.SignInAsync("giang");
        var late = await giang.PostAsJsonAsync(accept, new { @class = "complaint" });
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict, "the same, but another judged it");
        (await late.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString().ShouldBe($"Label {row.GetProperty("id").GetInt64()} was judged already. See it among those accepted or refused.");
        (await TestDesk.PostAsync(giang, "/labels", $"/labels/{row.GetProperty("id").GetInt64()}", ("class", "complaint"), ("do", "accept"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await RowsAsync(binh, "proposed")).ShouldBeEmpty();
        using var line = JsonDocument.Parse(await chi.GetStringAsync("/labels/labels.jsonl"));
        line.RootElement.EnumerateObject().Select(p => (p.Name, p.Value.GetString())).ShouldBe([("use", "gate"), ("id", "desk-" + row.GetProperty("id").GetInt64()), ("language", "vi"), ("class", "complaint"), ("text", Sentence)]);
        await using var db = desk.App.Database();
        (await db.AuditEntries.AsNoTracking().SingleAsync(e => e.Action == "label.accept")).ShouldSatisfyAllConditions(e => e.Actor.ShouldBe("binh"), e => e.After!.ShouldContain("complaint"));

        await StepAsync(an, id, "undo", null);
        (await chi.GetStringAsync("/labels/labels.jsonl")).ShouldBeEmpty("the verdict no longer stands");
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
        var page = await TestDesk.PostAsync(binh, "/labels", $"/labels/{row}", ("class", ""), ("do", "accept"));
        page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await page.Content.ReadAsStringAsync()).ShouldContain("loại lời nói nào được bảo vệ");
        (await TestDesk.PostAsync(binh, "/labels", $"/labels/{row}", ("class", ""), ("do", "refuse"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await RowsAsync(an, "refused")).Count.ShouldBe(1);
        (await an.GetStringAsync("/labels/labels.jsonl")).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_two_people_agree_on_is_proposed_for_training_in_the_words_of_the_verdict(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        var hate = await desk.FlagAsync(FlagReason.Hate, "Nhóm người ấy thì nên đuổi hết khỏi xóm này.");
        var claim = await desk.FlagAsync(FlagReason.UnverifiedClaim, "Từ mai trạm y tế không nhận thẻ bảo hiểm của trẻ em.");
        var calledHarm = await desk.FlagAsync(FlagReason.UnverifiedClaim, "Thẻ bảo hiểm đã hết hạn từ tháng trước.");
        var exposing = await desk.FlagAsync(FlagReason.VictimExposure, "Cháu bé học lớp 7A.");
        object harmful = new { verdict = "harmful" }, wrong = new { verdict = "false", evidence = new[] { new { url = "https://co-quan.example/bac-bo" } } };
        foreach (var (flag, verdict) in new[] { (hate, harmful), (claim, wrong), (calledHarm, harmful), (exposing, harmful) }) await StepAsync(an, flag, "verdict", JsonContent.Create(verdict));
        (await RowsAsync(an, "proposed")).ShouldBeEmpty("one person alone proposes nothing for training");
        foreach (var (flag, verdict) in new[] { (hate, harmful), (claim, wrong), (calledHarm, harmful), (exposing, harmful) }) await StepAsync(binh, flag, "verdict", JsonContent.Create(verdict));

        var rows = await RowsAsync(an, "proposed");
        rows.Select(r => (r.GetProperty("flagId").GetInt64(), r.GetProperty("use").GetString(), r.GetProperty("harm").GetString(), r.GetProperty("kind").GetString())).ShouldBe([(claim, "training", null, "assertion"), (hate, "training", "hate", null)]);
        (await AcceptAsync(binh, rows[0], null)).StatusCode.ShouldBe(HttpStatusCode.Conflict, "it was this one's verdict that proposed it");
        (await AcceptAsync(an, rows[0], new { kind = "opinion" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "what was called false states something");
        (await AcceptAsync(an, rows[0], new { @class = "opinion" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var row in rows) (await AcceptAsync(an, row, null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await an.GetStringAsync("/api/v1/labels/export")).Split('\n')[..^1].ShouldBe(
        [
            $$"""{"use":"training","id":"desk-{{rows[1].GetProperty("id")}}","language":"vi","reason":"hate","text":"Nhóm người ấy thì nên đuổi hết khỏi xóm này."}""",
            $$"""{"use":"training","id":"desk-{{rows[0].GetProperty("id")}}","language":"vi","label":"assertion","text":"Từ mai trạm y tế không nhận thẻ bảo hiểm của trẻ em."}""",
        ], ignoreOrder: true);

        await StepAsync(an, hate, "undo", null);
        (await an.GetStringAsync("/api/v1/labels/export")).ShouldNotContain("hate", Case.Sensitive, "the two no longer agree");
    }

    [Fact]
    public async Task A_sentence_that_a_recheck_called_no_claim_is_proposed_and_the_second_person_says_what_it_is()
    {
        await using var desk = await TestDesk.StartAsync("Sqlite", null, "--Reviews:Recheck=1");
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, "Rồi sẽ có ngày trạm y tế nào cũng vắng.");
        foreach (var person in new[] { an, binh }) await StepAsync(person, id, "verdict", JsonContent.Create(new { verdict = "not-a-claim" }));
        var row = (await RowsAsync(an, "proposed")).ShouldHaveSingleItem();
        row.GetProperty("kinds").EnumerateArray().Select(k => k.GetString()).ShouldNotContain("assertion");
        (await AcceptAsync(an, row, null)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AcceptAsync(an, row, new { kind = "assertion" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AcceptAsync(an, row, new { kind = "future" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await an.GetStringAsync("/labels/labels.jsonl")).ShouldContain("\"label\":\"future\"");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_verdict_of_no_claim_proposes_what_another_person_names_and_accepts(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        var harm = await desk.FlagAsync(FlagReason.Hate, "Nhóm người ấy thì nên đuổi hết khỏi xóm này.");
        foreach (var flag in new[] { id, harm }) await StepAsync(an, flag, "verdict", JsonContent.Create(new { verdict = "not-a-claim" }));
        var row = (await RowsAsync(binh, "proposed")).ShouldHaveSingleItem();
        row.GetProperty("flagId").GetInt64().ShouldBe(id, "of a sentence flagged for harm the verdict says nothing");
        (await AcceptAsync(an, row, new { kind = "other" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await AcceptAsync(binh, row, new { kind = "other" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await an.GetStringAsync("/labels/labels.jsonl")).ShouldContain("\"use\":\"training\"");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_what_matches_a_correction_the_gate_takes_none_and_training_the_sentence_that_repeats_it(string provider)
    {
        const string claim = "Từ mai trạm y tế không nhận thẻ bảo hiểm của trẻ em.", correction = "Trạm y tế không nhận thẻ bảo hiểm của trẻ em từ ngày mai";
        await using var desk = await TestDesk.StartAsync(provider);
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        var spared = await desk.FlagAsync(FlagReason.MatchesCorrection, claim, correction: "Trẻ em không được khám bằng thẻ");
        var wrong = await desk.FlagAsync(FlagReason.MatchesCorrection, $"Bà con xôn xao từ sáng.\n{claim} Ai cũng lo.", correction: correction);
        await StepAsync(an, spared, "verdict", JsonContent.Create(new { verdict = "protected" }));
        foreach (var person in new[] { an, binh }) await StepAsync(person, wrong, "verdict", JsonContent.Create(new { verdict = "false", evidence = new[] { new { url = "https://co-quan.example/bac-bo" } } }));
        var row = (await RowsAsync(an, "proposed")).ShouldHaveSingleItem();
        (row.GetProperty("flagId").GetInt64(), row.GetProperty("text").GetString()).ShouldBe((wrong, claim));
        (await AcceptAsync(an, row, null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var line = JsonDocument.Parse(await an.GetStringAsync("/labels/labels.jsonl"));
        line.RootElement.GetProperty("text").GetString().ShouldBe(claim);
    }

    [Fact]
    public async Task Whoever_accepts_a_label_sees_the_names_in_it_and_an_export_holds_their_initials()
    {
        await using var desk = await TestDesk.StartAsync();
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, "Chị Trần Thị Hoa bảo gọi [PHONE] mà hỏi.");
        await StepAsync(an, id, "verdict", JsonContent.Create(new { verdict = "protected" }));
        var row = (await RowsAsync(binh, "proposed")).ShouldHaveSingleItem();
        row.GetProperty("names").EnumerateArray().Select(n => n.GetString()).ShouldBe(["Trần Thị Hoa"]);
        row.GetProperty("masked").EnumerateArray().Select(n => n.GetString()).ShouldBe(["[PHONE]"]);
        var page = WebUtility.HtmlDecode(await binh.GetStringAsync("/labels"));
        page.ShouldSatisfyAllConditions(p => p.ShouldContain("Thấy tên: Trần Thị Hoa."), p => p.ShouldContain("Đã che: [PHONE]."));
        (await AcceptAsync(binh, row, new { @class = "complaint" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await binh.GetStringAsync("/labels/labels.jsonl")).ShouldSatisfyAllConditions(l => l.ShouldContain("Chị T.T.H. bảo gọi [PHONE] mà hỏi."), l => l.ShouldNotContain("Hoa"));
    }

    [BrowserTheory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task It_is_judged_in_a_browser_from_the_queue_and_axe_finds_nothing(int width, ColorScheme scheme)
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        var claim = await desk.FlagAsync(FlagReason.UnverifiedClaim, "Ông Lê Văn Bảy nói từ mai trạm y tế không nhận thẻ bảo hiểm.");
        using (var an = await desk.SignInAsync("an"))
        using (var giang = await desk.SignInAsync("giang"))
        {
            await StepAsync(an, id, "verdict", JsonContent.Create(new { verdict = "protected" }));
            foreach (var person in new[] { an, giang }) await StepAsync(person, claim, "verdict", JsonContent.Create(new { verdict = "misleading", evidence = new[] { new { url = "https://co-quan.example/noi-lai" } } }));
        }
        var page = await browser.OpenAsync(desk.Address, width, scheme: scheme);
        await page.SignInAsync("binh");
        await page.GotoAsync("/queue");
        await page.ClickAsync("a[href='/labels']");
        await page.InspectAsync(width);
        await page.SelectOptionAsync("select[name=class]", "complaint");
        await page.ClickAsync("li:has(select[name=class]) button[value=accept]");
        await page.SelectOptionAsync("select[name=kind]", "allegation");
        await page.ClickAsync("li:has(select[name=kind]) button[value=accept]");
        await page.WaitForSelectorAsync(".empty");
        await using var db = desk.App.Database();
        (await db.Labels.AsNoTracking().SingleAsync(l => l.Use == LabelUse.Training)).Kind.ShouldBe(SentenceKind.Allegation);
        (await db.Labels.AsNoTracking().SingleAsync(l => l.Use == LabelUse.Gate)).ShouldSatisfyAllConditions(r => r.State.ShouldBe(LabelState.Accepted), r => r.Class.ShouldBe(ProtectedClass.Complaint));
    }

    private static async Task<List<JsonElement>> RowsAsync(HttpClient client, string state) => [.. (await client.GetFromJsonAsync<JsonElement>("/api/v1/labels?state=" + state)).GetProperty("labels").EnumerateArray()];

    private static Task<HttpResponseMessage> AcceptAsync(HttpClient client, JsonElement row, object? word) => client.PostAsJsonAsync($"/api/v1/labels/{row.GetProperty("id").GetInt64()}/accept", word ?? new { });

    private static async Task StepAsync(HttpClient client, long id, string step, HttpContent? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/flags/{id}/{step}") { Content = body };
        request.Headers.TryAddWithoutValidation("If-Match", (await client.GetAsync($"/api/v1/flags/{id}")).Headers.ETag!.Tag);
        (await client.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
