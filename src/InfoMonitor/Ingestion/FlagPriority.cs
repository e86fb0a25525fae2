using InfoMonitor.Content.Classification;

namespace InfoMonitor.Ingestion;

/// <summary>How far up in the queue a story stands: 0..100, from what its text may do and how it travels. Who published it and what it thinks of anybody is not asked (DESIGN 2.6).</summary>
internal static class FlagPriority
{
    private const double MostForProbability = 25;
    private const double MostForCheckWorthiness = 15;
    private const double MostForSpread = 15;

    /// <param name="probability">Of the reason; calibrated, 0..1.</param>
    /// <param name="checkWorthiness">0..1; counts for claims only: harm needs no assertion.</param>
    /// <param name="items">Copies of the story, the original included.</param>
    /// <param name="sources">Different sources among them.</param>
    /// <param name="over">From the first copy to the last.</param>
    /// <returns>0..100; never falls when any of these but <paramref name="over"/> grows.</returns>
    public static int Of(FlagReason reason, double probability, double checkWorthiness, int items, int sources, TimeSpan over)
    {
        var points = Weight(reason) + MostForProbability * Math.Clamp(probability, 0, 1) + MostForSpread * Spread(items, sources, over);
        if (reason is FlagReason.MatchesCorrection or FlagReason.UnverifiedClaim) points += MostForCheckWorthiness * Math.Clamp(checkWorthiness, 0, 1);
        return (int)Math.Round(Math.Clamp(points, 0, 100));
    }

    /// <summary>Reasons for which hours count: somebody may be hurt.</summary>
    public static bool IsUrgent(FlagReason reason) => reason is FlagReason.Incitement or FlagReason.ExploitationLure or FlagReason.VictimExposure;

    private static double Weight(FlagReason reason) => reason switch
    {
        FlagReason.Incitement => 60,
        FlagReason.VictimExposure => 60,
        FlagReason.ExploitationLure => 55,
        FlagReason.Hate => 45,
        FlagReason.MatchesCorrection => 35,
        FlagReason.UnverifiedClaim => 20,
    };

    /// <summary>0..1. Eight sources or sixteen copies within a day are as much as there is; the same over days weighs less. Sources weigh twice what copies do: one publisher may print a text on many pages.</summary>
    private static double Spread(int items, int sources, TimeSpan over)
    {
        var width = (2 * Math.Min(1, Math.Log2(Math.Max(1, sources)) / 3) + Math.Min(1, Math.Log2(Math.Max(1, items)) / 4)) / 3;
        return width / (1 + Math.Max(0, over.TotalDays - 1) / 7);
    }
}
