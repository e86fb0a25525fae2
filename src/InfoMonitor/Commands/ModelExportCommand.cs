using System.CommandLine;
using System.Globalization;
using InfoMonitor.Reviews;

namespace InfoMonitor.Commands;

/// <summary><c>model export-labels</c>: what the desk found sentences to be, for <c>model train --with-labels</c>.</summary>
internal static class ModelExportCommand
{
    public static Command Create()
    {
        var file = new Option<FileInfo?>("--out") { Description = "The file to write, not yet there; printed when not given.", HelpName = "FILE" };
        var demo = Settings.Demo();
        var command = new Command("export-labels", "Write every label that a settled verdict proposed and another person accepted as JSON lines in the form of the rows of models/data, with their use (training or gate). Names are initials; what exposes somebody is left out.") { file, demo };
        command.TakesSettings().SetAction((parse, cancellation) => Failure.GuardAsync(async () =>
        {
            var (path, console) = (parse.GetValue(file), parse.InvocationConfiguration);
            if (path?.Exists == true)
            {
                console.Error.WriteLine($"{path.FullName} is there already, and a model may have been made from it. Name a new file with --out.");
                return ExitCodes.CannotCreate;
            }
            await using var app = await Settings.BuildExistingAsync(Settings.Of(parse), parse.GetValue(demo), cancellation);
            var labels = app.Services.GetRequiredService<LabelDesk>().AcceptedAsync(cancellation);
            if (path is null)
            {
                var printed = await LabelLines.WriteAsync(labels, console.Output, cancellation);
                if (printed == 0) console.Error.WriteLine(None);
                return ExitCodes.Ok;
            }
            try
            {
                // Whole or not at all: half a file would train and look like a whole one.
                var half = path.FullName + ".part";
                int written;
                await using (var lines = new StreamWriter(half)) written = await LabelLines.WriteAsync(labels, lines, cancellation);
                File.Move(half, path.FullName);
                console.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{written:N0} {(written == 1 ? "label" : "labels")} written: {path.FullName}"));
                if (written == 0) console.Error.WriteLine(None);
                return ExitCodes.Ok;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                console.Error.WriteLine($"{path.FullName} cannot be written: {e.Message} Name another file with --out.");
                return ExitCodes.CannotCreate;
            }
        }));
        return command;
    }

    private const string None = "No label has been accepted yet: settled verdicts propose them, another person accepts them at /labels.";
}
