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

    /// <summary>What was wrong with a body, for a program's author; null where nothing more is known.</summary>
    private static string? DetailOf(HttpContext http) =>
        http.Features.Get<IExceptionHandlerFeature>() is { Error: BadHttpRequestException fault } feature ? BodyFaults.Of(http, feature.Endpoint, fault) : null;

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
