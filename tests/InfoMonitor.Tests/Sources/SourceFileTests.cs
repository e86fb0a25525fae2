using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Sources;
using InfoMonitor.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace InfoMonitor.Tests.Sources;

public sealed partial class SourceFileTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    private const string Good = """
        sources:
          - id: bao-mau
            publisher: Báo Mẫu
            kind: press
            ownership: state
            language: vi
            interval: 1h30m
            delay: 4s
            pages-per-crawl: 20
            enabled: false
            tried: 2026-11-20
            entry-points:
              - feed: https://bao.example/rss?utm_source=x
              - list: https://bao.example/xa-hoi
                selector: "h3 a"
        """;

    [Fact]
    public void The_committed_file_is_valid_and_watches_every_kind_of_publisher()
    {
        var text = File.ReadAllText(Path.Combine(TestHome.Repository, "config", "sources.yaml"));
        var sources = Read(text).ShouldBeOfType<SourceFileReading.Read>(Errors(text)).Sources;
        sources.Count.ShouldBeGreaterThanOrEqualTo(15);
        Enum.GetValues<SourceKind>().Except(sources.Select(s => s.Kind)).ShouldBe([SourceKind.Channel]);
        sources.ShouldAllBe(s => s.Interval >= TimeSpan.FromMinutes(15) && s.Delay >= TimeSpan.FromSeconds(2) && s.Tried == null);
        sources.SelectMany(s => s.EntryPoints).ShouldAllBe(p => p.Url.StartsWith("https://", StringComparison.Ordinal));
        sources.ShouldContain(s => s.Kind == SourceKind.FactChecker && s.Ownership == Ownership.Independent);
    }

    [Fact]
    public void Every_key_of_a_good_file_is_taken()
    {
        var source = Read(Good).ShouldBeOfType<SourceFileReading.Read>(Errors(Good)).Sources.ShouldHaveSingleItem();
        source.ShouldSatisfyAllConditions(
            s => s.Id.ShouldBe("bao-mau"), s => s.Publisher.ShouldBe("Báo Mẫu"), s => s.Kind.ShouldBe(SourceKind.Press), s => s.Ownership.ShouldBe(Ownership.State),
            s => s.Language.ShouldBe("vi"), s => s.Interval.ShouldBe(TimeSpan.FromMinutes(90)), s => s.Delay.ShouldBe(TimeSpan.FromSeconds(4)), s => s.PagesPerCrawl.ShouldBe(20),
            s => s.Enabled.ShouldBeFalse(), s => s.Tried.ShouldBe(new DateOnly(2026, 11, 20)), s => s.Line.ShouldBe(2),
            s => s.EntryPoints.ShouldBe([new(EntryPointKind.Feed, "https://bao.example/rss", null, 13), new(EntryPointKind.List, "https://bao.example/xa-hoi", "h3 a", 14)]));
    }

    /// <summary>Also where the wrong key stands above the id, or is the source's own.</summary>
    [Theory]
    [InlineData("    publisher: Báo Mẫu", "    publishr: Báo Mẫu", "publishr")]
    [InlineData("  - id: bao-mau\n    publisher: Báo Mẫu", "  - publishr: Báo Mẫu\n    id: bao-mau", "publishr")]
    [InlineData("ownership: state", "ownership: stat", "ownership")]
    public void An_error_names_its_source_by_id(string good, string wrong, string key) =>
        Errors(Good.Replace(good, wrong, StringComparison.Ordinal)).Split('\n').ShouldAllBe(line => line.Contains(": bao-mau: ", StringComparison.Ordinal), key);

    [Fact]
    public void An_alias_without_its_anchor_is_named_with_its_line() =>
        Errors(Good.Replace("kind: press", "kind: *zz", StringComparison.Ordinal)).ShouldStartWith("sources.yaml:4: this is not YAML: unknown alias zz.");

    [Fact]
    public void Left_out_keys_take_polite_defaults()
    {
        var source = Read(Only("list: https://bao.example/")).ShouldBeOfType<SourceFileReading.Read>().Sources.Single();
        (source.Interval, source.Delay, source.PagesPerCrawl, source.Enabled, source.Tried).ShouldBe((TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(3), 50, true, null));
    }

    [Theory]
    [InlineData("publisher: Báo Mẫu", "publisher:", 3, "publisher", "missing", "Name the organisation")]
    [InlineData("publisher: Báo Mẫu", "publisher: \"\"", 3, "publisher", "it is empty", "Name the organisation")]
    [InlineData("tried: 2026-11-20", "tried: 2026-11-27", 11, "tried", "2026-11-27 is a day to come", "or never")]
    [InlineData("id: bao-mau", "id: Báo Mẫu", 2, "id", "no id", "lower-case")]
    [InlineData("kind: press", "kind: pres", 4, "kind", "'pres' is none of press, agency", "Write press.")]
    [InlineData("kind: press", "kind: united nations", 4, "kind", "none of", "Write united-nations.")]
    [InlineData("ownership: state", "ownership: private", 5, "ownership", "'private' is none of", "Write one of them")]
    [InlineData("language: vi", "language: vn", 6, "language", "'vn' is no ISO 639-1 code", "did you mean vi?")]
    [InlineData("language: vi", "language: vi-VN", 6, "language", "no ISO 639-1 code", "did you mean vi?")]
    [InlineData("interval: 1h30m", "interval: 5 minutes", 7, "interval", "no span of time", "as 30m")]
    [InlineData("interval: 1h30m", "least-interval: 2h", 7, "least-interval", "too long", "between 5m and 30m")]
    [InlineData("interval: 1h30m", "greatest-interval: 10m", 7, "greatest-interval", "too short", "between 30m and 7d")]
    [InlineData("interval: 1h30m", "interval: 10s", 7, "interval", "too short", "between 5m and 7d")]
    [InlineData("delay: 4s", "delay: 0s", 8, "delay", "too short", "between 1s and 2m")]
    [InlineData("delay: 4s", "delay: 1h", 8, "delay", "too long", "between 1s and 2m")]
    [InlineData("pages-per-crawl: 20", "pages-per-crawl: many", 9, "pages-per-crawl", "'many' is no number", "between 1 and 1000")]
    [InlineData("pages-per-crawl: 20", "pages-per-crawl: 0", 9, "pages-per-crawl", "no number of pages", "between 1 and 1000")]
    [InlineData("enabled: false", "enabled: no", 10, "enabled", "neither true nor false", "Write true or false")]
    [InlineData("tried: 2026-11-20", "tried: yesterday", 11, "tried", "neither never nor a day", "Write never")]
    [InlineData("enabled: false", "enabeld: false", 10, "enabeld", "not known", "did you mean enabled?")]
    [InlineData("enabled: false", "delay: 5s", 10, "delay", "stands twice", "Take one")]
    [InlineData("selector: \"h3 a\"", "selector: \"h3 >> [\"", 15, "selector", "no CSS selector", "leave it out")]
    [InlineData("selector: \"h3 a\"", "selector: \"h3 a::before\"", 15, "selector", "no CSS selector", "leave it out")]
    [InlineData("- list: https://bao.example/xa-hoi", "- feed: https://bao.example/xa-hoi", 15, "selector", "a feed has none", "list")]
    [InlineData("- list: https://bao.example/xa-hoi", "- lst: https://bao.example/xa-hoi", 14, "lst", "not known", "did you mean list?")]
    [InlineData("- list: https://bao.example/xa-hoi", "- list: bao.example/xa-hoi", 14, "list", "no address", "Write https://bao.example/xa-hoi")]
    [InlineData("- list: https://bao.example/xa-hoi", "- list: ftp://bao.example/xa-hoi", 14, "list", "is refused", "Only http and https")]
    [InlineData("- list: https://bao.example/xa-hoi", "- list: https://a:b@bao.example/xa-hoi", 14, "list", "is refused", "user name")]
    [InlineData("- list: https://bao.example/xa-hoi", "- list: https://bao.example/rss", 14, "list", "stands in line 13 already", "Take one")]
    [InlineData("- list: https://bao.example/xa-hoi", "- list: https://www.facebook.com/people/A-B/1/", 14, "list", "is refused", "never people")]
    [InlineData("- list: https://bao.example/xa-hoi", "- list: https://x.com/a_b", 14, "list", "is refused", "kind: channel and named-on")]
    [InlineData("- list: https://bao.example/xa-hoi", "- list: https://bao.example/tim-kiem?q=a", 14, "list", "is refused", "search results")]
    [InlineData("- list: https://bao.example/xa-hoi", "- list: https://bao.example/tac-gia/a-b", 14, "list", "is refused", "author's page")]
    [InlineData("- list: https://bao.example/xa-hoi", "- list: https://bao.example/tag/nguyen-van-a", 14, "list", "is refused", "never people")]
    [InlineData("- list: https://bao.example/xa-hoi", "- list: https://ai-do.substack.com/archive", 14, "list", "is refused", "kind: channel and named-on")]
    [InlineData("feed: https://bao.example/rss?utm_source=x", "feed: https://bao.example/comments/feed/", 13, "feed", "is refused", "comments are not read")]
    [InlineData("feed: https://bao.example/rss?utm_source=x", "feed: https://bao.example/?feed=comments-rss2", 13, "feed", "is refused", "comments are not read")]
    [InlineData("- list: https://bao.example/xa-hoi", "- list: http://192.168.1.5/tin", 14, "list", "is refused", "Fetching:AllowPrivate")]
    [InlineData("tried: 2026-11-20", "named-on: https://bao.example/lien-he", 11, "named-on", "only a channel has it", "kind: channel")]
    [InlineData("publisher: Báo Mẫu\n    kind: press", "publisher: &press Báo Mẫu\n    kind: *press", 4, "kind", "the alias *press stands where a text", "press, agency")]
    [InlineData("publisher: Báo Mẫu", "publisher: [Báo Mẫu]", 3, "publisher", "it is not a text", "Name the organisation")]
    [InlineData("interval: 1h30m", "interval: [30m]", 7, "interval", "it is not a text", "take the line out")]
    [InlineData("interval: 1h30m", "interval:", 7, "interval", "it is empty", "Give it a value")]
    [InlineData("- list: https://bao.example/xa-hoi", "- list: xa-hoi", 14, "list", "'xa-hoi' is no address", "https:// included")]
    [InlineData("- list: https://bao.example/xa-hoi", "- list: http://169.254.169.254/", 14, "list", "is refused", "link-local")]
    [InlineData("- list: https://bao.example/xa-hoi\n        selector: \"h3 a\"", "- selector: h3", 14, "entry-points", "without an address", "Write one of feed")]
    [InlineData("- list: https://bao.example/xa-hoi", "- list: https://bao.example/xa-hoi\n        feed: https://bao.example/a", 14, "entry-points", "several addresses", "Write one of feed")]
    [InlineData("kind: press", "kind: channel\n    named-on: https://x.com/a_b", 5, "named-on", "no page of the organisation's own site", "names the channel")]
    public void An_error_names_line_key_and_remedy(string right, string wrong, int line, string key, string what, string remedy)
    {
        var errors = Read(Good.Replace(right, wrong, StringComparison.Ordinal)).ShouldBeOfType<SourceFileReading.Wrong>().Errors;
        var error = errors.ShouldHaveSingleItem();
        error.Key.ShouldBe(key);
        error.ShouldSatisfyAllConditions(e => e.File.ShouldBe("sources.yaml"), e => e.Line.ShouldBe(line), e => e.What.En.ShouldContain(what), e => e.Remedy.En.ShouldContain(remedy));
        InBothLanguages(error);
        error.ToString().ShouldStartWith($"sources.yaml:{line}: {error.Source}: {key}: ");
    }

    [Theory]
    [InlineData("https://bao.example:99999/rss", "after the colon in 'https://bao.example:99999/rss' is no port", "between 1 and 65535")]
    [InlineData("https://bao.example:tin/rss", "is no port", "between 1 and 65535")]
    [InlineData("https://bao mau.example/rss", "names no valid host", "between https:// and the next slash")]
    [InlineData("https:///", "names no valid host", "between https:// and the next slash")]
    [InlineData("bao.example:99999/rss", "is no address", "https:// included")]
    public void What_is_wrong_with_an_address_is_named_not_guessed(string address, string what, string remedy)
    {
        var error = Read(Only("feed: " + address)).ShouldBeOfType<SourceFileReading.Wrong>().Errors.ShouldHaveSingleItem();
        error.What.En.ShouldContain(what);
        error.Remedy.En.ShouldContain(remedy);
        InBothLanguages(error);
    }

    /// <summary>Errors stand on the page of sources, in the log and in what verbs print.</summary>
    [Theory]
    [InlineData("feed: https://thu-ky:M4tKhau@bao.example/rss", "https://…@bao.example/rss is refused.")]
    [InlineData("feed: https://thu-ky:M4tKhau@bao.example:99999/rss", "https://…@bao.example:99999/rss is refused.")]
    [InlineData("feed: https://thu-ky:M4tKhau@127.0.0.1:8080/rss", "https://…@127.0.0.1:8080/rss is refused.")]
    [InlineData("feed: https://M4tKhau@bao.example/rss", "https://…@bao.example/rss is refused.")]
    [InlineData("feed: https://thu-ky:M4tKhau@h@bao.example/rss", "https://…@bao.example/rss is refused.")]
    [InlineData("feed: \"https://thu-ky:M4tKhau'/@bao.example/rss\"", "is no port")]
    [InlineData("feed: thu-ky:M4tKhau@bao.example/rss", "…@bao.example/rss is refused.")]
    [InlineData("feed: ftp://thu-ky:M4tKhau@bao.example/rss", "ftp://…@bao.example/rss is refused.")]
    [InlineData("https://thu-ky:M4tKhau@bao.example/rss: feed", "not known")]
    [InlineData("feed: https://bao.example/rss\n      - list: https://thu-ky:M4tKhau@bao.example/rss", "https://…@bao.example/rss stands in line")]
    [InlineData("feed: https://medium.com/@bao-mau", "https://medium.com/@bao-mau is refused.")]
    public void An_error_never_repeats_a_user_name_or_password(string entryPoint, string what)
    {
        var errors = Read(Only(entryPoint)).ShouldBeOfType<SourceFileReading.Wrong>().Errors;
        errors.ShouldContain(e => e.What.En.Contains(what));
        foreach (var text in errors.SelectMany(e => new[] { e.ToString(), e.What.Vi, e.Remedy.Vi })) text.ShouldSatisfyAllConditions(t => t.ShouldNotContain("M4tKhau"), t => t.ShouldNotContain("thu-ky"));
    }

    [Theory]
    [InlineData("", 1, "the file is empty")]
    [InlineData("sources:", 1, "there is no list of sources")]
    [InlineData("sources: []", 1, "there is no list of sources")]
    [InlineData("- id: a", 1, "a list stands where keys are expected")]
    [InlineData("sources:\n  - id: ab\n   publisher: x", 3, "not YAML")]
    [InlineData("sources:\n  - bao-mau", 2, "a text stands where keys are expected")]
    [InlineData("source:\n  - id: ab", 1, "not known")]
    [InlineData("sources:\n  - id: ab\n---\nsources: []", 3, "a second document")]
    public void A_file_of_another_shape_is_told_by_its_line(string text, int line, string what)
    {
        var errors = Read(text).ShouldBeOfType<SourceFileReading.Wrong>().Errors;
        errors.ShouldContain(e => e.Line == line && e.What.En.Contains(what, StringComparison.Ordinal), string.Join('\n', errors));
        Array.ForEach([.. errors], InBothLanguages);
    }

    [Theory]
    [InlineData("sources:\n  - id: ab\n   publisher: x", "không thấy dấu '-' ở chỗ cần có")]
    [InlineData("sources:\n  - id: ab\n - id: cd", "không thấy khoá ở chỗ cần có")]
    [InlineData("sources:\n  - {id: ab\n  - id: cd", "từ đây không đọc được nữa")]
    [InlineData("sources:\n  - {id: ab\n    kind: press}", "trong ngoặc nhọn thiếu ',' hoặc '}'")]
    [InlineData("sources:\n  - publisher: Báo: Mẫu", "dấu hai chấm không được đứng ở đây")]
    [InlineData("sources:\n  - publisher: \"Báo Mẫu", "dấu nháy mở ra mà không đóng lại")]
    [InlineData("sources:\n  - publisher: \"C:\\tin\\q\"", "trong dấu nháy kép, ký tự sau '\\' không dùng được")]
    [InlineData("sources:\n  - publisher: @bao", "giá trị bắt đầu bằng ký tự phải đặt trong dấu nháy")]
    [InlineData("sources:\n\t- id: ab", "thụt đầu dòng bằng phím Tab")]
    [InlineData("sources:\n  - id: ab\n    publisher", "sau khoá thiếu ':'")]
    [InlineData("sources:\n  - kind: *zz", "không có neo nào tên zz")]
    [InlineData("sources:\n  - id: !ab!c d", "không đọc được từ cột")]
    public void What_is_no_yaml_is_told_in_Vietnamese_too(string text, string why)
    {
        var error = Read(text).ShouldBeOfType<SourceFileReading.Wrong>().Errors.ShouldHaveSingleItem();
        error.What.Vi.ShouldStartWith("đây không phải YAML: " + why, customMessage: error.What.En);
        InBothLanguages(error);
    }

    [Fact]
    public void No_slip_of_the_hand_makes_the_reader_fall()
    {
        string[] slips = ["", "{", "}", "[", "- ", ": ", "\"", "'", "&", "*a", "!", "\t", "\n", "  ", "#", "|", "%", "@", ",", "? ", "\0", "---\n"];
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Int[0, 6], Gen.Int[0, slips.Length - 1]).Sample((at, length, slip) =>
            Read(Good.Remove(at, Math.Min(length, Good.Length - at)).Insert(at, slips[slip])) is not SourceFileReading.Wrong wrong
            || wrong.Errors.All(e => e.What.Vi.Length > 0 && e.What.Vi != e.What.En && e.Line is >= 1 and <= 17));
    }

    [Fact]
    public void No_word_of_the_reader_was_left_in_one_language()
    {
        var texts = AllTexts.Of(typeof(SourceFileTexts), typeof(AddressTexts)).ToList();
        texts.Count.ShouldBeGreaterThan(60);
        foreach (var (member, text) in texts) text.ShouldBeInBothLanguages(member);
    }

    /// <summary>Both say the same of the same: what stands in the file or is to be written there is in both, and the Vietnamese has no word of English left.</summary>
    private static void InBothLanguages(SourceFileError error)
    {
        foreach (var text in new[] { error.What, error.Remedy })
        {
            text.Vi.ShouldNotBeNullOrWhiteSpace();
            text.Vi.ShouldNotBe(text.En);
            foreach (var said in OfTheFile().Matches(text.En).Select(m => m.Value)) text.Vi.ShouldContain(said, customMessage: text.En);
            AllTexts.English().Match(OfTheFile().Replace(text.Vi, "")).Value.ShouldBeEmpty(text.Vi);
        }
    }

    [GeneratedRegex("""\B'[^']+'|"[^"]+"|https?://\S+|\b[0-9]+[smhd]?\b|\b(sources|kind|list|feed|sitemap):|[a-z-]+\?|Fetching:AllowPrivate|named-on""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OfTheFile();

    [Theory]
    [InlineData("utf-16", true, "UTF-16 (little-endian)", "iconv -f UTF-16 ")]
    [InlineData("utf-16BE", true, "UTF-16 (big-endian)", "iconv -f UTF-16 ")]
    [InlineData("utf-16", false, "UTF-16 (little-endian, without a mark)", "iconv -f UTF-16LE ")]
    [InlineData("utf-16BE", false, "UTF-16 (big-endian, without a mark)", "iconv -f UTF-16BE ")]
    [InlineData("utf-32", true, "UTF-32 (little-endian)", "iconv -f UTF-32LE ")]
    [InlineData("utf-32", false, "UTF-32 (little-endian)", "iconv -f UTF-32LE ")]
    [InlineData("latin1", false, "one byte a letter", "iconv -f WINDOWS-1258 ")]
    public void A_file_in_another_encoding_is_told_by_its_name_with_the_remedy(string name, bool mark, string encoding, string remedy)
    {
        var written = Encoding.GetEncoding(name);
        byte[] body = [.. mark ? written.GetPreamble() : [], .. written.GetBytes(Good)];
        var error = Read(body).ShouldBeOfType<SourceFileReading.Wrong>().Errors.ShouldHaveSingleItem();
        error.ShouldSatisfyAllConditions(e => e.What.En.ShouldContain(encoding), e => e.Remedy.En.ShouldContain(remedy), InBothLanguages);
    }

    [Fact]
    public void A_mark_before_utf_8_does_no_harm() => Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Good)]).ShouldBeOfType<SourceFileReading.Read>();

    [Fact]
    public void All_errors_are_listed_in_the_order_of_lines()
    {
        var errors = Read("""
            sources:
              - id: bao-mau
                kind: journal
                ownership: state
                language: vi
                interval: soon
                entry-points:
                  - feed: bao.example
                    list: https://bao.example/
              - id: bao-mau
                publisher: Báo Mẫu
                kind: press
                ownership: state
                language: vi
                entry-points: []
            """).ShouldBeOfType<SourceFileReading.Wrong>().Errors;
        errors.Select(e => (e.Line, e.Key)).ShouldBe([(2, "publisher"), (3, "kind"), (6, "interval"), (8, "entry-points"), (10, "id"), (15, "entry-points")]);
    }

    [Fact]
    public void A_channel_is_read_only_where_its_organisations_own_site_names_it()
    {
        const string feed = "feed: https://www.youtube.com/feeds/videos.xml?channel_id=UC1";
        Read(Only(feed).Replace("kind: press", "kind: channel", StringComparison.Ordinal)).ShouldBeOfType<SourceFileReading.Wrong>();
        var named = Only(feed).Replace("kind: press", "kind: channel\n    named-on: https://so.example/lien-he", StringComparison.Ordinal);
        Read(named).ShouldBeOfType<SourceFileReading.Read>(Errors(named));
        Read(named.Replace("https://so.example/lien-he", "https://x.com/so", StringComparison.Ordinal)).ShouldBeOfType<SourceFileReading.Wrong>();
        Read(named.Replace(feed, "list: https://www.facebook.com/people/A-B/1", StringComparison.Ordinal)).ShouldBeOfType<SourceFileReading.Wrong>();
    }

    [Fact]
    public void A_private_address_is_read_only_where_its_range_is_allowed()
    {
        var text = Only("list: http://127.0.0.1:5081/").Replace("language: vi", "language: vi\n    interval: 10s\n    delay: 0s", StringComparison.Ordinal);
        Read(text).ShouldBeOfType<SourceFileReading.Wrong>();
        Read(text, "127.0.0.0/8").ShouldBeOfType<SourceFileReading.Read>();
        Read(text, "127.0.0.0/8:5081").ShouldBeOfType<SourceFileReading.Read>();
        Read(text, "127.0.0.0/8:5082").ShouldBeOfType<SourceFileReading.Wrong>();
        Read(text, "10.0.0.0/8").ShouldBeOfType<SourceFileReading.Wrong>();
        Read(Only("list: http://169.254.169.254/"), "169.254.0.0/16").ShouldBeOfType<SourceFileReading.Wrong>();
    }

    [Fact]
    public void The_schema_for_editors_knows_what_the_reader_knows()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(TestHome.Repository, "config", "sources.schema.json")))!["$defs"]!;
        var source = schema["source"]!["properties"]!.AsObject();
        source.Select(p => p.Key).ShouldBe(SourceFileReader.SourceKeys, ignoreOrder: true);
        schema["entryPoint"]!["properties"]!.AsObject().Select(p => p.Key).ShouldBe(SourceFileReader.EntryPointKeys, ignoreOrder: true);
        Words(source["kind"]!).ShouldBe(Enum.GetValues<SourceKind>().Select(k => k.Word()));
        Words(source["ownership"]!).ShouldBe(Enum.GetValues<Ownership>().Select(k => k.Word()));
        source["interval"]!["default"]!.GetValue<string>().ShouldBe(SpanText.Write(SourceFileReader.DefaultInterval));
        source["delay"]!["default"]!.GetValue<string>().ShouldBe(SpanText.Write(SourceFileReader.DefaultDelay));
        source["pages-per-crawl"]!["default"]!.GetValue<int>().ShouldBe(SourceFileReader.DefaultPages);
        source["pages-per-crawl"]!["maximum"]!.GetValue<int>().ShouldBe(SourceFileReader.MostPages);

        // Required in the schema is what the reader misses.
        foreach (var key in schema["source"]!["required"]!.AsArray().Select(k => k!.GetValue<string>()))
            Read(Without(key)).ShouldBeOfType<SourceFileReading.Wrong>().Errors.ShouldContain(e => e.Key == key);

        static IEnumerable<string> Words(JsonNode node) => node["enum"]!.AsArray().Select(w => w!.GetValue<string>());
    }

    private static string Without(string key)
    {
        var lines = Good.Split('\n').ToList();
        var at = lines.FindIndex(l => l.TrimStart(' ', '-').StartsWith(key + ":", StringComparison.Ordinal));
        if (key == "entry-points") lines.RemoveRange(at, lines.Count - at);
        else if (key == "id") (lines[at], lines[at + 1]) = ("", lines[at + 1].Replace("    publisher", "  - publisher", StringComparison.Ordinal));
        else lines.RemoveAt(at);
        return string.Join('\n', lines);
    }

    private static string Only(string entryPoint) => $"""
        sources:
          - id: bao-mau
            publisher: Báo Mẫu
            kind: press
            ownership: state
            language: vi
            entry-points:
              - {entryPoint}
        """;

    [Theory]
    [InlineData("127.0.0.0/8", true, true)]
    [InlineData("127.0.0.0/8:5081", true, false)]
    [InlineData("127.0.0.0/8:0", false, false)]
    [InlineData("127.0.0.1/8", false, false)]
    [InlineData("127.0.0.0/4", false, false)]
    [InlineData("::1/128", false, false)]
    public void A_private_range_means_here_what_it_means_to_the_fetcher(string range, bool onItsPort, bool onAnother)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(PrivateRanges.Key + ":0", (string?)range)]).Build();
        foreach (var (port, allowed) in new[] { (5081, onItsPort), (5082, onAnother) })
        {
            new PrivateRanges(configuration).Allow(new Uri($"http://127.0.0.1:{port}/rss")).ShouldBe(allowed);
            (AddressRange.TryParse(range, out var read, out _) && read.Contains(IPAddress.Loopback, port)).ShouldBe(allowed);
        }
    }

    private static SourceFileReading Read(string text, params string[] ranges) => SourceFileReader.Read(text, "sources.yaml",
        new PrivateRanges(new ConfigurationBuilder().AddInMemoryCollection(ranges.Select((r, i) => KeyValuePair.Create($"{PrivateRanges.Key}:{i}", (string?)r))).Build()), Today);

    private static SourceFileReading Read(byte[] body) => SourceFileReader.Read(body, "sources.yaml", new PrivateRanges(new ConfigurationBuilder().Build()), Today);

    private static string Errors(string text) => Read(text) is SourceFileReading.Wrong wrong ? string.Join('\n', wrong.Errors) : "";
}
