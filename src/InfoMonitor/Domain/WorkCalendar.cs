using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Domain;

/// <summary>The office's days and hours: the one place where an instant becomes a day of the office's zone and a day an instant. Counts working time: the office's hours on its working days, without the public holidays of Viet Nam (Labour Code 2019, article 112), moved to the next working day where they fall on a free one.</summary>
internal sealed class WorkCalendar
{
    private const int MostDays = 3_660;

    private readonly CalendarOptions options;
    private readonly IReadOnlySet<DayOfWeek> week;
    private readonly IReadOnlyList<(TimeSpan From, TimeSpan To)> hours;
    private readonly HashSet<DateOnly> off, worked;
    private readonly ConcurrentDictionary<int, IReadOnlySet<DateOnly>> holidays = new();

    public WorkCalendar(IOptions<CalendarOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options.Value;
        Zone = TimeZoneInfo.FindSystemTimeZoneById(this.options.TimeZone);
        (week, hours) = (this.options.DaysOfWeek()!, this.options.Spans()!);
        (off, worked) = ([.. CalendarOptions.Dates(this.options.DaysOff)!], [.. CalendarOptions.Dates(this.options.DaysWorked)!]);
    }

    /// <summary>Working time of a whole day.</summary>
    public TimeSpan Day => hours.Aggregate(TimeSpan.Zero, (sum, span) => sum + (span.To - span.From));

    /// <inheritdoc cref="CalendarOptions.WarnBefore"/>
    public TimeSpan WarnBefore => options.WarnBefore;

    /// <summary>Time left: by the clock where it is urgent or over, else working time.</summary>
    public TimeSpan Left(DateTimeOffset now, DateTimeOffset due, bool urgent) => urgent || due < now ? due - now : Between(now, due);

    /// <summary>The office's zone.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>An instant as the office's clocks show it.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>The office's calendar day of an instant.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>The Monday of the office's week of an instant.</summary>
    public DateOnly WeekOf(DateTimeOffset at)
    {
        var day = DayOf(at);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    public bool IsWorkingDay(DateOnly day) => worked.Contains(day) || (week.Contains(day.DayOfWeek) && !off.Contains(day) && !Holidays(day.Year).Contains(day));

    /// <summary>The instant (UTC) after this much working time.</summary>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan working)
    {
        var (left, local) = (working, Local(from).DateTime);
        foreach (var (start, end) in Spans(local))
        {
            if (end - start >= left) return Utc(start + left);
            left -= end - start;
        }
        throw new InvalidOperationException($"{working} of working time from {from:O} do not end within ten years: see Calendar:WorkDays and Calendar:Hours.");
    }

    /// <summary>Working time between two instants; negative when the second is the earlier.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        if (to < from) return -Between(to, from);
        var (sum, end) = (TimeSpan.Zero, Local(to).DateTime);
        foreach (var span in Spans(Local(from).DateTime).TakeWhile(s => s.From < end)) sum += (span.To < end ? span.To : end) - span.From;
        return sum;
    }

    /// <summary>When work begins (UTC) on a day, whether it is a working day or not.</summary>
    public DateTimeOffset StartOf(DateOnly day) => Utc(day.ToDateTime(TimeOnly.MinValue) + hours[0].From);

    /// <summary>When a day begins (UTC).</summary>
    public DateTimeOffset MidnightOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>The instant (UTC) of a time of day; of one that a clock change skips, the next that exists.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        while (Zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        return Utc(local);
    }

    /// <summary>The first working day after this one.</summary>
    public DateOnly NextWorkingDay(DateOnly day)
    {
        for (var i = 0; i < MostDays; i++)
            if (IsWorkingDay(day = day.AddDays(1))) return day;
        throw new InvalidOperationException("No working day within ten years: see Calendar:WorkDays.");
    }

    /// <summary>Free days of a year beside the weekly ones.</summary>
    public IReadOnlySet<DateOnly> Holidays(int year) => holidays.GetOrAdd(year, Compute);

    private HashSet<DateOnly> Compute(int year)
    {
        var tet = LunarCalendar.NewYear(year);
        var national = new DateOnly(year, 9, 2);
        var eve = national.AddDays(-1);
        DateOnly[][] groups =
        [
            [new(year, 1, 1)],
            [.. Enumerable.Range(-options.TetBefore, options.TetBefore + options.TetFrom).Select(tet.AddDays)],
            [LunarCalendar.ToSolar(year, 3, 10)],                                    // the Hùng kings
            [new(year, 4, 30), new(year, 5, 1)],
            [week.Contains(eve.DayOfWeek) ? eve : national.AddDays(1), national],    // "and one day before or after"
        ];
        var days = groups.SelectMany(g => g).ToHashSet();
        foreach (var group in groups)
        {
            var free = group.Max();
            foreach (var _ in group.Where(d => !week.Contains(d.DayOfWeek)).ToArray())
            {
                do free = free.AddDays(1); while (!week.Contains(free.DayOfWeek) || days.Contains(free));
                days.Add(free);
            }
        }
        return days;
    }

    /// <summary>Stretches of working time from an instant on, local.</summary>
    private IEnumerable<(DateTime From, DateTime To)> Spans(DateTime from)
    {
        var day = DateOnly.FromDateTime(from);
        for (var i = 0; i < MostDays; i++, day = day.AddDays(1))
        {
            if (!IsWorkingDay(day)) continue;
            foreach (var span in hours)
            {
                var (start, end) = (day.ToDateTime(TimeOnly.MinValue) + span.From, day.ToDateTime(TimeOnly.MinValue) + span.To);
                if (end > from) yield return (start < from ? from : start, end);
            }
        }
    }

    private DateTimeOffset Utc(DateTime local) => new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
}

internal static class CalendarServices
{
    public static IServiceCollection AddCalendar(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CalendarOptions>().Bind(configuration.GetSection(CalendarOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<CalendarOptions>, Validator>();
        return services.AddSingleton<WorkCalendar>();
    }

    private sealed class Validator : IValidateOptions<CalendarOptions>
    {
        public ValidateOptionsResult Validate(string? name, CalendarOptions options) => options.Fault() is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }
}
