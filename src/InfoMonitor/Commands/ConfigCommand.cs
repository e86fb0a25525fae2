using System.CommandLine;
using InfoMonitor.Domain;
using InfoMonitor.Ingestion;
using InfoMonitor.Storage;
using InfoMonitor.Telemetry;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Commands;

/// <summary><c>config check</c>: every error of every option, every key nobody reads, and models that may not judge, without starting anything.</summary>
internal static class ConfigCommand
{
    public static Command Create()
    {
        var check = new Command("check", "Check config/infomonitor.json, the environment and the settings given here; list every error, every key that is not known, and models that may not judge.").TakesSettings();
        check.SetAction((parse, _) => Failure.GuardAsync(async () =>
        {
            var settings = Settings.Of(parse.UnmatchedTokens);
            var home = Program.HomeOf(settings).Folder;
            string[] faults = [.. Unknown(home).Concat(ConfigKeys.OfSettings(settings)).Select(k => k.ToString()), .. await InvalidAsync(settings)];
            foreach (var fault in faults) parse.InvocationConfiguration.Error.WriteLine(fault);
            if (faults is not []) return ExitCodes.Config;
            parse.InvocationConfiguration.Output.WriteLine($"The configuration of {home} is valid.");
            return ExitCodes.Ok;
        }));
        return new Command("config", "The configuration.") { check };
    }

    /// <summary>Keys of the file and the environment that nothing reads.</summary>
    public static IEnumerable<UnknownKey> Unknown(string home) => [.. ConfigKeys.OfFile(ConfigFile.LinesOf(home), ConfigFile.Name), .. ConfigKeys.OfEnvironment(Environment.GetEnvironmentVariables())];

    /// <summary>Values that cannot be read; then, with the defaults in their places, what the slices themselves refuse.</summary>
    private static async Task<IEnumerable<string>> InvalidAsync(string[] settings)
    {
        try
        {
            await using var app = Program.Build(settings, Logs.Quiet);
            return Refused(app.Services);
        }
        catch (WrongValuesException wrong)
        {
            try
            {
                await using var app = Program.Build([.. settings, .. wrong.Values.Select(v => $"--{v.Key}={v.Default}")], Logs.Quiet);
                return [.. wrong.Failures, .. Refused(app.Services)];
            }
            catch (WrongValuesException)   // a list where one value belongs: nothing takes its place
            {
                return wrong.Failures;
            }
        }
    }

    private static IEnumerable<string> Refused(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            var folder = services.GetRequiredService<LiveModels>().Folder;
            if (services.GetRequiredService<RolesOptions>().Worker) ModelCards.Read(folder).MustHavePassed(folder);
            return services.GetRequiredService<IOptions<StorageOptions>>().Value.Unread() is { } unread ? [unread] : [];
        }
        catch (InvalidDataException models)
        {
            return [models.Message];
        }
        catch (Exception exception) when (ConfigFaults.Of(exception) is { } faults)
        {
            return faults;
        }
    }
}
