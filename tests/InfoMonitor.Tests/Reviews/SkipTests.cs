using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Tests.Reviews;

public sealed class SkipTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_program_passes_a_flag_over_with_the_reason_once_and_gives_it_back(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, "Từ tháng sau trẻ em phải đóng tiền.");
        using var an = await desk.SignInAsync("an");
        for (var i = 0; i < 2; i++)   // an answer that was lost is asked for again with the same revision
        {
            using var claim = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/flags/{id}/claim");
            claim.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
            (await (await an.SendAsync(claim)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("revision").GetInt32().ShouldBe(1);
        }
        for (var i = 0; i < 2; i++)
        {
            var skipped = await an.PostAsJsonAsync($"/api/v1/flags/{id}/skip", new { reason = "other-expertise" });
            skipped.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await skipped.Content.ReadFromJsonAsync<JsonElement>()).ShouldSatisfyAllConditions(s => s.GetProperty("state").GetString().ShouldBe("new"), s => s.GetProperty("revision").GetInt32().ShouldBe(2));
        }
        await using var db = desk.App.Database();
        (await db.AuditEntries.AsNoTracking().CountAsync(e => e.Action == "flag.claim")).ShouldBe(1);
        (await db.AuditEntries.AsNoTracking().SingleAsync(e => e.Action == "flag.skip")).After!.ShouldContain("other-expertise");
        (await db.Flags.AsNoTracking().SingleAsync()).ShouldSatisfyAllConditions(f => f.State.ShouldBe(FlagState.New), f => f.HolderId.ShouldBeNull());

        using var binh = await desk.SignInAsync("binh");
        (await binh.PostAsJsonAsync($"/api/v1/flags/{id}/skip", new { reason = "later" })).EnsureSuccessStatusCode();
        (await db.AuditEntries.CountAsync(e => e.Action == "flag.skip")).ShouldBe(2, "another person's");
    }

    [Fact]
    public async Task A_reason_that_is_none_is_refused_with_those_there_are_and_only_analysts_skip()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, "Từ tháng sau trẻ em phải đóng tiền.");
        using var an = await desk.SignInAsync("an");
        var refused = await an.PostAsJsonAsync($"/api/v1/flags/{id}/skip", new { reason = "boring" });
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("own-interest");
        (await an.PostAsJsonAsync("/api/v1/flags/999/skip", new { reason = "later" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var chi = await desk.SignInAsync("chi");
        (await chi.PostAsJsonAsync($"/api/v1/flags/{id}/skip", new { reason = "later" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
