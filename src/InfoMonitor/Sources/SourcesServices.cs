namespace InfoMonitor.Sources;

internal static class SourcesServices
{
    public static IServiceCollection AddSources(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services;
    }

    public static void MapSources(this WebApplication app) => ArgumentNullException.ThrowIfNull(app);
}
