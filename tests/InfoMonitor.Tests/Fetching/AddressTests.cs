using System.Net;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Tests.Fetching;

public sealed class AddressTests
{
    [Theory]
    [InlineData("127.0.0.1", "loopback"), InlineData("10.1.2.3", "private"), InlineData("172.31.255.255", "private"), InlineData("192.168.0.1", "private")]
    [InlineData("100.64.0.1", "shared (CGNAT)"), InlineData("169.254.1.1", "link-local"), InlineData("224.0.0.1", "multicast"), InlineData("255.255.255.255", "reserved")]
    [InlineData("0.0.0.0", "unspecified"), InlineData("0.1.2.3", "unspecified"), InlineData("192.0.2.1", "documentation"), InlineData("198.51.100.7", "documentation"), InlineData("203.0.113.9", "documentation")]
    [InlineData("198.18.0.1", "benchmarking"), InlineData("192.0.0.192", "metadata"), InlineData("100.100.100.200", "metadata"), InlineData("168.63.129.16", "metadata"), InlineData("192.88.99.1", "6to4")]
    [InlineData("::1", "loopback"), InlineData("::", "unspecified"), InlineData("fe80::1", "link-local"), InlineData("fe80::1%1", "link-local"), InlineData("fc00::1", "private"), InlineData("fdff::1", "private")]
    [InlineData("ff02::1", "multicast"), InlineData("2002:7f00:1::", "6to4"), InlineData("2001:0:53aa::1", "Teredo"), InlineData("64:ff9b::a00:1", "NAT64"), InlineData("64:ff9b:1::1", "NAT64")]
    [InlineData("2001:db8::1", "documentation"), InlineData("3fff::1", "documentation"), InlineData("::ffff:127.0.0.1", "loopback"), InlineData("::ffff:10.0.0.1", "private"), InlineData("::127.0.0.1", "reserved")]
    [InlineData("::ffff:0:127.0.0.1", "translated"), InlineData("fec0::1", "reserved"), InlineData("4000::1", "reserved"), InlineData("fd00:ec2::254", "metadata")]
    public void An_address_that_is_not_public_is_told_by_its_kind(string address, string kind) => AddressKinds.KindOf(IPAddress.Parse(address))!.En.ShouldBe(kind);

    [Theory]
    [InlineData("1.1.1.1"), InlineData("172.32.0.1"), InlineData("100.63.255.255"), InlineData("100.128.0.0"), InlineData("223.255.255.255"), InlineData("2606:4700::1111"), InlineData("2a00::1"), InlineData("::ffff:1.1.1.1")]
    public void A_public_address_is_public(string address) => AddressKinds.KindOf(IPAddress.Parse(address)).ShouldBeNull();

    [Theory]
    [InlineData("10.0.0.0"), InlineData("10.0.0.0/33"), InlineData("10.0.0.0/4"), InlineData("10.0.0.1/24"), InlineData("x/8"), InlineData("127.0.0.0/8:0"), InlineData("127.0.0.0/8:70000"), InlineData("fe80::/10")]
    [InlineData("8.8.8.0/24"), InlineData("172.0.0.0/8"), InlineData("100.64.0.0/9"), InlineData("2001:4860::/32"), InlineData("2000::/8")]
    [InlineData("169.254.0.0/16"), InlineData("169.254.169.254/32"), InlineData("2002::/16"), InlineData("127.0.0.0/8:80:81"), InlineData("0.0.0.0/8"), InlineData("")]
    public void A_range_that_is_wrong_or_too_wide_is_refused(string range) => AddressRange.TryParse(range, out _, out _).ShouldBeFalse();

