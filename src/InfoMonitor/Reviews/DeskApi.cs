using System.Globalization;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Reviews;

/// <summary>A flag and the revision at which it was seen.</summary>
internal sealed record FlagAt(long Id, int Revision);

/// <summary>One step on several flags: exactly one of <paramref name="Dismiss"/>, <paramref name="AssignTo"/> and <paramref name="SnoozeUntil"/>.</summary>
/// <param name="Flags">At most 200.</param>
/// <param name="Dismiss"><c>not-a-claim</c>, <c>protected</c> or <c>off-topic</c>.</param>
/// <param name="AssignTo">An account's id: one's own, or another's for whoever may give flags to others.</param>
/// <param name="SnoozeUntil">A day (yyyy-MM-dd), <c>tomorrow</c> or <c>next-working-day</c>: the flags are back when work begins.</param>
internal sealed record BatchRequest(IReadOnlyList<FlagAt> Flags, Verdict? Dismiss = null, long? AssignTo = null, string? SnoozeUntil = null);

/// <summary>What became of a step.</summary>
/// <param name="Step">Undoes it as one; null when no flag was changed.</param>
internal sealed record BatchAnswer(long? Step, IReadOnlyList<BatchFlag> Flags);

/// <param name="Done">False for a flag that was left alone; <paramref name="Outcome"/> says why.</param>
internal sealed record BatchFlag(long Id, bool Done, string Outcome, FlagState? State, int? Revision);

/// <summary>What a person did last and can take back.</summary>
internal enum LastKind { Verdict, Step, Added }

/// <summary>This account's last step that can be taken back.</summary>
/// <param name="Kind"><c>verdict</c> on a flag, <c>step</c> on several flags or a reopening, or a flag <c>added</c> by hand.</param>
/// <param name="Step">The step's own id; null for the other two.</param>
/// <param name="Flags">Ids of its flags.</param>
internal sealed record LastStepItem(LastKind Kind, DateTimeOffset At, long? Step, IReadOnlyList<long> Flags);

/// <summary>A filter of the queue under a name.</summary>
/// <param name="Query">Filters as <c>ListFlags</c> takes them.</param>
/// <param name="Own">True when this account may rename and delete it.</param>
internal sealed record ViewItem(long Id, string Name, string Query, bool Shared, bool Own);

/// <param name="Query">Filters as <c>ListFlags</c> takes them, and nothing else: no search words are kept.</param>
internal sealed record NewView(string Name, string? Query = null, bool Shared = false);

internal sealed record ViewChange(string Name, bool Shared);

/// <summary>The parts of the API around the queue: steps on several flags, saved views.</summary>
internal static class DeskApi
{
    public static void MapDeskApi(this IEndpointRouteBuilder app)
    {
        var flags = app.MapApi("Flags");
        flags.MapPost("/flags/batch", BatchAsync).WithName("BatchFlags").WithSummary("Dismiss, assign or snooze several flags as one step").RequireAuthorization(Policies.Analyst)
            .WithDescription("Flags that somebody else holds or changed are left alone and reported, and so are urgent ones that would be snoozed past their due time (`past-due`; 422 where it is the only one); `step` undoes the rest as one. Snoozing moves no due time.").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        flags.MapPost("/steps/{id:long}/undo", UndoAsync).WithName("UndoStep").WithSummary("Take back a step of yours on all its flags").RequireAuthorization(Policies.Reopener).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

        flags.MapGet("/steps/last", LastAsync).WithName("GetLastStep").WithSummary("Your last step that can be taken back").RequireAuthorization(Policies.Analyst).WithMetadata(new Revisioned(IfMatch: false, Of: "step"))
            .WithDescription("A verdict, a step on several flags, or a flag added by hand, of the last 12 hours. Its ETag tells it from every other step.").ProducesProblem(StatusCodes.Status404NotFound);
        flags.MapPost("/steps/last/undo", UndoLastAsync).WithName("UndoLastStep").WithSummary("Take back your last step").RequireAuthorization(Policies.Analyst).WithMetadata(new Revisioned(IfMatch: true, Of: "step", Gives: false))
            .WithDescription("The step whose ETag is given: sent twice, it takes back no second one. What others changed since is left alone and reported, as by `UndoStep`; a flag that was added by hand is out of the queue then, and its `state` and `revision` are null.")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);

