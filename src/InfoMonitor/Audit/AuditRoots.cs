using System.Globalization;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Audit;

/// <summary>Where the log stood when a day ended. Written as a line, <c>2026-11-26 1234:HASH</c>, for a file, a mailbox or a notebook that whoever runs the service cannot change.</summary>
/// <param name="Day">In the office's zone.</param>
internal sealed record AuditRoot(DateOnly Day, AuditHead Head)
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>Null when the line is not a root.</summary>
    public static AuditRoot? Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var day, var head]
            && ReadDay(day) is { } date && AuditHead.Parse(head) is { } read ? new AuditRoot(date, read) : null;
    }

    public static DateOnly? ReadDay(string? text) => DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public override string ToString() => $"{Day.ToString(Form, CultureInfo.InvariantCulture)} {Head}";
}

/// <summary>Reads the daily roots.</summary>
internal sealed class AuditRoots(IDbContextFactory<InfoMonitorDb> databases, WorkCalendar calendar, TimeProvider clock)
{
    public DateOnly Today => calendar.DayOf(clock.GetUtcNow());

    /// <returns>Of today: where the log stands now. Null for a day to come.</returns>
    public async Task<AuditRoot?> OfAsync(DateOnly day, CancellationToken cancellation)
    {
        if (day > Today) return null;
        var end = calendar.MidnightOf(day.AddDays(1));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var last = await db.AuditEntries.AsNoTracking().Where(e => e.At < end).OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence)
            .Select(e => new { e.Sequence, e.Hash }).FirstOrDefaultAsync(cancellation);
        return new AuditRoot(day, last is null ? AuditHead.None : new AuditHead(last.Sequence, last.Hash));
    }

    /// <summary>How long until the next day begins in the office's zone.</summary>
    public TimeSpan UntilTomorrow() => calendar.MidnightOf(Today.AddDays(1)) - clock.GetUtcNow();
}
