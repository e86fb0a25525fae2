using System.Globalization;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Extraction;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Crawling;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Ingestion;
using InfoMonitor.Sources;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Reading = InfoMonitor.Ingestion.Reading;

namespace InfoMonitor.Commands;

/// <summary>What one source brought. Texts are masked.</summary>
/// <param name="Silent">How old the newest entry is, where that is longer than usual for what it announces; null where it is not.</param>
/// <param name="Reasons">What has to be mended, and how; none where it can be read: every entry point was, and announces pages of the source or says itself what is true of claims; it is not silent;
/// and of the pages read at least one is an article. That a host is left alone for a while, or its server is busy or down, is nothing to mend.</param>
internal sealed record TrialResult(string Id, string Publisher, TimeSpan? Silent, IReadOnlyList<TrialReason> Reasons, IReadOnlyList<HostPoliteness> Hosts, IReadOnlyList<TriedEntryPoint> EntryPoints, IReadOnlyList<TriedPage> Pages)
{
    /// <summary>True where something has to be mended, as far as it could be asked.</summary>
    public bool HasToBeMended => Reasons is not [];

    /// <summary>Whether it can be read as it stands in the file; null where that cannot be told before <see cref="WaitsUntil"/>, or while it <see cref="FailsForNow"/>.</summary>
    public bool? Good => HasToBeMended ? false : WaitsUntil is null && !FailsForNow ? true : null;

    /// <summary>Whether it cannot be told as a server answered that it is busy or down: the service asks it again by itself.</summary>
    public bool FailsForNow => !HasToBeMended && (EntryPoints.Any(e => e.IsPassing) || (TellNothing(Pages) && Pages.Any(p => p.IsPassing)));

    /// <summary>Why that cannot be told; null where it can.</summary>
    public string? WaitsBecause => WaitsUntil is null ? null : EntryPoints.Select(e => e.Wait).Concat(Pages.Select(p => p.Wait)).OfType<TriedWait>().MaxBy(w => w.Until)!.Why;

    /// <summary>Until when it cannot be told whether it can be read, as a host is left alone; null where that is known.</summary>
    public DateTimeOffset? WaitsUntil => !HasToBeMended && (EntryPoints.Any(e => e.Wait is not null) || (Pages is not [] && TellNothing(Pages)))
        ? EntryPoints.Select(e => e.Wait).Concat(Pages.Select(p => p.Wait)).Max(w => w?.Until) : null;

    /// <summary>Whether none of them could be asked, or had a server that was not busy or down.</summary>
    public static bool TellNothing(IEnumerable<TriedPage> pages) => pages.All(p => p.Wait is not null || p.IsPassing);
}

/// <summary>That a host is left alone for a while: it asked for it, asks for a longer pause than is waited for, or failed too often.</summary>
/// <param name="Until">In the office's zone, to the minute.</param>
internal sealed record TriedWait(DateTimeOffset Until, string Why)
{
    public override string ToString() => $"Waits until {Written(Until)}: {Why}";

    /// <summary>In the office's zone; what begins a minute counts as all of it.</summary>
    public static DateTimeOffset ToTheMinute(WorkCalendar calendar, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var left = until.Ticks % TimeSpan.TicksPerMinute;
        return calendar.Local(left == 0 ? until : until.AddTicks(TimeSpan.TicksPerMinute - left));
    }

    public static string Written(DateTimeOffset until) => until.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}

/// <param name="EntryPoint">Whose it is; null for one of the whole source.</param>
internal sealed record TrialReason(string What, TriedEntryPoint? EntryPoint = null)
{
    /// <summary>True where it stands with its entry point already.</summary>
    public bool IsShown => EntryPoint?.Error is not null;
}

