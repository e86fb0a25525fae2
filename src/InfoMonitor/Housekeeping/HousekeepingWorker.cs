using InfoMonitor.Domain;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Housekeeping;

/// <summary>Runs the <see cref="Housekeeper"/> at start and then regularly, on workers. Several nodes stand in one line and find nothing left.</summary>
internal sealed partial class HousekeepingWorker(Housekeeper housekeeper, RolesOptions roles, IOptions<HousekeepingOptions> options, TimeProvider clock, ILogger<HousekeepingWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!roles.Worker) return;
        using var timer = new PeriodicTimer(options.Value.Every, clock);
        do
        {
            try
            {
                var (items, pages) = await housekeeper.SweepAsync(stoppingToken);
                if (items + pages > 0) LogSwept(items, pages);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)   // the outer edge of a job: the next round tries again
            {
                LogFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Deleted {Items} items that were never flagged and the rows of {Pages} old pages")]
    private partial void LogSwept(int items, int pages);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old rows could not be deleted; trying again later")]
    private partial void LogFailed(Exception exception);
}
