using System.Globalization;
using CsCheck;
using InfoMonitor.Crawling;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace InfoMonitor.Tests.Crawling;

public sealed class ScheduleTests
{
    /// <summary>Scheduled, but not within the time of a test.</summary>
    private static readonly string[] Later = ["--Fetching:Contact=toa-soan@example.org", "--Crawling:Spread=01:00:00"];

    [Theory, OnSqlite, OnPostgres]
    public async Task The_schedule_follows_the_source_table(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await home.BuildAsync(null, Later);
        await app.StartAsync();
        var keeper = app.Services.GetRequiredService<ScheduleKeeper>();
        await AddAsync(app, "mot", TimeSpan.FromMinutes(10));
        await AddAsync(app, "hai", TimeSpan.FromMinutes(20));

        await keeper.KeepAsync(default);
        (await ScheduledAsync(app)).ShouldBe(["hai", "mot"]);
        var first = await NextAsync(app, "mot");
        first.ShouldNotBeNull();
        await keeper.KeepAsync(default);
        (await NextAsync(app, "mot")).ShouldBe(first, "a look that finds nothing changed moves nothing");

        await ChangeAsync(app, "mot", s => s.Interval = TimeSpan.FromHours(3));
        await keeper.KeepAsync(default);
        (await IntervalAsync(app, "mot")).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromHours(3));

