using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Ingestion;
using InfoMonitor.Storage;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Tests.Reviews;

/// <summary>What a verdict relies on: references looked for and cited, own links with the words relied on.</summary>
public sealed class EvidenceTests(Browser browser) : IClassFixture<Browser>
{
    private const string Claim = "Từ tháng sau trẻ em phải đóng tiền mới được cấp thẻ bảo hiểm y tế.";
    private const string Correction = "Trẻ dưới 6 tuổi vẫn được cấp thẻ miễn phí";
    private const string Law = "Trẻ em dưới sáu tuổi được Nhà nước đóng bảo hiểm y tế";
    private const string Page = "https://kiem-chung.example/the-bao-hiem";

    [Theory, OnSqlite, OnPostgres]
    public async Task References_and_links_with_words_are_kept_together_and_shown_once_the_verdict_may_be_seen(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var id = await desk.FlagAsync(FlagReason.MatchesCorrection, Claim, correction: Correction);
        var law = await ReferenceAsync(desk);
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        using var chi = await desk.SignInAsync("chi");

        (await DecideAsync(an, id, new { referenceId = law }, new { url = Page, words = "  Thẻ được cấp miễn phí, hỏi 0912 345 678.  " }, new { referenceId = law })).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var blind in new[] { binh, chi })
        {
            (await blind.GetStringAsync($"/flags/{id}")).ShouldNotContain("Thẻ được cấp miễn phí");
            (await blind.GetStringAsync($"/api/v1/flags/{id}")).ShouldNotContain("Thẻ được cấp miễn phí");
        }

        (await DecideAsync(binh, id, new { referenceId = law })).StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = WebUtility.HtmlDecode(await chi.GetStringAsync($"/flags/{id}"));
        page.ShouldSatisfyAllConditions(p => p.ShouldContain("Thẻ được cấp miễn phí, hỏi [PHONE]."), p => p.ShouldContain(Law), p => p.ShouldContain($"href=\"{Page}\""), p => p.ShouldNotContain("0912 345"));
        var evidence = (await chi.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{id}")).GetProperty("reviews")[0].GetProperty("evidence");
        evidence.GetArrayLength().ShouldBe(2, "the same reference twice is one piece");
        evidence[0].GetProperty("reference").GetProperty("statement").GetString().ShouldBe(Law);
        evidence[1].GetProperty("words").GetString().ShouldBe("Thẻ được cấp miễn phí, hỏi [PHONE].");
    }

