using System.Globalization;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Audit;

/// <param name="Next">Give it as <c>cursor</c> for older entries; null at the end.</param>
internal sealed record AuditList(IReadOnlyList<AuditRow> Entries, string? Next);

/// <summary>Where the log stood at the end of a day.</summary>
/// <param name="Line">To be kept elsewhere; <c>audit verify --root FILE</c> reads it.</param>
internal sealed record AuditRootAnswer(DateOnly Date, long Entries, string Hash, string Line);

/// <param name="Entries">How many there are; where the log is broken, how many are whole.</param>
/// <param name="Head">Number and hash of the newest entry; null where the log is broken.</param>
/// <param name="BrokenAt">The first entry that is not as it was written.</param>
/// <param name="Fault">missing, out-of-order, not-continuing, changed, rewritten, truncated, beyond-end or wrong-end.</param>
/// <param name="ChangedFlags">Flags whose verdicts, notes or evidence were changed in the database behind the log.</param>
internal sealed record AuditVerification(bool Whole, long Entries, string? Head, long? BrokenAt, AuditFault? Fault, IReadOnlyList<long> ChangedFlags);

/// <summary>The log's page and its part of the API, for auditors and operators.</summary>
internal static class AuditApi
{
    private const int Usual = 50;
    private const int Most = 200;

    public static void Map(WebApplication app)
    {
        app.MapGet("/audit", async (HttpContext http, AuditReader reader, AuditRoots roots, IDbContextFactory<InfoMonitorDb> databases, Ui ui, long? after, string? verify, CancellationToken cancellation) =>
        {
            var filter = AuditFilter.Parse(http.Request.Query);
            var (rows, next) = await reader.PageAsync(filter, after, Usual, ui.Person!, cancellation);
            var finding = verify == "1" ? await VerifyAsync(databases, cancellation) : null;
            var today = finding is AuditFinding.Whole ? await roots.OfAsync(roots.Today, cancellation) : null;
            return Pages.Show<AuditPage>(new AuditView(filter, rows, next, after is null, await reader.NamesAsync(rows, cancellation), finding, today));
        }).WithPageQuery(AuditFilter.Keys, "after", "verify").RequireAuthorization(Policies.Auditor).ExcludeFromDescription();

        var api = app.MapApi("Audit").MapGroup("/audit").RequireAuthorization(Policies.Auditor);
        api.MapGet("", ListAsync).WithName("ListAuditEntries").WithSummary("The audit log, the newest first")
            .WithQuery([.. AuditFilter.Keys, QueryKey.Cursor(text => Cursor(text) is not null), QueryKey.Limit(Most, Usual.ToString(CultureInfo.InvariantCulture))])
            .WithDescription("`before` and `after` are JSON texts, as hashed; they are left out, and `hidden` is true, while this account could still review the flag and must not see the others' verdicts.")
            .ProducesProblem(StatusCodes.Status403Forbidden);
        api.MapGet("/roots/{date}", RootAsync).WithName("GetAuditRoot").WithSummary("Where the log stood at the end of a day")
            .WithDescription("`date` is yyyy-MM-dd in the office's zone. Keep `line` where nobody who runs the service can change it.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/verification", async (IDbContextFactory<InfoMonitorDb> databases, CancellationToken cancellation) => TypedResults.Ok(Of(await VerifyAsync(databases, cancellation))))
            .WithName("VerifyAudit").WithSummary("Walk the whole log").WithDescription("Reads every entry: takes the longer the longer the log is.").ProducesProblem(StatusCodes.Status403Forbidden);
    }

    private static async Task<Ok<AuditList>> ListAsync(HttpContext http, AuditReader reader, string? cursor, int? limit)
    {
        var (rows, next) = await reader.PageAsync(AuditFilter.Parse(http.Request.Query), Cursor(cursor), limit ?? Usual, Person.Of(http.User)!, http.RequestAborted);
        return TypedResults.Ok(new AuditList(rows, next?.ToString(CultureInfo.InvariantCulture)));
    }

    private static long? Cursor(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;

    private static async Task<Results<Ok<AuditRootAnswer>, ProblemHttpResult>> RootAsync(string date, AuditRoots roots, CancellationToken cancellation)
    {
        if (AuditRoot.ReadDay(date) is not { } day) return Problems.Of(StatusCodes.Status400BadRequest, "date-unreadable", "Write the date as yyyy-MM-dd.");
        return await roots.OfAsync(day, cancellation) is { } root
            ? TypedResults.Ok(new AuditRootAnswer(root.Day, root.Head.Sequence, root.Head.Hash, root.ToString()))
            : Problems.Of(StatusCodes.Status404NotFound, null, "That day has not begun.");
    }

    private static async Task<AuditFinding> VerifyAsync(IDbContextFactory<InfoMonitorDb> databases, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await AuditVerifier.VerifyAsync(db, [], cancellation);
    }

    private static AuditVerification Of(AuditFinding finding) => finding switch
    {
        AuditFinding.Whole whole => new AuditVerification(true, whole.Head.Sequence, whole.Head.ToString(), null, null, []),
        AuditFinding.Behind behind => new AuditVerification(false, behind.Head.Sequence, behind.Head.ToString(), null, null, behind.Flags),
        AuditFinding.Broken broken => new AuditVerification(false, broken.Sequence - 1, null, broken.Sequence, broken.Fault, []),
        _ => throw new InvalidOperationException("An audit finding is whole, broken, or of rows behind it."),
    };
}
