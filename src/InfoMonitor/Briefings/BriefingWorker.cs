using InfoMonitor.Domain;

namespace InfoMonitor.Briefings;

/// <summary>Freezes the day's briefing when its time has come. The date is the table's key, so that any number of workers freeze it once;
/// after a standstill the first look makes up for today's.</summary>
internal sealed partial class BriefingWorker(BriefingComposer composer, BriefingDay day, RolesOptions roles, TimeProvider clock, ILogger<BriefingWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!roles.Worker) return;
        using var timer = new PeriodicTimer(Look, clock);
        do
        {
            try
            {
                var today = day.Today;
                if (clock.GetUtcNow() >= day.FrozenAt(today) && await composer.FreezeAsync(today, stoppingToken)) LogFrozen(today);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)   // the outer edge of a job: the next look tries again
            {
                LogFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The briefing of {Date:yyyy-MM-dd} is composed")]
    private partial void LogFrozen(DateOnly date);

    [LoggerMessage(Level = LogLevel.Error, Message = "The briefing could not be composed; it is tried again")]
    private partial void LogFailed(Exception exception);
}
