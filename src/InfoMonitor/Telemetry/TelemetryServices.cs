using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace InfoMonitor.Telemetry;

internal static class TelemetryServices
{
    /// <summary>The standard variable (OpenTelemetry specification); without it nothing is sent anywhere.</summary>
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var sends = !string.IsNullOrEmpty(configuration[Collector]);
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("infomonitor", serviceVersion: typeof(Meters).Assembly.GetName().Version?.ToString(3)))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters.Name, "Polly", "System.Runtime").AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddPrometheusExporter().AddView(Narrowed);
                if (sends) metrics.AddOtlpExporter();
            });
        // Spans are made only where somebody takes them.
        if (sends) telemetry.WithTracing(traces => traces.AddSource(Meters.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddOtlpExporter());
        services.AddHealthChecks();
        return services;
    }

    /// <summary>Sets of tags of one instrument. Room for all of them is taken at once, 90 bytes each: the library's 2,000 come to 10 MB of instruments that never have ten.</summary>
    private const int MostTags = 200;

    /// <summary>The client's own figures name every publisher's host in a dozen lines each; ours (<c>infomonitor.fetch.*</c>) say what an operator asks. Those with a line a route and status keep the library's room.</summary>
    private static MetricStreamConfiguration? Narrowed(Instrument instrument) => (instrument.Meter.Name, instrument.Name) switch
    {
        ("System.Net.Http", "http.client.request.duration") => new ExplicitBucketHistogramConfiguration { TagKeys = ["http.request.method", "http.response.status_code", "error.type"], CardinalityLimit = MostTags },
        ("System.Net.Http", _) => MetricStreamConfiguration.Drop,
        (_, "http.server.request.duration" or "aspnetcore.routing.match_attempts") => null,
        _ => new MetricStreamConfiguration { CardinalityLimit = MostTags },
    };

    /// <summary>Health and metrics, in every role. Open, as probes and scrapers do not sign in: figures, nothing of texts or people.</summary>
    public static void MapTelemetry(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/healthz/ready").AllowAnonymous();
        app.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous();
    }
}
