namespace InfoMonitor.Reviews;

/// <summary>Frees forgotten claims, once a minute. Any number of nodes may run it: a lost race is run again and finds nothing left.</summary>
internal sealed partial class ClaimExpiry(ReviewDesk desk, TimeProvider clock, ILogger<ClaimExpiry> logger) : BackgroundService
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not free expired claims; trying again in a minute")]
    private partial void Failed(Exception exception);
}
