using InfoMonitor.Domain;

namespace InfoMonitor.References;

internal static class ReferencesServices
{
    public static IServiceCollection AddReferences(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddSingleton<ReferenceImporter>();
    }

    public static void MapReferences(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetRequiredService<RolesOptions>().Web) ReferencesApi.Map(app);
    }
}
