using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Classification.Training;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace InfoMonitor.Content.Matching.Training;

/// <summary>What a training run made: the model, what its gate said, and the pairs that cost it.</summary>
internal sealed record TrainedCorrections(CorrectionModel Model, IReadOnlyList<GateLine> Gate, IReadOnlyList<string> Losses, IReadOnlyDictionary<PairCase, double> Held, Action<string> Save)
{
    public bool Passed => Gate.All(g => g.Passed);
}

/// <summary>Trains the re-ranker on <c>corrections.jsonl</c>: logistic regression (ML.NET L-BFGS), the stretch of a text that speaks for it chosen by the model of the round before.</summary>
internal static class CorrectionTrainer
{
    private const int Rounds = 4;

    private const float Regularization = 1;

    /// <summary>What a pair counts that was written to be hard: at its full weight what is told apart in other words is told worse.</summary>
    private const float Hardest = 0.3f;

    /// <summary>Share of the held-out articles that may reach the threshold.</summary>
    private const double ArticlesOver = 0.01;

    /// <summary>The gate, on statements held out: of the answers so many are right, of the look-alikes so many are rejected, of the statements repeated as they stand or shortened, and of those told in other words, so many are found; of the pairs that were written to be hard so many are told.</summary>
    public const double Precision = 0.90, Rejection = 0.938, Repeated = 0.90, Retold = 0.20, Articles = 0.02, Near = 0.75;

    /// <param name="data">The folder of rows (<c>models/data</c>).</param>
    /// <param name="articles">Of the press, which repeat none of the statements (<see cref="LicensedSets.Articles"/>): what a long text has in common with one by chance is learnt from them.</param>
    /// <param name="progress">Told a line for each step.</param>
    /// <exception cref="InvalidDataException">There are no rows, or one is broken.</exception>
    public static TrainedCorrections Train(string data, IReadOnlyList<string> articles, Action<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var rows = CorrectionRows.Read(Path.Combine(data, "corrections.jsonl"));
        if (rows.Count < CorrectionCases.Folds * 2) throw new InvalidDataException($"{Path.Combine(data, "corrections.jsonl")} holds {rows.Count} corrections: too few to train on.");
        var ordinary = CorrectionRows.Ordinary(data);
        var words = WordWeights.Count([.. rows.SelectMany(r => r.Paraphrases.Concat(r.Lookalikes).Append(r.Statement).Append(r.Debunk)), .. ordinary.Claims, .. ordinary.Others]);
        progress("corrections: reading pairs");
        var cases = CorrectionCases.Make(rows, ordinary, articles, words);
        var ml = new MLContext(seed: 1);
        var held = new Dictionary<PairCase, double>(ReferenceEqualityComparer.Instance);
        for (var fold = 0; fold < CorrectionCases.Folds; fold++)
        {
            progress(string.Create(CultureInfo.InvariantCulture, $"corrections: fold {fold + 1} of {CorrectionCases.Folds}"));
            var (model, _, _) = Fit(ml, [.. cases.Where(c => c.Fold != fold)], words, cancellation);
            foreach (var one in cases.Where(c => c.Fold == fold)) held[one] = one.Found ? one.Score(model) : -20;
        }
        progress("corrections: the whole");
        var (whole, transformer, schema) = Fit(ml, cases, words, cancellation);
        var (slope, intercept) = Calibrator.Fit([.. held.Where(h => h.Key.Found).Select(h => (h.Value, h.Key.Repeats))]); // before the weaker are left out: a probability is of a pair, whatever stands beside it
        Compete(held);
        var sheet = new CorrectionSheet(held, slope, intercept);
        var threshold = sheet.Threshold(Precision, Rejection);
        var length = sheet.Length(threshold, ArticlesOver);
        var rates = sheet.Rates(threshold);
        GateLine[] gate =
        [
            new("precision", "held-out statements", rates[0], Precision, AtLeast: true),
            new("look-alikes rejected", "held-out statements", rates.First(r => r.Of == CorrectionSheet.Says(PairKind.Lookalike)), Rejection, AtLeast: true),
            new("repeated statements found", "held-out statements", rates.First(r => r.Of == CorrectionSheet.Says(PairKind.Statement)), Repeated, AtLeast: true),
            new("retold statements found", "held-out statements", rates.First(r => r.Of == CorrectionSheet.Says(PairKind.Paraphrase)), Retold, AtLeast: true),
            .. from kind in new[] { PairKind.Reworded, PairKind.NearLookalike }
               from rate in rates.Where(r => r.Of == CorrectionSheet.Says(kind))
               select new GateLine(rate.Of, "held-out statements", rate, Near, AtLeast: true),
            .. articles.Count == 0 ? [] : new[] { new GateLine("articles are not taken for a statement", "held-out articles", sheet.Articles(threshold, length), Articles, AtLeast: false) },
        ];
        var card = Card(rows, ordinary, words, whole, new OutputCard(FlagReason.MatchesCorrection.Word(), threshold, slope, intercept, sheet.Calibration(), rates, length), gate, cases, articles.Count);
        var final = whole with { Card = card };
        return new TrainedCorrections(final, gate, sheet.Losses(threshold), held, folder => final.Write(Path.Combine(folder, CorrectionModel.Name), ml, transformer, schema));
    }

