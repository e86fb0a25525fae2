namespace InfoMonitor.Fetching;

/// <summary>Of bodies over a megabyte a few are in memory at a time, until what is made of them is made. Without it each page at work in each source may hold one: hundreds of megabytes.</summary>
internal sealed class BigBodies : IDisposable
{
    /// <summary>Bytes from which a body is big. Ordinary pages have a tenth of that.</summary>
    public const int Big = 1 << 20;

    /// <summary>One is worked on while others come; a host that drips holds one place, not all.</summary>
    internal const int Places = 3;

    private readonly SemaphoreSlim places = new(Places, Places);

    private volatile int awaited;

    public int Free => places.CurrentCount;

    /// <summary>Some body waits for a place.</summary>
    public bool IsAwaited => awaited > 0;

    /// <summary>Waits for a place.</summary>
    /// <returns>Given back by disposing of it, as often as one likes.</returns>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        Interlocked.Increment(ref awaited);
        try { await places.WaitAsync(cancellation); }
        finally { Interlocked.Decrement(ref awaited); }
        return new Place(places);
    }

    public void Dispose() => places.Dispose();

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0) places.Release();
        }
    }
}
