using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace InfoMonitor.Web;

/// <summary>
/// An example of every body that the API takes and gives, from <c>openapi-examples.json</c>: by operation, under <c>request</c> or the status.
/// A test holds them to their schemas and finds an operation that has none.
/// </summary>
internal static class OpenApiExamples
{
    private const string Json = "application/json";
    private const string JsonLines = "application/jsonl";
    private const string Problem = "application/problem+json";

    private static readonly JsonObject All = Read();

    public static void Add(OpenApiDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values.AsEnumerable() ?? []))
        {
            var own = operation.OperationId is { } id ? All[id] : null;
            Put(operation.RequestBody?.Content, Json, own?["request"]);
            foreach (var (status, response) in operation.Responses ?? [])
            {
                foreach (var type in (string[])[Json, JsonLines]) Put(response.Content, type, own?[status]);
                if (int.TryParse(status, CultureInfo.InvariantCulture, out var code) && code >= 400) Put(response.Content, Problem, ProblemOf(code));
            }
        }
    }

    private static JsonObject ProblemOf(int status) => new()
    {
        ["type"] = Problems.TypeOf(status),
        ["title"] = ReasonPhrases.GetReasonPhrase(status),
        ["status"] = status,
        ["detail"] = "What was wrong and what to do.",
    };

    private static void Put(IDictionary<string, OpenApiMediaType>? content, string type, JsonNode? example)
    {
        if (example is not null && content?.TryGetValue(type, out var media) == true) media.Example = example.DeepClone();
    }

    private static JsonObject Read()
    {
        using var stream = typeof(OpenApiExamples).Assembly.GetManifestResourceStream("openapi-examples")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
