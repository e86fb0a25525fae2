using InfoMonitor.Fetching;
using InfoMonitor.Telemetry;

namespace InfoMonitor.Ingestion;

/// <summary>Big pages are worked on one after the other, from their markup to what is saved, and each gives its memory back: read and judged, a page takes some thirty times its size.</summary>
internal sealed class BigPages : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Runs the work when it is the page's turn; at once for one that is not big.</summary>
    public async Task<T> InTurnAsync<T>(FetchResult.Fetched fetched, Func<Task<T>> work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(fetched);
        ArgumentNullException.ThrowIfNull(work);
        if (fetched.Body.Length <= BigBodies.Big) return await work();
        await one.WaitAsync(cancellation);
        try
        {
            // On a thread of its own: the parser's buffers, as long as the page, would stay with each thread of the pool that ever read one.
            return await Task.Factory.StartNew(work, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        }
        finally
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);   // off that thread, so that it ends
            Memory.GiveBack();
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();
}
