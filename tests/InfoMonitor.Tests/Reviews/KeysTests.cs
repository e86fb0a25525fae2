using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Tests.Reviews;

/// <summary>The desk by keyboard alone: every key that its help names.</summary>
public sealed class KeysTests(Browser browser) : IClassFixture<Browser>
{
    private const string Claim = "Từ tháng sau trẻ em phải đóng tiền mới được cấp thẻ bảo hiểm y tế.";

    [BrowserFact]
    public async Task Every_key_does_what_the_help_says()
    {
        await using var desk = await TestDesk.StartAsync();
        var first = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim, priority: 90);
        var second = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim + " Thật không?", priority: 40);
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        (await page.GetAttributeAsync(".queue tr[aria-current] .claim", "href")).ShouldStartWith($"/flags/{second}");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("x");
        (await page.IsCheckedAsync(".queue tr[aria-current] input[type=checkbox]")).ShouldBeTrue();
        await page.Keyboard.PressAsync("o");
        await page.ArriveAsync($"**/flags/{first}*");
        await page.Keyboard.PressAsync("j");
        await page.ArriveAsync($"**/flags/{second}*");
        await page.Keyboard.PressAsync("k");
        await page.ArriveAsync($"**/flags/{first}*");

        await page.EvaluateAsync("document.querySelector('[data-key=v]').addEventListener('click', (event) => { event.preventDefault(); document.title = 'original'; })");
        await page.Keyboard.PressAsync("v");
        (await page.TitleAsync()).ShouldBe("original");
        foreach (var (key, field) in new[] { ("e", "evidence"), ("n", "note") })
        {
            await page.Keyboard.PressAsync(key);
            (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe(field);
            (await page.InputValueAsync("#" + field)).ShouldBeEmpty("the key itself is not typed");
            await page.Keyboard.PressAsync("Escape");
        }
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            await page.Keyboard.PressAsync($"{(int)verdict + 1}");
            (await page.GetAttributeAsync("input[name=verdict]:checked", "value")).ShouldBe(verdict.Word());
        }
        await page.Keyboard.PressAsync("?");
        (await page.IsVisibleAsync("dialog#keys")).ShouldBeTrue();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("c");
        await page.WaitForSelectorAsync("button[value=release]");

        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync($"**/flags/{second}*done={first}*");
        await page.Keyboard.PressAsync("u");
        await page.ArriveAsync($"**/flags/{first}*");
        await page.Keyboard.PressAsync("/");
        await page.ArriveAsync("**/search");
        foreach (var (key, address) in new[] { ("q", "queue"), ("l", "load"), ("b", "briefings"), ("s", "sources"), ("f", "search") })
        {
            await page.EvaluateAsync("document.activeElement.blur()");
            await page.Keyboard.PressAsync("g");
            await page.Keyboard.PressAsync(key);
            await page.ArriveAsync($"**/{address}");
        }
    }

    [BrowserFact]
    public async Task A_flag_is_passed_over_with_a_reason_and_stays_for_others()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address, width: 360);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        await page.Keyboard.PressAsync("s");
        await page.InspectAsync(360);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/queue*");
        await using var db = desk.App.Database();
        (await db.Flags.SingleAsync()).State.ShouldBe(FlagState.New);
        var entry = await db.AuditEntries.SingleAsync(a => a.Subject == $"flag:{id}");
        entry.Action.ShouldBe("flag.skip");
        entry.After!.ShouldContain("\"reason\":\"other-language\"");
    }

    [BrowserFact]
    public async Task Rows_that_are_picked_take_a_verdict_by_key_and_the_last_step_is_undone_from_the_queue()
    {
        await using var desk = await TestDesk.StartAsync();
        var first = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim, priority: 90);
        var second = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim + " Thật không?", priority: 40);
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        await page.Keyboard.PressAsync("3");
        (await StatesAsync(desk)).ShouldBe([FlagState.New, FlagState.New], "nothing is picked");
        foreach (var key in "jxjx") await page.Keyboard.PressAsync(key.ToString());
        await page.Keyboard.PressAsync("b");
        (await page.EvaluateAsync<bool>("document.activeElement.closest('.batch') !== null")).ShouldBeTrue();
        await page.Keyboard.PressAsync("3");
        await page.ArriveAsync("**/queue?step=*");
        (await StatesAsync(desk)).ShouldBe([FlagState.Decided, FlagState.Decided]);

        await page.GotoAsync("/queue");
        await page.Keyboard.PressAsync("u");
        await page.Locator(".toast:has-text('Đã hoàn tác cả bước: 2 cờ đã ghi “Ngoài phạm vi”')").WaitForAsync();
        (await StatesAsync(desk)).ShouldBe([FlagState.New, FlagState.New]);

        await page.GotoAsync($"/flags/{second}");
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync($"**/flags/{first}*");
        await page.GotoAsync("/queue");
        await page.Keyboard.PressAsync("u");
        await page.Locator($".toast:has-text('ở cờ {second}. Cờ mở lại.')").WaitForAsync();
        (await StatesAsync(desk)).ShouldBe([FlagState.New, FlagState.New]);
        await page.Keyboard.PressAsync("u");
        await page.Locator(".toast:has-text('Không có gì để hoàn tác')").WaitForAsync();
    }

    [BrowserFact]
    public async Task Enter_in_an_address_goes_on_and_records_nothing_and_the_original_opens_beside()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("e");
        await page.Keyboard.TypeAsync("https://kiem-chung.example/1");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<bool>("document.activeElement.form?.id === 'verdict' && document.activeElement.type !== 'url'")).ShouldBeTrue();
        (await StatesAsync(desk)).ShouldBe([FlagState.New]);
        (await page.GetAttributeAsync("[data-key=v]", "target")).ShouldBe("_blank");
        (await page.GetAttributeAsync("[data-key=v]", "rel"))!.ShouldContain("noopener");
    }

    [BrowserTheory]
    [InlineData("hai", "qflbsadmp")]
    [InlineData("kim", "qflbsdmhp")]
    public async Task G_and_a_letter_lead_to_every_page_that_one_may_open(string name, string letters)
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync(name);
        var places = new Dictionary<char, string> { ['q'] = "queue", ['f'] = "search", ['l'] = "load", ['b'] = "briefings", ['s'] = "sources", ['a'] = "add", ['d'] = "labels", ['m'] = "models", ['h'] = "audit", ['p'] = "account" };
        (await page.Locator("#keys [data-go]").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.go)")).ShouldBe(letters.Select(l => l.ToString()));
        foreach (var letter in letters)
        {
            await page.Keyboard.PressAsync("g");
            await page.Keyboard.PressAsync(letter.ToString());
            await page.ArriveAsync($"**/{places[letter]}*");
            (await page.TitleAsync()).ShouldNotContain("Vai trò");
        }
        await page.GotoAsync("/preferences?keys=off&back=/queue");
        (await page.Locator("main kbd").First.IsVisibleAsync()).ShouldBeFalse("keys that do nothing are not shown");
    }

    private static async Task<List<FlagState>> StatesAsync(TestDesk desk)
    {
        await using var db = desk.App.Database();
        return await db.Flags.AsNoTracking().OrderBy(f => f.Id).Select(f => f.State).ToListAsync();
    }

    [BrowserFact]
    public async Task No_key_does_anything_while_an_input_method_composes()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Claim);
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        await page.GotoAsync($"/flags/{id}");
        foreach (var how in new[] { "isComposing: true", "keyCode: 229" })   // as browsers tell it; 229 by those that tell it no other way
            await page.EvaluateAsync($"document.body.dispatchEvent(new KeyboardEvent('keydown', {{ key: '1', bubbles: true, {how} }}))");
        (await page.Locator("input[name=verdict]:checked").CountAsync()).ShouldBe(0);
        await page.EvaluateAsync("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }))");
        (await page.Locator("input[name=verdict]:checked").CountAsync()).ShouldBe(1);

        // Telex in the note: "aw" becomes "ă" while it is composed, and the draft keeps what came of it.
        await page.FocusAsync("#note");
        var chromium = await page.Context.NewCDPSessionAsync(page);
        await chromium.SendAsync("Input.imeSetComposition", new Dictionary<string, object> { ["text"] = "ă", ["selectionStart"] = 1, ["selectionEnd"] = 1 });
        await chromium.SendAsync("Input.insertText", new Dictionary<string, object> { ["text"] = "ăn s1u" });
        (await page.InputValueAsync("#note")).ShouldBe("ăn s1u");
        page.Url.ShouldEndWith($"/flags/{id}");
        await page.ReloadAsync();
        (await page.InputValueAsync("#note")).ShouldBe("ăn s1u");
    }
}
