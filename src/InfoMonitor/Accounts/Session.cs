using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Accounts;

/// <summary>The session cookie, checked against its account at every request: disabling, a new password or new roles end it at once.</summary>
internal sealed class Session(IOptions<AccountsOptions> accounts) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    public void Configure(CookieAuthenticationOptions options) => Configure(Scheme, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != Scheme) return;
        options.Cookie.Name = OpenApi.SessionCookie;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = accounts.Value.Session;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "return";
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToAccessDenied = context => Status(context.Response, StatusCodes.Status403Forbidden);
        var redirect = options.Events.OnRedirectToLogin;
        options.Events.OnRedirectToLogin = context =>
        {
            if (!Api.Asks(context.Request)) return redirect(context);
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"infomonitor\"";
            return Status(context.Response, StatusCodes.Status401Unauthorized);
        };
        options.ForwardDefaultSelector = http => TokenScheme.Takes(http.Request) ? TokenScheme.Name : null;
    }

    /// <summary>Changes the password of whoever is signed in. This session goes on, the account's others end.</summary>
    /// <returns>Why it was refused; null when it was done.</returns>
    public static async Task<AccountChange.Refused?> ChangePasswordAsync(HttpContext http, SignIn signIn, AccountBook book, string old, string password, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(signIn);
        ArgumentNullException.ThrowIfNull(book);
        var name = Person.Of(http.User)!.Name;
        if (await signIn.ConfirmAsync(name, old, cancellation) is null) return new AccountChange.Refused(AccountsTexts.OldWrong, 0);
        var change = await book.SetPasswordAsync(name, password, cancellation);
        if (change is AccountChange.Done done) await http.SignInAsync(Scheme, Person.Principal(done.Account, Scheme));
        return change as AccountChange.Refused;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var person = Person.Of(context.Principal);
        var stamp = context.Principal?.FindFirst(Person.StampClaim)?.Value;
        var databases = context.HttpContext.RequestServices.GetRequiredService<IDbContextFactory<InfoMonitorDb>>();
        await using var db = await databases.CreateDbContextAsync(context.HttpContext.RequestAborted);
        if (person is not null && await db.Accounts.Where(a => a.Id == person.Id && a.Stamp == stamp && a.DisabledAt == null).Select(a => new OwnPreferences(a.ShowsHarm)).SingleOrDefaultAsync(context.HttpContext.RequestAborted) is { } preferences)
        {
            context.HttpContext.Features.Set(preferences);
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    private static Task Status(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
