using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Crawling;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Sources;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace InfoMonitor.Commands;

/// <summary><c>sources check</c>: what is wrong in the file of sources; with <c>--try</c>, what reading each source would bring.</summary>
internal static class SourcesCommand
{
    /// <summary>Pages that a trial reads of one source.</summary>
    private const int MostPages = 20;

    public static Command Create()
    {
        var source = new Option<string?>("--source") { Description = "Only the source with this id.", HelpName = "ID" };
        var trying = new Option<bool>("--try") { Description = "Read each source once and show what would be taken. Stores nothing but the mark that it was tried." };
        var pages = new Option<int>("--pages") { Description = "Pages read of each source with --try; 0 for none: then its entry points alone are read, and it is not marked as tried.", DefaultValueFactory = _ => 3, HelpName = "N", CustomParser = WholeNumber.Of("--pages", 0, MostPages) };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var check = new Command("check", "Check config/sources.yaml and list every error; fetches nothing unless told to --try. Ends with 1 when something has to be mended: not where a server is busy or down, or its host is left alone, for now.") { source, trying, pages, json };
        check.Validators.Add(result =>
        {
            if (result.GetResult(pages) is { Implicit: false, Tokens: [var given] } && WholeNumber.Read(given.Value, 0, MostPages) is not null && !result.GetValue(trying)) result.AddError("--pages says how many pages are read with --try; without it none is.");
        });
        check.TakesSettings().SetAction((parse, cancellation) => Failure.GuardAsync(async () =>
        {
            await using var app = Settings.Build(parse);
            var services = app.Services;
            switch (await services.GetRequiredService<SourceMirror>().ReadAsync(cancellation))
            {
                case SourceFileReading.Wrong wrong:
                    return Tell(wrong.Errors, parse.GetValue(json), parse.InvocationConfiguration);
                case SourceFileReading.Read read:
                    var chosen = Chosen(read.Sources, parse.GetValue(source));
                    // A host keeps the longest delay of all its sources, not only of those that are tried now.
                    services.GetRequiredService<HostGate>().Expect(read.Sources.Where(s => s.Enabled).SelectMany(s => s.EntryPoints.Select(p => (new Uri(p.Url), s.Delay, s.Id))));
                    return parse.GetValue(trying)
                        ? await TryAsync(services, chosen, parse.GetValue(pages), parse.GetValue(json), parse.InvocationConfiguration, cancellation)
                        : await ListAsync(services, chosen, parse.GetValue(json), parse.InvocationConfiguration, cancellation);
                case var other:
                    throw new InvalidOperationException($"{other.GetType().Name} is new here.");
            }
        }));
        return new Command("sources", "The publishers that are read.") { check };
    }

    private static IReadOnlyList<SourceDefinition> Chosen(IReadOnlyList<SourceDefinition> sources, string? wanted)
    {
        if (wanted is null) return sources;
        return sources.Where(s => s.Id == wanted).ToArray() is { Length: > 0 } one ? one
            : throw new UsageException($"--source '{wanted}' is not in the file. It has: {string.Join(", ", sources.Select(s => s.Id))}.");
    }

    private static int Tell(IReadOnlyList<SourceFileError> errors, bool json, InvocationConfiguration console)
    {
        if (json) Write(console, new { valid = false, errors = errors.Select(e => new { file = e.File, line = e.Line, source = e.Source, key = e.Key, what = e.What.En, remedy = e.Remedy.En }) });
        else foreach (var line in AdviceSheet.Lines(errors.Select(e => new AdviceSheet.Finding($"line {e.Line}", e.Fault, e.Remedy.En)))) console.Error.WriteLine(line);
        if (!json) console.Error.WriteLine(errors is [_] ? "1 error." : $"{errors.Count} errors.");
        return ExitCodes.Found;
    }

