using System.CommandLine;
using System.Text.Json;
using InfoMonitor.Content.Text;
using InfoMonitor.Domain;
using InfoMonitor.References;
using InfoMonitor.Storage;

namespace InfoMonitor.Commands;

/// <summary><c>references import</c>: adds what texts are matched against.</summary>
internal static class ReferencesCommand
{
    public static Command Create() => new("references", "Fact-checks, corrections and records that texts are matched against.") { Import() };

    private static Command Import()
    {
        var file = new Argument<string>("FILE") { Description = $"Tab-separated (.tsv: {string.Join(", ", ReferenceFile.Keys)}; the first three are needed, a first line may name them) or JSON lines (.jsonl) with the same keys." };
        var independent = new Option<bool>("--independent") { Description = "Their publishers are independent of the state: only then can they queue an allegation of a violation." };
        var publisher = new Option<string?>("--publisher") { Description = "The publishing organisation of lines that name none.", HelpName = "NAME" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var demo = Settings.Demo();
        var command = new Command("import", "Add references from a file: all of its lines, or none when one is wrong. What is known already is not added again.") { file, independent, publisher, json, demo };
        command.TakesSettings().SetAction((parse, cancellation) => Failure.GuardAsync(async () =>
        {
            var (path, asJson, output, error) = (parse.GetValue(file)!, parse.GetValue(json), parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            if (Path.GetExtension(path).ToLowerInvariant() is not (".tsv" or ".jsonl")) throw new UsageException($"{path} is neither a .tsv nor a .jsonl file. Name it so that it is known how to read it.");
            await using var app = Settings.Build(Settings.Of(parse), parse.GetValue(demo));
            switch (await ReadAsync(path, parse.GetValue(publisher), app.Services.GetRequiredService<WorkCalendar>(), error, cancellation))
            {
                case ReferenceReading.Wrong wrong:
                    if (asJson) Write(output, new { added = 0, errors = wrong.Errors.Select(e => new { file = e.File, line = e.Line, key = e.Key, what = e.What, remedy = e.Remedy }) });
                    else foreach (var one in wrong.Errors) error.WriteLine(one);
                    if (!asJson) error.WriteLine($"{(wrong.Errors.Count == 1 ? "1 error" : $"{wrong.Errors.Count} errors")}: nothing was added. Mend the file and import it again.");
                    return ExitCodes.Found;
                case ReferenceReading.Read read:
                    await app.Services.GetRequiredService<Migrator>().MigrateAsync(cancellation);
                    return Tell(await app.Services.GetRequiredService<ReferenceImporter>().AddAsync(read.Lines, Path.GetFileName(path), parse.GetValue(independent), cancellation), asJson, output, error);
                case var other:
                    throw new InvalidOperationException($"{other.GetType().Name} is new here.");
            }
        }));
        return command;
    }

    private static async Task<ReferenceReading> ReadAsync(string path, string? publisher, WorkCalendar calendar, TextWriter error, CancellationToken cancellation)
    {
        using var stream = File.OpenRead(path);
        using var reader = new StreamReader(stream);
        using var progress = new BatchProgress(stream, error);
        return await new ReferenceFile(path, string.IsNullOrWhiteSpace(publisher) ? null : Nfc.Of(publisher.Trim()), calendar).ReadAsync(reader, _ => progress.Line(lineFailed: false), cancellation);
    }

    private static int Tell(ImportOutcome outcome, bool json, TextWriter output, TextWriter error)
    {
        switch (outcome)
        {
            case ImportOutcome.Done done:
                if (json) Write(output, new { added = done.Added, known = done.Known, errors = Array.Empty<object>() });
                else output.WriteLine($"Added {done.Added:N0}; {done.Known:N0} were known already.");
                if (done.KnownOtherwise > 0) error.WriteLine($"{done.KnownOtherwise:N0} of these are kept with another independence than asked for now: references are never changed, so that stored assessments can be replayed.");
                return ExitCodes.Ok;
            case ImportOutcome.NotIndependent refused:
                var what = $"Nothing was added: {string.Join(", ", refused.Publishers)} is a publisher in config/sources.yaml whose ownership is not 'independent'. Import its references without --independent.";
                if (json) Write(output, new { added = 0, errors = new[] { new { key = "independent", what } } });
                else error.WriteLine(what);
                return ExitCodes.Found;
            default:
                throw new InvalidOperationException($"{outcome.GetType().Name} is new here.");
        }
    }

    private static void Write<T>(TextWriter output, T value) => output.WriteLine(JsonSerializer.Serialize(value, AssessmentJson.Options));
}
