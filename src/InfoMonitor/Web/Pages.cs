using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfoMonitor.Web;

/// <summary>Pages as results of endpoints: the endpoint reads, the component shows.</summary>
/// <remarks>No method gives a result that names its component: the generator that compiles what answers a request does not see what the generator of components makes.</remarks>
internal static class Pages
{
    /// <summary>A page whose component takes what it shows as <c>[Parameter] public object Model</c> (a public type could not name an internal one).</summary>
    public static IResult Show<TPage>(object model, int status = StatusCodes.Status200OK) where TPage : IComponent =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>A page that shows nothing of its own.</summary>
    public static IResult Show<TPage>() where TPage : IComponent => new RazorComponentResult<TPage> { PreventStreamingRendering = true };

    public static IResult Error(int status, string? code = null) =>
        new RazorComponentResult<ErrorPage>(new Dictionary<string, object?> { ["Status"] = status, ["Code"] = code }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>Whereto from what was recorded. <c>kept.js</c> must see that it was recorded before it forgets it, and a script sees no redirect: it asks for JSON.</summary>
    public static IResult Recorded(HttpContext http, string next)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Request.Headers.Accept == "application/json" ? Results.Json(new { next }) : Results.LocalRedirect(next);
    }

    /// <summary>A place of this site, or the start page: never another site's address.</summary>
    public static string Local(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";
}
