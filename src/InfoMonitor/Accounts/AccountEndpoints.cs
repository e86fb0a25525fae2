using System.Globalization;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Web;

namespace InfoMonitor.Accounts;

/// <summary>What the account page shows.</summary>
/// <param name="Done">What was just done; null when the page was only opened.</param>
/// <param name="Made">The token that was just made: the one time its secret is shown. Also what was wrong with it.</param>
/// <param name="Wrong">What was wrong with the new password, with the least length.</param>
/// <param name="Label">What was typed, when the token was refused.</param>
internal sealed record AccountView(IReadOnlyList<ApiToken> Tokens, int LongestDays, AccountDone? Done = null, MadeToken? Made = null, (Text What, int Least)? Wrong = null, string? Label = null);

internal enum AccountDone { First, Password, Sessions, Revoked, Harm }

/// <summary>Everybody's own account: password, sessions, tokens.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder app)
    {
        var account = app.MapGroup("/account").RequireAuthorization(Policies.Desk).ExcludeFromDescription();

        account.MapGet("", async (ApiTokens tokens, Ui ui, string? done, CancellationToken cancellation) =>
            Pages.Show<AccountPage>(await ViewAsync(tokens, ui, cancellation) with { Done = Vocabulary.Parse<AccountDone>(done) }));

        account.MapPost("/password", async (HttpContext http, IFormCollection form, SignIn signIn, AccountBook book, ApiTokens tokens, Ui ui, CancellationToken cancellation) =>
        {
            var refused = form["password"] != form["again"]
                ? new AccountChange.Refused(AccountsTexts.PasswordsDiffer, 0)
                : await Session.ChangePasswordAsync(http, signIn, book, form["old"].ToString(), form["password"].ToString(), cancellation);
            return refused is null
                ? Results.LocalRedirect("/account?done=password")
                : Pages.Show<AccountPage>(await ViewAsync(tokens, ui, cancellation) with { Wrong = (refused.What, refused.Least) }, StatusCodes.Status422UnprocessableEntity);
        }).RequireRateLimiting(SignInEndpoints.Limit);

        account.MapPost("/harm", async (IFormCollection form, AccountBook book, Ui ui, CancellationToken cancellation) =>
        {
            await book.ShowHarmAsync(ui.Person!.Name, form["harm"] == "shown", cancellation);
            return Results.LocalRedirect("/account?done=harm");
        });

        account.MapPost("/sessions", async (HttpContext http, IFormCollection _, AccountBook book, CancellationToken cancellation) =>
        {
            await Session.EndOthersAsync(http, book, cancellation);
            return Results.LocalRedirect("/account?done=sessions");
        });

        account.MapPost("/tokens", async (IFormCollection form, ApiTokens tokens, Ui ui, CancellationToken cancellation) =>
        {
            var roles = form["role"].Select(word => Vocabulary.Parse<Role>(word)).OfType<Role>().ToArray();
            var made = await tokens.MakeAsync(ui.Person!, form["label"], roles, int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null, cancellation);
            // Shown in the answer itself, not after a redirect: the secret is never in an address, a cookie or the database.
            return Pages.Show<AccountPage>(await ViewAsync(tokens, ui, cancellation) with { Made = made, Label = made.Fault is null ? null : form["label"].ToString() }, made.Fault is null ? StatusCodes.Status201Created : StatusCodes.Status422UnprocessableEntity);
        });

        account.MapPost("/tokens/{id:long}/revoke", async (long id, IFormCollection _, ApiTokens tokens, Ui ui, CancellationToken cancellation) =>
            await tokens.RevokeAsync(ui.Person!, id, cancellation) ? Results.LocalRedirect("/account?done=revoked") : Pages.Error(StatusCodes.Status404NotFound));
    }

    private static async Task<AccountView> ViewAsync(ApiTokens tokens, Ui ui, CancellationToken cancellation) => new(await tokens.ListAsync(ui.Person!.Id, cancellation), tokens.LongestDays);
}
