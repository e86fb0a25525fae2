using System.Reflection;
using InfoMonitor.Crawling;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;

namespace InfoMonitor.Tests.Crawling;

/// <summary>What the crawler tells of pages and entry points, in the reader's language.</summary>
public sealed class ReasonTests
{
    private static readonly string[] Slices = ["Domain", "Fetching", "Ingestion", "Crawling"];

    private static readonly Type[] Types = [.. typeof(Text).Assembly.GetTypes().Where(t => t.Namespace is { } space && Slices.Contains(space.Split('.')[^1], StringComparer.Ordinal) && !t.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)))];

    [Fact]
    public void Every_reason_that_the_crawler_can_give_is_in_both_languages()
    {
        var texts = AllTexts.Of(Types.Where(t => t is { IsAbstract: true, IsSealed: true })).ToList();
        texts.Count.ShouldBeGreaterThan(80);
        foreach (var (member, text) in texts) text.ShouldBeInBothLanguages(member);
    }

    /// <summary>A reason is a <see cref="Text"/>, so one without its Vietnamese does not compile. A string would slip through.</summary>
    [Fact]
    public void No_answer_of_the_crawler_carries_a_reason_in_one_language()
    {
        string[] names = ["Reason", "Error", "LastError", "Note", "Refusal"];
        string[] ofOtherThings = ["ByHand.Note", "Drop.Reason"];   // what a person wrote; what the command line alone tells
        var told = Types.SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(p => p.DeclaringType!.Namespace != typeof(Text).Namespace || p.DeclaringType == typeof(Source) || p.DeclaringType == typeof(EntryPoint))
            .Where(p => names.Contains(p.Name, StringComparer.Ordinal) && !ofOtherThings.Contains($"{p.DeclaringType!.Name}.{p.Name}", StringComparer.Ordinal)).ToList();
        told.ShouldContain(p => p.DeclaringType == typeof(EntryReading) && p.PropertyType == typeof(Text));
        told.Where(p => p.PropertyType == typeof(string)).Select(p => $"{p.DeclaringType}.{p.Name}").ShouldBeEmpty();
    }
}
