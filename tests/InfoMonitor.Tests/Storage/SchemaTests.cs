using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Tests.Storage;

public sealed class SchemaTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_migrations_hold_the_whole_model(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await home.BuildAsync();
        await using var db = app.Database();
        db.Database.HasPendingModelChanges().ShouldBeFalse("run: dotnet ef migrations add NAME, once for each provider");
        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_instant_comes_back_in_UTC_and_a_vocabulary_as_its_word(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await home.BuildAsync();
        var at = new DateTimeOffset(2026, 3, 7, 14, 5, 0, TimeSpan.FromHours(7));
        await using (var db = app.Database())
        {
            var source = new Source { Id = "bao", Publisher = "Báo", Language = "vi", Ownership = Ownership.Independent, LastReadAt = at, Interval = TimeSpan.FromMinutes(15) };
            source.EntryPoints.Add(new EntryPoint { SourceId = "bao", Url = "http://127.0.0.1/rss" });
            db.Sources.Add(source);
            await db.SaveChangesAsync();
        }
        await using (var db = app.Database())
        {
            var source = await db.Sources.Include(s => s.EntryPoints).SingleAsync();
            source.LastReadAt.ShouldBe(at);
            source.LastReadAt!.Value.Offset.ShouldBe(TimeSpan.Zero);
            source.Interval.ShouldBe(TimeSpan.FromMinutes(15));
            source.EntryPoints.ShouldHaveSingleItem();
            (await db.Database.SqlQuery<string>($"""SELECT "Ownership" AS "Value" FROM "Sources" """).SingleAsync()).ShouldBe(Ownership.Independent.Word());
        }
    }
}
