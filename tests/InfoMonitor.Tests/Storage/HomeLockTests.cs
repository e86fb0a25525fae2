using System.Diagnostics;
using InfoMonitor.Commands;
using InfoMonitor.Storage;
using InfoMonitor.Tests.Commands;
using InfoMonitor.Tests.Crawling;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Tests.Storage;

public sealed class HomeLockTests
{
    [Theory, OnSqlite]
    public async Task A_second_service_on_one_file_is_refused_and_told_who_holds_it(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await home.BuildAsync();
        using (HomeLock.Take(app.Services, "run"))
        {
            Should.Throw<HomeInUseException>(() => HomeLock.Take(app.Services, "run")).Message.ShouldSatisfyAllConditions(
                m => m.ShouldContain(Path.Combine(home.Folder, "data", "infomonitor.db")), m => m.ShouldContain($"process {Environment.ProcessId} (run), since "), m => m.ShouldContain("--home DIR"));
            var (code, _, error) = await Verbs.StartAsync(terminal: false, ["run", .. home.Settings]);
            code.ShouldBe(ExitCodes.Unavailable);
            error.ShouldContain($"process {Environment.ProcessId} (run)");
        }
        using var again = HomeLock.Take(app.Services, "run");
    }

    [Theory, OnSqlite]
    public async Task A_web_node_and_a_worker_may_share_a_file_and_two_of_a_kind_may_not(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var web = await home.BuildAsync(null, "--roles=web");
        await using var worker = await home.BuildAsync(null, "--roles=worker");
        await using var both = await home.BuildAsync();
        using var first = HomeLock.Take(web.Services, "run");
        Should.Throw<HomeInUseException>(() => HomeLock.Take(both.Services, "run"));   // and gives back what it took before
        using var second = HomeLock.Take(worker.Services, "run");
        Should.Throw<HomeInUseException>(() => HomeLock.Take(web.Services, "run"));
    }

    [Theory, OnPostgres]
    public async Task On_a_server_any_number_of_nodes_may_run(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await home.BuildAsync();
        using var first = HomeLock.Take(app.Services, "run");
        using var second = HomeLock.Take(app.Services, "run");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_crawl_by_hand_is_refused_beside_a_worker_and_told_who_that_is(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var worker = await home.BuildAsync(null, "--roles=worker");
        await using var web = await home.BuildAsync(null, "--roles=web");
        using (HomeLock.Take(worker.Services, "run"))
        await using (await CrawlLock.ShareAsync(worker.Services, "run", CancellationToken.None))
        await using (await CrawlLock.ShareAsync(worker.Services, "run", CancellationToken.None))
        {
            var (code, _, error) = await Verbs.StartAsync(terminal: false, ["crawl", "--once", .. home.Settings, .. CrawlHome.Settings]);
            code.ShouldBe(ExitCodes.Unavailable);
            error.ShouldContain($"process {Environment.ProcessId}");
            error.ShouldContain("run");
            error.ShouldNotContain("   at ");
        }
        using var pages = HomeLock.Take(web.Services, "run");   // who only serves pages crawls nothing
        await using var pagesToo = await CrawlLock.ShareAsync(web.Services, "run", CancellationToken.None);
        await using var alone = await CrawlLock.AloneAsync(worker.Services, "crawl --once", CancellationToken.None);
        (await Should.ThrowAsync<HomeInUseException>(() => CrawlLock.AloneAsync(worker.Services, "crawl --once", CancellationToken.None))).Message.ShouldContain("crawl --once");
        await Should.ThrowAsync<HomeInUseException>(async () =>
        {
            using var second = HomeLock.Take(worker.Services, "run");
            await using var shared = await CrawlLock.ShareAsync(worker.Services, "run", CancellationToken.None);
        });
    }

    [Theory, OnPostgres]
    public async Task A_worker_whose_connection_was_cut_is_seen_again(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var worker = await home.BuildAsync(null, "--roles=worker");
        await using var held = await CrawlLock.ShareAsync(worker.Services, "run", CancellationToken.None);
        await using var db = worker.Database();
        var cut = await db.Database.SqlQuery<int>($"SELECT pid AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'infomonitor run%'").SingleAsync();
        (await db.Database.SqlQuery<bool>($"SELECT pg_terminate_backend({cut}) AS \"Value\"").SingleAsync()).ShouldBeTrue();
        for (var tries = 0; ; tries++)
        {
            tries.ShouldBeLessThan(60);
            if (await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' AND a.application_name LIKE 'infomonitor run%' AND a.datname = current_database() AND a.pid <> {cut}").SingleAsync() == 1) break;
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }
        await Should.ThrowAsync<HomeInUseException>(() => CrawlLock.AloneAsync(worker.Services, "crawl --once", CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_killed_worker_keeps_no_crawl_away(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await home.BuildAsync();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "infomonitor.dll"), "run", .. home.Settings]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        (await process.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
        (await Should.ThrowAsync<HomeInUseException>(() => CrawlLock.AloneAsync(app.Services, "crawl --once", CancellationToken.None))).Message.ShouldContain($"process {process.Id}");
        process.Kill();
        await process.WaitForExitAsync();
        var killed = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var alone = await CrawlLock.AloneAsync(app.Services, "crawl --once", CancellationToken.None);
                break;
            }
            catch (HomeInUseException) when (killed.Elapsed < TimeSpan.FromMinutes(1))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200));   // the server notices the closed connection in its own time
            }
        }
    }

    [Theory, OnSqlite]
    public async Task A_killed_process_leaves_nothing_locked(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await home.BuildAsync();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "infomonitor.dll"), "run", "--roles=web", .. home.Settings]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        (await process.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
        Should.Throw<HomeInUseException>(() => HomeLock.Take(app.Services, "run")).Message.ShouldContain($"process {process.Id} (run)");
        process.Kill();
        await process.WaitForExitAsync();
        using var held = HomeLock.Take(app.Services, "run");
    }
}
