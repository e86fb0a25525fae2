using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoMonitor.Content.Classification.Training;

/// <summary>A model ready to be written: ML.NET's transformers, one an output, and the same weights as the service will read them.</summary>
internal sealed record TrainedModel(LinearModel Model, IReadOnlyList<ITransformer> Outputs, IReadOnlyList<IReadOnlyList<Held>> Held)
{
    /// <summary>Writes <c>model.zip</c> and <c>card.json</c> below the folder.</summary>
    public void Write(string models, ModelCard card)
    {
        var folder = Directory.CreateDirectory(Path.Combine(models, card.Name)).FullName;
        var ml = new MLContext(seed: 1);
        ml.Model.Save(new TransformerChain<ITransformer>([.. Outputs]), Fitter.Load(ml, []).Schema, Path.Combine(folder, "model.zip"));
        File.WriteAllBytes(Path.Combine(folder, "card.json"), [.. System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(card, ModelCard.Json), (byte)'\n']);
    }
}

/// <summary>Trains a model: cross-validated in four parts for calibration, threshold and figures, then on everything.</summary>
/// <param name="labels">Hash of the file that rows of <see cref="RowSets.Desk"/> are from; null where there are none.</param>
internal sealed class Trainer(IReadOnlyList<Row> rows, IReadOnlyList<string> notUsed, Action<string> progress, string? labels = null)
{
    private const int Parts = 4;
    private const int Whole = Parts;

    /// <summary>
    /// Of own protected and ordinary rows held out, so many may reach a reason's threshold, which stands so far above the next, in log-odds: labels err, and the near-misses among them are harder than what people write.
    /// For models of harm to a group, of those that name one. The gate says whether that is strict enough. Unverified-claim is vetoed besides by any protected class and by any sentence that is no assertion.
    /// </summary>
    private static (double Share, double Margin) ProtectedOver(ModelSpec spec) =>
        spec == ModelSpec.Hate ? (0.046, 0.05) : spec == ModelSpec.Incitement ? (0.068, 0.05) : spec == ModelSpec.ExploitationLure ? (0.0036, 0.05)
        : spec == ModelSpec.VictimExposure ? (0.0018, 0.05) : (0.007, 0.05);

    /// <summary>The same of those that name none, which have so much taken off.</summary>
    private const double UngroupedOver = 0.002;

    /// <summary>Fewer English rows show no threshold of their own.</summary>
    private const int FewestEnglish = 200;

    /// <summary>Of the articles held out, so many may come nearer to the threshold than the margin: some of them quote hate and name victims.</summary>
    private static (double Share, double Margin) PressOver(ModelSpec spec) =>
        spec == ModelSpec.Hate || spec == ModelSpec.Incitement ? (0.01, 0.8) : spec == ModelSpec.UnverifiedClaim ? (0.004, 0.8) : (0.002, 1.2);

    /// <summary>L2, chosen on held-out parts.</summary>
    private const double Regularization = 0.05;

    /// <summary>Where L-BFGS stops: the first round only shares the label out over sentences.</summary>
    private const double Fine = 1e-5, Rough = 1e-3;

    /// <summary>ISO 639-1 codes of the languages that models learn.</summary>
    public static readonly string[] Languages = ["vi", "en"];

