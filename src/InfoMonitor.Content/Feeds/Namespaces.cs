namespace InfoMonitor.Content.Feeds;

/// <summary>Namespaces of feeds as short words, by address; a prefix that was never declared stands for what it customarily means.</summary>
internal static class Namespaces
{
    public const string Xml = "xml";

    /// <summary>"" for the formats' own namespaces: the root decides how they are read, and feeds mix and misspell them.</summary>
    public static string Word(string address)
    {
        var a = address.Trim().TrimEnd('/', '#').ToLowerInvariant();
        if (a.StartsWith("https://", StringComparison.Ordinal)) a = "http://" + a[8..];
        return a switch
        {
            "" => "",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns" => "rdf",
            "http://purl.org/dc/elements/1.1" or "http://purl.org/dc/elements/1.0" => "dc",
            "http://purl.org/dc/terms" => "dcterms",
            "http://purl.org/rss/1.0/modules/content" => "content",
            "http://www.w3.org/2005/atom" or "http://purl.org/atom/ns" or "http://example.com/newformat" or "http://example.com/necho" or "http://purl.org/echo" or "uri/of/echo/namespace" or "http://purl.org/pie" => "atom",
            "http://www.w3.org/1999/xhtml" => "xhtml",
            "http://search.yahoo.com/mrss" => "media",
            "http://www.itunes.com/dtds/podcast-1.0.dtd" => "itunes",
            "http://rssnamespace.org/feedburner/ext/1.0" => "feedburner",
            "http://www.google.com/schemas/sitemap-news/0.9" => "news",
            "http://www.google.com/schemas/sitemap-image/1.1" => "image",
            "http://www.google.com/schemas/sitemap-video/1.1" => "video",
            "http://www.w3.org/xml/1998/namespace" => Xml,
            _ when IsOwn(a) => "",
            _ => a,
        };
    }

    private static bool IsOwn(string address) =>
        address.StartsWith("http://purl.org/rss/1.0/modules", StringComparison.Ordinal) ? false
        : address.StartsWith("http://purl.org/rss", StringComparison.Ordinal) || address.StartsWith("http://purl.org/net/rss", StringComparison.Ordinal) || address.StartsWith("http://backend.userland.com", StringComparison.Ordinal)
        || address.StartsWith("http://blogs.law.harvard.edu/tech/rss", StringComparison.Ordinal) || address.StartsWith("http://cyber.law.harvard.edu", StringComparison.Ordinal) || address.StartsWith("http://my.netscape.com", StringComparison.Ordinal)
        || address.StartsWith("http://channel.netscape.com", StringComparison.Ordinal) || address.StartsWith("http://www.rssboard.org", StringComparison.Ordinal) || address.StartsWith("http://www.sitemaps.org", StringComparison.Ordinal) || address.StartsWith("http://www.google.com/schemas/sitemap/", StringComparison.Ordinal);
}
