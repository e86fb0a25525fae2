namespace InfoMonitor.Content.Feeds;

/// <summary>Feeds and sitemaps in XML: the first known root element decides the kind, each entry is read when its element closes and then forgotten.</summary>
/// <param name="dates">How a time is read until the feed names its language.</param>
internal sealed class XmlFeedReader(Uri? address, FeedDates dates)
{
    /// <summary>The sitemap protocol's limit.</summary>
    public const int MaximumEntries = 50_000;

    /// <summary>Elements looked at for a root: servers print warnings in front.</summary>
    private const int MaximumBeforeRoot = 30;

    private readonly List<FeedEntry> _entries = [];
    private FeedKind? _kind;
    private XmlElement? _root;
    private bool _cut;
    private string? _title;
    private string? _first;
    private int _seen;
    private FeedDates _dates = dates;

    public FeedReading Read(string text)
    {
        TolerantXml? xml = null;
        xml = new TolerantXml(text, opened: element => Open(element, xml!), closed: element => Close(element, xml!));
        xml.Read();
        if (xml.Refusal is { } refusal) return refusal;
        if (_kind is { } kind) return new FeedReading.Read(new Feed(kind, _title, _entries) { IsCut = _cut });
        return _first switch
        {
            null => new FeedReading.Refused(FeedFault.NeitherXmlNorJson),
            "html" or "head" or "body" or "div" or "p" => new FeedReading.Refused(FeedFault.HtmlPage),
            var name => new FeedReading.Refused(FeedFault.OtherRoot, name),
        };
    }

    private void Open(XmlElement element, TolerantXml xml)
    {
        _first ??= element.Name;
        if (_kind is not null) return;
        _kind = KindOf(element);
        if (_kind is not null) _root = element;
        if (_kind is null && (element.Name == "html" || ++_seen >= MaximumBeforeRoot)) xml.Stop = true;
    }

    private static FeedKind? KindOf(XmlElement element) => element.Name switch
    {
        "rss" or "channel" => FeedKind.Rss,
        "rdf" when element.Space is "rdf" or "" => FeedKind.Rdf,
        "feed" => FeedKind.Atom,
        "urlset" => FeedKind.Sitemap,
        "sitemapindex" => FeedKind.SitemapIndex,
        _ => null,
    };

    /// <summary>True when the element may be forgotten.</summary>
    private bool Close(XmlElement element, TolerantXml xml)
    {
        if (_kind is not { } kind) return false;
        if (ReferenceEquals(element, _root)) _cut = xml.AtEnd;
        if (IsEntry(kind, element))
        {
            if (Entry(kind, element) is { } entry) _entries.Add(entry);
            if (_entries.Count >= MaximumEntries) xml.Stop = true;
            return true;
        }
        // What the document's end closes, and no tag, came in half: half an address would be asked for, half a date be believed.
        if (xml.AtEnd) return true;
        if (element.Parent is { Parent: null } or { Name: "channel" or "feed" })
        {
            if (element is { Name: "title", Space: "" or "atom" or "dc" }) _title ??= kind == FeedKind.Atom ? AtomEntry.Title(element) : RssEntry.Title(element);
            if (element is { Name: "language", Space: "" or "dc" }) _dates = _dates.In(element.Text);
            return true;
        }
        return false;
    }

    private static bool IsEntry(FeedKind kind, XmlElement element) => kind switch
    {
        FeedKind.Rss or FeedKind.Rdf => element is { Name: "item" or "entry", Space: "" or "atom" or "rss" or "rdf" },
        FeedKind.Atom => element is { Name: "entry" or "item", Space: "" or "atom" },
        FeedKind.Sitemap => element.Name == "url" && element.Space is not ("image" or "video" or "news"),
        FeedKind.SitemapIndex => element.Name == "sitemap",
        FeedKind.JsonFeed => false,
    };

    private FeedEntry? Entry(FeedKind kind, XmlElement element) => kind switch
    {
        FeedKind.Atom => AtomEntry.Read(element, address, _dates),
        FeedKind.Sitemap or FeedKind.SitemapIndex => SitemapEntry.Read(element, address, _dates),
        FeedKind.Rss or FeedKind.Rdf => element.Name == "entry" ? AtomEntry.Read(element, address, _dates) : RssEntry.Read(element, address, _dates),
        FeedKind.JsonFeed => null,
    };
}
