using System.CommandLine;
using InfoMonitor.Telemetry;

namespace InfoMonitor.Commands;

/// <summary>Settings given on the command line, for every verb that builds the service: <c>--home DIR</c>, <c>--urls URL</c>, <c>--roles web,worker</c>, <c>--Section:Key value</c>.</summary>
internal static class Settings
{
    public const string Help = "Settings: --home DIR (where config/, models/ and data/ stand), --urls URL, --roles web,worker, or any key of config/infomonitor.json as --Section:Key=value.";

    private static readonly string[] Plain = ["home", "urls", "roles"];

    /// <summary>Lets a verb take settings; <see cref="Of(ParseResult)"/> reads them.</summary>
    public static T TakesSettings<T>(this T command) where T : Command
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.Description += " " + Help;
        return command;
    }

    /// <summary>The service for a verb that prints an answer; not started, quiet.</summary>
    public static WebApplication Build(ParseResult parse) => Program.Build(Of(parse), Logs.Quiet);

    /// <exception cref="UsageException">A token is neither an option of the verb nor a setting.</exception>
    public static string[] Of(ParseResult parse) => Of(parse?.UnmatchedTokens ?? throw new ArgumentNullException(nameof(parse)));

    /// <inheritdoc cref="Of(ParseResult)"/>
    public static string[] Of(IReadOnlyList<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var settings = new List<string>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (!token.StartsWith("--", StringComparison.Ordinal)) throw new UsageException($"'{token}' is neither a verb nor a setting. See: infomonitor --help");
            var pair = token.Contains('=', StringComparison.Ordinal) ? token
                : i + 1 < tokens.Count ? $"{token}={tokens[++i]}"
                : throw new UsageException($"{token} wants a value: {token} VALUE. See: infomonitor --help");
            var key = pair[2..pair.IndexOf('=', StringComparison.Ordinal)];
            if (!key.Contains(':', StringComparison.Ordinal) && !Plain.Contains(key, StringComparer.OrdinalIgnoreCase))
                throw new UsageException($"--{key} is no option of this verb. {Help}");
            settings.Add(pair);
        }
        return [.. settings];
    }
}

/// <summary>The command line itself is wrong; the message says how.</summary>
internal sealed class UsageException(string message) : Exception(message);
