namespace InfoMonitor.Web;

internal static class WebServices
{
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services;
    }

    public static void MapWeb(this WebApplication app) => ArgumentNullException.ThrowIfNull(app);
}
