using System.Globalization;
using System.Text.Json;
using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Fingerprints;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Reviews;

/// <summary>Reads one flag with everything its page shows.</summary>
internal sealed class FlagReader(IDbContextFactory<InfoMonitorDb> databases, QueueReader queue, SearchReader search, JudgingModels models, TimeProvider clock)
{
    public const int MostCopies = 100;
    public const int MostChanges = 5;
    public const int MostSimilar = 5;
    public const int MostFound = 8;

    /// <summary>Bands meet by chance too: so many are read and compared.</summary>
    private const int Candidates = 20;

    /// <summary>Below it two texts share a phrase or two, which says nothing of the claim.</summary>
    private const double LeastLike = 0.15;

    private const int MostEvents = 100;
    private const int Hours = 24;

    /// <returns>Null when there is no such flag.</returns>
    public async Task<FlagView?> ReadAsync(long id, QueueFilter filter, Person person, LastStep? last, FailedStep? failed, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var flag = await db.Flags.AsNoTracking().Include(f => f.Item).Include(f => f.Reference).Include(f => f.Reviews).Include(f => f.Story!).ThenInclude(s => s.Topics)
            .AsSplitQuery().SingleOrDefaultAsync(f => f.Id == id, cancellation);
        if (flag is null) return null;
        var (item, story, now) = (flag.Item!, flag.Story!, clock.GetUtcNow());

        var copies = await (
            from i in db.Items.AsNoTracking()
            where i.StoryId == story.Id
            join s in db.Sources on i.SourceId equals s.Id into sources
            from s in sources.DefaultIfEmpty()
            orderby i.FoundAt, i.Id
            select new FlagCopy(i.Id, s == null ? i.SourceId : s.Publisher, i.Title, i.Url, i.PublishedAt, i.FoundAt, i.IsOriginal)).Take(MostCopies).ToListAsync(cancellation);
        var standing = flag.Reviews.Where(r => r.UndoneAt is null).OrderBy(r => r.At).ThenBy(r => r.Id).ToList();
        var settled = flag.State.IsSettled();
        var shown = standing.Where(r => settled || r.ReviewerId == person.Id).ToList();
        var accounts = flag.Reviews.Select(r => r.ReviewerId).Append(flag.HolderId ?? 0).Distinct().ToArray();
        var names = await db.Accounts.Where(a => accounts.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellation);
        var held = flag.HolderId is { } holder && flag.HeldUntil > now ? names.GetValueOrDefault(holder) : null;
        var (before, after) = await queue.NeighboursAsync(filter, new QueueCursor(flag.Priority, flag.FoundAt, flag.DueAt, flag.Id), person.Id, cancellation);
        var because = item.Assessment.Because.FirstOrDefault(b => b.Reason == flag.Reason);
        var mine = standing.Any(r => r.ReviewerId == person.Id);
        var found = failed?.Find is { Length: > 0 } asked ? await FindAsync(asked, cancellation) : null;
        var references = await ReferencesAsync(db, [.. flag.Reviews.SelectMany(r => EvidenceJson.Read(r.Evidence)), .. failed?.Evidence ?? []], found ?? [], cancellation);
        return new FlagView
        {
            Flag = flag,
            Item = item,
            Story = story,
            Publisher = await db.Sources.Where(s => s.Id == item.SourceId).Select(s => s.Publisher).SingleOrDefaultAsync(cancellation) ?? item.SourceId,
            Topics = [.. item.Assessment.Topics.Union(story.Topics.Select(t => t.Topic))],
            Paragraphs = MarkedText.Cut(item.Text, flag.ByHand && because?.Sentence != flag.Sentence && Chosen(item.Text, flag) is { } chosen ? chosen : because),
            Copies = copies,
            Rereading = await db.Rereadings.AsNoTracking().SingleOrDefaultAsync(r => r.ItemId == item.Id, cancellation),
            Changes = await ChangesAsync(db, item, cancellation),
            Spread = InHours(copies, now.AddHours(-Hours)),
            Similar = await SimilarAsync(db, item, cancellation),
            Reviews = [.. shown.Select(r => new FlagReview(names.GetValueOrDefault(r.ReviewerId, "?"), r.Verdict, r.Note, Shown(r.Evidence, references), RabatJson.Read(r.Rabat), r.At))],
            Models = models.Of(item.Assessment),
            References = references,
            Found = found is null ? null : [.. found.Select(r => r.Id)],
            History = await HistoryAsync(db, flag, person, names, references, cancellation),
            Holder = held,
            Verdicts = standing.Count,
            CanDecide = person.May(Right.Decide) && !settled && !mine && (held is null || flag.HolderId == person.Id),
            CanUndo = mine && flag.State is not (FlagState.Answered or FlagState.Closed),
            CanTakeBack = person.May(Right.Decide) && await ReviewDesk.CanTakeBackAsync(db, flag, person, cancellation),
            CanAnswer = person.May(Right.Answer) && ReviewDesk.CanAnswer(flag),
            Filter = filter,
            Before = before,
            After = after,
            Last = last,
            Failed = failed,
            Assignees = person.May(Right.Assign) ? await ReviewDesk.AssigneesAsync(db, cancellation) : [],
        };
    }

