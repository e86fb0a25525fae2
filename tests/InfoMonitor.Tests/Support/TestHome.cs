using InfoMonitor.Accounts;
using InfoMonitor.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InfoMonitor.Tests.Support;

/// <summary>A home folder of its own with a real database, SQLite or PostgreSQL; removed at the end.</summary>
internal sealed class TestHome : IAsyncDisposable
{
    private readonly string? database;

    private TestHome(string folder, string[] settings, string? database)
    {
        Folder = folder;
        Settings = settings;
        this.database = database;
    }

    public string Folder { get; }

    /// <summary>Pass these to <see cref="Program.Build"/>.</summary>
    public string[] Settings { get; }

    /// <param name="provider">Name of a <see cref="StorageProvider"/>, as <see cref="OnSqliteAttribute"/> gives it.</param>
    public static async Task<TestHome> CreateAsync(string provider)
    {
        var folder = Directory.CreateTempSubdirectory("infomonitor-test-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "config"));
        File.Copy(Path.Combine(Repository, "config", "infomonitor.json"), Path.Combine(folder, "config", "infomonitor.json"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "models"), Path.Combine(Repository, "models"));
        string[] settings = ["--home=" + folder, "--urls=http://127.0.0.1:0"];
        if (provider == nameof(StorageProvider.Sqlite)) return new TestHome(folder, settings, null);
        var server = await PostgresServer.GetAsync();
        var name = "t" + Guid.NewGuid().ToString("N");
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        return new TestHome(folder, [.. settings, "--Storage:Provider=PostgreSql", "--Storage:ConnectionString=" + server.ConnectionString(name)], name);
    }

    /// <summary>The repository's root, found upwards from the test's own folder.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The service on this home, migrated, not started.</summary>
    public async Task<WebApplication> BuildAsync(Action<WebApplicationBuilder>? adjust = null, params string[] settings)
    {
        var app = Program.Build([.. Settings, .. settings], builder =>
        {
            builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);   // hundreds of tests sign in: the work factor is not what they are about
            adjust?.Invoke(builder);
        });
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (database is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync(await PostgresServer.GetAsync(), $"DROP DATABASE {database} WITH (FORCE)");
        }
        Directory.Delete(Path.Combine(Folder, "models"));
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task ExecuteAsync(PostgresServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "InfoMonitor.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests do not run from inside the repository.");
    }
}

internal static class TestApps
{
    /// <summary>Where a started app listens.</summary>
    public static Uri Address(this WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static AccountBook Accounts(this WebApplication app) => app.Services.GetRequiredService<AccountBook>();

    public static InfoMonitorDb Database(this WebApplication app) =>
        app.Services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContext();
}
