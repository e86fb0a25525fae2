namespace InfoMonitor.Telemetry;

internal static class Meters
{
    /// <summary>The one meter of the service's own figures; instruments are called <c>infomonitor.*</c>.</summary>
    public const string Name = "InfoMonitor";
}
