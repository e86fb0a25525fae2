using System.CommandLine;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Language;
using InfoMonitor.Content.Matching;
using InfoMonitor.Content.Privacy;

namespace InfoMonitor.Commands;

/// <summary><c>assess --batch</c>: what the models say of texts, masked first, for archives and for measuring.</summary>
internal static class AssessCommand
{
    public static Command Create()
    {
        var batch = BatchOptions.Batch("{id,title?,text}");
        var output = BatchOptions.Out("{id,language,flagged,reasons,scores,topics,protected,because}");
        var references = new Option<string?>("--references") { Description = "Fact-checks to match: a line each, tab-separated: id, verdict, statement. Taken as independent of the state. With it every line has a score for matches-correction (of the likeliest reference, 0 where none has a word in common); without it none has.", HelpName = "R.tsv" };
        var models = new Option<string?>("--models") { Description = "The models folder; models/ of the home folder when not given.", HelpName = "DIR" };
        var command = new Command("assess", "Say which texts would be flagged, and why. Personal data is masked first: sentences, and offsets (in UTF-16 code units; -1 for the title), are those of the masked text.") { batch, output, references, models };
        command.SetAction((parse, cancellation) => Failure.GuardAsync(() =>
        {
            var assessor = Assessor.Load(ModelCommand.Folder(parse.GetValue(models)));
            var index = parse.GetValue(references) is { } file ? CorrectionIndex.Build(References(file)) : CorrectionIndex.Empty;
            return JsonLinesBatch.RunAsync(parse.GetRequiredValue(batch), parse.GetRequiredValue(output), (line, _) => Assess(line, assessor, index), parse.InvocationConfiguration.Error, cancellation);
        }));
        return command;
    }

    /// <summary>One line of a batch.</summary>
    internal static AssessedLine Assess(JsonElement line, Assessor assessor, CorrectionIndex references)
    {
        var text = PersonalDataMasker.Mask(line.Text("text").Normalize());
        var title = line.TextOrNull("title") is { } given ? PersonalDataMasker.Mask(given.Normalize()) : null;
        var said = assessor.Assess(title, text, LanguageIdentifier.Identify(title is null ? text : $"{title}\n{text}"), references);
        return new AssessedLine(
            said.Language, said.Reasons.Count > 0, Words(said.Reasons), said.Scores.ToDictionary(s => s.Key.Word(), s => s.Value), Words(said.Topics), Words(said.Protected),
            [.. said.Because.Select(b => new BecauseLine(b.Reason.Word(), b.Sentence, b.Offset, b.Words, b.Bias, b.LogOdds, b.Probability, b.ReferenceId))]);
    }

    private static List<string> Words<T>(IReadOnlyList<T> values) where T : struct, Enum => [.. values.Select(v => v.Word())];

    private static List<CorrectionText> References(string file)
    {
        var references = new List<CorrectionText>();
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var fields = line.Split('\t', 3);
            if (fields.Length < 3) throw new InvalidDataException($"{file}, line {number}: wants id, verdict and statement with tabs between them.");
            references.Add(new CorrectionText(fields[0].Trim(), fields[2].Trim().Normalize(), fields[1].Trim(), Independent: true));
        }
        return references;
    }
}

/// <summary>What <c>assess</c> writes for one text.</summary>
/// <param name="Scores">Calibrated probability by reason, 0..1; <c>matches-correction</c> on every line where references were given, else on none.</param>
internal sealed record AssessedLine(
    string Language, bool Flagged, IReadOnlyList<string> Reasons, IReadOnlyDictionary<string, double> Scores, IReadOnlyList<string> Topics, IReadOnlyList<string> Protected, IReadOnlyList<BecauseLine> Because);

/// <param name="Offset">Of the sentence in the masked text, in UTF-16 code units; -1 for the title.</param>
/// <param name="Words">With <paramref name="Bias"/> they sum to <paramref name="LogOdds"/>.</param>
internal sealed record BecauseLine(string Reason, string Sentence, int Offset, IReadOnlyList<WeightedWords> Words, double Bias, double LogOdds, double Probability, string? Reference);
