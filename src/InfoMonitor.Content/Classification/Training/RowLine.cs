using System.Text.Json;

namespace InfoMonitor.Content.Classification.Training;

/// <summary>The keys of a file of rows. What is none of them is misspelt or of another form, and would be passed over without a word.</summary>
/// <param name="Texts">Each row has them, with a text.</param>
/// <param name="May">Texts that a row may have, empty ones too.</param>
/// <param name="Lists">Lists of texts that each row has, empty ones too.</param>
/// <param name="MayLists">The same that a row may have.</param>
/// <param name="Objects">Objects that each row has.</param>
internal sealed record RowForm(string[] Texts, string[] May, string[] Lists, string[] MayLists, string[] Objects)
{
    public RowForm(params string[] texts) : this(texts, [], [], [], []) { }

    public static readonly RowForm Protected = new("id", "language", "class", "text"), Ordinary = new("id", "language", "text"), Mentions = new("id", "language", "group", "text");

    public static readonly RowForm Harm = new RowForm("id", "language", "reason", "text") with { May = ["group"] };

    public static readonly RowForm Claims = new RowForm("id", "language", "label", "text") with { MayLists = ["topics"] };

    public static readonly RowForm Topics = new RowForm("id", "language", "text") with { Lists = ["topics"] };

    public static readonly RowForm Corrections = new RowForm("id", "language", "statement", "verdict", "debunk") with { Lists = ["paraphrases", "lookalikes"], MayLists = ["near", "same"] };

    /// <summary>Of the licensed sets: what they say of where a text is from is passed over.</summary>
    public static readonly RowForm SafeSense = new RowForm("id", "text", "label") with { May = ["title", "source", "url", "date", "split"] },
        HateCheck = new RowForm("id", "text", "label", "function") with { May = ["target", "lang", "title", "source", "url", "date", "split"] },
        Articles = new RowForm("id", "text") with { May = ["title", "label", "source", "url", "date", "split"] },
        Press = new RowForm("title", "text") with { May = ["id", "label", "source", "url", "date", "split"] },
        Comments = new RowForm("id", "text") with { May = ["title", "source", "url", "date", "split"], Objects = ["labels", "splits"] };

    public IEnumerable<string> Keys => [.. Texts, .. May, .. Lists, .. MayLists, .. Objects];
}

/// <summary>A row as it stands in its file: of its form, or refused with file, line, key and what to do.</summary>
/// <param name="File">Its path.</param>
/// <param name="Line">From 1.</param>
internal sealed record RowLine(string File, int Line, JsonElement Row)
{
    /// <exception cref="InvalidDataException">The line is no row of the form; the message names file, line and key.</exception>
    public static RowLine Read(string file, int line, string text, RowForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        JsonElement row;
        try
        {
            using var document = JsonDocument.Parse(text);
            row = document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw Wrong(file, line, "json", "the line cannot be read as JSON.", $"Write one JSON object a line. ({e.Message})", e);
        }
        var read = new RowLine(file, line, row);
        if (row.ValueKind != JsonValueKind.Object) throw read.Wrong("json", "the line is no object.", "Write one JSON object a line.");
        try
        {
            read.Check(form);
        }
        catch (InvalidOperationException e)   // half a surrogate pair
        {
            throw Wrong(file, line, "json", "the line holds characters that are no text.", $"Save the file as UTF-8. ({e.Message})", e);
        }
        return read;
    }

    /// <summary>Empty where there is none.</summary>
    public string Text(string key) => Row.TryGetProperty(key, out var value) ? value.GetString()! : "";

    /// <summary>Null where there is none.</summary>
    public IReadOnlyList<string>? List(string key) => Row.TryGetProperty(key, out var value) ? [.. value.EnumerateArray().Select(v => v.GetString()!)] : null;

    /// <exception cref="InvalidDataException">The key holds no word of the vocabulary.</exception>
    public T Word<T>(string key) where T : struct, Enum => Known<T>(key, Text(key));

    /// <inheritdoc cref="Word"/>
    public IReadOnlyList<T>? Words<T>(string key) where T : struct, Enum => List(key)?.Select(word => Known<T>(key, word)).ToList();

    /// <exception cref="InvalidDataException">The key holds none of these.</exception>
    public string OneOf(string key, params string[] words) => Text(key) is var text && words.Contains(text, StringComparer.Ordinal) ? text : throw Wrong(key, $"'{text}' cannot stand here.", $"Write one of {string.Join(", ", words)}.");

    public InvalidDataException Wrong(string key, string what, string remedy) => Wrong(File, Line, key, what, remedy);

    private static InvalidDataException Wrong(string file, int line, string key, string what, string remedy, Exception? why = null) => new(FormattableString.Invariant($"{file}:{line}: {key}: {what} {remedy}"), why);

    private T Known<T>(string key, string word) where T : struct, Enum =>
        Vocabulary.Parse<T>(word) ?? throw Wrong(key, $"'{word}' cannot stand here.", $"Write one of {string.Join(", ", Enum.GetValues<T>().Select(v => v.Word()))}.");

    private void Check(RowForm form)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in Row.EnumerateObject())
        {
            var (key, value) = (property.Name, property.Value);
            if (!seen.Add(key)) throw Wrong(key, "stands twice.", "Take one of the two out.");
            if (form.Texts.Contains(key) || form.May.Contains(key))
            {
                if (value.ValueKind != JsonValueKind.String) throw Wrong(key, "is no text.", "Write it in quotes.");
                if (string.IsNullOrWhiteSpace(value.GetString()) && !form.May.Contains(key)) throw Wrong(key, "is empty.", Needed(form));
            }
            else if (form.Lists.Contains(key) || form.MayLists.Contains(key))
            {
                if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(v => v.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(v.GetString()))) throw Wrong(key, "is no list of texts.", "Write [\"...\", \"...\"].");
            }
            else if (!form.Objects.Contains(key)) throw Wrong(key, "no such key.", $"The keys are {string.Join(", ", form.Keys)}.");
            else if (value.ValueKind != JsonValueKind.Object) throw Wrong(key, "is no object.", "Write { ... }.");
        }
        if (form.Texts.Concat(form.Lists).Concat(form.Objects).FirstOrDefault(key => !seen.Contains(key)) is { } missing) throw Wrong(missing, "is missing.", Needed(form));
        if (form.Texts.Contains("language")) _ = OneOf("language", "vi", "en", "km");
    }

    private static string Needed(RowForm form) => $"Each row has {string.Join(", ", form.Texts.Concat(form.Lists).Concat(form.Objects))}.";
}
