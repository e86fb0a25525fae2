using InfoMonitor.Content.Extraction;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;

namespace InfoMonitor.Crawling;

/// <summary>What reading an entry point came to.</summary>
/// <param name="Status">HTTP status; null when no answer came.</param>
/// <param name="Error">For people; null when all is well. May stand beside a good reading: then it says what to change.</param>
internal abstract record EntryReading(int? Status, Text? Error)
{
    /// <summary>304: nothing new, one request.</summary>
    internal sealed record Unchanged(Uri? MovedTo) : EntryReading(304, null);

    /// <param name="MovedTo">Where the entry point has moved for good; null when it has not.</param>
    /// <param name="ETag">Stored once the pages are, with <paramref name="LastModified"/>; both null where a 304 could hide something.</param>
    internal sealed record Read(Admission Found, string? ETag, string? LastModified, Text? Error, Uri? MovedTo) : EntryReading(200, Error)
    {
        /// <summary>What a feed itself says of claims, masked.</summary>
        public IReadOnlyList<FactCheck> FactChecks { get; init; } = [];

        /// <summary>The same, with what the day's limit left out told. Without validators: what was left is found at the next reading.</summary>
        public Read LeftBehind(int pages, int limit) => this with
        {
            ETag = null,
            LastModified = null,
            Error = Text.Join(' ', Error, CrawlingTexts.LeftBehind(pages, limit)),
        };
    }

    /// <param name="RetryAfter">What the server asked for; null when it did not.</param>
    internal sealed record Failed(int? Status, Text Error, TimeSpan? RetryAfter = null) : EntryReading(Status, Error)
    {
        /// <summary>What <see cref="EntryReading.Error"/> is made of; null where it is one text.</summary>
        public Hindrance? Why { get; init; }

        /// <summary>False when nothing was asked.</summary>
        public bool Sent { get; init; } = true;

        /// <summary>How long its host is left alone; null when it is not. Told beside the error and never kept with it: once the time is over it is not true any more.</summary>
        public Text? Rest => Sent && RetryAfter is { } rest && rest > TimeSpan.Zero ? CrawlingTexts.IsLeftAlone(rest) : null;

        /// <summary>False when the entry point itself was never requested: what its robots.txt or its address came to is no answer of it.</summary>
        public bool Asked { get; init; } = true;

        /// <summary>True when nothing is wrong but that its host's pause is not over.</summary>
        public bool NotDue { get; init; }

        /// <summary>True when a server answered that it is busy or down (429, 5xx), its own or that of its robots.txt: it may be well again at the next reading.</summary>
        public bool IsPassing { get; init; }
    }
}
