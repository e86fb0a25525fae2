using System.Globalization;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Audit;

/// <summary>Reads the log a page at a time, by its own number.</summary>
internal sealed class AuditReader(IDbContextFactory<InfoMonitorDb> databases, WorkCalendar calendar)
{
    private const string FlagPrefix = "flag:";

    public async Task<(IReadOnlyList<AuditRow> Rows, long? Next)> PageAsync(AuditFilter filter, long? after, int size, Person person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(person);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var entries = db.AuditEntries.AsNoTracking();
        if (after is { } sequence) entries = entries.Where(e => e.Sequence < sequence);
        if (filter.Flag is { } flag)
        {
            var subject = FlagPrefix + flag.ToString(CultureInfo.InvariantCulture);
            entries = entries.Where(e => e.Subject == subject);
        }
        if (filter.Action is { } action)
        {
            var area = action + ".";
            entries = action.Contains('.', StringComparison.Ordinal) ? entries.Where(e => e.Action == action) : entries.Where(e => e.Action.StartsWith(area));
        }
        if (filter.From is { } from)
        {
            var start = calendar.MidnightOf(from);
            entries = entries.Where(e => e.At >= start);
        }
        if (filter.To is { } to && to < DateOnly.MaxValue)
        {
            var end = calendar.MidnightOf(to.AddDays(1));
            entries = entries.Where(e => e.At < end);
        }
        var page = await entries.OrderByDescending(e => e.Sequence).Take(size + 1).ToListAsync(cancellation);
        var open = await BlindAsync(db, page.Take(size).Select(e => e.Subject), person, cancellation);
        var rows = page.Take(size).Select(e =>
        {
            var hidden = open.Contains(e.Subject) && e.Actor != person.Name;
            return new AuditRow(e.Sequence, e.At, e.Actor, e.Action, e.Subject, hidden ? null : e.Before, hidden ? null : e.After, hidden, e.PreviousHash, e.Hash);
        }).ToList();
        return (rows, page.Count > size ? rows[^1].Sequence : null);
    }

    /// <summary>Account names, for the fields that hold an id.</summary>
    public async Task<IReadOnlyDictionary<long, string>> NamesAsync(IEnumerable<AuditRow> rows, CancellationToken cancellation)
    {
        var ids = rows.SelectMany(r => AuditChange.Of(r.Before, r.After)).Where(c => c.Field == "holder").SelectMany(c => new[] { c.Before, c.After })
            .Select(v => long.TryParse(v, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Distinct().ToArray();
        if (ids is []) return new Dictionary<long, string>();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellation);
    }

    /// <summary>Flags without a settled verdict: whoever may still review one must not read here what the others found.</summary>
    private static async Task<HashSet<string>> BlindAsync(InfoMonitorDb db, IEnumerable<string> subjects, Person person, CancellationToken cancellation)
    {
        if (!person.May(Right.Decide)) return [];
        var ids = subjects.Where(s => s.StartsWith(FlagPrefix, StringComparison.Ordinal)).Select(s => long.TryParse(s[FlagPrefix.Length..], CultureInfo.InvariantCulture, out var id) ? id : 0).Distinct().ToArray();
        var open = await db.Flags.AsNoTracking().Where(f => ids.Contains(f.Id) && f.Verdict == null).Select(f => f.Id).ToListAsync(cancellation);
        return [.. open.Select(id => FlagPrefix + id.ToString(CultureInfo.InvariantCulture))];
    }
}
