namespace InfoMonitor.Content.Tests;

/// <summary>The checkout that the tests run from. PathMap hides where the sources stand, so it is looked for from the test program upwards.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Models { get; } = Path.Combine(Root, "models");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "InfoMonitor.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("InfoMonitor.sln stands in no folder above the tests.");
    }
}
