using System.ComponentModel.DataAnnotations;

namespace InfoMonitor.Storage;

internal enum StorageProvider { Sqlite, PostgreSql }

/// <summary>Where everything is kept.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The database engine.</summary>
    /// <value>Default: <c>Sqlite</c>.</value>
    /// <remarks><c>Sqlite</c> needs nothing installed and serves one machine; <c>PostgreSql</c> serves any number of worker and web nodes.</remarks>
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>The SQLite file, relative to the home folder. Unused on PostgreSQL.</summary>
    /// <value>Default: <c>data/infomonitor.db</c>.</value>
    [Required]
    public string File { get; init; } = "data/infomonitor.db";

    /// <summary>The PostgreSQL connection string. A password belongs in the environment (<c>Storage__ConnectionString</c>), not in a file. Unused on SQLite.</summary>
    /// <value>Default: empty.</value>
    public string ConnectionString { get; init; } = "";

    /// <summary>A connection string that nothing reads: whoever gave one means PostgreSQL and writes to a file. Null where none is given.</summary>
    public string? Unread() => Provider == StorageProvider.Sqlite && ConnectionString.Length > 0
        ? "Storage:ConnectionString is given although Storage:Provider is Sqlite: nothing reads it, everything is kept in Storage:File. Set Storage:Provider to PostgreSql, or take the connection string out." : null;
}
