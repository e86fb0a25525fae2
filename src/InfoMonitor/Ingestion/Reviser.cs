using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Fingerprints;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Ingestion;

/// <summary>What reading an item's page once more came to.</summary>
internal abstract record Revision
{
    private Revision() { }

    internal sealed record Same : Revision;

    /// <summary>Its text had changed: the item holds the new one, the earlier is kept beside it.</summary>
    internal sealed record Changed : Revision;

    /// <summary>There is a page, but no article on it.</summary>
    internal sealed record Missing(PageOutcome Outcome, Text Reason) : Revision;
}

/// <summary>A story that stands in the queue since it was judged again.</summary>
/// <param name="IsNew">False where it stood there before, for another reason.</param>
internal sealed record Rejudged(FlagReason Reason, bool IsNew);

/// <summary>Puts a changed text in the place of a stored item's and assesses it and its flag anew (DESIGN step 10); masked, and redacted where it exposes somebody.</summary>
internal sealed class Reviser(
    IDbContextFactory<InfoMonitorDb> databases, AuditedStep steps, BigPages bigPages, ArticleReader reader, Judge judge, CorrectionShelf corrections, StoryFinder finder, Withholding withholding, EarlierItems earlier, StoryWriter writer, AuditLog audit, TimeProvider clock)
{
    /// <summary>Reads the body and saves what changed, in one transaction.</summary>
    public Task<Revision> ReviseAsync(long itemId, FetchResult.Fetched fetched, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(fetched);
        return bigPages.InTurnAsync(fetched, async () => reader.Read(fetched, cancellation) switch
        {
            Reading.NotArticle none => new Revision.Missing(PageOutcome.NotArticle, none.Reason),
            Reading.Unsupported unsupported => new Revision.Missing(PageOutcome.Unsupported, unsupported.Reason),
            Reading.Readable { Article: var read } => await ReviseAsync(itemId, read, cancellation),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is new here."),
        }, cancellation);
    }

    private async Task<Revision> ReviseAsync(long itemId, Article read, CancellationToken cancellation)
    {
        Assessment judged;
        await using (var db = await databases.CreateDbContextAsync(cancellation))
        {
            if (await db.Items.AnyAsync(i => i.Id == itemId && i.Title == (read.Title ?? "") && i.Text == read.Text, cancellation)) return new Revision.Same();
            judged = judge(read.Title, read.Text, read.Language, await corrections.GetAsync(db, cancellation));
        }
        return await steps.RunAloneAsync(db => SaveAsync(db, itemId, read, judged, cancellation), cancellation);
    }

    /// <summary>Judges a stored item again against what is published by now. A story that repeats what is contradicted gets its flag, or the correction in the open flag it has.</summary>
    /// <returns>Null where there is nothing to flag, or a person has decided already.</returns>
    public async Task<Rejudged?> RejudgeAsync(long itemId, CancellationToken cancellation)
    {
        Article read;
        Assessment judged;
        await using (var db = await databases.CreateDbContextAsync(cancellation))
        {
            if (await db.Items.AsNoTracking().SingleOrDefaultAsync(i => i.Id == itemId, cancellation) is not { } stored) return null;
            read = new Article(stored.Title.Length == 0 ? null : stored.Title, stored.Text, stored.Language, null, []);
            judged = judge(read.Title, read.Text, read.Language, await corrections.GetAsync(db, cancellation));
        }
        return judged.Reasons.Contains(FlagReason.MatchesCorrection) ? await steps.RunAloneAsync(db => RaiseAsync(db, itemId, read, judged, cancellation), cancellation) : null;
    }

    private async Task<Rejudged?> RaiseAsync(InfoMonitorDb db, long itemId, Article read, Assessment judged, CancellationToken cancellation)
    {
        // Its text may have changed, or its story been flagged or cleared away, since it was read.
        if (await db.Items.Include(i => i.Bands).SingleOrDefaultAsync(i => i.Id == itemId && i.Title == (read.Title ?? "") && i.Text == read.Text, cancellation) is not { } item) return null;
        var flag = await db.Flags.Include(f => f.Story).SingleOrDefaultAsync(f => f.StoryId == item.StoryId, cancellation);
        if (flag is not null && (flag.ItemId != item.Id || flag.Reason != FlagReason.UnverifiedClaim || !FlagStates.Open.Contains(flag.State))) return null;
        var page = item.PageId is null ? null : await db.Pages.FindAsync([item.PageId], cancellation);
        var withheld = await PutAsync(db, item, page, read, judged, keep: false, cancellation);
        var story = await db.Stories.Include(s => s.Topics).SingleAsync(s => s.Id == item.StoryId, cancellation);
        story.DeservesAnswer = item.Assessment.DeservesAnswer;
        if (flag is not null)
        {
            await ReassessAsync(db, flag, item.Assessment, withheld, cancellation);
            await writer.HurryAsync(db, flag, joining: null, cancellation);
            return new Rejudged(flag.Reason, IsNew: false);
        }
        var publisher = item.Url.Length == 0 ? null : await db.Sources.Where(s => s.Id == item.SourceId).Select(s => (SourceKind?)s.Kind).SingleOrDefaultAsync(cancellation);
        return new Rejudged((await writer.RaiseAsync(db, item, story, publisher, null, cancellation)).Reason, IsNew: true);
    }

    private async Task<Revision> SaveAsync(InfoMonitorDb db, long itemId, Article read, Assessment judged, CancellationToken cancellation)
    {
        var item = await db.Items.Include(i => i.Bands).SingleAsync(i => i.Id == itemId, cancellation);
        var page = await db.Pages.FindAsync([item.PageId], cancellation);
        if (page is null or { UrlMasked: true }) return new Revision.Same();   // withheld, or cleared away, since it was asked for
        var before = item.Assessment.Reasons;
        var withheld = await PutAsync(db, item, page, read, judged, keep: true, cancellation);
        var assessment = item.Assessment;
        if (item.IsOriginal) await db.Stories.Where(s => s.Id == item.StoryId).ExecuteUpdateAsync(set => set.SetProperty(s => s.DeservesAnswer, assessment.DeservesAnswer), cancellation);
        if (await db.Flags.Include(f => f.Story).SingleOrDefaultAsync(f => f.StoryId == item.StoryId, cancellation) is not { } flag) return new Revision.Changed();
        await audit.AppendAsync(db, AuditLog.System, "flag.text-changed", $"flag:{flag.Id}", new { item = item.Id, reasons = Words(before) }, new { item = item.Id, reasons = Words(assessment.Reasons) }, cancellation);
        if (flag.ItemId == item.Id) await ReassessAsync(db, flag, assessment, withheld, cancellation);
        return new Revision.Changed();
    }

    /// <summary>Puts a text and its assessment in the place of what the item holds; redacted where it exposes somebody.</summary>
    /// <param name="keep">Whether what it holds is kept as an earlier version.</param>
    /// <returns>Whether it was redacted.</returns>
    private async Task<bool> PutAsync(InfoMonitorDb db, Item item, Page? page, Article read, Assessment judged, bool keep, CancellationToken cancellation)
    {
        var raw = Fingerprint.Of(read.Text, read.Language);
        var like = await finder.FindAsync(db, read.Text, read.Language, raw, after: 0, cancellation);
        var withheld = await Withholding.WithoutWordsAsync(() => withholding.OfAsync(db, read, judged, like, cancellation), cancellation);
        if (keep) db.ItemVersions.Add(new ItemVersion { ItemId = item.Id, Title = item.Title, Text = item.Text, Assessment = item.Assessment, ReplacedAt = clock.GetUtcNow() });
        var (article, assessment, fingerprint) = withheld is null ? (read, judged, raw) : (withheld.Article, withheld.Assessment, withheld.Fingerprint);
        if (withheld is not null)
        {
            if (ExposureRedactor.Exposes(judged)) await earlier.RedactAsync(db, read, raw, ExposureRedactor.Exposing(judged), cancellation);
            if (page is not null) EarlierItems.Hide(page);
            if (item.Url.Length > 0) item.Url = VictimRedactor.RedactUrl(item.Url);
            await db.SaveChangesAsync(cancellation);   // the version just made is forgotten with the others
            await EarlierItems.ForgetAsync(db, [item.Id], cancellation);
        }
        (item.Title, item.Text, item.Language, item.ExactHash, item.Assessment) = (article.Title ?? "", article.Text, article.Language, fingerprint.ExactHash, assessment);
        if (item.IsOriginal) Take(item, fingerprint);
        return withheld is not null;
    }

    /// <summary>The bands in place: a key that is removed and added in one save is one row to the context.</summary>
    private static void Take(Item item, Fingerprint fingerprint)
    {
        var values = fingerprint.Bands.Index().ToDictionary(b => b.Index, b => b.Item);
        foreach (var band in item.Bands.ToList())
        {
            if (!values.Remove(band.Band, out var value)) item.Bands.Remove(band);
            else if (band.Value != value) band.Value = value;
        }
        foreach (var (band, value) in values) item.Bands.Add(new ItemBand { Band = band, Value = value });
    }

    /// <summary>A flag whose text gives no reason any more keeps the one it had, and its sentence: that a text was quietly mended is for a person to see, and to close.</summary>
    private async Task ReassessAsync(InfoMonitorDb db, Flag flag, Assessment assessment, bool withheld, CancellationToken cancellation)
    {
        var was = new { reason = flag.Reason.Word(), priority = flag.Priority, model = flag.ModelVersion };
        var because = assessment.Because is [var first, ..] ? first : null;
        if (because is not null && assessment.Reasons is not [])
        {
            flag.Reason = because.Reason;
            await EarlierItems.SetSentenceAsync(db, flag, because.Sentence, cancellation);
            flag.ReferenceId = because.Reason == FlagReason.MatchesCorrection && long.TryParse(because.ReferenceId, out var reference) ? reference : null;
        }
        else if (withheld) await EarlierItems.SetSentenceAsync(db, flag, ExposureRedactor.Withheld, cancellation);
        flag.ModelVersion = assessment.ModelVersion;
        var story = flag.Story!;
        var probability = assessment.Because.FirstOrDefault(b => b.Reason == flag.Reason)?.Probability ?? assessment.Scores.GetValueOrDefault(flag.Reason);
        flag.Priority = FlagPriority.Of(flag.Reason, probability, assessment.CheckWorthiness, story.ItemCount, story.SourceCount, story.LastSeenAt - story.FirstSeenAt);
        flag.Revision++;   // a verdict being written is about the earlier text: its author is told, and looks again
        await audit.AppendAsync(db, AuditLog.System, "flag.reassess", $"flag:{flag.Id}", was, new { reason = flag.Reason.Word(), priority = flag.Priority, model = flag.ModelVersion }, cancellation);
    }

    private static string Words(IReadOnlyList<FlagReason> reasons) => string.Join(", ", reasons.Select(r => r.Word()));
}