    /// <summary>As the matcher does: of the statements a text comes near, those clearly behind its best are not named.</summary>
    private static void Compete(Dictionary<PairCase, double> held)
    {
        var best = held.GroupBy(h => h.Key.Text).ToDictionary(g => g.Key, g => g.Max(h => h.Value));
        foreach (var one in held.Keys.ToList()) if (held[one] < best[one.Text] - CorrectionMatcher.Margin) held[one] = -20;
    }

    private static (CorrectionModel Model, ITransformer Transformer, DataViewSchema Schema) Fit(MLContext ml, List<PairCase> cases, WordWeights words, CancellationToken cancellation)
    {
        // Debunks are left out: whether they stand near a rumour's words or deny them is for the protected classes to say.
        cases = [.. cases.Where(c => c.Kind != PairKind.Debunk)];
        // The first round's choice: the stretch that shares most with the statement.
        var weights = new float[PairFeatures.Count];
        weights[(int)PairFeature.Told] = weights[(int)PairFeature.Meanings] = weights[(int)PairFeature.BothHalves] = 1;
        var model = new CorrectionModel(null!, weights, 0, words);
        double positive = cases.Count(c => c.Repeats), balance = Math.Sqrt((cases.Count - positive) / positive);
        for (var round = 1; ; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var chosen = model;
            var view = ml.Data.LoadFromEnumerable(cases.Select(c => new PairSample
            {
                Label = c.Repeats,
                Weight = c.Kind switch
                {
                    PairKind.Statement or PairKind.Paraphrase or PairKind.Debunk or PairKind.Lookalike => (float)balance,
                    PairKind.Reworded or PairKind.NearLookalike => Hardest * (float)balance,
                    PairKind.OtherStatement or PairKind.OrdinaryText or PairKind.Article => 0.5f,
                },
                Features = c.Stretches.MaxBy(s => chosen.LogOdds(s))!,
            }), Schema());
            var transformer = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
            {
                LabelColumnName = nameof(PairSample.Label), FeatureColumnName = nameof(PairSample.Features), ExampleWeightColumnName = nameof(PairSample.Weight),
                L1Regularization = 0, L2Regularization = Regularization, NumberOfThreads = 1, MaximumNumberOfIterations = 200, OptimizationTolerance = 1e-6f,
            }).Fit(view);
            var (w, b) = CorrectionModel.Parameters(transformer);
            model = new CorrectionModel(null!, w, b, words);
            if (round == Rounds) return (model, transformer, view.Schema);
        }
    }

    private static SchemaDefinition Schema()
    {
        var schema = SchemaDefinition.Create(typeof(PairSample));
        schema[nameof(PairSample.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, PairFeatures.Count);
        return schema;
    }

    private static ModelCard Card(List<CorrectionRow> rows, (List<string> Claims, List<string> Others) ordinary, WordWeights words, CorrectionModel model, OutputCard output, GateLine[] gate, List<PairCase> cases, int articles)
    {
        var predictions = new StringBuilder();
        foreach (var one in cases) predictions.Append(CultureInfo.InvariantCulture, $"{one.Score(model):0.0000}\n");
        const string own = "Apache-2.0, written for this project";
        return new ModelCard
        {
            Name = CorrectionModel.Name,
            Purpose = "Whether a text repeats a claim that a reference answers. Says nothing about whether the claim is true, nor whether the text only refutes it.",
            Algorithm = $"Candidates from an inverted index (BM25 over words, word pairs, meanings and numbers), then logistic regression (ML.NET L-BFGS) over {PairFeatures.Count} features of the pair (words and meanings in common, numbers, negation, denial, loss, obligation, permission, questions, hearsay, refutation). Of two statements that the same words answer to only the nearer is named. Platt calibration on held-out statements.",
            Licence = "Apache-2.0, like the rows it was trained on",
            Data =
            [
                new TrainingSet("corrections", own, cases.Count(c => c.Kind is not (PairKind.OrdinaryText or PairKind.Article)), cases.Count(c => c.Repeats), $"{rows.Count} statements; pairs of a text and a statement"),
                new TrainingSet("claims, protected, topics, harm", own, ordinary.Claims.Count + ordinary.Others.Count, 0, "texts that repeat none of the statements, and sentences beside them in the index"),
                .. articles == 0 ? [] : new[] { new TrainingSet(RowSets.Press, LicensedSets.Known[RowSets.Press].Licence, articles, 0, "its articles, as texts that repeat none of the statements") },
            ],
            NotUsed = [.. articles == 0 ? new[] { $"{RowSets.Press}: not given with --data" } : [], "texts' length, accents, style: they tell the rows' classes apart, not claims"],
            Languages = ["vi", "en", "km"],
            Outputs = [output],
            Gate = gate,
            GateNotAsked = articles == 0 ? [RowSets.Press] : null,
            KnownFailures = ["of claims retold freely, in other words than the thesaurus knows, fewer than half are found; of those repeated as they stand or nearly so, nearly all", "a text in the statement's words that says something else about the same thing", "a claim spread over more than three sentences", "a text that speaks of a claim like one among the references, in words nearer to that one", "a reference in another language than the text"],
            Weights = CorrectionModel.Hash(model.Weights, model.Bias, words, output),
            Predictions = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(predictions.ToString()))),
        };
    }

    private sealed class PairSample
    {
        public bool Label { get; set; }

        public float Weight { get; set; }

        public float[] Features { get; set; } = [];
    }
}
