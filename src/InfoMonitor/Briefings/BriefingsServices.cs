namespace InfoMonitor.Briefings;

internal static class BriefingsServices
{
    public static IServiceCollection AddBriefings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BriefingsOptions>().Bind(configuration.GetSection(BriefingsOptions.Section)).ValidateDataAnnotations()
            .Validate(o => TimeZoneInfo.TryFindSystemTimeZoneById(o.TimeZone, out _), "Briefings:TimeZone is no known time zone: write an IANA name such as Asia/Ho_Chi_Minh.")
            .ValidateOnStart();
        services.AddSingleton<BriefingDay>().AddSingleton<BriefingComposer>().AddHostedService<BriefingWorker>();
        return services;
    }

    public static void MapBriefings(this WebApplication app) => BriefingsApi.Map(app);
}
