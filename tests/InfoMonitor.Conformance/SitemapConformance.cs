using InfoMonitor.Content.Feeds;

namespace InfoMonitor.Conformance;

public sealed class SitemapConformance
{
    private static readonly Uri Address = new("http://HOST/sitemap.xml");

    [SuiteFact("suites/sitemaps")]
    public void Sitemaps_and_indexes_give_every_location_plain_or_gzip()
    {
        foreach (var file in Suites.Files("suites", "sitemaps").Where(f => Path.GetFileName(f).StartsWith("sitemap", StringComparison.Ordinal) && !f.Contains("empty", StringComparison.Ordinal) && f.EndsWith(".xml", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            var feed = Read(file);
            feed.Kind.ShouldBe(text.Contains("<sitemapindex", StringComparison.Ordinal) ? FeedKind.SitemapIndex : FeedKind.Sitemap, file);
            feed.Entries.Count.ShouldBe(text.Split("<loc>").Length - 1, file);
            feed.Entries.ShouldAllBe(e => e.Link!.StartsWith("http://"));
            if (File.Exists(file + ".gz")) Read(file + ".gz").Entries.Select(e => e.Link!.Replace(".gz", "", StringComparison.Ordinal)).ShouldBe(feed.Entries.Select(e => e.Link), file);
        }
    }

    [SuiteFact("suites/sitemaps/sitemap-news-01.xml")]
    public void A_news_sitemap_gives_title_and_date()
    {
        var entry = Read(Suites.PathOf("suites", "sitemaps", "sitemap-news-01.xml")).Entries[0];
        entry.Title.ShouldBe("Breaking: Example Article");
        entry.Published.ShouldBe(new DateTimeOffset(2026, 5, 3, 10, 0, 0, TimeSpan.FromHours(1)));
    }

    [SuiteFact("suites/sitemaps/corrupted.gz")]
    public void What_is_broken_or_empty_is_refused_with_a_reason()
    {
        foreach (var name in (string[])["corrupted.gz", "sitemap-empty.xml", "sitemap-empty.xml.gz", "sitemapindex-empty-corrupted.xml.gz", "test.gz", "test.txt"])
            FeedParser.Parse(File.ReadAllBytes(Suites.PathOf("suites", "sitemaps", name)), null, Address).ShouldBeOfType<FeedReading.Refused>(name).Reason.ShouldNotBeEmpty();
    }

    private static Feed Read(string file) => FeedParser.Parse(File.ReadAllBytes(file), null, Address).ShouldBeOfType<FeedReading.Read>(file).Feed;
}
