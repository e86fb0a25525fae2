using System.IO.Compression;
using System.Text;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Tests.Crawling;

public sealed class CrawlTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_put_off_by_a_long_crawl_delay_keeps_its_attempts(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider, "--Crawling:LongestRetry=00:00:00");   // due again at once
        home.Site.Robots("User-agent: *\nCrawl-delay: 3600\n").Article("/mot", "Một").Article("/hai", "Hai");
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await using (var db = home.App.Database())
        {
            foreach (var path in new[] { "/mot", "/hai" }) db.Pages.Add(new Page { SourceId = "bao", Url = home.Site.Address + path, UrlHash = path, FoundAt = Now, NextAttemptAt = Now });
            await db.SaveChangesAsync();
        }
        for (var crawl = 0; crawl < 6; crawl++) (await home.CrawlAsync()).Postponed.ShouldBe(1);   // more often than a page has attempts

        home.Site.Requests.ShouldBe([("/robots.txt", 200)], "it counts as a request too");
        var pages = await home.PagesAsync();
        pages.Values.ShouldAllBe(p => p.Outcome == null && p.Attempts == 0);
        pages.Values.ShouldAllBe(p => p.Detail == null, "nothing is wrong with them");
    }

    [Theory, OnSqlite]
    public async Task Of_a_host_with_a_long_crawl_delay_as_many_pages_are_read_as_fit_before_the_next_crawl(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider, "--Fetching:MaxWait=00:00:01");
        home.Site.Robots("User-agent: *\nCrawl-delay: 2\n").Article("/mot", "Một").Article("/hai", "Hai").Article("/ba", "Ba").Rss("/rss", ("/mot", Now), ("/hai", Now.AddHours(-1)), ("/ba", Now.AddHours(-2)));
        var source = home.Site.Source("bao", (EntryPointKind.Feed, "/rss"));
        source.Interval = TimeSpan.FromSeconds(5);
        await home.AddAsync(source);
        var report = await home.CrawlAsync();
        (report.Postponed, report.Outcomes[PageOutcome.Stored]).ShouldBe((0, 2));
        home.Site.Requests.Select(r => r.Path).ShouldBe(["/robots.txt", "/rss", "/mot", "/hai"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_page_ends_in_exactly_one_outcome(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        var site = home.Site;
        foreach (var path in new[] { "/rss-1", "/atom-1", "/json-1", "/ban-do-1", "/danh-sach-bai-viet-1", "/cam/bai" }) site.Article(path, "Bài " + path);
        site.Article("/ban-sao", "Bài /rss-1", TestSite.TextOf("/rss-1"))
            .Serve("/anh", "image/png", [1, 2, 3])
            .Serve("/trong", "text/html; charset=utf-8", TestSite.ArticleHtml("Trống", "Không có gì."))
            .Robots("User-agent: *\nDisallow: /cam/")
            .Rss("/rss", ("/rss-1", Now.AddHours(-2)), ("/ban-sao", Now.AddHours(-3)), ("/cam/bai", Now.AddHours(-1)), ("/khong-con", Now.AddHours(-1)), ("/anh", Now.AddHours(-1)), ("/trong", Now.AddHours(-1)))
            .Atom("/atom", ("/atom-1", Now.AddHours(-1)), ("/rss-1", Now.AddHours(-1)))
            .JsonFeed("/feed.json", ("/json-1", Now.AddHours(-1)), ("/cu", Now.AddYears(-1)))
            .Serve("/sitemap-tin.xml.gz", "application/gzip", Gzip($"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{site.Address}/ban-do-1</loc></url></urlset>"""))
            .SitemapIndex("/sitemap.xml", ("/sitemap-tin.xml.gz", Now), ("/sitemap-cu.xml", Now.AddYears(-2)))
            .List("/thoi-su", "/danh-sach-bai-viet-1");
        await home.AddAsync(site.Source("bao", (EntryPointKind.Feed, "/rss"), (EntryPointKind.Feed, "/atom"), (EntryPointKind.Feed, "/feed.json"), (EntryPointKind.Sitemap, "/sitemap.xml"), (EntryPointKind.List, "/thoi-su")));

        var report = await home.CrawlAsync();

        var pages = await home.PagesAsync();
        // Which of two equal texts is the copy depends on which is read first.
        pages["/rss-1"].Outcome.ShouldNotBe(pages["/ban-sao"].Outcome);
        pages.ToDictionary(p => p.Key, p => p.Value.Outcome == PageOutcome.Copy ? PageOutcome.Stored : p.Value.Outcome).ShouldBe(new Dictionary<string, PageOutcome?>(StringComparer.Ordinal)
        {
            ["/rss-1"] = PageOutcome.Stored,
            ["/ban-sao"] = PageOutcome.Stored,
            ["/cam/bai"] = PageOutcome.Disallowed,
            ["/khong-con"] = PageOutcome.Gone,
            ["/anh"] = PageOutcome.Unsupported,
            ["/trong"] = PageOutcome.NotArticle,
            ["/atom-1"] = PageOutcome.Stored,
            ["/json-1"] = PageOutcome.Stored,
            ["/ban-do-1"] = PageOutcome.Stored,
            ["/danh-sach-bai-viet-1"] = PageOutcome.Stored,
        }, ignoreOrder: true);
        report.Error.ShouldBeNull();
        report.Outcomes.Values.Sum().ShouldBe(pages.Count);
        report.New.ShouldBe(pages.Count);
        (report.Read, report.Failed, report.TooOld).ShouldBe((5, 0, 2));
        (await home.ItemsAsync()).ShouldBe(6);
        site.Count("/cam/bai").ShouldBe(0);
        site.Count("/sitemap-cu.xml").ShouldBe(0);
        pages["/rss-1"].AnnouncedAt!.Value.ShouldBe(Now.AddHours(-2), TimeSpan.FromSeconds(1));
        pages.Values.ShouldAllBe(p => p.EndedAt != null && p.Attempts == 1);
        var source = await home.SourceAsync();
        source.ShouldSatisfyAllConditions(s => s.LastReadAt.ShouldNotBeNull(), s => s.LastError.ShouldBeNull(), s => s.Failures.ShouldBe(0));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_second_crawl_stores_nothing_twice_and_an_unchanged_feed_costs_one_304(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        home.Site.Article("/mot", "Bài một").Article("/hai", "Bài hai").Rss("/rss", ("/mot", Now), ("/hai", Now)).Atom("/atom", ("/hai", Now));
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss"), (EntryPointKind.Feed, "/atom")));
        await home.CrawlAsync();
        home.Site.ClearRequests();

        var second = await home.CrawlAsync();

        home.Site.Requests.ShouldBe([("/rss", 304), ("/atom", 304)]);
        (second.New, second.Unchanged, second.Outcomes.Count).ShouldBe((0, 2, 0));
        (await home.ItemsAsync()).ShouldBe(2);

        home.Site.Article("/ba", "Bài ba").Rss("/rss", ("/ba", Now), ("/mot", Now), ("/hai", Now)).ClearRequests();
        var third = await home.CrawlAsync();
        (third.New, third.Known, third.Unchanged).ShouldBe((1, 2, 1));
        home.Site.Count("/mot").ShouldBe(0);
        (await home.ItemsAsync()).ShouldBe(3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_that_is_down_is_tried_again_and_stored_when_it_is_back(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        home.Site.Serve("/mot", 503).Rss("/rss", ("/mot", Now));
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));

        (await home.CrawlAsync()).Postponed.ShouldBe(1);
        var page = (await home.PagesAsync())["/mot"];
        (page.Outcome, page.Attempts).ShouldBe((null, 1));
        page.Detail.ShouldNotBeNull().ShouldContain("503");

        home.Site.Article("/mot", "Bài một");
        (await home.CrawlAsync()).Outcomes.ShouldBe([KeyValuePair.Create(PageOutcome.Stored, 1)]);
        (await home.ItemsAsync()).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_that_stays_down_is_unreachable_when_its_attempts_are_used_up(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        home.Site.Serve("/mot", 500).Rss("/rss", ("/mot", Now));
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        for (var i = 0; i < 5; i++) await home.CrawlAsync();
        var page = (await home.PagesAsync())["/mot"];
        (page.Outcome, page.Attempts).ShouldBe((PageOutcome.Unreachable, 3));
        home.Site.Count("/mot").ShouldBe(3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_is_not_tried_before_the_time_its_server_asked_for(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider, "--Fetching:MaxWait=00:00:01");
        home.Site.Rss("/rss", ("/mot", Now)).Serve("/mot", context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "7200";
            return Task.CompletedTask;
        });
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await home.CrawlAsync();
        await home.CrawlAsync();
        home.Site.Count("/mot").ShouldBe(1);
        (await home.PagesAsync())["/mot"].NextAttemptAt.ShouldBe(TimeProvider.System.GetUtcNow().AddHours(2), TimeSpan.FromMinutes(1));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_that_breaks_is_quarantined_with_its_masked_text_and_the_others_go_on(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        home.Site.Article("/hong", "Bài hỏng").Article("/lanh", "Bài lành").Rss("/rss", ("/hong", Now), ("/lanh", Now));
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await using (var db = home.App.Database())
        {
            // A database that will not take this one item is a break that no reading of ours foresees.
            if (db is SqliteDb) await db.Database.ExecuteSqlRawAsync("""CREATE TRIGGER broken BEFORE INSERT ON "Items" WHEN NEW."Title" LIKE '%hỏng%' BEGIN SELECT RAISE(ABORT, 'gọi 0912 345 678'); END""");
            else await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Items" ADD CONSTRAINT "gọi 0912 345 678" CHECK ("Title" NOT LIKE '%hỏng%')""");
        }

        await home.CrawlAsync();

        var pages = await home.PagesAsync();
        pages["/hong"].Outcome.ShouldBe(PageOutcome.Quarantined);
        pages["/hong"].Detail.ShouldNotBeNull().ShouldNotContain("0912 345 678");
        pages["/lanh"].Outcome.ShouldBe(PageOutcome.Stored);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_crawls_of_one_source_at_once_store_nothing_twice(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        var paths = Enumerable.Range(1, 30).Select(i => $"/bai-{i}").ToArray();
        foreach (var path in paths) home.Site.Article(path, "Bài " + path);
        home.Site.Rss("/rss", [.. paths.Select(p => (p, Now))]);
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await home.AddAsync(home.Site.Source("khac", (EntryPointKind.Feed, "/rss")));

        var reports = await Task.WhenAll(home.CrawlAsync(), home.CrawlAsync(), home.CrawlAsync("khac"), home.CrawlAsync("khac"));

        var pages = await home.PagesAsync();
        pages.Count.ShouldBe(30);
        pages.Values.ShouldAllBe(p => p.Outcome == PageOutcome.Stored);
        (await home.ItemsAsync()).ShouldBe(30);
        reports.Sum(r => r.New).ShouldBe(30);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_newest_pages_come_first_and_the_rest_in_later_crawls(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        var entries = Enumerable.Range(1, 5).Select(i => ($"/bai-{i}", Now.AddHours(-i))).ToArray();
        foreach (var (path, _) in entries) home.Site.Article(path, "Bài " + path);
        home.Site.Rss("/rss", [.. entries.Reverse()]);
        var source = home.Site.Source("bao", (EntryPointKind.Feed, "/rss"));
        source.PagesPerCrawl = 2;
        await home.AddAsync(source);

        await home.CrawlAsync();
        (await home.PagesAsync()).Where(p => p.Value.Outcome is not null).Select(p => p.Key).Order(StringComparer.Ordinal).ShouldBe(["/bai-1", "/bai-2"]);
        await home.CrawlAsync();
        await home.CrawlAsync();
        (await home.PagesAsync()).Values.ShouldAllBe(p => p.Outcome == PageOutcome.Stored);
        home.Site.Count("/rss", 200).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_address_with_personal_data_is_read_but_not_kept(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        const string Real = "/lien-he?sdt=0912345678";
        home.Site.Serve(Real, 503).Rss("/rss", (Real, Now));
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await home.CrawlAsync();
        home.Site.Article(Real, "Bài một");
        var second = await home.CrawlAsync();

        var page = (await home.PagesAsync()).ShouldHaveSingleItem();
        page.Key.ShouldNotContain("0912345678");
        (page.Value.UrlMasked, page.Value.Outcome).ShouldBe((true, PageOutcome.Stored));
        second.Unchanged.ShouldBe(0, "a 304 would not tell the address again");
        home.Site.Count(Real, 200).ShouldBe(1);
        await using var db = home.App.Database();
        (await db.Items.SingleAsync()).Url.ShouldNotContain("0912345678");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_entry_point_says_what_is_wrong_with_it_and_what_to_do(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        home.Site.Article("/mot-bai-bao-dai", "Bài một").Article("/hai", "Bài hai").Article("/ba", "Bài ba")
            .Rss("/rss", ("/hai", Now)).Sitemap("/sitemap.xml", ("/ba", Now)).List("/thoi-su", "/mot-bai-bao-dai")
            .Serve("/cu", context =>
            {
                context.Response.Redirect("/rss", permanent: true);
                return Task.CompletedTask;
            })
            .Serve("/hong", 500);
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/cu"), (EntryPointKind.Feed, "/sitemap.xml"), (EntryPointKind.List, "/rss"), (EntryPointKind.Feed, "/thoi-su"), (EntryPointKind.Feed, "/hong"), (EntryPointKind.Feed, "/mat")));

        var report = await home.CrawlAsync();

        var errors = (await home.SourceAsync()).EntryPoints.ToDictionary(e => e.Url.Replace(home.Site.Address, "", StringComparison.Ordinal), e => (e.LastStatus, e.LastError, e.MovedTo), StringComparer.Ordinal);
        errors["/cu"].ShouldSatisfyAllConditions(e => e.LastError.ShouldBeNull(), e => e.MovedTo.ShouldBe(home.Site.Address + "/rss"));
        errors["/sitemap.xml"].LastError.ShouldNotBeNull().En.ShouldContain("write sitemap: in place of feed:");
        errors["/rss"].LastError.ShouldNotBeNull().En.ShouldContain("write feed: in place of list:");
        errors["/thoi-su"].LastError.ShouldNotBeNull().En.ShouldContain("write list: in place of feed:");
        errors["/hong"].ShouldSatisfyAllConditions(e => e.LastStatus.ShouldBe(500), e => e.LastError.ShouldNotBeNull());
        errors["/mat"].LastStatus.ShouldBe(404);
        (report.Read, report.Failed).ShouldBe((3, 3));
        (await home.PagesAsync()).Keys.Order(StringComparer.Ordinal).ShouldBe(["/ba", "/hai"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_source_that_cannot_be_read_counts_its_failures_until_it_is_back(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        home.Site.Serve("/rss", 500);
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        (await home.CrawlAsync()).IsFailure.ShouldBeTrue();
        await home.CrawlAsync();
        var source = await home.SourceAsync();
        source.Failures.ShouldBe(2);
        source.LastError.ShouldNotBeNull().En.ShouldContain("/rss");

        home.Site.Rss("/rss", ("/mot", Now)).Article("/mot", "Bài một");
        await home.CrawlAsync();
        source = await home.SourceAsync();
        (source.Failures, source.LastError).ShouldBe((0, null));
    }

    [Theory, OnSqlite]
    public async Task Sitemaps_that_robots_txt_names_are_found_nested_and_bounded(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider, "--Crawling:Sitemaps=3", "--Crawling:SitemapDepth=2");
        var site = home.Site.Article("/mot", "Bài một").Article("/hai", "Bài hai");
        site.Robots($"User-agent: *\nAllow: /\nSitemap: {site.Address}/muc-luc.xml")
            .SitemapIndex("/muc-luc.xml", ("/vong.xml", Now), ("/muc-luc.xml", Now), ("/moi.xml", Now.AddHours(-1)), ("/cu-hon.xml", Now.AddDays(-3)))
            .SitemapIndex("/vong.xml", ("/muc-luc.xml", Now), ("/sau.xml", Now))
            .Sitemap("/moi.xml", ("/mot", Now)).Sitemap("/cu-hon.xml", ("/hai", Now)).Sitemap("/sau.xml", ("/hai", Now));
        await home.AddAsync(site.Source("bao", (EntryPointKind.Sitemap, "/robots.txt")));

        var report = await home.CrawlAsync();

        (await home.PagesAsync()).Keys.ShouldBe(["/mot"]);
        report.BeyondLimits.ShouldBe(2, "one too deep, one too many");
        site.Count("/muc-luc.xml").ShouldBe(1);
    }

    [Theory, OnSqlite]
    public async Task A_sitemap_index_without_dates_is_read_again_because_it_would_hide_a_change(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        var site = home.Site.Article("/mot", "Bài một").Article("/hai", "Bài hai").SitemapIndex("/sitemap.xml", ("/tin.xml", null)).Sitemap("/tin.xml", ("/mot", Now));
        await home.AddAsync(site.Source("bao", (EntryPointKind.Sitemap, "/sitemap.xml")));
        await home.CrawlAsync();
        site.Sitemap("/tin.xml", ("/hai", Now), ("/mot", Now));
        (await home.CrawlAsync()).New.ShouldBe(1);
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
