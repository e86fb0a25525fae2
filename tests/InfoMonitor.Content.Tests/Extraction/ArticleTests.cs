using System.Diagnostics;
using System.Text;
using CsCheck;
using InfoMonitor.Content.Extraction;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Tests.Extraction;

public sealed class ArticleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 5, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Names => [.. VietnamesePages.All.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_Vietnamese_page_has_its_title_time_lead_and_body_and_nothing_else(string name)
    {
        var page = VietnamesePages.All.Single(one => one.Name == name);
        var read = Extract(page.Html, page.Address);
        read.Outcome.ShouldBe(ExtractionOutcome.Article, read.Reason);
        read.Title.ShouldBe(VietnamesePages.Title);
        (read.PublishedAt?.ToString()).ShouldBe(page.Time);
        string[] wanted = [.. page.HasLead ? [VietnamesePages.Lead] : Array.Empty<string>(), VietnamesePages.First, VietnamesePages.Second, VietnamesePages.Third];
        var rest = read.Text!;
        foreach (var paragraph in wanted)
        {
            rest.ShouldContain(paragraph);
            rest = rest.Replace(paragraph, "", StringComparison.Ordinal);
        }
        foreach (var extra in page.Extra) rest = rest.Replace(extra, "", StringComparison.Ordinal);
        rest.Trim().ShouldBeEmpty();
        wanted.Select(paragraph => read.Text!.IndexOf(paragraph, StringComparison.Ordinal)).ShouldBeInOrder();
    }

    public static TheoryData<string> PortalNames => [.. PortalPages.All.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(PortalNames))]
    public void A_page_without_helpful_names_has_its_title_time_and_text_and_nothing_else(string name)
    {
        var page = PortalPages.All.Single(one => one.Name == name);
        var read = Extract(page.Html, page.Address);
        read.Outcome.ShouldBe(ExtractionOutcome.Article, read.Reason);
        read.Title.ShouldBe(page.Title);
        read.Text.ShouldBe(page.Text);
        (read.PublishedAt?.ToString()).ShouldBe(page.Time);
    }

    [Theory]
    [InlineData("<h2 class=t>{0}</h2>")]
    [InlineData("<div><font size=4><b>{0}</b></font></div>")]
    [InlineData("<table><tr><td class=tieude>{0}</table>")]
    public void A_headline_that_is_no_h1_is_the_title_where_the_title_element_names_the_site(string headline) =>
        Extract($"<html lang=vi><title>Cổng thông tin điện tử tỉnh</title>{string.Format(System.Globalization.CultureInfo.InvariantCulture, headline, VietnamesePages.Title)}<div><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p></div>", "https://tinh.example.vn/a").Title.ShouldBe(VietnamesePages.Title);

    [Theory]
    [InlineData("<div class=paywall><h3>Bạn cần đăng nhập để đọc tiếp bài viết này</h3><p>Đăng ký thành viên để đọc toàn bộ nội dung và nhiều đặc quyền khác.</p></div>")]
    [InlineData("<div><p>Để đọc toàn bộ bài viết, quý độc giả vui lòng đăng nhập hoặc mua gói thành viên. Chỉ từ 49.000 đồng mỗi tháng, đọc không giới hạn trên mọi thiết bị của bạn.</p></div>")]
    [InlineData("<p>Bài viết chỉ dành cho thành viên. Đăng nhập hoặc đăng ký gói đọc báo để xem toàn bộ nội dung.</p>")]
    [InlineData("<p>Subscribe now to keep reading this story and all of our archive.</p>")]
    [InlineData("<p>Đăng ký nhận bản tin hằng ngày của chúng tôi qua hộp thư để không bỏ lỡ tin quan trọng.</p>")]
    public void What_sells_the_rest_is_not_the_text(string below) =>
        Extract($"<html lang=vi><h1>{VietnamesePages.Title}</h1><div><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p></div>{below}", "https://bao.example.vn/a").Text.ShouldBe($"{VietnamesePages.First}\n{VietnamesePages.Second}");

    [Fact]
    public void A_page_in_windows_1258_reads_like_one_in_UTF_8()
    {
        var encoding = CharsetLabels.Page(1258);
        var html = $"<html><head><meta charset=windows-1258><title>{VietnamesePages.Title}</title></head><body><h1>{VietnamesePages.Title}</h1><p>Ngày 07/03/2026</p><div class=noidung><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p></div></body></html>";
        var read = Extract(CharsetDecoder.Decode(encoding.GetBytes(Apart(html)), null), "https://cu.example.vn/1");
        read.Title.ShouldBe(VietnamesePages.Title);
        read.Text.ShouldBe($"{VietnamesePages.First}\n{VietnamesePages.Second}\n{VietnamesePages.Third}");
        read.PublishedAt!.Date.ShouldBe(new DateOnly(2026, 3, 7));
    }

    [Fact]
    public void A_page_in_UTF_8_that_names_a_Latin_alphabet_is_read_as_UTF_8()
    {
        var html = $"<html><meta charset=iso-8859-1><h1>{VietnamesePages.Title}</h1>";
        CharsetDecoder.Decode(Encoding.UTF8.GetBytes(html), null).ShouldBe(html);
        CharsetDecoder.Decode(Encoding.Latin1.GetBytes("<meta charset=iso-8859-1>Café à la crème, déjà vu, été"), null).ShouldEndWith("Café à la crème, déjà vu, été");
    }

    [Theory]
    [InlineData("07/03/2026 14:05 GMT+7", "2026-03-07T14:05:00+07:00")]
    [InlineData("07/03/2026, 14:05 (GMT +7)", "2026-03-07T14:05:00+07:00")]
    [InlineData("Thứ bảy, 7/3/2026 - 14:05", "2026-03-07T14:05:00+07:00")]
    [InlineData("14:05 | 07/03/2026", "2026-03-07T14:05:00+07:00")]
    [InlineData("14h05' ngày 07-03-2026", "2026-03-07T14:05:00+07:00")]
    [InlineData("Ngày 7 tháng 3 năm 2026", "2026-03-07")]
    [InlineData("P.V - 07/03/2026 02:05 CH", "2026-03-07T14:05:00+07:00")]
    [InlineData("2026-03-07T14:05:00 +07:00", "2026-03-07T14:05:00+07:00")]
    [InlineData("7 Tháng Ba, 2026", "2026-03-07")]
    [InlineData("Tháng Ba 7, 2026", "2026-03-07")]
    [InlineData("Đăng ngày: 07 Th3 2026", "2026-03-07")]
    [InlineData("7 Tháng Mười Một, 2025", "2025-11-07")]
    [InlineData("<span>Cập nhật: 09/03/2026 10:00</span><span>Đăng lúc: 07/03/2026 14:05</span>", "2026-03-07T14:05:00+07:00")]
    [InlineData("<p>Cập nhật: 09/03/2026 10:00</p><p>07/03/2026 14:05</p>", "2026-03-07T14:05:00+07:00")]
    [InlineData("Cập nhật: 09/03/2026 10:00", "2026-03-09T10:00:00+07:00")]
    [InlineData("ថ្ងៃសៅរ៍ ទី៧ ខែមីនា ឆ្នាំ២០២៦ ម៉ោង ១៤:០៥", "2026-03-07T14:05:00+07:00")]
    [InlineData("ថ្ងៃទី០៧ខែមីនាឆ្នាំ២០២៦", "2026-03-07")]
    public void A_time_below_the_headline_is_read(string written, string expected) =>
        (Extract($"<html lang=vi><h1>{VietnamesePages.Title}</h1><div>{written}</div><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p>", "https://bao.example.vn/a").PublishedAt?.ToString()).ShouldBe(expected);

    [Theory]
    [InlineData("<div class=ft><p>CỔNG THÔNG TIN ĐIỆN TỬ TỈNH</p><p>Cơ quan chủ quản: Ủy ban nhân dân tỉnh. Chịu trách nhiệm: Ông Trần Văn B., Phó Chủ tịch.</p><p>Giấy phép số 12/GP-TTĐT do Sở Thông tin và Truyền thông cấp ngày 05/04/2019.</p><p>Địa chỉ: Số 1 Châu Văn Tiếp, phường Phú Lợi. Điện thoại: 0299.3822.339</p></div>")]
    [InlineData("<table><tr><td>Cơ quan chủ quản: Ủy ban nhân dân tỉnh. Giấy phép số 12/GP-TTĐT do Sở Thông tin và Truyền thông cấp ngày 05/04/2019. Chịu trách nhiệm chính: Chánh Văn phòng.</table>")]
    [InlineData("<div id=chantrang><p>Tổng biên tập: Nguyễn Văn B. Tòa soạn: 123 Trần Hưng Đạo, thành phố Sóc Trăng.</p><p>Giấy phép hoạt động báo điện tử số 99/GP-BTTTT ngày 01/02/2020. Ghi rõ nguồn khi phát hành lại thông tin từ website này.</p></div>")]
    public void An_imprint_is_not_the_text_whatever_its_element_is_called(string imprint) =>
        Extract($"<html lang=vi><body><div><h1>{VietnamesePages.Title}</h1><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p></div>{imprint}", "https://tinh.example.vn/a").Text.ShouldBe($"{VietnamesePages.First}\n{VietnamesePages.Second}");

    /// <summary>Its item holds the name of its author alone; without it the item would pass for another's.</summary>
    [Fact]
    public void An_article_that_names_its_headline_and_day_elsewhere_is_the_pages_own()
    {
        var read = Extract($"""
            <html lang=vi><body><h1 id=dau itemprop=headline>{VietnamesePages.Title}</h1><div itemscope itemtype="https://schema.org/NewsArticle" itemref="dau luc"><span itemprop=author itemscope itemtype="https://schema.org/Person"><b itemprop=name>Trần N.</b></span>
            <meta itemprop=dateModified content=2026-03-09><meta itemprop=datePublished content=2026-03-07><div itemprop=articleBody><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p></div></div>
            <div class=moi><p>{VietnamesePages.Third} {VietnamesePages.Third} {VietnamesePages.Third} {VietnamesePages.Third}</p></div></body></html>
            """, "https://bao.example.vn/a");
        read.Text.ShouldBe($"{VietnamesePages.First}\n{VietnamesePages.Second}");
        read.PublishedAt!.ToString().ShouldBe("2026-03-07");
    }

    [Theory]
    [InlineData(VietnamesePages.Title)]
    [InlineData("Cổng thông tin điện tử xã")]
    public void A_box_before_the_headline_is_not_the_text(string title) =>
        Extract($"<html lang=vi><head><title>{title}</title></head><body><table><tr><td><h3>Thông báo</h3><p>Mời các tổ chức, cá nhân tham gia góp ý dự thảo quy hoạch sử dụng đất của xã, gửi về văn phòng xã.</p></td><td><div class=tieude>{VietnamesePages.Title}</div><div>07/03/2026</div><div><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p></div></td></tr></table>", "https://xa.example.gov.vn/tin/118")
            .Text.ShouldBe($"{VietnamesePages.First}\n{VietnamesePages.Second}");

    [Fact]
    public void Of_a_story_in_pictures_the_captions_are_the_text_without_whose_pictures_they_are()
    {
        var read = Extract($"<html lang=vi><h1>{VietnamesePages.Title}</h1><div>{string.Concat(new[] { VietnamesePages.First, VietnamesePages.Second, VietnamesePages.Third }.Select(caption => $"<p><img></p><p>{caption} (Ảnh: Ngô H.)</p>"))}</div>", "https://bao.example.vn/a");
        read.Outcome.ShouldBe(ExtractionOutcome.Article, read.Reason);
        read.Text.ShouldBe($"{VietnamesePages.First}\n{VietnamesePages.Second}\n{VietnamesePages.Third}");
    }

    [Fact]
    public void A_last_paragraph_that_names_its_source_is_the_text_and_a_line_that_only_does_is_not()
    {
        const string Last = "Theo nguồn tin của chúng tôi, lớp học thứ hai sẽ mở vào tháng sau tại hai huyện vùng cao, với tài liệu bằng ba thứ tiếng để ai cũng đọc được mà không phải nhờ người dịch.";
        Extract($"<html lang=vi><h1>{VietnamesePages.Title}</h1><div><p>{VietnamesePages.First}</p><p>{Last}</p><p>Theo nguồn Báo Ví Dụ.</p></div>", "https://bao.example.vn/a").Text.ShouldBe($"{VietnamesePages.First}\n{Last}");
    }

    [Theory]
    [InlineData("<p>Vụ việc đang được điều tra.</p>", "Vụ việc đang được điều tra.")]
    [InlineData("<blockquote><p>“Chúng tôi chỉ cần đất.”</p></blockquote>", "“Chúng tôi chỉ cần đất.”")]
    [InlineData("<p>Đường dây nóng phòng, chống mua bán người: 111.</p>", "Đường dây nóng phòng, chống mua bán người: 111.")]
    [InlineData("<h2>Hướng xử lý</h2><p>Tỉnh sẽ họp lại.</p>", "Hướng xử lý\nTỉnh sẽ họp lại.")]
    [InlineData("<p>Sở đã bị thu hồi giấy phép và đang chờ cấp lại trong tháng tới.</p>", "Sở đã bị thu hồi giấy phép và đang chờ cấp lại trong tháng tới.")]
    [InlineData("<p>Theo Báo X.</p>", null)]
    [InlineData("<p>Bình Minh.</p>", null)]
    public void A_short_last_sentence_is_the_text_and_a_signature_is_not(string last, string? expected) =>
        Extract($"<html lang=vi><h1>{VietnamesePages.Title}</h1><div><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p>{last}</div>", "https://bao.example.vn/a").Text.ShouldBe($"{VietnamesePages.First}\n{VietnamesePages.Second}{(expected is null ? "" : "\n" + expected)}");

    [Theory]
    [InlineData("<p>Xem thêm: Trường dân tộc nội trú mới khánh thành cho học sinh của ba huyện vùng ven</p>")]
    [InlineData("<p style='text-align:center'>Bà con ấp Tâm Lộc trong ngày nhận nhà mới. Ảnh: THANH TÂM</p>")]
    [InlineData("<div><p>Tải ứng dụng Báo Ví Dụ để đọc tin nhanh nhất mỗi ngày</p><p>Nhận thông báo tin nóng mỗi sáng. Miễn phí trên App Store và Google Play.</p></div>")]
    [InlineData("<div class=vote><p>Bạn đánh giá bài viết này thế nào? Hãy cho chúng tôi biết ý kiến của bạn nhé.</p></div>")]
    [InlineData("<div><p>Get the best of our reporting in your inbox every Friday. Sign up for the Mekong Brief.</p></div>")]
    [InlineData("<p><b>Mời bạn đọc theo dõi Báo Ví Dụ trên Zalo, Facebook và Google News để nhận tin mới nhất.</b></p>")]
    [InlineData("<div class=ads-mid><p>Căn hộ ven sông chỉ từ 900 triệu đồng, nhận nhà ngay trong quý này, vay không lãi hai mươi tháng đầu.</p></div>")]
    [InlineData("<div class=ads-mid><p>Căn hộ ven sông chỉ từ 900 triệu đồng, nhận nhà ngay trong quý này.</p><p>Vay không lãi hai mươi tháng đầu, <a href=//nha.example>xem nhà mẫu</a> vào cuối tuần.</p></div>")]
    public void A_box_between_paragraphs_is_not_the_text(string box) =>
        Extract($"<html lang=vi><h1>{VietnamesePages.Title}</h1><div><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p>{box}<p>{VietnamesePages.Third}</p></div>", "https://bao.example.vn/a").Text.ShouldBe($"{VietnamesePages.First}\n{VietnamesePages.Second}\n{VietnamesePages.Third}");

    [Fact]
    public void Of_a_page_laid_out_in_a_table_the_neighbouring_columns_are_not_the_text()
    {
        const string Beside = "Giá vàng hôm nay tăng, người mua xếp hàng dài trước các cửa hiệu từ sáng sớm.";
        Extract($"<html lang=vi><title>:: Báo Ví Dụ ::</title><table><tr><td><a href=/a>Chính trị</a><br><a href=/b>Xã hội</a></td><td><table><tr><td class=tieude>{VietnamesePages.Title}</td></tr><tr><td>Cập nhật lúc 14h05, ngày 07/03/2026</td></tr><tr><td><b>{VietnamesePages.Lead}</b></td></tr><tr><td><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p></td></tr></table></td><td>{Beside}</td></tr></table>", "https://bao.example.vn/a")
            .Text.ShouldBe($"{VietnamesePages.Lead}\n{VietnamesePages.First}\n{VietnamesePages.Second}\n{VietnamesePages.Third}");
    }

    [Fact]
    public void Paragraphs_set_around_the_slot_of_an_advertisement_are_the_text() =>
        Extract($"<html lang=vi><h1>{VietnamesePages.Title}</h1><div><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second} {VietnamesePages.First}</p><p>{VietnamesePages.Third} {VietnamesePages.Second} {VietnamesePages.First}</p><div class=ads-mid><p>Lớp học thứ hai mở vào tháng sau.</p><ins class=adsbygoogle></ins><p>Ai muốn dự thì ghi tên ở xã.</p></div></div>", "https://bao.example.vn/a").Text.ShouldNotBeNull().ShouldEndWith("Lớp học thứ hai mở vào tháng sau.\nAi muốn dự thì ghi tên ở xã.");

    [Fact]
    public void A_quoted_post_is_the_text_without_its_authors_handle() =>
        Extract($"<html lang=vi><h1>{VietnamesePages.Title}</h1><div><p>{VietnamesePages.First}</p><blockquote><p>We welcome the new programme of the province for all.</p>— UN Viet Nam (@UNVietnam) March 7, 2026</blockquote><p>{VietnamesePages.Third}</p></div>", "https://bao.example.vn/a").Text!.ShouldSatisfyAllConditions(text => text.ShouldContain("We welcome the new programme"), text => text.ShouldNotContain("@"));

    [Theory]
    [InlineData("Tỉnh mở lớp tập huấn<br>cho người phát ngôn")]
    [InlineData("Tỉnh mở lớp tập huấn cho người phát ngôn <span>12 bình luận</span>")]
    public void A_headline_keeps_its_words_apart_and_has_no_count_in_it(string headline) =>
        Extract($"<html lang=vi><h1>{headline}</h1><div><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p></div>", "https://bao.example.vn/a").Title.ShouldBe("Tỉnh mở lớp tập huấn cho người phát ngôn");

    [Theory]
    [InlineData("https://bao.example.vn/mo-lop-tap-huan-20260307140512345.htm", "2026-03-07")]
    [InlineData("https://bao.example.vn/mo-lop-tap-huan-20260307140512.html", "2026-03-07")]
    [InlineData("https://bao.example.vn/mo-lop-tap-huan-185260307140512345.htm", "2026-03-07")]
    [InlineData("https://bao.example.vn/mo-lop-tap-huan-20269907140512345.htm", null)]
    [InlineData("https://bao.example.vn/mo-lop-tap-huan-20260307990512345.htm", null)]
    public void The_moment_in_an_address_of_the_Vietnamese_press_is_read(string address, string? expected) =>
        (Extract($"<html lang=vi><h1>{VietnamesePages.Title}</h1><p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p>", address).PublishedAt?.ToString()).ShouldBe(expected);

    [Theory]
    [InlineData("", "<p>Luật có hiệu lực từ ngày 01/7/2021.</p>")]
    [InlineData("<p>Hạn nộp hồ sơ đến ngày 15/10/2026</p>", "")]
    [InlineData("", "<p>Nghị định có hiệu lực từ ngày 01/01/2020.</p>")]
    [InlineData("", "<p>Giấy phép số 12/GP cấp ngày 15/05/2019</p>")]
    [InlineData("", "<div><b>Các tin khác</b><br><a href=/t1>Một tin khác của tỉnh nhà trong tuần qua</a> (06/03/2024)</div>")]
    [InlineData("", "<p>Ngày 01/7/2021, đoàn công tác của tỉnh đã tới thăm các lớp học đầu tiên được mở ở vùng cao.</p>")]
    public void A_date_that_the_text_speaks_of_is_not_the_pages(string above, string below) =>
        Extract($"<html lang=vi><h1>{VietnamesePages.Title}</h1><div>{above}<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p>{below}</div>", "https://bao.example.vn/a").PublishedAt.ShouldBeNull();

    [Fact]
    public void A_time_in_a_box_above_does_not_beat_the_articles_own()
    {
        const string Box = "<div class=hot><a href=/h>Tin nóng của ngày hôm nay</a> <time datetime=2026-11-20T01:00:00+07:00>20/11</time></div>";
        var body = $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p>";
        var own = Extract($"<html lang=vi>{Box}<h1>{VietnamesePages.Title}</h1><span>07/03/2026 14:05</span>{body}", "https://bao.example.vn/a").PublishedAt;
        own!.ToString().ShouldBe("2026-03-07T14:05:00+07:00");
        own.IsWeak.ShouldBeFalse();
        Extract($"<html lang=vi>{Box}<h1>{VietnamesePages.Title}</h1>{body}", "https://bao.example.vn/a").PublishedAt.ShouldBeNull();
    }

    [Fact]
    public void A_date_that_lies_ahead_is_never_the_date_of_publication()
    {
        var html = $$"""<html lang=vi><script type=application/ld+json>{"@type":"NewsArticle","datePublished":"2027-01-02T00:00:00+07:00"}</script><h1>{{VietnamesePages.Title}}</h1><time datetime="2026-12-24">24/12/2026</time><p class=date>07/03/2026</p><p>{{VietnamesePages.First}}</p>""";
        Extract(html, "https://bao.example.vn/2029/01/01/a").PublishedAt!.Date.ShouldBe(new DateOnly(2026, 3, 7));
    }

    [Fact]
    public void Readers_comments_are_not_the_text_even_where_there_is_no_other()
    {
        var html = $"<html lang=vi><h1>{VietnamesePages.Title}</h1><div id=comments>{string.Concat(Enumerable.Repeat($"<div class=comment><p>{VietnamesePages.First}</p></div>", 10))}</div>";
        var read = Extract(html, "https://bao.example.vn/a-1.html");
        read.Outcome.ShouldBe(ExtractionOutcome.NotArticle);
        (read.Text ?? "").ShouldNotContain(VietnamesePages.First);
    }

    public static TheoryData<string, string> HostilePages => new()
    {
        { "nested elements", Repeat("<div>", 50_000) + "chữ" },
        { "nested lists", Repeat("<ul><li>", 6_000) + "chữ" },
        { "options", "<select>" + Repeat("<option>lựa chọn", 100_000) },
        { "formatting that is opened again and again", Repeat("<font><p>", 7_300) },
        { "nested tables", Repeat("<table><tr><td>", 3_000) + "chữ" },
        { "one line of a million signs", "<p>" + new string('a', 1_000_000) },
        { "attributes", "<div " + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"a{i}=1 ")) + $"><p>{VietnamesePages.First}" },
        { "links", Repeat("<a href=x>Một tiêu đề đủ dài của bài khác</a> ", 30_000) },
        { "headings", Repeat("<div><h2><a href=x>Một tiêu đề đủ dài của bài khác</a></h2><p>Một câu giới thiệu ngắn gọn.</p></div>", 10_000) },
        { "articles", Repeat($"<article><h1>{VietnamesePages.Title}</h1><p>{VietnamesePages.First}</p></article>", 3_000) },
        { "headings over comments", Repeat("<p>Bình luận (2)</p>", 30_000) },
        { "words that may head comments", $"<h1>{VietnamesePages.Title}</h1><p>{VietnamesePages.First}</p><div>" + Repeat("<p>Bình luận</p>", 200_000) },
        { "lines to answer comments", Repeat("<div><a href=#>Thích</a> <a href=#>Trả lời</a></div>", 30_000) },
        { "teasers in one box", "<div>" + Repeat("<p><a href=x>Một tiêu đề đủ dài của bài khác</a></p><p>Một câu giới thiệu ngắn gọn.</p>", 15_000) },
        { "lines of one element below the name of a site", "<title>Tin tức</title><div>" + Repeat($"{VietnamesePages.Title}<br><br>07/03/2026<br><br>", 20_000) + VietnamesePages.First + "</div>" },
        { "days of one item", $"<h1>{VietnamesePages.Title}</h1><div itemscope itemtype='https://schema.org/NewsArticle'>" + Repeat("<i itemprop=datePublished>2026-03-07</i>", 20_000) + "<b itemprop=headline>Một bài khác hẳn</b></div>" },
        { "data", "<script type=application/ld+json>" + Repeat("[", 100_000) + "</script>" },
    };

    [Theory]
    [InlineData("", "<p class=intro>", true)]
    [InlineData("\"description\":\"" + VietnamesePages.Lead + "\",", "<p>", true)]
    [InlineData("", "<p>", false)]
    public void A_lead_above_its_headline_is_of_the_text(string described, string opening, bool isLead)
    {
        var html = $"<html lang=vi><title>{VietnamesePages.Title}</title><script type=application/ld+json>{{\"@type\":\"NewsArticle\",{described}\"headline\":\"{VietnamesePages.Title}\"}}</script><main>{opening}{VietnamesePages.Lead}</p><h1>{VietnamesePages.Title}</h1><div><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p></div></main>";
        Extract(html, "https://bao.example.vn/tin-4712345.html").Text.ShouldNotBeNull().Contains(VietnamesePages.Lead, StringComparison.Ordinal).ShouldBe(isLead);
    }

    /// <summary>Bounded by the parser's limits, or by the caller's token: the guard is generous for a busy machine, a hang takes minutes.</summary>
    [Theory]
    [MemberData(nameof(HostilePages))]
    public void A_hostile_page_ends(string name, string html)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var watch = Stopwatch.StartNew();
        try { ArticleExtractor.Extract(html, new Uri("https://bao.example.vn/a"), Now, limit.Token); }
        catch (OperationCanceledException) { }
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(40), name);
    }

    [Fact]
    public void A_cancelled_page_ends() =>
        Should.Throw<OperationCanceledException>(() => ArticleExtractor.Extract("<p>a", null, Now, new CancellationToken(canceled: true)));

    [Fact]
    public void No_mutation_of_a_page_throws() =>
        Gen.Select(Gen.Int[0, VietnamesePages.All.Count - 1], Gen.Int[0, 3000], Gen.String[0, 20], Gen.Int[0, 300]).Sample((which, at, text, cut) =>
        {
            var page = VietnamesePages.All[which];
            at = Math.Min(at, page.Html.Length);
            var read = Extract(page.Html[..at] + text + page.Html[Math.Min(page.Html.Length, at + cut)..], page.Address);
            (read.Text ?? "").IsNormalized().ShouldBeTrue();
            (read.PublishedAt is not { Instant: { } instant } || instant <= Now).ShouldBeTrue();
        }, iter: 100);

    private static ExtractedPage Extract(string html, string address) => ArticleExtractor.Extract(html, new Uri(address), Now, CancellationToken.None);

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    /// <summary>Tones as signs of their own after the letter, as windows-1258 writes them; â, ă, ê, ô, ơ, ư stay letters.</summary>
    private static string Apart(string text)
    {
        var apart = new StringBuilder();
        foreach (var c in text)
        {
            var full = c.ToString().Normalize(NormalizationForm.FormD);
            var tone = full.FirstOrDefault(mark => mark is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323');
            if (tone == default) { apart.Append(c); continue; }
            apart.Append(full.Replace(tone.ToString(), "", StringComparison.Ordinal).Normalize(NormalizationForm.FormC)).Append(tone);
        }
        return apart.ToString();
    }
}
