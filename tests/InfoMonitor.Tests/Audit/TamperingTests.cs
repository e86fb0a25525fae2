using System.Globalization;
using InfoMonitor.Audit;
using InfoMonitor.Domain;

namespace InfoMonitor.Tests.Audit;

/// <summary>10,000 ways of touching a log, drawn at random; every one is found.</summary>
public sealed class TamperingTests
{
    private const int Trials = 10_000;
    private const string Letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyạảấầẩẫậ0123456789{}\":,. ";

    private static readonly List<AuditEntry> Log = Write(new Random(7), 48);

    /// <summary>What somebody does who can write to the tables but does not recompute the chain.</summary>
    private enum Touch { Edit, EditAndSeal, Delete, DeleteSome, Cut, Swap, Move, Duplicate, Insert, Renumber, EndHash, EndSequence, EndGone }

    /// <summary>What somebody does who recomputes everything after it: only a root kept elsewhere shows it.</summary>
    private enum Forgery { EditAndRechain, DeleteAndRechain, InsertAndRechain, CutAndMoveEnd, WriteAnew }

    [Fact]
    public void An_untouched_log_is_whole() =>
        AuditVerifier.Verify(Log, HeadOf(Log), [HeadOf(Log), new AuditHead(9, Log[8].Hash)]).ShouldBe(new AuditFinding.Whole(HeadOf(Log)));

    [Fact]
    public void Ten_thousand_random_tamperings_are_all_found()
    {
        var chance = new Random(20_261_126);
        var missed = new List<string>();
        var tried = new Dictionary<Touch, int>();
        for (var trial = 0; trial < Trials; trial++)
        {
            var touch = chance.GetItems(Enum.GetValues<Touch>(), 1)[0];
            var (entries, end) = Apply(touch, chance);
            tried[touch] = tried.GetValueOrDefault(touch) + 1;
            if (AuditVerifier.Verify(entries, end, []) is AuditFinding.Whole) missed.Add($"{trial}: {touch}");
        }
        missed.ShouldBeEmpty();
        tried.Count.ShouldBe(Enum.GetValues<Touch>().Length);
    }

