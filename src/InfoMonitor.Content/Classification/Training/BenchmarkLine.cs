namespace InfoMonitor.Content.Classification.Training;

/// <summary>A figure with its 95 % interval, to four places.</summary>
/// <param name="Figure">For example "ROC AUC".</param>
internal sealed record BenchmarkLine(string Set, string Figure, double Value, double Low, double High, int Rows)
{
    /// <summary>A share of rows; its interval is Wilson's (1927), the whole of 0..1 for no rows.</summary>
    public static BenchmarkLine Share(string set, string figure, int hits, int all)
    {
        var rate = new Rate(figure, hits, all);
        return Of(set, figure, rate.Share, (rate.Low, rate.High), all);
    }

    /// <summary>Area under the ROC curve; its interval after Hanley and McNeil (1982), the whole of 0..1 where one of the labels is missing.</summary>
    public static BenchmarkLine Area(string set, IReadOnlyCollection<(double Score, bool Label)> scores)
    {
        var area = Calibrator.Area(scores);
        double positive = scores.Count(s => s.Label), negative = scores.Count - positive;
        if (positive == 0 || negative == 0) return Of(set, "ROC AUC", area, (0, 1), scores.Count);
        var (twoPositives, twoNegatives) = (area / (2 - area), 2 * area * area / (1 + area));
        var error = Math.Sqrt((area * (1 - area) + (positive - 1) * (twoPositives - area * area) + (negative - 1) * (twoNegatives - area * area)) / (positive * negative));
        return Of(set, "ROC AUC", area, (Math.Max(0, area - Wilson.NinetyFive * error), Math.Min(1, area + Wilson.NinetyFive * error)), scores.Count);
    }

    /// <summary>F1. Of all rows that are positive or found, the share that is both (Jaccard) has Wilson's interval, and F1 rises with it: 2j / (1 + j).</summary>
    /// <param name="hits">Positive and found.</param>
    /// <param name="missed">Positive and not found.</param>
    /// <param name="wrong">Found and not positive.</param>
    public static BenchmarkLine F1(string set, int hits, int missed, int wrong, int rows)
    {
        var both = new Rate("", hits, hits + missed + wrong);
        return Of(set, "F1", Rising(both.Share), (Rising(both.Low), Rising(both.High)), rows);

        static double Rising(double share) => 2 * share / (1 + share);
    }

    private static BenchmarkLine Of(string set, string figure, double value, (double Low, double High) interval, int rows) =>
        new(set, figure, Math.Round(value, 4), Math.Round(interval.Low, 4), Math.Round(interval.High, 4), rows);
}
