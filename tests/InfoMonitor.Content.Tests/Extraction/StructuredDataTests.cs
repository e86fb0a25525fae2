using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>What a page's data says of other articles (teasers, films, the same text in another language) is neither its text nor its date.</summary>
public sealed class StructuredDataTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 5, 0, 0, TimeSpan.Zero);

    private const string Address = "https://bao.example.vn/lop-tap-huan-1.htm";
    private const string Other = "The provincial labour department said on Friday that it had opened an inquiry into complaints by garment workers. More than four hundred employees gathered outside the factory gate, carrying copies of their contracts and asking the management to open its books. The company said in a statement that a change of payroll software had caused delays and that all arrears would be settled by April.";
    private const string Body = $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p>";
    private const string Text = $"{VietnamesePages.First}\n{VietnamesePages.Second}\n{VietnamesePages.Third}";
    private const string Teaser = $$"""{"@type":"NewsArticle","headline":"Hội thi cá lóc bay mùa nước nổi","url":"https://bao.example.vn/ca-loc-2.htm","datePublished":"2026-02-01","articleBody":"{{Other}}"}""";

    public static TheoryData<string> Others =>
    [
        Teaser,
        Teaser.Replace("\"url\"", "\"mainEntityOfPage\"", StringComparison.Ordinal),
        $$"""[{"@type":"NewsArticle","headline":"{{VietnamesePages.Title}}","datePublished":"2026-03-07"},{{Teaser}}]""",
        $$"""{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{{Teaser}}}]}""",
        $$"""{"@type":"WebPage","url":"{{Address}}","hasPart":[{{Teaser}}],"relatedLink":{{Teaser}}}""",
        $$"""{"@type":"NewsArticle","headline":"{{VietnamesePages.Title}}","datePublished":"2026-03-07","articleBody":"{{Other}}"}""",
        """{"@type":"VideoObject","name":"Toàn cảnh mùa lúa chín","uploadDate":"2025-06-01T08:00:00+07:00"}""",
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public void Data_of_another_article_gives_neither_text_nor_date(string data)
    {
        var read = Read($"<script type=application/ld+json>{data}</script>", Body);
        read.Text.ShouldBe(Text);
        (read.PublishedAt?.Date).ShouldBe(new DateOnly(2026, 3, 7));
    }

    [Fact]
    public void Of_several_articles_in_the_data_the_one_at_the_pages_address_is_the_pages()
    {
        var read = Read($$"""<script type=application/ld+json>[{{Teaser}},{"@type":"Article","url":"{{Address}}","datePublished":"2026-03-08"}]</script>""", Body);
        read.Text.ShouldBe(Text);
        (read.PublishedAt?.Date).ShouldBe(new DateOnly(2026, 3, 8));
    }

    [Theory]
    [InlineData("<meta itemprop=datePublished content=2026-02-01>")]
    [InlineData("<time itemprop=datePublished datetime=2026-02-01>01/02</time>")]
    public void Microdata_of_another_article_gives_neither_text_nor_date(string date)
    {
        var read = Read("", $"{Body}<div itemscope itemtype=https://schema.org/NewsArticle><h2 itemprop=headline>Hội thi cá lóc bay mùa nước nổi</h2>{date}<div itemprop=articleBody><p>{Other}</p></div></div>");
        read.Text.ShouldBe(Text);
        (read.PublishedAt?.Date).ShouldBe(new DateOnly(2026, 3, 7));
    }

    [Fact]
    public void A_live_report_has_the_day_it_began_and_the_text_of_its_updates()
    {
        var read = Read($$"""<script type=application/ld+json>{"@type":"LiveBlogPosting","headline":"{{VietnamesePages.Title}}","datePublished":"2026-03-05","liveBlogUpdate":[{"@type":"BlogPosting","headline":"Cập nhật 2","datePublished":"2026-03-06","articleBody":"{{VietnamesePages.First}}"},{"@type":"BlogPosting","datePublished":"2026-03-05","articleBody":"{{VietnamesePages.Second}}"}]}</script>""", "<p>Đang tải...</p>");
        read.Text.ShouldBe($"{VietnamesePages.First}\n{VietnamesePages.Second}");
        (read.PublishedAt?.Date).ShouldBe(new DateOnly(2026, 3, 5));
    }

    private static ExtractedPage Read(string head, string body) =>
        ArticleExtractor.Extract($"<html lang=vi><head><title>{VietnamesePages.Title}</title>{head}</head><body><h1>{VietnamesePages.Title}</h1><p>07/03/2026</p><div>{body}</div></body></html>", new Uri(Address), Now, CancellationToken.None);
}
