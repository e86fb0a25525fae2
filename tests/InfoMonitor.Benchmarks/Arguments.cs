using System.Globalization;

namespace InfoMonitor.Benchmarks;

/// <summary>Words of a command line that stand behind a name.</summary>
internal static class Arguments
{
    public static string? Text(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    public static int Number(string[] args, string name, int otherwise) => Text(args, name) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;
}
