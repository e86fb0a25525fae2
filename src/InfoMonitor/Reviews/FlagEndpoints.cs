using System.Globalization;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Reviews;

/// <summary>The page of a flag and what its forms send. A step that cannot be taken shows the page again with what was written.</summary>
internal static class FlagEndpoints
{
    public static void MapFlags(this IEndpointRouteBuilder app)
    {
        var flags = app.MapGroup("/flags").RequireAuthorization(Policies.Desk).ExcludeFromDescription();

        flags.MapGet("/{id:long}", async (long id, HttpContext http, FlagReader reader, IDbContextFactory<InfoMonitorDb> databases, Ui ui, string? done, long? step, string? undo, string? refused) =>
        {
            var last = await QueueEndpoints.LastAsync(databases, done, step, undo, refused, ui.Person!, http.RequestAborted);
            var view = await reader.ReadAsync(id, QueueFilter.Parse(http.Request.Query), ui.Person!, last, failed: null, http.RequestAborted);
            return view is null ? Pages.Error(StatusCodes.Status404NotFound) : Pages.Show<FlagPage>(view);
        }).WithPageQuery(QueueFilter.Keys, "done", "step", "undo", "refused");

        flags.MapPost("/{id:long}/claim", async (long id, HttpContext http, IFormCollection form, ReviewDesk desk, FlagReader reader, Ui ui) =>
        {
            var result = await desk.ClaimAsync(id, Revision(form), ui.Person!, http.RequestAborted);
            return result.IsDone ? Pages.Recorded(http, $"/flags/{id}{View(form)}") : await AgainAsync(id, form, new FailedStep(result.Outcome), reader, ui, http.RequestAborted);
        }).RequireAuthorization(Policies.Analyst);

        flags.MapPost("/{id:long}/verdict", async (long id, HttpContext http, IFormCollection form, ReviewDesk desk, FlagReader reader, QueueReader queue, IDbContextFactory<InfoMonitorDb> databases, Ui ui) =>
        {
            var person = ui.Person!;
            var skip = Vocabulary.Parse<SkipReason>(form["skip"]);
            if (skip is not null || form["do"] == "release")
            {
                await desk.ReleaseAsync(id, person, skip, http.RequestAborted);
                return Pages.Recorded(http, await NextAsync(id, form, queue, databases, person, done: null, http.RequestAborted));
            }
            var sent = Read(form);
            if (form["do"] == "find" || IsUnsearched(form)) return await AgainAsync(id, form, sent with { Outcome = StepOutcome.Done }, reader, ui, http.RequestAborted);
            if (sent.Verdict is not { } verdict) return await AgainAsync(id, form, sent, reader, ui, http.RequestAborted);
            var result = await desk.DecideAsync(id, Revision(form), new Decision(verdict, sent.Note, sent.Evidence, sent.Rabat), person, http.RequestAborted);
            return result.IsDone
                ? Pages.Recorded(http, await NextAsync(id, form, queue, databases, person, done: id, http.RequestAborted))
                : await AgainAsync(id, form, sent with { Outcome = result.Outcome }, reader, ui, http.RequestAborted);
        }).RequireAuthorization(Policies.Analyst);

        flags.MapPost("/{id:long}/reopen", async (long id, HttpContext http, IFormCollection form, ReviewDesk desk, FlagReader reader, Ui ui) =>
        {
            var (result, step) = await desk.ReopenAsync(id, Revision(form), form["why"], ui.Person!, http.RequestAborted);
            return result.IsDone
                ? Pages.Recorded(http, QueueEndpoints.With($"/flags/{id}{View(form)}", "step", step?.ToString(CultureInfo.InvariantCulture) ?? ""))
                : await AgainAsync(id, form, new FailedStep(result.Outcome, ReopenWhy: form["why"]), reader, ui, http.RequestAborted);
        }).RequireAuthorization(Policies.Reopener);

        flags.MapPost("/{id:long}/take-back", async (long id, HttpContext http, IFormCollection form, ReviewDesk desk, FlagReader reader, Ui ui) =>
        {
            var result = await desk.TakeBackAsync(id, ui.Person!, http.RequestAborted);
            return result.Outcome is StepOutcome.Done or StepOutcome.NotFound   // taken back before: sent twice is once
                ? Pages.Recorded(http, "/queue?undo=" + QueueEndpoints.Added)
                : await AgainAsync(id, form, new FailedStep(result.Outcome), reader, ui, http.RequestAborted);
        }).RequireAuthorization(Policies.Analyst);

        flags.MapPost("/{id:long}/answer", async (long id, HttpContext http, IFormCollection form, ReviewDesk desk, FlagReader reader, Ui ui) =>
        {
            var result = form["do"] == "withdraw"
                ? await desk.WithdrawAnswerAsync(id, Revision(form), ui.Person!, http.RequestAborted)
                : await desk.AnswerAsync(id, Revision(form), form["answer"], ui.Person!, http.RequestAborted);
            return result.IsDone ? Pages.Recorded(http, $"/flags/{id}{View(form)}") : await AgainAsync(id, form, new FailedStep(result.Outcome, AnswerUrl: form["answer"]), reader, ui, http.RequestAborted);
        }).RequireAuthorization(Policies.Spokesperson);

        flags.MapPost("/undo", async (HttpContext http, IFormCollection form, ReviewDesk desk, FlagReader reader, Ui ui) =>
        {
            PickedFlag[] picked = [.. form["flag"].Select(PickedFlag.Parse).OfType<PickedFlag>().Take(ReviewDesk.MostPicked)];
            if (picked is []) return Results.LocalRedirect("/queue" + View(form));
            var results = await desk.UndoAsync(picked, ui.Person!, http.RequestAborted);
            if (results is [{ Outcome: StepOutcome.Changed } changed]) return await AgainAsync(changed.FlagId, form, new FailedStep(changed.Outcome), reader, ui, http.RequestAborted);
            var back = picked is [var one] ? $"/flags/{one.Id}{View(form)}" : "/queue" + View(form);
            return Pages.Recorded(http, results.Any(r => r.IsDone) ? QueueEndpoints.With(back, "done", string.Join(',', picked.Select(p => p.Id))) : QueueEndpoints.With(back, "undo", QueueEndpoints.Nothing));
        }).RequireAuthorization(Policies.Analyst);
    }

