using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>Folders of an address are filed by day; the words of a slug may speak of any day.</summary>
public sealed class DayInAddressTests
{
    private const string Title = VietnamesePages.Title;

    private const string Body = $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p>";

    private const string Data = $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"{{Title}}","datePublished":"2026-03-07T14:05:00+07:00"}</script>""";

    private const string Meta = """<meta property="article:published_time" content="2026-03-07T14:05:00+07:00">""";

    [Theory]
    [InlineData("mit-tinh-30-04-2025-ky-niem-98123.html", Data, "")]
    [InlineData("thuc-hien-quyet-dinh-ngay-05-01-2026-98123.html", Data, "<div>07/03/2026</div>")]
    [InlineData("ngay-02-09-2025-quoc-khanh-98123.html", Meta, "")]
    [InlineData("tin/quyet-dinh-ngay-05-01-2026-ve-dat-dai-123.html", "", "<div>07/03/2026</div>")]
    [InlineData("lich-thi-20261015-98123.html", "", "<div>07/03/2026 14:05</div>")]
    [InlineData("lich-thi-20261015-98123.html", "", "<time>07/03/2026</time>")]
    public void Words_of_a_slug_are_nothing_against_a_stated_day(string path, string head, string line) => Read(path, head, line).ShouldBe(new DateOnly(2026, 3, 7));

    [Theory]
    [InlineData("2026/03/07/bai-viet.html")]
    [InlineData("tin/2026/3/7/bai-viet")]
    [InlineData("20260307/bai-viet.html")]
    [InlineData("tin-tuc/2026-03-07/bai-viet")]
    [InlineData("bai-viet-20260307140512345.htm")]
    public void Folders_and_the_moment_that_numbers_an_article_are_its_day(string path) => Read(path, "", "<div>09/03/2026</div>").ShouldBe(new DateOnly(2026, 3, 7));

    [Fact]
    public void A_slug_dates_a_page_that_tells_no_day() => Read("ban-tin-07-03-2026.html", "", "").ShouldBe(new DateOnly(2026, 3, 7));

    private static DateOnly? Read(string path, string head, string line) =>
        ArticleExtractor.Extract($"<html lang=vi><head><title>{Title}</title>{head}</head><body><main><h1>{Title}</h1>{line}{Body}</main></body></html>", new Uri($"https://bao.example.vn/{path}"), new DateTimeOffset(2026, 11, 26, 5, 0, 0, TimeSpan.Zero), CancellationToken.None).PublishedAt?.Date;
}
