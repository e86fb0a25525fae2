using System.CommandLine;
using InfoMonitor.Storage;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Commands;

/// <summary><c>config check</c>: every error of every option, without starting anything.</summary>
internal static class ConfigCommand
{
    public static Command Create()
    {
        var check = new Command("check", "Check config/infomonitor.json and the environment; list every error.").TakesSettings();
        check.SetAction((parse, _) => Failure.GuardAsync(async () =>
        {
            await using var app = Settings.Build(parse);
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            Console.WriteLine($"The configuration of {app.Services.GetRequiredService<Home>().Folder} is valid.");
            return ExitCodes.Ok;
        }));
        return new Command("config", "The configuration.") { check };
    }
}
