using System.Text.Encodings.Web;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Storage;

namespace InfoMonitor.Briefings;

/// <summary>A briefing as JSON: the same for the stored row, the API and <c>digest --format json</c>.</summary>
internal static class BriefingJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters =
        {
            new WordJsonConverter<FlagReason>(), new WordJsonConverter<FlagState>(), new WordJsonConverter<Verdict>(),
            new WordJsonConverter<Topic>(), new WordJsonConverter<Advice>(),
        },
    };
}
