using System.Diagnostics.Metrics;

namespace InfoMonitor.Telemetry;

/// <summary>What the service counts. Tags carry words of the closed vocabularies only: no address, no text.</summary>
internal static class Metrics
{
    /// <summary>Name of the meter, for whoever exports it.</summary>
    public const string Name = "InfoMonitor";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Flags = Meter.CreateCounter<long>("infomonitor.flags", "{flag}", "Stories put into the queue, by reason.");
    private static readonly Counter<long> Cleared = Meter.CreateCounter<long>("infomonitor.cleared", "{row}", "Rows that housekeeping deleted, by what they were.");

    /// <param name="reason">The flag reason's word.</param>
    public static void FlagRaised(string reason) => Flags.Add(1, new KeyValuePair<string, object?>("reason", reason));

    /// <param name="what"><c>item</c> or <c>page</c>.</param>
    public static void RowsCleared(string what, int count) => Cleared.Add(count, new KeyValuePair<string, object?>("what", what));
}
