using Quartz;

namespace InfoMonitor.Crawling;

/// <summary>The scheduled crawl of one source. Never two at once on any node, so that politeness holds across a cluster; done again when its node died.</summary>
[DisallowConcurrentExecution]
internal sealed partial class SourceJob(SourceCrawler crawler, Rereader rereader, ILogger<SourceJob> log) : IJob
{
    public const string Group = "sources";

    public static JobKey KeyOf(string sourceId) => new(sourceId, Group);

    /// <summary>Of the triggers that read flagged pages again. They fire the source's own job, so a re-reading and a crawl never run at once, on any node.</summary>
    public const string Rereads = "rereads";

    /// <summary>Of the jobs that read pages again which somebody added by hand: a host that is no source has no crawl, and a job only while one of its pages is due.</summary>
    public const string Strangers = "strangers";

    public static JobKey StrangerOf(string host) => new(host, Strangers);

    public static TriggerKey RereadsOf(string sourceId) => new(sourceId, Rereads);

    public static TriggerKey TriggerOf(string sourceId) => new(sourceId, Group);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var sourceId = context.JobDetail.Key.Name;
        try
        {
            if (context.Trigger.Key.Group == Rereads) await rereader.RereadAsync(sourceId, cancellationToken);
            else await crawler.CrawlAsync(sourceId, null, cancellationToken);
        }
        // The outer edge of a job: pages stay pending, the next firing goes on. An orderly stop is thrown on, so that Quartz hands the crawl to the next start.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(sourceId, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The crawl of {SourceId} broke off; it goes on at its next time")]
    private partial void LogFailed(string sourceId, Exception exception);
}
