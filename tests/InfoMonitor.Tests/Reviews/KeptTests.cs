using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace InfoMonitor.Tests.Reviews;

/// <summary>Nothing typed is lost: drafts, and verdicts that the server could not take, kept by the browser and recorded once.</summary>
public sealed class KeptTests(Browser browser) : IClassFixture<Browser>
{
    private const string Claim = "Từ tháng sau trẻ em phải đóng tiền mới được cấp thẻ bảo hiểm y tế.";
    private const string Note = "Đã hỏi trạm y tế xã, chưa có văn bản nào như vậy.";
    private const string Evidence = "https://kiem-chung.example/the-bao-hiem";

    [BrowserFact]
    public async Task What_was_typed_is_there_again_says_so_is_sent_nowhere_and_gone_once_recorded()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        var asked = new List<string>();
        page.Request += (_, request) => { if (!request.Url.Contains("/favicon.svg", StringComparison.Ordinal)) asked.Add(request.Url); };   // chromium fetches the icon when it likes
        await page.FocusAsync("#note");
        await page.Keyboard.TypeAsync(Note);
        await page.FillAsync("#evidence", Evidence);
        asked.ShouldBeEmpty();
        await page.CloseAsync();

        page = await page.Context.NewPageAsync();
        await page.GotoAsync($"/flags/{id}");
        (await page.InputValueAsync("#note")).ShouldBe(Note);
        (await page.InputValueAsync("#evidence")).ShouldBe(Evidence);
        (await page.InnerTextAsync("#verdict [data-told]")).ShouldContain("đã được đưa lại");

