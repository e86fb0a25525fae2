namespace InfoMonitor.Content.Feeds;

/// <summary>An <c>item</c> of RSS 0.9x, 1.0 and 2.0 and of what publishers mix into it: Dublin Core, Atom, FeedBurner, Media RSS.</summary>
internal static class RssEntry
{
    public static FeedEntry Read(XmlElement item, Uri? address, FeedDates dates)
    {
        var guid = item.Children.FirstOrDefault(c => c.Name == "guid" && c.Space is ("" or "rss"));
        var id = FeedText.Word(guid?.Text) ?? FeedText.Word(item.Child("atom", "id")?.Text ?? item.Child("dc", "identifier")?.Text) ?? FeedText.Word(item["rdf:about"] ?? item["about"]);
        return new FeedEntry(id, TitleOf(item), Link(item, guid, address), Published(item, dates));
    }

    /// <summary>An RSS title may be text, escaped HTML or HTML in CDATA, and says nowhere which.</summary>
    public static string? Title(XmlElement title) => FeedText.Title(title.Text);

    private static string? TitleOf(XmlElement item)
    {
        foreach (var space in (ReadOnlySpan<string>)["", "rss", "atom", "dc", "media", "itunes"])
            if (item.Child(space, "title") is { } title && (space == "atom" ? AtomEntry.Title(title) : Title(title)) is { } text) return text;
        return null;
    }

    private static string? Link(XmlElement item, XmlElement? guid, Uri? address)
    {
        // FeedBurner keeps the article's own address beside its redirector.
        if (item.Child("feedburner", "origlink") is { } original && FeedLinks.Resolve(original.Text, original, address) is { } direct) return direct;
        // Of several the last counts, as for other readers (feedparser, gofeed).
        string? last = null;
        foreach (var link in item.Children.Where(c => c.Name == "link" && c.Space is ("" or "rss")))
            last = FeedLinks.Resolve(link.Text, link, address) ?? FeedLinks.Resolve(link["href"] ?? link["rdf:resource"], link, address) ?? last;
        last ??= AtomEntry.Link(item, address) ?? FeedLinks.Resolve(item["href"], item, address);
        if (last is not null) return last;
        if (guid is not null && !string.Equals(guid["ispermalink"]?.Trim(), "false", StringComparison.OrdinalIgnoreCase) && FeedText.Word(guid.Text) is { } permanent
            && (FeedLinks.IsAbsolute(permanent) || guid["ispermalink"] is not null)) return FeedLinks.Resolve(permanent, guid, address);
        return FeedLinks.IsAbsolute(item["rdf:about"]) ? FeedLinks.Resolve(item["rdf:about"], item, address) : null;
    }

    private static DateTimeOffset? Published(XmlElement item, FeedDates dates)
    {
        foreach (var (space, name) in (ReadOnlySpan<(string, string)>)
            [("", "pubdate"), ("rss", "pubdate"), ("dc", "date"), ("dcterms", "issued"), ("dcterms", "created"), ("atom", "published"), ("", "published"), ("", "date"), ("atom", "issued"), ("", "issued"), ("dcterms", "modified"), ("dcterms", "date"), ("atom", "updated"), ("", "updated"), ("atom", "modified"), ("", "lastbuilddate")])
            if (item.Child(space, name) is { } date && dates.Read(date.Text) is { } read) return read;
        // Channel Definition Format, RSS's forerunner, keeps it in an attribute.
        return dates.Read(item["lastmod"]);
    }
}
