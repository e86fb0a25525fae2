using System.Net;
using System.Net.Sockets;

namespace InfoMonitor.Fetching;

/// <summary>The two things asked of the operating system. Tests give a resolver that lies and wires that lead to their own hosts.</summary>
/// <param name="Resolve">All addresses of a name.</param>
/// <param name="Dial">A connection to one of the addresses, tried in order.</param>
internal sealed record Network(Func<string, CancellationToken, Task<IPAddress[]>> Resolve, Func<IPAddress[], int, CancellationToken, Task<Stream>> Dial)
{
    public static Network Real { get; } = new(Dns.GetHostAddressesAsync, DialAsync);

    private static async Task<Stream> DialAsync(IPAddress[] addresses, int port, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
