using InfoMonitor.Domain;
using InfoMonitor.Storage;

namespace InfoMonitor.Sources;

/// <summary>A source's row on the page and in the API.</summary>
/// <param name="Source">With its entry points.</param>
/// <param name="Items">Items published on each of the last days, in the office's zone, found where the page does not say when; the last is today.</param>
/// <param name="Pauses">In force at each host of its entry points.</param>
/// <param name="LongestPause">That is waited for within a crawl.</param>
internal sealed record SourceHealth(Source Source, IReadOnlyList<int> Items, PageStanding Pages, IReadOnlyList<HostPause> Pauses, TimeSpan LongestPause, DateTimeOffset Now)
{
    public SourceCondition Condition => Source.ConditionAt(Now, Pages.Trouble);

    public IReadOnlyList<EntryPoint> EntryPoints { get; } = [.. Source.EntryPoints.OrderBy(p => p.Id)];

    /// <summary>Days at the end, today included, without an item.</summary>
    public int Gap => Items.Reverse().TakeWhile(n => n == 0).Count();

    /// <summary>The interval in force.</summary>
    public TimeSpan ReadEvery => Source.ReadEvery ?? Source.Interval;

    /// <summary>Pages of a host that a crawl reads at most.</summary>
    public int MostOf(HostPause pause) => Source.PagesAtPaceOf(pause.Asker == PauseAsker.Robots ? pause.Pause : null);

    public int Count(params PageOutcome[] outcomes) => outcomes.Sum(o => Pages.Outcomes.GetValueOrDefault(o));
}

/// <summary>What <c>/sources</c> shows.</summary>
/// <param name="File">How the file stands with this process; null on a node that does not read it.</param>
/// <param name="NoContact">Nothing is read because no contact is set.</param>
/// <param name="Kind">The kind picked; null for all.</param>
internal sealed record SourcesView(IReadOnlyList<SourceHealth> Sources, SourceFileState? File, bool NoContact, SourceKind? Kind)
{
    public IEnumerable<SourceHealth> Shown => Sources.Where(s => Kind is null || s.Source.Kind == Kind);

    public int In(SourceCondition condition) => Sources.Count(s => s.Condition == condition);
}
