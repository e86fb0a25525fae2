namespace InfoMonitor.Domain;

/// <summary>A filter of the queue under a name. Holds filters only: never search words, and no filter asks for a person (DESIGN 2.1).</summary>
internal sealed class SavedView
{
    public long Id { get; init; }

    /// <summary>The account that made it: renames and deletes it.</summary>
    public long AccountId { get; init; }

    /// <summary>True when everybody at the desk sees it.</summary>
    public bool Shared { get; set; }

    /// <summary>At most 60 characters; masked. An account has each name once.</summary>
    public required string Name { get; set; }

    /// <summary>The query of the queue's address, as the filter writes it; empty for the default.</summary>
    public required string Query { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset MadeAt { get; init; }
}
