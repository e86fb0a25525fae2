using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Crawling;

/// <summary>What reading an entry point came to.</summary>
/// <param name="Status">HTTP status; null when no answer came.</param>
/// <param name="Error">For people; null when all is well. May stand beside a good reading: then it says what to change.</param>
internal abstract record EntryReading(int? Status, string? Error)
{
    /// <summary>304: nothing new, one request.</summary>
    internal sealed record Unchanged(Uri? MovedTo) : EntryReading(304, null);

    /// <param name="MovedTo">Where the entry point has moved for good; null when it has not.</param>
    /// <param name="ETag">Stored once the pages are, with <paramref name="LastModified"/>; both null where a 304 could hide something.</param>
    internal sealed record Read(Admission Found, string? ETag, string? LastModified, string? Error, Uri? MovedTo) : EntryReading(200, Error)
    {
        /// <summary>What a feed itself says of claims, masked.</summary>
        public IReadOnlyList<FactCheck> FactChecks { get; init; } = [];

        /// <summary>The same, with what the day's limit left out told. Without validators: what was left is found at the next reading.</summary>
        public Read LeftBehind(int pages, int limit) => this with
        {
            ETag = null,
            LastModified = null,
            Error = (Error is null ? "" : Error + " ") + $"{pages} new addresses were left out: a source brings at most {limit} pages in 24 hours (Crawling:PagesADay). Does the site make up links without end? Then give another entry point or a selector.",
        };
    }

    /// <param name="RetryAfter">What the server asked for; null when it did not.</param>
    internal sealed record Failed(int? Status, string Error, TimeSpan? RetryAfter = null) : EntryReading(Status, Error);
}
