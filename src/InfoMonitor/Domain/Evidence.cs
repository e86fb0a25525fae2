using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InfoMonitor.Domain;

/// <summary>One piece of what a verdict relies on: a reference that is cited, or the address of a page.</summary>
/// <param name="ReferenceId">A reference, by its id; then there is neither address nor words.</param>
/// <param name="Url">An http(s) address, nobody's profile or account.</param>
/// <param name="Words">The words of that page that are relied on, at most 500 characters; personal data in them is masked.</param>
internal sealed record Evidence(long? ReferenceId = null, string? Url = null, string? Words = null);

/// <summary>Evidence as it is kept with a review: the same pieces are the same text.</summary>
internal static class EvidenceJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Null for no evidence.</returns>
    public static string? Write(IReadOnlyList<Evidence> evidence) => evidence.Count == 0 ? null : JsonSerializer.Serialize(evidence, Options);

    public static IReadOnlyList<Evidence> Read(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<Evidence>>(json, Options)!;
}
