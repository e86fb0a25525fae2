using InfoMonitor.Domain;

namespace InfoMonitor.Audit;

/// <summary>Writes each day's root into the service's own log, which usually goes to another machine: the simplest way to keep it elsewhere.</summary>
internal sealed partial class AuditRootWorker(AuditRoots roots, RolesOptions roles, TimeProvider clock, ILogger<AuditRootWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!roles.Worker) return;
        while (true)
        {
            try
            {
                if (await roots.OfAsync(roots.Today.AddDays(-1), stoppingToken) is { Head.Sequence: > 0 } root) LogRoot(root);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)   // the outer edge of a job: tomorrow's root covers today's
            {
                LogFailed(exception);
            }
            await Task.Delay(roots.UntilTomorrow() + TimeSpan.FromSeconds(1), clock, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Audit root {Root}")]
    private partial void LogRoot(AuditRoot root);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The audit log's root of yesterday could not be read; see it with: infomonitor audit root")]
    private partial void LogFailed(Exception exception);
}
