using System.CommandLine;
using System.Globalization;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Classification.Training;
using InfoMonitor.Content.Matching;
using InfoMonitor.Content.Matching.Training;
using InfoMonitor.Ingestion;
using InfoMonitor.Storage;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Commands;

/// <summary><c>model train|evaluate|compare|info|export-labels|promote</c>: the text models, from their rows to their cards.</summary>
internal static class ModelCommand
{
    private static string[] Names { get; } = [.. ModelSpec.All.Select(s => s.Name), CorrectionModel.Name];

    public static Command Create()
    {
        var models = new Option<string?>("--models") { Description = "The models folder; models/ of the home folder when not given.", HelpName = "DIR" };
        var home = Home();
        var data = new Option<string?>("--data") { Description = "Folder with the licensed sets (safesense, hatecheck_en), the press probes and the benchmarks.", HelpName = "DIR" };
        var only = new Option<string?>("--only") { Description = $"Train one model: {string.Join(", ", Names)}.", HelpName = "NAME" };
        only.AcceptOnlyFromAmong(Names);
        var verbose = new Option<bool>("--losses") { Description = "Print the rows that cost the gate." };

        var labels = new Option<string?>("--with-labels") { Description = "Labels of the desk, as 'model export-labels' writes them: those for training join the rows, those for the gate the gate. 'model train' then wants --out: what learns from them is a candidate.", HelpName = "FILE" };
        var into = new Option<string?>("--out") { Description = "Write the models as a candidate into this folder, which must be new or empty; what is not trained is copied into it, so that it is a whole set. Without it the models folder itself is written over. Where the gate fails nothing is written.", HelpName = "DIR" };

        var train = new Command("train", "Train the models, hold the gate of the whole set, and write all of them where every line passes, else none.") { only, data, labels, into, models, home, verbose };
        train.SetAction((parse, cancellation) => Failure.GuardAsync(() => Task.FromResult(Train(
            Folder(parse.GetValue(models), parse.GetValue(home)), parse.GetValue(into), parse.GetValue(only), parse.GetValue(data), parse.GetValue(labels), parse.GetValue(verbose), parse.InvocationConfiguration, cancellation))));

        var evaluate = new Command("evaluate", "Print what the models reach: held-out figures, the gate, and benchmarks that are never trained on; keep them in evaluation.json. Of a candidate without data/ on the home folder's reserve.") { data, models, home, verbose };
        evaluate.SetAction((parse, _) => Failure.GuardAsync(() => Task.FromResult(Evaluate(
            Folder(parse.GetValue(models), parse.GetValue(home)), parse.GetValue(home), parse.GetValue(data), parse.GetValue(verbose), parse.InvocationConfiguration))));

        var name = new Argument<string?>("NAME") { Description = "One model; all when not given.", Arity = ArgumentArity.ZeroOrOne };
        name.AcceptOnlyFromAmong(Names);
        var json = new Option<bool>("--json") { Description = "Print the cards as one JSON array." };
        var judging = JudgingOption();
        var info = new Command("info", "Print the models' cards: data, licence, figures, thresholds, known failures.") { name, judging, home, json };
        info.SetAction((parse, _) => Failure.GuardAsync(() => Task.FromResult(Info(
            Judging(parse.GetValue(judging), parse.GetValue(home)), parse.GetValue(name), parse.GetValue(json), parse.InvocationConfiguration))));
        return new Command("model", "Train, measure and describe the text models.") { train, evaluate, ModelCompareCommand.Create(data, home, labels), info, ModelExportCommand.Create(), PromoteCommand.Create() };
    }

    /// <summary>The option of verbs that need models and no service.</summary>
    internal static Option<string?> Home() => new("--home") { Description = "The home folder, for its models/; looked for when not given.", HelpName = "DIR" };

    /// <summary>The option of verbs that ask the models and make none.</summary>
    internal static Option<string?> JudgingOption() => new("--models") { Description = "The models folder; when not given, the promoted set of the home folder (data/models), or its models/ where none is promoted.", HelpName = "DIR" };

    /// <summary>The models folder: as given, or below the home folder.</summary>
    internal static string Folder(string? given, string? home) => given ?? Path.Combine(HomeOf(home).Folder, "models");

    /// <summary>The rows a set is measured on: its own, or, of a candidate that has none, the home folder's.</summary>
    internal static string Rows(string models, string? home) => Path.Combine(models, "data") is var own && Directory.Exists(own) ? own : Path.Combine(Folder(null, home), "data");

