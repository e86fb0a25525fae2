using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace InfoMonitor.Web;

/// <summary>Errors of the API (RFC 9457). Programs go by <c>type</c>, which never changes once published.</summary>
internal static class Problems
{
    private const string Prefix = "urn:infomonitor:problem:";

    /// <summary>A null kind is the status's own (<c>not-found</c>, <c>forbidden</c> ...); the detail says what happened and what to do.</summary>
    public static ProblemHttpResult Of(int status, string? kind, string? detail, string? trace = null) =>
        TypedResults.Problem(detail, statusCode: status, title: ReasonPhrases.GetReasonPhrase(status), type: Prefix + (kind ?? KindOf(status)),
            extensions: trace is null ? null : new Dictionary<string, object?>(StringComparer.Ordinal) { ["traceId"] = trace });

    /// <summary>Names the parameter, what stood in it and what may.</summary>
    public static ProblemHttpResult Of(QueryFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return TypedResults.Problem(fault.Detail, statusCode: StatusCodes.Status400BadRequest, title: ReasonPhrases.GetReasonPhrase(StatusCodes.Status400BadRequest), type: Prefix + fault.Kind,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["key"] = fault.Key, ["value"] = fault.Value, ["allowed"] = fault.Allowed });
    }

    /// <summary>The <c>type</c> that a status has where nothing more is said.</summary>
    public static string TypeOf(int status) => Prefix + KindOf(status);

    private static string KindOf(int status) => status switch
    {
        400 => "bad-request",
        401 => "sign-in-needed",
        403 => "forbidden",
        404 => "not-found",
        405 => "method",
        409 => "conflict",
        412 => "changed",
        413 => "too-large",
        415 => "media-type",
        422 => "invalid",
        428 => "if-match-missing",
        429 => "too-many",
        503 => "unavailable",
        _ => "failed",
    };
}
