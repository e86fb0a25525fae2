using InfoMonitor.Content.Classification;

namespace InfoMonitor.Content.Tests.Classification;

/// <summary>The truth table of DESIGN 2.2 and 2.3.</summary>
public sealed class FlagPolicyTests
{
    private static readonly Findings Nothing = new([], false, [], [], Refutes: false, Alleges: false, []);
    private static readonly Findings Claim = Nothing with { Claims = true, Topics = [Topic.Women] };

    [Fact]
    public void Nothing_found_is_not_flagged() => Reasons(Nothing).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Classes))]
    public void Every_protected_class_vetoes_an_unverified_claim(ProtectedClass speech) => Reasons(Claim with { Protected = [speech] }).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Classes))]
    public void No_protected_class_immunises_harm(ProtectedClass speech)
    {
        foreach (var harm in new[] { FlagReason.Hate, FlagReason.Incitement, FlagReason.ExploitationLure, FlagReason.VictimExposure })
            Reasons(Nothing with { Harms = [harm], Protected = [speech] }).ShouldBe([harm]);
    }

    [Fact]
    public void A_checkable_claim_on_a_rights_topic_is_unverified() => Reasons(Claim).ShouldBe([FlagReason.UnverifiedClaim]);

    [Fact]
    public void A_claim_on_no_rights_topic_is_not_queued() => Reasons(Claim with { Topics = [] }).ShouldBeEmpty();

    [Fact]
    public void An_allegation_is_never_an_unverified_claim() => Reasons(Claim with { Alleges = true }).ShouldBeEmpty();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_rumour_that_a_reference_answers_matches_it_and_is_not_also_unverified(bool independent) =>
        Reasons(Claim with { Matched = [independent] }).ShouldBe([FlagReason.MatchesCorrection]);

    [Fact]
    public void A_claim_that_a_reference_supports_is_settled_and_not_queued() => Reasons(Claim with { Supported = true }).ShouldBeEmpty();

    [Fact]
    public void A_reference_that_supports_does_not_outvote_one_that_contradicts() =>
        Reasons(Claim with { Matched = [false], Supported = true }).ShouldBe([FlagReason.MatchesCorrection]);

    [Fact]
    public void A_supported_claim_does_not_immunise_harm() =>
        Reasons(Claim with { Harms = [FlagReason.Hate], Supported = true }).ShouldBe([FlagReason.Hate]);

    [Fact]
    public void An_allegation_that_a_fact_check_supports_deserves_an_answer()
    {
        var decision = FlagPolicy.Decide(Nothing with { Supported = true, Alleges = true, Protected = [ProtectedClass.ViolationReport] });
        decision.Reasons.ShouldBeEmpty();
        decision.DeservesAnswer.ShouldBeTrue();
    }

    [Fact]
    public void A_debunk_is_no_copy_of_the_rumour() => Reasons(Claim with { Matched = [true], Protected = [ProtectedClass.Debunk], Refutes = true }).ShouldBeEmpty();

    [Fact]
    public void What_only_resembles_a_debunk_does_not_silence_a_rumour() =>
        Reasons(Claim with { Matched = [true], Protected = [ProtectedClass.Debunk] }).ShouldBe([FlagReason.MatchesCorrection]);

    [Fact]
    public void Criticism_that_repeats_a_corrected_claim_matches_it() =>
        Reasons(Nothing with { Matched = [false], Protected = [ProtectedClass.CriticismOfPolicy] }).ShouldBe([FlagReason.MatchesCorrection]);

    [Fact]
    public void An_allegation_is_not_queued_by_the_offices_own_correction_but_deserves_an_answer()
    {
        var decision = FlagPolicy.Decide(Nothing with { Matched = [false, false], Alleges = true, Protected = [ProtectedClass.ViolationReport] });
        decision.Reasons.ShouldBeEmpty();
        decision.DeservesAnswer.ShouldBeTrue();
    }

    [Fact]
    public void What_may_be_an_allegation_waits_for_an_independent_fact_check()
    {
        var decision = FlagPolicy.Decide(Nothing with { Matched = [false, false], MayAllege = true });
        decision.Reasons.ShouldBeEmpty();
        decision.DeservesAnswer.ShouldBeTrue();
        Reasons(Nothing with { Matched = [false, true], MayAllege = true }).ShouldBe([FlagReason.MatchesCorrection]);
        FlagPolicy.Decide(Nothing with { MayAllege = true }).DeservesAnswer.ShouldBeFalse("it repeats no corrected claim");
    }

    [Fact]
    public void An_allegation_that_nothing_matches_deserves_an_answer_whatever_else_is_found()
    {
        var alleged = Nothing with { Alleges = true, Protected = [ProtectedClass.ViolationReport] };
        FlagPolicy.Decide(alleged).ShouldSatisfyAllConditions(d => d.Reasons.ShouldBeEmpty(), d => d.DeservesAnswer.ShouldBeTrue());
        FlagPolicy.Decide(alleged with { Harms = [FlagReason.VictimExposure] }).DeservesAnswer.ShouldBeTrue();
        FlagPolicy.Decide(alleged with { Protected = [ProtectedClass.ViolationReport, ProtectedClass.Debunk], Refutes = true }).DeservesAnswer.ShouldBeFalse();
        FlagPolicy.Decide(Nothing with { Protected = [ProtectedClass.CriticismOfPolicy] }).DeservesAnswer.ShouldBeFalse();
        FlagPolicy.Decide(Claim).DeservesAnswer.ShouldBeFalse();
    }

    [Fact]
    public void An_allegation_is_queued_by_an_independent_fact_check()
    {
        var decision = FlagPolicy.Decide(Nothing with { Matched = [false, true], Alleges = true, Protected = [ProtectedClass.ViolationReport] });
        decision.Reasons.ShouldBe([FlagReason.MatchesCorrection]);
        decision.DeservesAnswer.ShouldBeFalse();
    }

    [Fact]
    public void What_spares_a_text_is_told()
    {
        Spared(Claim with { Matched = [true], Refutes = true }).ShouldBe([(FlagReason.MatchesCorrection, SparedBecause.Refutes), (FlagReason.UnverifiedClaim, SparedBecause.Settled)]);
        Spared(Nothing with { Matched = [false], MayAllege = true }).ShouldBe([(FlagReason.MatchesCorrection, SparedBecause.MayAllege)]);
        Spared(Claim with { Alleges = true, Protected = [ProtectedClass.ViolationReport] }).ShouldBe([(FlagReason.UnverifiedClaim, SparedBecause.MayAllege)]);
        Spared(Claim with { Protected = [ProtectedClass.Satire] }).ShouldBe([(FlagReason.UnverifiedClaim, SparedBecause.Protected)]);
        Spared(Claim with { Supported = true }).ShouldBe([(FlagReason.UnverifiedClaim, SparedBecause.Settled)]);
        Spared(Claim with { Topics = [] }).ShouldBe([(FlagReason.UnverifiedClaim, SparedBecause.NoTopic)]);
    }

    [Fact]
    public void What_is_flagged_or_has_nothing_found_in_it_is_not_spared()
    {
        Spared(Nothing).ShouldBeEmpty();
        Spared(Claim).ShouldBeEmpty();
        Spared(Claim with { Matched = [true] }).ShouldBeEmpty();
        Spared(Nothing with { Harms = [FlagReason.Hate], Protected = [ProtectedClass.Opinion] }).ShouldBeEmpty();
    }

    public static TheoryData<ProtectedClass> Classes => [.. Enum.GetValues<ProtectedClass>()];

    private static IReadOnlyList<FlagReason> Reasons(Findings found) => FlagPolicy.Decide(found).Reasons;

    private static IEnumerable<(FlagReason, SparedBecause)> Spared(Findings found) => (FlagPolicy.Decide(found).Spared ?? new Dictionary<FlagReason, SparedBecause>()).Select(s => (s.Key, s.Value));
}
