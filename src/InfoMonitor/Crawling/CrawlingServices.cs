using InfoMonitor.Domain;
using InfoMonitor.Storage;

namespace InfoMonitor.Crawling;

internal static class CrawlingServices
{
    public static IServiceCollection AddCrawling(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<CrawlingOptions>().Bind(configuration.GetSection(CrawlingOptions.Section)).ValidateDataAnnotations()
            .Validate(o => o.LeastInterval <= o.GreatestInterval, "Crawling:LeastInterval is longer than Crawling:GreatestInterval.")
            .Validate(o => o.FirstRetry <= o.LongestRetry, "Crawling:FirstRetry is longer than Crawling:LongestRetry.")
            .ValidateOnStart();
        services.AddSingleton<CrawlingMetrics>().AddSingleton<EntryPointReader>().AddSingleton<PageFinder>().AddSingleton<KeptRests>().AddSingleton<PageCrawler>().AddSingleton<SourceHistory>().AddSingleton<EntryPointCrawler>().AddSingleton<Rereader>().AddSingleton<SourceCrawler>();
        if (!RolesOptions.From(configuration).Worker) return services;
        if (!Contact.IsSet(configuration)) return services.AddHostedService<NoContact>();

        services.AddSingleton<ScheduleKeeper>().AddHostedService(provider => provider.GetRequiredService<ScheduleKeeper>());
        services.AddCrawlSchedule(
            configuration.GetValue<StorageProvider>($"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}"),
            Math.Clamp(configuration.GetValue($"{CrawlingOptions.Section}:{nameof(CrawlingOptions.MaxConcurrency)}", new CrawlingOptions().MaxConcurrency), 1, 256));
        return services;
    }
}
