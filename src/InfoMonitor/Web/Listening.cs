using System.Net;
using System.Net.Sockets;

namespace InfoMonitor.Web;

/// <summary>Tries the addresses of the desk before the host does, which would answer a taken one with a stack trace.</summary>
internal static class Listening
{
    /// <exception cref="InvalidDataException">No address at all.</exception>
    /// <exception cref="IOException">Another program listens there, or this machine has no such address.</exception>
    public static void Check(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        foreach (var url in (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Parse(url) is not { } end) throw new InvalidDataException($"\"{url}\" is no address to listen at. Write one like --urls http://127.0.0.1:5080.");
            if (end.Port == 0) continue;
            using var listener = new TcpListener(end);
            try
            {
                listener.Start();
            }
            catch (SocketException exception)
            {
                throw new IOException($"{url} cannot be listened at: {exception.Message}.", exception);
            }
        }
    }

    private static IPEndPoint? Parse(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return null;
        }
        if (address.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort) return null;
        return new IPEndPoint(IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) ? ip : address.Host is "localhost" ? IPAddress.Loopback : IPAddress.Any, address.Port);
    }
}
