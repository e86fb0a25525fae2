using System.Globalization;
using InfoMonitor.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Briefings;

/// <param name="Content">Null when the date has no briefing.</param>
internal sealed record BriefingView(DateOnly Date, DateOnly Today, BriefingContent? Content);

/// <param name="At">Time of day, in the office's zone, at which a briefing is frozen.</param>
internal sealed record BriefingList(IReadOnlyList<BriefingContent> Briefings, TimeOnly At);

/// <param name="Next">Give it as <c>cursor</c> for older ones; null at the end.</param>
internal sealed record BriefingArchive(IReadOnlyList<BriefingContent> Briefings, string? Next);

/// <summary>Pages and API of the briefings.</summary>
internal static class BriefingsApi
{
    private const int Listed = 60;
    private const int Usual = 20;
    private const int Most = 60;

    public static void Map(WebApplication app)
    {
        var pages = app.MapGroup("/briefings").RequireAuthorization(Policies.Desk).ExcludeFromDescription();
        pages.MapGet("", async (BriefingComposer composer, IOptions<BriefingsOptions> options, CancellationToken cancellation) =>
            Pages.Show<BriefingsPage>(new BriefingList(await composer.ListAsync(Listed, before: null, cancellation), options.Value.At)));
        pages.MapGet("/{date}", async Task<IResult> (string date, BriefingComposer composer, BriefingDay day, IServiceProvider services, CancellationToken cancellation) =>
        {
            var (name, ending) = date.LastIndexOf('.') is > 0 and var dot ? (date[..dot], date[(dot + 1)..]) : (date, "");
            if (Read(name, day) is not { } wanted) return Pages.Error(StatusCodes.Status404NotFound);
            var content = await composer.GetAsync(wanted, cancellation);
            return (ending, content) switch
            {
                ("", _) => Pages.Show<BriefingPage>(new BriefingView(wanted, day.Today, content), content is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK),
                ("md", not null) => TypedResults.Text(BriefingMarkdown.Render(content, services.GetRequiredService<Ui>()), "text/markdown; charset=utf-8"),
                ("json", not null) => TypedResults.Json(content, BriefingJson.Options),
                _ => Pages.Error(StatusCodes.Status404NotFound),
            };
        });

        var api = app.MapApi("Briefings");
        api.MapGet("/briefings", async Task<JsonHttpResult<BriefingArchive>> (BriefingComposer composer, string? cursor, int? limit, CancellationToken cancellation) =>
            {
                var before = cursor is null ? null : Read(cursor);
                var size = limit ?? Usual;
                var found = await composer.ListAsync(size + 1, before, cancellation);
                return TypedResults.Json(new BriefingArchive([.. found.Take(size)], found.Count > size ? found[size - 1].Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null), BriefingJson.Options);
            })
            .Produces<BriefingArchive>().WithSummary("The frozen briefings, newest first").WithName("ListBriefings")
            .WithQuery(QueryKey.Cursor(text => Read(text) is not null), QueryKey.Limit(Most, Usual.ToString(CultureInfo.InvariantCulture)));
        api.MapGet("/briefings/{date}", async Task<Results<JsonHttpResult<BriefingContent>, ProblemHttpResult>> (string date, BriefingComposer composer, BriefingDay day, CancellationToken cancellation) =>
                Read(date, day) is not { } wanted ? Problems.Of(StatusCodes.Status400BadRequest, "date-unreadable", "Write the date as yyyy-MM-dd, or today.")
                : await composer.GetAsync(wanted, cancellation) is { } content ? TypedResults.Json(content, BriefingJson.Options)
                : Problems.Of(StatusCodes.Status404NotFound, "no-briefing", $"There is no briefing for {wanted:yyyy-MM-dd}. {BriefingTexts.WhyNone(wanted, day.Today).En}"))
            .Produces<BriefingContent>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("A day's briefing: frozen, or today's live draft").WithDescription("`date` is a calendar day of the office's zone (yyyy-MM-dd) or `today`.").WithName("GetBriefing");
    }

    private static DateOnly? Read(string date, BriefingDay day) => date == "today" ? day.Today : Read(date);

    private static DateOnly? Read(string date) => DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
}
