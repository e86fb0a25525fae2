using System.CommandLine;
using System.Text;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Language;
using InfoMonitor.Content.Matching;
using InfoMonitor.Content.Text;
using InfoMonitor.Fetching;
using InfoMonitor.Ingestion;

namespace InfoMonitor.Commands;

/// <summary><c>assess --batch</c> (and <c>--replay</c>, see <see cref="ReplayStep"/>): what the models say of texts, for archives and for measuring. What is printed is what the service would store: masked, and redacted where a text exposes somebody (DESIGN 2.1).</summary>
internal static class AssessCommand
{
    /// <summary>Of one text in UTF-8: the crawler reads no larger page. The time it takes grows with the length, a megabyte some seconds.</summary>
    internal static readonly int MostBytes = new FetchingOptions().MaxBytes;

    public static Command Create()
    {
        var batch = BatchOptions.Batch("{id,title?,text}");
        batch.Required = false;
        var replay = new Option<long?>("--replay") { Description = "Instead of a batch: judge a stored item again, with the models and references of then, and say whether the same comes out bit for bit (0: the same, 1: not).", HelpName = "ITEM", CustomParser = given => WholeNumber.Of("--replay", 1, long.MaxValue)(given) };
        var json = new Option<bool>("--json") { Description = "With --replay: print one JSON object." };
        var demo = Settings.Demo();
        var output = BatchOptions.Out("{id,language,assessed,flagged,reasons,scores,topics,protected,spared,because}; assessed is false for a language that no model reads: then only corrections are matched");
        var references = new Option<string?>("--references") { Description = "Fact-checks to match: a line each, tab-separated: id, verdict, statement. Taken as independent of the state. One whose verdict says that the claim is true (Đúng, true, ពិត) settles the claim and queues nothing. With it every line has a score for matches-correction (of the likeliest reference that contradicts, 0 where none has a word in common); without it none has.", HelpName = "R.tsv" };
        var models = ModelCommand.JudgingOption();
        var home = ModelCommand.Home();
        var command = new Command("assess", "Say which texts would be flagged, and why. White space within a line is folded and personal data masked first, and a text flagged victim-exposure is redacted as the service would store it ([NAME], [SCHOOL], [ADDRESS], [DETAIL]; […] stands for words that are not shown): sentences, and offsets (in UTF-16 code units; -1 for the title), are those of the masked and redacted text.") { batch, output, replay, json, references, models, home, demo }.TakesSettings();
        command.SetAction((parse, cancellation) => Failure.GuardAsync(() =>
        {
            if (parse.GetValue(replay) is not null && parse.GetValue(batch) is not null) throw new UsageException("--batch judges texts, --replay a stored item: give one of them. See: infomonitor assess --help");
            if (parse.GetValue(replay) is { } item) return ReplayStep.RunAsync(SettingsOf(parse, home), parse.GetValue(demo), item, parse.GetValue(json), parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error, cancellation);
            if (parse.GetValue(batch) is not { } lines) throw new UsageException("Name the texts, --batch FILE, or a stored item, --replay ITEM. See: infomonitor assess --help");
            if (parse.UnmatchedTokens is [var token, ..]) throw new UsageException($"'{token}' is no option of assess --batch. See: infomonitor assess --help");
            var index = parse.GetValue(references) is { } file ? CorrectionIndex.Build(References(file)) : CorrectionIndex.Empty;
            var judging = ModelCommand.Judging(parse.GetValue(models), parse.GetValue(home));
            ModelCards.Read(judging).MustHavePassed(judging);
            var assessor = Assessor.Load(judging);
            return JsonLinesBatch.RunAsync(lines, parse.GetRequiredValue(output), (line, _) => Assess(line, assessor, index), parse.InvocationConfiguration.Error, cancellation);
        }));
        return command;
    }

    private static string[] SettingsOf(ParseResult parse, Option<string?> home) => parse.GetValue(home) is { } folder ? [.. Settings.Of(parse), "--home=" + folder] : Settings.Of(parse);

