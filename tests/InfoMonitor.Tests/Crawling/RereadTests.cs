using System.Net;
using InfoMonitor.Content.Classification;
using InfoMonitor.Crawling;
using InfoMonitor.Domain;
using InfoMonitor.Ingestion;
using InfoMonitor.Tests.Ingestion;
using InfoMonitor.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace InfoMonitor.Tests.Crawling;

/// <summary>Items behind open flags are read again daily for a week (DESIGN step 10).</summary>
public sealed class RereadTests
{
    private const string Rumour = "Tin đồn nói phí khám tăng gấp ba từ ngày mai.";
    private const string Host = "127.0.0.1";
    private const string Mended = "Trạm y tế nói rõ phí khám giữ nguyên như cũ.";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
    private readonly string prose = TestSite.TextOf("/tin");

    [Theory, OnSqlite, OnPostgres]
    public async Task A_changed_text_is_a_new_version_and_the_flag_is_assessed_anew(string provider)
    {
        await using var home = await FlaggedAsync(provider);
        await RereadAsync(home, hours: 25, expected: 1);
        await using (var db = home.App.Database()) (await db.ItemVersions.CountAsync()).ShouldBe(0);

        home.Site.Article("/tin", "Bài tin", $"{prose}\n{Mended} Gọi số 0912345678 để hỏi.");
        await RereadAsync(home, hours: 25, expected: 1);

        await using var after = home.App.Database();
        var item = await after.Items.SingleAsync();
        item.Text.ShouldContain(Mended);
        item.Text.ShouldNotContain("0912345678");
        item.Text.ShouldContain("[PHONE]");
        var version = await after.ItemVersions.SingleAsync();
        version.Text!.ShouldContain(Rumour);
        version.Assessment.Reasons.ShouldBe([FlagReason.UnverifiedClaim]);
        version.ReplacedAt.ShouldBe(clock.GetUtcNow());
        var flag = await after.Flags.SingleAsync();
        flag.State.ShouldBe(FlagState.New, "whether a mended text is done with is for a person to say");
        (flag.Reason, flag.Sentence).ShouldBe((FlagReason.UnverifiedClaim, Rumour));
        flag.Revision.ShouldBe(1);
        (await after.Stories.SingleAsync()).DeservesAnswer.ShouldBeTrue("what it says now is what counts");
        (await after.AuditEntries.OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync()).ShouldBe(["flag.new", "flag.text-changed", "flag.reassess"]);
        (await after.AuditEntries.Select(a => a.Before + a.After).ToListAsync()).ShouldAllBe(text => !text.Contains("phí khám", StringComparison.Ordinal));

        home.Site.Article("/tin", "Bài tin", $"{prose}\n{Rumour}");
        await RereadAsync(home, hours: 25, expected: 1);
        await using var back = home.App.Database();
        (await back.ItemVersions.CountAsync()).ShouldBe(2);
        (await back.Stories.SingleAsync()).DeservesAnswer.ShouldBeFalse();
        (await back.Flags.SingleAsync()).Revision.ShouldBe(2);
    }

    /// <summary>Readers go on writing below an article; it does not change by that (DESIGN 2.1).</summary>
    [Theory]
    [InlineData("<div class=comments><h3>Bình luận (2)</h3><div class=comment><b>Sáu</b><p>{0}</p></div><div class=comment><b>Hoa</b><p>{1}</p></div></div>")]
    [InlineData("<h3>Ý kiến bạn đọc</h3><div><b>Sáu</b><p>{0}</p></div><div><b>Hoa</b><p>{1}</p></div>")]
    [InlineData("<div><b>Sáu</b><p>{0}</p><a href=#>Thích</a> <a href=#>Trả lời</a></div>")]
    [InlineData("<ol><li id=comment-1><cite>Sáu</cite><p>{0}</p></li><li id=comment-2><cite>Hoa</cite><p>{1}</p></li></ol>")]
    [InlineData("<p>Bình luận</p><p>minh1: {0}</p><p>hoa2: {1}</p>")]
    public async Task Comments_of_readers_that_came_since_are_no_new_version(string form)
    {
        await using var home = await FlaggedAsync("Sqlite");
        home.Site.Serve("/tin", "text/html; charset=utf-8", Page(""));
        await RereadAsync(home, hours: 25, expected: 1);
        int before;
        await using (var db = home.App.Database()) before = await db.ItemVersions.CountAsync();
        home.Site.Serve("/tin", "text/html; charset=utf-8", Page(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, "Con tôi ở thôn Một đã đi theo lời hẹn này và chưa về, xin bà con đừng tin.", "Gia đình tôi cũng gặp chuyện như vậy trong tháng trước ở bến xe.")));
        await RereadAsync(home, hours: 25, expected: 1);
        await using var after = home.App.Database();
        (await after.ItemVersions.CountAsync()).ShouldBe(before);
        (await after.Items.SingleAsync()).Text.ShouldSatisfyAllConditions(t => t.ShouldContain(Rumour), t => t.ShouldNotContain("thôn Một"));

