using System.Diagnostics;
using System.Globalization;
using InfoMonitor.Accounts;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InfoMonitor.Benchmarks;

/// <summary>
/// Analysts at work on the service as it runs, in a process of its own with all its roles, while it crawls all the time (aim: p95 under 200 ms for 20 analysts on 2 cores). Publishers, analysts and
/// whoever else uses the machine share its processors. What is told is what a browser waits for, of requests sent after the first <see cref="Warm"/>, when methods are compiled and models read.
/// </summary>
/// <remarks><c>desk [--analysts 20] [--minutes 2] [--stories 20000] [--pause 1] [--postgres CONNECTION] [--program FILE]</c>: the pause is that between two requests to a publisher's host, in seconds; 0 reads as fast as
/// the processors allow. The database named there must be empty. Ends with 1 when an answer was neither what a browser goes on from nor a conflict with another analyst.</remarks>
internal static class Desk
{
    /// <summary>More than are read in 5 minutes without a pause.</summary>
    private const int Pages = 20_000;

    private const int Hosts = 50;
    private const int FaultsTold = 10;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(string[] args)
    {
        var (analysts, stories) = (Arguments.Number(args, "--analysts", 20), Arguments.Number(args, "--stories", 20_000));
        var home = Directory.CreateTempSubdirectory("infomonitor-desk-").FullName;
        using var site = Pipeline.StartSite(Pages, Hosts);
        Process? service = null;
        try
        {
            Pipeline.WriteSources(home, (await site.StandardOutput.ReadLineAsync())!, Hosts, Arguments.Number(args, "--pause", 1));
            string[] settings = [.. Pipeline.Settings(home), "--urls=http://127.0.0.1:0", "--Accounts:PerMinute=1000", "--Logging:LogLevel:Default=Warning"];
            if (Arguments.Text(args, "--postgres") is { } connection) settings = [.. settings, "--Storage:Provider=PostgreSql", "--Storage:ConnectionString=" + connection];
            await using var app = Program.Build(settings, builder => builder.Logging.ClearProviders());   // never started: it writes what is there before, and counts
            await PrepareAsync(app, analysts, stories);
            (service, var address) = await StartAsync(Pipeline.Program(Arguments.Text(args, "--program")), settings);
            return await MeasureAsync(app, service, await Task.WhenAll(Enumerable.Range(1, analysts).Select(async n => new Analyst(await Browser.SignInAsync(address, $"analyst-{n}"), n))), TimeSpan.FromMinutes(Arguments.Number(args, "--minutes", 2)));
        }
        finally
        {
            service?.Kill();
            service?.WaitForExit();
            site.StandardInput.Close();
            await site.WaitForExitAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(home, recursive: true);
        }
    }

    private static async Task PrepareAsync(WebApplication app, int analysts, int stories)
    {
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        var book = app.Services.GetRequiredService<AccountBook>();
        for (var n = 1; n <= analysts; n++) await book.AddAsync($"analyst-{n}", [Role.Analyst], Browser.Password, language: null, CancellationToken.None);
        await SeededQueue.WriteAsync(app.Services, stories, whole: true);
    }

    private static async Task<(Process Service, Uri Address)> StartAsync(string program, string[] settings)
    {
        const string Ready = "The desk is at ";
        var service = Process.Start(new ProcessStartInfo("dotnet", [program, "run", .. settings]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        while (await service.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith(Ready, StringComparison.Ordinal)) return (service, new Uri(line[Ready.Length..]));
        throw new InvalidOperationException("The service ended before it was ready.");
    }

    private static async Task<int> MeasureAsync(WebApplication app, Process service, Analyst[] analysts, TimeSpan time)
    {
        using var over = new CancellationTokenSource();
        var work = analysts.Select(a => a.WorkAsync(over.Token)).ToArray();
        await Task.Delay(Warm);
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var (since, sinceAt, used, load) = (Stopwatch.GetTimestamp(), clock.GetUtcNow(), Measured.ProcessorOf(service), await LoadAsync());
        await Task.Delay(time);
        var (until, untilAt, cpu) = (Stopwatch.GetTimestamp(), clock.GetUtcNow(), Measured.ProcessorOf(service) - used);
        await over.CancelAsync();
        await Task.WhenAll(work);
        var seconds = Stopwatch.GetElapsedTime(since, until).TotalSeconds;
        Answered[] answers = [.. analysts.SelectMany(a => a.Answers).Where(a => a.At >= since && a.At < until)];

        Console.WriteLine($"| {"",-18} | {"requests",8} | {"conflicts",9} | {"p50 ms",7} | {"p95 ms",7} | {"p99 ms",7} | {"max ms",7} |\n|---|---|---|---|---|---|---|");
        foreach (var action in answers.GroupBy(a => a.Action).OrderByDescending(g => g.Count())) Tell(action.Key, [.. action]);
        Tell("all", answers);
        Tell($"{answers.Length / seconds:0.0} requests/s of {analysts.Length} analysts for {seconds:0} s; load of the machine (1 minute) {load} at the beginning, {await LoadAsync()} at the end");
        Tell($"service: {cpu?.TotalSeconds:0.0} CPU s, {cpu?.TotalSeconds / seconds / Environment.ProcessorCount:0 %} of {Environment.ProcessorCount} cores; at most {Measured.PeakOf(service.Id) / 1e6:0} MB");
        await TellCrawlAsync(app, sinceAt, untilAt);
        string[] faults = [.. answers.Select(a => a.Fault).OfType<string>()];
        Tell($"{faults.Length} errors");
        foreach (var fault in faults.Take(FaultsTold)) Console.WriteLine("  " + fault);
        return faults.Length == 0 ? 0 : 1;
    }

    private static async Task TellCrawlAsync(WebApplication app, DateTimeOffset since, DateTimeOffset until)
    {
        await using var db = app.Services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContext();
        var pages = await db.Pages.Where(p => p.EndedAt >= since && p.EndedAt < until).Select(p => new { p.EndedAt, p.Outcome }).ToListAsync();
        var outcomes = pages.GroupBy(p => p.Outcome!.Value).OrderByDescending(g => g.Count()).Select(g => $"{g.Count()} {g.Key.Word()}");
        var flags = await db.Flags.CountAsync(f => f.FoundAt >= since && f.FoundAt < until);
        Tell($"crawled meanwhile: {pages.Count} pages, {pages.Count / (until - since).TotalSeconds:0.0}/s ({string.Join(", ", outcomes)}), {flags} flags raised");
        if (!await db.Pages.AnyAsync(p => p.Outcome == null)) Tell($"crawling ended early, {((pages.Max(p => p.EndedAt) ?? since) - since).TotalSeconds:0} s after the beginning");
    }

    private static void Tell(string name, Answered[] answers)
    {
        var times = answers.Select(a => a.Milliseconds).Order().ToArray();
        double At(double share) => times.Length == 0 ? double.NaN : times[(int)Math.Ceiling(times.Length * share) - 1];
        Tell($"| {name,-18} | {times.Length,8} | {answers.Count(a => a.IsConflict),9} | {At(0.5),7:0.0} | {At(0.95),7:0.0} | {At(0.99),7:0.0} | {At(1),7:0.0} |");
    }

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>Of Linux: runnable threads, averaged over the last minute.</summary>
    private static async Task<string> LoadAsync() => (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0];
}
