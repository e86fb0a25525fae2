using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using InfoMonitor.Accounts;
using InfoMonitor.Domain;
using InfoMonitor.Reviews;
using InfoMonitor.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Benchmarks;

/// <summary>
/// The queue's page at 1,000,000 flagged stories, 100,000 of them open (aim: p95 under 50 ms on the server, SQLite and PostgreSQL): the whole page over HTTP on loopback, and
/// reading alone. BenchmarkDotNet shows means of one call; here the tail counts.
/// </summary>
/// <remarks><c>dotnet run -c Release --project tests/InfoMonitor.Benchmarks -- queue [--stories 1000000] [--rounds 40] [--postgres "Host=..."]</c>; the database named there must be empty.</remarks>
internal static partial class QueuePages
{
    private const string Password = "mưa rơi trên lá tre";

    private static readonly (string Name, string Query)[] Views =
    [
        ("the desk's, by priority", ""), ("by age", "?sort=age"), ("one topic", "?topic=torture"), ("Khmer, agencies", "?language=km&publisher=agency"), ("urgent", "?urgent=1"),
        ("held by nobody, a week old", "?holder=nobody&age=over-week"), ("with a correction", "?correction=1"), ("every state, by age", "?state=all&sort=age"), ("settled, one topic", "?state=decided&topic=women"),
        ("nothing matches", "?language=km&topic=torture&publisher=fact-checker&urgent=1"),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var stories = int.Parse(Option(args, "--stories") ?? "1000000", CultureInfo.InvariantCulture);
        var rounds = int.Parse(Option(args, "--rounds") ?? "40", CultureInfo.InvariantCulture);
        var home = Directory.CreateTempSubdirectory("infomonitor-bench-").FullName;
        Directory.CreateSymbolicLink(Path.Combine(home, "models"), Path.Combine(Repository.Root, "models"));
        string[] settings = ["--home=" + home, "--urls=http://127.0.0.1:0", "--roles=web", "--Accounts:PerMinute=1000", "--Logging:LogLevel:Default=Warning"];
        if (Option(args, "--postgres") is { } connection) settings = [.. settings, "--Storage:Provider=PostgreSql", "--Storage:ConnectionString=" + connection];
        try
        {
            await using var app = InfoMonitor.Program.Build(settings);
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
            await app.Services.GetRequiredService<AccountBook>().AddAsync("an", [Role.Analyst], Password, language: null, CancellationToken.None);
            var clock = Stopwatch.StartNew();
            await SeedAsync(app, stories);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stories:N0} flagged stories written in {clock.Elapsed.TotalSeconds:0} s"));
            await app.StartAsync();
            using var client = await SignInAsync(app);
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

    private static async Task SeedAsync(WebApplication app, int stories)
    {
        await using var db = app.Services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContext();
        var sqlite = db is SqliteDb;
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        for (var i = 0; i < 40; i++) db.Sources.Add(new Source { Id = $"s{i}", Publisher = $"Báo {i}", Language = "vi" });
        var reference = new Reference { Kind = ReferenceKind.FactCheck, Statement = "Không có thay đổi nào.", Verdict = "Sai", Publisher = "Tổ Kiểm chứng", AddedAt = now, Hash = "0" };
        db.References.Add(reference);
        await db.SaveChangesAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        const string assessment = """{"language":"vi","assessed":true,"scores":{"unverified-claim":0.8},"topics":["children"],"protected":[],"reasons":["unverified-claim"],"because":[{"reason":"unverified-claim","sentence":"Trẻ em phải đóng tiền.","offset":0,"words":[{"words":"phải đóng","weight":1.2},{"words":"trẻ em","weight":0.8},{"words":"tiền","weight":0.4}],"bias":-1,"logOdds":1.4,"probability":0.8}],"checkWorthiness":0.6,"deservesAnswer":false,"modelVersion":"v1"}""";
        var text = string.Concat(Enumerable.Repeat("Nhiều gia đình hỏi nhau về tin này. ", 30));
        // One number gives every column a value of its own kind: spread over a year, 10 % open, few of the rare things.
        string At(string ago) => sqlite ? $"({(now - DateTimeOffset.UnixEpoch).Ticks / 10} - ({ago}) * 1000000)" : $"(timestamptz '{now.UtcDateTime:yyyy-MM-dd HH:mm:ss}+00' - ({ago}) * interval '1 second')";
        const string ago = "(n * 7919) % 31536000";
        var (yes, no, numbers) = sqlite
            ? ("1", "0", $"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {stories})")
            : ("true", "false", $"WITH c AS (SELECT n::bigint FROM generate_series(1, {stories}) n)");
        foreach (var sql in new[]
        {
            $"""INSERT INTO "Stories" ("Id","FirstSeenAt","LastSeenAt","ItemCount","SourceCount","Language","DeservesAnswer") {numbers} SELECT n, {At(ago)}, {At(ago)}, 1, 1, 'vi', {no} FROM c""",
            $"""INSERT INTO "Items" ("Id","SourceId","StoryId","Url","Title","Text","Language","FoundAt","ExactHash","IsOriginal","Assessment") {numbers} SELECT n, 's' || (n % 40), n, 'https://bao.example/' || n, 'Tin ' || n, '{text}', 'vi', {At(ago)}, 'h' || n, {yes}, '{assessment}' FROM c""",
            $"""
             INSERT INTO "Flags" ("Id","StoryId","ItemId","Reason","Priority","State","FoundAt","DueAt","Sentence","Language","ModelVersion","ReferenceId","UrgentAt","PublisherKind","TopicBits","Verdict","DecidedAt","ByHand","Recheck","Revision") {numbers}
             SELECT n, n, n, CASE n % 6 WHEN 0 THEN 'matches-correction' WHEN 5 THEN 'hate' ELSE 'unverified-claim' END, (n * 31) % 101, CASE WHEN n % 10 > 0 THEN 'decided' WHEN n % 100 = 50 THEN 'awaiting-second' ELSE 'new' END,
               {At(ago)}, {At($"({ago}) - 259200")}, 'Trẻ em phải đóng tiền mới được cấp thẻ, câu ' || n, CASE WHEN n % 70 = 0 THEN 'km' WHEN n % 7 = 0 THEN 'en' ELSE 'vi' END, 'v' || (n % 3),
               CASE WHEN n % 6 = 0 THEN 1 END, CASE WHEN n % 20 = 0 AND n % 100 = 0 THEN {At(ago)} END, CASE n % 4 WHEN 0 THEN 'agency' ELSE 'press' END, CASE WHEN n % 500 = 0 THEN 32 ELSE 8 + 16 * (n % 2) END,
               CASE WHEN n % 10 > 0 THEN 'off-topic' END, CASE WHEN n % 10 > 0 THEN {At($"({ago}) / 2")} END, {no}, {no}, 0 FROM c
             """,
            sqlite ? "PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM ANALYZE",   // PostgreSQL does so by itself in time; SQLite never does, and must choose well without
        })
            await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
    }

    private static async Task<HttpClient> SignInAsync(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var client = new HttpClient(new HttpClientHandler { UseProxy = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(5) };
        var token = Token().Match(await client.GetStringAsync("/sign-in")).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([new("name", "an"), new("password", Password), new("return", "/queue"), new("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync("/sign-in", form);
        return answer.EnsureSuccessStatusCode().RequestMessage!.RequestUri!.AbsolutePath == "/queue" ? client : throw new InvalidOperationException("Signing in failed.");
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
