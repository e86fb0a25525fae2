using InfoMonitor.Domain;
using InfoMonitor.Web;
using Microsoft.AspNetCore.Authentication;

namespace InfoMonitor.Accounts;

/// <summary>What the set-up page shows.</summary>
internal sealed record SetupView(string Code, string Name = "", bool Analyst = true, AccountChange.Refused? Refused = null, bool Differ = false);

internal static class SetupEndpoints
{
    public static void MapSetup(this IEndpointRouteBuilder app)
    {
        app.MapGet("/setup", async (Setup setup, string? code, CancellationToken cancellation) =>
            await setup.OpensAsync(code, cancellation) ? Pages.Show<SetupPage>(new SetupView(code!)) : Pages.Error(StatusCodes.Status404NotFound))
            .AllowAnonymous().RequireRateLimiting(SignInEndpoints.Limit).ExcludeFromDescription();

        app.MapPost("/setup", async (HttpContext http, IFormCollection form, Setup setup, AccountBook book, Ui ui, CancellationToken cancellation) =>
        {
            var sent = new SetupView(form["code"].ToString(), form["name"].ToString().Trim(), form["analyst"] == "1");
            if (!await setup.OpensAsync(sent.Code, cancellation)) return Pages.Error(StatusCodes.Status404NotFound);
            if (form["password"] != form["again"]) return Again(sent with { Differ = true });
            Role[] roles = sent.Analyst ? [Role.Analyst, Role.Operator] : [Role.Operator];
            switch (await book.AddFirstAsync(sent.Name, roles, form["password"].ToString(), language: null, cancellation))
            {
                case AccountChange.Done done:
                    setup.Close();
                    await http.SignInAsync(Session.Scheme, Person.Principal(done.Account, Session.Scheme));
                    return Results.LocalRedirect("/account?done=first");
                case var refused:
                    return Again(sent with { Refused = (AccountChange.Refused)refused });
            }
        }).AllowAnonymous().RequireRateLimiting(SignInEndpoints.Limit).ExcludeFromDescription();
    }

    private static IResult Again(SetupView view) => Pages.Show<SetupPage>(view, StatusCodes.Status422UnprocessableEntity);
}
