using InfoMonitor.Content.Matching;
using InfoMonitor.Content.Matching.Training;

namespace InfoMonitor.Content.Classification.Training;

/// <summary>A line of the gate as two sets of models answer it.</summary>
internal sealed record ComparedLine(string Model, string Rule, string On, double Limit, bool AtLeast, Rate A, Rate B)
{
    public bool PassedA => Passes(A);

    public bool PassedB => Passes(B);

    /// <summary>Above 0 where B does better.</summary>
    public double Gain => AtLeast ? B.Share - A.Share : A.Share - B.Share;

    private bool Passes(Rate found) => new GateLine(Rule, On, found, Limit, AtLeast).Passed;
}

/// <summary>A figure of a model that is no line of the gate, of two sets; null where a set has none.</summary>
/// <param name="On">Which rows it is of.</param>
internal sealed record ComparedFigure(string Model, string Figure, string On, double? A, double? B)
{
    public const string Threshold = "threshold";

    /// <summary>Above 0 where B does better; null where a set has none, and of a threshold, which is neither better nor worse.</summary>
    public double? Gain => Figure == Threshold ? null : LessIsBetter ? A - B : B - A;

    /// <summary>What is shown as protected and harms, and what is flagged and does not.</summary>
    private bool LessIsBetter => On.StartsWith("reserve, harm shown", StringComparison.Ordinal)
        || Figure == "flagged" && !On.EndsWith(", hateful", StringComparison.Ordinal) && !On.Contains("ViHSD HATE", StringComparison.Ordinal);
}

/// <summary>A row of the gate that two sets of models judge otherwise.</summary>
/// <param name="Says">What it is: its class, its harm, or the group it mentions.</param>
/// <param name="A">The reasons it is flagged for.</param>
internal sealed record ComparedRow(string Set, string Id, string Language, string Says, IReadOnlyList<string> A, IReadOnlyList<string> B);

/// <summary>Two sets of models on the same gate.</summary>
/// <param name="A">Content hash of a folder's cards.</param>
/// <param name="NotAsked">Sets, and the desk's labels, that were not given: whether either holds their lines is not known.</param>
internal sealed record Comparison(string A, string B, IReadOnlyList<ComparedLine> Lines, IReadOnlyList<ComparedFigure> Figures, IReadOnlyList<ComparedRow> Rows, IReadOnlyList<string> NotAsked)
{
    private const string Speech = "reserve-protected", Harm = "reserve-harm";

    public bool Holds => Lines.All(l => l.PassedB);

    /// <param name="a">A models folder.</param>
    /// <param name="own">The folder of the rows that gate both.</param>
    /// <param name="data">Folder of the licensed sets, probes and benchmarks; null to do without.</param>
    /// <param name="labels">Labels of the desk that gate; null where none were given.</param>
    public static Comparison Of(string a, string b, string own, string? data, IReadOnlyList<Row>? labels)
    {
        var ((speech, harm), mentions) = (RowReader.Reserve(own), Gate.Mentions(own, data));
        var desk = labels ?? [];
        var (press, references) = (data is null ? [] : Gate.Press(data), CorrectionReserve.References(own));
        if (data is not null) _ = Evaluation.Unified(data);   // a wrong row is told before the minutes of measuring
        var (one, other) = (Assessor.Load(a), Assessor.Load(b));
        var (gateA, gateB) = (Gate.Check(one, speech, harm, mentions, press, [], desk, references), Gate.Check(other, speech, harm, mentions, press, [], desk, references));
        List<ComparedLine> lines =
        [
            .. gateA.Lines.Zip(gateB.Lines, (x, y) => Line(x.Model, x.Line, y.Line)),
            .. Card(a, CorrectionModel.Name) is { } cardA && Card(b, CorrectionModel.Name) is { } cardB ? cardA.Gate.Join(cardB.Gate, x => x.Rule, y => y.Rule, (x, y) => Line(CorrectionModel.Name, x, y)) : [],
        ];
        List<Row> rows = [.. speech.Select(r => r with { Set = Speech }), .. harm.Select(r => r with { Set = Harm }), .. mentions, .. desk];
        var (saidA, saidB) = (Gate.Judge(one, rows), Gate.Judge(other, rows));
        return new Comparison(
            one.ModelVersion, other.ModelVersion, lines,
            [.. Cards(a, b), .. Reserve(saidA, saidB), .. Paired(Measured(a, speech, harm, data, one), Measured(b, speech, harm, data, other))],
            [.. saidA.Zip(saidB).Where(p => !p.First.Said.Reasons.Order().SequenceEqual(p.Second.Said.Reasons.Order()))
                .Select(p => new ComparedRow(p.First.Row.Set, p.First.Row.Id, p.First.Row.Language, Says(p.First.Row), Words(p.First.Said), Words(p.Second.Said)))],
            [.. gateB.NotAsked, .. desk.Count == 0 ? [Gate.DeskLabels] : Array.Empty<string>()]);
    }

    private static ComparedLine Line(string model, GateLine a, GateLine b) => new(model, a.Rule, a.On, a.Limit, a.AtLeast, a.Found, b.Found);

