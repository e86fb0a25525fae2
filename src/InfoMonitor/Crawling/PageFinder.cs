using InfoMonitor.Content.Privacy;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Crawling;

/// <summary>Saves found addresses as pending pages, each once whoever finds it; the unique index decides races.</summary>
internal sealed class PageFinder(IDbContextFactory<InfoMonitorDb> databases, IOptions<CrawlingOptions> options, TimeProvider clock)
{
    private const int Batch = 500;

    /// <param name="masked">Receives the real addresses of pending pages whose stored address is masked: they live in memory alone, for this crawl.</param>
    /// <returns>How many were new and saved; how many were new and beyond what a source may bring in a day.</returns>
    public async Task<(int Added, int Left)> SaveAsync(Source source, IReadOnlyList<(Uri Address, DateTimeOffset? At)> found, IDictionary<long, Uri> masked, CancellationToken cancellation)
    {
        var (added, left) = (0, 0);
        if (found.Count == 0) return (0, 0);
        var room = options.Value.PagesADay - await TodayAsync(source, cancellation);
        foreach (var batch in found.Chunk(Batch))
        {
            var (fresh, beyond) = await SaveBatchAsync(source, batch, Math.Max(0, room - added), masked, cancellation);
            added += fresh;
            left += beyond;
        }
        return (added, left);
    }

    private async Task<int> TodayAsync(Source source, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow().AddDays(-1);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Pages.CountAsync(p => p.SourceId == source.Id && p.FoundAt > since, cancellation);
    }

    private async Task<(int Added, int Left)> SaveBatchAsync(Source source, (Uri Address, DateTimeOffset? At)[] found, int room, IDictionary<long, Uri> masked, CancellationToken cancellation)
    {
        var pages = found.Select(f => PageOf(source, f.Address, f.At)).ToArray();
        var hashes = pages.Select(p => p.UrlHash).ToArray();
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var known = (await db.Pages.Where(p => hashes.Contains(p.UrlHash)).Select(p => p.UrlHash).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
            var missing = pages.Where(p => !known.Contains(p.UrlHash)).ToArray();
            var taken = missing.Take(room).ToArray();
            db.Pages.AddRange(taken);
            try
            {
                await db.SaveChangesAsync(cancellation);
                await RememberAsync(db, pages, found, masked, cancellation);
                return (taken.Length, missing.Length - taken.Length);
            }
            catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
            {
                // Another source found one of them at the same moment: look again. Every round finds more of them known, so this ends.
                pages = [.. found.Select(f => PageOf(source, f.Address, f.At))];
            }
        }
    }

    private static async Task RememberAsync(InfoMonitorDb db, Page[] pages, (Uri Address, DateTimeOffset? At)[] found, IDictionary<long, Uri> masked, CancellationToken cancellation)
    {
        var real = pages.Zip(found).Where(p => p.First.UrlMasked).ToDictionary(p => p.First.UrlHash, p => p.Second.Address, StringComparer.Ordinal);
        if (real.Count == 0) return;
        var hashes = real.Keys.ToArray();
        foreach (var page in await db.Pages.Where(p => hashes.Contains(p.UrlHash) && p.Outcome == null).Select(p => new { p.Id, p.UrlHash }).ToListAsync(cancellation))
            masked[page.Id] = real[page.UrlHash];
    }

    private Page PageOf(Source source, Uri address, DateTimeOffset? at)
    {
        var url = address.AbsoluteUri;
        var shown = PersonalDataMasker.MaskUrl(url);
        var now = clock.GetUtcNow();
        return new Page
        {
            SourceId = source.Id,
            Url = shown,
            UrlHash = Page.HashOf(address),
            UrlMasked = shown != url,
            FoundAt = now,
            AnnouncedAt = at,
            NextAttemptAt = now,
        };
    }
}
