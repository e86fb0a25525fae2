using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Accounts;

/// <summary>What the sign-in page shows.</summary>
internal sealed record SignInView(string Return, string Name = "", bool Wrong = false, bool NoAccount = false, bool SignedOut = false, int Attempts = 0, TimeSpan Lock = default);

internal static class SignInEndpoints
{
    /// <summary>Name of the rate limit.</summary>
    public const string Limit = "sign-in";

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", async (HttpContext http, Setup setup, string? @return, string? done) =>
            Person.Of(http.User) is not null
                ? Results.LocalRedirect(Pages.Local(@return))
                : Pages.Show<SignInPage>(new SignInView(Pages.Local(@return), SignedOut: done is not null, NoAccount: !await setup.AnyAccountAsync(http.RequestAborted))))
            .AllowAnonymous().ExcludeFromDescription();

        app.MapPost("/sign-in", async (HttpContext http, IFormCollection form, SignIn signIn, IOptions<AccountsOptions> options) =>
        {
            string name = form["name"].ToString(), target = Pages.Local(form["return"]);
            if (await signIn.TryAsync(name, form["password"].ToString(), http.RequestAborted) is not { } account)
                return Pages.Show<SignInPage>(new SignInView(target, name, Wrong: true, Attempts: options.Value.Attempts, Lock: options.Value.Lock), StatusCodes.Status422UnprocessableEntity);
            if (Vocabulary.Parse<UiLanguage>(account.Language) is { } language && http.Request.Cookies[Ui.LanguageCookie] is null) Preferences.Keep(http, Ui.LanguageCookie, language.Word());
            await http.SignInAsync(Session.Scheme, Person.Principal(account, Session.Scheme));
            return Results.LocalRedirect(target);
        }).AllowAnonymous().RequireRateLimiting(Limit).ExcludeFromDescription();

        app.MapPost("/sign-out", async (HttpContext http, IFormCollection _, AuditedStep steps, AuditLog audit, IOptions<AccountsOptions> options, TimeProvider clock) =>
        {
            await Session.EndAsync(http, steps, audit, options, clock);
            return TypedResults.LocalRedirect("/sign-in?done=1");
        }).RequireAuthorization(Policies.Desk).ExcludeFromDescription();
    }
}
