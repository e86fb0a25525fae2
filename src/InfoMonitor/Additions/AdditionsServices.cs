using InfoMonitor.Domain;

namespace InfoMonitor.Additions;

internal static class AdditionsServices
{
    public static IServiceCollection AddAdditions(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<AdditionsOptions>().Bind(configuration.GetSection(AdditionsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Taker>().AddSingleton<Drafts>().AddSingleton<Adder>();
        return services;
    }

    public static void MapAdditions(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (!app.Services.GetRequiredService<RolesOptions>().Web) return;
        app.MapAdd();
        app.MapAdditionsApi();
    }
}
