using System.Net;
using System.Text;
using System.Text.Json;
using InfoMonitor.Tests.Support;

namespace InfoMonitor.Tests.Web;

/// <summary>The API's description: complete, with examples that are true to it.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task Every_body_has_an_example_that_holds_to_its_schema()
    {
        await using var desk = await TestDesk.StartAsync();
        using var client = desk.Client();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
        var root = document.RootElement;
        root.GetProperty("openapi").GetString().ShouldStartWith("3.1");
        var wrong = new List<string>();
        foreach (var operation in root.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value))
        {
            var name = operation.GetProperty("operationId").GetString()!;
            if (operation.TryGetProperty("requestBody", out var body)) Check(name + " request", body);
            foreach (var response in operation.GetProperty("responses").EnumerateObject()) Check($"{name} {response.Name}", response.Value);
            if (!operation.TryGetProperty("summary", out _)) wrong.Add($"{name} has no summary");
        }
        wrong.ShouldBeEmpty("write them in Web/openapi-examples.json");

        void Check(string where, JsonElement body)
        {
            if (!body.TryGetProperty("content", out var content)) return;
            foreach (var media in content.EnumerateObject())
            {
                if (!media.Value.TryGetProperty("example", out var example)) wrong.Add($"{where} has no example");
                else Compare(where, media.Value.GetProperty("schema"), example);
            }
        }

        void Compare(string where, JsonElement schema, JsonElement example)
        {
            if (schema.TryGetProperty("$ref", out var reference)) schema = root.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
            if (schema.TryGetProperty("oneOf", out var choices))
            {
                if (example.ValueKind == JsonValueKind.Null) return;
                schema = choices.EnumerateArray().First(c => c.TryGetProperty("$ref", out _));
                Compare(where, schema, example);
                return;
            }
            if (schema.TryGetProperty("type", out var type))
            {
                var types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()).ToArray() : [type.GetString()];
                var given = example.ValueKind switch { JsonValueKind.Object => "object", JsonValueKind.Array => "array", JsonValueKind.String => "string", JsonValueKind.Number => "number", JsonValueKind.Null => "null", _ => "boolean" };
                if (!types.Contains(given) && !(given == "number" && types.Contains("integer"))) wrong.Add($"{where} is {given}, not {string.Join('|', types)}");
                if (types.Contains("array") && !schema.TryGetProperty("items", out _)) wrong.Add($"{where}: the schema does not say what the list holds");
            }
            if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(w => w.GetString() == example.GetString())) wrong.Add($"{where}: '{example}' is no word of the vocabulary");
            if (example.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
                foreach (var item in example.EnumerateArray()) Compare(where + "[]", items, item);
            if (example.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("properties", out var properties)) return;
            if (schema.TryGetProperty("required", out var required))
                foreach (var field in required.EnumerateArray().Where(r => !example.TryGetProperty(r.GetString()!, out _))) wrong.Add($"{where} lacks {field}");
            foreach (var field in example.EnumerateObject())
            {
                if (properties.TryGetProperty(field.Name, out var of)) Compare($"{where}.{field.Name}", of, field.Value);
                else wrong.Add($"{where}.{field.Name} is not in the schema");
            }
        }
    }

    [Fact]
    public async Task Both_ways_of_signing_in_are_described()
    {
        await using var desk = await TestDesk.StartAsync();
        using var client = desk.Client();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
        var schemes = document.RootElement.GetProperty("components").GetProperty("securitySchemes");
        schemes.GetProperty("token").GetProperty("scheme").GetString().ShouldBe("bearer");
        schemes.GetProperty("session").GetProperty("in").GetString().ShouldBe("cookie");
        document.RootElement.GetProperty("security").EnumerateArray().Select(s => s.EnumerateObject().Single().Name).ShouldBe(["token", "session"]);
        using var old = await client.GetAsync("/api/docs");
        old.Headers.Location!.ToString().ShouldBe("/docs");
        (await client.GetStringAsync("/docs/")).ShouldContain("openapi/v1.json");
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", null, 404, "not-found")]
    [InlineData("GET", "/api/v1/flags/999999", null, 404, "not-found")]
    [InlineData("PUT", "/api/v1/flags", null, 405, "method")]
    [InlineData("GET", "/api/v1/flags?cursor=x", null, 400, "cursor")]
    [InlineData("GET", "/api/v1/flags?limit=1001", null, 400, "limit")]
    [InlineData("GET", "/api/v1/flags?limit=many", null, 400, "limit")]
    [InlineData("GET", "/api/v1/audit", null, 403, "forbidden")]
    [InlineData("GET", "/api/v1/briefings/someday", null, 400, "date-unreadable")]
    [InlineData("POST", "/api/v1/flags/1/verdict", "{", 400, "bad-request")]
    [InlineData("POST", "/api/v1/account/tokens", "{\"label\":\"x\",\"days\":\"1\"}", 400, "bad-request")]
    [InlineData("POST", "/api/v1/account/tokens", null, 400, "bad-request")]
    public async Task Every_error_of_the_api_is_a_problem_with_a_type_of_its_own(string method, string address, string? body, int status, string kind)
    {
        await using var desk = await TestDesk.StartAsync();
        using var an = await desk.SignInAsync("an");
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        using var answer = await an.SendAsync(request);
        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("type").GetString().ShouldBe("urn:infomonitor:problem:" + kind);
        problem.RootElement.GetProperty("status").GetInt32().ShouldBe(status);
        problem.RootElement.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace("what to do about it");
        problem.RootElement.ToString().ShouldNotContain("   at ", customMessage: "no stack trace");
        using var text = new StringContent("x", Encoding.UTF8, "text/plain");
        (await an.PostAsync("/api/v1/account/tokens", text)).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }
}