        string Page(string below) => $"<html lang=vi><head><title>Bài tin</title></head><body><h1>Bài tin</h1><div>{string.Concat($"{prose}\n{Rumour}".Split('\n').Select(line => $"<p>{line}</p>"))}</div>{below}</body></html>";
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_removal_is_kept_with_its_time_and_so_is_its_end(string provider)
    {
        await using var home = await FlaggedAsync(provider);
        home.Site.Serve("/tin", 410);
        await RereadAsync(home, hours: 25, expected: 1);
        var gone = clock.GetUtcNow();
        await RereadAsync(home, hours: 25, expected: 1);
        await using (var db = home.App.Database())
        {
            var row = await db.Rereadings.SingleAsync();
            (row.Missing, row.MissingAt, row.Status).ShouldBe((PageOutcome.Gone, gone, 410));
            (await db.Items.SingleAsync()).Text.ShouldContain(Rumour, customMessage: "what was stored stays");
        }
        home.Site.Article("/tin", "Bài tin", $"{prose}\n{Rumour}");
        await RereadAsync(home, hours: 25, expected: 1);
        await using var back = home.App.Database();
        (await back.Rereadings.SingleAsync()).Missing.ShouldBeNull();
        (await back.AuditEntries.OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync()).ShouldBe(["flag.new", "flag.text-missing", "flag.text-back"]);
    }

    /// <summary>From the publisher's server to the flag's page.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_and_a_removal_at_the_publishers_are_seen_on_the_flags_page(string provider)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.StartAsync(provider, builder => Flagging(builder, clock), CrawlHome.Settings);
        site.Article("/tin", "Bài tin", $"{prose}\n{Rumour}").Rss("/rss", ("/tin", clock.GetUtcNow()));
        await using (var db = desk.App.Database())
        {
            db.Sources.Add(site.Source("bao", (EntryPointKind.Feed, "/rss")));
            await db.SaveChangesAsync();
        }
        await desk.App.Services.GetRequiredService<SourceCrawler>().CrawlAsync("bao", null, CancellationToken.None);

        site.Article("/tin", "Bài tin", $"{prose}\n{Mended}");
        var changed = await SeenAsync();
        changed.ShouldSatisfyAllConditions(p => p.ShouldContain("[bỏ: </span><del>"), p => p.ShouldContain("[thêm: </span><ins>"), p => p.ShouldContain("giữ nguyên như cũ"), p => p.ShouldNotContain("đã bị gỡ"));
        site.Serve("/tin", 410);
        (await SeenAsync()).ShouldContain("Bài đã bị gỡ khỏi nguồn (HTTP 410)");

