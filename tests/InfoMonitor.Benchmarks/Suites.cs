using System.IO.Compression;
using System.Text.Json;

namespace InfoMonitor.Benchmarks;

/// <summary>The third-party pages that tests/InfoMonitor.Conformance reads too: <c>../shared</c> beside the repository, or the folder named by INFOMONITOR_SUITES.</summary>
internal static class Suites
{
    private static string Root => Environment.GetEnvironmentVariable("INFOMONITOR_SUITES") is { Length: > 0 } named ? named : Path.Combine(Repository.Root, "..", "shared");

    /// <summary>Decoded pages of a set of <c>suites/extraction</c>, in its order, with their addresses where it tells them.</summary>
    /// <exception cref="DirectoryNotFoundException">The suites are not here.</exception>
    /// <exception cref="FileNotFoundException">This set is not.</exception>
    public static IReadOnlyList<(string Html, Uri? Address)> Pages(string set)
    {
        using var file = File.OpenRead(Path.Combine(Root, "suites", "extraction", set + ".jsonl.gz"));
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

    /// <summary>Titles and texts of a set of <c>data</c>, NFC, in its order.</summary>
    /// <exception cref="DirectoryNotFoundException">The data is not here, or this set is not.</exception>
    public static IReadOnlyList<(string? Title, string Text)> Texts(string set) => Rows(new GZipStream(File.OpenRead(Path.Combine(Root, "data", set, set + ".jsonl.gz")), CompressionMode.Decompress));

    /// <summary>The same of JSON lines, which are read to their end and closed.</summary>
    public static IReadOnlyList<(string? Title, string Text)> Rows(Stream lines)
    {
        using var reader = new StreamReader(lines);
        var rows = new List<(string?, string)>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            using var row = JsonDocument.Parse(line);
            rows.Add((row.RootElement.TryGetProperty("title", out var title) ? title.GetString()?.Normalize() : null, row.RootElement.GetProperty("text").GetString()!.Normalize()));
        }
        return rows;
    }
}
