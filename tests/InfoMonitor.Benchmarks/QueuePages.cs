using System.Diagnostics;
using System.Globalization;
using InfoMonitor.Accounts;
using InfoMonitor.Domain;
using InfoMonitor.Reviews;
using InfoMonitor.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Benchmarks;

/// <summary>
/// The queue's page at 1,000,000 flagged stories, 100,000 of them open (aim: p95 under 50 ms on the server, SQLite and PostgreSQL): the whole page over HTTP on loopback, and
/// reading alone. BenchmarkDotNet shows means of one call; here the tail counts.
/// </summary>
/// <remarks><c>dotnet run -c Release --project tests/InfoMonitor.Benchmarks -- queue [--stories 1000000] [--rounds 40] [--postgres "Host=..."]</c>; the database named there must be empty.</remarks>
internal static class QueuePages
{
    private static readonly (string Name, string Query)[] Views =
    [
        ("the desk's, by priority", ""), ("by age", "?sort=age"), ("one topic", "?topic=torture"), ("Khmer, agencies", "?language=km&publisher=agency"), ("urgent", "?urgent=1"),
        ("held by nobody, a week old", "?holder=nobody&age=over-week"), ("with a correction", "?correction=1"), ("every state, by age", "?state=all&sort=age"), ("settled, one topic", "?state=decided&topic=women"),
        ("nothing matches", "?language=km&topic=torture&publisher=fact-checker&urgent=1"),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var stories = Arguments.Number(args, "--stories", 1_000_000);
        var rounds = Arguments.Number(args, "--rounds", 40);
        var home = Directory.CreateTempSubdirectory("infomonitor-bench-").FullName;
        Directory.CreateSymbolicLink(Path.Combine(home, "models"), Path.Combine(Repository.Root, "models"));
        string[] settings = ["--home=" + home, "--urls=http://127.0.0.1:0", "--roles=web", "--Accounts:PerMinute=1000", "--Logging:LogLevel:Default=Warning"];
        if (Arguments.Text(args, "--postgres") is { } connection) settings = [.. settings, "--Storage:Provider=PostgreSql", "--Storage:ConnectionString=" + connection];
        try
        {
            await using var app = InfoMonitor.Program.Build(settings);
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
            await app.Services.GetRequiredService<AccountBook>().AddAsync("an", [Role.Analyst], Browser.Password, language: null, CancellationToken.None);
            var clock = Stopwatch.StartNew();
            await SeededQueue.WriteAsync(app.Services, stories, whole: false);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stories:N0} flagged stories written in {clock.Elapsed.TotalSeconds:0} s"));
            await app.StartAsync();
            using var client = await Browser.SignInAsync(new Uri(app.Urls.First()), "an");
            Console.WriteLine("| view | page p50 ms | page p95 ms | reading p50 ms | reading p95 ms | reading min ms |\n|---|---|---|---|---|---|");
            var queue = app.Services.GetRequiredService<QueueReader>();
            foreach (var (name, query) in Views)
            {
                var page = await MeasureAsync(rounds, async () => (await client.GetAsync("/queue" + query)).EnsureSuccessStatusCode());
                var reading = await MeasureAsync(rounds, () => queue.PageAsync(QueueFilter.Parse(query), null, 25, 1, CancellationToken.None));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {page[rounds / 2]:0.0} | {page[rounds * 95 / 100]:0.0} | {reading[rounds / 2]:0.0} | {reading[rounds * 95 / 100]:0.0} | {reading[0]:0.0} |"));
            }
            await app.StopAsync();
            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Path.Combine(home, "models"));
            Directory.Delete(home, recursive: true);
        }
    }

    private static async Task<double[]> MeasureAsync(int rounds, Func<Task> work)
    {
        for (var i = 0; i < 5; i++) await work();
        var times = new double[rounds];
        for (var i = 0; i < rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await work();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        Array.Sort(times);
        return times;
    }
}