    private static async Task<int> ListAsync(IServiceProvider services, IReadOnlyList<SourceDefinition> sources, bool json, InvocationConfiguration console, CancellationToken cancellation)
    {
        var tried = await TriedAsync(services, cancellation);
        var standings = await StandingsAsync(services, sources, cancellation);
        if (json)
        {
            Write(console, new
            {
                valid = true,
                sources = sources.Select(s => new
                {
                    id = s.Id, publisher = s.Publisher, kind = s.Kind.Word(), ownership = s.Ownership.Word(), language = s.Language, interval = SpanText.Write(s.Interval), delay = SpanText.Write(s.Delay),
                    pagesPerCrawl = s.PagesPerCrawl, enabled = s.Enabled, tried = tried.GetValueOrDefault(s.Id), line = s.Line,
                    condition = standings.GetValueOrDefault(s.Id)?.Condition.Word(), warning = standings.GetValueOrDefault(s.Id)?.Warning?.ToString(),
                    waiting = standings.GetValueOrDefault(s.Id)?.Waiting, backlog = standings.GetValueOrDefault(s.Id)?.Backlog?.ToString(),
                    entryPoints = s.EntryPoints.Select(p => new { kind = p.Kind.Word(), url = p.Url, selector = p.Selector }),
                }),
            });
            return ExitCodes.Ok;
        }
        var table = new Table().Border(TableBorder.Simple).AddColumns("source", "publisher", "kind", "ownership", "lang").AddColumn(new TableColumn("every").RightAligned()).AddColumn(new TableColumn("delay").RightAligned()).AddColumns("entry points", "tried").AddColumn(new TableColumn("waiting").RightAligned());
        foreach (var s in sources)
        {
            var mark = tried.GetValueOrDefault(s.Id) is { } at ? at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : s.Tried?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "not yet tried";
            string[] cells = [s.Id, s.Publisher, s.Kind.Word(), s.Ownership.Word(), s.Language, SpanText.Write(s.Interval), SpanText.Write(s.Delay), string.Join(", ", s.EntryPoints.GroupBy(p => p.Kind).Select(g => $"{g.Count()} {g.Key.Word()}")), s.Enabled ? mark : "switched off", Cell(standings.GetValueOrDefault(s.Id)?.Waiting)];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }
        Output(console).Write(table);
        foreach (var line in AdviceSheet.Lines(standings.OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(s => new[] { s.Value.Warning, s.Value.Backlog }).OfType<AdviceSheet.Finding>())) console.Output.WriteLine(line);
        console.Output.WriteLine(sources is [_] ? "1 source, no error." : $"{sources.Count} sources, no error.");
        return ExitCodes.Ok;
    }

