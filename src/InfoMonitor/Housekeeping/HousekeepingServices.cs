namespace InfoMonitor.Housekeeping;

internal static class HousekeepingServices
{
    public static IServiceCollection AddHousekeeping(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<HousekeepingOptions>().Bind(configuration.GetSection(HousekeepingOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<Housekeeper>().AddHostedService<HousekeepingWorker>().AddHostedService<MemoryReturner>();
    }
}
