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
