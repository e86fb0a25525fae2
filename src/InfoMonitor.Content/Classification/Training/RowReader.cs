using System.IO.Compression;
using System.Text.Json;

namespace InfoMonitor.Content.Classification.Training;

/// <summary>Reads the rows written for this project (<c>models/data</c>).</summary>
internal static class RowReader
{
    /// <summary>Classes that name groups as hate does: they weigh double, mentions of a group triple, being what a model most easily takes for it.</summary>
    private static readonly ProtectedClass[] NamesGroups = [ProtectedClass.CounterSpeech, ProtectedClass.IdentityMention, ProtectedClass.Opinion, ProtectedClass.History];

    /// <summary>Every row that may be trained on; the reserve is not.</summary>
    /// <exception cref="InvalidDataException">A row is broken; the message names file and line.</exception>
    public static List<Row> Training(string folder) =>
    [
        .. Protected(Path.Combine(folder, "protected.jsonl")), .. Harm(Path.Combine(folder, "harm.jsonl")), .. Claims(folder), .. Topics(folder),
        .. Corrections(folder), .. Ordinary(folder),
    ];

    public static List<Row> ReserveProtected(string folder) => [.. Protected(Path.Combine(folder, "reserve-protected.jsonl"))];

    public static List<Row> ReserveHarm(string folder) => [.. Harm(Path.Combine(folder, "reserve-harm.jsonl"))];

    /// <summary>Both, to measure on.</summary>
    /// <exception cref="InvalidDataException">One of them is missing: nothing would be measured, and every line of a gate hold.</exception>
    public static (List<Row> Speech, List<Row> Harm) Reserve(string folder) => (ReserveProtected(folder), ReserveHarm(folder)) is ({ Count: > 0 }, { Count: > 0 }) both ? both
        : throw new InvalidDataException($"There is no reserve in {folder}: nothing to measure on. Restore reserve-protected.jsonl and reserve-harm.jsonl.");

    /// <summary>Friendly and neutral mentions of each protected group, never trained on.</summary>
    public static List<Row> Mentions(string folder) =>
        [.. Lines(Path.Combine(folder, "reserve-identity.jsonl")).Select(row => Of(RowSets.Mentions, row) with { Harms = [], Class = ProtectedClass.IdentityMention, Group = row.Text("group") })];

    /// <summary>Objects of a JSON lines file, gzip by name; none when the file is missing.</summary>
    public static IEnumerable<JsonElement> Lines(string path)
    {
        if (!File.Exists(path)) yield break;
        using var file = File.OpenRead(path);
        using var plain = path.EndsWith(".gz", StringComparison.Ordinal) ? (Stream)new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0) continue;
            JsonElement row;
            try
            {
                using var document = JsonDocument.Parse(line);
                row = document.RootElement.Clone();
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{path}, line {number}: not JSON ({e.Message}). Mend the line.", e);
            }
            yield return row;
        }
    }

    public static string Text(this JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static IEnumerable<Row> Protected(string path) =>
        from row in Lines(path)
        let speech = Word<ProtectedClass>(path, row, "class")
        select Of(RowSets.Protected, row) with { Harms = [], Class = speech, Weight = speech is ProtectedClass.IdentityMention or ProtectedClass.CounterSpeech ? 3 : NamesGroups.Contains(speech) ? 2 : 1 };

    private static IEnumerable<Row> Harm(string path) =>
        from row in Lines(path)
        select Of(RowSets.Harm, row) with { Harms = [Word<FlagReason>(path, row, "reason")], Unprotected = true, Group = row.Text("group") };

    private static IEnumerable<Row> Claims(string folder)
    {
        var path = Path.Combine(folder, "claims.jsonl");
        foreach (var line in Lines(path))
        {
            var kind = Word<SentenceKind>(path, line, "label");
            ProtectedClass? speech = kind switch
            {
                SentenceKind.Allegation => ProtectedClass.ViolationReport,
                SentenceKind.Opinion => ProtectedClass.Opinion,
                SentenceKind.Question => ProtectedClass.Question,
                _ => null,
            };
            yield return Of(RowSets.Claims, line) with { Harms = [], Kind = kind, Class = speech, Unprotected = speech is null, Topics = TopicsOf(path, line) };
        }
    }

    private static IEnumerable<Row> Topics(string folder)
    {
        var path = Path.Combine(folder, "topics.jsonl");
        foreach (var line in Lines(path))
            yield return Of(RowSets.Topics, line) with { Harms = [], Topics = TopicsOf(path, line) ?? throw new InvalidDataException($"{path}, row {line.Text("id")}: no 'topics'. See models/data/README.md.") };
    }

    private static IEnumerable<Row> Corrections(string folder)
    {
        foreach (var line in Lines(Path.Combine(folder, "corrections.jsonl")))
        {
            var (id, language) = (line.Text("id"), line.Text("language"));
            // Written for the matcher; a quarter of them shows these models what a rumour and its debunk are like, all would outweigh every other row.
            if (Folds.Of(id, 4) != 0) continue;
            var rumour = new[] { line.Text("statement") }.Concat(line.GetProperty("paraphrases").EnumerateArray().Select(p => p.GetString()!));
            foreach (var (text, i) in rumour.Select((t, i) => (t, i)))
                yield return new Row(RowSets.Corrections, $"{id}-{i}", language, text, id, 1) { Harms = [], Kind = SentenceKind.Assertion, Unprotected = true };
            foreach (var (text, i) in line.GetProperty("lookalikes").EnumerateArray().Select((t, i) => (t.GetString()!, i)))
                yield return new Row(RowSets.Corrections, $"{id}-other-{i}", language, text, id, 1) { Harms = [] };
            yield return new Row(RowSets.Corrections, $"{id}-debunk", language, line.Text("debunk"), id, 1) { Harms = [], Class = ProtectedClass.Debunk };
        }
    }

    private static IEnumerable<Row> Ordinary(string folder) =>
        from row in Lines(Path.Combine(folder, "ordinary.jsonl"))
        select Of(RowSets.Ordinary, row) with { Harms = [], Unprotected = true };

    private static IReadOnlyList<Topic>? TopicsOf(string path, JsonElement row) =>
        row.TryGetProperty("topics", out var topics) ? [.. topics.EnumerateArray().Select(t => Known<Topic>(path, row, t.GetString()))] : null;

    private static Row Of(string set, JsonElement row) => new(set, row.Text("id"), row.Text("language"), row.Text("text"), row.Text("id"), 1);

    private static T Word<T>(string path, JsonElement row, string name) where T : struct, Enum => Known<T>(path, row, row.Text(name));

    private static T Known<T>(string path, JsonElement row, string? word) where T : struct, Enum =>
        Vocabulary.Parse<T>(word) ?? throw new InvalidDataException($"{path}, row {row.Text("id")}: '{word}' is no word of {typeof(T).Name}. See models/data/README.md.");
}
