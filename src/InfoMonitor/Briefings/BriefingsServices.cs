namespace InfoMonitor.Briefings;

internal static class BriefingsServices
{
    public static IServiceCollection AddBriefings(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services;
    }

    public static void MapBriefings(this WebApplication app) => ArgumentNullException.ThrowIfNull(app);
}
