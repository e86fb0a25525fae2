using InfoMonitor.Domain;

namespace InfoMonitor.Sources;

/// <summary>How a source stands, worst first: the order of the page.</summary>
internal enum SourceCondition
{
    /// <summary>No entry point could be read at the last crawl.</summary>
    Failing,
    /// <summary>Read, but nothing new for days where there usually is.</summary>
    Silent,
    /// <summary>Some entry point could not be read, or a page broke our own code.</summary>
    Troubled,
    /// <summary>Its time came and nobody read it.</summary>
    Late,
    /// <summary>Neither tried nor read yet.</summary>
    Untried,
    Healthy,
    /// <summary>Switched off in the file, or no longer in it.</summary>
    Paused,
}

/// <summary>A source's row on the page and in the API.</summary>
/// <param name="Items">Items found on each of the last days, in the office's zone; the last is today.</param>
/// <param name="Outcomes">Pages that ended in the last 24 hours.</param>
/// <param name="Pending">Pages found and not ended yet.</param>
internal sealed record SourceHealth(
    string Id, string Publisher, SourceKind Kind, Ownership Ownership, string Language, TimeSpan Interval, TimeSpan Delay, int PagesPerCrawl, bool Enabled,
    DateTimeOffset? TriedAt, DateTimeOffset? LastReadAt, DateTimeOffset? NextReadAt, int Failures, string? LastError,
    IReadOnlyList<EntryPoint> EntryPoints, IReadOnlyList<int> Items, IReadOnlyDictionary<PageOutcome, int> Outcomes, int Pending, DateTimeOffset Now)
{
    /// <summary>Days without an item after which a source that has one on most days is called silent.</summary>
    private const int SilentDays = 3;

    /// <summary>Days at the end, today included, without an item.</summary>
    public int Gap => Items.Reverse().TakeWhile(n => n == 0).Count();

    /// <summary>Least and most items on a day before the silence.</summary>
    public (int Least, int Most) Usual => Items.SkipLast(Gap).ToArray() is { Length: > 0 } days ? (days.Min(), days.Max()) : (0, 0);

    public SourceCondition Condition =>
        !Enabled ? SourceCondition.Paused
        : Failures > 0 ? SourceCondition.Failing
        : LastReadAt is null ? (TriedAt is null ? SourceCondition.Untried : IsLate ? SourceCondition.Late : SourceCondition.Healthy)
        : Gap >= SilentDays && Items.SkipLast(Gap).Count(n => n > 0) * 2 > Items.Count - Gap ? SourceCondition.Silent
        : EntryPoints.Any(p => p.LastError is not null) || Outcomes.ContainsKey(PageOutcome.Quarantined) ? SourceCondition.Troubled
        : IsLate ? SourceCondition.Late
        : SourceCondition.Healthy;

    /// <summary>A tenth is the schedule's own scatter; two minutes is a worker's restart.</summary>
    private bool IsLate => NextReadAt is { } due && Now - due > TimeSpan.FromMinutes(2) + (Interval / 10);

    public int Count(params PageOutcome[] outcomes) => outcomes.Sum(o => Outcomes.GetValueOrDefault(o));
}

/// <summary>What <c>/sources</c> shows.</summary>
/// <param name="File">How the file stands with this process; null on a node that does not read it.</param>
/// <param name="NoContact">Nothing is read because no contact is set.</param>
/// <param name="Kind">The kind picked; null for all.</param>
internal sealed record SourcesView(IReadOnlyList<SourceHealth> Sources, SourceFileState? File, bool NoContact, SourceKind? Kind)
{
    public IEnumerable<SourceHealth> Shown => Sources.Where(s => Kind is null || s.Kind == Kind);

    public int In(SourceCondition condition) => Sources.Count(s => s.Condition == condition);
}
