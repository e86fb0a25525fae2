using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Sources;

/// <summary>Reads how each source fares. The counts are ranges of an index each, so the page costs the same however much is stored.</summary>
internal sealed class SourcesReader(IDbContextFactory<InfoMonitorDb> databases, SourceMirror mirror, RolesOptions roles, IConfiguration configuration, TimeProvider clock)
{
    public const int Days = 14;

    /// <param name="startOf">Start (UTC) of a day, given as days before today.</param>
    /// <param name="kind">Only this kind is shown; null for all.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<SourcesView> ReadAsync(Func<int, DateTimeOffset> startOf, SourceKind? kind, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(startOf);
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var sources = await db.Sources.AsNoTracking().Include(s => s.EntryPoints).ToListAsync(cancellation);
        var items = sources.ToDictionary(s => s.Id, _ => new int[Days], StringComparer.Ordinal);
        for (var day = 0; day < Days; day++)
        {
            var (from, to) = (startOf(Days - 1 - day), startOf(Days - 2 - day));
            // What was published on a day was found on it or later: a range of the index still.
            foreach (var count in await db.Items.Where(i => i.FoundAt >= from && (i.PublishedAt ?? i.FoundAt) >= from && (i.PublishedAt ?? i.FoundAt) < to).GroupBy(i => i.SourceId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation))
                if (items.TryGetValue(count.Key, out var days)) days[day] = count.Count;
        }
        var pages = await PageStanding.ReadAsync(db, now, cancellation);
        var longest = sources.Where(s => s.Enabled).SelectMany(s => s.EntryPoints.Select(p => (Key: HostPause.KeyOf(new Uri(p.Url)), s.Delay, s.Id)))
            .GroupBy(p => p.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(p => (p.Delay, p.Id)).MaxBy(p => p.Delay), StringComparer.Ordinal);
        var waited = configuration.GetValue(HostPause.LongestKey, HostPause.DefaultLongest);
        var healths = sources.Select(s => new SourceHealth(s, items[s.Id], pages.Of(s.Id), Pauses(s, longest), waited, now));
        return new SourcesView(
            [.. healths.OrderBy(s => s.Condition).ThenBy(s => s.Source.Publisher, StringComparer.Ordinal)],
            roles.Worker || !mirror.State.Missing ? mirror.State : null,
            NoContact: roles.Worker && !Contact.IsSet(configuration),
            kind);
    }

    /// <summary>As the crawler keeps them. Only an address written as a number may be excepted from the service's floor.</summary>
    private IReadOnlyList<HostPause> Pauses(Source source, Dictionary<string, (TimeSpan, string)> longest) =>
    [
        .. source.EntryPoints.OrderBy(p => p.Id).Select(p => (Address: new Uri(p.Url), p.RobotsDelay)).DistinctBy(p => HostPause.KeyOf(p.Address)).Select(p =>
            HostPause.Of(p.Address, source, longest.TryGetValue(HostPause.KeyOf(p.Address), out var other) ? other : null, p.RobotsDelay,
                p.Address.HostNameType == UriHostNameType.Dns ? configuration.GetValue(HostPause.FloorKey, HostPause.DefaultFloor) : TimeSpan.Zero)),
    ];
}
