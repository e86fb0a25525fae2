using System.Globalization;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Reviews;

/// <summary>A page of the queue.</summary>
/// <param name="Next">Give it as <c>cursor</c> for what follows; null at the end.</param>
internal sealed record FlagList(IReadOnlyList<FlagSummary> Flags, string? Next);

/// <summary>A flag as it stands in the queue.</summary>
/// <param name="Priority">0..100.</param>
/// <param name="Sentence">Masked; redacted where it exposed somebody.</param>
/// <param name="Verdict">Null until it is settled.</param>
/// <param name="Revision">Grows with every change; the flag's ETag.</param>
/// <param name="ByHand">Put into the queue by a person, not by a crawl.</param>
/// <param name="Split">Two people differ: a third is needed.</param>
internal sealed record FlagSummary(
    long Id, FlagReason Reason, FlagState State, int Priority, string Sentence, string Title, string Language, IReadOnlyList<Topic> Topics,
    DateTimeOffset FoundAt, DateTimeOffset DueAt, DateTimeOffset? UrgentAt, DateTimeOffset? SnoozedUntil, DateTimeOffset FirstSeenAt, DateTimeOffset LastSeenAt, int Sources, int Items,
    double? Probability, string? Correction, Verdict? Verdict, bool Held, int Revision, bool ByHand, bool Split);

/// <summary>One flag with what explains it.</summary>
/// <param name="Text">Masked, a line per paragraph.</param>
/// <param name="Url">Empty for a text that was pasted.</param>
/// <param name="ByHand">As in <see cref="FlagSummary"/>; <c>HandNote</c> is what that person wrote beside it, masked.</param>
/// <param name="Holder">Sign-in name of who holds it now, until <c>HeldUntil</c> (UTC); null while nobody does.</param>
/// <param name="Changes">Changes of the article's text, newest first, at most five; parts are null where the earlier text is not kept.</param>
/// <param name="Rereading">Null while it was not read again.</param>
/// <param name="Models">Which models gave the scores of the assessment; null where their set is not kept any more.</param>
/// <param name="Similar">Settled flags on texts like it, at most five.</param>
/// <param name="Reviews">Verdicts this account may see: a second person looks without seeing the first.</param>
internal sealed record FlagDetail(
    long Id, FlagReason Reason, FlagState State, int Priority, string Sentence, string Title, string Text, string Url, string Publisher, string Language, IReadOnlyList<Topic> Topics,
    DateTimeOffset? PublishedAt, DateTimeOffset FirstSeenAt, DateTimeOffset FoundAt, DateTimeOffset DueAt, DateTimeOffset? UrgentAt, DateTimeOffset? ClaimedAt, DateTimeOffset? DecidedAt, DateTimeOffset? AnsweredAt, string? AnswerUrl, DateTimeOffset? SnoozedUntil,
    Verdict? Verdict, bool Held, string? Holder, DateTimeOffset? HeldUntil, int Revision, bool ByHand, bool Split, string? HandNote, string ModelVersion,
    IReadOnlyList<FlagChange> Changes, FlagRereading? Rereading, Assessment Assessment, IReadOnlyList<JudgingModel>? Models, FlagReference? Reference, IReadOnlyList<FlagCopy> Copies, IReadOnlyList<FlagSimilar> Similar, IReadOnlyList<FlagReview> Reviews, IReadOnlyList<FlagEvent> History);

/// <summary>How the article fares at its publisher since it was flagged.</summary>
/// <param name="ReadAt">UTC; when it was last reached again.</param>
/// <param name="Missing">What became of its page; null while its text is there.</param>
/// <param name="MissingAt">UTC; when it was first found missing.</param>
/// <param name="Status">The HTTP status by which it is missing; null for another reason.</param>
internal sealed record FlagRereading(DateTimeOffset? ReadAt, PageOutcome? Missing, DateTimeOffset? MissingAt, int? Status);

/// <summary>A reference that was matched or cited.</summary>
internal sealed record FlagReference(long Id, ReferenceKind Kind, string Statement, string Verdict, string? Correction, string Publisher, string? Url, bool Independent, DateTimeOffset? PublishedAt)
{
    public static FlagReference Of(Reference r) => new(r.Id, r.Kind, r.Statement, r.Verdict, r.Correction, r.Publisher, r.Url, r.Independent, r.PublishedAt);
}

