using System.Globalization;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.References;

/// <param name="Next">Give it as <c>cursor</c> for the next part; null at the end.</param>
internal sealed record ReferenceList(IReadOnlyList<ReferenceView> References, string? Next);

/// <summary>A reference as programs see it.</summary>
/// <param name="Independent">True only for a publisher independent of the state.</param>
internal sealed record ReferenceView(
    long Id, ReferenceKind Kind, string Statement, string Verdict, string? Correction, string Publisher, string? Url, bool Independent, DateTimeOffset? PublishedAt, DateTimeOffset AddedAt);

internal static class ReferencesApi
{
    private const int Usual = 50;
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapApi("References").MapGet("/references", ListAsync).WithName("ListReferences").WithSummary("What texts are matched against, the newest first")
            .WithDescription("`limit` 1..200; `cursor` is `next` of an earlier answer.").ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<ReferenceList>, ProblemHttpResult>> ListAsync(IDbContextFactory<InfoMonitorDb> databases, string? cursor, int? limit, CancellationToken cancellation)
    {
        var before = long.MaxValue;
        if (cursor is not null && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out before))
            return Problems.Of(StatusCodes.Status400BadRequest, "cursor", "The cursor is not one of this list's: give `next` of an earlier answer, or none.");
        if (limit is < 1 or > Most) return Problems.Of(StatusCodes.Status400BadRequest, "limit", $"`limit` is {limit}; it may be 1 to {Most}.");
        var size = limit ?? Usual;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await db.References.AsNoTracking().Where(r => r.Id < before).OrderByDescending(r => r.Id).Take(size + 1)
            .Select(r => new ReferenceView(r.Id, r.Kind, r.Statement, r.Verdict, r.Correction, r.Publisher, r.Url, r.Independent, r.PublishedAt, r.AddedAt)).ToListAsync(cancellation);
        return TypedResults.Ok(rows.Count > size ? new ReferenceList(rows[..size], rows[size - 1].Id.ToString(CultureInfo.InvariantCulture)) : new ReferenceList(rows, null));
    }
}
