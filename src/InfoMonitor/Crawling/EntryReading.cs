namespace InfoMonitor.Crawling;

/// <summary>What reading an entry point came to.</summary>
/// <param name="Status">HTTP status; null when no answer came.</param>
/// <param name="Error">For people; null when all is well. May stand beside a good reading: then it says what to change.</param>
internal abstract record EntryReading(int? Status, string? Error)
{
    /// <summary>304: nothing new, one request.</summary>
    internal sealed record Unchanged() : EntryReading(304, null);

    /// <param name="ETag">Stored once the pages are, with <paramref name="LastModified"/>; both null where a 304 could hide something.</param>
    internal sealed record Read(Admission Found, string? ETag, string? LastModified, string? Error) : EntryReading(200, Error);

    internal sealed record Failed(int? Status, string Error) : EntryReading(Status, Error);
}
