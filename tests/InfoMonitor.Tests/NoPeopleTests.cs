using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using InfoMonitor.Briefings;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Extraction;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Tests;

/// <summary>DESIGN 2.1, claims, not people: nothing that is stored or given out has a place for who wrote a text.</summary>
public sealed partial class NoPeopleTests
{
    /// <summary>Words a person's place would be called by. Accounts of the desk are the only people here, and an account has a name.</summary>
    [GeneratedRegex("author|byline|handle|profile|user|screen.?name|nick|person|writer|journalist|reporter|poster|commenter|creator|contributor|avatar|follower|phone|e.?mail", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Person();

    [Theory, OnSqlite, OnPostgres]
    public async Task No_table_column_or_index_has_a_place_for_a_person(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await home.BuildAsync();
        await using var db = app.Database();
        var names =
            from entity in db.Model.GetEntityTypes()
            from name in entity.GetProperties().Select(p => p.GetColumnName()).Concat(entity.GetNavigations().Select(n => n.Name)).Concat(entity.GetIndexes().Select(i => i.GetDatabaseName()!)).Append(entity.GetTableName()!)
            select $"{entity.DisplayName()}.{name}";
        names.Count().ShouldBeGreaterThan(100);
        names.Where(n => Person().IsMatch(n[(n.IndexOf('.', StringComparison.Ordinal) + 1)..])).ShouldBeEmpty();
    }

    [Fact]
    public void No_JSON_column_and_no_extracted_page_has_a_place_for_a_person()
    {
        var seen = new HashSet<Type>();
        var names = new[] { typeof(Assessment), typeof(ExtractedPage), typeof(BriefingContent) }.SelectMany(t => NamesOf(t, seen)).ToArray();
        names.Length.ShouldBeGreaterThan(30);
        names.Where(n => Person().IsMatch(n)).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_field_or_parameter_of_the_API_has_a_place_for_a_person()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        await using var app = await home.BuildAsync(null, "--roles=web");
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = app.Address() };
        using var document = JsonDocument.Parse(await http.GetStringAsync("/openapi/v1.json"));
        var names = FieldsOf(document.RootElement).ToArray();
        names.ShouldNotBeEmpty();
        names.Where(n => Person().IsMatch(n)).ShouldBeEmpty();
        await app.StopAsync();
    }

    private static IEnumerable<string> NamesOf(Type type, HashSet<Type> seen)
    {
        if (type.IsGenericType || type.IsArray)
            foreach (var name in (type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments()).SelectMany(a => NamesOf(a, seen))) yield return name;
        if (type.Namespace?.StartsWith("InfoMonitor", StringComparison.Ordinal) != true || type.IsEnum || !seen.Add(type)) yield break;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            yield return property.Name;
            foreach (var name in NamesOf(property.PropertyType, seen)) yield return name;
        }
    }

    /// <summary>Names of schema properties and of parameters, wherever they stand.</summary>
    private static IEnumerable<string> FieldsOf(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    if (property.Name == "properties" && property.Value.ValueKind == JsonValueKind.Object)
                        foreach (var field in property.Value.EnumerateObject()) yield return field.Name;
                    if (property.Name == "parameters" && property.Value.ValueKind == JsonValueKind.Array)
                        foreach (var parameter in property.Value.EnumerateArray())
                            if (parameter.TryGetProperty("name", out var name)) yield return name.GetString()!;
                    foreach (var field in FieldsOf(property.Value)) yield return field;
                }
                break;
            case JsonValueKind.Array:
                foreach (var field in element.EnumerateArray().SelectMany(FieldsOf)) yield return field;
                break;
            default:
                break;
        }
    }
}
