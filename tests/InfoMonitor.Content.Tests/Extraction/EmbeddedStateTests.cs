using System.Text.Json;
using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>Pages whose markup is empty until their program runs: the article is read from the state the server sent along, and from nothing else in it.</summary>
public sealed class EmbeddedStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 5, 0, 0, TimeSpan.Zero);

    private static readonly string Text = $"{VietnamesePages.First}\n{VietnamesePages.Second}\n{VietnamesePages.Third}";

    private static readonly string Html = $"<p>{VietnamesePages.First}</p><figure><img src=a.jpg><figcaption>Ảnh: T.L</figcaption></figure><p>{VietnamesePages.Second}</p><div class=related><a href=/b>Tin khác của xã bên</a></div><p>{VietnamesePages.Third}</p>";

    private static readonly object Others = new { title = "Giá lúa đầu vụ nhích lên ở ba huyện ven sông", content = string.Concat(Enumerable.Repeat("<p>Thương lái trả cao hơn tuần trước, nông dân chờ thêm vài ngày rồi mới bán.</p>", 9)) };

    private static object Article(object content) => new { id = 7, title = VietnamesePages.Title, content, comments = new[] { new { name = "A", title = VietnamesePages.Title, content = string.Concat(Enumerable.Repeat("Tôi thấy việc này rất nên làm. ", 40)) } } };

    private static string Json(object state) => JsonSerializer.Serialize(state);

    public static TheoryData<string, string> Pages => new()
    {
        { "Next.js", Next(Article(Html)) },
        { "paragraphs under that name", Next(new { title = VietnamesePages.Title, paragraphs = Text.Split('\n').Select(text => new { type = "p", text }), replies = new[] { new { nick = "A", body = "Tôi thấy việc này rất nên làm." } } }) },
        { "blocks", Next(new { title = VietnamesePages.Title, blocks = Text.Split('\n').Select(text => new { type = "paragraph", text }) }) },
        { "Next.js, HTML escaped once more", Next(Article(System.Net.WebUtility.HtmlEncode(Html))) },
        { "Next.js, lines of text", Next(Article(Text)) },
        { "a headless WordPress", Next(new { title = new { rendered = VietnamesePages.Title }, content = new { rendered = Html, @protected = false } }) },
        { "a list of paragraphs", Next(Article(new object[] { new { type = "paragraph", text = VietnamesePages.First }, new { type = "image", caption = "Ảnh", text = "Một bức ảnh chụp lớp học trong buổi sáng." }, new { type = "paragraph", text = VietnamesePages.Second }, new { type = "paragraph", text = VietnamesePages.Third } })) },
        { "an editor's tree", Next(Article(new { blocks = new[] { VietnamesePages.First, VietnamesePages.Second, VietnamesePages.Third }.Select(text => new { type = "paragraph", children = new object[] { new { text = text[..20] }, new { text = text[20..], bold = true } } }) })) },
        { "JSON assigned to a name, in a program", $"<script>window.__INITIAL_STATE__ = {Json(new { route = "/a", list = new[] { Others }, detail = Article(Html) })};(function(){{var s;(s=document.currentScript).parentNode.removeChild(s)}}());</script>" },
        { "JSON in a string assigned to a name", $"<script type=text/javascript>window[\"__PRELOADED_STATE__\"]=JSON.parse({Json(Json(new { detail = Article(Html) }))});</script>" },
        { "JSON in single quotes assigned to a name", $"<script>window.__INITIAL_STATE__ = JSON.parse('{Json(new { detail = Article(Html) }).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}');</script>" },
        { "JSON in a string that is encoded like an address", $"<script>var __STATE__=JSON.parse(decodeURIComponent(\"{Uri.EscapeDataString(Json(new { detail = Article(Html) }))}\"))</script>" },
        { "a literal with undefined in it", $"<script>window.__INITIAL_STATE__={{\"user\":undefined,\"at\":new Date(\"2026-03-07\"),\"detail\":{Json(Article(Html))},\"on\":!0,}};window.x=1</script>" },
        { "a literal without quotes around its names", $"<script>window.__NUXT__={{data:[{{title:{Json(VietnamesePages.Title)},content:{Json(Html)}}}]}}</script>" },
        { "a literal with remarks and numbers of programs", $"<script>window.__NUXT__={{/* bài */\"id\":7, // số\n\"neg\":-1,\"inf\":Infinity,\"low\":-Infinity,\"f\":.5,\"h\":0x1F,\"detail\":{Json(Article(Html))}}};</script>" },
        { "a property of a program's own object", $"<script>window.App = window.App || {{}}; window.App.state = {Json(new { detail = Article(Html) })};</script>" },
        { "Next.js, handed over in rows", $"<script>self.__next_f=self.__next_f||[];self.__next_f.push([0])</script><script>self.__next_f.push([1,{Json("1:I[\"a.js\",[]]\n5:[\"$\",\"div\",null,{\"article\":" + Json(Article(Html))[..200])}])</script><script>self.__next_f.push([1,{Json(Json(Article(Html))[200..] + "}]\n")}])</script>" },
        { "Next.js, its text in a row of its own", $"<script>self.__next_f.push([1,{Json($"7:T{System.Text.Encoding.UTF8.GetByteCount(Html):x},{Html}5:" + Json(new { article = Article("$7") }) + "\n")}])</script>" },
        { "Nuxt 3, all values by number", $"<script type=application/json id=__NUXT_DATA__ data-ssr=true>{Json(new object[] { new object[] { "ShallowReactive", 1 }, new { data = 2, state = 9 }, new { detail = 3 }, new { id = 8, title = 4, content = 5, published_at = 6, comments = 7 }, VietnamesePages.Title, Html, "2026-03-07T08:15:00+07:00", new[] { 3 }, 71, new { self = 1 } })}</script>" },
        { "Nuxt 3, an object first", $"<script type=application/json>{Json(new object[] { new { data = 1 }, new object[] { "Reactive", 2 }, new { title = 3, content = 4, at = 5 }, VietnamesePages.Title, Html, new object[] { "Date", "2026-03-07T01:15:00.000Z" } })}</script>" },
        { "a name of its own", $"<script>window.pageData = {Json(new { detail = Article(Html) })}</script>" },
        { "a script of JSON without a name", $"<script type=\"application/json; charset=utf-8\" data-page>{Json(new object[] { Others, Article(Html) })}</script>" },
    };

    private static string Next(object article) => $$"""<script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"related":[{{Json(Others)}}],"article":{{Json(article)}} } },"page":"/[slug]"}</script>""";

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_article_is_read_from_the_state(string form, string script)
    {
        var read = Read(script);
        read.Outcome.ShouldBe(ExtractionOutcome.Article, form);
        read.Title.ShouldBe(VietnamesePages.Title);
        read.Text.ShouldBe(Text);
    }

    [Fact]
    public void Its_lead_and_its_day_are_read_and_no_byline()
    {
        var read = Read(Next(new { title = VietnamesePages.Title, author = new { name = "Trần N." }, author_name = "Trần N.", sapo = "Lớp đầu tiên đã mở, còn hai lớp nữa trong tháng sau cho các xã ở xa.", body = Html, published_at = "2026-03-07T08:15:00+07:00", updated_at = "2026-03-09T08:15:00+07:00" }));
        read.Text.ShouldBe("Lớp đầu tiên đã mở, còn hai lớp nữa trong tháng sau cho các xã ở xa.\n" + Text);
        read.PublishedAt!.ToString().ShouldBe("2026-03-07T08:15:00+07:00");
    }

    [Fact]
    public void A_day_may_be_a_count_of_seconds() =>
        Read(Next(new { title = VietnamesePages.Title, body = Html, publishedAt = 1772846100 })).PublishedAt!.Instant.ShouldBe(new DateTimeOffset(2026, 3, 7, 8, 15, 0, TimeSpan.FromHours(7)));

    public static TheoryData<string, string> Unread => new()
    {
        { "another article", Next(Others) },
        { "the title without a body", Next(new { title = VietnamesePages.Title, content = "Đang tải." }) },
        { "a program", $"<script>window.__NUXT__=(function(a){{return {{data:[{{title:a,content:{Json(Html)}}}]}}}}({Json(VietnamesePages.Title)}));</script>" },
        { "a literal that holds a name", $"<script>window.__NUXT__={{data:[{{title:{Json(VietnamesePages.Title)},content:a}}],html:{Json(Html)}}}</script>" },
        { "readers' comments in a list of another name, by what they hold", Next(new { data = new[] { new { userName = "A", likes = 3, title = VietnamesePages.Title, content = Html } } }) },
        { "readers' comments under the title", Next(new { comments = new[] { Article(Html) } }) },
        { "readers' comments by another name", Next(new { commentList = new[] { Article(Html) }, yKienBanDoc = new[] { Article(Html) }, user_feedbacks = new[] { Article(Html) } }) },
        { "what is not free to read", Next(Article(Html)) + $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"{{VietnamesePages.Title}}","isAccessibleForFree":"False"}</script>""" },
        { "readers' comments among values by number", $"<script type=application/json>{Json(new object[] { new { comments = 1 }, new[] { 2 }, new { title = 3, content = 4 }, VietnamesePages.Title, Html })}</script>" },
        { "values that name each other without end", $"<script type=application/json>{Json(Enumerable.Range(0, 400).Select(i => new { a = (i + 1) % 400, b = (i + 2) % 400, c = i }))}</script>" },
        { "a long text named again and again", $"<script type=application/json>{Json(new object[] { new { data = 1 }, Enumerable.Repeat(2, 90_000), new { title = 3, content = 3 }, new string('x', 500_000) })}</script>" },
        { "rows cut short", $"<script>self.__next_f.push([1,{Json("7:Tfffffff," + new string('a', 300))}])</script>" },
        { "broken JSON", $"<script type=application/json>{Json(Article(Html))[..^200]}</script>" },
        { "half a character", $"<script type=application/json>{Json(Article("\\")).Replace("\\\\", "\\ud83d", StringComparison.Ordinal)}{new string(' ', 300)}</script>" },
        { "nesting without end", $"<script type=application/json>{string.Concat(Enumerable.Repeat("{\"content\":", 5_000))}</script>" },
        { "a body of nothing but nesting", Next(Article(string.Concat(Enumerable.Repeat("<div>", 9_000)))) },
    };

    [Theory]
    [MemberData(nameof(Unread))]
    public void What_is_not_the_pages_own_article_is_not_read(string what, string script) => Read(script).Outcome.ShouldBe(ExtractionOutcome.NotArticle, what);

    /// <summary>What its own title element says, its address, and its state.</summary>
    public static TheoryData<string, string, string> Untitled => new()
    {
        { "named in the address", "https://bao.example.vn/xa-hoi/tinh-mo-lop-tap-huan-cho-nguoi-phat-ngon-ve-quyen-con-nguoi.html", Next(Article(Html)) },
        { "numbered in the address", "https://bao.example.vn/bai-viet?id=712345", Next(new { title = VietnamesePages.Title, article_id = 712345, content = Html }) },
        { "by its own address", "https://bao.example.vn/bai-viet/lop-hoc-thang-ba", Next(new { title = VietnamesePages.Title, url = "/bai-viet/lop-hoc-thang-ba", content = Html }) },
        { "alone", "https://bao.example.vn/bai-viet/7", $"<script type=application/json>{Json(new { detail = Article(Html), related = new[] { Others } })}</script>" },
    };

    [Theory]
    [MemberData(nameof(Untitled))]
    public void A_title_that_stands_in_the_state_alone_is_read_from_there(string by, string address, string script)
    {
        var read = Read(script, title: "Báo Ví Dụ", address: address);
        read.Title.ShouldBe(VietnamesePages.Title, by);
        read.Text.ShouldBe(Text);
    }

    [Fact]
    public void Of_several_articles_none_of_which_the_page_names_none_is_read() =>
        Read($"<script type=application/json>{Json(new object[] { Others, Article(Html) })}</script>", title: "Báo Ví Dụ").Outcome.ShouldBe(ExtractionOutcome.NotArticle);

    [Fact]
    public void The_next_part_of_a_series_is_another_article_however_long() =>
        Read(Next(new { detail = Article(Html), next = new { title = VietnamesePages.Title + " (bài 2)", content = Html + Html } })).Text.ShouldBe(Text);

    [Fact]
    public void A_lead_that_is_shown_is_completed_from_the_state()
    {
        var shown = $"<h1>{VietnamesePages.Title}</h1><p class=date>07/03/2026</p><p class=sapo>{VietnamesePages.Lead} Lớp học kéo dài ba ngày, từ thứ bảy đến thứ hai.</p>";
        var lead = VietnamesePages.Lead + " Lớp học kéo dài ba ngày, từ thứ bảy đến thứ hai.";
        Read(Next(new { title = VietnamesePages.Title, sapo = lead, content = Html }), shown).Text.ShouldBe($"{lead}\n{Text}");
        Read(Next(Article(Html)), shown).Text.ShouldBe($"{lead}\n{Text}");
        Read(Next(Article(Html)), shown + "<p>Đăng ký gói thành viên để đọc tiếp bài viết này</p>").Text.ShouldBe(lead);
        Read(Next(Others), shown).Text.ShouldBe(lead);
    }

    [Fact]
    public void A_page_that_asks_to_log_in_is_left_at_that() =>
        Read(Next(Article(Html)), "<h1>Đăng nhập</h1><p>Vui lòng đăng nhập để đọc tiếp bài viết này của chúng tôi.</p><form><input type=password></form>").Reason.ShouldNotBeNull().ShouldContain("log in");

    [Fact]
    public void A_text_in_the_markup_is_read_from_there() =>
        Read(Next(Article(Html.Replace(VietnamesePages.Third, "Một câu chỉ có trong trạng thái của trang.", StringComparison.Ordinal))), $"<h1>{VietnamesePages.Title}</h1>{Html}").Text.ShouldBe(Text);

    private static ExtractedPage Read(string script, string body = "<p>Đang tải nội dung, xin chờ.</p>", string title = VietnamesePages.Title + " - Báo Ví Dụ", string address = "https://bao.example.vn/xa-hoi/a-12345.html") =>
        ArticleExtractor.Extract($"<html lang=vi><head><title>{title}</title></head><body><nav><a href=/>Trang chủ</a></nav><div id=app>{body}</div>{script}</body></html>", new Uri(address), Now, CancellationToken.None);
}
