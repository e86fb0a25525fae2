using System.Text.Json.Nodes;
using InfoMonitor.Commands;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Ingestion;
using InfoMonitor.Storage;
using InfoMonitor.Tests.Ingestion;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Tests.Commands;

public sealed class PromoteTests
{
    [TheoryWithModels, OnSqlite, OnPostgres]
    public async Task A_candidate_that_ran_in_shadow_judges_from_the_next_start_on_and_what_was_judged_before_replays(string provider)
    {
        await using var bench = await ReplayTests.CreateAsync(provider);
        var candidate = Candidates.MakeEager(bench.Folder);
        await bench.IngestAsync("bao-a", "1", "Tin xã", Bench.Prose(1));
        var (code, _, error) = await PromoteAsync(bench, candidate);
        (code, error.Contains("judged 0 items here, and 200 are needed", StringComparison.Ordinal)).ShouldBe((ExitCodes.Found, true), error);

        await using (var node = await bench.BuildAsync("--Ingestion:Shadow=" + candidate))
            await Bench.IngestAsync(node, await bench.AddPageAsync("bao-a", "2"), "bao-a", "2", Bench.Html("Tin khác", Bench.Prose(2)));
        (code, var output, error) = await PromoteAsync(bench, candidate);
        (code, error.Contains("judged 1 item here, and 200 are needed", StringComparison.Ordinal)).ShouldBe((ExitCodes.Found, true), error);
        await using (var more = bench.App.Database())
        {
            more.ScoreCounts.Add(new ScoreCount { Week = new DateOnly(2026, 1, 5), Model = Assessor.Load(candidate).ModelVersion, Shadow = true, Reason = ScoreCount.Any, Items = 199 });
            await more.SaveChangesAsync();
        }
        (code, output, error) = await PromoteAsync(bench, candidate);
        code.ShouldBe(ExitCodes.Ok, error);
        output.ShouldSatisfyAllConditions(o => o.ShouldContain("judged 200 items here in 2 weeks"), o => o.ShouldContain("They judge once the service is started again; until then it judges with the models "));
        (await PromoteAsync(bench, candidate)).Output.ShouldContain("live already");

        await using var next = await bench.BuildAsync();
        var assessor = next.Services.GetRequiredService<Assessor>();
        bench.Judge = assessor.Assess;
        await Bench.IngestAsync(next, await bench.AddPageAsync("bao-a", "3"), "bao-a", "3", Bench.Html("Tin nữa", Bench.Prose(3)));
        await using var db = next.Database();
        (await db.Flags.SingleAsync(f => f.Reason == FlagReason.Hate)).ShouldSatisfyAllConditions(f => f.ItemId.ShouldBe(3), f => f.ModelVersion.ShouldBe(assessor.ModelVersion));
        var items = await db.Items.OrderBy(i => i.Id).ToListAsync();
        items[2].Assessment.ModelVersion.ShouldNotBe(items[0].Assessment.ModelVersion);
        foreach (var item in items) (await Verbs.RunAsync(["assess", "--replay", $"{item.Id}", .. bench.Settings])).Code.ShouldBe(ExitCodes.Ok);
        (await db.AuditEntries.SingleAsync(e => e.Action == "model.promote")).ShouldSatisfyAllConditions(
            e => e.Before!.ShouldContain(items[0].Assessment.ModelVersion), e => e.After!.ShouldContain(items[2].Assessment.ModelVersion), e => e.After!.ShouldContain("\"despiteFew\":false"));

        (await Verbs.RunAsync("model", "info", "hate", "--json", "--home", bench.Folder)).Output.ShouldBe((await Verbs.RunAsync("model", "info", "hate", "--json", "--models", candidate)).Output, "what is asked is what judges");

        (await PromoteAsync(bench, Candidates.Shipped)).Code.ShouldBe(ExitCodes.Ok, "they were live before, so the way back is open however few they judged");
        await using var last = await bench.BuildAsync();
        last.Services.GetRequiredService<KeptModels>().Promoted.ShouldBeNull("then the configured folder is followed again");
        last.Services.GetRequiredService<LiveModels>().Folder.ShouldBe(Path.Combine(bench.Folder, "models"));
    }