    /// <summary>One line of a batch.</summary>
    internal static AssessedLine Assess(JsonElement line, Assessor assessor, CorrectionIndex references)
    {
        var text = ArticleReader.Clean(Bounded("text", line.Text("text")));
        var title = line.TextOrNull("title") is { } given ? ArticleReader.Clean(Bounded("title", given)) : null;
        var said = assessor.Assess(title, text, LanguageIdentifier.Identify(title is null ? text : $"{title}\n{text}"), references);
        if (ExposureRedactor.Exposes(said)) (_, said) = ExposureRedactor.Redact(new Article(title, text, said.Language, PublishedAt: null, FactChecks: []), said, ExposureRedactor.Exposing(said));
        return new AssessedLine(
            said.Language, said.Assessed, said.Reasons.Count > 0, Words(said.Reasons), said.Scores.ToDictionary(s => s.Key.Word(), s => s.Value), Words(said.Topics), Words(said.Protected),
            said.Spared?.ToDictionary(s => s.Key.Word(), s => s.Value.Word()) ?? [],
            [.. said.Because.Select(b => new BecauseLine(b.Reason.Word(), b.Sentence, b.Offset, b.Words, b.Bias, b.LogOdds, b.Probability, b.ReferenceId))]);
    }

    private static string Bounded(string field, string text) => Encoding.UTF8.GetByteCount(text) <= MostBytes ? text
        : throw new BatchLineException($"\"{field}\" is longer than {MostBytes / 1024 / 1024} MB, the most that the crawler reads of a page: give it in parts");

    private static List<string> Words<T>(IReadOnlyList<T> values) where T : struct, Enum => [.. values.Select(v => v.Word())];

    internal static List<CorrectionText> References(string file)
    {
        if (Directory.Exists(file)) throw new FileNotFoundException($"{file} is a folder. Give --references a file: a line for each fact-check, tab-separated: id, verdict, statement.");
        if (!File.Exists(file)) throw new FileNotFoundException($"There is no file {file}. Check the path given with --references.");
        var references = new List<CorrectionText>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (line.Contains('\uFFFD', StringComparison.Ordinal)) throw new InvalidDataException($"{file}:{number}: text: is not UTF-8. Save the file as UTF-8 and try again.");
            var fields = line.Split('\t');
            if (number == 1 && fields.Select(f => f.Trim().ToLowerInvariant()).SequenceEqual(["id", "verdict", "statement"])) continue;
            if (fields.Length != 3) throw new InvalidDataException($"{file}:{number}: columns: {fields.Length} field{(fields.Length == 1 ? "" : "s")} where there are three. Write id, verdict and statement with tabs between them.");
            var (id, verdict, statement) = (fields[0].Trim(), fields[1].Trim(), fields[2].Trim());
            if ((id, verdict, statement) is ("", _, _) or (_, "", _) or (_, _, "")) throw new InvalidDataException($"{file}:{number}: {(id.Length == 0 ? "id" : verdict.Length == 0 ? "verdict" : "statement")}: is empty. Write id, verdict and statement with tabs between them.");
            if (!lines.TryAdd(id, number)) throw new InvalidDataException($"{file}:{number}: id: '{id}' stands in line {lines[id]} already. Give each reference an id of its own.");
            references.Add(new CorrectionText(id, Nfc.Of(statement), verdict, Independent: true, PublishedVerdict.Supports(verdict)));
        }
        return references is [] ? throw new InvalidDataException($"{file} holds no reference. Write id, verdict and statement on each line, with tabs between them.") : references;
    }
}

/// <summary>What <c>assess</c> writes for one text.</summary>
/// <param name="Assessed">A model reads the language; else only corrections were matched.</param>
/// <param name="Scores">Calibrated probability by reason, 0..1; <c>matches-correction</c> on every line where references were given, else on none.</param>
/// <param name="Spared">Reasons over their threshold that are not given, and the word of <see cref="SparedBecause"/> for why.</param>
internal sealed record AssessedLine(
    string Language, bool Assessed, bool Flagged, IReadOnlyList<string> Reasons, IReadOnlyDictionary<string, double> Scores, IReadOnlyList<string> Topics, IReadOnlyList<string> Protected, IReadOnlyDictionary<string, string> Spared, IReadOnlyList<BecauseLine> Because);

/// <param name="Sentence">As the service would store it.</param>
/// <param name="Offset">Of the sentence in the masked and redacted text, in UTF-16 code units; -1 for the title.</param>
/// <param name="Words">With <paramref name="Bias"/> they sum to <paramref name="LogOdds"/>.</param>
internal sealed record BecauseLine(string Reason, string Sentence, int Offset, IReadOnlyList<WeightedWords> Words, double Bias, double LogOdds, double Probability, string? Reference);
