using InfoMonitor.Audit;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Housekeeping;

/// <summary>Deletes what concerned nobody, in small transactions. Killed between two of them, the next round goes on.</summary>
internal sealed class Housekeeper(AuditedStep steps, IOptions<HousekeepingOptions> options, TimeProvider clock)
{
    /// <returns>How many items and page rows went.</returns>
    public async Task<(int Items, int Pages)> SweepAsync(CancellationToken cancellation)
    {
        var items = await RepeatAsync(ItemsAsync, "item", cancellation);
        var pages = await RepeatAsync(PagesAsync, "page", cancellation);
        return (items, pages);
    }

    private async Task<int> RepeatAsync(Func<InfoMonitorDb, CancellationToken, Task<int>> batch, string what, CancellationToken cancellation)
    {
        var (all, count) = (0, 0);
        do
        {
            // In line with ingestion: no copy joins a story, and no flag is raised on it, while the story is being deleted.
            all += count = await steps.RunAloneAsync(db => batch(db, cancellation), cancellation);
            if (count > 0) Metrics.RowsCleared(what, count);
        }
        while (count == options.Value.Batch);
        return all;
    }

    private async Task<int> ItemsAsync(InfoMonitorDb db, CancellationToken cancellation)
    {
        var before = clock.GetUtcNow() - options.Value.KeepItems;
        var old = await db.Items.Where(i => i.FoundAt < before && !db.Flags.Any(f => f.StoryId == i.StoryId))
            .OrderBy(i => i.FoundAt).Take(options.Value.Batch).Select(i => new { i.Id, i.StoryId }).ToListAsync(cancellation);
        if (old is []) return 0;
        var ids = old.Select(i => i.Id).ToArray();
        var stories = old.Select(i => i.StoryId).Distinct().ToArray();
        await db.ShadowDifferences.Where(d => ids.Contains(d.ItemId)).ExecuteDeleteAsync(cancellation);
        await db.ItemBands.Where(b => ids.Contains(b.ItemId)).ExecuteDeleteAsync(cancellation);
        await db.Items.Where(i => ids.Contains(i.Id)).ExecuteDeleteAsync(cancellation);
        await db.StoryTopics.Where(t => stories.Contains(t.StoryId) && !db.Items.Any(i => i.StoryId == t.StoryId)).ExecuteDeleteAsync(cancellation);
        await db.Stories.Where(s => stories.Contains(s.Id) && !db.Items.Any(i => i.StoryId == s.Id)).ExecuteDeleteAsync(cancellation);
        await db.Stories.Where(s => stories.Contains(s.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(s => s.ItemCount, s => db.Items.Count(i => i.StoryId == s.Id))
            .SetProperty(s => s.SourceCount, s => db.Items.Where(i => i.StoryId == s.Id).Select(i => i.SourceId).Distinct().Count()), cancellation);
        return old.Count;
    }

    private async Task<int> PagesAsync(InfoMonitorDb db, CancellationToken cancellation)
    {
        var before = clock.GetUtcNow() - options.Value.KeepPages;
        var old = await db.Pages.Where(p => p.EndedAt < before && p.Outcome != PageOutcome.Quarantined).OrderBy(p => p.EndedAt).Take(options.Value.Batch).Select(p => p.Id).ToListAsync(cancellation);
        return old is [] ? 0 : await db.Pages.Where(p => old.Contains(p.Id)).ExecuteDeleteAsync(cancellation);   // an item of a flagged story outlives its page
    }
}
