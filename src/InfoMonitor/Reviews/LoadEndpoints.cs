using InfoMonitor.Web;

namespace InfoMonitor.Reviews;

internal static class LoadEndpoints
{
    public static void MapLoad(this IEndpointRouteBuilder app)
    {
        app.MapGet("/load", async (HttpContext http, LoadReader load) => Pages.Show<LoadPage>(await load.ReadAsync(http.RequestAborted)))
            .RequireAuthorization(Policies.Desk).ExcludeFromDescription();
        app.MapApi("Workload").MapGet("/load", async (HttpContext http, LoadReader load) => TypedResults.Ok(await load.ReadAsync(http.RequestAborted)))
            .WithName("GetLoad").WithSummary("The desk's work by week: queued, settled, open, in time, by verdict")
            .WithDescription("Twelve weeks, Monday to Sunday in the office's zone. `ages` counts open flags up to 1, 3, 7, 30 days and over. `agreement` is that of the first two people on flags that take two, and on those that `Reviews:Recheck` chose by chance: Cohen's kappa, overall and of each verdict against the others. For the desk as a whole: nobody's work is counted by itself.");
    }
}
