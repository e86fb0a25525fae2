using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Fingerprints;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Ingestion;

/// <summary>Finds the story a text is a copy of: by exact hash, then by bands, confirmed by Jaccard (DESIGN step 8).</summary>
/// <remarks>Originals alone have bands: a text is compared with stories, not with every copy of them, so a text that a hundred sources carry costs no more than one.</remarks>
internal sealed class StoryFinder(IOptions<IngestionOptions> options, TimeProvider clock)
{
    /// <param name="text">As stored: masked, redacted.</param>
    /// <param name="after">Only items with a higher id: what came since an earlier look. 0 for all.</param>
    /// <returns>Null when the text is a story's original: there is none like it, or what is like it was judged otherwise (a debunk quoting a rumour in full is not the rumour).</returns>
    public async Task<long?> FindAsync(InfoMonitorDb db, string text, string language, Fingerprint fingerprint, Assessment assessment, long after, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var since = clock.GetUtcNow() - options.Value.Lookback;
        var recent = from item in db.Items.AsNoTracking()
                     join story in db.Stories on item.StoryId equals story.Id
                     where item.Id > after && story.LastSeenAt >= since
                     select item;

        var equal = await recent.Where(i => i.ExactHash == fingerprint.ExactHash).OrderByDescending(i => i.Id).Take(options.Value.Candidates)
            .Select(i => new { i.StoryId, i.Assessment }).ToListAsync(cancellation);
        if (equal.Find(i => IsJudgedAlike(i.Assessment, assessment)) is { } same) return same.StoryId;
        if (fingerprint.Bands is []) return null;

        var bands = Enumerable.Range(0, fingerprint.Bands.Count).ToArray();
        var near = from band in db.ItemBands
                   where bands.Contains(band.Band) && fingerprint.Bands.Contains(band.Value)
                   join item in recent on band.ItemId equals item.Id
                   group band by band.ItemId into shared
                   orderby shared.Count() descending, shared.Key descending
                   select shared.Key;
        var ids = await near.Take(options.Value.Candidates).ToListAsync(cancellation);
        if (ids is []) return null;
        var candidates = await db.Items.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.StoryId, i.Text, i.Assessment }).ToListAsync(cancellation);
        var shingles = ShingleSet.Of(text, language);
        return candidates.Where(c => IsJudgedAlike(c.Assessment, assessment))
            .Select(c => (c.StoryId, c.Id, Likeness: shingles.Jaccard(ShingleSet.Of(c.Text, language))))
            .Where(c => c.Likeness >= ShingleSet.CopyThreshold)
            .OrderByDescending(c => c.Likeness).ThenBy(c => c.Id)
            .Select(c => (long?)c.StoryId).FirstOrDefault();
    }

    private static bool IsJudgedAlike(Assessment one, Assessment other) =>
        one.DeservesAnswer == other.DeservesAnswer && one.Reasons.ToHashSet().SetEquals(other.Reasons);
}
