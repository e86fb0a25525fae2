using System.Diagnostics;
using InfoMonitor.Commands;
using InfoMonitor.Storage;
using InfoMonitor.Tests.Commands;
using InfoMonitor.Tests.Support;

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
