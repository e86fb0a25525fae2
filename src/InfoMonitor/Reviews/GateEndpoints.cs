using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfoMonitor.Reviews;

/// <param name="Refused">A step that was not taken, with its row; null on a plain look.</param>
internal sealed record GateView(GateRowState State, IReadOnlyList<GateRowView> Rows, long? Next, bool CanJudge, (long Id, GateOutcome Outcome)? Refused = null);

/// <param name="Next">Give it as <c>cursor</c> for older rows; null at the end.</param>
internal sealed record GateRowList(IReadOnlyList<GateRowView> Rows, string? Next);

/// <param name="Class">What kind of protected speech it is; null for what stands there.</param>
internal sealed record GateRequest(ProtectedClass? Class = null);

/// <summary>The page of proposed rows and its part of the API.</summary>
internal static class GateEndpoints
{
    private const int Usual = 50;
    private const int Most = 200;

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly QueryKey[] Keys = [QueryKey.One<GateRowState>("state", "How the rows stand; `proposed` unless said.")];

    public static void MapGate(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/gate").RequireAuthorization(Policies.Desk).ExcludeFromDescription();
        pages.MapGet("", async (HttpContext http, GateDesk gate, Ui ui, long? after) => Pages.Show<GatePage>(await ViewAsync(gate, StateOf(http), after, ui, http.RequestAborted))).WithPageQuery(Keys, "after");
        pages.MapGet("/rows.jsonl", (HttpContext http, GateDesk gate) => TypedResults.Stream(async stream =>
        {
            await using var lines = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
            await foreach (var row in gate.AcceptedAsync(http.RequestAborted))
                await lines.WriteLineAsync(JsonSerializer.Serialize(new { id = string.Create(CultureInfo.InvariantCulture, $"desk-{row.Id}"), language = row.Language, @class = row.Class.Word(), text = row.Text }, Readable));
        }, "application/jsonl", "gate-rows.jsonl"));
        pages.MapPost("/{id:long}", async (long id, HttpContext http, IFormCollection form, GateDesk gate, Ui ui) =>
        {
            var outcome = form["do"] == "refuse"
                ? await gate.RefuseAsync(id, ui.Person!, http.RequestAborted)
                : await gate.AcceptAsync(id, Vocabulary.Parse<ProtectedClass>(form["class"]), ui.Person!, http.RequestAborted);
            return outcome == GateOutcome.Done
                ? Results.LocalRedirect("/gate")
                : Pages.Show<GatePage>(await ViewAsync(gate, GateRowState.Proposed, null, ui, http.RequestAborted) with { Refused = (id, outcome) }, StatusOf(outcome));
        }).RequireAuthorization(Policies.Analyst);

        var api = app.MapApi("Gate").MapGroup("/gate-rows");
        api.MapGet("", async (HttpContext http, GateDesk gate, string? cursor, int? limit) =>
            {
                var (rows, next) = await gate.PageAsync(StateOf(http), Cursor(cursor), limit ?? Usual, Person.Of(http.User)!, http.RequestAborted);
                return TypedResults.Ok(new GateRowList(rows, next?.ToString(CultureInfo.InvariantCulture)));
            })
            .WithName("ListGateRows").WithSummary("Texts found protected, proposed for the suite that gates the models, the newest first")
            .WithQuery([.. Keys, QueryKey.Cursor(text => Cursor(text) is not null), QueryKey.Limit(Most, Usual.ToString(CultureInfo.InvariantCulture))]);
        var judge = api.MapGroup("/{id:long}").RequireAuthorization(Policies.Analyst).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        judge.MapPost("/accept", async Task<Results<NoContent, ProblemHttpResult>> (long id, GateRequest request, HttpContext http, GateDesk gate) => Answer(id, await gate.AcceptAsync(id, request.Class, Person.Of(http.User)!, http.RequestAborted)))
            .WithName("AcceptGateRow").WithSummary("Accept a row that somebody else proposed").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        judge.MapPost("/refuse", async Task<Results<NoContent, ProblemHttpResult>> (long id, HttpContext http, GateDesk gate) => Answer(id, await gate.RefuseAsync(id, Person.Of(http.User)!, http.RequestAborted)))
            .WithName("RefuseGateRow").WithSummary("Refuse a row that somebody else proposed");
    }

    private static async Task<GateView> ViewAsync(GateDesk gate, GateRowState state, long? after, Ui ui, CancellationToken cancellation)
    {
        var (rows, next) = await gate.PageAsync(state, after, Usual, ui.Person!, cancellation);
        return new GateView(state, rows, next, ui.Person!.May(Right.Decide));
    }

    private static GateRowState StateOf(HttpContext http) => Vocabulary.Parse<GateRowState>(http.Request.Query["state"]) ?? GateRowState.Proposed;

    private static long? Cursor(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static int StatusOf(GateOutcome outcome) => outcome switch
    {
        GateOutcome.Done => StatusCodes.Status200OK,
        GateOutcome.NotFound => StatusCodes.Status404NotFound,
        GateOutcome.Own or GateOutcome.Judged => StatusCodes.Status409Conflict,
        GateOutcome.NoClass => StatusCodes.Status422UnprocessableEntity,
    };

    private static Results<NoContent, ProblemHttpResult> Answer(long id, GateOutcome outcome) => outcome == GateOutcome.Done
        ? TypedResults.NoContent()
        : Problems.Of(StatusOf(outcome), outcome == GateOutcome.NotFound ? null : outcome.Word(), string.Format(CultureInfo.InvariantCulture, GateTexts.Of(outcome).En, id));
}
