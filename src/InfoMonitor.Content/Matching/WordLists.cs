using System.Reflection;
using System.Text;

namespace InfoMonitor.Content.Matching;

/// <summary>Lists of words that stand in the assembly; lines that begin with # are remarks.</summary>
internal static class WordLists
{
    /// <summary>A list as written, line feeds alone at its lines' ends.</summary>
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("InfoMonitor.Content.Matching." + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Its lines: a name, a colon, then what stands between commas.</summary>
    public static IEnumerable<(string Name, string[] Phrases)> Lines(string name) =>
        from line in Read(name).Split('\n')
        where line.Length > 0 && line[0] != '#'
        let colon = line.IndexOf(':', StringComparison.Ordinal)
        select (line[..colon], line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
