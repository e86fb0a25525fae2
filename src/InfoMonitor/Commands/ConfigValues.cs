using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using InfoMonitor.Domain;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Commands;

/// <summary>A value that cannot be what its key wants.</summary>
/// <param name="Default">What the service takes when the key is not given, as it would be written.</param>
internal sealed record WrongValue(string Where, string Key, string What, string Default)
{
    public override string ToString() => $"{Where}: {Key}: {What}";
}

/// <summary>Values are wrong before anything could be built of them.</summary>
internal sealed class WrongValuesException(IReadOnlyList<WrongValue> values) : OptionsValidationException("", typeof(ConfigValues), values.Select(v => v.ToString()))
{
    public IReadOnlyList<WrongValue> Values => values;
}

/// <summary>Every value that is given, held against the option it is for. The configuration library stops at the first that it cannot convert, and speaks of .NET types.</summary>
internal static class ConfigValues
{
    /// <exception cref="WrongValuesException">With all that is wrong.</exception>
    public static void Check(IConfigurationRoot configuration, IReadOnlyDictionary<string, int> lines)
    {
        if (Wrong(configuration, lines) is not [] and var wrong) throw new WrongValuesException(wrong);
    }

    /// <param name="configuration">Of all providers.</param>
    /// <param name="lines">Of the file, from <see cref="ConfigFile"/>.</param>
    public static IReadOnlyList<WrongValue> Wrong(IConfigurationRoot configuration, IReadOnlyDictionary<string, int> lines) => [..
        from section in ConfigKeys.Sections.OrderBy(s => lines.GetValueOrDefault(s.Key)).ThenBy(s => s.Key, StringComparer.Ordinal)
        let given = configuration.GetSection(section.Key)
        from fault in given.Value is { Length: > 0 } text ? [new WrongValue(Where(configuration, lines, given.Path), section.Key, $"'{text}' stands where a section belongs. Write \"{section.Key}\": {{ ... }} with its keys inside.", "")] : OfSection(configuration, lines, given, section.Value)
        select fault];

    private static IEnumerable<WrongValue> OfSection(IConfigurationRoot configuration, IReadOnlyDictionary<string, int> lines, IConfigurationSection section, Type type)
    {
        var defaults = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            var given = section.GetSection(property.Name);
            var key = $"{section.Path}:{property.Name}";
            var isList = property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType);
            if (property.PropertyType == typeof(IReadOnlyDictionary<string, double>))
                foreach (var entry in given.GetChildren().Where(e => e.GetChildren().Any() || !TryRead(typeof(double), e.Value ?? "", out _)))
                    yield return new WrongValue(Where(configuration, lines, entry.Path), $"{key}:{entry.Key}", $"{(entry.Value is { } text ? $"'{text}'" : "a list or a section")} stands where a number belongs. Write a number.", "1");
            if (property.GetCustomAttribute<EachAttribute>() is { } each)
                foreach (var entry in given.GetChildren())
                    if (entry.Value is { } one && each.FaultOf(one) is { } fault) yield return new WrongValue(Where(configuration, lines, entry.Path), entry.Path, fault, each.Example);
            if (isList || !given.Exists()) continue;
            var what = given.GetChildren().Any() ? $"a list or a section stands where one value belongs. {Form(property)}" : given.Value is { } value ? Fault(property, value) : null;
            if (what is not null) yield return new WrongValue(Where(configuration, lines, given.Path), key, what, Convert.ToString(property.GetValue(defaults), CultureInfo.InvariantCulture) ?? "");
        }
    }

    /// <summary>Null when nothing is wrong.</summary>
    private static string? Fault(PropertyInfo property, string text)
    {
        if (!TryRead(property.PropertyType, text, out var value)) return $"{(text.Length == 0 ? "it is empty" : $"'{text}' is {Kind(property.PropertyType)}")}. {Form(property)}";
        var refused = property.GetCustomAttributes<ValidationAttribute>().FirstOrDefault(a => !a.IsValid(value));
        return refused switch
        {
            null => null,
            RequiredAttribute => "it is empty. Give it a value or take the line out.",
            RangeAttribute => $"'{text}' is out of bounds. {Form(property)}",
            { ErrorMessage: { } own } => own,
            _ => $"'{text}' is refused. {Form(property)}",
        };
    }

    private static bool TryRead(Type type, string text, out object? value)
    {
        if (type.IsEnum)   // the converter would take any number
            return Enum.TryParse(type, text, ignoreCase: true, out value) && Enum.GetNames(type).Contains(text.Trim(), StringComparer.OrdinalIgnoreCase);
        try
        {
            value = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
            return true;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or NotSupportedException or OverflowException)   // which of them, each converter settles for itself
        {
            value = null;
            return false;
        }
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "none of its words" : type == typeof(TimeSpan) ? "no span of time" : type == typeof(TimeOnly) ? "no time of day" : type == typeof(bool) ? "neither true nor false" : type == typeof(int) ? "no whole number" : "no number";

    private static string Form(PropertyInfo property)
    {
        var type = property.PropertyType;
        var bounds = property.GetCustomAttribute<RangeAttribute>() is { } range ? string.Create(CultureInfo.InvariantCulture, $" between {range.Minimum} and {range.Maximum}") : "";
        return type.IsEnum ? $"Write one of {string.Join(", ", Enum.GetNames(type))}."
            : type == typeof(TimeSpan) ? $"Write hours:minutes:seconds, with days before a dot (00:10:00, 7.00:00:00){bounds}."
            : type == typeof(TimeOnly) ? "Write hours:minutes (06:30), between 00:00 and 23:59."
            : type == typeof(bool) ? "Write true or false."
            : type == typeof(int) ? $"Write a whole number{bounds}."
            : type == typeof(double) ? $"Write a number{bounds}." : "Write one text.";
    }

    /// <summary>File and line, or what else gave it: the last provider that has it wins.</summary>
    public static string Where(IConfigurationRoot configuration, IReadOnlyDictionary<string, int> lines, string key) =>
        configuration.Providers.LastOrDefault(p => p.TryGet(key, out _) || p.GetChildKeys([], key).Any()) switch
        {
            EnvironmentVariablesConfigurationProvider => "environment",
            CommandLineConfigurationProvider => "command line",
            JsonConfigurationProvider => lines.TryGetValue(key, out var line) ? string.Create(CultureInfo.InvariantCulture, $"{ConfigFile.Name}:{line}") : ConfigFile.Name,
            _ => Nowhere,
        };

    /// <summary>Of a key that nothing gives.</summary>
    public const string Nowhere = "configuration";
}
