using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Ingestion;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Additions;

/// <summary>A flag that stands near a text.</summary>
internal sealed record NearFlag(long Id, FlagReason Reason, FlagState State, Verdict? Verdict, string Sentence, string Language);

/// <summary>What a person sees of a text before deciding whether to queue it.</summary>
/// <param name="Flag">The one its story has already; null for none.</param>
/// <param name="Reasons">That may be given for it.</param>
/// <param name="Draft">Sealed, for queueing what was seen; null where there is a flag.</param>
internal sealed record Look(HandReading Reading, string? Address, NearFlag? Flag, IReadOnlyList<NearFlag> Near, IReadOnlyList<Reference> Corrections, IReadOnlyList<FlagReason> Reasons, string? Draft);

/// <summary>What looking or queueing came to: exactly one of the three, but that a refusal to queue what was looked at shows it again.</summary>
/// <param name="Look">What there is to see; nothing was stored.</param>
/// <param name="End">The flag that was made or found.</param>
internal sealed record Addition(Look? Look = null, HandEnd? End = null, Taking.Refused? Refused = null);

/// <summary>Looks at what a person brings, and queues it.</summary>
internal sealed class Adder(IDbContextFactory<InfoMonitorDb> databases, Taker taker, HandIngestor ingestor, Drafts drafts)
{
    public async Task<Addition> LookAsync(string? url, string? text, CancellationToken cancellation) => await taker.TakeAsync(url, text, cancellation) switch
    {
        Taking.Refused refused => new Addition(Refused: refused),
        Taking.Known known => new Addition(await LookAsync(known.Reading, known.Reading.Article, known.Place, cancellation)),
        Taking.Taken taken => new Addition(await LookAsync(await ingestor.ReadAsync(taken.Article, cancellation), taken.Article, taken.Place, cancellation)),
        var other => throw new InvalidOperationException($"{other.GetType().Name} is new here."),
    };

    /// <summary>Takes and queues in one step.</summary>
    /// <param name="reason">Null for the one the policy gives.</param>
    /// <param name="claim">The sentence that is meant; null leaves it to the models.</param>
    public async Task<Addition> AddAsync(string? url, string? text, FlagReason? reason, string? claim, string? note, string by, CancellationToken cancellation) => await taker.TakeAsync(url, text, cancellation) switch
    {
        Taking.Refused refused => new Addition(Refused: refused),
        Taking.Known { Reading.FlagId: { } flag } => new Addition(End: new HandEnd(flag, Added: false)),
        Taking.Known known => await QueueAsync(known.Reading.Article, known.Place, reason, claim, note, by, cancellation),
        Taking.Taken taken => await QueueAsync(taken.Article, taken.Place, reason, claim, note, by, cancellation),
        var other => throw new InvalidOperationException($"{other.GetType().Name} is new here."),
    };

    /// <summary>Queues what was looked at.</summary>
    public async Task<Addition> QueueAsync(string? draft, FlagReason? reason, string? claim, string? note, string by, CancellationToken cancellation)
    {
        if (drafts.Open(draft) is not { } opened) return new Addition(Refused: new Taking.Refused(Refusal.Expired));
        var place = opened.Address is { } address ? await taker.PlaceAsync(address, opened.From ?? address, cancellation) : null;
        var addition = await QueueAsync(opened.Article, place, reason, claim, note, by, cancellation);
        return addition.Refused is null ? addition : addition with { Look = await LookAsync(await ingestor.ReadAsync(opened.Article, cancellation), opened.Article, place, cancellation) };
    }

    private async Task<Addition> QueueAsync(Article article, HandPlace? place, FlagReason? reason, string? claim, string? note, string by, CancellationToken cancellation)
    {
        if (reason is null)
        {
            var reading = await ingestor.ReadAsync(article, cancellation);
            if (reading.FlagId is { } flag) return new Addition(End: new HandEnd(flag, Added: false));
            if (reading.Assessment.Reasons is not [var first, ..]) return new Addition(Refused: new Taking.Refused(Refusal.NeedsReason));
            reason = first;
        }
        var end = await ingestor.QueueAsync(article, place, new ByHand(reason.Value, note, by, claim), cancellation);
        return end.Fault is not { } fault ? new Addition(End: end) : new Addition(Refused: new Taking.Refused(fault switch
        {
            HandFault.Reason => Refusal.WrongReason,
            HandFault.Claim => Refusal.WrongClaim,
        }));
    }

    private async Task<Look> LookAsync(HandReading reading, Article read, HandPlace? place, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var ids = reading.Near.Concat(reading.FlagId is { } own ? [own] : Array.Empty<long>()).ToArray();
        var flags = await db.Flags.AsNoTracking().Where(f => ids.Contains(f.Id)).OrderByDescending(f => f.Id).Select(f => new NearFlag(f.Id, f.Reason, f.State, f.Verdict, f.Sentence, f.Language)).ToListAsync(cancellation);
        var cited = reading.Assessment.Because.Select(b => long.TryParse(b.ReferenceId, out var id) ? id : 0).Where(id => id > 0).ToArray();
        var corrections = await db.References.AsNoTracking().Where(r => cited.Contains(r.Id)).ToListAsync(cancellation);
        return new Look(reading, place is null ? null : Content.Privacy.PersonalDataMasker.MaskUrl(place.From.AbsoluteUri), flags.Find(f => f.Id == reading.FlagId), [.. flags.Where(f => f.Id != reading.FlagId)], corrections,
            HandIngestor.ReasonsFor(reading.Assessment), reading.FlagId is null ? drafts.Seal(read, place) : null);
    }
}
