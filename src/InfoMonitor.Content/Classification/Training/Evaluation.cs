using System.Text.Json;
using System.Text.Json.Nodes;
using InfoMonitor.Content.Matching;
using InfoMonitor.Content.Matching.Training;

namespace InfoMonitor.Content.Classification.Training;

/// <param name="Version">Of the set, content hash.</param>
/// <param name="Losses">The rows that cost the gate, and those that cost the other figures of the reserve.</param>
internal sealed record Evaluated(string Version, GateResult Gate, IReadOnlyList<BenchmarkLine> Benchmarks, IReadOnlyList<string> Losses);

/// <summary>Measures the models as they stand: the gate, the reserve, and sets that are never trained on.</summary>
internal static class Evaluation
{
    /// <param name="own">The folder of rows (<c>models/data</c>).</param>
    /// <param name="data">Folder of the licensed sets, probes and benchmarks; null to do without.</param>
    public static Evaluated Run(string models, string own, string? data)
    {
        var (speech, harm) = RowReader.Reserve(own);
        var (mentions, press, references) = (Gate.Mentions(own, data), data is null ? [] : Gate.Press(data), CorrectionReserve.References(own));
        if (data is not null) _ = Unified(data);   // a wrong row is told before the minutes of measuring
        var (assessor, set) = (Assessor.Load(models), ModelSet.Load(models));
        var gate = Gate.Check(assessor, speech, harm, mentions, press, [], references: references);
        var (spelt, losses) = Spellings.Measure(assessor, speech, harm);
        var corrections = CorrectionReserve.Ask(assessor, own);
        return new Evaluated(
            assessor.ModelVersion, gate, [.. Classes(set, speech, harm), .. spelt, .. CorrectionReserve.Lines(corrections), .. data is null ? [] : Benchmarks(set, assessor, data)],
            [.. gate.Losses, .. losses, .. corrections.Where(c => !c.Right).Select(c => $"not so, {c.Figure}: {c.Says}")]);
    }

    /// <summary>Writes <c>evaluation.json</c> beside the models.</summary>
    public static void Keep(string models, Evaluated evaluated)
    {
        var path = Path.Combine(models, "evaluation.json");
        var measured = JsonSerializer.SerializeToNode(new { modelVersion = evaluated.Version, gate = evaluated.Gate.Lines.Select(l => new { model = l.Model, line = l.Line }), evaluated.Benchmarks }, ModelCard.Json)!.AsObject();
        if (File.Exists(path) && Earlier(path) is { } earlier && earlier["modelVersion"]?.ToString() == evaluated.Version)
        {
            AddMissing(measured["gate"]!.AsArray(), earlier["gate"], one => $"{one["model"]} {one["line"]?["rule"]} {one["line"]?["on"]}");
            AddMissing(measured["benchmarks"]!.AsArray(), earlier["benchmarks"], one => $"{one["set"]} {one["figure"]}");
        }
        File.WriteAllText(path, measured.ToJsonString(ModelCard.Json) + '\n');
    }

