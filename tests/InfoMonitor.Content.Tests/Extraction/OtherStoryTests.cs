using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>The day of another article, linked between the headline and the text, is that article's.</summary>
public sealed class OtherStoryTests
{
    private const string Title = VietnamesePages.Title;

    private const string Other = "<a href=/xa-hoi/1>Lớp học chữ đầu tiên ở bản Pá Hốc sau mùa lũ</a>";

    private const string Body = $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p>";

    public static TheoryData<string> Others =>
    [
        $"<div>Xem thêm: {Other} 01/02/2026</div>",
        $"<p>Xem thêm: {Other} (01/02/2026)</p>",
        "<p>Xem thêm: Lớp học chữ đầu tiên ở bản Pá Hốc (01/02/2026)</p>",
        "<p>&gt;&gt; <a href=/xa-hoi/1>Lớp học chữ đầu tiên ở bản Pá Hốc sau mùa lũ (01/02/2026)</a></p>",
        $"<div><b>Tin liên quan</b><div>{Other}</div><div>01/02/2026</div></div>",
        $"<div class=x1><h4>{Other}</h4><span class=date>01/02/2026</span><p>Lớp học mở lại sau ba tuần gián đoạn vì lũ.</p></div>",
        $"<div class=x1><span class=date>01/02/2026</span><h4>{Other}</h4></div>",
        $"<div class=x1>{Other} <time datetime=2026-02-01>01/02/2026</time></div>",
        $"<div class=x1><h4>{Other}</h4><time>01/02/2026</time></div>",
        $"<h4>{Other}</h4><p>01/02/2026</p>",
        $"<div class=r><div>{Other}</div><div>Ngày đăng: 01/02/2026</div></div>",
        "<ul><li><a href=/tin/gia-ca-phe-20261.html>Giá cà phê lên đỉnh mới</a> 01/02/2026</li></ul>",
        "<ul class=tin><li><a href='/tin-tuc/ho-nuoc-45127.html'>Hồ nước đã đầy</a> <span>(01/02/2026)</span></li></ul>",
        "<ul><li><a href=/tin/khoi-cong-123.html>Giá cà phê lên đỉnh mới</a> 01/02/2026</li></ul>",
        "<ul><li>01/02/2026 <a href=/cu1>Bài cũ một hai ba bốn</a></li></ul>",
        "<div class=related><a href=/gia-ca-phe-len-dinh-moi/>Giá cà phê lên đỉnh mới</a> <span class=date>01/02/2026</span></div>",
        "<p>Read also: <a href=/news/old>The first class after the flood season opens</a>, 1 February 2026</p>",
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public void The_day_below_that_of_a_linked_story_is_the_pages(string other) => Read($"{other}<div>04/10/2026 08:15</div>").ShouldBe(new DateOnly(2026, 10, 4));

    [Theory]
    [MemberData(nameof(Others))]
    public void The_dateline_below_that_of_a_linked_story_is_the_pages(string other) => Read(other, "Đồng Vân, ngày 04/10/2026 – ").ShouldBe(new DateOnly(2026, 10, 4));

    [Theory]
    [MemberData(nameof(Others))]
    public void The_day_of_a_linked_story_alone_dates_no_page(string other) => Read(other).ShouldBeNull();

    [Theory]
    [InlineData("<div><a href=/giao-duc>Giáo dục và đào tạo nghề</a></div><div>04/10/2026</div>")]
    [InlineData("<div><a href=/giao-duc>Giáo dục và đào tạo nghề</a> <time>04/10/2026</time></div>")]
    [InlineData($"<div><a href=#doc>{Title}</a> 04/10/2026</div>")]
    [InlineData("<div><a href=/to/1>Ban Biên Tập Báo Ví Dụ</a> | 04/10/2026</div>")]
    [InlineData("<ul><li><a href=/chuyen-muc/giao-duc-dao-tao>Giáo dục và đào tạo nghề</a> 04/10/2026</li></ul>")]
    [InlineData("<ul><li><a href=/tac-gia/le-thi-hoa-12.html>Lê thị hoa bình</a> 04/10/2026</li></ul>")]
    [InlineData("<ul><li><a href=/giao-duc-dao-tao-nghe>Giáo dục và đào tạo nghề</a> 04/10/2026</li></ul>")]
    [InlineData("<ul class=breadcrumbs><li><a href=/giao-duc-12>Giáo dục và đào tạo nghề</a> 04/10/2026</li></ul>")]
    [InlineData("<div class=related><a href=/giao-duc>Giáo dục và đào tạo nghề</a> 04/10/2026</div>")]
    [InlineData("<div><a href=#in>Nghe đọc bài viết này bằng giọng nữ miền nam</a> <span>04/10/2026</span></div>")]
    public void A_day_beside_the_link_to_a_section_an_author_or_the_page_itself_dates_the_page(string line) => Read(line).ShouldBe(new DateOnly(2026, 10, 4));

    [Theory]
    [InlineData("<p><a href=/cu>Bài cũ một hai ba bốn</a> (01/02/2026)</p>", 4)]
    [InlineData("<p>Thứ Bảy, 03/10/2026</p>", 3)]
    public void A_day_below_the_text_that_says_it_is_of_publication_comes_before_one_beside_a_link_only(string above, int day) =>
        Read(above, foot: "<p>Ngày đăng: 04/10/2026</p>").ShouldBe(new DateOnly(2026, 10, day));

    private static DateOnly? Read(string above, string opening = "", string foot = "") =>
        ArticleExtractor.Extract($"<html lang=vi><head><title>{Title}</title></head><body><div class=bai><h1>{Title}</h1>{above}<div class=nd>{Body.Replace($"<p>{VietnamesePages.First}", $"<p>{opening}{VietnamesePages.First}", StringComparison.Ordinal)}{foot}</div></div></body></html>", new Uri("https://bao.example.vn/tin/chi-tiet"), new DateTimeOffset(2026, 11, 26, 5, 0, 0, TimeSpan.Zero), CancellationToken.None).PublishedAt?.Date;
}
