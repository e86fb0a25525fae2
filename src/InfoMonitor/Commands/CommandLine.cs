using System.CommandLine;

namespace InfoMonitor.Commands;

/// <summary>Every verb of the executable, in the order of its help text.</summary>
internal static class CommandLine
{
    public static RootCommand Create() => new("InfoMonitor: watches public sources for claims and content that can harm people's rights, for people to review.")
    {
    };
}
