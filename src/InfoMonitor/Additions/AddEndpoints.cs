using InfoMonitor.Content.Classification;
using InfoMonitor.Web;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Additions;

/// <summary>What the page shows.</summary>
/// <param name="Within">How long a page may take.</param>
/// <param name="Url">As it was typed; so are the others.</param>
internal sealed record AddView(TimeSpan Within, Look? Look = null, Taking.Refused? Refused = null, string? Url = null, string? Text = null, string? Note = null, string? Claim = null, FlagReason? Reason = null);

/// <summary>The page <c>/add</c>: look first, then queue.</summary>
internal static class AddEndpoints
{
    public static void MapAdd(this IEndpointRouteBuilder app)
    {
        var add = app.MapGroup("/add").RequireAuthorization(Policies.Analyst).ExcludeFromDescription();
        add.MapGet("", (IOptions<AdditionsOptions> options) => Pages.Show<AddPage>(new AddView(options.Value.Within)));

        add.MapPost("", async (HttpContext http, IFormCollection form, Adder adder, IOptions<AdditionsOptions> options) =>
        {
            var (url, text) = (form["url"].ToString(), form["text"].ToString());
            var addition = await adder.LookAsync(url, text, http.RequestAborted);
            return Pages.Show<AddPage>(new AddView(options.Value.Within, addition.Look, addition.Refused, url, text), addition.Refused is { Why: var why } ? AdditionsApi.StatusOf(why) : StatusCodes.Status200OK);
        });

        add.MapPost("/queue", async (HttpContext http, IFormCollection form, Adder adder, Ui ui, IOptions<AdditionsOptions> options) =>
        {
            var (note, claim, reason) = (form["note"].ToString(), form["claim"].ToString(), Vocabulary.Parse<FlagReason>(form["reason"]));
            var addition = await adder.QueueAsync(form["draft"], reason, claim, note, ui.Person!.Name, http.RequestAborted);
            return addition.End is { } end
                ? Pages.Recorded(http, $"/flags/{end.FlagId}")
                : Pages.Show<AddPage>(new AddView(options.Value.Within, addition.Look, addition.Refused, Note: note, Claim: claim, Reason: reason), AdditionsApi.StatusOf(addition.Refused!.Why));
        });
    }
}
