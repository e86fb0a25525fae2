using InfoMonitor.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;

namespace InfoMonitor.Crawling;

/// <summary>Quartz on the service's own database, so that a schedule survives what the pages survive.</summary>
internal static class QuartzStore
{
    private const string SchedulerName = "infomonitor";

    /// <param name="provider">Known when services are registered: clustering is a property of the engine.</param>
    public static void AddCrawlSchedule(this IServiceCollection services, StorageProvider provider, int concurrency) => services
        .AddQuartz(quartz => quartz
            .ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = SchedulerName;
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
                // SQLite has one node, and only the same id finds the crawls that a killed process left behind. A cluster's nodes get ids of their own.
                if (provider == StorageProvider.Sqlite) scheduler.InstanceId = SchedulerName;
                else scheduler.GenerateInstanceId = true;
            })
            .UseDefaultThreadPool(concurrency)
            .UsePersistentStore(store =>
            {
                store.UseSystemTextJsonSerializer(_ => { });
                store.ProvisionSchema();
                switch (provider)
                {
                    case StorageProvider.Sqlite:
                        store.UseSqlite(source => source.DataSourceFactory = SqliteOf);
                        break;
                    case StorageProvider.PostgreSql:
                        store.UsePostgres(source => source.DataSourceFactory = PostgresOf);
                        // A dead node's crawls are taken over after about 15 s. Sooner would call a busy node dead, and two would crawl one source.
                        store.UseClustering(cluster =>
                        {
                            cluster.CheckinInterval = TimeSpan.FromSeconds(5);
                            cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(10);
                        });
                        break;
                }
            }))
        .AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);

    private static System.Data.Common.DbDataSource SqliteOf(IServiceProvider services) =>
        SqliteFactory.Instance.CreateDataSource(new SqliteConnectionStringBuilder { DataSource = services.GetRequiredService<Home>().PathTo(Options(services).File), DefaultTimeout = 30 }.ToString());

    private static NpgsqlDataSource PostgresOf(IServiceProvider services) => NpgsqlDataSource.Create(Options(services).ConnectionString);

    private static StorageOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<StorageOptions>>().Value;
}
