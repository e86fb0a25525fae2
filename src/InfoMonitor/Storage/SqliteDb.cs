using System.Data.Common;
using System.Runtime.CompilerServices;
using InfoMonitor.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
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
        var connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 };
        builder.UseSqlite(connection.ToString()).AddInterceptors(Pragmas.Instance);
    }

    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception?.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    /// <summary>Busy, locked, read-only, input/output error, corrupt, full, cannot open, not a database (sqlite.org/rescode.html).</summary>
    public static bool IsUnusable(DbException exception) => exception is SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 11 or 13 or 14 or 26 };

    public override Task BeginAloneAsync(CancellationToken cancellation) => Database.BeginTransactionAsync(cancellation);   // BEGIN IMMEDIATE: the one writer there may be

    public override Task BeginSnapshotAsync(CancellationToken cancellation) => Database.BeginTransactionAsync(System.Data.IsolationLevel.ReadUncommitted, cancellation);   // the library's word for BEGIN DEFERRED: a snapshot under WAL

    /// <summary>
    /// FTS5 over <see cref="SearchEntry"/> (sqlite.org/fts5.html, external content): triggers keep it in step within every transaction, those of cascading deletes included; what they take out does not stay behind in the index (secure-delete).
    /// It is derived from a table, so it is made where it is missing instead of by a migration.
    /// </summary>
    public override async Task CompleteSchemaAsync(CancellationToken cancellation)
    {
        var made = await Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = 'SearchIndex'").SingleAsync(cancellation);
        if (made > 0) return;
        await Database.ExecuteSqlRawAsync("""
            BEGIN IMMEDIATE;
            CREATE VIRTUAL TABLE "SearchIndex" USING fts5("Scope", "Words", content='SearchEntries', content_rowid='Id', tokenize='unicode61 remove_diacritics 0');
            CREATE TRIGGER "SearchEntries_added" AFTER INSERT ON "SearchEntries" BEGIN
                INSERT INTO "SearchIndex"(rowid, "Scope", "Words") VALUES (new."Id", new."Scope", new."Words");
            END;
            CREATE TRIGGER "SearchEntries_gone" AFTER DELETE ON "SearchEntries" BEGIN
                INSERT INTO "SearchIndex"("SearchIndex", rowid, "Scope", "Words") VALUES ('delete', old."Id", old."Scope", old."Words");
            END;
            CREATE TRIGGER "SearchEntries_changed" AFTER UPDATE ON "SearchEntries" BEGIN
                INSERT INTO "SearchIndex"("SearchIndex", rowid, "Scope", "Words") VALUES ('delete', old."Id", old."Scope", old."Words");
                INSERT INTO "SearchIndex"(rowid, "Scope", "Words") VALUES (new."Id", new."Scope", new."Words");
            END;
            INSERT INTO "SearchIndex"("SearchIndex", rank) VALUES ('secure-delete', 1);
            INSERT INTO "SearchIndex"("SearchIndex") VALUES ('rebuild');
            COMMIT;
            """, cancellation);
    }

    public override Task<List<long>> SearchAsync(SearchTerms terms, SearchScope? scope, long before, int limit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Database.SqlQuery<long>($"""SELECT rowid AS "Value" FROM "SearchIndex" WHERE "SearchIndex" MATCH {terms.ForSqlite(scope)} AND rowid < {before} ORDER BY rowid DESC LIMIT {limit}""").ToListAsync(cancellation);
    }

    protected override void QueueIndexes(EntityTypeBuilder<Flag> flags)
    {
        ArgumentNullException.ThrowIfNull(flags);
        // What a filter asks for stands behind the order: SQLite has no INCLUDE.
        flags.HasIndex(f => new { f.State, f.Priority, f.FoundAt, f.Id, f.Reason, f.Language, f.PublisherKind, f.TopicBits, f.ReferenceId, f.HolderId, f.HeldUntil, f.UrgentAt, f.ModelVersion, f.ByHand, f.DueAt, f.Split }, "IX_Flags_ByPriority")
            .IsDescending(false, true, true, true, false, false, false, false, false, false, false, false, false, false, false, false);
        flags.HasIndex(f => new { f.State, f.FoundAt, f.Id, f.Priority, f.Reason, f.Language, f.PublisherKind, f.TopicBits, f.ReferenceId, f.HolderId, f.HeldUntil, f.UrgentAt, f.ModelVersion, f.ByHand, f.DueAt, f.Split }, "IX_Flags_ByAge");
        flags.HasIndex(f => new { f.State, f.DueAt, f.Id, f.Priority, f.FoundAt, f.Reason, f.Language, f.PublisherKind, f.TopicBits, f.ReferenceId, f.HolderId, f.HeldUntil, f.UrgentAt, f.ModelVersion, f.ByHand, f.Split }, "IX_Flags_ByDue");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
    }

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
        at => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        microseconds => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond));

    /// <summary>Set once on every connection to the file, which outlives what is opened and closed over it (pooling):
    /// synchronous=NORMAL is safe under WAL and worth 15 times on writes; busy_timeout (ms) lets whoever meets another writer wait in steps of 1 ms and up, where the library sleeps 150; secure_delete leaves no bytes of what was redacted or deleted in the file.</summary>
    private sealed class Pragmas : DbConnectionInterceptor
    {
        private const string Settings = "PRAGMA foreign_keys=ON; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=1000; PRAGMA secure_delete=ON;";

        public static readonly Pragmas Instance = new();

        private readonly ConditionalWeakTable<object, object> set = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            var handle = ((SqliteConnection)connection).Handle!;
            if (set.TryGetValue(handle, out _)) return;
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
            set.Add(handle, handle);
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);   // SQLite answers on the thread that asks
            return Task.CompletedTask;
        }
    }
}
