namespace InfoMonitor.Storage;

/// <summary>The folder the service lives in: <c>config/</c>, <c>models/</c> and <c>data/</c> stand in it.</summary>
/// <param name="given">From <c>--home</c> or <c>INFOMONITOR_HOME</c> (not <c>HOME</c>, which is the user's); null to look for it.</param>
/// <exception cref="DirectoryNotFoundException">The given folder is not there.</exception>
internal sealed class Home(string? given)
{
    /// <summary>Absolute path.</summary>
    public string Folder { get; } = given is { Length: > 0 } ? Existing(Path.GetFullPath(given)) : Find(Environment.CurrentDirectory);

    /// <summary>An absolute path for one that may be relative to the home folder; its folder is created.</summary>
    public string PathTo(string path)
    {
        var full = Path.GetFullPath(path, Folder);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return full;
    }

    private static string Existing(string folder) =>
        Directory.Exists(folder) ? folder : throw new DirectoryNotFoundException($"There is no folder {folder}. Name the one that holds config/ and models/ with --home (or INFOMONITOR_HOME), or make it.");

    /// <summary>The nearest folder with a <c>config</c> folder in it: upwards from the working folder, then from the program's own.</summary>
    public static string Find(string working)
    {
        foreach (var start in new[] { working, AppContext.BaseDirectory })
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (Directory.Exists(Path.Combine(folder.FullName, "config"))) return folder.FullName;
        return working;
    }
}
