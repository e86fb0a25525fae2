namespace InfoMonitor.Content.Feeds;

/// <summary>A <c>url</c> or <c>sitemap</c> of the sitemap protocol 0.9, with Google's news extension. What has no <c>loc</c> is no entry.</summary>
internal static class SitemapEntry
{
    public static FeedEntry? Read(XmlElement element, Uri? address, FeedDates dates)
    {
        var location = element.Children.FirstOrDefault(c => c.Name == "loc" && c.Space is not ("image" or "video"));
        if (location is null || FeedLinks.Resolve(location.Text, location, address) is not { } link) return null;
        var news = element.Child("news", "news");
        var title = news?.Child("news", "title") is { } t ? FeedText.Title(t.Text) : null;
        // When the article appeared says more than when its page was last touched.
        var published = dates.Read(news?.Child("news", "publication_date")?.Text) ?? dates.Read(element.Children.FirstOrDefault(c => c.Name == "lastmod")?.Text);
        return new FeedEntry(null, title, link, published);
    }
}
