using System.Globalization;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Audit;

/// <summary>An entry by number and hash. As the hash covers every entry before, a head kept elsewhere later shows a truncated or rewritten log.</summary>
internal readonly record struct AuditHead(long Sequence, string Hash)
{
    /// <summary>Before the first entry.</summary>
    public static readonly AuditHead None = new(0, AuditLog.NoHash);

    /// <summary>Reads <c>SEQUENCE:HASH</c>; null when it is neither.</summary>
    public static AuditHead? Parse(string? text) =>
        text?.Split(':') is [var sequence, { Length: 64 } hash] && hash.All(char.IsAsciiHexDigit) && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new AuditHead(number, hash.ToLowerInvariant()) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence}:{Hash}");
}

/// <summary>What is wrong with an entry, or with the end of the log.</summary>
internal enum AuditFault
{
    /// <summary>Its number is skipped: it was deleted.</summary>
    Missing,

    /// <summary>Its number came before: entries were moved, or one was inserted.</summary>
    OutOfOrder,

    /// <summary>It does not carry the hash of the one before.</summary>
    NotContinuing,

    /// <summary>Its content does not give its hash.</summary>
    Changed,

    /// <summary>A hash was kept elsewhere for this number, and it is another: the log was rewritten.</summary>
    Rewritten,

    /// <summary>The log ends before it.</summary>
    Truncated,

    /// <summary>It stands after where the log says that it ends.</summary>
    BeyondEnd,

    /// <summary>The row that says where the log ends is missing or names another hash.</summary>
    WrongEnd,
}

/// <summary>What a verification found.</summary>
internal abstract record AuditFinding
{
    /// <summary>Every entry follows from the one before it, and none is missing at the end.</summary>
    internal sealed record Whole(AuditHead Head) : AuditFinding;

    /// <summary>The first entry that is not as it was written.</summary>
    internal sealed record Broken(long Sequence, AuditFault Fault) : AuditFinding
    {
        public string Why => AuditTexts.Of(Fault).En;
    }

    /// <summary>The log is whole, but verdicts, notes or evidence in the database are not as it says: somebody changed the rows behind it.</summary>
    /// <param name="Flags">Whose, by id.</param>
    internal sealed record Behind(AuditHead Head, IReadOnlyList<long> Flags) : AuditFinding;
}

/// <summary>
/// Walks the log from its first entry, then compares the verdicts in the database with what it tells of them. By itself it finds edits, deletions, insertions, reorderings and, by <see cref="AuditEnd"/>, truncation.
/// Whoever may write to the database could recompute all of it: only a head that was kept elsewhere shows that (<see cref="AuditRoots"/>).
/// </summary>
internal static class AuditVerifier
{
    private const string FlagPrefix = "flag:";

    /// <param name="kept">Heads and roots kept elsewhere.</param>
    public static async Task<AuditFinding> VerifyAsync(InfoMonitorDb db, IReadOnlyCollection<AuditHead> kept, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.BeginSnapshotAsync(cancellation);   // the desk may be at work meanwhile
        var end = await db.AuditEnds.AsNoTracking().SingleOrDefaultAsync(cancellation);
        var walk = new Walk(end is null ? null : new AuditHead(end.Sequence, end.Hash), kept);
        var told = new Dictionary<long, string>();   // what the last entry says of a flag's reviews
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (walk.Next(entry) is { } broken) return broken;
            if (ReviewPicture.DigestOf(entry.After) is { } digest && entry.Subject.StartsWith(FlagPrefix, StringComparison.Ordinal)) told[long.Parse(entry.Subject.AsSpan(FlagPrefix.Length), CultureInfo.InvariantCulture)] = digest;
        }
        var finding = walk.Finish();
        return finding is AuditFinding.Whole whole && await ChangedAsync(db, told, cancellation) is { Count: > 0 } changed ? new AuditFinding.Behind(whole.Head, changed) : finding;
    }

    /// <summary>Flags whose reviews are not as the log tells.</summary>
    private static async Task<List<long>> ChangedAsync(InfoMonitorDb db, Dictionary<long, string> told, CancellationToken cancellation)
    {
        var changed = new List<long>();
        var one = new List<Review>();
        await foreach (var review in db.Reviews.AsNoTracking().OrderBy(r => r.FlagId).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (one is [var first, ..] && first.FlagId != review.FlagId) Compare();
            one.Add(review);
        }
        Compare();
        changed.AddRange(told.Keys);   // theirs are gone
        changed.Sort();
        return changed;

        void Compare()
        {
            if (one is not [var first, ..]) return;
            if (!told.Remove(first.FlagId, out var digest) || digest != ReviewPicture.Digest(one)) changed.Add(first.FlagId);
            one.Clear();
        }
    }

    /// <param name="entries">In the order in which they stand.</param>
    /// <param name="end">Where the log says that it ends; null when it does not say.</param>
    /// <param name="kept">Heads and roots kept elsewhere.</param>
    public static AuditFinding Verify(IEnumerable<AuditEntry> entries, AuditHead? end, IReadOnlyCollection<AuditHead> kept)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var walk = new Walk(end, kept);
        foreach (var entry in entries)
            if (walk.Next(entry) is { } broken) return broken;
        return walk.Finish();
    }

    private sealed class Walk(AuditHead? end, IReadOnlyCollection<AuditHead> kept)
    {
        private readonly ILookup<long, string> hashes = kept.ToLookup(k => k.Sequence, k => k.Hash);
        private AuditHead head = AuditHead.None;

        public AuditFinding.Broken? Next(AuditEntry entry)
        {
            if (FaultOf(entry) is { } fault) return new AuditFinding.Broken(fault == AuditFault.Missing ? head.Sequence + 1 : entry.Sequence, fault);
            head = new AuditHead(entry.Sequence, entry.Hash);
            return null;
        }

        public AuditFinding Finish()
        {
            var last = kept.Count == 0 ? 0 : kept.Max(k => k.Sequence);
            if (Math.Max(last, end?.Sequence ?? 0) > head.Sequence) return new AuditFinding.Broken(head.Sequence + 1, AuditFault.Truncated);
            return end == head || (end is null && head.Sequence == 0) ? new AuditFinding.Whole(head) : new AuditFinding.Broken(head.Sequence, AuditFault.WrongEnd);
        }

        private AuditFault? FaultOf(AuditEntry entry) => entry switch
        {
            _ when entry.Sequence > head.Sequence + 1 => AuditFault.Missing,
            _ when entry.Sequence <= head.Sequence => AuditFault.OutOfOrder,
            _ when entry.PreviousHash != head.Hash => AuditFault.NotContinuing,
            _ when entry.Hash != AuditLog.HashOf(entry) || entry.At.Ticks % TimeSpan.TicksPerMillisecond != 0 => AuditFault.Changed,   // the hash covers whole milliseconds only
            _ when hashes[entry.Sequence].Any(hash => hash != entry.Hash) => AuditFault.Rewritten,
            _ when end is { } stated && entry.Sequence > stated.Sequence => AuditFault.BeyondEnd,
            _ => null,
        };
    }
}
