using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>The first and last lines of a text may be short and without a full stop; there a fact-check has its claim and its verdict.</summary>
public sealed class TextEndsTests
{
    private const string Body = $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p>";
    private const string Text = $"{VietnamesePages.First}\n{VietnamesePages.Second}\n{VietnamesePages.Third}";
    private const string Claim = "Lớp tập huấn chỉ nhận người có hộ khẩu thường trú ở tỉnh";

    [Theory]
    [InlineData("Kết luận: SAI SỰ THẬT")]
    [InlineData("Our rating: False")]
    [InlineData("Verdict: Mostly False")]
    [InlineData("Hạn chót nộp hồ sơ: 17 giờ ngày 20/7")]
    [InlineData("Yours faithfully,")]
    public void A_last_line_of_the_author_stays(string last) => Read($"{Body}<p>{last}</p>").ShouldBe($"{Text}\n{last}");

    /// <summary>In a paragraph of its own; what an author sets in italics elsewhere is text, and so is a longer one.</summary>
    [Theory]
    [InlineData("<p><img src=a.jpg></p><p><em>Phụ huynh thôn Nà Lếch nghe giới thiệu Luật Trẻ em</em></p>", false)]
    [InlineData("<div><img src=a.jpg></div><p style='text-align:center'><i>Phụ huynh thôn Nà Lếch nghe giới thiệu Luật Trẻ em tại nhà văn hóa.</i></p>", false)]
    [InlineData("<p><em>Phụ huynh thôn Nà Lếch nghe giới thiệu Luật Trẻ em tại nhà văn hóa.</em></p>", true)]
    [InlineData("<p><img src=a.jpg></p><p>Phụ huynh thôn Nà Lếch nghe giới thiệu <em>Luật Trẻ em</em> tại nhà văn hóa.</p>", true)]
    [InlineData("<p><img src=a.jpg></p><p><b>Phụ huynh thôn Nà Lếch nghe giới thiệu Luật Trẻ em tại nhà văn hóa.</b></p>", true)]
    [InlineData("<p><img src=a.jpg></p><p><em>Phụ huynh thôn Nà Lếch đến nghe từ sớm. Họ nói rằng chưa bao giờ được nghe về luật ấy.</em></p>", true)]
    public void A_sentence_in_italics_right_below_a_picture_is_its_caption(string between, bool isText) =>
        Read($"<p>{VietnamesePages.First}</p>{between}<p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p>").Contains("Phụ huynh thôn Nà Lếch", StringComparison.Ordinal).ShouldBe(isText);

    [Theory]
    [InlineData("Tin, ảnh: Thu Hà")]
    [InlineData("Text: Minh Tâm")]
    [InlineData("Theo Báo Tỉnh")]
    [InlineData("Lượt xem: 1.234")]
    [InlineData("(Nguồn: Báo Tỉnh)")]
    [InlineData("Info: www.bao.example.vn")]
    [InlineData("Ban tổ chức: Lê Minh")]
    public void A_last_line_of_the_page_goes(string last) => Read($"{Body}<p>{last}</p>").ShouldBe(Text);

    [Theory]
    [InlineData("<p class=date>Kết luận: sai</p>")]
    [InlineData("<p style='text-align: right'>Kết luận: sai</p>")]
    public void A_last_line_with_a_look_of_its_own_goes(string last) => Read($"{Body}{last}").ShouldBe(Text);

    [Theory]
    [InlineData("<p>Kết luận: SAI SỰ THẬT</p>", "Kết luận: SAI SỰ THẬT")]
    [InlineData("<p>What was claimed</p>", "What was claimed")]
    [InlineData("<p>Tin đồn: học viên phải đóng tiền</p>", "Tin đồn: học viên phải đóng tiền")]
    [InlineData("<p><em>Kính thưa đồng bào,</em></p>", "Kính thưa đồng bào,")]
    [InlineData($"<p>{Claim}</p>", Claim)]
    public void A_first_line_of_the_author_stays(string first, string said) => Read($"{first}{Body}").ShouldBe($"{said}\n{Text}");

    [Fact]
    public void A_lead_like_a_headline_above_the_bodys_element_stays() =>
        Read($"<p>Lớp học kéo dài ba ngày; hai trăm cán bộ dự; tài liệu được đăng công khai</p><div class=nd>{Body}</div>").ShouldStartWith("Lớp học kéo dài ba ngày");

    [Theory]
    [InlineData($"<blockquote><p>{Claim}</p></blockquote>")]
    [InlineData($"<table><tr><td>{Claim}</td></tr></table>")]
    [InlineData($"<div class=box><span>Tin đồn</span><p>{Claim}</p></div>")]
    public void A_claim_above_the_text_stays(string box) => Read($"{box}<div>{Body}</div>").ShouldContain(Claim);

    [Theory]
    [InlineData("<p>Giá: 4.590.000đ</p>")]
    [InlineData("<p>By staff reporters of the paper</p>")]
    [InlineData("<p>Thu Hà</p>")]
    [InlineData("<p><a href=/a>Lớp tập huấn</a>: mười điều cần biết</p>")]
    public void A_first_line_of_the_page_goes(string first) => Read($"{first}{Body}").ShouldBe(Text);

    [Fact]
    public void Who_is_quoted_last_stays() =>
        Read($"{Body}<blockquote>“Chúng tôi không còn nước để nấu cơm.”<cite>Chị Hoa, Tân Lập</cite></blockquote>").ShouldEndWith("“Chúng tôi không còn nước để nấu cơm.”Chị Hoa, Tân Lập");

    private static string Read(string body) =>
        ArticleExtractor.Extract($"<html lang=vi><head><title>{VietnamesePages.Title}</title></head><body><article><h1>{VietnamesePages.Title}</h1>{body}</article></body></html>", new Uri("https://bao.example.vn/a-1.html"), new(2026, 11, 26, 5, 0, 0, TimeSpan.Zero), CancellationToken.None).Text ?? "";
}
