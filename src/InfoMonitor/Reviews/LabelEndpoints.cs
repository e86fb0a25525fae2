using System.Globalization;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfoMonitor.Reviews;

/// <param name="Refused">A step that was not taken, with its label; null on a plain look.</param>
internal sealed record LabelsView(LabelState State, IReadOnlyList<LabelView> Labels, long? Next, bool CanJudge, (long Id, LabelOutcome Outcome)? Refused = null);

/// <param name="Next">Give it as <c>cursor</c> for older labels; null at the end.</param>
internal sealed record LabelList(IReadOnlyList<LabelView> Labels, string? Next);

/// <param name="Class">Of a label for the gate, what kind of protected speech it is; null for what stands there.</param>
/// <param name="Kind">Of a label for training that has <c>kinds</c>, which of them it is; null for what stands there.</param>
internal sealed record LabelRequest(ProtectedClass? Class = null, SentenceKind? Kind = null);

/// <summary>The page of labels and its part of the API.</summary>
internal static class LabelEndpoints
{
    private const int Usual = 50;
    private const int Most = 200;

    private static readonly QueryKey[] Keys = [QueryKey.One<LabelState>("state", "How the labels stand; `proposed` unless said.")];

    public static void MapLabels(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/labels").RequireAuthorization(Policies.Desk).ExcludeFromDescription();
        pages.MapGet("", async (HttpContext http, LabelDesk labels, Ui ui, long? after) => Pages.Show<LabelPage>(await ViewAsync(labels, StateOf(http), after, ui, http.RequestAborted))).WithPageQuery(Keys, "after");
        pages.MapGet("/labels.jsonl", (HttpContext http, LabelDesk labels) => Lines(labels, http));
        pages.MapPost("/{id:long}", async (long id, HttpContext http, IFormCollection form, LabelDesk labels, Ui ui) =>
        {
            var outcome = form["do"] == "refuse"
                ? await labels.RefuseAsync(id, ui.Person!, http.RequestAborted)
                : await labels.AcceptAsync(id, Vocabulary.Parse<ProtectedClass>(form["class"]), Vocabulary.Parse<SentenceKind>(form["kind"]), ui.Person!, http.RequestAborted);
            return outcome == LabelOutcome.Done
                ? Results.LocalRedirect("/labels")
                : Pages.Show<LabelPage>(await ViewAsync(labels, LabelState.Proposed, null, ui, http.RequestAborted) with { Refused = (id, outcome) }, StatusOf(outcome));
        }).RequireAuthorization(Policies.Analyst);

        var api = app.MapApi("Labels").MapGroup("/labels");
        api.MapGet("", async (HttpContext http, LabelDesk labels, string? cursor, int? limit) =>
            {
                var (rows, next) = await labels.PageAsync(StateOf(http), Cursor(cursor), limit ?? Usual, Person.Of(http.User)!, http.RequestAborted);
                return TypedResults.Ok(new LabelList(rows, next?.ToString(CultureInfo.InvariantCulture)));
            })
            .WithName("ListLabels").WithSummary("What people found sentences to be, proposed for the models' gate or training, the newest first")
            .WithQuery([.. Keys, QueryKey.Cursor(text => Cursor(text) is not null), QueryKey.Limit(Most, Usual.ToString(CultureInfo.InvariantCulture))]);
        api.MapGet("/export", (HttpContext http, LabelDesk labels) => Lines(labels, http))
            .WithName("ExportLabels").WithSummary("Every accepted label as JSON lines, for `infomonitor model train --with-labels`").Produces<string>(StatusCodes.Status200OK, "application/jsonl");
        var judge = api.MapGroup("/{id:long}").RequireAuthorization(Policies.Analyst).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        judge.MapPost("/accept", async Task<Results<NoContent, ProblemHttpResult>> (long id, LabelRequest request, HttpContext http, LabelDesk labels) => Answer(id, await labels.AcceptAsync(id, request.Class, request.Kind, Person.Of(http.User)!, http.RequestAborted)))
            .WithName("AcceptLabel").WithSummary("Accept a label that somebody else proposed").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        judge.MapPost("/refuse", async Task<Results<NoContent, ProblemHttpResult>> (long id, HttpContext http, LabelDesk labels) => Answer(id, await labels.RefuseAsync(id, Person.Of(http.User)!, http.RequestAborted)))
            .WithName("RefuseLabel").WithSummary("Refuse a label that somebody else proposed");
    }

    private static PushStreamHttpResult Lines(LabelDesk labels, HttpContext http) => TypedResults.Stream(async stream =>
    {
        await using var lines = new StreamWriter(stream, leaveOpen: true);
        await LabelLines.WriteAsync(labels.AcceptedAsync(http.RequestAborted), lines, http.RequestAborted);
    }, "application/jsonl", "labels.jsonl");

    private static async Task<LabelsView> ViewAsync(LabelDesk labels, LabelState state, long? after, Ui ui, CancellationToken cancellation)
    {
        var (rows, next) = await labels.PageAsync(state, after, Usual, ui.Person!, cancellation);
        return new LabelsView(state, rows, next, ui.Person!.May(Right.Decide));
    }

    private static LabelState StateOf(HttpContext http) => Vocabulary.Parse<LabelState>(http.Request.Query["state"]) ?? LabelState.Proposed;

    private static long? Cursor(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static int StatusOf(LabelOutcome outcome) => outcome switch
    {
        LabelOutcome.Done => StatusCodes.Status200OK,
        LabelOutcome.NotFound => StatusCodes.Status404NotFound,
        LabelOutcome.Own or LabelOutcome.Judged => StatusCodes.Status409Conflict,
        LabelOutcome.NoWord => StatusCodes.Status422UnprocessableEntity,
    };

    private static Results<NoContent, ProblemHttpResult> Answer(long id, LabelOutcome outcome) => outcome == LabelOutcome.Done
        ? TypedResults.NoContent()
        : Problems.Of(StatusOf(outcome), outcome == LabelOutcome.NotFound ? null : outcome.Word(), string.Format(CultureInfo.InvariantCulture, LabelTexts.Of(outcome).En, id));
}
