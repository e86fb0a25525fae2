using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Tests.Reviews;

public sealed class FlagsApiTests
{
    private const string Sentence = "Từ tháng sau trẻ em phải đóng tiền mới được cấp thẻ bảo hiểm y tế.";

    [Theory, OnSqlite, OnPostgres]
    public async Task The_list_is_paged_by_priority_and_every_flag_comes_once(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        for (var i = 0; i < 7; i++) await desk.FlagAsync(FlagReason.UnverifiedClaim, $"{Sentence} {i}", priority: i % 3 * 10);
        using var an = await desk.SignInAsync("an");

        var seen = new List<(int Priority, long Id)>();
        string? cursor = null;
        do
        {
            var page = await an.GetFromJsonAsync<JsonElement>("/api/v1/flags?limit=3" + (cursor is null ? "" : "&cursor=" + cursor));
            seen.AddRange(page.GetProperty("flags").EnumerateArray().Select(f => (f.GetProperty("priority").GetInt32(), f.GetProperty("id").GetInt64())));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        seen.Select(f => f.Id).Distinct().Count().ShouldBe(7);
        seen.Count.ShouldBe(7);
        seen.Select(f => f.Priority).ShouldBeInOrder(SortDirection.Descending);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task False_stands_only_when_a_second_account_agrees_without_seeing_the_first(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var id = await desk.FlagAsync(FlagReason.MatchesCorrection, Sentence, correction: "Trẻ dưới 6 tuổi vẫn được cấp thẻ miễn phí");
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");

        var first = await DecideAsync(an, id, await TagAsync(an, id), "false", evidenceUrl: "https://kiem-chung.example/1", note: "Gọi 0912 345 678 để hỏi");
        (await BodyAsync(first)).GetProperty("state").GetString().ShouldBe("awaiting-second");
        var again = await DecideAsync(an, id, await TagAsync(an, id), "accurate");
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);

        var blind = await binh.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{id}");
        blind.GetProperty("verdict").ValueKind.ShouldBe(JsonValueKind.Null);
        blind.GetProperty("reviews").GetArrayLength().ShouldBe(0);
        blind.GetProperty("history").EnumerateArray().ShouldAllBe(e => e.GetProperty("verdict").ValueKind == JsonValueKind.Null);
        (await an.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{id}")).GetProperty("reviews")[0].GetProperty("note").GetString()!.ShouldContain("[PHONE]");

        var second = await DecideAsync(binh, id, await TagAsync(binh, id), "false", evidenceUrl: "https://kiem-chung.example/1");
        (await BodyAsync(second)).GetProperty("state").GetString().ShouldBe("confirmed");
        (await binh.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{id}")).GetProperty("reviews").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task An_analyst_is_told_of_herself_and_a_senior_of_every_analyst_to_whom_flags_can_be_given()
    {
        await using var desk = await TestDesk.StartAsync();
        using var an = await desk.SignInAsync("an");
        using var hai = await desk.SignInAsync("hai");
        (await NamesAsync(an)).ShouldBe(["an"]);
        (await NamesAsync(hai)).ShouldBe(["an", "binh", "giang", "hai"]);

        static async Task<string[]> NamesAsync(HttpClient client) => [.. (await client.GetFromJsonAsync<JsonElement>("/api/v1/assignees")).EnumerateArray().Select(a => a.GetProperty("name").GetString()!)];
    }

    [Fact]
    public async Task A_change_asks_for_the_revision_and_loses_to_whoever_was_first()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        var tag = await TagAsync(an, id);

        foreach (var any in new[] { null, "*" }) (await DecideAsync(an, id, any, "protected")).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        foreach (var other in new[] { "abc", "\"-1\"", $"W/{tag}" }) (await DecideAsync(an, id, other, "protected")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await DecideAsync(an, id, tag, "protected")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await DecideAsync(an, id, tag, "protected")).StatusCode.ShouldBe(HttpStatusCode.OK, "the same verdict sent twice is one");
        var late = await DecideAsync(binh, id, tag, "off-topic");
        late.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var problem = await BodyAsync(late);
        problem.GetProperty("type").GetString().ShouldBe("urn:infomonitor:problem:changed");
        problem.GetProperty("detail").GetString().ShouldEndWith($"its ETag of now, {await TagAsync(binh, id)}.");
    }

    [Fact]
    public async Task A_verdict_is_undone_and_given_anew()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using var an = await desk.SignInAsync("an");
        (await DecideAsync(an, id, await TagAsync(an, id), "not-a-claim")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var undone = await UndoAsync(an, id);
        (await BodyAsync(undone)).GetProperty("state").GetString().ShouldBe("new");
        (await DecideAsync(an, id, await TagAsync(an, id), "accurate")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_undone_verdict_leaves_the_flag_as_it_stood_claimed_by_the_same_person(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        (await SendAsync(an, $"/api/v1/flags/{id}/claim", await TagAsync(an, id))).EnsureSuccessStatusCode();
        foreach (var (verdict, evidence) in new[] { ("off-topic", null), ("false", "https://kiem-chung.example/1") })
        {
            (await DecideAsync(an, id, await TagAsync(an, id), verdict, evidence)).EnsureSuccessStatusCode();
            (await BodyAsync(await UndoAsync(an, id))).GetProperty("state").GetString().ShouldBe("claimed");
            (await DecideAsync(binh, id, await TagAsync(binh, id), "off-topic")).StatusCode.ShouldBe(HttpStatusCode.Conflict, "an holds it");
        }

        (await DecideAsync(an, id, await TagAsync(an, id), "false", "https://kiem-chung.example/1")).EnsureSuccessStatusCode();
        (await SendAsync(binh, $"/api/v1/flags/{id}/claim", await TagAsync(binh, id))).EnsureSuccessStatusCode();
        (await BodyAsync(await UndoAsync(an, id))).GetProperty("state").GetString().ShouldBe("claimed");
        (await DecideAsync(an, id, await TagAsync(an, id), "off-topic")).StatusCode.ShouldBe(HttpStatusCode.Conflict, "binh took it meanwhile");
    }

    [Fact]
    public async Task An_undo_asks_for_the_revision_as_a_verdict_does()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        (await DecideAsync(an, id, await TagAsync(an, id), "misleading", "https://kiem-chung.example/1")).EnsureSuccessStatusCode();
        var seen = await TagAsync(an, id);
        (await DecideAsync(binh, id, seen, "misleading", "https://kiem-chung.example/2")).EnsureSuccessStatusCode();

        (await an.PostAsync($"/api/v1/flags/{id}/undo", null)).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await SendAsync(an, $"/api/v1/flags/{id}/undo", seen)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var page = await TestDesk.PostAsync(an, "/queue", "/flags/undo", ("flag", $"{id}:{seen!.Trim('"')}"), ("view", ""));
        page.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await page.Content.ReadAsStringAsync()).ShouldContain("Cờ vừa được người khác thay đổi");
        (await an.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{id}")).GetProperty("state").GetString().ShouldBe("confirmed");
        (await UndoAsync(an, id)).EnsureSuccessStatusCode();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_verdict_with_other_evidence_amends_ones_own_and_loses_nothing(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        (await DecideAsync(an, id, await TagAsync(an, id), "false", "https://kiem-chung.example/1", "Xem văn bản gốc")).EnsureSuccessStatusCode();
        var seen = await TagAsync(an, id);
        (await DecideAsync(an, id, "\"0\"", "false", "https://kiem-chung.example/1", "Xem văn bản gốc")).EnsureSuccessStatusCode();   // sent twice: one
        (await DecideAsync(an, id, "\"0\"", "false")).EnsureSuccessStatusCode();   // what is left out stays
        (await TagAsync(an, id)).ShouldBe(seen);

        (await DecideAsync(an, id, "\"0\"", "false", "https://kiem-chung.example/2")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        foreach (var wrong in new[] { "không phải địa chỉ", "https://www.facebook.com/profile.php?id=1", "https://www.facebook.com/nguyen.van.a" })   // nobody's profile is kept
            (await DecideAsync(an, id, seen, "false", wrong)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var amended = await DecideAsync(an, id, seen, "false", "https://kiem-chung.example/2");
        (await BodyAsync(amended)).GetProperty("state").GetString().ShouldBe("awaiting-second");
        var mine = (await an.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{id}")).GetProperty("reviews").EnumerateArray().ShouldHaveSingleItem();
        mine.GetProperty("evidence").EnumerateArray().ShouldHaveSingleItem().GetProperty("url").GetString().ShouldBe("https://kiem-chung.example/2");
        mine.GetProperty("note").GetString().ShouldBe("Xem văn bản gốc");
        (await binh.GetStringAsync($"/api/v1/flags/{id}")).ShouldNotContain("kiem-chung.example");
        await using (var db = desk.App.Database())
        {
            var entry = await db.AuditEntries.AsNoTracking().SingleAsync(e => e.Action == "flag.verdict-amended");
            entry.Before!.ShouldContain("kiem-chung.example/1");
            entry.After!.ShouldContain("kiem-chung.example/2");
            (await db.Reviews.AsNoTracking().CountAsync(r => r.FlagId == id)).ShouldBe(2, "the first stays on record");
        }

        (await DecideAsync(binh, id, await TagAsync(binh, id), "false", "https://kiem-chung.example/3")).EnsureSuccessStatusCode();
        await using (var db = desk.App.Database())
        {
            var decided = (await db.Flags.AsNoTracking().SingleAsync(f => f.Id == id)).DecidedAt;
            (await BodyAsync(await DecideAsync(an, id, await TagAsync(an, id), "false", note: "Thêm công văn"))).GetProperty("state").GetString().ShouldBe("confirmed");
            (await db.Flags.AsNoTracking().SingleAsync(f => f.Id == id)).DecidedAt.ShouldBe(decided, "the verdict stood before");
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_emptied_note_is_taken_out_and_the_log_tells_it_by_length_and_hash(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using var an = await desk.SignInAsync("an");
        (await DecideAsync(an, id, await TagAsync(an, id), "protected", note: "Xem văn bản gốc")).EnsureSuccessStatusCode();
        (await DecideAsync(an, id, await TagAsync(an, id), "protected", note: "Xem lại văn bản")).EnsureSuccessStatusCode();
        (await DecideAsync(an, id, await TagAsync(an, id), "protected", note: "")).EnsureSuccessStatusCode();
        (await an.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{id}")).GetProperty("reviews").EnumerateArray().ShouldHaveSingleItem().GetProperty("note").ValueKind.ShouldBe(JsonValueKind.Null);
        WebUtility.HtmlDecode(await an.GetStringAsync($"/flags/{id}")).ShouldSatisfyAllConditions(p => p.ShouldContain("bỏ ghi chú"), p => p.ShouldContain("Xem lại văn bản", customMessage: "what it said before is history"));
        await using (var db = desk.App.Database())
        {
            var entries = await db.AuditEntries.AsNoTracking().Where(e => e.Action == "flag.verdict-amended").OrderBy(e => e.Sequence).ToListAsync();
            entries.Count.ShouldBe(2);
            entries.ShouldAllBe(e => AuditChange.Of(e.Before, e.After).Any(c => c.Field == "note"));
            AuditChange.Of(entries[0].Before, entries[0].After).Single(c => c.Field == "note").Before.ShouldBe(ReviewPicture.Mark("Xem văn bản gốc"));
            entries.ShouldAllBe(e => !(e.Before + e.After).Contains("văn bản", StringComparison.Ordinal));
        }

        (await DecideAsync(an, id, await TagAsync(an, id), "protected", note: "Thêm một ghi chú")).EnsureSuccessStatusCode();
        (await TestDesk.PostAsync(an, $"/flags/{id}", $"/flags/{id}/verdict", ("revision", (await TagAsync(an, id))!.Trim('"')), ("verdict", "protected"), ("url-1", ""), ("note", ""))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await an.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{id}")).GetProperty("reviews")[0].GetProperty("note").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Who_comes_second_is_told_who_did_what_and_is_not_asked_to_send_what_no_form_takes()
    {
        await using var desk = await TestDesk.StartAsync();
        var (settled, open) = (await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence), await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence));
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        (await DecideAsync(an, settled, await TagAsync(an, settled), "protected")).EnsureSuccessStatusCode();
        (await SendAsync(an, $"/api/v1/flags/{open}/claim", await TagAsync(an, open))).EnsureSuccessStatusCode();
        (await an.PostAsync($"/api/v1/flags/{open}/release", null)).EnsureSuccessStatusCode();

        var late = await LateAsync(settled);
        late.ShouldSatisfyAllConditions(p => p.ShouldContain("<strong>an</strong> kết luận “Được bảo vệ”"), p => p.ShouldNotContain("gửi lần nữa"), p => p.ShouldContain("Ghi chú của Bình"));
        (await LateAsync(open)).ShouldSatisfyAllConditions(p => p.ShouldContain("<strong>an</strong> trả lại"), p => p.ShouldContain("gửi lần nữa"));

        async Task<string> LateAsync(long id) =>
            WebUtility.HtmlDecode(await (await TestDesk.PostAsync(binh, "/queue", $"/flags/{id}/verdict", ("revision", "0"), ("verdict", "off-topic"), ("note", "Ghi chú của Bình"))).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_history_tells_why_until_when_and_after_a_reopening_what_was_found_before()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        (await an.PostAsJsonAsync($"/api/v1/flags/{id}/skip", new { reason = "other-language" })).EnsureSuccessStatusCode();
        (await an.PostAsJsonAsync("/api/v1/flags/batch", new { flags = new[] { new { id, revision = int.Parse((await TagAsync(an, id))!.Trim('"'), System.Globalization.CultureInfo.InvariantCulture) } }, snoozeUntil = "tomorrow" })).EnsureSuccessStatusCode();
        (await DecideAsync(an, id, await TagAsync(an, id), "accurate", "https://kiem-chung.example/1", "Đúng theo công báo")).EnsureSuccessStatusCode();
        using (var reopening = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/flags/{id}/reopen") { Content = JsonContent.Create(new { why = "Công báo vừa đăng bản sửa" }) })
        {
            reopening.Headers.TryAddWithoutValidation("If-Match", await TagAsync(binh, id));
            (await binh.SendAsync(reopening)).EnsureSuccessStatusCode();
        }
        (await DecideAsync(an, id, await TagAsync(an, id), "false", "https://kiem-chung.example/2", "Vòng sau")).EnsureSuccessStatusCode();

        var history = (await binh.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{id}")).GetProperty("history").EnumerateArray().Reverse().ToArray();
        history.Single(e => e.GetProperty("action").GetString() == "flag.skip").GetProperty("skip").GetString().ShouldBe("other-language");
        history.Single(e => e.GetProperty("action").GetString() == "flag.snooze").GetProperty("until").ValueKind.ShouldBe(JsonValueKind.String);
        var verdicts = history.Where(e => e.GetProperty("action").GetString() == "flag.verdict").ToArray();
        verdicts[0].GetProperty("note").GetString().ShouldBe("Đúng theo công báo");
        verdicts[0].GetProperty("evidence")[0].GetProperty("url").GetString().ShouldBe("https://kiem-chung.example/1");
        verdicts[1].GetProperty("verdict").ValueKind.ShouldBe(JsonValueKind.Null, "the round that is open stays blind");
        var page = WebUtility.HtmlDecode(await binh.GetStringAsync($"/flags/{id}"));
        page.ShouldSatisfyAllConditions(p => p.ShouldContain("Cần người thạo ngôn ngữ này"), p => p.ShouldContain("Đúng theo công báo"), p => p.ShouldContain("Công báo vừa đăng bản sửa"), p => p.ShouldNotContain("Vòng sau"), p => p.ShouldNotContain("kiem-chung.example/2"));
    }

    [Fact]
    public async Task Evidence_is_added_to_ones_own_verdict_on_the_page()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using var an = await desk.SignInAsync("an");
        (await DecideAsync(an, id, await TagAsync(an, id), "misleading", "https://kiem-chung.example/1")).EnsureSuccessStatusCode();
        var refused = await TestDesk.PostAsync(an, $"/flags/{id}", $"/flags/{id}/verdict", ("revision", "1"), ("verdict", "misleading"), ("url-1", "kiem-chung"), ("note", "Đã gọi hỏi xã"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Đã gọi hỏi xã", customMessage: "what was typed is kept");
        var saved = await TestDesk.PostAsync(an, $"/flags/{id}", $"/flags/{id}/verdict", ("revision", "1"), ("verdict", "misleading"), ("url-1", "https://kiem-chung.example/2"), ("note", "Đã gọi hỏi xã"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await an.GetStringAsync($"/flags/{id}")).ShouldSatisfyAllConditions(p => p.ShouldContain("kiem-chung.example/2"), p => p.ShouldContain("Đã gọi hỏi xã"), p => p.ShouldContain("bổ sung căn cứ cho kết luận"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_second_undo_finds_nothing_to_undo_and_says_so(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        foreach (var client in new[] { an, binh }) (await DecideAsync(client, id, await TagAsync(client, id), "false", "https://kiem-chung.example/1")).EnsureSuccessStatusCode();
        (await BodyAsync(await UndoAsync(an, id))).GetProperty("state").GetString().ShouldBe("awaiting-second", "the other's verdict stands");
        var tag = await TagAsync(an, id);
        var second = await UndoAsync(an, id);
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await BodyAsync(second)).ShouldSatisfyAllConditions(p => p.GetProperty("type").GetString()!.ShouldEndWith("nothing-to-undo"), p => p.GetProperty("detail").GetString()!.ShouldContain("could be taken back"));
        (await TagAsync(an, id)).ShouldBe(tag, "nothing was changed");
        var page = await TestDesk.PostAsync(an, "/queue", "/flags/undo", ("flag", $"{id}:{tag!.Trim('"')}"), ("view", ""));
        (await an.GetStringAsync(page.Headers.Location!.ToString())).ShouldContain("Không có gì để hoàn tác");
    }

    [Fact]
    public async Task Undoing_a_step_leaves_a_later_verdict_alone_and_is_done_once()
    {
        await using var desk = await TestDesk.StartAsync();
        long[] ids = [await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence), await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence)];
        using var an = await desk.SignInAsync("an");
        var batch = await BodyAsync(await an.PostAsJsonAsync("/api/v1/flags/batch", new { flags = ids.Select(id => new { id, revision = 0 }), dismiss = "off-topic" }));
        var step = batch.GetProperty("step").GetInt64();
        (await UndoAsync(an, ids[0])).EnsureSuccessStatusCode();
        (await DecideAsync(an, ids[0], await TagAsync(an, ids[0]), "accurate")).EnsureSuccessStatusCode();

        var undone = (await BodyAsync(await an.PostAsync($"/api/v1/steps/{step}/undo", null))).GetProperty("flags").EnumerateArray().ToDictionary(f => f.GetProperty("id").GetInt64(), f => f.GetProperty("outcome").GetString());
        undone.ShouldBe(new Dictionary<long, string?> { [ids[0]] = "nothing-to-undo", [ids[1]] = "done" }, ignoreOrder: true);
        (await an.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{ids[0]}")).GetProperty("verdict").GetString().ShouldBe("accurate");

        var again = await an.PostAsync($"/api/v1/steps/{step}/undo", null);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await BodyAsync(again)).GetProperty("detail").GetString()!.ShouldContain("nothing to undo");
        var page = await TestDesk.PostAsync(an, "/queue", "/queue/undo", ("step", $"{step}"), ("view", ""));
        (await an.GetStringAsync(page.Headers.Location!.ToString())).ShouldContain("Đã hoàn tác cả bước");
        (await an.PostAsync("/api/v1/steps/999/undo", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_step_is_told_and_taken_back_once_by_its_ETag(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        long[] ids = [await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence), await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence), await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence)];
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        using var kim = await desk.SignInAsync("kim");
        (await kim.GetAsync("/api/v1/steps/last")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await an.GetAsync("/api/v1/steps/last")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await SendAsync(an, "/api/v1/steps/last/undo", "\"step-1\"")).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        var step = (await BodyAsync(await an.PostAsJsonAsync("/api/v1/flags/batch", new { flags = ids[..2].Select(id => new { id, revision = 0 }), dismiss = "off-topic" }))).GetProperty("step").GetInt64();
        var batch = await an.GetAsync("/api/v1/steps/last");
        (await BodyAsync(batch)).ShouldSatisfyAllConditions(b => b.GetProperty("kind").GetString().ShouldBe("step"), b => b.GetProperty("step").GetInt64().ShouldBe(step), b => b.GetProperty("flags").EnumerateArray().Select(f => f.GetInt64()).ShouldBe(ids[..2]));
        (await DecideAsync(an, ids[2], await TagAsync(an, ids[2]), "accurate")).EnsureSuccessStatusCode();
        var verdict = await an.GetAsync("/api/v1/steps/last");
        (await BodyAsync(verdict)).ShouldSatisfyAllConditions(b => b.GetProperty("kind").GetString().ShouldBe("verdict"), b => b.GetProperty("flags")[0].GetInt64().ShouldBe(ids[2]));
        (await binh.GetAsync("/api/v1/steps/last")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "another's step is none of hers");

        (await an.PostAsync("/api/v1/steps/last/undo", null)).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await SendAsync(an, "/api/v1/steps/last/undo", batch.Headers.ETag!.Tag)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed, "it is not the last any more");
        var undone = await SendAsync(an, "/api/v1/steps/last/undo", verdict.Headers.ETag!.Tag);
        (await BodyAsync(undone)).GetProperty("flags")[0].ShouldSatisfyAllConditions(f => f.GetProperty("done").GetBoolean().ShouldBeTrue(), f => f.GetProperty("state").GetString().ShouldBe("new"));
        (await SendAsync(an, "/api/v1/steps/last/undo", verdict.Headers.ETag.Tag)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed, "sent twice it takes back no second step");
        (await an.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{ids[0]}")).GetProperty("verdict").GetString().ShouldBe("off-topic");

        (await BodyAsync(await SendAsync(an, "/api/v1/steps/last/undo", batch.Headers.ETag.Tag))).GetProperty("flags").EnumerateArray().Select(f => f.GetProperty("outcome").GetString()).ShouldBe(["done", "done"]);
        (await an.GetAsync("/api/v1/steps/last")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("false", "needs-evidence")]
    [InlineData("harmful", "needs-rabat")]
    public async Task A_verdict_without_what_it_needs_is_refused_and_says_what(string verdict, string problem)
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.Incitement, Sentence);
        using var an = await desk.SignInAsync("an");
        var refused = await DecideAsync(an, id, await TagAsync(an, id), verdict);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await BodyAsync(refused)).GetProperty("type").GetString().ShouldEndWith(problem);
    }

    [Fact]
    public async Task Two_people_who_differ_are_told_that_a_third_is_awaited()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        (await DecideAsync(an, id, await TagAsync(an, id), "misleading", "https://kiem-chung.example/1")).EnsureSuccessStatusCode();
        (await an.GetStringAsync($"/flags/{id}")).ShouldContain("Chờ người thứ hai");
        (await DecideAsync(binh, id, await TagAsync(binh, id), "accurate")).EnsureSuccessStatusCode();
        foreach (var client in new[] { an, binh })
        {
            (await client.GetStringAsync($"/flags/{id}")).ShouldContain("chờ người thứ ba");
            (await client.GetStringAsync($"/queue?done={id}")).ShouldContain("hai người khác ý nhau");
        }
    }

    [Fact]
    public async Task A_wrong_word_is_answered_with_the_right_ones()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using var an = await desk.SignInAsync("an");
        var refused = await DecideAsync(an, id, await TagAsync(an, id), "fake-news");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var detail = (await BodyAsync(refused)).GetProperty("detail").GetString()!;
        detail.ShouldContain("$.verdict");
        detail.ShouldContain("needs-evidence");
    }

    [Theory]
    [InlineData("chi")]
    [InlineData("dung")]
    public async Task Only_analysts_decide(string name)
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using var client = await desk.SignInAsync(name);
        (await DecideAsync(client, id, await TagAsync(client, id), "protected")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Nothing_is_shown_without_a_session_and_nothing_changed_without_the_header()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using var nobody = desk.Client();
        (await nobody.GetAsync("/api/v1/flags")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await nobody.GetAsync($"/flags/{id}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var an = await desk.SignInAsync("an");
        an.DefaultRequestHeaders.Remove("X-Requested-With");
        (await UndoAsync(an, id)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<HttpResponseMessage> UndoAsync(HttpClient client, long id) => await SendAsync(client, $"/api/v1/flags/{id}/undo", await TagAsync(client, id));

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string address, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await client.SendAsync(request);
    }

    private static async Task<string?> TagAsync(HttpClient client, long id) => (await client.GetAsync($"/api/v1/flags/{id}")).Headers.ETag?.Tag;

    private static async Task<HttpResponseMessage> DecideAsync(HttpClient client, long id, string? tag, string verdict, string? evidenceUrl = null, string? note = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/flags/{id}/verdict") { Content = JsonContent.Create(new { verdict, evidence = evidenceUrl is null ? null : new[] { new { url = evidenceUrl } }, note }) };
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await client.SendAsync(request);
    }

    private static Task<JsonElement> BodyAsync(HttpResponseMessage response) => response.Content.ReadFromJsonAsync<JsonElement>();
}
