using System.IO.Compression;

namespace InfoMonitor.Content.Classification.Training;

/// <summary>Reads the rows written for this project (<c>models/data</c>).</summary>
internal static class RowReader
{
    /// <summary>Classes that name groups as hate does: they weigh double, mentions of a group triple, being what a model most easily takes for it.</summary>
    private static readonly ProtectedClass[] NamesGroups = [ProtectedClass.CounterSpeech, ProtectedClass.IdentityMention, ProtectedClass.Opinion, ProtectedClass.History];

    /// <summary>Every row that may be trained on; the reserve is not.</summary>
    /// <inheritdoc cref="Lines" path="/exception"/>
    public static List<Row> Training(string folder) =>
    [
        .. Protected(Path.Combine(folder, "protected.jsonl")), .. Harm(Path.Combine(folder, "harm.jsonl")), .. Claims(folder), .. Topics(folder),
        .. Corrections(folder), .. Ordinary(folder),
    ];

    public static List<Row> ReserveProtected(string folder) => [.. Protected(Path.Combine(folder, "reserve-protected.jsonl"))];

    public static List<Row> ReserveHarm(string folder) => [.. Harm(Path.Combine(folder, "reserve-harm.jsonl"))];

    /// <summary>Both, to measure on.</summary>
    /// <exception cref="InvalidDataException">One of them holds no row, or both are missing: nothing would be measured, and every line of a gate hold.</exception>
    /// <inheritdoc cref="Lines" path="/exception"/>
    public static (List<Row> Speech, List<Row> Harm) Reserve(string folder) =>
        (File.Exists(Path.Combine(folder, "reserve-protected.jsonl")) || File.Exists(Path.Combine(folder, "reserve-harm.jsonl"))) && (ReserveProtected(folder), ReserveHarm(folder)) is ({ Count: > 0 }, { Count: > 0 }) both ? both
        : throw new InvalidDataException($"There is no reserve in {folder}: nothing to measure on. Restore reserve-protected.jsonl and reserve-harm.jsonl.");

    /// <summary>Friendly and neutral mentions of each protected group, never trained on.</summary>
    public static List<Row> Mentions(string folder) =>
        [.. Lines(Path.Combine(folder, "reserve-identity.jsonl"), RowForm.Mentions).Select(row => Of(RowSets.Mentions, row) with { Harms = [], Class = ProtectedClass.IdentityMention, Group = row.Text("group") })];

    /// <summary>Rows of a JSON lines file, gzip by name. It may hold none.</summary>
    /// <exception cref="FileNotFoundException">There is no such file: without a word to go on would make poorer models, or a gate that asks less.</exception>
    /// <exception cref="InvalidDataException">A row is not of the form; the message names file, line and key.</exception>
    public static IEnumerable<RowLine> Lines(string path, RowForm form)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no file {path}. Restore it; to go on without its rows, let it be empty.");
        using var file = File.OpenRead(path);
        using var plain = path.EndsWith(".gz", StringComparison.Ordinal) ? (Stream)new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        for (var number = 1; Next(reader, path, number) is { } line; number++)
            if (!string.IsNullOrWhiteSpace(line)) yield return RowLine.Read(path, number, line, form);
    }

    /// <summary>Rows of a set below the folder of <c>--data</c>; none where it is not there.</summary>
    /// <param name="file">Within the set's folder, which has its name.</param>
    /// <inheritdoc cref="Lines" path="/exception"/>
    public static IEnumerable<RowLine> Set(string data, string name, string file, RowForm form) => Directory.Exists(Path.Combine(data, name)) ? Lines(Path.Combine(data, name, file), form) : [];

    private static string? Next(StreamReader reader, string path, int number)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new InvalidDataException(FormattableString.Invariant($"{path}:{number}: gzip: the file breaks off or is no gzip. Fetch it anew. ({e.Message})"), e);
        }
    }

    private static IEnumerable<Row> Protected(string path) =>
        from row in Lines(path, RowForm.Protected)
        let speech = row.Word<ProtectedClass>("class")
        select Of(RowSets.Protected, row) with { Harms = [], Class = speech, Weight = speech is ProtectedClass.IdentityMention or ProtectedClass.CounterSpeech ? 3 : NamesGroups.Contains(speech) ? 2 : 1 };

    private static IEnumerable<Row> Harm(string path) =>
        from row in Lines(path, RowForm.Harm)
        let reason = row.Word<FlagReason>("reason")
        select Of(RowSets.Harm, row) with { Harms = [reason.IsHarm() ? reason : throw row.Wrong("reason", $"'{reason.Word()}' is no harm.", $"Write one of {string.Join(", ", FlagReasons.Harms.Select(r => r.Word()))}.")], Unprotected = true, Group = row.Text("group") };

    private static IEnumerable<Row> Claims(string folder)
    {
        foreach (var line in Lines(Path.Combine(folder, "claims.jsonl"), RowForm.Claims))
        {
            var kind = line.Word<SentenceKind>("label");
            ProtectedClass? speech = kind switch
            {
                SentenceKind.Allegation => ProtectedClass.ViolationReport,
                SentenceKind.Opinion => ProtectedClass.Opinion,
                SentenceKind.Question => ProtectedClass.Question,
                _ => null,
            };
            yield return Of(RowSets.Claims, line) with { Harms = [], Kind = kind, Class = speech, Unprotected = speech is null, Topics = line.Words<Topic>("topics") };
        }
    }

    private static IEnumerable<Row> Topics(string folder) =>
        from row in Lines(Path.Combine(folder, "topics.jsonl"), RowForm.Topics)
        select Of(RowSets.Topics, row) with { Harms = [], Topics = row.Words<Topic>("topics") };

    private static IEnumerable<Row> Corrections(string folder)
    {
        foreach (var line in Lines(Path.Combine(folder, "corrections.jsonl"), RowForm.Corrections))
        {
            var (id, language) = (line.Text("id"), line.Text("language"));
            // Written for the matcher; a quarter of them shows these models what a rumour and its debunk are like, all would outweigh every other row.
            if (Folds.Of(id, 4) != 0) continue;
            foreach (var (i, text) in line.List("paraphrases")!.Prepend(line.Text("statement")).Index())
                yield return new Row(RowSets.Corrections, $"{id}-{i}", language, text, id, 1) { Harms = [], Kind = SentenceKind.Assertion, Unprotected = true };
            foreach (var (i, text) in line.List("lookalikes")!.Index())
                yield return new Row(RowSets.Corrections, $"{id}-other-{i}", language, text, id, 1) { Harms = [] };
            yield return new Row(RowSets.Corrections, $"{id}-debunk", language, line.Text("debunk"), id, 1) { Harms = [], Class = ProtectedClass.Debunk };
        }
    }

    private static IEnumerable<Row> Ordinary(string folder) =>
        from row in Lines(Path.Combine(folder, "ordinary.jsonl"), RowForm.Ordinary)
        select Of(RowSets.Ordinary, row) with { Harms = [], Unprotected = true };

    private static Row Of(string set, RowLine row) => new(set, row.Text("id"), row.Text("language"), row.Text("text"), row.Text("id"), 1);
}
