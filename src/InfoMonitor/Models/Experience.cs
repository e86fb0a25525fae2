using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Models;

/// <summary>What a set of models judged here, in shadow or live.</summary>
/// <param name="WasLive">The way back to what judged before stands open, however short a time it was live.</param>
internal sealed record Experience(long Items, int Weeks, bool WasLive)
{
    /// <summary>It may be promoted: its weeks can be compared with those of the live set.</summary>
    public bool Suffices => WasLive || Items >= Drift.Fewest;

    public static async Task<Experience> OfAsync(InfoMonitorDb db, string version, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var weeks = await db.ScoreCounts.Where(c => c.Model == version && c.Reason == ScoreCount.Any).GroupBy(c => new { c.Week, c.Shadow })
            .Select(g => new { g.Key.Week, g.Key.Shadow, Items = g.Sum(c => c.Items) }).ToListAsync(cancellation);
        return new Experience(weeks.Sum(w => w.Items), weeks.Select(w => w.Week).Distinct().Count(), weeks.Exists(w => !w.Shadow));
    }
}
