using InfoMonitor.Domain;
using InfoMonitor.Sources;
using InfoMonitor.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InfoMonitor.Tests.Sources;

public sealed class SourceMirrorTests
{
    private const string First = """
        sources:
          - id: bao-a
            publisher: Báo A
            kind: press
            ownership: state
            language: vi
            entry-points:
              - feed: https://a.example/rss
              - list: https://a.example/xa-hoi
          - id: bao-b
            publisher: Báo B
            kind: press
            ownership: independent
            language: en
            entry-points:
              - feed: https://b.example/rss
        """;

    [Theory, OnSqlite, OnPostgres]
    public async Task The_table_follows_the_file(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await home.BuildAsync();
        var mirror = app.Services.GetRequiredService<SourceMirror>();
        await WriteAsync(home, First);
        await mirror.MirrorAsync(CancellationToken.None);
        await using (var db = app.Database())
        {
            (await db.Sources.OrderBy(s => s.Id).Select(s => new { s.Id, s.Ownership, s.Enabled }).ToListAsync()).ShouldBe([new { Id = "bao-a", Ownership = Ownership.State, Enabled = true }, new { Id = "bao-b", Ownership = Ownership.Independent, Enabled = true }]);
            await db.EntryPoints.ExecuteUpdateAsync(p => p.SetProperty(x => x.ETag, "\"1\""));
            await db.Sources.ExecuteUpdateAsync(s => s.SetProperty(x => x.TriedAt, DateTimeOffset.UnixEpoch).SetProperty(x => x.Failures, 3));
            (await db.AuditEntries.CountAsync(e => e.Action == "source.add")).ShouldBe(2);
        }

        // bao-a: one entry point stays, one leaves, one comes; bao-b leaves; bao-c comes.
        await WriteAsync(home, First.Replace("list: https://a.example/xa-hoi", "list: https://a.example/phap-luat", StringComparison.Ordinal).Replace("bao-b", "bao-c", StringComparison.Ordinal).Replace("b.example", "c.example", StringComparison.Ordinal));
        await mirror.MirrorAsync(CancellationToken.None);
        await mirror.MirrorAsync(CancellationToken.None);
        await using (var db = app.Database())
        {
            var sources = await db.Sources.Include(s => s.EntryPoints).OrderBy(s => s.Id).ToListAsync();
            sources.Select(s => (s.Id, s.Enabled)).ShouldBe([("bao-a", true), ("bao-b", false), ("bao-c", true)]);
            sources[0].EntryPoints.OrderBy(p => p.Url).Select(p => (p.Url, p.ETag)).ShouldBe([("https://a.example/phap-luat", null), ("https://a.example/rss", "\"1\"")]);
            sources[0].TriedAt.ShouldBeNull("one of its addresses is new");
            sources[0].Failures.ShouldBe(3);
            sources[1].TriedAt.ShouldNotBeNull();
            (await db.AuditEntries.OrderBy(e => e.Sequence).Select(e => e.Action + " " + e.Subject).ToListAsync())
                .ShouldBe(["source.add source:bao-a", "source.add source:bao-b", "source.change source:bao-a", "source.add source:bao-c", "source.remove source:bao-b"]);
        }

        await WriteAsync(home, First);
        await mirror.MirrorAsync(CancellationToken.None);
        await using (var db = app.Database()) (await db.Sources.SingleAsync(s => s.Id == "bao-b")).Enabled.ShouldBeTrue("it came back");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nodes_that_start_together_write_each_source_once(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await WriteAsync(home, First);
        var nodes = new List<WebApplication>();
        for (var i = 0; i < 4; i++) nodes.Add(await home.BuildAsync());
        await Task.WhenAll(nodes.Select(n => n.Services.GetRequiredService<SourceMirror>().MirrorAsync(CancellationToken.None)));
        await using var db = nodes[0].Database();
        (await db.Sources.CountAsync()).ShouldBe(2);
        (await db.EntryPoints.CountAsync()).ShouldBe(3);
        (await db.AuditEntries.CountAsync()).ShouldBe(2);
        foreach (var node in nodes) await node.DisposeAsync();
    }

    [Fact]
    public async Task A_reload_that_fails_keeps_the_last_good_file_and_says_so()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        await WriteAsync(home, First);
        await using var app = await home.BuildAsync(null, "--Sources:Look=00:00:00.1");
        await app.StartAsync();
        var mirror = app.Services.GetRequiredService<SourceMirror>();
        mirror.State.Errors.ShouldBeEmpty();
        var taken = mirror.State.TakenAt.ShouldNotBeNull();

        await WriteAsync(home, First.Replace("kind: press", "kind: pres", StringComparison.Ordinal));
        await UntilAsync(() => mirror.State.Errors.Count == 2);
        mirror.State.TakenAt.ShouldBe(taken);
        await using (var db = app.Database()) (await db.Sources.CountAsync(s => s.Enabled)).ShouldBe(2);

        await WriteAsync(home, First.Replace("Báo A", "Báo A mới", StringComparison.Ordinal));
        await UntilAsync(() => mirror.State.Errors.Count == 0 && mirror.State.TakenAt > taken);
        await using (var db = app.Database()) (await db.Sources.SingleAsync(s => s.Id == "bao-a")).Publisher.ShouldBe("Báo A mới");
        await app.StopAsync();
    }

