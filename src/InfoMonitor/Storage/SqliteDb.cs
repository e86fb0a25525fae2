using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace InfoMonitor.Storage;

/// <summary>SQLite: one file, one machine. WAL, instants as integers (microseconds since 1970, UTC).</summary>
internal sealed class SqliteDb(DbContextOptions<SqliteDb> options) : InfoMonitorDb(options)
{
    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;

    public static void Configure(DbContextOptionsBuilder builder, string file)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30, ForeignKeys = true };
        builder.UseSqlite(connection.ToString()).AddInterceptors(Pragmas.Instance);
    }

    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception?.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    /// <summary>Busy, locked, read-only, input/output error, corrupt, full, cannot open, not a database (sqlite.org/rescode.html).</summary>
    public static bool IsUnusable(DbException exception) => exception is SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 11 or 13 or 14 or 26 };

    public override Task BeginAloneAsync(CancellationToken cancellation) => Database.BeginTransactionAsync(cancellation);   // BEGIN IMMEDIATE: the one writer there may be

    public override Task BeginSnapshotAsync(CancellationToken cancellation) => Database.BeginTransactionAsync(System.Data.IsolationLevel.ReadUncommitted, cancellation);   // the library's word for BEGIN DEFERRED: a snapshot under WAL

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
    }

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
        at => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        microseconds => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond));

    /// <summary>Set on every connection: synchronous=NORMAL is safe under WAL and worth 15 times on writes.</summary>
    private sealed class Pragmas : DbConnectionInterceptor
    {
        public static readonly Pragmas Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;";
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
