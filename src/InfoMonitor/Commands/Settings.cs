using System.CommandLine;
using InfoMonitor.Demo;
using InfoMonitor.Storage;
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

    /// <summary>The option of verbs that can look at the demo's database too.</summary>
    public static Option<bool> Demo() => new("--demo") { Description = $"Use the demo's database ({DemoService.Folder})." };

    /// <summary>As <see cref="Build(ParseResult)"/>, of the demo where <paramref name="demo"/> is true.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no demo to look at; none is made.</exception>
    public static WebApplication Build(string[] settings, bool demo)
    {
        if (!demo) return Program.Build(settings, Logs.Quiet);
        var folder = Path.Combine(Program.HomeOf(settings).Folder, DemoService.Folder);
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no demo yet at {folder}. Start it once: infomonitor demo");
        return Program.Build([.. DemoService.Settings, .. settings], Logs.Quiet);
    }

    /// <summary>As <see cref="Build(string[], bool)"/>, for a verb that only looks: with a database that is there, brought to this version's schema.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no demo to look at.</exception>
    /// <exception cref="FileNotFoundException">There is no database to look at; none is made.</exception>
    public static async Task<WebApplication> BuildExistingAsync(string[] settings, bool demo, CancellationToken cancellation)
    {
        var app = Build(settings, demo);
        if (await app.Services.GetRequiredService<Migrator>().MissingAsync(cancellation) is { } missing)
        {
            await app.DisposeAsync();
            throw new FileNotFoundException(!demo && Directory.Exists(Path.Combine(Program.HomeOf(settings).Folder, DemoService.Folder))
                ? $"{missing} There is a demo's: add --demo to use that, or begin with: infomonitor run."
                : $"{missing} Begin with: infomonitor {(demo ? "demo" : "run (or look around first: infomonitor demo)")}.");
        }
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(cancellation);
        return app;
    }

    /// <exception cref="UsageException">A token is neither an option of the verb nor a setting that something reads.</exception>
    public static string[] Of(ParseResult parse)
    {
        ArgumentNullException.ThrowIfNull(parse);
        var settings = Of(parse.UnmatchedTokens);
        return ConfigKeys.OfSettings(settings).FirstOrDefault() is { } unknown ? throw new UsageException(unknown.ToString()) : settings;
    }

    /// <summary>As they stand, whether or not something reads them.</summary>
    /// <exception cref="UsageException">A token is neither an option of the verb nor a setting.</exception>
    public static string[] Of(IReadOnlyList<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var settings = new List<string>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (!token.StartsWith("--", StringComparison.Ordinal)) throw new UsageException($"'{token}' is neither a verb nor a setting. See: infomonitor --help");
            var key = token[2..].Split('=', 2)[0];
            if (!key.Contains(':', StringComparison.Ordinal) && !Plain.Contains(key, StringComparer.OrdinalIgnoreCase))
                throw new UsageException($"--{key} is no option of this verb. {Help}");
            settings.Add(token.Contains('=', StringComparison.Ordinal) ? token
                : i + 1 < tokens.Count ? $"{token}={tokens[++i]}"
                : throw new UsageException($"{token} wants a value: {token} VALUE. See: infomonitor --help"));
        }
        return [.. settings];
    }
}

/// <summary>The command line itself is wrong; the message says how.</summary>
internal sealed class UsageException(string message) : Exception(message);
