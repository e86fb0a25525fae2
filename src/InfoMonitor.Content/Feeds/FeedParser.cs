namespace InfoMonitor.Content.Feeds;

/// <summary>Reads RSS 2.0, RSS 1.0/RDF, Atom, JSON Feed, sitemaps and sitemap indexes (gzip or plain) from bytes.</summary>
public static class FeedParser
{
    /// <summary>Never throws on any input; entity bombs and external entities are refused.</summary>
    /// <param name="body">The response body.</param>
    /// <param name="contentType">The Content-Type header, if any.</param>
    /// <param name="address">Where the body came from, base of relative links; null when unknown.</param>
    public static FeedReading Parse(ReadOnlyMemory<byte> body, string? contentType, Uri? address) => throw new NotSupportedException();
}
