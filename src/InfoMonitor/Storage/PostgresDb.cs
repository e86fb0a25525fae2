using System.Data.Common;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;
using NpgsqlTypes;

namespace InfoMonitor.Storage;

/// <summary>PostgreSQL: any number of worker and web nodes.</summary>
internal sealed class PostgresDb(DbContextOptions<PostgresDb> options) : InfoMonitorDb(options)
{
    /// <summary>Any number, the same on every node; nobody else takes advisory locks in this database.</summary>
    private const long AloneLock = 8_100_500_001;

    public static void Configure(DbContextOptionsBuilder builder, string connectionString) => builder.UseNpgsql(connectionString);

    /// <summary>Whether this is a connection string that names a server; nothing is connected to.</summary>
    public static bool CanRead(string connectionString)
    {
        try { return new NpgsqlConnectionStringBuilder(connectionString).Host is { Length: > 0 }; }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException) { return false; }   // a key that is not known, a port that is no number
    }

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

    public override Task CompleteSchemaAsync(CancellationToken cancellation) => Task.CompletedTask;   // the model says it all

    public override Task<List<long>> SearchAsync(SearchTerms terms, SearchScope? scope, long before, int limit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var word = scope?.Word();
        return Database.SqlQuery<long>($"""
            SELECT "Id" AS "Value" FROM "SearchEntries"
            WHERE "Vector" @@ to_tsquery('simple', {terms.ForPostgres()}) AND ({word}::text IS NULL OR "Scope" = {word}) AND "Id" < {before} ORDER BY "Id" DESC LIMIT {limit}
            """).ToListAsync(cancellation);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.Entity<SearchEntry>(e =>
        {
            e.Property<NpgsqlTsVector>("Vector").HasComputedColumnSql("to_tsvector('simple', \"Words\")", stored: true);
            e.HasIndex("Vector").HasMethod("GIN");
        });
    }

    protected override void QueueIndexes(EntityTypeBuilder<Flag> flags)
    {
        ArgumentNullException.ThrowIfNull(flags);
        flags.HasIndex(f => new { f.State, f.Priority, f.FoundAt, f.Id }, "IX_Flags_ByPriority").IsDescending(false, true, true, true).IncludeProperties([nameof(Flag.DueAt), .. Filtered]);
        flags.HasIndex(f => new { f.State, f.FoundAt, f.Id }, "IX_Flags_ByAge").IncludeProperties([nameof(Flag.Priority), nameof(Flag.DueAt), .. Filtered]);
        flags.HasIndex(f => new { f.State, f.DueAt, f.Id }, "IX_Flags_ByDue").IncludeProperties([nameof(Flag.Priority), nameof(Flag.FoundAt), .. Filtered]);
    }

    /// <summary>What a filter may ask for.</summary>
    private static readonly string[] Filtered =
    [
        nameof(Flag.Reason), nameof(Flag.Language), nameof(Flag.PublisherKind), nameof(Flag.TopicBits), nameof(Flag.ReferenceId), nameof(Flag.HolderId), nameof(Flag.HeldUntil), nameof(Flag.UrgentAt), nameof(Flag.ModelVersion), nameof(Flag.ByHand), nameof(Flag.Split),
    ];

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();   // timestamptz takes no other offset
    }

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);
}
