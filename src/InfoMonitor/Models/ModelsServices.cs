using InfoMonitor.Domain;

namespace InfoMonitor.Models;

internal static class ModelsServices
{
    public static IServiceCollection AddModels(this IServiceCollection services) => services.AddSingleton<ModelsReader>();

    public static void MapModels(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetRequiredService<RolesOptions>().Web) ModelsEndpoints.Map(app);
    }
}