        async Task<string> SeenAsync()
        {
            clock.Advance(TimeSpan.FromHours(25));
            (await desk.App.Services.GetRequiredService<Rereader>().RereadAsync("bao", CancellationToken.None)).ShouldBe(1);
            using var analyst = await desk.SignInAsync("an");
            await using var db = desk.App.Database();
            return WebUtility.HtmlDecode(await analyst.GetStringAsync($"/flags/{await db.Flags.Select(f => f.Id).SingleAsync()}"));
        }
    }

    [Theory, OnSqlite]
    public async Task Robots_txt_holds_for_a_second_reading_and_an_unchanged_page_costs_a_304(string provider)
    {
        await using var home = await FlaggedAsync(provider);
        await RereadAsync(home, hours: 25, expected: 1);
        home.Site.ClearRequests();
        await RereadAsync(home, hours: 25, expected: 1);
        home.Site.Count("/tin", 304).ShouldBe(1);

        home.Site.Robots("User-agent: *\nDisallow: /").ClearRequests();
        await RereadAsync(home, hours: 25, expected: 1);
        home.Site.Count("/tin").ShouldBe(0);
        await using var db = home.App.Database();
        (await db.Rereadings.SingleAsync()).Missing.ShouldBe(PageOutcome.Disallowed);
    }

    [Theory, OnSqlite]
    public async Task It_ends_after_a_week_and_with_the_flag_and_asks_for_no_address_that_is_not_kept(string provider)
    {
        await using var home = await FlaggedAsync(provider);
        await RereadAsync(home, hours: 23, expected: 0);
        await RereadAsync(home, hours: 2, expected: 1);
        await RereadAsync(home, hours: 1, expected: 0);
        await SetAsync(home, FlagState.Confirmed);
        await RereadAsync(home, hours: 25, expected: 0);
        await SetAsync(home, FlagState.Claimed);
        await using (var db = home.App.Database()) await db.Pages.ExecuteUpdateAsync(set => set.SetProperty(p => p.UrlMasked, true));
        await RereadAsync(home, hours: 25, expected: 0);
        await using (var db = home.App.Database()) await db.Pages.ExecuteUpdateAsync(set => set.SetProperty(p => p.UrlMasked, false));
        await RereadAsync(home, hours: 1, expected: 1);
        await RereadAsync(home, hours: 24 * 6, expected: 0);
    }

    /// <summary>A page that somebody added by hand belongs to its host, which is no source.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_added_by_hand_is_read_again_and_its_removal_is_shown(string provider)
    {
        await using var home = await FlaggedAsync(provider);
        await StrangeAsync(home);
        home.Site.Serve("/tin", 410);
        await RereadAsync(home, hours: 25, expected: 1, Host);
        await using var db = home.App.Database();
        (await db.Rereadings.SingleAsync()).Missing.ShouldBe(PageOutcome.Gone);
        (await db.AuditEntries.OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync()).ShouldBe(["flag.new", "flag.text-missing"]);
        await SetAsync(home, FlagState.Confirmed);
        await RereadAsync(home, hours: 25, expected: 0, Host);
    }

    [Theory, OnSqlite]
    public async Task A_source_that_was_switched_off_is_not_asked_again(string provider)
    {
        await using var home = await FlaggedAsync(provider);
        await using (var db = home.App.Database()) await db.Sources.ExecuteUpdateAsync(set => set.SetProperty(s => s.Enabled, false));
        await RereadAsync(home, hours: 25, expected: 0);
    }

    [Theory]
    [InlineData("Sqlite", false)]
    [InlineData("Sqlite", true)]
    [InlineData("Postgres", true)]
    public async Task A_due_item_fires_its_sources_own_job_once_and_a_strangers_too(string provider, bool strange)
    {
        await using var home = await FlaggedAsync(provider, TimeProvider.System);
        if (strange) await StrangeAsync(home);
        await using (var db = home.App.Database()) await db.Items.ExecuteUpdateAsync(set => set.SetProperty(i => i.FoundAt, TimeProvider.System.GetUtcNow().AddHours(-25)));
        await home.App.StartAsync();
        var keeper = home.App.Services.GetRequiredService<ScheduleKeeper>();
        await keeper.KeepAsync(default);
        await keeper.ScheduleRereadsAsync(default);
        for (var look = 0; look < 300 && home.Site.Count("/tin") < 2; look++) await Task.Delay(100);
        home.Site.Count("/tin").ShouldBe(2);
        for (var look = 0; look < 100; look++)
        {
            await using var db = home.App.Database();
            if (await db.Rereadings.AnyAsync()) break;
            await Task.Delay(100);
        }
        await keeper.ScheduleRereadsAsync(default);
        await home.App.StopAsync();
        home.Site.Count("/tin").ShouldBe(2);
    }

    /// <summary>A source with one item, flagged.</summary>
    private async Task<CrawlHome> FlaggedAsync(string provider, TimeProvider? time = null)
    {
        var home = await CrawlHome.CreateAsync(provider, builder => Flagging(builder, time ?? clock), "--Crawling:Spread=01:00:00");
        home.Site.Article("/tin", "Bài tin", $"{prose}\n{Rumour}").Rss("/rss", ("/tin", (time ?? clock).GetUtcNow()));
        await home.AddAsync(home.Site.Source("bao", (EntryPointKind.Feed, "/rss")));
        await home.CrawlAsync();
        await using var db = home.App.Database();
        (await db.Flags.CountAsync()).ShouldBe(1);
        return home;
    }

    private static void Flagging(WebApplicationBuilder builder, TimeProvider time) => builder.Services.AddSingleton(time).AddSingleton<Judge>((_, text, language, _) =>
        text.Contains(Rumour, StringComparison.Ordinal) ? Bench.Make(language, [FlagReason.UnverifiedClaim], [Bench.Explain(text, Rumour, FlagReason.UnverifiedClaim)]) : Bench.Make(language, [], [], deservesAnswer: text.Contains(Mended, StringComparison.Ordinal)));

    private static async Task StrangeAsync(CrawlHome home)
    {
        await using var db = home.App.Database();
        await db.Items.ExecuteUpdateAsync(set => set.SetProperty(i => i.SourceId, Host));
        await db.Pages.ExecuteUpdateAsync(set => set.SetProperty(p => p.SourceId, Host));
    }

    private async Task RereadAsync(CrawlHome home, int hours, int expected, string source = "bao")
    {
        clock.Advance(TimeSpan.FromHours(hours));
        (await home.App.Services.GetRequiredService<Rereader>().RereadAsync(source, CancellationToken.None)).ShouldBe(expected);
    }

    private static async Task SetAsync(CrawlHome home, FlagState state)
    {
        await using var db = home.App.Database();
        await db.Flags.ExecuteUpdateAsync(set => set.SetProperty(f => f.State, state));
    }
}