    [TheoryWithModels, InlineData(false), InlineData(true)]
    public async Task A_candidate_whose_gate_failed_is_refused_even_when_forced(bool force)
    {
        await using var bench = await Bench.CreateAsync("Sqlite");
        var candidate = Candidates.Make(bench.Folder, "incitement", card => card["gate"]![0]!["found"]!["hits"] = 3);
        var (code, _, error) = await PromoteAsync(bench, candidate, force ? ["--despite-few"] : []);
        code.ShouldBe(ExitCodes.Found);
        error.ShouldContain("incitement: its gate failed on protected speech is not flagged");
        bench.App.Services.GetRequiredService<KeptModels>().Promoted.ShouldBeNull();
    }

    [TheoryWithModels, OnSqlite]
    public async Task An_unseen_one_is_promoted_when_forced_and_a_broken_one_never(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        var broken = Candidates.Make(bench.Folder, "topics", card => card["weights"] = "00", "broken");
        (await PromoteAsync(bench, broken, "--despite-few")).Code.ShouldBe(ExitCodes.Config);
        (await PromoteAsync(bench, Path.Combine(bench.Folder, "nowhere"))).Code.ShouldBe(ExitCodes.NoInput);
        var (code, output, _) = await PromoteAsync(bench, Candidates.Make(bench.Folder, "hate", card =>
        {
            card["outputs"]![0]!["threshold"] = 0.0;
            card["gateNotAsked"] = new JsonArray("labels of another office");
        }), "--despite-few");
        code.ShouldBe(ExitCodes.Ok, output);
        output.ShouldSatisfyAllConditions(o => o.ShouldContain("Their gate was not asked on labels of another office"), o => o.ShouldContain("though they judged no item here"), o => o.ShouldContain("once the service is started again"));

        await using var db = bench.App.Database();
        (await db.AuditEntries.SingleAsync(e => e.Action == "model.promote")).After!.ShouldContain("\"despiteFew\":true");
        var kept = bench.App.Services.GetRequiredService<KeptModels>();
        Directory.Delete(kept.Find(kept.Promoted!)!, recursive: true);
        await using var next = await bench.BuildAsync();
        Should.Throw<InvalidDataException>(() => next.Services.GetRequiredService<Assessor>()).Message.ShouldContain(kept.Promoted!);
    }

    [TheoryWithModels, OnSqlite]
    public async Task A_candidate_that_was_asked_less_than_the_live_models_is_refused_even_when_forced(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        var candidate = Candidates.Make(bench.Folder, "hate", card =>
        {
            foreach (var line in card["gate"]!.AsArray().Where(l => l!["on"]!.GetValue<string>().StartsWith("baomoi_news", StringComparison.Ordinal)).ToList()) card["gate"]!.AsArray().Remove(line);
        });
        var (code, _, error) = await PromoteAsync(bench, candidate, "--despite-few");
        code.ShouldBe(ExitCodes.Found);
        error.ShouldStartWith("Nothing was promoted: its gate was not asked on baomoi_news, that of the live models was.");
        bench.App.Services.GetRequiredService<KeptModels>().Promoted.ShouldBeNull();
    }

    [TheoryWithModels, OnSqlite]
    public async Task A_candidate_that_was_gated_without_a_reserve_is_refused_even_when_forced(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        var candidate = Candidates.Make(bench.Folder, "hate", card =>
        {
            foreach (var line in card["gate"]!.AsArray().Where(l => l!["on"]!.GetValue<string>() is var on && (on.StartsWith("reserve-identity", StringComparison.Ordinal) || on.StartsWith("reserve;", StringComparison.Ordinal))).ToList()) card["gate"]!.AsArray().Remove(line);
        });
        var (code, _, error) = await PromoteAsync(bench, candidate, "--despite-few");
        code.ShouldBe(ExitCodes.Found);
        error.ShouldStartWith("Nothing was promoted: its gate was not asked on reserve-protected, reserve-identity, that of the live models was.");
    }

