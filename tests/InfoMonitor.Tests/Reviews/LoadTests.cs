using System.Net.Http.Json;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Reviews;
using InfoMonitor.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Tests.Reviews;

public sealed class LoadTests
{
    private const string Sentence = "Từ tháng sau trẻ em phải đóng tiền mới được cấp thẻ bảo hiểm y tế.";

    [Theory, OnSqlite, OnPostgres]
    public async Task Weeks_tell_what_was_queued_settled_and_left_open_and_how_old_that_is(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var calendar = desk.App.Services.GetRequiredService<WorkCalendar>();
        var now = desk.App.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var sinceMonday = now - calendar.MidnightOf(calendar.WeekOf(now));
        await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence, age: sinceMonday / 2);                                    // this week's
        await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence, age: sinceMonday + TimeSpan.FromDays(1));                 // last week's
        var settled = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence, age: sinceMonday + TimeSpan.FromDays(2));   // last week's, settled now
        await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence, age: sinceMonday + TimeSpan.FromDays(12));                // the week before
        using var an = await desk.SignInAsync("an");
        await TestDesk.PostAsync(an, $"/flags/{settled}", $"/flags/{settled}/verdict", ("revision", "0"), ("verdict", "off-topic"));

        var load = await an.GetFromJsonAsync<JsonElement>("/api/v1/load");
        var weeks = load.GetProperty("weeks").EnumerateArray().Select(w => (Found: Of(w, "found"), Settled: Of(w, "settled"), Open: Of(w, "open"), Young: Of(w, "young"))).ToArray();
        weeks.Length.ShouldBe(LoadReader.Weeks);
        weeks[^1].ShouldBe((1, 1, 3, 1));
        weeks[^2].ShouldBe((2, 0, 3, 2));
        weeks[^3].ShouldBe((1, 0, 1, 1));
        weeks[^4].ShouldBe((0, 0, 0, 0));
        load.GetProperty("open").GetInt64().ShouldBe(3);
        (await an.GetStringAsync("/load")).ShouldContain("Cờ còn mở cuối mỗi tuần: vào trong tuần ấy, và cũ hơn. Tuần này: Vào trong tuần 1, Cũ hơn 2.");

        static long Of(JsonElement week, string name) => week.GetProperty(name).GetInt64();
    }
}
