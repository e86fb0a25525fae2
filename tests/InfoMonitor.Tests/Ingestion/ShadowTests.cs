using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Ingestion;
using InfoMonitor.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InfoMonitor.Tests.Ingestion;

public sealed class ShadowTests
{
    private const string Exposing = "Cháu bé bị xâm hại là T.H., con bà S., học lớp 5A trường tiểu học Sông Lá.";

    [TheoryWithModels, OnSqlite, OnPostgres]
    public async Task A_candidate_flags_nothing_and_is_counted_beside_the_live_models(string provider)
    {
        await using var bench = await ReplayTests.CreateAsync(provider);
        await using var node = await bench.BuildAsync("--Ingestion:Shadow=" + Candidates.MakeEager(bench.Folder));
        (await IngestAsync(bench, node, "bao-a", 1, Bench.Prose(1))).ShouldBe(PageOutcome.Stored);
        (await IngestAsync(bench, node, "bao-b", 2, Bench.Prose(1))).ShouldBe(PageOutcome.Copy, "a copy is an item too");
        (await IngestAsync(bench, node, "bao-b", 3, Bench.Prose(3))).ShouldBe(PageOutcome.Stored);

        await using var db = node.Database();
        (await db.Flags.CountAsync()).ShouldBe(0);
        var live = (await db.Items.OrderBy(i => i.Id).FirstAsync()).Assessment;
        var hate = await db.ScoreCounts.Where(c => c.Reason == "hate").ToListAsync();
        hate.Where(c => !c.Shadow).Sum(c => c.Items).ShouldBe(3);
        hate.Where(c => !c.Shadow).Sum(c => c.Flagged + c.Over + c.Alone + c.Missed).ShouldBe(0);
        hate.Where(c => !c.Shadow).ShouldAllBe(c => c.Model == live.ModelVersion && c.Week == new DateOnly(2026, 11, 23));
        hate.ShouldContain(c => !c.Shadow && c.Ownership == Ownership.Independent && c.Bin == ScoreBins.Of(live.Scores[FlagReason.Hate]));
        hate.Where(c => c.Shadow).ShouldAllBe(c => c.Model != live.ModelVersion && c.Alone == c.Items && c.Flagged == c.Items && c.Over == c.Items && c.Missed == 0);
        hate.Where(c => c.Shadow).Sum(c => c.Items).ShouldBe(3);
        (await db.ScoreCounts.Where(c => c.Reason == ScoreCount.Any && c.Shadow && c.Ownership == Ownership.State).Select(c => c.Flagged).SingleAsync()).ShouldBe(2);
        (await db.ShadowDifferences.ToListAsync()).ShouldSatisfyAllConditions(
            d => d.Count.ShouldBe(3), d => d.ShouldAllBe(one => one.Flags && one.Reason == FlagReason.Hate), d => d[0].LiveScore.ShouldBe(live.Scores[FlagReason.Hate]), d => d[0].Score.ShouldBe(d[0].LiveScore));
        Directory.GetDirectories(Path.Combine(bench.Folder, "data", "models")).Length.ShouldBe(2, "the candidate is kept too");
    }

    [TheoryWithModels, OnSqlite, OnPostgres]
    public async Task Both_judge_the_text_as_it_was_read_before_it_is_redacted(string provider)
    {
        await using var bench = await ReplayTests.CreateAsync(provider);
        await using var node = await bench.BuildAsync("--Ingestion:Shadow=" + Candidates.Make(bench.Folder, "hate", card => card["purpose"] = "another"));
        await IngestAsync(bench, node, "bao-a", 1, $"{Bench.Prose(2)}\n{Exposing}");
        await using var db = node.Database();
        (await db.ScoreCounts.Where(c => c.Reason == "victim-exposure").ToListAsync()).ShouldSatisfyAllConditions(
            c => c.Count.ShouldBe(2), c => c.ShouldAllBe(one => one.Flagged == 1), c => c.Select(one => one.Bin).Distinct().Count().ShouldBe(1));
        (await db.ShadowDifferences.CountAsync()).ShouldBe(0);
    }

    [TheoryWithModels, InlineData("nowhere"), InlineData("broken"), InlineData("live")]
    public async Task A_candidate_that_cannot_be_used_is_told_and_stops_nothing(string which)
    {
        await using var bench = await ReplayTests.CreateAsync("Sqlite");
        var folder = which switch
        {
            "nowhere" => Path.Combine(bench.Folder, "nowhere"),
            "broken" => Candidates.Make(bench.Folder, "hate", card => card["weights"] = "00"),
            _ => Candidates.Shipped,
        };
        using var log = new LogLines();
        await using var node = await bench.BuildAsync("--Ingestion:Shadow=" + folder);
        node.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        (await IngestAsync(bench, node, "bao-a", 1, Bench.Prose(1))).ShouldBe(PageOutcome.Stored);
        node.Services.GetRequiredService<Shadow>().IsRunning.ShouldBeFalse();
        log.Written.ShouldContain(line => line.StartsWith("No candidate models run in shadow", StringComparison.Ordinal) && line.Contains(folder, StringComparison.Ordinal));
        await using var db = node.Database();
        (await db.ScoreCounts.CountAsync(c => c.Shadow)).ShouldBe(0);
        (await db.ScoreCounts.CountAsync(c => !c.Shadow)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_quantile_of_bins_lies_where_that_share_of_the_scores_does()
    {
        var scores = Enumerable.Range(1, 20_000).Select(i => Math.Pow(i / 20_001.0, 3)).ToArray();
        var bins = scores.GroupBy(ScoreBins.Of).ToDictionary(g => g.Key, g => (long)g.Count());
        foreach (var share in new[] { 0.05, 0.5, 0.95 })
        {
            double exact = scores[(int)(share * 20_000)], found = ScoreBins.Quantile(bins, share)!.Value;
            Math.Abs(Math.Log(found / (1 - found)) - Math.Log(exact / (1 - exact))).ShouldBeLessThan(0.1, $"{share}: {found} for {exact}");
        }
        ScoreBins.Quantile(new Dictionary<int, long>(), 0.5).ShouldBeNull();
        (ScoreBins.Of(0), ScoreBins.Of(1)).ShouldBe((ScoreBins.Least, ScoreBins.Greatest));
    }

    private static async Task<PageOutcome> IngestAsync(Bench bench, WebApplication node, string source, int path, string text)
    {
        var name = path.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return await Bench.IngestAsync(node, await bench.AddPageAsync(source, name), source, name, Bench.Html("Tin xã", text));
    }
}
