using System.Diagnostics;
using System.Globalization;

namespace InfoMonitor.Benchmarks;

/// <summary>What a process took, seen from outside (/proc): a reading every 20 ms, so the last moments before its end are missing.</summary>
/// <param name="PeakBytes">Greatest resident size (VmHWM).</param>
/// <param name="Output">Its standard output.</param>
internal sealed record Measured(TimeSpan Wall, TimeSpan Processor, long PeakBytes, int ExitCode, string Output)
{
    public static async Task<Measured> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var (processor, peak) = (TimeSpan.Zero, 0L);
        while (!process.HasExited)
        {
            (processor, peak) = (ProcessorOf(process) ?? processor, PeakOf(process.Id) ?? peak);
            await Task.Delay(20);
        }
        return new Measured(clock.Elapsed, processor, peak, process.ExitCode, await output);
    }

    /// <summary>Null once it has ended.</summary>
    public static TimeSpan? ProcessorOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (Exception ended) when (ended is InvalidOperationException or System.ComponentModel.Win32Exception) { return null; }
    }

    public static long? PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status")).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? null : long.Parse(line.AsSpan(6).Trim().TrimEnd(" kB"), NumberStyles.None, CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException) { return null; }
    }
}
