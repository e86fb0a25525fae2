using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Fingerprints;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Content.Text;
using InfoMonitor.Content.Urls;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Ingestion;

/// <summary>Adds an assessed article to a context: item, story, flag and audit entries (DESIGN steps 8 and 10).</summary>
internal sealed class StoryWriter(AuditLog audit, WorkCalendar calendar, IOptions<IngestionOptions> options, TimeProvider clock)
{
    public const int LongestSentence = 300;

    /// <summary>All bands in one statement: as entities they are a command each, and cost more than the rest of the item.</summary>
    private static readonly string AddBands = $"""
        INSERT INTO "ItemBands" ("ItemId", "Band", "Value") VALUES {string.Join(", ", Enumerable.Range(0, Fingerprint.BandCount).Select(band => $$"""({0}, {{band}}, {{{band + 1}}})"""))}
        """;

    /// <param name="page">Null for a pasted text.</param>
    /// <param name="address">Null when it is not to be kept: then the page's, of which only the host is left.</param>
    /// <param name="story">The story it is a copy of, tracked; null for an original.</param>
    /// <param name="hand">Null unless a person queues it, whatever the policy says.</param>
    /// <returns>The flag it raised; null for none.</returns>
    /// <remarks>Saves within the caller's transaction: the audit log names a flag by its id.</remarks>
    public async Task<Flag?> AddAsync(InfoMonitorDb db, Page? page, Source source, Uri? address, Article article, Assessment assessment, Fingerprint fingerprint, Story? story, ByHand? hand, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var now = clock.GetUtcNow();
        var item = new Item
        {
            PageId = page?.Id,
            SourceId = source.Id,
            Url = address is null ? page?.Url ?? "" : PersonalDataMasker.MaskUrl((UrlNormalizer.Normalize(address.AbsoluteUri, null) ?? address).AbsoluteUri),
            Title = article.Title ?? "",
            Text = article.Text,
            Language = article.Language,
            PublishedAt = calendar.PublishedAt(article, page?.AnnouncedAt, now),
            FoundAt = now,
            ExactHash = fingerprint.ExactHash,
            IsOriginal = story is null,
            Assessment = assessment,
        };
        if (story is not null)
        {
            await JoinAsync(db, item, story, now, cancellation);
            return null;
        }
        story = new Story { FirstSeenAt = now, LastSeenAt = now, ItemCount = 1, SourceCount = 1, Language = article.Language, DeservesAnswer = assessment.DeservesAnswer };
        story.Items.Add(item);
        foreach (var topic in assessment.Topics.Distinct()) story.Topics.Add(new StoryTopic { Topic = topic });
        db.Stories.Add(story);
        await db.SaveChangesAsync(cancellation);
        if (fingerprint.Bands is not []) await db.Database.ExecuteSqlRawAsync(AddBands, [item.Id, .. fingerprint.Bands.Cast<object>()], cancellation);
        return hand is null && assessment.Reasons is [] ? null : await RaiseAsync(db, item, story, hand is not null && source.EntryPoints.Count == 0 ? null : source.Kind, hand, cancellation);
    }

    private async Task JoinAsync(InfoMonitorDb db, Item item, Story story, DateTimeOffset now, CancellationToken cancellation)
    {
        item.StoryId = story.Id;
        db.Items.Add(item);
        story.ItemCount++;
        if (!await db.Items.AnyAsync(i => i.StoryId == story.Id && i.SourceId == item.SourceId, cancellation)) story.SourceCount++;
        story.LastSeenAt = now;

        var flag = await db.Flags.SingleOrDefaultAsync(f => f.StoryId == story.Id, cancellation);
        if (flag is null || flag.State.IsSettled()) return;
        await HurryAsync(db, flag, item, cancellation);
        var priority = PriorityOf(flag.Reason, item.Assessment, story);
        if (priority <= flag.Priority) return;
        var before = flag.Priority;
        flag.Priority = priority;   // not a new revision: what a person has in hand stays good; a person's step at the same moment wins and this is done again after it
        await audit.AppendAsync(db, AuditLog.System, "flag.spread", $"flag:{flag.Id}", new { priority = before }, new { priority, items = story.ItemCount, sources = story.SourceCount }, cancellation);
    }

