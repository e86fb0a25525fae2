namespace InfoMonitor.Benchmarks;

internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "InfoMonitor.sln"))) return folder.FullName;
        throw new InvalidOperationException("The benchmarks do not run from inside the repository.");
    }
}
