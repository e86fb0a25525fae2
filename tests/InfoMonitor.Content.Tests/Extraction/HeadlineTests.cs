using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>Pages of portals whose templates set a name of the site, of a section or of another article where the headline belongs. The office is made up.</summary>
public sealed class HeadlineTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 5, 0, 0, TimeSpan.Zero);

    private const string Headline = "Hà Mạn lấy ý kiến người thuê trọ về quy định mới";

    private const string Portal = "Cổng thông tin điện tử Sở Xây dựng Hà Mạn";

    private const string Office = "Sở Tư pháp tỉnh Hà Mạn";

    private const string Menu = "<div class=menu><ul><li><a href=/>Trang chủ</a><li><a href=/gioi-thieu>Giới thiệu</a><li><a href=/tin-tuc>Tin tức</a><li><a href=/chuyen-doi-so>Chuyển đổi số</a><li><a href=/van-ban>Văn bản</a><li><a href=/lien-he>Liên hệ</a></ul></div>";

    private const string Below = "<div class=other><h3>Tin liên quan</h3><ul><li><a href=/a-1.html>Lịch tiếp công dân của lãnh đạo sở trong tháng ba</a> (06/03/2026)<li><a href=/a-2.html>Kết quả kiểm tra các công trình xây dựng quý một</a> (05/03/2026)</ul></div>";

    private static readonly string Body = $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p>";

    /// <summary>What the head holds, and what stands before and after the text.</summary>
    public static TheoryData<string, string, string> Pages => new()
    {
        { Title(Portal), $"<h1>{Portal}</h1>{Menu}<div><h2>{Headline}</h2><span>07/03/2026 08:00</span>", Below },
        { Title("Tin tức - " + Portal), $"{Menu}<h1>Tin tức</h1><h3>{Headline}</h3><p>07/03/2026</p>", Below },
        { Title($"{Headline} - {Portal}"), $"<h1>{Portal}</h1>{Menu}<h2>{Headline}</h2>", Below },
        { Title($"{Portal} - {Headline}"), $"<h1>{Portal}</h1>{Menu}<h2>{Headline}</h2>", Below },
        { Title($"{Headline} | Tin tức | {Portal}"), $"{Menu}<h1>Tin tức</h1><div class=tieu-de>{Headline}</div>", Below },
        { Title(Portal) + Open(Portal), $"<h1>Tin tức - Sự kiện</h1>{Menu}<div class=title-news>{Headline}</div><div>07/03/2026</div>", Below },
        { Title(Portal) + Open(Headline), $"<h1>{Portal}</h1>{Menu}<h2>{Headline}</h2>", Below },
        { Title(Portal) + Open("Tin tức"), $"<h1>Tin tức</h1>{Menu}<div><h2 class=detail-title>{Headline}</h2>", Below },
        { Title(Portal) + "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Tin tức\"}</script>", $"<h1>Tin tức</h1>{Menu}<h2>{Headline}</h2>", Below },
        { Title("Chuyển đổi số"), $"{Menu}<h1>Chuyển đổi số</h1><div class=title-news>{Headline}</div>", Below },
        { Title("Chuyển đổi số - " + Portal), $"{Menu}<h1>Chuyển đổi số</h1><h2>{Headline}</h2>", Below },
        { Title("Báo Hà Mạn"), $"<header><h1><a href=/>Báo Hà Mạn</a></h1></header>{Menu}<div class=post-title>{Headline}</div>", Below },
        { Title(Portal), $"<h1 style='display: none'>Trang tuyên truyền pháp luật về xây dựng và nhà ở</h1>{Menu}<h2>{Headline}</h2>", Below },
        { Title(Portal), $"<div class=d-none><h1>Trang tuyên truyền pháp luật về xây dựng và nhà ở</h1></div>{Menu}<h2>{Headline}</h2>", Below },
        { Title(Portal), $"{Menu}<h2 class=title>{Headline}</h2>", "<h1>Mời bạn đọc góp ý cho dự thảo kế hoạch của sở</h1>" + Below },
        { Title($"{Headline} - {Portal}"), $"{Menu}<h2>{Headline}</h2>", "<h1>Mời bạn đọc góp ý cho dự thảo kế hoạch của sở</h1>" + Below },
        { Title(Portal), $"{Menu}<div class=hot><h1><a href=/khac-9.html>Khai mạc hội chợ vật liệu xây dựng lần thứ năm</a></h1></div><h3>{Headline}</h3><p>(07/03/2026)</p>", Below },
        { Title(Portal), $"<h1>{Portal}</h1>{Menu}<h4>Chuyển đổi số</h4><h3>{Headline}</h3><h4>Buổi gặp mở đầu ba tháng lấy ý kiến của người dân.</h4>", Below },
        { Title("Diễn đàn Hà Mạn » Lưu trữ » " + Headline), $"<h1><a href=https://hamlinh.example.vn/>Diễn đàn Hà Mạn</a></h1>{Menu}<h2><a href=/tin-tuc/tin-123456.html>{Headline}</a></h2>", Below },
        { Title(Office), $"<h1>{Office}</h1>{Menu}<h2>{Headline}</h2><i>07/03/2026</i>", Below },
        { Title(Office) + Open(Office), $"<h1>{Office}</h1>{Menu}<div><h2 class=t>{Headline}</h2><i>07/03/2026</i>", Below },
        { Title("Tin tức"), $"<h1>ỦY BAN NHÂN DÂN HUYỆN HÀ MẠN</h1>{Menu}<div class=title>{Headline}</div><i>07/03/2026</i>", Below },
        { Title(Headline.ToUpperInvariant() + " - " + Office), $"<h1>{Office}</h1>{Menu}<div class=news-title><a>{Headline}</a></div><i>07/03/2026</i>", Below },
        { Title(Headline) + Open(Office), $"<h1>{Office}</h1>{Menu}<h2>{Headline}</h2><i>07/03/2026</i>", Below },
        { Title(Office), $"{Menu}<h1>{Office}</h1><h2>{Headline}</h2><i>07/03/2026</i>", Below + $"<div>Cơ quan chủ quản: {Office}. Giấy phép số 12/GP-TTĐT.</div>" },
        { Title(Office) + Said(Headline), $"<h1>{Office}</h1>{Menu}<div class=x>{Headline}</div><i>07/03/2026</i>", Below },
        { Title(Office) + Said(Office), $"<h1>{Office}</h1>{Menu}<h2>{Headline}</h2><i>07/03/2026</i>", Below },
        { Title("Chi tiết tin"), $"{Menu}<span id=ctl00_lblTitle>{Headline}</span><br><span>07/03/2026</span>", Below },
        // As before: the h1 is the headline, whatever stands between it and the text.
        { Title(Portal), $"{Menu}<h1>{Headline}</h1><h2>Hơn hai trăm người thuê trọ đã nói với lãnh đạo sở về nước sạch và giá điện</h2>", Below },
        { Title(Portal), $"<h1>{Portal}</h1>{Menu}<h1>{Headline}</h1>", Below },
    };

    private static string Title(string title) => $"<title>{title}</title>";

    private static string Said(string headline) => "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"" + headline + "\"}</script>";

    private static string Open(string title) => $"<meta property='og:title' content='{title}'>";

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_headline_next_to_the_text_beats_the_names_of_the_site_and_other_headings(string head, string above, string below) => Read(head, above, below).Title.ShouldBe(Headline);

    [Theory]
    [InlineData("Mưa lớn", "<h1>Mưa lớn</h1>")]
    [InlineData("Chuyển đổi số - Báo Hà Mạn", "<h1>Chuyển đổi số</h1>")]
    [InlineData("Cổng thông tin điện tử huyện có giao diện mới", "<h1>Cổng thông tin điện tử huyện có giao diện mới</h1><p>07/03/2026</p>")]
    [InlineData("Mưa lớn ở ba huyện", "<h1>Mưa lớn ở ba huyện</h1><ul><li><a href=/s1>Facebook</a><li><a href=/s2>Zalo</a><li><a href=/s3>Twitter</a><li><a href=/s4>Gửi email</a><li><a href=/s5>In trang</a><li><a href=/s6>Copy link</a></ul><h2>Nhiều tuyến đường ngập sâu, học sinh được nghỉ học đến hết tuần</h2>")]
    [InlineData("Mưa lớn ở ba huyện", "<h1>Mưa lớn ở ba huyện</h1><ul><li><a href=/k1>Mưa</a><li><a href=/k2>Lũ</a><li><a href=/k3>Ngập</a><li><a href=/k4>Đê điều</a><li><a href=/k5>Thủy lợi</a></ul><h2>Mưa lớn ở ba huyện khiến nhiều tuyến đường ngập</h2>")]
    public void Without_another_the_h1_stays_the_headline(string title, string above) => Read(Title(title), Menu + above, Below).Title.ShouldBe(above[4..above.IndexOf("</h1>", StringComparison.Ordinal)]);

    private static ExtractedPage Read(string head, string above, string below) =>
        ArticleExtractor.Extract($"<html lang=vi><head>{head}</head><body>{above}{Body}{below}</body></html>", new Uri("https://hamlinh.example.vn/tin-tuc/tin-123456.html"), Now, CancellationToken.None);
}
