using System.Net;
using System.Text.RegularExpressions;
using InfoMonitor.Audit;
using InfoMonitor.Commands;
using InfoMonitor.Content.Classification;
using InfoMonitor.Storage;
using InfoMonitor.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace InfoMonitor.Tests.Audit;

/// <summary>The log in a real database, and what is found there after somebody was at it with SQL.</summary>
public sealed partial class AuditLogTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Writers_that_meet_leave_one_chain_without_gaps_and_no_error_in_the_log(string provider)
    {
        using var log = new LogLines();
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await home.BuildAsync(builder => builder.Logging.AddProvider(log));
        await Parallel.ForAsync(0, 40, async (n, _) => await AppendAsync(app, $"flag:{n}", twice: n % 2 == 0));
        (await VerifyAsync(app)).ShouldBeOfType<AuditFinding.Whole>().Head.Sequence.ShouldBe(60);
        log.Errors.ShouldBeEmpty("who loses a race goes again");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_done_to_the_table_is_found_where_it_was_done(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await home.BuildAsync();
        for (var n = 1; n <= 6; n++) await AppendAsync(app, $"flag:{n}");
        (await FoundAfterAsync("""UPDATE "AuditEntries" SET "After" = '{"state":"closed"}' WHERE "Sequence" = 3""")).ShouldBe((3, AuditFault.Changed));
        (await FoundAfterAsync("""UPDATE "AuditEntries" SET "Actor" = 'binh' WHERE "Sequence" = 6""")).ShouldBe((6, AuditFault.Changed));
        (await FoundAfterAsync("""DELETE FROM "AuditEntries" WHERE "Sequence" = 2""")).ShouldBe((2, AuditFault.Missing));
        (await FoundAfterAsync("""UPDATE "AuditEntries" SET "Sequence" = 100 WHERE "Sequence" = 2; UPDATE "AuditEntries" SET "Sequence" = 2 WHERE "Sequence" = 3; UPDATE "AuditEntries" SET "Sequence" = 3 WHERE "Sequence" = 100""")).ShouldBe((2, AuditFault.NotContinuing));
        (await FoundAfterAsync("""DELETE FROM "AuditEntries" WHERE "Sequence" >= 5""")).ShouldBe((5, AuditFault.Truncated));
        (await FoundAfterAsync("""DELETE FROM "AuditEnds" """)).ShouldBe((6, AuditFault.WrongEnd));
        (await VerifyAsync(app)).ShouldBeOfType<AuditFinding.Whole>("every change was taken back");

        async Task<(long, AuditFault)> FoundAfterAsync(string sql)
        {
            await using var db = app.Database();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            var end = await db.AuditEnds.AsNoTracking().SingleOrDefaultAsync();
            var finding = AuditVerifier.Verify(await db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync(), end is null ? null : new AuditHead(end.Sequence, end.Hash), []);
            await transaction.RollbackAsync();
            return finding is AuditFinding.Broken broken ? (broken.Sequence, broken.Fault) : (0, default);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cut_log_shows_even_after_the_desk_has_gone_on_writing(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await home.BuildAsync();
        for (var n = 1; n <= 4; n++) await AppendAsync(app, $"flag:{n}");
        await using (var db = app.Database()) await db.AuditEntries.Where(e => e.Sequence > 2).ExecuteDeleteAsync();
        await AppendAsync(app, "flag:5");
        (await VerifyAsync(app)).ShouldBe(new AuditFinding.Broken(3, AuditFault.Missing));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_done_to_a_verdict_behind_the_log_is_found_and_its_flag_named(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        string[] changes = [
            "UPDATE \"Reviews\" SET \"Note\" = 'Khác' WHERE \"FlagId\" = {0}",
            "UPDATE \"Reviews\" SET \"Note\" = NULL WHERE \"FlagId\" = {0}",
            "UPDATE \"Reviews\" SET \"Verdict\" = 'accurate' WHERE \"FlagId\" = {0}",
            "UPDATE \"Reviews\" SET \"Evidence\" = NULL WHERE \"FlagId\" = {0}",
            "UPDATE \"Reviews\" SET \"UndoneAt\" = \"At\" WHERE \"FlagId\" = {0}",
            "UPDATE \"Reviews\" SET \"ReviewerId\" = \"ReviewerId\" + 1 WHERE \"FlagId\" = {0}",
        ];
        var ids = new List<long>();
        using var an = await desk.SignInAsync("an");
        for (var n = 0; n < changes.Length + 2; n++)
        {
            ids.Add(await desk.FlagAsync(FlagReason.UnverifiedClaim, "Từ tháng sau trẻ em phải đóng tiền mới được cấp thẻ bảo hiểm y tế."));
            (await TestDesk.PostAsync(an, $"/flags/{ids[n]}", $"/flags/{ids[n]}/verdict", ("revision", "0"), ("verdict", n < 3 ? "false" : "off-topic"), ("url-1", "https://kiem-chung.example/1"), ("words-1", "thẻ miễn phí"), ("note", "Xem văn bản"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
        (await TestDesk.PostAsync(an, $"/flags/{ids[^1]}", $"/flags/{ids[^1]}/reopen", ("revision", "1"), ("why", "Có văn bản mới"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await TestDesk.PostAsync(an, "/queue", "/sign-out");
        (await VerifyAsync(desk.App)).ShouldBeOfType<AuditFinding.Whole>();
        await using (var db = desk.App.Database())
        {
            (await db.AuditEntries.CountAsync(e => e.Action == "account.sign-out" && e.Actor == "an")).ShouldBe(1);
            for (var n = 0; n < changes.Length; n++) await db.Database.ExecuteSqlRawAsync(changes[n], ids[n]);
            var reopened = ids[^1];
            await db.Reviews.Where(r => r.FlagId == reopened).ExecuteDeleteAsync();   // even of a round that is over
        }
        long[] touched = [.. ids.Take(changes.Length), ids[^1]];
        (await VerifyAsync(desk.App)).ShouldBeOfType<AuditFinding.Behind>().Flags.ShouldBe(touched);
        using var kim = await desk.SignInAsync("kim");
        (await kim.GetStringAsync("/audit?verify=1")).ShouldContain($"/audit?flag={ids[^1]}");
        (await kim.GetStringAsync("/api/v1/audit/verification")).ShouldContain($"\"changedFlags\":[{string.Join(',', touched)}]");
    }

    [Fact]
    public async Task The_day_in_the_office_s_zone_gives_the_root_and_the_verb_compares_it()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 16, 59, 0, TimeSpan.Zero));   // 23:59 in Ha Noi
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await using var app = await home.BuildAsync(builder => builder.Services.AddSingleton<TimeProvider>(clock));
        await AppendAsync(app, "flag:1", twice: true);
        clock.Advance(TimeSpan.FromMinutes(2));
        await AppendAsync(app, "flag:2");
        var roots = app.Services.GetRequiredService<AuditRoots>();
        var root = (await roots.OfAsync(new DateOnly(2026, 11, 25), CancellationToken.None)).ShouldNotBeNull();
        root.Head.Sequence.ShouldBe(2);
        (await roots.OfAsync(new DateOnly(2026, 11, 24), CancellationToken.None)).ShouldNotBeNull().Head.ShouldBe(AuditHead.None);
        (await roots.OfAsync(new DateOnly(2026, 11, 27), CancellationToken.None)).ShouldBeNull();

        var (code, printed) = await RunAsync("audit", "root", "--date", "2026-11-25");
        (code, printed.Trim()).ShouldBe((ExitCodes.Ok, root.ToString()));
        var file = Path.Combine(home.Folder, "roots.txt");
        await File.WriteAllTextAsync(file, "# kept by the archive\n" + printed);
        (code, printed) = await RunAsync("audit", "verify", "--root", file);
        code.ShouldBe(ExitCodes.Ok, printed);
        printed.ShouldContain("whole: 3 entries, and passes through the root");

        await using (var db = app.Database())
        {
            await db.AuditEntries.ExecuteDeleteAsync();
            await db.AuditEnds.ExecuteDeleteAsync();
        }
        await AppendAsync(app, "flag:1", twice: true);   // a log written anew, whole by itself
        (await RunAsync("audit", "verify")).Code.ShouldBe(ExitCodes.Ok);
        (code, printed) = await RunAsync("audit", "verify", "--root", file, "--json");
        code.ShouldBe(ExitCodes.Found);
        printed.ShouldContain("\"sequence\":2,\"fault\":\"rewritten\"");

        async Task<(int Code, string Printed)> RunAsync(params string[] arguments)
        {
            using var output = new StringWriter();
            var parsed = CommandLine.Create().Parse([.. arguments, .. home.Settings]);
            return (await parsed.InvokeAsync(new System.CommandLine.InvocationConfiguration { Output = output }), output.ToString());
        }
    }

    [Fact]
    public void Every_action_that_the_code_records_is_said_in_both_languages()
    {
        var recorded = Directory.EnumerateFiles(Path.Combine(TestHome.Repository, "src", "InfoMonitor"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith("Texts.cs", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => ActionForm().Matches(File.ReadAllText(f)).Select(m => m.Groups["action"].Value)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        recorded.Length.ShouldBeGreaterThan(20);
        recorded.Except(AuditTexts.Actions.Keys, StringComparer.Ordinal).ShouldBeEmpty("say them in AuditTexts.Actions");
        AuditTexts.Actions.Keys.Select(a => a[..a.IndexOf('.', StringComparison.Ordinal)]).Except(AuditTexts.Areas.Keys, StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static Task<int> AppendAsync(WebApplication app, string subject, bool twice = false)
    {
        var audit = app.Services.GetRequiredService<AuditLog>();
        return app.Services.GetRequiredService<AuditedStep>().RunAsync(async db =>
        {
            await audit.AppendAsync(db, "an", "flag.claim", subject, new { state = "new" }, new { state = "claimed" }, CancellationToken.None);
            if (twice) await audit.AppendAsync(db, "an", "flag.release", subject, new { state = "claimed" }, new { state = "new" }, CancellationToken.None);
            return 0;
        }, CancellationToken.None);
    }

    private static async Task<AuditFinding> VerifyAsync(WebApplication app)
    {
        await using var db = app.Database();
        return await AuditVerifier.VerifyAsync(db, [], CancellationToken.None);
    }

    [GeneratedRegex("\"(?<action>(account|briefing|flag|item|label|page|reference|response|source|story|token|view)\\.[a-z][a-z-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ActionForm();
}
