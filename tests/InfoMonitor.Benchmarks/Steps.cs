using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using InfoMonitor.Content.Extraction;
using InfoMonitor.Content.Fingerprints;
using InfoMonitor.Content.Matching;
using InfoMonitor.Content.Text;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Ingestion;
using InfoMonitor.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InfoMonitor.Benchmarks;

/// <summary>Where the processor's time goes: the service's own steps on one thread, page by page, warm. Waiting is not counted, so neither the network nor another build on the machine is.</summary>
internal static class Steps
{
    private const int Warm = 200;
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(int pages)
    {
        var home = Directory.CreateTempSubdirectory("infomonitor-steps-").FullName;
        try
        {
            await using var app = Program.Build(Pipeline.Settings(home), builder => builder.Logging.ClearProviders());
            var services = app.Services;
            await services.GetRequiredService<Migrator>().MigrateAsync(default);
            var source = await PrepareAsync(services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>(), pages + Warm);
            Measure(services, source, 0, Warm);
            GC.Collect();
            Report(Measure(services, source, Warm, pages), pages);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(home, recursive: true);
        }
    }

    private static SortedDictionary<string, double> Measure(IServiceProvider services, Source source, int first, int count)
    {
        var (reader, judge, ingestor) = (services.GetRequiredService<ArticleReader>(), services.GetRequiredService<Judge>(), services.GetRequiredService<Ingestor>());
        var press = new PressPages();
        var spent = new SortedDictionary<string, double>(StringComparer.Ordinal);
        T Count<T>(string step, Func<T> work)
        {
            var before = ThreadSeconds();
            var result = work();
            spent[step] = spent.GetValueOrDefault(step) + ThreadSeconds() - before;
            return result;
        }
        for (var i = first; i < first + count; i++)
        {
            var body = Encoding.UTF8.GetBytes(press[i]);
            var fetched = new FetchResult.Fetched(new Uri($"http://127.0.1.1/tin-tuc/bai-{i}.html"), body, "text/html; charset=utf-8", null, null, null);
            var html = Count("1 decode", () => CharsetDecoder.Decode(body, "text/html; charset=utf-8"));
            Count("2a (of which parse)", () => PageParser.Parse(html, whole: false, default))?.Dispose();
            Count("2 parse and extract", () => ArticleExtractor.Extract(html, fetched.Address, Now, default));
            if (Count("3 mask, name the language", () => reader.Read(fetched, default)) is Reading.Readable { Article: var article })
            {
                Count("4 assess", () => judge(article.Title, article.Text, article.Language, CorrectionIndex.Empty));
                Count("5 fingerprint", () => Fingerprint.Of(article.Text, article.Language));
            }
            Count("6 search and store", () => ingestor.IngestAsync(i + 1, source, fetched, default).GetAwaiter().GetResult());   // SQLite answers on the thread that asks
        }
        // Later steps were measured with what they stand on.
        spent["6 search and store"] -= spent["3 mask, name the language"] + spent["4 assess"] + spent["5 fingerprint"];
        spent["3 mask, name the language"] -= spent["1 decode"] + spent["2 parse and extract"];
        return spent;
    }

    private static void Report(SortedDictionary<string, double> spent, int pages)
    {
        var whole = spent.Where(s => !s.Key.StartsWith("2a", StringComparison.Ordinal)).Sum(s => s.Value);
        foreach (var (step, seconds) in spent)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step,-30}{1000 * seconds / pages,9:0.00} ms a page{100 * seconds / whole,8:0} %"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"all but the fetch",-30}{1000 * whole / pages,9:0.00} ms a page"));
    }

    private static async Task<Source> PrepareAsync(IDbContextFactory<InfoMonitorDb> databases, int pages)
    {
        await using var db = await databases.CreateDbContextAsync();
        var source = new Source { Id = "press", Publisher = "Press", Kind = SourceKind.Press, Language = "en", Enabled = true };
        db.Sources.Add(source);
        db.Pages.AddRange(Enumerable.Range(0, pages).Select(i => new Page { Id = i + 1, SourceId = source.Id, Url = $"http://127.0.1.1/tin-tuc/bai-{i}.html", UrlHash = $"{i}", FoundAt = Now, NextAttemptAt = Now }));
        await db.SaveChangesAsync();
        return source;
    }

    /// <summary>Processor time of the calling thread.</summary>
    public static double ThreadSeconds()
    {
        const int ClockThreadCpuTime = 3;
        if (ClockGetTime(ClockThreadCpuTime, out var time) != 0) throw new InvalidOperationException("This system does not tell the processor time of a thread.");
        return time.Seconds + time.Nanoseconds / 1e9;
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ClockGetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
