using InfoMonitor.Fetching;
using InfoMonitor.Telemetry;

namespace InfoMonitor.Ingestion;

/// <summary>Big pages are worked on one after the other, from their markup to what is saved, and each gives its memory back: read and judged, a page takes some thirty times its size.</summary>
internal sealed class BigPages : IDisposable
{
    /// <summary>Bytes from which a page is big. Ordinary pages have a tenth of that.</summary>
    private const int Big = 1 << 20;

    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Runs the work when it is the page's turn; at once for one that is not big.</summary>
    public async Task<T> InTurnAsync<T>(FetchResult.Fetched fetched, Func<Task<T>> work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(fetched);
        ArgumentNullException.ThrowIfNull(work);
        if (fetched.Body.Length < Big) return await work();
        await one.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            Memory.GiveBack();
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();
}
