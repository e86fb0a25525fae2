using System.Text.Encodings.Web;
using System.Text.Json;
using InfoMonitor.Domain;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace InfoMonitor.Storage;

/// <summary>A text in both languages in one column: <c>{"Vi":"...","En":"..."}</c>.</summary>
internal sealed class TextJson() : ValueConverter<Text, string>(text => Write(text), json => Read(json))
{
    /// <summary>Never part of a page as it is, so Vietnamese may stand there as it is written.</summary>
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Write(Text text) => JsonSerializer.Serialize(text, Readable);

    private static Text Read(string json) => JsonSerializer.Deserialize<Text>(json, Readable)!;
}
