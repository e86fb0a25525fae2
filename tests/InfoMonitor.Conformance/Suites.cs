using System.IO.Compression;
using System.Text.Json;

namespace InfoMonitor.Conformance;

/// <summary>
/// Third-party cases, read where they stand: <c>../shared</c> beside the repository, or the folder named by INFOMONITOR_SUITES.
/// They belong to their publishers and never enter the project, so a test that needs them is skipped, by name, where they are absent.
/// </summary>
internal static class Suites
{
    /// <summary>The folder that holds <c>suites/</c> and <c>data/</c>; null when there is none.</summary>
    public static string? Root { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Root ?? throw new InvalidOperationException("No suites; the test should have been skipped."), .. parts]);

    /// <summary>Every file below a folder, in a stable order.</summary>
    public static IReadOnlyList<string> Files(params string[] parts) =>
        [.. Directory.EnumerateFiles(PathOf(parts), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public static JsonElement Json(params string[] parts)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(PathOf(parts)));
        return document.RootElement.Clone();
    }

    /// <summary>Objects of a JSON lines file, one at a time; gzip by name.</summary>
    public static IEnumerable<JsonElement> Lines(params string[] parts)
    {
        var path = PathOf(parts);
        using var file = File.OpenRead(path);
        using var plain = path.EndsWith(".gz", StringComparison.Ordinal) ? (Stream)new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0) continue;
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("INFOMONITOR_SUITES") is { Length: > 0 } named) return Directory.Exists(named) ? named : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "InfoMonitor.sln"))) continue;
            var shared = Path.Combine(folder.Parent?.FullName ?? "", "shared");
            return Directory.Exists(shared) ? shared : null;
        }
        return null;
    }
}

/// <summary>A test over a third-party suite, e.g. <c>[SuiteFact("suites/robots")]</c>; skipped, saying what is missing, where the suite is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SuiteFactAttribute : FactAttribute
{
    public SuiteFactAttribute(string path)
    {
        SuitePath = path;
        if (Suites.Root is null) Skip = "The third-party suites are not here: put them in ../shared or name their folder in INFOMONITOR_SUITES.";
        else if (!Path.Exists(Path.Combine(Suites.Root, path))) Skip = $"The suite {path} is not here.";
    }

    /// <summary>Relative to <see cref="Suites.Root"/>.</summary>
    public string SuitePath { get; }
}

/// <summary>The baseline of <c>floors.json</c>: what was reached once is held. Floors only rise; lowering one takes a reason in the commit.</summary>
internal static class Floors
{
    private static readonly Dictionary<string, double> Values =
        JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "floors.json")))!;

    /// <summary>Fails when <paramref name="value"/> is below the floor of that name, with some of the cases that cost it.</summary>
    public static void Hold(string name, double value, IEnumerable<string>? losses = null)
    {
        Values.ShouldContainKey(name, "floors.json has no such floor");
        value.ShouldBeGreaterThanOrEqualTo(Values[name], $"{name}: lost\n{string.Join('\n', (losses ?? []).Take(40))}");
    }
}
