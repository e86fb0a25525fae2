using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;

namespace InfoMonitor.Demo;

/// <summary>What the demo keeps between starts beside its database, so that the second goes on where the first stopped.</summary>
/// <param name="StartedAt">UTC; the first start, from which the samples' dates are counted.</param>
/// <param name="Ports">Port of each publisher, by id.</param>
/// <param name="Password">Of every demo account: made anew for each place, since demo data may be served beyond this machine with --urls.</param>
internal sealed record DemoPlace(DateTimeOffset StartedAt, IReadOnlyDictionary<string, int> Ports, string Password)
{
    private static readonly string[] Words = ["suối", "nương", "đèo", "lúa", "trăng", "cầu", "gió", "mây", "tre", "sen", "chuông", "vườn", "bến", "sương", "nắng", "đồng"];

    /// <summary>Reads the file, or makes it.</summary>
    /// <exception cref="InvalidDataException">The file is broken, or another program took one of the ports; the message says what to do.</exception>
    public static DemoPlace Open(string file, TimeProvider clock)
    {
        if (!File.Exists(file))
        {
            var place = new DemoPlace(clock.GetUtcNow(), FreePorts(), string.Join('-', RandomNumberGenerator.GetItems(Words, 4)) + RandomNumberGenerator.GetInt32(10, 100));
            File.WriteAllText(file, JsonSerializer.Serialize(place, JsonSerializerOptions.Web));
            return place;
        }
        try
        {
            return JsonSerializer.Deserialize<DemoPlace>(File.ReadAllText(file), JsonSerializerOptions.Web) is { Password: not null, Ports: { } ports } read && DemoText.All.All(t => ports.ContainsKey(t.Id))
                ? read : throw Broken(file, null);
        }
        catch (JsonException exception) { throw Broken(file, exception); }
    }

    private static InvalidDataException Broken(string file, JsonException? inner) =>
        new($"{file} cannot be read. Delete the folder {Path.GetDirectoryName(file)} to begin the demo anew.", inner);

    private static Dictionary<string, int> FreePorts()
    {
        var listeners = DemoText.All.ToDictionary(t => t.Id, _ => new TcpListener(IPAddress.Loopback, 0));
        try
        {
            foreach (var listener in listeners.Values) listener.Start();   // all at once, so that they differ
            return listeners.ToDictionary(l => l.Key, l => ((IPEndPoint)l.Value.LocalEndpoint).Port);
        }
        finally
        {
            foreach (var listener in listeners.Values) listener.Dispose();
        }
    }
}
