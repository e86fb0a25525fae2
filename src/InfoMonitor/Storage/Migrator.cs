using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Storage;

/// <summary>Brings the database to the current schema at start and by <c>db migrate</c>.</summary>
internal sealed class Migrator(IDbContextFactory<InfoMonitorDb> databases, IOptions<StorageOptions> options, Home home)
{
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (options.Value.Provider == StorageProvider.PostgreSql)
        {
            await db.Database.MigrateAsync(cancellation);
            await db.CompleteSchemaAsync(cancellation);
            return;
        }
        // EF's own lock on SQLite is a row that a killed process leaves behind, on which every later start would hang. A file lock goes with its process.
        await using var held = await LockAsync(home.PathTo(options.Value.File) + ".migrate", cancellation);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation);
        await db.Database.MigrateAsync(cancellation);
        await db.CompleteSchemaAsync(cancellation);
    }

    /// <summary>Whether there is a database that was ever migrated. Makes nothing.</summary>
    /// <returns>What is missing, and where; null when it is there.</returns>
    public async Task<string?> MissingAsync(CancellationToken cancellation)
    {
        if (options.Value.Provider == StorageProvider.PostgreSql)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            return (await db.Database.GetAppliedMigrationsAsync(cancellation)).Any() ? null : $"There is nothing of InfoMonitor in the database {db.Database.GetDbConnection().Database} yet.";
        }
        var file = Path.GetFullPath(options.Value.File, home.Folder);
        return File.Exists(file) ? null : $"There is no database at {file}.";
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try { return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose); }
            catch (IOException) { await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation); }
        }
    }
}
