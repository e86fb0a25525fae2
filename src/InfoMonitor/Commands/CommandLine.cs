using System.CommandLine;
using System.CommandLine.Invocation;

namespace InfoMonitor.Commands;

/// <summary>Every verb of the executable, in the order of its help text.</summary>
internal static class CommandLine
{
    /// <summary>Runs the verb that is named.</summary>
    /// <returns>An <see cref="ExitCodes"/> value.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Create().Parse(args);
        var code = await parsed.InvokeAsync();
        return parsed.Action is ParseErrorAction ? ExitCodes.Usage : code;   // the library says 1, which here means that the work found something
    }

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