    /// <summary>The set that judges in the home folder: as given, or the promoted one where there is one, or models/. For verbs that ask the models and make none.</summary>
    /// <exception cref="InvalidDataException">The promoted set is not kept any more.</exception>
    internal static string Judging(string? given, string? home) => given ?? LiveModels.FolderOf(new KeptModels(HomeOf(home), Options.Create(new StorageOptions()))) ?? Folder(given, home);

    /// <summary>A set that must be there: below the working folder, else below the home folder, as <c>Ingestion:Shadow</c> is.</summary>
    internal static string Set(string given, Home home) =>
        new[] { Path.GetFullPath(given), Path.GetFullPath(given, home.Folder) }.FirstOrDefault(Directory.Exists)
        ?? throw new DirectoryNotFoundException($"There is no folder {given}, neither in {Directory.GetCurrentDirectory()} nor in {home.Folder}. Name the one that holds the models, as 'model train --out DIR' wrote it.");

    internal static Home HomeOf(string? home) => new(home ?? Environment.GetEnvironmentVariable("INFOMONITOR_HOME"));

    /// <param name="sets">Folders one of which must be in it: to go on without any would make poorer models, or leave figures out, without a word.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder, or it holds none of them.</exception>
    internal static void CheckData(string? data, IEnumerable<string> sets)
    {
        if (data is null) return;
        if (!Directory.Exists(data)) throw new DirectoryNotFoundException($"There is no folder {data}. Name the one with the licensed sets, or leave --data out.");
        if (!sets.Any(set => Directory.Exists(Path.Combine(data, set))))
            throw new DirectoryNotFoundException($"{data} holds none of the licensed sets: there is no folder {string.Join(", ", sets)} in it. Name the folder that holds them, or leave --data out.");
    }

