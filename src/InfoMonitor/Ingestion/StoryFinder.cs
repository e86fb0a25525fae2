using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Fingerprints;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Ingestion;

/// <summary>Finds the stories a text is like: by exact hash, then by bands, confirmed by Jaccard (DESIGN step 8).</summary>
/// <remarks>Originals alone have bands: a text is compared with stories, not with every copy of them, so a text that a hundred sources carry costs no more than one.</remarks>
internal sealed class StoryFinder(IOptions<IngestionOptions> options, TimeProvider clock)
{
    private const string Equal = """
        SELECT MAX("Id") AS "ItemId", 1000 AS "Shared" FROM "Items" WHERE "ExactHash" = {0} GROUP BY "StoryId"
        """;

    /// <summary>Each band's value has the band's number mixed in, so that values alone are asked for.</summary>
    private static readonly string EqualOrNear = $"""
        {Equal} UNION ALL
        SELECT "ItemId", COUNT(*) FROM "ItemBands" WHERE "Value" IN ({string.Join(", ", Enumerable.Range(1, Fingerprint.BandCount).Select(band => $$"""{{{band}}}"""))}) GROUP BY "ItemId"
        """;

    private const string AnyEqual = """SELECT 1 FROM "Items" WHERE "ExactHash" = @p0 AND "Id" > @after""";

    private static readonly string AnyEqualOrNear = $"""
        {AnyEqual} UNION ALL SELECT 1 FROM "ItemBands" WHERE "Value" IN ({string.Join(", ", Enumerable.Range(1, Fingerprint.BandCount).Select(band => $"@p{band}"))}) AND "ItemId" > @after
        """;

    /// <param name="text">Masked; redacted when what is stored redacted is meant.</param>
    /// <param name="after">Only items with a higher id: what came since an earlier look. 0 for all.</param>
    /// <returns>Every story with an item like it, equal ones first, then the likest; each with that item's assessment.</returns>
    public async Task<IReadOnlyList<LikeStory>> FindAsync(InfoMonitorDb db, string text, string language, Fingerprint fingerprint, long after, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!await AnyAsync(db, fingerprint, after, cancellation)) return [];
        var since = clock.GetUtcNow() - options.Value.Lookback;
        var likely = db.Database.SqlQueryRaw<Likely>(fingerprint.Bands is [] ? Equal : EqualOrNear, [fingerprint.ExactHash, .. fingerprint.Bands.Cast<object>()]);
        var candidates = await (
            from found in likely
            join item in db.Items on found.ItemId equals item.Id
            join story in db.Stories on item.StoryId equals story.Id
            where item.Id > after && story.LastSeenAt >= since
            orderby found.Shared descending, item.Id descending
            select new { item.Id, item.StoryId, item.Assessment, Text = found.Shared > Fingerprint.BandCount ? null : item.Text }).Take(options.Value.Candidates).ToListAsync(cancellation);
        if (candidates is []) return [];
        var shingles = ShingleSet.Of(text, language);
        return
        [
            .. candidates.DistinctBy(c => c.Id)
                .Select(c => (Story: new LikeStory(c.StoryId, c.Assessment), c.Id, Likeness: c.Text is null ? 2 : shingles.Jaccard(ShingleSet.Of(c.Text, language))))
                .Where(c => c.Likeness >= ShingleSet.CopyThreshold)
                .OrderByDescending(c => c.Likeness).ThenByDescending(c => c.Likeness > 1 ? c.Id : -c.Id)
                .Select(c => c.Story),
        ];
    }

    /// <summary>Whether there is anything to look at: for most texts there is not, and to have the question after it translated takes longer than this one.</summary>
    private static async Task<bool> AnyAsync(InfoMonitorDb db, Fingerprint fingerprint, long after, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"{(fingerprint.Bands is [] ? AnyEqual : AnyEqualOrNear)} LIMIT 1";
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            void Add(string name, object value)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }
            Add("@after", after);
            Add("@p0", fingerprint.ExactHash);
            for (var band = 0; band < fingerprint.Bands.Count; band++) Add($"@p{band + 1}", fingerprint.Bands[band]);
            return await command.ExecuteScalarAsync(cancellation) is not null;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The story a text so judged is a copy of; null for an original: what is like it was judged otherwise (a debunk quoting a rumour in full is not the rumour).</summary>
    public static long? CopiedBy(IReadOnlyList<LikeStory> like, Assessment assessment) => like.Where(s => IsJudgedAlike(s.Assessment, assessment)).Select(s => (long?)s.StoryId).FirstOrDefault();

    private static bool IsJudgedAlike(Assessment one, Assessment other) =>
        one.DeservesAnswer == other.DeservesAnswer && one.Reasons.ToHashSet().SetEquals(other.Reasons);
}

/// <param name="Assessment">Of the item that is like the text.</param>
internal readonly record struct LikeStory(long StoryId, Assessment Assessment);

/// <param name="Shared">How many bands the item has in common with a text; more than there are where it is equal.</param>
internal sealed record Likely(long ItemId, long Shared);
