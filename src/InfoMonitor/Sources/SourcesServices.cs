using InfoMonitor.Domain;

namespace InfoMonitor.Sources;

internal static class SourcesServices
{
    public static IServiceCollection AddSources(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SourcesOptions>().Bind(configuration.GetSection(SourcesOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SourcesReader>().AddSingleton<SourceMirror>().AddHostedService(provider => provider.GetRequiredService<SourceMirror>());
        return services;
    }

    public static void MapSources(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetRequiredService<RolesOptions>().Web) SourcesEndpoints.Map(app);
    }
}
