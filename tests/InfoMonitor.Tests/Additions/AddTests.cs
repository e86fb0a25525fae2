using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Ingestion;
using InfoMonitor.Tests.Ingestion;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Tests.Additions;

/// <summary>What people bring to the desk themselves: an address or a text, looked at first, queued when they say so.</summary>
public sealed class AddTests
{
    private const string Rumour = "Từ tháng tới mọi phụ nữ mang thai đều bị cắt bảo hiểm y tế, nghe nói toàn tỉnh.";
    private const string Harm = "Đừng cho nhóm H. thuê nhà ở xóm mình.";

    private static readonly string[] Crawls = ["--Fetching:Contact=toa-soan@example.org", "--Fetching:AllowPrivate:0=127.0.0.0/8", "--Fetching:Attempts=1"];

    [Theory, OnSqlite, OnPostgres]
    public async Task A_pasted_text_is_looked_at_without_a_trace_and_queued_with_a_note_and_without_its_sender(string provider)
    {
        await using var desk = await StartAsync(provider);
        using var an = await desk.SignInAsync("an");
        var pasted = $"Từ: chị Lan Bông\n[10:32, 24/11/2026] Lan Bông: {Rumour} Hỏi 0912 345 678 hoặc @lanbong nhé.";
        await using var db = desk.App.Database();
        var before = await db.EverythingAsync();

        var page = await Page(await TestDesk.PostAsync(an, "/add", "/add", ("url", ""), ("text", pasted)));
        page.IndexOf("protected-h", StringComparison.Ordinal).ShouldBeInRange(0, page.IndexOf("models-h", StringComparison.Ordinal), "its protected class comes first");
        page.ShouldContain("[PHONE]");
        (await db.EverythingAsync()).Count.ShouldBe(before.Count, "looking stores nothing");

        var queued = await TestDesk.PostAsync(an, "/add", "/add/queue", ("draft", Draft(page)), ("reason", "unverified-claim"), ("note", "Nghe ở ba xã, gọi 0987 654 321"));
        queued.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var flag = await db.Flags.Include(f => f.Item).SingleAsync();
        queued.Headers.Location!.ToString().ShouldBe($"/flags/{flag.Id}");
        (flag.ByHand, flag.Reason, flag.State, flag.PublisherKind).ShouldBe((true, FlagReason.UnverifiedClaim, FlagState.New, null));
        flag.HandNote.ShouldBe("Nghe ở ba xã, gọi [PHONE]");
        (flag.Item!.SourceId, flag.Item.Url, flag.Item.PageId).ShouldBe((Item.Pasted, "", null));
        (await db.EverythingAsync()).Where(v => v.Value.Contains("Lan Bông", StringComparison.OrdinalIgnoreCase) || v.Value.Contains("lanbong", StringComparison.Ordinal) || v.Value.Contains("345 678", StringComparison.Ordinal) || v.Value.Contains("654 321", StringComparison.Ordinal)).ShouldBeEmpty();

        var entry = await db.AuditEntries.SingleAsync(e => e.Subject == $"flag:{flag.Id}");
        (entry.Action, entry.Actor).ShouldBe(("flag.add", "an"));
        (await AuditVerifier.VerifyAsync(db, [], default)).ShouldBeOfType<AuditFinding.Whole>();
        (await an.GetStringAsync("/queue")).ShouldContain("thêm bằng tay");
        (await an.GetStringAsync($"/flags/{flag.Id}")).ShouldSatisfyAllConditions(p => p.ShouldContain("Thêm bằng tay: một người"), p => p.ShouldContain("Nghe ở ba xã"), p => p.ShouldContain("thêm bằng tay vào hàng chờ"), p => p.ShouldNotContain("href=\"\""));
        var api = await an.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{flag.Id}");
        (api.GetProperty("byHand").GetBoolean(), api.GetProperty("handNote").GetString()).ShouldBe((true, "Nghe ở ba xã, gọi [PHONE]"));
        (await an.GetFromJsonAsync<JsonElement>("/api/v1/flags")).GetProperty("flags")[0].GetProperty("byHand").GetBoolean().ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_added_it_takes_it_back_while_nobody_has_touched_it(string provider)
    {
        await using var desk = await StartAsync(provider);
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        var id = (await Json(await AddAsync(an, new { text = Rumour, reason = "unverified-claim" }))).GetProperty("flagId").GetInt64();
        (await an.GetStringAsync($"/flags/{id}")).ShouldContain($"/flags/{id}/take-back");
        (await binh.GetStringAsync($"/flags/{id}")).ShouldNotContain("/take-back");
        (await binh.PostAsync($"/api/v1/flags/{id}/take-back", null)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var back = await TestDesk.PostAsync(an, $"/flags/{id}", $"/flags/{id}/take-back");
        (await an.GetStringAsync(back.Headers.Location)).ShouldContain("Đã hoàn tác việc thêm bằng tay");
        await using var db = desk.App.Database();
        (await db.Flags.CountAsync(), await db.SearchEntries.CountAsync(s => s.FlagId != null)).ShouldBe((0, 0));
        (await db.AuditEntries.Where(e => e.Subject == $"flag:{id}").OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync()).ShouldBe(["flag.add", "flag.take-back"]);

        await AddAsync(an, new { text = "Trường mầm non trong xã sẽ đóng cửa cả tháng sau vì hết kinh phí trả lương cho cô giáo.", reason = "unverified-claim" });
        await AddAsync(an, new { text = Rumour, reason = "unverified-claim" });
        foreach (var left in new[] { 1, 0 })
        {
            (await an.GetFromJsonAsync<JsonElement>("/api/v1/steps/last")).GetProperty("kind").GetString().ShouldBe("added", "what was taken back does not hide what was added before it");
            await TestDesk.PostAsync(an, "/queue", "/queue/undo-last");
            (await db.Flags.CountAsync()).ShouldBe(left);
        }

        var again = (await Json(await AddAsync(an, new { text = Rumour, reason = "unverified-claim" }))).GetProperty("flagId").GetInt64();
        (await an.GetFromJsonAsync<JsonElement>("/api/v1/steps/last")).GetProperty("kind").GetString().ShouldBe("added");
        var undone = await TestDesk.PostAsync(an, "/queue", "/queue/undo-last");
        (await an.GetStringAsync(undone.Headers.Location)).ShouldContain("Đã hoàn tác việc thêm bằng tay");
        var third = (await Json(await AddAsync(an, new { text = Rumour, reason = "unverified-claim" }))).GetProperty("flagId").GetInt64();
        third.ShouldNotBe(again);
        using var claim = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/flags/{third}/claim");
        claim.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        (await binh.SendAsync(claim)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await an.PostAsync($"/api/v1/flags/{third}/take-back", null)).StatusCode.ShouldBe(HttpStatusCode.Conflict, "somebody is at it");
        (await an.GetStringAsync((await TestDesk.PostAsync(an, "/queue", "/queue/undo-last")).Headers.Location)).ShouldContain("Không có gì để hoàn tác");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_text_that_is_known_leads_to_its_flag_and_a_double_click_makes_one(string provider)
    {
        await using var desk = await StartAsync(provider);
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        var first = await AddAsync(an, new { text = Rumour, reason = "unverified-claim" });
        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        var id = (await Json(first)).GetProperty("flagId").GetInt64();
        first.Headers.Location!.ToString().ShouldBe($"/api/v1/flags/{id}");
        var copy = await AddAsync(binh, new { text = "Chuyển tiếp từ ai đó\n" + Rumour, reason = "hate" });
        copy.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Json(copy)).ToString().ShouldBe($$"""{"flagId":{{id}},"added":false}""");
        (await Page(await TestDesk.PostAsync(binh, "/add", "/add", ("text", Rumour)))).ShouldSatisfyAllConditions(p => p.ShouldContain($"/flags/{id}"), p => p.ShouldContain("Đã có trong hàng chờ"), p => p.ShouldNotContain("/add/queue"));
        var together = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => AddAsync(an, new { text = Bench.Prose(7), reason = "unverified-claim" })));
        together.Count(r => r.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        await using var db = desk.App.Database();
        (await db.Flags.CountAsync(), await db.Items.CountAsync()).ShouldBe((2, 2));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_goes_the_crawlers_way_and_one_that_was_crawled_before_is_not_asked_for_again(string provider)
    {
        await using var site = await TestSite.StartAsync();
        site.Robots("User-agent: *\nDisallow: /cam").Article("/tin/1", "Tin về bảo hiểm", Bench.Prose(1) + "\n" + Rumour).Article("/cam/2", "Cấm", Bench.Prose(2));
        await using var desk = await StartAsync(provider, Crawls);
        using var an = await desk.SignInAsync("an");
        (await Json(await AddAsync(an, new { url = site.Address + "/cam/2" }))).GetProperty("type").GetString()!.ShouldEndWith("robots");
        site.Count("/cam/2").ShouldBe(0);

        var added = await AddAsync(an, new { url = site.Address + "/tin/1?utm_source=zalo", reason = "unverified-claim" });
        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        await using var db = desk.App.Database();
        var page = await db.Pages.SingleAsync();
        (page.Url, page.Outcome, page.UrlHash).ShouldBe((site.Address + "/tin/1", PageOutcome.Stored, Domain.Page.HashOf(new Uri(site.Address + "/tin/1"))));
        (await db.Items.SingleAsync()).ShouldSatisfyAllConditions(i => i.PageId.ShouldBe(page.Id), i => i.Title.ShouldBe("Tin về bảo hiểm"), i => i.SourceId.ShouldBe("127.0.0.1"));
        (await AddAsync(an, new { url = site.Address + "/tin/1" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        site.Count("/tin/1").ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_story_that_was_read_and_not_flagged_gets_the_flag_itself_and_later_copies_join_it(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        var text = Bench.Prose(3);
        await bench.IngestAsync("bao-a", "tin", "Tin", text);
        var hand = bench.App.Services.GetRequiredService<HandIngestor>();
        var article = ArticleReader.Pasted(text)!;
        (await hand.ReadAsync(article, default)).ShouldSatisfyAllConditions(r => r.IsKnown.ShouldBeTrue(), r => r.FlagId.ShouldBeNull());
        (await hand.QueueAsync(article, null, new ByHand(FlagReason.Hate, null, "an"), default)).Added.ShouldBeTrue();
        (await bench.IngestAsync("bao-b", "tin", "Tin", text)).ShouldBe(PageOutcome.Copy);
        await using var db = bench.App.Database();
        var flag = await db.Flags.Include(f => f.Story).Include(f => f.Item).SingleAsync();
        (flag.ByHand, flag.Item!.SourceId, flag.Story!.ItemCount, flag.Story.SourceCount).ShouldBe((true, "bao-a", 2, 2));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_text_in_which_a_person_sees_a_child_exposed_is_stored_redacted_there_and_before(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        var text = "Cháu N.T.B., học lớp 5A trường Tiểu học Cây Gáo, nhà ở ấp Rạch Sâu, bị hại tối qua.\n" + Bench.Prose(4, 2);
        await bench.IngestAsync("bao-a", "be", "Tin", text);
        var hand = bench.App.Services.GetRequiredService<HandIngestor>();
        for (var click = 0; click < 2; click++) await hand.QueueAsync(ArticleReader.Pasted(text)!, null, new ByHand(FlagReason.VictimExposure, null, "an"), default);
        await using var db = bench.App.Database();
        (await db.Flags.SingleAsync()).UrgentAt.ShouldNotBeNull();
        (await db.EverythingAsync()).Where(v => v.Value.Contains("N.T.B.", StringComparison.Ordinal) || v.Value.Contains("Cây Gáo", StringComparison.Ordinal) || v.Value.Contains("Rạch Sâu", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_person_names_the_claim_in_the_texts_own_words_and_it_heads_the_flag_marked(string provider)
    {
        await using var desk = await StartAsync(provider);
        using var an = await desk.SignInAsync("an");
        const string claim = "Thẻ bảo hiểm của trẻ em hết hạn vào thứ Sáu tới, gọi 0912 345 678.";
        var text = $"{Bench.Prose(5)}\n{claim}\n{Bench.Prose(6)}";

        var wrong = await AddAsync(an, new { text, reason = "unverified-claim", claim = "Thẻ bảo hiểm của người già hết hạn." });
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Json(wrong)).GetProperty("type").GetString()!.ShouldEndWith("wrong-claim");
        var look = await Page(await TestDesk.PostAsync(an, "/add", "/add", ("text", text)));
        var refused = await TestDesk.PostAsync(an, "/add", "/add/queue", ("draft", Draft(look)), ("reason", "hate"), ("claim", "Câu không có trong bài này."), ("note", "Nghe ở ba xã"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(p => p.ShouldContain("claim-wrong"), p => p.ShouldContain("Câu không có trong bài này."), p => p.ShouldContain("Nghe ở ba xã"), p => p.ShouldContain("value=\"hate\" selected"));

        var added = await AddAsync(an, new { text, reason = "unverified-claim", claim = "  Thẻ bảo hiểm của trẻ em  hết hạn vào thứ Sáu tới, gọi 0912 345 678. " });
        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        var id = (await Json(added)).GetProperty("flagId").GetInt64();
        (await Json(await an.GetAsync($"/api/v1/flags/{id}"))).GetProperty("sentence").GetString().ShouldBe("Thẻ bảo hiểm của trẻ em hết hạn vào thứ Sáu tới, gọi [PHONE].");
        var page = await Page(await an.GetAsync($"/flags/{id}"));
        page.ShouldContain("<mark class=\"sentence\">Thẻ bảo hiểm của trẻ em hết hạn vào thứ Sáu tới, gọi [PHONE].</mark>");
        page.ShouldContain("lý do do một người chọn, không phải mô hình");
    }

    [Fact]
    public async Task Protected_speech_is_no_unverified_claim_whoever_says_so()
    {
        await using var desk = await StartAsync(judge: (_, text, language, _) => Bench.Make(language, [], []) with { Protected = [ProtectedClass.Complaint] });
        using var an = await desk.SignInAsync("an");
        var seen = await Json(await an.PostAsJsonAsync("/api/v1/items/assess", new { text = Rumour }));
        seen.GetProperty("protected")[0].GetString().ShouldBe("complaint");
        seen.GetProperty("mayQueueAs").EnumerateArray().Select(r => r.GetString()).ShouldNotContain("unverified-claim");
        (await Json(await AddAsync(an, new { text = Rumour, reason = "unverified-claim" }))).GetProperty("type").GetString()!.ShouldEndWith("wrong-reason");
        (await Json(await AddAsync(an, new { text = Rumour, reason = "matches-correction" }))).GetProperty("type").GetString()!.ShouldEndWith("wrong-reason");
        (await Json(await AddAsync(an, new { text = Rumour }))).GetProperty("type").GetString()!.ShouldEndWith("needs-reason");
        await using var db = desk.App.Database();
        (await db.Flags.AnyAsync(), await db.Items.AnyAsync()).ShouldBe((false, false));
        (await AddAsync(an, new { text = Rumour, reason = "incitement" })).StatusCode.ShouldBe(HttpStatusCode.Created, "harm is harm, complaint or not");
    }

    [Theory]
    [InlineData("https://www.facebook.com/profile.php?id=100", "person")]
    [InlineData("https://www.facebook.com/nguyen.van.a", "account")]
    [InlineData("https://t.me/mot_kenh", "account")]
    [InlineData("https://bao.vn/tac-gia/nguyen-van-a", "person")]
    [InlineData("https://bao.vn/tim-kiem?q=tin", "search")]
    [InlineData("https://bao.vn/comments/feed", "comments")]
    [InlineData("https://bao.vn/", "front-page")]
    [InlineData("http://169.254.169.254/latest/meta-data", "private")]
    [InlineData("http://10.0.0.8/noi-bo", "private")]
    [InlineData("https://ten:mat-khau@bao.vn/tin", "no-address")]
    [InlineData("javascript:alert(1)", "no-address")]
    [InlineData("tin don", "no-address")]
    public async Task What_is_no_publishers_article_is_refused_with_the_reason(string url, string why)
    {
        await using var desk = await StartAsync(settings: "--Fetching:Contact=toa-soan@example.org");
        using var an = await desk.SignInAsync("an");
        var refused = await AddAsync(an, new { url, reason = "hate" });
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Json(refused)).GetProperty("type").GetString()!.ShouldEndWith(":" + why);
        var page = await TestDesk.PostAsync(an, "/add", "/add", ("url", url), ("text", ""));
        page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await page.Content.ReadAsStringAsync()).ShouldContain("role=\"alert\"");
        await using var db = desk.App.Database();
        (await db.Pages.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_slow_page_a_redirect_to_a_profile_and_a_page_without_an_article_end_with_a_clear_word()
    {
        await using var site = await TestSite.StartAsync();
        site.Serve("/cham", async http => await Task.Delay(TimeSpan.FromSeconds(60), http.RequestAborted))
            .Serve("/sang", http => { http.Response.Redirect("http://bao.vn/tac-gia/mot-nguoi"); return Task.CompletedTask; }).Article("/tac-gia/mot-nguoi", "Trang một người")
            .Serve("/rong", "text/html; charset=utf-8", "<!doctype html><title>Rỗng</title><body><nav><a href='/'>Đầu</a></nav>");
        // A public name whose wires lead to the test's own host.
        var network = new Network((_, _) => Task.FromResult(new[] { IPAddress.Parse("93.184.216.34") }), async (_, _, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, new Uri(site.Address).Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        });
        await using var desk = await TestDesk.StartAsync("Sqlite", builder => builder.Services.AddSingleton<Judge>((_, _, language, _) => Bench.Make(language, [], [])).AddSingleton(network), [.. Crawls, "--Additions:Within=00:00:08"]);
        using var an = await desk.SignInAsync("an");
        foreach (var (path, why, status) in new[] { ("/sang", "person", HttpStatusCode.UnprocessableEntity), ("/rong", "not-article", HttpStatusCode.UnprocessableEntity), ("/khong-co", "gone", HttpStatusCode.UnprocessableEntity), ("/cham", "slow", HttpStatusCode.GatewayTimeout) })
        {
            var refused = await AddAsync(an, new { url = "http://bao.vn" + path, reason = "hate" });
            (refused.StatusCode, (await Json(refused)).GetProperty("type").GetString()!.Split(':')[^1]).ShouldBe((status, why), path);
        }
        await using var db = desk.App.Database();
        (await db.Pages.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_may_claim_may_add_and_nobody_else()
    {
        await using var desk = await StartAsync();
        foreach (var (name, may) in new[] { ("an", true), ("hai", true), ("chi", false), ("dung", false), ("kim", false) })
        {
            using var client = await desk.SignInAsync(name);
            (await client.GetAsync("/add")).StatusCode.ShouldBe(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, name);
            (await client.PostAsJsonAsync("/api/v1/items/assess", new { text = Rumour })).StatusCode.ShouldBe(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, name);
            (await client.GetStringAsync("/queue")).Contains("href=\"/add\"", StringComparison.Ordinal).ShouldBe(may, name);
        }
    }

    [Fact]
    public async Task Only_what_was_looked_at_here_and_lately_is_queued_and_only_one_thing_at_a_time()
    {
        await using var desk = await StartAsync();
        using var an = await desk.SignInAsync("an");
        var draft = Draft(await Page(await TestDesk.PostAsync(an, "/add", "/add", ("text", Rumour))));
        var changed = draft[..40] + (draft[40] == 'A' ? 'B' : 'A') + draft[41..];
        foreach (var wrong in new[] { changed, "", "abc" })
        {
            var refused = await TestDesk.PostAsync(an, "/add", "/add/queue", ("draft", wrong), ("reason", "hate"), ("note", "Giữ lại câu này"));
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await refused.Content.ReadAsStringAsync()).ShouldContain("Phần đã xem không còn dùng được");
        }
        foreach (var (url, text) in new[] { ("", ""), ("https://bao.vn/tin", Rumour) })
            (await Json(await an.PostAsJsonAsync("/api/v1/items/assess", new { url, text }))).GetProperty("type").GetString()!.ShouldEndWith("give-one");
        (await Json(await an.PostAsJsonAsync("/api/v1/items/assess", new { text = "Ngắn quá." }))).GetProperty("type").GetString()!.ShouldEndWith("too-short");
        (await Json(await an.PostAsJsonAsync("/api/v1/items/assess", new { text = new string('a', 20_001) }))).GetProperty("type").GetString()!.ShouldEndWith("too-long");
        await using var db = desk.App.Database();
        (await db.Items.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Harm_is_covered_until_somebody_asks_for_it()
    {
        await using var desk = await StartAsync(judge: (_, text, language, _) => Bench.Make(language, [FlagReason.Hate], [Bench.Explain(text, "nhóm H.", FlagReason.Hate)]));
        using var an = await desk.SignInAsync("an");
        var page = await Page(await TestDesk.PostAsync(an, "/add", "/add", ("text", Harm + "\nCả xóm nghe theo là được.")));
        var at = page.IndexOf("veil", StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        page[page.IndexOf("models-h", StringComparison.Ordinal)..at].ShouldNotContain("Đừng cho nhóm");
    }

    private static Task<TestDesk> StartAsync(string provider = "Sqlite", params string[] settings) => StartAsync(provider, (_, _, language, _) => Bench.Make(language, [], []), settings);

    private static Task<TestDesk> StartAsync(Judge judge) => StartAsync("Sqlite", judge);

    private static Task<TestDesk> StartAsync(string provider, Judge judge, params string[] settings) => TestDesk.StartAsync(provider, builder => builder.Services.AddSingleton(judge), settings);

    private static Task<HttpResponseMessage> AddAsync(HttpClient client, object body) => client.PostAsJsonAsync("/api/v1/items", body);

    private static async Task<JsonElement> Json(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();

    private static async Task<string> Page(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync();
    }

    private static string Draft(string page)
    {
        const string mark = "name=\"draft\" value=\"";
        var start = page.IndexOf(mark, StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, "nothing to queue");
        return page[(start + mark.Length)..page.IndexOf('"', start + mark.Length)];
    }
}
