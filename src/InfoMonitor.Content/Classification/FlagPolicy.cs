namespace InfoMonitor.Content.Classification;

/// <summary>What the models found in a text, as the policy sees it. Nothing of its source, its stance or its spread is in it (DESIGN 2.6).</summary>
/// <param name="Harms">Harm reasons whose score is over the card's threshold, strongest first.</param>
/// <param name="Claims">A checkable assertion is over its threshold, and it is no opinion, question or call, nor may it be an allegation.</param>
/// <param name="Topics">Rights topics of the text.</param>
/// <param name="Protected">Recognised classes of protected speech.</param>
/// <param name="Refutes">The text calls the claim false: a debunk, recognised by its words beside what it repeats, or by the model. What only resembles one must not silence a rumour.</param>
/// <param name="Alleges">The text says that someone's rights were violated.</param>
/// <param name="MayAllege">It, or a claim it repeats, may say so. What nobody is sure of is not held against who says it: no reference but an independent one queues it either.</param>
/// <param name="Matched">References that contradict a claim the text repeats: whether each is independent of the state.</param>
/// <param name="Supported">A reference says that a claim the text repeats is true, or false what the text says the opposite of.</param>
public sealed record Findings(
    IReadOnlyList<FlagReason> Harms, bool Claims, IReadOnlyList<Topic> Topics, IReadOnlyList<ProtectedClass> Protected, bool Refutes, bool Alleges, IReadOnlyList<bool> Matched, bool Supported = false, bool MayAllege = false);

/// <param name="Reasons">In order of weight; empty means not flagged.</param>
/// <param name="DeservesAnswer">An allegation that no independent fact-check contradicts.</param>
/// <param name="Spared">Reasons that were found and are not given; null for none.</param>
public sealed record Decision(IReadOnlyList<FlagReason> Reasons, bool DeservesAnswer, IReadOnlyDictionary<FlagReason, SparedBecause>? Spared = null);

/// <summary>Why a reason whose score is over its threshold is not given (DESIGN 2.2, 2.3).</summary>
public enum SparedBecause
{
    /// <summary>The text calls the claim false.</summary>
    Refutes,

    /// <summary>It reports a violation, or may do so, and no independent reference contradicts it.</summary>
    MayAllege,

    /// <summary>It is of a class of protected speech.</summary>
    Protected,

    /// <summary>A reference settles the claim, one way or the other.</summary>
    Settled,

    /// <summary>It is on no rights topic.</summary>
    NoTopic,
}

/// <summary>From what was found to the reasons to flag: DESIGN 2.2 and 2.3, and nothing else.</summary>
public static class FlagPolicy
{
    public static Decision Decide(Findings found)
    {
        ArgumentNullException.ThrowIfNull(found);
        // Harm stands by itself: being critical, or a complaint, does not immunise it (2.2).
        var reasons = new List<FlagReason>(found.Harms);

        // A text that refutes the claim is no copy of it, and an allegation is only matched with a fact-check independent of the state (2.3).
        var independently = found.Matched.Contains(true);
        var alleges = found.Alleges || found.MayAllege && found.Matched.Count > 0 && !independently;
        var contradicted = alleges ? independently : found.Matched.Count > 0;
        var spared = new SortedDictionary<FlagReason, SparedBecause>();
        if (contradicted && !found.Refutes) reasons.Add(FlagReason.MatchesCorrection);
        else if (found.Matched.Count > 0) spared[FlagReason.MatchesCorrection] = found.Refutes ? SparedBecause.Refutes : SparedBecause.MayAllege;

        // Checkable, on a rights topic, settled by no reference either way, and not protected: any protected class vetoes (2.2), an allegation always (2.3).
        if (found.Claims && !reasons.Contains(FlagReason.MatchesCorrection))
        {
            if (Sparing(found) is { } cause) spared[FlagReason.UnverifiedClaim] = cause;
            else reasons.Add(FlagReason.UnverifiedClaim);
        }

        // An allegation that is not queued is counted among what deserves an answer (2.3).
        return new Decision(reasons, alleges && !contradicted && !found.Refutes, spared.Count > 0 ? spared : null);
    }

    private static SparedBecause? Sparing(Findings found) =>
        found.Alleges ? SparedBecause.MayAllege
        : found.Protected.Count > 0 ? SparedBecause.Protected
        : found.Matched.Count > 0 || found.Supported ? SparedBecause.Settled
        : found.Topics.Count == 0 ? SparedBecause.NoTopic
        : null;
}
