namespace InfoMonitor.Crawling;

internal static class CrawlingServices
{
    public static IServiceCollection AddCrawling(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services;
    }
}
