using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Tests.Web;

/// <summary>The head of every page on a phone.</summary>
public sealed class HeaderTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserTheory]
    [InlineData("vi"), InlineData("en")]
    public async Task On_a_phone_it_stands_in_three_lines_and_reaches_over_no_edge(string language)
    {
        const int width = 360;
        await using var desk = await TestDesk.StartAsync();
        await using (var db = desk.App.Database()) await db.Accounts.Where(a => a.Name == "hai").ExecuteUpdateAsync(set => set.SetProperty(a => a.Roles, [Role.Senior, Role.Operator, Role.Auditor]));   // sees every section
        var page = await browser.OpenAsync(desk.Address, width);
        await page.SignInAsync("hai");
        await page.GotoAsync($"/preferences?lang={language}&back=/sources");
        var lines = await page.EvaluateAsync<int>("new Set([...document.querySelectorAll('.top > .brand, .top-end > *, .top nav li')].filter(e => e.offsetHeight).map(e => { const r = e.getBoundingClientRect(); return Math.round((r.top + r.bottom) / 20); })).size");
        lines.ShouldBe(3, "name and account, then the sections in two");
        (await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.top *')].filter(e => e.offsetHeight && e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 80))")).ShouldBeEmpty();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        await page.Context.CloseAsync();
    }
}
