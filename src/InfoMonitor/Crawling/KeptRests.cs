using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Crawling;

/// <summary>Which hosts the service leaves alone yet, by what it stored: whoever asks by hand leaves them alone too, and says why.</summary>
internal sealed class KeptRests(IDbContextFactory<InfoMonitorDb> databases, HostGate gate, IOptions<FetchingOptions> options, TimeProvider clock)
{
    /// <summary>Pages that tell why a host is left alone, at most.</summary>
    private const int Pages = 1_000;

    /// <param name="sourceId">Whose pages are looked at beside the entry points of all sources; null for those of all.</param>
    public async Task TakeAsync(string? sourceId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var entries = await db.EntryPoints.AsNoTracking().Where(e => e.NotBefore > now).ToListAsync(cancellation);
        var pages = await db.Pages.Where(p => (sourceId == null || p.SourceId == sourceId) && p.Outcome == null && p.Detail != null && p.NextAttemptAt > now)
            .OrderByDescending(p => p.NextAttemptAt).Take(Pages).Select(p => new { p.Url, p.Attempts, p.NextAttemptAt, p.Detail }).ToListAsync(cancellation);
        // A page that was put off before its first request had a host that is left alone; one that was asked for tells at least what its host answered.
        var rests = entries.Select(e => new Rest(new Uri(e.Url), e.NotBefore, Because(e)))
            .Concat(pages.Select(p => new Rest(new Uri(p.Url), p.Attempts == 0 ? p.NextAttemptAt : null, FetchingTexts.KeptOfPage(p.Detail!))));
        foreach (var host in rests.GroupBy(r => HostPause.KeyOf(r.Address), StringComparer.Ordinal))
            if (host.Max(r => r.Until) is { } until) gate.Rest(host.Key, until - now, host.Select(r => r.Why).OfType<Hindrance>().FirstOrDefault());
    }

    /// <summary>That it is not its host's turn is kept as no error: the pause that robots.txt asks for tells it.</summary>
    private Hindrance? Because(EntryPoint entry) =>
        entry.LastError is { } error && entry.LastStatus is not (StatusCodes.Status200OK or StatusCodes.Status304NotModified) ? FetchingTexts.Kept(error)
        : entry.RobotsDelay > options.Value.MaxCrawlDelay ? FetchingTexts.PauseTooLong(entry.RobotsDelay.Value, options.Value.MaxCrawlDelay)
        : null;

    private readonly record struct Rest(Uri Address, DateTimeOffset? Until, Hindrance? Why);
}