    /// <summary>A story carried by many sources within a day becomes urgent the moment that happens: its time is cut from then, never lengthened.</summary>
    /// <param name="joining">The item that makes it so, not saved yet; null to look at what is there.</param>
    public async Task HurryAsync(InfoMonitorDb db, Flag flag, Item? joining, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(flag);
        if (flag.UrgentAt is not null) return;
        var now = clock.GetUtcNow();
        var since = now - options.Value.UrgentSpread;
        var others = db.Items.Where(i => i.StoryId == flag.StoryId && i.FoundAt > since);
        if (joining is not null) others = others.Where(i => i.SourceId != joining.SourceId);
        var carriers = await others.Select(i => i.SourceId).Distinct().CountAsync(cancellation) + (joining is null ? 0 : 1);
        if (carriers < options.Value.UrgentSources) return;
        var before = flag.DueAt;
        flag.UrgentAt = now;
        if (now + options.Value.UrgentWithin < flag.DueAt) flag.DueAt = now + options.Value.UrgentWithin;
        await audit.AppendAsync(db, AuditLog.System, "flag.urgent", $"flag:{flag.Id}", new { due = before }, new { due = flag.DueAt, sources = carriers }, cancellation);
    }

    /// <summary>Puts a story into the queue.</summary>
    /// <param name="story">With its topics.</param>
    /// <param name="publisher">Of the item; null where it is no source's.</param>
    /// <param name="hand">Null where the policy gave the reason.</param>
    /// <remarks>Saves within the caller's transaction, as <see cref="AddAsync"/> does.</remarks>
    public async Task<Flag> RaiseAsync(InfoMonitorDb db, Item item, Story story, SourceKind? publisher, ByHand? hand, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(story);
        var now = clock.GetUtcNow();
        var reason = hand?.Reason ?? item.Assessment.Because[0].Reason;
        var because = item.Assessment.Because.FirstOrDefault(b => b.Reason == reason);
        var urgent = FlagPriority.IsUrgent(reason);
        var flag = new Flag
        {
            Story = story,
            Item = item,
            Reason = reason,
            Priority = PriorityOf(reason, item.Assessment, story),
            UrgentAt = urgent ? now : null,
            PublisherKind = publisher,
            ByHand = hand is not null,
            HandNote = hand?.Note,
            TopicBits = Flag.BitsOf(story.Topics.Select(t => t.Topic)),
            FoundAt = now,
            DueAt = urgent ? now + options.Value.UrgentWithin : calendar.Add(now, options.Value.OthersWithin),
            Sentence = hand?.Claim ?? because?.Sentence ?? FirstOf(item),
            Language = item.Language,
            ModelVersion = item.Assessment.ModelVersion,
            ReferenceId = reason == FlagReason.MatchesCorrection && long.TryParse(because?.ReferenceId, out var reference) ? reference : null,
        };
        db.Flags.Add(flag);
        await db.SaveChangesAsync(cancellation);
        await audit.AppendAsync(db, hand?.By ?? AuditLog.System, hand is null ? "flag.new" : "flag.add", $"flag:{flag.Id}", null,
            new { state = flag.State.Word(), reason = flag.Reason.Word(), priority = flag.Priority, item = item.Id, reference = flag.ReferenceId, model = flag.ModelVersion }, cancellation);
        await HurryAsync(db, flag, joining: null, cancellation);   // a story may have spread before it had a reason
        return flag;
    }

    /// <summary>What stands for a text in which no model marked a sentence: its title, or how it begins.</summary>
    private static string FirstOf(Item item)
    {
        var first = item.Title.Length > 0 ? item.Title : Sentences.Split(item.Text) is [var sentence, ..] ? sentence.Of(item.Text) : item.Text;
        return first.Length <= LongestSentence ? first : first[..(LongestSentence - 1)] + "…";
    }

    /// <remarks>A copy may lack the reason: a person gave it, or the models have changed since.</remarks>
    private static int PriorityOf(FlagReason reason, Assessment assessment, Story story) =>
        FlagPriority.Of(reason, assessment.Because.FirstOrDefault(b => b.Reason == reason)?.Probability ?? assessment.Scores.GetValueOrDefault(reason), assessment.CheckWorthiness, story.ItemCount, story.SourceCount, story.LastSeenAt - story.FirstSeenAt);
}
