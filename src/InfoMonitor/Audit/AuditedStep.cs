using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Audit;

/// <summary>Runs one business step with its audit entries as one save, and again from the start where a race was lost.</summary>
internal sealed class AuditedStep(IDbContextFactory<InfoMonitorDb> databases) : IDisposable
{
    private readonly SemaphoreSlim alone = new(1, 1);

    /// <summary>Of n writers that meet, one wins each round: this many may meet at once before a step gives up.</summary>
    private const int Rounds = 200;

    /// <remarks>The step reads, changes and appends to the log in the context it is given and does not save. It runs again, on a fresh context, after a lost race: it then sees what the winner did.</remarks>
    public Task<T> RunAsync<T>(Func<InfoMonitorDb, Task<T>> step, CancellationToken cancellation) => RoundsAsync(step, db => db.SaveChangesAsync(cancellation), cancellation);

    /// <summary>The same inside a transaction beside which no other of its kind runs, on any node: what it finds missing is still missing when it saves.</summary>
    /// <remarks>The step may save on the way, to know its ids. Meant for short steps: all of them stand in one line.</remarks>
    public async Task<T> RunAloneAsync<T>(Func<InfoMonitorDb, Task<T>> step, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(step);
        // The database would hold the others back too, but SQLite does so by sleeping on their threads.
        await alone.WaitAsync(cancellation);
        try
        {
            return await RoundsAsync(async db =>
            {
                db.Database.AutoSavepointsEnabled = false;   // a save that breaks ends the round: nothing goes on from the middle of it
                await db.BeginAloneAsync(cancellation);
                return await step(db);
            }, async db =>
            {
                await db.SaveChangesAsync(cancellation);
                await db.Database.CommitTransactionAsync(cancellation);
            }, cancellation);
        }
        finally
        {
            alone.Release();
        }
    }

    /// <summary>A single bulk statement, in the same line: beside a step that runs alone SQLite would let it wait asleep on its thread.</summary>
    public async Task<int> QueueAsync(Func<InfoMonitorDb, Task<int>> statement, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(statement);
        await alone.WaitAsync(cancellation);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            return await statement(db);
        }
        finally
        {
            alone.Release();
        }
    }

    public void Dispose() => alone.Dispose();

    private async Task<T> RoundsAsync<T>(Func<InfoMonitorDb, Task<T>> step, Func<InfoMonitorDb, Task> save, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(step);
        for (var round = 1; ; round++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            try
            {
                var outcome = await step(db);
                await save(db);
                return outcome;
            }
            catch (DbUpdateException lost) when (round < Rounds && (lost is DbUpdateConcurrencyException || db.IsUniqueViolation(lost)))
            {
                // Nothing was saved; the next round reads anew.
            }
        }
    }
}
