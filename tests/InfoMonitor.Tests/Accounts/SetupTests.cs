using System.Net;
using InfoMonitor.Accounts;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace InfoMonitor.Tests.Accounts;

public sealed class SetupTests(Browser browser) : IClassFixture<Browser>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_code_makes_one_account_however_many_try_and_then_the_page_is_gone(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await home.BuildAsync(null, "--roles=web", "--Accounts:PerMinute=1000");
        await app.StartAsync();
        using var client = Client(app);
        (await client.GetAsync("/setup")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync("/setup?code=")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "no code was given out yet");
        var setup = app.Services.GetRequiredService<Setup>();
        var address = (await setup.OfferAsync(CancellationToken.None)).ShouldNotBeNull();
        (await setup.OfferAsync(CancellationToken.None)).ShouldBe(address);
        (await client.GetAsync("/setup?code=wrong")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await MakeAsync(client, "dung", again: "khác hẳn mật khẩu kia")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        HttpClient[] rivals = [.. Enumerable.Range(0, 4).Select(_ => Client(app))];
        var answers = await Task.WhenAll(rivals.Select((rival, n) => TryAsync(rival, "nguoi-" + (char)('a' + n))));
        answers.Count(a => a == HttpStatusCode.Redirect).ShouldBe(1);
        var first = rivals[Array.IndexOf(answers, HttpStatusCode.Redirect)];
        (await first.GetAsync("/audit")).StatusCode.ShouldBe(HttpStatusCode.OK, "signed in, as an operator");
        (await client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await setup.OfferAsync(CancellationToken.None)).ShouldBeNull();
        await using var db = app.Database();
        (await db.Accounts.SingleAsync()).Roles.ShouldBe([Role.Analyst, Role.Operator]);
        (await db.AuditEntries.SingleAsync()).Action.ShouldBe("account.first");
        foreach (var rival in rivals) rival.Dispose();
        await app.StopAsync();

        // Who comes after the first finds no page to fill in.
        async Task<HttpStatusCode> TryAsync(HttpClient http, string name)
        {
            try
            {
                return (await MakeAsync(http, name)).StatusCode;
            }
            catch (HttpRequestException exception) when (exception.StatusCode is HttpStatusCode.NotFound)
            {
                return HttpStatusCode.NotFound;
            }
        }

        Task<HttpResponseMessage> MakeAsync(HttpClient http, string name, string? again = null) => TestDesk.PostAsync(http, address, "/setup",
            ("code", address[(address.IndexOf('=', StringComparison.Ordinal) + 1)..]), ("name", name), ("password", TestDesk.Password), ("again", again ?? TestDesk.Password), ("analyst", "1"));
    }

    [BrowserTheory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task The_first_operator_is_made_in_a_browser_without_script(int width, ColorScheme scheme)
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        await using var app = await home.BuildAsync(null, "--roles=web");
        await app.StartAsync();
        var address = await app.Services.GetRequiredService<Setup>().OfferAsync(CancellationToken.None);
        var inspected = await browser.OpenAsync(app.Address(), width, scheme: scheme);
        await inspected.InspectAsync("/sign-in", width);
        (await inspected.InnerTextAsync("main")).ShouldContain("/setup");
        await inspected.InspectAsync(address!, width);

        var page = await browser.OpenAsync(app.Address(), width, script: false, scheme: scheme);
        await page.GotoAsync(address!);
        await page.FillAsync("#user", "dung");
        await page.FillAsync("#pass", TestDesk.Password);
        await page.FillAsync("#again", TestDesk.Password);
        await page.UncheckAsync("input[name=analyst]");
        await page.ClickAsync("button.primary");
        await page.ArriveAsync("**/account?done=first");
        (await page.InnerTextAsync("main")).ShouldContain("người vận hành");
        await app.StopAsync();
    }

    private static HttpClient Client(WebApplication app) => new(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = app.Address() };
}
