using InfoMonitor.Content.Text;
using Microsoft.ML.Data;

namespace InfoMonitor.Content.Classification.Training;

/// <summary>A row as one model sees it: a vector for each unit that carries its label.</summary>
internal sealed class Case
{
    private Case(Row row, double weight, Reading reading, IReadOnlyList<VBuffer<float>> units, bool measured, bool plain)
    {
        (Row, Weight, Excess, NamesGroup, Units, Measured, Plain) = (row, weight, reading.Excess, reading.NamesGroup, units, measured, plain);
        Shares = Enumerable.Repeat(1.0 / units.Count, units.Count).ToArray();
    }

    public Row Row { get; }

    public double Weight { get; }

    /// <summary>As <see cref="Reading.Excess"/>.</summary>
    public double Excess { get; }

    /// <summary>As <see cref="Reading.NamesGroup"/>.</summary>
    public bool NamesGroup { get; }

    public IReadOnlyList<VBuffer<float>> Units { get; }

    /// <summary>The row as it was written, not a variant made for training.</summary>
    public bool Measured { get; }

    /// <summary>The row as it would be typed without accents: a threshold must hold for it too.</summary>
    public bool Plain { get; }

    /// <summary>Which of the units makes a harmful text harmful is not written down: the share of the label each carries, refined by the model's own scores.</summary>
    public double[] Shares { get; }

    /// <summary>The row, its form without accents, with its people made a protected group, and for harm its sentences among those of other people's criticism: being critical does not immunise harm.</summary>
    public static IEnumerable<Case> Of(ModelSpec spec, Row row, IReadOnlyList<Row> company)
    {
        var reading = Reading.Of(row.Title, row.Text, row.Language);
        if (reading.Units.Count == 0) yield break;
        var weight = row.Counts(spec);
        yield return Make(spec, row, reading, weight, 0, reading.Units.Count, measured: true);
        if (row.Set is RowSets.HateCheck or RowSets.Press) yield break;
        if (row.Language == "vi" && Folding.Fold(row.Text) is var plain && plain.Length > 0 && row.Text.Any(c => c > 127) && (row.Set != RowSets.SafeSense || Folds.Of(row.Text, 3) == 0))
            yield return Make(spec, row, Reading.Of(null, plain), weight * (row.Set == RowSets.SafeSense ? 0.5 : 1), 0, int.MaxValue, measured: false, plain: true);
        if (spec.Form == TokenForm.Grouped && Swaps.Of(row) is { } swapped) yield return Make(spec, row, Reading.Of(null, swapped, row.Language), weight, 0, int.MaxValue, measured: false);
        if (spec.View != ModelView.SentenceInContext || row.Harms is not { Count: > 0 } || row.Set is not (RowSets.Harm or RowSets.Desk) || company.Count == 0) yield break;
        for (var i = 0; i < 2; i++)
        {
            var other = company[Folds.Of(row.Id + i, company.Count)];
            if (other.Language != row.Language) continue;
            var (first, text) = i == 0 ? (Reading.Of(null, other.Text).Units.Count, $"{other.Text}\n{row.Text}") : (0, $"{row.Text}\n{other.Text}");
            yield return Make(spec, row, Reading.Of(null, text, row.Language), weight * 0.5, first, reading.Units.Count, measured: false);
        }
    }

    private static Case Make(ModelSpec spec, Row row, Reading reading, double weight, int first, int count, bool measured, bool plain = false)
    {
        var units = spec.View == ModelView.WholeText ? [0] : Enumerable.Range(0, reading.Units.Count).Skip(first).Take(count);
        return new Case(row, weight, reading, [.. units.Select(i => Fitter.Buffer(Scorer.Vector(spec, reading, i)))], measured, plain);
    }
}
