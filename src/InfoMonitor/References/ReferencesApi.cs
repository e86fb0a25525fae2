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
/// <param name="Supports">Its verdict says that the statement is true: it settles the claim and makes no flag.</param>
internal sealed record ReferenceView(
    long Id, ReferenceKind Kind, string Statement, string Verdict, string? Correction, string Publisher, string? Url, bool Independent, bool Supports, DateTimeOffset? PublishedAt, DateTimeOffset AddedAt);

internal static class ReferencesApi
{
    private const int Usual = 50;
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapApi("References").MapGet("/references", ListAsync).WithName("ListReferences").WithSummary("What texts are matched against, the newest first")
            .WithQuery(QueryKey.Cursor(text => Cursor(text) is not null), QueryKey.Limit(Most, Usual.ToString(CultureInfo.InvariantCulture)));

    private static async Task<Ok<ReferenceList>> ListAsync(IDbContextFactory<InfoMonitorDb> databases, string? cursor, int? limit, CancellationToken cancellation)
    {
        var before = Cursor(cursor) ?? long.MaxValue;
        var size = limit ?? Usual;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await db.References.AsNoTracking().Where(r => r.Id < before).OrderByDescending(r => r.Id).Take(size + 1)
            .Select(r => new ReferenceView(r.Id, r.Kind, r.Statement, r.Verdict, r.Correction, r.Publisher, r.Url, r.Independent, r.Supports, r.PublishedAt, r.AddedAt)).ToListAsync(cancellation);
        return TypedResults.Ok(rows.Count > size ? new ReferenceList(rows[..size], rows[size - 1].Id.ToString(CultureInfo.InvariantCulture)) : new ReferenceList(rows, null));
    }

    private static long? Cursor(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
