using System.Globalization;
using InfoMonitor.Domain;
using Microsoft.Extensions.Options;
using Npgsql;

namespace InfoMonitor.Storage;

/// <summary>
/// Keeps a crawl by hand apart from the workers of its database: together they would read a publisher twice as fast as it allows. On SQLite that is the <see cref="HomeLock"/>. On PostgreSQL
/// workers share an advisory lock and a crawl by hand holds it alone; a dead process loses it with its connection, a dead machine in less than a minute.
/// </summary>
/// <remarks>The lock belongs to a session of the server: the connection string must not lead through a pooler that shares sessions between clients.</remarks>
internal sealed partial class CrawlLock : IAsyncDisposable
{
    /// <summary>Of this lock among the advisory ones: any two numbers nobody else uses.</summary>
    private const int Class = 81_005, Key = 3;

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource stopping = new();
    private readonly IDisposable? home;
    private NpgsqlConnection? connection;
    private Task watching = Task.CompletedTask;

    private CrawlLock(IDisposable? home, NpgsqlConnection? connection) => (this.home, this.connection) = (home, connection);

    /// <summary>For a service that crawls by schedule, beside others of its kind. One without that role, or on SQLite, where its home is locked already, needs none.</summary>
    /// <exception cref="HomeInUseException">Somebody crawls by hand.</exception>
    public static async Task<CrawlLock> ShareAsync(IServiceProvider services, string verb, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (Postgres(services) is not { } server || !services.GetRequiredService<RolesOptions>().Worker) return new CrawlLock(null, null);
        var log = services.GetRequiredService<ILogger<CrawlLock>>();
        var taken = new CrawlLock(null, await TakeAsync(server, verb, shared: true, cancellation));
        taken.watching = taken.WatchAsync(server, verb, log);
        return taken;
    }

    /// <summary>For a crawl by hand.</summary>
    /// <exception cref="HomeInUseException">A worker runs on this database, or somebody else crawls by hand; the message says which.</exception>
    public static async Task<CrawlLock> AloneAsync(IServiceProvider services, string verb, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(services);
        return Postgres(services) is { } server
            ? new CrawlLock(null, await TakeAsync(server, verb, shared: false, cancellation))
            : new CrawlLock(HomeLock.Take(services, verb, new RolesOptions(Web: false, Worker: true)), null);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await watching;
        if (connection is not null) await connection.DisposeAsync();
        home?.Dispose();
        stopping.Dispose();
    }

    private static string? Postgres(IServiceProvider services) =>
        services.GetRequiredService<IOptions<StorageOptions>>().Value is { Provider: StorageProvider.PostgreSql } storage ? storage.ConnectionString : null;

    private static async Task<NpgsqlConnection> TakeAsync(string server, string verb, bool shared, CancellationToken cancellation)
    {
        var own = new NpgsqlConnectionStringBuilder(server) { Pooling = false, KeepAlive = 10, ApplicationName = string.Create(CultureInfo.InvariantCulture, $"infomonitor {verb}, process {Environment.ProcessId} on {Environment.MachineName}") };
        var opened = new NpgsqlConnection(own.ConnectionString);
        try
        {
            await opened.OpenAsync(cancellation);
            // What a machine that vanished held is free after 10 + 3 x 10 s.
            await ExecuteAsync(opened, "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3", cancellation);
            if (await ExecuteAsync(opened, string.Create(CultureInfo.InvariantCulture, $"SELECT pg_try_advisory_lock{(shared ? "_shared" : "")}({Class}, {Key})"), cancellation) is true) return opened;
            var holder = await ExecuteAsync(opened, string.Create(CultureInfo.InvariantCulture, $"""
                SELECT min(a.application_name) FROM pg_locks l JOIN pg_stat_activity a USING (pid)
                WHERE l.locktype = 'advisory' AND l.granted AND l.classid = {Class} AND l.objid = {Key} AND a.datname = current_database()
                """), cancellation) as string;
            throw new HomeInUseException($"The database {opened.Database} is in use by {holder ?? "another process"}: its sources are read at the publishers' pace by one crawl alone. Stop that one first, or wait until it has ended.");
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellation);
    }

    /// <summary>A server that starts again has forgotten the lock: taken anew, so that a service that outlives its server is still seen.</summary>
    private async Task WatchAsync(string server, string verb, ILogger log)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                connection ??= await TakeAsync(server, verb, shared: true, stopping.Token);
                await connection.WaitAsync(stopping.Token);   // nobody notifies: it returns when the connection breaks
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested) { return; }
            catch (Exception exception) when (exception is NpgsqlException or IOException or HomeInUseException)
            {
                LogLost(log, exception.Message);
                if (connection is not null) await connection.DisposeAsync();
                connection = null;
                await Task.Delay(Again, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lock that keeps a crawl by hand away is lost and is taken again: {Reason}")]
    private static partial void LogLost(ILogger log, string reason);
}