    [TheoryWithModels, OnSqlite]
    public async Task A_card_edited_by_hand_is_refused_and_so_is_one_whose_seal_was_taken_out(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        var candidate = Candidates.Make(bench.Folder, "hate", card => card["outputs"]![0]!["threshold"] = 0.99999);
        var path = Path.Combine(candidate, "topics", "card.json");
        var card = JsonNode.Parse(await File.ReadAllTextAsync(path))!.AsObject();
        card["licence"] = "CC0";
        await File.WriteAllTextAsync(path, card.ToJsonString());
        var (code, _, error) = await Verbs.StartAsync(false, ["model", "promote", candidate, "--despite-few", .. bench.Settings]);
        (code, error.Contains($"{path} was changed since 'model train' wrote it", StringComparison.Ordinal)).ShouldBe((ExitCodes.Config, true), error);
        card.Remove("seal");
        await File.WriteAllTextAsync(path, card.ToJsonString());
        (code, _, error) = await PromoteAsync(bench, candidate, "--despite-few");
        (code, error.StartsWith("Nothing was promoted: the cards of topics hold no seal", StringComparison.Ordinal)).ShouldBe((ExitCodes.Found, true), error);
        CardSeal.Write(path);
        (await PromoteAsync(bench, candidate, "--despite-few")).Code.ShouldBe(ExitCodes.Ok);
    }

    [TheoryWithModels, OnSqlite, OnPostgres]
    public async Task Who_promoted_is_in_the_log_and_a_folder_of_the_home_is_found_from_anywhere(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        Candidates.MakeEager(bench.Folder);
        await bench.App.Accounts().AddAsync("dung", [Role.Operator], TestDesk.Password, null, default);
        await bench.App.Accounts().AddAsync("an", [Role.Analyst], TestDesk.Password, null, default);
        foreach (var nobody in new[] { "an", "ai-do" }) (await PromoteAsync(bench, "candidate", "--despite-few", "--by", nobody)).Code.ShouldBe(ExitCodes.Usage);
        var (code, _, error) = await PromoteAsync(bench, "candidate", "--despite-few", "--by", "dung");
        code.ShouldBe(ExitCodes.Ok, error);
        (await PromoteAsync(bench, "models", "--despite-few")).Code.ShouldBe(ExitCodes.Ok);
        await using var db = bench.App.Database();
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.Action == "model.promote").OrderBy(e => e.Sequence).ToListAsync();
        entries.Select(e => e.Actor).ShouldBe(["dung", "system"]);
        entries.ShouldAllBe(e => e.After!.Contains($"\"user\":\"{Environment.UserName}\"", StringComparison.Ordinal));

        (code, _, error) = await Verbs.StartAsync(false, ["model", "promote", "nowhere", .. bench.Settings]);
        code.ShouldBe(ExitCodes.NoInput);
        error.ShouldContain($"neither in {Directory.GetCurrentDirectory()} nor in {bench.Folder}");
    }

    [TheoryWithModels, InlineData("its card holds no gate", true), InlineData("its gate failed on protected speech is not flagged", false)]
    public async Task Models_that_did_not_pass_their_gate_judge_nothing(string why, bool empty)
    {
        await using var bench = await Bench.CreateAsync("Sqlite");
        var models = Candidates.Make(bench.Folder, "hate", card =>
        {
            if (empty) card["gate"] = new JsonArray();
            else card["gate"]![0]!["found"]!["hits"] = 3;
        });
        var text = Path.Combine(bench.Folder, "texts.jsonl");
        await File.WriteAllTextAsync(text, """{"id": 1, "text": "Xã họp dân."}""");
        foreach (var (code, _, error) in new[] { await Verbs.StartAsync(terminal: false, ["run", .. bench.Settings, "--Ingestion:Models=" + models]), await Verbs.StartAsync(terminal: false, "assess", "--batch", text, "--models", models),
            await Verbs.RunAsync(["config", "check", .. bench.Settings, "--Ingestion:Models=" + models]) })
        {
            code.ShouldBe(ExitCodes.Config, error);
            error.ShouldSatisfyAllConditions(e => e.ShouldContain($"hate: {why}"), e => e.ShouldContain("infomonitor model train"), e => e.ShouldNotContain("   at "));
        }
    }

    private static Task<(int Code, string Output, string Error)> PromoteAsync(Bench bench, string folder, params string[] more) => Verbs.RunAsync(["model", "promote", folder, .. more, .. bench.Settings]);
}
