namespace InfoMonitor.Accounts;

internal static class AccountsServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services;
    }

    public static void MapAccounts(this WebApplication app) => ArgumentNullException.ThrowIfNull(app);
}
