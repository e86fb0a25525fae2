using InfoMonitor.Domain;

namespace InfoMonitor.Reviews;

/// <summary>When a verdict stands (DESIGN 2.8).</summary>
internal static class TwoPeople
{
    /// <summary>
    /// One dismissal settles a flag; "misleading", "false" and "harmful" wait for a second person. Once two people differ, no verdict stands
    /// until two of those who looked agree, whatever it is: the flag is open again for a third.
    /// </summary>
    /// <param name="standing">Verdicts of different people, none of them undone.</param>
    /// <param name="recheck">Chance chose the flag: whatever its verdict is, it takes a second person.</param>
    /// <returns>The state that follows, and the verdict where it is settled.</returns>
    public static (FlagState State, Verdict? Verdict) Settle(IReadOnlyCollection<Verdict> standing, bool recheck)
    {
        ArgumentNullException.ThrowIfNull(standing);
        Verdict? shared = standing.GroupBy(v => v).Where(g => g.Count() > 1).Select(g => (Verdict?)g.Key).FirstOrDefault();
        return standing switch
        {
            { Count: 0 } => (FlagState.New, null),
            _ when shared is { } both => (both.TakesTwo() ? FlagState.Confirmed : FlagState.Decided, both),
            { Count: 1 } when recheck || standing.Single().TakesTwo() => (FlagState.AwaitingSecond, null),
            { Count: 1 } => (FlagState.Decided, standing.Single()),
            _ => (FlagState.New, null),
        };
    }
}
