namespace InfoMonitor.Content.Classification.Training;

/// <summary>A held-out answer of a model.</summary>
/// <param name="Excess">As <see cref="Reading.Excess"/>.</param>
/// <param name="NamesGroup">As <see cref="Reading.NamesGroup"/>.</param>
internal readonly record struct Held(Row Row, double LogOdds, bool Label, double Excess, bool NamesGroup)
{
    public bool IsEnglish => Row.Language == "en";
}

/// <summary>Calibration of held-out scores (Platt, 1999, with his smoothed targets; Newton steps after Lin, Lin and Weng, 2007) and its measures.</summary>
internal static class Calibrator
{
    public static (double Slope, double Intercept) Fit(IReadOnlyList<(double LogOdds, bool Label)> held)
    {
        double positive = held.Count(h => h.Label), negative = held.Count - positive;
        var (high, low) = ((positive + 1) / (positive + 2), 1 / (negative + 2));
        var (slope, intercept) = (1.0, 0.0);
        for (var round = 0; round < 100; round++)
        {
            double gs = 0, gi = 0, hss = 1e-9, hsi = 0, hii = 1e-9;
            foreach (var h in held)
            {
                var p = Sigmoid(slope * h.LogOdds + intercept);
                var (error, curve) = (p - (h.Label ? high : low), Math.Max(p * (1 - p), 1e-12));
                gs += error * h.LogOdds;
                gi += error;
                hss += curve * h.LogOdds * h.LogOdds;
                hsi += curve * h.LogOdds;
                hii += curve;
            }
            var det = hss * hii - hsi * hsi;
            var (ds, di) = ((hii * gs - hsi * gi) / det, (hss * gi - hsi * gs) / det);
            var step = Math.Min(1, 2 / Math.Max(1e-9, Math.Max(Math.Abs(ds), Math.Abs(di))));
            slope -= step * ds;
            intercept -= step * di;
            if (Math.Abs(ds) + Math.Abs(di) < 1e-9) break;
        }
        return (Math.Max(slope, 1e-3), intercept); // monotone, whatever the data
    }

    /// <summary>The reliability diagram in ten bins, its expected error, and how well the scores tell the labels apart.</summary>
    public static CalibrationCard Measure(IReadOnlyList<(double LogOdds, bool Label)> held, double slope, double intercept)
    {
        const int bins = 10;
        var rows = held.Select(h => (Said: Sigmoid(slope * h.LogOdds + intercept), Was: h.Label ? 1.0 : 0.0)).ToList();
        var diagram = rows.GroupBy(r => Math.Min(bins - 1, (int)(r.Said * bins))).OrderBy(g => g.Key)
            .Select(g => new ReliabilityBin(Round(g.Average(r => r.Said)), Round(g.Average(r => r.Was)), g.Count())).ToList();
        var error = rows.Count == 0 ? 0 : diagram.Sum(b => Math.Abs(b.Said - b.Was) * b.Rows) / rows.Count;
        return new CalibrationCard(Round(error), Round(Area(held)), diagram);
    }

    /// <summary>Area under the ROC curve by ranks, ties shared (Mann and Whitney, 1947).</summary>
    public static double Area(IEnumerable<(double Score, bool Label)> scores)
    {
        var sorted = scores.OrderBy(s => s.Score).ToList();
        double ranks = 0, positives = 0;
        for (var i = 0; i < sorted.Count;)
        {
            var end = i;
            while (end < sorted.Count && sorted[end].Score.Equals(sorted[i].Score)) end++;
            for (var k = i; k < end; k++)
                if (sorted[k].Label) { ranks += (i + end + 1) / 2.0; positives++; }
            i = end;
        }
        var negatives = sorted.Count - positives;
        return positives == 0 || negatives == 0 ? 0.5 : (ranks - positives * (positives + 1) / 2) / (positives * negatives);
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Round(double value) => Math.Round(value, 4);
}
