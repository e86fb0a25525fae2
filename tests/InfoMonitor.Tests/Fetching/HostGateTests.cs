using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using Microsoft.Extensions.Time.Testing;

namespace InfoMonitor.Tests.Fetching;

public sealed class HostGateTests
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Turns_of_one_host_come_one_at_a_time_and_in_order()
    {
        await using var reader = new Reader();
        var gate = reader.Get<HostGate>();
        var order = new List<int>();
        var first = await gate.EnterAsync("h", TimeSpan.Zero, Most, CancellationToken.None);
        var others = Enumerable.Range(0, 20).Select(async i =>
        {
            using var turn = await gate.EnterAsync("h", TimeSpan.Zero, Most, CancellationToken.None);
            order.Add(i);
        }).ToArray();
        order.ShouldBeEmpty();
        first.Dispose();
        await Task.WhenAll(others);
        order.ShouldBe(Enumerable.Range(0, 20));
    }

    [Fact]
    public async Task Hosts_do_not_wait_for_each_other()
    {
        await using var reader = new Reader();
        using var one = await reader.Get<HostGate>().EnterAsync("one", TimeSpan.Zero, Most, CancellationToken.None);
        using var two = await reader.Get<HostGate>().EnterAsync("two", TimeSpan.Zero, Most, CancellationToken.None);
    }

    [Fact]
    public async Task The_pause_counts_from_the_end_of_the_last_request()
    {
        var clock = new FakeTimeProvider();
        await using var reader = new Reader(clock);
        var gate = reader.Get<HostGate>();
        using (var turn = await gate.EnterAsync("h", TimeSpan.FromSeconds(3), Most, CancellationToken.None))
        {
            turn.Pipeline.ShouldNotBeNull();
            clock.Advance(TimeSpan.FromSeconds(10));
        }
        var next = gate.EnterAsync("h", TimeSpan.FromSeconds(3), Most, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(2.9));
        next.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(0.1));
        (await next).Dispose();
    }

    [Theory]
    [InlineData("http://news.example/a", "http://NEWS.example.:80/b", true), InlineData("http://news.example/", "https://news.example/", false), InlineData("http://127.0.0.1:1/", "http://127.0.0.1:2/", false)]
    public void A_host_is_scheme_name_and_port(string one, string other, bool same) => (HostPause.KeyOf(new Uri(one)) == HostPause.KeyOf(new Uri(other))).ShouldBe(same);

    [Fact]
    public async Task Public_hosts_are_given_a_second_whatever_the_source_says()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/", "x");
        var clock = new SteppedClock();
        await using var reader = new Reader(clock, new MadeUpInternet(site).Network);
        await reader.ReadAsync(new Uri("http://news.example/"));
        await reader.ReadAsync(new Uri("http://news.example/"));
        clock.Waits.ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)]);
    }

    /// <summary>What a host stands does not depend on which of its sources asks.</summary>
    [Fact]
    public async Task Sources_of_one_host_all_keep_the_longest_delay_that_any_of_them_wants()
    {
        await using var site = await LoopbackSite.StartAsync();
        foreach (var path in new[] { "/a1", "/a2", "/a3", "/b1" }) site.Page(path, "x");
        var clock = new SteppedClock();
        await using var reader = new Reader(clock);
        Task<FetchResult> Ask(string path, double delay) => reader.Fetcher.FetchAsync(new FetchRequest(site.At(path), TimeSpan.FromSeconds(delay)), CancellationToken.None);
        await Ask("/a1", 1);
        await Ask("/b1", 3);
        await Ask("/a2", 1);
        await Ask("/a3", 1);
        clock.Waits.ShouldBe(new[] { 1, 3, 3, 3 }.Select(s => TimeSpan.FromSeconds(s)));
    }

    [Fact]
    public async Task What_a_source_wants_of_the_hosts_of_its_entry_points_holds_before_it_asks_and_until_the_file_says_otherwise()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/a", "x");
        var clock = new SteppedClock();
        await using var reader = new Reader(clock);
        var gate = reader.Get<HostGate>();
        foreach (var slow in new[] { 3, 3, 2 })
        {
            gate.Expect([(site.At("/rss"), TimeSpan.FromSeconds(1), "one"), (site.At("/rss-2"), TimeSpan.FromSeconds(slow), "two"), (new Uri("https://news.example/rss"), TimeSpan.FromMinutes(1), "three")]);
            await reader.Fetcher.FetchAsync(new FetchRequest(site.At("/a"), TimeSpan.FromSeconds(1)), CancellationToken.None);
        }
        clock.Waits.ShouldBe(new[] { 3, 3, 2 }.Select(s => TimeSpan.FromSeconds(s)));
    }

    [Fact]
    public async Task Hosts_that_no_longer_matter_are_forgotten_and_others_kept()
    {
        var clock = new FakeTimeProvider();
        await using var reader = new Reader(clock);
        var gate = reader.Get<HostGate>();
        for (var i = 0; i < 5000; i++)
        {
            using (var turn = await gate.EnterAsync("h" + i, TimeSpan.Zero, Most, CancellationToken.None)) turn.Pipeline.ShouldNotBeNull();
            if (i == 10) using (var resting = await gate.EnterAsync("resting", TimeSpan.Zero, Most, CancellationToken.None)) { resting.Pipeline.ShouldNotBeNull(); resting.Rest(TimeSpan.FromDays(7), FetchingTexts.Answered(429)); }
            clock.Advance(TimeSpan.FromSeconds(10));
        }
        gate.Count.ShouldBeLessThan(1100);
        using var later = await gate.EnterAsync("resting", TimeSpan.Zero, Most, CancellationToken.None);
        later.PutOff.ShouldNotBeNull();
    }

    /// <summary>Whoever comes second is told what the first was: not only that somebody has to wait.</summary>
    [Fact]
    public async Task Why_a_host_is_left_alone_is_told_to_whoever_asks_it_next()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/robots.txt", "User-agent: *\nCrawl-delay: 1\n", "text/plain").FailsFirst("/bai", times: 9, 503, "7200");
        await using var reader = new Reader(new SteppedClock(), null, ("Attempts", "1"));
        (await reader.ReadAsync(site.At("/bai"))).ShouldBeOfType<FetchResult.Failed>().Reason.En.ShouldBe("the server answered 503");
        var second = (await reader.ReadAsync(site.At("/khac"))).ShouldBeOfType<FetchResult.Failed>();
        (second.Reason.En, second.Sent).ShouldBe(("the site asked to be left alone for a while (the server answered 503)", false));
        second.Reason.Vi.ShouldBe("trang yêu cầu tạm ngừng đọc một thời gian (máy chủ đáp mã 503)");
        second.Why.Remedy.ShouldBe(FetchingTexts.Answered(503).Remedy);
    }

    /// <summary>What was kept of an earlier process stands by itself, before what robots.txt asks for.</summary>
    [Fact]
    public async Task Why_a_host_was_left_alone_before_this_process_began_is_told()
    {
        await using var site = await LoopbackSite.StartAsync();
        await using var reader = new Reader(new SteppedClock());
        reader.Get<HostGate>().Rest(HostPause.KeyOf(site.At("/")), TimeSpan.FromHours(2), FetchingTexts.PauseTooLong(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(10)));
        (await reader.ReadAsync(site.At("/bai"))).ShouldBeOfType<FetchResult.Failed>().Reason.En.ShouldStartWith("robots.txt asks for 1200 s between two requests");
        site.Asked.ShouldBeEmpty();
    }

    /// <summary>A page counts once: it is tried to its end, and what it came to is what is told of it.</summary>
    [Fact]
    public async Task A_circuit_opens_between_pages_and_asks_for_no_wait_in_the_servers_name()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/hong", http =>
        {
            http.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        await using var reader = new Reader(null, null, ("BreakAfter", "2"), ("Attempts", "4"));
        for (var page = 0; page < 2; page++)
            (await reader.ReadAsync(site.At("/hong"))).ShouldBeOfType<FetchResult.Failed>().ShouldSatisfyAllConditions(f => f.Status.ShouldBe(503), f => f.RetryAfter.ShouldBeNull(), f => f.Sent.ShouldBeTrue());
        (await reader.ReadAsync(site.At("/hong"))).ShouldBeOfType<FetchResult.Failed>().ShouldSatisfyAllConditions(f => f.Why.ShouldBe(FetchingTexts.LeftAlone), f => f.RetryAfter.ShouldNotBeNull(), f => f.Sent.ShouldBeFalse());
        site.Asked.Count(a => a == "/hong").ShouldBe(4, "a server that cannot serve now is asked for a page twice at most");
    }
}
