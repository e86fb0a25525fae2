namespace InfoMonitor.Domain;

/// <summary>What the states of a flag have in common.</summary>
internal static class FlagStates
{
    /// <summary>States in which a flag waits for an analyst: what the queue shows unless somebody asks for more.</summary>
    public static readonly IReadOnlyList<FlagState> Waiting = [FlagState.New, FlagState.Claimed, FlagState.AwaitingSecond];

    /// <summary>States in which work on a flag is not over: those, and put off.</summary>
    public static readonly IReadOnlyList<FlagState> Open = [.. Enum.GetValues<FlagState>().Where(s => !s.IsSettled())];

    /// <inheritdoc cref="IsSettled"/>
    public static readonly IReadOnlyList<FlagState> Settled = [.. Enum.GetValues<FlagState>().Where(IsSettled)];

    /// <summary>True where work on the flag is over until somebody reopens it.</summary>
    public static bool IsSettled(this FlagState state) => state switch
    {
        FlagState.Decided or FlagState.Confirmed or FlagState.Answered or FlagState.Closed => true,
        FlagState.New or FlagState.Claimed or FlagState.AwaitingSecond or FlagState.Snoozed => false,
    };
}
