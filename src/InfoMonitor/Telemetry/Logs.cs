namespace InfoMonitor.Telemetry;

/// <summary>What is logged unless the <c>Logging</c> section says otherwise.</summary>
internal static class Logs
{
    /// <summary>Our own lines from Information on; of the libraries only what somebody may have to act on.</summary>
    public static KeyValuePair<string, string?>[] Levels { get; } =
    [
        new("Logging:LogLevel:Default", "Information"),
        new("Logging:LogLevel:Microsoft", "Warning"),
        new("Logging:LogLevel:System", "Warning"),
        new("Logging:LogLevel:Quartz", "Warning"),
        new("Logging:LogLevel:Polly", "Critical"),   // every try that failed; what came of the last is told where it was asked for
        new("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error"),   // warns that keys are not encrypted at rest: they stand in the database, beside what they protect
        new("Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command", "Critical"),   // calls a lost race on a unique index an error; what is one is thrown and told there
    ];

    /// <summary>For a verb that prints an answer: warnings only.</summary>
    public static void Quiet(WebApplicationBuilder builder) => builder.Logging.AddFilter(level => level >= LogLevel.Warning);
}
