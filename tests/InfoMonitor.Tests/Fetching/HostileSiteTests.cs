using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace InfoMonitor.Tests.Fetching;

/// <summary>A site that tries every attack on whoever reads it. None may hold a worker, fill memory or lead to an address that is not public.</summary>
public sealed class HostileSiteTests
{
    [Theory]
    [InlineData("gzip"), InlineData("br"), InlineData("deflate")]
    public async Task A_bomb_is_left_at_the_limit(string encoding)
    {
        await using var site = await LoopbackSite.StartAsync();
        var bomb = Packing.Bomb(encoding, megabytes: 256);
        bomb.Length.ShouldBeLessThan(1024 * 1024);
        site.Page("/", async http =>
        {
            http.Response.Headers.ContentEncoding = encoding;
            await http.Response.Body.WriteAsync(bomb);
        });
        await using var reader = new Reader(settings: ("MaxBytes", "1048576"));
        (await reader.ReadAsync(site.At("/"))).ShouldBe(new FetchResult.Unsupported(FetchingTexts.TooLarge(1024 * 1024)));
    }

    [Fact]
    public async Task A_body_packed_twice_is_not_unpacked_twice()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/", async http =>
        {
            http.Response.Headers.ContentEncoding = "gzip, gzip";
            await http.Response.Body.WriteAsync(Packing.Bomb("gzip", megabytes: 1));
        });
        await using var reader = new Reader();
        (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Unsupported>().Reason.En.ShouldContain("compressed");
    }

    [Fact]
    public async Task An_endless_body_is_left_at_the_limit()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/", async http =>
        {
            var block = new byte[64 * 1024];
            while (!http.RequestAborted.IsCancellationRequested) await http.Response.Body.WriteAsync(block, http.RequestAborted);
        });
        await using var reader = new Reader(settings: ("MaxBytes", "1048576"));
        (await reader.ReadAsync(site.At("/"))).ShouldBe(new FetchResult.Unsupported(FetchingTexts.TooLarge(1024 * 1024)));
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_drip_ends_with_the_time_for_one_request_and_is_not_tried_again(bool inTheHead)
    {
        await using var site = await LoopbackSite.StartAsync();
        var dripping = new TaskCompletionSource();
        site.Page("/", async http =>
        {
            if (!inTheHead) await http.Response.Body.WriteAsync("<"u8.ToArray());
            if (!inTheHead) await http.Response.Body.FlushAsync();
            dripping.SetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        });
        var clock = new FakeTimeProvider();
        await using var reader = new Reader(clock);
        var reading = reader.ReadAsync(site.At("/"));
        await dripping.Task;
        clock.Advance(Reader.TotalTimeout);
        (await reading).ShouldBe(new FetchResult.Failed(FetchingTexts.TooSlow(TimeSpan.FromSeconds(29)), null, null));
        site.Asked.Count(a => a == "/").ShouldBe(1);
    }

    [Fact]
    public async Task Endless_redirects_end()
    {
        await using var site = await LoopbackSite.StartAsync();
        for (var i = 0; i < 50; i++) site.Moves($"/{i}", $"/{i + 1}");
        await using var reader = new Reader();
        (await reader.ReadAsync(site.At("/0"))).ShouldBe(new FetchResult.Unsupported(FetchingTexts.ManyRedirects(5)));
        site.Asked.ShouldBe(["/robots.txt", "/0", "/1", "/2", "/3", "/4", "/5"]);
    }

    [Fact]
    public async Task Redirects_in_a_circle_end_at_once()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Moves("/a", "/b#1").Moves("/b", "/a#2");
        await using var reader = new Reader();
        (await reader.ReadAsync(site.At("/a"))).ShouldBe(new FetchResult.Unsupported(FetchingTexts.Circle));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/", "link-local")]
    [InlineData("http://[::ffff:169.254.169.254]/", "link-local")]
    [InlineData("http://0xA9FEA9FE/", "link-local")]
    [InlineData("http://[fd00:ec2::254]/", "metadata")]
    [InlineData("http://10.0.0.1/", "private")]
    [InlineData("//192.168.1.1/", "private")]
    [InlineData("http://[64:ff9b::7f00:1]/", "NAT64")]
    [InlineData("http://0/", "unspecified")]
    [InlineData("file:///etc/passwd", "scheme file")]
    [InlineData("gopher://127.0.0.1:25/_MAIL", "scheme gopher")]
    [InlineData("http://news.example:8080/", "port 8080")]
    [InlineData("https://news.example:22/", "port 22")]
    public async Task A_redirect_to_a_forbidden_place_is_not_followed(string location, string why)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Moves("/a", location);
        var internet = new MadeUpInternet(site);
        await using var reader = new Reader(network: internet.Network);
        (await reader.ReadAsync(site.At("/a"))).ShouldBeOfType<FetchResult.Unsupported>().Reason.En.ShouldContain(why);
        internet.Dialled.ShouldAllBe(d => d.Addresses.Single().Equals(IPAddress.Loopback) && d.Port == site.Address.Port);
    }

    [Fact]
    public async Task A_name_that_changes_its_address_between_two_connections_gains_nothing()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/robots.txt", http => { http.Response.Headers.Connection = "close"; return Task.CompletedTask; }).Page("/", "secret");
        var asked = 0;
        var internet = new MadeUpInternet(site) { Names = _ => [Interlocked.Increment(ref asked) == 1 ? MadeUpInternet.Public : IPAddress.Loopback] };
        await using var reader = new Reader(network: internet.Network, settings: ("AllowPrivate:0", "127.9.9.9/32"));
        (await reader.ReadAsync(new Uri("http://rebinding.example/"))).ShouldBe(new FetchResult.Unsupported(FetchingTexts.AtNotPublic("rebinding.example", AddressKinds.KindOf(IPAddress.Loopback)!)));
        internet.Dialled.Count.ShouldBe(1);
        site.Asked.ShouldBe(["/robots.txt"]);
    }

    [Fact]
    public async Task A_name_with_one_address_that_is_not_public_is_refused_whole()
    {
        var internet = new MadeUpInternet() { Names = _ => [MadeUpInternet.Public, IPAddress.Parse("100.64.0.1")] };
        await using var reader = new Reader(network: internet.Network);
        (await reader.ReadAsync(new Uri("http://mixed.example/"))).ShouldBeOfType<FetchResult.Unsupported>().Reason.En.ShouldBe("mixed.example is at a shared (CGNAT) address");
        internet.Dialled.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_checked_is_what_is_dialled()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/", "fine");
        IPAddress[] addresses = [MadeUpInternet.Public, IPAddress.Parse("2606:2800:21f:cb07:6820:80da:af6b:8b2c")];
        var internet = new MadeUpInternet(site) { Names = _ => addresses };
        await using var reader = new Reader(network: internet.Network);
        (await reader.ReadAsync(new Uri("http://news.example/"))).ShouldBeOfType<FetchResult.Fetched>();
        internet.Dialled.ShouldAllBe(d => d.Addresses.SequenceEqual(addresses) && d.Port == 80);
    }

    [Fact]
    public async Task Headers_beyond_the_limit_are_not_read()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/", http =>
        {
            for (var i = 0; i < 100; i++) http.Response.Headers["x-" + i] = new string('x', 1000);
            return Task.CompletedTask;
        });
        await using var reader = new Reader();
        (await reader.ReadAsync(site.At("/"))).ShouldBe(new FetchResult.Unsupported(FetchingTexts.LongHeaders));
    }

    [Fact]
    public async Task A_body_shorter_than_its_length_is_a_failure()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/", async http =>
        {
            http.Response.ContentLength = 1000;
            await http.Response.WriteAsync("half of it");
            await http.Response.Body.FlushAsync();
            http.Abort();
        });
        await using var reader = new Reader();
        (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Failed>().Status.ShouldBeNull();
    }

    [Fact]
    public async Task A_length_beyond_the_limit_is_believed_without_reading()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/", async http =>
        {
            http.Response.ContentLength = 1L << 40;
            await http.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        });
        await using var reader = new Reader();
        (await reader.ReadAsync(site.At("/"))).ShouldBe(new FetchResult.Unsupported(FetchingTexts.TooLarge(8192 * 1024)));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_a_failure()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/", http => { http.Abort(); return Task.CompletedTask; });
        await using var reader = new Reader();
        (await reader.ReadAsync(site.At("/"))).ShouldBe(new FetchResult.Failed(FetchingTexts.Broke, null, null));
        site.Asked.Count(a => a == "/").ShouldBeInRange(3, 3 + 1, "once an attempt, and perhaps once more after the connection kept from robots.txt");
    }

    [Fact]
    public async Task A_host_that_closes_every_connection_is_asked_once_an_attempt()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/robots.txt", http => { http.Response.Headers.Connection = "close"; return Task.CompletedTask; }).Page("/", http => { http.Abort(); return Task.CompletedTask; });
        await using var reader = new Reader();
        await reader.ReadAsync(site.At("/"));
        site.Asked.ShouldBe(["/robots.txt", "/", "/", "/"]);
    }

    [Fact]
    public async Task A_body_that_is_not_what_its_encoding_says_is_a_failure()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/", async http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            await http.Response.WriteAsync("not packed at all, but long enough to be looked at");
        });
        await using var reader = new Reader();
        (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Failed>();
    }

    [Theory]
    [InlineData("127.0.0.1", 2100, "nobody trusted vouches for the TLS certificate")]
    [InlineData("127.0.0.1", 2020, "the TLS certificate has expired")]
    [InlineData("127.9.9.9", 2100, "the TLS certificate is another host's")]
    public async Task A_certificate_that_is_not_good_is_a_failure_that_says_why(string host, int until, string why)
    {
        using var key = RSA.Create(2048);
        var wanted = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse(host));
        wanted.CertificateExtensions.Add(names.Build());
        using var certificate = wanted.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(until, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var site = await LoopbackSite.StartAsync(listen => listen.UseHttps(certificate), "https");
        site.Page("/", "secret");
        await using var reader = new Reader();
        (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Failed>().Reason.En.ShouldStartWith("robots.txt could not be read: " + why);
        site.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_speaks_no_TLS_is_a_failure_that_says_so()
    {
        await using var site = await LoopbackSite.StartAsync(scheme: "https");
        await using var reader = new Reader();
        (await reader.ReadAsync(site.At("/"))).ShouldBeOfType<FetchResult.Failed>().Reason.En.ShouldEndWith("the TLS handshake fails");
    }

    /// <summary>Bytes that never make a head: one by one, or as answers before the answer.</summary>
    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nX-Long: ", "a")]
    [InlineData("", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")]
    public async Task A_head_that_drips_ends_with_the_time_for_one_request(string first, string then)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var serving = ServeAsync();
        await using var reader = new Reader(TimeProvider.System, null, ("TotalTimeout", "00:00:02"), ("Attempts", "1"));
        (await reader.ReadAsync(new Uri($"http://{server.LocalEndpoint}/"))).ShouldBeOfType<FetchResult.Failed>().Reason.En.ShouldEndWith("no complete answer within 2 s");
        (await serving).ShouldBeGreaterThan(3, "drops until the connection was closed");

        async Task<int> ServeAsync()
        {
            using var client = await server.AcceptTcpClientAsync();
            var (stream, drops) = (client.GetStream(), 0);
            try
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(first));
                for (; ; drops++)
                {
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(then));
                    await Task.Delay(100);
                }
            }
            catch (IOException) { return drops; }
        }
    }

    [Theory]
    [InlineData("http://[2002:7f00:1::]/", "6to4"), InlineData("http://[64:ff9b::10.0.0.1]/", "NAT64"), InlineData("http://[64:ff9b:1::a00:1]/", "NAT64"), InlineData("http://[::ffff:10.0.0.1]/", "private")]
    [InlineData("http://[::ffff:a9fe:a9fe]/", "link-local"), InlineData("http://[::ffff:0:10.0.0.1]/", "translated"), InlineData("http://[::10.0.0.1]/", "reserved"), InlineData("http://[2001:0:53aa:64c::1]/", "Teredo")]
    public async Task An_address_that_hides_another_inside_is_refused_written_resolved_or_redirected_to(string address, string kind)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Moves("/a", address);
        var hidden = IPAddress.Parse(new Uri(address).IdnHost);
        var internet = new MadeUpInternet(site) { Names = _ => [hidden] };
        await using var reader = new Reader(network: internet.Network);
        foreach (var place in new[] { new Uri(address), site.At("/a"), new Uri("http://named.example/") })
            (await reader.ReadAsync(place)).ShouldBeOfType<FetchResult.Unsupported>().Reason.En.ShouldEndWith($"a {kind} address");
        internet.Dialled.ShouldAllBe(d => d.Addresses.Single().Equals(IPAddress.Loopback) && d.Port == site.Address.Port);
    }

    /// <summary>The answer to the second question would be another: it is never put.</summary>
    [Fact]
    public async Task A_name_that_rebinds_between_check_and_connection_is_asked_once_and_dialled_as_checked()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/", "fine");
        var asked = 0;
        var internet = new MadeUpInternet(site) { Names = _ => [Interlocked.Increment(ref asked) == 1 ? MadeUpInternet.Public : IPAddress.Loopback] };
        await using var reader = new Reader(network: internet.Network, settings: ("AllowPrivate:0", "127.9.9.9/32"));
        (await reader.ReadAsync(new Uri("http://rebinding.example/"))).ShouldBeOfType<FetchResult.Fetched>();
        internet.Dialled.ShouldAllBe(d => d.Addresses.Single().Equals(MadeUpInternet.Public));
        asked.ShouldBe(internet.Dialled.Count);
    }

    [Fact]
    public async Task Cookies_are_not_kept_and_nothing_is_said_to_a_log_in()
    {
        await using var site = await LoopbackSite.StartAsync();
        var sent = new List<string>();
        site.Page("/", http =>
        {
            sent.AddRange(http.Request.Headers.Keys);
            http.Response.Cookies.Append("session", "1");
            http.Response.Headers.WWWAuthenticate = "Basic realm=desk";
            http.Response.StatusCode = sent.Count < 20 ? 401 : 200;
            return Task.CompletedTask;
        });
        await using var reader = new Reader();
        await reader.ReadAsync(new UriBuilder(site.At("/")) { UserName = "u", Password = "p" }.Uri);
        await reader.ReadAsync(site.At("/"));
        sent.Distinct().ShouldBe(["Host", "User-Agent", "Accept", "Accept-Encoding"], ignoreOrder: true);
    }
}
