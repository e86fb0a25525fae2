using System.CommandLine;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Classification.Training;

namespace InfoMonitor.Commands;

/// <summary><c>model compare A B</c>: would a candidate hold the gate, and where is it better or worse than what runs?</summary>
internal static class ModelCompareCommand
{
    public static Command Create(Option<string?> data, Option<string?> home, Option<string?> labels)
    {
        var a = new Argument<string>("A") { Description = "A models folder, as shipped. Looked for here, then in the home folder." };
        var b = new Argument<string>("B") { Description = "Another: the candidate. Looked for likewise." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("compare", "Hold two models folders against the same gate, the one of A's data/ (else of the home folder's models/data): every line side by side, figures, and the rows they judge otherwise; the last line names what got better and worse. Exit code 1 when B does not hold every line that was asked; sets and labels that were not given are named.") { a, b, data, labels, json, home };
        command.SetAction((parse, _) => Failure.GuardAsync(() =>
        {
            var (where, sets) = (ModelCommand.HomeOf(parse.GetValue(home)), parse.GetValue(data));
            var (one, other) = (ModelCommand.Set(parse.GetRequiredValue(a), where), ModelCommand.Set(parse.GetRequiredValue(b), where));
            ModelCommand.CheckData(sets, Evaluation.Sets);
            if (ModelCommand.Labels(parse.GetValue(labels), parse.InvocationConfiguration.Error) is not (var read, true)) return Task.FromResult(ExitCodes.Found);
            var compared = Comparison.Of(one, other, ModelCommand.Rows(one, parse.GetValue(home)), sets, read?.Gate);
            parse.InvocationConfiguration.Output.WriteLine(parse.GetValue(json) ? JsonSerializer.Serialize(new { holds = compared.Holds, compared.A, compared.B, compared.Lines, compared.Figures, compared.Rows, compared.NotAsked }, ModelCard.Json) : ComparisonSheet.Of(compared, one, other));
            return Task.FromResult(compared.Holds ? ExitCodes.Ok : ExitCodes.Found);
        }));
        return command;
    }
}
