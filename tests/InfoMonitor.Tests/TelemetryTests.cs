using System.Diagnostics.Metrics;
using System.Net;
using InfoMonitor.Fetching;
using InfoMonitor.Storage;
using InfoMonitor.Telemetry;
using InfoMonitor.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Tests;

public sealed class TelemetryTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_service_is_ready_once_its_database_has_its_schema(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = Program.Build([.. home.Settings, "--roles=web"]);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = app.Address() };
        (await http.GetAsync("/healthz/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.GetAsync("/healthz/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        (await http.GetAsync("/healthz/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await app.StopAsync();
    }

    [Theory]
    [InlineData("web"), InlineData("worker")]
    public async Task Figures_are_served_in_every_role(string role)
    {
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await using var app = await home.BuildAsync(null, "--roles=" + role);
        await app.StartAsync();
        await app.Services.GetRequiredService<Fetcher>().FetchAsync(new FetchRequest(new Uri("http://10.0.0.1/"), TimeSpan.Zero), CancellationToken.None);
        using var http = new HttpClient { BaseAddress = app.Address() };
        _ = await http.GetStringAsync("/healthz/live");
        var figures = await http.GetStringAsync("/metrics");
        figures.ShouldContain("infomonitor_fetches");
        figures.ShouldContain("result=\"failed\"");
        var sent = figures.Split('\n').Where(line => line.StartsWith("http_client", StringComparison.Ordinal)).ToList();
        sent.ShouldNotBeEmpty();
        sent.ShouldAllBe(line => !line.Contains("server_address", StringComparison.Ordinal), "a publisher's host in every line");
        await app.StopAsync();
    }

    /// <summary>Room is taken at once, in every service of the process: what goes beyond it is one figure together.</summary>
    [Fact]
    public async Task An_instrument_has_room_for_two_hundred_sets_of_tags()
    {
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await using var app = await home.BuildAsync(null, "--roles=web");
        await app.StartAsync();
        using var meter = new Meter(Meters.Name);
        var counter = meter.CreateCounter<long>("room_test");
        for (var i = 0; i < 500; i++) counter.Add(1, new KeyValuePair<string, object?>("which", i));
        using var http = new HttpClient { BaseAddress = app.Address() };
        var told = (await http.GetStringAsync("/metrics")).Split('\n').Where(line => line.StartsWith("room_test", StringComparison.Ordinal)).ToArray();
        told.Count(line => line.Contains("which=", StringComparison.Ordinal)).ShouldBeInRange(190, 200);
        told.ShouldContain(line => line.Contains("otel_metric_overflow", StringComparison.Ordinal));
        await app.StopAsync();
    }
}