        flags.MapGet("/assignees", async (HttpContext http, IDbContextFactory<InfoMonitorDb> databases) =>
            {
                var person = Person.Of(http.User)!;
                await using var db = await databases.CreateDbContextAsync(http.RequestAborted);
                return TypedResults.Ok<IReadOnlyList<Assignee>>([.. (await ReviewDesk.AssigneesAsync(db, http.RequestAborted)).Where(a => a.Id == person.Id || person.May(Right.Assign))]);
            })
            .WithName("ListAssignees").WithSummary("Accounts to whom you can give flags").WithDescription("Your own, and for seniors every analyst's that is in use.").RequireAuthorization(Policies.Analyst);

        var views = app.MapApi("Saved views");
        views.MapGet("/views", async (HttpContext http, IDbContextFactory<InfoMonitorDb> databases) =>
        {
            var person = Person.Of(http.User)!;
            await using var db = await databases.CreateDbContextAsync(http.RequestAborted);
            return TypedResults.Ok<IReadOnlyList<ViewItem>>([.. (await SavedViews.Of(db, person.Id).ToListAsync(http.RequestAborted)).Select(v => Item(v, person))]);
        }).WithName("ListViews").WithSummary("Your saved views and the shared ones");
        views.MapPost("/views", async (HttpContext http, NewView request, SavedViews saved) =>
        {
            if (QueueFilter.FaultOf(request.Query) is { } fault) return (IResult)Problems.Of(fault);
            var person = Person.Of(http.User)!;
            var (outcome, view) = await saved.AddAsync(request.Name, request.Query, request.Shared, person, http.RequestAborted);
            return view is null ? Refused(outcome) : TypedResults.Created($"/api/v1/views/{view.Id}", Item(view, person));
        }).WithName("SaveView").WithSummary("Save filters under a name").Produces<ViewItem>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        views.MapPut("/views/{id:long}", async (long id, HttpContext http, ViewChange request, SavedViews saved) =>
            Answer(await saved.ChangeAsync(id, request.Name, request.Shared, Person.Of(http.User)!, http.RequestAborted)))
            .WithName("ChangeView").WithSummary("Rename a saved view, share it or not").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        views.MapDelete("/views/{id:long}", async (long id, HttpContext http, SavedViews saved) => Answer(await saved.DeleteAsync(id, Person.Of(http.User)!, http.RequestAborted)))
            .WithName("DeleteView").WithSummary("Delete a saved view").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<BatchAnswer>, ProblemHttpResult>> BatchAsync(HttpContext http, BatchRequest request, ReviewDesk desk, WorkCalendar calendar, TimeProvider clock)
    {
        var person = Person.Of(http.User)!;
        if (request.Flags is not { Count: > 0 and <= ReviewDesk.MostPicked }) return Invalid("flags", $"`flags` holds 1 to {ReviewDesk.MostPicked} flags.");
        var picked = request.Flags.Select(f => new PickedFlag(f.Id, f.Revision)).ToArray();
        switch (request)
        {
            case { Dismiss: { } verdict, AssignTo: null, SnoozeUntil: null }:
                return verdict.IsDismissal()
                    ? Answer(await desk.DismissAsync(picked, verdict, person, http.RequestAborted)) : Invalid("dismiss", "Only not-a-claim, protected and off-topic are given to several flags at once.");
            case { Dismiss: null, AssignTo: { } account, SnoozeUntil: null }:
                return await desk.AssignAsync(picked, account, person, http.RequestAborted) is { } assigned
                    ? Answer(assigned) : Invalid("assign-to", "`assignTo` is your own account, or, for seniors, another analyst's that is in use.");
            case { Dismiss: null, AssignTo: null, SnoozeUntil: { } word }:
                var until = QueueEndpoints.Until(word is "tomorrow" or "next-working-day" ? word : "date", word, calendar, clock.GetUtcNow());
                return until is { } at && await desk.SnoozeAsync(picked, at, person, http.RequestAborted) is { } snoozed
                    ? snoozed.Flags is [{ Outcome: StepOutcome.PastDue }] ? Invalid(StepOutcome.PastDue.Word(), FlagTexts.Of(StepOutcome.PastDue).What.En) : Answer(snoozed) : Invalid("snooze-until", "`snoozeUntil` is tomorrow, next-working-day or a day to come (yyyy-MM-dd), not further away than Reviews:LongestSnooze.");
            default:
                return Invalid("step", "Give exactly one of `dismiss`, `assignTo` and `snoozeUntil`.");
        }
    }

    private static async Task<Results<Ok<BatchAnswer>, ProblemHttpResult>> UndoAsync(long id, HttpContext http, ReviewDesk desk)
    {
        var flags = await desk.UndoStepAsync(id, Person.Of(http.User)!, http.RequestAborted);
        return flags switch
        {
            null => Problems.Of(StatusCodes.Status404NotFound, null, $"There is no step {id} of yours."),
            [] => Problems.Of(StatusCodes.Status409Conflict, StepOutcome.NothingToUndo.Word(), $"Step {id} was undone before: there is nothing to undo."),
            _ => Answer(new BatchResult(id, flags)),
        };
    }

