using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Reviews;

/// <summary>What a settled <c>protected</c> leaves behind for the models.</summary>
internal sealed partial class ReviewDesk
{
    /// <summary>Proposes the flag's sentence while the verdict stands, and takes the proposal back, accepted or not, when it no longer does.</summary>
    private async Task KeepGateRowAsync(InfoMonitorDb db, Flag flag, Person person, CancellationToken cancellation)
    {
        var row = await db.GateRows.SingleOrDefaultAsync(r => r.FlagId == flag.Id, cancellation);
        if (flag.Verdict != Verdict.Protected)
        {
            if (row is not null) db.GateRows.Remove(row);
            return;
        }
        if (row is not null || flag.Reason == FlagReason.VictimExposure || VictimRedactor.IsRedacted(flag.Sentence)) return;
        var assessment = await db.Items.AsNoTracking().Where(i => i.Id == flag.ItemId).Select(i => i.Assessment).SingleAsync(cancellation);
        db.GateRows.Add(new GateRow
        {
            FlagId = flag.Id,
            Class = assessment.Protected is [var likeliest, ..] ? likeliest : null,
            ProposerId = person.Id,
            ProposedAt = clock.GetUtcNow(),
        });
    }
}
