using System.Net;
using System.Text;
using InfoMonitor.Content.Extraction;
using InfoMonitor.Content.Feeds;

namespace InfoMonitor.Content.Tests.Feeds;

public class FeedFactChecksTests
{
    private static readonly Uri Address = new("https://kiem-chung.example.vn/rss");
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 0, 0, 0, TimeSpan.Zero);

    private static string Review(string claim, string verdict) =>
        $$"""{"@context":"https://schema.org","@type":"ClaimReview","url":"/bai/{{claim.Length}}","claimReviewed":"{{claim}}","datePublished":"2026-11-20","reviewRating":{"@type":"Rating","alternateName":"{{verdict}}"},"author":{"@type":"Organization","name":"Tổ kiểm chứng"} }""";

    private static string Script(string json) => $"""<p>Bài.</p><script type="application/ld+json">{json}</script><p>Hết.</p>""";

    private static IReadOnlyList<FactCheck> Read(string body, string type = "application/xml") => Feed(body, type).FactChecks;

    private static Feed Feed(string body, string type) => FeedParser.Parse(Encoding.UTF8.GetBytes(body), type, Address, "vi", Now).ShouldBeOfType<FeedReading.Read>().Feed;

    [Fact]
    public void Reviews_are_read_from_the_entries_of_a_feed_plain_or_escaped()
    {
        var checks = Read($"""
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>
            <item><title>A</title><link>/a</link><content:encoded><![CDATA[{Script(Review("Nước lá chữa mọi bệnh", "Sai"))}]]></content:encoded></item>
            <item><title>B</title><link>/b</link><description>{WebUtility.HtmlEncode(Script(Review("Từ tháng bảy phải nộp phí", "Đúng")))}</description></item>
            </channel></rss>
            """);
        checks.Select(c => (c.Claim, c.Verdict, c.Publisher, c.Url, c.Supports)).ShouldBe([
            ("Nước lá chữa mọi bệnh", "Sai", "Tổ kiểm chứng", "https://kiem-chung.example.vn/bai/21", false),
            ("Từ tháng bảy phải nộp phí", "Đúng", "Tổ kiểm chứng", "https://kiem-chung.example.vn/bai/25", true),
        ]);
        checks[0].PublishedAt!.Date.ShouldBe(new DateOnly(2026, 11, 20));
    }

    [Fact]
    public void A_data_feed_of_reviews_is_a_feed_with_its_reviews()
    {
        var body = $$"""{"@context":"https://schema.org","@type":"DataFeed","dataFeedElement":[{"@type":"DataFeedItem","url":"https://kiem-chung.example.vn/a","dateCreated":"2026-11-20T08:00:00+07:00","item":[{{Review("Nước lá chữa mọi bệnh", "Sai")}}] }] }""";
        var feed = Feed(body, "application/json");
        feed.FactChecks.Single().Claim.ShouldBe("Nước lá chữa mọi bệnh");
        feed.Entries.ShouldBe([new FeedEntry(null, null, "https://kiem-chung.example.vn/a", new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.FromHours(7)))]);
    }

    [Fact]
    public void Of_a_data_feed_that_ends_too_early_the_whole_reviews_are_read()
    {
        var body = $$"""{"@context":"https://schema.org","@type":"DataFeed","dataFeedElement":[{"@type":"DataFeedItem","item":[{{Review("Nước lá chữa mọi bệnh", "Sai")}}] },{"@type":"DataFeedItem","item":[{{Review("Nửa", "Sai")}}""";
        var feed = Feed(body, "application/json");
        (feed.IsCut, feed.FactChecks.Single().Claim).ShouldBe((true, "Nước lá chữa mọi bệnh"));
    }

    [Theory]
    [InlineData("<rss><channel><item><description>ClaimReview is a type of schema.org</description></item></channel></rss>")]
    [InlineData("<rss><channel><item><description><![CDATA[<script type=\"application/ld+json\">{\"@type\":\"ClaimReview\", broken</script>]]></description></item></channel></rss>")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[],\"x\":{\"@type\":\"ClaimReview\"}}")]
    public void Where_there_is_none_nothing_is_read(string body) => Read(body).ShouldBeEmpty();
}
