using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>Days on portals laid out in tables: in the cell of the headline and the text, parted by single line breaks, at the head of the first paragraph, behind what the page is filed under.</summary>
public sealed class PortalDayTests
{
    private const string Title = VietnamesePages.Title;

    private const string Portal = "Cổng thông tin điện tử xã Hà Mạn";

    private const string Body = $"{VietnamesePages.First}<br>{VietnamesePages.Second}<br>{VietnamesePages.Third}";

    /// <summary>It is published when it is answered.</summary>
    [Theory]
    [InlineData("<div><span>Ngày hỏi: 01/10/2026</span> <span>Ngày trả lời: 04/10/2026</span></div>", "")]
    [InlineData("", "<div>Ngày gửi: 01/10/2026 | Trả lời ngày 04/10/2026</div>")]
    [InlineData("<div>Ngày hỏi: 01/10/2026</div>", "<p>Ngày trả lời: 04/10/2026</p>")]
    public void An_answer_is_of_the_day_on_which_it_is_given(string above, string below) =>
        (Read($"<tr><td><h1>{Title}</h1>{above}<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p>{below}</td></tr>").PublishedAt?.Date).ShouldBe(new DateOnly(2026, 10, 4));

    public static TheoryData<string> Stamps =>
    [
        "(Cập nhật: 04/10/2026 08:15)", "(Ngày 04/10/2026)", "Thứ 7, 04/10/2026", "Ngày đăng: 04/10/2026", "Đăng lúc 08:15 ngày 04/10/2026", "Ngày đăng: 4/10/2026", "04/10/2026 08:15 GMT+7",
        "Đăng ngày 04/10/2026 bởi Ban biên tập xã", "Ngày đăng: 4/10/2026 | Tác giả: Ban Văn hóa | Lượt xem: 120",
    ];

    [Theory]
    [MemberData(nameof(Stamps))]
    public void A_day_between_headline_and_text_in_one_cell_is_read(string stamp)
    {
        var read = Read($"<tr><td><b>{Title}</b><br><i>{stamp}</i><br><b>{VietnamesePages.Lead}</b><br>{Body}</td></tr>");
        (read.PublishedAt?.Date).ShouldBe(new DateOnly(2026, 10, 4));
        read.Title.ShouldBe(Title);
        read.Text.ShouldNotBeNull().ShouldStartWith(VietnamesePages.Lead);
    }

    [Theory]
    [MemberData(nameof(Stamps))]
    public void The_line_above_the_day_that_the_text_speaks_of_is_the_headline(string stamp) => Read($"<tr><td><span class=x1>{Told}</span><br>{stamp}<br><br>{Body}</td></tr>").Title.ShouldBe(Told);

    [Theory]
    [InlineData("04/10/2026 08:15")]
    [InlineData("Ngày đăng: 04/10/2026")]
    public void What_a_line_begins_with_in_a_look_of_its_own_before_the_day_is_the_headline(string stamp) => Read($"<tr><td><font size=4>{Title}</font> {stamp}</td></tr><tr><td>{Body}</td></tr>").Title.ShouldBe(Title);

    [Theory]
    [InlineData("Trang nhất của xã Hà Mạn hôm nay")]
    [InlineData("<a href=/tin/9>Các lớp tập huấn tại trung tâm hội nghị của tỉnh</a>")]
    public void A_line_above_the_day_that_is_another_articles_or_no_articles_is_no_headline(string line) => Read($"<tr><td><span>{line}</span><br>04/10/2026 08:15<br><br>{Body}</td></tr>").Title.ShouldBe(Portal);

    [Theory]
    [InlineData("(Ngày 04/10/2026) ")]
    [InlineData("Thứ 7, 04/10/2026 - ")]
    [InlineData("04/10/2026 08:15 GMT+7 | ")]
    [InlineData("[Cập nhật 04/10/2026] ")]
    public void A_day_set_off_at_the_head_of_the_text_is_read(string opening) => (Read($"<tr><td><b>{Title}</b></td></tr><tr><td>{opening}{VietnamesePages.Lead}<br><br>{VietnamesePages.Second}</td></tr>").PublishedAt?.Date).ShouldBe(new DateOnly(2026, 10, 4));

    [Theory]
    [InlineData("Ngày 04/10/2026, tại hội trường xã, ")]
    [InlineData("04/10/2026 - 06/10/2026 là những ngày của hội thao, ")]
    [InlineData("(Nghị định ngày 04/10/2026) ")]
    public void A_day_that_the_text_begins_by_speaking_of_is_not_its_own(string opening) => Read($"<tr><td><b>{Title}</b></td></tr><tr><td>{opening}{VietnamesePages.Lead}<br><br>{VietnamesePages.Second}</td></tr>").PublishedAt.ShouldBeNull();

    [Theory]
    [InlineData("<a href=/xa-hoi>Xã hội</a> | <a href=/to/8>Ban Văn hóa xã hội</a> - 04/10/2026")]
    [InlineData("<a href=/gd>Giáo dục và đào tạo nghề</a> 04/10/2026")]
    public void What_a_page_is_filed_under_is_no_sentence_around_its_day(string line) => (Read($"<tr><td><b>{Title}</b></td></tr><tr><td>{line}</td></tr><tr><td>{Body}</td></tr>").PublishedAt?.Date).ShouldBe(new DateOnly(2026, 10, 4));

    [Theory]
    [InlineData("Hạn nộp hồ sơ của các thôn là 04/10/2026")]
    [InlineData("Giấy mời số 12 cấp ngày 04/10/2026")]
    public void A_day_in_a_sentence_between_line_breaks_dates_no_page(string line) => Read($"<tr><td><b>{Title}</b><br>{line}<br><br>{Body}</td></tr>").PublishedAt.ShouldBeNull();

    [Fact]
    public void A_single_line_break_in_a_paragraph_parts_nothing_where_no_day_stands() => Read($"<tr><td><b>{Title}</b></td></tr><tr><td>{Body}</td></tr>").Text.ShouldBe($"{VietnamesePages.First} {VietnamesePages.Second} {VietnamesePages.Third}");

    private const string Told = "Lớp tập huấn cho các sở, ngành của tỉnh khai mạc";

    private static ExtractedPage Read(string rows) =>
        ArticleExtractor.Extract($"<html><head><title>{Portal}</title></head><body><table><tr><td>Hôm nay: Thứ năm, 26/11/2026</td></tr><tr><td><a href=/>Trang chủ</a> | <a href=/gioi-thieu>Giới thiệu</a></td></tr><tr><td><table>{rows}</table></td></tr><tr><td>Bản quyền thuộc UBND xã Hà Mạn. Giấy phép số 12/GP-STTTT ngày 05/06/2019.</td></tr></table></body></html>", new Uri("https://haman.example.gov.vn/chitiet.aspx?id=88"), new DateTimeOffset(2026, 11, 26, 5, 0, 0, TimeSpan.Zero), CancellationToken.None);
}
