using InfoMonitor.Content.Classification;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Tests.Storage;

public sealed class SqliteFileTests
{
    /// <summary>A word that nothing else holds.</summary>
    private const string Clue = "qzhlinhnie";

    [Fact]
    public async Task What_was_redacted_is_not_left_in_the_file()
    {
        await using var desk = await TestDesk.StartAsync("Sqlite");
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, $"Từ tháng sau {Clue} phải đóng tiền.");
        await using (var db = desk.App.Database()) await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        Holds(await FileAsync(desk)).ShouldBeTrue("else this test could not see what is left behind");

        await using (var db = desk.App.Database())
        {
            var flag = await db.Flags.Include(f => f.Item).SingleAsync(f => f.Id == id);
            flag.Sentence = flag.Item!.Title = flag.Item.Text = "[NAME] phải đóng tiền.";
            flag.Item.Assessment = flag.Item.Assessment with { Because = [] };
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        Holds(await FileAsync(desk)).ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_meets_another_writer_waits_in_the_short_steps_of_sqlite_itself()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        await using var app = await home.BuildAsync();
        await using var db = app.Database();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA busy_timeout";
        (await command.ExecuteScalarAsync()).ShouldBe(1000L, "else the library asks again only after 150 ms, asleep on the thread");
    }

    private static bool Holds(byte[] file) => file.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Clue)) >= 0;

    private static async Task<byte[]> FileAsync(TestDesk desk)
    {
        await using var db = desk.App.Database();
        var path = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