    [Fact]
    public async Task The_assessment_names_each_model_with_its_version_and_threshold_or_says_that_the_set_is_gone()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.Hate, Claim);
        using var an = await desk.SignInAsync("an");
        (await an.GetStringAsync($"/flags/{id}")).ShouldContain("không còn được lưu ở đây");
        (await an.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{id}")).GetProperty("models").ValueKind.ShouldBe(JsonValueKind.Null);

        var shipped = Path.Combine(TestHome.Repository, "models");
        var cards = ModelCards.Read(shipped);
        var (version, hash) = (cards.Version, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(shipped, "hate", "card.json")))));
        desk.App.Services.GetRequiredService<KeptModels>().Keep(shipped, version);
        await using (var db = desk.App.Database())
        {
            var item = await db.Items.SingleAsync();
            item.Assessment = item.Assessment with { ModelVersion = version };
            await db.SaveChangesAsync();
        }
        var page = WebUtility.HtmlDecode(await an.GetStringAsync($"/flags/{id}"));
        page.ShouldSatisfyAllConditions(p => p.ShouldContain($"hate <code title=\"{hash}\">{hash[..12]}</code>"), p => p.ShouldContain(version[..12]), p => p.ShouldContain("Ngưỡng"));
        var models = (await an.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{id}")).GetProperty("models").EnumerateArray().ToDictionary(m => m.GetProperty("output").GetString()!);
        models["hate"].GetProperty("card").GetString().ShouldBe(hash);
        models["hate"].GetProperty("threshold").GetDouble().ShouldBe(cards.Of(FlagReason.Hate)!.Outputs[0].Threshold);
        models.Keys.ShouldContain("claims");
        await using (var db = desk.App.Database())
        {
            var item = await db.Items.SingleAsync();
            item.Assessment = item.Assessment with { Thresholds = new Dictionary<FlagReason, double> { [FlagReason.Hate] = 0.97531 } };
            await db.SaveChangesAsync();
        }
        var set = (await an.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{id}")).GetProperty("models").EnumerateArray().ToDictionary(m => m.GetProperty("output").GetString()!);
        set["hate"].GetProperty("threshold").GetDouble().ShouldBe(0.97531);
        set["incitement"].GetProperty("threshold").GetDouble().ShouldBe(cards.Of(FlagReason.Incitement)!.Outputs[0].Threshold);
        (await an.GetStringAsync($"/flags/{id}")).ShouldContain("ngưỡng lúc xét 0,9753.");
    }

    [Fact]
    public async Task A_piece_that_cannot_be_used_is_refused_and_so_are_six()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        using var an = await desk.SignInAsync("an");
        object[] wrong = [new { referenceId = 999 }, new { url = "kiem-chung" }, new { words = "Chỉ có câu chữ" }, new { url = Page, referenceId = 1 }, new { url = Page, words = new string('a', 501) }, new { url = "https://www.facebook.com/profile.php?id=1" }, new { url = "https://www.facebook.com/nguyen.van.a" }];
        foreach (var piece in wrong)
        {
            var refused = await DecideAsync(an, id, new { url = Page }, piece);
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, piece.ToString());
            (await refused.Content.ReadAsStringAsync()).ShouldContain("problem:bad-evidence");
        }

        var six = await DecideAsync(an, id, [.. Enumerable.Range(1, 6).Select(n => new { url = $"{Page}/{n}" })]);
        (await six.Content.ReadAsStringAsync()).ShouldContain("problem:too-much-evidence");
        (await DecideAsync(an, id)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "false needs at least one");
        (await DecideAsync(an, id, [.. Enumerable.Range(1, 5).Select(n => new { url = $"{Page}/{n}" })])).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [BrowserTheory]
    [InlineData(true, "protected", 1440)]
    [InlineData(false, "false", 360)]
    public async Task A_reference_is_found_without_accents_and_cited_and_nothing_typed_is_lost_by_the_search(bool script, string verdict, int width)
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.MatchesCorrection, Claim, correction: Correction);
        var law = await ReferenceAsync(desk);
        var page = await browser.OpenAsync(desk.Address, width, script);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        await page.FillAsync("#note", "Đã hỏi trạm y tế.");
        await page.FillAsync("#evidence", Page);
        await page.FillAsync("#words-1", "Cấp thẻ miễn phí");
        await page.CheckAsync($"input[value={verdict}]");
        await page.FillAsync("#find", "nha nuoc dong bao hiem");
        await page.PressAsync("#find", "Enter");
        await page.CheckAsync($"input[name=cite][value='{law}']");
        await page.FillAsync("#find", "khong co gi nhu vay");
        await page.PressAsync("#find", "Enter");
        await page.WaitForSelectorAsync("text=Không tìm thấy căn cứ nào");
        (await page.IsCheckedAsync($"input[name=cite][value='{law}']")).ShouldBeTrue("what was cited stays through another search");
        (await page.InputValueAsync("#note")).ShouldBe("Đã hỏi trạm y tế.");
        (await page.InputValueAsync("#words-1")).ShouldBe("Cấp thẻ miễn phí");
        (await page.IsCheckedAsync($"input[value={verdict}]")).ShouldBeTrue();
        (await StoredAsync(desk)).ShouldBeEmpty("a search records nothing");
        if (script)
        {
            await page.InspectAsync(width);
            await page.GotoAsync($"/flags/{id}");
            (await page.IsCheckedAsync($"input[name=cite][value='{law}']")).ShouldBeTrue("a citation is part of the draft");
            await page.CheckAsync($"input[value={verdict}]");
        }
        await page.ClickAsync("button.primary");
        await page.ArriveAsync($"**/queue*done={id}*");
        var stored = (await StoredAsync(desk)).ShouldHaveSingleItem();
        stored.Select(e => e.ReferenceId).OfType<long>().ShouldBe([law - 1, law], ignoreOrder: true);
        stored.ShouldContain(new Evidence(Url: Page, Words: "Cấp thẻ miễn phí"));

        await page.GotoAsync($"/flags/{id}");
        (await page.InnerTextAsync(".decide")).ShouldContain(Law);
        await page.ClickAsync("details.fold:has(#amend) > summary");
        if (script) await page.InspectAsync(width);
        await page.UncheckAsync($"#amend input[name=cite][value='{law}']");
        await page.ClickAsync("#amend button.btn:not([name])");
        await page.ArriveAsync($"**/queue*done={id}*");
        (await StoredAsync(desk))[^1].Select(e => e.ReferenceId).ShouldNotContain(law);
    }

    private static async Task<List<IReadOnlyList<Evidence>>> StoredAsync(TestDesk desk)
    {
        await using var db = desk.App.Database();
        return [.. (await db.Reviews.AsNoTracking().OrderBy(r => r.Id).Select(r => r.Evidence).ToListAsync()).Select(EvidenceJson.Read)];
    }

    private static async Task<long> ReferenceAsync(TestDesk desk)
    {
        await using var db = desk.App.Database();
        var law = new Reference { Kind = ReferenceKind.Law, Statement = Law, Verdict = "Còn hiệu lực", Publisher = "Công báo", Hash = Reference.HashOf(ReferenceKind.Law, "Công báo", Law, "Còn hiệu lực"), AddedAt = DateTimeOffset.UnixEpoch };
        db.References.Add(law);
        await db.SaveChangesAsync();
        return law.Id;
    }

    private static async Task<HttpResponseMessage> DecideAsync(HttpClient client, long id, params object[] evidence)
    {
        var tag = (await client.GetAsync($"/api/v1/flags/{id}")).Headers.ETag!.Tag;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/flags/{id}/verdict") { Content = JsonContent.Create(new { verdict = "false", evidence }) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await client.SendAsync(request);
    }
}
