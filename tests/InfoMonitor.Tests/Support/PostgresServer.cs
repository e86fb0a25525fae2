using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace InfoMonitor.Tests.Support;

/// <summary>A private PostgreSQL for this test run: own folder, free port, gone with the process.</summary>
internal sealed class PostgresServer
{
    private static readonly Lazy<Task<PostgresServer>> Started = new(StartAsync);

    private PostgresServer(int port) => Port = port;

    public int Port { get; }

    /// <summary>Folder of initdb and pg_ctl; null where PostgreSQL is not installed.</summary>
    public static string? Binaries { get; } = FindBinaries();

    public static Task<PostgresServer> GetAsync() => Started.Value;

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database};Maximum Pool Size=20;Timeout=30";

    private static string? FindBinaries()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian).OrderByDescending(d => double.TryParse(Path.GetFileName(d), out var v) ? v : 0).Select(d => Path.Combine(d, "bin")) : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return versions.Concat(path).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    private static async Task<PostgresServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("infomonitor-pg-").FullName;
        // PostgreSQL refuses to run as root; the package's own account owns the folder then.
        var asPostgres = Environment.UserName == "root";
        if (asPostgres) await RunAsync("chown", ["postgres", folder]);
        var data = Path.Combine(folder, "data");
        await RunAsync(asPostgres, "initdb", ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
        var port = FreePort();
        await RunAsync(asPostgres, "pg_ctl", ["-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200", "start"]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            RunAsync(asPostgres, "pg_ctl", ["-D", data, "-m", "immediate", "stop"]).Wait(TimeSpan.FromSeconds(20));
            Directory.Delete(folder, recursive: true);
        };
        return new PostgresServer(port);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task RunAsync(bool asPostgres, string program, string[] arguments) => asPostgres
        ? RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(Binaries!, program), .. arguments])
        : RunAsync(Path.Combine(Binaries!, program), arguments);

    private static async Task RunAsync(string program, string[] arguments)
    {
        // No pipes: the server that pg_ctl leaves running would hold them open.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
