using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>Days on a page that are not its day of publication: of an event, a deadline, a change, another article.</summary>
public sealed class OtherDayTests
{
    private const string Title = VietnamesePages.Title;

    private const string Body = $"<div><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p></div>";

    [Theory]
    [InlineData("<p><b>Thời gian: 8h00 ngày 15/03/2026</b></p><p>Địa điểm: Hội trường xã</p>", "<div>Ngày đăng: 07/03/2026</div>")]
    [InlineData("<p>Thời gian: 8h00 ngày 15/03/2026</p>", "<div>(Cập nhật lúc 14:05 07/03/2026)</div>")]
    [InlineData("<p>Hạn nộp hồ sơ: 20/11/2026</p>", "<div>Đăng lúc 14:05 07/03/2026</div>")]
    [InlineData("<div>Hạn chót: 01/11/2026</div><div>07/03/2026 14:05</div>", "")]
    [InlineData("<div>Hạn chót: ngày 1 tháng 11 năm 2026</div><div>07/03/2026 14:05</div>", "")]
    [InlineData("<div><b>Ngày sự kiện: 01/11/2026</b></div>", "<div>Tin đăng ngày 07/03/2026</div>")]
    [InlineData("<div>Số hiệu: 15/2026/NĐ-CP | Ngày hiệu lực: 01/07/2026 | Ngày đăng: 07/03/2026</div>", "")]
    [InlineData("<div>Khai mạc: 19h30, 20/10/2026 - Bế mạc: 25/10/2026</div>", "<p>Ngày đăng: 07/03/2026</p>")]
    public void A_day_under_another_label_yields_to_the_pages_own(string above, string below) => Read(above, below).ShouldBe(new DateOnly(2026, 3, 7));

    [Theory]
    [InlineData("<div>Cập nhật: 09/03/2026 08:00 | Đăng: 07/03/2026 14:05</div>")]
    [InlineData("<div>Ngày cập nhật: 09/03/2026 - Ngày đăng: 07/03/2026</div>")]
    [InlineData("<div>Đăng: 07/03/2026 | Cập nhật: 09/03/2026</div>")]
    public void Of_a_change_and_the_publication_the_publication_is_read(string above) => Read(above, "").ShouldBe(new DateOnly(2026, 3, 7));

    [Theory]
    [InlineData("<div>Ngày: 07/03/2026</div>")]
    [InlineData("<div>Thời gian: 07/03/2026 14:05</div>")]
    [InlineData("<div>Nguồn: Báo Ví Dụ, 07/03/2026</div>")]
    public void A_label_unknown_here_still_dates_a_page_that_tells_no_other_day(string above) => Read(above, "").ShouldBe(new DateOnly(2026, 3, 7));

    [Theory]
    [InlineData("<h3>Bài mới</h3><div><a href=/x>Mưa lớn ở vùng cao</a> <span class=date>07/03/2026</span></div>")]
    [InlineData("<div class=other><div><a href=/x>Mưa lớn ở vùng cao</a> <span class=time>07/03/2026</span></div></div>")]
    [InlineData("<div class=other><a href=/x>Mưa lớn ở vùng cao</a> <time>07/03/2026</time></div>")]
    [InlineData("<h3>Bài mới</h3><div><a href=/x>Mưa lớn ở vùng cao phía bắc</a></div><div class=date>07/03/2026</div>")]
    [InlineData("<h4><a href=/x>Mưa lớn ở vùng cao phía bắc</a></h4><p>07/03/2026 08:00</p>")]
    [InlineData("<h4><a href=/x>Mưa lớn ở vùng cao phía bắc</a></h4><p>Ngày đăng: 07/03/2026</p>")]
    [InlineData("<h4><a href=/x>Mưa lớn ở vùng cao phía bắc</a></h4><time>07/03/2026</time>")]
    [InlineData("<h4><a href=/x>Mưa lớn ở vùng cao phía bắc</a></h4><p>Nước sông lên nhanh trong đêm qua.</p><p>07/03/2026</p>")]
    public void The_date_of_a_linked_article_dates_no_page(string below) => Read("", below).ShouldBeNull();

    [Theory]
    [InlineData("<p>Theo báo Hà Mạn</p><p>07/03/2026</p>")]
    [InlineData("<div><a href=/t1>nước sạch</a>, <a href=/t2>vùng cao</a>, <a href=/t3>tỉnh Ví Dụ</a></div><div>07/03/2026</div>")]
    public void A_date_under_a_line_that_is_no_headline_dates_a_page(string below) => Read("", below).ShouldBe(new DateOnly(2026, 3, 7));

    [Fact]
    public void A_date_beside_no_link_dates_a_page() => Read("", "<div><span class=date>07/03/2026</span> <a href=/in>In bài</a></div>").ShouldBe(new DateOnly(2026, 3, 7));

    private static DateOnly? Read(string above, string below) =>
        ArticleExtractor.Extract($"<html lang=vi><head><title>{Title}</title></head><body><main><h1>{Title}</h1>{above}{Body}{below}</main></body></html>", new Uri("https://bao.example.vn/tin/chi-tiet"), new DateTimeOffset(2026, 11, 26, 5, 0, 0, TimeSpan.Zero), CancellationToken.None).PublishedAt?.Date;
}
