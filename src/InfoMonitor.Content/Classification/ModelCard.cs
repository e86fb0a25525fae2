using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace InfoMonitor.Content.Classification;

/// <summary>What <c>card.json</c> says of a model: what it was made from, what it may do, how well it does it.</summary>
public sealed record ModelCard
{
    public required string Name { get; init; }

    /// <summary>In a sentence, for a person.</summary>
    public required string Purpose { get; init; }

    public required string Algorithm { get; init; }

    /// <summary>Terms of the model file, and why (share-alike data).</summary>
    public required string Licence { get; init; }

    /// <summary>The sets it was trained on.</summary>
    public required IReadOnlyList<TrainingSet> Data { get; init; }

    /// <summary>What could have been used and was not there, or may not be used.</summary>
    public required IReadOnlyList<string> NotUsed { get; init; }

    /// <summary>ISO 639-1 codes of the languages whose gate it passed.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>One for each output, in the order of the scores in <c>model.zip</c>.</summary>
    public required IReadOnlyList<OutputCard> Outputs { get; init; }

    /// <summary>What the gate said when the model was written.</summary>
    public required IReadOnlyList<GateLine> Gate { get; init; }

    public required IReadOnlyList<string> KnownFailures { get; init; }

    /// <summary>SHA-256 (hex) over the weights and the numbers of <see cref="Outputs"/>: the model is refused when file or card hold others.</summary>
    public required string Weights { get; init; }

    /// <summary>SHA-256 (hex) over the scores of every training row, rounded to 1e-4: equal for equal data, though zip files differ byte-wise.</summary>
    public required string Predictions { get; init; }

    /// <summary>Sets that were not given to <c>model train --data</c>, so that the gate was not asked their lines; null where it was asked all.</summary>
    public IReadOnlyList<string>? GateNotAsked { get; init; }

    /// <summary>SHA-256 (hex) over the rest of the card: it is refused when it says something else than <c>model train</c> wrote. Null in cards written before there were seals.</summary>
    public string? Seal { get; init; }

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}

/// <param name="Name">Of the set.</param>
/// <param name="Licence">As its publisher states it.</param>
/// <param name="Rows">Used.</param>
/// <param name="Positive">Of these, of the output's class; null for a model with several outputs.</param>
/// <param name="Note">What was left out of the set and why.</param>
public sealed record TrainingSet(string Name, string Licence, int Rows, int? Positive, string? Note);

/// <summary>One output of a model.</summary>
/// <param name="Name">The word of its vocabulary.</param>
/// <param name="Threshold">Calibrated probability from which it counts; chosen on cross-validated scores, never on the reserve.</param>
/// <param name="Slope">Calibration (Platt, 1999): probability = sigmoid(slope * log-odds + intercept).</param>
/// <param name="Calibration">Held-out reliability.</param>
/// <param name="Held">Cross-validated figures at the threshold, by class of row.</param>
/// <param name="Length">Log-odds taken off a text for each unit of <see cref="Reading.Excess"/>: the strongest of thirty sentences is strong by chance. Fitted on held-out articles.</param>
/// <param name="Ungrouped">Log-odds taken off a text that names no protected group, for models of harm to one: anger at those who rule is worded like hate, and is none. Fitted on held-out protected speech.</param>
/// <param name="English">Log-odds added to an English text: English is a fifth of the rows, so its quiet ones stay further below the threshold than Vietnamese ones. Fitted on held-out English rows.</param>
/// <param name="Shown">Of a topic or a class of protected speech, the calibrated probability from which it is shown to people: at it, four in five of the rows held out were rightly named, and next to no harmful one; 1 where no probability gives that. Never below <paramref name="Threshold"/>, from which the policy counts it.</param>
public sealed record OutputCard(string Name, double Threshold, double Slope, double Intercept, CalibrationCard Calibration, IReadOnlyList<Rate> Held, double Length = 0, double Shown = 0, double Ungrouped = 0, double English = 0)
{
    public double Probability(double logOdds) => 1 / (1 + Math.Exp(-(Slope * logOdds + Intercept)));

    /// <summary>Those that decide, for <see cref="ModelCard.Weights"/>: numbers are written so that they read back to the same bits. <see cref="English"/> only where there is any, so that cards from before it hold.</summary>
    internal byte[] Numbers() => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"{Name} {Threshold:R} {Slope:R} {Intercept:R} {Length:R} {Shown:R} {Ungrouped:R}{(English == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {English:R}"))}\n"));
}

/// <param name="ExpectedError">Expected calibration error over the bins, 0..1.</param>
/// <param name="AreaUnderCurve">ROC AUC of the held-out scores.</param>
public sealed record CalibrationCard(double ExpectedError, double AreaUnderCurve, IReadOnlyList<ReliabilityBin> Bins);

/// <summary>One bin of the reliability diagram: mean probability said, share that was so.</summary>
public sealed record ReliabilityBin(double Said, double Was, int Rows);

/// <summary>A share with its 95 % interval (Wilson, 1927).</summary>
public sealed record Rate(string Of, int Hits, int All)
{
    public double Share => All == 0 ? 0 : (double)Hits / All;

    public double Low => Wilson.Interval(Share, All, Wilson.NinetyFive).Low;

    public double High => Wilson.Interval(Share, All, Wilson.NinetyFive).High;
}

/// <param name="Rule">What was asked.</param>
/// <param name="On">Which rows answered it.</param>
/// <param name="Limit">The share that must be reached, or may not be passed.</param>
public sealed record GateLine(string Rule, string On, Rate Found, double Limit, bool AtLeast)
{
    public bool Passed => AtLeast ? Found.Share >= Limit : Found.Share <= Limit;
}
