using System.Diagnostics;
using System.Globalization;

namespace InfoMonitor.Commands;

/// <summary>A bar on standard error while a batch runs (only when a person can see it), and the closing count.</summary>
internal sealed class BatchProgress : IDisposable
{
    private readonly Stream source;
    private readonly TextWriter error;
    private readonly bool shown = !Console.IsErrorRedirected;
    private readonly long? length;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan drawn;
    private long lines;
    private long failed;
    private bool closed;

    public BatchProgress(Stream source, TextWriter error)
    {
        this.source = source;
        this.error = error;
        length = source.CanSeek ? source.Length : null;
    }

    public long Lines => lines;

    public long Failed => failed;

    public void Line(bool lineFailed)
    {
        lines++;
        if (lineFailed) failed++;
        if (!shown || clock.Elapsed - drawn < TimeSpan.FromMilliseconds(200)) return;
        drawn = clock.Elapsed;
        Draw();
    }

    /// <summary>Ends the bar and says how many lines failed.</summary>
    public void Close()
    {
        if (closed) return;
        closed = true;
        if (shown)
        {
            Draw();
            error.WriteLine();
        }
        if (failed > 0) error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{failed:N0} of {lines:N0} lines failed; each says why in its \"error\"."));
    }

    public void Dispose() => Close();

    private void Draw()
    {
        var rate = lines / Math.Max(0.001, clock.Elapsed.TotalSeconds);
        var bar = "";
        if (length is > 0)
        {
            var share = Math.Clamp((double)source.Position / length.Value, 0, 1);
            var full = (int)(share * 30);
            bar = string.Create(CultureInfo.InvariantCulture, $"[{new string('#', full)}{new string('-', 30 - full)}] {share * 100,3:0} %  ");
        }
        error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{bar}{lines:N0} lines, {rate:N0}/s{(failed > 0 ? $", {failed:N0} failed" : "")}   "));
    }
}
