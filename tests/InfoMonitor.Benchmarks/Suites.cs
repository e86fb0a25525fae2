using System.IO.Compression;
using System.Text.Json;

namespace InfoMonitor.Benchmarks;

/// <summary>The third-party pages that tests/InfoMonitor.Conformance reads too: <c>../shared</c> beside the repository, or the folder named by INFOMONITOR_SUITES.</summary>
internal static class Suites
{
    /// <summary>Decoded pages of a set of <c>suites/extraction</c>, in its order, with their addresses where it tells them.</summary>
    /// <exception cref="DirectoryNotFoundException">The suites are not here.</exception>
    /// <exception cref="FileNotFoundException">This set is not.</exception>
    public static IReadOnlyList<(string Html, Uri? Address)> Pages(string set)
    {
        var root = Environment.GetEnvironmentVariable("INFOMONITOR_SUITES") is { Length: > 0 } named ? named : Path.Combine(Repository.Root, "..", "shared");
        using var file = File.OpenRead(Path.Combine(root, "suites", "extraction", set + ".jsonl.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var pages = new List<(string, Uri?)>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            using var page = JsonDocument.Parse(line);
            var address = page.RootElement.TryGetProperty("url", out var url) && Uri.TryCreate(url.GetString(), UriKind.Absolute, out var known) ? known : null;
            pages.Add((page.RootElement.GetProperty("html").GetString()!, address));
        }
        return pages;
    }
}
