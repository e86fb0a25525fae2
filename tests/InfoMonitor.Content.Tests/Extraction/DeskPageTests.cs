using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>Pages by which a site is reached, sells its space and hires are no articles; news of advertising, recruitment and telephone lines is. Papers, offices and places are made up.</summary>
public sealed class DeskPageTests
{
    private const string Body = $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p>";

    /// <summary>The kind, the address, the title and what stands below it.</summary>
    public static TheoryData<NonArticle, string, string, string> Pages => new()
    {
        // By the address and what the page holds, by the address and whom it speaks to, by both of these at any address.
        { NonArticle.Contacts, "/lien-he.html", "Liên hệ", "<p>Người gửi tin, bài cộng tác hoặc phản ánh sự việc điền vào mẫu bên dưới, ban biên tập trả lời trong vòng ba ngày làm việc và giữ kín tên người gửi.</p><form><textarea></textarea></form>" },
        { NonArticle.Contacts, "/lien-he", "Liên hệ tòa soạn Báo Đồng Vân", "<p>Chúng tôi trân trọng mọi ý kiến đóng góp, phản ánh và thư từ, và đọc từng thư một trước khi trả lời người gửi bằng điện thoại hoặc bằng thư trong tuần.</p>" },
        { NonArticle.Contacts, "/page/3", "Contact the newsroom", "<p>Our newsroom is open from eight to six on weekdays. You can call us, write to us, or come to the front desk on Mill Street, where somebody will take down what you have to say.</p>" },
        { NonArticle.Contacts, "/trang/5", "Gửi bài cộng tác", "<p>Quý vị có bài viết, ảnh và tư liệu muốn đăng trên báo xin gửi về tòa soạn kèm họ tên, địa chỉ; chúng tôi trả nhuận bút theo quy định và báo tin trong vòng mười ngày.</p>" },
        { NonArticle.Contacts, "/press/contacts", "Press contacts", "<p>Our press office answers journalists day and night. Please ring the number below, or write; we do not answer questions about single cases.</p><p>Phone: +44 1632 960 100</p>" },
        { NonArticle.Vacancies, "/get-involved/volunteer", "Volunteer with us", "<p>We are looking for people who can give us two evenings a week. You will help families fill in forms, and you will be trained before you start, by those who have done it longest.</p>" },
        { NonArticle.Advertising, "/quang-cao", "Bảng giá quảng cáo năm 2026", "<p>Bảng dưới đây áp dụng cho báo in và báo điện tử, cho đến khi có bảng mới thay thế, chưa gồm thuế và tiền thiết kế của người đặt hàng.</p><table><tr><td>Trang nhất</td><td>12.000.000 đồng/tuần</td></tr><tr><td>Trang trong</td><td>7.000.000 đồng/tuần</td></tr></table>" },
        { NonArticle.Advertising, "/lien-he-quang-cao", "Liên hệ quảng cáo", "<p>Quý khách có nhu cầu đăng bài giới thiệu sản phẩm trên báo xin gọi cho chúng tôi trong giờ hành chính, để được tư vấn chiến dịch truyền thông phù hợp.</p>" },
        { NonArticle.Advertising, "/page/qc", "Báo giá quảng cáo báo điện tử Đồng Vân", "<p>Với hơn hai triệu lượt đọc mỗi tháng, trang của chúng tôi là nơi thương hiệu của bạn gặp đúng người cần gặp. Banner đầu trang: 15.000.000 đồng một tuần.</p>" },
        { NonArticle.Advertising, "/advertising-rates", "Advertising rates", "<p>All rates are in pounds and do not include value added tax. Discounts are given for bookings of ten weeks or more. Artwork must arrive five working days before publication.</p>" },
        { NonArticle.Advertising, "/go/7", "Advertise with us", "<p>Reach forty thousand readers in the valley every week, in print and online. Our team will help you design your campaign. A full page costs £900, a banner £120 a week.</p>" },
        { NonArticle.Vacancies, "/tuyen-dung", "Tuyển dụng", "<p>Báo Đồng Vân cần tuyển ba phóng viên mảng xã hội và một nhân viên kỹ thuật, tốt nghiệp đại học, có ít nhất hai năm kinh nghiệm. Hồ sơ gửi về phòng tổ chức trước ngày 30/11/2026.</p>" },
        { NonArticle.Vacancies, "/trang/9", "Cơ hội nghề nghiệp tại Báo Đồng Vân", "<p>Chúng tôi tìm những người trẻ yêu nghề, muốn đi và viết về những điều chưa ai kể. Bạn được đào tạo bài bản, mức lương theo năng lực, mười lăm ngày phép mỗi năm.</p>" },
        { NonArticle.Vacancies, "/careers/", "Careers at Example Relief", "<p>We employ ninety people in eleven countries, and are looking for colleagues who share our commitment. All current vacancies are listed below, with the form for each of them.</p>" },
        { NonArticle.Vacancies, "/jobs", "Work with us", "<p>Join our team. We hire people who listen first, and train them before they travel. If there is nothing for you at the moment, send us your CV and we will keep it for six months.</p>" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_by_which_a_site_is_reached_sells_its_space_or_hires_is_no_article(NonArticle kind, string path, string title, string body) => Read(path, title, body).Because.ShouldBe(kind);

    /// <summary>A title that goes on; one that does not, where the address alone speaks for it; what says that it is an article.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void What_says_that_it_is_an_article_is_none_of_these(NonArticle kind, string path, string title, string body) =>
        Read(path, title, body, "<meta property=article:published_time content=2026-03-07T08:00:00Z>").Because.ShouldBeNull($"{kind}");

    public static TheoryData<string, string, string> Articles => new()
    {
        { "/quang-cao/", "Quảng cáo thuốc giả trên mạng: ba công ty bị phạt", "<p>Mức phạt cao nhất là 90.000.000 đồng, theo bảng giá mà thanh tra thu được.</p>" },
        { "/quang-cao", "Quảng cáo", "<p>Thanh tra tỉnh phạt ba nhãn hàng dùng tên bác sĩ để bán thực phẩm chức năng.</p>" },
        { "/business/advertising", "Advertising rates fall for third year", "<p>A full page cost £900 on average, down from £1,100, publishers said.</p>" },
        { "/tuyen-dung/lua-dao", "Tuyển dụng lừa đảo: hàng chục lao động mất tiền cọc", "<p>Người bị lừa nộp hồ sơ qua một trang giả, với mức lương hứa hẹn cao gấp ba.</p>" },
        { "/tuyen-dung", "Tuyển dụng công chức năm 2026 của Bộ Ví Dụ có gì mới", "<p>Người dự tuyển nộp hồ sơ dự tuyển tại trụ sở Bộ hoặc qua bưu điện.</p>" },
        { "/tin-tuc/tuyen-dung", "Tuyển dụng viên chức", "<div>15/09/2026</div><p>Bộ Ví Dụ cần tuyển 45 viên chức, hồ sơ gửi trước ngày 20/10/2026.</p>" },
        { "/news/careers", "Careers fair draws two thousand school leavers", "<p>Many had sent a CV to forty firms, and we employ whom we can, one of them said.</p>" },
        { "/xa-hoi/lien-he", "Liên hệ đường dây nóng, ba trẻ em được giải cứu", "<p>Hotline: 111, trực cả ngày lẫn đêm.</p>" },
        { "/2026/contact", "Contact tracing begins in three districts", "<p>Parents can call the ministry's telephone line before any test.</p>" },
        { "/culture/contact", "Contact", "<p>The film of that name returns to the cinema of the branch library on Friday, in a new print.</p>" },
    };

    [Theory]
    [MemberData(nameof(Articles))]
    public void News_of_advertising_recruitment_and_telephone_lines_is_an_article(string path, string title, string body)
    {
        var read = Read(path, title, $"{(body.StartsWith("<div>", StringComparison.Ordinal) ? "" : Body)}{body}{(body.StartsWith("<div>", StringComparison.Ordinal) ? Body : "")}");
        read.Outcome.ShouldBe(ExtractionOutcome.Article, read.Reason);
        read.Text.ShouldNotBeNull().ShouldContain(VietnamesePages.First);
    }

    private static ExtractedPage Read(string path, string title, string body, string head = "") =>
        ArticleExtractor.Extract($"<html lang=vi><head><title>{title}</title>{head}</head><body><nav><a href=/>Trang chủ</a></nav><main><h1>{title}</h1>{body}</main></body></html>", new Uri("https://tin.example" + path), new DateTimeOffset(2026, 11, 26, 5, 0, 0, TimeSpan.Zero), CancellationToken.None);
}
