using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using InfoMonitor.Accounts;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace InfoMonitor.Tests.Accounts;

public sealed partial class TokenTests(Browser browser) : IClassFixture<Browser>
{
    private const string Sentence = "Từ tháng sau trẻ em phải đóng tiền mới được cấp thẻ bảo hiểm y tế.";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_token_works_for_its_account_until_it_expires_and_the_secret_is_kept_nowhere(string provider)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 26, 2, 0, 0, TimeSpan.Zero));
        await using var desk = await TestDesk.StartAsync(provider, builder => builder.Services.AddSingleton<TimeProvider>(clock));
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using var an = await desk.SignInAsync("an");
        var secret = await MakeAsync(an, days: 2, Role.Analyst);
        using var program = Program(desk, secret);

        var who = await program.GetFromJsonAsync<JsonElement>("/api/v1/account");
        who.GetProperty("name").GetString().ShouldBe("an");
        who.GetProperty("rights").EnumerateArray().Select(r => r.GetString()).ShouldBe(["read", "decide"]);
        (await ClaimAsync(program, id)).StatusCode.ShouldBe(HttpStatusCode.OK, "no X-Requested-With is asked of a token");
        clock.Advance(TimeSpan.FromMinutes(3));
        (await program.GetAsync("/api/v1/flags")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await using (var db = desk.App.Database())
        {
            var token = await db.ApiTokens.SingleAsync();
            token.LastUsedAt.ShouldBe(clock.GetUtcNow());
            token.Hash.ShouldNotContain(secret);
            (await db.AuditEntries.Where(e => e.Action.StartsWith("token.")).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync()).ShouldBe(["token.make", "token.use"], "every use of one day is one line");
            (await db.AuditEntries.Select(e => e.Before + e.After).ToListAsync()).ShouldAllBe(t => t == null || !t.Contains(secret, StringComparison.Ordinal));
        }
        (await an.GetStringAsync("/account")).ShouldNotContain(secret);

        clock.Advance(TimeSpan.FromDays(2));
        await RefusedAsync(program);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_token_ends_when_it_is_revoked_and_with_its_account(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var book = desk.App.Accounts();
        using var an = await desk.SignInAsync("an");
        using var first = Program(desk, await MakeAsync(an, 30));
        using var second = Program(desk, await MakeAsync(an, 30));
        long id;
        await using (var db = desk.App.Database()) id = await db.ApiTokens.OrderBy(t => t.Id).Select(t => t.Id).FirstAsync();
        using (var binh = await desk.SignInAsync("binh")) (await binh.DeleteAsync($"/api/v1/account/tokens/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "another's token");
        (await TestDesk.PostAsync(an, "/account", $"/account/tokens/{id}/revoke")).Headers.Location!.ToString().ShouldBe("/account?done=revoked");
        await RefusedAsync(first);
        (await second.GetAsync("/api/v1/flags")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await book.DisableAsync("an", CancellationToken.None)).ShouldBeOfType<AccountChange.Done>();
        await RefusedAsync(second);
        (await book.EnableAsync("an", CancellationToken.None)).ShouldBeOfType<AccountChange.Done>();
        (await second.GetAsync("/api/v1/flags")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await book.ResetAsync("an", "nắng vàng trên sân gạch", CancellationToken.None)).ShouldBeOfType<AccountChange.Done>();
        await RefusedAsync(second);
        await using (var db = desk.App.Database()) (await db.AuditEntries.SingleAsync(e => e.Action == "account.reset")).After.ShouldNotBeNull().ShouldContain("\"tokens\":1");
    }

    [Fact]
    public async Task A_token_may_do_less_than_its_account_and_never_more()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        using var hai = await desk.SignInAsync("hai");
        using var reads = Program(desk, await MakeAsync(hai, 30));
        using var works = Program(desk, await MakeAsync(hai, 30, Role.Senior));
        (await reads.GetAsync("/api/v1/flags")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ClaimAsync(reads, id)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await ClaimAsync(works, id)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var foreign = await hai.PostAsJsonAsync("/api/v1/account/tokens", new { label = "x", roles = new[] { "operator" }, days = 1 });
        (await ProblemAsync(foreign)).ShouldBe((422, "foreign-role"));
        (await ProblemAsync(await hai.PostAsJsonAsync("/api/v1/account/tokens", new { label = "x", days = 366 }))).ShouldBe((422, "bad-days"));
        (await ProblemAsync(await hai.PostAsJsonAsync("/api/v1/account/tokens", new { label = " ", days = 1 }))).ShouldBe((422, "no-label"));
        (await ProblemAsync(await works.PostAsJsonAsync("/api/v1/account/tokens", new { label = "x", days = 1 }))).ShouldBe((403, "session-needed"));

        (await desk.App.Accounts().SetRolesAsync("hai", [Role.Spokesperson], CancellationToken.None)).ShouldBeOfType<AccountChange.Done>();
        (await ClaimAsync(works, id)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "a role that the account lost is lost to its tokens");
    }

    [Fact]
    public async Task A_token_opens_the_api_and_no_page_and_a_wrong_one_is_told_so_whatever_cookie_comes_with_it()
    {
        await using var desk = await TestDesk.StartAsync();
        using var an = await desk.SignInAsync("an");
        using var program = Program(desk, await MakeAsync(an, 30, Role.Analyst));
        (await program.GetAsync("/queue")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await program.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        an.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "infomonitor_wrong");
        await RefusedAsync(an);
        (await an.GetAsync("/queue")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var nobody = desk.Client();
        using var plain = await nobody.GetAsync("/api/v1/flags");
        plain.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
        (await ProblemAsync(plain)).ShouldBe((401, "sign-in-needed"));
    }

    [BrowserTheory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    public async Task An_analyst_makes_a_token_without_script_and_sees_it_once(int width, ColorScheme scheme)
    {
        await using var desk = await TestDesk.StartAsync();
        var plain = await browser.OpenAsync(desk.Address, width, script: false, scheme: scheme);
        await plain.SignInAsync("an");
        await plain.GotoAsync("/account");
        await plain.FillAsync("#label", "báo cáo tuần");
        await plain.CheckAsync("input[name=role][value=analyst]");
        await plain.ClickAsync("form[action='/account/tokens'] button");
        var secret = await plain.InnerTextAsync(".notice code.command");
        secret.ShouldStartWith(ApiTokens.Prefix);
        using var program = Program(desk, secret);
        (await program.GetAsync("/api/v1/flags")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await plain.GotoAsync("/account");
        (await plain.ContentAsync()).ShouldNotContain(secret);
        (await plain.InnerTextAsync("main")).ShouldContain("báo cáo tuần");

        var page = await browser.OpenAsync(desk.Address, width, scheme: scheme);
        await page.SignInAsync("an");
        await page.InspectAsync("/account", width);
        await page.FillAsync("#label", "báo cáo tháng");
        await page.ClickAsync("form[action='/account/tokens'] button");
        await page.WaitForSelectorAsync(".notice code.command");
        await page.InspectAsync(width);
        await page.InspectAsync("/account?done=password", width);
    }

    private static async Task<string> MakeAsync(HttpClient client, int days, params Role[] roles)
    {
        using var answer = await TestDesk.PostAsync(client, "/account", "/account/tokens", [("label", "thử"), ("days", days.ToString(System.Globalization.CultureInfo.InvariantCulture)), .. roles.Select(r => ("role", r.Word()))]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return Secret().Match(await answer.Content.ReadAsStringAsync()).Value;
    }

    private static HttpClient Program(TestDesk desk, string secret)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = desk.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    private static async Task<HttpResponseMessage> ClaimAsync(HttpClient client, long id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/flags/{id}/claim");
        request.Headers.IfMatch.Add((await client.GetAsync($"/api/v1/flags/{id}")).Headers.ETag!);
        return await client.SendAsync(request);
    }

    private static async Task RefusedAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/api/v1/flags");
        answer.Headers.WwwAuthenticate.ShouldHaveSingleItem().ToString().ShouldContain("invalid_token");
        (await ProblemAsync(answer)).ShouldBe((401, "token-invalid"));
    }

    private static async Task<(int Status, string Kind)> ProblemAsync(HttpResponseMessage answer)
    {
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString()!["urn:infomonitor:problem:".Length..]);
    }

    [GeneratedRegex("infomonitor_[A-Za-z0-9_-]{43}", RegexOptions.None, 1000)]
    private static partial Regex Secret();
}
