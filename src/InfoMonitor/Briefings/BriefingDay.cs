using InfoMonitor.Domain;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Briefings;

/// <summary>Which stretch of time a date's briefing covers: the 24 hours (23 or 25 on a clock change) before its time of day.</summary>
internal sealed class BriefingDay(IOptions<BriefingsOptions> options, WorkCalendar calendar, TimeProvider clock)
{
    /// <summary>IANA name of the office's zone.</summary>
    public string Zone => calendar.Zone.Id;

    /// <summary>Today in the office's zone.</summary>
    public DateOnly Today => calendar.DayOf(clock.GetUtcNow());

    /// <summary>The instant (UTC) at which a date's briefing is frozen.</summary>
    public DateTimeOffset FrozenAt(DateOnly date) => calendar.At(date, options.Value.At);

    public DateTimeOffset Start(DateOnly date) => FrozenAt(date.AddDays(-1));
}
