using System.Globalization;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfoMonitor.Additions;

/// <summary>Exactly one of the two.</summary>
/// <param name="Url">A page's address; not a person's.</param>
/// <param name="Text">20 to 20,000 characters, without who sent it.</param>
internal sealed record AssessRequest(string? Url = null, string? Text = null);

/// <param name="Url">As in <see cref="AssessRequest"/>; exactly one of the two.</param>
/// <param name="Text">As in <see cref="AssessRequest"/>.</param>
/// <param name="Reason">One of those that assessing it names; null for the policy's own.</param>
/// <param name="Claim">The sentence that is meant, 10 to 300 characters in the text's own words, as assessing it shows the text; null leaves it to the models.</param>
/// <param name="Note">At most 4,000 characters, for whoever reviews it; personal data in it is masked.</param>
internal sealed record ItemRequest(string? Url = null, string? Text = null, FlagReason? Reason = null, string? Claim = null, string? Note = null);

/// <summary>What the models say of a text, and what the desk has of it.</summary>
/// <param name="Protected">Recognised classes of protected speech: never a reason to flag.</param>
/// <param name="FlagId">The flag of the story it is a copy of; null for none.</param>
/// <param name="MayQueueAs">Reasons that may be given for it; empty where it has a flag.</param>
/// <param name="Text">Masked; redacted where it exposes somebody.</param>
internal sealed record ItemAssessed(
    IReadOnlyList<ProtectedClass> Protected, long? FlagId, IReadOnlyList<FlagReason> MayQueueAs, IReadOnlyList<NearFlag> Near, IReadOnlyList<ItemCorrection> Corrections, Assessment Assessment, string? Title, string Text);

/// <summary>A reference whose claim the text repeats.</summary>
internal sealed record ItemCorrection(long Id, ReferenceKind Kind, string Statement, string Verdict, string? Correction, string Publisher, string? Url, bool Independent);

/// <param name="Added">False where the story had a flag before.</param>
internal sealed record ItemAdded(long FlagId, bool Added);

/// <summary>Adding by hand, for programs.</summary>
internal static class AdditionsApi
{
    public static void MapAdditionsApi(this IEndpointRouteBuilder app)
    {
        var items = app.MapApi("Items").MapGroup("/items").RequireAuthorization(Policies.Analyst)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status502BadGateway).ProducesProblem(StatusCodes.Status503ServiceUnavailable).ProducesProblem(StatusCodes.Status504GatewayTimeout);
        items.MapPost("/assess", async Task<Results<Ok<ItemAssessed>, ProblemHttpResult>> (HttpContext http, AssessRequest request, Adder adder) =>
            await adder.LookAsync(request.Url, request.Text, http.RequestAborted) switch
            {
                { Refused: { } refused } => Refused(refused),
                { Look: { } look } => TypedResults.Ok(Of(look)),
                _ => throw new InvalidOperationException("Looking ends in a look or a refusal."),
            })
            .WithName("AssessItem").WithSummary("What the models say of a page or a text").WithDescription("Nothing is stored. A page is read as the crawler reads it: robots.txt, address guard, the host's pause; a profile is refused.");
        items.MapPost("", async Task<Results<Created<ItemAdded>, Ok<ItemAdded>, ProblemHttpResult>> (HttpContext http, ItemRequest request, Adder adder) =>
            await adder.AddAsync(request.Url, request.Text, request.Reason, request.Claim, request.Note, Person.Of(http.User)!.Name, http.RequestAborted) switch
            {
                { Refused: { } refused } => Refused(refused),
                { End: { Added: true } end } => TypedResults.Created(string.Create(CultureInfo.InvariantCulture, $"/api/v1/flags/{end.FlagId}"), new ItemAdded(end.FlagId, true)),
                { End: { } end } => TypedResults.Ok(new ItemAdded(end.FlagId, false)),
                _ => throw new InvalidOperationException("Adding ends in a flag or a refusal."),
            })
            .WithName("AddItem").WithSummary("Put a page or a text into the queue by hand").WithDescription("A copy of a story that has a flag leads to that flag (200). Nothing of whoever sent it is kept; the flag says that it was added by hand.");
    }

    /// <summary>The status that tells a person's page and a program the same.</summary>
    public static int StatusOf(Refusal refusal) => refusal switch
    {
        Refusal.Unreachable => StatusCodes.Status502BadGateway,
        Refusal.Slow => StatusCodes.Status504GatewayTimeout,
        Refusal.NoContact => StatusCodes.Status503ServiceUnavailable,
        Refusal.GiveOne or Refusal.TooShort or Refusal.TooLong or Refusal.NoAddress or Refusal.Person or Refusal.Account or Refusal.Search or Refusal.Comments or Refusal.FrontPage or Refusal.Private
            or Refusal.Robots or Refusal.Gone or Refusal.NotArticle or Refusal.Unsupported or Refusal.NeedsReason or Refusal.WrongReason or Refusal.WrongClaim or Refusal.Expired => StatusCodes.Status422UnprocessableEntity,
    };

    private static ProblemHttpResult Refused(Taking.Refused refused) =>
        Problems.Of(StatusOf(refused.Why), refused.Why.Word(), AdditionsTexts.Of(refused.Why) is var (title, what) ? $"{title.En}. {what.En}{(refused.Detail is { } detail ? $" ({detail.En})" : "")}" : null);

    private static ItemAssessed Of(Look look) => new(
        look.Reading.Assessment.Protected, look.Flag?.Id, look.Flag is null ? look.Reasons : [], look.Near,
        [.. look.Corrections.Select(r => new ItemCorrection(r.Id, r.Kind, r.Statement, r.Verdict, r.Correction, r.Publisher, r.Url, r.Independent))],
        look.Reading.Assessment, look.Reading.Article.Title, look.Reading.Article.Text);
}
