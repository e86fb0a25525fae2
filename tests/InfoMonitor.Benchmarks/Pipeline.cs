using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace InfoMonitor.Benchmarks;

/// <summary>From HTTP to stored, assessed items: <c>crawl --once</c> as its own process over loopback hosts, and beside it the usual stack (Scrapy with readability-lxml, storing to SQLite) doing the part of
/// the job it can do, on the same pages. No pause between requests for either, robots.txt obeyed by both.</summary>
internal static class Pipeline
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(Pipeline).Assembly.Location)!;

    /// <param name="program">infomonitor.dll as published; null for the build beside this one.</param>
    public static async Task RunAsync(int pages, int hosts, bool scrapy, string? program)
    {
        var work = Directory.CreateTempSubdirectory("infomonitor-benchmark-").FullName;
        using var site = StartSite(pages, hosts);
        try
        {
            var port = (await site.StandardOutput.ReadLineAsync())!;
            Console.WriteLine($"{pages} pages on {hosts} hosts");
            Console.WriteLine($"{"",-30}{"stored",8}{"s",8}{"CPU s",8}{"pages/s",9}{"pages/CPU s",12}{"CPU s/1,000",12}{"peak MB",9}");
            var ours = await ReadAsync(site, "InfoMonitor", Ours(program, work, port, hosts), result => Stored(result.Output));
            if (!scrapy) return;
            if (Scrapy(work, port, hosts) is not { } theirs) { Console.WriteLine("Scrapy and readability-lxml are not here (Debian: python3-scrapy python3-readability): nothing to compare with."); return; }
            var usual = await ReadAsync(site, "Scrapy + readability-lxml", theirs, _ => Rows(Path.Combine(work, "scrapy.db")));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"InfoMonitor reads {ours / usual:0.0} times the pages per CPU second"));
        }
        finally
        {
            site.StandardInput.Close();
            await site.WaitForExitAsync();
            SqliteConnection.ClearAllPools();
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<double> ReadAsync(Process site, string name, ProcessStartInfo start, Func<Measured, int> count)
    {
        var before = Measured.ProcessorOf(site)!.Value;
        var result = await Measured.RunAsync(start);
        var served = Measured.ProcessorOf(site)!.Value - before;
        if (result.ExitCode != 0) throw new InvalidOperationException($"{name} ended with {result.ExitCode}:\n{result.Output}");
        var stored = count(result);
        var rate = stored / result.Processor.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-30}{stored,8}{result.Wall.TotalSeconds,8:0.0}{result.Processor.TotalSeconds,8:0.0}{stored / result.Wall.TotalSeconds,9:0.0}{rate,12:0.0}{1000 / rate,12:0.00}{result.PeakBytes / 1e6,9:0}   (the publishers' process: {served.TotalSeconds:0.0} CPU s)"));
        return rate;
    }

    public static Process StartSite(int pages, int hosts) =>
        Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(Folder, "InfoMonitor.Benchmarks.dll"), "site", $"{pages}", $"{hosts}"]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;

    private static ProcessStartInfo Ours(string? program, string work, string port, int hosts)
    {
        var home = Directory.CreateDirectory(Path.Combine(work, "home")).FullName;
        WriteSources(home, port, hosts, pause: 0);
        return new ProcessStartInfo("dotnet", [Program(program), "crawl", "--once", "--json", .. Settings(home)]);
    }

    /// <param name="published">infomonitor.dll as published; null for the build beside this one.</param>
    public static string Program(string? published) =>
        published ?? Path.Combine(Repository.Root, "src", "InfoMonitor", "bin", Path.GetFileName(Path.GetDirectoryName(Folder)!), Path.GetFileName(Folder), "infomonitor.dll");

    /// <summary>As an operator would set them who may read his own hosts without a pause.</summary>
    public static string[] Settings(string home) =>
        [$"--home={home}", $"--Ingestion:Models={Path.Combine(Repository.Root, "models")}", "--Fetching:Contact=desk@example.org", "--Fetching:AllowPrivate:0=127.0.0.0/8"];

    /// <param name="pause">Seconds between two requests to a host.</param>
    public static void WriteSources(string home, string port, int hosts, int pause)
    {
        var sources = new StringBuilder("sources:\n");
        for (var host = 1; host <= hosts; host++)
            sources.Append(CultureInfo.InvariantCulture, $$"""
                  - id: press-{{host}}
                    publisher: Press {{host}}
                    kind: press
                    ownership: unknown
                    language: en
                    delay: {{pause}}s
                    pages-per-crawl: 1000
                    entry-points:
                      - sitemap: http://127.0.1.{{host}}:{{port}}/sitemap.xml

                """);
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(home, "config")).FullName, "sources.yaml"), sources.ToString());
    }

    private static ProcessStartInfo? Scrapy(string work, string port, int hosts)
    {
        const string Python = "/usr/bin/python3";   // Debian's own, for whose packages it is
        if (!File.Exists(Python)) return null;
        using var probe = Process.Start(new ProcessStartInfo(Python, ["-c", "import scrapy, readability"]) { UseShellExecute = false, RedirectStandardError = true })!;
        probe.WaitForExit();
        return probe.ExitCode == 0 ? new ProcessStartInfo(Python, [Path.Combine(Repository.Root, "tests", "InfoMonitor.Benchmarks", "usual_stack.py"), Path.Combine(work, "scrapy.db"), port, $"{hosts}"]) : null;
    }

    /// <summary>Items: pages stored and copies.</summary>
    private static int Stored(string json)
    {
        using var reports = JsonDocument.Parse(json);
        var outcomes = reports.RootElement.EnumerateArray().SelectMany(r => r.GetProperty("outcomes").EnumerateObject()).GroupBy(o => o.Name).ToDictionary(g => g.Key, g => g.Sum(o => o.Value.GetInt32()));
        if (outcomes.Keys.Any(o => o is not ("stored" or "copy")) || outcomes.ContainsKey("copy")) Console.WriteLine($"  outcomes: {string.Join(", ", outcomes.Select(o => $"{o.Value} {o.Key}"))}");
        return outcomes.Values.Sum();
    }

    private static int Rows(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM articles";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