    private static int Revision(IFormCollection form) => int.TryParse(form["revision"], CultureInfo.InvariantCulture, out var revision) ? revision : -1;

    private static string View(IFormCollection form) => QueueFilter.Parse(form["view"]).ToString();

    private static FailedStep Read(IFormCollection form)
    {
        var rabat = new Dictionary<RabatFactor, RabatWeight>();
        foreach (var factor in Enum.GetValues<RabatFactor>())
            if (Vocabulary.Parse<RabatWeight>(form["rabat-" + factor.Word()]) is { } weight) rabat[factor] = weight;
        return new FailedStep(StepOutcome.NoVerdict, Vocabulary.Parse<Verdict>(form["verdict"]), form.ContainsKey("note") ? form["note"].ToString() : null, EvidenceOf(form), form["find"].ToString().Trim(), rabat);
    }

    /// <summary>Enter in the search field sends the form as its first button does: what was typed there and not looked for yet is looked for, and nothing recorded. <c>kept.js</c> leaves the field out.</summary>
    private static bool IsUnsearched(IFormCollection form) => form["find"].ToString().Trim() is { Length: > 0 } asked && asked != form["found"];

    /// <summary>Null where the form has no fields for it: then what stood before stays.</summary>
    private static IReadOnlyList<Evidence>? EvidenceOf(IFormCollection form)
    {
        if (!form.ContainsKey("url-1") && !form.ContainsKey("cite")) return null;
        var cited = form["cite"].Select(c => long.TryParse(c, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Distinct().Select(id => new Evidence(id));
        var links = Enumerable.Range(1, ReviewDesk.MostEvidence).Select(row => new Evidence(Url: form[$"url-{row}"].ToString().Trim(), Words: form[$"words-{row}"] is [{ Length: > 0 } words] ? words : null));
        return [.. cited.Concat(links.Where(l => l is not { Url: "", Words: null }))];
    }

    public static async Task<IResult> AgainAsync(long id, IFormCollection form, FailedStep failed, FlagReader reader, Ui ui, CancellationToken cancellation)
    {
        var view = await reader.ReadAsync(id, QueueFilter.Parse(form["view"]), ui.Person!, last: null, failed, cancellation);
        return view is null ? Pages.Error(StatusCodes.Status404NotFound) : Pages.Show<FlagPage>(view, FlagsApi.StatusOf(failed.Outcome));
    }

    /// <summary>Where to go after a flag: the best that is left in the view for this person, else the queue.</summary>
    private static async Task<string> NextAsync(long id, IFormCollection form, QueueReader queue, IDbContextFactory<InfoMonitorDb> databases, Person person, long? done, CancellationToken cancellation)
    {
        var filter = QueueFilter.Parse(form["view"]);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var at = await db.Flags.AsNoTracking().Where(f => f.Id == id).Select(f => new QueueCursor(f.Priority, f.FoundAt, f.DueAt, f.Id)).SingleOrDefaultAsync(cancellation);
        var next = await queue.NextAsync(filter, at, person.Id, onlyMineToDo: true, cancellation) ?? await queue.NextAsync(filter, null, person.Id, onlyMineToDo: true, cancellation);
        var target = next is { } flag && flag != id ? $"/flags/{flag}{filter}" : "/queue" + filter;
        return done is null ? target : QueueEndpoints.With(target, "done", done.Value.ToString(CultureInfo.InvariantCulture));
    }
}
