using System.Globalization;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Content.Text;
using InfoMonitor.Content.Urls;
using InfoMonitor.Domain;

namespace InfoMonitor.References;

/// <summary>Reads a file of references: tab-separated (columns in the order of <see cref="Keys"/>, or named by a first line) or JSON lines with the same keys.</summary>
/// <param name="file">As the person wrote it, for messages.</param>
/// <param name="publisher">For lines that name none; null: each line must.</param>
/// <param name="calendar">Whose days begin where a date has no time.</param>
internal sealed class ReferenceFile(string file, string? publisher, WorkCalendar calendar)
{
    public static readonly string[] Keys = ["id", "verdict", "statement", "publisher", "url", "date", "correction", "kind"];

    private const int MostErrors = 100;
    private const int LongestStatement = 2_000;
    private const int LongestCorrection = 20_000;
    private const int LongestName = 300;

    private readonly List<ReferenceError> errors = [];
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private int line;

    /// <param name="text">UTF-8.</param>
    /// <param name="read">Told the number of lines after each.</param>
    public async Task<ReferenceReading> ReadAsync(TextReader text, Action<int> read, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(read);
        var lines = new List<ReferenceLine>();
        var json = file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase);
        var columns = Keys;
        while (await text.ReadLineAsync(cancellation) is { } raw && errors.Count < MostErrors)
        {
            line++;
            read(line);
            if (string.IsNullOrWhiteSpace(raw)) continue;
            if (line == 1 && !json && raw.Split('\t') is var head && head.Contains("statement", StringComparer.OrdinalIgnoreCase))
            {
                columns = [.. head.Select(h => h.Trim().ToLowerInvariant())];
                foreach (var unknown in columns.Except(Keys, StringComparer.Ordinal)) Wrong(unknown, "no such column.", $"The columns are {string.Join(", ", Keys)}.");
                foreach (var (twice, _) in columns.CountBy(c => c, StringComparer.Ordinal).Where(c => c.Value > 1)) Wrong(twice, "the column stands twice.", "Take one of the two out.");
                if (errors.Count > 0) break;   // no line can be read by these
                continue;
            }
            if ((json ? OfJson(raw) : OfTabs(raw, columns)) is { } fields && Make(fields) is { } made) lines.Add(made);
        }
        return errors.Count > 0 ? new ReferenceReading.Wrong(errors) : new ReferenceReading.Read(lines);
    }

    private Dictionary<string, string>? OfTabs(string raw, string[] columns)
    {
        var cells = raw.Split('\t');
        if (cells.Length <= columns.Length) return cells.Select((cell, i) => (cell, i)).ToDictionary(c => columns[c.i], c => c.cell.Trim(), StringComparer.Ordinal);
        Wrong("columns", $"{cells.Length} cells where there are {columns.Length} columns.", "Take tabs out of the texts.");
        return null;
    }

    private Dictionary<string, string>? OfJson(string raw)
    {
        try
        {
            using var document = JsonDocument.Parse(raw);
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("The line is no JSON object.");
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (!Keys.Contains(property.Name, StringComparer.Ordinal)) Wrong(property.Name, "no such key.", $"The keys are {string.Join(", ", Keys)}.");
                else if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.True or JsonValueKind.False) Wrong(property.Name, "neither text nor a number.", "Write it in quotes.");
                else if (!fields.TryAdd(property.Name, property.Value.ToString().Trim())) Wrong(property.Name, "stands twice.", "Take one of the two out.");
            }
            return fields;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)   // InvalidOperation: half a surrogate pair as an escape
        {
            Wrong("json", "the line cannot be read as JSON.", $"Write one JSON object a line. ({e.Message})");
            return null;
        }
    }

    private ReferenceLine? Make(Dictionary<string, string> fields)
    {
        var before = errors.Count;
        if (Value(fields, "id", LongestName, needed: false) is { } id && !ids.TryAdd(id, line)) Wrong("id", $"'{id}' stands on line {ids[id]} too.", "Give each reference its own id, or leave ids out.");
        var statement = Value(fields, "statement", LongestStatement, needed: true);
        var verdict = Value(fields, "verdict", LongestName, needed: true);
        var correction = Value(fields, "correction", LongestCorrection, needed: false);
        var by = Value(fields, "publisher", LongestName, needed: false) ?? publisher;
        if (by is null) Wrong("publisher", "nobody is named as publisher.", "Fill the column, or give --publisher NAME for all lines.");
        var kind = ReferenceKind.FactCheck;
        if (Value(fields, "kind", LongestName, needed: false) is { } word)
        {
            if (Vocabulary.Parse<ReferenceKind>(word) is { } known) kind = known;
            else Wrong("kind", $"'{word}' is no kind of reference.", $"Write one of {string.Join(", ", Enum.GetValues<ReferenceKind>().Select(k => k.Word()))}.");
        }
        var url = Url(fields);
        var at = Date(fields);
        return errors.Count > before ? null : new ReferenceLine(
            kind, PersonalDataMasker.Mask(statement!), PersonalDataMasker.Mask(verdict!), correction is null ? null : PersonalDataMasker.Mask(correction), PersonalDataMasker.Mask(by!), url, at);
    }

    private string? Value(Dictionary<string, string> fields, string key, int longest, bool needed)
    {
        var value = fields.GetValueOrDefault(key, "");
        if (value.Length == 0)
        {
            if (needed) Wrong(key, "is empty.", "Every reference has a statement (the claim that was checked) and a verdict, in the publisher's words.");
            return null;
        }
        // A zero cannot be stored in PostgreSQL, half a surrogate pair in neither.
        if (value.Contains('\0', StringComparison.Ordinal) || !IsWhole(value)) Wrong(key, "holds characters that are no text.", "Save the file as UTF-8.");
        else if (value.Length > longest) Wrong(key, $"is {value.Length:N0} characters long; at most {longest:N0} are kept.", "Give the claim itself, not the article.");
        else return Nfc.Of(value);
        return null;
    }

    private string? Url(Dictionary<string, string> fields)
    {
        if (Value(fields, "url", LongestStatement, needed: false) is not { } url) return null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) Wrong("url", $"'{url}' is no http(s) address.", "Give the page of the reference, or leave it empty.");
        else if (PublicAddress.KindOf(address) is AddressKind.Person or AddressKind.Credentials or AddressKind.Search) Wrong("url", "is the address of a person, a search, or carries a password.", "Give the publisher's page, or leave it empty.");
        else return PersonalDataMasker.MaskUrl(url);
        return null;
    }

    private DateTimeOffset? Date(Dictionary<string, string> fields)
    {
        if (Value(fields, "date", LongestName, needed: false) is not { } date) return null;
        if (DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return calendar.MidnightOf(day);
        if (date.Length > 16 && DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)) return instant.ToUniversalTime();
        Wrong("date", $"'{date}' cannot be read.", "Write 2026-03-31, or 2026-03-31T08:00:00+07:00.");
        return null;
    }

    private void Wrong(string key, string what, string remedy) => errors.Add(new ReferenceError(file, line, key, what, remedy));

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
