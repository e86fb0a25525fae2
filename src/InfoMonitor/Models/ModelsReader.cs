using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Ingestion;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Models;

/// <summary>Reads how the models fare from what was counted: some thousand rows a page, however many items there are.</summary>
internal sealed class ModelsReader(IDbContextFactory<InfoMonitorDb> databases, LiveModels live, KeptModels kept, Shadow shadow, WorkCalendar calendar, TimeProvider clock)
{
    public const int Weeks = 12;

    /// <summary>With how many weeks before it one is compared.</summary>
    public const int Before = 8;

    public const int MostDifferences = 20;

    public async Task<ModelsView> ReadAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var monday = calendar.WeekOf(now);
        var weeks = Enumerable.Range(0, Weeks).Select(i => monday.AddDays(7 * (i - Weeks + 1))).ToArray();
        var (set, candidate) = (SetOf(() => live.Folder), shadow.Folder is { } folder ? SetOf(() => folder) : null);

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var counts = await db.ScoreCounts.AsNoTracking().Where(c => c.Week >= weeks[0]).GroupBy(c => new { c.Week, c.Model, c.Shadow, c.Reason, c.Bin })
            .Select(g => new Count(g.Key.Week, g.Key.Model, g.Key.Shadow, g.Key.Reason, g.Key.Bin, g.Sum(c => c.Items), g.Sum(c => c.Over), g.Sum(c => c.Flagged), g.Sum(c => c.Alone), g.Sum(c => c.Missed)))
            .ToListAsync(cancellation);
        var places = await db.ScoreCounts.AsNoTracking().Where(c => c.Week >= weeks[0] && !c.Shadow).GroupBy(c => new { c.Kind, c.Ownership, c.Reason })
            .Select(g => new Place(g.Key.Kind, g.Key.Ownership, g.Key.Reason, g.Sum(c => c.Items), g.Sum(c => c.Flagged))).ToListAsync(cancellation);
        // Of the candidate that is configured; while none is, of the one that ran last.
        var version = candidate?.Version ?? counts.Where(c => c.Shadow).OrderByDescending(c => c.Week).Select(c => c.Model).FirstOrDefault();
        var differences = version is null ? [] : await (
            from difference in db.ShadowDifferences.AsNoTracking()
            where difference.Model == version
            orderby difference.Id descending
            select new DifferenceView(difference.ItemId, difference.Reason, difference.Flags, difference.Score, difference.LiveScore, difference.Item!.Url,
                db.Flags.Where(f => f.ItemId == difference.ItemId).Select(f => (long?)f.Id).FirstOrDefault())).Take(MostDifferences).ToListAsync(cancellation);

        var ofCandidate = counts.Where(c => c.Shadow && c.Model == version).ToList();
        var ofLive = counts.Where(c => !c.Shadow).ToList();
        var experience = candidate?.Version is { } running ? await Experience.OfAsync(db, running, cancellation) : null;
        return new ModelsView(
            now, experience, set, set.Version is not null && live.Folder != live.Configured, NextOf(set.Version), candidate, shadow.Folder, ofCandidate.Where(c => c.Reason == ScoreCount.Any).Sum(c => c.Items),
            [.. Enum.GetValues<FlagReason>().Select(reason => ReasonOf(reason, set, weeks, ofLive, ofCandidate))],
            [.. Enum.GetValues<SourceKind>().Select(kind => new RateView<SourceKind>(kind, RatesOf(places.Where(p => p.Kind == kind)))).Where(r => r.Rates.Count > 0)],
            [.. Enum.GetValues<Ownership>().Select(owner => new RateView<Ownership>(owner, RatesOf(places.Where(p => p.Ownership == owner)))).Where(r => r.Rates.Count > 0)],
            differences);
    }

    /// <summary>What a promotion since this process started made of the live version; null where nothing changed.</summary>
    private string? NextOf(string? version)
    {
        var next = kept.Promoted ?? SetOf(() => live.Configured).Version;
        return next == version ? null : next;
    }

    private static SetView SetOf(Func<string> folder)
    {
        try
        {
            var cards = ModelCards.Read(folder());
            return new SetView(cards.Version, cards, null);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new SetView(null, null, exception.Message);
        }
    }

    private ReasonView ReasonOf(FlagReason reason, SetView set, DateOnly[] weeks, List<Count> judged, List<Count> candidate)
    {
        var word = reason.Word();
        var (own, other) = (judged.Where(c => c.Reason == word).ToLookup(c => c.Week), candidate.Where(c => c.Reason == word).ToLookup(c => c.Week));
        var figures = weeks.Select(week =>
        {
            var bins = BinsOf(own[week]);
            return new WeekView(
                week, own[week].Sum(c => c.Items), own[week].Sum(c => c.Flagged), own[week].Sum(c => c.Over), ScoreBins.Quantile(bins, 0.5), ScoreBins.Quantile(bins, 0.95),
                other[week].Sum(c => c.Items), other[week].Sum(c => c.Flagged), other[week].Sum(c => c.Alone), other[week].Sum(c => c.Missed));
        }).ToArray();
        return new ReasonView(reason, set.Cards?.Of(reason), set.Cards?.InForce(live.Thresholds).TryGetValue(reason, out var threshold) == true ? threshold : null, live.Thresholds.ContainsKey(reason) ? set.Cards?.Thresholds[reason] : null, figures, DriftOf(weeks, [.. judged.Where(c => c.Reason == word && c.Model == set.Version)]));
    }

    private static Drift DriftOf(DateOnly[] weeks, List<Count> counts)
    {
        var of = counts.ToLookup(c => c.Week);
        var at = Array.FindLastIndex(weeks, Weeks - 1, 2, week => of[week].Sum(c => c.Items) >= Drift.Fewest);
        if (at < 0) at = Weeks - 1;
        var (now, before) = (of[weeks[at]].ToList(), weeks[(at - Before)..at].SelectMany(week => of[week]).ToList());
        return Drift.Of(weeks[at], FlaggedOf(now), FlaggedOf(before), BinsOf(now), BinsOf(before));
    }

    private static Proportion FlaggedOf(List<Count> counts) => new(counts.Sum(c => c.Flagged), counts.Sum(c => c.Items));

    private static Dictionary<int, long> BinsOf(IEnumerable<Count> counts) => counts.GroupBy(c => c.Bin).ToDictionary(g => g.Key, g => g.Sum(c => c.Items));

    private static Dictionary<string, Proportion> RatesOf(IEnumerable<Place> places) =>
        places.GroupBy(p => p.Reason, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Proportion(g.Sum(p => p.Flagged), g.Sum(p => p.Items)), StringComparer.Ordinal);

    private sealed record Count(DateOnly Week, string Model, bool Shadow, string Reason, int Bin, long Items, long Over, long Flagged, long Alone, long Missed);

    private sealed record Place(SourceKind Kind, Ownership Ownership, string Reason, long Items, long Flagged);
}

