using System.Globalization;
using System.Text.Json;

namespace InfoMonitor.Commands;

/// <summary>What is wrong with a JSON text, in words for who wrote it: the library's own speak of its buffers and count lines from zero.</summary>
internal static class JsonFault
{
    /// <returns>Without an end mark; the place in its line is counted in bytes from 1.</returns>
    public static string Of(JsonException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var said = exception.Message.Split(" LineNumber: ")[0].Split(" Path: ")[0].TrimEnd('.');
        if (said.Contains("does not contain any JSON", StringComparison.Ordinal)) return "it is empty";
        if (said.StartsWith("Expected depth to be zero", StringComparison.Ordinal) || said.Contains("end of data", StringComparison.Ordinal) || said.Contains("isFinalBlock", StringComparison.Ordinal))
            said = "it ends before a text, a { or a [ is closed";
        return exception.BytePositionInLine is { } place ? string.Create(CultureInfo.InvariantCulture, $"{said} (at byte {place + 1})") : said;
    }
}