    /// <summary>Null where the file is none of ours any more: it is written anew.</summary>
    private static JsonObject? Earlier(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void AddMissing(JsonArray lines, JsonNode? earlier, Func<JsonObject, string> named)
    {
        var known = lines.OfType<JsonObject>().Select(named).ToHashSet(StringComparer.Ordinal);
        foreach (var line in (earlier as JsonArray ?? []).OfType<JsonObject>()) if (!known.Contains(named(line))) lines.Add(line.DeepClone());
    }

    /// <summary>How each class of protected speech is told from the others on the reserve, and what of it and of harm would be shown as that class.</summary>
    internal static List<BenchmarkLine> Classes(ModelSet models, IReadOnlyList<Row> reserve, IReadOnlyList<Row> harm)
    {
        var model = models[ModelSpec.Protected];
        List<(Row Row, double[] Scores)> Scored(IReadOnlyList<Row> rows) => [.. rows.Where(r => model.Card.Languages.Contains(r.Language)).Select(r => (r, Scorer.LogOdds(model, Reading.Of(r.Title, r.Text))[0]))];
        var (speech, harmful) = (Scored(reserve), Scored(harm));
        var lines = new List<BenchmarkLine>();
        if (speech.Count == 0) return lines;
        foreach (var one in Enum.GetValues<ProtectedClass>())
        {
            var (k, card) = ((int)one, model.Card.Outputs[(int)one]);
            bool Shown((Row Row, double[] Scores) row) => card.Probability(row.Scores[k]) >= card.Shown;
            var (own, shown) = (speech.Where(s => s.Row.Class == one).ToList(), speech.Where(Shown).ToList());
            lines.Add(BenchmarkLine.Area($"reserve, {one.Word()}", [.. speech.Select(s => (s.Scores[k], s.Row.Class == one))]));
            lines.Add(BenchmarkLine.Share($"reserve, {one.Word()}", "shown", own.Count(Shown), own.Count));
            lines.Add(BenchmarkLine.Share($"reserve, what is shown as {one.Word()}", "right", shown.Count(s => s.Row.Class == one), shown.Count));
            lines.Add(BenchmarkLine.Share($"reserve, harm shown as {one.Word()}", "shown", harmful.Count(Shown), harmful.Count));
        }
        return lines;
    }

    internal static List<BenchmarkLine> Benchmarks(ModelSet models, Assessor assessor, string data)
    {
        var unified = Unified(data);
        var lines = new List<BenchmarkLine>();
        Measure("unified_hate_vi, ViTHSD level 3 at groups, religion or race against the rest (train + dev)", unified, AtGroups);
        Measure("unified_hate_vi, ViHSD label HATE against the rest (dev)", unified, r => Labels(r)?.Contains("HATE"));
        foreach (var label in new[] { "CLEAN", "OFFENSIVE", "HATE" })
            Flag($"unified_hate_vi, ViHSD {label} alone (dev)", [.. unified.Where(r => Labels(r) is [var only] && only == label).Select(r => (r.Text("text"), "vi"))]);
        var hateCheck = LicensedSets.Read(data).Where(r => r.HeldBack).ToList();
        if (hateCheck.Count > 0)
            lines.Add(Area("hatecheck_en, kept-back half", [.. hateCheck.Select(r => (r.Text, r.Harms!.Count > 0))]));
        foreach (var function in hateCheck.GroupBy(r => r.Function!).OrderBy(g => g.First().Harms!.Count).ThenBy(g => g.Key, StringComparer.Ordinal))
            Flag($"hatecheck_en, kept-back half, {function.Key}, {(function.First().Harms!.Count > 0 ? "hateful" : "not hateful")}", [.. function.Select(r => (r.Text, "en"))]);
        return lines;

        void Flag(string name, List<(string Text, string Language)> texts)
        {
            if (texts.Count > 0) lines.Add(BenchmarkLine.Share(name, "flagged", Flagged(assessor, texts), texts.Count));
        }

        void Measure(string name, List<RowLine> rows, Func<RowLine, bool?> label)
        {
            var labelled = rows.Select(r => (Text: r.Text("text"), Label: label(r))).Where(r => r.Label is not null).Select(r => (r.Text, r.Label!.Value)).ToList();
            if (labelled.Count > 0) lines.Add(Area(name, labelled));
        }

        BenchmarkLine Area(string name, IReadOnlyList<(string Text, bool Label)> rows) =>
            BenchmarkLine.Area(name, [.. rows.AsParallel().AsOrdered().Select(r => (Score(models, r.Text), r.Label))]);
    }

    /// <summary>Folders under <c>--data</c> that are measured on.</summary>
    public static readonly string[] Sets = [.. LicensedSets.Known.Keys, .. Gate.PressSets, HateSets];

    private const string HateSets = "unified_hate_vi";

    /// <summary>Comments that six hate sets label side by side; without those trained on.</summary>
    internal static List<RowLine> Unified(string data)
    {
        var known = LicensedSets.Read(data).Select(r => r.Text).ToHashSet(StringComparer.Ordinal);
        return [.. RowReader.Set(data, HateSets, HateSets + ".jsonl.gz", RowForm.Comments).Select(Checked).Where(r => !known.Contains(r.Text("text")))];
    }

    private static RowLine Checked(RowLine row)
    {
        if (row.Row.GetProperty("labels") is var labels && labels.TryGetProperty("vihsd", out var said) && !(IsList(said) && said.EnumerateArray().All(s => s.ValueKind == JsonValueKind.String && s.GetString() is "CLEAN" or "OFFENSIVE" or "HATE")))
            throw row.Wrong("labels.vihsd", "holds another label than the set has.", "Write a list of CLEAN, OFFENSIVE, HATE.");
        if (labels.TryGetProperty("vithsd", out var aimed) && !(IsList(aimed) && aimed.EnumerateArray().All(s => s.ValueKind == JsonValueKind.Object && s.TryGetProperty("targets", out var targets) && targets.ValueKind == JsonValueKind.Object
            && Groups.All(t => targets.TryGetProperty(t, out var level) && level.ValueKind == JsonValueKind.Number && level.TryGetInt32(out _)))))
            throw row.Wrong("labels.vithsd", $"holds no targets with a level for each of {string.Join(", ", Groups)}.", "Fetch the set anew.");
        return row.Row.GetProperty("splits").EnumerateObject().All(s => IsList(s.Value) && s.Value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String)) ? row : throw row.Wrong("splits", "holds no list of texts for each set.", "Write [\"...\", \"...\"].");

        static bool IsList(JsonElement value) => value.ValueKind == JsonValueKind.Array;
    }

    /// <summary>What ViHSD says of a comment of its dev part, each label once: CLEAN, OFFENSIVE, HATE; null outside of it.</summary>
    internal static IReadOnlyList<string>? Labels(RowLine row) =>
        row.Row.GetProperty("labels").TryGetProperty("vihsd", out var said) && In(row, "vihsd", "dev") ? [.. said.EnumerateArray().Select(s => s.GetString()!).Distinct()] : null;

    /// <summary>How many of the texts are flagged for any reason, references aside.</summary>
    internal static int Flagged(Assessor assessor, IReadOnlyList<(string Text, string Language)> texts) =>
        texts.AsParallel().Count(t => assessor.Assess(null, t.Text, t.Language, CorrectionIndex.Empty).Reasons.Count > 0);

    private static double Score(ModelSet models, string text)
    {
        var reading = Reading.Of(null, text.Normalize());
        return reading.Units.Count == 0 ? double.MinValue
            : new[] { ModelSpec.Hate, ModelSpec.Incitement }.Max(s => Scorer.LogOdds(models[s], reading).Max(u => models[s].Card.Outputs[0].Probability(u[0])));
    }

    /// <summary>Targets of ViTHSD that are people by what they are.</summary>
    private static readonly string[] Groups = ["groups", "religion", "race"];

    private static bool? AtGroups(RowLine row) =>
        row.Row.GetProperty("labels").TryGetProperty("vithsd", out var said) && In(row, "vithsd", "train", "dev")
            ? said.EnumerateArray().Any(s => Groups.Any(t => s.GetProperty("targets").GetProperty(t).GetInt32() == 3)) : null;

    private static bool In(RowLine row, string set, params string[] splits) =>
        row.Row.GetProperty("splits").TryGetProperty(set, out var stood) && stood.EnumerateArray().Any(s => splits.Contains(s.GetString()));
}