        await ChangeAsync(app, "hai", s => s.Enabled = false);
        await keeper.KeepAsync(default);
        (await ScheduledAsync(app)).ShouldBe(["mot"]);
        (await NextAsync(app, "hai")).ShouldBeNull();
        await app.StopAsync();
    }

    /// <summary>Firings before that read pages of other hosts at most.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_source_is_said_to_be_read_next_when_the_first_of_its_hosts_may_be_asked_again(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await home.BuildAsync(null, Later);
        await app.StartAsync();
        var keeper = app.Services.GetRequiredService<ScheduleKeeper>();
        await AddAsync(app, "mot", TimeSpan.FromMinutes(10));
        await keeper.KeepAsync(default);
        var scheduled = (await NextAsync(app, "mot")).ShouldNotBeNull();
        await PointAsync("a", scheduled.AddMinutes(25));
        await PointAsync("b", scheduled.AddHours(9));
        await keeper.KeepAsync(default);
        var interval = await IntervalAsync(app, "mot");
        (await NextAsync(app, "mot")).ShouldNotBeNull().ShouldBe(scheduled + (interval * Math.Ceiling(TimeSpan.FromMinutes(25) / interval)), TimeSpan.FromMilliseconds(1));   // the database keeps microseconds
        await PointAsync("c", null);
        await keeper.KeepAsync(default);
        (await NextAsync(app, "mot")).ShouldBe(scheduled, "its third host waits for nothing");
        await app.StopAsync();

        async Task PointAsync(string host, DateTimeOffset? notBefore)
        {
            await using var db = app.Database();
            db.EntryPoints.Add(new EntryPoint { SourceId = "mot", Kind = EntryPointKind.Feed, Url = $"https://{host}.example/rss", NotBefore = notBefore });
            await db.SaveChangesAsync();
        }
    }

    /// <summary>The wait that a server asked for began when it answered, the interval when the crawl did: a firing in between would ask nothing and put it off by as much again.</summary>
    [Fact]
    public async Task A_source_whose_interval_became_the_wait_of_its_host_is_read_when_that_is_over()
    {
        await using var home = await TestHome.CreateAsync(nameof(InfoMonitor.Storage.StorageProvider.Sqlite));
        await using var app = await home.BuildAsync(null, Later);
        await app.StartAsync();
        var keeper = app.Services.GetRequiredService<ScheduleKeeper>();
        await AddAsync(app, "mot", TimeSpan.FromHours(2));
        var read = new DateTimeOffset(TimeProvider.System.GetUtcNow().Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        await ChangeAsync(app, "mot", s => s.LastReadAt = read);
        var rest = read + ScheduleKeeper.IntervalOf(new CrawlingOptions(), "mot", TimeSpan.FromHours(2)) + TimeSpan.FromSeconds(40);
        await using (var db = app.Database())
        {
            db.EntryPoints.Add(new EntryPoint { SourceId = "mot", Kind = EntryPointKind.Feed, Url = "https://a.example/rss", NotBefore = rest });
            await db.SaveChangesAsync();
        }
        await keeper.KeepAsync(default);
        (await NextAsync(app, "mot")).ShouldBe(rest);
        await app.StopAsync();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_restart_keeps_the_schedule(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        DateTimeOffset? before;
        await using (var app = await home.BuildAsync(null, Later))
        {
            await app.StartAsync();
            await AddAsync(app, "mot", TimeSpan.FromMinutes(10));
            await app.Services.GetRequiredService<ScheduleKeeper>().KeepAsync(default);
            before = await NextAsync(app, "mot");
            await app.StopAsync();
        }
        await using (var app = await home.BuildAsync(null, Later))
        {
            await app.StartAsync();
            await app.Services.GetRequiredService<ScheduleKeeper>().KeepAsync(default);
            (await NextAsync(app, "mot")).ShouldBe(before);
            await app.StopAsync();
        }
    }

    /// <summary>The service looks by itself, and another worker does: whoever schedules a new source, its time is told as it is.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Looks_at_the_same_time_agree_on_when_a_source_is_read(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await home.BuildAsync(null, Later);
        await app.StartAsync();
        var keeper = app.Services.GetRequiredService<ScheduleKeeper>();
        for (var round = 0; round < 8; round++)
        {
            var id = $"s{round.ToString(CultureInfo.InvariantCulture)}";
            await AddAsync(app, id, TimeSpan.FromMinutes(10));
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => keeper.KeepAsync(default)));
            (await NextAsync(app, id)).ShouldNotBeNull().ShouldBe((await TriggerAsync(app, id)).NextFireTimeUtc!.Value, TimeSpan.FromMilliseconds(1));
        }
        await app.StopAsync();
    }

    [Theory, OnSqlite]
    public async Task A_source_that_was_just_read_is_not_asked_again_because_the_service_starts(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await home.BuildAsync(null, "--Fetching:Contact=toa-soan@example.org", "--Crawling:Spread=00:00:01");
        await AddAsync(app, "mot", TimeSpan.FromMinutes(30));
        var read = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using (var db = app.Database()) await db.Sources.ExecuteUpdateAsync(set => set.SetProperty(s => s.LastReadAt, read));
        await app.StartAsync();
        await app.Services.GetRequiredService<ScheduleKeeper>().KeepAsync(default);
        (await NextAsync(app, "mot")).ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(read.AddMinutes(30) - TimeSpan.FromSeconds(1));
        await app.StopAsync();
    }

    [Theory, OnPostgres]
    public async Task Two_workers_keep_one_job_a_source(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var one = await home.BuildAsync(null, Later);
        await using var two = await home.BuildAsync(null, Later);
        await Task.WhenAll(one.StartAsync(), two.StartAsync());
        for (var i = 0; i < 5; i++) await AddAsync(one, $"s{i.ToString(CultureInfo.InvariantCulture)}", TimeSpan.FromMinutes(10));
        await Task.WhenAll(one.Services.GetRequiredService<ScheduleKeeper>().KeepAsync(default), two.Services.GetRequiredService<ScheduleKeeper>().KeepAsync(default));
        (await ScheduledAsync(one)).ShouldBe(["s0", "s1", "s2", "s3", "s4"]);
        await Task.WhenAll(one.StopAsync(), two.StopAsync());
    }

    [Theory, OnSqlite]
    public async Task Without_a_contact_nothing_is_scheduled(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await home.BuildAsync();
        await app.StartAsync();
        app.Services.GetService<ScheduleKeeper>().ShouldBeNull();
        app.Services.GetService<ISchedulerFactory>().ShouldBeNull();
        await app.StopAsync();
    }

    [Fact]
    public void An_interval_stays_within_its_bounds_and_grows_by_the_jitter_at_most() => Gen.Select(Gen.Int[0, 3_000_000], Gen.String).Sample((seconds, id) =>
    {
        var options = new CrawlingOptions();
        var interval = ScheduleKeeper.IntervalOf(options, id, TimeSpan.FromSeconds(seconds));
        return interval >= options.LeastInterval && interval <= options.GreatestInterval * (1 + options.Jitter) + TimeSpan.FromSeconds(1) && interval == ScheduleKeeper.IntervalOf(options, id, TimeSpan.FromSeconds(seconds));
    });

    private static async Task AddAsync(WebApplication app, string id, TimeSpan interval)
    {
        await using var db = app.Database();
        db.Sources.Add(new Source { Id = id, Publisher = "Báo", Language = "vi", Interval = interval, PagesPerCrawl = 10, Enabled = true });
        await db.SaveChangesAsync();
    }

    private static async Task ChangeAsync(WebApplication app, string id, Action<Source> change)
    {
        await using var db = app.Database();
        change(await db.Sources.SingleAsync(s => s.Id == id));
        await db.SaveChangesAsync();
    }

    private static async Task<DateTimeOffset?> NextAsync(WebApplication app, string id)
    {
        await using var db = app.Database();
        return await db.Sources.Where(s => s.Id == id).Select(s => s.NextReadAt).SingleAsync();
    }

    private static async Task<TimeSpan> IntervalAsync(WebApplication app, string id) => (await TriggerAsync(app, id)).RepeatInterval;

    private static async Task<ISimpleTrigger> TriggerAsync(WebApplication app, string id)
    {
        var scheduler = await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(default);
        return (ISimpleTrigger)(await scheduler.GetTrigger(SourceJob.TriggerOf(id), default))!;
    }

    private static async Task<string[]> ScheduledAsync(WebApplication app)
    {
        var scheduler = await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(default);
        return [.. (await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(SourceJob.Group), default)).Select(k => k.Name).Order(StringComparer.Ordinal)];
    }
}
