namespace InfoMonitor.Fetching;

/// <summary>The time one request may take; it stands still where we let the host wait.</summary>
internal sealed class Allowance : IDisposable
{
    private readonly CancellationTokenSource limit;
    private readonly CancellationTokenSource both;
    private readonly TimeProvider clock;
    private readonly long started;
    private TimeSpan left;

    public Allowance(TimeSpan most, TimeProvider clock, CancellationToken cancellation)
    {
        (this.clock, left, started) = (clock, most, clock.GetTimestamp());
        limit = new CancellationTokenSource(most, clock);
        both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
    }

    public CancellationToken Token => both.Token;

    public bool IsOver => limit.IsCancellationRequested;

    /// <summary>Awaits what is not the host's doing; once.</summary>
    public async Task<T> PauseAsync<T>(Func<Task<T>> own)
    {
        ArgumentNullException.ThrowIfNull(own);
        left -= clock.GetElapsedTime(started);
        limit.CancelAfter(Timeout.InfiniteTimeSpan);
        var result = await own();
        limit.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        return result;
    }

    public void Dispose()
    {
        both.Dispose();
        limit.Dispose();
    }
}
