using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Commands;

/// <summary>config/infomonitor.json as text: where each key stands, and why it may not be readable at all.</summary>
internal static class ConfigFile
{
    public const string Name = "config/infomonitor.json";

    /// <summary>JSON as the service reads it: with comments and commas at the end.</summary>
    private static readonly JsonReaderOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <returns>The line of each key, sections and places of lists included; empty where there is no file.</returns>
    /// <exception cref="OptionsValidationException">It is not JSON, no object, or has a key twice.</exception>
    public static IReadOnlyDictionary<string, int> LinesOf(string home)
    {
        var path = Path.Combine(home, Name);
        return File.Exists(path) ? LinesOf(File.ReadAllBytes(path)) : new Dictionary<string, int>();
    }

    /// <summary>The file, and the line where a key stands, or the section it belongs into.</summary>
    public static string PlaceOf(string home, string key)
    {
        var lines = LinesOf(home);
        return lines.TryGetValue(key, out var line) || lines.TryGetValue(key.Split(':')[0], out line) ? string.Create(CultureInfo.InvariantCulture, $"{Name}:{line}") : Name;
    }

    /// <inheritdoc cref="LinesOf(string)"/>
    public static IReadOnlyDictionary<string, int> LinesOf(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("\uFEFF"u8)) body = body[3..];
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        try
        {
            var reader = new Utf8JsonReader(body, Reading);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) throw Wrong(Line(body, reader), "the file is not an object: write { first, } last and the sections between them.");
            Object(ref reader, body, "", lines);
            reader.Read();   // throws where something follows
            return lines;
        }
        catch (JsonException exception)
        {
            throw Wrong((int)(exception.LineNumber ?? 0) + 1, $"this is not JSON: {JsonFault.Of(exception)}. Check quotes, commas and brackets here and just above.");
        }
    }

    private static void Object(ref Utf8JsonReader reader, ReadOnlySpan<byte> body, string above, Dictionary<string, int> lines)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = above + reader.GetString();
            var line = Line(body, reader);
            if (!lines.TryAdd(key, line)) throw Wrong(line, $"{key} stands in line {lines[key]} already. Take one of the two out.");
            reader.Read();
            Value(ref reader, body, key, lines);
        }
    }

    private static void Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> body, string key, Dictionary<string, int> lines)
    {
        if (reader.TokenType == JsonTokenType.StartObject) Object(ref reader, body, key + ":", lines);
        if (reader.TokenType != JsonTokenType.StartArray) return;
        for (var place = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; place++)
        {
            var inside = string.Create(CultureInfo.InvariantCulture, $"{key}:{place}");
            lines.TryAdd(inside, Line(body, reader));
            Value(ref reader, body, inside, lines);
        }
    }

    private static int Line(ReadOnlySpan<byte> body, in Utf8JsonReader reader) => body[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;

    private static OptionsValidationException Wrong(int line, string what) => new(Name, typeof(ConfigFile), [string.Create(CultureInfo.InvariantCulture, $"{Name}:{line}: {what}")]);
}
