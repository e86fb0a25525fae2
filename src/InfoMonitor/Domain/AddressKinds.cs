using System.Net;
using System.Net.Sockets;

namespace InfoMonitor.Domain;

/// <summary>Which addresses are public: the IANA special-purpose registries (RFC 6890 and its updates), read strictly.</summary>
internal static class AddressKinds
{
    private static readonly Text Unspecified = new("không xác định", "unspecified");
    private static readonly Text LinkLocal = new("link-local", "link-local");
    private static readonly Text Multicast = new("multicast", "multicast");
    private static readonly Text Reserved = new("dành riêng", "reserved");
    private static readonly Text SixToFour = new("6to4", "6to4");
    private static readonly Text Metadata = new("metadata của máy chủ đám mây", "metadata");
    private static readonly Text Teredo = new("Teredo", "Teredo");
    private static readonly Text Nat64 = new("NAT64", "NAT64");
    private static readonly Text Translated = new("chuyển đổi", "translated");
    private static readonly Text Loopback = new("chính máy này", "loopback");
    private static readonly Text OwnNetwork = new("mạng riêng", "private");
    private static readonly Text Shared = new("dùng chung (CGNAT)", "shared (CGNAT)");
    private static readonly Text Documentation = new("làm mẫu trong tài liệu", "documentation");
    private static readonly Text Benchmarking = new("để đo thử", "benchmarking");

    /// <summary>Refused whatever is configured. Metadata services give keys to whoever asks; a tunnelled form hides another address inside.</summary>
    private static readonly (IPNetwork Network, Text Kind)[] Never =
    [
        Of("0.0.0.0/8", Unspecified), Of("169.254.0.0/16", LinkLocal), Of("224.0.0.0/4", Multicast), Of("240.0.0.0/4", Reserved), Of("192.88.99.0/24", SixToFour),
        Of("168.63.129.16/32", Metadata), Of("100.100.100.200/32", Metadata), Of("192.0.0.192/32", Metadata),
        Of("fd00:ec2::254/128", Metadata), Of("fd20:ce::254/128", Metadata), Of("fd00:c1::a9fe:a9fe/128", Metadata),
        Of("::/128", Unspecified), Of("fe80::/10", LinkLocal), Of("ff00::/8", Multicast),
        Of("2002::/16", SixToFour), Of("2001::/32", Teredo), Of("64:ff9b::/96", Nat64), Of("64:ff9b:1::/48", Nat64), Of("::ffff:0:0:0/96", Translated),
    ];

    /// <summary>Refused unless <c>Fetching:AllowPrivate</c> lists them.</summary>
    private static readonly (IPNetwork Network, Text Kind)[] Private =
    [
        Of("127.0.0.0/8", Loopback), Of("10.0.0.0/8", OwnNetwork), Of("172.16.0.0/12", OwnNetwork), Of("192.168.0.0/16", OwnNetwork), Of("100.64.0.0/10", Shared),
        Of("192.0.0.0/24", Reserved), Of("192.0.2.0/24", Documentation), Of("198.51.100.0/24", Documentation), Of("203.0.113.0/24", Documentation), Of("198.18.0.0/15", Benchmarking),
        Of("::1/128", Loopback), Of("fc00::/7", OwnNetwork), Of("2001:db8::/32", Documentation), Of("3fff::/20", Documentation), Of("2001::/23", Reserved),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>Word for why an address is not public; null for a public one. An IPv4 address inside an IPv6 one counts as itself.</summary>
    public static Text? KindOf(IPAddress address)
    {
        address = Plain(address);
        foreach (var (network, kind) in Never.Concat(Private))
            if (network.Contains(address)) return kind;
        return address.AddressFamily == AddressFamily.InterNetworkV6 && !GlobalUnicast.Contains(address) ? Reserved : null;
    }

    /// <summary>True where no address of a range is public.</summary>
    public static bool IsPrivate(IPNetwork range) =>
        Array.Exists(Private, p => p.Network.PrefixLength <= range.PrefixLength && p.Network.Contains(range.BaseAddress))
        || (range.BaseAddress.AddressFamily == AddressFamily.InterNetworkV6 && !range.Contains(GlobalUnicast.BaseAddress) && !GlobalUnicast.Contains(range.BaseAddress));

    /// <summary>True for what no configuration opens.</summary>
    public static bool IsNever(IPAddress address) => Array.Exists(Never, n => n.Network.Contains(Plain(address)));

    /// <summary>An IPv4-mapped address as IPv4; others without their zone.</summary>
    public static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address.AddressFamily == AddressFamily.InterNetworkV6 ? new IPAddress(address.GetAddressBytes()) : address;

    private static (IPNetwork Network, Text Kind) Of(string network, Text kind) => (IPNetwork.Parse(network), kind);
}
