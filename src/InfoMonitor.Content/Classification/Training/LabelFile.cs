using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Classification.Training;

/// <summary>What is wrong with a line of a labels file, and what to do.</summary>
internal sealed record LabelError(string File, int Line, string Key, string What, string Remedy)
{
    public override string ToString() => $"{File}:{Line}: {Key}: {What} {Remedy}";
}

/// <summary>What a labels file holds: every line of it, or what is wrong with some.</summary>
internal abstract record LabelReading
{
    /// <param name="Hash">SHA-256 (hex) of the file.</param>
    internal sealed record Read(IReadOnlyList<Row> Training, IReadOnlyList<Row> Gate, string Hash) : LabelReading;

    internal sealed record Wrong(IReadOnlyList<LabelError> Errors) : LabelReading;
}

/// <summary>Reads labels of the desk as <c>model export-labels</c> writes them: lines in the form of the rows of <c>models/data</c>, with what they are for.</summary>
/// <param name="file">As the person wrote it, for messages too.</param>
internal sealed class LabelFile(string file)
{
    private const int MostErrors = 100;
    private const int LongestText = 5_000;

    /// <summary>What a row says its text is: one of them, each with its own vocabulary.</summary>
    private const string ClassKey = "class", ReasonKey = "reason", LabelKey = "label";

    private static readonly string[] Keys = ["use", "id", "language", ClassKey, ReasonKey, LabelKey, "text"];

    /// <summary>Harm that a label may say: what exposes somebody is none (DESIGN 2.1).</summary>
    private static readonly FlagReason[] Harms = [.. FlagReasons.Harms.Where(r => r != FlagReason.VictimExposure)];

    private readonly List<LabelError> errors = [];
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private int line;

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public LabelReading Read()
    {
        if (!File.Exists(file)) throw new FileNotFoundException($"There is no file {file}. Write one with: infomonitor model export-labels --out {Path.GetFileName(file)}");
        var bytes = File.ReadAllBytes(file);
        var (training, gate) = (new List<Row>(), new List<Row>());
        using var text = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        while (text.ReadLine() is { } raw && errors.Count < MostErrors)
        {
            line++;
            if (string.IsNullOrWhiteSpace(raw) || Fields(raw) is not { } fields || Make(fields) is not ({ } row, var trains)) continue;
            (trains ? training : gate).Add(row);
        }
        return errors.Count > 0 ? new LabelReading.Wrong(errors) : new LabelReading.Read(training, gate, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private Dictionary<string, string>? Fields(string raw)
    {
        try
        {
            using var document = JsonDocument.Parse(raw);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("It is no object.");
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (!Keys.Contains(property.Name, StringComparer.Ordinal)) Wrong(property.Name, "no such key.", $"The keys are {string.Join(", ", Keys)}.");
                else if (property.Value.ValueKind != JsonValueKind.String) Wrong(property.Name, "is no text.", "Write it in quotes, or leave the key out.");
                else if (!fields.TryAdd(property.Name, Nfc.Of(property.Value.GetString()!).Trim())) Wrong(property.Name, "stands twice.", "Take one of the two out.");
            }
            return fields;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)   // the latter two: half a surrogate pair
        {
            Wrong("json", "the line cannot be read as JSON.", $"Write one JSON object a line. ({e.Message})");
            return null;
        }
    }

    private (Row Row, bool Trains)? Make(Dictionary<string, string> fields)
    {
        var before = errors.Count;
        var (id, language, text, use) = (Needed(fields, "id"), Needed(fields, "language"), Needed(fields, "text"), Needed(fields, "use"));
        if (id.Length > 0 && !ids.TryAdd(id, line)) Wrong("id", $"'{id}' stands on line {ids[id]} too.", "Export the labels anew, or give each line an id of its own.");
        if (language is not ("vi" or "en" or "km" or "")) Wrong("language", $"'{language}' is no language of the rows.", "Write vi, en or km.");
        if (text.Length > LongestText) Wrong("text", $"is {text.Length:N0} characters long; at most {LongestText:N0} are read.", "Give the sentence, not the article.");
        else if (VictimRedactor.IsRedacted(text)) Wrong("text", "exposed somebody and was redacted: such a sentence is no label.", "Take the line out.");
        else if (PersonalDataMasker.Mask(text) != text) Wrong("text", "holds personal data that is not masked.", "Write [PHONE], [EMAIL], [ID] or [BANK] in its place.");
        if (use is not ("gate" or "training" or "")) Wrong("use", $"'{use}' is no use.", "Write gate or training.");
        var row = new Row(RowSets.Desk, id, language, text, id, 1);
        switch (fields.Keys.Where(k => k is ClassKey or ReasonKey or LabelKey).ToList())
        {
            case [ClassKey]:
                if (use == "training") Wrong("use", "protected speech is never trained on: the gate would prove nothing.", "Write gate, or take the line out.");
                row = row with { Harms = [], Class = Known<ProtectedClass>(fields, ClassKey, Enum.GetValues<ProtectedClass>()) };
                break;
            case [ReasonKey]:
                if (use == "gate") Wrong("use", "the gate takes protected speech alone.", "Write training.");
                if (Known(fields, ReasonKey, Harms) is { } harm) row = row with { Harms = [harm], Unprotected = true };
                break;
            case [LabelKey]:
                if (use == "gate") Wrong("use", "the gate takes protected speech alone.", "Write training.");
                row = row with { Kind = Known<SentenceKind>(fields, LabelKey, Enum.GetValues<SentenceKind>()) };   // whether it harms nobody was not asked
                break;
            default:
                Wrong(ClassKey, "it is not said what the sentence is, or more than once.", $"Write one of {ClassKey} (protected speech), {ReasonKey} (harm), {LabelKey} (kind of sentence).");
                break;
        }
        return errors.Count > before ? null : (row, use == "training");
    }

    private string Needed(Dictionary<string, string> fields, string key)
    {
        if (fields.GetValueOrDefault(key) is { Length: > 0 } value) return value;
        if (!errors.Exists(e => e.Line == line && e.Key == key)) Wrong(key, "is missing.", $"Each line has use, id, language, text, and one of {ClassKey}, {ReasonKey}, {LabelKey}.");
        return "";
    }

    private T? Known<T>(Dictionary<string, string> fields, string key, T[] words) where T : struct, Enum
    {
        if (Vocabulary.Parse<T>(fields[key]) is { } value && words.Contains(value)) return value;
        Wrong(key, $"'{fields[key]}' cannot stand here.", $"Write one of {string.Join(", ", words.Select(w => w.Word()))}.");
        return null;
    }

    private void Wrong(string key, string what, string remedy) => errors.Add(new LabelError(file, line, key, what, remedy));
}
