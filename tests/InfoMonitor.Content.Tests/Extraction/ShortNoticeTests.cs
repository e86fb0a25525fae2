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

    /// <summary>What is sold there is no rest of the article, which is whole.</summary>
    [Theory]
    [InlineData("Đăng ký để đọc tiếp những tin mới nhất qua email mỗi sáng", true)]
    [InlineData("Đăng ký thành viên để xem nội dung mới mỗi ngày", true)]
    [InlineData("Sign up for our newsletter to read more stories like this", true)]
    [InlineData("Đăng nhập để đọc tiếp các tin khác của chuyên mục", true)]
    [InlineData("Đăng ký để đọc tiếp bài viết này và những tin mới mỗi ngày", false)]
    [InlineData("Subscribe to continue reading this article and more stories like this", false)]
    [InlineData("Đăng ký gói thành viên để đọc tiếp", false)]
    public void A_box_that_sells_a_newsletter_is_no_wall_before_the_article_above_it(string box, bool isArticle) =>
        (Read(Open, $"<p>{VietnamesePages.First}</p><p>{Told}</p><div class=box><p>{box}</p><form><input type=email><button>Gửi</button></form></div>").Because is null).ShouldBe(isArticle);

    /// <summary>Every page of a site may have a field for a password in its head.</summary>
    [Theory]
    [InlineData("<div class=date>07/03/2026 16:00</div>", null)]
    [InlineData("", NonArticle.LogIn)]
    public void A_short_notice_with_its_day_is_no_wall_for_the_log_in_above_it(string day, NonArticle? kind) => ArticleExtractor.Extract(
        $"<html lang=vi><head><title>{Title}</title></head><body><form><input name=a><input type=password><button>Vào</button></form><main><h1>{Title}</h1>{day}<p>{Cut}</p></main></body></html>",
        new Uri("https://xa.example/tin/8812.html"), new DateTimeOffset(2026, 11, 26, 5, 0, 0, TimeSpan.Zero), CancellationToken.None).Because.ShouldBe(kind);

    private const string Others = "<div class=khac><h3>Tin khác</h3><ul><li><a href=/1>Hội nghị tổng kết công tác năm của xã Hà Mạn</a><li><a href=/2>Hội nông dân xã ra mắt mô hình nuôi ong</a><li><a href=/3>Thanh niên Hà Mạn trồng rừng phòng hộ đầu nguồn</a><li><a href=/4>Khai mạc giải bóng chuyền các thôn bản</a><li><a href=/5>Trường tiểu học Hà Mạn đón chuẩn quốc gia</a><li><a href=/6>Mưa lớn gây ngập ba thôn ven suối</a><li><a href=/7>Lớp xóa mù chữ buổi tối cho phụ nữ</a><li><a href=/8>Xã Hà Mạn làm đường vào bản xa nhất</a></ul></div>";
    private const string Cut = "Nhà máy nước tạm ngừng cấp nước thôn Nà Lếch từ 8 giờ đến 17 giờ ngày 8/3 do sửa ống.";
    private const string Forecast = "<table><tr><th>Ngày</th><th>Nhiệt độ</th><th>Thời tiết</th></tr><tr><td>8/3</td><td>17-22°C</td><td>Mưa nhỏ</td></tr><tr><td>9/3</td><td>18-24°C</td><td>Nhiều mây</td></tr></table>";

    /// <summary>What provinces and communes publish: the headline, what stands below it, the end of its text.</summary>
    [Theory]
    [InlineData("Dự báo thời tiết ba ngày tới trên địa bàn xã", "<div class=date>07/03/2026 16:00</div><div class=nd><p>Đài khí tượng dự báo xã có mưa nhỏ, trời rét.</p>" + Forecast + "</div>" + Others, "Nhiều mây")]
    [InlineData("Xã Hà Mạn ra quân làm đường giao thông nông thôn", "<div>Ngày đăng: 07/03/2026</div><div class=nd><iframe src=https://video.example/x></iframe><p><em>Sáng 7/3, hơn hai trăm người dân xã Hà Mạn ra quân làm đường.</em></p></div>" + Others, "ra quân làm đường.")]
    [InlineData("Xã Hà Mạn ra quân làm đường giao thông nông thôn", "<span>Thứ Bảy, 07/03/2026, 08:30</span><div class=nd><video src=a.mp4></video><p>Hơn hai trăm người dân xã Hà Mạn ra quân làm đường sáng 7/3.</p></div>" + Others, "sáng 7/3.")]
    [InlineData("Thông báo cắt điện ngày 9/3/2026", "<div>Ngày đăng: 07/03/2026</div><div class=nd><p>Điện lực Hà Mạn cắt điện thôn Nà Lếch từ 7 giờ đến 16 giờ ngày 9/3 để sửa lưới.</p></div>" + Others, "để sửa lưới.")]
    [InlineData("Thông báo mất nước", "<p>Ngày đăng: 07/03/2026 09:15</p><p>" + Cut + "</p>", Cut)]
    [InlineData("Tạm ngừng cấp nước thôn Nà Lếch", "<p>" + Cut + "</p><p>Ngày đăng: 07/03/2026</p>", Cut)]
    [InlineData("Thông báo lịch tiêm chủng tháng 3", "<div>Ngày đăng: 07/03/2026</div><div class=nd><p>Trạm y tế xã tiêm chủng cho trẻ dưới hai tuổi theo lịch sau:</p><ul><li>Thôn Nà Lếch: sáng 10/3</li><li>Thôn Co Phương: sáng 11/3</li></ul></div>" + Others, "sáng 11/3")]
    [InlineData("Thông báo nghỉ lễ Giỗ Tổ Hùng Vương", "<div>Ngày đăng: 07/03/2026</div><p>Căn cứ Bộ luật Lao động, UBND xã thông báo lịch nghỉ lễ như sau:</p><p>- Nghỉ 01 ngày, thứ Hai, 27/4</p><p>- Bộ phận một cửa làm việc lại từ 28/4</p><p>TM. UBND XÃ</p>", "từ 28/4")]
    public void A_short_notice_whose_day_stands_by_it_is_an_article(string title, string body, string end)
    {
        var read = Portal(title, body);
        read.Outcome.ShouldBe(ExtractionOutcome.Article, read.Reason);
        read.Text.ShouldNotBeNull().ShouldEndWith(end);
        (read.PublishedAt?.Date).ShouldBe(new DateOnly(2026, 3, 7));
    }

    private const string Rates = "<table><tr><th>Ngoại tệ</th><th>Mua vào</th><th>Bán ra</th></tr><tr><td>USD</td><td>25.120</td><td>25.480</td></tr><tr><td>EUR</td><td>27.010</td><td>28.490</td></tr><tr><td>JPY</td><td>161,20</td><td>170,60</td></tr></table>";
    private const string Draw = "<table><tr><td>Giải đặc biệt</td><td>48213</td></tr><tr><td>Giải nhất</td><td>10984</td></tr><tr><td>Giải nhì</td><td>33120 - 90041</td></tr><tr><td>Giải ba</td><td>11234 - 55231</td></tr></table>";
    private const string Hire = "<table><tr><th>Phòng</th><th>Giá một buổi</th></tr><tr><td>Hội trường lớn</td><td>7.200.000 đồng</td></tr><tr><td>Hội trường nhỏ</td><td>3.100.000 đồng</td></tr><tr><td>Phòng họp tầng hai</td><td>1.500.000 đồng</td></tr><tr><td>Sân trước nhà văn hóa</td><td>900.000 đồng</td></tr></table>";
    private const string Pictures = "<figure><img src=a.jpg><figcaption>Gặt lúa từ năm giờ.</figcaption></figure><figure><img src=b.jpg><figcaption>Máy gặt thuê.</figcaption></figure><figure><img src=c.jpg><figcaption>Trẻ em theo mẹ.</figcaption></figure>";
    private const string Picture = "<figure><img src=d.jpg><figcaption>Phơi thóc ở sân đình.</figcaption></figure>";

    /// <summary>A table or pictures are all it has to say: whoever publishes them under a headline says when.</summary>
    [Theory]
    [InlineData("Tỷ giá ngoại tệ ngày 7/3/2026", "<div class=date>07/03/2026 08:30</div>" + Rates + Others, "", "Ngoại tệ", "170,60")]
    [InlineData("Tỷ giá ngoại tệ ngày 7/3/2026", Rates, "<meta property=og:type content=article><meta property=article:published_time content=2026-03-07T08:30:00+07:00>", "Ngoại tệ", "170,60")]
    [InlineData("Kết quả xổ số tỉnh ngày 7/3/2026", "<div>Thứ Bảy, 07/03/2026, 17:30</div>" + Draw, "", "Giải đặc biệt", "11234 - 55231")]
    [InlineData("Dự báo thời tiết ba ngày tới trên địa bàn xã", "<div>Ngày đăng: 07/03/2026</div><div class=nd>" + Forecast + "</div>" + Others, "", "Ngày", "Nhiều mây")]
    [InlineData("Giá thuê hội trường xã Hà Mạn", "<p>Ngày đăng: 07/03/2026</p>" + Hire, "", "Phòng", "900.000 đồng")]
    [InlineData("Mùa gặt ở Hà Mạn", "<div>07/03/2026</div><p>Ngày mùa ở vùng cao.</p>" + Pictures + Picture, "", "Gặt lúa từ năm giờ.", "Phơi thóc ở sân đình.")]
    [InlineData("Mùa gặt ở Hà Mạn", "<div>07/03/2026</div><p>Bà con Hà Mạn gặt lúa từ sáng sớm.</p>" + Pictures + Picture, "", "Bà con Hà Mạn gặt lúa từ sáng sớm.", "Phơi thóc ở sân đình.")]
    public void A_table_or_pictures_alone_with_a_headline_and_a_day_are_an_article(string title, string body, string head, string begin, string end)
    {
        var read = Portal(title, body, head);
        read.Outcome.ShouldBe(ExtractionOutcome.Article, read.Reason);
        read.Text.ShouldNotBeNull().ShouldSatisfyAllConditions(t => t.ShouldStartWith(begin), t => t.ShouldEndWith(end));
        (read.PublishedAt?.Date).ShouldBe(new DateOnly(2026, 3, 7));
    }

    /// <summary>What a site has to offer, day in, day out; a picture or two.</summary>
    [Theory]
    [InlineData("Tỷ giá ngoại tệ hôm nay", Rates)]
    [InlineData("Giá thuê hội trường xã Hà Mạn", Hire)]
    [InlineData("Mùa gặt ở Hà Mạn", Pictures + Picture)]
    [InlineData("Mùa gặt ở Hà Mạn", "<div>07/03/2026</div>" + Pictures)]
    [InlineData("Giá thuê hội trường xã Hà Mạn", "<table><tr><td><h2>Giá thuê hội trường xã Hà Mạn</h2></td></tr><tr><td>07/03/2026</td></tr><tr><td>Lượt xem</td></tr><tr><td>120</td></tr><tr><td>Đánh giá</td></tr><tr><td>5</td></tr><tr><td>Cỡ chữ</td></tr><tr><td>Vừa</td></tr></table>")]
    public void A_table_or_pictures_alone_are_none_where_nothing_says_that_they_are_published(string title, string body) => Portal(title, body).Because.ShouldBe(NonArticle.TooShort);

    /// <summary>Whatever its title and day: whom to call is no news (DESIGN 2.1).</summary>
    [Fact]
    public void A_table_of_telephones_alone_says_how_an_office_is_reached() => Portal("Các phòng ban của huyện Hà Mạn",
        "<div>07/03/2026</div><table><tr><th>Phòng</th><th>Số gọi</th></tr><tr><td>Tư pháp</td><td>0210 3000 001</td></tr><tr><td>Nội vụ</td><td>0210 3000 002</td></tr><tr><td>Văn hóa và Thông tin</td><td>0210 3000 003</td></tr></table>").Because.ShouldBe(NonArticle.Contacts);

    /// <summary>Three may name a section.</summary>
    [Theory]
    [InlineData("Ngừng cấp nước", NonArticle.TooShort)]
    [InlineData("Tạm ngừng cấp nước", null)]
    public void A_notice_has_a_headline_of_four_words(string title, NonArticle? kind) => Portal(title, "<div>Ngày đăng: 07/03/2026</div><p>" + Cut + "</p>").Because.ShouldBe(kind);

    /// <summary>By a headline that names a section or is a link, by a day that stands elsewhere or says nothing of publication, by other articles before the text, by what the text says.</summary>
    [Theory]
    [InlineData("Thông báo", "<div>Ngày đăng: 07/03/2026</div><p>" + Cut + "</p>")]
    [InlineData("Thông báo của xã Hà Mạn", "<div>07/03/2026</div><p>Xã có ba thông báo mới trong tuần này, mời bà con theo dõi và thực hiện.</p>")]
    [InlineData("Thông báo của xã Hà Mạn", "<div><a href=/1>Thông báo cắt điện ngày 9/3/2026 ở thôn Nà Lếch</a> <span>Ngày đăng: 07/03/2026</span></div><p>" + Cut + "</p>")]
    [InlineData("Tạm ngừng cấp nước thôn Nà Lếch", "<p>" + Cut + "</p>")]
    [InlineData("Tạm ngừng cấp nước thôn Nà Lếch", "<p>" + Cut + "</p><p>Cập nhật: 07/03/2026</p>")]
    [InlineData("Tạm ngừng cấp nước thôn Nà Lếch", "<div>07/03/2026</div><p>Nước ngừng chảy ngày 8/3.</p>")]
    [InlineData("Tạm ngừng cấp nước thôn Nà Lếch", "<div>07/03/2026</div><p>Nội dung này hiện không còn trên hệ thống, xin mời bạn quay lại trang chủ.</p>")]
    [InlineData("Cổng thông tin điện tử xã Hà Mạn", "<div>26/11/2026</div><p>Bài viết không tồn tại hoặc đã bị xóa. Xin mời quý vị quay lại sau ít phút.</p>")]
    [InlineData("Quy hoạch sử dụng đất của xã", "<div>Ngày đăng: 07/03/2026</div><p>Nội dung đang được cập nhật, mời quý vị quay lại sau ít ngày nữa nhé.</p>")]
    public void What_is_as_short_and_no_notice_is_none(string title, string body) => Portal(title, body).Outcome.ShouldBe(ExtractionOutcome.NotArticle);

    private static ExtractedPage Portal(string title, string body, string head = "") =>
        ArticleExtractor.Extract($"<html><head><title>{title}</title>{head}</head><body><table><tr><td>Hôm nay</td><td><a href=/>Trang chủ</a></td></tr></table><div id=main><h1>{title}</h1>{body}</div></body></html>", new Uri("https://haman.example.gov.vn/chitiet.aspx?id=88"), new DateTimeOffset(2026, 11, 26, 5, 0, 0, TimeSpan.Zero), CancellationToken.None);

    [Fact]
    public void What_is_sold_is_no_notice() => Read(Data.Replace("\"headline\"", "\"isAccessibleForFree\":false,\"headline\"", StringComparison.Ordinal), $"<p>{Told}</p>").Because.ShouldBe(NonArticle.TooShort);

    private static ExtractedPage Read(string head, string body) =>
        ArticleExtractor.Extract($"<html lang=vi><head><title>{Title}</title>{head}</head><body><nav><a href=/>Trang chủ</a></nav><main><h1>{Title}</h1>{body}</main></body></html>", new Uri("https://tin.example/giao-thong/deo-pha-let"), new DateTimeOffset(2026, 11, 26, 5, 0, 0, TimeSpan.Zero), CancellationToken.None);
}
