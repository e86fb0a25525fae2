using System.Text;
using InfoMonitor.Content.Extraction;
using InfoMonitor.Content.Feeds;
using InfoMonitor.Content.Text;
using InfoMonitor.Domain;

namespace InfoMonitor.Crawling;

/// <summary>An address as an entry point announces it.</summary>
/// <param name="At">When it was published, as far as the entry point says.</param>
internal readonly record struct Announcement(string Address, DateTimeOffset? At);

/// <summary>What an entry point's body announces.</summary>
internal abstract record EntryContent
{
    private EntryContent() { }

    /// <param name="Pages">In the order of the body.</param>
    /// <param name="Sitemaps">Further sitemaps, of an index.</param>
    /// <param name="Note">What the operator should change although it was read; null when nothing.</param>
    internal sealed record Announces(IReadOnlyList<Announcement> Pages, IReadOnlyList<Announcement> Sitemaps, Text? Note) : EntryContent
    {
        /// <summary>What a feed itself says of claims, not masked yet.</summary>
        public IReadOnlyList<FactCheck> FactChecks { get; init; } = [];

        /// <summary>Links of a list page that were not taken for articles, though they have something of one's.</summary>
        public IReadOnlyList<string> Doubtful { get; init; } = [];

        /// <summary>True when its end is missing: what it would have announced there is not in it.</summary>
        public bool IsCut { get; init; }
    }

    internal sealed record Unreadable(Text Reason) : EntryContent;

    /// <summary>Reads a body by what it is; where that is not what was configured, says so.</summary>
    /// <param name="language">The source's: how a time without an offset is meant.</param>
    /// <param name="now">No later date of a fact-check is believed.</param>
    /// <param name="cancellation">Ends a list page that takes too long.</param>
    public static EntryContent Of(EntryPointKind configured, string? selector, ReadOnlyMemory<byte> body, string? contentType, Uri address, string language, DateTimeOffset now, CancellationToken cancellation)
    {
        var html = LooksLikeHtml(body.Span, contentType);
        if (configured == EntryPointKind.List && html) return OfList(selector, body, contentType, address, cancellation);
        return FeedParser.Parse(body, contentType, address, language, now) switch
        {
            FeedReading.Read(var feed) => OfFeed(configured, feed),
            FeedReading.Refused when configured == EntryPointKind.List => OfList(selector, body, contentType, address, cancellation),
            FeedReading.Refused refused => new Unreadable(html ? CrawlingTexts.ServesPage(configured) : CrawlingTexts.Of(refused)),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is new here."),
        };
    }

    private static Announces OfFeed(EntryPointKind configured, Feed feed)
    {
        var announced = feed.Entries.Where(e => e.Link is not null).Select(e => new Announcement(e.Link!, e.Published)).ToArray();
        var served = feed.Kind is FeedKind.Sitemap or FeedKind.SitemapIndex ? EntryPointKind.Sitemap : EntryPointKind.Feed;
        var note = served == configured ? null : CrawlingTexts.ServesOther(configured, served);
        return feed.Kind == FeedKind.SitemapIndex ? new Announces([], announced, note) { IsCut = feed.IsCut } : new Announces(announced, [], note) { FactChecks = feed.FactChecks, IsCut = feed.IsCut };
    }

    private static EntryContent OfList(string? selector, ReadOnlyMemory<byte> body, string? contentType, Uri address, CancellationToken cancellation)
    {
        try
        {
            var links = ListPage.Read(CharsetDecoder.Decode(body.Span, contentType), address, selector, cancellation);
            return links.Articles.Count > 0
                ? new Announces([.. links.Articles.Select(l => new Announcement(l, null))], [], null) { Doubtful = links.Doubtful }
                : new Unreadable(selector is null ? CrawlingTexts.NoLinks : CrawlingTexts.SelectorFindsNone(selector));
        }
        catch (ArgumentException) { return new Unreadable(CrawlingTexts.NoSelector(selector!)); }
    }

    private static bool LooksLikeHtml(ReadOnlySpan<byte> body, string? contentType)
    {
        var start = Encoding.UTF8.GetString(body[..Math.Min(body.Length, 1024)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.Contains("<html", StringComparison.OrdinalIgnoreCase)) return true;
        if (start.StartsWith("<?xml", StringComparison.Ordinal) || start.StartsWith('{') || start.StartsWith('\x1f')) return false;
        string[] roots = ["<rss", "<feed", "<rdf", "<urlset", "<sitemapindex"];
        return !Array.Exists(roots, root => start.StartsWith(root, StringComparison.OrdinalIgnoreCase)) && contentType?.Contains("html", StringComparison.OrdinalIgnoreCase) is true or null;
    }
}
