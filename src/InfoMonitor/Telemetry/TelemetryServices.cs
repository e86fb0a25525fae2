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

    /// <summary>The client's own figures name every publisher's host in a dozen lines each; ours (<c>infomonitor.fetch.*</c>) say what an operator asks.</summary>
    private static MetricStreamConfiguration? Narrowed(Instrument instrument) => instrument.Meter.Name != "System.Net.Http" ? null
        : instrument.Name == "http.client.request.duration" ? new ExplicitBucketHistogramConfiguration { TagKeys = ["http.request.method", "http.response.status_code", "error.type"] } : MetricStreamConfiguration.Drop;

    /// <summary>Health and metrics, in every role. Open, as probes and scrapers do not sign in: figures, nothing of texts or people.</summary>
    public static void MapTelemetry(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/healthz/ready").AllowAnonymous();
        app.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous();
    }
}
