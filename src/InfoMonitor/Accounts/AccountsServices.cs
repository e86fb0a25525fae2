using System.Threading.RateLimiting;
using InfoMonitor.Domain;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Accounts;

internal static class AccountsServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccountsOptions>().Bind(configuration.GetSection(AccountsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>().AddSingleton<AccountBook>().AddSingleton<SignIn>();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, Session>();
        services.AddAuthentication(Session.Scheme).AddCookie();
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<AccountsOptions>>((limiter, accounts) => limiter.AddPolicy(SignInEndpoints.Limit, http =>
            RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress, _ => new FixedWindowRateLimiterOptions { PermitLimit = accounts.Value.PerMinute, Window = TimeSpan.FromMinutes(1) })));
        return services;
    }

    public static void MapAccounts(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetRequiredService<RolesOptions>().Web) app.MapSignIn();
    }
}