    /// <summary>Where the sentence stands that a person chose; null where it does not stand in the text. No word of it weighed.</summary>
    private static Explanation? Chosen(string text, Flag flag) => text.IndexOf(flag.Sentence, StringComparison.Ordinal) is >= 0 and var at
        ? new Explanation { Reason = flag.Reason, Sentence = flag.Sentence, Offset = at, Words = [], Bias = 0, LogOdds = 0, Probability = 0 } : null;

    private async Task<IReadOnlyList<Reference>> FindAsync(string asked, CancellationToken cancellation) =>
        [.. (await search.FindAsync(asked, SearchScope.Reference, before: null, MostFound, cancellation)).Hits.OfType<SearchHit.OfReference>().Select(h => h.Reference)];

    private static async Task<IReadOnlyDictionary<long, Reference>> ReferencesAsync(InfoMonitorDb db, IReadOnlyList<Evidence> cited, IReadOnlyList<Reference> found, CancellationToken cancellation)
    {
        var ids = cited.Select(e => e.ReferenceId).OfType<long>().Except(found.Select(r => r.Id)).Take(100).ToArray();
        return found.Concat(ids is [] ? [] : await db.References.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellation)).ToDictionary(r => r.Id);
    }

    private static IReadOnlyList<FlagEvidence> Shown(string? evidence, IReadOnlyDictionary<long, Reference> references) =>
        [.. EvidenceJson.Read(evidence).Select(e => new FlagEvidence(e.Url, e.Words, e.ReferenceId is { } id && references.TryGetValue(id, out var r) ? FlagReference.Of(r) : null))];

    /// <summary>Settled flags whose texts share bands with this one's, told by Jaccard. Originals alone have bands; a flag stands on one.</summary>
    private static async Task<IReadOnlyList<FlagSimilar>> SimilarAsync(InfoMonitorDb db, Item item, CancellationToken cancellation)
    {
        var near = from own in db.ItemBands
                   where own.ItemId == item.Id
                   join other in db.ItemBands on new { own.Band, own.Value } equals new { other.Band, other.Value }
                   join flag in db.Flags on other.ItemId equals flag.ItemId
                   where flag.StoryId != item.StoryId && flag.Verdict != null && FlagStates.Settled.Contains(flag.State)
                   group flag by flag.Id into shared
                   orderby shared.Count() descending, shared.Key descending
                   select shared.Key;
        var ids = await near.Take(Candidates).ToListAsync(cancellation);
        if (ids is []) return [];
        var mine = ShingleSet.Of(item.Text, item.Language);
        var found = await db.Flags.AsNoTracking().Where(f => ids.Contains(f.Id)).Select(f => new { f.Id, f.Reason, f.Verdict, f.Sentence, f.Language, f.Item!.Text }).ToListAsync(cancellation);
        return [.. found.Select(f => new FlagSimilar(f.Id, f.Reason, f.Verdict!.Value, f.Sentence, f.Language, mine.Jaccard(ShingleSet.Of(f.Text, f.Language))))
            .Where(f => f.Likeness >= LeastLike).OrderByDescending(f => f.Likeness).ThenByDescending(f => f.Id).Take(MostSimilar)];
    }

    /// <summary>Each earlier text against the one that took its place.</summary>
    private static async Task<IReadOnlyList<FlagChange>> ChangesAsync(InfoMonitorDb db, Item item, CancellationToken cancellation)
    {
        var versions = await db.ItemVersions.AsNoTracking().Where(v => v.ItemId == item.Id).OrderByDescending(v => v.Id).Take(MostChanges)
            .Select(v => new { v.ReplacedAt, v.Title, v.Text }).ToListAsync(cancellation);
        var changes = new List<FlagChange>();
        var later = Whole(item.Title, item.Text);
        foreach (var version in versions)
        {
            var earlier = version.Text is null ? null : Whole(version.Title, version.Text);
            changes.Add(new FlagChange(version.ReplacedAt, earlier is null || later is null ? null : TextDiff.Of(earlier, later)));
            later = earlier;
        }
        return changes;

        static string? Whole(string title, string text) => title.Length == 0 ? text : $"{title}\n{text}";
    }

    private static int[] InHours(List<FlagCopy> copies, DateTimeOffset since)
    {
        var counts = new int[Hours];
        foreach (var at in copies.Select(c => c.FoundAt).Where(at => at > since)) counts[Math.Clamp((int)(at - since).TotalHours, 0, Hours - 1)]++;
        return counts;
    }

    private static async Task<IReadOnlyList<FlagEvent>> HistoryAsync(InfoMonitorDb db, Flag flag, Person person, IReadOnlyDictionary<long, string> names, IReadOnlyDictionary<long, Reference> references, CancellationToken cancellation)
    {
        var subject = "flag:" + flag.Id.ToString(CultureInfo.InvariantCulture);
        var entries = await db.AuditEntries.AsNoTracking().Where(a => a.Subject == subject).OrderByDescending(a => a.Sequence).Take(MostEvents).ToListAsync(cancellation);
        var closed = flag.State.IsSettled() ? long.MaxValue : entries.Where(e => e.Action == "flag.reopen").Select(e => e.Sequence).FirstOrDefault();   // before it the rounds are over
        var reviews = flag.Reviews.OrderByDescending(r => r.Id).Select(r => (Review: r, By: names.GetValueOrDefault(r.ReviewerId), Picture: ReviewPicture.Of(r))).ToList();
        return [.. entries.Select(Tell)];

        FlagEvent Tell(AuditEntry entry)
        {
            var told = new FlagEvent(entry.At, entry.Actor, entry.Action, null, null, NoteRemoved: false, null, null, null, null);
            if (entry.After is null) return told;
            using JsonDocument after = JsonDocument.Parse(entry.After), before = JsonDocument.Parse(entry.Before ?? "{}");
            if (!after.RootElement.TryGetProperty("given", out var given) || given.ValueKind != JsonValueKind.Object) return told;
            if (given.TryGetProperty("why", out var why)) return told with { Why = why.GetString() };
            if (given.TryGetProperty("reason", out var reason)) return told with { Skip = Vocabulary.Parse<SkipReason>(reason.GetString()) };
            if (given.TryGetProperty("until", out var until)) return told with { Until = until.TryGetDateTimeOffset(out var at) ? at : null };
            if (entry.Sequence >= closed && entry.Actor != person.Name || !given.TryGetProperty("verdict", out var verdict)) return told;
            told = told with { Verdict = Vocabulary.Parse<Verdict>(verdict.GetString()) };
            if (entry.Action is not ("flag.verdict" or "flag.verdict-amended") || reviews.Find(r => r.By == entry.Actor && r.Picture.Is(given)) is not { Review: { } review }) return told;
            var hadNote = before.RootElement.TryGetProperty("given", out var earlier) && earlier.ValueKind == JsonValueKind.Object && earlier.TryGetProperty("note", out _);
            return told with { Note = review.Note, NoteRemoved = hadNote && review.Note is null, Evidence = Shown(review.Evidence, references) };
        }
    }
}
