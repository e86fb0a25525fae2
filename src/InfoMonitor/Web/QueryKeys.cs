using System.Globalization;
using System.Text.Json.Nodes;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using Microsoft.Extensions.Primitives;
using Microsoft.OpenApi;

namespace InfoMonitor.Web;

/// <summary>One parameter in the address of an API request: what may stand in it. Told to programs in the OpenAPI document and asked of them before the endpoint runs.</summary>
/// <param name="Name">As it is written in the address.</param>
/// <param name="What">What it does, for the document.</param>
/// <param name="Form">What may stand in it, in words, after "it may be"; on pages too.</param>
/// <param name="Words">The words it may hold; null where it is no vocabulary.</param>
/// <param name="Many">True where several words may stand in it, separated by commas.</param>
internal sealed record QueryKey(string Name, string What, Text Form, Func<string, bool> Fits, Func<OpenApiSchema> Schema, IReadOnlyList<string>? Words = null, bool Many = false)
{
    private const int LongestEcho = 60;

    private static readonly string[] OnOff = ["1", "true", "on", "0", "false", "off"];

    /// <summary>A word of a vocabulary.</summary>
    public static QueryKey One<T>(string name, string what) where T : struct, Enum => Of(name, what, WordsOf<T>(), many: false);

    /// <summary>Words of a vocabulary.</summary>
    /// <param name="also">Words that are none of it.</param>
    public static QueryKey Some<T>(string name, string what, params string[] also) where T : struct, Enum => Of(name, what, [.. WordsOf<T>(), .. also], many: true);

    /// <summary>Yes, or as if it were not there.</summary>
    public static QueryKey Switch(string name, string what) => Of(name, what, OnOff, many: false);

    /// <summary>True where a switch's value says yes.</summary>
    public static bool IsOn(string? value) => value is "1" or "true" or "on";

    public static QueryKey Number(string name, string what, long least, long most = long.MaxValue) => new(name, what,
        most == long.MaxValue ? new(string.Create(CultureInfo.InvariantCulture, $"số nguyên từ {least}"), string.Create(CultureInfo.InvariantCulture, $"a whole number from {least}"))
            : new(string.Create(CultureInfo.InvariantCulture, $"{least} đến {most}"), string.Create(CultureInfo.InvariantCulture, $"{least} to {most}")),
        text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most,
        () => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = most <= int.MaxValue ? "int32" : "int64", Minimum = least.ToString(CultureInfo.InvariantCulture), Maximum = most == long.MaxValue ? null : most.ToString(CultureInfo.InvariantCulture) });

    public static QueryKey Day(string name, string what) => new(name, what, new("một ngày, viết yyyy-MM-dd", "a day, yyyy-MM-dd"),
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), () => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" });

    public static QueryKey Free(string name, string what, Text form, Func<string, bool> fits) => new(name, what, form, fits, () => new OpenApiSchema { Type = JsonSchemaType.String });

    /// <summary>Where a list goes on.</summary>
    public static QueryKey Cursor(Func<string, bool> fits) => Free("cursor", "`next` of an earlier answer: what follows it.", new("`next` của câu trả lời trước, hoặc bỏ đi", "`next` of an earlier answer of this list, or be left out"), fits);

    /// <summary>The same on a page.</summary>
    public static QueryKey After(Func<string, bool> fits) => Free("after", "What follows in the list.", new("chỗ mà liên kết sang trang sau ghi", "a place as the link to the next page has it"), fits);

    /// <summary>How many of a list are given at once.</summary>
    public static QueryKey Limit(int most, string usual) => Number("limit", $"How many are given at once; {usual} unless said.", 1, most);

    /// <summary>What is wrong with a value, for whoever wrote it; null when nothing is.</summary>
    public QueryFault? FaultOf(string value)
    {
        var wrong = Many ? value.Split(',', StringSplitOptions.TrimEntries).FirstOrDefault(word => !Fits(word)) : Fits(value) ? null : value;
        if (wrong is null) return null;
        var shown = Shortened(wrong);
        return new QueryFault(Name, Name, shown, Words, $"`{Name}` {(Many ? "holds" : "is")} '{shown}'; it may {(Many ? "hold, separated by commas: " : "be ")}{Form.En}.", Form);
    }

    /// <summary>As it is repeated to whoever wrote it.</summary>
    public static string Shortened(string written) => written.Length > LongestEcho ? written[..LongestEcho] + "…" : written;

    private static QueryKey Of(string name, string what, IReadOnlyList<string> words, bool many) => new(name, what, new(string.Join(", ", words), string.Join(", ", words)), word => words.Contains(word, StringComparer.Ordinal), () =>
    {
        var one = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. words.Select(w => (JsonNode)w)] };
        return many ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one;
    }, words, many);

    private static IReadOnlyList<string> WordsOf<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => v.Word())];
}

/// <summary>An address the API cannot take.</summary>
/// <param name="Kind">Of the problem: the parameter's name, or <c>query</c> for one that does not exist.</param>
/// <param name="Allowed">The words that may stand there, or the parameters there are; null where it is no list.</param>
/// <param name="May">What may stand there, in words; null for a parameter that does not exist.</param>
internal sealed record QueryFault(string Kind, string Key, string Value, IReadOnlyList<string>? Allowed, string Detail, Text? May);

/// <summary>The parameters an endpoint of the API takes, and no others: a filter that is misspelt must not look like one that let everything through.</summary>
internal sealed record QueryKeys(IReadOnlyList<QueryKey> Keys)
{
    public static QueryKeys None { get; } = new([]);

    /// <summary>What is wrong with a query, in its order; nothing when all of it can be taken.</summary>
    public IEnumerable<QueryFault> FaultsOf(IEnumerable<KeyValuePair<string, StringValues>> query) =>
        from field in query
        let key = Keys.FirstOrDefault(k => k.Name.Equals(field.Key, StringComparison.OrdinalIgnoreCase))
        let fault = key is null ? Unknown(QueryKey.Shortened(field.Key), QueryKey.Shortened(field.Value.ToString())) : key.FaultOf(field.Value.ToString())
        where fault is not null
        select fault;

    /// <summary>Answers a request whose query the API's endpoint cannot take; anything else goes on.</summary>
    public static Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(next);
        return http.GetEndpoint()?.Metadata.GetMetadata<QueryKeys>()?.FaultsOf(http.Request.Query).FirstOrDefault() is { } fault ? Problems.Of(fault).ExecuteAsync(http) : next(http);
    }

    private QueryFault Unknown(string name, string value) => new("query", name, value, [.. Keys.Select(k => k.Name)],
        $"There is no parameter `{name}` here; {(Keys.Count == 0 ? "this address takes none" : $"there are {string.Join(", ", Keys.Select(k => k.Name))}")}.", May: null);
}

internal static class QueryKeysExtensions
{
    /// <summary>Says which parameters an endpoint of the API takes.</summary>
    public static RouteHandlerBuilder WithQuery(this RouteHandlerBuilder endpoint, params IReadOnlyList<QueryKey> keys) => endpoint.WithMetadata(new QueryKeys(keys));
}
