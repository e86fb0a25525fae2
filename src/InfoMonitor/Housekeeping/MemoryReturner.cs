using System.Runtime.InteropServices;

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
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                Trim();
                collected = allocated;
            }
            before = allocated;
        }
    }

    /// <param name="lately">Bytes allocated in the last round.</param>
    /// <param name="uncollected">Bytes allocated since memory was last given back.</param>
    internal static bool IsWorth(long lately, long uncollected) => lately < Little && uncollected > Much;

    /// <summary>glibc keeps what was freed in an arena for each thread: tens of megabytes once the just-in-time compiler has done its work. Other C libraries have no such call and need none.</summary>
    private static void Trim()
    {
        try { _ = MallocTrim(0); }
        catch (Exception absent) when (absent is DllNotFoundException or EntryPointNotFoundException) { }
    }

    [DllImport("libc.so.6", EntryPoint = "malloc_trim"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MallocTrim(nuint pad);
}
