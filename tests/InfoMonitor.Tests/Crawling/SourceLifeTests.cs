using InfoMonitor.Crawling;
using InfoMonitor.Domain;
using InfoMonitor.Sources;
using InfoMonitor.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Quartz;

namespace InfoMonitor.Tests.Crawling;

/// <summary>What a crawl learns of a source: its rhythm, that it moved, that it died, that it makes up pages without end.</summary>
public sealed class SourceLifeTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Theory, OnSqlite, OnPostgres]
    public async Task The_trigger_follows_what_the_source_publishes(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider, "--Crawling:Jitter=0", "--Crawling:Spread=01:00:00");
        await home.App.StartAsync();
        var entries = Enumerable.Range(0, 8).Select(i => ($"/bai-{i}", Now.AddMinutes(-40 * i))).ToArray();
        foreach (var (path, _) in entries) home.Site.Article(path, "Bài " + path);
        home.Site.Rss("/rss", entries);
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        var keeper = home.App.Services.GetRequiredService<ScheduleKeeper>();
        await keeper.KeepAsync(default);
        (await IntervalAsync(home)).ShouldBe(TimeSpan.FromMinutes(15));

        await home.CrawlAsync();
        await keeper.KeepAsync(default);

        var source = await home.SourceAsync();
        source.ReadEvery!.Value.TotalMinutes.ShouldBe(20, 1);
        (await IntervalAsync(home)).ShouldBe(source.ReadEvery.Value);
        source.NextReadAt!.Value.ShouldBe(source.LastReadAt!.Value + source.ReadEvery.Value, TimeSpan.FromSeconds(2));
        source.LastItemAt!.Value.ShouldBe(Now, TimeSpan.FromSeconds(2));
        source.UsualGap.ShouldBe(SourceConditions.AssumedFirstGap);
        source.ConditionAt(Now).ShouldBe(SourceCondition.Healthy);
        await home.App.StopAsync();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_source_that_fell_silent_is_silent_still_when_its_items_are_kept_no_longer(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        home.Site.Rss("/rss");
        var source = home.Site.Source("bao", (EntryPointKind.Feed, "/rss"));
        (source.LastItemAt, source.UsualGap) = (Now.AddDays(-200), TimeSpan.FromDays(1));
        await home.AddAsync(source);
        await home.CrawlAsync();
        var read = await home.SourceAsync();
        (read.UsualGap, read.ConditionAt(TimeProvider.System.GetUtcNow())).ShouldBe((TimeSpan.FromDays(1), SourceCondition.Silent));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_feed_says_of_claims_becomes_a_reference_once_and_masked(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        home.Site.Serve("/rss", "application/rss+xml", """
            <rss version="2.0"><channel><item><title>Kiểm chứng</title><description><![CDATA[<script type="application/ld+json">{"@type":"ClaimReview","claimReviewed":"Nước máy làm rụng tóc, gọi 0912345678.","reviewRating":{"alternateName":"Sai"}}</script>]]></description></item></channel></rss>
            """);
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await home.CrawlAsync();
        await home.CrawlAsync();
        await using var db = home.App.Database();
        var reference = await db.References.SingleAsync();
        (reference.Statement, reference.Verdict, reference.Url).ShouldBe(("Nước máy làm rụng tóc, gọi [PHONE].", "Sai", home.Site.Address + "/rss"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_moved_entry_point_is_told_with_its_new_address_until_it_is_mended(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        home.Site.Article("/mot", "Bài một").Rss("/moi", ("/mot", Now)).Serve("/rss", context =>
        {
            context.Response.Redirect("/moi", permanent: true);
            return Task.CompletedTask;
        });
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        var report = await home.CrawlAsync();
        report.Error.ShouldNotBeNull().En.ShouldContain($"write {home.Site.Address}/moi in its place in sources.yaml");
        report.IsFailure.ShouldBeFalse();
        (await home.SourceAsync()).EntryPoints.Single().MovedTo.ShouldBe(home.Site.Address + "/moi");

        await home.CrawlAsync();   // a 304 this time
        var source = await home.SourceAsync();
        source.EntryPoints.Single().LastStatus.ShouldBe(304);
        source.ConditionAt(Now).ShouldBe(SourceCondition.Moved);

        home.Site.Rss("/rss", ("/mot", Now.AddMinutes(-1)));
        await home.CrawlAsync();
        (await home.SourceAsync()).EntryPoints.Single().MovedTo.ShouldBeNull();
    }

    /// <summary>Read before it led there, so that a 304 hides where it leads now.</summary>
    [Theory, OnSqlite]
    public async Task A_304_of_a_place_that_may_not_be_read_is_no_good_reading(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        home.Site.Article("/mot", "Bài một").Rss("/rss", ("/mot", Now)).Rss("/tac-gia/a-b", ("/mot", Now));
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await home.CrawlAsync();
        home.Site.Serve("/rss", context =>
        {
            context.Response.Redirect("/tac-gia/a-b");
            return Task.CompletedTask;
        });
        await home.CrawlAsync();
        home.Site.Count("/tac-gia/a-b", 304).ShouldBe(1);
        var source = await home.SourceAsync();
        source.ConditionAt(Now).ShouldBe(SourceCondition.Failing);
        source.EntryPoints.Single().LastError.ShouldNotBeNull().En.ShouldContain("It leads elsewhere. An author's page is refused");
    }

    /// <summary>Its feed is read and all is well but that nothing will ever come of it.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_source_all_of_whose_pages_robots_txt_forbids_is_told_with_what_to_do(string provider)
    {
        var clock = new FakeTimeProvider(Now);
        await using var home = await CrawlHome.CreateAsync(provider, builder => builder.Services.AddSingleton<TimeProvider>(clock));
        home.Site.Robots("User-agent: *\nDisallow: /tin/\n").Article("/tin/mot", "Bài một").Article("/tin/hai", "Bài hai").Rss("/rss", ("/tin/mot", Now), ("/tin/hai", Now));
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        (await home.CrawlAsync()).Outcomes.ShouldBe(new Dictionary<PageOutcome, int> { [PageOutcome.Disallowed] = 2 });
        var source = await home.SourceAsync();
        source.ConditionAt(Now).ShouldBe(SourceCondition.Troubled);
        source.EntryPoints.Single().LastError.ShouldBe(CrawlingTexts.ForbidsEveryPage);

        home.Site.Robots("User-agent: *\nDisallow: /tin/mot\n");
        clock.Advance(TimeSpan.FromHours(25));
        await home.CrawlAsync();
        (await home.SourceAsync()).ShouldSatisfyAllConditions(s => s.ConditionAt(clock.GetUtcNow()).ShouldBe(SourceCondition.Healthy), s => s.EntryPoints.Single().LastError.ShouldBeNull());
    }

    /// <summary>That its robots.txt answered is no answer of the feed.</summary>
    [Theory]
    [InlineData(503, "robots.txt could not be read: the server answered 503.")]
    [InlineData(200, "robots.txt forbids")]
    public async Task A_feed_that_was_never_asked_is_not_said_to_have_been_read(int status, string reason)
    {
        await using var home = await CrawlHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite));
        home.Site.Rss("/rss").Serve("/robots.txt", context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("User-agent: *\nDisallow: /\n");
        });
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await home.CrawlAsync();
        home.Site.Count("/rss").ShouldBe(0);
        (await home.SourceAsync()).EntryPoints.Single().ShouldSatisfyAllConditions(p => p.LastStatus.ShouldBeNull(), p => p.LastReadAt.ShouldBeNull(),
            p => p.LastError.ShouldNotBeNull().En.ShouldContain(reason), p => p.RobotsStatus.ShouldBe(status == 503 ? 503 : null));
    }

    [Theory, OnSqlite]
    public async Task Gone_for_good_is_died_at_once_and_failing_is_died_after_many(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        home.Site.Serve("/rss", StatusCodes.Status410Gone);
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await home.CrawlAsync();
        (await home.SourceAsync()).ShouldSatisfyAllConditions(s => s.ConditionAt(Now).ShouldBe(SourceCondition.Died), s => s.ReadEvery.ShouldBe(s.Bounds().Greatest));

        home.Site.Serve("/rss", StatusCodes.Status404NotFound);
        for (var i = 1; i < SourceConditions.DiedAfter; i++)
        {
            (await home.SourceAsync()).ConditionAt(Now).ShouldBe(i == 1 ? SourceCondition.Died : SourceCondition.Failing);
            await home.CrawlAsync();
        }
        var source = await home.SourceAsync();
        source.ConditionAt(Now).ShouldBe(SourceCondition.Died);
        source.ReadEvery.ShouldBe(source.Bounds().Greatest, "a dead source is asked as seldom as its bounds allow");
    }

    [Theory, OnSqlite]
    public async Task What_a_server_asked_to_wait_outlives_the_process(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        home.Site.Serve("/rss", context =>
        {
            context.Response.Headers.RetryAfter = "7200";
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        (await home.CrawlAsync()).RetryAfter.ShouldBe(TimeSpan.FromHours(2));
        (await home.SourceAsync()).ReadEvery.ShouldBe(TimeSpan.FromHours(2));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_source_that_makes_up_links_without_end_brings_no_more_than_a_days_pages(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider, "--Crawling:PagesADay=40");
        var made = 0;
        home.Site.Serve("/lich", async context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync($"<html><body><main>{string.Concat(Enumerable.Range(0, 30).Select(_ => { var n = Interlocked.Increment(ref made); return $"<article><h2><a href=\"/tin/{n}-bai-viet-so-{n}.html\">Tin số {n} về việc trong tuần này</a></h2></article>"; }))}</main></body></html>");
        });
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.List, "/lich")));
        var reports = new List<CrawlReport>();
        for (var crawl = 0; crawl < 4; crawl++) reports.Add(await home.CrawlAsync());
        (await home.PagesAsync()).Count.ShouldBe(40);
        reports.Sum(r => r.New).ShouldBe(40);
        reports.Sum(r => r.BeyondLimits).ShouldBeGreaterThanOrEqualTo(50);
        (await home.SourceAsync()).EntryPoints.Single().LastError.ShouldNotBeNull().En.ShouldContain("Crawling:PagesADay");
        home.Site.Requests.Count(r => r.Path.StartsWith("/tin/", StringComparison.Ordinal)).ShouldBe(40, "a trap's page leads nowhere: its own links are not followed");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_source_most_of_whose_pages_are_no_articles_is_off_target_until_it_is_mended(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        var day = 0;
        home.Site.Article("/tin/bai-that-100.html", "Bài thật").Serve("/lich", async context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            var days = Enumerable.Range(0, 30).Select(_ => $"<article><h2><a href=\"/lich/ngay-{Interlocked.Increment(ref day) + 10_000}-cua-tinh.html\">Lịch làm việc ngày {day} của lãnh đạo tỉnh</a></h2></article>");
            await context.Response.WriteAsync($"<html><body><main>{string.Concat(days)}<article><h2><a href=/tin/bai-that-100.html>Một bài thật giữa những ngày của lịch</a></h2></article></main></body></html>");
        });
        for (var page = 1; page <= 60; page++) home.Site.Serve($"/lich/ngay-{page + 10_000}-cua-tinh.html", "text/html", "<html><body><p>Không có lịch.</p></body></html>");
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.List, "/lich")));
        await home.CrawlAsync();
        var few = await home.SourceAsync();
        (few.NotArticles, few.ConditionAt(Now)).ShouldBe((30 / 31d, SourceCondition.OffTarget));
        few.EntryPoints.Single().ShouldSatisfyAllConditions(p => p.Robots.ShouldBe(RobotsStanding.Absent), p => p.RobotsStatus.ShouldBe(404));

        await home.CrawlAsync();
        var many = await home.SourceAsync();
        many.NotArticles.ShouldNotBeNull().ShouldBe(60 / 61d, 1e-9);
        many.ConditionAt(Now).ShouldBe(SourceCondition.OffTarget);

        await using (var db = home.App.Database()) await db.Sources.ExecuteUpdateAsync(set => set.SetProperty(s => s.TriedAt, TimeProvider.System.GetUtcNow()));
        home.Site.Serve("/lich", "text/html", "<html><body><main><article><h2><a href=/tin/bai-that-100.html>Một bài thật giữa những ngày của lịch</a></h2></article></main></body></html>");
        await home.CrawlAsync();
        (await home.SourceAsync()).ConditionAt(Now).ShouldBe(SourceCondition.Healthy, "what was found before somebody tried it again counts no more");
    }

    [Theory]
    [InlineData(12, 12, true)]
    [InlineData(3, 5, false)]
    [InlineData(5, 5, true)]
    [InlineData(4, 4, false)]
    [InlineData(5, 6, false)]
    [InlineData(10, 12, false)]
    [InlineData(0, 12, false)]
    public async Task A_small_source_is_off_target_once_its_pages_leave_no_doubt(int none, int all, bool offTarget)
    {
        await using var home = await CrawlHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite));
        for (var page = 0; page < none; page++) home.Site.Serve($"/muc-{page}", "text/html", "<html><body><p>Danh sách.</p></body></html>");
        for (var page = none; page < all; page++) home.Site.Article($"/muc-{page}", $"Bài {page}");
        home.Site.Rss("/rss", [.. Enumerable.Range(0, all).Select(page => ($"/muc-{page}", Now.AddDays(-page)))]);
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await home.CrawlAsync();
        (await home.SourceAsync()).ConditionAt(Now).ShouldBe(offTarget ? SourceCondition.OffTarget : SourceCondition.Healthy);
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /rss\n", "/rss", "robots.txt forbids", "Ask the publisher to let this crawler in by its robots.txt, or give another entry point")]
    [InlineData("User-agent: *\nCrawl-delay: 900\n", "/rss", "robots.txt asks for 900 s", "Ask the publisher for a shorter Crawl-delay; or set Fetching:MaxCrawlDelay to 00:15:00 and write an interval many times 900 s")]
    [InlineData("User-agent: *\nCrawl-delay: 7200\n", "/rss", "robots.txt asks for 7200 s", "Ask the publisher for a shorter Crawl-delay, or give an entry point on another host.")]
    [InlineData("User-agent: *\n", "/cham", "no complete answer within 2 s", "give a smaller entry point (a section's feed), or raise Fetching:TotalTimeout.")]
    [InlineData("User-agent: *\n", "/trong", "It announces nothing", "give another entry point")]
    [InlineData("User-agent: *\n", "/nguoi-khac", "None of its entries is a page of the publisher", "Give another entry point; for the reasons: infomonitor sources check --try.")]
    [InlineData("User-agent: *\n", "/ban", "the server answered 429", "If it lasts, lengthen interval or delay in sources.yaml.")]
    [InlineData("User-agent: *\n", "/tu-choi", "the server answered 403", "ask the publisher, give another entry point, or switch the source off")]
    public async Task What_keeps_an_entry_point_from_being_read_is_told_with_what_an_operator_can_do(string robots, string path, string what, string remedy)
    {
        await using var home = await CrawlHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite), "--Fetching:TotalTimeout=00:00:02");
        home.Site.Robots(robots).Rss("/rss", ("/mot", Now)).Rss("/trong").Serve("/nguoi-khac", "application/rss+xml", "<rss version=\"2.0\"><channel><item><link>https://www.facebook.com/people/a/1</link></item></channel></rss>").Serve("/ban", context =>
        {
            (context.Response.Headers.RetryAfter, context.Response.StatusCode) = ("5400", StatusCodes.Status429TooManyRequests);
            return Task.CompletedTask;
        }).Serve("/tu-choi", StatusCodes.Status403Forbidden).Serve("/cham", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, path)));
        await home.CrawlAsync();
        var source = await home.SourceAsync();
        foreach (var error in source.Failures > 0 ? [source.LastError, source.EntryPoints.Single().LastError] : new[] { source.EntryPoints.Single().LastError })
            error.ShouldNotBeNull().En.ShouldSatisfyAllConditions(e => e.ShouldContain(what), e => e.ShouldContain(remedy));
    }

    [Theory]
    [InlineData(nameof(EntryPointKind.Feed), "/sang-tac-gia", "It leads elsewhere. An author's page is refused", "Địa chỉ dẫn sang nơi khác. Không nhận trang tác giả")]
    [InlineData(nameof(EntryPointKind.Feed), "/sang-han-tac-gia", "It leads elsewhere. An author's page is refused", "Địa chỉ dẫn sang nơi khác. Không nhận trang tác giả")]
    [InlineData(nameof(EntryPointKind.List), "/sang-trang-rieng", "It leads elsewhere. An author's page is refused", "Địa chỉ dẫn sang nơi khác. Không nhận trang tác giả")]
    [InlineData(nameof(EntryPointKind.List), "/sang-tim-kiem", "It leads elsewhere. A page of search results", "Địa chỉ dẫn sang nơi khác. Không nhận trang kết quả tìm kiếm")]
    [InlineData(nameof(EntryPointKind.Sitemap), "/so-do", "It leads elsewhere. An author's page is refused", "Địa chỉ dẫn sang nơi khác. Không nhận trang tác giả")]
    public async Task An_entry_point_that_leads_to_a_persons_page_or_a_search_is_not_read(string kind, string path, string reason, string inVietnamese)
    {
        await using var home = await CrawlHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite));
        home.Site.Article("/bai-cua-mot-nguoi", "Bài của một người").Rss("/tac-gia/a-b", ("/bai-cua-mot-nguoi", Now)).Sitemap("/author/a-b.xml", ("/bai-cua-mot-nguoi", Now))
            .List("/profile/a-b", "/bai-cua-mot-nguoi").List("/tim-kiem?q=a", "/bai-cua-mot-nguoi").SitemapIndex("/so-do", ("/sang-so-do", Now));
        foreach (var (from, to, permanent) in new[] { ("/sang-tac-gia", "/tac-gia/a-b", false), ("/sang-han-tac-gia", "/tac-gia/a-b", true), ("/sang-trang-rieng", "/profile/a-b", false), ("/sang-tim-kiem", "/tim-kiem?q=a", false), ("/sang-so-do", "/author/a-b.xml", false) })
        {
            home.Site.Serve(from, context =>
            {
                context.Response.Redirect(to, permanent);
                return Task.CompletedTask;
            });
        }
        await home.AddAsync(home.Site.Source("bao", (Enum.Parse<EntryPointKind>(kind), path)));
        await home.CrawlAsync();
        var entry = (await home.SourceAsync()).EntryPoints.Single();
        entry.LastError.ShouldNotBeNull().ShouldSatisfyAllConditions(e => e.En.ShouldContain(reason), e => e.En.ShouldContain(" Give a section"), e => e.Vi.ShouldContain(inVietnamese));
        (entry.MovedTo, entry.ETag, entry.LastModified).ShouldBe((null, null, null));
        (await home.PagesAsync()).ShouldBeEmpty();
    }

    /// <summary>The time that is over is nowhere said to be waited for, whether or not somebody has read since.</summary>
    [Fact]
    public async Task What_a_server_asked_to_wait_is_told_while_it_lasts_and_no_longer()
    {
        await using var home = await CrawlHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite));
        home.Site.Serve("/ban", context =>
        {
            (context.Response.Headers.RetryAfter, context.Response.StatusCode) = ("5400", StatusCodes.Status429TooManyRequests);
            return Task.CompletedTask;
        });
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/ban")));
        (await home.CrawlAsync()).Told.ShouldNotBeNull().En.ShouldEndWith("\n" + home.Site.Address + "/ban: Its host is left alone for 1h30m; it is not read before.");
        var source = await home.SourceAsync();
        var until = source.EntryPoints.Single().NotBefore.ShouldNotBeNull();
        source.LastError.ShouldNotBeNull().ShouldBe(source.Errors(until));
        source.LastError.En.ShouldBe(home.Site.Address + "/ban: the server answered 429. It is tried again by itself. If it lasts, lengthen interval or delay in sources.yaml.");
        source.Errors(until.AddMinutes(-89.5)).ShouldNotBeNull().ShouldSatisfyAllConditions(t => t.En.ShouldBe(source.LastError.En + " It is not asked again for another 1h30m."), t => t.Vi.ShouldEndWith(" Còn 1h30m nữa mới hỏi lại."));
        source.Errors(until.AddSeconds(-7)).ShouldNotBeNull().En.ShouldEndWith(" for another 7s.");

        // A crawl by hand meanwhile asks nothing, and says why.
        var again = await home.CrawlAsync();
        (again.IsUnread, again.IsTold, again.Waiting).ShouldBe((true, false, 1));
        again.Told.ShouldNotBeNull().En.ShouldContain("/ban: Its host is left alone for 1h");
        home.Site.Count("/ban").ShouldBe(1);
    }

    /// <summary>Who stops a crawl finds no error in the log, and nothing bad at the source.</summary>
    [Fact]
    public async Task A_crawl_that_is_stopped_says_nothing_bad_of_the_entry_point_that_it_was_reading()
    {
        using var log = new LogLines();
        using var stop = new CancellationTokenSource();
        await using var home = await CrawlHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite), builder => builder.Logging.ClearProviders().AddProvider(log));
        home.Site.Serve("/rss", async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await Should.ThrowAsync<OperationCanceledException>(() => home.App.Services.GetRequiredService<SourceCrawler>().CrawlAsync("bao", null, stop.Token));
        (await home.SourceAsync()).ShouldSatisfyAllConditions(s => s.Failures.ShouldBe(0), s => s.EntryPoints.Single().LastError.ShouldBeNull());
        log.Errors.ShouldBeEmpty();
    }

    /// <summary>And a process that was not there when it asked.</summary>
    [Fact]
    public async Task What_a_host_asked_for_at_a_page_holds_for_its_entry_points_too()
    {
        await using var home = await CrawlHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite));
        home.Site.Rss("/rss", ("/ban", Now.AddHours(-1))).Serve("/ban", context =>
        {
            (context.Response.Headers.RetryAfter, context.Response.StatusCode) = ("5400", StatusCodes.Status429TooManyRequests);
            return Task.CompletedTask;
        });
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        (await home.CrawlAsync()).Postponed.ShouldBe(1);
        (await home.SourceAsync()).EntryPoints.Single().NotBefore.ShouldNotBeNull().ShouldBe(TimeProvider.System.GetUtcNow().AddMinutes(90), TimeSpan.FromMinutes(5));
        home.Site.ClearRequests();
        (await home.CrawlAsync()).ShouldSatisfyAllConditions(r => r.Waiting.ShouldBe(1), r => r.IsUnread.ShouldBeFalse("nothing bad is known of it"));
        home.Site.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(3, "Máy chủ được để yên 3s; tới lúc ấy mới đọc lại.", "Its host is left alone for 3s; it is not read before.")]
    [InlineData(2.2, "Máy chủ được để yên 3s; tới lúc ấy mới đọc lại.", "Its host is left alone for 3s; it is not read before.")]
    [InlineData(86_400, "Máy chủ được để yên 1d; tới lúc ấy mới đọc lại.", "Its host is left alone for 1d; it is not read before.")]
    public void How_long_a_host_is_left_alone_is_told_as_spans_are_written(double seconds, string vi, string en) =>
        CrawlingTexts.IsLeftAlone(TimeSpan.FromSeconds(seconds)).ShouldSatisfyAllConditions(t => t.Vi.ShouldBe(vi), t => t.En.ShouldBe(en));

    [Fact]
    public async Task Sitemaps_of_a_robots_txt_that_is_down_are_not_said_to_be_none()
    {
        await using var home = await CrawlHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite));
        home.Site.Serve("/robots.txt", StatusCodes.Status503ServiceUnavailable);
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Sitemap, "/")));
        (await home.CrawlAsync()).Error.ShouldNotBeNull().En.ShouldContain("robots.txt could not be read: the server answered 503.");
        (await home.SourceAsync()).EntryPoints.Single().LastStatus.ShouldBe(503);
    }

    /// <summary>Such a host gets one request a crawl; were it always the feed's, no page would ever be read.</summary>
    [Fact]
    public async Task A_host_with_a_pause_longer_than_is_waited_for_has_its_pages_read_one_a_crawl()
    {
        var clock = new FakeTimeProvider(Now);
        await using var home = await CrawlHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite), builder => builder.Services.AddSingleton<TimeProvider>(clock));
        home.Site.Robots("User-agent: *\nCrawl-delay: 900\n").Article("/mot", "Bài một").Article("/hai", "Bài hai").Rss("/rss", ("/mot", Now), ("/hai", Now));
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        for (var crawl = 0; crawl < 5; crawl++)
        {
            await home.CrawlAsync();
            clock.Advance(TimeSpan.FromMinutes(15));
        }
        home.Site.Requests.Select(r => r.Path).ShouldBe(["/robots.txt", "/rss", "/mot", "/hai", "/rss"], ignoreOrder: true);
        (await home.ItemsAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task What_was_wrong_before_stays_told_while_a_host_is_left_alone()
    {
        await using var home = await CrawlHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite), "--Fetching:BreakAfter=2");
        home.Site.Serve("/rss", StatusCodes.Status503ServiceUnavailable);
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        for (var crawl = 0; crawl < 7; crawl++) await home.CrawlAsync();
        home.Site.Count("/rss").ShouldBeLessThan(7);
        (await home.SourceAsync()).EntryPoints.Single().ShouldSatisfyAllConditions(p => p.LastStatus.ShouldBe(503), p => p.LastError!.En.ShouldStartWith("the server answered 503."));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_entry_point_that_the_file_changes_while_it_is_read_is_read_in_full_the_next_time(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        home.Site.Serve("/muc", async context =>
        {
            await using (var db = home.App.Database()) await db.EntryPoints.ExecuteUpdateAsync(set => set.SetProperty(e => e.Selector, "h3 a"));
            (context.Response.ContentType, context.Response.Headers.ETag) = ("text/html", "\"a\"");
            await context.Response.WriteAsync("<html><body><main><article><h2><a href=/tin/bai-that-100.html>Một bài thật giữa những ngày của lịch</a></h2></article></main></body></html>");
        });
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.List, "/muc")));
        await home.CrawlAsync();
        (await home.SourceAsync()).EntryPoints.Single().ETag.ShouldBeNull("the old way's validator");
        await home.CrawlAsync();
        home.Site.Count("/muc", StatusCodes.Status304NotModified).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_interval_that_the_file_changes_while_a_crawl_is_under_way_holds_at_once(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        home.Site.Serve("/rss", async context =>
        {
            await using (var db = home.App.Database()) await db.Sources.ExecuteUpdateAsync(set => set.SetProperty(s => s.Interval, TimeSpan.FromMinutes(5)).SetProperty(s => s.ReadEvery, (TimeSpan?)null));
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        });
        var slow = home.Site.Source("bao", (EntryPointKind.Feed, "/rss"));
        slow.Interval = TimeSpan.FromDays(7);
        await home.AddAsync(slow);
        await home.CrawlAsync();
        (await home.SourceAsync()).ReadEvery.ShouldBeNull();
        await home.CrawlAsync();
        (await home.SourceAsync()).ReadEvery.ShouldNotBeNull().ShouldBeLessThan(TimeSpan.FromHours(1));
    }

    [Fact]
    public void A_list_page_that_ends_in_a_link_brings_no_half_address()
    {
        const string List = "<html><body><main><article><h2><a href=\"/tin/bai-that-100.html\">Một bài thật trong tuần này</a></h2></article><article><h2><a href=\"/tin/bai-that-101.html\">Một bài khác trong tuần này</a></h2></article>";
        for (var at = List.IndexOf("bai-that-101", StringComparison.Ordinal); at <= List.Length; at++)
            if (EntryContent.Of(EntryPointKind.List, null, System.Text.Encoding.UTF8.GetBytes(List[..at]), "text/html", new Uri("https://bao.example/muc"), "vi", Now, default) is EntryContent.Announces read)
                read.Pages.Select(p => p.Address).ShouldBeSubsetOf(["https://bao.example/tin/bai-that-100.html", "https://bao.example/tin/bai-that-101.html"]);
    }

    /// <summary>What came is read, and no pause grows; but nobody is told that all is well, and no validator hides the rest.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_feed_that_breaks_off_is_read_and_said_to_be_incomplete(bool byConnection)
    {
        await using var home = await CrawlHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite));
        home.Site.Article("/mot", "Bài một").Article("/hai", "Bài hai");
        var feed = $"<rss version=\"2.0\"><channel><item><link>{home.Site.Address}/mot</link></item><item><title>Nửa";
        home.Site.Serve("/rss", async context =>
        {
            (context.Response.ContentType, context.Response.Headers.ETag) = ("application/rss+xml", "\"a\"");
            if (byConnection) context.Response.ContentLength = 100_000;
            await context.Response.WriteAsync(feed);
            await context.Response.Body.FlushAsync();   // and Kestrel closes the connection, as less was written than was announced
        });
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        var report = await home.CrawlAsync();
        (report.IsFailure, report.New).ShouldBe((false, 1), report.Error?.En);
        var source = await home.SourceAsync();
        (source.Failures, source.ConditionAt(Now), source.EntryPoints.Single().ETag).ShouldBe((0, SourceCondition.Troubled, null));
        source.EntryPoints.Single().LastError.ShouldBe(CrawlingTexts.CutShort);

        home.Site.Rss("/rss", ("/mot", Now), ("/hai", Now));
        (await home.CrawlAsync()).New.ShouldBe(1);
        (await home.SourceAsync()).ConditionAt(Now).ShouldBe(SourceCondition.Healthy);
    }

    private static async Task<TimeSpan> IntervalAsync(CrawlHome home)
    {
        var scheduler = await home.App.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(default);
        return ((ISimpleTrigger)(await scheduler.GetTrigger(SourceJob.TriggerOf("bao"), default))!).RepeatInterval;
    }

    /// <summary>Its rhythm is that of what it announces: nothing of it was ever read.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_feed_that_was_given_up_before_it_was_added_is_silent_and_one_of_a_monthly_is_not(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        home.Site.Rss("/bo", [.. Enumerable.Range(0, 20).Select(i => ($"/bo-{i}", Now.AddDays(-20 - i))), ("/bo-xua", Now.AddYears(-6))])
            .Rss("/thang", [.. Enumerable.Range(0, 5).Select(i => ($"/thang-{i}", Now.AddDays(-25 - (30 * i))))])
            .Rss("/mot", ("/mot-cu", Now.AddYears(-1))).Rss("/moi", ("/moi-cu", Now.AddDays(-40)))
            .SitemapIndex("/muc.xml", ("/nam.xml", Now.AddYears(-2)), ("/truoc.xml", Now.AddYears(-3)));
        foreach (var (id, path) in new[] { ("bo", "/bo"), ("thang", "/thang"), ("mot", "/mot"), ("moi", "/moi") }) await home.AddAsync(home.Site.Source(id, (EntryPointKind.Feed, path)));
        await home.AddAsync(home.Site.Source("muc", (EntryPointKind.Sitemap, "/muc.xml")));
        foreach (var id in new[] { "bo", "thang", "mot", "moi", "muc" }) await home.CrawlAsync(id);
        await home.CrawlAsync("bo");   // a 304 this time
        var silent = new List<string>();
        foreach (var id in new[] { "bo", "thang", "mot", "moi", "muc" })
            if ((await home.SourceAsync(id)).ConditionAt(Now) == SourceCondition.Silent) silent.Add(id);
        silent.ShouldBe(["bo", "mot", "muc"]);
        (await home.SourceAsync("bo")).QuietFor()!.Value.TotalDays.ShouldBe(20, 0.1);
    }

    /// <summary>Hours since the newest entry, and between two; how many there are.</summary>
    [Theory]
    [InlineData("daily, silent for nine days", 9 * 24, 24, 10, true)]
    [InlineData("daily, a day over its time", 47, 24, 10, true)]
    [InlineData("daily, in its time", 35, 24, 10, false)]
    [InlineData("daily, known for five days, a weekend", 60, 24, 6, false)]
    [InlineData("daily, known for five days, more than a weekend", 80, 24, 6, true)]
    [InlineData("four times a day, silent for thirteen days", 13 * 24, 6, 30, true)]
    [InlineData("weekly, in its time", 10 * 24, 7 * 24, 9, false)]
    [InlineData("weekly, silent", 13 * 24, 7 * 24, 9, true)]
    [InlineData("a newsroom's day, its night", 30, 1, 5, false)]
    [InlineData("no rhythm, nine days", 9 * 24, 24, 3, false)]
    [InlineData("no rhythm, fifteen days", 15 * 24, 24, 3, true)]
    [InlineData("no rhythm, over weeks", 15 * 24, 12 * 24, 2, false)]
    public async Task A_feed_that_fell_silent_is_told_by_its_own_dates(string what, int since, int gap, int entries, bool silent)
    {
        await using var home = await CrawlHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite));
        home.Site.Rss("/rss", [.. Enumerable.Range(0, entries).Select(i => ($"/bai-{i}", Now.AddHours(-since - (i * gap))))]);
        for (var i = 0; i < Math.Min(entries, 3); i++) home.Site.Article($"/bai-{i}", $"Bài {i}");   // too few to tell a rhythm themselves
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await home.CrawlAsync();
        var source = await home.SourceAsync();
        source.UsualGap.ShouldBeNull();
        (source.SilentFor() is not null).ShouldBe(silent, what);
        if (silent) source.SilentFor().ShouldNotBeNull().TotalHours.ShouldBe(since, 0.1);
    }

    /// <summary>What it dates may be the old part of it.</summary>
    [Fact]
    public async Task A_feed_that_does_not_date_all_it_announces_is_not_called_silent()
    {
        await using var home = await CrawlHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite));
        home.Site.Serve("/rss", "application/rss+xml", $"<rss version=\"2.0\"><channel><item><link>{home.Site.Address}/moi</link></item>{string.Concat(Enumerable.Range(0, 9).Select(i => $"<item><link>{home.Site.Address}/cu-{i}</link><pubDate>{Now.AddDays(-60 - i):R}</pubDate></item>"))}</channel></rss>");
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await home.CrawlAsync();
        (await home.SourceAsync()).ShouldSatisfyAllConditions(s => s.SilentFor().ShouldBeNull(), s => s.EntryPoints.Single().NewestAt.ShouldBeNull());
    }

    /// <summary>The operator should know, and can give the other site as an entry point.</summary>
    [Theory]
    [InlineData(nameof(EntryPointKind.Feed), 2, 2, true)]
    [InlineData(nameof(EntryPointKind.Feed), 3, 2, false)]
    [InlineData(nameof(EntryPointKind.Sitemap), 1, 4, true)]
    [InlineData(nameof(EntryPointKind.List), 2, 9, false)]
    public async Task Half_a_feed_on_another_site_is_told(string kind, int own, int others, bool told)
    {
        await using var home = await CrawlHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite));
        var addresses = Enumerable.Range(0, own).Select(i => $"{home.Site.Address}/tin/bai-viet-so-{i + 100}.html").Concat(Enumerable.Range(0, others).Select(i => $"https://khac.example/tin/bai-viet-so-{i + 200}.html")).ToArray();
        for (var i = 0; i < own; i++) home.Site.Article($"/tin/bai-viet-so-{i + 100}.html", $"Bài {i}");
        home.Site.Serve("/cua", kind switch { nameof(EntryPointKind.Feed) => "application/rss+xml", nameof(EntryPointKind.Sitemap) => "application/xml", _ => "text/html" }, kind switch
        {
            nameof(EntryPointKind.Feed) => $"<rss version=\"2.0\"><channel>{string.Concat(addresses.Select(a => $"<item><link>{a}</link><pubDate>{Now:R}</pubDate></item>"))}</channel></rss>",
            nameof(EntryPointKind.Sitemap) => $"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(addresses.Select(a => $"<url><loc>{a}</loc></url>"))}</urlset>",
            _ => $"<html><body><main>{string.Concat(addresses.Select((a, i) => $"<article><h2><a href=\"{a}\">Tin số {i} về việc trong tuần này</a></h2></article>"))}</main></body></html>",
        });
        await home.AddAsync(home.Site.Source("bao", (Enum.Parse<EntryPointKind>(kind), "/cua")));
        (await home.CrawlAsync()).New.ShouldBe(own);
        await home.CrawlAsync();   // a 304 this time
        var source = await home.SourceAsync();
        source.EntryPoints.Single().ShouldSatisfyAllConditions(p => p.LastStatus.ShouldBe(304), p => p.LastError?.En.ShouldStartWith($"{others} of {own + others} entries lead to another site (khac.example)"), p => (p.LastError is not null).ShouldBe(told));
        source.ConditionAt(Now).ShouldBe(told ? SourceCondition.Troubled : SourceCondition.Healthy);
    }

    /// <summary>Whatever words a page keeps: what it ended for is kept beside them.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Why_a_page_is_not_taken_is_kept_by_its_kind(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider, "--Fetching:MaxBytes=65536", "--Ingestion:Characters=10000");
        var kinds = new Dictionary<string, PageReason>
        {
            ["/khoa"] = PageReason.LogIn, ["/ngan"] = PageReason.TooShort, ["/pdf"] = PageReason.MediaType, ["/vong"] = PageReason.Redirects, ["/to"] = PageReason.TooLarge, ["/dai"] = PageReason.TooLarge,
            ["/rieng"] = PageReason.Elsewhere, ["/noi-bo"] = PageReason.PrivateAddress, ["/nen"] = PageReason.Broken,
        };
        home.Site.Serve("/khoa", "text/html; charset=utf-8", "<html lang=vi><head><title>Đăng nhập</title></head><body><h1>Đăng nhập</h1><form><input name=u><input type=password name=p></form></body></html>")
            .Serve("/ngan", "text/html; charset=utf-8", "<html lang=vi><body><p>Ngắn.</p></body></html>").Serve("/pdf", "application/pdf", "%PDF-1.4").Serve("/to", "text/html", new string('a', 70_000))
            .Article("/dai", "Dài", string.Concat(Enumerable.Range(0, 12).Select(i => TestSite.TextOf($"{i}") + "\n")))
            .Serve("/vong", context => To(context, "/vong")).Serve("/rieng", context => To(context, "/tac-gia/a-b")).Serve("/noi-bo", context => To(context, "http://169.254.169.254/"))
            .Serve("/nen", context => { context.Response.Headers.ContentEncoding = "compress"; context.Response.ContentType = "text/html"; return context.Response.WriteAsync("a"); })
            .Article("/tac-gia/a-b", "Người viết").Rss("/rss", [.. kinds.Keys.Select(path => (path, Now))]);
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await home.CrawlAsync();
        (await home.PagesAsync()).ToDictionary(p => p.Key, p => p.Value.Reason).ShouldBe(kinds.ToDictionary(k => k.Key, k => (PageReason?)k.Value), ignoreOrder: true);
        await using (var db = home.App.Database()) await db.Pages.ExecuteUpdateAsync(set => set.SetProperty(p => p.Detail, "Other words."));
        await home.CrawlAsync();
        (await home.SourceAsync()).Dropped.ShouldNotBeNull().ShouldSatisfyAllConditions(t => t.En.ShouldContain("2 too large"), t => t.Vi.ShouldContain("2 quá lớn"));

        static Task To(HttpContext context, string address)
        {
            context.Response.Redirect(address);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void Reasons_beyond_four_are_told_together() => DropTexts.Of(
        [.. Enumerable.Repeat((PageOutcome.Gone, (PageReason?)null), 5), .. Enumerable.Repeat((PageOutcome.NotArticle, (PageReason?)PageReason.LogIn), 4), .. Enumerable.Repeat((PageOutcome.Disallowed, (PageReason?)null), 3),
            .. Enumerable.Repeat((PageOutcome.Unreachable, (PageReason?)null), 2), (PageOutcome.Quarantined, null), (PageOutcome.Unsupported, PageReason.TooSlow)])
        .En.ShouldBe("None of the 16 pages found lately became an item: 5 gone, or refused by the server; 4 not an article (the page asks its reader to log in); 3 forbidden by robots.txt; 2 not to be had after many tries; 2 for other reasons.");

    /// <summary>Four pages of a quiet week are no pattern.</summary>
    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public async Task A_few_pages_that_become_no_item_are_no_trouble_yet(int pages, bool told)
    {
        await using var home = await CrawlHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite));
        home.Site.Rss("/rss", [.. Enumerable.Range(0, pages).Select(i => ($"/mat-{i}", Now))]);
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await home.CrawlAsync();
        ((await home.SourceAsync()).Dropped is not null).ShouldBe(told);
    }

    [Fact]
    public async Task Pages_that_were_put_off_as_their_host_is_left_alone_tell_nothing_of_the_source()
    {
        await using var home = await CrawlHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite));
        home.Site.Serve("/ban", StatusCodes.Status429TooManyRequests).Rss("/rss", [.. Enumerable.Range(0, 6).Select(i => ($"/bai-{i}", Now))]);
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss"), (EntryPointKind.Feed, "/ban")));
        await home.CrawlAsync();
        await using (var db = home.App.Database()) (await db.Pages.CountAsync(p => p.Outcome == null && p.Detail != null && p.Attempts == 0)).ShouldBe(6);
        (await home.SourceAsync()).Dropped.ShouldBeNull();
    }

    /// <summary>Each is refused or fails in its own way, and none is an everyday 404: fewer tell that the source is not well.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_source_all_of_whose_pages_fail_or_are_refused_is_not_healthy(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider, "--Fetching:MaxBytes=65536");
        home.Site.Serve("/bom", "text/html", new string('a', 70_000)).Serve("/vong", context => { context.Response.Redirect("/vong"); return Task.CompletedTask; })
            .Serve("/hong", StatusCodes.Status503ServiceUnavailable).Rss("/rss", ("/bom", Now), ("/vong", Now), ("/hong", Now));
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await home.CrawlAsync();
        var source = await home.SourceAsync();
        source.ConditionAt(Now).ShouldBe(SourceCondition.Troubled);
        source.Dropped!.En.ShouldSatisfyAllConditions(t => t.ShouldStartWith("None of the 3 pages"), t => t.ShouldContain("1 too large"), t => t.ShouldContain("1 redirecting too often"), t => t.ShouldContain("1 not to be had yet"));

        home.Site.Article("/moi", "Bài mới").Rss("/rss", ("/moi", Now));
        await home.CrawlAsync();
        (await home.SourceAsync()).Dropped.ShouldBeNull();
    }

    /// <summary>Pages that ended before kinds were kept.</summary>
    [Fact]
    public void What_ended_for_no_known_kind_is_told_without_one() =>
        DropTexts.Of([(PageOutcome.NotArticle, null), (PageOutcome.NotArticle, null), (PageOutcome.Unsupported, null)]).En.ShouldBe("None of the 3 pages found lately became an item: 2 not an article; 1 not readable.");

    [Theory, OnSqlite, OnPostgres]
    public async Task A_source_none_of_whose_pages_becomes_an_item_is_told_with_the_reasons(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        home.Site.Robots("User-agent: *\nDisallow: /cam/\n").Rss("/rss", [.. new[] { "/a", "/b", "/c", "/vong", "/cam/d" }.Select(path => (path, Now))]);
        foreach (var path in new[] { "/a", "/b" }) home.Site.Serve(path, "application/pdf", "%PDF-1.4");
        home.Site.Serve("/c", "text/html; charset=utf-8", "<html lang=vi><body><p>Ngắn.</p></body></html>").Serve("/vong", context =>
        {
            context.Response.Redirect("/vong");
            return Task.CompletedTask;
        });
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await home.CrawlAsync();
        var source = await home.SourceAsync();
        source.ConditionAt(Now).ShouldBe(SourceCondition.Troubled);
        source.Dropped!.En.ShouldStartWith("None of the 5 pages found lately became an item: 2 of a type that is not read; ");
        source.Dropped.En.ShouldSatisfyAllConditions(t => t.ShouldContain("1 not an article (too little text)"), t => t.ShouldContain("1 redirecting too often or in a circle"), t => t.ShouldContain("1 forbidden by robots.txt"));
        source.Dropped.Vi.ShouldSatisfyAllConditions(t => t.ShouldStartWith("Trong 5 trang tìm thấy gần đây không trang nào thành bài: 2 có kiểu nội dung không đọc; "), t => t.ShouldContain("1 không phải bài (quá ít chữ)"));

        home.Site.Article("/moi", "Bài mới").Rss("/rss", ("/moi", Now));
        await home.CrawlAsync();
        (await home.SourceAsync()).ShouldSatisfyAllConditions(s => s.Dropped.ShouldBeNull(), s => s.ConditionAt(Now).ShouldBe(SourceCondition.Healthy));
    }

    /// <summary>Each reason alone is everyday; that together they leave next to nothing is not.</summary>
    [Theory]
    [InlineData(11, true)]
    [InlineData(5, false)]
    public async Task A_source_hardly_any_of_whose_pages_becomes_an_item_is_told_with_the_reasons(int pages, bool told)
    {
        await using var home = await CrawlHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite));
        home.Site.Robots("User-agent: *\nDisallow: /cam/\n").Article("/bai", "Bài thật").Rss("/rss", [("/bai", Now), .. Enumerable.Range(1, pages - 1).Select(i => (i % 3 == 0 ? $"/cam/{i}" : $"/{i}", Now))]);
        for (var i = 1; i < pages; i += 3) home.Site.Serve($"/{i}", "application/pdf", "%PDF-1.4");
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await home.CrawlAsync();
        var source = await home.SourceAsync();
        source.ConditionAt(Now).ShouldBe(told ? SourceCondition.Troubled : SourceCondition.Healthy);
        if (told) source.Dropped.ShouldNotBeNull().ShouldSatisfyAllConditions(t => t.En.ShouldStartWith("10 of the 11 pages found lately became no item: 4 of a type that is not read; "),
            t => t.En.ShouldContain("; 3 gone, or refused by the server"), t => t.En.ShouldContain("; 3 forbidden by robots.txt"),
            t => t.Vi.ShouldStartWith("10 trong 11 trang tìm thấy gần đây không thành bài: 4 có kiểu nội dung không đọc; "));
        else source.Dropped.ShouldBeNull();
    }

    /// <summary>What a list shows may be months old: it is of the day it was published, wherever that is told, and no gap of months is a rhythm.</summary>
    [Fact]
    public async Task The_newest_item_and_the_items_of_a_day_are_counted_alike()
    {
        await using var home = await CrawlHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite));
        var dates = Enumerable.Range(0, 8).Select(i => i == 0 ? Now.AddDays(-2) : Now.AddDays(-40 - (10 * i))).ToArray();
        for (var i = 0; i < dates.Length; i++)
            home.Site.Serve($"/tin/bai-viet-so-{100 + i}.html", "text/html; charset=utf-8", TestSite.ArticleHtml($"Bài {i}", TestSite.TextOf($"{i}")).Replace("</head>", $"<meta property=\"article:published_time\" content=\"{dates[i]:O}\"></head>", StringComparison.Ordinal));
        home.Site.List("/muc", [.. dates.Select((_, i) => $"/tin/bai-viet-so-{100 + i}.html")]);
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.List, "/muc")));
        (await home.CrawlAsync()).Outcomes.ShouldBe(new Dictionary<PageOutcome, int> { [PageOutcome.Stored] = dates.Length });
        var source = await home.SourceAsync();
        source.LastItemAt.ShouldNotBeNull().ShouldBe(dates[0], TimeSpan.FromSeconds(1));
        (source.UsualGap, source.ReadEvery).ShouldBe((null, source.Interval));
        var health = (await home.App.Services.GetRequiredService<SourcesReader>().ReadAsync(days => new DateTimeOffset(Now.UtcDateTime.Date.AddDays(-days), TimeSpan.Zero), null, default)).Sources.Single();
        health.Items.ShouldBe([.. Enumerable.Repeat(0, SourcesReader.Days - 3), 1, 0, 0]);
    }

    /// <summary>What the page of sources says, the schedule's metrics, the briefing and the verb say too.</summary>
    [Fact]
    public async Task A_source_most_of_whose_pages_cannot_be_had_counts_as_troubled_everywhere()
    {
        await using var home = await CrawlHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite));
        var source = home.Site.Source("bao", (EntryPointKind.Feed, "/rss"));
        source.LastReadAt = Now;
        await home.AddAsync(source);
        await using (var db = home.App.Database())
        {
            for (var i = 0; i < 5; i++) db.Pages.Add(new Page { SourceId = "bao", Url = $"{home.Site.Address}/{i}", UrlHash = $"{i}", FoundAt = Now, NextAttemptAt = Now.AddHours(1), Attempts = 1, Detail = "the server answered 503." });
            await db.SaveChangesAsync();
        }
        await home.App.StartAsync();
        await home.App.Services.GetRequiredService<ScheduleKeeper>().KeepAsync(default);
        home.App.Services.GetRequiredService<CrawlingMetrics>().In(SourceCondition.Troubled).ShouldBe(1);
        await home.App.StopAsync();
    }
}