/// <param name="Pause">Null when the host cannot be read.</param>
/// <param name="Robots">What its robots.txt asks for; null when nothing.</param>
/// <param name="Error">Why nothing may be read there.</param>
/// <param name="Absent">True where its robots.txt counts as none (RFC 9309).</param>
/// <param name="Status">HTTP status of a robots.txt that was not read.</param>
/// <param name="IsPage">True where it is an HTML page without rules.</param>
internal sealed record HostPoliteness(string Host, HostPause? Pause, TimeSpan? Robots, string? Error, bool Absent = false, int? Status = null, bool IsPage = false)
{
    public override string ToString() => Error ?? $"{Host}: {(Absent ? $"robots.txt {(Status is { } status ? string.Create(CultureInfo.InvariantCulture, $"answers {status}") : "redirects to nowhere")}, which counts as none, so that every page may be read" : IsPage ? "robots.txt is an HTML page and holds no rules, so that every page may be read" : "robots.txt read")}{(Robots is { } wanted ? string.Create(CultureInfo.InvariantCulture, $" (asks for {wanted.TotalSeconds:0.###} s)") : "")}, a request every {SpanText.Write(Pause!.Pause)} at most ({Because(Pause)})";

    private static string Because(HostPause pause) => pause.Asker switch
    {
        PauseAsker.Own => "its delay",
        PauseAsker.Other => $"the delay of {pause.Source}, which reads the same host",
        PauseAsker.Robots => "robots.txt",
        PauseAsker.Service => HostPause.FloorKey,
    };
}

/// <param name="Found">Null when it could not be read.</param>
/// <param name="MovedTo">Where it has moved for good; null when it has not.</param>
internal sealed record TriedEntryPoint(EntryPointKind Kind, string Url, int? Status, string? Error, TriedEntries? Found, string? MovedTo = null)
{
    /// <summary>Why it was not asked, or not to the end; null where it was.</summary>
    public TriedWait? Wait { get; init; }

    /// <summary>True when a server answered that it is busy or down, and the time it asked for, if any, is no matter.</summary>
    public bool IsPassing { get; init; }

    /// <summary><see cref="Error"/> without <see cref="Advice"/>.</summary>
    public string? What { get; init; }

    /// <summary>What to do, where it is known apart from what is wrong; masked, and null elsewhere.</summary>
    public string? Advice { get; init; }

    /// <summary>Why announced entries would be left.</summary>
    public IReadOnlyList<Drop> Dropped { get; init; } = [];

    /// <summary>UTC; the newest date of what it announces. Null where it gives none.</summary>
    public DateTimeOffset? NewestAt { get; init; }

    /// <summary>What a feed itself says of claims, as in <see cref="TriedPage"/>.</summary>
    public TriedFactChecks FactChecks { get; init; } = TriedFactChecks.None;
}

internal sealed record TriedEntries(int Kept, int TooOld, int BeyondLimits, int Refused)
{
    public int Announced => Kept + TooOld + BeyondLimits + Refused;
}

/// <summary>What a page or feed says of claims: references for the service.</summary>
/// <param name="Taken">What it would keep; masked.</param>
/// <param name="Left">Why the others are left, and how many. Never their text: it may tell who a victim or child is.</param>
internal sealed record TriedFactChecks(IReadOnlyList<ExtractedCheck> Taken, IReadOnlyList<Drop> Left)
{
    public static readonly TriedFactChecks None = new([], []);
}

/// <param name="Outcome">A word: article, not-article, or what kept it from being read.</param>
/// <param name="Published">As the service keeps it: as the page says, else as the entry point announces it.</param>
/// <param name="Length">Characters of the text.</param>
/// <param name="Reason">Why it is no article; of an article, why title and address are not shown.</param>
internal sealed record TriedPage(string Url, string Outcome, string? Title, string? Published, int? Length, string? Reason, TriedFactChecks FactChecks)
{
    /// <summary>Why it was not asked, or asked to come back later; null where it was read.</summary>
    public TriedWait? Wait { get; init; }

    /// <summary>True when its server answered that it is busy or down.</summary>
    public bool IsPassing { get; init; }

    /// <summary>The kind of reason; null for other outcomes than not-article and unsupported.</summary>
    public PageReason? Because { get; init; }

    /// <summary>UTC; when it counts as published for the service's own judgement of the source, as <see cref="Source.LastItemAt"/>. Null where it is no article.</summary>
    public DateTimeOffset? CountsAt { get; init; }
}

/// <summary>Reads a source once, by the crawler's own code, and stores nothing but the mark that it was tried.</summary>
/// <param name="services">Give the models, which are loaded only where an article or a fact-check has to be judged.</param>
internal sealed class SourceTrial(
    EntryPointReader entryPoints, Fetcher fetcher, RobotsBook robots, HostGate gate, KeptRests rests, AddressGuard guard, ArticleReader articles, IServiceProvider services, WorkCalendar calendar, IOptions<FetchingOptions> options, IDbContextFactory<InfoMonitorDb> databases, TimeProvider clock)
{
    /// <summary>The outcome of a page whose host is left alone.</summary>
    private const string Waits = "waits";

    private const string Exposing = "it would tell who a victim or child is, so that the service keeps none of it.";
    private const string Unjudged = "whether it tells who a victim or child is could not be judged.";

    public async Task<TrialResult> RunAsync(SourceDefinition definition, int most, CancellationToken cancellation)
    {
        var source = Of(definition);
        var tried = new List<TriedEntryPoint>();
        var found = new List<IEnumerator<(Uri Address, DateTimeOffset? At, Uri EntryPoint)>>();
        await rests.TakeAsync(definition.Id, cancellation);   // whoever wants to be left alone yet is not asked by hand either
        foreach (var entry in source.EntryPoints)
        {
            var reading = await entryPoints.ReadAsync(source, entry, unconditional: true, cancellation);
            if (reading is EntryReading.Failed { RetryAfter: { } rest } waiting && rest > TimeSpan.Zero)
            {
                tried.Add(new TriedEntryPoint(entry.Kind, entry.Url, reading.Status, null, null) { Wait = WaitOf(rest, waiting.Error!.En) });
                continue;
            }
            var taken = (reading as EntryReading.Read)?.Found;
            var why = (reading as EntryReading.Failed)?.Why;
            entry.NewestAt = taken?.Dates is [var newest, ..] ? newest : null;
            (entry.AnnouncedGap, entry.AnnouncedSpan) = Cadence.Announced(source, taken?.Dates ?? []);
            tried.Add(new TriedEntryPoint(entry.Kind, entry.Url, reading.Status, Masked(reading.Error?.En),
                taken is null ? null : new TriedEntries(taken.Pages.Count, taken.TooOld, taken.BeyondLimits, taken.Refused),
                EntryPointCrawler.MovedTo(source, reading))
            { IsPassing = reading is EntryReading.Failed { IsPassing: true }, What = Masked(why?.What.En + "."), Advice = Masked(why?.Remedy.En), NewestAt = entry.NewestAt, Dropped = taken?.Dropped ?? [], FactChecks = Judged(source, new Uri(entry.Url), (reading as EntryReading.Read)?.FactChecks ?? [], null) });
            if (taken is not null) found.Add(taken.Pages.Select(p => (p.Address, p.At, new Uri(entry.Url))).GetEnumerator());
        }
        var pages = new List<TriedPage>();
        foreach (var (address, at, entryPoint) in InTurn(found).DistinctBy(p => p.Address).Take(most)) pages.Add(await ReadAsync(source, address, at, entryPoint, cancellation));
        source.LastReadAt = clock.GetUtcNow();
        source.LastItemAt = pages.Max(p => p.CountsAt);
        var silent = source.QuietFor();
        var reasons = Reasons(tried, silent, pages);
        // Where no page could be read nobody knows whether they are articles.
        var result = new TrialResult(definition.Id, definition.Publisher, silent, reasons, await PolitenessAsync(source, cancellation), tried, pages);
        if (result is { Good: true } && (pages is not [] || (most > 0 && tried.Exists(e => e.FactChecks != TriedFactChecks.None)))) await MarkAsync(definition.Id, cancellation);
        return result;
    }

    private TriedWait WaitOf(TimeSpan rest, string why) => new(TriedWait.ToTheMinute(calendar, clock.GetUtcNow() + rest), PersonalDataMasker.Mask(why));

    private static List<TrialReason> Reasons(List<TriedEntryPoint> tried, TimeSpan? silent, List<TriedPage> pages)
    {
        var reasons = new List<TrialReason>();
        foreach (var entry in tried)
            if (entry.Wait is null && !entry.IsPassing && !(entry.Found is { } found && (found.Announced > found.Refused || entry.FactChecks != TriedFactChecks.None))) reasons.Add(new($"{entry.Url}: {entry.Error ?? CrawlingTexts.AnnouncesNothing.En}", entry));
        if (silent is { } quiet) reasons.Add(new(SourcesCommand.Quiet(quiet)));
        if (TrialResult.TellNothing(pages) || pages.Exists(p => p.Outcome == ExtractionOutcome.Article.Word())) return reasons;
        var because = pages.Where(p => p.Outcome == PageOutcome.NotArticle.Word()).Select(p => p.Because).OfType<PageReason>().CountBy(reason => reason).OrderByDescending(reason => reason.Value).Select(reason => (PageReason?)reason.Key).FirstOrDefault();
        reasons.Add(new(because is null
            ? "None of the pages could be read."
            : $"None of the pages read is an article, most often as: {PageReasonTexts.Of(because.Value).En}. If most are not (--pages N reads more): {SourcesTexts.Aim(because, tried.Exists(e => e.Kind == EntryPointKind.List)).En}"));
        return reasons;
    }

    /// <summary>As the service judges them before it keeps one (DESIGN 2.1). Where its models cannot be loaded nothing is shown of them.</summary>
    /// <param name="article">The page's own text; null where it has none.</param>
    private TriedFactChecks Judged(Source source, Uri address, IReadOnlyList<FactCheck> checks, Article? article)
    {
        checks = [.. checks.Where(FactCheckRecorder.IsWhole)];
        if (checks is []) return TriedFactChecks.None;
        try
        {
            var recorder = services.GetRequiredService<FactCheckRecorder>();
            var taken = recorder.Exposes(article) ? [] : checks.Where(check => !recorder.Exposes(check, source, address)).Select(ExtractedCheck.Of).ToArray();
            return new TriedFactChecks(taken, taken.Length == checks.Count ? [] : [new Drop(Exposing, checks.Count - taken.Length, "-")]);
        }
        catch (InvalidDataException unreadable)
        {
            return new TriedFactChecks([], [new Drop($"{Unjudged} {unreadable.Message}", checks.Count, "-")]);
        }
    }

    private static string? Masked(string? error) => error is null ? null : PersonalDataMasker.Mask(error);

    /// <summary>The first of each entry point, then the second of each: a source is judged by all of them.</summary>
    private static IEnumerable<T> InTurn<T>(List<IEnumerator<T>> lists)
    {
        while (lists.Count > 0)
        {
            lists.RemoveAll(l => !l.MoveNext());
            foreach (var list in lists) yield return list.Current;
        }
    }

    private async Task<TriedPage> ReadAsync(Source source, Uri address, DateTimeOffset? announced, Uri entryPoint, CancellationToken cancellation)
    {
        var url = PersonalDataMasker.MaskUrl(address.AbsoluteUri);
        using var result = await fetcher.FetchAsync(new FetchRequest(address, source.Delay, EntryPoint: entryPoint), cancellation);
        return result switch
        {
            FetchResult.Fetched fetched when Admission.RefusalOf(source, fetched.Address) is { } refusal => Not(PageOutcome.Unsupported, $"It leads elsewhere. {refusal.En}", PageReason.Elsewhere),
            FetchResult.Fetched fetched => Extract(source, url, fetched, announced, cancellation),
            FetchResult.Disallowed disallowed => Not(PageOutcome.Disallowed, disallowed.Reason.En),
            FetchResult.Gone gone => Not(PageOutcome.Gone, gone.Reason.En),
            FetchResult.Unsupported unsupported => Not(PageOutcome.Unsupported, unsupported.Reason.En, unsupported.Why.Kind),
            FetchResult.Failed { RetryAfter: { } rest } failed when rest > TimeSpan.Zero && WaitOf(rest, failed.Reason.En) is var wait => new TriedPage(url, Waits, null, null, null, wait.ToString(), TriedFactChecks.None) { Wait = wait },
            FetchResult.Failed failed => Not(PageOutcome.Unreachable, failed.Reason.En) with { IsPassing = failed.Status is not null },
            FetchResult.NotModified => Not(PageOutcome.Unreachable, "304 to an unconditional request"),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is new here."),
        };

        TriedPage Not(PageOutcome outcome, string reason, PageReason? because = null) => new(url, outcome.Word(), null, null, null, PersonalDataMasker.Mask(reason), TriedFactChecks.None) { Because = because };
    }

    private TriedPage Extract(Source source, string url, FetchResult.Fetched fetched, DateTimeOffset? announced, CancellationToken cancellation)
    {
        string? at = announced is { } then ? Written(then) : null;
        return articles.Read(fetched, cancellation) switch
        {
            Reading.Readable { Article: var article } => Shown(Taken(source, url, fetched.Address, article, announced)),
            Reading.NotArticle none => Shown(new TriedPage(url, PageOutcome.NotArticle.Word(), null, at, null, none.Reason.En, Judged(source, fetched.Address, none.FactChecks, null)) { Because = none.Because }),
            Reading.Unsupported unsupported => new TriedPage(url, PageOutcome.Unsupported.Word(), null, at, null, unsupported.Reason.En, TriedFactChecks.None) { Because = unsupported.Because },
            var other => throw new InvalidOperationException($"{other.GetType().Name} is new here."),
        };
    }

    private TriedPage Taken(Source source, string url, Uri address, Article article, DateTimeOffset? announced)
    {
        var now = clock.GetUtcNow();
        var at = calendar.PublishedAt(article, announced, now);
        var shown = at is null ? null : at == calendar.InstantOf(article.PublishedAt) ? article.PublishedAt!.ToString() : Written(at.Value);
        return new TriedPage(url, ExtractionOutcome.Article.Word(), article.Title, shown, article.Text.Length, NotShown(article), Judged(source, address, article.FactChecks, article))
        {
            CountsAt = at ?? now,
        };
    }

    private static string Written(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture);

    /// <summary>Why title and address of an article are not shown: the service stores neither of a text that tells who a victim or child is. Null where they are.</summary>
    private string? NotShown(Article article)
    {
        try { return services.GetRequiredService<FactCheckRecorder>().Exposes(article) ? "it tells who a victim or child is." : null; }
        catch (InvalidDataException unreadable) { return $"{Unjudged} {unreadable.Message}"; }
    }

    /// <summary>Title and address of a page often say what its text or its fact-check says.</summary>
    private static TriedPage Shown(TriedPage page) => page.FactChecks.Left is [] && (page.Reason is null || page.Outcome != ExtractionOutcome.Article.Word()) ? page : page with
    {
        Url = $"{new Uri(page.Url).GetLeftPart(UriPartial.Authority)}/{ExposureRedactor.Withheld}",
        Title = page.Title is null ? null : ExposureRedactor.Withheld,
    };

    /// <summary>What is in force at each host: the longest of what the file, the service and robots.txt ask for. The robots.txt was read with the entry point.</summary>
    private async Task<IReadOnlyList<HostPoliteness>> PolitenessAsync(Source source, CancellationToken cancellation)
    {
        var hosts = new List<HostPoliteness>();
        foreach (var address in source.EntryPoints.Select(p => new Uri(p.Url)).DistinctBy(a => a.Authority))
        {
            hosts.Add(await robots.AskAsync(address, address, source.Delay, cancellation) switch
            {
                RobotsAnswer.Known known => new HostPoliteness(address.Authority, InForce(known.File.CrawlDelay(options.Value.Product)), known.File.CrawlDelay(options.Value.Product), null, IsPage: known.IsPage),
                RobotsAnswer.Absent absent => new HostPoliteness(address.Authority, InForce(null), null, null, Absent: true, absent.Status),
                RobotsAnswer.Unreachable unreachable => new HostPoliteness(address.Authority, null, null, PersonalDataMasker.Mask(unreachable.Why.What.En) + "; no page may be read until it is", Status: unreachable.Status),
                RobotsAnswer.Forbidden forbidden => new HostPoliteness(address.Authority, null, null, PersonalDataMasker.Mask(forbidden.Why.What.En)),
                var other => throw new InvalidOperationException($"{other.GetType().Name} is new here."),
            });

            HostPause InForce(TimeSpan? wanted) => HostPause.Of(address, source, gate.LongestOf(HostPause.KeyOf(address)), wanted, guard.Floor(address));
        }
        return hosts;
    }

    private async Task MarkAsync(string id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.Sources.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.TriedAt, now), cancellation);
    }

    private static Source Of(SourceDefinition definition)
    {
        var source = new Source
        {
            Id = definition.Id, Publisher = definition.Publisher, Kind = definition.Kind, Ownership = definition.Ownership, Language = definition.Language,
            Interval = definition.Interval, LeastInterval = definition.LeastInterval, GreatestInterval = definition.GreatestInterval, Delay = definition.Delay, PagesPerCrawl = definition.PagesPerCrawl, Enabled = definition.Enabled,
        };
        foreach (var point in definition.EntryPoints) source.EntryPoints.Add(new EntryPoint { SourceId = source.Id, Kind = point.Kind, Url = point.Url, Selector = point.Selector });
        return source;
    }
}
