namespace InfoMonitor.Content.Classification;

/// <summary>Log-odds of a model for the units of a text, and the words they come from.</summary>
internal static class Scorer
{
    /// <summary>Weight of the block around a sentence against the sentence's own.</summary>
    public const double AroundShare = 0.7;

    /// <summary>Stands among the words of an explanation for what the text's length took off. No text holds it: words of a text have no brackets around a space.</summary>
    public const string LengthName = "[độ dài · length]";

    /// <summary>The same for what a text that names no protected group has taken off.</summary>
    public const string NoGroupName = "[không nêu nhóm nào · no group named]";

    /// <summary>The same for what an English text has added.</summary>
    public const string EnglishName = "[tiếng Anh · in English]";

    /// <summary>Log-odds of every unit (one row for the whole text with <see cref="ModelView.WholeText"/>), by output.</summary>
    public static double[][] LogOdds(LinearModel model, Reading reading)
    {
        var (units, spec) = (reading.Units, model.Spec);
        if (spec.View == ModelView.WholeText)
        {
            var whole = new double[spec.Outputs.Count];
            AddAround(whole, model, Enumerable.Range(0, units.Count), reading);
            return [AddBias(whole, model)];
        }
        var scores = new double[units.Count][];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = model.Sums(units[i], around: false).ToArray();
            if (spec.View == ModelView.SentenceInContext) AddAround(scores[i], model, reading.Around(i), reading);
            AddBias(scores[i], model);
            for (var k = 0; k < scores[i].Length; k++) scores[i][k] += Added(model.Card.Outputs[k], reading);
        }
        return scores;
    }

    /// <summary>The features of one unit as the trainer gets them: bucket and value, repeated buckets not yet added up.</summary>
    public static List<(int Bucket, double Value)> Vector(ModelSpec spec, Reading reading, int at)
    {
        var features = new List<(int, double)>();
        Visit(spec, reading, at, (bucket, value, _, _, _) => features.Add((bucket, value)));
        return features;
    }

    /// <summary>The words a unit's first output comes from with their weights, strongest first, and the sentence that moved it most: the unit itself or one around it. N-grams from elsewhere begin with "… ".</summary>
    /// <remarks>A kind sentence between two hateful ones may score highest, for what stands around it: naming it would blame the wrong one.</remarks>
    /// <param name="nameable">Which units may be named besides <paramref name="at"/>; all when null.</param>
    public static (IReadOnlyList<WeightedWords> Words, double LogOdds, Unit Named) Explain(LinearModel model, Reading reading, int at, Func<int, bool>? nameable = null)
    {
        var found = new List<(Unit Unit, string Words, double Weight)>();
        Visit(model.Spec, reading, at, (bucket, value, unit, at, around) =>
        {
            var weight = model[bucket, 0] * value;
            if (weight == 0) return;
            var ngram = unit.Sentence[at.Start..at.End].ToLowerInvariant();
            if (at.Start2 >= 0) ngram = $"{ngram} + {unit.Sentence[at.Start2..at.End2].ToLowerInvariant()}";
            found.Add((unit, ngram, weight));
        });
        var shares = found.GroupBy(f => f.Unit.Offset).ToDictionary(g => g.Key, g => g.Sum(f => f.Weight));
        var named = reading.Units[at];
        if (model.Spec.View == ModelView.SentenceInContext)
            foreach (var i in reading.Around(at).Where(i => nameable?.Invoke(i) ?? true))
                if (shares.GetValueOrDefault(reading.Units[i].Offset) > shares.GetValueOrDefault(named.Offset)) named = reading.Units[i];
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (unit, ngram, weight) in found)
        {
            var placed = unit.Offset == named.Offset ? ngram : "… " + ngram;
            words[placed] = words.GetValueOrDefault(placed) + weight;
        }
        var output = model.Card.Outputs[0];
        if (output.Length * reading.Excess is var taken and > 0) words[LengthName] = -taken;
        if (output.Ungrouped > 0 && !reading.NamesGroup) words[NoGroupName] = -output.Ungrouped;
        if (output.English > 0 && reading.IsEnglish) words[EnglishName] = output.English;
        var sorted = words.Where(w => w.Value != 0).OrderByDescending(w => Math.Abs(w.Value)).ThenBy(w => w.Key, StringComparer.Ordinal).Select(w => new WeightedWords(w.Key, w.Value)).ToList();
        return (sorted, model.Bias[0] + sorted.Sum(w => w.Weight), named);
    }

    private delegate void Visitor(int bucket, double value, Unit unit, (int Start, int End, int Start2, int End2) at, bool around);

    private static void Visit(ModelSpec spec, Reading reading, int at, Visitor visitor)
    {
        if (spec.View != ModelView.WholeText)
        {
            var sink = new VisitSink(visitor, reading.Units[at], 1, false);
            Features.Sentence(reading.Units[at].Tokens(spec.Form), reading.Units[at].Concepts(spec.Form), ref sink);
        }
        if (spec.View == ModelView.Sentence) return;
        var around = spec.View == ModelView.WholeText ? [.. Enumerable.Range(0, reading.Units.Count)] : reading.Around(at).ToList();
        var scale = AroundScale(spec, around.Sum(i => reading.Units[i].Tokens(spec.Form).Count));
        foreach (var i in around)
        {
            var sink = new VisitSink(visitor, reading.Units[i], scale, true);
            Features.Around(reading.Units[i].Tokens(spec.Form), reading.Units[i].Concepts(spec.Form), ref sink);
            if (spec.WeighsMeanings) Features.Meanings(reading.Units[i].Tokens(spec.Form), ref sink);
        }
    }

    private static void AddAround(double[] scores, LinearModel model, IEnumerable<int> units, Reading reading)
    {
        var tokens = 0;
        Span<double> sum = stackalloc double[scores.Length];
        sum.Clear();
        foreach (var i in units)
        {
            tokens += reading.Units[i].Tokens(model.Spec.Form).Count;
            var around = model.Sums(reading.Units[i], around: true);
            var meant = model.Spec.WeighsMeanings ? model.Meant(reading.Units[i]) : [];
            for (var k = 0; k < scores.Length; k++) sum[k] += meant.IsEmpty ? around[k] : around[k] + meant[k];
        }
        var scale = AroundScale(model.Spec, tokens);
        for (var k = 0; k < scores.Length; k++) scores[k] += scale * sum[k];
    }

    /// <remarks>What a long text is about shows in how much of it is so; one sentence is enough to make it protected speech.</remarks>
    private static double AroundScale(ModelSpec spec, int tokens) =>
        spec == ModelSpec.Topics ? Features.DensityScale(tokens) : Features.AroundScale(tokens) * (spec.View == ModelView.WholeText ? 1 : AroundShare);

    /// <summary>What a text has added, or taken off, by the whole of it.</summary>
    private static double Added(OutputCard output, Reading reading) =>
        (output.English > 0 && reading.IsEnglish ? output.English : 0) - output.Length * reading.Excess - (output.Ungrouped > 0 && !reading.NamesGroup ? output.Ungrouped : 0);

    private static double[] AddBias(double[] scores, LinearModel model)
    {
        for (var k = 0; k < scores.Length; k++) scores[k] += model.Bias[k];
        return scores;
    }

    private readonly struct VisitSink(Visitor visitor, Unit unit, double scale, bool around) : IFeatureSink
    {
        public void Add(int bucket, double value, int start, int end, int start2 = -1, int end2 = -1) => visitor(bucket, value * scale, unit, (start, end, start2, end2), around);
    }
}
