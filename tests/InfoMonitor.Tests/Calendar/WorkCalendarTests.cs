using CsCheck;
using InfoMonitor.Audit;
using InfoMonitor.Briefings;
using InfoMonitor.Content.Extraction;
using InfoMonitor.Domain;
using InfoMonitor.Ingestion;
using InfoMonitor.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace InfoMonitor.Tests.Calendar;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = Of(new CalendarOptions());

    [Theory]
    [InlineData("2007-02-17")]   // China: a day later
    [InlineData("2025-01-29")]
    [InlineData("2026-02-17")]
    [InlineData("2027-02-06")]
    [InlineData("2028-01-26")]
    [InlineData("2029-02-13")]
    [InlineData("2030-02-02")]   // China: a day later
    public void Tet_is_on_the_Vietnamese_day(string day) => LunarCalendar.NewYear(Day(day).Year).ShouldBe(Day(day));

    [Theory]
    [InlineData("2023-04-29")]   // after a leap month
    [InlineData("2024-04-18")]
    [InlineData("2025-04-07")]
    [InlineData("2026-04-26")]
    public void The_day_of_the_Hung_kings_is_the_tenth_of_the_third_month(string day) => LunarCalendar.ToSolar(Day(day).Year, 3, 10).ShouldBe(Day(day));

    [Theory]
    [InlineData("2026-02-16", false)]   // the day before Tết
    [InlineData("2026-02-20", false)]
    [InlineData("2026-02-23", true)]
    [InlineData("2026-04-27", false)]   // the kings' day fell on a Sunday: Monday is free
    [InlineData("2026-04-28", true)]
    [InlineData("2026-04-30", false)]
    [InlineData("2026-05-01", false)]
    [InlineData("2026-09-01", false)]
    [InlineData("2026-09-02", false)]
    [InlineData("2024-09-03", false)]   // 1 September was a Sunday: the second free day is the one after
    [InlineData("2026-11-28", false)]
    [InlineData("2026-11-27", true)]
    public void Weekends_and_public_holidays_are_free(string day, bool worked) => Calendar.IsWorkingDay(Day(day)).ShouldBe(worked);

    [Fact]
    public void A_configured_day_wins_over_both()
    {
        var calendar = Of(new CalendarOptions { DaysOff = "2026-11-27", DaysWorked = "2026-11-28 2026-02-16" });
        calendar.IsWorkingDay(Day("2026-11-27")).ShouldBeFalse();
        calendar.IsWorkingDay(Day("2026-11-28")).ShouldBeTrue();
        calendar.IsWorkingDay(Day("2026-02-16")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-11-27T16:00", 2, "2026-11-30T08:30")]   // over a weekend
    [InlineData("2026-11-27T11:00", 1, "2026-11-27T13:30")]   // over lunch
    [InlineData("2026-02-13T16:00", 24, "2026-02-25T16:00")]  // over Tết
    [InlineData("2026-11-28T10:00", 8, "2026-11-30T17:00")]   // from a free day
    public void Working_time_leaves_out_nights_lunch_weekends_and_holidays(string from, int hours, string to)
    {
        Calendar.Add(At(from), TimeSpan.FromHours(hours)).ShouldBe(At(to));
        Calendar.Between(At(from), At(to)).ShouldBe(TimeSpan.FromHours(hours));
        Calendar.Between(At(to), At(from)).ShouldBe(TimeSpan.FromHours(-hours));
    }

    [Fact]
    public void What_is_added_lies_between() =>
        Gen.Select(Gen.Int[0, 500_000], Gen.Int[1, 10_000]).Sample((minutes, working) =>
        {
            var from = At("2026-01-01T00:00").AddMinutes(minutes);
            var to = Calendar.Add(from, TimeSpan.FromMinutes(working));
            return to > from && Calendar.Between(from, to) == TimeSpan.FromMinutes(working);
        });

    [Theory]
    [InlineData("Monday Someday", "07:30-11:30", "")]
    [InlineData("Monday", "11:30-07:30", "")]
    [InlineData("Monday", "07:30-11:30 11:00-12:00", "")]
    [InlineData("Monday", "07:30-11:30", "02/09/2026")]
    public void A_wrong_option_is_named(string days, string hours, string off) =>
        new CalendarOptions { WorkDays = days, Hours = hours, DaysOff = off }.Fault().ShouldNotBeNull().ShouldContain("Calendar:");

    [Theory]
    [InlineData("Asia/Ho_Chi_Minh", "2026-03-29", "06:30", "2026-03-28T23:30")]
    [InlineData("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:00")]   // skipped by the clock change: the next time there is
    [InlineData("Africa/Cairo", "2026-04-24", "00:00", "2026-04-23T22:00")]    // a day that begins at one
    public void A_time_of_a_day_is_one_instant(string zone, string day, string time, string utc)
    {
        var calendar = Of(new CalendarOptions { TimeZone = zone });
        var at = calendar.At(Day(day), TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture));
        at.ShouldBe(DateTimeOffset.Parse(utc + "Z", System.Globalization.CultureInfo.InvariantCulture));
        at.Offset.ShouldBe(TimeSpan.Zero);
        calendar.DayOf(at).ShouldBe(Day(day));
        calendar.DayOf(calendar.MidnightOf(Day(day)).AddTicks(-1)).ShouldBe(Day(day).AddDays(-1));
    }

    /// <summary>02:00 UTC is still the day before in New York, and was not yet in Ha Noi.</summary>
    [Fact]
    public async Task One_option_sets_the_zone_of_briefings_audit_pages_and_fact_checks()
    {
        var now = new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
        await using var desk = await TestDesk.StartAsync("Sqlite", builder => builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(now)), "--Calendar:TimeZone=America/New_York");
        desk.App.Services.GetRequiredService<BriefingDay>().Today.ShouldBe(Day("2026-11-23"));
        desk.App.Services.GetRequiredService<AuditRoots>().Today.ShouldBe(Day("2026-11-23"));
        desk.App.Services.GetRequiredService<WorkCalendar>().InstantOf(new PublicationTime(Day("2026-11-23"), null)).ShouldBe(new DateTimeOffset(2026, 11, 23, 5, 0, 0, TimeSpan.Zero));
        using var chi = await desk.SignInAsync("chi");
        var page = await chi.GetStringAsync("/briefings/today");
        page.ShouldContain("23/11/2026");
        page.ShouldContain("UTC-05:00");
    }

    private static WorkCalendar Of(CalendarOptions options) => new(Options.Create(options));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string local) => new(DateTime.ParseExact(local, "yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}
