using System.Text;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Text;

#pragma warning disable MA0009 // no timeout: a slow machine would answer otherwise than a fast one; nothing in the pattern repeats

namespace InfoMonitor.Content.Classification.Training;

/// <summary>What the models say of Vietnamese of the reserve when it is typed otherwise: without accents, decomposed, with tone marks placed the other way.</summary>
internal static partial class Spellings
{
    private const string OpenOld = "òóỏõọ", OpenA = "àáảãạ", OpenE = "èéẻẽẹ", UOld = "ùúủũụ", OpenY = "ỳýỷỹỵ";

    public static (IReadOnlyList<BenchmarkLine> Lines, IReadOnlyList<string> Losses) Measure(Assessor assessor, IReadOnlyList<Row> speech, IReadOnlyList<Row> harm)
    {
        var rows = speech.Concat(harm).Where(r => r.Language == "vi").ToList();
        var (written, plain) = (Gate.Judge(assessor, rows), Judge(Folding.Fold));
        return (
            [
                .. Told("reserve, vi", written), .. Told("reserve, vi, without accents", plain),
                Same("reserve, vi, decomposed (NFD)", Judge(t => t.Normalize(NormalizationForm.FormD))),
                Same("reserve, vi, tone marks placed the other way", Judge(OtherTones)),
            ],
            [.. plain.Where(j => j.Row.Harms is not [_] && j.Said.Reasons.Count > 0).Select(j => $"flagged without accents {string.Join(", ", j.Said.Reasons.Select(r => r.Word()))}: {j.Row.Id} {j.Row.Text}")]);

        List<(Row Row, Assessment Said)> Judge(Func<string, string> spell) => Gate.Judge(assessor, [.. rows.Select(r => r with { Title = r.Title is null ? null : spell(r.Title), Text = spell(r.Text) })]);

        BenchmarkLine Same(string set, List<(Row Row, Assessment Said)> judged) =>
            BenchmarkLine.Share(set, "same reasons", judged.Zip(written).Count(p => p.First.Said.Reasons.SequenceEqual(p.Second.Said.Reasons)), judged.Count);
    }

    /// <summary>Hòa as hoà, hoà as hòa, thúy as thuý: both are taught.</summary>
    public static string OtherTones(string text) => Toned().Replace(text.Normalize(), match =>
    {
        var (first, last) = (match.Value[0], match.Value[1]);
        if (OpenOld.IndexOf(first, StringComparison.Ordinal) is var o and >= 0) return $"o{(last == 'a' ? OpenA : OpenE)[o]}";
        if (UOld.IndexOf(first, StringComparison.Ordinal) is var u and >= 0) return $"u{OpenY[u]}";
        if (OpenA.IndexOf(last, StringComparison.Ordinal) is var a and >= 0) return $"{OpenOld[a]}a";
        if (OpenE.IndexOf(last, StringComparison.Ordinal) is var e and >= 0) return $"{OpenOld[e]}e";
        return $"{UOld[OpenY.IndexOf(last, StringComparison.Ordinal)]}y";
    });

    [GeneratedRegex(@"(?:[òóỏõọ][ae]|o[àáảãạèéẻẽẹ]|(?<![qQ])(?:[ùúủũụ]y|u[ỳýỷỹỵ]))(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Toned();

    /// <summary>Harm found and protected speech left alone, hate and incitement standing for each other as in the gate.</summary>
    private static IEnumerable<BenchmarkLine> Told(string set, List<(Row Row, Assessment Said)> judged)
    {
        var (harm, speech) = (judged.Where(j => j.Row.Harms is [_]).ToList(), judged.Where(j => j.Row.Harms is not [_]).ToList());
        var found = harm.Count(j => j.Said.Reasons.Any(Gate.Near(j.Row.Harms![0]).Contains));
        yield return BenchmarkLine.F1($"{set}, harm told from protected speech", found, harm.Count - found, speech.Count(j => j.Said.Reasons.Any(FlagReasons.IsHarm)), judged.Count);
        yield return BenchmarkLine.Share($"{set}, protected speech", "flagged", speech.Count(j => j.Said.Reasons.Count > 0), speech.Count);
    }
}
