using InfoMonitor.Storage;

namespace InfoMonitor.Demo;

/// <summary>Where the demo lives: a home folder of its own inside the home folder, with its configuration and its data.</summary>
internal static class DemoHome
{
    /// <summary>Relative to the home folder.</summary>
    public const string Folder = "data/demo";

    /// <summary>The settings that make a verb work on the demo's database.</summary>
    public static string[] Settings(string[] settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var home = new ConfigurationBuilder().AddCommandLine(settings).Build()["home"] ?? Environment.GetEnvironmentVariable("INFOMONITOR_HOME");
        return [.. settings, "--home=" + Path.Combine(new Home(home).Folder, Folder)];   // the last one counts
    }
}
