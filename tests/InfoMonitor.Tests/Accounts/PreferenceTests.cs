using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Tests.Accounts;

/// <summary>What an account keeps for its owner.</summary>
public sealed class PreferenceTests
{
    private const string Sentence = "Nhóm H. không đáng được sống cạnh chúng ta.";

    [Theory, OnSqlite, OnPostgres]
    public async Task Harmful_content_is_covered_until_its_reader_says_otherwise_for_every_place_they_sign_in(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var id = await desk.FlagAsync(FlagReason.Hate, Sentence);
        using var an = await desk.SignInAsync("an");
        using var elsewhere = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        (await elsewhere.GetStringAsync($"/flags/{id}")).ShouldContain("class=\"veil\"");
        (await elsewhere.GetStringAsync("/queue")).ShouldNotContain(Sentence);

        (await TestDesk.PostAsync(an, "/account", "/account/harm", ("harm", "shown"))).Headers.Location!.ToString().ShouldBe("/account?done=harm");
        (await an.GetStringAsync("/account?done=harm")).ShouldContain("cho mọi máy bạn đăng nhập");
        var page = await elsewhere.GetStringAsync($"/flags/{id}");
        page.ShouldNotContain("class=\"veil\"");
        page.ShouldContain($">{Sentence}</h1>");
        (await elsewhere.GetStringAsync("/queue")).ShouldContain(Sentence);
        (await elsewhere.GetFromJsonAsync<JsonElement>("/api/v1/account")).GetProperty("showsHarm").GetBoolean().ShouldBeTrue();
        (await binh.GetStringAsync($"/flags/{id}")).ShouldContain("class=\"veil\"", customMessage: "another person's choice is theirs");

        for (var i = 0; i < 2; i++) (await elsewhere.PutAsJsonAsync("/api/v1/account/preferences", new { showsHarm = false })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await an.GetStringAsync($"/flags/{id}")).ShouldContain("class=\"veil\"");
        await using var db = desk.App.Database();
        (await db.AuditEntries.CountAsync(e => e.Action == "account.harm")).ShouldBe(2, "sent twice is once");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_program_changes_its_owners_password_in_a_session_and_the_other_sessions_end(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        using var an = await desk.SignInAsync("an");
        using var elsewhere = await desk.SignInAsync("an");
        const string next = "gió thổi qua đồng lúa";
        foreach (var (old, password, kind) in new[] { ("sai rồi nhé bạn ơi", next, "old-wrong"), (TestDesk.Password, "ngắn", "password") })
        {
            var refused = await an.PutAsJsonAsync("/api/v1/account/password", new Dictionary<string, string> { ["old"] = old, ["new"] = password });
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString().ShouldBe("urn:infomonitor:problem:" + kind);
        }
        var secret = (await (await an.PostAsJsonAsync("/api/v1/account/tokens", new { label = "thử", days = 1, roles = new[] { Role.Analyst.Word() } })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secret").GetString()!;
        using var program = desk.Client();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        (await program.PutAsJsonAsync("/api/v1/account/password", new Dictionary<string, string> { ["old"] = TestDesk.Password, ["new"] = next })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await an.PutAsJsonAsync("/api/v1/account/password", new Dictionary<string, string> { ["old"] = TestDesk.Password, ["new"] = next })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await an.GetAsync("/api/v1/account")).StatusCode.ShouldBe(HttpStatusCode.OK, "this session goes on");
        (await elsewhere.GetAsync("/api/v1/account")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await program.GetAsync("/api/v1/account")).StatusCode.ShouldBe(HttpStatusCode.OK, "tokens stay good");
        using var again = desk.Client();
        (await TestDesk.PostAsync(again, "/sign-in", "/sign-in", ("name", "an"), ("password", next), ("return", "/queue"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
    [Fact]
    public async Task A_program_ends_its_owners_other_sessions_and_with_a_token_all_of_them()
    {
        await using var desk = await TestDesk.StartAsync();
        using var an = await desk.SignInAsync("an");
        using var elsewhere = await desk.SignInAsync("an");
        (await an.DeleteAsync("/api/v1/account/sessions")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await an.GetAsync("/api/v1/account")).StatusCode.ShouldBe(HttpStatusCode.OK, "the one that asked goes on");
        (await elsewhere.GetAsync("/api/v1/account")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        var secret = (await (await an.PostAsJsonAsync("/api/v1/account/tokens", new { label = "thử", days = 1 })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secret").GetString()!;
        using var program = desk.Client();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        (await program.DeleteAsync("/api/v1/account/sessions")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await an.GetAsync("/api/v1/account")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await program.GetAsync("/api/v1/account")).StatusCode.ShouldBe(HttpStatusCode.OK, "tokens stay good");
    }
}
