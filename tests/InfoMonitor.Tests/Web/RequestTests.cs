using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;

namespace InfoMonitor.Tests.Web;

/// <summary>What the API cannot take is refused in plain words: the field or parameter, what stood there and what may.</summary>
public sealed class RequestTests
{
    private static readonly (string Address, string Key, string Value, string? Allowed)[] Queries =
    [
        ("/api/v1/flags?reason=foo", "reason", "foo", "matches-correction"),
        ("/api/v1/flags?reason=hate,foo", "reason", "foo", "incitement"),
        ("/api/v1/flags?state=bar", "state", "bar", "awaiting-second"),
        ("/api/v1/flags?state=all,bar", "state", "bar", "all"),
        ("/api/v1/flags?topic=women,children", "topic", "women,children", "racial-discrimination"),
        ("/api/v1/flags?language=Vietnamese", "language", "Vietnamese", null),
        ("/api/v1/flags?age=old", "age", "old", "over-week"),
        ("/api/v1/flags?holder=an", "holder", "an", "nobody"),
        ("/api/v1/flags?publisher=blog", "publisher", "blog", "press"),
        ("/api/v1/flags?language=xx", "language", "xx", null),
        ("/api/v1/flags?model=A-1", "model", "A-1", null),
        ("/api/v1/flags?model=zzz", "model", "zzz", null),
        ("/api/v1/flags?reason=", "reason", "", "hate"),
        ("/api/v1/flags?state=", "state", "", "all"),
        ("/api/v1/flags?correction=yes", "correction", "yes", "1"),
        ("/api/v1/flags?urgent=", "urgent", "", "1"),
        ("/api/v1/flags?sort=newest", "sort", "newest", "age"),
        ("/api/v1/flags?limit=0", "limit", "0", null),
        ("/api/v1/flags?resaon=hate", "resaon", "hate", "reason"),
        ("/api/v1/flags/1?verbose=1", "verbose", "1", null),
        ("/api/v1/search?q=the&in=flags", "in", "flags", "reference"),
        ("/api/v1/search?query=the", "query", "the", "q"),
        ("/api/v1/audit?action=deleted", "action", "deleted", null),
        ("/api/v1/audit?flag=first", "flag", "first", null),
        ("/api/v1/audit?from=yesterday", "from", "yesterday", null),
        ("/api/v1/audit?to=2026-02-30", "to", "2026-02-30", null),
        ("/api/v1/audit?actor=an", "actor", "an", "action"),
        ("/api/v1/sources?kind=blog", "kind", "blog", "press"),
        ("/api/v1/references?cursor=-1", "cursor", "-1", null),
        ("/api/v1/briefings?cursor=last", "cursor", "last", null),
        ("/api/v1/views?shared=1", "shared", "1", null),
    ];

