using System.Globalization;
using System.Text;
using InfoMonitor.Accounts;
using InfoMonitor.Content.Classification;
using InfoMonitor.Crawling;
using InfoMonitor.Domain;
using InfoMonitor.Sources;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Demo;

/// <summary>The whole service on sample publishers: production code throughout, only the addresses and the accounts are the demo's.</summary>
internal sealed class DemoService : IAsyncDisposable
{
    /// <summary>Everything the demo keeps, below the home folder; may be deleted.</summary>
    public const string Folder = "data/demo";

    /// <summary>How often every publisher is read. In production the interval follows what a source publishes; here somebody sits and waits for it.</summary>
    public static readonly TimeSpan ReadEvery = TimeSpan.FromMinutes(5);

    private readonly List<DemoSite> sites = [];

    private readonly HomeLock held;

    private DemoService(WebApplication app, DemoPlace place, HomeLock held) => (App, Place, this.held) = (app, place, held);

    public WebApplication App { get; }
    public DemoPlace Place { get; }

    public static IReadOnlyList<(string Name, Role Role)> Accounts { get; } = [("lan", Role.Analyst), ("minh", Role.Analyst), ("hanh", Role.Senior), ("thu", Role.Spokesperson), ("khoa", Role.Operator)];

    /// <summary>What differs from production; the caller's own settings go after these and win.</summary>
    public static string[] Settings { get; } =
    [
        $"--Storage:Provider=Sqlite", $"--Storage:File={Folder}/infomonitor.db", $"--Sources:File={Folder}/sources.yaml",
        "--Fetching:Contact=demo@infomonitor.example", "--Fetching:AllowPrivate:0=127.0.0.1/32",
        "--Crawling:Spread=00:00:00", "--Crawling:Jitter=0", "--Crawling:FirstRetry=00:00:05",
        "--Briefings:At=23:59:59",   // today's briefing stays a live draft all day, so that a newcomer finds in it what was just flagged
        "--Logging:LogLevel:Default=Warning",
    ];

    /// <summary>Starts the publishers, reads the fact-checker (a rumour can only match what is known), then starts the service.</summary>
    public static async Task<DemoService> StartAsync(string[] settings, Action<WebApplicationBuilder>? adjust, CancellationToken cancellation)
    {
        var app = Program.Build([.. Settings, .. settings], builder =>
        {
            DemoFault.Add(builder.Services);
            adjust?.Invoke(builder);
        });
        Listening.Check(app.Configuration);
        var home = HomeLock.Take(app.Services, "demo");   // before its files are written: another demo may be reading them
        var place = DemoPlace.Open(app.Services.GetRequiredService<Home>().PathTo($"{Folder}/place.json"), app.Services.GetRequiredService<TimeProvider>());
        var demo = new DemoService(app, place, home);
        try
        {
            foreach (var text in DemoText.All) demo.sites.Add(await DemoSite.StartAsync(text, place, cancellation));
            await File.WriteAllTextAsync(app.Services.GetRequiredService<Home>().PathTo($"{Folder}/sources.yaml"), demo.SourcesFile(), cancellation);
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(cancellation);
            await demo.AddAccountsAsync(cancellation);
            await app.Services.GetRequiredService<SourceMirror>().MirrorAsync(cancellation);
            _ = app.Services.GetRequiredService<Assessor>();   // as in run: what may not judge ends in its reason, at a second start too
            await demo.ReadFactCheckerAsync(cancellation);
            await app.StartAsync(cancellation);
            return demo;
        }
        catch
        {
            await demo.DisposeAsync();
            throw;
        }
    }

    /// <summary>How far the first reading is.</summary>
    public async Task<DemoProgress> ProgressAsync(CancellationToken cancellation)
    {
        await using var db = await App.Services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContextAsync(cancellation);
        return new DemoProgress(
            await db.Pages.CountAsync(cancellation), await db.Pages.CountAsync(p => p.Outcome != null, cancellation), await db.Flags.CountAsync(cancellation),
            await db.Sources.AllAsync(s => s.LastReadAt != null, cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        foreach (var site in sites) await site.DisposeAsync();
        held.Dispose();
    }

    private async Task ReadFactCheckerAsync(CancellationToken cancellation)
    {
        var id = DemoText.All[0].Id;
        await using var db = await App.Services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContextAsync(cancellation);
        if (await db.Sources.AnyAsync(s => s.Id == id && s.LastReadAt == null, cancellation))
            await App.Services.GetRequiredService<SourceCrawler>().CrawlAsync(id, progress: null, cancellation);
    }

    private async Task AddAccountsAsync(CancellationToken cancellation)
    {
        var book = App.Services.GetRequiredService<AccountBook>();
        await using var db = await App.Services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContextAsync(cancellation);
        var known = await db.Accounts.Select(a => a.Name).ToListAsync(cancellation);
        foreach (var (name, role) in Accounts.Where(a => !known.Contains(a.Name, StringComparer.Ordinal)))
            if (await book.AddAsync(name, [role], Place.Password, language: null, cancellation) is AccountChange.Refused refused)
                throw new InvalidOperationException($"The demo account {name}: {refused.Why}");
    }

    private string SourcesFile()
    {
        var file = new StringBuilder("# Written by the demo at every start.\nsources:\n");
        foreach (var site in sites)
            file.Append(CultureInfo.InvariantCulture, $"""
                  - id: {site.Text.Id}
                    publisher: "{site.Text.Publisher}"
                    kind: {site.Text.Kind}
                    ownership: {site.Text.Ownership}
                    language: {site.Text.Language}
                    interval: {SpanText.Write(ReadEvery)}
                    least-interval: {SpanText.Write(ReadEvery)}
                    greatest-interval: {SpanText.Write(ReadEvery)}
                    delay: 0s
                    pages-per-crawl: 100
                    entry-points:
                      - {Word(site.Text.Entry)}: {site.EntryPoint}

                """);
        return file.ToString();
    }

    private static string Word(DemoEntry entry) => entry switch
    {
        DemoEntry.Rss or DemoEntry.Atom or DemoEntry.Json => EntryPointKind.Feed.Word(),
        DemoEntry.Sitemap => EntryPointKind.Sitemap.Word(),
        DemoEntry.List => EntryPointKind.List.Word(),
    };
}

/// <param name="Pages">Found so far.</param>
/// <param name="Ended">Pages with an outcome.</param>
/// <param name="AllRead">Every publisher was read at least once.</param>
internal sealed record DemoProgress(int Pages, int Ended, int Flags, bool AllRead);
