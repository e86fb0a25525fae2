using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Crawling;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Ingestion;
using InfoMonitor.Sources;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace InfoMonitor.Commands;

/// <summary><c>crawl --once</c>: reads every source, or one, now and in this process.</summary>
internal static class CrawlCommand
{
    public static Command Create()
    {
        var once = new Option<bool>("--once") { Description = "Needed: read now and end. (To crawl by schedule is the work of run.)" };
        var source = new Option<string?>("--source") { Description = "Only the source with this id of sources.yaml." };
        var json = new Option<bool>("--json") { Description = "Print a JSON array, an object a source." };
        var command = new Command("crawl", "Read every source, or one, now. Ends with 1 when a source could not be read. Refused beside a service that crawls on the same database.") { once, source, json }.TakesSettings();
        command.Validators.Add(result =>
        {
            if (!result.GetValue(once)) result.AddError("crawl reads every source now, or one, and ends; say that you want it by adding --once: infomonitor crawl --once [--source ID] [--home DIR]. To crawl by schedule: infomonitor run [--home DIR].");
        });
        command.SetAction((parse, cancellation) => Failure.GuardAsync(async () =>
        {
            await using var app = Settings.Build(parse);
            var services = app.Services;
            if (!services.GetRequiredService<Fetcher>().CanCrawl) throw new InvalidDataException(Contact.Missing.En);
            await using var alone = await CrawlLock.AloneAsync(services, "crawl --once", cancellation);
            await services.GetRequiredService<Migrator>().MigrateAsync(cancellation);
            await services.GetRequiredService<SourceMirror>().MirrorAsync(cancellation);
            _ = services.GetRequiredService<Assessor>();   // as in run: what may not judge ends in its reason, before anything is read
            var ids = await ChosenAsync(services, parse.GetValue(source), cancellation);
            var reports = await WithProgressAsync(progress => CrawlAsync(services, ids, progress, cancellation));
            // The rumour and its fact-check may have come with the same crawl, in this order.
            await services.GetRequiredService<BackMatcher>().MatchAsync(TimeSpan.Zero, cancellation);
            var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            var waiting = await WaitingAsync(services, ids, cancellation);
            if (parse.GetValue(json)) output.WriteLine(JsonSerializer.Serialize(reports.Select(r => AsJson(r, waiting.GetValueOrDefault(r.SourceId))), JsonSerializerOptions.Web));
            else Print(reports, waiting, output, error);
            return reports.Exists(r => r.IsUnread) ? ExitCodes.Found : ExitCodes.Ok;
        }));
        return command;
    }

