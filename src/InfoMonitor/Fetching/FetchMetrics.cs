using System.Diagnostics.Metrics;
using InfoMonitor.Telemetry;

namespace InfoMonitor.Fetching;

/// <summary>Pages read, by what they came to; bytes; seconds with all waiting in them.</summary>
internal sealed class FetchMetrics
{
    private readonly Counter<long> pages;
    private readonly Counter<long> bytes;
    private readonly Histogram<double> duration;

    public FetchMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meters.Name);
        pages = meter.CreateCounter<long>("infomonitor.fetches", "{page}", "Addresses read, by result.");
        bytes = meter.CreateCounter<long>("infomonitor.fetched.bytes", "By", "Bytes of bodies read, after decompression.");
        duration = meter.CreateHistogram<double>("infomonitor.fetch.duration", "s", "From asking for a turn to the result, pauses included.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300] });
    }

    public void Count(FetchResult result, TimeSpan took)
    {
        var word = result switch
        {
            FetchResult.Fetched => "fetched",
            FetchResult.NotModified => "not-modified",
            FetchResult.Disallowed => "disallowed",
            FetchResult.Gone => "gone",
            FetchResult.Unsupported => "unsupported",
            FetchResult.Failed => "failed",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var tag = new KeyValuePair<string, object?>("result", word);
        pages.Add(1, tag);
        duration.Record(took.TotalSeconds, tag);
        if (result is FetchResult.Fetched fetched) bytes.Add(fetched.Body.Length);
    }
}
