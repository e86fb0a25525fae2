using InfoMonitor.Content.Classification;
using InfoMonitor.Crawling;
using InfoMonitor.Domain;
using InfoMonitor.Ingestion;
using InfoMonitor.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Tests.Crawling;

/// <summary>A service that crawls loopback sites, real but for the judgement of texts, which is no matter of crawling.</summary>
internal sealed class CrawlHome : IAsyncDisposable
{
    public static readonly string[] Settings =
    [
        "--Fetching:Contact=toa-soan@example.org", "--Fetching:AllowPrivate:0=127.0.0.0/8", "--Fetching:Attempts=1", "--Fetching:BreakAfter=100", "--Crawling:FirstRetry=00:00:00", "--Crawling:Attempts=3",
    ];

    private CrawlHome(TestHome home, TestSite site, WebApplication app)
    {
        Home = home;
        Site = site;
        App = app;
    }

    public TestHome Home { get; }
    public TestSite Site { get; }
    public WebApplication App { get; }

    public static Task<CrawlHome> CreateAsync(string provider, params string[] settings) => CreateAsync(provider, _ => { }, settings);

    /// <param name="adjust">Last changes to the registrations: a clock, a judge.</param>
    public static async Task<CrawlHome> CreateAsync(string provider, Action<WebApplicationBuilder> adjust, params string[] settings)
    {
        var home = await TestHome.CreateAsync(provider);
        var app = await home.BuildAsync(builder =>
        {
            builder.Services.AddSingleton<Judge>((_, _, language, _) => Unjudged(language));
            adjust(builder);
        }, [.. Settings, .. settings]);
        return new CrawlHome(home, await TestSite.StartAsync(), app);
    }

    public static Assessment Unjudged(string language) => new()
    {
        Language = language, Assessed = false, Scores = new Dictionary<FlagReason, double>(), Topics = [], Protected = [], Reasons = [], Because = [], CheckWorthiness = 0, DeservesAnswer = false, ModelVersion = "none",
    };

    public async Task<Source> AddAsync(Source source)
    {
        await using var db = App.Database();
        db.Sources.Add(source);
        await db.SaveChangesAsync();
        return source;
    }

    public async Task<CrawlReport> CrawlAsync(string sourceId = "bao") => (await App.Services.GetRequiredService<SourceCrawler>().CrawlAsync(sourceId, null, CancellationToken.None))!;

    /// <summary>Pages by path, with query.</summary>
    public async Task<Dictionary<string, Page>> PagesAsync()
    {
        await using var db = App.Database();
        return await db.Pages.AsNoTracking().ToDictionaryAsync(p => p.Url.Replace(Site.Address, "", StringComparison.Ordinal), StringComparer.Ordinal);
    }

    public async Task<Source> SourceAsync(string id = "bao")
    {
        await using var db = App.Database();
        return await db.Sources.AsNoTracking().Include(s => s.EntryPoints).SingleAsync(s => s.Id == id);
    }

    public async Task<int> ItemsAsync()
    {
        await using var db = App.Database();
        return await db.Items.CountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Site.DisposeAsync();
        await Home.DisposeAsync();
    }
}
