using InfoMonitor.Content.Classification;
using InfoMonitor.Ingestion;
using InfoMonitor.Tests.Ingestion;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace InfoMonitor.Tests.Additions;

/// <summary>Adding by hand, in a browser.</summary>
public sealed class AddBrowserTests(Browser browser) : IClassFixture<Browser>
{
    private const string Rumour = "Đừng cho nhóm H. thuê nhà ở xóm mình, nghe nói cả tỉnh đều làm vậy.";

    [BrowserTheory]
    [InlineData(1440, ColorScheme.Light, true)]
    [InlineData(360, ColorScheme.Dark, true)]
    [InlineData(360, ColorScheme.Light, false)]
    public async Task A_rumour_is_pasted_looked_at_and_queued_and_its_second_bringer_is_led_to_it(int width, ColorScheme scheme, bool script)
    {
        await using var desk = await TestDesk.StartAsync("Sqlite", builder => builder.Services.AddSingleton<Judge>((_, text, language, _) =>
            Bench.Make(language, [FlagReason.Hate], [Bench.Explain(text, "nhóm H.", FlagReason.Hate)]) with { Protected = [ProtectedClass.Question] }));
        var page = await browser.OpenAsync(desk.Address, width, script, scheme);
        await page.SignInAsync("an");
        await page.ClickAsync("a[href='/add']");
        if (script) await page.InspectAsync(width);
        await page.ClickAsync("form[action='/add'] button");
        await page.Locator("[role=alert]").WaitForAsync();
        await page.FillAsync("#text", "Người gửi: bà con\n" + Rumour);
        await page.ClickAsync("form[action='/add'] button");
        await page.Locator("#protected-h").WaitForAsync();
        (await page.Locator("section").First.InnerTextAsync()).ShouldContain("câu hỏi");
        (await page.Locator(".article").IsVisibleAsync()).ShouldBeFalse("harm is covered");
        if (script) await page.InspectAsync(width);
        await page.FillAsync("#note", "Nghe ở chợ.");
        await page.ClickAsync("form[action='/add/queue'] button.primary");
        await page.ArriveAsync("**/flags/*");
        (await page.InnerTextAsync("main")).ShouldContain("Nghe ở chợ.");
        if (script) await page.InspectAsync(width);
        await page.GotoAsync("/queue");
        if (script) await page.InspectAsync(width);
        (await page.InnerTextAsync(".queue")).ShouldContain("thêm bằng tay");

        await page.GotoAsync("/add");
        await page.FillAsync("#text", Rumour);
        await page.ClickAsync("form[action='/add'] button");
        await page.ClickAsync(".notice a.btn");
        await page.ArriveAsync("**/flags/*");
        await using var db = desk.App.Database();
        (await db.Flags.CountAsync()).ShouldBe(1);
    }

    [BrowserFact]
    public async Task What_was_pasted_and_noted_outlives_a_reload_and_a_server_that_is_away()
    {
        await using var desk = await TestDesk.StartAsync("Sqlite", builder => builder.Services.AddSingleton<Judge>((_, text, language, _) => Bench.Make(language, [FlagReason.UnverifiedClaim], [Bench.Explain(text, "xóm mình", FlagReason.UnverifiedClaim)])));
        var page = await browser.OpenAsync(desk.Address);
        await page.SignInAsync("an");
        await page.GotoAsync("/add");
        await page.FillAsync("#text", Rumour);
        await page.GotoAsync("/add");
        (await page.InputValueAsync("#text")).ShouldBe(Rumour);
        (await page.InnerTextAsync("[data-told]")).ShouldContain("đã được đưa lại");

        await desk.StopAsync();
        await page.ClickAsync("form[action='/add'] button.primary");
        await page.Locator("form[action='/add'] .notice").WaitForAsync();
        (await page.InputValueAsync("#text")).ShouldBe(Rumour);
        await page.InspectAsync(1440);
        await desk.StartAgainAsync();
        await page.Locator("#protected-h").WaitForAsync(new() { Timeout = 60_000 });

        await page.FillAsync("#note", "Nghe ở chợ.");
        await page.EvaluateAsync("document.body.dataset.old = '1'; document.querySelector('form[action=\"/add\"]').submit()");   // looked at once more
        await page.Locator("body:not([data-old]) #protected-h").WaitForAsync();
        await page.WaitForLoadStateAsync();
        (await page.InputValueAsync("#note")).ShouldBe("Nghe ở chợ.");
        await desk.StopAsync();
        await page.ClickAsync("form[action='/add/queue'] button.primary");
        await page.Locator("form[action='/add/queue'] .notice").WaitForAsync();
        await desk.StartAgainAsync();
        await page.ArriveAsync("**/flags/*");
        (await page.InnerTextAsync("main")).ShouldContain("Nghe ở chợ.");
        (await page.EvaluateAsync<int>("Object.keys(localStorage).filter(k => k.startsWith('kept/')).length")).ShouldBe(0);
        await using var db = desk.App.Database();
        (await db.Flags.CountAsync()).ShouldBe(1);
    }
}
