using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace InfoMonitor.Domain;

/// <summary>One entry of <c>Fetching:AllowPrivate</c>, as the fetcher's guard and the reader of sources.yaml both take it.</summary>
/// <param name="Port">The only port; null for every port.</param>
internal sealed record AddressRange(IPNetwork Network, int? Port)
{
    /// <summary>Wider than this is no exact range any more.</summary>
    private const int LeastPrefix = 8;

    public bool Contains(IPAddress address, int port) => Network.Contains(address) && (Port is null || Port == port);

    /// <summary><c>ADDRESS/PREFIX</c> or <c>ADDRESS/PREFIX:PORT</c>; the address is the range's first.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out AddressRange? range, out string error)
    {
        range = null;
        error = $"'{text}' is no range: write it as 10.20.30.0/24, fd12::/16 or, for one port, 127.0.0.0/8:5081.";
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !IPAddress.TryParse(text[..slash], out var first)) return false;
        var tail = text[(slash + 1)..].Split(':');
        if (tail.Length > 2 || !TryNumber(tail[0], first.AddressFamily == AddressFamily.InterNetwork ? 32 : 128, out var prefix)) return false;
        int? port = null;
        if (tail.Length == 2)
        {
            if (!TryNumber(tail[1], ushort.MaxValue, out var number) || number == 0) return false;
            port = number;
        }
        error = $"'{text}' is too wide: list the ranges that are needed, each of prefix {LeastPrefix} or more.";
        if (prefix < LeastPrefix) return false;
        var tailOf = port is null ? "" : $":{port}";
        error = $"'{text}' does not begin at the first address of its range: write {FirstOf(first, prefix)}/{prefix}{tailOf} for the whole range, or {first}/{first.GetAddressBytes().Length * 8}{tailOf} for that address alone.";
        if (!FirstOf(first, prefix).Equals(first)) return false;
        error = $"'{text}' is never read: link-local, metadata, multicast and tunnelled addresses cannot be allowed.";
        if (AddressKinds.IsNever(first)) return false;
        error = $"'{text}' is not private: public addresses are read without being listed. Take it out, or write the range of the office's own network, as 10.20.30.0/24.";
        if (!AddressKinds.IsPrivate(new IPNetwork(first, prefix))) return false;
        range = new AddressRange(new IPNetwork(first, prefix), port);
        return true;
    }

    private static bool TryNumber(string text, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most;

    private static IPAddress FirstOf(IPAddress address, int prefix)
    {
        var bytes = address.GetAddressBytes();
        for (var bit = prefix; bit < bytes.Length * 8; bit++) bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        return new IPAddress(bytes);
    }
}