/// <summary>A verdict as a program sends it.</summary>
/// <param name="Note">At most 4,000 characters; personal data in it is masked. Left out it stays as it was, empty it is taken out.</param>
/// <param name="Evidence">References that are cited and pages that are relied on, at most five; at least one is required for <c>false</c> and <c>misleading</c>.</param>
/// <param name="Rabat">All six factors, required where incitement is called <c>harmful</c>.</param>
internal sealed record VerdictRequest(Verdict Verdict, string? Note = null, IReadOnlyList<Evidence>? Evidence = null, IReadOnlyDictionary<RabatFactor, RabatWeight>? Rabat = null);

/// <param name="Reason">Why it is passed over; nobody is ranked by it.</param>
internal sealed record SkipRequest(SkipReason Reason);

/// <param name="Why">Why it is opened again; kept in the audit log, personal data in it masked. At most 4,000 characters.</param>
internal sealed record ReopenRequest(string Why);

/// <summary>How a flag stands after it was opened again.</summary>
/// <param name="Step">Takes it back by <c>UndoStep</c>, while nobody did more to the flag.</param>
internal sealed record ReopenedFlag(long Id, FlagState State, int Revision, long? Step);

/// <param name="Url">The http(s) address at which the office's answer was published.</param>
internal sealed record AnswerRequest(string Url);

/// <summary>How a flag stands after a step.</summary>
internal sealed record FlagStanding(long Id, FlagState State, int Revision);

internal static class FlagsApi
{
    public const int Most = 200;

    public static void MapFlagsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi("Flags");
        api.MapGet("/flags", ListAsync).WithName("ListFlags").WithSummary("The queue, most urgent first")
            .WithQuery([.. QueueFilter.Keys, QueryKey.Cursor(text => QueueCursor.Parse(text) is not null), QueryKey.Limit(Most, "`Reviews:PageSize`")]);
        api.MapGet("/flags/{id:long}", GetAsync).WithName("GetFlag").WithSummary("One flag with what explains it").ProducesProblem(StatusCodes.Status404NotFound).WithMetadata(new Revisioned(IfMatch: false));

