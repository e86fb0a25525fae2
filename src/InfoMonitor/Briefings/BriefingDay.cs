using Microsoft.Extensions.Options;

namespace InfoMonitor.Briefings;

/// <summary>Which stretch of time a date's briefing covers: the 24 hours (23 or 25 on a clock change) before its time of day.</summary>
internal sealed class BriefingDay(IOptions<BriefingsOptions> options, TimeProvider clock)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    public TimeZoneInfo Zone => zone;

    /// <summary>Today in the office's zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);

    /// <summary>The instant (UTC) at which a date's briefing is frozen.</summary>
    public DateTimeOffset FrozenAt(DateOnly date)
    {
        var local = date.ToDateTime(options.Value.At);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(30);   // skipped by a clock change: the next time that exists
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    public DateTimeOffset Start(DateOnly date) => FrozenAt(date.AddDays(-1));
}
