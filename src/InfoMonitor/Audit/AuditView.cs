using System.Globalization;
using InfoMonitor.Web;
using Microsoft.Extensions.Primitives;

namespace InfoMonitor.Audit;

/// <summary>Which entries are shown.</summary>
/// <param name="Action">An action (<c>flag.verdict</c>) or the first word of some (<c>flag</c>); null for all.</param>
/// <param name="Flag">Entries of one flag; null for all.</param>
/// <param name="From">First day, in the office's zone; null for the beginning.</param>
/// <param name="To">Last day, itself included; null for now.</param>
internal sealed record AuditFilter(string? Action = null, long? Flag = null, DateOnly? From = null, DateOnly? To = null)
{
    private static string Actions => string.Join(", ", AuditTexts.Actions.Keys);

    public bool IsEmpty => this == new AuditFilter();

    /// <summary>The same, for programs: the API refuses what the page leaves out.</summary>
    public static readonly IReadOnlyList<QueryKey> Keys =
    [
        QueryKey.Free("action", "An action (`flag.verdict`), or the first word of some (`flag`).", new("một việc trong nhật ký, hoặc từ đầu của vài việc: " + Actions, "an action of the log or the first word of some: " + Actions), IsAction),
        QueryKey.Number("flag", "Entries of one flag, by its id.", 1),
        QueryKey.Day("from", "The first day, in the office's zone."),
        QueryKey.Day("to", "The last day, itself included."),
    ];

    /// <summary>What cannot be read is left out.</summary>
    public static AuditFilter Parse(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new AuditFilter(
            query["action"] is [{ Length: > 0 } action] && IsAction(action) ? action : null,
            long.TryParse(query["flag"], NumberStyles.None, CultureInfo.InvariantCulture, out var flag) && flag > 0 ? flag : null,
            AuditRoot.ReadDay(query["from"]), AuditRoot.ReadDay(query["to"]));
    }

    private static bool IsAction(string text) => AuditTexts.Actions.Keys.Any(a => a == text || a.StartsWith(text + ".", StringComparison.Ordinal));

    /// <summary>As a query, with its question mark; empty for none.</summary>
    public override string ToString()
    {
        var parts = new List<KeyValuePair<string, StringValues>>();
        if (Action is not null) parts.Add(new("action", Action));
        if (Flag is { } flag) parts.Add(new("flag", flag.ToString(CultureInfo.InvariantCulture)));
        if (From is { } from) parts.Add(new("from", Day(from)));
        if (To is { } to) parts.Add(new("to", Day(to)));
        return QueryString.Create(parts).ToString();
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>An entry as it is shown.</summary>
/// <param name="Hidden">True where a verdict in it must not be seen by this reader yet: then nothing of before and after is shown.</param>
internal sealed record AuditRow(long Sequence, DateTimeOffset At, string Actor, string Action, string Subject, string? Before, string? After, bool Hidden, string PreviousHash, string Hash);

/// <summary>A part of the log, the newest first.</summary>
/// <param name="Next">The sequence after which older entries go on; null at the end.</param>
/// <param name="Names">Account names by id, for the fields that hold an id.</param>
/// <param name="Finding">Null unless a verification was asked for.</param>
/// <param name="Today">The root of today, with a finding.</param>
internal sealed record AuditView(AuditFilter Filter, IReadOnlyList<AuditRow> Rows, long? Next, bool IsFirst, IReadOnlyDictionary<long, string> Names, AuditFinding? Finding, AuditRoot? Today);
