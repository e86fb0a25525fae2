namespace InfoMonitor.Content.Robots;

/// <summary>A robots.txt (RFC 9309): longest match wins, allow wins ties, at most 500 KiB are read.</summary>
public sealed class RobotsFile
{
    /// <summary>Everything is allowed: what a 4xx answer means.</summary>
    public static RobotsFile AllowAll { get; } = Parse([]);

    /// <summary>Nothing is allowed: what a 5xx answer or no answer means.</summary>
    public static RobotsFile DisallowAll { get; } = Parse("User-agent: *\nDisallow: /"u8);

    public static RobotsFile Parse(ReadOnlySpan<byte> body) => new();

    /// <param name="agent">The product token, e.g. <c>InfoMonitor</c>.</param>
    /// <param name="address">The whole address; only its path and query count.</param>
    public bool IsAllowed(string agent, string address) => throw new NotSupportedException();

    /// <summary>Crawl-delay for the agent's group; null when none. Not part of the RFC, but honoured.</summary>
    public TimeSpan? CrawlDelay(string agent) => throw new NotSupportedException();

    /// <summary>Addresses of Sitemap lines.</summary>
    public IReadOnlyList<string> Sitemaps { get; } = [];
}
