using System.Net;
using System.Text.Json;
using InfoMonitor.Accounts;
using InfoMonitor.Briefings;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Commands;
using InfoMonitor.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace InfoMonitor.Tests.Briefings;

public sealed class BriefingTests
{
    /// <summary>09:00 on 24 November in Ha Noi.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_briefing_is_frozen_once_and_does_not_change_afterwards(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await BuildAsync(home, Now);
        await SeedAsync(app, FlagReason.UnverifiedClaim, "Câu thứ nhất", Now.AddHours(-5));
        var composer = app.Services.GetRequiredService<BriefingComposer>();

        var frozen = await Task.WhenAll(composer.FreezeAsync(Today, default), composer.FreezeAsync(Today, default));
        await SeedAsync(app, FlagReason.UnverifiedClaim, "Câu đến sau", Now.AddHours(-4));
        var briefing = await composer.GetAsync(Today, default);

        frozen.Count(first => first).ShouldBe(1);
        briefing!.Draft.ShouldBeFalse();
        briefing.Stories.ShouldHaveSingleItem().Quote.ShouldBe("Câu thứ nhất");
        (await composer.FreezeAsync(Today, default)).ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_api_pages_through_the_frozen_ones_newest_first(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        await using (var db = desk.App.Database())
        {
            for (var day = 0; day < 5; day++)
            {
                var content = new BriefingContent { Date = Today.AddDays(-day), From = Now, To = Now, ComposedAt = Now, TimeZone = "Asia/Ho_Chi_Minh", Draft = false, Stories = [], FurtherStories = 0, DeservesAnswer = [], NewReferences = [], Totals = new BriefingTotals(0, 0, 0, 0, 0, 0), Coverage = new BriefingCoverage(0, 0, []) };
                db.Briefings.Add(new Briefing { Date = content.Date, ComposedAt = Now, Content = JsonSerializer.Serialize(content, BriefingJson.Options) });
            }
            await db.SaveChangesAsync();
        }
        using var chi = await desk.SignInAsync("chi");
        var dates = new List<string?>();
        string? cursor = null;
        do
        {
            using var page = JsonDocument.Parse(await chi.GetStringAsync("/api/v1/briefings?limit=2" + (cursor is null ? "" : "&cursor=" + cursor)));
            dates.AddRange(page.RootElement.GetProperty("briefings").EnumerateArray().Select(b => b.GetProperty("date").GetString()));
            cursor = page.RootElement.GetProperty("next").GetString();
        }
        while (cursor is not null);
        dates.ShouldBe(["2026-11-24", "2026-11-23", "2026-11-22", "2026-11-21", "2026-11-20"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_day_on_which_the_service_first_ran_stays_a_draft(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await BuildAsync(home, Now);
        (await app.Accounts().AddAsync("an", [Role.Operator], TestDesk.Password, null, default)).ShouldBeOfType<AccountChange.Done>();
        var composer = app.Services.GetRequiredService<BriefingComposer>();
        (await composer.FreezeAsync(Today.AddDays(-1), default)).ShouldBeFalse("it did not run then");
        (await composer.FreezeAsync(Today.AddDays(1), default)).ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_draft_lives_until_the_days_time_and_covers_the_24_hours_before_it(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        var beforeTime = new DateTimeOffset(2026, 11, 23, 22, 0, 0, TimeSpan.Zero);   // 05:00 on the 24th; the briefing's time is 06:30
        await using var app = await BuildAsync(home, beforeTime);
        var composer = app.Services.GetRequiredService<BriefingComposer>();

        (await composer.GetAsync(Today, default))!.Stories.ShouldBeEmpty();
        await SeedAsync(app, FlagReason.UnverifiedClaim, "Trong ngày", beforeTime.AddHours(-1));
        await SeedAsync(app, FlagReason.UnverifiedClaim, "Hôm kia", beforeTime.AddHours(-30));
        var draft = await composer.GetAsync(Today, default);

        draft!.Draft.ShouldBeTrue();
        draft.Stories.Select(s => s.Quote).ShouldBe(["Trong ngày"]);
        (draft.To - draft.From).ShouldBe(TimeSpan.FromHours(24));
        draft.To.ShouldBe(new DateTimeOffset(2026, 11, 23, 23, 30, 0, TimeSpan.Zero));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_text_that_harms_is_counted_and_named_by_reason_but_never_quoted(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await BuildAsync(home, Now);
        foreach (var reason in new[] { FlagReason.Hate, FlagReason.Incitement, FlagReason.ExploitationLure, FlagReason.VictimExposure })
            await SeedAsync(app, reason, "Câu gây hại", Now.AddHours(-5));
        var composer = app.Services.GetRequiredService<BriefingComposer>();
        await composer.FreezeAsync(Today, default);
        var briefing = await composer.GetAsync(Today, default);

        briefing!.Stories.Count.ShouldBe(4);
        briefing.Stories.ShouldAllBe(s => s.Quote == null && s.Advice == Advice.DoNotAmplify);
        JsonSerializer.Serialize(briefing, BriefingJson.Options).ShouldNotContain("Câu gây hại");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Neither_dismissed_flags_nor_what_one_person_queued_by_hand_is_news_and_a_verdict_waiting_for_its_second_person_is_not_told(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await BuildAsync(home, Now);
        await SeedAsync(app, FlagReason.UnverifiedClaim, "Bỏ qua", Now.AddHours(-5), FlagState.Decided, Verdict.Protected);
        await SeedAsync(app, FlagReason.Hate, "Một người thấy", Now.AddHours(-5), byHand: true);
        await SeedAsync(app, FlagReason.MatchesCorrection, "Chờ người thứ hai", Now.AddHours(-5), FlagState.AwaitingSecond, Verdict.False);
        var briefing = await app.Services.GetRequiredService<BriefingComposer>().GetAsync(Today, default);

        var story = briefing!.Stories.ShouldHaveSingleItem();
        story.Quote.ShouldBe("Chờ người thứ hai");
        story.Verdict.ShouldBeNull();
        briefing.DeservesAnswer.ShouldHaveSingleItem().ShouldBe(new TopicCount(Topic.Children, 1));
        briefing.DeservesAnswerStories.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_deserves_an_answer_is_counted_once_a_story_whatever_its_topics(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await BuildAsync(home, Now);
        await using (var db = app.Database())
        {
            foreach (Topic[] topics in new Topic[][] { [Topic.Women, Topic.LabourTrafficking], [Topic.Women], [] })
            {
                var story = new Story { Language = "vi", FirstSeenAt = Now.AddHours(-5), LastSeenAt = Now.AddHours(-5), ItemCount = 1, SourceCount = 1, DeservesAnswer = true };
                foreach (var topic in topics) story.Topics.Add(new StoryTopic { Topic = topic });
                db.Stories.Add(story);
            }
            await db.SaveChangesAsync();
        }
        var briefing = await app.Services.GetRequiredService<BriefingComposer>().GetAsync(Today, default);
        briefing!.DeservesAnswerStories.ShouldBe(3);
        briefing.DeservesAnswer.ShouldBe([new TopicCount(Topic.Women, 2), new TopicCount(Topic.LabourTrafficking, 1)]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_says_which_sources_were_not_read(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await BuildAsync(home, Now);
        await using (var db = app.Database())
        {
            db.Sources.AddRange(
                new Source { Id = "a", Publisher = "Đã đọc", Language = "vi", Enabled = true, LastReadAt = Now.AddHours(-1) },
                new Source { Id = "b", Publisher = "Chưa đọc", Language = "vi", Enabled = true },
                new Source { Id = "c", Publisher = "Lỗi", Language = "vi", Enabled = true, LastReadAt = Now.AddHours(-1), Failures = 2, LastError = new Text("máy chủ đáp mã 503", "the server answered 503") },
                new Source { Id = "d", Publisher = "Đã tắt", Language = "vi", Enabled = false });
            await db.SaveChangesAsync();
        }
        var briefing = (await app.Services.GetRequiredService<BriefingComposer>().GetAsync(Today, default))!;
        var coverage = briefing.Coverage;
        BriefingTexts.WhyNothing(briefing).ShouldBe(BriefingTexts.NothingNew);
        BriefingTexts.WhyNothing(briefing with { Coverage = coverage with { Read = 0 } }).ShouldBe(BriefingTexts.NothingRead);

        (coverage.Sources, coverage.Read).ShouldBe((3, 1));
        coverage.Unread.Select(s => s.Publisher).ShouldBe(["Chưa đọc", "Lỗi"], ignoreOrder: true);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_says_which_sources_were_read_in_part_and_why(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        await using var app = await BuildAsync(home, Now);
        await using (var db = app.Database())
        {
            db.Sources.AddRange(
                new Source { Id = "a", Publisher = "Kẹt", Language = "vi", Enabled = true, LastReadAt = Now.AddHours(-1) },
                new Source { Id = "b", Publisher = "Rỗng", Language = "vi", Enabled = true, LastReadAt = Now.AddHours(-1), Dropped = new Text("không trang nào thành bài", "no page became an item") },
                new Source { Id = "c", Publisher = "Khoẻ", Language = "vi", Enabled = true, LastReadAt = Now.AddHours(-1), EntryPoints = { new EntryPoint { SourceId = "c", Url = "https://c.example/cu", MovedTo = "https://c.example/moi" } } },
                new Source { Id = "d", Publisher = "Nửa", Language = "vi", Enabled = true, LastReadAt = Now.AddHours(-1), EntryPoints = { new EntryPoint { SourceId = "d", Url = "https://d.example/rss" }, new EntryPoint { SourceId = "d", Url = "https://cham.example/rss", MovedTo = "https://cham.example/moi", LastError = new Text("chờ lâu", "a long pause"), NotBefore = Now.AddHours(1) } } },
                new Source { Id = "e", Publisher = "Khoá", Language = "vi", Enabled = true, LastReadAt = Now.AddHours(-1), NotArticles = 0.9, NotArticlesBecause = PageReason.LogIn },
                new Source { Id = "f", Publisher = "Lẫn", Language = "vi", Enabled = true, LastReadAt = Now.AddHours(-1), NotArticles = 0.5, NotArticlesBecause = PageReason.List });
            for (var i = 0; i < 5; i++) db.Pages.Add(new Page { SourceId = "a", Url = $"https://a.example/{i}", UrlHash = $"{i}", FoundAt = Now, NextAttemptAt = Now.AddMinutes(5), Attempts = 1, Detail = "the server answered 503." }); // how long yet is not kept
            await db.SaveChangesAsync();
        }
        var coverage = (await app.Services.GetRequiredService<BriefingComposer>().GetAsync(Today, default))!.Coverage;
        (coverage.Sources, coverage.Read).ShouldBe((6, 6));
        coverage.Unread.Select(s => (s.Publisher, s.Troubled, s.Reason, s.ReasonVi)).ShouldBe(
        [
            ("Kẹt", true, "5 pages could not be had yet; they are tried again by themselves.", "5 trang chưa lấy được, hệ thống tự thử lại."),
            ("Rỗng", true, "no page became an item", "không trang nào thành bài"),
            ("Nửa", true, "https://cham.example/rss: a long pause", "https://cham.example/rss: chờ lâu"),
            ("Khoá", true, "Most of the pages found are no articles (the page asks its reader to log in).", "Hầu hết trang tìm thấy không phải bài (trang đòi đăng nhập)."),
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task A_day_to_come_has_no_briefing_and_every_way_of_asking_says_so()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        await using (await home.BuildAsync()) { }   // migrated
        (await Verbs.RunAsync(["digest", .. home.Settings, "--date", "2999-01-01"])).ShouldSatisfyAllConditions(
            digest => digest.Code.ShouldBe(1), digest => digest.Output.ShouldBeEmpty(), digest => digest.Error.ShouldContain("has not come"));
        await using var desk = await TestDesk.StartAsync();
        using var chi = await desk.SignInAsync("chi");
        var tomorrow = desk.App.Services.GetRequiredService<BriefingDay>().Today.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        using var page = await chi.GetAsync($"/briefings/{tomorrow}");
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await page.Content.ReadAsStringAsync()).ShouldContain("Ngày đó chưa tới");
        foreach (var ending in new[] { "md", "json" }) (await chi.GetAsync($"/briefings/{tomorrow}.{ending}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await chi.GetStringAsync("/briefings/today")).ShouldNotContain(tomorrow);
        using var api = await chi.GetAsync($"/api/v1/briefings/{tomorrow}");
        api.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await api.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(p => p.ShouldContain("no-briefing"), p => p.ShouldContain("has not come"));
    }

    [Fact]
    public async Task A_day_that_is_over_or_to_come_has_no_briefing()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        await using var app = await BuildAsync(home, Now);
        var composer = app.Services.GetRequiredService<BriefingComposer>();
        (await composer.GetAsync(Today.AddDays(-1), default)).ShouldBeNull();
        (await composer.GetAsync(Today.AddDays(1), default)).ShouldBeNull();
    }

    [Fact]
    public async Task The_log_names_the_day_as_a_day()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        var lines = new LogLines();
        await using var app = await home.BuildAsync(builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Now));
            builder.Logging.ClearProviders().AddProvider(lines);
        });
        var worker = app.Services.GetServices<IHostedService>().OfType<BriefingWorker>().Single();
        await worker.StartAsync(default);
        for (var i = 0; i < 500 && !lines.Written.Any(l => l.Contains("briefing", StringComparison.Ordinal)); i++) await Task.Delay(20);
        await worker.StopAsync(default);
        lines.Written.ShouldContain("The briefing of 2026-11-24 is composed");
    }

    [Theory]
    [InlineData(FlagReason.MatchesCorrection, Verdict.False, 3, false, Advice.Answer)]
    [InlineData(FlagReason.MatchesCorrection, Verdict.False, 2, false, Advice.Prepare)]
    [InlineData(FlagReason.MatchesCorrection, null, 9, false, Advice.Prepare)]
    [InlineData(FlagReason.UnverifiedClaim, null, 9, false, Advice.Check)]
    [InlineData(FlagReason.UnverifiedClaim, Verdict.Harmful, 9, false, Advice.DoNotAmplify)]
    [InlineData(FlagReason.MatchesCorrection, Verdict.False, 9, true, Advice.Refer)]
    [InlineData(FlagReason.Hate, Verdict.Harmful, 9, true, Advice.DoNotAmplify)]
    public void Advice_follows_the_finding_the_spread_and_the_answer(object reason, object? verdict, int sources, bool answered, object advice) =>
        BriefingComposer.Advise((FlagReason)reason, (Verdict?)verdict, sources, answered).ShouldBe((Advice)advice);

    private static Task<WebApplication> BuildAsync(TestHome home, DateTimeOffset now) =>
        home.BuildAsync(builder => builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(now)));

    private static async Task SeedAsync(WebApplication app, FlagReason reason, string sentence, DateTimeOffset at, FlagState state = FlagState.New, Verdict? verdict = null, bool byHand = false)
    {
        await using var db = app.Database();
        var source = await db.Sources.FindAsync("bao");
        if (source is null) db.Sources.Add(new Source { Id = "bao", Publisher = "Báo", Language = "vi", LastReadAt = at });
        var story = new Story { Language = "vi", FirstSeenAt = at, LastSeenAt = at, ItemCount = 1, SourceCount = 1 };
        story.Topics.Add(new StoryTopic { Topic = Topic.Children });
        var item = new Item
        {
            SourceId = "bao", Url = "http://127.0.0.1/" + sentence, Title = sentence, Text = sentence, Language = "vi", FoundAt = at, ExactHash = sentence, IsOriginal = true,
            Assessment = new Assessment
            {
                Language = "vi", Assessed = true, Scores = new Dictionary<FlagReason, double> { [reason] = .9 }, Topics = [Topic.Children], Protected = [],
                Reasons = [reason], Because = [], CheckWorthiness = .5, DeservesAnswer = false, ModelVersion = "test",
            },
        };
        story.Items.Add(item);
        db.Stories.Add(story);
        await db.SaveChangesAsync();
        db.Flags.Add(new Flag
        {
            StoryId = story.Id, ItemId = item.Id, Reason = reason, Priority = 50, State = state, Verdict = verdict, DecidedAt = verdict is null ? null : at,
            FoundAt = at, DueAt = at.AddDays(1), Sentence = sentence, Language = "vi", ModelVersion = "test", ByHand = byHand,
        });
        await db.SaveChangesAsync();
    }
}
