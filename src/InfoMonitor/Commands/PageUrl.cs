namespace InfoMonitor.Commands;

/// <summary>The address that a saved file came from, as <c>--url</c> names it.</summary>
internal static class PageUrl
{
    /// <summary>Null for what is no http(s) address.</summary>
    public static Uri? Of(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <exception cref="UsageException">It is no http(s) address.</exception>
    public static Uri? Named(string? url, string what) => url is null ? null : Of(url) ?? throw new UsageException($"--url {url} is no http(s) address: name the one the {what} was saved from.");
}
