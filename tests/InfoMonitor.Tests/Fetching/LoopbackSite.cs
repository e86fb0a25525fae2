using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace InfoMonitor.Tests.Fetching;

/// <summary>A real web site on a free loopback port. Paths that no page was given for, robots.txt among them, answer 404.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, RequestDelegate> pages = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> asked = new();
    private int atWork;

    private LoopbackSite(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>Paths with their query, in the order asked for.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    /// <summary>Most requests that were at work at one time.</summary>
    public int Busiest { get; private set; }

    public static async Task<LoopbackSite> StartAsync(Action<ListenOptions>? listen = null, string scheme = "http")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen ?? (_ => { })));
        var site = new LoopbackSite(builder.Build());
        site.app.Run(site.AnswerAsync);
        await site.app.StartAsync();
        site.Address = new UriBuilder(new Uri(site.app.Urls.First())) { Scheme = scheme }.Uri;
        return site;
    }

    public Uri At(string path) => new(Address, path);

    public LoopbackSite Page(string path, RequestDelegate answer)
    {
        pages[path] = answer;
        return this;
    }

    public LoopbackSite Page(string path, string body, string type = "text/html") => Page(path, http =>
    {
        http.Response.ContentType = type;
        return http.Response.WriteAsync(body);
    });

    public LoopbackSite Moves(string path, string location, int status = 302) => Page(path, http =>
    {
        http.Response.StatusCode = status;
        http.Response.Headers.Location = location;
        return Task.CompletedTask;
    });

    /// <summary>Fails so many times, then answers.</summary>
    public LoopbackSite FailsFirst(string path, int times, int status, string? retryAfter) => Page(path, http =>
    {
        if (asked.Count(a => a == path) > times) return http.Response.WriteAsync("well again");
        http.Response.StatusCode = status;
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await app.StopAsync(atOnce.Token);
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        asked.Enqueue(http.Request.Path.Value + http.Request.QueryString.Value);
        var now = Interlocked.Increment(ref atWork);
        lock (pages) Busiest = Math.Max(Busiest, now);
        try
        {
            if (pages.TryGetValue(http.Request.Path.Value!, out var page)) await page(http);
            else http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        finally
        {
            Interlocked.Decrement(ref atWork);
        }
    }
}
