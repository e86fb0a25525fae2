using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Benchmarks;

/// <summary>A queue as it stands after a year, written by SQL into an empty database: one story in ten is open.</summary>
internal static class SeededQueue
{
    private const string Sentence = "Trẻ em phải đóng tiền mới được cấp thẻ, câu";

    /// <param name="whole">With what a search finds, what makes texts alike (in fives), and room for the items of a crawl. A million stories want minutes more for it, and the queue's page reads none of it.</param>
    public static async Task WriteAsync(IServiceProvider services, int stories, bool whole)
    {
        await using var db = services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContext();
        var sqlite = db is SqliteDb;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        for (var i = 0; i < 40; i++) db.Sources.Add(new Source { Id = $"s{i}", Publisher = $"Báo {i}", Language = "vi" });
        var reference = new Reference { Kind = ReferenceKind.FactCheck, Statement = "Không có thay đổi nào.", Verdict = "Sai", Publisher = "Tổ Kiểm chứng", AddedAt = now, Hash = "0" };
        db.References.Add(reference);
        await db.SaveChangesAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        const string assessment = """{"language":"vi","assessed":true,"scores":{"unverified-claim":0.8},"topics":["children"],"protected":[],"reasons":["unverified-claim"],"because":[{"reason":"unverified-claim","sentence":"Trẻ em phải đóng tiền.","offset":0,"words":[{"words":"phải đóng","weight":1.2},{"words":"trẻ em","weight":0.8},{"words":"tiền","weight":0.4}],"bias":-1,"logOdds":1.4,"probability":0.8}],"checkWorthiness":0.6,"deservesAnswer":false,"modelVersion":"v1"}""";
        var text = string.Concat(Enumerable.Repeat("Nhiều gia đình hỏi nhau về tin này. ", 30));
        // One number gives every column a value of its own kind: spread over a year, 10 % open, few of the rare things.
        string At(string ago) => sqlite ? $"({(now - DateTimeOffset.UnixEpoch).Ticks / 10} - ({ago}) * 1000000)" : $"(timestamptz '{now.UtcDateTime:yyyy-MM-dd HH:mm:ss}+00' - ({ago}) * interval '1 second')";
        const string ago = "(n * 7919) % 31536000";
        var (yes, no, numbers) = sqlite
            ? ("1", "0", $"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {stories})")
            : ("true", "false", $"WITH c AS (SELECT n::bigint FROM generate_series(1, {stories}) n)");
        string[] rows =
        [
            $"""INSERT INTO "Stories" ("Id","FirstSeenAt","LastSeenAt","ItemCount","SourceCount","Language","DeservesAnswer") {numbers} SELECT n, {At(ago)}, {At(ago)}, 1, 1, 'vi', {no} FROM c""",
            $"""INSERT INTO "Items" ("Id","SourceId","StoryId","Url","Title","Text","Language","FoundAt","ExactHash","IsOriginal","Assessment") {numbers} SELECT n, 's' || (n % 40), n, 'https://bao.example/' || n, 'Tin ' || n, '{text}', 'vi', {At(ago)}, 'h' || n, {yes}, '{assessment}' FROM c""",
            $"""
             INSERT INTO "Flags" ("Id","StoryId","ItemId","Reason","Priority","State","FoundAt","DueAt","Sentence","Language","ModelVersion","ReferenceId","UrgentAt","PublisherKind","TopicBits","Verdict","DecidedAt","ByHand","Recheck","Split","Revision") {numbers}
             SELECT n, n, n, CASE n % 6 WHEN 0 THEN 'matches-correction' WHEN 5 THEN 'hate' ELSE 'unverified-claim' END, (n * 31) % 101, CASE WHEN n % 10 > 0 THEN 'decided' WHEN n % 100 = 50 THEN 'awaiting-second' ELSE 'new' END,
               {At(ago)}, {At($"({ago}) - 259200")}, '{Sentence} ' || n, CASE WHEN n % 70 = 0 THEN 'km' WHEN n % 7 = 0 THEN 'en' ELSE 'vi' END, 'v' || (n % 3),
               CASE WHEN n % 6 = 0 THEN 1 END, CASE WHEN n % 20 = 0 AND n % 100 = 0 THEN {At(ago)} END, CASE n % 4 WHEN 0 THEN 'agency' ELSE 'press' END, CASE WHEN n % 500 = 0 THEN 32 ELSE 8 + 16 * (n % 2) END,
               CASE WHEN n % 10 > 0 THEN 'off-topic' END, CASE WHEN n % 10 > 0 THEN {At($"({ago}) / 2")} END, {no}, {no}, {no}, 0 FROM c
             """,
            .. whole ? Whole(sqlite, stories, numbers, text) : [],
            sqlite ? "PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM ANALYZE",   // PostgreSQL does so by itself in time; SQLite never does, and must choose well without
        ];
        foreach (var sql in rows) await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Whole(bool sqlite, int stories, string numbers, string text)
    {
        var bands = sqlite ? ", b(band) AS (SELECT 0 UNION ALL SELECT band + 1 FROM b WHERE band < 23)" : ", b AS (SELECT generate_series(0, 23) band)";
        yield return $"""INSERT INTO "ItemBands" ("ItemId","Band","Value") {numbers}{bands} SELECT n, band, n / 5 * 24 + band FROM c, b""";
        yield return $"""
            INSERT INTO "SearchEntries" ("Scope","FlagId","Words") {numbers}
            SELECT CASE WHEN n % 10 > 0 THEN 'settled' ELSE 'open' END, n, '{SearchWords.Of(Sentence)} ' || n || ' tin ' || n || ' {SearchWords.Of(text)}' FROM c
            """;
        if (sqlite) yield break;
        foreach (var table in new[] { "Stories", "Items", "Flags" }) yield return $"""SELECT setval(pg_get_serial_sequence('"{table}"', 'Id'), {stories})""";
    }
}
