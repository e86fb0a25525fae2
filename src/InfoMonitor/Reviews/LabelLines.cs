using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using InfoMonitor.Content.Classification;

namespace InfoMonitor.Reviews;

/// <summary>Accepted labels as JSON lines: each in the form of the rows of <c>models/data</c>, and what the models do with it. Of people nothing is in them.</summary>
internal static class LabelLines
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <returns>How many lines were written.</returns>
    public static async Task<int> WriteAsync(IAsyncEnumerable<AcceptedLabel> labels, TextWriter lines, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var label in labels.WithCancellation(cancellation))
        {
            await lines.WriteAsync((Of(label) + "\n").AsMemory(), cancellation);
            count++;
        }
        return count;
    }

    private static string Of(AcceptedLabel label) => JsonSerializer.Serialize(new
    {
        use = label.Use.Word(),
        id = string.Create(CultureInfo.InvariantCulture, $"desk-{label.Id}"),
        language = label.Language,
        @class = label.Class?.Word(),
        reason = label.Harm?.Word(),
        label = label.Kind?.Word(),
        text = label.Text,
    }, Readable);
}