    private static async Task<string[]> ChosenAsync(IServiceProvider services, string? wanted, CancellationToken cancellation)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContextAsync(cancellation);
        var known = await db.Sources.Where(s => s.Enabled).OrderBy(s => s.Id).Select(s => s.Id).ToArrayAsync(cancellation);
        if (wanted is null) return known;
        return known.Contains(wanted, StringComparer.Ordinal) ? [wanted]
            : throw new UsageException($"--source '{wanted}' is no enabled source. {(known is [] ? "There is none: config/sources.yaml names none that is enabled." : $"Known: {string.Join(", ", known)}.")}");
    }

    private static async Task<List<CrawlReport>> CrawlAsync(IServiceProvider services, string[] ids, IProgress<CrawlProgress>? progress, CancellationToken cancellation)
    {
        var crawler = services.GetRequiredService<SourceCrawler>();
        var reports = new CrawlReport?[ids.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = services.GetRequiredService<IOptions<CrawlingOptions>>().Value.MaxConcurrency, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, ids.Length), parallel, async (i, token) => reports[i] = await crawler.CrawlAsync(ids[i], progress, token));
        return [.. reports.OfType<CrawlReport>()];
    }

    /// <summary>Pages that are found and not read yet, by source: those put off in an earlier crawl are in no figure of this one.</summary>
    private static async Task<Dictionary<string, WaitingPages>> WaitingAsync(IServiceProvider services, string[] ids, CancellationToken cancellation)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var db = await services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContextAsync(cancellation);
        var rows = await db.Pages.Where(p => p.Outcome == null && ids.Contains(p.SourceId)).GroupBy(p => p.SourceId)
            .Select(g => new { Id = g.Key, Count = g.Count(), Next = g.Min(p => p.NextAttemptAt) }).ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Id, r => new WaitingPages(r.Count, r.Next > now ? r.Next : null), StringComparer.Ordinal);
    }

    /// <summary>A bar a source on standard error, where a person can see it.</summary>
    private static async Task<List<CrawlReport>> WithProgressAsync(Func<IProgress<CrawlProgress>?, Task<List<CrawlReport>>> crawl)
    {
        if (Console.IsErrorRedirected) return await crawl(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().HideCompleted(false).Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => crawl(new Bars(context)));
    }

    private static void Print(List<CrawlReport> reports, Dictionary<string, WaitingPages> waiting, TextWriter output, TextWriter error)
    {
        var outcomes = Enum.GetValues<PageOutcome>().Where(o => reports.Exists(r => r.Outcomes.ContainsKey(o))).ToArray();
        var table = new Table().Border(TableBorder.Simple).AddColumn("source");
        foreach (var heading in (string[])["read", "unchanged", "new", "known", .. outcomes.Select(o => o.Word()), "postponed"]) table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var report in reports)
        {
            string[] cells = [Markup.Escape(report.SourceId), string.Create(CultureInfo.InvariantCulture, $"{report.Read}/{report.Read + report.Failed + report.Waiting}"), .. Counts(report, outcomes)];
            table.AddRow(cells);
        }
        table.AddRow(["all", string.Create(CultureInfo.InvariantCulture, $"{reports.Sum(r => r.Read)}/{reports.Sum(r => r.Read + r.Failed + r.Waiting)}"),
            .. Enumerable.Range(0, outcomes.Length + 4).Select(i => Number(reports.Sum(r => Values(r, outcomes)[i])))]);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (Console.IsOutputRedirected) console.Profile.Width = 160;
        console.Write(table);
        foreach (var report in reports)
            if (waiting.TryGetValue(report.SourceId, out var left))
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.SourceId}: {left.Count:N0} {(left.Count == 1 ? "page waits" : "pages wait")} {(left.Until is { } until ? $"until {until.UtcDateTime:yyyy-MM-dd HH:mm:ss'Z'} or later" : "for the next crawl")}"));
        foreach (var report in reports.Where(r => r.Told is not null)) error.WriteLine($"{report.SourceId}: {report.Told!.En}");
    }

    private static IEnumerable<string> Counts(CrawlReport report, PageOutcome[] outcomes) => Values(report, outcomes).Select(Number);

    private static int[] Values(CrawlReport report, PageOutcome[] outcomes) => [report.Unchanged, report.New, report.Known, .. outcomes.Select(o => report.Outcomes.GetValueOrDefault(o)), report.Postponed];

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static object AsJson(CrawlReport report, WaitingPages left) => new
    {
        source = report.SourceId,
        read = report.Read,
        failed = report.Failed,
        waiting = report.Waiting,
        unchanged = report.Unchanged,
        entries = new { @new = report.New, known = report.Known, tooOld = report.TooOld, beyondLimits = report.BeyondLimits, refused = report.Refused },
        outcomes = report.Outcomes.ToDictionary(o => o.Key.Word(), o => o.Value),
        postponed = report.Postponed,
        pagesWaiting = left.Count,
        pagesWaitUntil = left.Until,
        error = report.Told?.En,
    };

    /// <param name="Until">When the first of them is due; null when one is already.</param>
    private readonly record struct WaitingPages(int Count, DateTimeOffset? Until);

    private sealed class Bars(ProgressContext context) : IProgress<CrawlProgress>
    {
        private readonly Dictionary<string, ProgressTask> tasks = new(StringComparer.Ordinal);

        public void Report(CrawlProgress value)
        {
            lock (tasks)
            {
                if (!tasks.TryGetValue(value.SourceId, out var task)) tasks.Add(value.SourceId, task = context.AddTask(Markup.Escape(value.SourceId)));
                task.MaxValue = Math.Max(1, value.Total);
                task.Value = value.Total == 0 ? 1 : value.Done;
            }
        }
    }
}
