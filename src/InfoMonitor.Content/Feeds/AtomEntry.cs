using System.Text;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Feeds;

/// <summary>An <c>entry</c> of Atom 1.0 (RFC 4287) and 0.3.</summary>
internal static class AtomEntry
{
    public static FeedEntry Read(XmlElement entry, Uri? address, FeedDates dates) => new(
        Id(entry, address),
        Own(entry, "title").Select(Title).FirstOrDefault(t => t is not null) ?? (entry.Child("dc", "title") ?? entry.Child("media", "title")) switch { { } title => RssEntry.Title(title), null => null },
        (entry.Child("feedburner", "origlink") is { } original ? FeedLinks.Resolve(original.Text, original, address) : null) ?? Link(entry, address) ?? (Own(entry, "id").FirstOrDefault() is { } id && FeedLinks.IsAbsolute(FeedText.Word(id.Text)) ? FeedText.Word(id.Text) : null),
        Published(entry, dates));

    /// <summary>As given; one that is a relative path, which RFC 4287 (4.2.6) forbids, is made absolute so that it tells feeds apart.</summary>
    private static string? Id(XmlElement entry, Uri? address)
    {
        var id = Own(entry, "id").FirstOrDefault() ?? Own(entry, "guid").FirstOrDefault();
        return FeedText.Word(id?.Text) is { } word && word.Contains('/', StringComparison.Ordinal) && !word.Contains(':', StringComparison.Ordinal) ? FeedLinks.Resolve(word, id!, address) : FeedText.Word(id?.Text);
    }

    /// <summary>A text construct: <c>text</c> is text to the letter, <c>html</c> is escaped markup, <c>xhtml</c> is elements; Atom 0.3 says it with a media type and a mode.</summary>
    public static string? Title(XmlElement title)
    {
        var type = (title["type"] ?? "text").Trim().ToLowerInvariant();
        var mode = title["mode"]?.Trim().ToLowerInvariant();
        var text = title.Text;
        var packed = mode == "base64" || title["encoding"] == "base64" || type == "application/octet-stream";
        if (packed) text = FromBase64(text) ?? text;
        return FeedText.Title(text, markup: packed || type is not ("text" or "text/plain" or "xhtml" or "application/xhtml+xml") || mode == "escaped" && type != "text/plain");
    }

    /// <summary>The alternate (RFC 4287, 4.2.7.2), HTML before other types; any other link only when it can be the article. Links of Atom in an RSS item too.</summary>
    public static string? Link(XmlElement entry, Uri? address)
    {
        string? best = null;
        var rank = 0;
        foreach (var link in entry.Children.Where(c => c.Name == "link" && c.Space is ("atom" or "" or "xhtml")))
        {
            var relation = (link["rel"] ?? "alternate").Trim().ToLowerInvariant();
            var type = link["type"]?.Trim().ToLowerInvariant();
            var now = relation switch
            {
                "alternate" or "" or "http://www.iana.org/assignments/relation/alternate" => type is null or "text/html" or "application/xhtml+xml" ? 4 : 3,
                "permalink" => 3,
                "related" or "via" => 1,
                _ => 0,
            };
            if (now <= rank || (FeedLinks.Resolve(link["href"], link, address) ?? FeedLinks.Resolve(link.Text, link, address)) is not { } target) continue;
            (best, rank) = (target, now);
        }
        if (best is not null) return best;
        // Content that lives elsewhere is the article (4.1.3.2).
        return Own(entry, "content").FirstOrDefault() is { } content && content["type"] is (null or "text/html") && content["src"] is { } source ? FeedLinks.Resolve(source, content, address) : null;
    }

    private static DateTimeOffset? Published(XmlElement entry, FeedDates dates)
    {
        foreach (var name in (ReadOnlySpan<string>)["published", "issued", "created", "updated", "modified", "pubdate", "date"])
            foreach (var date in entry.Children.Where(c => c.Name == name && c.Space is ("atom" or "" or "dc" or "dcterms")).Reverse())
                if (dates.Read(date.Text) is { } read) return read;
        return null;
    }

    private static IEnumerable<XmlElement> Own(XmlElement entry, string name) => entry.Children.Where(c => c.Name == name && c.Space is ("atom" or ""));

    private static string? FromBase64(string text)
    {
        if (text.Length > 1_000_000) return null;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) ? CharsetDecoder.Read(bytes.AsSpan(0, length), Encoding.UTF8) : null;
    }
}
