using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Language;
using InfoMonitor.Content.Matching;
using InfoMonitor.Content.Privacy;

namespace InfoMonitor.Benchmarks;

/// <summary>Texts a CPU second through every shipped model, in this process and by <c>assess --batch</c>, and beside them fastText's prediction (Debian: fasttext) on the same texts; the models' load and what they hold.</summary>
/// <remarks>The two do not answer alike: fastText gives a whole text one label for one question; ours masks, names the language, reads every sentence with its surroundings, asks nine models and explains what it flags.</remarks>
internal static class Classification
{
    private const int ShortText = 200;

    /// <summary>Of short texts as many more, or most of what is measured is methods being compiled.</summary>
    private const int ShortTexts = 10;
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="texts">How many articles, and ten times as many comments; where the set has fewer, it is read again from its beginning.</param>
    /// <param name="program">infomonitor.dll as published; null for the build beside this one.</param>
    public static async Task RunAsync(int texts, string? program)
    {
        // First of all, while this process is still fresh.
        var (clock, models) = (Stopwatch.StartNew(), Path.Combine(Repository.Root, "models"));
        var assessor = Assessor.Load(models);
        assessor.Assess(null, "Người dân hỏi về thẻ bảo hiểm y tế.", "vi", CorrectionIndex.Empty);
        using (var self = Process.GetCurrentProcess())
            Report($"models loaded, first answer after {clock.ElapsedMilliseconds} ms ({self.TotalProcessorTime.TotalMilliseconds:0} CPU ms with the runtime's start), working set {self.WorkingSet64 / 1e6:0} MB");

        var work = Directory.CreateTempSubdirectory("infomonitor-benchmark-").FullName;
        try
        {
            var fastText = await FastTextAsync(models, work);
            foreach (var (name, rows) in new[]
            {
                ($"comments of up to {ShortText} characters", Repeat([.. Suites.Texts("safesense").Where(r => r.Text.Length <= ShortText).Select(r => (Title: (string?)null, r.Text))], ShortTexts * texts)),
                ("press articles", Repeat(Suites.Texts("dantri_news"), texts)),
            })
            {
                Report($"\n{rows.Count} {name}, {rows.Average(r => (r.Title?.Length ?? 0) + r.Text.Length):0} characters on average");
                Report($"{"",-44}{"texts/CPU s",12}{"CPU s",8}{"peak MB",9}");
                var judged = InProcess("every model, one thread, warm", rows, row => assessor.Assess(row.Title, row.Text, "vi", CorrectionIndex.Empty));
                var whole = InProcess("the same, masked and language named first", rows, row => Whole(assessor, row));
                var batch = await BatchAsync(program, models, work, rows);
                if (fastText is null) continue;
                var predicted = await PredictAsync(fastText, work, rows);
                Report($"fastText's rate is {predicted / judged:0.0} times that of the models, {predicted / whole:0.0} with masking, {predicted / batch:0.0} of the batch");
            }
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static Assessment Whole(Assessor assessor, (string? Title, string Text) row)
    {
        var (title, text) = (row.Title is null ? null : PersonalDataMasker.Mask(row.Title), PersonalDataMasker.Mask(row.Text));
        return assessor.Assess(title, text, LanguageIdentifier.Identify(title is null ? text : $"{title}\n{text}"), CorrectionIndex.Empty);
    }

    private static double InProcess(string name, List<(string? Title, string Text)> rows, Func<(string? Title, string Text), Assessment> judge)
    {
        foreach (var row in rows.Take(2_000)) judge(row);
        var before = Steps.ThreadSeconds();
        foreach (var row in rows) judge(row);
        return Row(name, rows.Count, Steps.ThreadSeconds() - before);
    }

    private static async Task<double> BatchAsync(string? program, string models, string work, List<(string? Title, string Text)> rows)
    {
        var start = await RunAsync(1);
        var all = await RunAsync(rows.Count);
        Row("assess --batch, its start counted", rows.Count, all.Processor.TotalSeconds, all.PeakBytes);
        var rate = Row("assess --batch, but for its start", rows.Count, (all.Processor - start.Processor).TotalSeconds);
        Report($"{"assess --batch of one text",-44}{"",12}{start.Processor.TotalSeconds,8:0.00}{start.PeakBytes / 1e6,9:0}   {start.Wall.TotalMilliseconds:0} ms");
        return rate;

        Task<Measured> RunAsync(int count)
        {
            var file = Path.Combine(work, "texts.jsonl");
            File.WriteAllLines(file, rows.Take(count).Select((row, i) => JsonSerializer.Serialize(new { id = i, title = row.Title, text = row.Text }, Plain)));
            return Measured.RunAsync(new ProcessStartInfo("dotnet", [Pipeline.Program(program), "assess", "--batch", file, "--out", Path.Combine(work, "assessed.jsonl"), "--models", models]));
        }
    }

    /// <summary>fastText as it stands, trained on this project's own rows: harm or protected. Null, and it is said, when it is not here.</summary>
    private static async Task<string?> FastTextAsync(string models, string work)
    {
        const string Program = "/usr/bin/fasttext";
        if (!File.Exists(Program)) { Report("fastText is not here (Debian: fasttext): nothing to compare with."); return null; }
        var (rows, model) = (Path.Combine(work, "rows.txt"), Path.Combine(work, "model"));
        File.WriteAllLines(rows, new[] { "harm", "protected" }.SelectMany(label => Suites.Rows(File.OpenRead(Path.Combine(models, "data", label + ".jsonl"))).Select(r => $"__label__{label} {Line(r)}")));
        var trained = await Measured.RunAsync(new ProcessStartInfo(Program, ["supervised", "-input", rows, "-output", model, "-wordNgrams", "2", "-bucket", "131072", "-epoch", "25", "-thread", "1", "-verbose", "0"]));
        if (trained.ExitCode != 0) throw new InvalidOperationException($"fasttext supervised ended with {trained.ExitCode}.");
        Report("fastText answers one question (harm or protected) with one label for the whole text; InfoMonitor reads sentences, asks nine models, explains and matches.");
        return model + ".bin";
    }

    private static async Task<double> PredictAsync(string model, string work, List<(string? Title, string Text)> rows)
    {
        var (start, all) = (await RunAsync(1), await RunAsync(rows.Count));
        Row("fasttext predict, its start counted", rows.Count, all.Processor.TotalSeconds, all.PeakBytes);
        return Row("fasttext predict, but for its start", rows.Count, (all.Processor - start.Processor).TotalSeconds);

        Task<Measured> RunAsync(int count)
        {
            var file = Path.Combine(work, "texts.txt");
            File.WriteAllLines(file, rows.Take(count).Select(Line));
            return Measured.RunAsync(new ProcessStartInfo("/usr/bin/fasttext", ["predict", model, file]));
        }
    }

    /// <summary>In one line, as fastText reads texts.</summary>
    private static string Line((string? Title, string Text) row) => $"{row.Title} {row.Text}".ReplaceLineEndings(" ").Trim();

    private static List<(string? Title, string Text)> Repeat(IReadOnlyList<(string? Title, string Text)> rows, int count) => [.. Enumerable.Range(0, count).Select(i => rows[i % rows.Count])];

    private static double Row(string name, int texts, double seconds, long? peak = null)
    {
        Report($"{name,-44}{texts / seconds,12:0}{seconds,8:0.00}{peak / 1e6,9:0}");
        return texts / seconds;
    }

    private static void Report(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Report(string line) => Console.WriteLine(line);
}
