namespace InfoMonitor.Content.Classification;

/// <summary>What reasons to flag have in common.</summary>
public static class FlagReasons
{
    /// <summary>Reasons that are harm to people (DESIGN 2.4): their texts are covered, never quoted further, and queued whatever is true in them.</summary>
    public static IReadOnlyList<FlagReason> Harms { get; } = [.. Enum.GetValues<FlagReason>().Where(IsHarm)];

    /// <inheritdoc cref="Harms"/>
    public static bool IsHarm(this FlagReason reason) => reason switch
    {
        FlagReason.Hate or FlagReason.Incitement or FlagReason.ExploitationLure or FlagReason.VictimExposure => true,
        FlagReason.MatchesCorrection or FlagReason.UnverifiedClaim => false,
    };
}
