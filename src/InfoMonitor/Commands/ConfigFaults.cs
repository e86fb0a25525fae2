using Microsoft.Extensions.Options;

namespace InfoMonitor.Commands;

/// <summary>What the options refuse.</summary>
internal static class ConfigFaults
{
    /// <returns>Every fault, of one section or of several; null where the exception is of another kind.</returns>
    public static IReadOnlyList<string>? Of(Exception exception) => exception switch
    {
        OptionsValidationException one => [.. one.Failures],
        AggregateException several when several.InnerExceptions.All(e => e is OptionsValidationException) => [.. several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(e => e.Failures)],
        _ => null,
    };
}
