namespace InfoMonitor.Fetching;

/// <summary>Reads public addresses politely: robots.txt, address guard, a turn per host, a Polly pipeline per host, limits on size and time.</summary>
internal sealed class Fetcher
{
    /// <summary>Waits for the host's turn, then reads. Never throws for what the world does.</summary>
    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Sitemaps that the host's robots.txt names (RFC 9309 leaves them to sitemaps.org); empty when it names none or cannot be read.</summary>
    public Task<IReadOnlyList<Uri>> SitemapsAsync(Uri address, CancellationToken cancellation) => throw new NotSupportedException();
}
