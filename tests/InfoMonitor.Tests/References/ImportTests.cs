using System.Net;
using System.Text.Json;
using InfoMonitor.Commands;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Tests.References;

public sealed class ImportTests
{
    private const string Tsv = "id\tverdict\tstatement\tpublisher\turl\tdate\n" +
        "1\tSai\tNgười cao tuổi phải nộp 50.000 đồng mới được nhận trợ cấp, hỏi 0912 345 678.\tTổ Kiểm chứng\thttps://kiem-chung.example/1\t2026-03-31\n" +
        "2\tThiếu căn cứ\tSóng 5G làm phụ nữ mang thai sảy thai.\t\t\t\n";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_is_added_once_masked_and_dependent_unless_said_otherwise(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        var file = await WriteAsync(home, "a.tsv", Tsv);
        (await RunAsync(home, file, "--publisher", "Văn phòng")).ShouldBe((ExitCodes.Ok, "Added 2; 0 were known already."));
        (await RunAsync(home, file, "--publisher", "Văn phòng")).ShouldBe((ExitCodes.Ok, "Added 0; 2 were known already."));
        await using var app = await home.BuildAsync();
        await using var db = app.Database();
        var references = await db.References.OrderBy(r => r.Id).ToListAsync();
        references.Select(r => r.Publisher).ShouldBe(["Tổ Kiểm chứng", "Văn phòng"]);
        references.ShouldAllBe(r => !r.Independent);
        references[0].Statement.ShouldContain("[PHONE]");
        references[0].PublishedAt.ShouldBe(new DateTimeOffset(2026, 3, 30, 17, 0, 0, TimeSpan.Zero));
        var entry = await db.AuditEntries.SingleAsync(e => e.Action == "reference.import");
        entry.After.ShouldBe("""{"file":"a.tsv","added":2,"known":0,"independent":false}""");
    }

    [Theory, OnSqlite]
    public async Task Independent_references_are_so_only_for_publishers_the_sources_do_not_name_otherwise(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using (var app = await home.BuildAsync())
        await using (var db = app.Database())
        {
            db.Sources.Add(new Source { Id = "bao-tinh", Publisher = "Báo Tỉnh", Language = "vi", Ownership = Ownership.State });
            await db.SaveChangesAsync();
        }
        var file = await WriteAsync(home, "a.jsonl", """{"verdict":"Sai","statement":"Trẻ em phải nộp phí khai sinh."}""" + "\n");
        var (code, output) = await RunAsync(home, file, "--independent", "--publisher", "báo tỉnh");
        (code, output.Contains("ownership", StringComparison.Ordinal)).ShouldBe((ExitCodes.Found, true), output);
        (await RunAsync(home, file, "--independent", "--publisher", "Tổ Kiểm chứng")).Code.ShouldBe(ExitCodes.Ok);
        await using var after = await home.BuildAsync();
        await using var all = after.Database();
        (await all.References.SingleAsync()).Independent.ShouldBeTrue();
    }

    [Theory]
    [InlineData("a.tsv", "1\tSai\tCâu.", "a.tsv:1: publisher: nobody is named")]
    [InlineData("a.tsv", "1\t\tCâu.\tTổ", "a.tsv:1: verdict: is empty.")]
    [InlineData("a.tsv", "1\tSai\tMột.\tTổ\n\n1\tSai\tHai.\tTổ", "a.tsv:3: id: '1' stands on line 1 too.")]
    [InlineData("a.tsv", "1\tSai\tMột.\tTổ\tftp://x", "a.tsv:1: url:")]
    [InlineData("a.tsv", "1\tSai\tMột.\tTổ\t\t31/3/2026", "a.tsv:1: date: '31/3/2026' cannot be read. Write 2026-03-31")]
    [InlineData("a.tsv", "statement\tsource", "a.tsv:1: source: no such column.")]
    [InlineData("a.tsv", "statement\tid\tstatement\nMột.\t1\tHai.", "a.tsv:1: statement: the column stands twice.")]
    [InlineData("a.jsonl", "{", "a.jsonl:1: json:")]
    [InlineData("a.jsonl", """{"verdict":"Sai","verdict":"Đúng","statement":"Một.","publisher":"Tổ"}""", "a.jsonl:1: verdict: stands twice.")]
    [InlineData("a.jsonl", """{"verdict":"Sai","statement":"Một.","publisher":"Tổ","author":"x"}""", "a.jsonl:1: author: no such key.")]
    [InlineData("a.jsonl", """{"verdict":"Sai","statement":"\ud800","publisher":"Tổ"}""", "a.jsonl:1: json:")]
    public async Task A_wrong_line_is_named_with_what_to_do_and_nothing_is_added(string name, string text, string message)
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        var file = await WriteAsync(home, name, "\n" is var end && name.EndsWith("jsonl", StringComparison.Ordinal) ? text + end + """{"verdict":"Sai","statement":"Đúng.","publisher":"Tổ"}""" : text);
        var (code, output) = await RunAsync(home, file);
        code.ShouldBe(ExitCodes.Found);
        output.ShouldContain(message);
        output.ShouldContain("nothing was added");
        await using var app = await home.BuildAsync();
        await using var db = app.Database();
        (await db.References.AnyAsync()).ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_list_is_read_page_by_page_newest_first(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        await using (var db = desk.App.Database())
        {
            for (var i = 1; i <= 5; i++)
                db.References.Add(new Reference { Statement = $"Câu {i}", Verdict = "Sai", Publisher = "Tổ", AddedAt = DateTimeOffset.UnixEpoch, Hash = Reference.HashOf(ReferenceKind.FactCheck, "Tổ", $"Câu {i}", "Sai") });
            await db.SaveChangesAsync();
        }
        (await desk.Client().GetAsync("/api/v1/references")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var client = await desk.SignInAsync("an");
        var seen = new List<long>();
        for (string? cursor = "", next = null; cursor is not null; cursor = next)
        {
            var part = JsonDocument.Parse(await client.GetStringAsync("/api/v1/references?limit=2" + (cursor.Length > 0 ? "&cursor=" + cursor : ""))).RootElement;
            seen.AddRange(part.GetProperty("references").EnumerateArray().Select(r => r.GetProperty("id").GetInt64()));
            next = part.TryGetProperty("next", out var n) ? n.GetString() : null;
        }
        seen.Count.ShouldBe(5);
        seen.ShouldBe(seen.OrderDescending());
        (await client.GetAsync("/api/v1/references?cursor=x")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<string> WriteAsync(TestHome home, string name, string text)
    {
        var path = Path.Combine(home.Folder, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    private static async Task<(int Code, string Output)> RunAsync(TestHome home, string file, params string[] more)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CommandLine.Create().Parse(["references", "import", file, .. more, .. home.Settings]).InvokeAsync(new System.CommandLine.InvocationConfiguration { Output = output, Error = error });
        return (code, (output.ToString() + error).Trim());
    }
}
