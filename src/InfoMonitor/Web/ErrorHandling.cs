using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace InfoMonitor.Web;

/// <summary>The outer edge of a request: a designed page for people, ProblemDetails for programs, a trace id for the operator.</summary>
internal static class ErrorHandling
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = exception => exception switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                _ when IsDatabaseAway(exception) => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            },
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,   // the sender's mistake, told to the sender
            ExceptionHandler = TellAsync,
        });
        app.UseStatusCodePages(context => TellAsync(context.HttpContext));
    }

    private static async Task TellAsync(HttpContext http)
    {
        var status = http.Response.StatusCode;
        var trace = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        if (status == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = "30";
        if (Api.Asks(http.Request))
        {
            await Problems.Of(status, null, DetailOf(http), trace).ExecuteAsync(http);
            return;
        }
        if (HttpMethods.IsHead(http.Request.Method)) return;
        await Pages.Error(status, trace).ExecuteAsync(http);
    }

    /// <summary>What was wrong, for a program's author; null where nothing more is known.</summary>
    private static string? DetailOf(HttpContext http) =>
        http.Features.Get<IExceptionHandlerFeature>() is { Error: BadHttpRequestException fault } feature ? BodyFaults.Of(http, feature.Endpoint, fault) : http.Response.StatusCode switch
        {
            StatusCodes.Status401Unauthorized => "Sign in, or send a token of yours as `Authorization: Bearer ...`; it may have expired or been revoked.",
            StatusCodes.Status403Forbidden => $"Your roles do not allow it{(Person.Of(http.User)?.TokenId is null ? "" : ", or the token has fewer than your account")}. GET /api/v1/account tells which you have.",
            StatusCodes.Status404NotFound => "There is nothing at this address. /openapi/v1.json tells every address there is.",
            StatusCodes.Status405MethodNotAllowed => $"This address takes {http.Response.Headers.Allow}.",
            var status => BodyFaults.Of(status),
        };

    /// <summary>True where the engine cannot be reached or its file cannot be opened, as opposed to a wrong query.</summary>
    private static bool IsDatabaseAway(Exception exception) => exception switch
    {
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 5 or 10 or 13 or 14 } => true,   // busy, input/output, full, cannot open
        Npgsql.NpgsqlException { IsTransient: true } => true,
        Npgsql.NpgsqlException { InnerException: System.Net.Sockets.SocketException or TimeoutException or IOException } => true,
        { InnerException: { } inner } => IsDatabaseAway(inner),
        _ => false,
    };
}
