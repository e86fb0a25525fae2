using Deque.AxeCore.Playwright;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace InfoMonitor.Tests.Reviews;

/// <summary>The queue, search and workload pages as people use them.</summary>
public sealed class QueueBrowserTests(Browser browser) : IClassFixture<Browser>
{
    private const string Claim = "Từ tháng sau trẻ em phải đóng tiền mới được cấp thẻ bảo hiểm y tế.";

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_flags_are_snoozed_and_put_back_as_one_step(bool script)
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim + " Thật không?");
        var page = await browser.OpenAsync(desk.Address, script: script);
        await page.SignInAsync("an");
        foreach (var box in await page.Locator(".queue .pick input").AllAsync()) await box.CheckAsync();
        await page.SelectOptionAsync("#batch-until", "tomorrow");
        await page.ClickAsync("button[value=snooze]");
        await page.WaitForSelectorAsync(".toast");
        (await page.InnerTextAsync(".toast")).ShouldContain("2 cờ tạm hoãn");
        (await StatesAsync(desk)).ShouldBe([FlagState.Snoozed, FlagState.Snoozed]);
        await page.ClickAsync(".toast button");
        await page.WaitForSelectorAsync(".queue .claim");
        (await StatesAsync(desk)).ShouldBe([FlagState.New, FlagState.New]);
    }

    [BrowserFact]
    public async Task A_view_is_saved_used_renamed_and_deleted_without_script()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address, script: false);
        await page.SignInAsync("an");
        await page.GotoAsync("/queue?topic=women&age=under-day");
        (await page.Locator(".chip").AllInnerTextsAsync()).Count.ShouldBe(3, "state, topic and age");
        await page.ClickAsync("summary:has-text('Lưu khung xem này')");
        await page.FillAsync("#view-name", "Phụ nữ hôm nay");
        await page.ClickAsync("form[action='/queue/views'] button");
        await page.ClickAsync(".tabs a:has-text('Phụ nữ hôm nay')");
        page.Url.ShouldContain("topic=women");
        await page.ClickAsync("summary:has-text('Sửa khung xem')");
        await page.FillAsync("#view-name", "Phụ nữ");
        await page.ClickAsync("button[value=change]");
        (await page.InnerTextAsync(".tabs")).ShouldNotContain("hôm nay");
        await page.ClickAsync("summary:has-text('Sửa khung xem')");
        await page.ClickAsync("button[value=delete]");
        (await page.InnerTextAsync(".tabs")).ShouldNotContain("Phụ nữ");
    }

    [BrowserFact]
    public async Task A_search_is_reached_by_its_key_and_marks_what_it_found()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        await desk.FlagAsync(FlagReason.Incitement, "Đừng cho nhóm H. đóng tiền ở xóm mình.");
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("dong tien");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/search*");
        (await page.Locator("mark.hit").AllInnerTextsAsync()).ShouldBe(["đóng", "tiền", "đóng", "tiền"]);
        (await page.InnerTextAsync("main")).ShouldNotContain("nhóm H.", Case.Sensitive, "harm stays covered");
    }

    [BrowserFact]
    public async Task On_a_phone_what_is_pressed_is_44_pixels_high_and_bars_leave_the_screen_to_the_queue()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address, 360);
        await page.SetViewportSizeAsync(360, 640);
        await page.SignInAsync("hai");
        (await page.Locator(".pick").First.BoundingBoxAsync())!.Height.ShouldBeGreaterThanOrEqualTo(44);
        await page.Locator(".queue .pick input").First.CheckAsync();
        (await page.Locator(".batch").BoundingBoxAsync())!.Height.ShouldBeLessThan(96, "15 % of the screen");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        await page.ClickAsync("summary:has-text('Thêm bộ lọc')");
        var send = (await page.Locator("form[aria-label='Lọc hàng chờ'] > button").BoundingBoxAsync())!;
        (send.Y + send.Height).ShouldBeLessThanOrEqualTo(640);
        await page.GotoAsync($"/flags/{id}");
        foreach (var summary in await page.Locator("main summary:visible").AllAsync()) (await summary.BoundingBoxAsync())!.Height.ShouldBeGreaterThanOrEqualTo(36, await summary.InnerTextAsync());
        foreach (var summary in await page.Locator("main summary:not(.btn):visible").AllAsync()) (await summary.BoundingBoxAsync())!.Height.ShouldBeGreaterThanOrEqualTo(43.5f, await summary.InnerTextAsync());
    }

    [BrowserFact]
    public async Task A_covered_row_tells_neither_sentence_nor_title()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.Hate, "Đừng cho nhóm H. thuê nhà ở xóm mình.");
        using var an = await desk.SignInAsync("an");
        var page = System.Net.WebUtility.HtmlDecode(await an.GetStringAsync("/queue"));
        page.ShouldContain($"Câu và tiêu đề được che, cờ {id}");
        page.ShouldNotContain("nhóm H.");
        page.ShouldNotContain("Phụ huynh hỏi nhau", Case.Sensitive, "the title");
    }

    [BrowserFact]
    public async Task One_of_something_is_told_as_one()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        using var an = await desk.SignInAsync("an");
        await an.GetAsync("/preferences?lang=en&back=/queue");
        var page = System.Net.WebUtility.HtmlDecode(await an.GetStringAsync("/queue"));
        page.ShouldContain("1 source, 1 item<");
        page.ShouldContain("1 flag on this page");
        page.ShouldNotContain("flags selected");
    }

    [BrowserTheory]
    [InlineData(1440, "Light")]
    [InlineData(1440, "Dark")]
    [InlineData(360, "Light")]
    [InlineData(360, "Dark")]
    public async Task Axe_finds_nothing_and_no_page_is_wider_than_its_screen(int width, string scheme)
    {
        await using var desk = await TestDesk.StartAsync();
        var claim = await desk.FlagAsync(FlagReason.MatchesCorrection, Claim, correction: "Trẻ dưới 6 tuổi vẫn được cấp thẻ miễn phí", age: TimeSpan.FromHours(30));
        await desk.FlagAsync(FlagReason.Incitement, "Đừng cho nhóm H. thuê nhà ở xóm mình.", age: TimeSpan.FromHours(22));
        var decided = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim + " Thật không?");
        await using (var db = desk.App.Database())
            await db.Flags.Where(f => f.Id == decided).ExecuteUpdateAsync(s => s.SetProperty(f => f.State, FlagState.Decided).SetProperty(f => f.Verdict, Verdict.OffTopic).SetProperty(f => f.DecidedAt, TimeProvider.System.GetUtcNow()));
        var page = await browser.OpenAsync(desk.Address, width, scheme: Enum.Parse<ColorScheme>(scheme));
        await page.SignInAsync("hai");
        foreach (var address in new[] { "/queue", "/queue?state=all&sort=age&topic=children&age=under-week&holder=nobody&urgent=1", $"/flags/{claim}", "/search", "/search?q=the%20bao%20hiem", "/search?q=khongco", "/load" })
        {
            await page.GotoAsync(address);
            if (address == "/queue") await page.Locator(".queue .pick input").First.CheckAsync();
            foreach (var menu in await page.Locator("main details.menu > summary, main details.fold > summary").AllAsync())
            {
                await menu.ClickAsync();
                await NothingWrongAsync(page, address, width);
                if (width < 640 && await menu.EvaluateAsync<bool>("m => m.matches('.filters summary')")) await menu.ClickAsync();   // a sheet, over what comes next; its summary closes it
            }
            await NothingWrongAsync(page, address, width);
        }
    }

    private static async Task NothingWrongAsync(IPage page, string address, int width)
    {
        var found = await page.RunAxe();
        found.Violations.ShouldBeEmpty($"{address}: {string.Join("; ", found.Violations.Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Select(n => n.Html))}"))}");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, address);
    }

    private static async Task<List<FlagState>> StatesAsync(TestDesk desk)
    {
        await using var db = desk.App.Database();
        return await db.Flags.AsNoTracking().OrderBy(f => f.Id).Select(f => f.State).ToListAsync();
    }
}
