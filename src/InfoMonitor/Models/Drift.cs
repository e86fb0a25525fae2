namespace InfoMonitor.Models;

internal enum DriftState
{
    /// <summary>Fewer than <see cref="Drift.Fewest"/> items in the week, or in the weeks before it, under the models that are live.</summary>
    TooFew,

    Steady,

    /// <summary>The flagged share or the distribution of scores is another than before.</summary>
    Departs,
}

/// <summary>How a week under the live models compares with the eight before it, under the same models.</summary>
/// <param name="Week">The week compared: the current one once it has enough items, else the one before.</param>
/// <param name="Stability">Population stability index of the scores, natural logarithm, over groups of the earlier weeks' bins that hold a tenth each at least; 0 is no change. Null with too few items.</param>
/// <param name="SharesDiffer">The 99.9 % interval of the difference of the flagged shares (Newcombe) leaves 0 out: six reasons are compared each week, so that one false alarm in some three years is left.</param>
internal sealed record Drift(DriftState State, DateOnly Week, Proportion Now, Proportion Before, double? Stability, bool SharesDiffer)
{
    public const int Fewest = 200;

    /// <summary>From here on a distribution is usually called another one (Siddiqi, 2006); with <see cref="Fewest"/> items on each side chance alone gives some 0.1.</summary>
    public const double Shifted = 0.25;

    private const double Z999 = 3.290527;
    private const int Groups = 10;

    /// <param name="now">Items by bin of their score.</param>
    public static Drift Of(DateOnly week, Proportion flagged, Proportion flaggedBefore, IReadOnlyDictionary<int, long> now, IReadOnlyDictionary<int, long> before)
    {
        ArgumentNullException.ThrowIfNull(flagged);
        ArgumentNullException.ThrowIfNull(flaggedBefore);
        if (flagged.All < Fewest || flaggedBefore.All < Fewest) return new Drift(DriftState.TooFew, week, flagged, flaggedBefore, null, false);
        var (low, high) = Proportion.Difference(flagged, flaggedBefore, Z999);
        var (stability, differ) = (StabilityOf(now, before), low > 0 || high < 0);
        return new Drift(stability >= Shifted || differ ? DriftState.Departs : DriftState.Steady, week, flagged, flaggedBefore, stability, differ);
    }

    internal static double StabilityOf(IReadOnlyDictionary<int, long> now, IReadOnlyDictionary<int, long> before)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(before);
        double all = now.Values.Sum(), allBefore = before.Values.Sum();
        var groups = new List<(long Now, long Before)> { (0, 0) };
        foreach (var bin in now.Keys.Union(before.Keys).Order())
        {
            if (groups[^1].Before >= allBefore / Groups) groups.Add((0, 0));
            groups[^1] = (groups[^1].Now + now.GetValueOrDefault(bin), groups[^1].Before + before.GetValueOrDefault(bin));
        }
        if (groups.Count > 1 && groups[^1].Before < allBefore / Groups)   // what is left over is no group of its own
        {
            groups[^2] = (groups[^2].Now + groups[^1].Now, groups[^2].Before + groups[^1].Before);
            groups.RemoveAt(groups.Count - 1);
        }
        return groups.Sum(g =>
        {
            // Half an item more in each, so that an empty group has a logarithm.
            var (p, q) = ((g.Now + 0.5) / (all + 0.5 * groups.Count), (g.Before + 0.5) / (allBefore + 0.5 * groups.Count));
            return (p - q) * Math.Log(p / q);
        });
    }
}
