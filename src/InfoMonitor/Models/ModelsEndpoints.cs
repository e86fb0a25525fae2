using InfoMonitor.Content.Classification;
using InfoMonitor.Web;

namespace InfoMonitor.Models;

/// <summary>The page and its part of the API.</summary>
internal static class ModelsEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/models", async (ModelsReader models, CancellationToken cancellation) => Pages.Show<ModelsPage>(await models.ReadAsync(cancellation)))
            .RequireAuthorization(Policies.Measurer).ExcludeFromDescription();
        app.MapApi("Models").MapGet("/models", async (ModelsReader models, CancellationToken cancellation) => TypedResults.Ok(Of(await models.ReadAsync(cancellation))))
            .RequireAuthorization(Policies.Measurer).ProducesProblem(StatusCodes.Status403Forbidden)
            .WithName("GetModels").WithSummary("How the models fare: flag rates and scores by week, drift, the candidate in shadow, rates by kind and ownership of source")
            .WithDescription("Twelve weeks, Monday to Sunday in the office's zone, of items read from pages, each as it was first read. `drift.state` is departs where the 99.9 % interval of the difference of the flagged shares leaves 0 out or the population stability index of the scores reaches 0.25, against the eight weeks before under the same models; too-few below 200 items. `shadow…` counts what the candidate of `Ingestion:Shadow` would have flagged; `bothFlaggedLive` what the live models flagged of the same `shadowItems`, for `items` and `flagged` count those too that the candidate did not judge. Shares have a 95 % interval (Wilson). `promoted` is true where the live set was promoted, `next` the version that judges once the service is started again, null where that is the same. `differences` are the latest items of which the candidate says something else; they are no flags; `address` is where the publisher has it, null where that may name who is exposed.");
    }

    private static ModelsAnswer Of(ModelsView view) => new(
        view.At, Of(view.Live), view.Promoted, view.Next, view.Candidate is { } candidate ? Of(candidate) : null, view.CandidateItems,
        [.. view.Reasons.Select(r => new ReasonAnswer(
            r.Reason.Word(), r.Card?.Weights, r.Threshold, r.Card?.KnownFailures ?? [], r.Weeks,
            new DriftAnswer(r.Drift.State.Word(), r.Drift.Week, r.Drift.Now, r.Drift.Before, r.Drift.Stability, r.Drift.SharesDiffer)))],
        view.Kinds.ToDictionary(k => k.Of.Word(), k => k.Rates, StringComparer.Ordinal), view.Ownerships.ToDictionary(o => o.Of.Word(), o => o.Rates, StringComparer.Ordinal),
        [.. view.Differences.Select(d => new DifferenceAnswer(d.ItemId, d.Reason.Word(), d.Flags, d.Score, d.LiveScore, d.FlagId, d.Address))]);

    private static SetAnswer Of(SetView set) => new(set.Version, set.Fault);

    internal sealed record ModelsAnswer(
        DateTimeOffset At, SetAnswer Live, bool Promoted, string? Next, SetAnswer? Candidate, long CandidateItems, IReadOnlyList<ReasonAnswer> Reasons,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, Proportion>> Kinds, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Proportion>> Ownerships, IReadOnlyList<DifferenceAnswer> Differences);

    internal sealed record SetAnswer(string? Version, string? Fault);

    internal sealed record ReasonAnswer(string Reason, string? Weights, double? Threshold, IReadOnlyList<string> KnownFailures, IReadOnlyList<WeekView> Weeks, DriftAnswer Drift);

    internal sealed record DriftAnswer(string State, DateOnly Week, Proportion Now, Proportion Before, double? Stability, bool SharesDiffer);

    internal sealed record DifferenceAnswer(long Item, string Reason, bool Flags, double? Score, double? LiveScore, long? Flag, string? Address);
}