    /// <summary>Tries to write where models shall be written, which is else found out after minutes of training.</summary>
    /// <returns>Why it cannot be written; null where it can.</returns>
    private static string? Unwritable(string folder)
    {
        try
        {
            var at = Path.GetFullPath(folder);
            while (!Directory.Exists(at) && !File.Exists(at)) at = Path.GetDirectoryName(at)!;
            using var trial = new FileStream(Path.Combine(at, "." + Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    /// <returns>What a labels file holds, null where none is given; and whether it could be read: what is wrong is told.</returns>
    internal static (LabelReading.Read? Labels, bool Ok) Labels(string? file, TextWriter error)
    {
        switch (file is null ? null : new LabelFile(file).Read())
        {
            case LabelReading.Wrong wrong:
                foreach (var one in wrong.Errors) error.WriteLine(one);
                error.WriteLine($"{(wrong.Errors.Count == 1 ? "1 error" : $"{wrong.Errors.Count} errors")}: no label was taken. Mend the file and try again.");
                return (null, false);
            case LabelReading.Read { Training: [], Gate: [] } empty:
                error.WriteLine($"{file} holds no label: the models are made and gated as without it. Labels are accepted at /labels and written by: infomonitor model export-labels --out FILE");
                return (empty, true);
            case var read:
                return ((LabelReading.Read?)read, true);
        }
    }

    private static int Train(string models, string? candidate, string? only, string? data, string? labels, bool losses, InvocationConfiguration console, CancellationToken cancellation)
    {
        CheckData(data, LicensedSets.Known.Keys);
        if (!Directory.Exists(Path.Combine(models, "data"))) throw new DirectoryNotFoundException($"There is no folder {Path.Combine(models, "data")} with rows to train on. Name the models folder that holds data/ with --models, or restore it.");
        if (labels is not null && candidate is null) throw new UsageException($"--with-labels wants --out DIR: what learns from labels of the desk is a candidate, which runs in shadow before it is promoted, and is for the office alone. {models} stays as it is.");
        if (labels is not null && only == CorrectionModel.Name) throw new UsageException($"--with-labels: no label of the desk says what repeats a correction. Leave it out, or --only {CorrectionModel.Name}.");
        if (candidate is not null && (File.Exists(candidate) || Directory.Exists(candidate) && Directory.EnumerateFileSystemEntries(candidate).Any()))
        {
            console.Error.WriteLine($"{candidate} is there already and not empty. Name a new folder with --out.");
            return ExitCodes.CannotCreate;
        }
        if (Unwritable(candidate ?? models) is { } why)
        {
            console.Error.WriteLine($"{candidate ?? models} cannot be written: {why} {(candidate is null ? "Name a folder for a candidate with --out." : "Name another folder with --out.")}");
            return ExitCodes.CannotCreate;
        }
        if (Labels(labels, console.Error) is not (var read, true)) return ExitCodes.Found;
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        var gate = new Lock();
        void Progress(string line)
        {
            lock (gate) console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.GetElapsedTime(start).TotalSeconds,5:0} s  {line}"));
        }

        var spec = ModelSpec.All.FirstOrDefault(s => s.Name == only);
        if (only != CorrectionModel.Name) Workshop.Check(models, spec, data, read);
        var corrections = only is null or CorrectionModel.Name ? CorrectionTrainer.Train(Path.Combine(models, "data"), data is null ? [] : LicensedSets.Articles(data), Progress, cancellation) : null;
        var texts = only == CorrectionModel.Name ? null : Workshop.Train(models, spec, data, read, Progress, cancellation);
        ModelCard[] cards = [.. corrections is null ? [] : new[] { corrections.Model.Card }, .. texts is null ? [] : texts.Models.Select(m => m.Model.Card)];
        var held = new GateResult([.. (corrections?.Gate ?? []).Select(line => (CorrectionModel.Name, line)), .. texts?.Gate.Lines ?? []], [.. corrections?.Losses ?? [], .. texts?.Gate.Losses ?? []]) { NotAsked = [.. texts?.Gate.NotAsked ?? [], .. corrections?.Model.Card.GateNotAsked ?? []] };
        foreach (var card in cards) console.Output.Write(CardSheet.Of(card));
        console.Output.Write(CardSheet.Of(held));
        if (losses) foreach (var loss in held.Losses) console.Output.WriteLine(loss);
        if (texts?.Desk is { } desk)
        {
            console.Output.WriteLine($"labels of the desk: {desk.Training.Count} for training, {desk.Gate.Count} for the gate, {desk.LeftOut.Count} left out");
            foreach (var left in desk.LeftOut) console.Output.WriteLine($"left out {left}");
            foreach (var told in texts.Gate.Told) console.Output.WriteLine(told);
        }
        if (!held.Passed)
        {
            console.Output.WriteLine($"The gate failed on {held.Lines.Count(l => !l.Line.Passed)} of {held.Lines.Count} lines: no model was written{(candidate is null ? $", those in {models} are as before" : $", and no candidate made in {candidate}")}.");
            return ExitCodes.Found;
        }
        var into = candidate ?? models;
        corrections?.Save(into);
        if (corrections is not null) CardSeal.Write(Path.Combine(into, CorrectionModel.Name, "card.json"));
        texts?.Write(into);
        foreach (var card in cards) console.Output.WriteLine($"written: {Path.Combine(into, card.Name)}");
        if (candidate is not null)
        {
            Workshop.Complete(models, candidate);
            console.Output.WriteLine($"candidate: {candidate}; compare it with: infomonitor model compare {Written(models)} {Written(candidate)}{(data is null ? "" : " --data " + Written(data))}{(labels is null ? "" : " --with-labels " + Written(labels))}");
        }
        return ExitCodes.Ok;
    }

    /// <summary>As a shell takes it.</summary>
    private static string Written(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;

    private static int Evaluate(string models, string? home, string? data, bool losses, InvocationConfiguration console)
    {
        CheckData(data, Evaluation.Sets);
        var measured = Evaluation.Run(models, Rows(models, home), data);
        foreach (var card in ModelSet.Cards(models)) console.Output.Write(CardSheet.Of(card));
        console.Output.Write(CardSheet.Of(measured.Gate));
        console.Output.WriteLine("\nMeasured, with 95 % intervals");
        foreach (var line in measured.Benchmarks) console.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {line.Value:0.000}  [{line.Low:0.000}, {line.High:0.000}]  {line.Figure}, {line.Set} ({line.Rows:N0} rows)"));
        if (data is null) console.Output.WriteLine("  not measured: benchmarks and the press. Name the folder that holds them with --data DIR");
        if (losses) foreach (var loss in measured.Losses) console.Output.WriteLine(loss);
        Evaluation.Keep(models, measured);
        return measured.Gate.Passed ? ExitCodes.Ok : ExitCodes.Found;
    }

    private static int Info(string models, string? name, bool json, InvocationConfiguration console)
    {
        var cards = Names.Where(n => name is null || n == name).Select(n => LinearModel.ReadCard(Path.Combine(models, n, "card.json"))).ToList();
        if (json) console.Output.WriteLine(System.Text.Json.JsonSerializer.Serialize(cards, ModelCard.Json));
        else
        {
            if (name is null) console.Output.WriteLine($"models {models} (version {ModelSet.Version(models)[..12]})");
            foreach (var card in cards) console.Output.Write(CardSheet.Of(card));
        }
        return ExitCodes.Ok;
    }
}
