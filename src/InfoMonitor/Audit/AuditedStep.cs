using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Audit;

/// <summary>Runs one business step with its audit entries as one save, and again from the start where a race was lost.</summary>
internal sealed class AuditedStep(IDbContextFactory<InfoMonitorDb> databases, IOptions<StorageOptions> storage) : IDisposable
{
    /// <summary>Of n writers that meet, one wins each round: this many may meet at once before a step gives up.</summary>
    private const int Rounds = 200;

    /// <summary>Whoever writes on SQLite, one at a time. It would hold the others back too, but asleep on their threads, of which there are as many as processors.</summary>
    private readonly SemaphoreSlim line = new(1, 1);

    /// <summary>Before the line: of what a crawl writes only one stands in it, so that a person waits for the page that is being saved and for no other, however many are in work.</summary>
    private readonly SemaphoreSlim behind = new(1, 1);

    /// <remarks>The step reads, changes and appends to the log in the context it is given and does not save. It runs again, on a fresh context, after a lost race: it then sees what the winner did.</remarks>
    public Task<T> RunAsync<T>(Func<InfoMonitorDb, Task<T>> step, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(step);
        return storage.Value.Provider switch
        {
            StorageProvider.Sqlite => InLineAsync(SaveAsync, cancellation),
            StorageProvider.PostgreSql => SaveAsync(),   // where many write at once, and the line of steps that run alone goes through all nodes
        };

        Task<T> SaveAsync() => RoundsAsync(step, db => db.SaveChangesAsync(cancellation), cancellation);
    }

    /// <summary>The same inside a transaction beside which no other of its kind runs, on any node: what it finds missing is still missing when it saves.</summary>
    /// <remarks>The step may save on the way, to know its ids. Meant for short steps: all of them stand in one line, behind those that <see cref="RunAsync"/> runs.</remarks>
    public Task<T> RunAloneAsync<T>(Func<InfoMonitorDb, Task<T>> step, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(step);
        return BehindAsync(() => RoundsAsync(async db =>
        {
            db.Database.AutoSavepointsEnabled = false;   // a save that breaks ends the round: nothing goes on from the middle of it
            await db.BeginAloneAsync(cancellation);
            return await step(db);
        }, async db =>
        {
            await db.SaveChangesAsync(cancellation);
            await db.Database.CommitTransactionAsync(cancellation);
        }, cancellation), cancellation);
    }

    /// <summary>A single bulk statement, in the same place.</summary>
    public Task<int> QueueAsync(Func<InfoMonitorDb, Task<int>> statement, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return BehindAsync(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            return await statement(db);
        }, cancellation);
    }

    public void Dispose()
    {
        line.Dispose();
        behind.Dispose();
    }

    private async Task<T> BehindAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await behind.WaitAsync(cancellation);
        try
        {
            return await InLineAsync(work, cancellation);
        }
        finally
        {
            behind.Release();
        }
    }

    private async Task<T> InLineAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await line.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            line.Release();
        }
    }

    private async Task<T> RoundsAsync<T>(Func<InfoMonitorDb, Task<T>> step, Func<InfoMonitorDb, Task> save, CancellationToken cancellation)
    {
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
