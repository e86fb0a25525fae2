using System.CommandLine;
using InfoMonitor.Accounts;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Sources;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Commands;

/// <summary><c>run</c>: the service until it is stopped.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var command = new Command("run", "Run the service: crawl, assess, serve the desk.").TakesSettings();
        command.SetAction((parse, cancellation) => RunAsync(parse, cancellation));
        return command;
    }

    public static Task<int> RunAsync(ParseResult parse, CancellationToken cancellation) => Failure.GuardAsync(async () =>
    {
        await using var app = Program.Build(Settings.Of(parse));
        Listening.Check(app.Configuration);
        foreach (var unknown in ConfigCommand.Unknown(app.Services.GetRequiredService<Home>().Folder)) Console.Error.WriteLine(unknown);   // told, not refused: another version's key stops no service
        if (app.Services.GetRequiredService<IOptions<StorageOptions>>().Value.Unread() is { } unread) Console.Error.WriteLine(unread);
        app.Services.GetRequiredService<IStartupValidator>().Validate();   // before anything is done, and before the host: what is wrong ends in its reason, not in a log of a failed start
        using var home = HomeLock.Take(app.Services, "run");
        await using var crawls = await CrawlLock.ShareAsync(app.Services, "run", cancellation);
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(cancellation);
        await app.Services.GetRequiredService<SourceMirror>().MirrorAsync(cancellation);   // before the host: a wrong file ends in its errors, not in a log of a failed start
        if (app.Services.GetRequiredService<RolesOptions>().Worker) _ = app.Services.GetRequiredService<Assessor>();   // what may not judge ends in its reason, not in a log of failed jobs
        await app.StartAsync(cancellation);
        if (app.Services.GetRequiredService<RolesOptions>().Web)
        {
            Console.WriteLine($"The desk is at {string.Join(", ", app.Urls)}");
            if (await app.Services.GetRequiredService<Setup>().OfferAsync(cancellation) is { } setup)
                Console.WriteLine($"There is no account yet. Make the first one at {app.Urls.First()}{setup} (works once), or with: infomonitor users add NAME --role operator");
        }
        await app.WaitForShutdownAsync(cancellation);
        return ExitCodes.Ok;
    }, whenStopped: ExitCodes.Ok);
}
