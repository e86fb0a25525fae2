using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using InfoMonitor.Domain;
using Microsoft.AspNetCore.Authentication;
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
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>().AddSingleton<AccountBook>().AddSingleton<SignIn>().AddSingleton<Setup>().AddSingleton<ApiTokens>();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, Session>();
        services.AddAuthentication(Session.Scheme).AddCookie().AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Name, configureOptions: null);
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<AccountsOptions>>((limiter, accounts) => limiter.AddPolicy(SignInEndpoints.Limit, http =>
            RateLimitPartition.GetFixedWindowLimiter(Neighbourhood(http.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions { PermitLimit = accounts.Value.PerMinute, Window = TimeSpan.FromMinutes(1) })));
        return services;
    }

    public static void MapAccounts(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (!app.Services.GetRequiredService<RolesOptions>().Web) return;
        app.MapSignIn();
        app.MapSetup();
        app.MapAccount();
        app.MapAccountApi();
    }

    /// <summary>Whose attempts are counted together: an address, of IPv6 the /64 that one subscriber holds.</summary>
    private static IPAddress? Neighbourhood(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true }) return address.MapToIPv4();
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 }) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
