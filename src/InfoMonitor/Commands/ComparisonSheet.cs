using System.Globalization;
using System.Text;
using InfoMonitor.Content.Classification.Training;

namespace InfoMonitor.Commands;

/// <summary>Two sets of models in words and columns.</summary>
internal static class ComparisonSheet
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string Of(Comparison compared, string a, string b)
    {
        var sheet = new StringBuilder();
        sheet.AppendLine(Culture, $"A {a} (version {compared.A[..12]})\nB {b} (version {compared.B[..12]})");
        if (compared.A == compared.B) sheet.AppendLine("They are the same models.");
        sheet.AppendLine(Culture, $"\nGate\n  {"limit",10}  {"A",22}  {"B",22}");
        foreach (var line in compared.Lines.Where(l => !IsQuiet(l)))
            sheet.AppendLine(Culture, $"  {(line.AtLeast ? ">=" : "<=")} {line.Limit,7:0.0 %}  {Of(line.A, line.PassedA),22}  {Of(line.B, line.PassedB),22}  {Sign(line.Gain)} {line.Model,-18} {line.Rule} ({line.On})");
        if (compared.Lines.Count(IsQuiet) is var quiet and > 0) sheet.AppendLine(Culture, $"  and {quiet} lines of a single group each, on which both hold and are alike (--json shows them)");
        sheet.AppendLine(Culture, $"\nFigures\n  {"A",7}  {"B",7}");
        foreach (var figure in compared.Figures)
            sheet.AppendLine(Culture, $"  {Of(figure.A),7}  {Of(figure.B),7}  {Sign(figure.Gain ?? 0)} {figure.Model,-18} {figure.Figure}, {figure.On}");
        sheet.AppendLine(Culture, $"\nRows of the gate that they judge otherwise: {compared.Rows.Count}");
        foreach (var row in compared.Rows)
            sheet.AppendLine(Culture, $"  {row.Id} ({row.Says}, {row.Language}): A {Of(row.A)}, B {Of(row.B)}");
        return sheet.Append('\n').Append(Last(compared)).ToString();
    }

    private static bool IsQuiet(ComparedLine line) => line.Rule.Contains(": ", StringComparison.Ordinal) && line.PassedA && line.PassedB && line.Gain == 0;

    private static string Last(Comparison compared)
    {
        var (better, worse, failed) = (compared.Lines.Where(l => l.Gain > 0).ToList(), compared.Lines.Where(l => l.Gain < 0).ToList(), compared.Lines.Where(l => !l.PassedB).ToList());
        var unasked = compared.NotAsked is [] ? "" : $" (not asked: {CardSheet.NotAsked(compared.NotAsked)})";
        var lower = compared.Figures.Where(f => f.Gain < 0).ToList();
        return $"{(failed.Count > 0 ? $"B fails {Named(failed)}" : unasked.Length > 0 ? "B holds every line of the gate that was asked" : "B holds every line of the gate")}{unasked}; better than A on {Named(better)}; worse on {Named(worse)}, and in {(lower.Count == 0 ? "no figure" : $"{lower.Count} {(lower.Count == 1 ? "figure" : "figures")} ({string.Join("; ", lower.Select(f => $"{f.Model}: {f.Figure}, {f.On}, {Of(f.B)} instead of {Of(f.A)}"))})")}.";
    }

    private static string Named(List<ComparedLine> lines) => lines.Count == 0 ? "no line" : $"{lines.Count} {(lines.Count == 1 ? "line" : "lines")} ({string.Join("; ", lines.Select(l => $"{l.Model}: {l.Rule}, {l.On}"))})";

    private static string Of(Content.Classification.Rate rate, bool passed) => string.Create(Culture, $"{(passed ? "" : "FAILED ")}{rate.Hits} of {rate.All} = {rate.Share:0.0 %}");

    private static string Of(double? value) => value is { } said ? said.ToString("0.0000", Culture) : "-";

    private static string Of(IReadOnlyList<string> reasons) => reasons.Count == 0 ? "not flagged" : string.Join(", ", reasons);

    private static char Sign(double gain) => gain > 0 ? '+' : gain < 0 ? '-' : ' ';
}
