using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using InfoMonitor.Accounts;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace InfoMonitor.Tests.Accounts;

public sealed partial class SignInTests
{
    private static readonly string[] Pages = ["/sign-in", "/queue", "/briefings", "/sources", "/audit", "/account", "/nothing-here", "/api/v1/flags", "/openapi/v1.json"];

    [Theory, OnSqlite, OnPostgres]
    public async Task Five_wrong_passwords_lock_an_account_for_a_quarter_of_an_hour_and_no_longer(string provider)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 26, 2, 0, 0, TimeSpan.Zero));
        await using var desk = await TestDesk.StartAsync(provider, builder => builder.Services.AddSingleton<TimeProvider>(clock));
        using var client = desk.Client();
        for (var n = 0; n < 5; n++) (await TryAsync(client, "an", "sai mật khẩu rồi")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TryAsync(client, "an", TestDesk.Password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "the right password does not open a locked account");
        clock.Advance(TimeSpan.FromMinutes(14));
        (await TryAsync(client, "an", TestDesk.Password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        clock.Advance(TimeSpan.FromMinutes(1));
        (await TryAsync(client, "an", TestDesk.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = desk.App.Database();
        (await db.AuditEntries.Where(e => e.Subject == "account:an").OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync()).ShouldBe(["account.add", "account.lock", "account.sign-in"]);
    }

    [Fact]
    public async Task An_unknown_name_is_answered_as_a_wrong_password_a_locked_and_a_disabled_account_are()
    {
        await using var desk = await TestDesk.StartAsync();
        using var client = desk.Client();
        await desk.App.Accounts().DisableAsync("chi", CancellationToken.None);
        for (var n = 0; n < 5; n++) await TryAsync(client, "binh", "sai mật khẩu rồi");
        var answers = new List<string>();
        var beyond = new List<(string Name, double Milliseconds)>();
        var signIn = desk.App.Services.GetRequiredService<SignIn>();
        foreach (var (name, password) in new[] { ("khong-co-ai", TestDesk.Password), ("an", "sai mật khẩu rồi"), ("binh", TestDesk.Password), ("chi", TestDesk.Password), ("an", new string('x', 5_000)) })
        {
            using var answer = await TryAsync(client, name, password);
            var headers = string.Join(',', answer.Headers.Select(h => h.Key).Where(h => h != "Date").Order());
            answers.Add($"{answer.StatusCode} {headers} {TokenForm().Replace(await answer.Content.ReadAsStringAsync(), "").Replace($"value=\"{name}\"", "", StringComparison.Ordinal)}");
            beyond.Add((name, await QuickestAsync(name, password)));
        }
        answers.Distinct().ShouldHaveSingleItem();
        beyond.ShouldAllBe(b => b.Milliseconds < 150, "a refusal comes after whole steps of 400 ms, whatever was done meanwhile");

        // What is left beyond whole steps: a busy machine takes more of them, and still tells nothing.
        async Task<double> QuickestAsync(string name, string password)
        {
            var least = double.MaxValue;
            for (var n = 0; n < 2; n++)
            {
                var started = Stopwatch.GetTimestamp();
                (await signIn.TryAsync(name, password, CancellationToken.None)).ShouldBeNull();
                var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                took.ShouldBeGreaterThan(395);
                least = Math.Min(least, (took + 5) % 400);
            }
            return least;
        }
    }

    [Fact]
    public async Task More_attempts_than_a_minute_allows_are_refused_whoever_is_named()
    {
        await using var desk = await TestDesk.StartAsync(settings: "--Accounts:PerMinute=3");
        using var client = desk.Client();
        for (var n = 0; n < 3; n++) (await TryAsync(client, "nguoi-" + n, "sai mật khẩu rồi")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var refused = await TryAsync(client, "an", TestDesk.Password);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull().Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()).ShouldContain("Quá nhiều lần thử");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_session_ends_when_its_account_is_disabled_reset_or_given_other_roles(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var book = desk.App.Accounts();
        foreach (var (name, change) in new (string, Func<Task<AccountChange>>)[]
        {
            ("an", () => book.DisableAsync("an", CancellationToken.None)),
            ("binh", () => book.ResetAsync("binh", "nắng vàng trên sân gạch", CancellationToken.None)),
            ("giang", () => book.SetRolesAsync("giang", [Role.Auditor], CancellationToken.None)),
        })
        {
            using var client = await desk.SignInAsync(name);
            (await client.GetAsync("/queue")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await change()).ShouldBeOfType<AccountChange.Done>();
            (await client.GetAsync("/queue")).StatusCode.ShouldBe(HttpStatusCode.Redirect, name);
            (await client.GetAsync("/api/v1/flags")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, name);
        }
    }

    [Fact]
    public async Task Somebody_who_changes_the_password_stays_and_everybody_else_with_it_goes()
    {
        await using var desk = await TestDesk.StartAsync();
        using var here = await desk.SignInAsync("an");
        using var elsewhere = await desk.SignInAsync("an");
        (await PasswordAsync("sai mật khẩu rồi", "nắng vàng trên sân gạch")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PasswordAsync(TestDesk.Password, "ngắn")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await elsewhere.GetAsync("/queue")).StatusCode.ShouldBe(HttpStatusCode.OK, "nothing was changed");
        (await PasswordAsync(TestDesk.Password, "nắng vàng trên sân gạch")).Headers.Location!.ToString().ShouldBe("/account?done=password");
        (await here.GetAsync("/queue")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.GetAsync("/queue")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var next = desk.Client();
        (await TryAsync(next, "an", TestDesk.Password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TryAsync(next, "an", "nắng vàng trên sân gạch")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await TestDesk.PostAsync(next, "/account", "/account/sessions")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await next.GetAsync("/queue")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await here.GetAsync("/queue")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        Task<HttpResponseMessage> PasswordAsync(string old, string password) => TestDesk.PostAsync(here, "/account", "/account/password", ("old", old), ("password", password), ("again", password));
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await using var desk = await TestDesk.StartAsync();
        var flag = await desk.FlagAsync(FlagReason.UnverifiedClaim, "Từ tháng sau trẻ em phải đóng tiền mới được cấp thẻ.");
        using var an = await desk.SignInAsync("an");
        long entries;
        await using (var db = desk.App.Database()) entries = await db.AuditEntries.LongCountAsync();
        foreach (var action in new[] { "/sign-in", "/sign-out", "/setup", "/account/password", "/account/sessions", "/account/tokens", "/account/tokens/1/revoke", $"/flags/{flag}/claim", $"/flags/{flag}/verdict", "/flags/undo", "/queue/batch" })
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("name", "an"), KeyValuePair.Create("password", TestDesk.Password), KeyValuePair.Create("label", "x"), KeyValuePair.Create("days", "1"), KeyValuePair.Create("verdict", "protected")]);
            (await an.PostAsync(action, form)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, action);
        }
        await using (var db = desk.App.Database()) (await db.AuditEntries.LongCountAsync()).ShouldBe(entries);
        (await an.GetAsync("/queue")).StatusCode.ShouldBe(HttpStatusCode.OK, "still signed in");
    }

    [Fact]
    public async Task Every_answer_carries_the_strict_policy_and_no_page_needs_more()
    {
        await using var desk = await TestDesk.StartAsync();
        using var client = await desk.SignInAsync("dung");
        foreach (var address in Pages)
        {
            using var answer = await client.GetAsync(address);
            answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldBe("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'", address);
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], address);
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue(address);
            var body = await answer.Content.ReadAsStringAsync();
            Inline().Matches(body).Select(m => m.Value).ShouldBeEmpty(address);
        }
    }

    [Theory]
    [InlineData(true, "https", true)]
    [InlineData(true, "http", false)]
    [InlineData(false, "https", false)]
    public async Task Cookies_are_for_this_site_and_its_server_only_and_Secure_where_a_known_proxy_says_https(bool known, string scheme, bool secure)
    {
        await using var desk = await TestDesk.StartAsync(settings: known ? "--Web:Proxies:0=127.0.0.1" : "--Web:TimeZoneName=");
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false }) { BaseAddress = desk.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        using var page = await client.GetAsync("/sign-in");
        var form = page.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        form.ShouldStartWith("infomonitor-form=");
        form.ShouldContain("; samesite=strict; httponly");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("name", "an"), KeyValuePair.Create("password", TestDesk.Password), KeyValuePair.Create("__RequestVerificationToken", TokenOf(await page.Content.ReadAsStringAsync()))]),
        };
        request.Headers.Add("Cookie", form.Split(';')[0]);
        using var answer = await client.SendAsync(request);
        var session = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("infomonitor=", StringComparison.Ordinal));
        session.ShouldContain("; samesite=lax; httponly");
        foreach (var cookie in new[] { form, session }) cookie.Contains("; secure", StringComparison.Ordinal).ShouldBe(secure, cookie);
    }

    [Fact]
    public void The_table_in_the_README_is_the_one_in_the_code()
    {
        var written = File.ReadLines(Path.Combine(TestHome.Repository, "src", "InfoMonitor", "Accounts", "README.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToArray();
        written.ShouldBe(Enum.GetValues<Role>().Select(role => $"| {role.Word()} | {string.Join(", ", Rights.Of(role).Select(r => r.Word()))} |"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Signing_out_ends_the_session_on_the_server_and_no_other(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        using var elsewhere = await desk.SignInAsync("an");
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = cookies };
        using var an = new HttpClient(handler) { BaseAddress = desk.Address };
        (await TestDesk.PostAsync(an, "/sign-in", "/sign-in", ("name", "an"), ("password", TestDesk.Password))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var copied = cookies.GetCookies(desk.Address)[OpenApi.SessionCookie]!.Value;
        (await an.GetAsync("/queue")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TestDesk.PostAsync(an, "/queue", "/sign-out")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        cookies.GetCookies(desk.Address)[OpenApi.SessionCookie].ShouldBeNull();
        cookies.Add(desk.Address, new Cookie(OpenApi.SessionCookie, copied));
        (await an.GetAsync("/queue")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "a copied cookie opens nothing");
        (await elsewhere.GetAsync("/queue")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await using var db = desk.App.Database();
        (await db.AuditEntries.CountAsync(e => e.Action == "account.sign-out" && e.Actor == "an")).ShouldBe(1);
    }

    [Fact]
    public async Task An_auditor_holds_no_other_role_and_nobody_is_called_as_the_service_is()
    {
        await using var desk = await TestDesk.StartAsync();
        var book = desk.App.Accounts();
        (await book.AddAsync("lan", [Role.Auditor, Role.Analyst], TestDesk.Password, null, CancellationToken.None)).ShouldBeOfType<AccountChange.Refused>().Why.ShouldContain("no other role");
        (await book.SetRolesAsync("an", [Role.Analyst, Role.Auditor], CancellationToken.None)).ShouldBeOfType<AccountChange.Refused>();
        (await book.AddAsync("system", [Role.Analyst], TestDesk.Password, null, CancellationToken.None)).ShouldBeOfType<AccountChange.Refused>();
        (await book.AddAsync("{0}", [Role.Analyst], TestDesk.Password, null, CancellationToken.None)).ShouldBeOfType<AccountChange.Refused>().Why.ShouldContain("'{0}' cannot be");
        foreach (var common in new[] { "Password1234", "matkhau123456", "qwerty-123456" }) (await book.AddAsync("lan", [Role.Analyst], common, null, CancellationToken.None)).ShouldBeOfType<AccountChange.Refused>().Why.ShouldContain("tries first");
        (await book.AddAsync("lan", [Role.Analyst], "ngắn", null, CancellationToken.None)).ShouldBeOfType<AccountChange.Refused>().Why.ShouldContain("at least 12");
    }

    private static Task<HttpResponseMessage> TryAsync(HttpClient client, string name, string password) => TestDesk.PostAsync(client, "/sign-in", "/sign-in", ("name", name), ("password", password));

    private static string TokenOf(string page) => TokenForm().Match(page).Groups["token"].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TokenForm();

    [GeneratedRegex("<style|<script(?! src=\"/)| style=\"| on[a-z]+=\"|javascript:", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Inline();
}
