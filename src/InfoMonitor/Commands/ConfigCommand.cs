using System.CommandLine;
using InfoMonitor.Storage;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Commands;

/// <summary><c>config check</c>: every error of every option, and every key nobody reads, without starting anything.</summary>
internal static class ConfigCommand
{
    private const string File = "config/infomonitor.json";

    public static Command Create()
    {
        var check = new Command("check", "Check config/infomonitor.json, the environment and the settings given here; list every error and every key that is not known.").TakesSettings();
        check.SetAction((parse, cancellation) => Failure.GuardAsync(async () =>
        {
            await using var app = Settings.Build(parse);
            var home = app.Services.GetRequiredService<Home>().Folder;
            string[] faults = [.. (await UnknownAsync(home, Settings.Of(parse), cancellation)).Select(k => k.ToString()), .. Invalid(app.Services)];
            foreach (var fault in faults) parse.InvocationConfiguration.Error.WriteLine(fault);
            if (faults is not []) return ExitCodes.Config;
            parse.InvocationConfiguration.Output.WriteLine($"The configuration of {home} is valid.");
            return ExitCodes.Ok;
        }));
        return new Command("config", "The configuration.") { check };
    }

    private static async Task<IEnumerable<UnknownKey>> UnknownAsync(string home, string[] settings, CancellationToken cancellation)
    {
        var path = Path.Combine(home, File);
        var inFile = System.IO.File.Exists(path) ? ConfigKeys.OfFile(await System.IO.File.ReadAllBytesAsync(path, cancellation), File) : [];
        return [.. inFile, .. ConfigKeys.OfEnvironment(Environment.GetEnvironmentVariables()), .. ConfigKeys.OfSettings(settings)];
    }

    private static IEnumerable<string> Invalid(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return exception.Failures;
        }
        catch (AggregateException several) when (several.InnerExceptions.All(e => e is OptionsValidationException))
        {
            return several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(e => e.Failures);
        }
    }
}
