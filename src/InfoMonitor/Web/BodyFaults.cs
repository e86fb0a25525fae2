using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Web;

/// <summary>What was wrong with a body that was sent to the API: the field, and what may stand in it. Never the serializer's own words, which name types of this program.</summary>
internal static partial class BodyFaults
{
    /// <param name="endpoint">That the body was sent to.</param>
    public static string Of(HttpContext http, Endpoint? endpoint, BadHttpRequestException fault)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(fault);
        if (Of(fault.StatusCode) is { } known) return known;
        if (endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is not { } type) return "The request cannot be read.";
        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var body = options.GetTypeInfo(type);
        return fault.InnerException switch
        {
            JsonException { InnerException: JsonException } json => string.Create(CultureInfo.InvariantCulture, $"The body is no JSON from line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1} on. Send {Form(body)}."),
            JsonException json => Of(json.Path ?? "$", body),
            _ => $"The body is missing. Send {Form(body)}.",
        };
    }

    /// <summary>What the status alone says of a body; null where it says nothing.</summary>
    public static string? Of(int status) => status switch
    {
        StatusCodes.Status408RequestTimeout => "The body did not come in time.",
        StatusCodes.Status413PayloadTooLarge => "The body is too large.",
        StatusCodes.Status415UnsupportedMediaType => "Send the body as application/json.",
        _ => null,
    };

    private static string Of(string path, JsonTypeInfo body)
    {
        var at = body;
        foreach (var step in Step().EnumerateMatches(path))
        {
            var name = path.AsSpan(step.Index, step.Length).Trim(".[]'").ToString();
            switch (at.Kind)
            {
                case JsonTypeInfoKind.Object when at.Properties.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } property:
                    at = at.Options.GetTypeInfo(property.PropertyType);
                    break;
                case JsonTypeInfoKind.Object:
                    return $"There is no field `{path}`; {(at == body ? "the body is" : "there it is")} {Form(at)}.";
                case JsonTypeInfoKind.Enumerable:
                    at = at.Options.GetTypeInfo(at.ElementType!);
                    break;
                case JsonTypeInfoKind.Dictionary or JsonTypeInfoKind.None:
                    return $"`{path}` cannot be read: {Form(at)} is meant there.";
            }
        }
        return at == body ? $"Fields are missing or wrong. Send {Form(body)}." : $"`{path}` must be {Form(at)}.";
    }

    /// <summary>What a value looks like, in words that fit after "must be".</summary>
    private static string Form(JsonTypeInfo type)
    {
        var given = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (given.IsEnum) return "one of " + string.Join(", ", Words(given));
        return type.Kind switch
        {
            JsonTypeInfoKind.Object => OfFields(type),
            JsonTypeInfoKind.Enumerable => $"a list, each {Form(type.Options.GetTypeInfo(type.ElementType!))}",
            JsonTypeInfoKind.Dictionary => $"an object whose fields are {(type.KeyType is { IsEnum: true } key ? string.Join(", ", Words(key)) : "names")}, each {Form(type.Options.GetTypeInfo(type.ElementType!))}",
            JsonTypeInfoKind.None => Type.GetTypeCode(given) switch
            {
                TypeCode.Boolean => "true or false",
                TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 => "a whole number",
                TypeCode.Single or TypeCode.Double or TypeCode.Decimal => "a number",
                _ => "text",
            },
        };
    }

    private static string OfFields(JsonTypeInfo type)
    {
        var needed = type.Properties.Where(p => p.IsRequired).Select(One).ToArray();
        var free = type.Properties.Where(p => !p.IsRequired).Select(One).ToArray();
        return $"a JSON object with {string.Join("; ", needed.Length > 0 ? needed : free)}{(needed.Length > 0 && free.Length > 0 ? $"; and, where wanted, {string.Join("; ", free)}" : "")}";

        string One(JsonPropertyInfo property) => $"`{property.Name}` ({Form(type.Options.GetTypeInfo(property.PropertyType))})";
    }

    private static IEnumerable<string> Words(Type closed) => Enum.GetNames(closed).Select(JsonNamingPolicy.KebabCaseLower.ConvertName);

    [GeneratedRegex(@"\.[^.\[\]]+|\['[^']*'\]|\[[0-9]+\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Step();
}
