using System.Globalization;
using System.Text;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Ingestion;

/// <summary>Counts what live and candidate models say of each item, by week, within the item's transaction: one statement an item, and a row more only where the two differ.</summary>
internal sealed class ScoreCounter(LiveModels live, WorkCalendar calendar, TimeProvider clock)
{
    private const string Add = """
         ON CONFLICT ("Week", "Model", "Shadow", "Reason", "Kind", "Ownership", "Bin") DO UPDATE SET "Items" = "ScoreCounts"."Items" + 1, "Over" = "ScoreCounts"."Over" + excluded."Over",
        "Flagged" = "ScoreCounts"."Flagged" + excluded."Flagged", "Alone" = "ScoreCounts"."Alone" + excluded."Alone", "Missed" = "ScoreCounts"."Missed" + excluded."Missed"
        """;

    private readonly Lazy<IReadOnlyDictionary<FlagReason, double>> thresholds = new(() => ModelCards.Read(live.Folder).InForce(live.Thresholds));

    /// <param name="judged">By the live models, of the text as it was read.</param>
    /// <param name="shadow">By the candidate, of the same; null where none runs.</param>
    public async Task AddAsync(InfoMonitorDb db, Item item, Source source, Assessment judged, ShadowJudgement? shadow, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(judged);
        // Placed once each: the week, the two versions. Everything else is a word or number of ours.
        var sql = new StringBuilder("""INSERT INTO "ScoreCounts" ("Week", "Model", "Shadow", "Reason", "Kind", "Ownership", "Bin", "Items", "Over", "Flagged", "Alone", "Missed") VALUES """);
        var place = $"'{source.Kind.Word()}', '{source.Ownership.Word()}'";
        Rows(sql, place, judged, thresholds.Value, other: null);
        if (shadow is not null) Rows(sql, place, shadow.Assessment, shadow.Thresholds, judged);
        sql.Length -= ", ".Length;
        await db.Database.ExecuteSqlRawAsync(sql.Append(Add).ToString(), [calendar.WeekOf(clock.GetUtcNow()), judged.ModelVersion, shadow?.Assessment.ModelVersion ?? ""], cancellation);

        if (shadow is null) return;
        var (candidate, version) = (shadow.Assessment, shadow.Assessment.ModelVersion);
        foreach (var reason in candidate.Reasons.Union(judged.Reasons).Where(r => candidate.Reasons.Contains(r) != judged.Reasons.Contains(r)))
            db.ShadowDifferences.Add(new ShadowDifference { Item = item, Model = version, Reason = reason, Flags = candidate.Reasons.Contains(reason), Score = Score(candidate, reason), LiveScore = Score(judged, reason) });
    }

    /// <param name="other">The live models', for a candidate's row; null for their own.</param>
    private static void Rows(StringBuilder sql, string place, Assessment said, IReadOnlyDictionary<FlagReason, double> thresholds, Assessment? other)
    {
        Row(sql, place, ScoreCount.Any, 0, over: false, said.Reasons is not [], other is null ? null : other.Reasons is not []);
        foreach (var (reason, score) in said.Scores)
            Row(sql, place, reason.Word(), ScoreBins.Of(score), thresholds.TryGetValue(reason, out var threshold) && score >= threshold, said.Reasons.Contains(reason), other?.Reasons.Contains(reason));
    }

    private static void Row(StringBuilder sql, string place, string reason, int bin, bool over, bool flagged, bool? live)
    {
        var (alone, missed) = (flagged && live == false, !flagged && live == true);
        sql.Append(CultureInfo.InvariantCulture, $"({{0}}, {{{(live is null ? 1 : 2)}}}, {(live is null ? "FALSE" : "TRUE")}, '{reason}', {place}, {bin}, 1, {One(over)}, {One(flagged)}, {One(alone)}, {One(missed)}), ");
    }

    private static int One(bool value) => value ? 1 : 0;

    private static double? Score(Assessment said, FlagReason reason) => said.Scores.TryGetValue(reason, out var score) ? score : null;
}
