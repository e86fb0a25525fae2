using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Crawling;

/// <summary>Stands in for the schedule while no contact is set: says once what to set, and that nothing is scheduled (DESIGN 2.9).</summary>
internal sealed partial class NoContact(IDbContextFactory<InfoMonitorDb> databases, ILogger<NoContact> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LogIdle(Contact.Remedy);
        await using var db = await databases.CreateDbContextAsync(stoppingToken);
        await db.Sources.Where(s => s.NextReadAt != null).ExecuteUpdateAsync(set => set.SetProperty(s => s.NextReadAt, (DateTimeOffset?)null), stoppingToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing is crawled: there is no contact. {Remedy}")]
    private partial void LogIdle(string remedy);
}
