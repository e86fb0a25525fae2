using System.Net;
using System.Net.Sockets;

namespace InfoMonitor.Domain;

/// <summary>Which addresses are public: the IANA special-purpose registries (RFC 6890 and its updates), read strictly.</summary>
internal static class AddressKinds
{
    /// <summary>Refused whatever is configured. Metadata services give keys to whoever asks; a tunnelled form hides another address inside.</summary>
    private static readonly (IPNetwork Network, string Kind)[] Never =
    [
        Of("0.0.0.0/8", "unspecified"), Of("169.254.0.0/16", "link-local"), Of("224.0.0.0/4", "multicast"), Of("240.0.0.0/4", "reserved"), Of("192.88.99.0/24", "6to4"),
        Of("168.63.129.16/32", "metadata"), Of("100.100.100.200/32", "metadata"), Of("192.0.0.192/32", "metadata"),
        Of("fd00:ec2::254/128", "metadata"), Of("fd20:ce::254/128", "metadata"), Of("fd00:c1::a9fe:a9fe/128", "metadata"),
        Of("::/128", "unspecified"), Of("fe80::/10", "link-local"), Of("ff00::/8", "multicast"),
        Of("2002::/16", "6to4"), Of("2001::/32", "Teredo"), Of("64:ff9b::/96", "NAT64"), Of("64:ff9b:1::/48", "NAT64"), Of("::ffff:0:0:0/96", "translated"),
    ];

    /// <summary>Refused unless <c>Fetching:AllowPrivate</c> lists them.</summary>
    private static readonly (IPNetwork Network, string Kind)[] Private =
    [
        Of("127.0.0.0/8", "loopback"), Of("10.0.0.0/8", "private"), Of("172.16.0.0/12", "private"), Of("192.168.0.0/16", "private"), Of("100.64.0.0/10", "shared (CGNAT)"),
        Of("192.0.0.0/24", "reserved"), Of("192.0.2.0/24", "documentation"), Of("198.51.100.0/24", "documentation"), Of("203.0.113.0/24", "documentation"), Of("198.18.0.0/15", "benchmarking"),
        Of("::1/128", "loopback"), Of("fc00::/7", "private"), Of("2001:db8::/32", "documentation"), Of("3fff::/20", "documentation"), Of("2001::/23", "reserved"),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>Word for why an address is not public; null for a public one. An IPv4 address inside an IPv6 one counts as itself.</summary>
    public static string? KindOf(IPAddress address)
    {
        address = Plain(address);
        foreach (var (network, kind) in Never.Concat(Private))
            if (network.Contains(address)) return kind;
        return address.AddressFamily == AddressFamily.InterNetworkV6 && !GlobalUnicast.Contains(address) ? "reserved" : null;
    }

    /// <summary>True for what no configuration opens.</summary>
    public static bool IsNever(IPAddress address) => Array.Exists(Never, n => n.Network.Contains(Plain(address)));

    /// <summary>An IPv4-mapped address as IPv4; others without their zone.</summary>
    public static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address.AddressFamily == AddressFamily.InterNetworkV6 ? new IPAddress(address.GetAddressBytes()) : address;

    private static (IPNetwork Network, string Kind) Of(string network, string kind) => (IPNetwork.Parse(network), kind);
}
