using InfoMonitor.Domain;

namespace InfoMonitor.Fetching;

/// <summary>One address to read.</summary>
/// <param name="Address">Absolute, http or https, normalised.</param>
/// <param name="Delay">Least pause before this request after the last one to the same scheme, host and port; robots.txt or the service's floor may make it longer.</param>
/// <param name="ETag">Validator of the copy we have, as received; null for an unconditional request.</param>
/// <param name="LastModified">Last-Modified of the copy we have, as received.</param>
/// <param name="EntryPoint">The source's entry point that led here, or the address itself where it is one. Only its exact host and port may be other than a default port;
/// null where the source names none.</param>
internal sealed record FetchRequest(Uri Address, TimeSpan Delay, string? ETag = null, string? LastModified = null, Uri? EntryPoint = null)
{
    /// <summary>True to take what came of a body whose connection was closed too early: half a feed holds whole entries, half a page is no article.</summary>
    public bool Part { get; init; }

    /// <summary>A request for one of the source's addresses: its delay, and the entry point of the same host and port, where there is one.</summary>
    public static FetchRequest Of(Source source, Uri address, string? etag = null, string? lastModified = null) =>
        new(address, source.Delay, etag, lastModified, source.EntryPoints.Select(e => new Uri(e.Url)).FirstOrDefault(e => e.Port == address.Port && e.IdnHost == address.IdnHost));
}

/// <summary>What reading an address came to. Named by what happens next; the texts are for people and hold no personal data.</summary>
/// <remarks>Whoever asked disposes of it once the body is worked on: a big one takes one of a few places (<see cref="BigBodies"/>) until then.</remarks>
internal abstract record FetchResult : IDisposable
{
    private FetchResult() { }

    /// <summary>Lets the next big body come; may be called again.</summary>
    public void Dispose() => (this as Fetched)?.Place?.Dispose();

    /// <summary>A body, decompressed, within the limits.</summary>
    /// <param name="Address">Where it came from, after redirects.</param>
    /// <param name="MovedTo">Where the permanent redirects (301, 308) with which the way began led, whatever came after them; null when there was none.</param>
    internal sealed record Fetched(Uri Address, ReadOnlyMemory<byte> Body, string? ContentType, string? ETag, string? LastModified, Uri? MovedTo) : FetchResult
    {
        /// <summary>True when the connection was closed before all of it had come; only where <see cref="FetchRequest.Part"/> asked for it.</summary>
        public bool IsCut { get; init; }

        /// <summary>As in <see cref="Answer.Content"/>.</summary>
        internal IDisposable? Place { get; init; }
    }

    /// <summary>304: our copy is current.</summary>
    /// <param name="Address">Who said so, after redirects.</param>
    /// <param name="MovedTo">As in <see cref="Fetched"/>.</param>
    internal sealed record NotModified(Uri Address, Uri? MovedTo) : FetchResult;

    /// <summary>Nothing was read.</summary>
    internal abstract record Unread(Hindrance Why) : FetchResult
    {
        public Text Reason => Why.What;

        /// <summary>False when the address itself was never requested: robots.txt or what is written kept it from being, and a status is robots.txt's.</summary>
        public bool Asked { get; init; } = true;
    }

    /// <summary>robots.txt of a host on the way forbids it. Final for this crawl.</summary>
    internal sealed record Disallowed(Hindrance Why) : Unread(Why);

    /// <summary>404, 410 or another final refusal of the server (401, 403, 451 ...). Final.</summary>
    internal sealed record Gone(int Status, Hindrance Why) : Unread(Why);

    /// <summary>Not something we read: a forbidden address, scheme or port, a media type or size beyond the limits, too many redirects. Final.</summary>
    internal sealed record Unsupported(Hindrance Why) : Unread(Why);

    /// <summary>Network, TLS, time-out, 429, 5xx, open circuit: worth another try later.</summary>
    /// <param name="Status">Null when no answer came.</param>
    /// <param name="RetryAfter">What the server asked for; null when it did not.</param>
    internal sealed record Failed(Hindrance Why, int? Status, TimeSpan? RetryAfter) : Unread(Why)
    {
        /// <summary>False when the host was left alone (a pause longer than is waited for, an open circuit): nothing was tried.</summary>
        public bool Sent { get; init; } = true;

        /// <summary>As in <see cref="Answer.Trouble"/>: nothing is wrong, it is not its turn yet.</summary>
        public bool NotDue { get; init; }
    }
}
