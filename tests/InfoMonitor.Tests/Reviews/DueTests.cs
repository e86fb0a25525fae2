using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Reviews;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Decision = InfoMonitor.Reviews.Decision;

namespace InfoMonitor.Tests.Reviews;

/// <summary>Putting a flag off hides nothing of its time; two people who differ are seen.</summary>
public sealed class DueTests
{
    private const string Sentence = "Từ tháng sau trẻ em phải đóng tiền mới được cấp thẻ bảo hiểm y tế.";

    [Theory, OnSqlite, OnPostgres]
    public async Task An_urgent_flag_is_not_put_off_past_its_time_and_another_says_that_it_sleeps_past_it(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var (plain, urgent) = (await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence), await desk.FlagAsync(FlagReason.Incitement, Sentence + " 2"));
        using var an = await desk.SignInAsync("an");
        var day = desk.App.Services.GetRequiredService<WorkCalendar>().DayOf(TimeProvider.System.GetUtcNow()).AddDays(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var alone = await an.PostAsJsonAsync("/api/v1/flags/batch", new { flags = new[] { new { id = urgent, revision = 0 } }, snoozeUntil = day });
        alone.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await alone.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString()!.ShouldEndWith("past-due");
        var page = await TestDesk.PostAsync(an, "/queue", "/queue/batch", ("back", "flag"), ("flag", $"{urgent}:0"), ("do", "snooze"), ("until", "date"), ("date", day));
        page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()).ShouldContain("Chọn ngày sớm hơn hạn");

        var both = await TestDesk.PostAsync(an, "/queue", "/queue/batch", ("flag", $"{urgent}:0"), ("flag", $"{plain}:0"), ("do", "snooze"), ("until", "date"), ("date", day));
        var said = WebUtility.HtmlDecode(await an.GetStringAsync(both.Headers.Location));
        said.ShouldSatisfyAllConditions(s => s.ShouldContain($"1 cờ khẩn không hoãn được quá hạn, để nguyên: cờ {urgent} (hạn "), s => s.ShouldContain($"1 cờ sẽ ngủ quá hạn, hạn không dời: cờ {plain} (hạn "), s => s.ShouldNotContain("vì người khác"));
        (await StatesAsync(desk)).ShouldBe([FlagState.Snoozed, FlagState.New]);
        WebUtility.HtmlDecode(await an.GetStringAsync("/queue?state=snoozed")).ShouldContain("ngủ quá hạn: hạn ");
        WebUtility.HtmlDecode(await an.GetStringAsync($"/flags/{plain}")).ShouldContain("ngủ quá hạn: hạn ");
        WebUtility.HtmlDecode(await an.GetStringAsync($"/flags/{urgent}")).ShouldContain("cờ khẩn không hoãn được quá hạn.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_sleeps_past_its_time_is_counted_as_overdue_and_wakes_when_it_becomes_urgent(string provider)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));   // Monday, 10:00 in Hanoi
        await using var desk = await TestDesk.StartAsync(provider, builder => builder.Services.AddSingleton<TimeProvider>(clock));
        var (over, soon, fresh) = (await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence, age: TimeSpan.FromHours(22)), await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence + " 2", age: TimeSpan.FromHours(21)), await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence + " 3", age: TimeSpan.FromHours(1)));
        var an = await desk.PersonAsync("an");
        var reviews = desk.App.Services.GetRequiredService<ReviewDesk>();
        (await reviews.SnoozeAsync([new(over, 0), new(soon, 0), new(fresh, 0)], clock.GetUtcNow().AddDays(5), an, default))!.Flags.ShouldAllBe(f => f.IsDone);
        clock.Advance(TimeSpan.FromHours(2.5));
        (await IdsAsync(desk, QueueFacts.IsOverdue, an.Id)).ShouldBe([over]);
        (await IdsAsync(desk, QueueFacts.IsDueSoon, an.Id)).ShouldBe([soon]);
        (await IdsAsync(desk, new QueueFilter { Due = QueueDue.Over }, an.Id)).ShouldBeEmpty("the queue shows what sleeps to whoever asks");
        var view = await desk.App.Services.GetRequiredService<QueueReader>().ReadAsync(new QueueFilter(), null, an, null, clock.GetUtcNow().AddHours(-5), default);
        (view.Facts.Overdue, view.Facts.DueSoon).ShouldBe((1, 1));

        await using (var db = desk.App.Database()) await db.Flags.Where(f => f.Id == fresh).ExecuteUpdateAsync(s => s.SetProperty(f => f.UrgentAt, clock.GetUtcNow()));
        await reviews.WakeAsync(default);   // unless the desk's own minute was first
        (await StatesAsync(desk)).ShouldBe([FlagState.Snoozed, FlagState.Snoozed, FlagState.New]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_people_who_differ_are_seen_in_the_queue_until_a_third_has_spoken(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence + " 2");
        var reviews = desk.App.Services.GetRequiredService<ReviewDesk>();
        var (an, binh, giang) = (await desk.PersonAsync("an"), await desk.PersonAsync("binh"), await desk.PersonAsync("giang"));
        await reviews.DecideAsync(id, 0, new Decision(Verdict.Misleading, Evidence: [new Evidence(Url: "https://kiem-chung.example/1")]), an, default);
        (await reviews.DecideAsync(id, 1, new Decision(Verdict.Accurate), binh, default)).State.ShouldBe(FlagState.New);

        using var client = await desk.SignInAsync("giang");
        WebUtility.HtmlDecode(await client.GetStringAsync("/queue")).ShouldSatisfyAllConditions(p => p.ShouldContain("hai người khác ý: cần người thứ ba"), p => p.ShouldContain("Cần người thứ ba<span class=\"n\">1</span>"));
        WebUtility.HtmlDecode(await client.GetStringAsync($"/flags/{id}")).ShouldContain("hai người khác ý: cần người thứ ba");
        var listed = (await client.GetFromJsonAsync<JsonElement>("/api/v1/flags?split=1")).GetProperty("flags").EnumerateArray().ShouldHaveSingleItem();
        (listed.GetProperty("id").GetInt64(), listed.GetProperty("split").GetBoolean()).ShouldBe((id, true));
        listed.ToString().ShouldNotContain("misleading", Case.Sensitive, "that they differ is told, not how");

        await reviews.DecideAsync(id, 2, new Decision(Verdict.Accurate), giang, default);
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/flags?split=1&state=all")).GetProperty("flags").GetArrayLength().ShouldBe(0);
    }

    private static async Task<IReadOnlyList<long>> IdsAsync(TestDesk desk, QueueFilter filter, long me) =>
        [.. (await desk.App.Services.GetRequiredService<QueueReader>().PageAsync(filter, null, 50, me, default)).Rows.Select(r => r.Id)];

    private static async Task<List<FlagState>> StatesAsync(TestDesk desk)
    {
        await using var db = desk.App.Database();
        return await db.Flags.AsNoTracking().OrderBy(f => f.Id).Select(f => f.State).ToListAsync();
    }
}
