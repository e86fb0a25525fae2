using System.Data.Common;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace InfoMonitor.Storage;

/// <summary>The database. One model for both engines; what differs stands in <see cref="SqliteDb"/> and <see cref="PostgresDb"/>.</summary>
internal abstract class InfoMonitorDb(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<Source> Sources => Set<Source>();
    public DbSet<EntryPoint> EntryPoints => Set<EntryPoint>();
    public DbSet<Page> Pages => Set<Page>();
    public DbSet<Item> Items => Set<Item>();
    public DbSet<ItemBand> ItemBands => Set<ItemBand>();
    public DbSet<ItemVersion> ItemVersions => Set<ItemVersion>();
    public DbSet<Rereading> Rereadings => Set<Rereading>();
    public DbSet<Story> Stories => Set<Story>();
    public DbSet<StoryTopic> StoryTopics => Set<StoryTopic>();
    public DbSet<Flag> Flags => Set<Flag>();
    public DbSet<Review> Reviews => Set<Review>();
    public DbSet<Label> Labels => Set<Label>();
    public DbSet<ScoreCount> ScoreCounts => Set<ScoreCount>();
    public DbSet<ShadowDifference> ShadowDifferences => Set<ShadowDifference>();
    public DbSet<Reference> References => Set<Reference>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<BatchStep> BatchSteps => Set<BatchStep>();
    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();
    public DbSet<Briefing> Briefings => Set<Briefing>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditEnd> AuditEnds => Set<AuditEnd>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>True when the exception is a lost race on a unique index: an outcome, not a failure.</summary>
    public abstract bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>True when the database cannot be used at the moment (locked, full, no connection), whatever was asked of it: the work is worth another try later.</summary>
    public static bool IsAway(DbException exception) => SqliteDb.IsUnusable(exception) || PostgresDb.IsUnusable(exception);

    /// <summary>The same of an exception that has one such inside.</summary>
    public static bool IsAway(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            if (cause is DbException database && IsAway(database)) return true;
        return false;
    }

    /// <summary>Begins a transaction beside which no other of its kind runs, in this process or another.</summary>
    public abstract Task BeginAloneAsync(CancellationToken cancellation);

    /// <summary>Begins a transaction whose reads all see one moment, and which holds nobody back.</summary>
    public abstract Task BeginSnapshotAsync(CancellationToken cancellation);

    /// <summary>Makes what the model cannot describe; called after the migrations, makes only what is missing.</summary>
    public abstract Task CompleteSchemaAsync(CancellationToken cancellation);

    /// <summary>Ids of the entries that hold every term, newest first.</summary>
    /// <param name="before">Entries with smaller ids only.</param>
    public abstract Task<List<long>> SearchAsync(SearchTerms terms, SearchScope? scope, long before, int limit, CancellationToken cancellation);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await SearchKeeper.KeepAsync(this, cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>The indexes that a page of the queue is read from: whatever a filter asks for stands in them, so no row is looked up that is not shown.</summary>
    protected abstract void QueueIndexes(EntityTypeBuilder<Flag> flags);

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        ArgumentNullException.ThrowIfNull(conventions);
        Words<SourceKind>(conventions);
        Words<Ownership>(conventions);
        Words<EntryPointKind>(conventions);
        Words<RobotsStanding>(conventions);
        Words<PageOutcome>(conventions);
        Words<PageReason>(conventions);
        Words<FlagReason>(conventions);
        Words<FlagState>(conventions);
        Words<Verdict>(conventions);
        Words<Topic>(conventions);
        Words<ProtectedClass>(conventions);
        Words<SentenceKind>(conventions);
        Words<LabelState>(conventions);
        Words<LabelUse>(conventions);
        Words<ReferenceKind>(conventions);
        Words<BatchKind>(conventions);
        Words<SearchScope>(conventions);
        conventions.Properties<Text>().HaveConversion<TextJson>();
        conventions.Properties<TimeSpan>().HaveConversion<TimeSpanToTicksConverter>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<Source>(e => e.HasMany(s => s.EntryPoints).WithOne().HasForeignKey(p => p.SourceId));
        model.Entity<EntryPoint>(e => e.HasIndex(p => new { p.SourceId, p.Url }).IsUnique());
        model.Entity<Page>(e =>
        {
            e.HasIndex(p => p.UrlHash).IsUnique();
            e.HasIndex(p => new { p.SourceId, p.Outcome, p.NextAttemptAt });
            e.HasIndex(p => p.EndedAt);
            e.HasIndex(p => new { p.SourceId, p.FoundAt });
        });
        model.Entity<Item>(e =>
        {
            e.Property(i => i.Assessment).HasConversion(a => AssessmentJson.Write(a), json => AssessmentJson.Read(json));
            e.HasIndex(i => i.ExactHash);
            e.HasIndex(i => i.PageId).IsUnique();
            e.HasIndex(i => new { i.SourceId, i.FoundAt });
            e.HasIndex(i => i.FoundAt);
            e.HasIndex(i => new { i.StoryId, i.FoundAt, i.SourceId });
            e.HasOne<Page>().WithOne().HasForeignKey<Item>(i => i.PageId).OnDelete(DeleteBehavior.SetNull);
            e.HasOne<Story>().WithMany(s => s.Items).HasForeignKey(i => i.StoryId);
            e.HasMany(i => i.Bands).WithOne().HasForeignKey(b => b.ItemId);
        });
        model.Entity<ItemBand>(e =>
        {
            e.HasKey(b => new { b.ItemId, b.Band });
            e.HasIndex(b => new { b.Value, b.ItemId });
        });
        model.Entity<ItemVersion>(e =>
        {
            e.Property(v => v.Assessment).HasConversion(a => AssessmentJson.Write(a), json => AssessmentJson.Read(json));
            e.HasOne<Item>().WithMany().HasForeignKey(v => v.ItemId);
        });
        model.Entity<Rereading>(e =>
        {
            e.HasKey(r => r.ItemId);
            e.Property(r => r.ItemId).ValueGeneratedNever();
            e.HasOne<Item>().WithOne().HasForeignKey<Rereading>(r => r.ItemId);
        });
        model.Entity<Story>(e =>
        {
            e.HasMany(s => s.Topics).WithOne().HasForeignKey(t => t.StoryId);
            e.HasIndex(s => s.LastSeenAt);
        });
        model.Entity<StoryTopic>(e =>
        {
            e.HasKey(t => new { t.StoryId, t.Topic });
            e.HasIndex(t => t.Topic);
        });
        model.Entity<Flag>(e =>
        {
            e.Property(f => f.Revision).IsConcurrencyToken();
            e.HasIndex(f => f.StoryId).IsUnique();
            QueueIndexes(e);
            e.HasIndex(f => new { f.HolderId, f.State, f.Priority, f.FoundAt, f.Id }, "IX_Flags_Held").IsDescending(false, false, true, true, true);   // what I hold: a few among a hundred thousand
            e.HasIndex(f => new { f.State, f.DueAt, f.UrgentAt }, "IX_Flags_Urgent").HasFilter("\"UrgentAt\" IS NOT NULL");   // what is urgent: few among a hundred thousand
            e.HasIndex(f => new { f.State, f.Id }, "IX_Flags_Split").HasFilter("\"Split\"");   // those that wait for a third: few among a million
            e.HasIndex(f => f.FoundAt);
            e.HasIndex(f => f.AnsweredAt);
            e.HasIndex(f => new { f.DecidedAt, f.Verdict, f.DueAt });
            e.HasOne(f => f.Story).WithMany().HasForeignKey(f => f.StoryId);
            e.HasOne(f => f.Item).WithMany().HasForeignKey(f => f.ItemId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne(f => f.Reference).WithMany().HasForeignKey(f => f.ReferenceId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Account>().WithMany().HasForeignKey(f => f.HolderId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Review>(e =>
        {
            e.HasOne<Flag>().WithMany(f => f.Reviews).HasForeignKey(r => r.FlagId);
            e.HasOne<Account>().WithMany().HasForeignKey(r => r.ReviewerId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Label>(e =>
        {
            e.HasIndex(l => l.FlagId).IsUnique();
            e.HasIndex(l => new { l.State, l.Id });
            e.HasOne<Flag>().WithOne().HasForeignKey<Label>(l => l.FlagId);
            e.HasOne<Account>().WithMany().HasForeignKey(l => l.ProposerId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Account>().WithMany().HasForeignKey(l => l.JudgeId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ScoreCount>(e => e.HasKey(c => new { c.Week, c.Model, c.Shadow, c.Reason, c.Kind, c.Ownership, c.Bin }));
        model.Entity<ShadowDifference>(e =>
        {
            e.HasIndex(d => new { d.Model, d.Id });
            e.HasOne(d => d.Item).WithMany().HasForeignKey(d => d.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Reference>(e => e.HasIndex(r => r.Hash).IsUnique());
        model.Entity<SavedView>(e =>
        {
            e.HasIndex(v => new { v.AccountId, v.Name }).IsUnique();
            e.HasOne<Account>().WithMany().HasForeignKey(v => v.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<BatchStep>(e =>
        {
            e.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Account>().WithMany().HasForeignKey(s => s.GivenTo).OnDelete(DeleteBehavior.Restrict);
            e.HasMany(s => s.Flags).WithOne().HasForeignKey(f => f.StepId);
            e.HasIndex(s => s.At);
            e.HasIndex(s => new { s.AccountId, s.Key }).IsUnique();
        });
        model.Entity<EndedSession>(e => e.HasIndex(s => s.At));
        model.Entity<BatchStepFlag>(e =>
        {
            e.HasKey(f => new { f.StepId, f.FlagId });
            e.HasOne<Flag>().WithMany().HasForeignKey(f => f.FlagId);
        });
        model.Entity<SearchEntry>(e =>
        {
            e.HasIndex(s => s.FlagId).IsUnique();
            e.HasIndex(s => s.ReferenceId).IsUnique();
            e.HasOne(s => s.Flag).WithMany().HasForeignKey(s => s.FlagId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne(s => s.Reference).WithMany().HasForeignKey(s => s.ReferenceId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Briefing>(e => e.HasKey(b => b.Date));
        model.Entity<AuditEntry>(e =>
        {
            e.HasKey(a => a.Sequence);
            e.Property(a => a.Sequence).ValueGeneratedNever();
            e.HasIndex(a => new { a.Subject, a.Sequence });
            e.HasIndex(a => new { a.Action, a.Sequence });
            e.HasIndex(a => a.At);
        });
        model.Entity<AuditEnd>(e =>
        {
            e.Property(a => a.Id).ValueGeneratedNever();
            e.Property(a => a.Sequence).IsConcurrencyToken();
        });
        model.Entity<Account>(e =>
        {
            e.HasIndex(a => a.Name).IsUnique();
            Roles(e.Property(a => a.Roles));
        });
        model.Entity<ApiToken>(e =>
        {
            e.HasIndex(t => t.Hash).IsUnique();
            e.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Restrict);
            Roles(e.Property(t => t.Roles));
        });
    }

    private static void Roles(PropertyBuilder<IReadOnlyList<Role>> property) => property.HasConversion(
        roles => string.Join(',', roles.Select(r => r.Word())),
        words => words.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(w => Vocabulary.Parse<Role>(w)!.Value).ToArray(),
        new ValueComparer<IReadOnlyList<Role>>((a, b) => a!.SequenceEqual(b!), roles => roles.Aggregate(0, HashCode.Combine), roles => roles.ToArray()));

    private static void Words<T>(ModelConfigurationBuilder conventions) where T : struct, Enum =>
        conventions.Properties<T>().HaveConversion<WordConverter<T>>().HaveMaxLength(32);

    private sealed class WordConverter<T>() : ValueConverter<T, string>(v => v.Word(), w => Vocabulary.Parse<T>(w)!.Value) where T : struct, Enum;
}

/// <summary>How an assessment is kept and shown in JSON: the vocabulary's words as keys and values.</summary>
internal static class AssessmentJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new WordJsonConverter<FlagReason>(),
            new WordJsonConverter<Topic>(),
            new WordJsonConverter<ProtectedClass>(),
            new WordJsonConverter<SparedBecause>(),
        },
    };

    public static string Write(Assessment assessment) => JsonSerializer.Serialize(assessment, Options);

    public static Assessment Read(string json) => JsonSerializer.Deserialize<Assessment>(json, Options)!;
}
