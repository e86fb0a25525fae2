using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Ingestion;

/// <summary>Runs the <see cref="BackMatcher"/> on workers when references were added, wherever they came from. Two nodes that meet flag a story once.</summary>
/// <param name="services">Gives the matcher, and with it the models, only when there is something to match.</param>
internal sealed partial class BackMatchWorker(
    IDbContextFactory<InfoMonitorDb> databases, IServiceProvider services, RolesOptions roles, IOptions<IngestionOptions> options, TimeProvider clock, ILogger<BackMatchWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!roles.Worker) return;
        using var timer = new PeriodicTimer(options.Value.MatchBackEvery, clock);
        do
        {
            try
            {
                if (await IsWaitingAsync(stoppingToken) && await services.GetRequiredService<BackMatcher>().MatchAsync(BackMatcher.Settled, stoppingToken) is > 0 and var raised) LogRaised(raised);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)   // the outer edge of a job: the next round goes on
            {
                LogFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> IsWaitingAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await BackMatcher.Waiting(db, clock.GetUtcNow() - BackMatcher.Settled).AnyAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Raised} earlier stories repeat what new references contradict")]
    private partial void LogRaised(int raised);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Earlier stories could not be matched with new references; trying again later")]
    private partial void LogFailed(Exception exception);
}