    [Theory]
    [InlineData("10.0.0.5/8", "write 10.0.0.0/8 for the whole range, or 10.0.0.5/32 for that address alone.")]
    [InlineData("10.20.31.7/23:8080", "write 10.20.30.0/23:8080 for the whole range, or 10.20.31.7/32:8080 for that address alone.")]
    [InlineData("fd12:3::7/16", "write fd12::/16 for the whole range, or fd12:3::7/128 for that address alone.")]
    [InlineData("8.8.8.0/24", "'8.8.8.0/24' is not private: public addresses are read without being listed. Take it out, or write the range of the office's own network, as 10.20.30.0/24.")]
    public void A_range_that_is_refused_is_told_with_what_to_write(string range, string remedy)
    {
        AddressRange.TryParse(range, out _, out var error).ShouldBeFalse();
        error.ShouldEndWith(remedy);
    }

    [Theory]
    [InlineData("10.0.0.0/8"), InlineData("172.16.0.0/12"), InlineData("192.168.4.0/22"), InlineData("100.64.0.0/10"), InlineData("127.0.0.1/32"), InlineData("::1/128"), InlineData("fd12:3456::/32"), InlineData("4000::/8")]
    public void A_private_range_is_taken(string range) => AddressRange.TryParse(range, out _, out _).ShouldBeTrue();

    [Theory]
    [InlineData("127.0.0.0/8", "127.0.1.7", 8080, true), InlineData("127.0.0.0/8:8080", "127.0.1.7", 8081, false), InlineData("127.0.0.0/8:8080", "127.0.1.7", 8080, true)]
    [InlineData("10.1.0.0/16", "10.2.0.1", 80, false), InlineData("fd12::/16:80", "fd12::5", 80, true), InlineData("10.1.0.0/16", "fd12::5", 80, false)]
    public void A_range_holds_its_addresses_on_its_port(string text, string address, int port, bool holds)
    {
        AddressRange.TryParse(text, out var range, out _).ShouldBeTrue();
        range.Contains(IPAddress.Parse(address), port).ShouldBe(holds);
    }

    [Theory]
    [InlineData("fd00::/8", "http://[fd00:ec2::254]/"), InlineData("100.64.0.0/10", "http://100.100.100.200/"), InlineData("192.0.0.0/24", "http://192.0.0.192/")]
    public async Task A_metadata_address_inside_an_open_range_stays_refused(string range, string address)
    {
        var internet = new MadeUpInternet();
        await using var reader = new Reader(network: internet.Network, settings: ("AllowPrivate:0", range));
        (await reader.ReadAsync(new Uri(address))).ShouldBeOfType<FetchResult.Unsupported>().Reason.En.ShouldContain("metadata");
        internet.Dialled.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_port_is_read_where_the_source_names_it_and_nowhere_else()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/a", "x").Moves("/out", "http://other.example:8080/a");
        var internet = new MadeUpInternet(site);
        await using var reader = new Reader(network: internet.Network);
        var entry = new Uri("http://news.example:8080/rss");
        (await reader.ReadAsync(new Uri("http://news.example:8080/a"))).ShouldBeOfType<FetchResult.Unsupported>();
        internet.Dialled.ShouldBeEmpty();
        (await reader.ReadAsync(new Uri("http://news.example:8080/a"), entry)).ShouldBeOfType<FetchResult.Fetched>();
        (await reader.ReadAsync(new Uri("http://news.example:8080/out"), entry)).ShouldBeOfType<FetchResult.Unsupported>().Reason.En.ShouldContain("port 8080");
    }

    [Theory]
    [InlineData("AllowPrivate:0", "10.0.0.0"), InlineData("MinDelay", "00:00:00.5"), InlineData("Contact", "somebody"), InlineData("Contact", "ftp://office.example/"), InlineData("Product", "Info Monitor/1")]
    [InlineData("RobotsCache", "2.00:00:00"), InlineData("Contact", "https://office.example/\r\nX-Evil: 1")]
    public void A_setting_that_would_be_rude_or_open_is_refused(string key, string value) =>
        Should.Throw<OptionsValidationException>(() => new Reader(settings: (key, value)).Get<IOptions<FetchingOptions>>().Value);
}
