using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Fingerprints;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Content.Text;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Ingestion;

/// <summary>Why a person queues a text.</summary>
/// <param name="Note">Masked here.</param>
/// <param name="By">Sign-in name of who queues it: for the audit log alone.</param>
/// <param name="Claim">The sentence that is meant, in the text's own words; null leaves it to the models. Masked here.</param>
internal sealed record ByHand(FlagReason Reason, string? Note, string By, string? Claim = null);

/// <summary>Where a text was read.</summary>
/// <param name="Source">The publisher it belongs to, which need not be a source of the file.</param>
/// <param name="Address">As it was asked for, normalised.</param>
/// <param name="From">After redirects.</param>
internal sealed record HandPlace(Source Source, Uri Address, Uri From);

/// <summary>What the models say of a text and what the desk has of it already. Nothing of it is stored by looking.</summary>
/// <param name="Article">Masked; redacted where it exposes somebody.</param>
/// <param name="FlagId">The flag of the story it is a copy of; null for none.</param>
/// <param name="IsKnown">True for a copy of a story, flagged or not.</param>
/// <param name="Near">Flags of stories that are like it and were judged otherwise.</param>
internal sealed record HandReading(Article Article, Assessment Assessment, bool IsKnown, long? FlagId, IReadOnlyList<long> Near);

/// <summary>Why nothing was queued.</summary>
internal enum HandFault
{
    /// <summary>The reason is none of <see cref="HandIngestor.ReasonsFor"/>.</summary>
    Reason,

    /// <summary>The claim does not stand in the text as it is kept.</summary>
    Claim,
}

/// <param name="Added">False where the story had a flag before: that one is meant.</param>
/// <param name="Fault">Null unless nothing was queued.</param>
internal sealed record HandEnd(long FlagId, bool Added, HandFault? Fault = null)
{
    public static HandEnd None(HandFault fault) => new(0, Added: false, fault);
}