    /// <summary>When each source was tried, as far as a database tells; without one nothing was.</summary>
    private static async Task<Dictionary<string, DateTimeOffset?>> TriedAsync(IServiceProvider services, CancellationToken cancellation)
    {
        try
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContextAsync(cancellation);
            return await db.Database.CanConnectAsync(cancellation) ? await db.Sources.ToDictionaryAsync(s => s.Id, s => s.TriedAt, StringComparer.Ordinal, cancellation) : [];
        }
        catch (DbException)
        {
            return [];   // there, but never migrated
        }
    }

    /// <param name="Warning">What somebody has to do something about; null for nothing.</param>
    /// <param name="Waiting">Pages that wait for their turn.</param>
    /// <param name="Backlog">That they are too many; null where they are not.</param>
    private sealed record Standing(SourceCondition Condition, AdviceSheet.Finding? Warning, int Waiting, AdviceSheet.Finding? Backlog);

    /// <summary>What reading them has shown so far.</summary>
    private static async Task<IReadOnlyDictionary<string, Standing>> StandingsAsync(IServiceProvider services, IReadOnlyList<SourceDefinition> sources, CancellationToken cancellation)
    {
        try
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var calendar = services.GetRequiredService<WorkCalendar>();
            var ids = sources.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
            await using var db = await services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContextAsync(cancellation);
            if (!await db.Database.CanConnectAsync(cancellation)) return new Dictionary<string, Standing>();
            var pages = await PageStanding.ReadAsync(db, now, cancellation);
            var rows = await db.Sources.AsNoTracking().Include(s => s.EntryPoints).OrderBy(s => s.Id).ToListAsync(cancellation);
            return rows.Where(s => ids.Contains(s.Id)).ToDictionary(s => s.Id, s => StandingOf(s, pages.Of(s.Id), calendar, now), StringComparer.Ordinal);
        }
        catch (DbException)
        {
            return new Dictionary<string, Standing>();   // there, but never migrated
        }
    }

    private static Standing StandingOf(Source s, PageStanding pages, WorkCalendar calendar, DateTimeOffset now)
    {
        var condition = s.ConditionAt(now, pages.Trouble);
        return new Standing(condition, condition switch
        {
            SourceCondition.Died when s.IsGone() => Told($"dead: gone for good (410), and asked again only every {SpanText.Write(s.ReadEvery ?? s.Interval)}. {Errors(s, now)}"),
            SourceCondition.Died => Told($"dead, {Crawls(s.Failures)}. {Errors(s, now)}"),
            SourceCondition.Failing => Told($"failing, {Crawls(s.Failures)}. {Errors(s, now)}"),
            SourceCondition.Troubled => Told($"troubled. {Troubles(s, pages, now)}"),
            SourceCondition.Partial => Told($"partial. {pages.Stuckness!.En}", SourcesTexts.DoPartial.En, See(s)),
            SourceCondition.OffTarget => Told(string.Create(CultureInfo.InvariantCulture, $"off target. {s.NotArticles * 100:0} % of the pages found lately are no articles{(s.NotArticlesBecause is { } because ? ", most often as: " + PageReasonTexts.Of(because).En : "")}."), SourcesTexts.Aim(s.NotArticlesBecause, s.EntryPoints.Any(p => p.Kind == EntryPointKind.List)).En, See(s)),
            SourceCondition.Silent when s.QuietFor() is { } quiet => Told($"silent. {QuietFor(quiet)}", SourcesTexts.DoQuiet.En),
            SourceCondition.Silent when s.AssumesGap() => Told($"silent. It was read, but nothing new came for {Rounded(s.SilentFor()!.Value)}. Its rhythm within a day is not known yet; until it is, no more than {Rounded(s.UsualGap!.Value)} without a new item count as usual.", null, See(s)),
            SourceCondition.Silent => Told($"silent. It was read, but nothing new came for {Rounded(s.SilentFor()!.Value)}, usually {Rounded(s.UsualGap!.Value)} at most after an item at that time of day.", null, See(s)),
            SourceCondition.Moved => Told(s.Moves()!.En),
            SourceCondition.Waiting => Told($"waits{(s.WaitsUntil(now) is { } until ? $" until {TriedWait.Written(TriedWait.ToTheMinute(calendar, until))}" : "")}, which is nothing to mend. {Errors(s, now)}"),
            SourceCondition.Late or SourceCondition.Untried or SourceCondition.Healthy or SourceCondition.Paused => null,
        }, pages.Waiting, pages.BacklogOf(s) is { } backlog ? Told(backlog.En) : null);

        AdviceSheet.Finding Told(string what, string? advice = null, string? after = null) => new(s.Id, $"{s.Id}: {what}", advice, after);
    }

    private static string See(Source source) => $"See: infomonitor sources check --try --source {source.Id}";

    private static string Crawls(int failed) => failed == 1 ? "the last crawl could not read it" : string.Create(CultureInfo.InvariantCulture, $"{failed} crawls in a row could not read it");

    public static string Quiet(TimeSpan quiet) => $"{QuietFor(quiet)} {SourcesTexts.DoQuiet.En}";

    private static string QuietFor(TimeSpan quiet) => $"The newest entry that its entry points announce is {Rounded(quiet)} old, longer than its entries are apart.";

    /// <summary>To the minute, from two days on to the day.</summary>
    private static string Rounded(TimeSpan span) =>
        SpanText.Write(span >= TimeSpan.FromDays(2) ? TimeSpan.FromDays(Math.Floor(span.TotalDays)) : TimeSpan.FromMinutes(Math.Ceiling(span.TotalMinutes)));

    private static string Troubles(Source source, PageStanding pages, DateTimeOffset now)
    {
        var told = new List<string?> { Errors(source, now), source.Dropped?.En, pages.Stuckness?.En };
        if (source.Dropped is not null || pages.IsStuck) told.Add(See(source));
        if (pages.Quarantined > 0) told.Add(string.Create(CultureInfo.InvariantCulture, $"{pages.Quarantined} quarantined in the last 24 hours. See: infomonitor quarantine list"));
        return string.Join(' ', told.Where(text => !string.IsNullOrEmpty(text)));
    }

    private static string Errors(Source source, DateTimeOffset now) => source.Errors(now)?.En.Replace('\n', ' ') ?? "";

    private static async Task<int> TryAsync(IServiceProvider services, IReadOnlyList<SourceDefinition> sources, int pages, bool json, InvocationConfiguration console, CancellationToken cancellation)
    {
        if (!services.GetRequiredService<Fetcher>().CanCrawl) throw new InvalidDataException(Contact.Missing.En);
        await services.GetRequiredService<Migrator>().MigrateAsync(cancellation);
        await services.GetRequiredService<SourceMirror>().MirrorAsync(cancellation);   // the mark needs its row
        var trial = ActivatorUtilities.CreateInstance<SourceTrial>(services);
        var results = new TrialResult?[sources.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = services.GetRequiredService<IOptions<CrawlingOptions>>().Value.MaxConcurrency, CancellationToken = cancellation };
        await WithProgressAsync(sources.Count, done => Parallel.ForEachAsync(Enumerable.Range(0, sources.Count), parallel, async (i, token) =>
        {
            results[i] = await trial.RunAsync(sources[i], pages, token);
            done();
        }));
        var read = results.OfType<TrialResult>().ToArray();
        if (json) Write(console, new { valid = true, sources = read.Select(AsJson) });
        else
        {
            var shared = read.SelectMany(r => r.EntryPoints).Select(e => e.Advice).OfType<string>().CountBy(advice => advice, StringComparer.Ordinal).Where(advice => advice.Value > 1).Select(advice => advice.Key).ToHashSet(StringComparer.Ordinal);
            foreach (var result in read) Print(console, result, shared);
            foreach (var advice in shared) console.Output.WriteLine($"{string.Join(", ", read.SelectMany(r => r.EntryPoints).Where(e => e.Advice == advice).Select(e => e.Url))}: {advice}");
        }
        var (waiting, failing) = (read.Count(r => r.WaitsUntil is not null), read.Count(r => r.WaitsUntil is null && r.FailsForNow));
        if (!json) console.Output.WriteLine($"{read.Count(r => r.Good == true)} of {read.Length} sources can be read as they stand in the file.{(waiting == 0 ? "" : $" Of {waiting} that is not known yet: {(waiting == 1 ? "it waits" : "they wait")} for hosts that are left alone for a while, which is nothing to mend.")}{(failing == 0 ? "" : $" Of {failing} that is not known now: {(failing == 1 ? "its server is busy or down, and is" : "their servers are busy or down, and are")} tried again by {(failing == 1 ? "itself" : "themselves")}; only if that lasts is there something to mend.")}");
        return Array.TrueForAll(read, r => !r.HasToBeMended) ? ExitCodes.Ok : ExitCodes.Found;
    }

    private static async Task WithProgressAsync(int count, Func<Action, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            await work(() => { });
            return;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress().AutoClear(true).StartAsync(async context =>
        {
            var bar = context.AddTask("reading", maxValue: count);
            await work(() => bar.Increment(1));
        });
    }

    private static readonly string[] Counts = ["announced", "taken", "too old", "beyond limits", "refused"];

    /// <param name="shared">Advice that holds for several entry points: told once, below all.</param>
    private static void Print(InvocationConfiguration to, TrialResult result, HashSet<string> shared)
    {
        var console = Output(to);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{result.Id}[/] {result.Publisher}: {(result.HasToBeMended ? "has to be mended" : result.WaitsUntil is { } until ? $"waits until {TriedWait.Written(until)}" : result.FailsForNow ? "cannot be read now, as a server is busy or down; it is tried again by itself" : "can be read")}");
        foreach (var host in result.Hosts) console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  {host}");
        var found = new Table().Border(TableBorder.Simple).AddColumns("entry point", "HTTP").AddColumns([.. Counts.Select(c => new TableColumn(c).RightAligned())]);
        foreach (var entry in result.EntryPoints)
            found.AddRow([.. new[] { $"{entry.Kind.Word()} {entry.Url}", Cell(entry.Status), Cell(entry.Found?.Announced), Cell(entry.Found?.Kept), Cell(entry.Found?.TooOld), Cell(entry.Found?.BeyondLimits), Cell(entry.Found?.Refused) }.Select(Markup.Escape)]);
        console.Write(found);
        foreach (var entry in result.EntryPoints)
        {
            if (entry.MovedTo is { } moved) console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  {entry.Url} has moved for good: write {entry.Kind.Word()}: {moved} in its place in sources.yaml.");
            if ((entry.Advice is { } advice && shared.Contains(advice) ? entry.What : entry.Error ?? entry.Wait?.ToString()) is { } error) console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  {entry.Url}: {error}");
            Print(console, entry.Url, entry.FactChecks);
        }
        var drops = result.EntryPoints.SelectMany(e => e.Dropped.Select(d => (Entry: e, Drop: d))).ToArray();
        if (drops is not [])
        {
            var dropped = new Table().Border(TableBorder.Simple).AddColumns("left, because").AddColumn(new TableColumn("entries").RightAligned()).AddColumns("as", "entry point");
            foreach (var (entry, drop) in drops) dropped.AddRow([.. new[] { drop.Reason, Cell(drop.Count), drop.Example, entry.Url }.Select(Markup.Escape)]);
            console.Write(dropped);
        }
        if (result.Pages.Count > 0)
        {
            var table = new Table().Border(TableBorder.Simple).AddColumns("outcome", "published").AddColumn(new TableColumn("characters").RightAligned()).AddColumns("title or reason", "page");
            foreach (var page in result.Pages) table.AddRow([.. new[] { page.Outcome, page.Published ?? "-", page.Length?.ToString("N0", CultureInfo.InvariantCulture) ?? "-", string.Join(" ", new[] { page.Title, page.Reason }.OfType<string>()) is { Length: > 0 } told ? told : "-", page.Url }.Select(Markup.Escape)]);
            console.Write(table);
            foreach (var page in result.Pages) Print(console, page.Url, page.FactChecks);
        }
        foreach (var reason in result.Reasons.Where(r => !r.IsShown)) console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  {reason.What}");
        to.Output.WriteLine();
    }

    private static void Print(IAnsiConsole console, string url, TriedFactChecks checks)
    {
        foreach (var check in checks.Taken) console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  {url} checks \"{check.Claim}\": {check.Verdict}");
        foreach (var left in checks.Left) console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  {url}: {(left.Count == 1 ? "a fact-check is" : string.Create(CultureInfo.InvariantCulture, $"{left.Count} fact-checks are"))} not shown: {left.Reason}");
    }

    private static string Cell(int? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "-";

    private static object AsJson(TrialResult result) => new
    {
        id = result.Id,
        good = result.Good,
        failsForNow = result.FailsForNow,
        waitsUntil = result.WaitsUntil,
        waitsBecause = result.WaitsBecause,
        silentSeconds = (long?)result.Silent?.TotalSeconds,
        reasons = result.Reasons.Select(r => r.What),
        hosts = result.Hosts.Select(h => new { host = h.Host, pauseSeconds = h.Pause?.Pause.TotalSeconds, because = h.Pause?.Asker.Word(), becauseOf = h.Pause?.Source, robotsIsPage = h.IsPage, robotsSeconds = h.Robots?.TotalSeconds, error = h.Error }),
        entryPoints = result.EntryPoints.Select(e => new { kind = e.Kind.Word(), url = e.Url, status = e.Status, error = e.Error, waitsUntil = e.Wait?.Until, waitsBecause = e.Wait?.Why, announced = e.Found?.Announced, kept = e.Found?.Kept, tooOld = e.Found?.TooOld, beyondLimits = e.Found?.BeyondLimits, refused = e.Found?.Refused, movedTo = e.MovedTo, newestAt = e.NewestAt, dropped = e.Dropped.Select(d => new { reason = d.Reason, count = d.Count, example = d.Example }), factChecks = e.FactChecks.Taken, factChecksLeft = AsJson(e.FactChecks) }),
        pages = result.Pages.Select(p => new { url = p.Url, outcome = p.Outcome, title = p.Title, published = p.Published, length = p.Length, because = p.Because?.Word(), reason = p.Reason, waitsUntil = p.Wait?.Until, factChecks = p.FactChecks.Taken, factChecksLeft = AsJson(p.FactChecks) }),
    };

    private static object AsJson(TriedFactChecks checks) => checks.Left.Select(l => new { reason = l.Reason, count = l.Count });

    private static IAnsiConsole Output(InvocationConfiguration to)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(to.Output), Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
        if (Console.IsOutputRedirected) console.Profile.Width = 200;
        return console;
    }

    private static void Write(InvocationConfiguration to, object answer) => to.Output.WriteLine(JsonSerializer.Serialize(answer, JsonLinesBatch.Json));
}
