using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>Readers' comments are told by markup, by name, by the heading over them or by what can be done with them; the article's own prose of like title stays.</summary>
public sealed class ReaderCommentTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 5, 0, 0, TimeSpan.Zero);

    private const string One = "<p>Tôi thấy chủ trương này rất kịp thời, mong các xã vùng sâu của huyện cũng sớm được dự những lớp học như thế.</p>";
    private const string Two = "<p>Xin hỏi ban tổ chức có gửi tài liệu cho người không dự được hay không, vì nhà tôi ở rất xa trung tâm của tỉnh.</p>";
    private const string Body = $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p>";

    public static TheoryData<string> Comments =>
    [
        $"<div itemscope itemtype=https://schema.org/Comment><div itemprop=text>{One}</div></div>",
        $"<div itemprop=comment itemscope><div itemprop=text>{One}</div></div>",
        $"<div itemscope itemtype=http://schema.org/UserComments><p itemprop=commentText>{One}</div>",
        $"<div class=cmt-list><div class=cmt>{One}</div></div>",
        $"<div id=box_cmt>{One}{Two}</div>",
        $"<div class=box-gop-y>{One}</div>",
        $"<div class=phan-hoi-ban-doc>{One}</div>",
        $"<div class=binh_luan>{One}</div>",
        $"<div class=discussion>{One}</div>",
        $"<div><div class=UFIComment>{One}</div></div>",
        $"<h3>Ý kiến bạn đọc</h3>{One}{Two}",
        $"<p><strong>Bình luận (2)</strong></p>{One}{Two}",
        $"<p><strong>Ý kiến độc giả</strong></p>{One}{Two}",
        $"<p><b>Phản hồi của độc giả:</b></p>{One}{Two}",
        $"<div><h4>2 bình luận</h4></div><div>{One}<h4>B.</h4>{Two}</div>",
        $"<ul class=x1><li><span>Bạn đọc A.</span>{One}<a href=#>Thích</a> <a href=#>Trả lời</a><li><span>Bạn đọc B.</span>{Two}<a href=#>Thích</a> · <a href=#>Trả lời</a> · 2 giờ trước<li><span>Bạn đọc C.</span>{Two}</ul>",
        $"<div><div>{One}<a href=#>Reply</a></div><div>{Two}<a href=#>Reply</a></div></div>",
        .. ((string[])["Bình luận bài viết", "Bình luận mới nhất", "Bạn đọc bình luận", "Có 2 bình luận", "Bình luận (0/1000)", "Tham gia thảo luận", "All comments", "View comments (2)", "Have your say", "What readers are saying", "មតិអ្នកអាន", $"2 bình luận trong “{VietnamesePages.Title}”"]).Select(heading => $"<section><h3>{heading}</h3>{One}{Two}</section>"),
        .. ((string[])["Bình luận", "Trao đổi", "Trao đổi - Thảo luận", "Góp ý", "Phản hồi", "Discussion", "Community"]).Select(heading => $"<section><h3>{heading}</h3><div><b>Minh A.</b><span>08:12 08/03/2026</span>{One}</div><div><b>Thu B.</b><span>2 ngày trước</span>{Two}</div></section>"),
        $"<div><p><b>Trao đổi</b></p>{One}<p><em>(Minh A., Cần Thơ)</em></p>{Two}<p><em>(Thu B., Hà Nội)</em></p></div>",
        $"<section aria-label='Bình luận'><div>{One}</div><div>{Two}</div></section>",
        $"<table><tr><td><b>Các ý kiến đã gửi</b></td></tr><tr><td>{One}</td></tr><tr><td>{Two}</td></tr></table>",
        $"<ol><li><cite>Minh A.</cite> nói:<br>08/03/2026 lúc 08:12{One}</li><li><cite>Thu B.</cite> nói:<br>08/03/2026 lúc 09:12{Two}</li></ol>",
        $"<div><div class=u1><span class=UFICommentActorName>Minh A.</span><span>{One.Replace("p>", "i>", StringComparison.Ordinal)}</span></div><div class=u1><span>{Two.Replace("p>", "i>", StringComparison.Ordinal)}</span></div></div>",
    ];

    [Theory]
    [MemberData(nameof(Comments))]
    public void Comments_are_not_the_text(string comments) =>
        Read($"{Body}{comments}").ShouldBe($"{VietnamesePages.First}\n{VietnamesePages.Second}\n{VietnamesePages.Third}");

    [Fact]
    public void Comments_above_the_text_are_not_the_text() =>
        Read($"<div><h5>Bình luận nổi bật</h5>{One}</div><div>{Body}</div>").ShouldBe($"{VietnamesePages.First}\n{VietnamesePages.Second}\n{VietnamesePages.Third}");

    public static TheoryData<string, string> Prose => new()
    {
        { VietnamesePages.Title, $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><h3>Bình luận</h3><p>{VietnamesePages.Third}</p>" },
        { VietnamesePages.Title, $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><section><h3>Trao đổi</h3><p>{VietnamesePages.Third}</p></section>" },
        { VietnamesePages.Title, $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><section><h3>Diễn đàn</h3><p>08:30</p><p>{VietnamesePages.Third}</p><p>10:00</p>{One}</section>" },
        { VietnamesePages.Title, $"<p>{VietnamesePages.First}</p><h3>Góp ý</h3><p>{VietnamesePages.Second}</p><p><b>Nguyễn A.</b></p><p>{VietnamesePages.Third}</p>" },
        { VietnamesePages.Title, $"<p>{VietnamesePages.First}</p><p>Ông A. nói:</p><p>{VietnamesePages.Second}</p><p>Bà B. nói:</p><p>{VietnamesePages.Third}</p>" },
        { "Ý kiến bạn đọc", Body },
        { "Bình luận: lớp học cho người phát ngôn", Body },
        { VietnamesePages.Title, $"<div>12 bình luận</div>{Body}" },
        { VietnamesePages.Title, $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><h2>Ý kiến bạn đọc</h2>{One}<h2>Lời kết</h2><p>{VietnamesePages.Third}</p>" },
        { "Hỏi đáp: ai được dự lớp tập huấn", $"<div><p><b>Hỏi</b></p><p>{VietnamesePages.First}</p></div><div><p><b>Trả lời</b></p><p>{VietnamesePages.Second}</p></div><div><p><b>Trả lời</b></p><p>{VietnamesePages.Third}</p></div>" },
    };

    [Theory]
    [MemberData(nameof(Prose))]
    public void Prose_under_a_title_like_theirs_stays(string title, string body)
    {
        var text = Read(body, title);
        foreach (var paragraph in (ReadOnlySpan<string>)[VietnamesePages.First, VietnamesePages.Second, VietnamesePages.Third]) text.ShouldContain(paragraph);
    }

    private static string Read(string body, string title = VietnamesePages.Title) =>
        ArticleExtractor.Extract($"<html lang=vi><head><title>{title}</title></head><body><div class=main><h1>{title}</h1>{body}</div></body></html>", new Uri("https://bao.example.vn/a-1.html"), Now, CancellationToken.None).Text ?? "";
}
