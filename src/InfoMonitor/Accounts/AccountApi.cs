using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Accounts;

/// <summary>Who the API takes the sender for.</summary>
/// <param name="Roles">Those that count for this request: with a token, only the token's.</param>
/// <param name="Rights">What these allow.</param>
/// <param name="Token">The token's id; null in a session.</param>
/// <param name="ShowsHarm">Whether the account's pages show harmful content at once, instead of covering it until it is asked for.</param>
internal sealed record AccountAnswer(string Name, IReadOnlyList<Role> Roles, IReadOnlyList<Right> Rights, long? Token, bool ShowsHarm);

/// <param name="ShowsHarm">As in <see cref="AccountAnswer"/>.</param>
internal sealed record PreferencesRequest(bool ShowsHarm);

/// <param name="Old">The password as it is now; wrong ones count as at sign-in.</param>
internal sealed record PasswordRequest(string Old, string New);

/// <summary>A token; its secret is never told again.</summary>
/// <param name="Roles">None: it reads only.</param>
/// <param name="LastUsedAt">To the minute; null while it was never used.</param>
internal sealed record TokenAnswer(long Id, string Label, IReadOnlyList<Role> Roles, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt);

internal sealed record TokenList(IReadOnlyList<TokenAnswer> Tokens);

/// <param name="Label">What it is for; 1 to 60 characters.</param>
/// <param name="Days">How long it is good for.</param>
/// <param name="Roles">Some of the account's own; none or null: it reads only.</param>
internal sealed record TokenRequest(string Label, int Days, IReadOnlyList<Role>? Roles = null);

/// <param name="Secret">Send it as <c>Authorization: Bearer</c>. Shown this once.</param>
internal sealed record TokenSecret(string Secret, TokenAnswer Token);

/// <summary>The sender's own account and tokens. Only a session makes tokens: a token that leaked must not make others that outlive it.</summary>
internal static class AccountApi
{
    public static void MapAccountApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi("Account").MapGroup("/account");
        api.MapGet("", async (HttpContext http, IDbContextFactory<InfoMonitorDb> databases, CancellationToken cancellation) =>
            {
                var person = Person.Of(http.User)!;
                await using var db = await databases.CreateDbContextAsync(cancellation);
                var shows = await db.Accounts.Where(a => a.Id == person.Id).Select(a => a.ShowsHarm).SingleAsync(cancellation);
                return TypedResults.Ok(new AccountAnswer(person.Name, [.. person.Roles.Order()], [.. Enum.GetValues<Right>().Where(person.May)], person.TokenId, shows));
            })
            .WithName("GetAccount").WithSummary("Who you are and what you may do");
        api.MapPut("/preferences", async (PreferencesRequest request, HttpContext http, AccountBook book, CancellationToken cancellation) =>
            {
                await book.ShowHarmAsync(Person.Of(http.User)!.Name, request.ShowsHarm, cancellation);
                return TypedResults.NoContent();
            })
            .WithName("SetPreferences").WithSummary("How the pages are shown to you, wherever you sign in");
        api.MapPut("/password", SetPasswordAsync).WithName("SetPassword").WithSummary("Change your password").RequireRateLimiting(SignInEndpoints.Limit)
            .WithDescription("In a session only, which goes on; the others end. Tokens stay good.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapDelete("/sessions", async (HttpContext http, AccountBook book, CancellationToken cancellation) =>
            {
                await Session.EndOthersAsync(http, book, cancellation);
                return TypedResults.NoContent();
            })
            .WithName("EndSessions").WithSummary("End your sessions on other devices").WithDescription("The session that asks goes on; with a token every session ends. Tokens stay good.");
        api.MapGet("/tokens", async (HttpContext http, ApiTokens tokens, CancellationToken cancellation) =>
                TypedResults.Ok(new TokenList([.. (await tokens.ListAsync(Person.Of(http.User)!.Id, cancellation)).Select(Of)])))
            .WithName("ListTokens").WithSummary("Your tokens that can still be used");
        api.MapPost("/tokens", MakeAsync).WithName("MakeToken").WithSummary("Make a token").WithDescription("In a session only.")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapDelete("/tokens/{id:long}", async Task<Results<NoContent, ProblemHttpResult>> (long id, HttpContext http, ApiTokens tokens, CancellationToken cancellation) =>
                await tokens.RevokeAsync(Person.Of(http.User)!, id, cancellation) ? TypedResults.NoContent() : Problems.Of(StatusCodes.Status404NotFound, null, $"You have no token {id} in use."))
            .WithName("RevokeToken").WithSummary("Revoke a token of yours").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SetPasswordAsync(PasswordRequest request, HttpContext http, SignIn signIn, AccountBook book, CancellationToken cancellation)
    {
        var person = Person.Of(http.User)!;
        if (person.TokenId is not null) return Problems.Of(StatusCodes.Status403Forbidden, "session-needed", "A token cannot change its account's password. Sign in and change it there.");
        return await Session.ChangePasswordAsync(http, signIn, book, request.Old, request.New, cancellation) is { } refused
            ? Problems.Of(StatusCodes.Status422UnprocessableEntity, refused.What == AccountsTexts.OldWrong ? "old-wrong" : "password", refused.Why)
            : TypedResults.NoContent();
    }

    private static async Task<Results<Created<TokenSecret>, ProblemHttpResult>> MakeAsync(TokenRequest request, HttpContext http, ApiTokens tokens, CancellationToken cancellation)
    {
        var person = Person.Of(http.User)!;
        if (person.TokenId is not null) return Problems.Of(StatusCodes.Status403Forbidden, "session-needed", "A token cannot make tokens. Sign in and make it at /account.");
        var made = await tokens.MakeAsync(person, request.Label, [.. request.Roles ?? []], request.Days, cancellation);
        return made is { Token: { } token, Secret: { } secret }
            ? TypedResults.Created($"/api/v1/account/tokens/{token.Id}", new TokenSecret(secret, Of(token)))
            : Problems.Of(StatusCodes.Status422UnprocessableEntity, made.Fault switch
            {
                TokenFault.NoLabel => "no-label",
                TokenFault.BadDays => "bad-days",
                TokenFault.ForeignRole => "foreign-role",
                TokenFault.TooMany => "too-many-tokens",
                null => null,
            }, string.Format(System.Globalization.CultureInfo.InvariantCulture, AccountsTexts.Of(made.Fault ?? TokenFault.NoLabel).En, made.Fault == TokenFault.TooMany ? ApiTokens.Most : tokens.LongestDays));
    }

    private static TokenAnswer Of(ApiToken token) => new(token.Id, token.Label, token.Roles, token.MadeAt, token.ExpiresAt, token.LastUsedAt);
}
