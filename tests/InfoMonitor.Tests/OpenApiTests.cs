using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using InfoMonitor.Tests.Support;

namespace InfoMonitor.Tests;

/// <summary>Other programs are written against the API: a change of it is seen in a review, not found by them. (That no field has a place for a person: <see cref="NoPeopleTests"/>.)</summary>
public sealed class OpenApiTests
{
    private const string Accept = "INFOMONITOR_APPROVE";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_API_is_the_approved_one()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        await using var app = await home.BuildAsync(null, "--roles=web");
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = app.Address() };
        var api = JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json"))!.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";
        await app.StopAsync();

        var approved = Path.Combine(TestHome.Repository, "tests", "InfoMonitor.Tests", "OpenApi.approved.json");
        if (Environment.GetEnvironmentVariable(Accept) == "1") await File.WriteAllTextAsync(approved, api);
        var before = File.Exists(approved) ? (await File.ReadAllTextAsync(approved)).ReplaceLineEndings("\n") : "";
        if (api == before) return;
        var (now, then) = (api.Split('\n'), before.Split('\n'));
        Assert.Fail($"""
            The API at /openapi/v1.json is not the approved one.
            {string.Join('\n', then.Except(now, StringComparer.Ordinal).Select(l => "- " + l).Concat(now.Except(then, StringComparer.Ordinal).Select(l => "+ " + l)))}
            If that is meant, accept it and commit the file: {Accept}=1 dotnet test tests/InfoMonitor.Tests --filter OpenApiTests
            """);
    }
}
