using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Feeds;

public enum FeedKind { Rss, Rdf, Atom, JsonFeed, Sitemap, SitemapIndex }

/// <summary>A feed or sitemap as read. Bylines are not read (DESIGN 2.1).</summary>
public sealed record Feed(FeedKind Kind, string? Title, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>ClaimReview records (schema.org, JSON-LD) in the entries' texts, or of a feed that is nothing else. Empty where they were not asked for.</summary>
    public IReadOnlyList<FactCheck> FactChecks { get; init; } = [];

    /// <summary>True when the document ended before its root element was closed, or its gzip archive broke: <see cref="Entries"/> are those that came before, the last of them perhaps without its end.</summary>
    public bool IsCut { get; init; }
}

/// <summary>One entry. For a sitemap index, <see cref="Link"/> is the address of a further sitemap.</summary>
/// <param name="Id">guid / atom:id / JSON Feed id as given; null when absent.</param>
/// <param name="Title">Plain text, entities decoded, white space folded.</param>
/// <param name="Link">Absolute address where a base was known.</param>
/// <param name="Published">With the offset the feed gave; when it gave none, UTC or, of a Vietnamese or Khmer feed, +07:00. Null when absent or unreadable.</param>
public sealed record FeedEntry(string? Id, string? Title, string? Link, DateTimeOffset? Published);

/// <summary>What reading a body as a feed came to.</summary>
public abstract record FeedReading
{
    private FeedReading() { }

    public sealed record Read(Feed Feed) : FeedReading;

    /// <summary>Not a feed, or not a safe one.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Subject">The line, element, entity or number of MiB that <paramref name="Fault"/> speaks of; null where it speaks of none.</param>
    public sealed record Refused(FeedFault Fault, string? Subject = null) : FeedReading
    {
        /// <summary>In English, for people.</summary>
        public string Reason => Fault.Sentence(Subject);
    }
}
