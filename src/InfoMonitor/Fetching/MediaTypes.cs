namespace InfoMonitor.Fetching;

/// <summary>Text, feeds and pages are read; pictures, films, programs and documents are not.</summary>
internal static class MediaTypes
{
    public const string Page = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8,*/*;q=0.1";

    /// <summary>Sitemaps are served as gzip files, feeds as anything: <c>application/octet-stream</c> and no type at all are looked at.</summary>
    private static readonly string[] Loose = ["application/gzip", "application/x-gzip", "application/octet-stream", "application/json", "application/xml", "application/rdf", "application/rss", "application/atom"];

    /// <param name="header">Content-Type as received.</param>
    public static bool IsRead(string? header)
    {
        var type = Bare(header);
        return type.Length == 0 || type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal) && !type.StartsWith("image/", StringComparison.Ordinal)
            || type.EndsWith("+json", StringComparison.Ordinal) || Loose.Contains(type, StringComparer.Ordinal) || !type.Contains('/', StringComparison.Ordinal);
    }

    /// <summary>For texts: a header can hold anything.</summary>
    public static string Shown(string? header)
    {
        var type = new string([.. Bare(header).Where(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '+' or '.')]);
        return type.Length <= 60 ? type : type[..60];
    }

    private static string Bare(string? header) => (header ?? "").Split(';', ',')[0].Trim().ToLowerInvariant();
}
