using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Briefings;

/// <summary>Composes a date's briefing; once its time has come, the first one composed is the one.</summary>
internal sealed class BriefingComposer(IDbContextFactory<InfoMonitorDb> databases, BriefingDay day, IOptions<BriefingsOptions> options, TimeProvider clock)
{
    /// <summary>The frozen briefing, or today's live draft while its time has not come. Null for another day that was not frozen: one to come, or one on which the service did not run.</summary>
    public async Task<BriefingContent?> GetAsync(DateOnly date, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var frozen = await db.Briefings.AsNoTracking().Where(b => b.Date == date).Select(b => b.Content).FirstOrDefaultAsync(cancellation);
        if (frozen is not null) return JsonSerializer.Deserialize<BriefingContent>(frozen, BriefingJson.Options);
        // Not frozen though its time is past: the service stood still then. What can still be told is told, as a draft, for today; older days are gone.
        return date == day.Today ? await ComposeAsync(db, date, draft: true, cancellation) : null;
    }

    /// <summary>The newest frozen briefings.</summary>
    public async Task<IReadOnlyList<BriefingContent>> ListAsync(int most, DateOnly? before, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var contents = await db.Briefings.AsNoTracking().Where(b => before == null || b.Date < before).OrderByDescending(b => b.Date).Take(most).Select(b => b.Content).ToListAsync(cancellation);
        return contents.ConvertAll(c => JsonSerializer.Deserialize<BriefingContent>(c, BriefingJson.Options)!);
    }

