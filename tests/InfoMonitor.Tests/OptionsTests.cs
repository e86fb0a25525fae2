using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using InfoMonitor.Telemetry;
using InfoMonitor.Tests.Support;

namespace InfoMonitor.Tests;

/// <summary>config/infomonitor.json is the list of every option with its default; an operator reads nothing else.</summary>
public sealed class OptionsTests
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    [Fact]
    public void The_configuration_file_lists_every_option_with_its_default()
    {
        var levels = new JsonObject(Logs.Levels.Select(l => KeyValuePair.Create<string, JsonNode?>(l.Key.Split(':')[^1], l.Value)));
        var expected = new JsonObject { ["roles"] = "web,worker", ["urls"] = "http://127.0.0.1:5080", ["Logging"] = new JsonObject { ["LogLevel"] = levels } };
        foreach (var (section, type) in Sections())
            expected[section] = JsonSerializer.SerializeToNode(Activator.CreateInstance(type), type, Written);
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(TestHome.Repository, "config", "infomonitor.json")), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!;
        file.ToJsonString(Written).ShouldBe(expected.ToJsonString(Written), "config/infomonitor.json differs from the option types' defaults");
    }

    [Fact]
    public void Every_option_is_documented_with_its_default()
    {
        var documentation = File.ReadAllText(Path.ChangeExtension(typeof(Program).Assembly.Location, ".xml"));
        var undocumented =
            from section in Sections()
            from property in section.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            let name = $"<member name=\"P:{section.Type.FullName!.Replace('+', '.')}.{property.Name}\""
            let start = documentation.IndexOf(name, StringComparison.Ordinal)
            where start < 0 || !documentation[start..documentation.IndexOf("</member>", start, StringComparison.Ordinal)].Contains("<value>", StringComparison.Ordinal)
            select $"{section.Name}:{property.Name}";
        undocumented.ShouldBeEmpty();
    }

    private static IEnumerable<(string Name, Type Type)> Sections() =>
        from type in typeof(Program).Assembly.GetTypes()
        let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)
        where type.Name.EndsWith("Options", StringComparison.Ordinal) && section is { IsLiteral: true }
        let name = (string)section.GetRawConstantValue()!
        orderby name == "Storage" ? 0 : 1, name
        select (name, type);
}
