namespace InfoMonitor.Domain;

/// <summary>The daily digest, composed once: the row is the frozen content; renderings are made from it.</summary>
internal sealed class Briefing
{
    /// <summary>The calendar day in the configured zone.</summary>
    public DateOnly Date { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset ComposedAt { get; init; }

    /// <summary>The content as JSON (schema: <c>BriefingContent</c>).</summary>
    public required string Content { get; init; }
}
