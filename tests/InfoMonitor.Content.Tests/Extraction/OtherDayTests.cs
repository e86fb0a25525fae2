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
    [InlineData("<div>Cập nhật 09/03/2026 09:00 - Đăng 07/03/2026 20:30</div>")]
    [InlineData("<div>Cập nhật 09/03/2026 09:00 - Đăng 20:30 07/03/2026</div>")]
    [InlineData("<div>Sửa đổi: 09/03/2026 09:00; Ban hành: 07/03/2026 20:30</div>")]
    public void Of_a_change_and_the_publication_the_publication_is_read(string above) => Read(above, "").ShouldBe(new DateOnly(2026, 3, 7));

    [Theory]
    [InlineData("<div>Ngày: 07/03/2026</div>")]
    [InlineData("<div>Thời gian: 07/03/2026 14:05</div>")]
    [InlineData("<div>Nguồn: Báo Ví Dụ, 07/03/2026</div>")]
    [InlineData("<div>Ban hành: 05/03/2026</div><div>Cập nhật: 07/03/2026</div>")]
    [InlineData("<div>Cập nhật 07/03/2026 09:00 - Đăng 5 ảnh</div>")]
    public void A_label_unknown_here_still_dates_a_page_that_tells_no_other_day(string above) => Read(above, "").ShouldBe(new DateOnly(2026, 3, 7));

    /// <summary>What was put up then is pictures.</summary>
    [Theory]
    [InlineData("Cập nhật 07/03/2026 09:00 - Đăng 5 ảnh", true)]
    [InlineData("Cập nhật 07/03/2026 09:00 - Đăng 5/3/2026", false)]
    [InlineData("Cập nhật 07/03/2026 09:00 - Đăng: 5 ảnh", false)]
    public void A_number_is_no_day_of_publication(string line, bool isOfChange) => DateLine.IsOfChange(line).ShouldBe(isOfChange);

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

    /// <summary>Nothing else tells the day: then the label is believed, as far as it goes.</summary>
    [Theory]
    [InlineData("<div>Bản tin hằng ngày: 07/03/2026</div>", "", 7)]
    [InlineData("<div>Bản tin hằng ngày: 07/03/2026</div>", "<p>Hết bản tin.</p><p>Hết bản tin.</p><p>Hà Mạn, 08/03/2026</p>", 8)]
    public void A_day_under_a_label_that_says_nothing_of_publication_is_weak(string above, string below, int day)
    {
        var published = Page(above, below).PublishedAt.ShouldNotBeNull();
        published.Date.ShouldBe(new DateOnly(2026, 3, day));
        published.IsWeak.ShouldBeTrue();
    }

    [Theory]
    [InlineData("<div>Cập nhật: 09/11/2026</div>", "<p>Ngày đăng: 07/03/2026</p>", "")]
    [InlineData("<div>Cập nhật: 09/11/2026</div>", "<p>Hết bản tin.</p><p>Hết bản tin.</p><p>Ngày đăng: 07/03/2026</p>", "")]
    [InlineData("<time datetime=2026-03-07>7/3</time>", "<p>Cập nhật lần cuối: 09/11/2026 08:00</p>", "")]
    [InlineData("", "<p>Cập nhật: 09/11/2026</p><p>Đăng lúc: 14:05 07/03/2026</p>", "")]
    [InlineData("", "<p>Cập nhật: 09/11/2026</p><p>Thời gian đăng: 07/03/2026</p>", "")]
    [InlineData("", "<p>Cập nhật: 09/11/2026</p><p>Hà Mạn, 07/03/2026</p>", "")]
    [InlineData("", "<p>Cập nhật: 09/11/2026</p>", "(Hà Mạn, ngày 7/3/2026) - ")]
    public void The_day_of_a_change_yields_to_any_of_publication(string above, string below, string opening) => Page(above, below, opening).PublishedAt.ShouldNotBeNull().Date.ShouldBe(new DateOnly(2026, 3, 7));

    [Theory]
    [InlineData("</main><footer><p>Cập nhật: 20/11/2026</p></footer><main>")]
    [InlineData("<div><b>Văn bản mới</b><div><a href=/vb/1>12/QĐ-UBND</a><br>Ngày ban hành: 05/11/2026</div><div><a href=/vb/2>14/KH-UBND</a><br>Ngày ban hành: 04/11/2026</div></div>")]
    public void The_day_of_the_sites_foot_or_of_a_document_dates_no_page(string below) => Read("", below).ShouldBeNull();

    private static readonly string[] Headlines = ["Hội nông dân xã ra mắt mô hình nuôi ong", "Thanh niên Hà Mạn trồng rừng", "Khai mạc giải bóng chuyền"];

    /// <summary>Boxes of other stories with their days, before, beside and below the article: what stands around the row of each, and a row (0 is its headline, 1 its day, 2 its number).</summary>
    public static TheoryData<string, string, string, string> Boxes => new()
    {
        { "before", "<div class=hot><h3>Tin mới</h3><ul>", "<li><a href=/t/{2}.html>{0}</a> ({1})", "</ul></div>" },
        { "before", "<table>", "<tr><td><a href=/t/{2}>{0}</a></td><td>{1}</td></tr>", "</table>" },
        { "before", "<div class=ticker>", "<div><span class=date>{1}</span> <a href=/t/{2}>{0}</a></div>", "</div>" },
        { "before", "<div class=slide>", "<div><h2><a href=/t/{2}>{0}</a></h2><span>Ngày đăng: {1}</span></div>", "</div>" },
        { "before", "<div><b>Thông báo</b>", "<p><a href=/t/{2}>Lịch cắt điện</a> - {1}</p>", "</div>" },
        { "beside", "<div style='float:right'>", "<div><a href=/t/{2}>{0}</a><br><i>{1}</i></div>", "</div>" },
        { "below", "<h4>Các tin khác</h4>", "<div><a href=/t/{2}>{0}</a><time>{1}</time></div>", "" },
        { "below", "<h4>Các tin đã đưa</h4>", "<div><div><a href=/t/{2}>{0}</a></div><div><time datetime=2026-11-0{2}>{1}</time></div></div>", "" },
        { "below", "<table><tr><td><b>Tin liên quan</b></td></tr>", "<tr><td>{1}</td><td><a href=?id={2}>{0}</a></td></tr>", "</table>" },
        { "below", "<div><b>Tin cùng chuyên mục</b>", "<p>{1}</p><p><a href=/t/{2}>{0}</a></p>", "</div>" },
        { "below", "<div><b>Đọc nhiều</b>", "<div><a href=/t/{2}>{0}</a><br>Ngày đăng: {1} | Lượt xem: 20{2}</div>", "</div>" },
        { "below", "<div>", "<div><h3><a href=/t/{2}>{0}</a></h3><p>Hơn năm mươi hộ dân của bản tham gia trong ngày đầu tiên.</p><small>{1}</small></div>", "</div>" },
    };

    [Theory]
    [MemberData(nameof(Boxes))]
    public void The_days_in_a_box_of_other_stories_date_no_page(string place, string before, string row, string after)
    {
        var box = before + string.Concat(Headlines.Select((headline, i) => string.Format(System.Globalization.CultureInfo.InvariantCulture, row, headline, $"0{5 - i}/11/2026", i + 1))) + after;
        foreach (var own in (ReadOnlySpan<string>)["", "<div>07/03/2026 14:05</div>"])
        {
            var (above, below, first) = place switch { "before" => (own, "", box), "beside" => (own + box, "", ""), _ => (own, box, "") };
            (Page(above, below, first: first).PublishedAt?.Date).ShouldBe(own.Length == 0 ? null : new DateOnly(2026, 3, 7));
        }
    }

    [Fact]
    public void A_date_beside_no_link_dates_a_page() => Read("", "<div><span class=date>07/03/2026</span> <a href=/in>In bài</a></div>").ShouldBe(new DateOnly(2026, 3, 7));

    private static DateOnly? Read(string above, string below) => Page(above, below).PublishedAt?.Date;

    private static ExtractedPage Page(string above, string below, string opening = "", string first = "") =>
        ArticleExtractor.Extract($"<html lang=vi><head><title>{Title}</title></head><body>{first}<main><h1>{Title}</h1>{above}{Body.Replace("<div><p>", $"<div><p>{opening}", StringComparison.Ordinal)}{below}</main></body></html>", new Uri("https://bao.example.vn/tin/chi-tiet"), new DateTimeOffset(2026, 11, 26, 5, 0, 0, TimeSpan.Zero), CancellationToken.None);
}
