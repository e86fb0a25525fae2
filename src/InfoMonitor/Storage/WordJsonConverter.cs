using System.Text.Json;
using System.Text.Json.Serialization;
using InfoMonitor.Content.Classification;

namespace InfoMonitor.Storage;

/// <summary>Reads and writes a closed vocabulary by its words, as value and as key.</summary>
internal sealed class WordJsonConverter<T> : JsonConverter<T> where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => FromWord(reader.GetString());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Word());

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => FromWord(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.Word());

    private static T FromWord(string? word) =>
        Vocabulary.Parse<T>(word) ?? throw new JsonException($"'{word}' is none of: {string.Join(", ", Enum.GetValues<T>().Select(v => v.Word()))}.");
}

/// <summary>Every closed vocabulary by its words: for the API, whose answers hold many.</summary>
internal sealed class WordJsonConverters : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert is { IsEnum: true };

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(WordJsonConverter<>).MakeGenericType(typeToConvert))!;
}
