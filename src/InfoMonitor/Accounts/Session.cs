using InfoMonitor.Audit;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Accounts;

/// <summary>The session cookie, checked against its account at every request: disabling, a new password, new roles or signing out end it at once.</summary>
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

    /// <summary>Ends the account's sessions but the one that asks; all of them where a token asks.</summary>
    public static async Task EndOthersAsync(HttpContext http, AccountBook book, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(book);
        var person = Person.Of(http.User)!;
        if (await book.EndSessionsAsync(person.Name, cancellation) is AccountChange.Done done && person.TokenId is null) await http.SignInAsync(Scheme, Person.Principal(done.Account, Scheme));
    }

    /// <summary>Ends this session, here and wherever its cookie was copied to; the account's others go on.</summary>
    public static async Task EndAsync(HttpContext http, AuditedStep steps, AuditLog audit, IOptions<AccountsOptions> options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(steps);
        if (http.User.FindFirst(Person.SessionClaim)?.Value is { } session && Person.Of(http.User) is { } person)
        {
            var now = clock.GetUtcNow();
            var over = now - 2 * options.Value.Session;   // no cookie lasts that long after its sign-out
            await steps.RunAsync(async db =>
            {
                await db.EndedSessions.Where(s => s.At < over).ExecuteDeleteAsync(http.RequestAborted);
                if (await db.EndedSessions.AnyAsync(s => s.Id == session, http.RequestAborted)) return false;
                db.EndedSessions.Add(new EndedSession { Id = session, At = now });
                await audit.AppendAsync(db, person.Name, "account.sign-out", "account:" + person.Name, null, null, http.RequestAborted);
                return true;
            }, http.RequestAborted);
        }
        await http.SignOutAsync(Scheme);
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var person = Person.Of(context.Principal);
        var (stamp, session) = (context.Principal?.FindFirst(Person.StampClaim)?.Value, context.Principal?.FindFirst(Person.SessionClaim)?.Value);
        var databases = context.HttpContext.RequestServices.GetRequiredService<IDbContextFactory<InfoMonitorDb>>();
        await using var db = await databases.CreateDbContextAsync(context.HttpContext.RequestAborted);
        if (person is not null && session is not null && await db.Accounts.Where(a => a.Id == person.Id && a.Stamp == stamp && a.DisabledAt == null && !db.EndedSessions.Any(s => s.Id == session)).Select(a => new OwnPreferences(a.ShowsHarm)).SingleOrDefaultAsync(context.HttpContext.RequestAborted) is { } preferences)
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
