using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Audit;

/// <summary>The newest entry of a log: kept elsewhere, it later shows a truncated or rewritten log.</summary>
internal readonly record struct AuditHead(long Sequence, string Hash)
{
    /// <summary>Reads <c>SEQUENCE:HASH</c>; null when it is neither.</summary>
    public static AuditHead? Parse(string? text) =>
        text?.Split(':') is [var sequence, { Length: 64 } hash] && long.TryParse(sequence, out var number) ? new AuditHead(number, hash.ToLowerInvariant()) : null;

    public override string ToString() => $"{Sequence}:{Hash}";
}

/// <summary>What a verification found.</summary>
internal abstract record AuditFinding
{
    /// <summary>Every entry follows from the one before it.</summary>
    internal sealed record Whole(AuditHead Head) : AuditFinding;

    /// <summary>The first entry that does not.</summary>
    internal sealed record Broken(long Sequence, string Why) : AuditFinding;
}

/// <summary>Walks the audit log from its first entry and finds edits, deletions, insertions and reorderings; truncation and a rewritten log where an earlier head is given.</summary>
internal static class AuditVerifier
{
    public static async Task<AuditFinding> VerifyAsync(InfoMonitorDb db, AuditHead? known, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await VerifyAsync(db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable(), known, cancellation);
    }

    public static async Task<AuditFinding> VerifyAsync(IAsyncEnumerable<AuditEntry> entries, AuditHead? known, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var head = new AuditHead(0, AuditLog.NoHash);
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            if (Fault(entry, head) is { } why) return new AuditFinding.Broken(Math.Min(entry.Sequence, head.Sequence + 1), why);
            head = new AuditHead(entry.Sequence, entry.Hash);
            if (known?.Sequence == head.Sequence && known.Value.Hash != head.Hash)
                return new AuditFinding.Broken(head.Sequence, "the entry is not the one whose hash was kept: the log was rewritten");
        }
        return known?.Sequence > head.Sequence
            ? new AuditFinding.Broken(head.Sequence + 1, $"the log ends before entry {known.Value.Sequence}, whose hash was kept: it was truncated")
            : new AuditFinding.Whole(head);
    }

    private static string? Fault(AuditEntry entry, AuditHead before) => entry switch
    {
        _ when entry.Sequence > before.Sequence + 1 => $"entry {before.Sequence + 1} is missing",
        _ when entry.Sequence <= before.Sequence => "the entry is out of order",
        _ when entry.PreviousHash != before.Hash => "the entry does not continue the one before it",
        _ when entry.Hash != AuditLog.HashOf(entry) => "the entry was changed after it was written",
        _ => null,
    };
}