    /// <summary>What each output of a model cannot do without: a row that shows it, and one that does not.</summary>
    /// <exception cref="InvalidDataException">There is none: the model would say the same of every text.</exception>
    public static void MustShow(ModelSpec spec, IReadOnlyList<Row> rows)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var usable = Usable(spec, rows).Where(r => !r.HeldBack).ToList();
        for (var k = 0; k < spec.Outputs.Count; k++)
            foreach (var wanted in new[] { true, false })
                if (!usable.Exists(r => r.Label(spec, k) == wanted && r.Weight > 0))
                    throw new InvalidDataException($"{spec.Name}: no row in {string.Join(" or ", Languages)} is {(wanted ? "" : "none ")}of '{spec.Outputs[k]}': the model would say the same of every text. {CardTexts.Rows(spec, wanted)}");
    }

    /// <summary>Thresholds of harm to a group are set by what of protected speech names one, and what names none.</summary>
    private static void MustTell(ModelSpec spec, List<Held> held)
    {
        if (spec.Form != TokenForm.Grouped) return;
        foreach (var named in new[] { true, false })
            if (!held.Exists(h => !h.Label && h.NamesGroup == named && (h.Row.Class is not null || h.Row.Set is RowSets.Ordinary or RowSets.Topics)))
                throw new InvalidDataException($"{spec.Name}: no row of protected or ordinary speech names {(named ? "a" : "no")} protected group: no threshold can be set. {CardTexts.Rows(spec, shows: false)}");
    }

    private static List<Row> Usable(ModelSpec spec, IReadOnlyList<Row> rows) =>
        [.. rows.Where(r => Languages.Contains(r.Language) && Enumerable.Range(0, spec.Outputs.Count).Any(k => r.Label(spec, k) is not null) && Keeps(spec, r))];

    /// <exception cref="InvalidDataException">An output has no row that shows it, or learnt nothing from those it has.</exception>
    public TrainedModel Train(ModelSpec spec, CancellationToken cancellation)
    {
        MustShow(spec, rows);
        var usable = Usable(spec, rows);
        progress($"{spec.Name}: reading {usable.Count:N0} rows");
        var company = rows.Where(r => r.Class is ProtectedClass.CriticismOfPolicy or ProtectedClass.CriticismOfOfficials or ProtectedClass.Complaint).ToList();
        var cases = usable.AsParallel().AsOrdered().WithCancellation(cancellation).SelectMany(r => Case.Of(spec, r, company)).ToList();

        var jobs = Enumerable.Range(0, spec.Outputs.Count).SelectMany(k => Enumerable.Range(0, Parts + 1).Select(part => (Output: k, Part: part))).ToList();
        var fitted = new Fit[jobs.Count];
        var done = 0;
        Parallel.For(0, jobs.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, i =>
        {
            fitted[i] = FitOne(spec, cases, jobs[i].Output, jobs[i].Part);
            progress($"{spec.Name}: fitted {Interlocked.Increment(ref done)} of {jobs.Count}");
        });
        for (var k = 0; k < spec.Outputs.Count; k++)
            if (Array.TrueForAll(fitted[k * (Parts + 1) + Whole].Weights, w => w == 0))
                throw new InvalidDataException($"{spec.Name}: '{spec.Outputs[k]}' learnt nothing from its rows, no word of them weighs anything: the model would say the same of every text. {CardTexts.Rows(spec, shows: true)}");
        return Assemble(spec, usable, cases, Enumerable.Range(0, spec.Outputs.Count).Select(k => fitted.AsMemory(k * (Parts + 1), Parts + 1)).ToList());
    }

    private static bool Keeps(ModelSpec spec, Row row) => row.Set switch
    {
        // Ordinary chat teaches these what is ordinary; a part of it is enough.
        RowSets.SafeSense => spec == ModelSpec.Hate || spec == ModelSpec.Incitement || Folds.Of(row.Id, 4) == 0,
        RowSets.HateCheck => spec == ModelSpec.Hate || spec == ModelSpec.Incitement,
        _ => true,
    };

    /// <summary>Where a row is held out. A class written in one go must not be held out in one: its scores would tell nothing.</summary>
    private static int PartOf(Row row) => Folds.Even(row.Cluster, Parts);

    private static Fit FitOne(ModelSpec spec, List<Case> cases, int output, int part)
    {
        var ml = new MLContext(seed: 1);
        var chosen = cases.Where(c => !c.Row.HeldBack && c.Row.Label(spec, output) is not null && PartOf(c.Row) != part).ToList();
        double positive = chosen.Where(c => c.Row.Label(spec, output) == true).Sum(c => c.Weight), negative = chosen.Sum(c => c.Weight) - positive;
        var balance = Math.Max(1, negative / Math.Max(1, 3 * positive));
        var shares = chosen.Select(c => c.Shares).ToList();
        var twice = spec.View == ModelView.SentenceInContext && chosen.Exists(c => c.Units.Count > 1 && c.Row.Label(spec, output) == true);
        var transformer = Round(twice ? Rough : Fine);
        var (weights, bias) = LinearModel.Parameters(transformer);
        if (twice)
        {
            for (var i = 0; i < chosen.Count; i++)
                if (chosen[i].Units.Count > 1 && chosen[i].Row.Label(spec, output) == true)
                {
                    var scores = chosen[i].Units.Select(u => Math.Exp(Dot(u, weights))).ToArray();
                    shares[i] = [.. scores.Select(s => s / scores.Sum())];
                }
            transformer = Round(Fine);
            (weights, bias) = LinearModel.Parameters(transformer);
        }
        return new Fit(transformer, weights, bias);

        ITransformer Round(double tolerance) => Fitter.Fit(ml, Samples(), Regularization, tolerance);

        IEnumerable<Sample> Samples()
        {
            for (var i = 0; i < chosen.Count; i++)
            {
                var label = chosen[i].Row.Label(spec, output)!.Value;
                var weight = chosen[i].Row.Share(spec) * chosen[i].Weight;
                var hostile = spec.Form == TokenForm.Grouped ? chosen[i].Row.Hostile : 0;
                for (var u = 0; u < chosen[i].Units.Count; u++)
                {
                    // Every sentence of a harmless text is harmless; of a harmful one, some are harmful.
                    yield return new Sample { Label = label, Weight = (float)(weight * (label ? balance * shares[i][u] : 1 - hostile)), Features = chosen[i].Units[u] };
                    if (hostile > 0) yield return new Sample { Label = true, Weight = (float)(weight * hostile), Features = chosen[i].Units[u] };
                }
            }
        }
    }

    private TrainedModel Assemble(ModelSpec spec, List<Row> usable, List<Case> cases, List<Memory<Fit>> fits)
    {
        var outputs = new List<OutputCard>();
        var held = new List<IReadOnlyList<Held>>();
        for (var k = 0; k < spec.Outputs.Count; k++)
        {
            var byPart = fits[k].Span.ToArray();
            var scored = cases.Where(c => c.Measured && c.Row.Label(spec, k) is not null)
                .Select(c => new Held(c.Row, Score(c, byPart[c.Row.HeldBack ? Whole : PartOf(c.Row)]), c.Row.Label(spec, k)!.Value, c.Excess, c.NamesGroup)).ToList();
            var typed = cases.Where(c => c.Plain && c.Row.Label(spec, k) == false).Select(c => new Held(c.Row, Score(c, byPart[PartOf(c.Row)]), false, c.Excess, c.NamesGroup));
            MustTell(spec, [.. scored.Where(h => !h.Row.HeldBack), .. typed]);
            var (strict, length, ungrouped, english) = spec.Reason is null ? (0, 0, 0, 0) : Strict(spec, [.. scored.Where(h => !h.Row.HeldBack), .. typed]);
            scored = [.. scored.Select(h => h with { LogOdds = h.LogOdds - length * h.Excess - (h.NamesGroup ? 0 : ungrouped) + (h.IsEnglish ? english : 0) })];
            var crossed = scored.Where(h => !h.Row.HeldBack).ToList();
            List<(double, bool)> answers = [.. crossed.Select(h => (h.LogOdds, h.Label))];
            var (slope, intercept) = Calibrator.Fit(answers);
            var draft = new OutputCard(spec.Outputs[k], 0, slope, intercept, Calibrator.Measure(answers, slope, intercept), [], length, Ungrouped: ungrouped, English: english);
            var threshold = Math.Round(spec.Reason is null ? BestF1(crossed, draft) : draft.Probability(strict), 5);
            var shown = spec == ModelSpec.Protected || spec == ModelSpec.Topics ? ShownFrom(crossed, draft, threshold) : 0;
            outputs.Add(draft with { Threshold = threshold, Shown = shown, Held = [.. Rates(spec, scored, draft, threshold), .. shown == 0 ? [] : ShownRates(crossed, draft, shown)] });
            held.Add(scored);
        }
        var whole = fits.Select(f => f.Span[Whole]).ToList();
        float[][] weights = [.. whole.Select(f => f.Weights)];
        double[] bias = [.. whole.Select(f => f.Bias)];
        var card = new ModelCard
        {
            Name = spec.Name,
            Purpose = CardTexts.Purpose(spec),
            Algorithm = CardTexts.Algorithm(spec),
            Licence = (usable.Exists(r => r.Set == RowSets.Desk) ? CardTexts.WithinTheOffice : "") + (usable.Exists(r => r.Set == RowSets.SafeSense) ? CardTexts.ShareAlike : CardTexts.Own),
            Data = [.. usable.Where(r => !r.HeldBack).GroupBy(r => r.Set).Select(g => new TrainingSet(
                g.Key, g.Key == RowSets.Desk ? CardTexts.Reviewed : LicensedSets.Known.TryGetValue(g.Key, out var known) ? known.Licence : "Apache-2.0, written for this project", g.Count(),
                spec.Outputs.Count == 1 ? g.Count(r => r.Label(spec, 0) == true) : null, g.Key == RowSets.Desk ? CardTexts.Desk(labels ?? "") : LicensedSets.Known.GetValueOrDefault(g.Key).Note))],
            NotUsed = notUsed,
            Languages = Languages,
            Outputs = outputs,
            Gate = [],
            KnownFailures = CardTexts.KnownFailures(spec),
            Weights = LinearModel.Hash(weights, bias, outputs, Languages),
            Predictions = Predictions(cases, whole),
        };
        return new TrainedModel(LinearModel.Of(spec, card, weights, bias), [.. whole.Select(f => f.Transformer)], held);
    }

    private static string Predictions(List<Case> cases, List<Fit> fits)
    {
        var all = new StringBuilder();
        foreach (var one in cases.Where(c => c.Measured))
            foreach (var fit in fits) all.Append(CultureInfo.InvariantCulture, $"{one.Row.Id} {Score(one, fit):0.0000}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }

    /// <summary>The threshold with the best balance of precision and recall.</summary>
    private static double BestF1(List<Held> held, OutputCard card)
    {
        var sorted = held.OrderByDescending(h => h.LogOdds).ToList();
        double positives = held.Count(h => h.Label), hits = 0, best = 0, threshold = 0.5;
        for (var i = 0; i < sorted.Count; i++)
        {
            if (sorted[i].Label) hits++;
            var f1 = 2 * hits / (positives + i + 1);
            if (f1 <= best) continue;
            (best, threshold) = (f1, card.Probability(sorted[i].LogOdds));
        }
        return Math.Clamp(threshold, 0.2, 0.9);
    }

    /// <summary>What is shown to people is right in so many of the rows held out; few rows prove nothing, and of harmful ones next to none may be named protected.</summary>
    private const double ShownRight = 0.8, ShownHarm = 0.003;
    private const int FewestShown = 8;

    private static double ShownFrom(List<Held> held, OutputCard card, double threshold)
    {
        var sorted = held.OrderByDescending(h => h.LogOdds).ToList();
        var allowed = (int)(ShownHarm * held.Count(h => h.Row.Set == RowSets.Harm));
        var (hits, harm, shown) = (0, 0, 1.0);
        for (var i = 0; i < sorted.Count; i++)
        {
            if (sorted[i].Label) hits++;
            else if (sorted[i].Row.Set == RowSets.Harm) harm++;
            if (harm > allowed || card.Probability(sorted[i].LogOdds) < threshold) break;
            if (i + 1 >= FewestShown && hits >= ShownRight * (i + 1)) shown = card.Probability(sorted[i].LogOdds);
        }
        return Math.Floor(shown * 1e5) / 1e5 is var rounded && rounded > threshold ? rounded : threshold;
    }

    private static IEnumerable<Rate> ShownRates(List<Held> held, OutputCard card, double shown)
    {
        var named = held.Where(h => card.Probability(h.LogOdds) >= shown).ToList();
        yield return new Rate("right where shown", named.Count(h => h.Label), named.Count);
        yield return new Rate("shown where right", named.Count(h => h.Label), held.Count(h => h.Label));
    }

    /// <summary>The lowest threshold, in log-odds, that next to no protected or ordinary text of ours reaches, what length must take off so that next to no article reaches it either, and what English texts may have added since theirs stay further below it.</summary>
    private static (double LogOdds, double Length, double Ungrouped, double English) Strict(ModelSpec spec, List<Held> held)
    {
        var quiet = held.Where(h => !h.Label && (h.Row.Class is not null || h.Row.Set is RowSets.Ordinary or RowSets.Topics)).ToList();
        if (quiet.Count == 0) return (0, 0, 0, 0);
        var (share, margin) = ProtectedOver(spec);
        var named = quiet.Where(h => spec.Form != TokenForm.Grouped || h.NamesGroup).ToList();
        var threshold = Top(named, share) + margin;
        var english = named.FindAll(h => h.IsEnglish) is { Count: >= FewestEnglish } own ? Math.Round(Math.Max(0, threshold - Top(own, share) - margin), 3) : 0;
        var ungrouped = spec.Form != TokenForm.Grouped ? 0 : Math.Round(Math.Max(0, Top([.. quiet.Where(h => !h.NamesGroup)], UngroupedOver) + margin - threshold), 3);
        var (pressShare, pressMargin) = PressOver(spec);
        var articles = held.Where(h => !h.Label && h.Row.Set == RowSets.Press).Select(h => h.Excess > 0 ? (h.LogOdds - (h.NamesGroup ? 0 : ungrouped) + pressMargin - threshold) / h.Excess : 0).OrderDescending().ToList();
        return (threshold, articles.Count == 0 ? 0 : Math.Round(Math.Max(0, articles[(int)(pressShare * articles.Count)]), 3), ungrouped, english);

        static double Top(List<Held> rows, double share) => rows.Select(h => h.LogOdds).OrderDescending().ElementAt((int)(share * rows.Count));
    }

    private static List<Rate> Rates(ModelSpec spec, List<Held> held, OutputCard card, double threshold)
    {
        bool Over(Held h) => card.Probability(h.LogOdds) >= threshold;
        var found = held.Where(h => h.Label).GroupBy(h => $"recall, {h.Row.Set}, {h.Row.Language}{(h.Row.HeldBack ? $", kept back, {h.Row.Function}" : "")}");
        var wrong = held.Where(h => !h.Label).GroupBy(h => h.Row.Set == RowSets.HateCheck ? $"over threshold, {h.Row.Set}, {(h.Row.HeldBack ? $"kept back, {h.Row.Function}" : "training half")}"
            : $"over threshold, {h.Row.Set}{(spec.Reason is not null && h.Row.Class is { } own ? $", {own.Word()}" : "")}");
        return [.. found.Concat(wrong).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Rate(g.Key, g.Count(Over), g.Count()))];
    }

    private static double Score(Case one, Fit fit) => one.Units.Max(u => Dot(u, fit.Weights)) + fit.Bias;

    private static double Dot(VBuffer<float> features, float[] weights)
    {
        var indices = features.GetIndices();
        var values = features.GetValues();
        var sum = 0.0;
        for (var i = 0; i < indices.Length; i++) sum += (double)values[i] * weights[indices[i]];
        return sum;
    }

    private sealed record Fit(ITransformer Transformer, float[] Weights, double Bias);
}
