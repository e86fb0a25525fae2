namespace InfoMonitor.Content.Feeds;

/// <summary>Relative links of XML made absolute by <c>xml:base</c> (XML Base 1.1), then by where the feed came from.</summary>
internal static class FeedLinks
{
    private const int LongestLink = 8192;

    /// <summary>Absolute where a base is known, else as given; null for an empty one.</summary>
    public static string? Resolve(string? link, XmlElement at, Uri? address)
    {
        link = Clean(link);
        return link is null ? null : Absolute(link, Base(at, address));
    }

    public static string? Resolve(string? link, Uri? address)
    {
        link = Clean(link);
        return link is null ? null : Absolute(link, address);
    }

    public static bool IsAbsolute(string? link) =>
        link is not null && (link.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || link.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    private static string Absolute(string link, Uri? parent)
    {
        // An absolute one stays as written: the crawler has its own normaliser.
        if (IsAbsolute(link) || parent is null) return link;
        return Uri.TryCreate(parent, link, out var absolute) ? absolute.AbsoluteUri : link;
    }

    private static Uri? Base(XmlElement at, Uri? address)
    {
        List<string>? steps = null;
        for (var element = at; element is not null; element = element.Parent)
            if (element["xml:base"] is { Length: > 0 and < LongestLink } step) (steps ??= []).Add(step.Trim());
        var result = address is { IsAbsoluteUri: true } ? address : null;
        for (var i = (steps?.Count ?? 0) - 1; i >= 0; i--)
        {
            if (result is null ? Uri.TryCreate(steps![i], UriKind.Absolute, out var next) && next.Scheme is "http" or "https" : Uri.TryCreate(result, steps![i], out next))
                result = next;
        }
        return result;
    }

    /// <summary>Line breaks inside addresses come from wrapped markup, and browsers drop them; an ampersand that is still escaped was escaped twice.</summary>
    private static string? Clean(string? link)
    {
        if (link is null) return null;
        link = link.Trim().Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
        return link.Length is > 0 and <= LongestLink ? link : null;
    }
}
