using InfoMonitor.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Storage;

/// <summary>How a source's pages stand: the same for the page, the verbs, the metrics and the briefing.</summary>
/// <param name="Outcomes">Pages that ended in the last 24 hours.</param>
/// <param name="Pending">Pages found and not ended yet.</param>
/// <param name="Stuck">Of these, pages that were asked for and could not be had; those never asked for wait for their turn, whatever their host does.</param>
/// <param name="Rest">Until the first of these is tried again; null where one is due.</param>
internal sealed record PageStanding(IReadOnlyDictionary<PageOutcome, int> Outcomes, int Pending, int Stuck, TimeSpan? Rest = null)
{
    /// <summary>A page or two that cannot be had are everyday. So many are what a host is left alone after (<c>Fetching:BreakAfter</c>): its other pages are not even asked for then.</summary>
    private const int FewestNotHad = 4;

    public static readonly PageStanding None = new(new Dictionary<PageOutcome, int>(), 0, 0);

    /// <summary>Pages that wait for their turn.</summary>
    public int Waiting => Pending - Stuck;

    /// <summary>What to do where more pages wait than are read in a day, for people: a list that makes up links grows so for ever. Null where they are fewer, or the source is not read.</summary>
    /// <param name="source">With its entry points.</param>
    public Text? BacklogOf(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return !source.Enabled || source.PagesADay() is var most && Waiting <= most ? null : new(
            $"{Waiting} trang chờ đọc, nhiều hơn số trang đọc được của nguồn này trong một ngày (nhiều nhất {most}). Nếu không vơi đi, có thể điểm vào tự sinh liên kết không dứt: ghi điểm vào hẹp hơn, hoặc selector chỉ đúng liên kết tới bài; nếu nguồn đăng nhiều như thế thật, tăng pages-per-crawl.",
            $"{Waiting} pages wait to be read, more than are read of this source in a day ({most} at most). If they do not get fewer, its entry points may make up links without end: give a narrower entry point, or a selector that names the links to articles; if it does publish so much, raise pages-per-crawl.");
    }

    /// <summary>Pages that were asked for in the last 24 hours, or are tried again.</summary>
    public int Asked => Outcomes.Values.Sum() + Stuck;

    /// <summary>Of these, pages that could not be had: refused, given up, or tried again. What robots.txt forbids and what is of no kind that is read did not fail.</summary>
    public int NotHad => Stuck + Outcomes.GetValueOrDefault(PageOutcome.Gone) + Outcomes.GetValueOrDefault(PageOutcome.Unreachable);

    /// <summary>Its entry points are read and most of its pages are not: the server fails, or is left alone because it did.</summary>
    public bool IsStuck => Stuck >= FewestNotHad && 2 * Stuck >= Asked;

    /// <summary>A quarter of its pages or more cannot be had.</summary>
    public bool IsPartial => !IsStuck && NotHad >= FewestNotHad && 4 * NotHad >= Asked;

    /// <summary>For people; null where most of its pages, or nearly all, can be had.</summary>
    public Text? Stuckness => IsPartial ? new($"{NotHad} trong {Asked} trang đã đọc thử trong 24 giờ không lấy được.", $"{NotHad} of the {Asked} pages asked for in 24 hours could not be had.")
        : !IsStuck ? null
        : Rest is { } rest ? new($"{Stuck} trang chưa lấy được, hệ thống tự thử lại, sớm nhất sau {SpanText.Write(rest)}.", $"{Stuck} pages could not be had yet; they are tried again by themselves, in {SpanText.Write(rest)} at the earliest.")
        : new($"{Stuck} trang chưa lấy được, hệ thống tự thử lại.", $"{Stuck} pages could not be had yet; they are tried again by themselves.");

    public int Quarantined => Outcomes.GetValueOrDefault(PageOutcome.Quarantined);

    public PageTrouble Trouble => Quarantined > 0 || IsStuck ? PageTrouble.Grave : IsPartial ? PageTrouble.Some : PageTrouble.None;

    /// <summary>Of every source that has pages; the counts are ranges of an index.</summary>
    public static async Task<IReadOnlyDictionary<string, PageStanding>> ReadAsync(InfoMonitorDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var since = now.AddDays(-1);
        var ended = await db.Pages.Where(p => p.EndedAt >= since && p.Outcome != null).GroupBy(p => new { p.SourceId, p.Outcome }).Select(g => new { g.Key.SourceId, g.Key.Outcome, Count = g.Count() }).ToListAsync(cancellation);
        var outcomes = ended.ToLookup(p => p.SourceId, StringComparer.Ordinal);
        var pending = await db.Pages.Where(p => p.Outcome == null).GroupBy(p => p.SourceId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancellation);
        var failed = await db.Pages.Where(p => p.Outcome == null && p.Detail != null && p.Attempts > 0).GroupBy(p => p.SourceId).Select(g => new { g.Key, Count = g.Count(), Next = g.Min(p => p.NextAttemptAt) }).ToDictionaryAsync(g => g.Key, StringComparer.Ordinal, cancellation);
        return outcomes.Select(o => o.Key).Union(pending.Keys, StringComparer.Ordinal).ToDictionary(id => id, id => new PageStanding(
            outcomes[id].ToDictionary(p => p.Outcome!.Value, p => p.Count), pending.GetValueOrDefault(id), failed.GetValueOrDefault(id)?.Count ?? 0, failed.GetValueOrDefault(id)?.Next - now is { } left && left > TimeSpan.Zero ? TimeSpan.FromMinutes(Math.Ceiling(left.TotalMinutes)) : null), StringComparer.Ordinal);
    }
}

internal static class PageStandings
{
    /// <summary>Of one source; of one without pages too.</summary>
    public static PageStanding Of(this IReadOnlyDictionary<string, PageStanding> standings, string sourceId)
    {
        ArgumentNullException.ThrowIfNull(standings);
        return standings.GetValueOrDefault(sourceId) ?? PageStanding.None;
    }
}
