using System.Reflection;
using InfoMonitor.Storage;
using Xunit.Sdk;

namespace InfoMonitor.Tests.Support;

/// <summary>Runs a theory on SQLite. Its first parameter is the <see cref="StorageProvider"/>.</summary>
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[nameof(StorageProvider.Sqlite)]];
}

/// <summary>Runs a theory on PostgreSQL; skipped by name where it is not installed.</summary>
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute()
    {
        if (PostgresServer.Binaries is null) Skip = "PostgreSQL is not installed (tests/run.sh installs it).";
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[nameof(StorageProvider.PostgreSql)]];
}
