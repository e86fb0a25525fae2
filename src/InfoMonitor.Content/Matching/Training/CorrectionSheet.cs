using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Classification.Training;

namespace InfoMonitor.Content.Matching.Training;

/// <summary>Held-out answers and what they measure. A text answers with every statement it reaches the threshold for.</summary>
internal sealed class CorrectionSheet(IReadOnlyDictionary<PairCase, double> held, double slope, double intercept)
{
    /// <summary>The lowest threshold at which that share of all answers is right (statements, paraphrases and debunks against look-alikes, other statements and ordinary texts) and that share of look-alikes rejected.</summary>
    public double Threshold(double precision, double rejection)
    {
        var sorted = held.Where(h => IsCounted(h.Key)).OrderByDescending(h => h.Value).ToList();
        double lookalikes = sorted.Count(h => h.Key.Kind == PairKind.Lookalike);
        double right = 0, taken = 0, threshold = Probability(sorted[0].Value);
        for (var i = 0; i < sorted.Count; i++)
        {
            if (sorted[i].Key.Repeats) right++;
            if (sorted[i].Key.Kind == PairKind.Lookalike) taken++;
            if (right / (i + 1) >= precision && 1 - taken / lookalikes >= rejection) threshold = Probability(sorted[i].Value);
        }
        return Math.Floor(threshold * 1e6) / 1e6;
    }

    /// <summary>Length is chosen for articles; near look-alikes, which were picked for being hard, are told on their own.</summary>
    private static bool IsCounted(PairCase one) => one.Kind is not (PairKind.Article or PairKind.NearLookalike);

    /// <summary>What each unit of excess must take off (log-odds), so that about a share of the articles reaches the threshold; 0 where there are none. The mean of what those about that place need: one article of two hundred is chance.</summary>
    public double Length(double threshold, double share)
    {
        var wanted = (Math.Log(threshold / (1 - threshold)) - intercept) / slope;
        var needed = Strongest().Select(a => a.Excess > 0 ? (a.LogOdds - wanted) / a.Excess : 0).OrderDescending().ToList();
        return needed.Count == 0 ? 0 : Math.Round(Math.Max(0, needed.Take(2 * (int)(share * needed.Count) + 1).Average()) + 0.001, 3);
    }

    public Rate Articles(double threshold, double length)
    {
        var articles = Strongest().ToList();
        return new Rate("articles that reach the threshold with a statement", articles.Count(a => Probability(a.LogOdds - length * a.Excess) >= threshold), articles.Count);
    }

    /// <summary>By article: its likeliest statement.</summary>
    private IEnumerable<(double LogOdds, double Excess)> Strongest() =>
        held.Where(h => h.Key.Kind == PairKind.Article).GroupBy(h => h.Key.Text).Select(g => (g.Max(h => h.Value), g.First().Key.Excess));

    public Rate PrecisionAt(double threshold)
    {
        var over = held.Where(h => IsCounted(h.Key) && Probability(h.Value) >= threshold).ToList();
        return new Rate("of all answers, right", over.Count(h => h.Key.Repeats), over.Count);
    }

    public List<Rate> Rates(double threshold) =>
    [
        PrecisionAt(threshold),
        .. held.Keys.Where(c => c.Kind is not (PairKind.OtherStatement or PairKind.OrdinaryText or PairKind.Article)).GroupBy(c => c.Kind).OrderBy(g => g.Key).SelectMany(g => g.GroupBy(c => c.Language).Select(l => (Name: $"{Says(g.Key)}, {l.Key}", Rows: l.ToList())).Prepend((Name: Says(g.Key), Rows: g.ToList())))
            .Select(g => new Rate(g.Name, g.Rows.Count(c => Over(c, threshold) == c.Repeats), g.Rows.Count)),
        new Rate("statement among the index's candidates, paraphrases", held.Keys.Count(c => c is { Kind: PairKind.Paraphrase, Found: true }), held.Keys.Count(c => c.Kind == PairKind.Paraphrase)),
        .. held.Keys.Where(c => c.Kind is PairKind.OtherStatement or PairKind.OrdinaryText).GroupBy(c => c.Kind).OrderBy(g => g.Key)
            .Select(g => new Rate($"texts that reach the threshold with a statement not theirs, {g.Key.Word()}", g.Where(c => Over(c, threshold)).Select(c => c.Text).Distinct().Count(), g.Select(c => c.Text).Distinct().Count())),
    ];

    /// <summary>Of pairs the index found; how well they are told apart, of paraphrases and look-alikes alone.</summary>
    public CalibrationCard Calibration() =>
        Calibrator.Measure([.. held.Where(h => h.Key.Found).Select(Answer)], slope, intercept) with
        {
            AreaUnderCurve = Math.Round(Calibrator.Area(held.Where(h => h.Key.Kind is PairKind.Paraphrase or PairKind.Lookalike).Select(Answer)), 4),
        };

    public List<string> Losses(double threshold) =>
        [.. held.Where(h => h.Key.Kind != PairKind.Article && Over(h.Key, threshold) != h.Key.Repeats).OrderBy(h => h.Key.Kind).ThenByDescending(h => h.Value).Select(h => FormattableString.Invariant($"{Probability(h.Value):0.000} {(h.Key.Found ? "" : "not found ")}{h.Key.Label}"))];

    public static string Says(PairKind kind) => kind switch
    {
        PairKind.Statement => "statements found",
        PairKind.Reworded => "reworded statements found",
        PairKind.Paraphrase => "paraphrases found",
        PairKind.Debunk => "debunks found",
        PairKind.Lookalike => "look-alikes rejected",
        PairKind.NearLookalike => "near look-alikes rejected",
        PairKind.OtherStatement => "other statements rejected",
        PairKind.OrdinaryText => "ordinary texts rejected",
        PairKind.Article => "articles rejected",
    };

    private static (double LogOdds, bool Label) Answer(KeyValuePair<PairCase, double> one) => (one.Value, one.Key.Repeats);

    private bool Over(PairCase one, double threshold) => Probability(held[one]) >= threshold;

    private double Probability(double logOdds) => 1 / (1 + Math.Exp(-(slope * logOdds + intercept)));
}
