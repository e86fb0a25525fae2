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
        $"<div><div class=u1><span class=UFICommentActorName>Minh A.</span><span>{One.Replace("p>", "i>", StringComparison.Ordinal)}</span></div><div class=u1><span class=UFICommentActorName>Thu B.</span><span>{Two.Replace("p>", "i>", StringComparison.Ordinal)}</span></div></div>",
        // No name of an element and no heading tells them: a name and a time each.
        $"<div class=idea><p><strong>minh88</strong> (1 ngày trước)</p>{One}<a>Trả lời</a></div>",
        $"<div class=a1><div class=a2><b>Minh A.</b><span>2 hours ago</span></div><div class=a3>{One}</div></div><div><a>Reply</a></div>",
        $"<p><strong>Lê Minh:</strong> {Plain(One)} <i>(08/03/2026 07:12)</i></p><p><strong>thu.hoa:</strong> {Plain(Two)} <i>(08/03/2026 07:40)</i></p>",
        $"<p><b>minh88</b> - 08/03/2026 09:12</p>{One}<p><b>Thu</b> - 08/03/2026 09:15</p>{Two}",
        $"<div><p><b>Minh A.</b> lúc 09:12 ngày 08/03/2026:</p>{One}<p><b>Thu B.</b> lúc 09:15 ngày 08/03/2026:</p>{Two}{One}</div>",
        $"<div class=post><div class=postername>minh</div><div class=postdate>8/3/2026, 07:12 AM</div><div class=postbody>{One}</div></div><div class=post><div class=postername>thu88</div><div class=postdate>8/3/2026, 07:40 AM</div><div class=postbody>{Two}</div></div>",
        $"<div class=talk><div><a href=/user/1>Lê Minh</a>{One}<span>3 ngày trước</span></div><div><a href=/user/2>Thu</a>{Two}<span>2 ngày trước</span></div></div>",
        $"<div class=talk><div><div><a href=/user/1>Lê Minh</a>{One}<span>3 ngày trước</span></div><div><div><a href=/user/2>Thu</a>{Two}<span>2 ngày trước</span></div></div></div></div>",
        $"<div class=x4><div class=r><div><span>L</span></div><div><h5>Lê Minh</h5><div>{One}</div><div><span>3 giờ trước</span> · <a>Thích</a></div></div></div><div class=r><div><span>T</span></div><div><h5>thu88</h5><div>{Two}</div><div><span>4 giờ trước</span> · 12 <a>Thích</a></div></div></div></div>",
        $"<ul class=x2><li><div>Lê Minh</div><div>{One}</div><div>08/03/2026</div></li><li><div>Trần Thu</div><div>{Two}</div><div>08/03/2026</div></li></ul>",
        $"<div>{One}<p>Lê Minh, Cần Thơ - 08:12 08/03/2026</p>{Two}<p>Thu, Hà Nội - 09:12 08/03/2026</p></div>",
        $"<div class=x3><b>Độc giả Lê Minh (Hà Nội):</b> {Plain(One)}<br><b>Độc giả Thu (Huế):</b> {Plain(Two)}</div>",
        $"<div class=x3><p>Bạn đọc Lê Minh: {Plain(One)}</p><p>Bạn đọc Thu: {Plain(Two)}</p></div>",
        $"<p>--------</p><p>BÌNH LUẬN:</p><p>minh88: {Plain(One)}</p><p>thu: {Plain(Two)}</p>",
        $"<table><tr><td>Lê Minh (minh***@example.com)</td><td>Gửi lúc 20:15 08/03</td></tr><tr><td colspan=2>{Plain(One)}</td></tr></table>",
        $"<table><tr><td>Lê Minh</td><td>20:15 08/03/2026</td></tr><tr><td colspan=2>{Plain(One)}</td></tr><tr><td>Thu</td><td>21:15 08/03/2026</td></tr><tr><td colspan=2>{Plain(Two)}</td></tr></table>",
        $"<dl><dt>Lê Minh, 20:15 08/03/2026</dt><dd>{Plain(One)}</dd><dt>Thu, 21:15 08/03/2026</dt><dd>{Plain(Two)}</dd></dl>",
        // Parted by line breaks alone; behind an @ a name of more than one word; by a line that says who wrote; the name a template puts for all.
        $"<div>Bình luận:<br><b>Nguyễn Thị Hoa</b>: {Plain(One)}<br><b>Trần Văn Tư</b>: {Plain(Two)}<br></div>",
        $"<div><div><p>@Lê Hoa · 2h</p>{One}</div><div><p>@Trần Tư · 3h</p>{Two}</div></div>",
        $"<div><p>“{Plain(One)}”</p><p>Bạn đọc Minh Tâm bình luận</p></div>",
        $"<h3>Comments</h3><p><b>Guest Reader</b></p>{One}<p><b>Guest Reader</b></p>{Two}<p><b>Guest Reader</b></p>{One}",
        // Below a line that speaks to readers, or tells where they wrote.
        $"<h3>Bạn nghĩ gì?</h3><ul><li>{Plain(One)}</li><li>{Plain(Two)}</li><li>{Plain(One)}</li></ul>",
        $"<h3>Cùng chia sẻ quan điểm</h3><ul><li>{Plain(One)} <em>(Nguyễn Thị Hoa)</em></li><li>{Plain(Two)} <em>(Trần Văn Tư)</em></li></ul>",
        $"<h3>Trên Facebook</h3><p><b>Nguyễn Thị Hoa</b> viết: {Plain(One)}</p><p><b>Trần Văn Tư</b> viết: {Plain(Two)}</p>",
        // Below a bare heading, loose paragraphs of people who speak as readers do.
        .. ((string[])["<h3>Bình luận</h3>", "<h4>Ý kiến</h4>", "<p><b>Phản hồi</b></p>", "<div>Bình luận</div>", "<h2>Comments</h2>", "<h3>Responses</h3>"]).Select(heading => $"{heading}<p><b>Nguyễn Thị Hoa:</b> {Plain(One)}</p><p><b>Trần Văn Tư:</b> {Plain(Two)}</p>"),
        $"<h3>Bình luận</h3><p><strong>Nguyễn Thị Hoa</strong></p>{One}<p><strong>Trần Văn Tư</strong></p>{Two}",
        $"<h3>Bình luận</h3>{One}<p>Nguyễn Thị Hoa</p>{Two}<p>Trần Văn Tư</p>",
        $"<h3>Bình luận</h3><p><b>Nguyễn Thị Hoa:</b> {Plain(One)}</p><p><a href=#>Thích</a> <a href=#>Trả lời</a></p><p><b>Trần Văn Tư:</b> {Plain(Two)}</p><p><a href=#>Thích</a> <a href=#>Trả lời</a></p>",
        // A heading that speaks of the article it stands below, or of what comes back from readers.
        .. ((string[])["Bạn nghĩ gì về bài viết này?", "Góp ý của công dân về bài viết", "Nhận xét của người dân về bài viết này", "Ý kiến của bà con về bài báo", "Bạn đọc nghĩ gì sau khi đọc bài viết này", "Ý kiến phản hồi (2)", "Comments on this story", "What do you make of this story?", "Your thoughts on this article", "Readers write", "Our readers respond"])
            .Select(heading => $"<h3>{heading}</h3><p><b>Hoàng Thị Sen – Quận 8</b></p>{One}<p><b>Lò Văn Pản – Tổ 2</b></p>{Two}"),
        // A heading that names readers or their comments, over voices with names.
        .. ((string[])["Bạn đọc chia sẻ", "Mời bạn đọc cho ý kiến", "Reader reactions", "Tell us what you think of this story", "From the comments", "Ý kiến phản hồi về tin này"])
            .Select(heading => $"<h4>{heading}</h4><p>{Plain(One)}<br><b>Hoàng Thị Sen</b></p><p>{Plain(Two)}<br><b>Lò Văn Pản</b></p>"),
        // The name behind a dash, before a line break, in the middle of one paragraph.
        $"<p><strong>PHẢN HỒI</strong></p><ol><li>{Plain(One)} <br>— <em>Hoàng Thị Sen</em></li><li>{Plain(Two)} <br>— <em>Lò Văn Pản</em></li></ol>",
        $"<h3>Comments</h3><p>{Plain(One)} – <b>Carol B</b></p><p>{Plain(Two)} – <b>Imran</b></p>",
        $"<p><b>Bạn đọc viết</b></p><p><b>Hoàng Thị Sen</b><br>{Plain(One)}</p><p><b>Lò Văn Pản</b><br>{Plain(Two)}</p>",
        $"<h3>What our readers said</h3><p>{Plain(One)} <i>Carol B, Thornbury</i><br><br>{Plain(Two)} <i>Imran, Lydney</i></p>",
        $"<h3>Cảm nhận về bài viết</h3><p><b>Hoàng Thị Sen:</b> {Plain(One)}</p><p><b>Lò Văn Pản:</b> {Plain(Two)}</p>",
        // A name before each and its day in brackets, in paragraphs or between line breaks.
        $"<p><b>Ý KIẾN PHẢN HỒI</b></p><p><b>Hoàng Thị Sen:</b> {Plain(One)} <i>(08/03/2026)</i></p><p><b>Lò Văn Pản:</b> {Plain(Two)} <i>(08/03/2026)</i></p>",
        $"<h4>Ý kiến phản hồi</h4><p><strong>Hoàng Thị Sen:</strong> {Plain(One)} (8/3)<br><strong>Lò Văn Pản:</strong> {Plain(Two)} (8/3)</p>",
        $"<p><b>Trao đổi</b></p><p><b>Hoàng Thị Sen:</b> {Plain(One)} <i>(08/03/2026)</i><br><b>Lò Văn Pản:</b> {Plain(Two)} <i>(09/03/2026)</i></p>",
        $"<p><b>Ý kiến phản hồi</b></p><p><b>Hoàng Thị Sen:</b> {Plain(One)}</p><p><b>Lò Văn Pản:</b> {Plain(Two)}</p>",
        // The name ends the paragraph, below a line break or right behind the last sentence.
        $"<p><b>Trao đổi</b></p><p>{Plain(One)}<br><i>Hoàng Thị Sen, 10:05 08/03/2026</i></p><p>{Plain(Two)}<br><i>Lò Văn Pản, 11:05 08/03/2026</i></p>",
        $"<h3>Bình luận</h3><p>{Plain(One)} <b>Hoàng Thị Sen</b></p><p>{Plain(Two)} <b>Lò Văn Pản</b></p>",
        $"<h3>Comments</h3><p>{Plain(One)}<br>Hoàng Thị Sen</p><p>{Plain(Two)}<br>Lò Văn Pản</p>",
        $"<div><span>2 bình luận</span><span>Mới nhất</span><div>{One}</div><div>{Two}</div></div>",
        $"<h3>2 thoughts on this story</h3>{One}{Two}",
        $"<h3>Đánh giá của độc giả</h3>{One}{Two}",
        $"<div class=y1>{string.Concat(((string[])["Lê Minh", "thu_hoa", "Bình", "Cúc Lan", "d123"]).Select(name => $"<div><b>{name}</b> <em>3 giờ trước</em>{One}{Two}</div>"))}</div>",
    ];

    private static string Plain(string paragraph) => paragraph[3..^4];

    [Theory]
    [MemberData(nameof(Comments))]
    public void Comments_are_not_the_text(string comments) =>
        Read($"{Body}{comments}").ShouldBe($"{VietnamesePages.First}\n{VietnamesePages.Second}\n{VietnamesePages.Third}");

    [Fact]
    public void Comments_above_the_text_are_not_the_text() =>
        Read($"<div><h5>Bình luận nổi bật</h5>{One}</div><div>{Body}</div>").ShouldBe($"{VietnamesePages.First}\n{VietnamesePages.Second}\n{VietnamesePages.Third}");

    private const string Answerable = $"<b>Minh A.</b>{One}<a href=#>Thích</a> <a href=#>Trả lời</a>";

    public static TheoryData<string> MadeLikeComments =>
    [
        $"<div>{Body}</div><div>{Answerable}</div>",
        $"<section>{Body}</section><section>{Answerable}</section>",
        $"<div class=row>{Body}</div><div class=row>{Answerable}</div><div class=row>{Answerable}</div>",
        $"<div><div>{VietnamesePages.First}</div><div>{VietnamesePages.Second}</div><div>{VietnamesePages.Third}</div><div>{Answerable}</div></div>",
        $"<div><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p></div><div>{One}<p>12 likes 3 replies</p><a href=#>Reply</a> <a href=#>Like</a></div><div><p>{VietnamesePages.Third}</p></div>",
    ];

    [Theory]
    [MemberData(nameof(MadeLikeComments))]
    public void An_article_made_like_its_comments_stays(string page) =>
        Read(page).ShouldBe($"{VietnamesePages.First}\n{VietnamesePages.Second}\n{VietnamesePages.Third}");

    public static TheoryData<string, string> Prose => new()
    {
        { VietnamesePages.Title, $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><h3>Bình luận</h3><p>{VietnamesePages.Third}</p>" },
        { VietnamesePages.Title, $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><section><h3>Trao đổi</h3><p>{VietnamesePages.Third}</p></section>" },
        { VietnamesePages.Title, $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><section><h3>Diễn đàn</h3><p>08:30</p><p>{VietnamesePages.Third}</p><p>10:00</p>{One}</section>" },
        { VietnamesePages.Title, $"<p>{VietnamesePages.First}</p><h3>Góp ý</h3><p>{VietnamesePages.Second}</p><p><b>Nguyễn A.</b></p><p>{VietnamesePages.Third}</p>" },
        { VietnamesePages.Title, $"<p>{VietnamesePages.First}</p><p>Ông A. nói:</p><p>{VietnamesePages.Second}</p><p>Bà B. nói:</p><p>{VietnamesePages.Third}</p>" },
        { VietnamesePages.Title, $"<div><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p></div><div><h3>Ý kiến</h3><p><b>Lê Hữu Minh</b></p><p>{VietnamesePages.Third}</p><p><b>Trần Thị Hoa</b></p>{Two}</div>" },
        { "Ý kiến bạn đọc", Body },
        { "Bình luận: lớp học cho người phát ngôn", Body },
        { VietnamesePages.Title, $"<div>12 bình luận</div>{Body}" },
        { VietnamesePages.Title, $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><h2>Ý kiến bạn đọc</h2>{One}<h2>Lời kết</h2><p>{VietnamesePages.Third}</p>" },
        { "Hỏi đáp: ai được dự lớp tập huấn", $"<div><p><b>Hỏi</b></p><p>{VietnamesePages.First}</p></div><div><p><b>Trả lời</b></p><p>{VietnamesePages.Second}</p></div><div><p><b>Trả lời</b></p><p>{VietnamesePages.Third}</p></div>" },
    };

    /// <summary>What stands below the first paragraphs and reads like signed entries.</summary>
    public static TheoryData<string, string> LikeEntries => new()
    {
        { "an interview", $"<p><b>PV:</b> Thưa ông, lớp học này dành cho ai?</p><p><b>Ông Lê Minh:</b> {Plain(One)}</p><p><b>PV:</b> Còn những người ở xa thì sao?</p><p><b>Ông Lê Minh:</b> {Plain(Two)}</p>" },
        { "an interview below a heading", $"<h3>Trao đổi</h3><p>PV: Thưa ông, lớp học này dành cho ai?</p><p>Lê Minh: {Plain(One)}</p><p>PV: Còn những người ở xa thì sao?</p><p>Lê Minh: {Plain(Two)}</p>" },
        { "a talk of two below a heading", $"<h3>Bình luận</h3><p>Minh: {Plain(One)}</p><p>Thu: {Plain(Two)}</p><p>Minh: {Plain(Two)}</p><p>Thu: {Plain(One)}</p>" },
        { "a live report by times", $"<p><b>08:30 08/03/2026</b></p>{One}<p><b>10:00 08/03/2026</b></p>{Two}" },
        { "times as headings", $"<h3>Hà Mạn, 08:30 08/03/2026</h3>{One}<h3>Sông Bắc, 10:00 08/03/2026</h3>{Two}" },
        { "a live report by its reporters", string.Concat(Enumerable.Range(1, 4).Select(i => $"<div class=moc><b>Lê Minh</b> <span>1{i}:30 08/03/2026</span>{One}{Two}</div>")) },
        { "a live report by many reporters", $"<div class=dong>{string.Concat(((string[])["Lê Minh", "Thu Hoa", "Trần Bình", "Cúc Lan"]).Select((name, i) => $"<div class=moc><b>{name}</b> <span>1{i}:30 08/03/2026</span>{One}{Two}</div>"))}</div>" },
        { "parts with headings", $"<div class=moc><h3>Buổi sáng</h3><b>Lê Minh</b> <span>10:12 08/03/2026</span>{One}</div><div class=moc><h3>Buổi chiều</h3><b>Thu Hoa</b> <span>15:41 08/03/2026</span>{Two}</div>" },
        { "bylines", $"<div class=moc><i>By Lê Minh, 10:30 08/03/2026</i>{One}</div><div class=moc><i>By Thu Hoa, 15:30 08/03/2026</i>{Two}</div>" },
        { "updates", $"<p><b>Cập nhật</b> - 08/03/2026 09:12</p>{One}<p><b>Đính chính</b> - 09/03/2026 09:12</p>{Two}" },
        { "a programme by weekdays", $"<p><b>Thứ Hai</b> - 09/03/2026 08:00</p>{One}<p><b>Thứ Ba</b> - 10/03/2026 08:00</p>{Two}" },
        { "events with their days", $"<ul><li><b>Hội Lim</b> <span>09/03/2026</span>{One}</li><li><b>Lễ hội đua thuyền</b> <span>10/03/2026</span>{Two}</li></ul>" },
        { "events with their days and hours", $"<p><b>Lễ hội đua thuyền</b> - 19:00 09/03/2026</p>{One}<p><b>Ngày hội đọc sách</b> - 19:00 10/03/2026</p>{Two}" },
        { "what people say", $"<p><b>Lê Minh, Hà Nội</b></p>{One}<p><b>Thu Hoa, Huế</b></p>{Two}" },
        { "opinions of an assembly by the number", $"<h2>Có 5 ý kiến</h2>{One}{Two}" },
        { "opinions of two kinds", $"<p><b>Có 2 ý kiến:</b></p>{One}{Two}" },
        { "all that was proposed, and answered", $"<h2>Tất cả góp ý</h2>{One}<h2>12 phản hồi</h2>{Two}" },
        { "questions that unfold", $"<div class=hoi><div class=muc>{One}<a href=#c>Trả lời</a><div>{Two}</div></div><div class=muc>{Two}<a href=#c>Trả lời</a><div>{One}</div></div></div>" },
        { "testimonies in quotation marks", $"<div><blockquote><p>“{Plain(One)}”</p><p>Lê Thị Minh, 12/02/2026</p></blockquote><blockquote><p>“{Plain(Two)}”</p><p>Trần Thu Hoa, 13/02/2026</p></blockquote></div>" },
        { "a chronicle by places", $"<div><div><span>01/02/2026</span><b>Hà Mạn</b>{One}</div><div><span>03/02/2026</span><b>Lâm Thượng</b>{Two}</div></div>" },
        { "a live report with the times first", $"<div><div><span>08:12 07/03/2026</span> <b>Lê Minh</b>{One}</div><div><span>09:30 07/03/2026</span> <b>Trần Hoa</b>{Two}</div></div>" },
        { "a debate of named speakers", $"<h3>Thảo luận</h3><p>Lê Hữu Minh: {Plain(One)}</p><p>Trần Thị Hoa: {Plain(Two)}</p>" },
        { "experts with titles below a bare heading", $"<h3>Ý kiến</h3><p><b>TS Lê Hữu Minh</b></p>{One}<p><b>Bác sĩ Trần Thị Hoa</b></p>{Two}" },
        { "people quoted below a bare heading", $"<h3>Phản hồi</h3><p><b>Lê Hữu Minh:</b> “{Plain(One)}”</p><p><b>Trần Thị Hoa:</b> “{Plain(Two)}”</p>" },
        { "prose below a bare heading", $"<h3>Bình luận</h3>{Told}{One}{ToldToo}{Two}" },
        { "readers quoted", $"<p>Độc giả Lê Minh (Hà Nội): “{Plain(One)}”</p><p>Độc giả Thu (Huế): “{Plain(Two)}”</p>" },
        { "quoted posts", $"<blockquote>{One}<p>— Lê Minh 08/03/2026</p></blockquote><p>Ban tổ chức cũng dẫn lại ý kiến này trong buổi họp báo sau đó.</p><blockquote>{Two}<p>— Thu Hoa 08/03/2026</p></blockquote>" },
        { "one letter that is not answered", $"<p><b>Lê Minh</b> - 08/03/2026 09:12</p>{One}{Two}" },
        { "signed letters in the middle", $"<p><b>Lê Minh</b> - 08/03/2026 09:12</p>{One}<p><b>Thu Hoa</b> - 08/03/2026 09:15</p>{Two}<p>Trả lời các thư này, ban tổ chức nói rằng lớp học sẽ được mở thêm ở từng huyện, ngay trong quý tới, cho tất cả những ai đã ghi tên.</p><p>Tài liệu bằng tiếng Khmer và tiếng Ê Đê cũng đang được biên soạn để gửi tới những người không dự được.</p>" },
        { "what an office answers below a heading", $"<h3>Ý kiến phản hồi của Ủy ban nhân dân huyện</h3>{One}{Two}" },
        { "what is quoted, with who said it behind", $"<p>“{Plain(One)}” <b>Hoàng Thị Sen</b></p>{Told}<p>“{Plain(Two)}” <b>Lò Văn Pản</b></p>{ToldToo}" },
        { "a letter that is the text", $"{One}{Two}<p><i>Hoàng Thị Sen, Quận 8</i></p>" },
        { "what readers ask and a doctor answers", $"<h3>Bạn đọc hỏi</h3><p><b>Hoàng Thị Sen:</b> {Plain(Two)}</p><p><b>BS Hà Văn Thấu:</b> {Plain(One)}</p><p><b>Lò Văn Pản:</b> {Plain(Two)}</p><p><b>BS Hà Văn Thấu:</b> {Plain(One)}</p>" },
        { "what is told of readers", $"<h3>Chuyện của những người đọc sách</h3>{Told}{One}{ToldToo}{Two}" },
        { "readers who are quoted", $"<h3>Readers remember the van</h3><p>“{Plain(One)}” <b>Carol B</b></p><p>“{Plain(Two)}” <b>Imran</b></p>" },
        { "what is said of a draft", $"<h3>Ý kiến về nội dung này</h3>{One}{Two}" },
        { "what is said of a report", $"<h3>Reactions to this report</h3>{One}{Two}" },
        { "what an office says of an article", $"<h3>Phản hồi về bài viết</h3>{One}{Two}" },
        { "what readers should know", $"<h3>What readers should know</h3>{One}{Two}" },
        { "what the article is part of", $"<h3>Bài viết này thuộc loạt phóng sự về y tế cơ sở</h3>{One}{Two}" },
        { "a byline at the end", $"{One}{Two}<p>Lê Minh - 08/03/2026 09:12</p>" },
    };

    [Theory]
    [MemberData(nameof(LikeEntries))]
    public void What_only_looks_signed_by_readers_stays(string what, string below)
    {
        var text = Read($"{Body}{below}");
        text.ShouldContain(Plain(One), customMessage: what);
        text.ShouldContain(Plain(Two), customMessage: what);
    }

    [Theory]
    [MemberData(nameof(Prose))]
    public void Prose_under_a_title_like_theirs_stays(string title, string body)
    {
        var text = Read(body, title);
        foreach (var paragraph in (ReadOnlySpan<string>)[VietnamesePages.First, VietnamesePages.Second, VietnamesePages.Third]) text.ShouldContain(paragraph);
    }

    private const string Told = "<p>Xã Hà Mạn mở lớp đầu tiên ở nhà văn hóa, có hơn năm mươi người của chín thôn đến dự từ sáng sớm.</p>";
    private const string ToldToo = "<p>Xã Sông Bắc phát tài liệu in bằng hai thứ tiếng, và ghi lại những câu hỏi để trả lời sau buổi học.</p>";

    /// <summary>A name, a time, and no other mark; below a text published at 14:05 on March 7th.</summary>
    public static TheoryData<string> Entries =>
    [
        .. new (string[], string)[]
        {
            (["Nguyễn văn Sáu", "Trần thị Hoa"], "08:12 08/03/2026"), (["minh tam", "thu ha"], "08:12 08/03/2026"), (["Quý Nguyễn", "Kỳ Duyên"], "08:12 08/03/2026"),
            (["Minh Tâm ở Hà Nội", "Thu Hà từ Huế"], "08:12 08/03/2026"), (["by Minh Tâm", "by Thu Hà"], "08:12 08/03/2026"), (["Minh Tâm ❤", "Bé Na 123"], "08:12 08/03/2026"), (["Cô giáo làng", "Dân Hà Mạn"], "08:12 08/03/2026"),
            (["Minh Tâm · Thành viên", "Thu Hà · Quản trị"], "08:12 08/03/2026"), (["Sok A.", "Dara B."], "Mar 8, 2026 at 10:20 AM"), (["Sok A.", "Dara B."], "8 Mar 2026"), (["Minh Tâm", "Thu Hà"], "8 Tháng 3, 2026 lúc 8:12 sáng"),
            (["Minh Tâm", "Thu Hà"], "2 giờ"), (["Minh Tâm", "Thu Hà"], "2h"), (["Minh Tâm", "Thu Hà"], "hôm qua lúc 10:20"), (["Minh Tâm", "Thu Hà"], "cách đây 3 giờ"), (["សុខ ដារ៉ា", "ចាន់ លីណា"], "២ ម៉ោងមុន"),
            (["Minh Tâm", "Thu Hằng"], "08/03/2026"), (["minh88", "thuha"], "12 points 2 hours ago"), (["Minh Tâm", "Thu Hà"], ""),
        }
        .Select(one => $"<div>{Entry(one.Item1[0], one.Item2, One)}{Entry(one.Item1[1], one.Item2, Two)}</div>"),
        $"<div><div><h3>Minh Tâm</h3> <span>08:12 08/03/2026</span>{One}</div><div><h3>Thu Hà</h3> <span>08:12 08/03/2026</span>{Two}</div></div>",
        $"<div>{Entry("Minh Tâm", "08:12 08/03/2026", string.Concat(Enumerable.Repeat(One, 18)))}{Entry("Thu Hà", "08:12 08/03/2026", Two)}</div>",
        Entry("Minh Tâm", "08/03/2026", One),
        $"<p><b>Minh Tâm:</b> {Plain(One)}</p><p><b>Thu Hà:</b> {Plain(Two)}</p>",
        $"<p><b>Trần Văn Tư</b> (8h12 08/03/2026): {Plain(One)}</p><p><b>Lê Thị Bé</b> (8h15 08/03/2026): {Plain(Two)}</p>",
        $"<div><b>Sok A.</b> Mar 8, 2026: {Plain(One)}</div><div><b>Dara B.</b> Mar 8, 2026: {Plain(Two)}</div>",
        $"<div><p><a href=/u/1>Minh Tâm</a> {Plain(One)}</p><p><a href=/u/2>Thu Hà</a> {Plain(Two)}</p></div>",
        $"<div><p><strong>Nguyễn Thị Hoa</strong></p>{One}<p><strong>Trần Văn Tư</strong></p>{Two}</div>",
        $"<div>{One}<div>Minh Tâm | 08:12 08/03/2026 | 12 thích</div></div><div>{Two}<div>Thu Hà | 08:12 08/03/2026 | 3 thích</div></div>",
        $"<div><b>Minh Tâm</b>{One}<button>👍 5</button><button>Phản hồi</button></div>",
        $"<div>{One}<p><em>Hoàng Kim Oanh (oanh@example.com)</em></p></div><div>{Told}<p><em>Lê Doãn Hợp (hop@example.com)</em></p></div>",
        $"<div>{Entry("minh88", "08:12 08/03/2026", One)}{Entry("Người miền xuôi", "", Two)}{Entry("Thu Hà", "08:15 08/03/2026", Two)}{Entry("???", "", One)}</div>",
        $"<div><div><span>Sok A.</span><span>yesterday</span>{One}</div><div><span>Dara B.</span><span>5h ago</span>{Two}</div></div>",
        $"<div><div><b>minh88</b><i>cách đây 3 giờ</i>{One}</div><div><b>thuha</b><i>cách đây 5 giờ</i>{Two}</div></div>",
        $"<div><div><b>Sok A.</b>{Told}</div><div><b>Dara B.</b>{Two}</div></div><form><textarea></textarea></form>",
    ];

    private static string Entry(string name, string time, string text) => $"<div><div><b>{name}</b> <span>{time}</span></div>{text}</div>";

    [Theory]
    [MemberData(nameof(Entries))]
    public void Entries_that_only_a_name_or_a_time_tells_are_not_the_text(string comments) =>
        Read($"<div>07/03/2026 14:05</div><div>{Body}</div>{comments}").ShouldBe($"{VietnamesePages.First}\n{VietnamesePages.Second}\n{VietnamesePages.Third}");

    [Fact]
    public void Entries_below_a_short_text_are_not_the_text() =>
        Read($"<div>07/03/2026 14:05</div><div><p>{VietnamesePages.First}</p></div>{Entry("Minh Tâm", "08:12 08/03/2026", One)}{Entry("Thu Hà", "08:15 08/03/2026", Two)}").ShouldBe(VietnamesePages.First);

    [Fact]
    public void A_letter_longer_than_what_stands_above_it_is_the_text() =>
        Read($"<p>{VietnamesePages.First}</p><table><tr><td>Lê Minh</td><td>Gửi lúc 20:15 08/03</td></tr><tr><td colspan=2>{One}{Two}{One}</td></tr></table>").ShouldContain(Plain(Two));

    [Fact]
    public void Of_a_forum_the_first_entry_is_the_text()
    {
        var text = Read($"{Entry("minh88", "08:12 07/03/2026", Body)}{Entry("thuha", "09:12 07/03/2026", One)}{Entry("Lan", "10:17 07/03/2026", Two)}");
        text.ShouldContain(VietnamesePages.Third);
        text.ShouldNotContain(Plain(One));
        text.ShouldNotContain(Plain(Two));
    }

    /// <summary>What an article tells in entries, below a text published at 14:05 on March 7th.</summary>
    public static TheoryData<string, string> ToldInEntries => new()
    {
        { VietnamesePages.Title, $"<div>{Entry("Hà Mạn", "08:12 07/03/2026", Told)}{Entry("Sông Bắc", "09:37 07/03/2026", ToldToo)}</div>" },
        { VietnamesePages.Title, $"<div>{Entry("Hà Mạn", "05/03/2026, 21:08", Told)}{Entry("Sông Bắc", "06/03/2026, 22:15", ToldToo)}</div>" },
        { VietnamesePages.Title, $"<div>{Entry("Minh Tâm", "05/03/2026, 21:08", One)}{Entry("Thu Hà", "06/03/2026, 22:15", Two)}</div>" },
        { VietnamesePages.Title, $"<div>{Entry("Sở Y tế", "09:12 08/03/2026", Told)}{Entry("Bệnh viện Tỉnh", "10:41 08/03/2026", Two)}</div>" },
        { VietnamesePages.Title, $"<div>{Entry("Minh Tâm", "19:00 08/03/2026", Told)}{Entry("Thu Hà", "20:30 09/03/2026", ToldToo)}</div>" },
        { VietnamesePages.Title, $"<div>{Entry("Bảo Tàng Tỉnh", "19:12 08/03/2026", Told)}{Entry("Nhà Hát Lớn", "20:12 08/03/2026", ToldToo)}</div>" },
        { VietnamesePages.Title, $"<div>{Entry("SJC", "2 giờ trước", Told)}{Entry("PNJ", "3 giờ trước", ToldToo)}</div>" },
        { $"Trực tiếp: {VietnamesePages.Title}", $"<div>{Entry("Minh Tâm", "2 giờ trước", Told)}{Entry("Thu Hà", "3 giờ trước", Two)}</div>" },
        { VietnamesePages.Title, $"<div><h4>Lời chứng</h4>{Entry("Nguyễn Thị Hoa", "", One)}{Entry("Trần Văn Tư", "", Two)}</div>" },
        { VietnamesePages.Title, $"<div>{Entry("PGS.TS Lê Hữu Minh", "", One)}{Entry("Bác sĩ Trần Thị Hoa", "", Two)}</div>" },
        { VietnamesePages.Title, $"<div>{Entry("Lê Hữu Minh", "", Told)}{Entry("Trần Thị Hoa", "", ToldToo)}</div>" },
    };

    [Theory]
    [MemberData(nameof(ToldInEntries))]
    public void What_an_article_tells_in_entries_stays(string title, string below)
    {
        var text = Read($"<div>07/03/2026 14:05</div><div>{Body}</div>{below}", title);
        var all = new[] { Told, ToldToo, One, Two }.Where(told => below.Contains(Plain(told), StringComparison.Ordinal)).ToList();
        all.Count.ShouldBe(2);
        foreach (var told in all) text.ShouldContain(Plain(told));
    }

    [Theory]
    [InlineData("noi-dung-phan-hoi")]
    [InlineData("noi-dung-thao-luan")]
    [InlineData("phan-hoi")]
    public void What_an_office_answers_is_the_text(string name)
    {
        var text = Read($"<div class=cau-hoi><p>{VietnamesePages.First}</p></div><div class={name}><p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p>{Told}</div>");
        text.ShouldContain(VietnamesePages.Second);
        text.ShouldContain(Plain(Told));
    }

    [Fact]
    public void What_somebody_with_a_title_answers_is_the_text() =>
        Read($"<p>{VietnamesePages.First}</p><div class=ask><b>Lê Thu (An Giang)</b><p>{VietnamesePages.Second}</p></div><div class=reply><b>Bà Lan trả lời</b><p>{VietnamesePages.Third}</p>{Told}</div>").ShouldContain(Plain(Told));

    [Fact]
    public void What_readers_ask_in_a_question_hour_is_the_text() =>
        Read($"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p><div>{Entry("Lê Thu", "14:01", One)}</div><div>{Entry("Trần Tám", "14:02", Two)}</div>", "Giao lưu trực tuyến: chế độ cho lao động tự do").ShouldContain(Plain(One));

    [Fact]
    public void Experts_below_a_heading_outside_the_body_stay()
    {
        var text = Read($"<div class=nd>{Body}{Told}</div><h3>Ý kiến</h3><div><p>“{Plain(One)}”</p><p>Một kỹ sư cầu đường</p><p>“{Plain(ToldToo)}”</p></div>");
        text.ShouldContain(Plain(One));
        text.ShouldContain(Plain(ToldToo));
    }

    [Fact]
    public void What_data_repeats_of_readers_is_not_the_text() =>
        ArticleExtractor.Extract($"<html lang=vi><head><title>{VietnamesePages.Title}</title><script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"headline\":\"{VietnamesePages.Title}\",\"articleBody\":\"{VietnamesePages.First} {VietnamesePages.Second} {VietnamesePages.Third} {string.Join(' ', Enumerable.Range(1, 6).Select(i => $"Ý {i}: {Plain(One)}"))}\"}}</script></head><body><article><h1>{VietnamesePages.Title}</h1>{Body}</article><div class=comments>{string.Concat(Enumerable.Range(1, 6).Select(i => $"<p>Ý {i}: {Plain(One)}</p>"))}</div></body></html>", new Uri("https://bao.example.vn/a-1.html"), Now, CancellationToken.None).Text.ShouldNotBeNull().ShouldNotContain("vùng sâu");

    [Fact]
    public void What_people_with_titles_debate_is_the_text() =>
        Read($"<div>{Body}</div><div class=thao-luan><p><b>Đại biểu Lê Hữu Minh</b></p>{Told}<p><b>Đại biểu Trần Thị Hoa</b></p>{ToldToo}</div>").ShouldContain(Plain(ToldToo));

    [Theory]
    [InlineData("Đường dây nóng: người bị mua bán hoặc bị bạo hành gọi 111 bất cứ lúc nào trong ngày để được giúp đỡ, không mất tiền.")]
    [InlineData("Người dân nộp đơn tại trụ sở: số 12 đường Bờ Sông, hoặc hỏi qua điện thoại: 0254 385 2001 trong giờ làm việc, trước ngày 30 tháng 3.")]
    [InlineData("More from the same village arrived at the clinic on Tuesday night, and doctors there said that eleven children were being treated.")]
    public void A_last_paragraph_that_says_where_to_go_stays(string last) => Read($"{Body}<p>{last}</p>").ShouldEndWith(last);

    [Fact]
    public void Experts_who_do_not_speak_as_readers_stay() =>
        Read($"{Body}<h3>Ý kiến</h3><p><b>Lê Hữu Minh:</b> {Plain(Told)}</p><p><b>Trần Thị Hoa:</b> {Plain(ToldToo)}</p>").ShouldContain(Plain(Told));

    [Fact]
    public void What_the_author_says_after_the_readers_stays()
    {
        var text = Read($"{Body}<h3>Bình luận</h3><p><b>Nguyễn Thị Hoa:</b> {Plain(One)}</p><p><b>Trần Văn Tư:</b> {Plain(Two)}</p>{ToldToo}");
        text.ShouldNotContain(Plain(One));
        text.ShouldEndWith(Plain(ToldToo));
    }

    private const string Dashed = "Minh Tâm – Xã tôi cũng nên mở lớp như thế này, bà con ai cũng mừng lắm";
    private const string DashedToo = "Lê Sáu – Đề nghị huyện hỗ trợ thêm tiền dầu đèn cho các cô giáo đi dạy ban đêm";

    [Theory]
    [InlineData($"<h3>5 ý kiến phản hồi</h3><p>{Dashed}</p><p>{DashedToo}</p><p>Hoa – Cảm ơn các cô giáo</p>")]
    [InlineData($"<p>5 ý kiến phản hồi</p><p>{Dashed}.</p><p>{DashedToo}.</p>")]
    [InlineData($"<p><b>2 phản hồi</b></p><div>{Dashed}.<br>{DashedToo}.</div>")]
    [InlineData($"<p>Ý kiến</p><p>{Dashed}.</p><p>Thu Hà - Mong lớp học này được mở ở nhiều thôn khác nữa, tôi sẽ đến học ngay!</p>")]
    public void Names_behind_which_a_dash_stands_below_a_count_sign_comments(string comments) => Read($"{Body}{comments}").ShouldBe($"{VietnamesePages.First}\n{VietnamesePages.Second}\n{VietnamesePages.Third}");

    [Theory]
    [InlineData("<h3>5 ý kiến phản hồi</h3><p>Bộ Tài chính – đồng ý bố trí kinh phí cho lớp học từ nguồn ngân sách thường xuyên của tỉnh.</p><p>Bộ Giáo dục – cho rằng tôi và các bạn cần có giáo trình riêng dành cho người lớn.</p>", "giáo trình riêng")]
    [InlineData("<h3>5 ý kiến phản hồi</h3><p>Đại biểu Lê Sáu – “Chúng tôi mong có giáo trình riêng cho người lớn tuổi.”</p><p>Đại biểu Minh Tâm – “Tôi đồng ý với ý kiến của đại biểu Lê Sáu.”</p>", "giáo trình riêng")]
    [InlineData("<h3>2 phản hồi</h3><p>Minh Tâm – phó trưởng thôn, người mở lớp học đầu tiên của xã vào mùa đông năm ngoái.</p><p>Lê Sáu – giáo viên về hưu, dạy không công ba tối một tuần ở nhà văn hóa thôn.</p>", "giáo viên về hưu")]
    public void What_offices_or_people_with_titles_answered_below_a_count_is_text(string answers, string told) => Read($"{Body}{answers}").ShouldContain(told);

    /// <summary>A quotation loses who said it when its name is taken for a line of its own.</summary>
    [Fact]
    public void Who_is_quoted_last_stays_with_what_was_said() =>
        Read($"{Body}<p>“{Plain(Told)}” <b>Hoàng Thị Sen</b></p>").ShouldEndWith($"“{Plain(Told)}” Hoàng Thị Sen");

    /// <summary>Headings over hundreds of paragraphs each, as only pages made to be slow have: 300 blocks below each are judged, 3,000 in all, and what stands below later ones is the text.</summary>
    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Below_more_headings_than_pages_have_nothing_is_judged(int headings, bool isText) =>
        Read($"{string.Concat(Enumerable.Repeat($"<p>Ý kiến</p>{Told}", headings))}{string.Concat(Enumerable.Repeat(ToldToo, 400))}<h3>Bạn nghĩ gì?</h3><ul><li>{Plain(One)}</li><li>{Plain(Two)}</li><li>{Plain(One)}</li></ul>")
            .Contains(Plain(One), StringComparison.Ordinal).ShouldBe(isText);

    [Fact]
    public void A_column_whose_body_is_named_a_comment_is_the_text() =>
        Read($"<div class=comment-body>{Body}</div>", around: "article").ShouldBe($"{VietnamesePages.First}\n{VietnamesePages.Second}\n{VietnamesePages.Third}");

    [Theory]
    [InlineData($"<div class=comment-body><ul><li>{One}</li><li>{Two}</li></ul></div>")]
    [InlineData($"<div class=comment-body><p><b>Nguyễn Thị Hoa</b></p>{One}</div>")]
    [InlineData($"<div class=comment-body>{One}{Two}</div><form><textarea></textarea></form>")]
    public void Comments_alone_are_no_column(string comments) => Read(comments, around: "article").ShouldNotContain("mong các xã");

    private static string Read(string body, string title = VietnamesePages.Title, string around = "div") =>
        ArticleExtractor.Extract($"<html lang=vi><head><title>{title}</title></head><body><{around} class=main><h1>{title}</h1>{body}</{around}></body></html>", new Uri("https://bao.example.vn/a-1.html"), Now, CancellationToken.None).Text ?? "";
}
