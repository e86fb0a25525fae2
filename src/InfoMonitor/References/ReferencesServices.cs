namespace InfoMonitor.References;

internal static class ReferencesServices
{
    public static IServiceCollection AddReferences(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services;
    }
}
