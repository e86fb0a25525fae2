using System.Diagnostics;
using System.Globalization;
using AngleSharp.Html.Parser;
using InfoMonitor.Content.Extraction;
using SmartReader;

namespace InfoMonitor.Benchmarks;

/// <summary>Extraction of the scrapinghub pages on one thread, beside AngleSharp's bare parse of the same pages (the floor of its cost) and SmartReader, in turns within one run.</summary>
/// <remarks>Rates are by processor time of the process, so that a busy machine does not change them much and collecting garbage is paid by who made it; times of a page are by the clock.</remarks>
internal static class Extraction
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="set">Set of the suites.</param>
    /// <param name="rounds">Passes over the set that are measured.</param>
    public static void Run(string set, int rounds)
    {
        var pages = Suites.Pages(set);
        Contestant[] contestants =
        [
            new("AngleSharp, parse alone", (html, _) => { using var document = new HtmlParser().ParseDocument(html); }),
            new("InfoMonitor", (html, address) => ArticleExtractor.Extract(html, address, Now, default)),
            new("SmartReader", (html, address) => { using var reader = new Reader(address?.AbsoluteUri ?? "https://example.org/", html); reader.GetArticle(); }),
        ];
        // Long enough for the compiler's last tier.
        for (var i = 0; i < 4; i++) foreach (var contestant in contestants) contestant.Pass(pages, measured: false);
        Task.Delay(500, CancellationToken.None).GetAwaiter().GetResult();
        for (var i = 0; i < rounds; i++) foreach (var contestant in contestants) contestant.Pass(pages, measured: true);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages.Count} pages of {set}, {pages.Average(p => p.Html.Length) / 1000:0} K characters each, {rounds} rounds"));
        Console.WriteLine($"{"",-26}{"pages/CPU s",12}{"x parse",9}{"p50 ms",9}{"p99 ms",9}{"most ms",9}{"MB/page",9}");
        foreach (var contestant in contestants)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{contestant.Name,-26}{contestant.Rate,12:0}{contestants[0].Rate / contestant.Rate,9:0.00}{contestant.Percentile(0.5),9:0.0}{contestant.Percentile(0.99),9:0.0}{contestant.Percentile(1),9:0.0}{contestant.Megabytes,9:0.0}"));
    }

    private sealed class Contestant(string name, Action<string, Uri?> read)
    {
        private readonly List<double> milliseconds = [];
        private TimeSpan processor;
        private long allocated;

        public string Name => name;

        public double Rate => milliseconds.Count / processor.TotalSeconds;

        public double Megabytes => allocated / 1e6 / milliseconds.Count;

        public void Pass(IReadOnlyList<(string Html, Uri? Address)> pages, bool measured)
        {
            GC.Collect();
            var (before, bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
            foreach (var (html, address) in pages)
            {
                var start = Stopwatch.GetTimestamp();
                read(html, address);
                if (measured) milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            if (!measured) return;
            processor += Environment.CpuUsage.TotalTime - before;
            allocated += GC.GetTotalAllocatedBytes(precise: true) - bytes;
        }

        /// <summary>Of all readings of all pages, nearest rank.</summary>
        public double Percentile(double share)
        {
            var sorted = milliseconds.Order().ToArray();
            return sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
        }
    }
}
