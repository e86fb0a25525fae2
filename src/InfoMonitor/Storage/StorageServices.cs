using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Storage;

internal static class StorageServices
{
    /// <summary>Registers <see cref="InfoMonitorDb"/> (scoped), <c>IDbContextFactory&lt;InfoMonitorDb&gt;</c> and the migrator.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateDataAnnotations()
            .Validate(o => o.Provider != StorageProvider.PostgreSql || o.ConnectionString.Length > 0,
                "Storage:ConnectionString is empty although Storage:Provider is PostgreSql: set the environment variable Storage__ConnectionString.")
            .Validate(o => o.Provider != StorageProvider.PostgreSql || o.ConnectionString.Length == 0 || PostgresDb.CanRead(o.ConnectionString),   // never the text itself: it may hold a password
                "Storage:ConnectionString is no connection string of PostgreSQL: write Host=server;Database=name;Username=user;Password=secret, with the keys that Npgsql knows.")
            .ValidateOnStart();
        services.AddPooledDbContextFactory<SqliteDb>((provider, builder) => SqliteDb.Configure(Quieter(builder), provider.GetRequiredService<Home>().PathTo(Options(provider).File)));
        services.AddPooledDbContextFactory<PostgresDb>((provider, builder) => PostgresDb.Configure(Quieter(builder), Options(provider).ConnectionString));
        services.AddSingleton<IDbContextFactory<InfoMonitorDb>, DbFactory>();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContext());
        services.AddSingleton<Migrator>().AddSingleton<KeptModels>();
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", timeout: TimeSpan.FromSeconds(5));
        services.AddDataProtection().SetApplicationName("InfoMonitor").PersistKeysToDbContext<InfoMonitorDb>();
        return services;
    }

    /// <summary>A save that failed is told by who asked for it, if it is to be told at all: a lost race is run again.</summary>
    private static DbContextOptionsBuilder Quieter(DbContextOptionsBuilder builder) => builder.ConfigureWarnings(w => w.Log((CoreEventId.SaveChangesFailed, LogLevel.Debug)));

    private static StorageOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<StorageOptions>>().Value;

    private sealed class DbFactory(IServiceProvider provider) : IDbContextFactory<InfoMonitorDb>
    {
        public InfoMonitorDb CreateDbContext() => Options(provider).Provider switch
        {
            StorageProvider.Sqlite => provider.GetRequiredService<IDbContextFactory<SqliteDb>>().CreateDbContext(),
            StorageProvider.PostgreSql => provider.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContext(),
        };
    }
}
