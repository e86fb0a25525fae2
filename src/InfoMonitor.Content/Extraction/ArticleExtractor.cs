namespace InfoMonitor.Content.Extraction;

/// <summary>Title, main text and publication time of a page.</summary>
public static class ArticleExtractor
{
    /// <param name="html">Decoded text of the page.</param>
    /// <param name="address">The page's address; null when unknown.</param>
    /// <param name="now">Dates after this are not believed.</param>
    /// <param name="cancellation">Ends a page that takes too long (nesting costs quadratic time).</param>
    /// <exception cref="OperationCanceledException">The token ended the work.</exception>
    public static ExtractedPage Extract(string html, Uri? address, DateTimeOffset now, CancellationToken cancellation) => throw new NotSupportedException();
}
