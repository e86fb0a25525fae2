using System.Globalization;
using System.Text;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Classification.Training;

namespace InfoMonitor.Commands;

/// <summary>Cards and gates in words and columns.</summary>
internal static class CardSheet
{
    public static string Of(ModelCard card)
    {
        var sheet = new StringBuilder();
        sheet.AppendLine(CultureInfo.InvariantCulture, $"\n{card.Name}: {card.Purpose}");
        sheet.AppendLine(CultureInfo.InvariantCulture, $"  {card.Algorithm}");
        sheet.AppendLine(CultureInfo.InvariantCulture, $"  licence {card.Licence}; languages {string.Join(", ", card.Languages)}; predictions {card.Predictions[..12]}");
        foreach (var set in card.Data)
            sheet.AppendLine(CultureInfo.InvariantCulture, $"  data {set.Name}: {set.Rows:N0} rows{(set.Positive is { } positive ? $", {positive:N0} positive" : "")} ({set.Licence})");
        foreach (var output in card.Outputs)
        {
            var calibration = output.Calibration;
            sheet.AppendLine(CultureInfo.InvariantCulture, $"  {output.Name}: threshold {output.Threshold:0.000}, held-out AUC {calibration.AreaUnderCurve:0.000}, calibration error {calibration.ExpectedError:0.000}");
            foreach (var rate in output.Held) sheet.AppendLine("    " + Of(rate, rate.Of));
        }
        if (card.GateNotAsked is { } unasked) sheet.AppendLine(CultureInfo.InvariantCulture, $"  gate not asked on {string.Join(", ", unasked)}: not given, or without a row, when it was trained");
        foreach (var failure in card.KnownFailures) sheet.AppendLine(CultureInfo.InvariantCulture, $"  known failure: {failure}");
        return sheet.ToString();
    }

    public static string Of(GateResult gate)
    {
        var sheet = new StringBuilder("\nGate\n");
        foreach (var (model, line) in gate.Lines)
            sheet.AppendLine(CultureInfo.InvariantCulture, $"  {(line.Passed ? "passed" : "FAILED")}  {(line.AtLeast ? ">=" : "<=")} {line.Limit,6:0.0 %}  {model,-18} {Of(line.Found, $"{line.Rule} ({line.On})")}");
        if (gate.NotAsked is not []) sheet.AppendLine(CultureInfo.InvariantCulture, $"  not asked: {NotAsked(gate.NotAsked)}");
        return sheet.ToString();
    }

    /// <summary>What the gate was not asked on, with the option that gives it.</summary>
    public static string NotAsked(IReadOnlyList<string> sets)
    {
        string data = string.Join(", ", sets.Where(s => s != Gate.DeskLabels && !Gate.Reserves.Contains(s, StringComparer.Ordinal))), own = string.Join(", ", sets.Where(s => Gate.Reserves.Contains(s, StringComparer.Ordinal))), desk = string.Join("", sets.Where(s => s == Gate.DeskLabels));
        return string.Join("; ", new[]
        {
            data.Length > 0 ? $"{data}: name the folder that holds them with --data DIR" : "", own.Length > 0 ? $"{own}: no row in models/data; restore or write some" : "", desk.Length > 0 ? $"{desk}: --with-labels FILE" : "",
        }.Where(s => s.Length > 0));
    }

    private static string Of(Rate rate, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{rate.Hits,6:N0} of {rate.All,6:N0} = {rate.Share,7:0.0 %}  [{rate.Low:0.0 %}, {rate.High:0.0 %}]  {name}");
}
