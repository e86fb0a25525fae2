using InfoMonitor.Audit;
using InfoMonitor.Content.Fingerprints;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Content.Text;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Ingestion;

/// <summary>Redacts what was stored before a story was found to expose somebody: the same text, judged otherwise at the time (DESIGN 2.1).</summary>
internal sealed class EarlierItems(StoryFinder finder, AuditLog audit)
{
    /// <param name="read">The article before it was redacted: the earlier items are like this one.</param>
    /// <remarks>Within the caller's transaction.</remarks>
    public async Task RedactAsync(InfoMonitorDb db, Article read, Fingerprint fingerprint, IReadOnlyList<TextSpan> exposing, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(exposing);
        var exposed = exposing.Select(e => e.Of(read.Text)).ToHashSet(StringComparer.Ordinal);
        var stories = (await finder.FindAsync(db, read.Text, read.Language, fingerprint, after: 0, cancellation)).Where(s => !ExposureRedactor.Exposes(s.Assessment)).Select(s => s.StoryId).ToHashSet();
        foreach (var story in stories)
        {
            var flag = await db.Flags.SingleOrDefaultAsync(f => f.StoryId == story, cancellation);
            var items = await db.Items.Include(i => i.Bands).Where(i => i.StoryId == story).ToListAsync(cancellation);
            foreach (var item in items)
            {
                Redact(item, exposed);
                if (flag?.ItemId == item.Id) await SetSentenceAsync(db, flag, item.Assessment.Because.FirstOrDefault(b => b.Reason == flag.Reason)?.Sentence ?? ExposureRedactor.Withheld, cancellation);
                if (await db.Pages.FindAsync([item.PageId], cancellation) is { } page) Hide(page);
            }
            await ForgetAsync(db, [.. items.Select(i => i.Id)], cancellation);
            await audit.AppendAsync(db, AuditLog.System, "story.redacted", $"story:{story}", null, new { items = items.Count }, cancellation);
        }
    }

    /// <summary>Takes the earlier texts of items away: each may name who was exposed.</summary>
    public static async Task ForgetAsync(InfoMonitorDb db, long[] items, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        foreach (var version in await db.ItemVersions.Where(v => items.Contains(v.ItemId)).ToListAsync(cancellation))
            (version.Title, version.Text, version.Assessment) = ("", null, version.Assessment with { Because = [], Exposing = [] });
    }

    /// <summary>Gives a flag another sentence. What was proposed of the earlier one for the models is taken back.</summary>
    public static async Task SetSentenceAsync(InfoMonitorDb db, Flag flag, string sentence, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(flag);
        if (flag.Sentence == sentence) return;
        flag.Sentence = sentence;
        if (await db.Labels.SingleOrDefaultAsync(l => l.FlagId == flag.Id, cancellation) is { } label) db.Labels.Remove(label);
    }

    /// <summary>Leaves of a page's address its host. Its hash stays, so that it is not found anew.</summary>
    public static void Hide(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        (page.Url, page.UrlMasked) = (VictimRedactor.RedactUrl(page.Url), true);
    }

    private static void Redact(Item item, HashSet<string> exposed)
    {
        // A text that differs where it exposes counts as exposing as a whole.
        var sentences = Sentences.Split(item.Text).Where(s => exposed.Contains(s.Of(item.Text))).ToList();
        var (article, assessment) = ExposureRedactor.Redact(
            new Article(item.Title, item.Text, item.Language, null, []), item.Assessment, sentences is [] ? [new TextSpan(0, item.Text.Length)] : sentences);
        var fingerprint = Fingerprint.Of(article.Text, article.Language);
        (item.Title, item.Text, item.Assessment, item.ExactHash, item.Url) = (article.Title ?? "", article.Text, assessment, fingerprint.ExactHash, VictimRedactor.RedactUrl(item.Url));
        item.Bands.Clear();
        if (item.IsOriginal) foreach (var (band, value) in fingerprint.Bands.Index()) item.Bands.Add(new ItemBand { Band = band, Value = value });
    }
}
