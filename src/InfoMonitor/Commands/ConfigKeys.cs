using System.Collections;
using System.Globalization;
using System.Reflection;
using InfoMonitor.Sources;

namespace InfoMonitor.Commands;

/// <summary>A key nobody reads: misspelt, or of another version.</summary>
/// <param name="Where">File and line, or what else gave it.</param>
/// <param name="Near">The key that was probably meant; null where none is near.</param>
internal sealed record UnknownKey(string Where, string Key, string? Near)
{
    public override string ToString() => $"{Where}: {Key}: this key is not known{(Near is null ? "" : $" (did you mean {Near}?)")}. Nothing reads it: mend it or take it out.";
}

/// <summary>The keys that mean something, from the option types themselves; and those given that do not. The configuration library passes over what nobody asks for.</summary>
internal static class ConfigKeys
{
    /// <summary>Read by the composition root, and what the framework reads under names of its own.</summary>
    private static readonly string[] Roots = ["home", "roles", "urls"], Foreign = ["Logging", "Kestrel"];

    /// <summary>The option type of each section.</summary>
    public static readonly IReadOnlyDictionary<string, Type> Sections = (
        from type in typeof(ConfigKeys).Assembly.GetTypes()
        where type.Name.EndsWith("Options", StringComparison.Ordinal)
        let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)
        where section is { IsLiteral: true }
        select (Name: (string)section.GetRawConstantValue()!, type)).ToDictionary(s => s.Name, s => s.type, StringComparer.OrdinalIgnoreCase);

    /// <param name="lines">The keys of the file and where they stand, from <see cref="ConfigFile"/>.</param>
    /// <param name="file">Its name, for the message.</param>
    /// <returns>In the order of lines; of an unknown section only the section.</returns>
    public static IReadOnlyList<UnknownKey> OfFile(IReadOnlyDictionary<string, int> lines, string file)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var unknown = new List<UnknownKey>();
        string? passed = null;   // what stands in it is not looked at
        foreach (var (key, line) in lines.OrderBy(l => l.Value))
        {
            if (passed is not null && key.StartsWith(passed, StringComparison.Ordinal)) continue;
            passed = null;
            var isPlace = key.AsSpan(key.LastIndexOf(':') + 1) is var last && !last.ContainsAnyExceptInRange('0', '9');   // of a list: the operator's, or told as a wrong value
            var wrong = isPlace ? null : Judge(key, lines.Keys.Any(k => k.StartsWith(key + ":", StringComparison.Ordinal)), string.Create(CultureInfo.InvariantCulture, $"{file}:{line}"));
            if (wrong is not null) unknown.Add(wrong);
            if (isPlace || wrong is not null) passed = key + ":";
        }
        return unknown;
    }

    /// <param name="variables">Of the environment. Others are there for other programs: only those of a section that is known are looked at.</param>
    public static IEnumerable<UnknownKey> OfEnvironment(IDictionary variables) =>
        from name in variables.Keys.Cast<string>().Order(StringComparer.Ordinal)
        let key = name.Replace("__", ":", StringComparison.Ordinal)
        where key.Contains(':', StringComparison.Ordinal) && Sections.ContainsKey(key.Split(':')[0])
        let wrong = Judge(key, isSection: false, "environment")
        where wrong is not null
        select wrong with { Key = name, Near = wrong.Near?.Replace(":", "__", StringComparison.Ordinal) };

    /// <param name="settings">Of the command line, as <see cref="Settings.Of(IReadOnlyList{string})"/> gives them.</param>
    public static IEnumerable<UnknownKey> OfSettings(IEnumerable<string> settings) =>
        settings.Select(s => Judge(s[2..s.IndexOf('=', StringComparison.Ordinal)], isSection: false, "command line")).OfType<UnknownKey>();

    private static UnknownKey? Judge(string key, bool isSection, string where)
    {
        var parts = key.Split(':');
        if (Foreign.Contains(parts[0], StringComparer.OrdinalIgnoreCase) || parts is [var only] && Roots.Contains(only, StringComparer.OrdinalIgnoreCase) && !isSection) return null;
        if (!Sections.TryGetValue(parts[0], out var type)) return new UnknownKey(where, key, NearOf(parts[0], [.. Sections.Keys, .. Roots, .. Foreign]) ?? (parts is [var lone] ? Elsewhere(lone) : null));
        for (var i = 1; i < parts.Length; i++)
        {
            var known = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).ToArray();
            if (Array.Find(known, p => string.Equals(p.Name, parts[i], StringComparison.OrdinalIgnoreCase)) is not { } property)
                return new UnknownKey(where, key, NearOf(parts[i], known.Select(p => p.Name)) is { } near ? string.Join(':', [.. parts[..i], near]) : Elsewhere(parts[i]));
            type = property.PropertyType;
            if (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type)) return null;   // a list or a table: its places are the operator's
        }
        return null;
    }

    private static string? NearOf(string word, IEnumerable<string> known) => SourceFileReader.Nearest(word, known);

    /// <summary>The same name in another section: a key that slipped out of its own.</summary>
    private static string? Elsewhere(string name) => (
        from section in Sections.OrderBy(s => s.Key, StringComparer.Ordinal)
        from property in section.Value.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite && string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)
        select $"{section.Key}:{property.Name}").FirstOrDefault();
}
