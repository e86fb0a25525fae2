using System.Globalization;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Ingestion;
using InfoMonitor.Storage;

namespace InfoMonitor.Commands;

/// <summary><c>assess --replay</c>: judges a stored item again with the models and references of then, and says whether the same comes out, bit for bit.</summary>
internal static class ReplayStep
{
    public static async Task<int> RunAsync(string[] settings, bool demo, long item, bool json, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        await using var app = await Settings.BuildExistingAsync(settings, demo, cancellation);
        switch (await app.Services.GetRequiredService<Replayer>().ReplayAsync(item, cancellation))
        {
            case Replay.Done done:
                if (json) output.WriteLine(JsonSerializer.Serialize(new { item, done.Same, done.Stored, done.Replayed }, AssessmentJson.Options));
                else Tell(item, done, output);
                return done.Same ? ExitCodes.Ok : ExitCodes.Found;
            case Replay.NoItem:
                return Refuse($"There is no item {item}. The audit log (/audit) names the item of every flag, /models those that candidates differ on; what concerned nobody is cleared away after Housekeeping:KeepItems.");
            case Replay.Redacted:
                return Refuse($"Item {item} exposed somebody, or is like one that does: it was judged as it was read and stored redacted, so it cannot be judged again. Its page says what was found; nothing more can be done.");
            case Replay.NoModels(var version):
                return Refuse($"Item {item} was judged by the models {version}, which are not kept here: {Path.Combine(app.Services.GetRequiredService<KeptModels>().Folder, version)} is missing. Bring it back from a backup, or from the node that judged the item.");
            case Replay.OtherReferences(var count, var last):
                return Refuse($"Item {item} was compared with {count.ToString("N0", CultureInfo.InvariantCulture)} references{(last is null ? "" : $", the last of which was {last}")}; the database does not hold these any more as they were. References are only ever added: compare the database with its backup.");
            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is new here.");
        }

        int Refuse(string what)
        {
            if (json) output.WriteLine(JsonSerializer.Serialize(new { item, error = what }, AssessmentJson.Options));
            else error.WriteLine(what);
            return ExitCodes.NoInput;
        }
    }

    private static void Tell(long item, Replay.Done done, TextWriter output)
    {
        var stored = done.Stored;
        output.WriteLine($"item {item}, judged by the models {stored.ModelVersion}");
        output.WriteLine(stored.References == 0 ? "compared with no reference" : $"compared with {stored.References.ToString("N0", CultureInfo.InvariantCulture)} references, to number {stored.LastReference}");
        if (stored.Thresholds is { } set) output.WriteLine($"with the thresholds {string.Join(", ", set.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Key.Word()} {t.Value:R}")))}");
        output.WriteLine($"{"",-30}{"stored",-30}replayed");
        foreach (var line in ReplayLine.Of(stored, done.Replayed)) output.WriteLine($"{line.What,-30}{line.Stored ?? "-",-29} {line.Replayed ?? "-"}{(line.Same ? "" : "   differs")}");
        output.WriteLine(done.Same ? "The same, bit for bit." : "Not the same. Models and references are those of then: what differs is this program. Replay with the version of it that ran then.");
    }
}