    /// <summary>Thresholds, and the area under the curve of the rows each held out in its own training.</summary>
    private static IEnumerable<ComparedFigure> Cards(string a, string b)
    {
        foreach (var name in ModelSpec.All.Select(s => s.Name).Append(CorrectionModel.Name))
        {
            var (one, other) = (Card(a, name), Card(b, name));
            if (one is null && other is null) continue;
            if ((one ?? other)!.Outputs.Count == 1) yield return new ComparedFigure(name, ComparedFigure.Threshold, "card", one?.Outputs[0].Threshold, other?.Outputs[0].Threshold);
            yield return new ComparedFigure(name, "ROC AUC", (one ?? other)!.Outputs.Count == 1 ? "held-out rows" : "held-out rows, mean of the outputs", Area(one), Area(other));
        }

        static double? Area(ModelCard? card) => card is null ? null : Math.Round(card.Outputs.Average(o => o.Calibration.AreaUnderCurve), 4);
    }

    /// <summary>By model and language: how much protected speech is left alone; and how each harm is told from it, by its score, and at the threshold, where hate and incitement stand for each other as in the gate.</summary>
    private static IEnumerable<ComparedFigure> Reserve(IReadOnlyList<(Row Row, Assessment Said)> a, IReadOnlyList<(Row Row, Assessment Said)> b)
    {
        foreach (var spec in ModelSpec.Reasons)
            foreach (var language in a.Where(j => j.Said.Assessed).Select(j => j.Row.Language).Distinct().Order(StringComparer.Ordinal))
                yield return new ComparedFigure(spec.Name, "protected speech left alone", $"reserve, {language}", Quiet(a, spec, language), Quiet(b, spec, language));
        foreach (var cell in a.Where(j => j.Row.Harms is [_] && j.Said.Assessed).GroupBy(j => (Harm: j.Row.Harms![0], j.Row.Language)).Select(g => g.Key).OrderBy(k => k.Harm).ThenBy(k => k.Language, StringComparer.Ordinal))
        {
            yield return new ComparedFigure(cell.Harm.Word(), "ROC AUC", $"reserve, {cell.Language}", Area(a, cell.Harm, cell.Language), Area(b, cell.Harm, cell.Language));
            yield return new ComparedFigure(cell.Harm.Word(), "F1", $"reserve, {cell.Language}", F1(a, cell.Harm, cell.Language), F1(b, cell.Harm, cell.Language));
        }

        static IEnumerable<(Row Row, Assessment Said)> Told(IEnumerable<(Row Row, Assessment Said)> judged, FlagReason harm, string language) =>
            judged.Where(j => j.Row.Language == language && j.Said.Assessed && (j.Row.Harms is [var own] && own == harm || j.Row.Set == Speech));

        static double Quiet(IEnumerable<(Row Row, Assessment Said)> judged, ModelSpec spec, string language) =>
            Math.Round(judged.Where(j => j.Row.Language == language && j.Row.Set == Speech).Average(j => j.Said.Reasons.Contains(spec.Reason!.Value) ? 0 : 1.0), 4);

        static double Area(IEnumerable<(Row Row, Assessment Said)> judged, FlagReason harm, string language) =>
            Math.Round(Calibrator.Area(Told(judged, harm, language).Select(j => (j.Said.Scores[harm], j.Row.Harms is [_]))), 4);

        static double F1(IEnumerable<(Row Row, Assessment Said)> judged, FlagReason harm, string language)
        {
            var told = Told(judged, harm, language).Select(j => (Is: j.Row.Harms is [_], Found: j.Said.Reasons.Any(Gate.Near(harm).Contains))).ToList();
            return Math.Round(2.0 * told.Count(t => t.Is && t.Found) / Math.Max(1, told.Count(t => t.Is) + told.Count(t => t.Found)), 4);
        }
    }

    /// <summary>What <see cref="Evaluation"/> measures besides the gate.</summary>
    private static List<BenchmarkLine> Measured(string folder, IReadOnlyList<Row> speech, IReadOnlyList<Row> harm, string? data, Assessor assessor)
    {
        var set = ModelSet.Load(folder);
        return [.. Evaluation.Classes(set, speech, harm), .. data is null ? [] : Evaluation.Benchmarks(set, assessor, data)];
    }

    /// <summary>Only those that differ: there are some sixty.</summary>
    private static IEnumerable<ComparedFigure> Paired(List<BenchmarkLine> a, List<BenchmarkLine> b) =>
        a.Zip(b).Where(p => !p.First.Value.Equals(p.Second.Value)).Select(p => new ComparedFigure(p.First.Set.StartsWith("reserve", StringComparison.Ordinal) ? ModelSpec.Protected.Name : Gate.Everything, p.First.Figure, p.First.Set, p.First.Value, p.Second.Value));

    private static ModelCard? Card(string folder, string name) => Path.Combine(folder, name, "card.json") is var path && File.Exists(path) ? LinearModel.ReadCard(path) : null;

    private static string Says(Row row) => row.Harms is [var harm] ? harm.Word() : row.Group is { Length: > 0 } group ? $"mention of {group}" : row.Class?.Word() ?? "";

    private static List<string> Words(Assessment said) => [.. said.Reasons.Order().Select(r => r.Word())];
}
