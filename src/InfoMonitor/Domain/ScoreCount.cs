using InfoMonitor.Content.Classification;

namespace InfoMonitor.Domain;

/// <summary>How one set of models scored a week's items, counted as they are stored: what is drawn of the models is read from here, not from the items. A row for each bin of scores that occurred.</summary>
/// <remarks>Of pages only: what people bring by hand was chosen by them. Each item once, as it was first read.</remarks>
internal sealed class ScoreCount
{
    /// <summary>The <see cref="Reason"/> of the row that counts items flagged for anything; it has one bin, 0.</summary>
    public const string Any = "any";

    /// <summary>The Monday it began with, in the office's zone.</summary>
    public DateOnly Week { get; init; }

    /// <summary>Content hash of the models.</summary>
    public required string Model { get; init; }

    /// <summary>True for candidates: what they would have done.</summary>
    public bool Shadow { get; init; }

    /// <summary>The word of a <see cref="FlagReason"/>, or <see cref="Any"/>.</summary>
    public required string Reason { get; init; }

    public SourceKind Kind { get; init; }
    public Ownership Ownership { get; init; }

    /// <summary>Of the score: <see cref="ScoreBins"/>.</summary>
    public int Bin { get; init; }

    /// <summary>Items scored so.</summary>
    public long Items { get; init; }

    /// <summary>Of these, at their card's threshold or over it: what the policy then let pass is among them.</summary>
    public long Over { get; init; }

    /// <summary>Of these, flagged for the reason.</summary>
    public long Flagged { get; init; }

    /// <summary>Of these, flagged by the candidate and not by the live models; 0 where <see cref="Shadow"/> is false.</summary>
    public long Alone { get; init; }

    /// <summary>Of these, flagged by the live models and not by the candidate; 0 where <see cref="Shadow"/> is false.</summary>
    public long Missed { get; init; }
}

/// <summary>An item that candidate models flag and the live ones do not, or the other way round. For whoever decides on the candidate: it is no flag, and no reviewer is shown it.</summary>
internal sealed class ShadowDifference
{
    public long Id { get; init; }
    public long ItemId { get; init; }
    public Item? Item { get; init; }

    /// <summary>Content hash of the candidate.</summary>
    public required string Model { get; init; }

    public FlagReason Reason { get; init; }

    /// <summary>True where the candidate would flag it, false where only the live models do.</summary>
    public bool Flags { get; init; }

    /// <summary>The candidate's score, 0..1; null where it gave none.</summary>
    public double? Score { get; init; }

    /// <summary>The live models', 0..1; null where they gave none.</summary>
    public double? LiveScore { get; init; }
}

/// <summary>Scores in bins of equal width in log-odds, since nearly all of them lie near 0, where equal shares of 0..1 would tell nothing apart.</summary>
internal static class ScoreBins
{
    private const double Width = 0.5;

    /// <summary>Log-odds -12, a probability of 6 in a million; what is below counts here.</summary>
    public const int Least = -24;

    public const int Greatest = 23;

    /// <param name="probability">0..1.</param>
    public static int Of(double probability) => probability <= 0 ? Least : probability >= 1 ? Greatest : Math.Clamp((int)Math.Floor(Math.Log(probability / (1 - probability)) / Width), Least, Greatest);

    /// <summary>The probability at which a share of what was counted lies below, between the edges of its bin as if that were filled evenly; null where nothing was counted.</summary>
    /// <param name="bins">How many lie in each.</param>
    public static double? Quantile(IReadOnlyDictionary<int, long> bins, double share)
    {
        ArgumentNullException.ThrowIfNull(bins);
        var wanted = share * bins.Values.Sum();
        var below = 0L;
        foreach (var (bin, count) in bins.Where(b => b.Value > 0).OrderBy(b => b.Key))
        {
            if (below + count >= wanted) return 1 / (1 + Math.Exp(-Width * (bin + (wanted - below) / count)));
            below += count;
        }
        return null;
    }
}
