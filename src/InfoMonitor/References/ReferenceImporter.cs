using InfoMonitor.Audit;
using InfoMonitor.Content.Matching;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.References;

/// <summary>What an import did.</summary>
internal abstract record ImportOutcome
{
    /// <param name="Known">Were there already, from whomever.</param>
    /// <param name="KnownOtherwise">Of these, kept with another independence than asked for now: references are never changed.</param>
    internal sealed record Done(int Added, int Known, int KnownOtherwise) : ImportOutcome;

    /// <summary>Nothing was added: publishers called independent that the sources name otherwise.</summary>
    internal sealed record NotIndependent(IReadOnlyList<string> Publishers) : ImportOutcome;
}

/// <summary>Adds references from a file: all of them or none, each statement of a publisher once.</summary>
internal sealed class ReferenceImporter(AuditedStep step, AuditLog audit, TimeProvider clock)
{
    private const int Asked = 500;

    /// <param name="file">Its name, for the audit log.</param>
    /// <param name="independent">Whether the publishers are independent of the state (DESIGN 2.3); a state body or its media never is.</param>
    public async Task<ImportOutcome> AddAsync(IReadOnlyList<ReferenceLine> lines, string file, bool independent, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var now = clock.GetUtcNow();
        var wanted = lines.Select(l => (Line: l, Hash: Reference.HashOf(l.Kind, l.Publisher, l.Statement, l.Verdict))).DistinctBy(w => w.Hash).ToList();
        return await step.RunAsync<ImportOutcome>(async db =>
        {
            if (independent && await DependentAsync(db, lines, cancellation) is { Count: > 0 } publishers) return new ImportOutcome.NotIndependent(publishers);
            var known = new Dictionary<string, bool>(StringComparer.Ordinal);
            foreach (var part in wanted.Select(w => w.Hash).Chunk(Asked))
                foreach (var one in await db.References.AsNoTracking().Where(r => part.Contains(r.Hash)).Select(r => new { r.Hash, r.Independent }).ToListAsync(cancellation)) known[one.Hash] = one.Independent;
            var added = wanted.Where(w => !known.ContainsKey(w.Hash)).Select(w => Make(w.Line, w.Hash, independent, now)).ToList();
            if (added.Count > 0)
            {
                db.References.AddRange(added);
                await audit.AppendAsync(db, AuditLog.System, "reference.import", "references", null, new { file, added = added.Count, known = known.Count, independent }, cancellation);
            }
            return new ImportOutcome.Done(added.Count, lines.Count - added.Count, known.Count(k => k.Value != independent));
        }, cancellation);
    }

    private static Reference Make(ReferenceLine line, string hash, bool independent, DateTimeOffset now) => new()
    {
        Kind = line.Kind, Statement = line.Statement, Verdict = line.Verdict, Correction = line.Correction, Publisher = line.Publisher, Url = line.Url,
        Independent = independent, Supports = PublishedVerdict.Supports(line.Verdict), PublishedAt = line.PublishedAt, AddedAt = now, Hash = hash,
    };

    private static async Task<List<string>> DependentAsync(InfoMonitorDb db, IReadOnlyList<ReferenceLine> lines, CancellationToken cancellation)
    {
        var named = lines.Select(l => l.Publisher).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var dependent = await db.Sources.AsNoTracking().Where(s => s.Ownership != Ownership.Independent).Select(s => s.Publisher).ToListAsync(cancellation);
        return [.. dependent.Where(named.Contains).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
    }
}
