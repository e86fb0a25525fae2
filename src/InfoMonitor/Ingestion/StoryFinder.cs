using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Fingerprints;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Ingestion;

/// <summary>Finds the stories a text is like: by exact hash, then by bands, confirmed by Jaccard (DESIGN step 8).</summary>
/// <remarks>Originals alone have bands: a text is compared with stories, not with every copy of them, so a text that a hundred sources carry costs no more than one.</remarks>
internal sealed class StoryFinder(IOptions<IngestionOptions> options, TimeProvider clock)
{
    /// <summary>A look into the index for each band. Asked as "one of these bands and one of these values" it would be a look for each pair of them.</summary>
    private static readonly string SharedBands = string.Join(" UNION ALL ",
        Enumerable.Range(0, Fingerprint.BandCount).Select(band => $$"""SELECT "ItemId", "Band", "Value" FROM "ItemBands" WHERE "Band" = {{band}} AND "Value" = {{{band}}}"""));

    /// <param name="text">Masked; redacted when what is stored redacted is meant.</param>
    /// <param name="after">Only items with a higher id: what came since an earlier look. 0 for all.</param>
    /// <returns>Every story with an item like it, equal ones first, then the likest; each with that item's assessment.</returns>
    public async Task<IReadOnlyList<LikeStory>> FindAsync(InfoMonitorDb db, string text, string language, Fingerprint fingerprint, long after, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var since = clock.GetUtcNow() - options.Value.Lookback;
        var recent = from item in db.Items.AsNoTracking()
                     join story in db.Stories on item.StoryId equals story.Id
                     where item.Id > after && story.LastSeenAt >= since
                     select item;

        var equal = await recent.Where(i => i.ExactHash == fingerprint.ExactHash).OrderByDescending(i => i.Id).Take(options.Value.Candidates)
            .Select(i => new LikeStory(i.StoryId, i.Assessment)).ToListAsync(cancellation);
        if (fingerprint.Bands is []) return equal;

        var near = from band in db.ItemBands.FromSqlRaw(SharedBands, [.. fingerprint.Bands.Cast<object>()]).AsNoTracking()
                   join item in recent on band.ItemId equals item.Id
                   group band by band.ItemId into shared
                   orderby shared.Count() descending, shared.Key descending
                   select shared.Key;
        var ids = await near.Take(options.Value.Candidates).ToListAsync(cancellation);
        if (ids is []) return equal;
        var candidates = await db.Items.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.StoryId, i.Text, i.Assessment }).ToListAsync(cancellation);
        var shingles = ShingleSet.Of(text, language);
        return
        [
            .. equal,
            .. candidates.Select(c => (Story: new LikeStory(c.StoryId, c.Assessment), c.Id, Likeness: shingles.Jaccard(ShingleSet.Of(c.Text, language))))
                .Where(c => c.Likeness >= ShingleSet.CopyThreshold)
                .OrderByDescending(c => c.Likeness).ThenBy(c => c.Id)
                .Select(c => c.Story),
        ];
    }

    /// <summary>The story a text so judged is a copy of; null for an original: what is like it was judged otherwise (a debunk quoting a rumour in full is not the rumour).</summary>
    public static long? CopiedBy(IReadOnlyList<LikeStory> like, Assessment assessment) => like.Where(s => IsJudgedAlike(s.Assessment, assessment)).Select(s => (long?)s.StoryId).FirstOrDefault();

    private static bool IsJudgedAlike(Assessment one, Assessment other) =>
        one.DeservesAnswer == other.DeservesAnswer && one.Reasons.ToHashSet().SetEquals(other.Reasons);
}

/// <param name="Assessment">Of the item that is like the text.</param>
internal readonly record struct LikeStory(long StoryId, Assessment Assessment);
