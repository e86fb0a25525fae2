using InfoMonitor.Domain;
using InfoMonitor.Fetching;

namespace InfoMonitor.Ingestion;

/// <summary>Turns a fetched page into an item, its story, its assessment and its flag (DESIGN steps 6-10), saved in one transaction.</summary>
internal sealed class Ingestor
{
    /// <summary>Reads the body and saves everything together with the page's outcome; nothing unmasked is written.</summary>
    /// <param name="pageId">A pending page; one that has ended already is left as it is and its outcome returned.</param>
    /// <returns>The page's outcome: stored, copy, not-article, unsupported, or quarantined where our own code broke on it.</returns>
    public Task<PageOutcome> IngestAsync(long pageId, Source source, FetchResult.Fetched fetched, CancellationToken cancellation) => throw new NotSupportedException();
}
