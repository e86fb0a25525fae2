using System.Globalization;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Reviews;

/// <param name="Next">Give it as <c>cursor</c> for what follows; null at the end.</param>
internal sealed record SearchList(IReadOnlyList<SearchFound> Results, string? Next);

/// <summary>A flag or a reference that was found: one of the two ids is given.</summary>
/// <param name="In">Where it was found: <c>open</c>, <c>settled</c> or <c>reference</c>.</param>
/// <param name="Text">The flag's sentence or the reference's statement.</param>
/// <param name="Passage">The flag's text or the reference's correction around the first hit; null when the words stand elsewhere.</param>
/// <param name="Hits">The words of <paramref name="Text"/> and <paramref name="Passage"/> that were hit, as they stand there.</param>
internal sealed record SearchFound(
    SearchScope In, long? FlagId, long? ReferenceId, string Text, string? Title, string? Passage, IReadOnlyList<string> Hits,
    FlagReason? Reason, FlagState? State, Verdict? Verdict, string? Publisher, string? Url, DateTimeOffset At);

internal static class SearchEndpoints
{
    private const int Most = 100;

    private static readonly QueryKey[] Keys =
    [
        QueryKey.Free("q", "Words, with or without accents; every word must be there, quotation marks keep words together, the last word may go on.", new("các từ", "words"), _ => true),
        QueryKey.One<SearchScope>("in", "Where to look; everywhere unless said."),
    ];

    public static void MapSearch(this IEndpointRouteBuilder app)
    {
        app.MapGet("/search", async (HttpContext http, SearchReader search, IOptions<ReviewsOptions> options, string? q, string? after) =>
            Pages.Show<SearchPage>(await search.FindAsync(q, Vocabulary.Parse<SearchScope>(http.Request.Query["in"]), Cursor(after), options.Value.PageSize, http.RequestAborted)))
            .WithPageQuery([.. Keys, QueryKey.After(text => Cursor(text) is not null)]).RequireAuthorization(Policies.Desk).ExcludeFromDescription();

        app.MapApi("Search").MapGet("/search", ListAsync).WithName("Search").WithSummary("Search flags in every state and references, newest first")
            .WithDescription("Items that were never flagged are not searched.")
            .WithQuery([.. Keys, QueryKey.Cursor(text => Cursor(text) is not null), QueryKey.Limit(Most, "`Reviews:PageSize`")]);
    }

    private static async Task<Ok<SearchList>> ListAsync(HttpContext http, SearchReader search, IOptions<ReviewsOptions> options, string? q, string? cursor, int? limit)
    {
        var result = await search.FindAsync(q, Vocabulary.Parse<SearchScope>(http.Request.Query["in"]), Cursor(cursor), limit ?? options.Value.PageSize, http.RequestAborted);
        return TypedResults.Ok(new SearchList([.. result.Hits.Select(Found)], result.Next?.ToString(CultureInfo.InvariantCulture)));
    }

    private static SearchFound Found(SearchHit hit) => hit switch
    {
        SearchHit.OfFlag f => new SearchFound(f.Flag.State.IsSettled() ? SearchScope.Settled : SearchScope.Open, f.Flag.Id, null, f.Flag.Sentence, Text(f.Title), Text(f.Passage), Words(f.Sentence, f.Title, f.Passage), f.Flag.Reason, f.Flag.State, f.Flag.Verdict, null, null, f.Flag.FoundAt),
        SearchHit.OfReference r => new SearchFound(SearchScope.Reference, null, r.Reference.Id, r.Reference.Statement, null, Text(r.Passage), Words(r.Statement, r.Passage), null, null, null, r.Reference.Publisher, r.Reference.Url, r.Reference.AddedAt),
        _ => throw new InvalidOperationException("A hit is a flag or a reference."),
    };

    private static string? Text(IReadOnlyList<MarkedRun> runs) => runs.Count == 0 ? null : string.Concat(runs.Select(r => r.Text));

    private static string[] Words(params IReadOnlyList<MarkedRun>[] texts) => [.. texts.SelectMany(t => t).Where(r => r.IsHit).Select(r => r.Text).Distinct(StringComparer.Ordinal)];

    private static long? Cursor(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
