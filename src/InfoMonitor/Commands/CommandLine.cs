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
            ExtractCommand.Create(),
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parse, cancellation) => RunCommand.RunAsync([.. parse.UnmatchedTokens], cancellation));
        return root;
    }
}
