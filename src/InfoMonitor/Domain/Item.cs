using InfoMonitor.Content.Classification;

namespace InfoMonitor.Domain;

/// <summary>An article or post extracted from a page, masked and NFC. Carries no byline (DESIGN 2.1).</summary>
internal sealed class Item
{
    /// <summary>The <see cref="SourceId"/> of a text that was pasted, whose publisher nobody knows. No id of <c>sources.yaml</c> holds a space.</summary>
    public const string Pasted = "by hand";

    public long Id { get; init; }

    /// <summary>Null for an item whose page was cleared away, and for a pasted text.</summary>
    public long? PageId { get; init; }

    /// <summary>A source's; the host of an address that was added by hand and is no source's, or <see cref="Pasted"/>.</summary>
    public required string SourceId { get; init; }
    public long StoryId { get; set; }

    /// <summary>Masked; scheme and host alone (<c>https://host/…</c>) where a victim or child was exposed, for the rest may name them. Empty for a pasted text.</summary>
    public required string Url { get; set; }

    /// <summary>Masked; redacted where a victim or child was exposed.</summary>
    public required string Title { get; set; }

    /// <summary>A line per paragraph; redacted where a victim or child was exposed.</summary>
    public required string Text { get; set; }

    /// <summary>ISO 639-1 or <c>und</c>.</summary>
    public required string Language { get; set; }

    /// <summary>UTC; where a page gives only a day, its start in the configured zone. Null when it gives nothing.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset FoundAt { get; init; }

    /// <summary>SHA-256 of the folded text, hex.</summary>
    public required string ExactHash { get; set; }

    /// <summary>True for the first item of its story.</summary>
    public bool IsOriginal { get; set; }

    /// <summary>What the models said.</summary>
    public required Assessment Assessment { get; set; }

    public ICollection<ItemBand> Bands { get; } = [];
}

/// <summary>One LSH band of an original's fingerprint, as a row, so that candidates are found by index. Copies have none.</summary>
internal sealed class ItemBand
{
    public long ItemId { get; init; }
    public int Band { get; init; }
    public long Value { get; set; }
}

/// <summary>Near-duplicate items: the same text carried by several sources.</summary>
internal sealed class Story
{
    public long Id { get; init; }

    /// <summary>UTC; first item found.</summary>
    public DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>UTC; latest item found.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    public int ItemCount { get; set; }
    public int SourceCount { get; set; }

    /// <summary>ISO 639-1 of the original.</summary>
    public required string Language { get; init; }

    /// <summary>Counted among protected allegations that deserve an answer (DESIGN 2.3).</summary>
    public bool DeservesAnswer { get; set; }

    public ICollection<Item> Items { get; } = [];
    public ICollection<StoryTopic> Topics { get; } = [];
}

/// <summary>A topic of a story, as a row, so that the queue can be filtered by it.</summary>
internal sealed class StoryTopic
{
    public long StoryId { get; init; }
    public Topic Topic { get; init; }
}
