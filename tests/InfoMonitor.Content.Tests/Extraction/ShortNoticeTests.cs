using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>A notice of one sentence is an article where its page says that it is one, and of which day.</summary>
public sealed class ShortNoticeTests
{
    private const string Title = "Đèo Pha Lét thông xe trở lại";
    private const string Told = "Chiều 4/10, đèo Pha Lét thông xe trở lại sau hai ngày sạt lở, xe cộ đi lại bình thường từ 16 giờ.";
    private const string Open = "<meta property=og:type content=article><meta property=article:published_time content=2026-10-04T17:00:00+07:00>";

    private const string Data = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" + Title + "\",\"datePublished\":\"2026-10-04T17:00:00+07:00\",\"articleBody\":\"" + Told + "\"}</script>";

    [Theory]
    [InlineData(Open)]
    [InlineData(Data)]
    [InlineData("<meta property=og:type content=article><meta name=pubdate content=2026-10-04>")]
    public void A_declared_notice_of_a_sentence_is_an_article(string head)
    {
        var read = Read(head, $"<p>{Told}</p>");
        read.Outcome.ShouldBe(ExtractionOutcome.Article, read.Reason);
        read.Text.ShouldBe(Told);
    }

    /// <summary>By what the page does not say, or by what stands below the headline.</summary>
    [Theory]
    [InlineData(NonArticle.TooShort, "", Told)]
    [InlineData(NonArticle.TooShort, "<meta property=og:type content=article>", Told)]
    [InlineData(NonArticle.TooShort, "<meta name=pubdate content=2026-10-04>", Told)]
    [InlineData(NonArticle.TooShort, Open, "Đèo Pha Lét thông xe chiều nay.")]
    [InlineData(NonArticle.TooShort, Open, "Ban quản lý đèo Pha Lét thông báo cho các lái xe và người dân hai xã về việc thông xe trở lại từ chiều 4/10")]
    [InlineData(NonArticle.LogIn, Open, Told + "</p><p>Đăng nhập để đọc tiếp bài viết</p><p>")]
    [InlineData(NonArticle.Missing, Open, "Rất tiếc, bài viết này đã bị gỡ hoặc chưa từng có. Mời bạn đọc các tin khác của tòa soạn.")]
    [InlineData(NonArticle.Missing, Open, "Bài viết bạn tìm đã được gỡ theo yêu cầu của tác giả. Mong bạn đọc thông cảm.")]
    [InlineData(NonArticle.LogIn, Open, "Ba tháng theo dấu những xe bồn lấy nước trộm ở thượng nguồn, chúng tôi thấy gì?</p><p>Gói đọc báo từ 49.000 đồng/tháng. Đăng ký ngay</p><p>")]
    [InlineData(NonArticle.Consent, Open, "Trang này dùng cookie của chúng tôi và đối tác để nhớ lựa chọn của bạn. Hãy bấm Đồng ý để đọc tiếp.")]
    public void What_is_not_declared_or_tells_nothing_is_none(NonArticle kind, string head, string told) => Read(head, $"<p>{told}</p>").Because.ShouldBe(kind);

    [Theory]
    [InlineData("Bài viết vu khống ba giáo viên đã bị gỡ khỏi trang của huyện, thanh tra tỉnh cho biết chiều 4/10.")]
    [InlineData("Từ tháng sau, mỗi hộ ở đèo Pha Lét được hỗ trợ 400.000 đồng/tháng tiền nước, tỉnh cho biết chiều 4/10.")]
    public void News_of_what_was_removed_or_costs_so_much_is_an_article(string told) => Read(Open, $"<p>{told}</p>").Because.ShouldBeNull();

    [Theory]
    [InlineData("", NonArticle.Consent)]
    [InlineData("<nav><a href=/a>A</a><a href=/b>B</a><a href=/c>C</a><a href=/d>D</a><a href=/e>E</a><a href=/f>F</a><a href=/g>G</a><a href=/h>H</a><a href=/i>I</a></nav>", null)]
    public void Words_about_cookies_over_a_button_are_a_wall_where_nothing_else_is_there(string around, NonArticle? kind) => ArticleExtractor.Extract(
        $"<html lang=en><head><title>Our choices</title></head><body>{around}<h1>Our choices</h1><p>We and our 845 partners store information on your device, such as cookies, to personalise ads and content, measure performance and gain audience insights.</p><p>You can accept all or manage your choices at any time in our privacy centre, which opens in a new window.</p><button>Accept all</button></body></html>",
        new Uri("https://news.example/gate"), new DateTimeOffset(2026, 11, 26, 5, 0, 0, TimeSpan.Zero), CancellationToken.None).Because.ShouldBe(kind);

    [Fact]
    public void What_is_sold_is_no_notice() => Read(Data.Replace("\"headline\"", "\"isAccessibleForFree\":false,\"headline\"", StringComparison.Ordinal), $"<p>{Told}</p>").Because.ShouldBe(NonArticle.TooShort);

    private static ExtractedPage Read(string head, string body) =>
        ArticleExtractor.Extract($"<html lang=vi><head><title>{Title}</title>{head}</head><body><nav><a href=/>Trang chủ</a></nav><main><h1>{Title}</h1>{body}</main></body></html>", new Uri("https://tin.example/giao-thong/deo-pha-let"), new DateTimeOffset(2026, 11, 26, 5, 0, 0, TimeSpan.Zero), CancellationToken.None);
}
