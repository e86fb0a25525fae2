using Deque.AxeCore.Playwright;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace InfoMonitor.Tests.Reviews;

/// <summary>The desk as its people use it: by mouse, by keyboard, without script, on a phone.</summary>
public sealed class DeskBrowserTests(Browser browser) : IClassFixture<Browser>
{
    private const string Claim = "Từ tháng sau trẻ em phải đóng tiền mới được cấp thẻ bảo hiểm y tế.";
    private const string Harm = "Đừng cho nhóm H. thuê nhà ở xóm mình.";

    [BrowserFact]
    public async Task An_analyst_opens_a_flag_sees_why_and_dismisses_it_with_two_keys()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim, priority: 90);
        var second = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim + " Thật không?", priority: 40);
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("o");
        await page.ArriveAsync($"**/flags/{id}*");
        (await page.Locator("mark.sentence").InnerTextAsync()).ShouldBe(Claim);
        (await page.Locator("mark.w3").InnerTextAsync()).ShouldBe("tháng");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("0,91");

        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync($"**/flags/{second}*");
        (await StateAsync(desk, id)).ShouldBe((FlagState.Decided, Verdict.NotAClaim));

        await page.Keyboard.PressAsync("u");
        await page.ArriveAsync($"**/flags/{id}*");
        (await StateAsync(desk, id)).Verdict.ShouldBeNull();
        page.Url.ShouldContain(id.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [BrowserFact]
    public async Task The_api_is_read_in_a_browser_which_refuses_nothing_and_asks_nobody_else()
    {
        await using var desk = await TestDesk.StartAsync();
        var page = await browser.OpenAsync(desk.Address);
        var wrong = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") wrong.Add(message.Text); };
        page.Request += (_, request) => { if (!request.Url.StartsWith(desk.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) wrong.Add(request.Url); };
        await page.GotoAsync("/api/docs");
        await page.GetByText("/api/v1/flags/{id}/verdict").First.WaitForAsync();
        wrong.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task What_weighed_and_what_happened_is_told_in_words()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.MatchesCorrection, "Từ <both-halves> ~thẻ <group> năm ## trẻ em phải đóng tiền.", correction: "Trẻ dưới 6 tuổi vẫn được cấp thẻ miễn phí");
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        (await page.Locator("section[aria-labelledby=why]").InnerTextAsync()).ShouldContain("trùng cả hai vế câu");
    }

    [BrowserFact]
    public async Task Keys_do_nothing_while_somebody_types_or_when_switched_off()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        await page.FocusAsync("#note");
        await page.Keyboard.TypeAsync("s1u n c");
        page.Url.ShouldEndWith($"/flags/{id}");
        (await page.InputValueAsync("#note")).ShouldBe("s1u n c");
        (await page.Locator("input[name=verdict]:checked").CountAsync()).ShouldBe(0);

        await page.GotoAsync($"/preferences?keys=off&back=/flags/{id}");
        await page.Keyboard.PressAsync("1");
        (await page.Locator("input[name=verdict]:checked").CountAsync()).ShouldBe(0);
    }

    [BrowserFact]
    public async Task Two_people_find_a_text_false_without_script_and_the_briefing_tells_it()
    {
        await using var desk = await TestDesk.StartAsync(settings: "--Briefings:At=23:59:59");
        var id = await desk.FlagAsync(FlagReason.MatchesCorrection, Claim, correction: "Trẻ dưới 6 tuổi vẫn được cấp thẻ miễn phí");
        foreach (var name in new[] { "an", "binh" })
        {
            var page = await browser.OpenAsync(desk.Address, script: false);
            await page.SignInAsync(name);
            await page.ClickAsync("a.claim");
            await page.CheckAsync("input[value=false]");
            (await page.IsCheckedAsync("input[name=cite]")).ShouldBeTrue("the matched correction is cited unless somebody unticks it");
            await page.FillAsync("#note", "Văn bản gốc không có điều này.");
            await page.ClickAsync("button.primary");
            await page.WaitForSelectorAsync(".toast");
        }
        (await StateAsync(desk, id)).ShouldBe((FlagState.Confirmed, Verdict.False));

        var reader = await browser.OpenAsync(desk.Address, script: false);
        await reader.SignInAsync("chi");
        await reader.GotoAsync("/briefings/today");
        (await reader.InnerTextAsync("main")).ShouldContain("Từ tháng sau trẻ em phải đóng tiền");
    }

    [BrowserFact]
    public async Task A_refused_verdict_keeps_what_was_written()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address, script: false);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        await page.CheckAsync("input[value=misleading]");
        await page.FillAsync("#note", "Thiếu nửa sau của câu.");
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync(".notice[role=alert]");
        (await page.InputValueAsync("#note")).ShouldBe("Thiếu nửa sau của câu.");
        (await page.IsCheckedAsync("input[value=misleading]")).ShouldBeTrue();
        (await StateAsync(desk, id)).State.ShouldBe(FlagState.New);
    }

    [BrowserFact]
    public async Task A_harmful_text_is_covered_until_somebody_asks_to_see_it()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.Incitement, Harm);
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        (await page.InnerTextAsync("main")).ShouldNotContain(Harm);
        await page.GotoAsync($"/flags/{id}");
        (await page.InnerTextAsync("main")).ShouldNotContain(Harm);
        await page.Locator("summary", new PageLocatorOptions { HasText = "Hiện câu" }).First.ClickAsync();
        (await page.InnerTextAsync("main")).ShouldContain(Harm);
    }

    [BrowserTheory]
    [InlineData(1440, "Light")]
    [InlineData(1440, "Dark")]
    [InlineData(360, "Light")]
    public async Task Axe_finds_nothing_and_no_page_is_wider_than_its_screen(int width, string scheme)
    {
        await using var desk = await TestDesk.StartAsync();
        var claim = await desk.FlagAsync(FlagReason.MatchesCorrection, Claim, correction: "Trẻ dưới 6 tuổi vẫn được cấp thẻ miễn phí");
        var harm = await desk.FlagAsync(FlagReason.Incitement, Harm);
        var page = await browser.OpenAsync(desk.Address, width, scheme: Enum.Parse<ColorScheme>(scheme));
        await Inspect("/sign-in");
        await page.SignInAsync("an");
        foreach (var address in new[] { "/queue", "/queue?reason=hate", $"/flags/{claim}", $"/flags/{harm}", "/briefings", "/briefings/today", "/flags/999999" }) await Inspect(address);

        async Task Inspect(string address)
        {
            await page.GotoAsync(address);
            var found = await page.RunAxe();
            found.Violations.ShouldBeEmpty($"{address}: {string.Join("; ", found.Violations.Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Select(n => n.Html))}"))}");
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, address);
            (await page.EvaluateAsync<string[]>("performance.getEntriesByType('resource').map(e => e.name)")).ShouldAllBe(url => url.StartsWith(desk.Address.ToString(), StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal));
        }
    }

    private static async Task<(FlagState State, Verdict? Verdict)> StateAsync(TestDesk desk, long id)
    {
        await using var db = desk.App.Database();
        var flag = await db.Flags.AsNoTracking().SingleAsync(f => f.Id == id);
        return (flag.State, flag.Verdict);
    }
}
