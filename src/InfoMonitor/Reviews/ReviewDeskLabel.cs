using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Reviews;

/// <summary>What a settled verdict leaves behind for the models.</summary>
internal sealed partial class ReviewDesk
{
    /// <summary>Proposes the flag's sentence while the verdict stands, and takes the proposal back, accepted or not, when it no longer does.</summary>
    private async Task KeepLabelAsync(InfoMonitorDb db, Flag flag, Person person, CancellationToken cancellation)
    {
        var label = await db.Labels.SingleOrDefaultAsync(l => l.FlagId == flag.Id, cancellation);
        if (flag.Verdict is not { } verdict || Proposal(flag, verdict) is not { } proposed)
        {
            if (label is not null) db.Labels.Remove(label);
            return;
        }
        if (label is not null || VictimRedactor.IsRedacted(flag.Sentence)) return;
        var assessment = await db.Items.AsNoTracking().Where(i => i.Id == flag.ItemId).Select(i => i.Assessment).SingleAsync(cancellation);
        if (assessment.Reasons.Contains(FlagReason.VictimExposure)) return;
        db.Labels.Add(new Label
        {
            FlagId = flag.Id,
            Use = proposed.Use,
            Class = proposed.Use == LabelUse.Gate && assessment.Protected is [var likeliest, ..] ? likeliest : null,
            Harm = proposed.Harm,
            Kind = proposed.Kind,
            ProposerId = person.Id,
            ProposedAt = clock.GetUtcNow(),
        });
    }

    /// <summary>What a verdict says of the sentence that the models can use; null for nothing. Whoever accepts it is the second person of a verdict that one gives.</summary>
    /// <remarks>The gate asks what the models flag by themselves: that a text only seems to repeat a correction is no line of it. A sentence that exposes somebody is never one (DESIGN 2.1). A verdict on a claim says nothing of a sentence that was flagged for harm, and one of harm nothing of a claim.</remarks>
    private static (LabelUse Use, FlagReason? Harm, SentenceKind? Kind)? Proposal(Flag flag, Verdict verdict)
    {
        if (flag.Reason == FlagReason.VictimExposure) return null;
        var harm = flag.Reason.IsHarm();
        return verdict switch
        {
            Verdict.Protected => flag.Reason == FlagReason.MatchesCorrection ? null : (LabelUse.Gate, null, null),
            Verdict.Harmful => harm ? (LabelUse.Training, flag.Reason, null) : null,
            Verdict.Misleading or Verdict.False => harm ? null : (LabelUse.Training, null, SentenceKind.Assertion),
            Verdict.NotAClaim => harm ? null : (LabelUse.Training, null, null),
            Verdict.OffTopic or Verdict.Accurate or Verdict.NeedsEvidence => null,
        };
    }
}
