using System.CommandLine;
using InfoMonitor.Storage;

namespace InfoMonitor.Commands;

/// <summary><c>run</c>: the service until it is stopped.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var command = new Command("run", "Run the service: crawl, assess, serve the desk. Settings may be given as --Section:Key=value.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parse, cancellation) => RunAsync([.. parse.UnmatchedTokens], cancellation));
        return command;
    }

    public static async Task<int> RunAsync(string[] settings, CancellationToken cancellation)
    {
        await using var app = Program.Build(settings);
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(cancellation);
        await app.RunAsync(cancellation);
        return ExitCodes.Ok;
    }
}