/// <summary>Assesses a text that a person brings, and puts its story into the queue when the person says so: the same masking, redaction, clustering and models as a page's (DESIGN steps 7-10).</summary>
internal sealed class HandIngestor(
    IDbContextFactory<InfoMonitorDb> databases, AuditedStep steps, Judge judge, CorrectionShelf corrections, StoryFinder finder, Withholding withholding, EarlierItems earlier, StoryWriter writer, TimeProvider clock)
{
    private const int LongestNote = 4_000;
    private const int MostNear = 5;

    /// <summary>Of a claim: less is a word, not a sentence.</summary>
    private const int ShortestClaim = 10;

    /// <summary>Within it an equal text of which too little is left to tell its story is the same one sent twice.</summary>
    private static readonly TimeSpan Twice = TimeSpan.FromMinutes(10);

    /// <summary>Reasons a person may give: those of the policy, any harm, and an unverified claim where the text is not protected. That a text repeats a correction is for the matcher to say (DESIGN 2.2, 2.3).</summary>
    public static IReadOnlyList<FlagReason> ReasonsFor(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        IEnumerable<FlagReason> claim = assessment is { Reasons: [], Protected: [], DeservesAnswer: false } ? [FlagReason.UnverifiedClaim] : [];
        return [.. assessment.Reasons.Concat(claim).Concat(FlagReasons.Harms).Distinct()];
    }

    /// <param name="read">Masked.</param>
    public async Task<HandReading> ReadAsync(Article read, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var ready = await Withholding.WithoutWordsAsync(() => ReadyAsync(db, read, chosen: null, cancellation), cancellation);
        var near = ready.Like.Select(s => s.StoryId).Where(s => s != ready.Copied).Distinct().Take(MostNear).ToArray();
        return new HandReading(ready.Article, ready.Assessment, ready.Copied is not null, await FlagOfAsync(db, ready.Copied, cancellation),
            await db.Flags.Where(f => near.Contains(f.StoryId)).OrderByDescending(f => f.Id).Select(f => f.Id).ToListAsync(cancellation));
    }

    /// <summary>What is stored of an address that was read before; null where nothing is.</summary>
    public async Task<HandReading?> KnownAsync(Uri address, CancellationToken cancellation)
    {
        var hash = Page.HashOf(address);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var item = await db.Items.AsNoTracking().SingleOrDefaultAsync(i => db.Pages.Any(p => p.Id == i.PageId && p.UrlHash == hash), cancellation);
        return item is null ? null : new HandReading(new Article(item.Title.Length == 0 ? null : item.Title, item.Text, item.Language, null, []), item.Assessment, true, await FlagOfAsync(db, item.StoryId, cancellation), []);
    }

    /// <summary>Puts the text's story into the queue, or tells the flag it has.</summary>
    /// <param name="read">Masked.</param>
    /// <param name="place">Null for a pasted text.</param>
    public async Task<HandEnd> QueueAsync(Article read, HandPlace? place, ByHand hand, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(hand);
        hand = hand with { Note = NoteOf(hand.Note), Claim = ClaimOf(hand.Claim) };
        return await Withholding.WithoutWordsAsync(async () =>
        {
            Readied ready;
            await using (var db = await databases.CreateDbContextAsync(cancellation)) ready = await ReadyAsync(db, read, hand.Reason, cancellation);
            if (!ReasonsFor(ready.Assessment).Contains(hand.Reason)) return HandEnd.None(HandFault.Reason);
            if (!Holds(ready.Article.Title, ready.Article.Text, hand.Claim)) return HandEnd.None(HandFault.Claim);   // the text as it is stored: what was redacted is in no claim
            var end = await steps.RunAloneAsync(db => SaveAsync(db, read, ready, place, hand, cancellation), cancellation);
            if (end.Added) Telemetry.Metrics.FlagRaised(hand.Reason.Word());
            return end;
        }, cancellation);
    }

    /// <param name="chosen">The reason a person gives. One who sees that somebody is exposed is believed: then the whole text counts as exposing, for nobody marked where.</param>
    private async Task<Readied> ReadyAsync(InfoMonitorDb db, Article read, FlagReason? chosen, CancellationToken cancellation)
    {
        var judged = judge(read.Title, read.Text, read.Language, await corrections.GetAsync(db, cancellation));
        var raw = Fingerprint.Of(read.Text, read.Language);
        var like = await finder.FindAsync(db, read.Text, read.Language, raw, after: 0, cancellation);
        IReadOnlyList<TextSpan> exposing = ExposureRedactor.Exposes(judged) ? ExposureRedactor.Exposing(judged) : chosen == FlagReason.VictimExposure ? [new TextSpan(0, read.Text.Length)] : [];
        if (await withholding.OfAsync(db, read, judged, like, cancellation) is { } withheld)
            return new Readied(withheld.Article, withheld.Assessment, withheld.Fingerprint, withheld.Alike, true, raw, exposing, ExposureRedactor.CanBeTold(withheld.Article.Text) ? StoryFinder.CopiedBy(withheld.Alike, withheld.Assessment) : null);
        var copied = StoryFinder.CopiedBy(like, judged);
        if (chosen != FlagReason.VictimExposure) return new Readied(read, judged, raw, like, false, raw, exposing, copied);
        var (article, assessment) = ExposureRedactor.Redact(read, judged, exposing);
        return new Readied(article, assessment, Fingerprint.Of(article.Text, article.Language), like, true, raw, exposing, copied);
    }

    private async Task<HandEnd> SaveAsync(InfoMonitorDb db, Article read, Readied ready, HandPlace? place, ByHand hand, CancellationToken cancellation)
    {
        var page = place is null ? null : await PageAsync(db, place.Address, cancellation) ?? await PageAsync(db, place.From, cancellation);
        if (page is not null && await db.Items.SingleOrDefaultAsync(i => i.PageId == page.Id, cancellation) is { } stored) return await OfStoryAsync(db, stored.StoryId, read, ready, hand, cancellation);
        if (await StoryAsync(db, ready, cancellation) is { } known) return await OfStoryAsync(db, known, read, ready, hand, cancellation);

        var now = clock.GetUtcNow();
        if (place is not null)
        {
            if (page is null) db.Pages.Add(page = PageOf(place, now));
            (page.Outcome, page.EndedAt, page.Detail) = (PageOutcome.Stored, now, null);
            if (ready.Withheld) EarlierItems.Hide(page);
            await db.SaveChangesAsync(cancellation);
        }
        if (ready.Exposing is not []) await earlier.RedactAsync(db, read, ready.Raw, ready.Exposing, cancellation);
        var source = place?.Source ?? new Source { Id = Item.Pasted, Publisher = Item.Pasted, Language = read.Language };
        var flag = await writer.AddAsync(db, page, source, ready.Withheld ? null : place?.From, ready.Article with { FactChecks = [] }, ready.Assessment, ready.Fingerprint, story: null, hand, cancellation);
        return new HandEnd(flag!.Id, Added: true);
    }

    /// <summary>The story it is a copy of: what was found before, or came meanwhile. Looked for where only one writer is.</summary>
    private async Task<long?> StoryAsync(InfoMonitorDb db, Readied ready, CancellationToken cancellation)
    {
        if (ready.Copied is { } copied && await db.Stories.AnyAsync(s => s.Id == copied, cancellation)) return copied;
        if (!ready.Withheld || ExposureRedactor.CanBeTold(ready.Article.Text))
            return StoryFinder.CopiedBy(await finder.FindAsync(db, ready.Article.Text, ready.Article.Language, ready.Fingerprint, after: 0, cancellation), ready.Assessment);
        var since = clock.GetUtcNow() - Twice;
        return await db.Flags.Where(f => f.ByHand && f.FoundAt > since && f.Item!.ExactHash == ready.Fingerprint.ExactHash).Select(f => (long?)f.StoryId).FirstOrDefaultAsync(cancellation);
    }

    private async Task<HandEnd> OfStoryAsync(InfoMonitorDb db, long id, Article read, Readied ready, ByHand hand, CancellationToken cancellation)
    {
        if (await FlagOfAsync(db, id, cancellation) is { } flagged) return new HandEnd(flagged, Added: false);
        if (hand.Claim is not null && await db.Items.Where(i => i.StoryId == id).OrderByDescending(i => i.IsOriginal).ThenBy(i => i.Id).Select(i => new { i.Title, i.Text }).FirstAsync(cancellation) is var kept && !Holds(kept.Title, kept.Text, hand.Claim)) return HandEnd.None(HandFault.Claim);
        if (ready.Exposing is not []) await earlier.RedactAsync(db, read, ready.Raw, ready.Exposing, cancellation);
        var story = await db.Stories.Include(s => s.Topics).SingleAsync(s => s.Id == id, cancellation);
        var item = await db.Items.Where(i => i.StoryId == id).OrderByDescending(i => i.IsOriginal).ThenBy(i => i.Id).FirstAsync(cancellation);
        var kind = await db.Sources.Where(s => s.Id == item.SourceId).Select(s => (SourceKind?)s.Kind).SingleOrDefaultAsync(cancellation);
        return new HandEnd((await writer.RaiseAsync(db, item, story, kind, hand, cancellation)).Id, Added: true);
    }

    private static Task<long?> FlagOfAsync(InfoMonitorDb db, long? story, CancellationToken cancellation) =>
        db.Flags.Where(f => f.StoryId == story).Select(f => (long?)f.Id).SingleOrDefaultAsync(cancellation);

    private static Task<Page?> PageAsync(InfoMonitorDb db, Uri address, CancellationToken cancellation)
    {
        var hash = Page.HashOf(address);
        return db.Pages.SingleOrDefaultAsync(p => p.UrlHash == hash, cancellation);
    }

    private static Page PageOf(HandPlace place, DateTimeOffset now)
    {
        var (url, shown) = (place.Address.AbsoluteUri, PersonalDataMasker.MaskUrl(place.Address.AbsoluteUri));
        return new Page { SourceId = place.Source.Id, Url = shown, UrlHash = Page.HashOf(place.Address), UrlMasked = shown != url, FoundAt = now, Attempts = 1, NextAttemptAt = now };
    }

    private static string? ClaimOf(string? claim) => string.IsNullOrWhiteSpace(claim) ? null : ArticleReader.Clean(string.Join(' ', claim.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static bool Holds(string? title, string text, string? claim) =>
        claim is null || (claim.Length is >= ShortestClaim and <= StoryWriter.LongestSentence && (text.Contains(claim, StringComparison.Ordinal) || title?.Contains(claim, StringComparison.Ordinal) == true));

    private static string? NoteOf(string? note) =>
        string.IsNullOrWhiteSpace(note) ? null : ArticleReader.Clean(note.Trim() is { Length: > LongestNote } tooLong ? tooLong[..LongestNote] : note.Trim());

    /// <param name="Raw">Fingerprint of the text as it was read.</param>
    /// <param name="Exposing">Where the text as it was read exposes somebody.</param>
    /// <param name="Copied">The story it is a copy of; null for none that was found.</param>
    private sealed record Readied(
        Article Article, Assessment Assessment, Fingerprint Fingerprint, IReadOnlyList<LikeStory> Like, bool Withheld, Fingerprint Raw, IReadOnlyList<TextSpan> Exposing, long? Copied);
}
