using System.Globalization;
using InfoMonitor.Content.Matching;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Ingestion;

/// <summary>Keeps the index of all references. References are only ever added, so their number and highest id tell whether it is current.</summary>
internal sealed class CorrectionShelf(TimeProvider clock) : IDisposable
{
    /// <summary>Building takes at most one part in so many of the time: while a fact-checker's archive is read, every page adds a reference.</summary>
    private const int Patience = 10;

    private readonly SemaphoreSlim building = new(1, 1);
    private volatile Shelf shelf = new(CorrectionIndex.Empty, 0, 0, 0, TimeSpan.Zero);

    public async Task<CorrectionIndex> GetAsync(InfoMonitorDb db, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var now = await db.References.GroupBy(_ => 1).Select(g => new { Count = g.Count(), Last = g.Max(r => r.Id) }).SingleOrDefaultAsync(cancellation);
        return await GetAsync(db, now?.Count ?? 0, now?.Last ?? 0, cancellation);
    }

    /// <param name="count">How many references there are now.</param>
    /// <param name="last">The highest id among them; 0 for none.</param>
    public async Task<CorrectionIndex> GetAsync(InfoMonitorDb db, int count, long last, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (IsCurrent(count, last)) return shelf.Index;
        await building.WaitAsync(cancellation);
        try
        {
            if (IsCurrent(count, last)) return shelf.Index;
            var started = clock.GetTimestamp();
            var references = await db.References.AsNoTracking().OrderBy(r => r.Id).ToListAsync(cancellation);
            var index = CorrectionIndex.Build(references.Select(TextOf));
            shelf = new Shelf(index, references.Count, references is [] ? 0 : references[^1].Id, clock.GetTimestamp(), clock.GetElapsedTime(started));
            return index;
        }
        finally
        {
            building.Release();
        }
    }

    public static CorrectionText TextOf(Reference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return new CorrectionText(reference.Id.ToString(CultureInfo.InvariantCulture), reference.Statement, reference.Verdict, reference.Independent, reference.Supports);
    }

    public void Dispose() => building.Dispose();

    private bool IsCurrent(int count, long last) =>
        shelf.Count == count && shelf.Last == last || shelf.Count > 0 && clock.GetElapsedTime(shelf.BuiltAt) < Patience * shelf.Cost;

    private sealed record Shelf(CorrectionIndex Index, int Count, long Last, long BuiltAt, TimeSpan Cost);
}
