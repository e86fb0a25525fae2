using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>What the last paragraphs say of who wrote the article is no part of it; a story about a reporter is one.</summary>
public sealed class AuthorNoteTests
{
    private const string Body = $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p>";
    private const string Text = $"{VietnamesePages.First}\n{VietnamesePages.Second}\n{VietnamesePages.Third}";
    private const string Note = "Trần Bình là phóng viên ban Xã hội của Báo Phú Hòa, chuyên viết về y tế vùng cao.";

    [Theory]
    [InlineData($"<p><em>{Note}</em></p>")]
    [InlineData($"<p>{Note}</p><p>Sign up for our daily newsletter to get the best stories delivered to your inbox.</p>")]
    [InlineData("<p>Tác giả Trần Bình hiện là phóng viên ban Xã hội của Báo Phú Hòa, sống ở huyện Phú Hòa.</p>")]
    [InlineData("<p>Về tác giả: Trần Bình viết về y tế vùng cao từ năm 2012 đến nay.</p>")]
    [InlineData("<p>Jane Doe is a senior reporter covering labour at the Delta Post. Follow her on X at @janedoe.</p>")]
    [InlineData("<p>Jane Doe covers labour and migration for the Delta Post.</p>")]
    [InlineData("<p>Additional reporting by Jane Doe in Hanoi; editing by Jim Roe</p>")]
    [InlineData("<p>Contact Jane Doe at jane@delta.example or on X @janedoe.</p>")]
    [InlineData("<p>About the author: Jane Doe has written on labour since 2011.</p>")]
    [InlineData("<p>Jane Doe is a reporter at the Delta Post.</p><p>Additional reporting by Jim Roe in Hanoi</p>")]
    public void A_note_on_the_author_at_the_end_goes(string last) => Read(Body + last).ShouldBe(Text);

    [Theory]
    // Not at the end.
    [InlineData($"<p>{Note}</p>{Body}", Note)]
    [InlineData($"<p>{VietnamesePages.First}</p><p>{Note}</p><p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p>", Note)]
    // The story is about the one whom its last paragraph names.
    [InlineData($"<p>Nhà báo Trần Bình bị hành hung khi tác nghiệp tại bãi rác của huyện vào sáng thứ ba.</p>{Body}<p>{Note}</p>", Note)]
    [InlineData($"<p>Ông Bình bị hành hung khi tác nghiệp tại bãi rác của huyện vào sáng thứ ba tuần trước.</p>{Body}<p>{Note}</p>", Note)]
    [InlineData($"{Body}<p>Jane Doe is a reporter at the Delta Post who was arrested on Tuesday for her work.</p>", "was arrested on Tuesday")]
    [InlineData($"{Body}<p>Trần Bình là phóng viên của Báo Phú Hòa, bị tạm giữ từ hôm thứ ba tuần trước.</p>", "bị tạm giữ")]
    [InlineData($"{Body}<p>Tác giả bài hát được tỉnh tặng bằng khen vì những đóng góp cho phong trào.</p>", "Tác giả bài hát")]
    [InlineData($"{Body}<p>Lê Thu là giáo viên của trường, mỗi tuần lên thôn hai buổi để dạy chữ cho bà con.</p>", "Lê Thu là giáo viên")]
    [InlineData($"{Body}<p>Contact the commune office at any time to complain about a broker, free of charge.</p>", "Contact the commune office")]
    public void A_paragraph_of_the_story_stays(string body, string said) => Read(body).ShouldContain(said);

    [Fact]
    public void A_note_in_the_pages_own_data_goes_too()
    {
        var data = System.Text.Json.JsonSerializer.Serialize($"{Text}\n{Note}");
        ArticleExtractor.Extract($$"""<html><head><title>{{VietnamesePages.Title}}</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"{{VietnamesePages.Title}}","articleBody":{{data}}}</script></head><body><h1>{{VietnamesePages.Title}}</h1></body></html>""",
            new("https://bao.example.vn/xa-hoi/lop-1.htm"), Now, default).Text!.ShouldNotContain("Trần Bình");
    }

    [Theory]
    [InlineData("<table><tr><td><b>Ý KIẾN PHẢN HỒI</b></td></tr><tr><td>Người gửi: Nam - 08/03/2026<br>{0}</td></tr><tr><td>Người gửi: Lan - 09/03/2026<br>{0}</td></tr></table>")]
    [InlineData("<div><b>Ý KIẾN PHẢN HỒI</b></div><div>Người gửi: Nam - 08/03/2026<br>{0}</div>")]
    [InlineData("<div><b>GÓP Ý</b></div><div>Nam - nam@bao.example.vn<br>{0}</div>")]
    [InlineData("<table><tr><td><b>GÓP Ý</b></td></tr><tr><td>Nam - nam@bao.example.vn<br>{0}</td></tr></table>")]
    public void What_readers_sent_is_none_of_it(string comments) =>
        Read(Body + comments.Replace("{0}", "Xã tôi năm nào cũng phát chậm, cán bộ chỉ lo cho bà con họ hàng trước, mong huyện kiểm tra lại.", StringComparison.Ordinal)).ShouldBe(Text);

    [Fact]
    public void What_an_office_was_told_on_a_draft_stays() =>
        Read($"{Body}<h3>Góp ý</h3><p>Sở Tài chính đề nghị làm rõ nguồn kinh phí cho các lớp tập huấn ở thôn bản trong năm tới.</p>").ShouldContain("Sở Tài chính đề nghị");

    private static readonly DateTimeOffset Now = new(2026, 11, 26, 5, 0, 0, TimeSpan.Zero);

    private static string Read(string body) =>
        ArticleExtractor.Extract($"<html><head><title>{VietnamesePages.Title}</title></head><body><div class=main><h1>{VietnamesePages.Title}</h1>{body}</div></body></html>", new("https://bao.example.vn/xa-hoi/lop-1.htm"), Now, default).Text!;
}