    [Fact]
    public void A_log_whose_chain_was_recomputed_is_found_by_a_root_kept_elsewhere()
    {
        var chance = new Random(42);
        var missed = new List<string>();
        for (var trial = 0; trial < 1_000; trial++)
        {
            var forgery = chance.GetItems(Enum.GetValues<Forgery>(), 1)[0];
            var entries = Apply(forgery, chance);
            AuditVerifier.Verify(entries, HeadOf(entries), []).ShouldBeOfType<AuditFinding.Whole>("by itself it is a log like any other");
            if (AuditVerifier.Verify(entries, HeadOf(entries), [HeadOf(Log)]) is AuditFinding.Whole) missed.Add($"{trial}: {forgery}");
        }
        missed.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-11-26 1234:0123456789abcdef0123456789abcdef0123456789abcdef0123456789ABCDEF", true)]
    [InlineData("2026-11-26  1234:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\r", true)]
    [InlineData("26/11/2026 1234:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData("2026-11-26 -1:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData("2026-11-26 1234:0123", false)]
    [InlineData("2026-11-26", false)]
    public void A_root_is_read_as_it_was_written_or_not_at_all(string line, bool reads)
    {
        var root = AuditRoot.Parse(line);
        (root is not null).ShouldBe(reads);
        if (root is not null) AuditRoot.Parse(root.ToString()).ShouldBe(root);
    }

    private static (IReadOnlyList<AuditEntry> Entries, AuditHead? End) Apply(Touch touch, Random chance)
    {
        List<AuditEntry> entries = [.. Log];
        var (end, at) = (HeadOf(Log), chance.Next(Log.Count));
        switch (touch)
        {
            case Touch.Edit:
                entries[at] = Edited(entries[at], chance, ownFieldsOnly: false);
                break;
            case Touch.EditAndSeal:   // the last entry's new hash is not the end's, any other's is not what the next continues
                entries[at] = Sealed(Edited(entries[at], chance, ownFieldsOnly: true));
                break;
            case Touch.Delete:
                entries.RemoveAt(at);
                break;
            case Touch.DeleteSome:
                var from = chance.Next(Log.Count);
                entries.RemoveRange(from, chance.Next(1, Log.Count - from + 1));
                break;
            case Touch.Cut:
                entries.RemoveRange(at, Log.Count - at);
                break;
            case Touch.Swap:
                var other = (at + chance.Next(1, Log.Count)) % Log.Count;
                (entries[at], entries[other]) = (entries[other], entries[at]);
                if (chance.Next(2) == 0) (entries[at], entries[other]) = (Copy(entries[at], sequence: at + 1), Copy(entries[other], sequence: other + 1));   // as a table ordered by number shows it
                break;
            case Touch.Move:
                var moved = entries[at];
                entries.RemoveAt(at);
                entries.Insert((at + chance.Next(1, Log.Count)) % Log.Count, moved);
                break;
            case Touch.Duplicate:
                entries.Insert(at, entries[at]);
                break;
            case Touch.Insert:
                entries.Insert(at, Sealed(Edited(Copy(entries[at], sequence: chance.Next(1, Log.Count + 2)), chance, ownFieldsOnly: true)));
                break;
            case Touch.Renumber:
                entries[at] = Copy(entries[at], sequence: entries[at].Sequence + chance.Next(1, 5) * (chance.Next(2) == 0 ? -1 : 1));
                break;
            case Touch.EndHash:
                return (entries, end with { Hash = Other(end.Hash, chance) });
            case Touch.EndSequence:
                return (entries, end with { Sequence = end.Sequence + chance.Next(1, 9) * (chance.Next(2) == 0 ? -1 : 1) });
            case Touch.EndGone:
                return (entries, null);
        }
        return (entries, end);
    }

    private static List<AuditEntry> Apply(Forgery forgery, Random chance)
    {
        List<AuditEntry> entries = [.. Log];
        var at = chance.Next(Log.Count);
        switch (forgery)
        {
            case Forgery.EditAndRechain:
                entries[at] = Edited(entries[at], chance, ownFieldsOnly: true);
                break;
            case Forgery.DeleteAndRechain:
                entries.RemoveAt(at);
                break;
            case Forgery.InsertAndRechain:
                entries.Insert(at, Edited(entries[at], chance, ownFieldsOnly: true));
                break;
            case Forgery.CutAndMoveEnd:
                entries.RemoveRange(at, Log.Count - at);
                break;
            case Forgery.WriteAnew:
                entries = [.. Write(chance, chance.Next(1, 100))];
                break;
        }
        return Chained(entries);
    }

    private static AuditEntry Edited(AuditEntry entry, Random chance, bool ownFieldsOnly) => chance.Next(ownFieldsOnly ? 6 : 8) switch
    {
        0 => Copy(entry, at: entry.At.AddTicks(chance.Next(2) == 0 && !ownFieldsOnly ? 10 : TimeSpan.TicksPerMillisecond * chance.Next(1, 100_000))),
        1 => Copy(entry, actor: Other(entry.Actor, chance)),
        2 => Copy(entry, action: Other(entry.Action, chance)),
        3 => Copy(entry, subject: Other(entry.Subject, chance)),
        4 => Copy(entry, before: entry.Before is null ? "" : chance.Next(4) == 0 ? null : Other(entry.Before, chance), setBefore: true),
        5 => Copy(entry, after: entry.After is null ? "" : chance.Next(4) == 0 ? null : Other(entry.After, chance), setAfter: true),
        6 => Copy(entry, previous: Other(entry.PreviousHash, chance)),
        _ => Copy(entry, hash: Other(entry.Hash, chance)),
    };

    /// <summary>One letter changed, added or taken away.</summary>
    private static string Other(string text, Random chance)
    {
        while (true)
        {
            var (at, letter) = (chance.Next(text.Length + 1), Letters[chance.Next(Letters.Length)].ToString());
            var changed = chance.Next(3) switch
            {
                0 => text.Insert(at, letter),
                1 when at < text.Length => text.Remove(at, 1),
                _ when at < text.Length => text.Remove(at, 1).Insert(at, letter),
                _ => text + letter,
            };
            if (changed != text) return changed;
        }
    }

    private static List<AuditEntry> Write(Random chance, int count)
    {
        string[] actions = ["flag.claim", "flag.verdict", "flag.undo", "account.sign-in", "source.change"];
        return Chained([.. Enumerable.Range(1, count).Select(n => new AuditEntry
        {
            Sequence = n,
            At = new DateTimeOffset(2026, 11, 26, 1, 0, 0, TimeSpan.Zero).AddMilliseconds(n * 977),
            Actor = n % 5 == 0 ? "system" : "an",
            Action = actions[chance.Next(actions.Length)],
            Subject = "flag:" + chance.Next(1, 30).ToString(CultureInfo.InvariantCulture),
            Before = chance.Next(3) == 0 ? null : """{"state":"new","ghiChú":"chưa ai nhận"}""",
            After = chance.Next(3) == 0 ? null : """{"state":"claimed","holder":3}""",
            PreviousHash = "",
            Hash = "",
        })]);
    }

    private static List<AuditEntry> Chained(IReadOnlyList<AuditEntry> entries)
    {
        var chained = new List<AuditEntry>();
        foreach (var entry in entries) chained.Add(Sealed(Copy(entry, sequence: chained.Count + 1, previous: chained.Count == 0 ? AuditLog.NoHash : chained[^1].Hash)));
        return chained;
    }

    private static AuditHead HeadOf(List<AuditEntry> entries) => entries.Count == 0 ? AuditHead.None : new AuditHead(entries[^1].Sequence, entries[^1].Hash);

    private static AuditEntry Sealed(AuditEntry entry) => Copy(entry, hash: AuditLog.HashOf(entry));

    private static AuditEntry Copy(
        AuditEntry entry, long? sequence = null, DateTimeOffset? at = null, string? actor = null, string? action = null, string? subject = null,
        string? before = null, bool setBefore = false, string? after = null, bool setAfter = false, string? previous = null, string? hash = null) => new()
        {
            Sequence = sequence ?? entry.Sequence,
            At = at ?? entry.At,
            Actor = actor ?? entry.Actor,
            Action = action ?? entry.Action,
            Subject = subject ?? entry.Subject,
            Before = setBefore ? before : entry.Before,
            After = setAfter ? after : entry.After,
            PreviousHash = previous ?? entry.PreviousHash,
            Hash = hash ?? entry.Hash,
        };
}
