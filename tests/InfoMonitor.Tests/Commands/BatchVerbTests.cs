using System.Text.Json;
using InfoMonitor.Commands;
using InfoMonitor.Tests.Support;

namespace InfoMonitor.Tests.Commands;

/// <summary>The verbs for archives, on files, as a script runs them.</summary>
public sealed class BatchVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("infomonitor-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [TheoryWithModels, InlineData(true), InlineData(false)]
    public async Task Every_line_of_assess_has_a_score_for_corrections_when_references_are_given_and_none_otherwise(bool given)
    {
        var texts = Write("in.jsonl", """
            {"id":"khop","text":"Từ tháng sau, người cao tuổi phải nộp 50.000 đồng mỗi tháng mới được nhận trợ cấp xã hội."}
            {"id":"gan","text":"Người cao tuổi ở thôn trên nhận quà của hội phụ nữ vào tháng sau."}
            {"id":"xa","text":"Đội bóng huyện thắng ba trận liền."}
            {"id":"khmer","text":"ភាសាខ្មែរជាភាសាមួយដែលនិយាយនៅក្នុងប្រទេសកម្ពុជា។"}
            {"id":"khong-chu","text":"2026"}

            """);
        var references = Write("r.tsv", "1\tSai\tNgười cao tuổi phải nộp 50.000 đồng mỗi tháng mới được nhận trợ cấp xã hội\n");
        var models = Path.Combine(TestHome.Repository, "models");
        var output = Path.Combine(folder, "out.jsonl");

        string[] with = given ? ["--references", references] : [];
        (await Verbs.RunAsync(["assess", "--batch", texts, "--out", output, "--models", models, .. with])).Code.ShouldBe(ExitCodes.Ok);

        var scores = Verbs.Lines(await File.ReadAllTextAsync(output)).ToDictionary(l => l.GetProperty("id").GetString()!, l => l.GetProperty("scores"), StringComparer.Ordinal);
        scores.Count.ShouldBe(5);
        scores.Values.Select(s => s.EnumerateObject().Any(p => p.Name == "matches-correction")).ShouldBe(Enumerable.Repeat(given, 5));
        if (!given) return;
        var corrected = scores.ToDictionary(s => s.Key, s => s.Value.GetProperty("matches-correction").GetDouble(), StringComparer.Ordinal);
        corrected["khop"].ShouldBeGreaterThan(corrected["gan"]);
        corrected["gan"].ShouldBeLessThan(0.5);
        corrected["khong-chu"].ShouldBe(0);
    }

    [Fact]
    public async Task Links_gives_the_article_links_of_each_list_page_in_order_and_an_error_for_a_broken_line()
    {
        var stories = string.Concat(Enumerable.Range(1, 6).Select(i => $"<article><h3><a href='/thoi-su/bai-so-{i}-ve-con-duong-moi-10{i}.html'>Bài số {i} về con đường mới của xã ven sông</a></h3><p>Tóm tắt của bài số {i}, dài vừa đủ để là tóm tắt.</p></article>"));
        var html = $"<html><body><nav><a href='/gioi-thieu'>Giới thiệu</a><a href='/lien-he'>Liên hệ</a></nav><main>{stories}</main></body></html>";
        var pages = Write("in.jsonl", string.Join('\n', JsonSerializer.Serialize(new { id = 1, url = "https://bao.example/thoi-su", html }), "{\"id\":2,\"url\":\"thoi-su\",\"html\":\"\"}", "{"));
        var output = Path.Combine(folder, "out.jsonl");

        var (code, _, error) = await Verbs.RunAsync("links", "--batch", pages, "--out", output);

        code.ShouldBe(ExitCodes.Ok);
        error.ShouldContain("2 of 3 lines failed");
        var lines = Verbs.Lines(await File.ReadAllTextAsync(output));
        lines[0].GetProperty("urls").EnumerateArray().Select(u => u.GetString()).ShouldBe(Enumerable.Range(1, 6).Select(i => $"https://bao.example/thoi-su/bai-so-{i}-ve-con-duong-moi-10{i}.html"));
        lines[1].GetProperty("error").GetString().ShouldBe("\"url\" is not an absolute address");
        lines[2].TryGetProperty("error", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Feeds_parse_gives_a_line_for_every_file_in_order_whatever_it_is()
    {
        var rss = Write("tin.xml", "<rss version='2.0'><channel><title>Tin</title><item><title>Một</title><link>https://bao.example/1</link><guid>g1</guid><pubDate>Tue, 24 Nov 2026 08:00:00 +0700</pubDate></item></channel></rss>");
        var sitemap = Write("ban-do.xml", "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://bao.example/2</loc></url></urlset>");
        var page = Write("trang.html", "<html><body><p>Không phải nguồn tin.</p></body></html>");
        var missing = Path.Combine(folder, "khong-co.xml");
        var output = Path.Combine(folder, "out.jsonl");

        var (code, _, error) = await Verbs.RunAsync("feeds", "parse", rss, page, missing, sitemap, "--out", output);

        code.ShouldBe(ExitCodes.Ok);
        error.ShouldContain("2 of 4 files");
        var lines = Verbs.Lines(await File.ReadAllTextAsync(output));
        lines.Select(l => l.GetProperty("file").GetString()).ShouldBe([rss, page, missing, sitemap]);
        lines[0].GetProperty("kind").GetString().ShouldBe("rss");
        lines[0].GetProperty("title").GetString().ShouldBe("Tin");
        var item = lines[0].GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (item.GetProperty("title").GetString(), item.GetProperty("link").GetString(), item.GetProperty("id").GetString()).ShouldBe(("Một", "https://bao.example/1", "g1"));
        item.GetProperty("date").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(7)));
        lines[1].TryGetProperty("error", out _).ShouldBeTrue();
        lines[2].GetProperty("error").GetString()!.ShouldStartWith("cannot be read");
        lines[3].GetProperty("items").GetArrayLength().ShouldBe(1);
        (await Verbs.RunAsync("feeds", "parse", missing, "--out", output)).Code.ShouldBe(ExitCodes.NoInput, "none could be read");
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
