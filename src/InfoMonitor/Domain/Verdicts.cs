namespace InfoMonitor.Domain;

/// <summary>What verdicts have in common.</summary>
internal static class Verdicts
{
    /// <summary>Verdicts that take a flag off the desk as none of its business: no news, and may be given to several flags at once.</summary>
    public static readonly IReadOnlyList<Verdict> Dismissals = [.. Enum.GetValues<Verdict>().Where(IsDismissal)];

    /// <inheritdoc cref="Dismissals"/>
    public static bool IsDismissal(this Verdict verdict) => verdict switch
    {
        Verdict.NotAClaim or Verdict.Protected or Verdict.OffTopic => true,
        Verdict.Accurate or Verdict.NeedsEvidence or Verdict.Misleading or Verdict.False or Verdict.Harmful => false,
    };

    /// <summary>True where the verdict stands only when two people agree (DESIGN 2.8).</summary>
    public static bool TakesTwo(this Verdict verdict) => verdict switch
    {
        Verdict.Misleading or Verdict.False or Verdict.Harmful => true,
        Verdict.NotAClaim or Verdict.Protected or Verdict.OffTopic or Verdict.Accurate or Verdict.NeedsEvidence => false,
    };

    /// <summary>True where the verdict asks for a cited reference or an address.</summary>
    public static bool TakesEvidence(this Verdict verdict) => verdict switch
    {
        Verdict.Misleading or Verdict.False => true,
        Verdict.NotAClaim or Verdict.Protected or Verdict.OffTopic or Verdict.Accurate or Verdict.NeedsEvidence or Verdict.Harmful => false,
    };
}
