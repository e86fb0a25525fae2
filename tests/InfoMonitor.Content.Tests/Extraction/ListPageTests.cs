using System.Text;
using CsCheck;
using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>Front pages of the forms our sources use, written for this test. Links that must be found carry <c>data-gold</c>.</summary>
public sealed class ListPageTests
{
    public static TheoryData<string, string, string> Pages
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (name, address, html) in ListPages.All) data.Add(name, address, html);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Articles_are_found_and_nothing_else(string name, string address, string html)
    {
        var found = ListPage.ArticleLinks(html, new Uri(address), null, CancellationToken.None);
        found.Order(StringComparer.Ordinal).ShouldBe(ListPages.Gold(html, new Uri(address)).Order(StringComparer.Ordinal), name);
    }

    [Fact]
    public void A_headline_that_ends_in_its_year_is_an_article_among_articles_and_a_years_list_is_not()
    {
        string[] articles = ["/gia-lua-tang-4812341.html", "/mua-lon-o-ven-song-4812342.html", "/ky-thi-tot-nghiep-2026.html", "/cau-moi-thong-xe-4812343.html", "/bai-viet-hay-2024.html", "/truong-lang-khai-giang-4812344.html"];
        string[] lists = ["/2026/", "/nam/2026", "/nam-2026.html"];
        var html = string.Concat(articles.Concat(lists).Select(a => $"<div class=tin><a href='{a}'>Một dòng tiêu đề của trang này</a></div>"));
        ListPage.ArticleLinks(html, new Uri("https://bao.example.vn/"), null, CancellationToken.None).ShouldBe(articles.Select(a => "https://bao.example.vn" + a));
    }

    [Theory]
    [InlineData("<div><a href='/Pages/chi-tiet.aspx?cat=3&id=10{0}'>{1}</a></div>")]
    [InlineData("<li><a href='/n/{0}'>{1}</a></li>")]
    [InlineData("<p><a href='/tin/{0}.html'>{1}</a></p>")]
    public void Headlines_whose_addresses_differ_by_a_number_are_articles(string entry)
    {
        var list = string.Concat(Enumerable.Range(1, 8).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, entry, i, $"Sở Y tế công bố kết quả kiểm tra lần thứ {i}")));
        const string Menu = "<div class=menu><a href='/m/1'>Tin tức sự kiện trong tỉnh ta</a><a href='/m/2'>Văn bản chỉ đạo điều hành mới</a><a href='/m/3'>Thông tin tuyên truyền cho mọi người</a><a href='/m/4'>Lịch làm việc của lãnh đạo sở</a></div>";
        var pages = "<div>" + string.Concat(Enumerable.Range(2, 6).Select(i => $"<a href='/trang-nao/{i}'>{i}</a>")) + "</div>";
        ListPage.ArticleLinks($"<body>{Menu}{list}{pages}", new Uri("https://so.example.vn/danh-sach"), null, CancellationToken.None).Count.ShouldBe(8);
    }

    [Theory]
    [InlineData("/tin/100.html", "/tin/101.html")]
    [InlineData("/tin/khoi-cong-cau", "/tin/hop-dan")]
    public void Two_headlines_with_their_day_are_a_list(string one, string two)
    {
        string[] titles = ["Khởi công cầu mới qua sông ở xã vùng cao", "Xã họp dân lấy ý kiến về bảng giá đất"];
        var list = string.Concat(new[] { one, two }.Zip(titles, (link, title) => $"<div class=item><h3><a href={link}>{title}</a></h3><span>28/11/2026</span></div>"));
        var links = ListPage.ArticleLinks($"<ul><li><a href=/tin>Tin tức</a><li><a href=/van-ban>Văn bản</a></ul><main>{list}</main>", new Uri("https://xa.vn/tin"), null, CancellationToken.None);
        links.ShouldBe(["https://xa.vn" + one, "https://xa.vn" + two]);
    }

    [Fact]
    public void Three_numbered_articles_that_carry_their_day_tell_a_menu_of_long_names_from_a_list_and_a_short_headline_beside_them()
    {
        const string Menu = "<ul><li><a href=/bo-may/lanh-dao-uy-ban-nhan-dan-xa-cac-thoi-ky.html>Lãnh đạo Ủy ban nhân dân xã các thời kỳ</a><li><a href=/thu-tuc-hanh-chinh-cap-xa.html>Thủ tục hành chính cấp xã năm nay</a><li><a href=/danh-ba-can-bo-cong-chuc.html>Danh bạ của cán bộ công chức</a></ul>";
        string[] headlines = ["Khai mạc lớp bồi dưỡng kiến thức nhân quyền cho cán bộ xã", "Trao quà cho hộ nghèo nhân dịp cuối năm tại thôn Một", "Ra quân làm sạch kênh mương thôn Hai và thôn Ba", "Đối thoại"];
        var list = string.Concat(headlines.Select((headline, i) => $"<div><a href='/Default.aspx?tabid=99&amp;ItemID=123{i}'>{headline}</a> (2{i}/11/2026)</div>"));
        ListPage.ArticleLinks($"<table><tr><td>{Menu}<td>{list}</table>", new Uri("https://xa.example.vn/tin-tuc"), null, CancellationToken.None)
            .ShouldBe(headlines.Select((_, i) => $"https://xa.example.vn/Default.aspx?tabid=99&ItemID=123{i}"));
    }

    /// <summary>Few words among headlines, in the same list and at addresses as theirs; a menu made alike, and what leads on, are none.</summary>
    [Theory]
    [InlineData("/tin/{0}-48123{1}.html", "<li><a href='{0}'>{1}</a></li>")]
    [InlineData("/tin-tuc/thoi-su/{0}", "<div class=item><h3><a href='{0}'>{1}</a></h3></div>")]
    [InlineData("/tin/bai-viet-{0}-trong-ngay", "<li><a class=link href='{0}'>{1}</a></li>")]
    public void Headlines_of_two_to_four_words_are_articles_beside_longer_ones(string path, string entry)
    {
        (string Slug, string Title)[] told = [("tap-huan-phong-chay-cho-cac-ho-dan", "Tập huấn phòng cháy cho các hộ dân trong xã"), ("lu-rut", "Lũ rút"), ("trao-nha-tinh-nghia-cho-gia-dinh", "Trao nhà tình nghĩa cho gia đình chính sách"), ("ho-ngheo-vay-von-chan-nuoi-bo", "Hộ nghèo vay vốn chăn nuôi bò sinh sản"), ("mua-vu-moi", "Mùa vụ mới"), ("gia-ca-phe-tang", "Giá cà phê tăng")];
        string Address(string slug, int i) => string.Format(System.Globalization.CultureInfo.InvariantCulture, path, slug, i + 10);
        string Entry(string address, string title) => string.Format(System.Globalization.CultureInfo.InvariantCulture, entry, address, title);
        var list = string.Concat(told.Select((t, i) => Entry(Address(t.Slug, i), t.Title))) + Entry("/xem-them", "Xem thêm tin");
        var menu = string.Concat(new[] { "Thời sự", "Kinh tế xã hội", "Văn bản mới" }.Select((t, i) => Entry(Address("muc-" + i, i + 50), t)));
        ListPage.ArticleLinks($"<body><ul class=x>{menu}</ul><main><ul class=y>{list}</ul></main>", new Uri("https://xa.vn/danh-muc-tin"), null, CancellationToken.None)
            .ShouldBe(told.Select((t, i) => "https://xa.vn" + Address(t.Slug, i)));
    }

    [Theory]
    [InlineData("/tin", "/nhung-nguoi-giu-rung-o-vung-cao-p2", true)]
    [InlineData("/tin", "/nhung-nguoi-giu-rung-o-vung-cao-p2.html", true)]
    [InlineData("/tin", "/thoi-su-p2", false)]
    [InlineData("/tin", "/tin-trong-tinh-p12.html", false)]
    [InlineData("/van-ban-chi-dao-dieu-hanh-cua-tinh", "/van-ban-chi-dao-dieu-hanh-cua-tinh-p2", false)]
    [InlineData("/van-ban-chi-dao-dieu-hanh-cua-tinh-p2.html", "/van-ban-chi-dao-dieu-hanh-cua-tinh-p3.html", false)]
    [InlineData("/tin", "/nhung-nguoi-giu-rung-o-vung-cao-page-2", false)]
    public void The_second_part_of_a_story_is_no_page_of_a_list(string own, string link, bool article) =>
        ListPage.ArticleLinks($"<main><h3><a href='{link}'>Những người giữ rừng ở vùng cao, phần tiếp theo</a></h3></main>", new Uri("https://xa.vn" + own), null, CancellationToken.None).Count.ShouldBe(article ? 1 : 0);

    [Fact]
    public void A_selector_decides_alone_whether_it_names_links_or_what_holds_them()
    {
        const string Html = """<nav><a href="/a">A</a></nav><ul class=x><li><a href="/b">B</a><li><a href="/c#x">C</a><li><a href="https://other.example/d">D</a></ul><a class=y href="/b"><b class=z>B</b></a>""";
        var address = new Uri("https://bao.example.vn/tin");
        Take("ul.x a").ShouldBe(["https://bao.example.vn/b", "https://bao.example.vn/c"]);
        Take("ul.x").ShouldBe(["https://bao.example.vn/b", "https://bao.example.vn/c"]);
        Take("b.z").ShouldBe(["https://bao.example.vn/b"]);
        Take(".none").ShouldBeEmpty();

        IReadOnlyList<string> Take(string selector) => ListPage.ArticleLinks(Html, address, selector, CancellationToken.None);
    }

    [Fact]
    public void A_link_that_is_not_believed_is_told_and_a_menus_is_not()
    {
        string[] headlines = ["Khai mạc lớp bồi dưỡng kiến thức nhân quyền cho cán bộ xã", "Trao quà cho hộ nghèo nhân dịp cuối năm tại thôn Một", "Ra quân làm sạch kênh mương thôn Hai và thôn Ba"];
        var list = string.Concat(headlines.Select((headline, i) => $"<div><h3><a href='/khai-mac-lop-moi-{i}1234567.html'>{headline}</a></h3> (2{i}/11/2026)</div>"));
        var links = ListPage.Read($"<nav><a href=/gioi-thieu-chung-ve-xa>Giới thiệu chung về xã nhà</a></nav><main>{list}<p><a href=/so-lieu/mua-vu-hai>Mùa vụ trong năm ở xã</a></p></main>", new Uri("https://xa.vn/tin"), null, CancellationToken.None);
        links.Articles.Count.ShouldBe(3);
        links.Doubtful.ShouldBe(["https://xa.vn/so-lieu/mua-vu-hai"]);
    }

    [Fact]
    public void A_selector_that_is_not_CSS_is_named() =>
        Should.Throw<ArgumentException>(() => ListPage.ArticleLinks("<a href=/b>B</a>", new Uri("https://bao.example.vn/"), "a[[", CancellationToken.None)).Message.ShouldContain("a[[");

    [Fact]
    public void Hostile_pages_end()
    {
        string[] pages =
        [
            Repeat("<div>", 50_000) + "<a href=/x-12345.html>Một tiêu đề dài bảy tám chữ nhé</a>",
            Repeat("<a href=/tieu-de-bai-12345.html>", 50_000),
            Repeat("<ul><li><a href=x>", 20_000),
            string.Concat(Enumerable.Range(0, 60_000).Select(i => $"<a href=/tieu-de-bai-{i + 10000}.html>Tiêu đề của bài viết số {i} hôm nay</a>")),
            Repeat("<font><p>", 8_000),
            "<a href='/" + Repeat("a/", 2_000) + "'>x</a>" + Repeat("<a href=?" + new string('a', 3000) + ">y</a>", 500),
        ];
        foreach (var page in pages)
        {
            ListPage.ArticleLinks(page, new Uri("https://bao.example.vn/"), null, CancellationToken.None).Count.ShouldBeLessThanOrEqualTo(60_000, page[..40]);   // a hang is a test that does not end
        }
    }

    [Fact]
    public void A_cancelled_page_ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => ListPage.ArticleLinks("<a href=/b>B</a>", new Uri("https://bao.example.vn/"), null, source.Token));
    }

    [Fact]
    public void No_mutation_of_a_page_throws_and_every_answer_is_an_address_of_the_site() =>
        Gen.Select(Gen.Int[0, ListPages.All.Count - 1], Gen.Int[0, 4000], Gen.String[0, 20], Gen.Int[0, 200]).Sample((which, at, text, cut) =>
        {
            var (_, address, html) = ListPages.All[which];
            at = Math.Min(at, html.Length);
            var mutated = html[..at] + text + html[Math.Min(html.Length, at + cut)..];
            var found = ListPage.ArticleLinks(mutated, new Uri(address), null, CancellationToken.None);
            found.ShouldBeUnique();
            foreach (var link in found) new Uri(link).Scheme.ShouldStartWith("http");
        }, iter: 150);

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    /// <summary>Pictures alone, each described by its article's headline, at addresses whose identifiers are no numbers.</summary>
    [Theory]
    [InlineData("/bai/{0}abc{0}7")]
    [InlineData("/v/x{0}f2")]
    [InlineData("/tin/k9{0}z.html")]
    [InlineData("/xem?ma=b{0}c")]
    public void Articles_behind_pictures_are_found_by_identifiers_that_differ_alone_and_sections_are_not(string path)
    {
        string[] sections = ["/c/a1", "/c/a2", "/c/a3", "/c/a4", "/c/a5"];
        var articles = Enumerable.Range(1, 6).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, path, i)).ToArray();
        var html = "<html lang=vi><body>" + string.Concat(sections.Select(s => $"<a href='{s}'>Thời sự</a> ")) + string.Concat(articles.Select((a, i) => $"<a href='{a}'><img alt='Người dân xã Tân Lập phản ánh nguồn nước sinh hoạt lần {i}'></a><div>Nước sinh hoạt</div>")) + "</body></html>";
        ListPage.ArticleLinks(html, new Uri("https://bao.example.vn/muc"), null, CancellationToken.None).ShouldBe(articles.Select(a => "https://bao.example.vn" + a));
    }
}
