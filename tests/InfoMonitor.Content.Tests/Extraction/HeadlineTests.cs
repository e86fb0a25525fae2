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
        // No menu in between, no link, and the title element says names alone: by their words, and by the day below the headline.
        { Title("UBND xã Hà Mạn"), $"<h1>UBND XÃ HÀ MẠN</h1><div><h2 class=title>{Headline}</h2><div class=date>07/03/2026 08:00</div>", Below },
        { Title("Trang thông tin điện tử xã Hà Mạn"), $"<header><h1>ỦY BAN NHÂN DÂN XÃ HÀ MẠN</h1><h2>Huyện Sông Bắc - Tỉnh Hà Mạn</h2></header><h3>{Headline}</h3><p>Ngày đăng: 07/03/2026</p>", Below },
        { Title("Hội Liên hiệp Phụ nữ tỉnh"), $"<h1>HOẠT ĐỘNG CỦA HỘI PHỤ NỮ</h1><p class=title>{Headline}</p><p class=date>Thứ bảy, ngày 7 tháng 3 năm 2026</p>", Below },
        { Title("UBND xã Hà Mạn - Tin hoạt động của xã"), $"<h1>Tin hoạt động của xã</h1><p><b>{Headline}</b></p><p><i>(07/03/2026 08:00)</i></p>", Below },
        { Title("Phòng Giáo dục và Đào tạo huyện Sông Bắc") + Open("Phòng Giáo dục và Đào tạo"), $"<div class=crumb><a href=/>Trang chủ</a> » Tin tức</div><h1>Giáo dục - Đào tạo</h1><div class=title>{Headline}</div><span>07/03/2026 | Lượt xem: 312</span>", Below },
        { Title("Trường Tiểu học Hà Mạn 2"), $"<div id=header><h1>Trường Tiểu học Hà Mạn 2</h1><div>Thứ năm, 26/11/2026</div></div><h2>{Headline}</h2><div>07/03/2026 08:00</div><div><a href=#>Cỡ chữ</a></div><div><a href=#>In</a></div><div><a href=#>Gửi email</a></div><div><a href=#>Chia sẻ</a></div><div>Lượt xem: 55</div>", Below },
        { Title("Chi tiết bài viết"), $"<h1>Dân chủ - Kỷ cương - Đoàn kết - Phát triển</h1><h2>{Headline}</h2><div>07/03/2026</div>", Below },
        // The only line that links to the page itself.
        { Title("Tin tức"), $"<h1><a href=/>Nhật ký Hà Mạn</a></h1><h2>Chuyện hằng ngày của một vùng quê ven sông được kể lại mỗi tối</h2><h3><a href=https://hamlinh.example.vn/tin-tuc/tin-123456.html>{Headline}</a></h3>", Below },
        // In bold before the day in one block; below a box that stands before the article in the markup.
        { Title(".:: Trang tin huyện đoàn Hà Mạn ::."), $"<center><b>TRANG TIN HUYỆN ĐOÀN HÀ MẠN</b></center>{Menu}<div><font size=4><b>{Headline}</b></font><br><font size=1>(Cập nhật ngày: 07/03/2026)</font>", Below },
        { Title("Cổng thông tin xã Hà Mạn"), $"<h1>Cổng thông tin điện tử xã Hà Mạn</h1>{Menu}<table><tr><td><p>Mời các tổ chức, cá nhân tham gia góp ý dự thảo quy hoạch sử dụng đất của xã, gửi về văn phòng xã.</p></td><td><div class=tieude>{Headline}</div><div>07/03/2026</div>", "</td></tr></table>" + Below },
        { Title("Câu lạc bộ Đọc Sách: " + Headline), $"<div class=post><h3 class='post-title entry-title'>{Headline}</h3>", Below },
        // The site's name as the h1, or before the headline, on a page that says nothing more of its site.
        { Title($"{Headline} - Nhật ký"), $"<h1>Nhật ký</h1><h2>{Headline}</h2>", Below },
        { Title($"Nhật ký | {Headline}"), $"<div class=dau>{Headline}</div><div>07/03/2026</div>", Below },
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
    [InlineData("UBND xã Hà Mạn", "<h1>UBND xã Hà Mạn lấy ý kiến người thuê trọ</h1><h2>Hơn hai trăm người thuê trọ nói về nước sạch và giá điện</h2><span>07/03/2026</span>")]
    [InlineData("UBND xã Hà Mạn", "<h1>UBND XÃ HÀ MẠN LẤY Ý KIẾN NGƯỜI THUÊ TRỌ</h1><h2>Hơn hai trăm người thuê trọ nói về nước sạch và giá điện</h2><span>07/03/2026</span>")]
    [InlineData("Sở Tư pháp", "<h1>Sở Tư pháp tập huấn hòa giải viên</h1><h2 class=title>Hơn hai trăm hòa giải viên cơ sở dự lớp tại trung tâm tỉnh</h2><p>07/03/2026</p>")]
    [InlineData("Mưa lớn - Báo Hà Mạn", "<h1>Mưa lớn</h1><h2>Nhiều tuyến đường ngập sâu, học sinh được nghỉ học đến hết tuần</h2><p>07/03/2026</p>")]
    [InlineData("Hà Mạn", "<h1>Lớp học bên sông</h1><p>07/03/2026</p><h2>Ba cô giáo dạy chữ cho trẻ em làng chài mỗi tối</h2>")]
    [InlineData("Tin tức", "<h1>Thông tin về dịch sốt xuất huyết</h1><p>07/03/2026</p><h2>Ba mươi người mắc bệnh trong tuần qua ở các phường</h2>")]
    [InlineData("Thông báo lịch tiêm chủng - UBND xã Hà Mạn", "<h1>Thông báo lịch tiêm chủng</h1><h2>Các điểm tiêm của xã và giờ làm việc của từng điểm</h2><p>07/03/2026</p>")]
    [InlineData("Our News", "<h1>Our village has water again</h1><h2>Three hundred families no longer buy water from the truck</h2><p>March 7, 2026</p>")]
    public void Without_another_the_h1_stays_the_headline(string title, string above) => Read(Title(title), Menu + above, Below).Title.ShouldBe(above[4..above.IndexOf("</h1>", StringComparison.Ordinal)]);

    [Theory]
    [InlineData("Nhà giàn DK1", "h2 class=sapo")]
    [InlineData("Hội An", "h2 class=intro")]
    [InlineData("Huyện Sa Pa", "h2")]
    [InlineData("Hội An", "h2")]
    public void A_short_h1_that_the_page_says_of_itself_is_not_beaten_by_the_lead_below_it(string title, string lead) =>
        Read(Title($"{title} - Báo Hà Mạn") + Open(title) + "<meta property='og:type' content='article'>" + Said(title), $"<h1>{title}</h1><{lead}>Mười hai người lính và một mùa Tết không điện giữa biển khơi</{lead.Split(' ')[0]}><div class=date>07/03/2026 14:05</div>", Below).Title.ShouldBe(title);

    /// <summary>A motto is no name by its words; the text does not speak of it, and of the headline below it does.</summary>
    [Fact]
    public void Of_two_lines_above_the_day_the_text_speaks_of_the_headline()
    {
        const string Spoken = "Học viên được hướng dẫn cách kiểm chứng một tin đồn";
        Read(Title("Chi tiết bài viết"), $"<h1>Nơi mỗi buổi sáng đến trường là niềm vui</h1><h2>{Spoken}</h2><div>07/03/2026</div>", Below).Title.ShouldBe(Spoken);
        Read(Title("Chi tiết bài viết"), $"<h1>Sở khai mạc lớp tập huấn kéo dài ba ngày</h1><h2>{Spoken}</h2><div>07/03/2026</div>", Below).Title.ShouldBe("Sở khai mạc lớp tập huấn kéo dài ba ngày");
    }

    /// <summary>Headline and day in one line: the line carries its own day, and the headline above it none.</summary>
    [Theory]
    [InlineData("<span class=tieude>$</span><span class=ngay>(Ngày đăng: 07-03-2026 14:05)</span>")]
    [InlineData("<b class=title-news>$</b> <i>07/03/2026 14:05</i>")]
    [InlineData("<a class=headline>$</a> - 14:05, 7/3/2026")]
    [InlineData("<p class=title-detail>$ <em>(14:05 07/03/2026)</em></p>")]
    public void A_line_of_headline_and_day_is_both(string line)
    {
        var read = Read(Title("Sở Công Thương tỉnh Hà Mạn"), $"<h1>SỞ CÔNG THƯƠNG TỈNH HÀ MẠN</h1><div>{line.Replace("$", Headline, StringComparison.Ordinal)}", "</div>");
        read.Title.ShouldBe(Headline);
        (read.PublishedAt?.Instant).ShouldBe(new DateTimeOffset(2026, 3, 7, 14, 5, 0, TimeSpan.FromHours(7)));
    }

    [Theory]
    [InlineData("Viện kiểm sát nhân dân tỉnh Hà Mạn")]
    [InlineData("Sở Lao động - Thương binh và Xã hội")]
    [InlineData("Bệnh viện Đa khoa vùng Sông Bắc")]
    [InlineData("Hội Cựu chiến binh tỉnh Hà Mạn")]
    [InlineData("Bảo hiểm xã hội tỉnh Hà Mạn")]
    [InlineData("Cục Thi hành án dân sự tỉnh Hà Mạn")]
    [InlineData("Trung tâm Trợ giúp pháp lý nhà nước tỉnh")]
    [InlineData("Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh")]
    [InlineData("Trung tâm Kiểm soát bệnh tật tỉnh")]
    [InlineData("Quỹ Bảo trợ trẻ em tỉnh")]
    [InlineData("Đoàn Đại biểu Quốc hội và Hội đồng nhân dân tỉnh Hà Mạn")]
    [InlineData("ỦY BAN NHÂN DÂN XÃ SÔNG BẮC HUYỆN HÀ KHÊ TỈNH HÀ MẠN")]
    [InlineData("ỦY BAN NHÂN DÂN XÃ SÔNG BẮC - HUYỆN HÀ KHÊ")]
    [InlineData("Trung tâm Dịch vụ việc làm tỉnh Hà Mạn")]
    [InlineData("Hội Chữ thập đỏ huyện Sông Bắc")]
    [InlineData("Sở Giao thông vận tải Hà Mạn")]
    [InlineData("Trường Phổ thông dân tộc nội trú huyện Sông Bắc")]
    [InlineData("Cổng TTĐT xã Hà Mạn")]
    [InlineData("HĐND tỉnh Hà Mạn khóa XVI")]
    [InlineData("Cổng thông tin điện tử tỉnh Hà Mạn kính chào")]
    [InlineData("Trường Tiểu học số 2 Sông Bắc")]
    public void An_offices_name_gives_way_to_the_headline_above_the_day(string office) =>
        Read(Title(office), $"<div id=top><h1>{office}</h1></div><div class=ct><h2>{Headline}</h2><p class=ngay>Ngày đăng 07/03/2026 14:05</p>", Below).Title.ShouldBe(Headline);

    [Theory]
    [InlineData("Sở Y tế tỉnh Hà Mạn công bố số ca sốt xuất huyết")]
    [InlineData("Hội Cựu chiến binh xã trao quà cho hộ nghèo")]
    [InlineData("Viện kiểm sát nhân dân tỉnh truy tố ba cựu cán bộ")]
    [InlineData("Bệnh viện Đa khoa tỉnh mổ thành công ca tim hiếm")]
    [InlineData("Cục Thi hành án dân sự trả tiền cho người lao động")]
    [InlineData("Trung tâm Kiểm soát bệnh tật tiêm vắc-xin lưu động")]
    [InlineData("Quỹ Bảo trợ trẻ em tặng xe lăn cho học sinh")]
    [InlineData("Công an xã giải cứu cháu bé bị lạc")]
    [InlineData("Bảo hiểm xã hội huyện chi trả lương hưu tại nhà")]
    [InlineData("Đoàn thanh niên xã mở đường ra bến sông")]
    [InlineData("Sở Giáo dục và Đào tạo cho học sinh nghỉ học vì mưa lũ")]
    [InlineData("Hội Nông dân huyện giúp bà con tiêu thụ vải")]
    [InlineData("Tòa án nhân dân huyện xử vụ tranh chấp đất rừng")]
    [InlineData("UBND phường lấy ý kiến người thuê trọ")]
    [InlineData("Trường Tiểu học Hà Mạn dạy chữ cho trẻ làng chài")]
    [InlineData("Thanh tra tỉnh kết luận sai phạm ở ba dự án")]
    [InlineData("Ban Dân tộc tỉnh khảo sát nước sạch ở bản xa")]
    [InlineData("Công an tỉnh Hà Mạn bắt 5 người")]
    [InlineData("Xã Hà Mạn ngập")]
    [InlineData("Cổng thông tin điện tử tỉnh Hà Mạn bị tin tặc tấn công")]
    [InlineData("Tuyên truyền miệng về quyền trẻ em")]
    [InlineData("Văn hóa ứng xử")]
    public void A_headline_that_begins_with_an_offices_name_stays(string headline) =>
        Read(Title(headline), $"<div id=top><h1>{headline}</h1></div><div class=ct><h2>Hơn hai trăm người dự buổi gặp tại trung tâm xã</h2><p class=ngay>Ngày đăng 07/03/2026 14:05</p>", Below).Title.ShouldBe(headline);

    private static ExtractedPage Read(string head, string above, string below) =>
        ArticleExtractor.Extract($"<html lang=vi><head>{head}</head><body>{above}{Body}{below}</body></html>", new Uri("https://hamlinh.example.vn/tin-tuc/tin-123456.html"), Now, CancellationToken.None);
}
