using System.Runtime.InteropServices;

namespace InfoMonitor.Telemetry;

/// <summary>What this process holds of the machine's memory.</summary>
internal static class Memory
{
    /// <summary>Gives what is free back to the system: some tenths of a second in which nothing else runs.</summary>
    public static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Trim();
    }

    /// <summary>glibc keeps what was freed in an arena for each thread: tens of megabytes once the just-in-time compiler has done its work. Other C libraries have no such call and need none.</summary>
    private static void Trim()
    {
        try { _ = MallocTrim(0); }
        catch (Exception absent) when (absent is DllNotFoundException or EntryPointNotFoundException) { }
    }

    [DllImport("libc.so.6", EntryPoint = "malloc_trim"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MallocTrim(nuint pad);
}
