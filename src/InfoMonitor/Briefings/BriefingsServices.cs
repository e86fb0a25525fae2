namespace InfoMonitor.Briefings;

internal static class BriefingsServices
{
    public static IServiceCollection AddBriefings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BriefingsOptions>().Bind(configuration.GetSection(BriefingsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<BriefingDay>().AddSingleton<BriefingComposer>().AddHostedService<BriefingWorker>();
        return services;
    }

    public static void MapBriefings(this WebApplication app) => BriefingsApi.Map(app);
}
