namespace InfoMonitor.Audit;

internal static class AuditServices
{
    /// <summary>Registers <see cref="AuditLog"/> and <see cref="AuditedStep"/>.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddSingleton<AuditLog>().AddSingleton<AuditedStep>();
    }
}
