using InfoMonitor.Crawling;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace InfoMonitor.Tests.Crawling;

/// <summary>Each host of a source is read at its own pace, and none holds up another.</summary>
public sealed class PaceTests
{
    private const string Sqlite = nameof(InfoMonitor.Storage.StorageProvider.Sqlite);
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Theory, OnSqlite, OnPostgres]
    public async Task A_host_with_an_hours_pause_leaves_the_other_hosts_of_its_source_their_pace(string provider)
    {
        var clock = new FakeTimeProvider(Now);
        await using var slow = await TestSite.StartAsync();
        await using var home = await CrawlHome.CreateAsync(provider, builder => builder.Services.AddSingleton<TimeProvider>(clock));
        slow.Robots("User-agent: *\nCrawl-delay: 3600\n").Rss("/rss", ("/cham-1", Now), ("/cham-2", Now)).Article("/cham-1", "Chậm một").Article("/cham-2", "Chậm hai");
        home.Site.Rss("/rss", ("/mot", Now), ("/hai", Now)).Article("/mot", "Một").Article("/hai", "Hai").Article("/ba", "Ba");
        var source = home.Site.Source("bao", (EntryPointKind.Feed, "/rss"));
        source.EntryPoints.Add(new EntryPoint { SourceId = "bao", Kind = EntryPointKind.Feed, Url = slow.Address + "/rss" });
        await home.AddAsync(source);

        (await home.CrawlAsync()).Outcomes[PageOutcome.Stored].ShouldBe(2);
        var first = await home.SourceAsync();
        first.ConditionAt(clock.GetUtcNow()).ShouldBe(SourceCondition.Waiting);
        first.ReadEvery.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(first.Bounds().Greatest, "the other is read as often as before");
        Slow(first).ShouldSatisfyAllConditions(p => p.LastReadAt.ShouldBeNull("it was never asked"), p => p.LastError.ShouldNotBeNull().En.ShouldContain("robots.txt asks for 3600 s"), p => p.NotBefore.ShouldNotBeNull().ShouldBe(Now.AddHours(1), TimeSpan.FromSeconds(10)));

        clock.Advance(TimeSpan.FromMinutes(15));
        home.Site.Rss("/rss", ("/mot", Now), ("/hai", Now), ("/ba", Now.AddMinutes(10)));
        (await home.CrawlAsync()).ShouldSatisfyAllConditions(r => (r.Read, r.Failed, r.Waiting).ShouldBe((1, 0, 1)), r => r.Outcomes[PageOutcome.Stored].ShouldBe(1), r => r.Error.ShouldNotBeNull());
        (await home.SourceAsync()).ConditionAt(clock.GetUtcNow()).ShouldBe(SourceCondition.Waiting);

        for (var quarter = 0; quarter < 8; quarter++)
        {
            clock.Advance(TimeSpan.FromMinutes(15));
            await home.CrawlAsync();
        }
        slow.Requests.Select(r => r.Path).ShouldBe(["/robots.txt", "/rss", "/cham-1"], "one request an hour");
        var then = await home.SourceAsync();
        then.ConditionAt(clock.GetUtcNow()).ShouldBe(SourceCondition.Healthy, "it is read at its pace, and pages that wait for their turn are in no trouble");
        (Slow(then).LastError, Slow(then).LastStatus).ShouldBe((null, 200));
        home.Site.Count("/rss").ShouldBe(10);

        EntryPoint Slow(Source of) => of.EntryPoints.Single(p => p.Url.StartsWith(slow.Address, StringComparison.Ordinal));
    }

    /// <summary>They are the newest, and were as many as a crawl reads.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task The_pages_of_a_slow_host_leave_room_for_those_of_others(string provider)
    {
        await using var slow = await TestSite.StartAsync();
        await using var home = await CrawlHome.CreateAsync(provider);
        slow.Robots("User-agent: *\nCrawl-delay: 3600\n");
        home.Site.Article("/mot", "Một").Article("/hai", "Hai").Article("/ba", "Ba");
        var source = home.Site.Source("bao", (EntryPointKind.Feed, "/rss"));
        source.PagesPerCrawl = 3;
        await home.AddAsync(source);
        await using (var db = home.App.Database())
        {
            for (var i = 0; i < 9; i++) db.Pages.Add(new Page { SourceId = "bao", Url = $"{slow.Address}/{i}", UrlHash = $"{i}", FoundAt = Now, AnnouncedAt = Now, NextAttemptAt = Now });
            foreach (var path in new[] { "/mot", "/hai", "/ba" }) db.Pages.Add(new Page { SourceId = "bao", Url = home.Site.Address + path, UrlHash = path, FoundAt = Now, AnnouncedAt = Now.AddHours(-1), NextAttemptAt = Now });
            await db.SaveChangesAsync();
        }
        var report = await home.CrawlAsync();
        (report.Outcomes[PageOutcome.Stored], report.Postponed).ShouldBe((2, 1));
    }

    /// <summary>More than are looked at together: once it has its share, its pages are looked at no more.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Hundreds_of_newer_pages_of_a_slow_host_hide_none_of_others(string provider)
    {
        await using var slow = await TestSite.StartAsync();
        await using var home = await CrawlHome.CreateAsync(provider);
        slow.Robots("User-agent: *\nCrawl-delay: 3600\n");
        home.Site.Article("/mot", "Một");
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await using (var db = home.App.Database())
        {
            for (var i = 0; i < 1_100; i++) db.Pages.Add(new Page { SourceId = "bao", Url = $"{slow.Address}/{i}", UrlHash = $"{i}", FoundAt = Now, AnnouncedAt = Now, NextAttemptAt = Now });
            db.Pages.Add(new Page { SourceId = "bao", Url = home.Site.Address + "/mot", UrlHash = "mot", FoundAt = Now, AnnouncedAt = Now.AddHours(-1), NextAttemptAt = Now });
            await db.SaveChangesAsync();
        }
        using var endless = new CancellationTokenSource(TimeSpan.FromMinutes(2));   // without the filter the first hundreds are looked at over and over
        var report = await home.App.Services.GetRequiredService<SourceCrawler>().CrawlAsync("bao", null, endless.Token);
        report.ShouldNotBeNull().Outcomes[PageOutcome.Stored].ShouldBe(1);
    }

    /// <summary>Both of the places that its pages may take at once were the slow host's: one asked for, one waiting for its turn.</summary>
    [Fact]
    public async Task Pages_of_a_host_that_does_not_answer_hold_up_no_other_hosts()
    {
        await using var slow = await TestSite.StartAsync();
        await using var home = await CrawlHome.CreateAsync(Sqlite, "--Crawling:PagesAtOnce=2", "--Fetching:TotalTimeout=00:00:20");
        var fast = new TaskCompletionSource();
        slow.Serve("/0", async context => { await fast.Task.WaitAsync(context.RequestAborted); context.Response.StatusCode = StatusCodes.Status404NotFound; });
        home.Site.Serve("/nhanh", context => { fast.SetResult(); context.Response.StatusCode = StatusCodes.Status404NotFound; return Task.CompletedTask; });
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await using (var db = home.App.Database())
        {
            for (var i = 0; i < 3; i++) db.Pages.Add(new Page { SourceId = "bao", Url = $"{slow.Address}/{i}", UrlHash = $"{i}", FoundAt = Now, NextAttemptAt = Now });
            db.Pages.Add(new Page { SourceId = "bao", Url = home.Site.Address + "/nhanh", UrlHash = "nhanh", FoundAt = Now.AddHours(-1), NextAttemptAt = Now });
            await db.SaveChangesAsync();
        }
        var report = await home.CrawlAsync();
        (report.Outcomes.GetValueOrDefault(PageOutcome.Gone), report.Postponed).ShouldBe((4, 0));
    }

    [Fact]
    public async Task An_entry_point_that_does_not_answer_holds_up_none_of_other_hosts()
    {
        await using var slow = await TestSite.StartAsync();
        await using var home = await CrawlHome.CreateAsync(Sqlite, "--Fetching:TotalTimeout=00:00:20");
        var (asked, both) = (0, new TaskCompletionSource());
        foreach (var site in new[] { slow, home.Site })
        {
            site.Serve("/rss", async context =>
            {
                if (Interlocked.Increment(ref asked) == 2) both.SetResult();
                await both.Task.WaitAsync(context.RequestAborted);
                await context.Response.WriteAsync("<rss version=\"2.0\"><channel></channel></rss>");
            });
        }
        var source = slow.Source("bao", (EntryPointKind.Feed, "/rss"));
        source.EntryPoints.Add(new EntryPoint { SourceId = "bao", Kind = EntryPointKind.Feed, Url = home.Site.Address + "/rss" });
        await home.AddAsync(source);
        (await home.CrawlAsync()).Read.ShouldBe(2);
    }

    /// <summary>After a restart nothing but the row knows of it.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_host_asked_to_wait_holds_its_entry_points_alone(string provider)
    {
        await using var busy = await TestSite.StartAsync();
        await using var home = await CrawlHome.CreateAsync(provider);
        busy.Serve("/rss", context =>
        {
            (context.Response.Headers.RetryAfter, context.Response.StatusCode) = ("7200", StatusCodes.Status503ServiceUnavailable);
            return Task.CompletedTask;
        });
        home.Site.Rss("/rss", ("/mot", Now)).Article("/mot", "Một");
        var source = home.Site.Source("bao", (EntryPointKind.Feed, "/rss"));
        source.EntryPoints.Add(new EntryPoint { SourceId = "bao", Kind = EntryPointKind.Feed, Url = busy.Address + "/rss" });
        await home.AddAsync(source);
        await home.CrawlAsync();
        var read = await home.SourceAsync();
        read.ReadEvery.ShouldBe(TimeSpan.FromMinutes(15));
        (read.Failures, read.EntryPoints.Select(p => p.NotBefore is not null)).ShouldSatisfyAllConditions(r => r.Failures.ShouldBe(0), r => r.Item2.ShouldBe([false, true], ignoreOrder: true));

        await using var again = await home.Home.BuildAsync(null, CrawlHome.Settings);
        busy.ClearRequests();
        await again.Services.GetRequiredService<SourceCrawler>().CrawlAsync("bao", null, default);
        busy.Requests.ShouldBeEmpty();
        (await home.SourceAsync()).EntryPoints.Single(p => p.NotBefore is not null).LastError.ShouldNotBeNull().En.ShouldContain("the server answered 503.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_crawl_that_asks_nothing_tells_nothing(string provider)
    {
        await using var home = await CrawlHome.CreateAsync(provider);
        home.Site.Rss("/rss");
        var source = home.Site.Source("bao", (EntryPointKind.Feed, "/rss"));
        (source.Failures, source.LastReadAt, source.LastError, source.EntryPoints.Single().NotBefore) = (3, Now.AddHours(-5), new Text("bận", "busy"), Now.AddHours(1));
        await home.AddAsync(source);
        var report = await home.CrawlAsync();
        (report.IsFailure, report.Waiting).ShouldBe((false, 1));
        home.Site.Requests.ShouldBeEmpty();
        (await home.SourceAsync()).ShouldSatisfyAllConditions(s => s.Failures.ShouldBe(3), s => s.LastReadAt.ShouldNotBeNull().ShouldBeLessThan(Now.AddHours(-4)), s => s.LastError.ShouldNotBeNull().En.ShouldBe("busy"));
    }

    /// <summary>The other host waits, and all is well with it.</summary>
    [Fact]
    public async Task A_source_is_not_failing_while_one_of_its_hosts_only_waits()
    {
        await using var home = await CrawlHome.CreateAsync(Sqlite);
        home.Site.Serve("/hong", StatusCodes.Status404NotFound);
        var source = home.Site.Source("bao", (EntryPointKind.Feed, "/rss"), (EntryPointKind.Feed, "/hong"));
        source.EntryPoints.First().NotBefore = Now.AddHours(1);
        await home.AddAsync(source);
        (await home.CrawlAsync()).ShouldSatisfyAllConditions(r => r.Failed.ShouldBe(1), r => r.IsFailure.ShouldBeFalse());
        await using (var db = home.App.Database()) await db.EntryPoints.Where(p => p.NotBefore != null).ExecuteUpdateAsync(set => set.SetProperty(p => p.LastError, new Text("bận", "busy")));
        (await home.CrawlAsync()).IsFailure.ShouldBeTrue();
    }
}
