using System.Diagnostics.Metrics;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Telemetry;

namespace InfoMonitor.Crawling;

/// <summary>Counters of the crawl; named as OpenTelemetry asks. No tag names a source: its figures are in the database.</summary>
internal sealed class CrawlingMetrics
{
    private readonly Counter<long> pages;
    private readonly Counter<long> retries;
    private readonly Counter<long> entries;
    private readonly Counter<long> crawls;
    private readonly Counter<long> rereads;
    private volatile int[] conditions = new int[Enum.GetValues<SourceCondition>().Length];

    public CrawlingMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meters.Name);
        pages = meter.CreateCounter<long>("infomonitor.pages", "{page}", "Pages that reached their outcome.");
        retries = meter.CreateCounter<long>("infomonitor.pages.postponed", "{page}", "Fetches in vain that are tried again later.");
        entries = meter.CreateCounter<long>("infomonitor.entries", "{entry}", "Entries that entry points announced, by what became of them.");
        crawls = meter.CreateCounter<long>("infomonitor.crawls", "{crawl}", "Crawls of a source.");
        rereads = meter.CreateCounter<long>("infomonitor.rereads", "{page}", "Pages of items behind open flags read again, by result.");
        meter.CreateObservableGauge("infomonitor.sources", () => Enum.GetValues<SourceCondition>().Select(c => new Measurement<int>(In(c), new KeyValuePair<string, object?>("condition", c.Word()))),
            "{source}", "Sources by condition, as this worker last saw them; each worker sees all.");
    }

    public void Page(PageOutcome outcome) => pages.Add(1, new KeyValuePair<string, object?>("outcome", outcome.Word()));

    public void Postponed() => retries.Add(1);

    /// <param name="result">same, changed, missing, back or failed.</param>
    public void Reread(string result) => rereads.Add(1, new KeyValuePair<string, object?>("result", result));

    /// <summary>Sources in a condition, as this worker last saw them.</summary>
    public int In(SourceCondition condition) => conditions[(int)condition];

    public void Conditions(IEnumerable<SourceCondition> seen)
    {
        var counts = new int[conditions.Length];
        foreach (var condition in seen) counts[(int)condition]++;
        conditions = counts;
    }

    public void Crawl(CrawlReport report)
    {
        crawls.Add(1, new KeyValuePair<string, object?>("result", report.IsFailure ? "failed" : "read"));
        Entries("new", report.New);
        Entries("known", report.Known);
        Entries("too-old", report.TooOld);
        Entries("beyond-limits", report.BeyondLimits);
        Entries("refused", report.Refused);
    }

    private void Entries(string result, int count)
    {
        if (count > 0) entries.Add(count, new KeyValuePair<string, object?>("result", result));
    }
}
