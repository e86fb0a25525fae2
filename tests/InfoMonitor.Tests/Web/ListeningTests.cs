using System.Net;
using System.Net.Sockets;
using InfoMonitor.Web;
using Microsoft.Extensions.Configuration;

namespace InfoMonitor.Tests.Web;

public sealed class ListeningTests
{
    [Fact]
    public void A_taken_port_is_said_before_the_host_starts()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        Should.Throw<IOException>(() => Check(url)).Message.ShouldContain(url);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    public void What_is_no_address_is_said_with_the_way_to_write_one(string url) =>
        Should.Throw<InvalidDataException>(() => Check(url)).Message.ShouldContain("--urls http://127.0.0.1:5080");

    [Theory]
    [InlineData("http://127.0.0.1:0;http://localhost:0")]
    [InlineData("")]
    public void A_port_of_the_systems_choice_is_free(string url) => Should.NotThrow(() => Check(url));

    private static void Check(string urls) => Listening.Check(new ConfigurationBuilder().AddInMemoryCollection([new("urls", urls)]).Build());
}
