using InfoMonitor.Domain;
using InfoMonitor.Fetching;

namespace InfoMonitor.Tests.Fetching;

public sealed class RobotsTests
{
    private const string Forbids = "User-agent: InfoMonitor\nDisallow: /private\n";

    [Fact]
    public async Task What_robots_txt_forbids_is_not_asked_for()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/robots.txt", Forbids, "text/plain").Page("/private/a", "x").Page("/public", "x");
        await using var reader = new Reader();
        (await reader.ReadAsync(site.At("/private/a"))).ShouldBeOfType<FetchResult.Disallowed>();
        (await reader.ReadAsync(site.At("/public"))).ShouldBeOfType<FetchResult.Fetched>();
        site.Asked.ShouldBe(["/robots.txt", "/public"]);
    }

    [Fact]
    public async Task A_redirect_to_what_another_host_forbids_is_not_followed()
    {
        await using var from = await LoopbackSite.StartAsync();
        await using var to = await LoopbackSite.StartAsync();
        from.Moves("/a", to.At("/private/a").AbsoluteUri);
        to.Page("/robots.txt", Forbids, "text/plain").Page("/private/a", "x");
        await using var reader = new Reader();
        (await reader.ReadAsync(from.At("/a"))).ShouldBeOfType<FetchResult.Disallowed>();
        to.Asked.ShouldBe(["/robots.txt"]);
    }

    [Fact]
    public async Task A_redirect_within_a_host_to_what_it_forbids_is_not_followed()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/robots.txt", Forbids, "text/plain").Moves("/a", "/private/a").Page("/private/a", "x");
        await using var reader = new Reader();
        (await reader.ReadAsync(site.At("/a"))).ShouldBeOfType<FetchResult.Disallowed>();
        site.Asked.ShouldBe(["/robots.txt", "/a"]);
    }

    [Theory]
    [InlineData(401), InlineData(403), InlineData(404), InlineData(410)]
    public async Task A_robots_txt_that_is_refused_forbids_nothing(int status)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/robots.txt", http => { http.Response.StatusCode = status; return Task.CompletedTask; }).Page("/", "x");
        await using var reader = new Reader();
        (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Fetched>();
    }

    /// <summary>Servers that answer every address with a page have none; rules that stand in a page are rules.</summary>
    [Theory]
    [InlineData("<!DOCTYPE html>\n<html lang=vi><body><p>Không tìm thấy trang: /robots.txt</p></body></html>", nameof(RobotsStanding.HtmlPage))]
    [InlineData("<html><body><pre>\nUser-agent: *\nDisallow: /kin\n</pre></body></html>", nameof(RobotsStanding.Followed))]
    [InlineData("# nothing is forbidden\n", nameof(RobotsStanding.Followed))]
    public async Task A_robots_txt_that_is_a_page_without_rules_is_known_as_one(string body, string standing)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/robots.txt", body).Page("/", "x");
        await using var reader = new Reader();
        (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Fetched>();
        (await reader.Fetcher.RobotsAsync(new FetchRequest(site.At("/"), TimeSpan.Zero), CancellationToken.None)).ShouldNotBeNull().Standing.ToString().ShouldBe(standing);
    }

    [Theory]
    [InlineData(500), InlineData(503), InlineData(429)]
    public async Task A_robots_txt_that_cannot_be_read_closes_the_host_for_a_while(int status)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.FailsFirst("/robots.txt", times: 1, status, null).Page("/", "x");
        var clock = new SteppedClock();
        await using var reader = new Reader(clock, null, ("Attempts", "1"));
        (await reader.ReadAsync(site.At("/"))).ShouldBe(new FetchResult.Failed(FetchingTexts.RobotsUnread(FetchingTexts.Answered(status)), status, status == 500 ? null : TimeSpan.FromMinutes(5)) { Asked = false });
        clock.Advance(TimeSpan.FromMinutes(2));
        var left = (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Failed>().RetryAfter;
        if (status == 500) left.ShouldBeNull("that is no wait"); else left.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3), "what is left of it");
        site.Asked.ShouldBe(["/robots.txt"]);
        clock.Advance(TimeSpan.FromMinutes(3));
        (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Fetched>();
    }

    [Fact]
    public async Task Robots_txt_is_read_once_a_day_by_all_who_start_together()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/", "x");
        var clock = new SteppedClock();
        await using var reader = new Reader(clock);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => reader.ReadAsync(site.At("/"))));
        site.Asked.Count(a => a == "/robots.txt").ShouldBe(1);
        site.Busiest.ShouldBe(1);
        clock.Advance(TimeSpan.FromHours(24));
        await reader.ReadAsync(site.At("/"));
        site.Asked.Count(a => a == "/robots.txt").ShouldBe(2);
    }

    [Fact]
    public async Task Five_redirects_of_robots_txt_are_followed()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Moves("/robots.txt", "/1", 301).Moves("/1", "/2").Moves("/2", "/3").Moves("/3", "/4", 307).Moves("/4", "/5", 308).Page("/5", Forbids, "text/plain").Page("/private", "x");
        await using var reader = new Reader(settings: ("MaxRedirects", "0"));
        (await reader.ReadAsync(site.At("/private"))).ShouldBeOfType<FetchResult.Disallowed>();
    }

    [Fact]
    public async Task A_robots_txt_that_leads_to_a_forbidden_address_closes_the_host()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Moves("/robots.txt", "http://169.254.169.254/robots.txt").Page("/", "x");
        await using var reader = new Reader();
        (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Failed>().Reason.En.ShouldContain("link-local");
        site.Asked.ShouldBe(["/robots.txt"]);
    }

    /// <summary>Half of "Allow: /mo/" would open what the whole line does not.</summary>
    [Fact]
    public async Task A_line_that_the_limit_cuts_is_not_read()
    {
        await using var site = await LoopbackSite.StartAsync();
        const string Start = "User-agent: *\nDisallow: /kin\n#";
        const string Cut = "\nAllow: /kin";
        site.Page("/robots.txt", Start + new string('x', 500 * 1024 - Start.Length - Cut.Length) + Cut + "/mo/\n", "text/plain").Page("/kin/a", "x");
        await using var reader = new Reader();
        (await reader.ReadAsync(site.At("/kin/a"))).ShouldBeOfType<FetchResult.Disallowed>();
    }

    [Fact]
    public async Task Of_a_huge_robots_txt_the_first_500_KiB_count()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/robots.txt", Forbids + new string('#', 600 * 1024) + "\nDisallow: /late\n", "text/plain").Page("/late", "x");
        await using var reader = new Reader();
        (await reader.ReadAsync(site.At("/private"))).ShouldBeOfType<FetchResult.Disallowed>();
        (await reader.ReadAsync(site.At("/late"))).ShouldBeOfType<FetchResult.Fetched>();
    }

    [Fact]
    public async Task A_crawl_delay_is_kept_and_one_too_long_puts_the_page_off()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/robots.txt", "User-agent: *\nCrawl-delay: 120\n", "text/plain").Page("/", "x");
        var clock = new SteppedClock();
        await using var reader = new Reader(clock, null, ("MaxWait", "00:00:10"));
        await reader.ReadAsync(site.At("/"));
        clock.Waits.ShouldBe([TimeSpan.FromMinutes(2)], "a longer pause than a Retry-After is waited for, request after request");

        await using var impatient = new Reader(clock, null, ("MaxCrawlDelay", "00:01:00"));
        var left = (await impatient.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Failed>();
        (left.RetryAfter, left.Sent).ShouldBe((TimeSpan.FromMinutes(2), false));
        left.Reason.En.ShouldContain("120 s");
        left.Reason.En.ShouldContain("Fetching:MaxCrawlDelay");
    }

    [Theory]
    [InlineData(401), InlineData(403), InlineData(404), InlineData(503)]
    public async Task What_robots_txt_came_to_is_told_with_its_status(int status)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.FailsFirst("/robots.txt", times: 1, status, null);
        await using var reader = new Reader(new SteppedClock(), null, ("Attempts", "1"));
        (await reader.Fetcher.RobotsAsync(new FetchRequest(site.At("/"), TimeSpan.Zero, EntryPoint: site.At("/")), CancellationToken.None)).ShouldBe(new RobotsSeen(status >= 500 ? RobotsStanding.Unreachable : RobotsStanding.Absent, status, null));
    }

    [Fact]
    public async Task A_crawl_delay_is_told()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/robots.txt", "User-agent: *\nCrawl-delay: 7\n", "text/plain");
        await using var reader = new Reader();
        (await reader.Fetcher.RobotsAsync(new FetchRequest(site.At("/"), TimeSpan.Zero, EntryPoint: site.At("/")), CancellationToken.None)).ShouldBe(new RobotsSeen(RobotsStanding.Followed, null, TimeSpan.FromSeconds(7)));
    }

    [Fact]
    public async Task Sitemaps_are_those_that_robots_txt_names()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/robots.txt", "Sitemap: /sitemap.xml\nSitemap: https://cdn.example/news.xml\nSitemap: mailto:x\n", "text/plain");
        await using var reader = new Reader();
        (await reader.Fetcher.SitemapsAsync(site.At("/x"), CancellationToken.None)).Sitemaps.ShouldBe([site.At("/sitemap.xml"), new Uri("https://cdn.example/news.xml")]);
    }
}
