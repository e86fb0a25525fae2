using InfoMonitor.Domain;

namespace InfoMonitor.Audit;

internal static class AuditServices
{
    /// <summary>Registers <see cref="AuditLog"/>, <see cref="AuditedStep"/> and what reads the log.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddSingleton<AuditLog>().AddSingleton<AuditedStep>().AddSingleton<AuditReader>().AddSingleton<AuditRoots>().AddHostedService<AuditRootWorker>();
    }

    public static void MapAudit(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetRequiredService<RolesOptions>().Web) AuditApi.Map(app);
    }
}