    private static async Task<Results<Ok<LastStepItem>, ProblemHttpResult>> LastAsync(HttpContext http, ReviewDesk desk, IDbContextFactory<InfoMonitorDb> databases)
    {
        if (await desk.LastStepAsync(Person.Of(http.User)!, http.RequestAborted) is not { } last) return Problems.Of(StatusCodes.Status404NotFound, null, "There is no step of yours that could be taken back.");
        http.Response.Headers.ETag = last.Tag;
        await using var db = await databases.CreateDbContextAsync(http.RequestAborted);
        return TypedResults.Ok(last switch
        {
            { Verdict: { } flag } => new LastStepItem(LastKind.Verdict, last.At, null, [flag.Id]),
            { Added: { } flag } => new LastStepItem(LastKind.Added, last.At, null, [flag]),
            _ => new LastStepItem(LastKind.Step, last.At, last.Step, await db.BatchSteps.Where(s => s.Id == last.Step).SelectMany(s => s.Flags).Select(f => f.FlagId).Order().ToListAsync(http.RequestAborted)),
        });
    }

    private static async Task<Results<Ok<BatchAnswer>, ProblemHttpResult>> UndoLastAsync(HttpContext http, ReviewDesk desk)
    {
        if (http.Request.Headers.IfMatch.ToString() is "" or "*") return Problems.Of(StatusCodes.Status428PreconditionRequired, null, "Send the ETag of GET /api/v1/steps/last as If-Match, so that no other step is taken back than the one that is meant.");
        var (last, flags) = await desk.UndoLastAsync(Person.Of(http.User)!, http.Request.Headers.IfMatch.ToString().Trim(), http.RequestAborted);
        return (last, flags) switch
        {
            (null, _) => Problems.Of(StatusCodes.Status409Conflict, StepOutcome.NothingToUndo.Word(), "There is no step of yours that could be taken back."),
            (_, []) => Problems.Of(StatusCodes.Status412PreconditionFailed, null, $"Nothing was taken back: your last step is another by now. Read it again, then send the undo with its ETag of now, {last.Tag}."),
            _ => Answer(new BatchResult(last.Step, flags), gone: last.Added),
        };
    }

    private static Ok<BatchAnswer> Answer(BatchResult result, long? gone)
    {
        var answer = Answer(result).Value!;
        return TypedResults.Ok(answer with { Flags = [.. answer.Flags.Select(f => f.Id == gone && f.Done ? f with { State = null, Revision = null } : f)] });
    }

    private static Ok<BatchAnswer> Answer(BatchResult result) =>
        TypedResults.Ok(new BatchAnswer(result.Step, [.. result.Flags.Select(f => new BatchFlag(f.FlagId, f.IsDone, f.Outcome.Word(), f.Outcome == StepOutcome.NotFound ? null : f.State, f.Outcome == StepOutcome.NotFound ? null : f.Revision))]));

    private static ViewItem Item(SavedView view, Person person) => new(view.Id, view.Name, view.Query, view.Shared, SavedViews.MayChange(view, person));

    private static IResult Answer(ViewOutcome outcome) => outcome == ViewOutcome.Done ? TypedResults.NoContent() : Refused(outcome);

    private static ProblemHttpResult Refused(ViewOutcome outcome) => Problems.Of(StatusOf(outcome), outcome switch
    {
        ViewOutcome.NotFound or ViewOutcome.Done => null,
        ViewOutcome.NameMissing => "name",
        ViewOutcome.NameTaken => "name-taken",
        ViewOutcome.TooMany => "too-many-views",
    }, string.Format(CultureInfo.InvariantCulture, ReviewsTexts.Of(outcome).En, SavedViews.Most));

    /// <summary>The status that tells a person's page and a program the same.</summary>
    public static int StatusOf(ViewOutcome outcome) => outcome switch
    {
        ViewOutcome.Done => StatusCodes.Status200OK,
        ViewOutcome.NotFound => StatusCodes.Status404NotFound,
        ViewOutcome.NameMissing => StatusCodes.Status422UnprocessableEntity,
        ViewOutcome.NameTaken or ViewOutcome.TooMany => StatusCodes.Status409Conflict,
    };

    private static ProblemHttpResult Invalid(string kind, string detail) => Problems.Of(StatusCodes.Status422UnprocessableEntity, kind, detail);
}
