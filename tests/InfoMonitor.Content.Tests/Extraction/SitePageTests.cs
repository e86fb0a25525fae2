using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>Pages by which a site speaks of itself, its people and its offers are no articles; news of papers, people and subscriptions is. Papers, people and places are made up.</summary>
public sealed class SitePageTests
{
    private const string Body = $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p>";

    /// <summary>The kind, the address, the title and what stands below it.</summary>
    public static TheoryData<NonArticle, string, string, string> Pages => new()
    {
        // Who writes: at an author's address, at one of people, or by the page's own word.
        { NonArticle.Profile, "/phong-vien/ha-van-thau.html", "Hà Văn Thấu", "<p>Vào nghề năm 2009, từng thường trú ở ba tỉnh miền núi phía Bắc và hai lần được giải báo chí quốc gia về đề tài dân tộc thiểu số, phụ trách chuyên mục pháp luật từ năm 2019.</p>" },
        { NonArticle.Profile, "/nhan-su/vi-thi-dung", "Vi Thị Dung", "<p>Phóng viên thường trú tại Sơn La, chuyên viết về giáo dục vùng cao, học sinh bán trú và những lớp học ghép ở điểm trường lẻ, đã có hơn bốn trăm bài viết từ năm 2018 đến nay.</p>" },
        { NonArticle.Profile, "/team/carol-bidwell", "Carol Bidwell", "<p>Carol Bidwell is a staff reporter who covers schools and libraries for the Thornbury Courier. Before that she taught history for eleven years in Bristol, and wrote two school books.</p>" },
        { NonArticle.Profile, "/u/812", "Peter Whitlock", "<meta property=og:type content=profile><p>Contributing editor and photographer. Peter has worked along the estuary since 1998 and has published three books of pictures about its fishermen and their boats.</p>" },
        // What the site is: by its address, by how it was founded, in its own name.
        { NonArticle.About, "/gioi-thieu", "Giới thiệu báo Lâm Thượng", "<p>Tờ báo có mặt ở mọi xã trong huyện từ năm 1958, mỗi tuần ba số, phát hành qua bưu điện và các điểm văn hóa.</p><p>Hiện có 43 cán bộ, phóng viên, người lao động, chia làm bốn phòng.</p>" },
        { NonArticle.About, "/trang/12", "Giới thiệu", "<p>Đài truyền thanh huyện Lâm Thượng được thành lập năm 1979, phát sóng ba buổi mỗi ngày bằng tiếng Việt, tiếng Thái và tiếng Mông, có hai trạm phát lại ở các xã vùng cao.</p>" },
        { NonArticle.About, "/tin/88", "Giới thiệu chung", "<p>Xã Lâm Thượng nằm ở phía tây của huyện, rộng 5.400 ha, có mười hai thôn với hơn chín nghìn người thuộc năm dân tộc cùng sinh sống.</p><p>Cây chủ lực của xã là chè và quế; đường bê tông đã tới mọi thôn.</p>" },
        { NonArticle.About, "/tin/89", "Giới thiệu chung về xã Lâm Thượng", "<p>Xã nằm ở phía tây của huyện, rộng 5.400 ha, có mười hai thôn với hơn chín nghìn người thuộc năm dân tộc cùng sinh sống, đường bê tông đã tới mọi thôn.</p>" },
        { NonArticle.About, "/about-us/", "About the Thornbury Courier", "<p>It has come out every Friday since 1887 and is read in one house out of three between the Severn and the Cotswold edge. It employs nine journalists and belongs to a family company.</p>" },
        { NonArticle.About, "/page/7", "Who we are", "<p>The Severn Reporting Fund was set up in 2014 by four former editors, and is funded by subscribers and two foundations, none of which sees a story before it is printed.</p>" },
        { NonArticle.About, "/page/8", "Our mission", "<p>We write about the places between the motorways, and we answer every letter. Our readers choose one subject in each issue, and we report back to them what became of it.</p>" },
        // What it sells or sends: by two of its address, words to the reader and an offer.
        { NonArticle.Subscription, "/dat-bao.html", "Đăng ký mua báo dài hạn", $"{Body}<p>Báo ngày: 1.150.000 đồng một năm.</p>" },
        { NonArticle.Subscription, "/support-us", "Support us", "<p>We have no owner and no advertisers. What we publish is paid for by those who read it, and stays open to everybody. If you can, please give what you can spare; a gift helps us as much as a standing order.</p>" },
        { NonArticle.Subscription, "/trang/dat", "Đặt báo dài hạn năm 2027", "<p>Quý độc giả đặt báo trước ngày 20/12 được giữ giá cũ và nhận thêm một ấn phẩm Tết, chúng tôi giao tận nhà trong ngày.</p><p>Báo ngày: 1.150.000 đồng một năm. Báo tuần: 420.000 đồng một năm.</p>" },
        { NonArticle.Subscription, "/trang/3", "Trở thành hội viên của tòa soạn", "<p>Sự đóng góp của bạn giúp chúng tôi cử phóng viên đến những nơi không ai trả tiền để đến, và giữ cho mọi bài viết mở cửa với tất cả.</p><p>Bạn có thể dừng bất cứ lúc nào.</p>" },
        { NonArticle.Subscription, "/go/1", "Sign up for the Friday briefing", "<p>Our editors pick the six stories you should not miss and send them to you before breakfast on Friday. You can leave whenever you like, and we never pass on your address.</p><form><input type=email><button>Sign up</button></form>" },
        { NonArticle.Subscription, "/give", "Support independent journalism", "<p>We are nine reporters with no owner but you, and every gift of yours goes to a desk in a district that has lost its paper. You choose what suits you, and you may stop whenever you want.</p><p><a href=/join>Join today</a></p>" },
        { NonArticle.Subscription, "/membership", "Become a member", $"{Body}<table><tr><td>Friend</td><td>£4 a month</td></tr></table>" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_about_the_site_its_people_or_its_offers_is_no_article(NonArticle kind, string path, string title, string body) => Read(path, title, body).Because.ShouldBe(kind);

    public static TheoryData<string, string, string> Articles => new()
    {
        { "/xa-hoi/nguoi-phong-vien.html", "Người phóng viên của bảy bản", $"{Body}<p>Vi Thị Dung là phóng viên thường trú duy nhất của huyện, mỗi tuần đi bộ hàng chục cây số.</p>" },
        { "/nhan-vat/hoang-thi-sen.html", "Hoàng Thị Sen", $"<div>12/03/2026</div>{Body}<p>Hoàng Thị Sen từng là phóng viên của báo huyện.</p>" },
        { "/obituaries/agnes-farrow", "Agnes Farrow", $"<p>Agnes Farrow, an editor who died on Sunday at 91, ran the mobile van for thirty years, and knew every lane of nine villages.</p>{Body}" },
        { "/people/agnes-farrow", "Agnes Farrow", $"<p>Agnes Farrow, who is 91, has run the mobile van for thirty years, and knows every lane of nine villages.</p>{Body}" },
        { "/staff/staff-shortages-hit-hospital", "Staff Shortages Hit Hospital", $"{Body}<p>The hospital's director said that eleven nurses had left since June.</p>" },
        { "/columnists/royal-self-regarding-arrogance/", "Royal Self-Regarding Arrogance", Body },
        { "/authors/summer-reading-begins", "Summer Reading Begins", $"{Body}<p>{VietnamesePages.Third}</p>{string.Concat(Enumerable.Repeat("<p>The shelf by the door has been emptied and filled again with what the branch's readers asked for in the winter, and nobody was turned away for the want of a card.</p>", 8))}" },
        { "/culture/about-a-boy", "About a boy who would not leave the library", Body },
        { "/van-hoa/gioi-thieu-sach.html", "Giới thiệu sách: Người đi bộ qua bảy bản", Body },
        { "/xa-hoi/88", "Giới thiệu chung về sách: người đi bộ qua bảy bản", Body },
        { "/xa-hoi/89", "Giới thiệu chung", $"<div>12/03/2026</div>{Body}" },
        { "/xa-hoi/gioi-thieu.html", "Tỉnh lấy lời giới thiệu của người dân vào sách", Body },
        { "/xa-hoi/dang-ky-mua-bao-giam-8812.html", "Đăng ký mua báo giảm một nửa sau mười năm", $"{Body}<p>Bạn đọc lớn tuổi vẫn đặt báo giấy, giá một năm 1.150.000 đồng.</p>" },
        { "/2026/become", "Become a member of the parish council: how it works", $"{Body}<p>You need ten signatures and £20, and you may stand in one ward only.</p>" },
        { "/business/membership", "Membership of unions falls again", Body },
        { "/membership", "Membership", $"{Body}<p>Membership of the dairymen's union has doubled since the mill closed, its secretary said.</p>" },
        { "/support", "Register to vote by Friday, commission says", $"{Body}<p>“We ask all of you to come,” its chair said.</p>" },
        { "/ung-ho", "Đăng ký mua báo cho trường vùng cao", Body },
        { "/newsletter", "Council's newsletter leaves out the vote", Body },
        { "/2026/placards", "Support independent journalism", $"{Body}<p>So says the placard of three hundred people in front of the assembly.</p>" },
    };

    [Theory]
    [MemberData(nameof(Articles))]
    public void News_of_papers_people_and_subscriptions_is_an_article(string path, string title, string body)
    {
        var read = Read(path, title, body);
        read.Outcome.ShouldBe(ExtractionOutcome.Article, read.Reason);
        read.Text.ShouldNotBeNull().ShouldContain(VietnamesePages.First);
    }

    /// <summary>What says that it is an article is one, whatever its address and title.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void What_says_that_it_is_an_article_is_none_of_these(NonArticle kind, string path, string title, string body) =>
        Read(path, title, body.Replace("content=profile", "content=article", StringComparison.Ordinal), "<meta property=article:published_time content=2026-03-07T08:00:00Z>").Because.ShouldBeNull($"{kind}");

    private static ExtractedPage Read(string path, string title, string body, string head = "") =>
        ArticleExtractor.Extract($"<html lang=vi><head><title>{title}</title>{head}</head><body><nav><a href=/>Trang chủ</a></nav><main><h1>{title}</h1>{body}</main></body></html>", new Uri("https://tin.example" + path), new DateTimeOffset(2026, 11, 26, 5, 0, 0, TimeSpan.Zero), CancellationToken.None);
}
