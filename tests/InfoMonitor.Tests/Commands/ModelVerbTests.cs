using System.Text.Json;
using InfoMonitor.Commands;
using InfoMonitor.Content.Classification;
using InfoMonitor.Tests.Ingestion;
using InfoMonitor.Tests.Support;

namespace InfoMonitor.Tests.Commands;

/// <summary>How the desk's labels become a new model, as an operator does it.</summary>
public sealed class ModelVerbTests : IDisposable
{
    private static readonly string Models = Path.Combine(TestHome.Repository, "models");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("infomonitor-models-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory, OnSqlite, OnPostgres]
    public async Task Accepted_labels_are_exported_in_the_form_of_the_rows_with_their_use_and_nothing_of_people(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider, ("cắt bảo hiểm", FlagReason.UnverifiedClaim));
        await bench.IngestAsync("bao-a", "1", "Tin", Bench.Prose(80) + "\nÔng Lê Văn Bảy kêu bị cắt bảo hiểm y tế.");
        var (code, output, error) = await Verbs.RunAsync(["model", "export-labels", .. bench.Settings]);
        (code, output).ShouldBe((ExitCodes.Ok, ""));
        error.ShouldContain("No label has been accepted yet");

        await bench.ProposeAsync();
        (code, output, error) = await Verbs.RunAsync(["model", "export-labels", .. bench.Settings]);
        (code, error).ShouldBe((ExitCodes.Ok, ""));
        var line = Verbs.Lines(output).ShouldHaveSingleItem();
        line.EnumerateObject().Select(p => p.Name).ShouldBe(["use", "id", "language", "class", "text"]);
        (line.GetProperty("use").GetString(), line.GetProperty("class").GetString(), line.GetProperty("text").GetString()).ShouldBe(("gate", "complaint", "Ông L.V.B. kêu bị cắt bảo hiểm y tế."));

        var file = Path.Combine(folder.FullName, "labels.jsonl");
        (code, output, _) = await Verbs.RunAsync(["model", "export-labels", "--out", file, .. bench.Settings]);
        (code, output).ShouldBe((ExitCodes.Ok, $"1 label written: {file}\n"));
        Directory.GetFiles(folder.FullName).ShouldBe([file]);
        await File.WriteAllTextAsync(file, "of last month");
        (code, output, error) = await Verbs.RunAsync(["model", "export-labels", "--out", file, .. bench.Settings]);
        (code, output, await File.ReadAllTextAsync(file)).ShouldBe((ExitCodes.CannotCreate, "", "of last month"));
        error.ShouldStartWith($"{file} is there already");
        (code, _, error) = await Verbs.RunAsync(["model", "export-labels", "--out", Path.Combine(file, "x.jsonl"), .. bench.Settings]);
        code.ShouldBe(ExitCodes.CannotCreate);
        error.ShouldContain("Name another file with --out.");
    }