    [Fact]
    public async Task A_parameter_that_cannot_be_taken_is_named_with_its_value_and_what_may_stand_there()
    {
        await using var desk = await TestDesk.StartAsync();
        using var an = await desk.SignInAsync("an");
        using var auditor = await desk.SignInAsync("kim");
        foreach (var (address, key, value, allowed) in Queries)
        {
            using var answer = await (address.Contains("audit", StringComparison.Ordinal) ? auditor : an).GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, address);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            var problem = (await ReadAsync(answer)).RootElement;
            problem.GetProperty("key").GetString().ShouldBe(key, address);
            problem.GetProperty("value").GetString().ShouldBe(value, address);
            problem.GetProperty("detail").GetString()!.ShouldContain($"`{key}`", customMessage: address);
            if (allowed is not null) problem.GetProperty("allowed").EnumerateArray().Select(a => a.GetString()).ShouldContain(allowed, address);
        }
    }

    [Fact]
    public async Task Every_word_of_a_filter_that_the_document_lists_is_taken_and_every_filter_is_listed()
    {
        await using var desk = await TestDesk.StartAsync();
        using var an = await desk.SignInAsync("an");
        using var document = JsonDocument.Parse(await an.GetStringAsync("/openapi/v1.json"));
        var parameters = document.RootElement.GetProperty("paths").GetProperty("/api/v1/flags").GetProperty("get").GetProperty("parameters").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!);
        parameters.Keys.ShouldBe(["state", "reason", "topic", "language", "age", "due", "holder", "publisher", "model", "correction", "urgent", "hand", "split", "sort", "cursor", "limit"], ignoreOrder: true);
        var words = parameters.ToDictionary(p => p.Key, p => WordsOf(p.Value.GetProperty("schema")), StringComparer.Ordinal);
        words["state"].ShouldBe([.. Enum.GetValues<FlagState>().Select(s => s.Word()), "all"]);
        words["reason"].ShouldBe(Enum.GetValues<FlagReason>().Select(r => r.Word()));
        foreach (var (name, word) in words.SelectMany(p => p.Value.Select(w => (p.Key, w))))
            (await an.GetAsync($"/api/v1/flags?{name}={word}")).StatusCode.ShouldBe(HttpStatusCode.OK, $"{name}={word}");
    }

    [Fact]
    public async Task The_document_says_which_headers_are_asked_for_and_given()
    {
        await using var desk = await TestDesk.StartAsync();
        using var client = desk.Client();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
        foreach (var (path, method, operation) in document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (p.Name, o.Name, o.Value))))
        {
            var headers = operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "header").ToDictionary(p => p.GetProperty("name").GetString()!) : [];
            headers.ContainsKey("X-Requested-With").ShouldBe(method != "get", $"{method} {path}");
            var answers = operation.GetProperty("responses").EnumerateObject().Select(r => r.Name).ToList();
            headers.ContainsKey("If-Match").ShouldBe(answers.Contains("428"), $"{method} {path}");
            if (headers.TryGetValue("If-Match", out var match)) match.GetProperty("required").GetBoolean().ShouldBeTrue();
            answers.ShouldContain("401", $"{method} {path}");
        }
        var read = document.RootElement.GetProperty("paths").GetProperty("/api/v1/flags/{id}").GetProperty("get").GetProperty("responses").GetProperty("200");
        read.GetProperty("headers").TryGetProperty("ETag", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_refused_for_want_of_a_role_is_said_to_be_refused_so()
    {
        await using var desk = await TestDesk.StartAsync();
        using var chi = await desk.SignInAsync("chi");
        using var kim = await desk.SignInAsync("kim");
        using var document = JsonDocument.Parse(await kim.GetStringAsync("/openapi/v1.json"));
        var refused = 0;
        foreach (var (path, method, operation) in document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (p.Name, o.Name, o.Value))))
        {
            foreach (var client in new[] { chi, kim })
            {
                using var request = new HttpRequestMessage(HttpMethod.Parse(method), path.Replace("{date}", "2026-11-25", StringComparison.Ordinal).Replace("{id}", "1", StringComparison.Ordinal));
                if (method is "post" or "put") request.Content = JsonContent.Create(new { });
                if ((await client.SendAsync(request)).StatusCode != HttpStatusCode.Forbidden) continue;
                operation.GetProperty("responses").TryGetProperty("403", out _).ShouldBeTrue($"{method} {path}");
                refused++;
            }
        }
        refused.ShouldBeGreaterThan(17);
    }

    private static readonly (string Address, string? Body, string What, string Also)[] Bodies =
    [
        ("/api/v1/flags/1/verdict", null, "missing", "needs-evidence"),
        ("/api/v1/flags/1/verdict", "", "missing", "harmful"),
        ("/api/v1/flags/1/verdict", "{", "no JSON from line 1", "verdict"),
        ("/api/v1/flags/1/verdict", "{}", "`verdict` (one of not-a-claim", "needs-evidence"),
        ("/api/v1/flags/1/verdict", "null", "missing", "verdict"),
        ("/api/v1/flags/1/verdict", "[]", "`verdict`", "needs-evidence"),
        ("/api/v1/flags/1/verdict", """{"verdict":"fake-news"}""", "`$.verdict` must be one of", "needs-evidence"),
        ("/api/v1/flags/1/verdict", """{"verdict":3}""", "`$.verdict` must be one of", "needs-evidence"),
        ("/api/v1/flags/1/verdict", """{"verdict":"false","note":7}""", "`$.note` must be text", "text"),
        ("/api/v1/flags/1/verdict", """{"verdict":"false","evidence":[{"referenceId":"first"}]}""", "`$.evidence[0].referenceId` must be a whole number", "whole"),
        ("/api/v1/flags/1/verdict", """{"verdict":"false","evidenceUrl":"https://a.example"}""", "no field `$.evidenceUrl`", "evidence"),
        ("/api/v1/flags/1/verdict", """{"verdict":"harmful","rabat":{"context":"huge"}}""", "$.rabat", "medium"),
        ("/api/v1/flags/1/verdict", """{"verdict":"harmful","rabat":{"weather":"low"}}""", "$.rabat", "speaker-role"),
        ("/api/v1/flags/batch", """{"flags":[{"id":1}],"dismiss":"off-topic"}""", "`$.flags[0]` must be a JSON object with `id`", "revision"),
        ("/api/v1/flags/batch", """{"flags":null,"dismiss":"off-topic"}""", "`$.flags` must be a list", "revision"),
        ("/api/v1/flags/batch", """{"dismiss":"off-topic"}""", "`flags` (a list", "revision"),
        ("/api/v1/views", """{"shared":"yes"}""", "`$.shared` must be true or false", "true"),
        ("/api/v1/views", """{"name":"x","query":"?reason=foo"}""", "`reason` holds 'foo'", "hate"),
        ("/api/v1/views", """{"name":"x","query":"?q=secret"}""", "no parameter `q`", "reason"),
        ("/api/v1/account/tokens", """{"label":"x","days":"1"}""", "`$.days` must be a whole number", "whole"),
        ("/api/v1/account/tokens", """{"label":"x","days":1,"roles":["boss"]}""", "`$.roles[0]` must be one of", "spokesperson"),
    ];

    [Fact]
    public async Task A_body_that_cannot_be_taken_is_told_in_the_words_of_the_api()
    {
        await using var desk = await TestDesk.StartAsync();
        using var an = await desk.SignInAsync("an");
        foreach (var (address, body, what, also) in Bodies)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
            request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
            using var answer = await an.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, body);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            var detail = (await ReadAsync(answer)).RootElement.GetProperty("detail").GetString()!;
            detail.ShouldContain(what, customMessage: body);
            detail.ShouldContain(also, customMessage: body);
            foreach (var inner in new[] { "Request ", "System.", "InfoMonitor.", "Nullable", "parameter \"", "BytePosition", "IReadOnly" }) detail.ShouldNotContain(inner, customMessage: body);
        }
    }

    private static string[] WordsOf(JsonElement schema)
    {
        var one = schema.TryGetProperty("items", out var items) ? items : schema;
        return one.TryGetProperty("enum", out var words) ? [.. words.EnumerateArray().Select(w => w.GetString()!)] : [];
    }

    private static async Task<JsonDocument> ReadAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
}
