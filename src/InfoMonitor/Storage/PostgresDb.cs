using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace InfoMonitor.Storage;

/// <summary>PostgreSQL: any number of worker and web nodes.</summary>
internal sealed class PostgresDb(DbContextOptions<PostgresDb> options) : InfoMonitorDb(options)
{
    /// <summary>Any number, the same on every node; nobody else takes advisory locks in this database.</summary>
    private const long AloneLock = 8_100_500_001;

    public static void Configure(DbContextOptionsBuilder builder, string connectionString) => builder.UseNpgsql(connectionString);

    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception?.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>No connection, or an error that the server itself calls passing.</summary>
    public static bool IsUnusable(DbException exception) => exception is NpgsqlException { IsTransient: true } or (NpgsqlException and (not PostgresException));

    public override async Task BeginAloneAsync(CancellationToken cancellation)
    {
        await Database.BeginTransactionAsync(cancellation);
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AloneLock})", cancellation);   // ends with the transaction
    }

    public override Task BeginSnapshotAsync(CancellationToken cancellation) => Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();   // timestamptz takes no other offset
    }

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);
}
