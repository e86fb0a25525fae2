using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Audit;

/// <summary>Runs one business step with its audit entries as one save, and again from the start where a race was lost.</summary>
internal sealed class AuditedStep(IDbContextFactory<InfoMonitorDb> databases)
{
    /// <summary>Of n writers that meet, one wins each round: this many may meet at once before a step gives up.</summary>
    private const int Rounds = 200;

    /// <remarks>The step reads, changes and appends to the log in the context it is given and does not save. It runs again, on a fresh context, after a lost race: it then sees what the winner did.</remarks>
    public async Task<T> RunAsync<T>(Func<InfoMonitorDb, Task<T>> step, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(step);
        for (var round = 1; ; round++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var outcome = await step(db);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return outcome;
            }
            catch (DbUpdateException lost) when (round < Rounds && (lost is DbUpdateConcurrencyException || db.IsUniqueViolation(lost)))
            {
                // Nothing was saved; the next round reads anew.
            }
        }
    }
}
