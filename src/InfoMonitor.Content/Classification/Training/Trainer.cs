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
internal sealed class Trainer(IReadOnlyList<Row> rows, IReadOnlyList<string> notUsed, Action<string> progress)
{
    private const int Parts = 4;
    private const int Whole = Parts;

    /// <summary>Of own protected rows held out, so many may reach a reason's threshold: labels err too.</summary>
    private const double ProtectedOver = 0.004;

    /// <summary>The same for unverified-claim, which any recognised protected class and any sentence that is no assertion veto besides.</summary>
    private const double ProtectedOverClaim = 0.02;

    /// <summary>Of the articles held out, so many may reach it: some of them quote hate and name victims.</summary>
    private static double PressOver(ModelSpec spec) => spec == ModelSpec.Hate || spec == ModelSpec.Incitement ? 0.01 : 0.002;

    /// <summary>Above the last text that may not reach it, in log-odds.</summary>
    private const double Margin = 0.05, PressMargin = 0.8;

    /// <summary>L2, chosen on held-out parts.</summary>
    private const double Regularization = 0.05;

    private static readonly string[] Trained = ["vi", "en"];

    public TrainedModel Train(ModelSpec spec, CancellationToken cancellation)
    {
        var usable = rows.Where(r => Trained.Contains(r.Language) && Enumerable.Range(0, spec.Outputs.Count).Any(k => r.Label(spec, k) is not null) && Keeps(spec, r)).ToList();
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
        return Assemble(spec, usable, cases, Enumerable.Range(0, spec.Outputs.Count).Select(k => fitted.AsMemory(k * (Parts + 1), Parts + 1)).ToList());
    }

    private static bool Keeps(ModelSpec spec, Row row) => row.Set switch
    {
        // Ordinary chat teaches these what is ordinary; a part of it is enough.
        RowSets.SafeSense => spec == ModelSpec.Hate || spec == ModelSpec.Incitement || Folds.Of(row.Id, 4) == 0,
        RowSets.HateCheck => spec == ModelSpec.Hate || spec == ModelSpec.Incitement,
        _ => true,
    };

    private static Fit FitOne(ModelSpec spec, List<Case> cases, int output, int part)
    {
        var ml = new MLContext(seed: 1);
        var chosen = cases.Where(c => !c.Row.HeldBack && c.Row.Label(spec, output) is not null && Folds.Of(c.Row.Cluster, Parts) != part).ToList();
        double positive = chosen.Where(c => c.Row.Label(spec, output) == true).Sum(c => c.Weight), negative = chosen.Sum(c => c.Weight) - positive;
        var balance = Math.Max(1, negative / Math.Max(1, 3 * positive));
        var shares = chosen.Select(c => c.Shares).ToList();
        var transformer = Round();
        var (weights, bias) = LinearModel.Parameters(transformer);
        if (spec.View == ModelView.SentenceInContext && chosen.Exists(c => c.Units.Count > 1 && c.Row.Label(spec, output) == true))
        {
            for (var i = 0; i < chosen.Count; i++)
                if (chosen[i].Units.Count > 1 && chosen[i].Row.Label(spec, output) == true)
                {
                    var scores = chosen[i].Units.Select(u => Math.Exp(Dot(u, weights))).ToArray();
                    shares[i] = [.. scores.Select(s => s / scores.Sum())];
                }
            transformer = Round();
            (weights, bias) = LinearModel.Parameters(transformer);
        }
        return new Fit(transformer, weights, bias);

        ITransformer Round() => Fitter.Fit(ml, Samples(), Regularization);

        IEnumerable<Sample> Samples()
        {
            for (var i = 0; i < chosen.Count; i++)
            {
                var label = chosen[i].Row.Label(spec, output)!.Value;
                for (var u = 0; u < chosen[i].Units.Count; u++)
                    yield return new Sample
                    {
                        Label = label,
                        // Every sentence of a harmless text is harmless; of a harmful one, some are harmful.
                        Weight = (float)(chosen[i].Weight * (label ? balance * shares[i][u] : 1)),
                        Features = chosen[i].Units[u],
                    };
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
                .Select(c => new Held(c.Row, Score(c, byPart[c.Row.HeldBack ? Whole : Folds.Of(c.Row.Cluster, Parts)]), c.Row.Label(spec, k)!.Value)).ToList();
            var crossed = scored.Where(h => !h.Row.HeldBack).ToList();
            var (slope, intercept) = Calibrator.Fit(crossed);
            var draft = new OutputCard(spec.Outputs[k], 0, slope, intercept, Calibrator.Measure(crossed, slope, intercept), []);
            var threshold = Math.Round(spec.Reason is null ? BestF1(crossed, draft) : Strict(crossed, draft, spec == ModelSpec.UnverifiedClaim ? ProtectedOverClaim : ProtectedOver, PressOver(spec)), 5);
            outputs.Add(draft with { Threshold = threshold, Held = Rates(spec, scored, draft, threshold) });
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
            Licence = usable.Exists(r => r.Set == RowSets.SafeSense) ? CardTexts.ShareAlike : CardTexts.Own,
            Data = [.. usable.Where(r => !r.HeldBack).GroupBy(r => r.Set).Select(g => new TrainingSet(
                g.Key, LicensedSets.Known.TryGetValue(g.Key, out var known) ? known.Licence : "Apache-2.0, written for this project", g.Count(),
                spec.Outputs.Count == 1 ? g.Count(r => r.Label(spec, 0) == true) : null, known.Note))],
            NotUsed = notUsed,
            Languages = Trained,
            Outputs = outputs,
            Gate = [],
            KnownFailures = CardTexts.KnownFailures(spec),
            Weights = LinearModel.Hash(weights, bias),
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

    /// <summary>The lowest threshold that next to no protected or ordinary text of ours reaches.</summary>
    private static double Strict(List<Held> held, OutputCard card, double over, double pressOver)
    {
        double Least(Func<Held, bool> of, double share)
        {
            var quiet = held.Where(h => !h.Label && of(h)).Select(h => h.LogOdds).OrderDescending().ToList();
            return quiet.Count == 0 ? double.MinValue : quiet[Math.Min((int)(share * quiet.Count), quiet.Count - 1)];
        }
        var logOdds = Math.Max(
            Least(h => h.Row.Class is not null || h.Row.Set is RowSets.Ordinary or RowSets.Topics, over),
            Least(h => h.Row.Set == RowSets.Press, pressOver) + PressMargin);
        return logOdds < -1e9 ? 0.5 : card.Probability(logOdds + Margin);
    }

    private static List<Rate> Rates(ModelSpec spec, List<Held> held, OutputCard card, double threshold)
    {
        bool Over(Held h) => card.Probability(h.LogOdds) >= threshold;
        var found = held.Where(h => h.Label).GroupBy(h => $"recall, {h.Row.Set}, {h.Row.Language}{(h.Row.HeldBack ? $", kept back, {h.Row.Function}" : "")}");
        var wrong = held.Where(h => !h.Label).GroupBy(h => h.Row.Set == RowSets.HateCheck ? $"over threshold, {h.Row.Set}, {(h.Row.HeldBack ? $"kept back, {h.Row.Function}" : "")}"
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
