using InfoMonitor.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Storage;

/// <summary>How a source's pages stand: the same for the page, the verbs, the metrics and the briefing.</summary>
/// <param name="Outcomes">Pages that ended in the last 24 hours.</param>
/// <param name="Pending">Pages found and not ended yet.</param>
/// <param name="Stuck">Of these, pages that could not be had when they were last tried.</param>
/// <param name="Rest">Until the first of these is tried again; null where one is due.</param>
internal sealed record PageStanding(IReadOnlyDictionary<PageOutcome, int> Outcomes, int Pending, int Stuck, TimeSpan? Rest = null)
{
    /// <summary>A page or two that wait for another try are everyday; from here on, where they are most, its host is in trouble.</summary>
    private const int FewestStuck = 5;

    public static readonly PageStanding None = new(new Dictionary<PageOutcome, int>(), 0, 0);

    /// <summary>Its entry points are read and most of its pages are not: the server fails, or is left alone because it did.</summary>
    public bool IsStuck => Stuck >= FewestStuck && 2 * Stuck >= Pending + Outcomes.Values.Sum();

    /// <summary>For people; null where it is not.</summary>
    public Text? Stuckness => !IsStuck ? null
        : Rest is { } rest ? new($"{Stuck} trang chưa lấy được, hệ thống tự thử lại, sớm nhất sau {SpanText.Write(rest)}.", $"{Stuck} pages could not be had yet; they are tried again by themselves, in {SpanText.Write(rest)} at the earliest.")
        : new($"{Stuck} trang chưa lấy được, hệ thống tự thử lại.", $"{Stuck} pages could not be had yet; they are tried again by themselves.");

    public int Quarantined => Outcomes.GetValueOrDefault(PageOutcome.Quarantined);

    public bool IsBroken => Quarantined > 0 || IsStuck;

    /// <summary>Of every source that has pages; the counts are ranges of an index.</summary>
    public static async Task<IReadOnlyDictionary<string, PageStanding>> ReadAsync(InfoMonitorDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var since = now.AddDays(-1);
        var ended = await db.Pages.Where(p => p.EndedAt >= since && p.Outcome != null).GroupBy(p => new { p.SourceId, p.Outcome }).Select(g => new { g.Key.SourceId, g.Key.Outcome, Count = g.Count() }).ToListAsync(cancellation);
        var outcomes = ended.ToLookup(p => p.SourceId, StringComparer.Ordinal);
        var pending = await db.Pages.Where(p => p.Outcome == null).GroupBy(p => p.SourceId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancellation);
        var failed = await db.Pages.Where(p => p.Outcome == null && p.Detail != null).GroupBy(p => p.SourceId).Select(g => new { g.Key, Count = g.Count(), Next = g.Min(p => p.NextAttemptAt) }).ToDictionaryAsync(g => g.Key, StringComparer.Ordinal, cancellation);
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
