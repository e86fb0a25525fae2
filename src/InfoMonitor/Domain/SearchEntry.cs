namespace InfoMonitor.Domain;

/// <summary>What a search looks through. Items that were never flagged are not among it (DESIGN 2.1).</summary>
internal enum SearchScope { Open, Settled, Reference }

/// <summary>The words of a flag or of a reference, for full-text search. Written by the context itself with what it tells of, in the same save.</summary>
internal sealed class SearchEntry
{
    public long Id { get; init; }
    public SearchScope Scope { get; set; }

    /// <summary>Null for a reference.</summary>
    public long? FlagId { get; init; }

    /// <summary>Null for a flag.</summary>
    public long? ReferenceId { get; init; }

    /// <summary>Folded: no accents, no case, single spaces (<c>SearchWords</c>).</summary>
    public required string Words { get; set; }

    public Flag? Flag { get; init; }
    public Reference? Reference { get; init; }
}
