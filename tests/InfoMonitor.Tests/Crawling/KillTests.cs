using System.Diagnostics;
using System.Globalization;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace InfoMonitor.Tests.Crawling;

/// <summary>The real program as a process of its own, killed (SIGKILL) while it crawls.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 10;

    /// <summary>More than the kills can hold up: on PostgreSQL a cluster's other nodes wait some 15 s before they take over what a dead node was crawling, and go on with the rest meanwhile.</summary>
    private const int Sources = 12;

    private const int PagesEach = 20;
    private const int Pages = Sources * PagesEach;

    [TheoryWithModels, OnSqlite, OnPostgres]
    public async Task Killed_at_random_moments_it_loses_no_page_and_stores_none_twice(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var site = await TestSite.StartAsync();
        var served = 0;
        string[] settings = [.. CrawlHome.Settings, "--Crawling:LeastInterval=00:00:02", "--Crawling:Spread=00:00:00", "--Crawling:Jitter=0", "--Crawling:MaxConcurrency=2"];
        await using var app = await home.BuildAsync(null, settings);
        await using (var db = app.Database())
        {
            for (var i = 0; i < Sources; i++) db.Sources.Add(Publish(site, i, () => Interlocked.Increment(ref served)));
            await db.SaveChangesAsync();
        }

        // Every kill waits for a number of requests drawn beforehand, so that the moments lie all over the crawls, discovery included.
        var dice = new Random(20261126);
        var clock = Stopwatch.StartNew();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = Start(home, settings);
            var (target, asked) = (served + dice.Next(0, 12), site.Requests.Count);
            await UntilAsync(() => Task.FromResult(process.HasExited || (served >= target && site.Requests.Count > asked)), TimeSpan.FromSeconds(90));
            process.HasExited.ShouldBeFalse("the program ended by itself");
            await Task.Delay(dice.Next(0, 60));
            process.Kill();
            await process.WaitForExitAsync();
        }
        int left;
        await using (var db = app.Database()) left = await db.Pages.CountAsync(p => p.Outcome != null);
        left.ShouldBeLessThan(Pages, "the last kill came after the work");
        using (var process = Start(home, settings))
        {
            await UntilAsync(async () =>
            {
                await using var db = app.Database();
                return await db.Pages.CountAsync() == Pages && await db.Pages.AllAsync(p => p.Outcome != null);
            }, TimeSpan.FromSeconds(120));
            process.Kill();
            await process.WaitForExitAsync();
        }

        await using (var db = app.Database())
        {
            var outcomes = await db.Pages.GroupBy(p => p.Outcome).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key!.Value, g => g.Count);
            output.WriteLine($"{provider}: {Pages} pages, {served} page requests over {Kills} kills in {clock.Elapsed.TotalSeconds:0} s; {string.Join(", ", outcomes.Select(o => $"{o.Value} {o.Key}"))}");
            outcomes.ShouldBe([KeyValuePair.Create(PageOutcome.Stored, Pages)]);
            (await db.Items.CountAsync()).ShouldBe(Pages);
            (await db.Items.Select(i => i.PageId).Distinct().CountAsync()).ShouldBe(Pages);
            (await db.Items.Select(i => i.ExactHash).Distinct().CountAsync()).ShouldBe(Pages);
            (await db.Stories.CountAsync()).ShouldBe(Pages);
        }
    }

    /// <summary>A source whose feed and sitemap overlap, so that pages are announced twice.</summary>
    private static Source Publish(TestSite site, int number, Action served)
    {
        var now = TimeProvider.System.GetUtcNow();
        var paths = Enumerable.Range(1, PagesEach).Select(i => string.Create(CultureInfo.InvariantCulture, $"/bao-{number}/bai-{i}")).ToArray();
        foreach (var path in paths)
        {
            var html = TestSite.ArticleHtml("Bài " + path, TestSite.TextOf(path));
            site.Serve(path, async context =>
            {
                served();
                await Task.Delay(20, context.RequestAborted);
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.WriteAsync(html, context.RequestAborted);
            });
        }
        var (feed, sitemap) = (string.Create(CultureInfo.InvariantCulture, $"/bao-{number}/rss"), string.Create(CultureInfo.InvariantCulture, $"/bao-{number}/sitemap.xml"));
        site.Rss(feed, [.. paths.Take(12).Select(p => (p, now))]).Sitemap(sitemap, [.. paths.Skip(8).Select(p => (p, (DateTimeOffset?)now))]);
        var source = site.Source(string.Create(CultureInfo.InvariantCulture, $"bao-{number}"), (EntryPointKind.Feed, feed), (EntryPointKind.Sitemap, sitemap));
        source.Interval = TimeSpan.FromSeconds(2);
        return source;
    }

    private static Process Start(TestHome home, string[] settings)
    {
        // Output goes nowhere: a pipe nobody reads would fill and stop the program.
        var program = Path.Combine(AppContext.BaseDirectory, "infomonitor.dll");
        return Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec dotnet \"$0\" \"$@\" >\"$INFOMONITOR_TEST_LOG\" 2>&1", program, "run", .. home.Settings, .. settings])
        {
            Environment = { ["INFOMONITOR_TEST_LOG"] = Path.Combine(home.Folder, "run.log") },
        })!;
    }

    private static async Task UntilAsync(Func<Task<bool>> done, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        while (!await done())
        {
            clock.Elapsed.ShouldBeLessThan(limit, "it did not come that far in time");
            await Task.Delay(25);
        }
    }
}
