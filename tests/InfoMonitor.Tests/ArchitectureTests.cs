using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace InfoMonitor.Tests;

/// <summary>The arrows of src/README.md: a slice uses only what stands to its right.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] Leaves = ["Domain", "Telemetry", "Storage", "Content"];

    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Content"] = [],
        ["Telemetry"] = [],
        ["Domain"] = ["Content"],
        ["Storage"] = ["Domain", "Content"],
        ["Audit"] = [.. Leaves, "Web"],
        ["Web"] = Leaves,
        ["Fetching"] = Leaves,
        ["Ingestion"] = [.. Leaves, "Fetching", "Audit"],
        ["Crawling"] = [.. Leaves, "Fetching", "Audit", "Ingestion"],
        ["Sources"] = [.. Leaves, "Audit", "Web"],
        ["Reviews"] = [.. Leaves, "Audit", "Web"],
        ["References"] = [.. Leaves, "Audit", "Web"],
        ["Briefings"] = [.. Leaves, "Audit", "Web"],
        ["Additions"] = [.. Leaves, "Fetching", "Audit", "Ingestion", "Crawling", "Web"],
        ["Models"] = [.. Leaves, "Ingestion", "Web"],
        ["Accounts"] = [.. Leaves, "Audit", "Web"],
        ["Housekeeping"] = [.. Leaves, "Audit", "Web"],
    };

    /// <summary>These may use everything.</summary>
    private static readonly string[] Roots = ["Commands", "Demo", ""];

    private static readonly Architecture Code = new ArchLoader().LoadAssemblies(typeof(Program).Assembly, typeof(Content.Classification.Assessment).Assembly).Build();

    [Fact]
    public void No_arrow_points_to_the_left()
    {
        var wrong =
            from type in Code.Types
            let slice = SliceOf(type)
            where slice is not null && !Roots.Contains(slice, StringComparer.Ordinal)
            from dependency in type.Dependencies
            where dependency.Target is not GenericParameter   // the loader names those after whatever type it met first
            let target = SliceOf(dependency.Target)
            where target is not null && target != slice && !Arrows[slice].Contains(target, StringComparer.Ordinal)
            select $"{type.FullName} -> {dependency.Target.FullName}";
        wrong.Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_of_the_host_is_in_the_map()
    {
        var slices = Code.Types.Select(SliceOf).OfType<string>().Distinct(StringComparer.Ordinal);
        slices.Except([.. Arrows.Keys, .. Roots], StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void The_arrows_form_no_cycle()
    {
        foreach (var slice in Arrows.Keys) Reaches(slice).ShouldNotContain(slice);

        static HashSet<string> Reaches(string from)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var next = new Stack<string>(Arrows[from]);
            while (next.TryPop(out var slice))
                if (seen.Add(slice))
                    foreach (var further in Arrows[slice]) next.Push(further);
            return seen;
        }
    }

    /// <summary>What stands there is walked by a test that reads both languages.</summary>
    [Fact]
    public void What_the_crawler_tells_is_written_among_its_texts()
    {
        string[] crawler = ["Fetching", "Ingestion", "Crawling"];
        var writers = (
            from type in Code.Types
            where crawler.Contains(SliceOf(type), StringComparer.Ordinal)
            from call in type.Dependencies.OfType<MethodCallDependency>()
            where call.Target.FullName == typeof(Domain.Text).FullName && call.TargetMember.Name.StartsWith(".ctor", StringComparison.Ordinal)
            select type.Name).ToHashSet(StringComparer.Ordinal);
        writers.Order(StringComparer.Ordinal).ShouldBe(["CrawlingTexts", "DropTexts", "FetchingTexts", "IngestionTexts"]);
    }

    [Fact]
    public void Content_knows_no_network_no_database_and_no_host()
    {
        Assembly content = typeof(Content.Classification.Assessment).Assembly;
        content.GetReferencedAssemblies().Select(a => a.Name!).ShouldNotContain(name =>
            name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) ||
            name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal) ||
            name.StartsWith("System.Net.Http", StringComparison.Ordinal) ||
            name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    /// <summary>First name below InfoMonitor; "" for the root; null for types of others and for what the compiler makes.</summary>
    private static string? SliceOf(IType type)
    {
        const string root = "InfoMonitor";
        var space = type.Namespace?.FullName ?? "";
        if (space == root) return "";
        return space.StartsWith(root + ".", StringComparison.Ordinal) ? space.Split('.')[1] : null;
    }
}
