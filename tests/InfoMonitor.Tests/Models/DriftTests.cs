using InfoMonitor.Models;

namespace InfoMonitor.Tests.Models;

public sealed class DriftTests
{
    private static readonly DateOnly Week = new(2026, 11, 23);

    [Fact]
    public void Weeks_drawn_from_one_distribution_are_steady()
    {
        var random = new Random(1);
        var drifts = Enumerable.Range(0, 500).Select(_ => Drift.Of(Week, Flagged(random, 250, 0.01), Flagged(random, 2_000, 0.01), Draw(random, 250, 0), Draw(random, 2_000, 0))).ToArray();
        drifts.ShouldAllBe(d => d.Stability < Drift.Shifted);
        drifts.Count(d => d.State == DriftState.Departs).ShouldBeLessThanOrEqualTo(3, "one in a thousand is what the interval leaves to chance");
    }

    [Fact]
    public void Scores_that_move_and_rates_that_rise_are_told()
    {
        var random = new Random(2);
        var before = Draw(random, 2_000, 0);
        Drift.Of(Week, new(3, 300), new(20, 2_000), Draw(random, 300, 2), before).ShouldSatisfyAllConditions(d => d.State.ShouldBe(DriftState.Departs), d => d.SharesDiffer.ShouldBeFalse(), d => d.Stability!.Value.ShouldBeGreaterThan(Drift.Shifted));
        Drift.Of(Week, new(30, 300), new(20, 2_000), Draw(random, 300, 0), before).ShouldSatisfyAllConditions(d => d.State.ShouldBe(DriftState.Departs), d => d.SharesDiffer.ShouldBeTrue(), d => d.Stability!.Value.ShouldBeLessThan(Drift.Shifted));
        Drift.Of(Week, new(199, 199), new(0, 2_000), Draw(random, 199, 9), before).State.ShouldBe(DriftState.TooFew);
    }

    [Fact]
    public void The_index_is_nothing_for_equal_shares_and_finite_where_a_bin_is_new()
    {
        Drift.StabilityOf(new Dictionary<int, long> { [0] = 500, [1] = 500 }, new Dictionary<int, long> { [0] = 500, [1] = 500 }).ShouldBe(0);
        // Two groups of half each against a tenth and nine: (0.4 ln 5 + 0.4 ln 1.8), by hand.
        Drift.StabilityOf(new Dictionary<int, long> { [0] = 100_000, [1] = 900_000 }, new Dictionary<int, long> { [0] = 500_000, [1] = 500_000 }).ShouldBe(0.4 * Math.Log(5) + 0.4 * Math.Log(1.8), 1e-4);
        double.IsFinite(Drift.StabilityOf(new Dictionary<int, long> { [9] = 300 }, new Dictionary<int, long> { [0] = 300 })).ShouldBeTrue();
    }

    [Fact]
    public void A_difference_of_shares_has_the_interval_of_the_paper_that_gave_it()
    {
        // Newcombe (1998), table II, case (a): 56/70 less 48/80, method 10.
        var (low, high) = Proportion.Difference(new(56, 70), new(48, 80), 1.959964);
        (low, high).ShouldSatisfyAllConditions(i => i.low.ShouldBe(0.0524, 5e-5), i => i.high.ShouldBe(0.3339, 5e-5));
    }

    private static Dictionary<int, long> Draw(Random random, int count, int shift) =>
        Enumerable.Range(0, count).GroupBy(_ => Enumerable.Range(0, 12).Sum(_ => random.Next(2)) + shift).ToDictionary(g => g.Key, g => (long)g.Count());

    private static Proportion Flagged(Random random, int count, double share) => new(Enumerable.Range(0, count).Count(_ => random.NextDouble() < share), count);
}