        await page.Keyboard.PressAsync("3");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync($"**/queue*done={id}*");
        (await KeptAsync(page)).ShouldBeEmpty();
        (await ReviewsAsync(desk)).ShouldBe([(Verdict.OffTopic, Note, Evidence)]);
    }

    [BrowserFact]
    public async Task The_chosen_verdict_is_kept_too_and_signing_out_names_what_it_deletes_and_asks()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        await page.CheckAsync("input[value=off-topic]");
        await page.GotoAsync($"/flags/{id}");
        (await page.IsCheckedAsync("input[value=off-topic]")).ShouldBeTrue();
        (await page.InnerTextAsync("#verdict [data-told]")).ShouldContain("đã được đưa lại");

        var asked = new List<string>();
        var answer = false;
        page.Dialog += async (_, dialog) => { asked.Add(dialog.Message); if (answer) await dialog.AcceptAsync(); else await dialog.DismissAsync(); };
        await page.ClickAsync(".top-end summary");
        await page.ClickAsync("form[action='/sign-out'] button");
        await page.WaitForTimeoutAsync(500);
        asked.ShouldHaveSingleItem().ShouldContain($": {id} sẽ bị xoá");
        (await KeptAsync(page)).ShouldNotBeEmpty("not yet");
        answer = true;
        await page.ReloadAsync();
        await page.ClickAsync(".top-end summary");
        await page.ClickAsync("form[action='/sign-out'] button");
        await page.ArriveAsync("**/sign-in*");
        (await KeptAsync(page)).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_step_on_several_flags_and_its_undo_are_kept_while_the_server_is_away_and_done_once()
    {
        await using var desk = await TestDesk.StartAsync();
        var (first, second) = (await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim), await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim + " Thật không?"));
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        foreach (var box in await page.Locator(".queue .pick input").AllAsync()) await box.CheckAsync();
        await desk.StopAsync();
        await page.ClickAsync(".batch button[value=off-topic]");
        await page.WaitForSelectorAsync(".batch .notice");
        await page.InspectAsync(1440);
        await desk.StartAgainAsync();
        await page.ArriveAsync("**/queue?step=*");
        await page.WaitForSelectorAsync(".toast button");
        (await ActionsAsync(desk, first)).ShouldBe(["flag.verdict"]);
        (await ActionsAsync(desk, second)).ShouldBe(["flag.verdict"]);

        await desk.StopAsync();
        await page.ClickAsync(".toast button");
        await page.WaitForSelectorAsync(".toast .notice");
        await page.InspectAsync(1440);
        await desk.StartAgainAsync();
        await page.WaitForSelectorAsync(".queue .claim", new() { Timeout = 60_000 });
        (await ActionsAsync(desk, first)).ShouldBe(["flag.verdict", "flag.undo"]);
        (await KeptAsync(page)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_form_for_several_flags_sent_twice_is_one_step(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        var places = new List<string>();
        for (var sent = 0; sent < 2; sent++) places.Add((await TestDesk.PostAsync(an, "/queue", "/queue/batch", ("key", "k1"), ("flag", $"{id}:0"), ("verdict", "off-topic"))).Headers.Location!.ToString());
        places[1].ShouldBe(places[0]);
        places[0].ShouldNotEndWith("step=0");
        (await TestDesk.PostAsync(binh, "/queue", "/queue/batch", ("key", "k1"), ("flag", $"{id}:0"), ("verdict", "off-topic"))).Headers.Location!.ToString().ShouldEndWith("step=0", customMessage: "a key is its person's");
        (await ActionsAsync(desk, id)).ShouldBe(["flag.verdict"]);
    }

    [BrowserFact]
    public async Task A_server_that_takes_its_time_is_told_of_after_a_second()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        var hangs = new TaskCompletionSource();
        await page.RouteAsync("**/verdict", async route => { await hangs.Task; await route.ContinueAsync(); });
        await page.CheckAsync("input[value=off-topic]");
        await page.ClickAsync("button.primary");
        await page.Locator("#verdict [data-told]:has-text('Đang gửi…')").WaitForAsync();
        await page.InspectAsync(1440);
        hangs.SetResult();
        await page.ArriveAsync($"**/queue*done={id}*");
    }

    [BrowserFact]
    public async Task What_was_typed_is_discarded_when_asked()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        await page.FillAsync("#note", Note);
        await page.GotoAsync($"/flags/{id}");
        await page.ClickAsync("[data-do=drop]");
        (await page.InputValueAsync("#note")).ShouldBeEmpty();
        (await KeptAsync(page)).ShouldBeEmpty();
        (await page.InnerTextAsync("#verdict [data-told]")).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_note_stays_when_the_flag_is_claimed_and_when_a_verdict_is_refused()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        await page.FillAsync("#note", Note);
        await page.ClickAsync("[data-key=c]");
        await page.WaitForSelectorAsync("button[value=release]");
        (await page.InputValueAsync("#note")).ShouldBe(Note);

        await page.CheckAsync("input[value=misleading]");
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync(".notice[role=alert]");
        (await page.InputValueAsync("#note")).ShouldBe(Note);
        (await page.IsCheckedAsync("input[value=misleading]")).ShouldBeTrue();
        (await page.InnerTextAsync("#verdict [data-told]")).ShouldBeEmpty("the server put it back itself");

        await page.FillAsync("#evidence", Evidence);
        await page.GotoAsync($"/flags/{id}");
        (await page.InputValueAsync("#note")).ShouldBe(Note, "typing on does not forget what the server had put back");
    }

    [BrowserTheory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task With_the_server_stopped_a_verdict_is_kept_told_and_recorded_once_when_it_is_back(int width, ColorScheme scheme)
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address, width, scheme: scheme);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        await desk.StopAsync();
        await page.FillAsync("#note", Note);
        await page.CheckAsync("input[value=protected]");
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync("#verdict .notice");
        (await page.InnerTextAsync("#verdict .notice")).ShouldContain("Đang giữ ở đây, chưa gửi");
        (await page.InputValueAsync("#note")).ShouldBe(Note);
        (await page.IsEnabledAsync("#note")).ShouldBeFalse("what is on its way is not changed under one's hands");
        await page.InspectAsync(width);

        await desk.StartAgainAsync();
        await page.ArriveAsync($"**/queue*done={id}*");
        (await KeptAsync(page)).ShouldBeEmpty();
        (await ReviewsAsync(desk)).ShouldBe([(Verdict.Protected, Note, null)]);
        (await ActionsAsync(desk, id)).ShouldBe(["flag.verdict"]);
    }

    [BrowserFact]
    public async Task A_verdict_whose_answer_was_lost_on_the_way_is_recorded_once()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        var sent = 0;
        await page.RouteAsync("**/verdict", async route =>
        {
            var lost = Interlocked.Increment(ref sent) < 3;
            var answer = await route.FetchAsync(new() { MaxRedirects = 0 });
            if (lost) await route.AbortAsync("connectionreset");
            else await route.FulfillAsync(new() { Response = answer });
        });
        await page.FillAsync("#note", Note);
        await page.CheckAsync("input[value=off-topic]");
        await page.ClickAsync("button.primary");
        await page.ArriveAsync($"**/queue*done={id}*");
        sent.ShouldBe(3);
        (await ReviewsAsync(desk)).ShouldBe([(Verdict.OffTopic, Note, null)]);
        (await ActionsAsync(desk, id)).ShouldBe(["flag.verdict"]);
    }

    [BrowserTheory]
    [InlineData("[data-key=c]", "flag.claim")]
    [InlineData("button[value=other-expertise]", "flag.skip")]
    public async Task A_claim_or_a_skip_that_the_server_could_not_take_is_kept_and_recorded_once_and_the_note_stays(string button, string action)
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        var lost = true;
        await page.RouteAsync($"**/flags/{id}/*", async route =>
        {
            var answer = await route.FetchAsync(new() { MaxRedirects = 0 });   // the server has it; its answer does not come through
            if (lost) { lost = false; await route.AbortAsync("connectionreset"); }
            else await route.FulfillAsync(new() { Response = answer });
        });
        await page.FillAsync("#note", Note);
        if (action == "flag.skip") await page.ClickAsync("details.fold > summary[data-key=s]");
        await page.ClickAsync(button);
        await page.WaitForSelectorAsync("#verdict .notice");
        (await page.InnerTextAsync("#verdict .notice")).ShouldContain("Đang giữ ở đây, chưa gửi");
        await page.ArriveAsync(action == "flag.skip" ? "**/queue*" : $"**/flags/{id}*");
        if (action == "flag.claim") await page.WaitForSelectorAsync("button[value=release]");
        else await page.GotoAsync($"/flags/{id}");
        (await page.InputValueAsync("#note")).ShouldBe(Note);
        (await ActionsAsync(desk, id)).ShouldBe([action]);
        (await KeptAsync(page)).ShouldAllBe(key => key.Contains("draft"));
    }

    [BrowserFact]
    public async Task An_answer_that_the_server_could_not_take_is_kept_and_recorded_when_it_is_back()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        using (var binh = await desk.SignInAsync("binh"))
            await TestDesk.PostAsync(binh, $"/flags/{id}", $"/flags/{id}/verdict", ("revision", "0"), ("verdict", "accurate"));
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("chi");
        await page.GotoAsync($"/flags/{id}");
        await page.FillAsync("#answer", Evidence);
        await page.GotoAsync($"/flags/{id}");
        (await page.InputValueAsync("#answer")).ShouldBe(Evidence, "typed and not sent");
        await desk.StopAsync();
        await page.ClickAsync("form[data-keep$=answer] button.primary");
        await page.WaitForSelectorAsync("form[data-keep$=answer] .notice");
        await desk.StartAgainAsync();
        await page.WaitForSelectorAsync("button[value=withdraw]", new() { Timeout = 20_000 });
        (await KeptAsync(page)).ShouldBeEmpty();
        (await ActionsAsync(desk, id)).ShouldBe(["flag.verdict", "flag.answer"]);
    }

    [BrowserFact]
    public async Task A_verdict_kept_in_a_closed_tab_is_sent_from_the_next_page_and_told_there()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        await desk.StopAsync();
        await page.FillAsync("#note", Note);
        await page.CheckAsync("input[value=off-topic]");
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync("#verdict .notice");
        await page.CloseAsync();

        await desk.StartAgainAsync();
        page = await page.Context.NewPageAsync();
        await page.GotoAsync("/briefings");
        await page.WaitForSelectorAsync("#kept p");
        (await page.TextContentAsync("#kept")).ShouldBe($"Cờ {id} nay đã gửi và ghi: Ngoài phạm vi");
        (await ReviewsAsync(desk)).ShouldBe([(Verdict.OffTopic, Note, null)]);
        (await KeptAsync(page)).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_dropped_connection_is_waited_out_and_the_verdict_goes_as_soon_as_it_is_back()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        await page.EvaluateAsync("window.setTimeout = () => 0");   // only the event may send it
        await page.Context.SetOfflineAsync(true);
        await page.CheckAsync("input[value=off-topic]");
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync("#verdict .notice");
        (await ReviewsAsync(desk)).ShouldBeEmpty();
        await page.Context.SetOfflineAsync(false);
        await page.ArriveAsync($"**/queue*done={id}*");
        (await ReviewsAsync(desk)).Count.ShouldBe(1);
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_somebody_else_decided_meanwhile_the_person_is_told_and_what_they_wrote_is_there_to_copy(bool open)
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        await desk.StopAsync();
        await page.FillAsync("#note", Note);
        await page.CheckAsync("input[value=needs-evidence]");
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync("#verdict .notice");
        if (!open) await page.CloseAsync();

        // Another server process answers the other person first.
        await page.Context.SetOfflineAsync(true);
        await desk.StartAgainAsync();
        using (var binh = await desk.SignInAsync("binh"))
            (await TestDesk.PostAsync(binh, $"/flags/{id}", $"/flags/{id}/verdict", ("revision", "0"), ("verdict", "protected"), ("note", "Là câu hỏi."))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        await page.Context.SetOfflineAsync(false);
        if (open)
        {
            await page.WaitForSelectorAsync(".notice[role=alert]", new() { Timeout = 20_000 });
            (await page.InputValueAsync("#written")).ShouldBe(Note);
        }
        else
        {
            page = await page.Context.NewPageAsync();
            await page.GotoAsync("/queue");
            await page.WaitForSelectorAsync("#kept p");
            (await page.InnerTextAsync("#kept")).ShouldContain("không ghi được");
            await page.ClickAsync("#kept a");
        }
        await page.GotoAsync($"/flags/{id}");
        (await page.InputValueAsync("#kept-text")).ShouldBe(Note, "and later, until it is discarded");
        await page.InspectAsync(1440);
        await page.ClickAsync("[data-do=drop]");
        (await KeptAsync(page)).ShouldBeEmpty();
        (await ReviewsAsync(desk)).ShouldBe([(Verdict.Protected, "Là câu hỏi.", null)]);
    }

    [BrowserFact]
    public async Task Another_person_at_the_same_browser_neither_sees_nor_sends_it_and_signing_out_removes_it()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        await page.FillAsync("#note", Note);

        // Somebody else signs in while that page is still open in another tab.
        await page.Context.ClearCookiesAsync();
        var other = await page.Context.NewPageAsync();
        await other.SignInAsync("binh");
        await other.GotoAsync($"/flags/{id}");
        (await other.InputValueAsync("#note")).ShouldBeEmpty();
        (await other.InnerTextAsync("body")).ShouldNotContain(Note);
        await page.CheckAsync("input[value=off-topic]");
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync("#verdict .notice");
        (await page.InnerTextAsync("#verdict .notice")).ShouldContain("đã hết");
        await other.GotoAsync("/queue");
        (await ReviewsAsync(desk)).ShouldBeEmpty("it is not the other person's verdict");
        await SignOutAsync(other);
        (await KeptAsync(other)).Count.ShouldBe(2, "theirs alone is removed");

        await other.SignInAsync("an");
        await other.WaitForSelectorAsync("#kept p");
        (await ReviewsAsync(desk)).ShouldBe([(Verdict.OffTopic, Note, null)]);
        var next = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim + " Thật không?");
        await other.GotoAsync($"/flags/{next}");
        await other.FillAsync("#note", Note);
        (await KeptAsync(other)).Count.ShouldBe(1);
        other.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await SignOutAsync(other);
        (await KeptAsync(other)).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Without_script_what_was_written_on_a_settled_flag_is_shown_to_copy()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address, script: false);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        using (var binh = await desk.SignInAsync("binh"))
            await TestDesk.PostAsync(binh, $"/flags/{id}", $"/flags/{id}/verdict", ("revision", "0"), ("verdict", "protected"));
        await page.FillAsync("#note", Note);
        await page.CheckAsync("input[value=off-topic]");
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync(".notice[role=alert]");
        (await page.InputValueAsync("#written")).ShouldBe(Note);
        (await page.InnerTextAsync("#kept")).ShouldBeEmpty();
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.ClickAsync(".top .menu > summary");
        await page.ClickAsync("form[action='/sign-out'] button");
        await page.ArriveAsync("**/sign-in?done=1");
    }

    private static async Task<IReadOnlyList<string>> KeptAsync(IPage page) => await page.EvaluateAsync<string[]>("Object.keys(localStorage)");

    private static async Task<List<(Verdict, string?, string?)>> ReviewsAsync(TestDesk desk)
    {
        await using var db = desk.App.Database();
        return [.. (await db.Reviews.AsNoTracking().OrderBy(r => r.Id).ToListAsync()).Select(r => (r.Verdict, r.Note, EvidenceJson.Read(r.Evidence).SingleOrDefault()?.Url))];
    }

    private static async Task<List<string>> ActionsAsync(TestDesk desk, long id)
    {
        await using var db = desk.App.Database();
        return await db.AuditEntries.AsNoTracking().Where(a => a.Subject == $"flag:{id}").OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync();
    }
}
