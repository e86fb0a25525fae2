using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InfoMonitor.Tests.Support;

namespace InfoMonitor.Tests.Reviews;

public sealed class SavedViewTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_view_that_is_not_saved_says_why_and_keeps_what_was_typed(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        using var an = await desk.SignInAsync("an");
        (await SaveAsync(an, "Trẻ em", "?topic=children")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await SaveAsync(an, "Trẻ em", "?topic=children")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "sent twice is once");

        var taken = await SaveAsync(an, "Trẻ em", "?topic=women");
        taken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await taken.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(p => p.ShouldContain("Bạn đã có một khung xem khác mang tên này"), p => p.ShouldContain("value=\"Trẻ em\""), p => p.ShouldContain("?topic=women"));
        var nameless = await SaveAsync(an, "  ", "?topic=women");
        nameless.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await nameless.Content.ReadAsStringAsync()).ShouldContain("Đặt cho khung xem một tên");
        (await TestDesk.PostAsync(an, "/queue", "/queue/views/999", ("name", "x"), ("view", ""))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        for (var i = 2; i <= InfoMonitor.Reviews.SavedViews.Most; i++) (await SaveAsync(an, $"Khung {i}", "")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var many = await SaveAsync(an, "Một nữa", "");
        many.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await many.Content.ReadAsStringAsync()).ShouldContain("nhiều nhất 12 khung xem");
        (await an.GetFromJsonAsync<JsonElement>("/api/v1/views")).GetArrayLength().ShouldBe(InfoMonitor.Reviews.SavedViews.Most);
        (await an.PostAsJsonAsync("/api/v1/views", new { name = new string('a', InfoMonitor.Reviews.SavedViews.LongestName + 1), query = "" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var refused = await an.PostAsJsonAsync("/api/v1/views", new { name = "Một nữa", query = "" });
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString().ShouldBe("An account keeps at most 12 views, and the desk as many shared ones: delete one first.");
    }

    private static Task<HttpResponseMessage> SaveAsync(HttpClient client, string name, string view) => TestDesk.PostAsync(client, "/queue", "/queue/views", ("name", name), ("view", view));
}