        var steps = api.MapGroup("/flags/{id:long}").RequireAuthorization(Policies.Analyst);
        Step(steps, "claim", "ClaimFlag", "Claim a flag, or hold it longer", (desk, id, revision, person, cancellation) => desk.ClaimAsync(id, revision, person, cancellation));
        Step(steps, "release", "ReleaseFlag", "Give a claimed flag back", (desk, id, _, person, cancellation) => desk.ReleaseAsync(id, person, skip: null, cancellation), ifMatch: false);
        steps.MapPost("/skip", (long id, SkipRequest request, HttpContext http, ReviewDesk desk) => WithRevisionAsync(http, (_, person) => desk.ReleaseAsync(id, person, request.Reason, http.RequestAborted), ifMatch: false))
            .WithName("SkipFlag").WithMetadata(new Revisioned(IfMatch: false)).WithSummary("Pass a flag over, with the reason").WithDescription("Gives it back where you had claimed it. It stays in the queue for others; the reason goes into the audit log.")
            .Produces<FlagStanding>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        Step(steps, "undo", "UndoVerdict", "Take back your own verdict", async (desk, id, revision, person, cancellation) => (await desk.UndoAsync([new PickedFlag(id, revision)], person, cancellation))[0]);
        steps.MapPost("/take-back", async (long id, HttpContext http, ReviewDesk desk) =>
                await desk.TakeBackAsync(id, Person.Of(http.User)!, http.RequestAborted) is { IsDone: false } refused ? (IResult)Refused(refused) : TypedResults.NoContent())
            .WithName("TakeBackFlag").WithSummary("Take back a flag you added by hand").WithDescription("While nobody has touched it. Its text stays, unflagged.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/flags/{id:long}/reopen", ReopenAsync).RequireAuthorization(Policies.Reopener).WithName("ReopenFlag").WithMetadata(new Revisioned(IfMatch: true)).WithSummary("Open a settled flag again")
            .WithDescription("Takes its verdict and its answer away; `step` puts them back (`UndoStep`). A verdict that two people agreed on, and an answered flag, take a senior or a spokesperson.")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status428PreconditionRequired);
        steps.MapPost("/verdict", (long id, VerdictRequest request, HttpContext http, ReviewDesk desk) =>
                WithRevisionAsync(http, (revision, person) => desk.DecideAsync(id, revision, new Decision(request.Verdict, request.Note, request.Evidence, request.Rabat), person, http.RequestAborted)))
            .WithName("DecideFlag").WithMetadata(new Revisioned(IfMatch: true)).WithSummary("Record a verdict").WithDescription("`misleading`, `false` and `harmful` wait in `awaiting-second` until another account agrees. The same verdict sent twice is one; sent again with another note or other evidence it amends your own, and what is left out stays; an empty note takes the note out.")
            .Produces<FlagStanding>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status428PreconditionRequired);

        var answer = api.MapGroup("/flags/{id:long}/answer").RequireAuthorization(Policies.Spokesperson).WithMetadata(new Revisioned(IfMatch: true))
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
        answer.MapPut("", (long id, AnswerRequest request, HttpContext http, ReviewDesk desk) => WithRevisionAsync(http, (revision, person) => desk.AnswerAsync(id, revision, request.Url, person, http.RequestAborted)))
            .WithName("AnswerFlag").WithSummary("Note where the office answered a settled flag").Produces<FlagStanding>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithDescription("Nothing is published by it. Again with another address to put it right.");
        answer.MapDelete("", (long id, HttpContext http, ReviewDesk desk) => WithRevisionAsync(http, (revision, person) => desk.WithdrawAnswerAsync(id, revision, person, http.RequestAborted)))
            .WithName("WithdrawAnswer").WithSummary("Take back that a flag was answered").Produces<FlagStanding>();
    }

    /// <summary>The status that tells a person's page and a program the same.</summary>
    public static int StatusOf(StepOutcome outcome) => outcome switch
    {
        StepOutcome.Done => StatusCodes.Status200OK,
        StepOutcome.NotFound => StatusCodes.Status404NotFound,
        StepOutcome.NeedsSenior => StatusCodes.Status403Forbidden,
        StepOutcome.Changed => StatusCodes.Status412PreconditionFailed,
        StepOutcome.Held or StepOutcome.Settled or StepOutcome.OwnReview or StepOutcome.NotSettled or StepOutcome.NothingToDo or StepOutcome.NothingToUndo => StatusCodes.Status409Conflict,
        StepOutcome.NeedsEvidence or StepOutcome.BadEvidence or StepOutcome.TooMuchEvidence or StepOutcome.BadAnswer or StepOutcome.NeedsRabat or StepOutcome.NoVerdict or StepOutcome.PastDue or StepOutcome.NeedsReason => StatusCodes.Status422UnprocessableEntity,
    };

    private static async Task<Ok<FlagList>> ListAsync(HttpContext http, QueueReader queue, IOptions<ReviewsOptions> options, string? cursor, int? limit)
    {
        var person = Person.Of(http.User)!;
        var (rows, next) = await queue.PageAsync(QueueFilter.Parse(http.Request.Query), QueueCursor.Parse(cursor), limit ?? options.Value.PageSize, person.Id, http.RequestAborted);
        return TypedResults.Ok(new FlagList([.. rows.Select(Summary)], next?.ToString()));
    }

    private static async Task<Results<Ok<FlagDetail>, ProblemHttpResult>> GetAsync(long id, HttpContext http, FlagReader reader)
    {
        if (await reader.ReadAsync(id, new QueueFilter { States = [] }, Person.Of(http.User)!, null, null, http.RequestAborted) is not { } view) return NotFound(id);
        http.Response.Headers.ETag = Tag(view.Flag.Revision);
        var (flag, item) = (view.Flag, view.Item);
        return TypedResults.Ok(new FlagDetail(
            flag.Id, flag.Reason, flag.State, flag.Priority, flag.Sentence, item.Title, item.Text, item.Url, view.Publisher, flag.Language, view.Topics,
            item.PublishedAt, view.Story.FirstSeenAt, flag.FoundAt, flag.DueAt, flag.UrgentAt, flag.ClaimedAt, flag.DecidedAt, flag.AnsweredAt, flag.AnswerUrl, flag.SnoozedUntil, flag.Verdict, view.Holder is not null, view.Holder, view.Holder is null ? null : flag.HeldUntil, flag.Revision, flag.ByHand, flag.Split, flag.HandNote, flag.ModelVersion,
            view.Changes, view.Rereading is { } read ? new FlagRereading(read.ReadAt, read.Missing, read.MissingAt, read.Status) : null, item.Assessment, view.Models,
            flag.Reference is { } r ? FlagReference.Of(r) : null,
            view.Copies, view.Similar, view.Reviews, view.History));
    }

    private static FlagSummary Summary(QueueRow row) => new(
        row.Id, row.Reason, row.State, row.Priority, row.Sentence, row.Title, row.Language, row.Topics, row.FoundAt, row.DueAt, row.UrgentAt, row.SnoozedUntil, row.FirstSeenAt, row.LastSeenAt,
        row.SourceCount, row.ItemCount, row.Because?.Probability, row.Correction, row.Verdict, row.Holder is not null, row.Revision, row.ByHand, row.Split);

    private static void Step(RouteGroupBuilder group, string verb, string name, string summary, Func<ReviewDesk, long, int, Person, CancellationToken, Task<StepResult>> step, bool ifMatch = true)
    {
        var endpoint = group.MapPost("/" + verb, (long id, HttpContext http, ReviewDesk desk) =>
                WithRevisionAsync(http, (revision, person) => step(desk, id, revision, person, http.RequestAborted), ifMatch))
            .WithName(name).WithSummary(summary).WithMetadata(new Revisioned(ifMatch)).Produces<FlagStanding>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        if (ifMatch) endpoint.ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    private static async Task<Results<Ok<ReopenedFlag>, ProblemHttpResult>> ReopenAsync(long id, ReopenRequest request, HttpContext http, ReviewDesk desk)
    {
        if (Revision(http.Request.Headers.IfMatch) is not { } revision) return Unconditional();
        var (result, step) = await desk.ReopenAsync(id, revision, request.Why, Person.Of(http.User)!, http.RequestAborted);
        if (!result.IsDone) return Refused(result);
        http.Response.Headers.ETag = Tag(result.Revision);
        return TypedResults.Ok(new ReopenedFlag(result.FlagId, result.State, result.Revision, step));
    }

    private static ProblemHttpResult Unconditional() => Problems.Of(StatusCodes.Status428PreconditionRequired, null, "Send the flag's own ETag as If-Match, so that nobody's change is overwritten unseen.");

    private static async Task<IResult> WithRevisionAsync(HttpContext http, Func<int, Person, Task<StepResult>> step, bool ifMatch = true)
    {
        var revision = Revision(http.Request.Headers.IfMatch);
        if (ifMatch && revision is null) return Unconditional();
        var result = await step(revision ?? -1, Person.Of(http.User)!);
        if (!result.IsDone) return Refused(result);
        http.Response.Headers.ETag = Tag(result.Revision);
        return TypedResults.Ok(new FlagStanding(result.FlagId, result.State, result.Revision));
    }

    private static ProblemHttpResult Refused(StepResult result) => result.Outcome switch
    {
        StepOutcome.NotFound => NotFound(result.FlagId),
        StepOutcome.Changed => Problems.Of(StatusOf(result.Outcome), null, $"Nothing was recorded: the flag has changed since. Read it again, then send the step with its ETag of now, {Tag(result.Revision)}."),
        var outcome => Problems.Of(StatusOf(outcome), outcome.Word(), FlagTexts.Of(outcome).What.En),
    };

    private static ProblemHttpResult NotFound(long id) => Problems.Of(StatusCodes.Status404NotFound, null, $"There is no flag {id}.");

    private static string Tag(int revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    /// <returns>Null where none is given, or any would do; -1, which no flag has, for what is no revision.</returns>
    private static int? Revision(string? tag) => tag?.Trim() switch
    {
        null or "" or "*" => null,
        var given => int.TryParse(given.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : -1,
    };
}
