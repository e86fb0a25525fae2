using System.Globalization;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Matching;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Ingestion;

/// <summary>What judging a stored item once more came to.</summary>
internal abstract record Replay
{
    private Replay() { }

    /// <param name="Same">Bit for bit.</param>
    internal sealed record Done(Assessment Stored, Assessment Replayed, bool Same) : Replay;

    internal sealed record NoItem : Replay;

    /// <summary>What is stored is not what was read.</summary>
    internal sealed record Redacted : Replay;

    /// <summary>The models that judged it are neither kept nor configured.</summary>
    internal sealed record NoModels(string Version) : Replay;

    /// <summary>The references it was compared with are not those the database holds from that time.</summary>
    internal sealed record OtherReferences(int Count, string? Last) : Replay;
}

/// <summary>Judges a stored item again as it was judged: by the models of then, against the references of then. Changes nothing.</summary>
internal sealed class Replayer(IDbContextFactory<InfoMonitorDb> databases, KeptModels kept, LiveModels live)
{
    /// <exception cref="InvalidDataException">The kept models are damaged.</exception>
    public async Task<Replay> ReplayAsync(long itemId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Items.AsNoTracking().SingleOrDefaultAsync(i => i.Id == itemId, cancellation) is not { } item) return new Replay.NoItem();
        var stored = item.Assessment;
        if (stored.Redacted) return new Replay.Redacted();
        if (FolderOf(stored.ModelVersion) is not { } folder) return new Replay.NoModels(stored.ModelVersion);
        var references = await db.References.AsNoTracking().OrderBy(r => r.Id).Take(stored.References).ToListAsync(cancellation);
        var index = CorrectionIndex.Build(references.Select(CorrectionShelf.TextOf));
        if (index.Count != stored.References || index.Last != stored.LastReference) return new Replay.OtherReferences(stored.References, stored.LastReference);
        var replayed = Assessor.Load(folder, stored.Thresholds).Assess(item.Title.Length == 0 ? null : item.Title, item.Text, item.Language, index);
        // Numbers are written so that they read back to the same bits, so equal words are equal bits.
        return new Replay.Done(stored, replayed, AssessmentJson.Write(stored) == AssessmentJson.Write(replayed));
    }

    /// <summary>The kept copy; the configured folder serves where that one is gone.</summary>
    private string? FolderOf(string version) =>
        kept.Find(version) ?? (Directory.Exists(live.Configured) && ModelSet.Version(live.Configured) == version ? live.Configured : null);
}

/// <summary>Two assessments side by side.</summary>
/// <param name="Stored">As it is kept: numbers to the last bit. Null where it has none.</param>
internal sealed record ReplayLine(string What, string? Stored, string? Replayed)
{
    public bool Same => Stored == Replayed;

    public static IReadOnlyList<ReplayLine> Of(Assessment stored, Assessment replayed)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(replayed);
        var lines = new List<ReplayLine>
        {
            new("language", stored.Language, replayed.Language),
            new("assessed", Word(stored.Assessed), Word(replayed.Assessed)),
        };
        foreach (var reason in Enum.GetValues<FlagReason>().Where(r => stored.Scores.ContainsKey(r) || replayed.Scores.ContainsKey(r)))
            lines.Add(new ReplayLine($"score {reason.Word()}", Number(stored, reason), Number(replayed, reason)));
        lines.Add(new ReplayLine("reasons", Words(stored.Reasons), Words(replayed.Reasons)));
        foreach (var reason in stored.Reasons.Union(replayed.Reasons))
        {
            var (was, now) = (stored.Because.FirstOrDefault(b => b.Reason == reason), replayed.Because.FirstOrDefault(b => b.Reason == reason));
            lines.Add(new ReplayLine($"log-odds {reason.Word()}", Number(was?.LogOdds), Number(now?.LogOdds)));
            lines.Add(new ReplayLine($"sentence at {reason.Word()}", was?.Offset.ToString(CultureInfo.InvariantCulture), now?.Offset.ToString(CultureInfo.InvariantCulture)));
            lines.Add(new ReplayLine($"words {reason.Word()}", Sum(was), Sum(now)));
        }
        lines.Add(new ReplayLine("topics", Words(stored.Topics), Words(replayed.Topics)));
        lines.Add(new ReplayLine("protected", Words(stored.Protected), Words(replayed.Protected)));
        lines.Add(new ReplayLine("check-worthiness", Number(stored.CheckWorthiness), Number(replayed.CheckWorthiness)));
        lines.Add(new ReplayLine("deserves an answer", Word(stored.DeservesAnswer), Word(replayed.DeservesAnswer)));
        return lines;
    }

    private static string? Number(Assessment said, FlagReason reason) => said.Scores.TryGetValue(reason, out var score) ? Number(score) : null;

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    private static string? Sum(Explanation? because) => because is null ? null : string.Create(CultureInfo.InvariantCulture, $"{because.Words.Count}, {because.Words.Sum(w => w.Weight):R}");

    private static string Words<T>(IReadOnlyList<T> values) where T : struct, Enum => string.Join(", ", values.Select(v => v.Word()));

    private static string Word(bool value) => value ? "yes" : "no";
}
