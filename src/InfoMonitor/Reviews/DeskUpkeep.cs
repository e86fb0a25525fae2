namespace InfoMonitor.Reviews;

/// <summary>Frees forgotten claims and brings snoozed flags back, once a minute. Any number of nodes may run it: a lost race is run again and finds nothing left.</summary>
internal sealed partial class DeskUpkeep(ReviewDesk desk, TimeProvider clock, ILogger<DeskUpkeep> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            try
            {
                var freed = await desk.ExpireAsync(stoppingToken);
                if (freed > 0) Freed(freed);
                var woken = await desk.WakeAsync(stoppingToken);
                if (woken > 0) Woken(woken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Failed(exception);   // the database is away; the next minute tries again
            }
        }
        while (await minute.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Freed {Count} flags whose claim had run out")]
    private partial void Freed(int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} snoozed flags are back in the queue")]
    private partial void Woken(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not free expired claims or wake snoozed flags; trying again in a minute")]
    private partial void Failed(Exception exception);
}
