using System.CommandLine;
using InfoMonitor.Storage;

namespace InfoMonitor.Commands;

/// <summary><c>db migrate</c>: brings the database to this version's schema, as <c>run</c> does at start.</summary>
internal static class DbCommand
{
    public static Command Create()
    {
        var migrate = new Command("migrate", "Create or update the database's tables.").TakesSettings();
        migrate.SetAction((parse, cancellation) => Failure.GuardAsync(async () =>
        {
            await using var app = Settings.Build(parse);
            var migrator = app.Services.GetRequiredService<Migrator>();
            var isNew = await migrator.MissingAsync(cancellation) is not null;
            await migrator.MigrateAsync(cancellation);
            parse.InvocationConfiguration.Output.WriteLine(isNew ? "The tables were created." : "The database is up to date.");
            return ExitCodes.Ok;
        }));
        return new Command("db", "The database.") { migrate };
    }
}
