using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Sources;
using InfoMonitor.Storage;
using InfoMonitor.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace InfoMonitor.Tests.Sources;

public sealed partial class SourcesPageTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 4, 0, 0, TimeSpan.Zero);   // 11:00 in Ha Noi

    [Theory, OnSqlite, OnPostgres]
    public async Task Troubled_sources_stand_first_with_what_is_wrong_and_what_to_do(string provider)
    {
        await using var service = await StartAsync(provider);
        await SeedAsync(service.App);
        using var desk = await service.SignInAsync("dung");
        var page = WebUtility.HtmlDecode(await desk.GetStringAsync("/sources"));
        Rows().Matches(page).Select(m => m.Groups["id"].Value).ShouldBe(["mat", "hong", "lac", "im-lang", "chuyen", "chua-thu", "khoe", "tat"]);
        page.ShouldContain("Lỗi</span>");
        (page.Split("Đang lỗi: thử lại mỗi").Length - 1).ShouldBe(1, "of those that fail the pace is no rhythm");
        page.ShouldContain("Địa chỉ đã bỏ hẳn (410): chỉ hỏi lại mỗi 30 phút, thưa nhất trong giới hạn của nguồn.");
        (page.Split("không yêu cầu giãn cách").Length - 1).ShouldBe(2, "where nothing could be read nobody knows");
        page.ShouldContain("https://hong.example/rss: máy chủ đáp mã 404. Nếu vẫn vậy, tìm địa chỉ mới trên trang của nguồn và ghi vào sources.yaml, hoặc enabled: false.");
        page.ShouldNotContain("the server answered");
        page.ShouldContain("97 % số trang tìm thấy gần đây không phải bài");
        page.ShouldContain("ghi feed hoặc sitemap thay cho list, hoặc thêm selector");
        page.ShouldContain("robots.txt của lac.example trả lời 403, coi như không có: theo RFC 9309 trang nào cũng được đọc");
        page.ShouldContain("robots.txt của hong.example trả lời 503: chưa biết nó cấm gì, nên theo RFC 9309 không trang nào được đọc");
        page.ShouldContain("4 ngày không có bài mới, thường cách nhau nhiều nhất 24 giờ");
        page.ShouldContain("Trong sources.yaml thay feed: https://chuyen.example/rss bằng feed: https://chuyen.example/moi");
        page.Split("địa chỉ đã bỏ hẳn").Length.ShouldBe(2, "said once");
        page.ShouldContain("địa chỉ đã bỏ hẳn. Tìm địa chỉ mới");
        page.ShouldContain("Sau bài mới nhất, vào giờ ấy trong ngày, bài tiếp theo thường cách nhiều nhất 9 giờ.");
        page.ShouldContain("Chưa biết nhịp đăng của nguồn này trong ngày; cho đến khi biết, 4 giờ không có bài mới vẫn coi là thường.");
        page.ShouldNotContain("thường cách nhiều nhất 4 giờ");
        page.ShouldContain("Đọc mỗi 45 phút; tự chỉnh theo nhịp đăng bài, trong khoảng 15 phút đến 2 giờ.");
        page.ShouldContain("robots.txt của khoe.example yêu cầu giãn 10 giây.");
        page.ShouldContain("20 phút sau khi đăng");
        page.ShouldContain("Chưa biết bài vào hàng chờ bao lâu sau khi đăng: chỉ tính bài đăng từ lần đọc đầu tiên.");
        page.Split("id=\"khoe\"")[1].Split("</tr>")[0].ShouldNotContain("Chưa biết bài vào hàng chờ");
        page.ShouldContain("infomonitor sources check --try --source chua-thu");
        page.ShouldContain("Bài theo ngày đăng, 14 ngày: thấp nhất 1, cao nhất 1, hôm nay 1");
        page.ShouldContain("aria-label=\"Trang 24 giờ: 1 lưu, 1 robots.txt cấm\"");
        page.ShouldContain("robots.txt không cho đọc 1 trang");
        page.ShouldContain("Giãn cách ít nhất 10 giây giữa hai lần đọc khoe.example: robots.txt yêu cầu.");
        page.ShouldContain("Giãn cách ít nhất 3 giây giữa hai lần đọc hong.example: delay của nguồn này.");
        page.ShouldContain("Chưa đọc nguồn nào: chưa có địa chỉ liên hệ");
        page.ShouldNotContain("style=");

        (await desk.GetAsync("/preferences?lang=en&back=/sources")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var english = WebUtility.HtmlDecode(await desk.GetStringAsync("/sources?kind=fact-checker"));
        Rows().Matches(english).Select(m => m.Groups["id"].Value).ShouldBe(["im-lang"]);
        WebUtility.HtmlDecode(await desk.GetStringAsync("/sources?kind=press")).ShouldContain("https://hong.example/rss: the server answered 404. If it stays so");
        WebUtility.HtmlDecode(await desk.GetStringAsync("/sources?kind=organisation")).ShouldContain("robots.txt of lac.example answers 403, which counts as none: by RFC 9309 every page may be read");
        english.ShouldContain("no new item for 4 days, usually 24 h apart at most");
    }

    [Fact]
    public async Task The_api_says_what_the_page_says()
    {
        await using var service = await StartAsync();
        await SeedAsync(service.App);
        using var desk = await service.SignInAsync("an");
        using var answer = JsonDocument.Parse(await desk.GetStringAsync("/api/v1/sources"));
        var sources = answer.RootElement.GetProperty("sources").EnumerateArray().ToDictionary(s => s.GetProperty("id").GetString()!);
        sources.ToDictionary(s => s.Key, s => s.Value.GetProperty("condition").GetString())
            .ShouldBe(new Dictionary<string, string?> { ["mat"] = "died", ["hong"] = "failing", ["lac"] = "off-target", ["im-lang"] = "silent", ["chuyen"] = "moved", ["chua-thu"] = "untried", ["khoe"] = "healthy", ["tat"] = "paused" });
        var healthy = sources["khoe"];
        healthy.GetProperty("itemsADay").EnumerateArray().Select(n => n.GetInt32()).ShouldBe(Enumerable.Repeat(1, 14));
        healthy.GetProperty("pages").GetProperty("stored").GetInt32().ShouldBe(1);
        healthy.GetProperty("pages").GetProperty("disallowed").GetInt32().ShouldBe(1);
        healthy.GetProperty("pending").GetInt32().ShouldBe(1);
        healthy.GetProperty("entryPoints")[0].GetProperty("robots").GetString().ShouldBe("followed");
        sources["lac"].GetProperty("entryPoints")[0].GetProperty("robotsStatus").GetInt32().ShouldBe(403);
        healthy.GetProperty("delaySeconds").GetInt32().ShouldBe(3);
        sources["hong"].GetProperty("lastError").GetString().ShouldStartWith("https://hong.example/rss: the server answered 404");
        sources["hong"].GetProperty("entryPoints")[0].GetProperty("lastStatus").GetInt32().ShouldBe(404);
        answer.RootElement.GetProperty("noContact").GetBoolean().ShouldBeTrue();

        using var stranger = service.Client();
        using var refused = await stranger.GetAsync("/api/v1/sources");
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    /// <summary>As the crawler keeps it: the longest that anybody asks for of a host.</summary>
    [Fact]
    public async Task The_pause_in_force_at_a_host_is_shown_with_who_asks_for_it()
    {
        await using var service = await StartAsync();
        await SeedAsync(service.App);
        await using (var db = service.App.Database())
        {
            var slow = new Source { Id = "cham", Publisher = "Báo Chậm", Kind = SourceKind.Press, Ownership = Ownership.State, Language = "vi", Interval = TimeSpan.FromHours(1), Delay = TimeSpan.FromSeconds(20), PagesPerCrawl = 5, Enabled = true };
            slow.EntryPoints.Add(new EntryPoint { SourceId = "cham", Kind = EntryPointKind.Feed, Url = "https://HONG.example:443/muc.rss" });
            slow.EntryPoints.Add(new EntryPoint { SourceId = "cham", Kind = EntryPointKind.Feed, Url = "https://tat.example/muc.rss" });
            db.Sources.Add(slow);
            (await db.Sources.FindAsync("tat"))!.Delay = TimeSpan.FromMinutes(1);
            await db.SaveChangesAsync();
        }
        using var desk = await service.SignInAsync("an");
        using var answer = JsonDocument.Parse(await desk.GetStringAsync("/api/v1/sources"));
        var pauses = answer.RootElement.GetProperty("sources").EnumerateArray().ToDictionary(s => s.GetProperty("id").GetString()!, s => s.GetProperty("pauses").EnumerateArray().Select(p => $"{p.GetProperty("host")} {p.GetProperty("seconds")} {p.GetProperty("because")} {p.GetProperty("source")}".TrimEnd()).ToArray());
        pauses["hong"].ShouldBe(["hong.example 20 other cham"]);
        pauses["cham"].ShouldBe(["hong.example 20 own", "tat.example 20 own"], "a source that is switched off asks for nothing");
        pauses["khoe"].ShouldBe(["khoe.example 10 robots"]);
        WebUtility.HtmlDecode(await desk.GetStringAsync("/sources")).ShouldContain("Giãn cách ít nhất 20 giây giữa hai lần đọc hong.example: delay của nguồn cham, đọc cùng máy chủ.");
    }

    /// <summary>Its feed is read, and its pages are not.</summary>
    [Theory]
    [InlineData(3, 0, 0, "healthy")]
    [InlineData(5, 0, 0, "troubled")]
    [InlineData(5, 0, 5, "troubled")]
    [InlineData(5, 0, 6, "partial")]
    [InlineData(5, 0, 15, "partial")]
    [InlineData(5, 0, 16, "healthy")]
    [InlineData(5, 30, 10, "partial")]
    [InlineData(0, 30, 10, "healthy")]
    public async Task A_source_many_of_whose_pages_cannot_be_had_is_not_healthy_and_what_was_never_asked_is_no_failure(int failed, int putOff, int had, string condition)
    {
        await using var service = await StartAsync();
        await using (var db = service.App.Database())
        {
            var source = new Source { Id = "ket", Publisher = "Báo Kẹt", Kind = SourceKind.Press, Ownership = Ownership.State, Language = "vi", Interval = TimeSpan.FromHours(1), Delay = TimeSpan.FromSeconds(2), PagesPerCrawl = 5, Enabled = true, LastReadAt = Now.AddMinutes(-5) };
            source.EntryPoints.Add(new EntryPoint { SourceId = "ket", Kind = EntryPointKind.Feed, Url = "https://ket.example/rss" });
            db.Sources.Add(source);
            for (var i = 0; i < failed + putOff + had; i++)
                db.Pages.Add(new Page
                {
                    SourceId = "ket", Url = $"https://ket.example/{i}", UrlHash = $"{i}", FoundAt = Now, NextAttemptAt = Now.AddMinutes(5), Attempts = i < failed ? 1 : 0,
                    Detail = i < failed ? "the server answered 503." : "the host failed too often and is left alone for a while",
                    Outcome = i < failed + putOff ? null : PageOutcome.Stored, EndedAt = i < failed + putOff ? null : Now,
                });
            await db.SaveChangesAsync();
        }
        using var desk = await service.SignInAsync("an");
        using var answer = JsonDocument.Parse(await desk.GetStringAsync("/api/v1/sources"));
        answer.RootElement.GetProperty("sources")[0].GetProperty("condition").GetString().ShouldBe(condition);
        var page = WebUtility.HtmlDecode(await desk.GetStringAsync("/sources"));
        page.Contains("5 trang chưa lấy được, hệ thống tự thử lại, sớm nhất sau 5m.", StringComparison.Ordinal).ShouldBe(condition == "troubled");
        page.Contains($"{failed} trong {failed + had} trang đã đọc thử trong 24 giờ không lấy được.", StringComparison.Ordinal).ShouldBe(condition == "partial");
        page.Contains("Mở vài trang ấy bằng trình duyệt", StringComparison.Ordinal).ShouldBe(condition == "partial");
        var mix = page.Split("Trang 24 giờ\">")[1].Split("</td>")[0];
        mix.Contains("đang thử lại\"", StringComparison.Ordinal).ShouldBe(failed > 0, "its label says so too");
        mix.ShouldContain($"{had} trang{(had > 0 ? $", {had} lưu" : "")}{(failed > 0 ? $", {failed} đang thử lại" : "")}{(putOff > 0 ? $", còn chờ {putOff}" : "")}<");
    }

    [Fact]
    public async Task A_source_of_several_hosts_shows_what_each_asks_for_and_what_follows_of_a_pause_no_crawl_waits_for()
    {
        await using var service = await StartAsync();
        await AddAsync(service.App, s => (s.LastReadAt, s.RobotsDelay) = (Now, TimeSpan.FromHours(24)),
            Point("nhanh", p => p.Robots = RobotsStanding.Followed), Point("cham", p => (p.Robots, p.RobotsDelay) = (RobotsStanding.Followed, TimeSpan.FromHours(24))));
        using var desk = await service.SignInAsync("an");
        var page = WebUtility.HtmlDecode(await desk.GetStringAsync("/sources"));
        page.ShouldContain("robots.txt của nhanh.example không yêu cầu giãn cách.");
        page.ShouldContain("robots.txt của cham.example yêu cầu giãn");
        page.ShouldContain("Giãn cách ít nhất 2 giây giữa hai lần đọc nhanh.example: delay của nguồn này. Giãn");
        page.Split("Một lượt đọc không chờ lâu hơn").Length.ShouldBe(2, "of the slow host alone");
        using var answer = JsonDocument.Parse(await desk.GetStringAsync("/api/v1/sources"));
        answer.RootElement.GetProperty("sources")[0].GetProperty("entryPoints").EnumerateArray().Select(p => p.GetProperty("robotsDelaySeconds").ToString()).ShouldBe(["", "86400"]);
    }

    [Fact]
    public async Task What_is_given_up_and_what_becomes_no_item_is_told_with_what_to_do()
    {
        await using var service = await StartAsync();
        await AddAsync(service.App, s => s.LastReadAt = Now, Point("bo", p => (p.NewestAt, p.AnnouncedGap) = (Now.AddDays(-90), TimeSpan.FromDays(2))));
        using var desk = await service.SignInAsync("an");
        var page = WebUtility.HtmlDecode(await desk.GetStringAsync("/sources"));
        page.ShouldContain("bài mới nhất mà điểm vào nêu đã đăng 90 ngày trước");
        page.ShouldContain("nếu đã ngừng, ghi enabled: false.");
        await using (var db = service.App.Database())
        {
            (await db.EntryPoints.FindAsync(db.EntryPoints.Single().Id))!.NewestAt = null;
            (await db.Sources.FindAsync("nhieu"))!.Dropped = new Text("Trong 9 trang không trang nào thành bài.", "None of the 9 pages became an item.");
            await db.SaveChangesAsync();
        }
        page = WebUtility.HtmlDecode(await desk.GetStringAsync("/sources"));
        page.ShouldContain("Có lỗi một phần");
        page.ShouldContain("Trong 9 trang không trang nào thành bài.");
        page.ShouldContain("Xem bằng: infomonitor sources check --try --source nhieu");
    }

    /// <summary>Entries an hour apart for a day tell of no night: four hours are taken for usual then, and seen by nobody.</summary>
    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public async Task A_rhythm_of_announced_entries_is_told_unless_it_is_assumed(int hours, bool told)
    {
        await using var service = await StartAsync();
        await AddAsync(service.App, s => s.LastReadAt = Now, Point("bo", p => (p.NewestAt, p.AnnouncedGap) = (Now, TimeSpan.FromHours(hours))));
        using var desk = await service.SignInAsync("an");
        var page = WebUtility.HtmlDecode(await desk.GetStringAsync("/sources"));
        page.Contains("Theo ngày của các mục mà điểm vào nêu", StringComparison.Ordinal).ShouldBe(told);
        page.Contains("Chưa đủ bài để biết nhịp đăng.", StringComparison.Ordinal).ShouldBe(!told);
    }

    /// <summary>Advice about lists would send the operator astray.</summary>
    [Theory]
    [InlineData(nameof(PageReason.LogIn), nameof(EntryPointKind.List), "nhiều nhất là vì: trang đòi đăng nhập", "Hệ thống chỉ đọc trang ai cũng xem được ngay.")]
    [InlineData(nameof(PageReason.AgeWall), nameof(EntryPointKind.Feed), "nhiều nhất là vì: trang hỏi tuổi người đọc", "Hệ thống chỉ đọc trang ai cũng xem được ngay.")]
    [InlineData(nameof(PageReason.List), nameof(EntryPointKind.List), "nhiều nhất là vì: trang chỉ liệt kê các trang khác", "ghi feed hoặc sitemap thay cho list")]
    [InlineData(nameof(PageReason.TooShort), nameof(EntryPointKind.Feed), "nhiều nhất là vì: quá ít chữ", "Ghi một feed hoặc sitemap khác, của các bài viết.")]
    public async Task What_to_do_about_pages_that_are_no_articles_follows_from_why_they_are_none(string because, string kind, string why, string remedy)
    {
        await using var service = await StartAsync();
        await AddAsync(service.App, s => (s.LastReadAt, s.NotArticles, s.NotArticlesBecause) = (Now, 1, Enum.Parse<PageReason>(because)), Point("lac", p => p.Kind = Enum.Parse<EntryPointKind>(kind)));
        using var desk = await service.SignInAsync("an");
        var state = WebUtility.HtmlDecode(await desk.GetStringAsync("/sources")).Split("state-of")[1].Split("</td>")[0];
        state.ShouldSatisfyAllConditions(t => t.ShouldContain("100 % số trang tìm thấy gần đây không phải bài, " + why), t => t.ShouldContain(remedy));
        new[] { "Hệ thống chỉ đọc trang ai", "thay cho list", "Ghi một feed" }.Count(text => state.Contains(text, StringComparison.Ordinal)).ShouldBe(1);
        using var answer = JsonDocument.Parse(await desk.GetStringAsync("/api/v1/sources"));
        answer.RootElement.GetProperty("sources")[0].GetProperty("notArticlesBecause").GetString().ShouldBe(Enum.Parse<PageReason>(because).Word());
    }

    [Fact]
    public async Task A_source_with_a_slow_host_shows_what_waits_and_each_hosts_share_of_a_crawl()
    {
        await using var service = await StartAsync();
        await AddAsync(service.App, s => (s.LastReadAt, s.PagesPerCrawl) = (Now, 50),
            Point("nhanh", p => (p.LastReadAt, p.LastStatus, p.NewestAt, p.AnnouncedGap, p.AnnouncedSpan) = (Now, 200, Now.AddHours(-20), TimeSpan.FromDays(1), TimeSpan.FromDays(9))),
            Point("vua", p => (p.Robots, p.RobotsDelay, p.NewestAt) = (RobotsStanding.Followed, TimeSpan.FromMinutes(6), Now.AddDays(-3))),
            Point("cham", p => (p.Robots, p.RobotsDelay, p.NewestAt, p.NotBefore) = (RobotsStanding.Followed, TimeSpan.FromHours(1), Now.AddDays(-3), Now.AddMinutes(30))));
        using var desk = await service.SignInAsync("an");
        var page = WebUtility.HtmlDecode(await desk.GetStringAsync("/sources"));
        page.ShouldContain("Nhiều nhất 50 trang mỗi lượt.");
        page.ShouldContain("lần đọc vua.example: robots.txt yêu cầu. Vì thế nhiều nhất 10 trang của máy chủ này mỗi lượt.");
        page.Split("của máy chủ này mỗi lượt").Length.ShouldBe(2, "of one alone");
        page.ShouldContain("chưa đọc, không hỏi lại trước 11:30 hôm nay");
        page.ShouldContain("Theo ngày của các mục mà điểm vào nêu, hai bài thường cách nhau nhiều nhất 24 giờ.");
        page.ShouldNotContain("Chưa đủ bài để biết nhịp đăng.");
        (await desk.GetAsync("/preferences?lang=en&back=/sources")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        WebUtility.HtmlDecode(await desk.GetStringAsync("/sources")).ShouldSatisfyAllConditions(t => t.ShouldContain("So at most 10 pages of this host a crawl."), t => t.ShouldContain("not read yet, not asked again before 11:30 today"));
        using var answer = JsonDocument.Parse(await desk.GetStringAsync("/api/v1/sources"));
        answer.RootElement.GetProperty("sources")[0].GetProperty("entryPoints").EnumerateArray().Select(p => p.GetProperty("notBefore").ValueKind).ShouldBe([JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.String]);
    }

    /// <summary>Read just now, each: what a source publishes is told by its own days, in the office's zone.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Items_count_on_the_day_they_were_published_or_found_where_nobody_says_when(string provider)
    {
        await using var service = await StartAsync(provider);
        await AddAsync(service.App, s => s.LastReadAt = Now, Point("nhieu", p => p.LastReadAt = Now));
        await using (var db = service.App.Database())
        {
            var midnight = Now.AddHours(-11);   // in Ha Noi
            var story = new Story { Language = "vi", FirstSeenAt = Now, LastSeenAt = Now };
            foreach (var (published, found) in new (DateTimeOffset?, DateTimeOffset)[] { (null, Now), (midnight, Now), (midnight.AddMinutes(-1), Now), (midnight.AddDays(-1), Now), (midnight.AddDays(-2), Now.AddHours(-20)), (Now.AddDays(-40), Now), (null, Now.AddDays(-13)) })
                story.Items.Add(new Item { SourceId = "nhieu", Url = "https://nhieu.example/", Title = "Một tin", Text = "Một tin.", Language = "vi", ExactHash = "", PublishedAt = published, FoundAt = found, Assessment = None });
            db.Stories.Add(story);
            await db.SaveChangesAsync();
        }
        using var desk = await service.SignInAsync("an");
        using var answer = JsonDocument.Parse(await desk.GetStringAsync("/api/v1/sources"));
        answer.RootElement.GetProperty("sources")[0].GetProperty("itemsADay").EnumerateArray().Select(n => n.GetInt32()).ShouldBe([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 2]);
        WebUtility.HtmlDecode(await desk.GetStringAsync("/sources")).ShouldSatisfyAllConditions(t => t.ShouldContain("Bài theo ngày đăng, 14 ngày: thấp nhất 0, cao nhất 2, hôm nay 2"), t => t.ShouldContain(">Đăng hôm nay<"),
            t => t.ShouldContain("<span class=\"two\">cao nhất 2, hôm nay 2</span>"), t => t.ShouldContain("<title>26/11: 2 bài</title>"), t => t.ShouldContain("<title>13/11: 1 bài</title>"), t => t.Split("<title>").Length.ShouldBe(16, "a bar a day, and the page's own"));
        (await desk.GetAsync("/preferences?lang=en&back=/sources")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        WebUtility.HtmlDecode(await desk.GetStringAsync("/sources")).ShouldSatisfyAllConditions(t => t.ShouldContain("Items by day of publication, 14 days: lowest 0, highest 2, today 2"), t => t.ShouldContain(">Published today<"));
    }

    [Fact]
    public async Task How_long_a_host_is_left_alone_stands_with_what_is_wrong_while_it_lasts()
    {
        await using var service = await StartAsync();
        await AddAsync(service.App, s => (s.LastReadAt, s.Failures) = (Now, 1),
            Point("con", p => (p.LastReadAt, p.LastError, p.NotBefore) = (Now, FetchingTexts.Answered(429).Whole, Now.AddMinutes(30))),
            Point("het", p => (p.LastReadAt, p.LastError, p.NotBefore) = (Now, FetchingTexts.Answered(429).Whole, Now)));
        using var desk = await service.SignInAsync("an");
        var wrong = FetchingTexts.Answered(429).Whole.Vi;
        WebUtility.HtmlDecode(await desk.GetStringAsync("/sources")).ShouldSatisfyAllConditions(
            t => t.ShouldContain($"https://con.example/rss: {wrong} Không hỏi lại trước 11:30 hôm nay.<"), t => t.ShouldContain($"https://het.example/rss: {wrong}<"));
    }

    /// <summary>Nothing is wrong that anybody could mend, and what is over is no wait any more.</summary>
    [Theory]
    [InlineData(503, 30, null, "waiting")]
    [InlineData(null, 30, null, "waiting")]
    [InlineData(503, -5, 20, "waiting")]
    [InlineData(503, -5, -5, "failing")]
    [InlineData(404, 30, null, "failing")]
    public async Task A_source_whose_hosts_are_all_left_alone_waits_and_says_until_when(int? status, int rest, int? next, string condition)
    {
        await using var service = await StartAsync();
        await AddAsync(service.App, s => (s.LastReadAt, s.Failures, s.NextReadAt) = (Now, 1, next is { } n ? Now.AddMinutes(n) : null),
            Point("mot", p => (p.LastReadAt, p.LastStatus, p.LastError, p.NotBefore) = (Now, status, FetchingTexts.Answered(503).Whole, Now.AddMinutes(rest))),
            Point("hai", p => (p.LastReadAt, p.LastStatus, p.LastError, p.NotBefore) = (Now, 429, FetchingTexts.Answered(429).Whole, Now.AddHours(3))));
        using var desk = await service.SignInAsync("an");
        using var answer = JsonDocument.Parse(await desk.GetStringAsync("/api/v1/sources"));
        answer.RootElement.GetProperty("sources")[0].GetProperty("condition").GetString().ShouldBe(condition);
        var state = WebUtility.HtmlDecode(await desk.GetStringAsync("/sources")).Split("state-of")[1].Split("</td>")[0];
        if (condition == "failing") state.ShouldSatisfyAllConditions(t => t.ShouldContain("Lỗi</span>"), t => t.ShouldNotContain("để yên"));
        else state.ShouldSatisfyAllConditions(t => t.ShouldContain("Đang chờ</span>"), t => t.ShouldContain($"máy chủ được để yên một lúc; hệ thống tự đọc lại, không trước {(rest > 0 ? "11:30" : "11:20")} hôm nay; không phải sửa gì"), t => t.ShouldContain("https://hai.example/rss: máy chủ đáp mã 429"));
    }

    [Theory]
    [InlineData(null, "waiting")]
    [InlineData(200, "troubled")]
    public async Task A_source_one_of_whose_hosts_waits_is_not_troubled_by_that(int? status, string condition)
    {
        await using var service = await StartAsync();
        await AddAsync(service.App, s => s.LastReadAt = Now, Point("mot", p => p.LastReadAt = Now),
            Point("hai", p => (p.LastReadAt, p.LastStatus, p.LastError, p.NotBefore) = (Now, status, FetchingTexts.Answered(429).Whole, Now.AddMinutes(30))));
        using var desk = await service.SignInAsync("an");
        using var answer = JsonDocument.Parse(await desk.GetStringAsync("/api/v1/sources"));
        answer.RootElement.GetProperty("sources")[0].GetProperty("condition").GetString().ShouldBe(condition);
        var page = WebUtility.HtmlDecode(await desk.GetStringAsync("/sources"));
        (page.Contains("một phần điểm vào chờ máy chủ được để yên một lúc; hệ thống tự đọc lại, không trước 11:30 hôm nay", StringComparison.Ordinal)).ShouldBe(condition == "waiting");
    }

    /// <summary>In words and numbers below the bar and in its label, and by a height of its own beside the colour.</summary>
    [Fact]
    public async Task What_became_of_the_pages_of_a_day_is_told_by_kind_in_words_that_fit_the_number()
    {
        await using var service = await StartAsync();
        await AddAsync(service.App, s => s.LastReadAt = Now, Point("mot", p => p.LastReadAt = Now));
        await using (var db = service.App.Database())
        {
            foreach (var (outcome, count) in new[] { (PageOutcome.Stored, 2), (PageOutcome.Copy, 1), (PageOutcome.NotArticle, 1), (PageOutcome.Disallowed, 3), (PageOutcome.Gone, 1), (PageOutcome.Unsupported, 1), (PageOutcome.Unreachable, 1) })
                for (var i = 0; i < count; i++) db.Pages.Add(new Page { SourceId = "nhieu", Url = "https://nhieu.example/", UrlHash = $"{outcome}{i}", FoundAt = Now, NextAttemptAt = Now, EndedAt = Now, Outcome = outcome });
            await db.SaveChangesAsync();
        }
        using var desk = await service.SignInAsync("an");
        const string Told = "2 lưu, 1 bản sao, 1 không phải bài, 3 robots.txt cấm, 1 máy chủ từ chối hoặc đã gỡ, 1 loại không đọc, 1 thử mãi không được";
        var page = WebUtility.HtmlDecode(await desk.GetStringAsync("/sources"));
        page.ShouldSatisfyAllConditions(t => t.ShouldContain($"aria-label=\"Trang 24 giờ: {Told}\""), t => t.ShouldContain($"10 trang, {Told}"));
        var bar = page.Split("viewBox=\"0 0 100 10\"")[1].Split("</svg>")[0];
        Heights().Matches(bar).Select(m => m.Groups["high"].Value).ShouldBe(["10", "8", "6"]);
        Heights().Matches(page.Split("class=\"foot\"")[1]).Select(m => m.Groups["high"].Value).ShouldBe(["10", "8", "6", "4", "2"], "as the legend has them");
        (await desk.GetAsync("/preferences?lang=en&back=/sources")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        WebUtility.HtmlDecode(await desk.GetStringAsync("/sources")).ShouldContain("10 pages, 2 stored, 1 copy, 1 no article, 3 forbidden by robots.txt, 1 refused or gone, 1 of a kind not read, 1 given up");
    }

    [GeneratedRegex("<rect[^>]* height=\"(?<high>[0-9]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Heights();

    private static EntryPoint Point(string host, Action<EntryPoint> set)
    {
        var point = new EntryPoint { SourceId = "nhieu", Kind = EntryPointKind.Feed, Url = $"https://{host}.example/rss" };
        set(point);
        return point;
    }

    private static async Task AddAsync(WebApplication app, Action<Source> set, params EntryPoint[] points)
    {
        await using var db = app.Database();
        var source = new Source { Id = "nhieu", Publisher = "Báo Nhiều", Kind = SourceKind.Press, Ownership = Ownership.State, Language = "vi", Interval = TimeSpan.FromHours(1), Delay = TimeSpan.FromSeconds(2), PagesPerCrawl = 5, Enabled = true };
        set(source);
        foreach (var point in points) source.EntryPoints.Add(point);
        db.Sources.Add(source);
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task Without_sources_the_page_says_what_to_do()
    {
        await using var service = await StartAsync();
        using var desk = await service.SignInAsync("an");
        var page = WebUtility.HtmlDecode(await desk.GetStringAsync("/sources"));
        page.ShouldContain("Chưa có nguồn nào");
        page.ShouldContain("Không có config/sources.yaml");
    }

    /// <summary>Nothing is said of a time of day that nobody has seen.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(16)]
    public async Task Of_a_gap_that_is_assumed_no_rhythm_is_told(int hours)
    {
        await using var service = await StartAsync();
        await AddAsync(service.App, s => (s.LastReadAt, s.LastItemAt, s.UsualGap) = (Now, Now.AddHours(-40), TimeSpan.FromHours(hours)), Point("mot", p => (p.LastReadAt, p.Robots) = (Now, RobotsStanding.HtmlPage)));
        using var desk = await service.SignInAsync("dung");
        WebUtility.HtmlDecode(await desk.GetStringAsync("/sources")).ShouldSatisfyAllConditions(
            t => t.ShouldContain($"không có bài mới; chưa biết nhịp đăng của nguồn này trong ngày, cho đến khi biết chỉ coi {hours} giờ là thường"),
            t => t.ShouldContain($"Chưa biết nhịp đăng của nguồn này trong ngày; cho đến khi biết, {hours} giờ không có bài mới vẫn coi là thường."), t => t.ShouldNotContain("thường cách"),
            t => t.ShouldContain("robots.txt của mot.example là một trang HTML, không có quy tắc nào, nên mọi trang được đọc."));
    }

    /// <summary>A list that makes up links: no page fails, and they only get more.</summary>
    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public async Task More_pages_that_wait_than_are_read_in_a_day_are_told_with_what_to_do(int pages, bool told)
    {
        await using var service = await StartAsync();
        await AddAsync(service.App, s => (s.LastReadAt, s.ReadEvery, s.PagesPerCrawl) = (Now, TimeSpan.FromHours(12), 10), Point("mot", p => p.LastReadAt = Now));
        await using (var db = service.App.Database())
        {
            for (var i = 0; i < pages; i++) db.Pages.Add(new Page { SourceId = "nhieu", Url = $"https://mot.example/{i}", UrlHash = $"{i}", FoundAt = Now, NextAttemptAt = Now });
            await db.SaveChangesAsync();
        }
        using var desk = await service.SignInAsync("dung");
        var page = WebUtility.HtmlDecode(await desk.GetStringAsync("/sources"));
        page.ShouldContain($"còn chờ {pages}");
        page.Contains("21 trang chờ đọc, nhiều hơn số trang đọc được của nguồn này trong một ngày (nhiều nhất 20). Nếu không vơi đi,", StringComparison.Ordinal).ShouldBe(told);
        using var answer = JsonDocument.Parse(await desk.GetStringAsync("/api/v1/sources"));
        (answer.RootElement.GetProperty("sources")[0].GetProperty("backlog").GetString()?.StartsWith("21 pages wait to be read", StringComparison.Ordinal) == true).ShouldBe(told);
    }

    [Fact]
    public async Task A_wrong_reload_is_shown_with_line_and_key()
    {
        await using var service = await StartAsync();
        using var desk = await service.SignInAsync("dung");
        var file = Path.Combine(service.App.Services.GetRequiredService<Home>().Folder, "config", "sources.yaml");
        File.Copy(Path.Combine(TestHome.Repository, "config", "sources.yaml"), file);
        var mirror = service.App.Services.GetRequiredService<SourceMirror>();
        await mirror.MirrorAsync(CancellationToken.None);
        (await desk.GetStringAsync("/sources")).ShouldNotContain("bản tốt gần nhất");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("kind: united-nations", "kind: united-nation", StringComparison.Ordinal));
        await Should.ThrowAsync<InvalidDataException>(() => mirror.MirrorAsync(CancellationToken.None));
        var page = WebUtility.HtmlDecode(await desk.GetStringAsync("/sources"));
        page.ShouldContain("config/sources.yaml vừa sửa có lỗi, đang dùng bản tốt gần nhất (11:00 hôm nay)");
        page.ShouldContain("khoá <code>kind</code>");
        page.ShouldContain("Ghi united-nations.");
        page.ShouldContain("""id="vnexpress""", customMessage: "the last good sources stay");
    }

    [Fact]
    public async Task A_wrong_file_is_told_in_the_readers_language_and_to_programs_in_English()
    {
        await using var service = await StartAsync();
        using var desk = await service.SignInAsync("dung");
        await File.WriteAllTextAsync(Path.Combine(service.App.Services.GetRequiredService<Home>().Folder, "config", "sources.yaml"), """
            sources:
              - id: bao-mau
                kind: press
                ownership: state
                language: vi
                interval: 10s
                entry-points:
                  - list: https://x.com/a_b
                    selectr: h3
            """);
        await Should.ThrowAsync<InvalidDataException>(() => service.App.Services.GetRequiredService<SourceMirror>().MirrorAsync(CancellationToken.None));

        (await ErrorsAsync()).ShouldBe(
        [
            "Dòng 2, nguồn bao-mau, khoá publisher: còn thiếu. Ghi tên cơ quan, tổ chức xuất bản nguồn này.",
            "Dòng 6, nguồn bao-mau, khoá interval: 10s quá ngắn. Ghi trong khoảng 5m đến 7d.",
            "Dòng 8, nguồn bao-mau, khoá list: https://x.com/a_b không được nhận. Không nhận tài khoản trên mạng xã hội, blog, bản tin cá nhân: nó có thể là của một người. Với kênh công khai của một tổ chức, ghi kind: channel và named-on là trang của tổ chức ấy có nêu kênh.",
            "Dòng 9, nguồn bao-mau, khoá selectr: không có khoá này. Một điểm vào có các khoá feed, sitemap, list, selector (ý bạn là selector?).",
        ]);
        using var answer = JsonDocument.Parse(await desk.GetStringAsync("/api/v1/sources"));
        answer.RootElement.GetProperty("file").GetProperty("errors")[0].GetProperty("what").GetString().ShouldBe("it is missing.");
        (await desk.GetAsync("/preferences?lang=en&back=/sources")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ErrorsAsync())[0].ShouldBe("Line 2, source bao-mau, key publisher: it is missing. Name the organisation that publishes it.");

        async Task<string[]> ErrorsAsync() => [.. Listed().Matches(await desk.GetStringAsync("/sources")).Select(m => WebUtility.HtmlDecode(Tags().Replace(m.Value, ""))).Where(l => l.StartsWith("Dòng ", StringComparison.Ordinal) || l.StartsWith("Line ", StringComparison.Ordinal))];
    }

    [BrowserTheory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task The_page_is_accessible_and_never_wider_than_the_screen(int width, ColorScheme scheme)
    {
        await using var service = await StartAsync();
        await SeedAsync(service.App);
        var page = await browser.OpenAsync(service.Address, width, scheme: scheme);
        await page.SignInAsync("an");
        await page.GotoAsync("/sources");
        foreach (var fold in await page.QuerySelectorAllAsync(".health summary")) await fold.ClickAsync();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        var axe = await page.RunAxe();
        axe.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(' ', v.Nodes.Select(n => n.Html))}").ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    private static readonly Assessment None = new()
    {
        Language = "vi", Assessed = false, Scores = new Dictionary<FlagReason, double>(), Topics = [], Protected = [], Reasons = [], Because = [], CheckWorthiness = 0, DeservesAnswer = false, ModelVersion = "test",
    };

    private static Task<TestDesk> StartAsync(string provider = nameof(StorageProvider.Sqlite)) =>
        TestDesk.StartAsync(provider, builder => builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Now)), "--roles=web,worker");

    /// <summary>One source of each condition.</summary>
    private static async Task SeedAsync(WebApplication app)
    {
        await using var db = app.Database();
        Add("khoe", SourceKind.Press, s =>
        {
            (s.LastReadAt, s.NextReadAt, s.ReadEvery, s.LastItemAt) = (Now.AddMinutes(-10), Now.AddMinutes(35), TimeSpan.FromMinutes(45), Now.AddMinutes(-20));
            (s.UsualGap, s.Lag, s.RobotsDelay) = (TimeSpan.FromHours(9), TimeSpan.FromMinutes(20), TimeSpan.FromSeconds(10));
        }, p => (p.Robots, p.RobotsDelay) = (RobotsStanding.Followed, TimeSpan.FromSeconds(10)));
        Add("lac", SourceKind.Organisation, s => (s.LastReadAt, s.NotArticles) = (Now.AddMinutes(-10), 0.975), p => (p.Kind, p.Robots, p.RobotsStatus) = (EntryPointKind.List, RobotsStanding.Absent, 403));
        Add("mat", SourceKind.Press, s => (s.LastReadAt, s.Failures) = (Now.AddHours(-1), 1), p => (p.LastStatus, p.LastError) = (410, FetchingTexts.Answered(410).Whole));
        Add("chuyen", SourceKind.Agency, s => (s.LastReadAt, s.UsualGap) = (Now.AddMinutes(-10), SourceConditions.AssumedGap), p => (p.LastStatus, p.MovedTo, p.Robots) = (200, "https://chuyen.example/moi", RobotsStanding.Followed));
        Add("hong", SourceKind.Press, s => (s.LastReadAt, s.Failures, s.LastError) = (Now.AddHours(-1), 2, FetchingTexts.Answered(404).Whole.Each(text => "https://hong.example/rss: " + text)), p => (p.LastStatus, p.LastError, p.Robots, p.RobotsStatus) = (404, FetchingTexts.Answered(404).Whole, RobotsStanding.Unreachable, 503));
        Add("im-lang", SourceKind.FactChecker, s => (s.LastReadAt, s.LastItemAt, s.UsualGap) = (Now.AddMinutes(-5), Now.AddDays(-4).AddMinutes(-5), TimeSpan.FromDays(1)), p => p.Robots = RobotsStanding.Followed);
        Add("chua-thu", SourceKind.Agency, _ => { });
        Add("tat", SourceKind.Organisation, s => s.Enabled = false);
        var story = new Story { Language = "vi", FirstSeenAt = Now, LastSeenAt = Now };
        db.Stories.Add(story);
        for (var day = 0; day < 14; day++) Item("khoe", day);
        for (var day = 4; day < 14; day++) { Item("im-lang", day); Item("im-lang", day); }
        Page(PageOutcome.Stored, Now.AddHours(-2));
        Page(PageOutcome.Disallowed, Now.AddHours(-2));
        Page(PageOutcome.Quarantined, Now.AddHours(-30));
        Page(null, null);
        await db.SaveChangesAsync();

        void Add(string id, SourceKind kind, Action<Source> set, Action<EntryPoint>? point = null)
        {
            var source = new Source { Id = id, Publisher = "Nguồn " + id, Kind = kind, Ownership = Ownership.State, Language = "vi", Interval = TimeSpan.FromMinutes(30), Delay = TimeSpan.FromSeconds(3), PagesPerCrawl = 50, Enabled = true };
            set(source);
            var entry = new EntryPoint { SourceId = id, Kind = EntryPointKind.Feed, Url = $"https://{id}.example/rss" };
            point?.Invoke(entry);
            source.EntryPoints.Add(entry);
            db.Sources.Add(source);
        }

        void Item(string source, int daysAgo) => story.Items.Add(new Item
        {
            SourceId = source, Url = "https://x.example/", Title = "Một tin", Text = "Một tin.", Language = "vi", ExactHash = "", FoundAt = Now.AddDays(-daysAgo), Assessment = None,
        });

        void Page(PageOutcome? outcome, DateTimeOffset? ended) => db.Pages.Add(new Page
        {
            SourceId = "khoe", Url = "https://khoe.example/" + Guid.NewGuid(), UrlHash = Guid.NewGuid().ToString("N"), FoundAt = Now.AddHours(-40), Outcome = outcome, EndedAt = ended, NextAttemptAt = Now,
        });
    }

    [GeneratedRegex("<tr role=\"row\" id=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Rows();

    [GeneratedRegex("<li>.*?</li>", RegexOptions.NonBacktracking)]
    private static partial Regex Listed();

    [GeneratedRegex("<[^>]+>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