/// <param name="Experience">Of the candidate; null where none can be read.</param>
/// <param name="Live">The set that judges.</param>
/// <param name="Promoted">True where it was promoted, false where it is the configured folder's.</param>
/// <param name="Next">The version that judges from the next start on; null where that is the same.</param>
/// <param name="Candidate">The set of <c>Ingestion:Shadow</c>; null while that is empty.</param>
/// <param name="CandidateItems">Items it judged in these weeks.</param>
internal sealed record ModelsView(
    DateTimeOffset At, Experience? Experience, SetView Live, bool Promoted, string? Next, SetView? Candidate, string? CandidateFolder, long CandidateItems, IReadOnlyList<ReasonView> Reasons,
    IReadOnlyList<RateView<SourceKind>> Kinds, IReadOnlyList<RateView<Ownership>> Ownerships, IReadOnlyList<DifferenceView> Differences);

/// <param name="Fault">Why it cannot be used; null where it can.</param>
internal sealed record SetView(string? Version, ModelCards? Cards, string? Fault);

/// <param name="Card">Of the live model; null where it cannot be read.</param>
/// <param name="Threshold">In force.</param>
/// <param name="OfCard">The card's, where another is in force; else null.</param>
/// <param name="Weeks">Oldest first; the last is the current one.</param>
internal sealed record ReasonView(FlagReason Reason, ModelCard? Card, double? Threshold, double? OfCard, IReadOnlyList<WeekView> Weeks, Drift Drift);

/// <param name="Monday">In the office's zone.</param>
/// <param name="Items">Scored by the live models.</param>
/// <param name="Over">At the threshold in force or over it; the policy lets some of them pass, as protected speech.</param>
/// <param name="Median">Of the scores, 0..1, to a tenth of a log-odd or so; null without items.</param>
/// <param name="P95">The score that 95 in 100 do not pass.</param>
/// <param name="ShadowItems">Scored by the candidate too.</param>
/// <param name="ShadowFlagged">What it would have flagged.</param>
/// <param name="OnlyShadow">Of these, not flagged by the live models.</param>
/// <param name="OnlyLive">Flagged by the live models alone, among <paramref name="ShadowItems"/>.</param>
internal sealed record WeekView(DateOnly Monday, long Items, long Flagged, long Over, double? Median, double? P95, long ShadowItems, long ShadowFlagged, long OnlyShadow, long OnlyLive)
{
    /// <summary>Of <see cref="ShadowItems"/>, what the live models flagged: to be held beside <see cref="ShadowFlagged"/>, for <see cref="Flagged"/> counts items too that the candidate did not judge.</summary>
    public long BothFlaggedLive => ShadowFlagged - OnlyShadow + OnlyLive;
}

/// <param name="Rates">By reason, and <see cref="ScoreCount.Any"/>: the share of items that were flagged.</param>
internal sealed record RateView<T>(T Of, IReadOnlyDictionary<string, Proportion> Rates) where T : struct, Enum;

/// <param name="Flags">The candidate would flag it; else only the live models do.</param>
/// <param name="FlagId">Of the flag the live models raised; null for none, and for a copy.</param>
internal sealed record DifferenceView(long ItemId, FlagReason Reason, bool Flags, double? Score, double? LiveScore, string Url, long? FlagId)
{
    /// <summary>Where its publisher has it; null for a pasted text, and where the address may name who is exposed.</summary>
    public string? Address => Reason == FlagReason.VictimExposure || Url.Length == 0 || Url.EndsWith('…') ? null : Url;
}
