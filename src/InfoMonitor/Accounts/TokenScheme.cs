using System.Text.Encodings.Web;
using InfoMonitor.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Accounts;

/// <summary><c>Authorization: Bearer</c> (RFC 6750) on the API alone: pages are for people, who sign in.</summary>
internal sealed class TokenScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiTokens tokens) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "token";

    private const string Bearer = "Bearer ";

    /// <summary>True for a request that this scheme answers for, whatever cookie comes with it.</summary>
    public static bool Takes(HttpRequest request) => Api.Asks(request) && request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Takes(Request)) return AuthenticateResult.NoResult();
        var secret = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        return await tokens.OpenAsync(secret, Context.RequestAborted) is { } open
            ? AuthenticateResult.Success(new AuthenticationTicket(Person.Principal(open.Account, open.Token, Name), Name))
            : AuthenticateResult.Fail("The token cannot be used.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer realm=\"infomonitor\", error=\"invalid_token\"";
        return Problems.Of(StatusCodes.Status401Unauthorized, "token-invalid", "The token is unknown, expired or revoked, or its account is disabled. Make another at /account.").ExecuteAsync(Context);
    }
}
