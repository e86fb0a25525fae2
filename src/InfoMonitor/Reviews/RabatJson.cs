using System.Text.Json;
using InfoMonitor.Domain;
using InfoMonitor.Storage;

namespace InfoMonitor.Reviews;

/// <summary>The six factors as they are kept with a review.</summary>
internal static class RabatJson
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new WordJsonConverter<RabatFactor>(), new WordJsonConverter<RabatWeight>() } };

    public static string Write(IReadOnlyDictionary<RabatFactor, RabatWeight> factors) => JsonSerializer.Serialize(factors.OrderBy(f => f.Key).ToDictionary(), Options);

    public static IReadOnlyDictionary<RabatFactor, RabatWeight> Read(string? json) =>
        json is null ? new Dictionary<RabatFactor, RabatWeight>() : JsonSerializer.Deserialize<Dictionary<RabatFactor, RabatWeight>>(json, Options)!;
}
