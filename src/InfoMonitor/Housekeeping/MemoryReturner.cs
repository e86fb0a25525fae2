using InfoMonitor.Telemetry;

namespace InfoMonitor.Housekeeping;

/// <summary>Gives memory back once work is over. Between crawls a service waits for minutes, and while nothing is allocated the runtime keeps what the last crawl left behind.</summary>
internal sealed class MemoryReturner : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    /// <summary>Bytes allocated in a round while nothing is at work: timers, health checks, the scheduler's looks into its tables.</summary>
    private const long Little = 4 << 20;

    /// <summary>Bytes allocated since the last time that make a collection worth its tenth of a second.</summary>
    private const long Much = 16 << 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);   // the machine's time: its memory knows no other clock
        var (before, collected) = (0L, 0L);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var allocated = GC.GetTotalAllocatedBytes();
            if (IsWorth(allocated - before, allocated - collected))
            {
                Memory.GiveBack();
                collected = allocated;
            }
            before = allocated;
        }
    }

    /// <param name="lately">Bytes allocated in the last round.</param>
    /// <param name="uncollected">Bytes allocated since memory was last given back.</param>
    internal static bool IsWorth(long lately, long uncollected) => lately < Little && uncollected > Much;
}
