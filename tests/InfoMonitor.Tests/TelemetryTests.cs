using System.Net;
using InfoMonitor.Fetching;
using InfoMonitor.Storage;
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
}
