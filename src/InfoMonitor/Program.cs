using InfoMonitor.Accounts;
using InfoMonitor.Additions;
using InfoMonitor.Audit;
using InfoMonitor.Briefings;
using InfoMonitor.Commands;
using InfoMonitor.Crawling;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Housekeeping;
using InfoMonitor.Ingestion;
using InfoMonitor.Models;
using InfoMonitor.References;
using InfoMonitor.Reviews;
using InfoMonitor.Sources;
using InfoMonitor.Storage;
using InfoMonitor.Telemetry;
using InfoMonitor.Web;

namespace InfoMonitor;

/// <summary>The composition root: which slices there are, in the order of an item's way.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => CommandLine.RunAsync(args);

    /// <summary>The home folder that these settings, the environment or the working folder name.</summary>
    public static Home HomeOf(string[] settings) => new(new ConfigurationBuilder().AddCommandLine(settings).Build()["home"] ?? Environment.GetEnvironmentVariable("INFOMONITOR_HOME"));

    /// <summary>For the framework's builders: they would watch every folder below the home folder for a change of settings that are not read from there.</summary>
    public static string[] Unwatched { get; } = ["--hostBuilder:reloadConfigOnChange=false"];

    /// <summary>The service, not started. Every verb that needs the database or the configuration builds it too, so that all read the same settings.</summary>
    /// <param name="settings">Configuration keys that win over file and environment, as <c>--Section:Key=value</c>.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Values of the configuration cannot be what their keys want; all of them are named.</exception>
    /// <param name="adjust">Last changes to the registrations: tests put a clock here.</param>
    public static WebApplication Build(string[] settings, Action<WebApplicationBuilder>? adjust = null)
    {
        var home = HomeOf(settings);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = home.Folder, Args = Unwatched });
        builder.Configuration.Sources.Clear();
        var lines = ConfigFile.LinesOf(home.Folder);
        builder.Configuration.AddInMemoryCollection(Logs.Levels)
            .AddJsonFile(Path.Combine(home.Folder, "config", "infomonitor.json"), optional: true, reloadOnChange: false)
            .AddEnvironmentVariables().AddCommandLine(settings);
        var configuration = builder.Configuration;
        ConfigValues.Check(configuration, lines);
        var roles = RolesOptions.From(configuration);
        builder.Host.UseSystemd();
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);   // standard output is for what a verb prints
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(roles).AddSingleton(home);
        builder.Services.AddTelemetry(configuration).AddStorage(configuration).AddCalendar(configuration).AddAudit(configuration)
            .AddFetching(configuration).AddIngestion(configuration).AddCrawling(configuration)
            .AddSources(configuration).AddReferences(configuration).AddHousekeeping(configuration)
            .AddAccounts(configuration).AddReviews(configuration).AddModels().AddAdditions(configuration).AddBriefings(configuration).AddWeb(configuration);
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.MapWeb();
        app.MapTelemetry();
        app.MapReviews();
        app.MapAdditions();
        app.MapSources();
        app.MapReferences();
        app.MapModels();
        app.MapBriefings();
        app.MapAudit();
        app.MapAccounts();
        return app;
    }
}