    [Fact]
    public async Task The_log_says_once_that_a_file_is_good_again()
    {
        var log = new LogLines();
        await using var home = await TestHome.CreateAsync("Sqlite");
        await WriteAsync(home, First);
        await using var app = await home.BuildAsync(builder => builder.Logging.AddProvider(log));
        var mirror = app.Services.GetRequiredService<SourceMirror>();
        await mirror.MirrorAsync(CancellationToken.None);
        await mirror.MirrorAsync(CancellationToken.None);
        GoodAgain().ShouldBeEmpty("it was never wrong");
        await WriteAsync(home, First.Replace("kind: press", "kind: pres", StringComparison.Ordinal));
        await Should.ThrowAsync<InvalidDataException>(() => mirror.MirrorAsync(CancellationToken.None));
        await WriteAsync(home, First);
        await mirror.MirrorAsync(CancellationToken.None);
        await mirror.MirrorAsync(CancellationToken.None);
        GoodAgain().ShouldBe(["config/sources.yaml is good again: 2 sources"], "though nothing changed since the last good one");

        IEnumerable<string> GoodAgain() => log.Written.Where(l => l.Contains("good again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_file_stops_the_start_with_every_error()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        await WriteAsync(home, First.Replace("kind: press", "kind: pres", StringComparison.Ordinal));
        await using var app = await home.BuildAsync();
        var stopped = await Should.ThrowAsync<InvalidDataException>(() => app.StartAsync());
        stopped.Message.ShouldContain("config/sources.yaml:4: bao-a: kind: 'pres' is none of press");
        stopped.Message.ShouldContain("config/sources.yaml:12: bao-b: kind: ");
    }

    [Fact]
    public async Task Without_a_file_the_service_starts_and_the_table_stays()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        await WriteAsync(home, First);
        await using (var app = await home.BuildAsync()) await app.Services.GetRequiredService<SourceMirror>().MirrorAsync(CancellationToken.None);
        File.Delete(Path.Combine(home.Folder, "config", "sources.yaml"));
        await using var again = await home.BuildAsync();
        await again.StartAsync();
        again.Services.GetRequiredService<SourceMirror>().State.Missing.ShouldBeTrue();
        await using var db = again.Database();
        (await db.Sources.CountAsync(s => s.Enabled)).ShouldBe(2);
        await again.StopAsync();
    }

    private static Task WriteAsync(TestHome home, string text) => File.WriteAllTextAsync(Path.Combine(home.Folder, "config", "sources.yaml"), text);

    /// <summary>Waits for what another thread does by the real clock; ends as soon as it is so.</summary>
    private static async Task UntilAsync(Func<bool> happened)
    {
        for (var i = 0; i < 200 && !happened(); i++) await Task.Delay(50);
        happened().ShouldBeTrue();
    }
}