    /// <summary>Composes and keeps the date's briefing; false when another node was first, and on the day on which the service first ran, if that was after the briefing's time: it stays a draft, for there was nothing to tell then.</summary>
    public async Task<bool> FreezeAsync(DateOnly date, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Briefings.AnyAsync(b => b.Date == date, cancellation)) return false;
        if (await db.AuditEntries.OrderBy(e => e.Sequence).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(cancellation) >= day.FrozenAt(date)) return false;
        var content = await ComposeAsync(db, date, draft: false, cancellation);
        db.Briefings.Add(new Briefing { Date = date, ComposedAt = content.ComposedAt, Content = JsonSerializer.Serialize(content, BriefingJson.Options) });
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return false;
        }
    }

    private async Task<BriefingContent> ComposeAsync(InfoMonitorDb db, DateOnly date, bool draft, CancellationToken cancellation)
    {
        var (from, to, now) = (day.Start(date), day.FrozenAt(date), clock.GetUtcNow());
        // A dismissed flag is no news, and what one person put into the queue is none until somebody has decided it; a flag found, decided or answered in the time covered, or seen again in it, is.
        var told = db.Flags.AsNoTracking().Where(f => f.FoundAt < to && (f.Verdict == null ? !f.ByHand : !Verdicts.Dismissals.Contains(f.Verdict.Value))
            && (f.FoundAt >= from || (f.DecidedAt >= from && f.DecidedAt < to) || (f.AnsweredAt >= from && f.AnsweredAt < to) || (f.Story!.LastSeenAt >= from && f.Story.LastSeenAt < to)));
        var count = await told.CountAsync(cancellation);
        var flags = await told.OrderByDescending(f => f.Priority).ThenByDescending(f => f.Id).Take(options.Value.Stories)
            .Select(f => new
            {
                f.Id, f.Reason, f.State, f.Verdict, f.Priority, f.Sentence, f.Language, f.Reference, f.AnswerUrl,
                f.Story!.SourceCount, f.Story.ItemCount, f.Story.FirstSeenAt, f.Story.LastSeenAt,
                Topics = f.Story.Topics.Select(t => t.Topic).ToList(),
            }).ToListAsync(cancellation);
        var stories = flags.Select(f => new BriefedStory(
            f.Id, f.Reason, f.State, Shown(f.State, f.Verdict), f.Priority, !f.Reason.IsHarm() && !VictimRedactor.IsRedacted(f.Sentence) ? f.Sentence : null, f.Language,
            f.SourceCount, f.ItemCount, f.FirstSeenAt, f.LastSeenAt, f.Topics,
            f.Reference is null ? null : Brief(f.Reference), Advise(f.Reason, Shown(f.State, f.Verdict), f.SourceCount, f.AnswerUrl is not null), f.AnswerUrl)).ToList();

        var deserving = db.Stories.AsNoTracking().Where(s => s.LastSeenAt >= from && s.LastSeenAt < to && (s.DeservesAnswer || db.Flags.Any(f => f.StoryId == s.Id && f.Verdict == Verdict.Protected)));
        var topics = await deserving.SelectMany(s => s.Topics).GroupBy(t => t.Topic).Select(g => new { g.Key, Stories = g.Count() }).ToListAsync(cancellation);
        var references = await db.References.AsNoTracking().Where(r => r.AddedAt >= from && r.AddedAt < to && r.Kind != ReferenceKind.Law)
            .OrderByDescending(r => r.AddedAt).ThenByDescending(r => r.Id).Take(options.Value.Stories).ToListAsync(cancellation);

        return new BriefingContent
        {
            Date = date,
            From = from,
            To = to,
            ComposedAt = now,
            TimeZone = day.Zone,
            Draft = draft,
            Stories = stories,
            FurtherStories = count - stories.Count,
            DeservesAnswerStories = await deserving.CountAsync(cancellation),
            DeservesAnswer = topics.Select(d => new TopicCount(d.Key, d.Stories)).OrderByDescending(d => d.Stories).ThenBy(d => d.Topic).ToList(),
            NewReferences = references.Select(Brief).ToList(),
            Totals = new BriefingTotals(
                await db.Items.CountAsync(i => i.FoundAt >= from && i.FoundAt < to, cancellation),
                await db.Flags.CountAsync(f => f.FoundAt >= from && f.FoundAt < to, cancellation),
                await db.Flags.CountAsync(f => f.DecidedAt >= from && f.DecidedAt < to, cancellation),
                await db.Flags.CountAsync(f => f.DecidedAt >= from && f.DecidedAt < to && f.Verdict == Verdict.Protected, cancellation),
                await db.Flags.CountAsync(f => FlagStates.Open.Contains(f.State), cancellation),
                await db.Flags.CountAsync(f => FlagStates.Open.Contains(f.State) && f.DueAt < now, cancellation)),
            Coverage = await CoverAsync(db, from, now, cancellation),
        };
    }

    private static async Task<BriefingCoverage> CoverAsync(InfoMonitorDb db, DateTimeOffset from, DateTimeOffset now, CancellationToken cancellation)
    {
        var sources = await db.Sources.AsNoTracking().Where(s => s.Enabled).OrderBy(s => s.Publisher)
            .Include(s => s.EntryPoints).ToListAsync(cancellation);
        var pages = await PageStanding.ReadAsync(db, now, cancellation);
        var unread = new List<UnreadSource>();
        foreach (var source in sources)
        {
            if (source.LastReadAt is null || source.LastReadAt < from || source.Failures > 0 || source.SilentFor() is not null)
            {
                var reason = source.LastError ?? source.Moves();
                unread.Add(new UnreadSource(source.Publisher, source.LastReadAt, reason?.En, source.Failures > 0 ? null : source.SilentFor(), source.ConditionAt(now) == SourceCondition.Died, ReasonVi: reason?.Vi));
            }
            else if (Text.Join(' ', source.Errors(now: null)?.Each(text => text.Replace('\n', ' ')), source.Dropped ?? OffTarget(source), (pages.Of(source.Id) with { Rest = null }).Stuckness) is { } reason)
            {
                unread.Add(new UnreadSource(source.Publisher, source.LastReadAt, reason.En, Troubled: true, ReasonVi: reason.Vi));
            }
        }
        return new BriefingCoverage(sources.Count, sources.Count - unread.Count(s => s is { Silent: null, Troubled: false }), unread);
    }

    private static Text? OffTarget(Source source)
    {
        if (!(source.NotArticles >= SourceConditions.OffTargetFrom)) return null;
        var because = source.NotArticlesBecause is { } reason ? PageReasonTexts.Of(reason).Each(text => $" ({text})") : new("", "");
        return new($"Hầu hết trang tìm thấy không phải bài{because.Vi}.", $"Most of the pages found are no articles{because.En}.");
    }

    /// <summary>A verdict that waits for its second person is nobody's finding yet.</summary>
    private static Verdict? Shown(FlagState state, Verdict? verdict) => state == FlagState.AwaitingSecond ? null : verdict;

    /// <summary>What the office may do: harm is not repeated; what was answered is pointed to; a finding on a story that spreads is answered; the rest is prepared or checked first.</summary>
    internal static Advice Advise(FlagReason reason, Verdict? verdict, int sources, bool answered) =>
        reason.IsHarm() || verdict == Verdict.Harmful ? Advice.DoNotAmplify
        : answered ? Advice.Refer
        : verdict is Verdict.False or Verdict.Misleading ? sources >= 3 ? Advice.Answer : Advice.Prepare
        : reason == FlagReason.MatchesCorrection ? Advice.Prepare : Advice.Check;

    private static BriefedReference Brief(Reference reference) =>
        new(reference.Statement, reference.Verdict, reference.Correction, reference.Publisher, reference.Url, reference.Independent);
}
