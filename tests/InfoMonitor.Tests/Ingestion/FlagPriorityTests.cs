using CsCheck;
using InfoMonitor.Content.Classification;
using InfoMonitor.Ingestion;

namespace InfoMonitor.Tests.Ingestion;

public sealed class FlagPriorityTests
{
    private static readonly Gen<(FlagReason Reason, double Probability, double Worth, int Items, int Sources, double Hours)> Stories =
        Gen.Select(Gen.Enum<FlagReason>(), Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[1, 200], Gen.Int[1, 60], Gen.Double[0, 2_000]);

    [Fact]
    public void It_stays_within_0_and_100_and_rises_with_whatever_makes_a_story_weightier() => Stories.Sample(s =>
    {
        int Of(double probability, double worth, int items, int sources, double hours) => FlagPriority.Of(s.Reason, probability, worth, items, sources, TimeSpan.FromHours(hours));
        var here = Of(s.Probability, s.Worth, s.Items, s.Sources, s.Hours);
        here.ShouldBeInRange(0, 100);
        Of(Math.Min(1, s.Probability + 0.1), s.Worth, s.Items, s.Sources, s.Hours).ShouldBeGreaterThanOrEqualTo(here);
        Of(s.Probability, Math.Min(1, s.Worth + 0.1), s.Items, s.Sources, s.Hours).ShouldBeGreaterThanOrEqualTo(here);
        Of(s.Probability, s.Worth, s.Items + 1, s.Sources, s.Hours).ShouldBeGreaterThanOrEqualTo(here);
        Of(s.Probability, s.Worth, s.Items, s.Sources + 1, s.Hours).ShouldBeGreaterThanOrEqualTo(here);
        Of(s.Probability, s.Worth, s.Items, s.Sources, s.Hours + 24).ShouldBeLessThanOrEqualTo(here);
    });

    [Fact]
    public void Incitement_carried_everywhere_is_100_and_a_weak_claim_on_one_page_is_low()
    {
        FlagPriority.Of(FlagReason.Incitement, 1, 0, 20, 10, TimeSpan.FromHours(5)).ShouldBe(100);
        FlagPriority.Of(FlagReason.UnverifiedClaim, 0.5, 0.5, 1, 1, TimeSpan.Zero).ShouldBeLessThan(45);
    }
}
