using System.Text;
using InfoMonitor.Fetching;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace InfoMonitor.Tests.Fetching;

public sealed class FetcherTests
{
    [Fact]
    public async Task A_page_comes_with_its_body_its_type_and_its_validators()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/tin", http =>
        {
            http.Response.Headers.ETag = "W/\"v1\"";
            http.Response.Headers.LastModified = "Sat, 07 Mar 2026 07:00:00 GMT";
            http.Response.ContentType = "text/html; charset=utf-8";
            return http.Response.WriteAsync("quyền con người");
        });
        await using var reader = new Reader();
        var page = (await reader.ReadAsync(site.At("/tin"))).ShouldBeOfType<FetchResult.Fetched>();
        Encoding.UTF8.GetString(page.Body.Span).ShouldBe("quyền con người");
        (page.Address, page.ContentType, page.ETag, page.LastModified, page.MovedTo).ShouldBe((site.At("/tin"), "text/html; charset=utf-8", "W/\"v1\"", "Sat, 07 Mar 2026 07:00:00 GMT", null));
    }

    [Theory]
    [InlineData("gzip"), InlineData("br"), InlineData("deflate")]
    public async Task A_compressed_page_is_read_plain(string encoding)
    {
        await using var site = await LoopbackSite.StartAsync();
        string? accepted = null;
        site.Page("/", async http =>
        {
            accepted = http.Request.Headers.AcceptEncoding;
            http.Response.Headers.ContentEncoding = encoding;
            await using var packed = Packing.Of(encoding, http.Response.Body);
            await packed.WriteAsync("bài viết"u8.ToArray());
        });
        await using var reader = new Reader();
        var page = (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Fetched>();
        Encoding.UTF8.GetString(page.Body.Span).ShouldBe("bài viết");
        accepted!.Split(", ").ShouldBe(["gzip", "deflate", "br"], ignoreOrder: true);
    }

    [Fact]
    public async Task Every_request_says_who_asks_and_where_to_complain()
    {
        await using var site = await LoopbackSite.StartAsync();
        var agents = new List<string>();
        site.Page("/robots.txt", http => { agents.Add(http.Request.Headers.UserAgent!); return Task.CompletedTask; });
        site.Page("/", http =>
        {
            agents.Add(http.Request.Headers.UserAgent!);
            http.Request.Headers.ContainsKey("traceparent").ShouldBeFalse();
            return Task.CompletedTask;
        });
        await using var reader = new Reader();
        await reader.ReadAsync(site.At("/"));
        agents.ShouldBe(["InfoMonitor/0.1 (+https://office.example/crawler)", "InfoMonitor/0.1 (+https://office.example/crawler)"]);
    }

    [Fact]
    public async Task Without_a_contact_nothing_is_asked()
    {
        await using var site = await LoopbackSite.StartAsync();
        await using var reader = new Reader(settings: ("Contact", ""));
        reader.Fetcher.CanCrawl.ShouldBeFalse();
        (await reader.ReadAsync(site.At("/"))).ShouldBe(new FetchResult.Failed(FetchingTexts.NoContact, null, null) { Sent = false });
        (await reader.Fetcher.SitemapsAsync(site.At("/"), CancellationToken.None)).ShouldSatisfyAllConditions(s => s.Sitemaps.ShouldBeEmpty(), s => s.Unread!.Why.ShouldBe(FetchingTexts.NoContact));
        site.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"quoted\""), InlineData("not-quoted"), InlineData("W/\"weak\""), InlineData("phiên-bản")]
    public async Task A_validator_goes_back_as_it_came(string etag)
    {
        await using var site = await LoopbackSite.StartAsync(listen => listen.KestrelServerOptions.RequestHeaderEncodingSelector = listen.KestrelServerOptions.ResponseHeaderEncodingSelector = _ => Encoding.Latin1);
        var asReceived = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(etag));
        site.Page("/rss", http =>
        {
            http.Response.Headers.ETag = asReceived;
            http.Response.StatusCode = http.Request.Headers.IfNoneMatch == asReceived && http.Request.Headers.IfModifiedSince == "hôm qua" ? 304 : 200;
            return Task.CompletedTask;
        });
        await using var reader = new Reader();
        var first = (await reader.ReadAsync(site.At("/rss"))).ShouldBeOfType<FetchResult.Fetched>();
        (await reader.Fetcher.FetchAsync(new FetchRequest(site.At("/rss"), TimeSpan.Zero, first.ETag, "hôm qua"), CancellationToken.None)).ShouldBeOfType<FetchResult.NotModified>();
    }

    [Theory]
    [InlineData(404), InlineData(410), InlineData(401), InlineData(403), InlineData(451), InlineData(400)]
    public async Task A_final_refusal_is_gone_and_asked_once(int status)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/", http => { http.Response.StatusCode = status; return Task.CompletedTask; });
        await using var reader = new Reader();
        (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Gone>().Status.ShouldBe(status);
        site.Asked.ShouldBe(["/robots.txt", "/"]);
    }

    [Theory]
    [InlineData("image/jpeg"), InlineData("video/mp4"), InlineData("application/pdf"), InlineData("image/svg+xml"), InlineData("application/x-msdownload")]
    public async Task Pictures_films_and_programs_are_not_read(string type)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/", "x", type);
        await using var reader = new Reader();
        (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Unsupported>().Reason.En.ShouldContain(type);
    }

    [Theory]
    [InlineData(301, 308, "/c"), InlineData(301, 302, "/b"), InlineData(307, 301, null), InlineData(303, 303, null)]
    public async Task The_permanent_redirects_at_the_beginning_are_a_move(int first, int second, string? moved)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Moves("/a", "/b", first).Moves("/b", "c", second).Page("/c", "here");
        await using var reader = new Reader();
        var page = (await reader.ReadAsync(site.At("/a"))).ShouldBeOfType<FetchResult.Fetched>();
        (page.Address, page.MovedTo).ShouldBe((site.At("/c"), moved is null ? null : site.At(moved)));
    }

    /// <summary>A validator is of what was read; where it was read before, only a name of its version can tell that it is the same.</summary>
    [Theory]
    [InlineData(301, true)]
    [InlineData(302, false)]
    public async Task A_304_behind_a_redirect_is_told_with_its_address_and_a_move_stays_a_move(int status, bool moved)
    {
        await using var site = await LoopbackSite.StartAsync();
        string? since = "", etag = "";
        site.Moves("/a", "/b", status).Page("/b", http =>
        {
            (since, etag) = (http.Request.Headers.IfModifiedSince, http.Request.Headers.IfNoneMatch);
            http.Response.StatusCode = 304;
            return Task.CompletedTask;
        });
        await using var reader = new Reader();
        (await reader.Fetcher.FetchAsync(new FetchRequest(site.At("/a"), TimeSpan.Zero, "\"v\"", "Sat, 07 Mar 2026 07:00:00 GMT"), CancellationToken.None))
            .ShouldBe(new FetchResult.NotModified(site.At("/b"), moved ? site.At("/b") : null));
        (since, etag).ShouldBe((null, "\"v\""));
    }

    [Fact]
    public async Task A_redirect_in_raw_utf8_leads_where_a_browser_would_go()
    {
        await using var site = await LoopbackSite.StartAsync(listen => listen.KestrelServerOptions.ResponseHeaderEncodingSelector = _ => Encoding.UTF8);
        site.Moves("/a", "/tin-tức?q=quyền").Page("/tin-tức", "here");
        await using var reader = new Reader();
        var result = await reader.ReadAsync(site.At("/a"));
        site.Asked[^1].ShouldBe("/tin-tức?q=quy%E1%BB%81n");
        result.ShouldBeOfType<FetchResult.Fetched>().Address.AbsoluteUri.ShouldEndWith("/tin-t%E1%BB%A9c?q=quy%E1%BB%81n");
    }

    [Theory]
    [InlineData("5", 5), InlineData("Sat, 07 Mar 2026 14:05:20 GMT", 20)]
    public async Task A_short_retry_after_is_waited_for(string retryAfter, int seconds)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.FailsFirst("/", times: 1, 503, retryAfter);
        var clock = new SteppedClock();
        await using var reader = new Reader(clock);
        (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Fetched>();
        clock.Waits.ShouldBe([TimeSpan.FromSeconds(seconds)]);
    }

    /// <summary>It asks for a rest again after the one it asked for: nothing is gained by a third request.</summary>
    [Fact]
    public async Task A_server_that_asks_for_one_rest_after_another_is_asked_twice()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.FailsFirst("/", times: 9, 429, "40");
        var clock = new SteppedClock();
        await using var reader = new Reader(clock);
        (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Failed>().RetryAfter.ShouldBe(TimeSpan.FromSeconds(40));
        site.Asked.ShouldBe(["/robots.txt", "/", "/"]);
        clock.Waits.ShouldBe([TimeSpan.FromSeconds(40)]);
    }

    [Theory]
    [InlineData(429, "3600", 3600), InlineData(503, "Sat, 07 Mar 2026 16:05:00 GMT", 7200)]
    [InlineData(503, "3600 seconds", 3600), InlineData(429, "2026-03-07T16:05:00Z", 7200), InlineData(503, "Mon, 07 Mar 2026 16:05:00 GMT", 7200)]
    public async Task A_long_retry_after_puts_the_whole_host_off(int status, string retryAfter, int seconds)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.FailsFirst("/", times: 9, status, retryAfter).Page("/other", "fine");
        var clock = new SteppedClock();
        await using var reader = new Reader(clock);
        var failed = (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Failed>();
        (failed.Status, failed.RetryAfter).ShouldBe((status, TimeSpan.FromSeconds(seconds)));
        (await reader.ReadAsync(site.At("/other"))).ShouldBeOfType<FetchResult.Failed>().RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
        site.Asked.ShouldBe(["/robots.txt", "/"]);
        clock.Advance(TimeSpan.FromSeconds(seconds));
        (await reader.ReadAsync(site.At("/other"))).ShouldBeOfType<FetchResult.Fetched>();
    }

    /// <summary>To ask again at once is what it complains of: its host rests as long as one that failed too often.</summary>
    [Theory]
    [InlineData(null), InlineData("soon"), InlineData("0"), InlineData("Sat, 07 Mar 2026 14:00:00 GMT")]
    public async Task A_server_that_is_asked_too_often_and_names_no_time_is_left_alone_at_once(string? retryAfter)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.FailsFirst("/", times: 9, 429, retryAfter).Page("/other", "fine");
        var clock = new SteppedClock();
        await using var reader = new Reader(clock);
        (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Failed>().RetryAfter.ShouldBe(TimeSpan.FromMinutes(5));
        (await reader.ReadAsync(site.At("/other"))).ShouldBeOfType<FetchResult.Failed>().Sent.ShouldBeFalse();
        site.Asked.ShouldBe(["/robots.txt", "/"]);
        clock.Waits.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromMinutes(5));
        (await reader.ReadAsync(site.At("/other"))).ShouldBeOfType<FetchResult.Fetched>();
    }

    [Theory]
    [InlineData(null), InlineData("soon"), InlineData("0")]
    public async Task A_server_that_cannot_serve_now_is_asked_once_more_after_some_seconds(string? retryAfter)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.FailsFirst("/", times: 9, 503, retryAfter);
        var clock = new SteppedClock();
        await using var reader = new Reader(clock);
        (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Failed>().Status.ShouldBe(503);
        site.Asked.ShouldBe(["/robots.txt", "/", "/"]);
        clock.Waits.ShouldHaveSingleItem().ShouldBeInRange(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(12));
    }

    [Fact]
    public async Task A_failing_page_is_tried_a_few_times_with_growing_pauses_and_then_left()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.FailsFirst("/", times: 99, 500, null);
        var clock = new SteppedClock();
        await using var reader = new Reader(clock);
        (await reader.ReadAsync(site.At("/"))).ShouldBe(new FetchResult.Failed(FetchingTexts.Answered(500), 500, null));
        site.Asked.Count(a => a == "/").ShouldBe(3);
        clock.Waits.Count.ShouldBe(2);
        clock.Waits[0].ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));
        clock.Waits[1].ShouldBeInRange(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task A_host_that_keeps_failing_is_left_alone_and_tried_again_later()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.FailsFirst("/", times: 6, 500, null);
        var clock = new SteppedClock();
        await using var reader = new Reader(clock, null, ("Attempts", "1"), ("BreakAfter", "6"));
        for (var i = 0; i < 6; i++) (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Failed>().Status.ShouldBe(500);
        var open = (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Failed>();
        (open.Status, open.RetryAfter).ShouldBe((null, TimeSpan.FromMinutes(5)));
        site.Asked.Count(a => a == "/").ShouldBe(6);
        clock.Advance(TimeSpan.FromMinutes(5));
        (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Fetched>();
    }

    /// <summary>By the share of failures it would be asked for as long again as it had worked.</summary>
    [Fact]
    public async Task A_host_that_worked_for_a_while_is_left_alone_after_a_few_pages_in_a_row_that_fail()
    {
        await using var site = await LoopbackSite.StartAsync();
        var down = false;
        for (var i = 0; i < 60; i++)
            site.Page($"/{i}", http =>
            {
                if (down) http.Response.StatusCode = 500;
                return Task.CompletedTask;
            });
        await using var reader = new Reader();
        for (var i = 0; i < 30; i++) (await reader.ReadAsync(site.At($"/{i}"))).ShouldBeOfType<FetchResult.Fetched>();
        down = true;
        var asked = site.Asked.Count;
        for (var i = 30; i < 60; i++) (await reader.ReadAsync(site.At($"/{i}"))).ShouldBeOfType<FetchResult.Failed>().Sent.ShouldBe(i < 34);
        (site.Asked.Count - asked).ShouldBe(12, "four pages of three tries each");
        ((FakeTimeProvider)reader.Clock).Advance(TimeSpan.FromMinutes(5));
        (await reader.ReadAsync(site.At("/40"))).ShouldBeOfType<FetchResult.Failed>().Status.ShouldBe(500, "one page asks whether it is well again");
        (await reader.ReadAsync(site.At("/41"))).ShouldBeOfType<FetchResult.Failed>().Sent.ShouldBeFalse("it is not");
    }

    /// <summary>Four of its last seven; none of them in a row.</summary>
    [Fact]
    public async Task A_host_that_fails_every_second_page_is_left_alone_and_judged_anew_once_it_answers()
    {
        await using var site = await LoopbackSite.StartAsync();
        for (var i = 0; i < 40; i++)
        {
            var bad = i % 2 == 0;
            site.Page($"/{i}", http =>
            {
                if (bad) http.Response.StatusCode = 500;
                return Task.CompletedTask;
            });
        }
        await using var reader = new Reader(null, null, ("Attempts", "1"));
        for (var i = 0; i < 7; i++) ((await reader.ReadAsync(site.At($"/{i}"))) is FetchResult.Failed { Sent: false }).ShouldBeFalse($"{i}");
        (await reader.ReadAsync(site.At("/7"))).ShouldBeOfType<FetchResult.Failed>().Sent.ShouldBeFalse();
        ((FakeTimeProvider)reader.Clock).Advance(TimeSpan.FromMinutes(5));
        (await reader.ReadAsync(site.At("/9"))).ShouldBeOfType<FetchResult.Fetched>();
        for (var i = 10; i < 17; i++) ((await reader.ReadAsync(site.At($"/{i}"))) is FetchResult.Failed { Sent: false }).ShouldBeFalse($"{i}: what failed before the rest counts no more");
        (await reader.ReadAsync(site.At("/17"))).ShouldBeOfType<FetchResult.Failed>().Sent.ShouldBeFalse();
    }

    /// <summary>Neither a failure, nor a sign that it is well again.</summary>
    [Fact]
    public async Task A_caller_that_stops_says_nothing_of_the_host()
    {
        await using var site = await LoopbackSite.StartAsync();
        var asked = new SemaphoreSlim(0);
        site.Page("/hong", http =>
        {
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        }).Page("/cham", async http => { asked.Release(); await Task.Delay(Timeout.Infinite, http.RequestAborted); }).Page("/tot", "good");
        await using var reader = new Reader(null, null, ("Attempts", "1"), ("BreakAfter", "2"));
        for (var i = 0; i < 4; i++) await StopAsync();
        (await reader.ReadAsync(site.At("/tot"))).ShouldBeOfType<FetchResult.Fetched>();
        for (var i = 0; i < 2; i++) (await reader.ReadAsync(site.At("/hong"))).ShouldBeOfType<FetchResult.Failed>().Sent.ShouldBeTrue();
        ((FakeTimeProvider)reader.Clock).Advance(TimeSpan.FromMinutes(5));
        await StopAsync();
        (await reader.ReadAsync(site.At("/hong"))).ShouldBeOfType<FetchResult.Failed>().Sent.ShouldBeTrue("it is asked whether it is well again");
        (await reader.ReadAsync(site.At("/tot"))).ShouldBeOfType<FetchResult.Failed>().Sent.ShouldBeFalse("it is not");

        async Task StopAsync()
        {
            using var stop = new CancellationTokenSource();
            var reading = reader.Fetcher.FetchAsync(new FetchRequest(site.At("/cham"), TimeSpan.Zero), stop.Token);
            await asked.WaitAsync();
            await stop.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(reading);
        }
    }

    [Fact]
    public async Task A_host_that_fails_every_third_page_is_never_cut_off()
    {
        await using var site = await LoopbackSite.StartAsync();
        for (var i = 0; i < 60; i++)
        {
            var bad = i % 3 == 0;
            site.Page($"/{i}", http =>
            {
                if (bad) http.Response.StatusCode = 500;
                return Task.CompletedTask;
            });
        }
        await using var reader = new Reader(null, null, ("BreakAfter", "2"));
        for (var i = 0; i < 60; i++) ((await reader.ReadAsync(site.At($"/{i}"))) is FetchResult.Failed { Sent: false }).ShouldBeFalse();
        site.Asked.Count.ShouldBe(1 + 20 * 3 + 40, "robots.txt, the bad ones with their tries, the good ones");
    }

    [Fact]
    public async Task What_people_read_of_a_failure_holds_no_personal_data()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/robots.txt", "User-agent: *\nDisallow: /", "text/plain");
        await using var reader = new Reader();
        var reason = (await reader.ReadAsync(site.At("/lien-he/nguyen.a@example.org?sdt=0912345678"))).ShouldBeOfType<FetchResult.Disallowed>().Reason.En;
        reason.ShouldNotContain("nguyen");
        reason.ShouldNotContain("0912345678");
        reason.ShouldContain("/lien-he/");
    }

    [Fact]
    public async Task A_caller_that_stops_is_obeyed_and_those_behind_go_on()
    {
        await using var site = await LoopbackSite.StartAsync();
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        site.Page("/slow", async http => { asked.SetResult(); await answer.Task; await http.Response.WriteAsync("late"); }).Page("/next", "next");
        await using var reader = new Reader();
        using var stop = new CancellationTokenSource();
        var slow = reader.ReadAsync(site.At("/slow"));
        await asked.Task;
        var waiting = reader.Fetcher.FetchAsync(new FetchRequest(site.At("/never"), TimeSpan.Zero), stop.Token);
        var next = reader.ReadAsync(site.At("/next"));
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        answer.SetResult();
        (await slow).ShouldBeOfType<FetchResult.Fetched>();
        (await next).ShouldBeOfType<FetchResult.Fetched>();
        site.Asked.ShouldBe(["/robots.txt", "/slow", "/next"]);
    }

    [Fact]
    public async Task Of_big_bodies_a_few_are_in_memory_and_those_that_wait_lose_no_time_of_theirs()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/lon", new string('a', 2_000_000)).Page("/nho", "small");
        var internet = new MadeUpInternet(site);
        var clock = new SteppedClock();
        await using var reader = new Reader(clock, internet.Network);
        var places = new Queue<FetchResult>();
        for (var i = 0; i < BigBodies.Places; i++) places.Enqueue((await reader.ReadAsync(new Uri($"http://bao-{i}.example/lon"))).ShouldBeOfType<FetchResult.Fetched>());
        var waiting = reader.ReadAsync(new Uri("http://bao-9.example/lon"));
        (await reader.ReadAsync(new Uri("http://bao-8.example/nho"))).ShouldBeOfType<FetchResult.Fetched>();
        while (!reader.Get<BigBodies>().IsAwaited) await Task.Yield();
        clock.Advance(2 * Reader.TotalTimeout);
        waiting.IsCompleted.ShouldBeFalse();
        places.Peek().Dispose();
        places.Dequeue().Dispose();   // twice frees one place, not two
        using var come = (await waiting).ShouldBeOfType<FetchResult.Fetched>();
        come.Body.Length.ShouldBe(2_000_000);
        reader.Get<BigBodies>().Free.ShouldBe(0);
        foreach (var place in places) place.Dispose();
        reader.Get<BigBodies>().Free.ShouldBe(BigBodies.Places - 1);
    }

    [Fact]
    public async Task A_big_body_that_is_not_kept_leaves_its_place()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/qua-lon", async http => { for (var i = 0; i < 20; i++) await http.Response.WriteAsync(new string('a', 100_000)); })
            .Page("/gay", async http => { await http.Response.WriteAsync(new string('a', 1_500_000)); await http.Response.Body.FlushAsync(); http.Abort(); });
        await using var reader = new Reader(settings: [("MaxBytes", "1500000"), ("Attempts", "1")]);
        (await reader.ReadAsync(site.At("/qua-lon"))).ShouldBeOfType<FetchResult.Unsupported>();
        (await reader.ReadAsync(site.At("/gay"))).ShouldBeOfType<FetchResult.Failed>();
        reader.Get<BigBodies>().Free.ShouldBe(BigBodies.Places);
    }
}
