namespace InfoMonitor.Domain;

/// <summary>A session whose owner signed out: its cookie, wherever it was copied to, opens nothing any more. Kept as long as the cookie would last.</summary>
internal sealed class EndedSession
{
    /// <summary>As the cookie carries it, sealed.</summary>
    public required string Id { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; init; }
}