    [Fact]
    public async Task A_wrong_labels_file_stops_training_before_it_begins()
    {
        var file = Path.Combine(folder.FullName, "labels.jsonl");
        await File.WriteAllTextAsync(file, """{"use":"training","id":"desk-1","language":"vi","class":"complaint","text":"Đi bốn lần chưa xong."}""");
        var (code, output, error) = await Verbs.RunAsync("model", "train", "--only", "claims", "--with-labels", file, "--models", Models, "--out", Path.Combine(folder.FullName, "new"));
        (code, output).ShouldBe((ExitCodes.Found, ""));
        error.ShouldBe($"{file}:1: use: protected speech is never trained on: the gate would prove nothing. Write gate, or take the line out.\n1 error: no label was taken. Mend the file and try again.\n");
        (await Verbs.StartAsync(false, "model", "train", "--with-labels", file + "l", "--models", Models, "--out", Path.Combine(folder.FullName, "new"))).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(ExitCodes.NoInput), r => r.Error.ShouldContain("infomonitor model export-labels --out"));
    }

    [Fact]
    public async Task What_learns_from_labels_is_a_candidate_and_never_written_over_the_models_that_stand()
    {
        var models = Candidates.Make(folder.FullName, "claims", _ => { }, "models");
        Directory.CreateDirectory(Path.Combine(models, "data"));
        var file = Path.Combine(folder.FullName, "labels.jsonl");
        await File.WriteAllTextAsync(file, """{"use":"gate","id":"desk-1","language":"vi","class":"complaint","text":"Đi bốn lần chưa xong."}""");
        var (code, output, error) = await Verbs.StartAsync(false, "model", "train", "--only", "claims", "--with-labels", file, "--models", models);
        (code, output).ShouldBe((ExitCodes.Usage, ""));
        error.ShouldStartWith("--with-labels wants --out DIR");
    }

    [Fact]
    public async Task Missing_rows_and_a_model_without_its_own_stop_training_before_it_begins_and_an_empty_labels_file_is_told()
    {
        var models = Candidates.Make(folder.FullName, "claims", _ => { }, "models");
        var rows = Directory.CreateDirectory(Path.Combine(models, "data")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Models, "data"), "*.jsonl")) File.Copy(file, Path.Combine(rows, Path.GetFileName(file)));
        var (ordinary, harm, labels, candidate) = (Path.Combine(rows, "ordinary.jsonl"), Path.Combine(rows, "harm.jsonl"), Path.Combine(folder.FullName, "labels.jsonl"), Path.Combine(folder.FullName, "new"));
        await File.WriteAllTextAsync(labels, "");
        await File.WriteAllTextAsync(harm, "");
        var (code, output, error) = await Verbs.StartAsync(false, "model", "train", "--models", models, "--with-labels", labels, "--out", candidate);
        (code, output).ShouldBe((ExitCodes.Config, ""));
        error.ShouldSatisfyAllConditions(
            e => e.ShouldStartWith($"{labels} holds no label: the models are made and gated as without it."), e => e.ShouldContain("\nhate: no row in vi or en is of 'hate'"), e => e.ShouldNotContain(" s  "), e => e.ShouldNotContain("   at "));
        File.Delete(ordinary);
        (code, output, error) = await Verbs.StartAsync(false, "model", "train", "--models", models, "--out", candidate);
        (code, output, error).ShouldBe((ExitCodes.NoInput, "", $"There is no file {ordinary}. Restore it; to go on without its rows, let it be empty.\n"));
        Directory.Exists(candidate).ShouldBeFalse();
    }

    [Theory, InlineData("train", "which must be new or empty"), InlineData("promote", "--by"), InlineData("promote", "--demo"), InlineData("export-labels", "--demo")]
    public async Task The_help_of_a_verb_of_models_tells_its_options(string verb, string told)
    {
        var (code, output, _) = await Verbs.RunAsync("model", verb, "--help");
        code.ShouldBe(ExitCodes.Ok);
        string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldContain(told);
    }

    [Fact]
    public async Task A_candidate_is_not_written_over_what_is_there()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "kept.txt"), "kept");
        var (code, _, error) = await Verbs.RunAsync("model", "train", "--only", "claims", "--models", Models, "--out", folder.FullName);
        code.ShouldBe(ExitCodes.CannotCreate);
        error.ShouldContain("Name a new folder with --out.");
    }

    [Fact]
    public async Task A_folder_without_any_licensed_set_is_refused_like_a_missing_one()
    {
        var empty = folder.CreateSubdirectory("sets").FullName;
        var (code, output, error) = await Verbs.StartAsync(false, "model", "train", "--only", "claims", "--data", empty, "--models", Path.Combine(folder.FullName, "none"));
        (code, output).ShouldBe((ExitCodes.NoInput, ""));
        error.ShouldContain($"{empty} holds none of the licensed sets: there is no folder safesense, hatecheck_en, vfnd in it.");

        foreach (string[] verb in new string[][] { ["evaluate", "--models", Models], ["compare", Models, Models] })
        {
            (code, output, error) = await Verbs.StartAsync(false, ["model", .. verb, "--data", empty]);
            (code, output).ShouldBe((ExitCodes.NoInput, ""));
            error.ShouldContain($"{empty} holds none of the licensed sets: there is no folder safesense, hatecheck_en, vfnd, dantri_news, baomoi_news, unified_hate_vi in it.");
        }
    }

    [Fact]
    public async Task Where_a_candidate_cannot_be_written_is_found_before_the_training()
    {
        var file = Path.Combine(folder.FullName, "file");
        await File.WriteAllTextAsync(file, "");
        var (code, output, error) = await Verbs.RunAsync("model", "train", "--only", "claims", "--models", Models, "--out", Path.Combine(file, "candidate"));
        (code, output).ShouldBe((ExitCodes.CannotCreate, ""));
        error.ShouldSatisfyAllConditions(e => e.ShouldContain("Name another folder with --out."), e => e.ShouldNotContain(" s  "));
    }

    [Fact]
    public async Task Where_a_line_of_the_gate_fails_no_model_is_written_and_no_candidate_made()
    {
        var models = Candidates.Make(folder.FullName, "exploitation-lure", _ => { }, "models");
        var rows = Directory.CreateDirectory(Path.Combine(models, "data")).FullName;
        foreach (var (name, which) in new[] { ("harm.jsonl", "exploitation-lure"), ("protected.jsonl", "complaint"), ("ordinary.jsonl", "") })
            await File.WriteAllLinesAsync(Path.Combine(rows, name), File.ReadLines(Path.Combine(Models, "data", name)).Where(l => l.Contains(which, StringComparison.Ordinal)));
        foreach (var file in new[] { "claims", "topics", "corrections", "reserve-protected", "reserve-harm", "reserve-identity" }) await File.WriteAllTextAsync(Path.Combine(rows, file + ".jsonl"), "");
        var labels = Path.Combine(folder.FullName, "labels.jsonl");
        await File.WriteAllTextAsync(labels, JsonSerializer.Serialize(new { use = "gate", id = "desk-1", language = "vi", @class = "satire", text = "Cần vài bạn trẻ qua bên kia biên giới làm việc nhẹ lương cao, bao giấy tờ, giữ hộ chiếu giùm, nhắn riêng cho chị." }));
        var (card, candidate) = (Path.Combine(models, "exploitation-lure", "card.json"), Path.Combine(folder.FullName, "candidate"));
        var before = await File.ReadAllTextAsync(card);

        var (code, output, _) = await Verbs.RunAsync("model", "train", "--only", "exploitation-lure", "--models", models, "--with-labels", labels, "--out", candidate);
        code.ShouldBe(ExitCodes.Found);
        output.ShouldEndWith($": no model was written, and no candidate made in {candidate}.\n");
        Directory.Exists(candidate).ShouldBeFalse();
        var reserve = Path.Combine(rows, "reserve-protected.jsonl");
        await File.WriteAllTextAsync(reserve, JsonSerializer.Serialize(new { id = "reserve-1", language = "vi", @class = "satire", text = "Cần vài bạn trẻ qua bên kia biên giới làm việc nhẹ lương cao, bao giấy tờ, giữ hộ chiếu giùm, nhắn riêng cho chị." }));
        (code, output, _) = await Verbs.RunAsync("model", "train", "--only", "exploitation-lure", "--models", models);
        code.ShouldBe(ExitCodes.Found, output);
        output.ShouldEndWith($": no model was written, those in {models} are as before.\n");
        (await File.ReadAllTextAsync(card)).ShouldBe(before);
        await File.WriteAllTextAsync(reserve, "");

        var data = folder.CreateSubdirectory("sets").FullName;
        Directory.CreateDirectory(Path.Combine(data, "vfnd"));
        await File.WriteAllTextAsync(Path.Combine(data, "vfnd", "vfnd.jsonl"), "");
        await File.WriteAllTextAsync(labels, """{"use":"gate","id":"desk-2","language":"vi","class":"complaint","text":"Đi bốn lần chưa xong."}""");
        (code, output, _) = await Verbs.RunAsync("model", "train", "--only", "exploitation-lure", "--models", models, "--out", candidate, "--data", data, "--with-labels", labels);
        code.ShouldBe(ExitCodes.Ok, output);
        output.ShouldSatisfyAllConditions(
            o => o.ShouldContain("  not asked: hatecheck_en, dantri_news, baomoi_news: name the folder that holds them with --data DIR; reserve-protected, reserve-harm, reserve-identity: no row in models/data; restore or write some\n"),
            o => o.ShouldEndWith($"compare it with: infomonitor model compare {models} {candidate} --data {data} --with-labels {labels}\n"));
        LinearModel.ReadCard(Path.Combine(candidate, "exploitation-lure", "card.json")).GateNotAsked.ShouldBe(["hatecheck_en", "dantri_news", "baomoi_news", "reserve-protected", "reserve-harm", "reserve-identity"]);
        foreach (var made in Directory.EnumerateFiles(candidate, "card.json", SearchOption.AllDirectories)) LinearModel.ReadCard(made).Seal.ShouldNotBeNull(made);
        Directory.GetDirectories(candidate).Length.ShouldBe(Directory.GetDirectories(models).Length - 1, "the others are copied, the rows are not");
    }

    [Fact]
    public async Task An_evaluation_tells_every_figure_with_its_interval_and_without_a_reserve_it_fails()
    {
        var models = Candidates.Make(folder.FullName, "hate", _ => { }, "models");
        var (code, _, error) = await Verbs.StartAsync(false, "model", "evaluate", "--models", models, "--home", folder.CreateSubdirectory("empty").FullName);
        code.ShouldBe(ExitCodes.Config);
        error.ShouldStartWith($"There is no reserve in {Path.Combine(folder.FullName, "empty", "models", "data")}: nothing to measure on.");
        File.Exists(Path.Combine(models, "evaluation.json")).ShouldBeFalse();

        // A file of the reserve that is missing is told by both verbs, before anything is measured.
        var home = folder.CreateSubdirectory("home").FullName;
        var rows = Directory.CreateDirectory(Path.Combine(home, "models", "data")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Models, "data"), "reserve-*.jsonl")) File.Copy(file, Path.Combine(rows, Path.GetFileName(file)));
        foreach (var file in new[] { "reserve-corrections.jsonl", "reserve-identity.jsonl" })
        {
            File.Delete(Path.Combine(rows, file));
            foreach (string[] verb in new string[][] { ["evaluate", "--models", models], ["compare", models, models] })
                (await Verbs.StartAsync(false, ["model", .. verb, "--home", home])).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(ExitCodes.NoInput), r => r.Error.ShouldStartWith($"There is no file {Path.Combine(rows, file)}. Restore it"));
            File.Copy(Path.Combine(Models, "data", file), Path.Combine(rows, file));
        }
        await File.AppendAllTextAsync(Path.Combine(rows, "reserve-harm.jsonl"), """{"id":"1","language":"vi","reason":"rude","text":"Câu."}""");
        (await Verbs.StartAsync(false, "model", "evaluate", "--models", models, "--home", home)).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(ExitCodes.Config), r => r.Error.ShouldStartWith($"{Path.Combine(rows, "reserve-harm.jsonl")}:121: reason: 'rude' cannot stand here. Write one of "));

        // A candidate has no rows: those of the home folder measure it.
        (code, var output, error) = await Verbs.RunAsync("model", "evaluate", "--models", models, "--home", TestHome.Repository);
        code.ShouldBe(ExitCodes.Ok, error);
        output.ShouldSatisfyAllConditions(o => o.ShouldContain("\ncorrections: "), o => o.ShouldContain("debunks not queued, reserve, corrections (100 rows)"), o => o.ShouldContain("F1, reserve, vi, without accents"));
        var lines = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(models, "evaluation.json"))).RootElement.GetProperty("benchmarks").EnumerateArray().ToList();
        lines.Count.ShouldBeGreaterThan(80);
        lines.ShouldAllBe(l => l.GetProperty("low").GetDouble() <= l.GetProperty("value").GetDouble() && l.GetProperty("value").GetDouble() <= l.GetProperty("high").GetDouble() && l.GetProperty("low").GetDouble() < l.GetProperty("high").GetDouble());
    }

    [Fact]
    public async Task Two_sets_of_models_are_compared_line_by_line_and_a_label_that_the_candidate_flags_fails_it()
    {
        var (code, output, error) = await Verbs.StartAsync(false, "model", "compare", "models", "modles", "--home", TestHome.Repository);
        (code, output).ShouldBe((ExitCodes.NoInput, ""));
        error.ShouldContain($"There is no folder modles, neither in {Directory.GetCurrentDirectory()} nor in {TestHome.Repository}. ");

        (code, output, _) = await Verbs.RunAsync("model", "compare", "models", Models, "--home", TestHome.Repository);
        code.ShouldBe(ExitCodes.Ok);
        output.ShouldContain("They are the same models.");
        output.Split('\n')[^2].ShouldBe("B holds every line of the gate that was asked (not asked: hatecheck_en, dantri_news, baomoi_news: name the folder that holds them with --data DIR; labels of the desk: --with-labels FILE); better than A on no line; worse on no line, and in no figure.");

        // What the models flag surely, put into the gate: so a row of the reserve's harm.
        var harm = File.ReadLines(Path.Combine(Models, "data", "reserve-harm.jsonl")).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!).First(t => t.Contains("đuổi", StringComparison.Ordinal));
        var file = Path.Combine(folder.FullName, "labels.jsonl");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { use = "gate", id = "desk-1", language = "vi", @class = "satire", text = harm }));
        (code, output, _) = await Verbs.RunAsync("model", "compare", Models, Models, "--with-labels", file, "--json");
        code.ShouldBe(ExitCodes.Found);
        var compared = JsonDocument.Parse(output).RootElement;
        compared.GetProperty("holds").GetBoolean().ShouldBeFalse();
        compared.GetProperty("notAsked").EnumerateArray().Select(s => s.GetString()).ShouldBe(["hatecheck_en", "dantri_news", "baomoi_news"]);
        var worse = Candidates.Make(folder.FullName, "topics", card => card["outputs"]![0]!["calibration"]!["areaUnderCurve"] = 0.1);
        await File.WriteAllTextAsync(file, "\n");
        (code, output, error) = await Verbs.RunAsync("model", "compare", Models, worse, "--home", TestHome.Repository, "--with-labels", file);
        code.ShouldBe(ExitCodes.Ok, error);
        error.ShouldStartWith($"{file} holds no label: ");
        output.Split('\n')[^2].ShouldSatisfyAllConditions(
            o => o.ShouldContain("; labels of the desk: --with-labels FILE)", Case.Sensitive, "an empty file asks nothing"), o => o.ShouldContain("worse on no line, and in 1 figure (topics: ROC AUC, held-out rows, mean of the outputs, 0."));
        compared.GetProperty("lines").EnumerateArray().Count(l => l.GetProperty("on").GetString() == "labels of the desk" && !l.GetProperty("passedB").GetBoolean()).ShouldBeInRange(1, 2);
    }
}
