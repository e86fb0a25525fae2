using InfoMonitor.Content.Classification;

namespace InfoMonitor.Domain;

/// <summary>How an item behind an open flag fares at its publisher: read again daily for a week (DESIGN step 10).</summary>
internal sealed class Rereading
{
    public long ItemId { get; init; }

    /// <summary>UTC; null while it was not reached again.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>UTC; not read before.</summary>
    public DateTimeOffset NextAt { get; set; }

    /// <summary>Validator of the last answer, as received.</summary>
    public string? ETag { get; set; }

    /// <summary>Last-Modified of the last answer, as received.</summary>
    public string? LastModified { get; set; }

    /// <summary>What became of the page since: <c>gone</c>, <c>not-article</c>, <c>disallowed</c> or <c>unsupported</c>; null while its text is there.</summary>
    public PageOutcome? Missing { get; set; }

    /// <summary>UTC; when it was first found missing.</summary>
    public DateTimeOffset? MissingAt { get; set; }

    /// <summary>HTTP status of the answer by which it is missing; null when another reason than the answer's status.</summary>
    public int? Status { get; set; }

    /// <summary>Masked text for people: why it is missing, or why it could not be read again.</summary>
    public string? Detail { get; set; }
}

/// <summary>An earlier text of an item: its page was changed while the flag was open. The item holds the text as it is now.</summary>
internal sealed class ItemVersion
{
    public long Id { get; init; }
    public long ItemId { get; init; }

    /// <summary>Masked; empty where <see cref="Text"/> is null.</summary>
    public required string Title { get; set; }

    /// <summary>As <see cref="Item.Text"/>; null where a later version exposed a victim or child: what was read before may name them too.</summary>
    public string? Text { get; set; }

    /// <summary>What the models said of this text; without what it quotes where <see cref="Text"/> is null.</summary>
    public required Assessment Assessment { get; set; }

    /// <summary>UTC; when the changed text was found in its place.</summary>
    public DateTimeOffset ReplacedAt { get; init; }
}
