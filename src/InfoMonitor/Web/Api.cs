using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace InfoMonitor.Web;

/// <summary>The JSON API under <c>/api/v1</c>: each slice maps its own part onto <see cref="MapApi"/>.</summary>
internal static class Api
{
    /// <summary>
    /// Asked of every request that changes something. A page of another site cannot send it without this site's leave (it makes the request a preflighted one, and there is no CORS),
    /// so together with the cookie's SameSite it does for programs what the hidden field does for forms. A token needs none: no browser sends it by itself.
    /// </summary>
    public const string Header = "X-Requested-With";

    public static bool Asks(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !request.Path.StartsWithSegments("/api/docs", StringComparison.OrdinalIgnoreCase);

    /// <summary>A part of the API: for signed-in people, described in the OpenAPI document under the tag.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app, string tag) =>
        SaysForbidden(app.MapGroup("/api/v1").WithTags(tag).RequireAuthorization(Policies.Desk).DisableAntiforgery().WithMetadata(QueryKeys.None)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).AddEndpointFilter(async (context, next) =>
        {
            var request = context.HttpContext.Request;
            return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Headers.ContainsKey(Header) || Person.Of(context.HttpContext.User)?.TokenId is not null
                ? await next(context)
                : Problems.Of(StatusCodes.Status400BadRequest, "header-missing", $"Send the header {Header} (any value) with every request that changes something.");
        }));

    /// <summary>What asks for a role may answer 403, and the document says so.</summary>
    private static RouteGroupBuilder SaysForbidden(RouteGroupBuilder group)
    {
        ((IEndpointConventionBuilder)group).Finally(endpoint =>
        {
            var asks = endpoint.Metadata.OfType<IAuthorizeData>().Any(a => a.Policy is not (null or Policies.Desk));
            if (asks && !endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().Any(p => p.StatusCode == StatusCodes.Status403Forbidden))
                endpoint.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status403Forbidden, typeof(ProblemDetails), ["application/problem+json"]));
        });
        return group;
    }
}
