using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>Pages that offer other articles: below a notice that one is gone, below a subject's name, or one after another.</summary>
public sealed class LinkedEntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 5, 0, 0, TimeSpan.Zero);
    private static readonly string[] Texts = [VietnamesePages.First, VietnamesePages.Second, VietnamesePages.Third];

    [Theory]
    [InlineData("Bài viết đã bị gỡ", "Nội dung bạn tìm không còn tồn tại.")]
    [InlineData("Bài viết đã được gỡ bỏ", "Theo yêu cầu của tòa soạn, bài viết này không còn.")]
    [InlineData("Oops!", "Chúng tôi không tìm thấy trang bạn cần.")]
    public void A_notice_above_teasers_is_no_article(string heading, string notice) =>
        Read(heading, $"<h1>{heading}</h1><p>{notice}</p><h3>Tin mới</h3>{Teasers(4)}", "/tin/1.html").Because.ShouldBe(NonArticle.Missing);

    [Theory]
    [InlineData("/blog/page/2", "<h1>Blog</h1>", "<article class=post><h2><a href=/g/{0}.html>{1}</a></h2><time>0{2}/03/2026</time>{3}</article>")]
    [InlineData("/goc-nhin", "<h1>Góc nhìn</h1>", "<article><h2><a href=/g/{0}.html>{1}</a></h2><span>{2}/3/2026</span>{3}</article>")]
    [InlineData("/goc-nhin", "", "<div class=post><h2><a href=/g/{0}.html>{1}</a></h2>{3}<a href=/g/{0}.html>Đọc tiếp</a></div>")]
    public void Articles_one_below_the_other_are_a_list(string path, string heading, string entry) =>
        Read("Góc nhìn", heading + string.Concat(Enumerable.Range(0, 3).Select(i => Entry(entry, i))), path).Because.ShouldBe(NonArticle.List);

    [Fact]
    public void Headings_with_a_day_and_two_sentences_each_are_a_list() =>
        Read("Tin hoạt động", "<h1>Tin hoạt động</h1>" + string.Concat(Enumerable.Range(0, 6).Select(i => Entry("<div class=row><h3><a href=/x/{0}-900.htm>{1}</a></h3><span>(0{2}/03/2026)</span>{3}</div>", i))), "/tin-hoat-dong").Because.ShouldBe(NonArticle.List);

    [Theory]
    [InlineData("/tag/vac-xin", "Vắc xin")]
    [InlineData("/vac-xin-tag123/", "Chủ đề: Vắc xin")]
    public void A_subject_above_teasers_is_a_list(string path, string heading) =>
        Read(heading, $"<h1>{heading}</h1><p>{VietnamesePages.Second} {VietnamesePages.Third}</p>{Teasers(15)}", path).Because.ShouldBe(NonArticle.List);

    [Theory]
    // Related articles below it.
    [InlineData("<h1>{0}</h1>{1}<h4>Tin khác</h4>{2}")]
    // Its headline leads to itself.
    [InlineData("<h1><a href=/g/9.html>{0}</a></h1>{1}<h4>Tin khác</h4>{2}")]
    // Its own parts lead to others.
    [InlineData("<h1>{0}</h1>{1}<h2><a href=/g/1.html>Lớp học đầu tiên</a></h2>{1}<h2><a href=/g/2.html>Lớp học thứ hai</a></h2>{1}<h2><a href=/g/3.html>Lớp học thứ ba</a></h2>{1}")]
    public void An_article_with_links_to_others_is_one(string page) =>
        Read(VietnamesePages.Title, page.Replace("{0}", VietnamesePages.Title, StringComparison.Ordinal).Replace("{1}", string.Concat(Texts.Select(text => $"<p>{text}</p>")), StringComparison.Ordinal).Replace("{2}", Teasers(8), StringComparison.Ordinal), "/xa-hoi/lop-1.htm").Because.ShouldBeNull();

    private static string Entry(string entry, int i) =>
        entry.Replace("{0}", $"{i}", StringComparison.Ordinal).Replace("{1}", $"Lớp tập huấn số {i}", StringComparison.Ordinal).Replace("{2}", $"{i + 1}", StringComparison.Ordinal).Replace("{3}", string.Concat(Texts.Select(text => $"<p>{text}</p>")), StringComparison.Ordinal);

    private static string Teasers(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(i => $"<div class=item><h3><a href=/tin/b-{i}.html>Bài viết số {i} về đời sống người dân</a></h3><p>Tóm tắt bài số {i}: người dân nhận hỗ trợ và sửa lại nhà sau lũ.</p></div>"));

    private static ExtractedPage Read(string title, string body, string path) =>
        ArticleExtractor.Extract($"<html><head><title>{title} - Báo Tỉnh</title></head><body>{body}</body></html>", new($"https://bao.example.vn{path}"), Now, default);
}
