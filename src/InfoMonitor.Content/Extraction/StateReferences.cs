using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InfoMonitor.Content.Extraction;

/// <summary>
/// States whose values name each other by number, as the trees that they stand for: Nuxt 3's list of all values (the library devalue), and the rows of React's server components (Next.js 13 and later),
/// <c>5:{...}</c>, <c>7:T1a2,...</c>. A value that names itself, and all beyond the limits, is left out.
/// </summary>
internal sealed class StateReferences
{
    private const int MaximumDepth = 40;
    private const int MaximumNodes = 100_000;
    private const int LongestTexts = 4_000_000;
    /// <summary>"$1f": the row of that number.</summary>
    private const int LongestReference = 7;

    private readonly Func<JsonElement, int, StateReferences, JsonNode?> _read;
    private int _nodes;
    private int _left = LongestTexts;

    private StateReferences(Func<JsonElement, int, StateReferences, JsonNode?> read) => _read = read;

    /// <summary>The state itself unless it is a list of values by number.</summary>
    public static JsonDocument Resolved(JsonDocument state)
    {
        if (!IsList(state.RootElement)) return state;
        using (state)
        {
            var values = state.RootElement.EnumerateArray().ToArray();
            var tree = new StateReferences((index, depth, all) => index is { ValueKind: JsonValueKind.Number } && index.TryGetInt32(out var at) && at >= 0 && at < values.Length ? all.OfValue(values[at], depth) : null).OfValue(values[0], MaximumDepth);
            return JsonSerializer.SerializeToDocument(tree);
        }
    }

    /// <summary>The first value names others by number: <c>["ShallowReactive",1]</c>, <c>{"data":2}</c>.</summary>
    private static bool IsList(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 1 && root[0] switch
        {
            { ValueKind: JsonValueKind.Array } first => IsTyped(first) && first.GetArrayLength() == 2 && first[1].ValueKind == JsonValueKind.Number,
            { ValueKind: JsonValueKind.Object } first => first.EnumerateObject().Any() && first.EnumerateObject().All(property => property.Value is { ValueKind: JsonValueKind.Number } index && index.TryGetInt32(out _)),
            _ => false,
        };

    private static bool IsTyped(JsonElement array) => array.GetArrayLength() > 1 && array[0].ValueKind == JsonValueKind.String;

    /// <summary>A value of a list: what it holds are the numbers of others.</summary>
    private JsonNode? OfValue(JsonElement value, int depth) => value.ValueKind switch
    {
        // ["Reactive", 7], ["Date", "2026-03-07T..."]
        JsonValueKind.Array when IsTyped(value) => value[1].ValueKind == JsonValueKind.String ? Plain(value[1]) : Read(value[1], depth),
        JsonValueKind.Array or JsonValueKind.Object => Copied(value, depth),
        _ => Plain(value),
    };

    /// <summary>An object or array whose parts are read one by one.</summary>
    private JsonNode Copied(JsonElement value, int depth)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var array = new JsonArray();
            foreach (var one in value.EnumerateArray()) array.Add(Read(one, depth));
            return array;
        }
        var copy = new JsonObject();
        foreach (var property in value.EnumerateObject()) copy[property.Name] = Read(property.Value, depth);
        return copy;
    }

    private JsonNode? Read(JsonElement value, int depth) => depth == 0 || _left < 0 || ++_nodes > MaximumNodes ? null : _read(value, depth - 1, this);

    private JsonValue? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Said(JsonMarshal.GetRawUtf8Value(value).Length, () => JsonLd.Unescaped(value)!),
        JsonValueKind.Number when value.TryGetInt64(out var whole) => JsonValue.Create(whole),
        JsonValueKind.Number => JsonValue.Create(value.GetDouble()),
        JsonValueKind.True => JsonValue.Create(true),
        JsonValueKind.False => JsonValue.Create(false),
        _ => null,
    };

    /// <summary>A text may be named again and again.</summary>
    private JsonValue? Said(int length, Func<string> text) => (_left -= length) < 0 ? null : JsonValue.Create(text());

    /// <summary>All rows that are data, as an array; null when there are none.</summary>
    public static JsonDocument? OfRows(string rows)
    {
        var (texts, trees) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<JsonDocument>());
        try
        {
            ReadRows(rows, texts, trees);
            if (trees.Count == 0) return null;
            var reader = new StateReferences((value, depth, all) =>
                value.ValueKind is JsonValueKind.Array or JsonValueKind.Object ? all.Copied(value, depth)
                : value.ValueKind == JsonValueKind.String && JsonLd.Unescaped(value) is ['$', ..] and { Length: <= LongestReference } name && texts.TryGetValue(name[1..], out var text) ? all.Said(text.Length, () => text)
                : all.Plain(value));
            return JsonSerializer.SerializeToDocument(new JsonArray([.. trees.Select(tree => reader.Copied(tree.RootElement, MaximumDepth))]));
        }
        finally
        {
            foreach (var tree in trees) tree.Dispose();
        }
    }

    private static void ReadRows(string rows, Dictionary<string, string> texts, List<JsonDocument> trees)
    {
        for (var at = 0; at < rows.Length;)
        {
            var colon = rows.IndexOf(':', at);
            if (colon < 0) return;
            var name = rows[at..colon].Trim();
            if (colon + 1 < rows.Length && rows[colon + 1] == 'T' && rows.IndexOf(',', colon) is > 0 and var comma
                && int.TryParse(rows.AsSpan(colon + 2, comma - colon - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bytes))
            {
                var end = EndOf(rows, comma + 1, bytes);
                texts[name] = rows[(comma + 1)..end];
                at = end;
                continue;
            }
            var line = rows.IndexOf('\n', colon) is > 0 and var found ? found : rows.Length;
            if (rows.AsSpan(colon + 1, line - colon - 1) is ['{' or '[', ..] && StateScripts.Parse(rows[(colon + 1)..line]) is { } tree) trees.Add(tree);
            at = line + 1;
        }
    }

    /// <summary>Where a text of so many bytes of UTF-8 ends.</summary>
    private static int EndOf(string rows, int start, int bytes)
    {
        var end = start;
        foreach (var rune in rows.AsSpan(start).EnumerateRunes())
        {
            if (bytes <= 0) break;
            bytes -= rune.Utf8SequenceLength;
            end += rune.Utf16SequenceLength;
        }
        return end;
    }
}
