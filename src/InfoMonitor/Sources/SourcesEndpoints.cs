using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Web;

namespace InfoMonitor.Sources;

/// <summary>The page and its part of the API.</summary>
internal static class SourcesEndpoints
{
    private static readonly QueryKey[] Keys = [QueryKey.One<SourceKind>("kind", "Only publishers of this kind.")];

    public static void Map(WebApplication app)
    {
        app.MapGet("/sources", async (SourcesReader sources, Ui ui, string? kind, CancellationToken cancellation) =>
                Pages.Show<SourcesPage>(await sources.ReadAsync(days => ui.Calendar.MidnightOf(ui.Today.AddDays(-days)), Vocabulary.Parse<SourceKind>(kind), cancellation)))
            .WithPageQuery(Keys).RequireAuthorization(Policies.Desk).ExcludeFromDescription();

        app.MapApi("Sources").MapGet("/sources", async (SourcesReader sources, Ui ui, string? kind, CancellationToken cancellation) =>
                TypedResults.Ok(Of(await sources.ReadAsync(days => ui.Calendar.MidnightOf(ui.Today.AddDays(-days)), Vocabulary.Parse<SourceKind>(kind), cancellation))))
            .WithName("ListSources").WithSummary("Every source and how it fares, troubled ones first").WithQuery(Keys)
            .WithDescription("`condition` is one of died, failing, off-target, silent, moved, troubled, partial, late, waiting (nothing is wrong but that its hosts are left alone for a while), untried, healthy, paused. `intervalSeconds` is in force and follows what the source publishes, within its bounds; `usualGapSeconds` is the usual pause between two items (4 hours are assumed while its rhythm within a day is not known, 16 while all that is known of it lies within half a day), `silentSeconds` how long nothing came where that is unusual, `notArticles` the share (0..1) of pages found lately that were no articles and `notArticlesBecause` why most were not, `lagSeconds` the median time from publication to the stored item. `itemsADay` are the items published on each of the last 14 days of the office's zone, today last; one whose page gives no date counts on the day it was found. `dropped` says why none, or hardly any, of the newest pages became an item, and how many for each reason; `stuck` counts the pages that were asked for, could not be had and are tried again; `pending` these and those not asked for yet, and `backlog` says what to do where more wait than are read in a day. `lastItemAt` is when the newest item counts, by the same rule as `itemsADay`. `newestAt` is the newest date an entry point announced, `notBefore` until when its host asked to be left alone. `pages` counts what ended in the last 24 hours by outcome. `robots` is what the host's robots.txt came to by RFC 9309: followed, html-page (read, but an HTML page without a rule: every page may be read), absent (`robotsStatus` 4xx, or redirects without an end: every page may be read) or unreachable (5xx or no answer: none may). `pauses` are in force at each host: the longest of what the source's own delay (`because`: own), another source's of the same host (other, named by `source`), robots.txt (robots) and the service's floor (service) ask for. Spans are in seconds.");
    }

    private static SourcesAnswer Of(SourcesView view) => new(
        view.File is { } file ? new FileAnswer(file.File, file.Missing, file.TakenAt, [.. file.Errors.Select(e => new FileErrorAnswer(e.Line, e.Source, e.Key, e.What.En, e.Remedy.En))]) : null,
        view.NoContact,
        [.. view.Sources.Select(Of)]);

    private static SourceAnswer Of(SourceHealth health)
    {
        var (s, (least, greatest)) = (health.Source, health.Source.Bounds());
        return new SourceAnswer(
            s.Id, s.Publisher, s.Kind.Word(), s.Ownership.Word(), s.Language, s.Enabled, health.Condition.Word(), s.TriedAt, s.LastReadAt, s.NextReadAt, s.Failures, s.LastError?.En, s.Dropped?.En, health.Pages.Stuck,
            (int)health.ReadEvery.TotalSeconds, (int)least.TotalSeconds, (int)greatest.TotalSeconds, (int)s.Delay.TotalSeconds, (int?)s.RobotsDelay?.TotalSeconds, [.. health.Pauses.Select(p => new PauseAnswer(p.Host, p.Pause.TotalSeconds, p.Asker.Word(), p.Source))], s.PagesPerCrawl,
            s.LastItemAt, s.NotArticles, s.NotArticlesBecause?.Word(), (int?)s.UsualGap?.TotalSeconds, (int?)s.SilentFor()?.TotalSeconds, (int?)s.Lag?.TotalSeconds,
            [.. health.EntryPoints.Select(p => new EntryPointAnswer(p.Kind.Word(), p.Url, p.Selector, p.LastReadAt, p.LastStatus, p.LastError?.En, p.MovedTo, p.Robots?.Word(), p.RobotsStatus, (int?)p.RobotsDelay?.TotalSeconds, p.NewestAt, p.NotBefore))],
            health.Items, health.Pages.Outcomes.ToDictionary(o => o.Key.Word(), o => o.Value, StringComparer.Ordinal), health.Pages.Pending, health.Pages.BacklogOf(s)?.En);
    }

    /// <param name="File">How config/sources.yaml stands with the node that answers; null where it does not read it.</param>
    /// <param name="NoContact">True while nothing is read because Fetching:Contact is not set.</param>
    internal sealed record SourcesAnswer(FileAnswer? File, bool NoContact, IReadOnlyList<SourceAnswer> Sources);

    internal sealed record FileAnswer(string Path, bool Missing, DateTimeOffset? TakenAt, IReadOnlyList<FileErrorAnswer> Errors);

    internal sealed record FileErrorAnswer(int Line, string? Source, string? Key, string What, string Remedy);

    internal sealed record SourceAnswer(
        string Id, string Publisher, string Kind, string Ownership, string Language, bool Enabled, string Condition,
        DateTimeOffset? TriedAt, DateTimeOffset? LastReadAt, DateTimeOffset? NextReadAt, int Failures, string? LastError, string? Dropped, int Stuck,
        int IntervalSeconds, int LeastIntervalSeconds, int GreatestIntervalSeconds, int DelaySeconds, int? RobotsDelaySeconds, IReadOnlyList<PauseAnswer> Pauses, int PagesPerCrawl,
        DateTimeOffset? LastItemAt, double? NotArticles, string? NotArticlesBecause, int? UsualGapSeconds, int? SilentSeconds, int? LagSeconds, IReadOnlyList<EntryPointAnswer> EntryPoints,
        IReadOnlyList<int> ItemsADay, IReadOnlyDictionary<string, int> Pages, int Pending, string? Backlog);

    internal sealed record PauseAnswer(string Host, double Seconds, string Because, string? Source);

    internal sealed record EntryPointAnswer(string Kind, string Url, string? Selector, DateTimeOffset? LastReadAt, int? LastStatus, string? LastError, string? MovedTo, string? Robots, int? RobotsStatus, int? RobotsDelaySeconds, DateTimeOffset? NewestAt, DateTimeOffset? NotBefore);
}
