namespace InfoMonitor.Content.Urls;

/// <summary>One address, one spelling, so that a page is discovered once.</summary>
public static class UrlNormalizer
{
    /// <summary>Resolves against <paramref name="baseAddress"/>, drops fragment, tracking parameters and default port, lower-cases the host (punycode).
    /// Null when the result is not an http(s) address.</summary>
    public static Uri? Normalize(string address, Uri? baseAddress) => throw new NotSupportedException();
}
