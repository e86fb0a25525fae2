using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;

namespace InfoMonitor.Commands;

/// <summary>Every verb of the executable, in the order of its help text.</summary>
internal static class CommandLine
{
    /// <summary>After Ctrl-C or SIGTERM, for what is in hand to be ended and written (the library gives 2 s and leaves cut files). Below docker-compose.yml's stop_grace_period.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(25);

    /// <summary>Runs the verb that is named.</summary>
    /// <returns>An <see cref="ExitCodes"/> value.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var terminated = false;
        var parsed = Create().Parse(args);
        var verb = parsed.CommandResult.Command;
        if (verb.TreatUnmatchedTokensAsErrors && parsed is { Errors: [], UnmatchedTokens: [var token, ..] })   // the library passes over them below a command that takes settings
        {
            await Console.Error.WriteLineAsync($"'{token}' is no option of {verb.Name}. See: infomonitor {Path(verb)} --help");
            return ExitCodes.Usage;
        }
        if (parsed.Action is ParseErrorAction wrong)
        {
            // What is wrong stands alone: below a page of help nobody sees it, and a setting that the library does not know is no misspelt option.
            (wrong.ShowHelp, wrong.ShowTypoCorrections) = (false, verb.TreatUnmatchedTokensAsErrors);
        }
        var running = parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeToStop });
        // The library stops a verb alike for both signals. What is registered last is told first: the library's own waits until the verb has ended.
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => terminated = true);
        var code = await running;
        if (terminated && code == ExitCodes.Interrupted) return ExitCodes.Terminated;
        if (parsed.Action is not ParseErrorAction) return code;
        await Console.Error.WriteLineAsync($"See: infomonitor {(verb is RootCommand ? "" : Path(verb) + " ")}--help");
        return ExitCodes.Usage;   // the library says 1, which here means that the work found something
    }

    private static string Path(Command verb) => verb.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? $"{Path(parent)} {verb.Name}" : verb.Name;

    public static RootCommand Create()
    {
        var root = new RootCommand("InfoMonitor: watches public sources for claims and content that can harm people's rights, for people to review.")
        {
            RunCommand.Create(),
            DemoCommand.Create(),
            CrawlCommand.Create(),
            StatusCommand.Create(),
            QuarantineCommand.Create(),
            DigestCommand.Create(),
            ExtractCommand.Create(),
            LinksCommand.Create(),
            FeedsCommand.Create(),
            RobotsCommand.Create(),
            AssessCommand.Create(),
            ModelCommand.Create(),
            DbCommand.Create(),
            ConfigCommand.Create(),
            SourcesCommand.Create(),
            ReferencesCommand.Create(),
            UsersCommand.Create(),
            AuditCommand.Create(),
        }.TakesSettings();
        root.SetAction(RunCommand.RunAsync);   // run is the default verb
        return root;
    }
}
