using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Quartz;

namespace InfoMonitor.Crawling;

/// <summary>Keeps one job a source, as the source table says: new and changed ones are scheduled, those switched off are not. Any number of workers may do so at once.</summary>
internal sealed partial class ScheduleKeeper(
    IDbContextFactory<InfoMonitorDb> databases, ISchedulerFactory schedulers, CrawlingMetrics metrics, IOptions<CrawlingOptions> options, TimeProvider clock, ILogger<ScheduleKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan RereadsLook = TimeSpan.FromMinutes(5);

    private DateTimeOffset rereadsAt = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        do
        {
            try
            {
                await KeepAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)   // the outer edge of a job: the next look tries again
            {
                LogFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One look at the table.</summary>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var sources = await db.Sources.AsNoTracking().Include(s => s.EntryPoints).ToListAsync(cancellation);
        var now = clock.GetUtcNow();
        var pages = await PageStanding.ReadAsync(db, now, cancellation);
        metrics.Conditions(sources.Select(s => s.ConditionAt(now, pages.Of(s.Id).Trouble)));
        var enabled = sources.Where(s => s.Enabled).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(SourceJob.Group), cancellation))
            if (!enabled.Contains(key.Name)) await scheduler.DeleteJob(key, cancellation);

        foreach (var source in sources)
        {
            var next = source.Enabled ? AfterRest(source, await KeepAsync(scheduler, source, cancellation)) : null;
            if (next != source.NextReadAt) await db.Sources.Where(s => s.Id == source.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.NextReadAt, next), cancellation);
        }
        if (now < rereadsAt) return;
        await ScheduleRereadsAsync(cancellation);
        rereadsAt = now + RereadsLook;
    }

    /// <summary>A firing of its own, once, for each source with items to read again, and for each host that is no source's: its pages were added by hand.</summary>
    public async Task ScheduleRereadsAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var scheduler = await schedulers.GetScheduler(cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var due = await Rereader.Due(db, options.Value, now).Select(d => d.SourceId).Distinct().ToListAsync(cancellation);
        var listed = await db.Sources.Where(s => due.Contains(s.Id)).Select(s => s.Id).ToListAsync(cancellation);
        foreach (var sourceId in due)
        {
            if (await scheduler.GetTrigger(SourceJob.RereadsOf(sourceId), cancellation) is not null) continue;
            var job = listed.Contains(sourceId, StringComparer.Ordinal) ? SourceJob.KeyOf(sourceId) : SourceJob.StrangerOf(sourceId);
            if (job.Group == SourceJob.Strangers) await scheduler.AddJob(JobBuilder.Create<SourceJob>().WithIdentity(job).StoreDurably().RequestRecovery().Build(), AddJobOptions.Replacing, cancellation);
            else if (await scheduler.GetJobDetail(job, cancellation) is null) continue;   // switched off
            var once = TriggerBuilder.Create(clock).WithIdentity(SourceJob.RereadsOf(sourceId)).ForJob(job).StartAt(now)
                .WithSchedule(SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build();
            await scheduler.ScheduleTrigger(once, TriggerConflict.Replace, cancellation);
        }
        foreach (var stranger in await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(SourceJob.Strangers), cancellation))
            if (!due.Contains(stranger.Name, StringComparer.Ordinal) && await scheduler.GetTrigger(SourceJob.RereadsOf(stranger.Name), cancellation) is null) await scheduler.DeleteJob(stranger, cancellation);
    }

    /// <returns>When the source is read next.</returns>
    private async Task<DateTimeOffset?> KeepAsync(IScheduler scheduler, Source source, CancellationToken cancellation)
    {
        var sourceId = source.Id;
        var interval = IntervalOf(options.Value, sourceId, source.ReadEvery ?? source.Interval);
        var trigger = await scheduler.GetTrigger(SourceJob.TriggerOf(sourceId), cancellation);
        if (trigger is ISimpleTrigger kept && kept.RepeatInterval == interval)
        {
            if (await scheduler.GetTriggerState(kept.Key, cancellation) == TriggerState.Error) await scheduler.ResetTriggerFromErrorState(kept.Key, cancellation);
            return kept.NextFireTimeUtc;
        }
        var now = clock.GetUtcNow();
        // A trigger that was replaced, or whose process has ended, has forgotten when it fired; the row has not: no source is asked again because we were started again.
        var start = (trigger?.PreviousFireTimeUtc ?? source.LastReadAt) is { } last && last + interval > now ? last + interval : now + options.Value.Spread * Spread.Of(sourceId);
        if (source.RestsUntil() is { } rest && rest > start && rest < start + interval) start = rest;   // else it would be read a whole interval after that
        var fresh = TriggerBuilder.Create(clock).WithIdentity(SourceJob.TriggerOf(sourceId)).ForJob(SourceJob.KeyOf(sourceId)).StartAt(start)
            // After a standstill, or a crawl longer than its interval: once now, then in step again from now on.
            .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount))
            .Build();
        var job = JobBuilder.Create<SourceJob>().WithIdentity(SourceJob.KeyOf(sourceId)).StoreDurably().RequestRecovery().Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing, cancellation);
        // Of looks at once, on one node or several, the first to schedule a new source wins, and all are told its time.
        var next = (await scheduler.ScheduleTrigger(fresh, trigger is null ? TriggerConflict.Keep : TriggerConflict.Replace, cancellation)).NextFireTimeUtc;
        LogScheduled(sourceId, interval, next);
        return next;
    }

    /// <summary>The first firing at which an entry point may be asked: those before it read pages of other hosts alone.</summary>
    private DateTimeOffset? AfterRest(Source source, DateTimeOffset? next)
    {
        if (next is not { } first || source.RestsUntil() is not { } rest || rest <= first) return next;
        var interval = IntervalOf(options.Value, source.Id, source.ReadEvery ?? source.Interval);
        return first + (interval * Math.Ceiling((rest - first) / interval));
    }

    /// <summary>Within the bounds, and lengthened by the source's own share of the jitter; whole seconds.</summary>
    public static TimeSpan IntervalOf(CrawlingOptions options, string sourceId, TimeSpan wanted)
    {
        var bounded = wanted < options.LeastInterval ? options.LeastInterval : wanted > options.GreatestInterval ? options.GreatestInterval : wanted;
        return TimeSpan.FromSeconds(Math.Ceiling(bounded.TotalSeconds * (1 + options.Jitter * Spread.Of(sourceId))));
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{SourceId} is read every {Interval}, next at {Next}")]
    private partial void LogScheduled(string sourceId, TimeSpan interval, DateTimeOffset next);

    [LoggerMessage(Level = LogLevel.Error, Message = "The schedule could not be compared with the sources; it is tried again")]
    private partial void LogFailed(Exception exception);
}
