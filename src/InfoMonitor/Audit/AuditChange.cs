using System.Text.Json;

namespace InfoMonitor.Audit;

/// <summary>One field of an entry that differs between before and after, as plain values.</summary>
/// <param name="Field">The field's own name; of nested ones the inmost.</param>
/// <param name="Before">Null when it was not there.</param>
/// <param name="After">Null when it is gone.</param>
internal sealed record AuditChange(string Field, string? Before, string? After)
{
    /// <summary>Compares two JSON objects; what is the same in both is left out.</summary>
    public static IReadOnlyList<AuditChange> Of(string? before, string? after)
    {
        Dictionary<string, string> was = Flatten(before), now = Flatten(after);
        return [.. was.Keys.Union(now.Keys, StringComparer.Ordinal)
            .Select(path => new AuditChange(path[(path.LastIndexOf('.') + 1)..], was.GetValueOrDefault(path), now.GetValueOrDefault(path)))
            .Where(c => c.Before != c.After)
            .Distinct()];   // a verdict stands both in what was given and in what the flag became
    }

    private static Dictionary<string, string> Flatten(string? json)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json is null) return fields;
        try
        {
            using var document = JsonDocument.Parse(json);
            Add("", document.RootElement);
        }
        catch (JsonException)   // an entry that was tampered with is shown all the same
        {
            fields["json"] = json;
        }
        return fields;

        void Add(string path, JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var property in element.EnumerateObject()) Add(path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Value);
                    break;
                case JsonValueKind.Array when element.EnumerateArray().All(e => e.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)):
                    fields[path] = string.Join(", ", element.EnumerateArray().Select(e => e.ToString()));
                    break;
                case JsonValueKind.Null or JsonValueKind.Undefined:
                    break;
                case JsonValueKind.True:
                    fields[path] = "true";
                    break;
                case JsonValueKind.False:
                    fields[path] = "false";
                    break;
                default:
                    fields[path] = element.ToString();
                    break;
            }
        }
    }
}
