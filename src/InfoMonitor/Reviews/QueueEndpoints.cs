using System.Globalization;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Reviews;

internal static class QueueEndpoints
{
    public static void MapQueue(this IEndpointRouteBuilder app)
    {
        app.MapGet("/queue", async (HttpContext http, QueueReader queue, IDbContextFactory<InfoMonitorDb> databases, Ui ui, string? after, string? done, int? skipped) =>
        {
            var filter = QueueFilter.Parse(http.Request.Query);
            var last = await LastAsync(databases, done, skipped ?? 0, ui.Person!, http.RequestAborted);
            return Pages.Show<QueuePage>(await queue.ReadAsync(filter, QueueCursor.Parse(after), ui.Person!, last, ui.StartOf(ui.Today), http.RequestAborted));
        }).RequireAuthorization(Policies.Desk).ExcludeFromDescription();

        app.MapPost("/queue/batch", async (HttpContext http, IFormCollection form, ReviewDesk desk, Ui ui) =>
        {
            var view = QueueFilter.Parse(form["view"]).ToString();
            var flags = form["flag"].Select(Picked).OfType<(long, int)>().ToArray();
            if (Vocabulary.Parse<Verdict>(form["verdict"]) is not { } verdict || verdict is not (Verdict.NotAClaim or Verdict.Protected or Verdict.OffTopic) || flags is []) return Results.LocalRedirect("/queue" + view);
            var results = await desk.DismissAsync(flags, verdict, ui.Person!, http.RequestAborted);
            var done = string.Join(',', results.Where(r => r.IsDone).Select(r => r.FlagId));
            return Results.LocalRedirect(With(With("/queue" + view, "done", done), "skipped", results.Count(r => !r.IsDone).ToString(CultureInfo.InvariantCulture)));
        }).RequireAuthorization(Policies.Analyst).ExcludeFromDescription();
    }

    public static string With(string address, string name, string value) =>
        value.Length == 0 ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={value}";

    /// <summary>What this person recorded on the flags named in the address, so that it can be told and undone there. Others' verdicts are never shown by it.</summary>
    public static async Task<LastStep?> LastAsync(IDbContextFactory<InfoMonitorDb> databases, string? done, int skipped, Person person, CancellationToken cancellation)
    {
        var ids = Ids(done);
        if (ids is []) return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var mine = await db.Reviews.AsNoTracking().Where(r => ids.Contains(r.FlagId) && r.ReviewerId == person.Id).OrderByDescending(r => r.Id).Take(200).ToListAsync(cancellation);
        if (mine is []) return null;
        var standing = mine.Where(r => r.UndoneAt is null).ToList();
        var first = standing.Count > 0 ? standing[0] : mine[0];
        var flags = standing.Select(r => r.FlagId).Distinct().ToArray();
        var awaits = await db.Flags.AnyAsync(f => f.Id == first.FlagId && f.State == FlagState.AwaitingSecond, cancellation);
        return new LastStep(flags is [] ? ids : flags, first.Verdict, awaits, skipped, CanUndo: flags is not []);
    }

    public static long[] Ids(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(t => long.TryParse(t, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Distinct().Take(200)];

    private static (long, int)? Picked(string? value) =>
        value?.Split(':') is [var id, var revision] && long.TryParse(id, CultureInfo.InvariantCulture, out var i) && int.TryParse(revision, CultureInfo.InvariantCulture, out var r) ? (i, r) : null;
}
