using InfoMonitor.Domain;

namespace InfoMonitor.Reviews;

/// <summary>When a verdict stands (DESIGN 2.8).</summary>
internal static class TwoPeople
{
    public static bool Needs(Verdict verdict) => verdict is Verdict.Misleading or Verdict.False or Verdict.Harmful;

    public static bool NeedsEvidence(Verdict verdict) => verdict is Verdict.Misleading or Verdict.False;

    /// <summary>
    /// One dismissal settles a flag; "misleading", "false" and "harmful" wait for a second person. Once two people differ, no verdict stands
    /// until two of those who looked agree, whatever it is: the flag is open again for a third.
    /// </summary>
    /// <param name="standing">Verdicts of different people, none of them undone.</param>
    /// <returns>The state that follows, and the verdict where it is settled.</returns>
    public static (FlagState State, Verdict? Verdict) Settle(IReadOnlyCollection<Verdict> standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        Verdict? shared = standing.GroupBy(v => v).Where(g => g.Count() > 1).Select(g => (Verdict?)g.Key).FirstOrDefault();
        return standing switch
        {
            { Count: 0 } => (FlagState.New, null),
            _ when shared is { } both => (Needs(both) ? FlagState.Confirmed : FlagState.Decided, both),
            { Count: 1 } when Needs(standing.Single()) => (FlagState.AwaitingSecond, null),
            { Count: 1 } => (FlagState.Decided, standing.Single()),
            _ => (FlagState.New, null),
        };
    }
}
