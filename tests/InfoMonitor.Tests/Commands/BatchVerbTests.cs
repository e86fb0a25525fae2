using System.Text.Json;
using InfoMonitor.Commands;
using InfoMonitor.Tests.Support;

namespace InfoMonitor.Tests.Commands;

/// <summary>The verbs for archives, on files, as a script runs them.</summary>
public sealed class BatchVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("infomonitor-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("\n", "r.tsv holds no reference.")]
    [InlineData("a\tSai\tmột câu\n\na\tSai\tcâu khác\n", "r.tsv:3: id: 'a' stands in line 1 already.")]
    [InlineData("a\t \tmột câu\n", "r.tsv:1: verdict: is empty.")]
    [InlineData("id\tverdict\tstatement\n", "r.tsv holds no reference.")]
    [InlineData("a\tmột câu\n", "r.tsv:1: columns: 2 fields where there are three. Write id, verdict and statement with tabs between them.")]
    [InlineData("a\tSai\tmột câu\thttps://bao.example/1\n", "r.tsv:1: columns: 4 fields where there are three.")]
    public void References_that_name_nothing_or_one_thing_twice_are_told_with_their_line(string body, string said) =>
        Should.Throw<InvalidDataException>(() => AssessCommand.References(Write("r.tsv", body))).Message.ShouldContain(said);

    [Fact]
    public void References_in_another_encoding_are_told_with_their_line()
    {
        var file = Path.Combine(folder, "r.tsv");
        File.WriteAllBytes(file, [.. "a\tSai\tmot cau\nb\tSai\t"u8, 0xE9, 0x74, 0xE9]);
        Should.Throw<InvalidDataException>(() => AssessCommand.References(file)).Message.ShouldEndWith("r.tsv:2: text: is not UTF-8. Save the file as UTF-8 and try again.");
    }

    /// <summary>Lines broken at a width are read as one sentence, and what is taken from it may stand on two of them.</summary>
    [TheoryWithModels, InlineData(31), InlineData(38), InlineData(45), InlineData(52), InlineData(60)]
    public async Task A_victim_named_over_several_lines_is_redacted(int width)
    {
        const string text = "Bé gái bị xâm hại hôm qua là Trịnh Ngọc Lam, học lớp 7A2 trường tiểu học Hòa Tân, nhà ngay sau quán nước Mây, con ông thợ hồ tên Trịnh Văn Đức. Mấy hôm nay Ngọc Lam nghỉ học, cả xóm ai cũng biết em ấy.";
        var wrapped = new System.Text.StringBuilder();
        var length = 0;
        foreach (var word in text.Split(' '))
        {
            if (length > 0) wrapped.Append(length + word.Length >= width ? '\n' : ' ');
            length = length + word.Length >= width ? word.Length : length + 1 + word.Length;
            wrapped.Append(word);
        }
        var texts = Write("in.jsonl", JsonSerializer.Serialize(new { id = "a", title = "Chuyện xóm", text = wrapped.ToString() }) + "\n");
        var output = Path.Combine(folder, "out.jsonl");
        (await Verbs.RunAsync("assess", "--batch", texts, "--out", output, "--models", Path.Combine(TestHome.Repository, "models"))).Code.ShouldBe(ExitCodes.Ok);
        var said = Verbs.Lines(await File.ReadAllTextAsync(output)).ShouldHaveSingleItem();
        said.GetProperty("reasons").EnumerateArray().Select(r => r.GetString()).ShouldContain("victim-exposure");
        foreach (var part in new[] { "Lam", "Trịnh", "Hòa Tân", "Đức", "lam", "trịnh" }) said.GetRawText().ShouldNotContain(part, Case.Sensitive);
    }

    [Theory]
    [InlineData("--jsno", "model", "info", "hate", "--jsno")]
    [InlineData("--onyl", "model", "train", "--onyl", "hate")]
    [InlineData("hate", "model", "train", "hate")]
    public async Task What_a_verb_does_not_know_is_named_and_nothing_begun(string token, params string[] arguments)
    {
        var (code, output, error) = await Verbs.StartAsync(terminal: false, arguments);
        code.ShouldBe(ExitCodes.Usage);
        output.ShouldBeEmpty();
        error.ShouldContain($"'{token}'");
        error.ShouldContain($"infomonitor {arguments[0]} {arguments[1]} --help");
    }

    [Fact]
    public void A_batch_line_that_is_no_JSON_has_one_line_number()
    {
        var fault = Should.Throw<JsonException>(() => JsonDocument.Parse("""{"id":1,"text":"a"""));
        JsonFault.Of(fault).ShouldBe("it ends before a text, a { or a [ is closed (at byte 18)");
        JsonFault.Of(Should.Throw<JsonException>(() => JsonDocument.Parse("""{"id":1,,}"""))).ShouldNotContain("Line");
    }

    [Theory]
    [InlineData("--format", "pdf", "'html'")]
    [InlineData("--language", "fr", "'vi'")]
    public void A_form_of_a_briefing_that_there_is_not_is_answered_with_those_there_are(string option, string value, string said)
    {
        var fault = CommandLine.Create().Parse(["digest", option, value]).Errors.ShouldHaveSingleItem().Message;
        fault.ShouldContain(said);
        fault.ShouldNotContain("InfoMonitor.");
    }

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

    [TheoryWithModels, InlineData("Sai", true), InlineData("false", true), InlineData("Đúng một phần", true), InlineData("mostly true", true), InlineData("thiếu ngữ cảnh", true), InlineData("Xem bài", true)]
    [InlineData("true", false), InlineData("Đúng", false), InlineData("accurate", false), InlineData("Correct", false), InlineData("ពិត", false)]
    public async Task A_claim_that_its_fact_check_calls_true_is_settled_and_one_it_does_not_is_queued(string verdict, bool queued)
    {
        const string claim = "Từ tháng sau, người cao tuổi phải nộp 50.000 đồng mỗi tháng mới được nhận trợ cấp xã hội.";
        var texts = Write("in.jsonl", JsonSerializer.Serialize(new { id = 1, text = claim }) + "\n" + """{"id":2,"text":"ភាសាខ្មែរជាភាសាមួយដែលនិយាយនៅក្នុងប្រទេសកម្ពុជា។"}""" + "\n");
        var references = Write("r.tsv", $"1\t{verdict}\t{claim}\n2\t{verdict}\tភាសាខ្មែរជាភាសាមួយដែលនិយាយនៅក្នុងប្រទេសកម្ពុជា។\n");
        var output = Path.Combine(folder, "out.jsonl");

        (await Verbs.RunAsync("assess", "--batch", texts, "--out", output, "--models", Path.Combine(TestHome.Repository, "models"), "--references", references)).Code.ShouldBe(ExitCodes.Ok);

        foreach (var line in Verbs.Lines(await File.ReadAllTextAsync(output)))
        {
            line.GetProperty("reasons").EnumerateArray().Select(r => r.GetString()).ShouldBe(queued ? ["matches-correction"] : []);
            if (!queued) line.GetProperty("scores").GetProperty("matches-correction").GetDouble().ShouldBeLessThan(0.5);
        }
    }

    [TheoryWithModels, InlineData("𝗩𝗶𝗲̣̂𝗰 𝗻𝗵𝗲̣ 𝗹𝘂̛𝗼̛𝗻𝗴 𝗰𝗮𝗼 bên Campuchia, bao ăn ở vé xe, không cần bằng cấp, gọi 𝟬𝟵𝟭𝟮𝟯𝟰𝟱𝟲𝟳𝟴.")]
    public async Task Assess_reads_an_advert_in_fancy_letters_as_what_it_shows(string text)
    {
        var texts = Write("in.jsonl", JsonSerializer.Serialize(new { id = 1, text }));
        var output = Path.Combine(folder, "out.jsonl");
        (await Verbs.RunAsync("assess", "--batch", texts, "--out", output, "--models", Path.Combine(TestHome.Repository, "models"))).Code.ShouldBe(ExitCodes.Ok);
        var because = Verbs.Lines(await File.ReadAllTextAsync(output)).ShouldHaveSingleItem().GetProperty("because").EnumerateArray().Single(b => b.GetProperty("reason").GetString() == "exploitation-lure");
        because.GetProperty("sentence").GetString().ShouldBe("Việc nhẹ lương cao bên Campuchia, bao ăn ở vé xe, không cần bằng cấp, gọi [PHONE].");
    }

    [TheoryWithModels, InlineData(false), InlineData(true)]
    public async Task Assess_prints_of_a_text_that_exposes_a_child_only_what_would_be_stored(bool titled)
    {
        const string exposing = "Bé gái bị xâm hại hôm qua là Trần Thị Bông, 13 tuổi, lớp 5A trường tiểu học Hoa Sen, nhà ngay sau quán cà phê Mây, con ông Đ. thợ hồ.";
        var text = $"Giá rau tăng trong tuần qua do mưa lớn kéo dài.\n\n\n{(titled ? "Chợ phiên đông khách." : exposing)}\n\nLúa được mùa.";
        var texts = Write("in.jsonl", JsonSerializer.Serialize(new { id = 1, title = titled ? exposing : "Chuyện buồn", text }));
        var output = Path.Combine(folder, "out.jsonl");

        (await Verbs.RunAsync("assess", "--batch", texts, "--out", output, "--models", Path.Combine(TestHome.Repository, "models"))).Code.ShouldBe(ExitCodes.Ok);

        var raw = await File.ReadAllTextAsync(output);
        foreach (var clue in new[] { "Bông", "bông", "Hoa Sen", "hoa sen", "5A", "5a", "Mây", "mây", "cà phê", "thợ", "hồ" }) raw.ShouldNotContain(clue, Case.Sensitive);
        var line = Verbs.Lines(raw).ShouldHaveSingleItem();
        line.GetProperty("reasons").EnumerateArray().Select(r => r.GetString()).ShouldContain("victim-exposure");
        var because = line.GetProperty("because").EnumerateArray().Single(b => b.GetProperty("reason").GetString() == "victim-exposure");
        because.GetProperty("sentence").GetString()!.ShouldContain("[NAME]");
        because.GetProperty("offset").GetInt32().ShouldBe(titled ? -1 : text.IndexOf(exposing, StringComparison.Ordinal));   // what stands before says nothing of the child, so it kept its length
        because.GetProperty("words").EnumerateArray().Select(w => w.GetProperty("words").GetString()).ShouldContain("[…]");
        (because.GetProperty("words").EnumerateArray().Sum(w => w.GetProperty("weight").GetDouble()) + because.GetProperty("bias").GetDouble()).ShouldBe(because.GetProperty("logOdds").GetDouble(), 1e-6);
    }

    [TheoryWithModels, InlineData(0)]
    public async Task A_text_larger_than_any_page_is_an_error_of_its_line_and_the_next_is_answered(int id)
    {
        var large = string.Concat(Enumerable.Repeat("Giá rau tăng trong tuần qua. ", AssessCommand.MostBytes / 32));
        var texts = Write("in.jsonl", JsonSerializer.Serialize(new { id, text = large }) + "\n{\"id\":1,\"text\":\"Ngắn.\"}\n");
        var output = Path.Combine(folder, "out.jsonl");
        (await Verbs.RunAsync("assess", "--batch", texts, "--out", output, "--models", Path.Combine(TestHome.Repository, "models"))).Code.ShouldBe(ExitCodes.Found);
        var lines = Verbs.Lines(await File.ReadAllTextAsync(output));
        lines[0].GetProperty("error").GetString().ShouldBe("\"text\" is longer than 8 MB, the most that the crawler reads of a page: give it in parts");
        lines[1].GetProperty("language").GetString().ShouldNotBeNull();
    }

    [Theory]
    [InlineData("https://bao.example/kin/bai", false)]
    [InlineData("https://bao.example/bài viết", true)]
    [InlineData("/kin/bai", false)]
    [InlineData("", true)]
    [InlineData("not a url", null)]
    [InlineData("bao.example/kin/bai", null)]
    [InlineData("ftp://bao.example/kin/bai", null)]
    public async Task Robots_check_answers_for_addresses_and_says_what_is_none(string url, bool? allowed)
    {
        var lines = Write("in.jsonl", JsonSerializer.Serialize(new { id = 1, robots = "User-agent: *\nDisallow: /kin/\n", agent = "InfoMonitor", url }));
        var output = Path.Combine(folder, "out.jsonl");
        (await Verbs.RunAsync("robots", "check", "--batch", lines, "--out", output)).Code.ShouldBe(allowed is null ? ExitCodes.Found : ExitCodes.Ok);
        var answer = Verbs.Lines(await File.ReadAllTextAsync(output)).ShouldHaveSingleItem();
        if (allowed is { } expected) answer.GetProperty("allowed").GetBoolean().ShouldBe(expected);
        else answer.GetProperty("error").GetString()!.ShouldStartWith("\"url\" is neither");
    }

    /// <summary>RFC 9309, 2.2.1: the token is what groups name. "Foo Bar" is none, and no User-Agent either.</summary>
    [Theory]
    [InlineData("InfoMonitor", false)]
    [InlineData("InfoMonitor/0.1", false)]
    [InlineData("infomonitor/0.1 (+https://tinh.example/crawler)", false)]
    [InlineData("InfoMonitor (+https://tinh.example/crawler)", false)]
    [InlineData("Mozilla/5.0 (compatible; InfoMonitor/0.1; +https://tinh.example/crawler)", false)]
    [InlineData("InfoMonitor Bar", true)]
    [InlineData("Other/0.1 (+InfoMonitor)", true)]
    public async Task Robots_check_takes_the_product_token_out_of_a_whole_user_agent(string agent, bool allowed)
    {
        var lines = Write("in.jsonl", JsonSerializer.Serialize(new { id = 1, robots = "User-agent: InfoMonitor\nDisallow: /\n", agent, url = "/bai" }));
        var output = Path.Combine(folder, "out.jsonl");
        (await Verbs.RunAsync("robots", "check", "--batch", lines, "--out", output)).Code.ShouldBe(ExitCodes.Ok);
        Verbs.Lines(await File.ReadAllTextAsync(output)).ShouldHaveSingleItem().GetProperty("allowed").GetBoolean().ShouldBe(allowed);
    }

    /// <summary>The service knows its source's language; here it is given, or told by the feed, its address or its text.</summary>
    [Theory]
    [InlineData("Điểm tin sáng nay của tỉnh", "", "+07:00")]
    [InlineData("The news of this morning", "", "+00:00")]
    [InlineData("The news of this morning", "--language vi", "+07:00")]
    [InlineData("The news of this morning", "--url https://bao.example.vn/rss", "+07:00")]
    [InlineData("Điểm tin sáng nay của tỉnh", "--language en", "+00:00")]
    public async Task Feeds_parse_reads_times_without_a_zone_as_the_service_does(string title, string options, string offset)
    {
        var feed = Write("feed.xml", $"<rss version='2.0'><channel><title>t</title>{string.Concat(Enumerable.Range(1, 6).Select(i => $"<item><title>{title} {i}</title><link>/bai-{i}</link><pubDate>07/03/2026 14:05</pubDate></item>"))}</channel></rss>");
        var output = Path.Combine(folder, "out.jsonl");
        (await Verbs.RunAsync([.. "feeds parse".Split(' '), feed, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--out", output])).Code.ShouldBe(ExitCodes.Ok);
        var item = Verbs.Lines(await File.ReadAllTextAsync(output))[0].GetProperty("items")[0];
        item.GetProperty("date").GetString().ShouldBe("2026-03-07T14:05:00" + offset);
        item.GetProperty("link").GetString().ShouldBe(options.Contains("--url", StringComparison.Ordinal) ? "https://bao.example.vn/bai-1" : "/bai-1");
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("Mon, 01 Jan 0001 00:00:00 GMT")]
    public async Task The_date_of_a_program_that_knows_none_is_null(string date)
    {
        var feed = Write("feed.xml", $"<rss version='2.0'><channel><title>t</title><item><title>The news of this morning</title><link>/a</link><pubDate>{date}</pubDate></item></channel></rss>");
        var output = Path.Combine(folder, "out.jsonl");
        (await Verbs.RunAsync("feeds", "parse", feed, "--out", output)).Code.ShouldBe(ExitCodes.Ok);
        Verbs.Lines(await File.ReadAllTextAsync(output))[0].GetProperty("items")[0].GetProperty("date").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_folder_where_a_file_belongs_is_told_as_one()
    {
        var output = Path.Combine(folder, "out.jsonl");
        (await Verbs.RunAsync("feeds", "parse", folder, "--out", output)).Code.ShouldBe(ExitCodes.NoInput);
        Verbs.Lines(await File.ReadAllTextAsync(output)).ShouldHaveSingleItem().GetProperty("error").GetString().ShouldBe("is a folder: name the files in it.");
        (await Verbs.RunAsync("extract", folder)).ShouldBe((ExitCodes.NoInput, "", $"{folder} is a folder. Name a saved page in it.\n"));
    }

    [Fact]
    public async Task Links_gives_the_article_links_of_each_list_page_in_order_and_an_error_for_a_broken_line()
    {
        var stories = string.Concat(Enumerable.Range(1, 6).Select(i => $"<article><h3><a href='/thoi-su/bai-so-{i}-ve-con-duong-moi-10{i}.html'>Bài số {i} về con đường mới của xã ven sông</a></h3><p>Tóm tắt của bài số {i}, dài vừa đủ để là tóm tắt.</p></article>"));
        var html = $"<html><body><nav><a href='/gioi-thieu'>Giới thiệu</a><a href='/lien-he'>Liên hệ</a></nav><main>{stories}</main></body></html>";
        var pages = Write("in.jsonl", string.Join('\n', JsonSerializer.Serialize(new { id = 1, url = "https://bao.example/thoi-su", html }), "{\"id\":2,\"url\":\"thoi-su\",\"html\":\"\"}", "{"));
        var output = Path.Combine(folder, "out.jsonl");

        var (code, _, error) = await Verbs.RunAsync("links", "--batch", pages, "--out", output);

        code.ShouldBe(ExitCodes.Found);
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

        code.ShouldBe(ExitCodes.Found);
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
        (await Verbs.RunAsync("feeds", "parse", page, "--out", output)).Code.ShouldBe(ExitCodes.Found, "it was read, and is no feed");
        (await Verbs.RunAsync("feeds", "parse", rss, sitemap, "--out", output)).Code.ShouldBe(ExitCodes.Ok);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
