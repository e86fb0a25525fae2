using System.CommandLine;

namespace InfoMonitor.Commands;

/// <summary>Every verb of the executable, in the order of its help text.</summary>
internal static class CommandLine
{
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
