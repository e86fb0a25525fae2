using System.Net;
using InfoMonitor.Briefings;
using InfoMonitor.Content.Classification;
using InfoMonitor.Crawling;
using InfoMonitor.Demo;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Tests.Demo;

/// <summary>The demo from its first start to its second: the whole service on real HTTP, real models, a real database.</summary>
public sealed class DemoTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);   // a stop for a hung test, not a measure

    [Fact]
    public async Task Every_harmful_sample_is_flagged_with_its_reason_no_protected_one_is_and_a_second_start_goes_on()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        var first = await DemoService.StartAsync(home.Settings, adjust: null, default);
        await using (first)
        {
            await FinishedAsync(first);
            await AssertSamplesAsync(first.App);
            await AssertOutcomesAsync(first.App);
            await AssertAnswersAsync(first.App);
            await AssertIntervalsAsync(first.App);
            using var client = new HttpClient { BaseAddress = first.App.Address() };
            foreach (var address in new[] { "/sign-in", "/openapi/v1.json", "/healthz/live", "/healthz/ready" })
                (await client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK, address);
            await first.App.StopAsync();
        }

        var before = await CountsAsync(home, first.Place);
        await using var second = await DemoService.StartAsync(home.Settings, adjust: null, default);
        second.Place.ShouldBeEquivalentTo(first.Place);
        await FinishedAsync(second);
        await using var db = second.App.Database();
        (await db.Items.CountAsync(), await db.Flags.CountAsync(), await db.Accounts.CountAsync()).ShouldBe(before);
        await second.App.StopAsync();
    }

    [Fact]
    public void The_samples_cover_every_reason_and_every_class_of_protected_speech()
    {
        var expected = DemoText.All.SelectMany(t => t.Articles).Select(a => a.Expect).OfType<string>().ToList();
        foreach (var reason in Enum.GetValues<FlagReason>()) expected.ShouldContain(reason.Word());
        foreach (var kind in Enum.GetValues<ProtectedClass>()) expected.ShouldContain("protected " + kind.Word());
        DemoText.All.Sum(t => t.Articles.Count).ShouldBeGreaterThanOrEqualTo(60);
        DemoText.All.Select(t => t.Entry).Distinct().ShouldBe(Enum.GetValues<DemoEntry>(), ignoreOrder: true);
    }

    private static async Task AssertSamplesAsync(WebApplication app)
    {
        await using var db = app.Database();
        var items = await db.Items.AsNoTracking().ToListAsync();
        var flags = await db.Flags.AsNoTracking().ToDictionaryAsync(f => f.StoryId);
        var wrong = new List<string>();
        foreach (var text in DemoText.All)
            foreach (var article in text.Articles)
            {
                var item = items.SingleOrDefault(i => i.SourceId == text.Id && i.Url.EndsWith(article.Expect == FlagReason.VictimExposure.Word() ? "/…" : "/" + DemoPages.PathOf(article), StringComparison.Ordinal));
                var found = item is null ? "not stored" : flags.TryGetValue(item.StoryId, out var flag) ? flag.Reason.Word() : null;
                var wanted = article.Expect switch { null or "debunk" => null, "disallowed" => "not stored", var e when e.StartsWith("protected", StringComparison.Ordinal) => null, var e => e };
                if (found != wanted)
                    wrong.Add($"{text.Id}/{article.Slug}: {found ?? "no flag"} instead of {wanted ?? "no flag"}; scores {(item is null ? "" : string.Join(", ", item.Assessment.Scores.Select(s => $"{s.Key.Word()} {s.Value:0.00}")))}; protected {(item is null ? "" : string.Join(", ", item.Assessment.Protected))}");
            }
        wrong.ShouldBeEmpty();
    }

    private static async Task AssertOutcomesAsync(WebApplication app)
    {
        await using var db = app.Database();
        var outcomes = (await db.Pages.AsNoTracking().ToListAsync()).ToLookup(p => p.Outcome);
        outcomes[null].ShouldBeEmpty();
        outcomes[PageOutcome.Copy].Count().ShouldBe(2);
        outcomes[PageOutcome.Disallowed].ShouldHaveSingleItem().Url.ShouldContain("/noi-bo/");
        outcomes[PageOutcome.Gone].ShouldHaveSingleItem();
        outcomes[PageOutcome.Unsupported].ShouldHaveSingleItem().Url.ShouldEndWith(".pdf");
        outcomes[PageOutcome.NotArticle].ShouldHaveSingleItem().Url.ShouldEndWith("long-nhau.html");
        var broken = outcomes[PageOutcome.Quarantined].ShouldHaveSingleItem();
        broken.Url.ShouldEndWith("trang-vo.html");
        broken.Detail!.ShouldContain("by intent");
        (await db.Stories.AsNoTracking().MaxAsync(s => s.SourceCount)).ShouldBe(3);
        (await db.References.AsNoTracking().CountAsync(r => r.Independent)).ShouldBe(4);
    }

    /// <summary>What people allege is in no queue, and the briefing asks for an answer to it (DESIGN 2.3).</summary>
    private static async Task AssertAnswersAsync(WebApplication app)
    {
        await using var db = app.Database();
        var story = await db.Stories.AsNoTracking().Include(s => s.Topics).SingleAsync(s => s.Items.Any(i => i.Url.Contains("/cong-nhan-bi-no-luong-bon-thang")));
        story.DeservesAnswer.ShouldBeTrue();
        (await db.Flags.AnyAsync(f => f.StoryId == story.Id)).ShouldBeFalse();
        story.Topics.ShouldNotBeEmpty();
        var briefing = (await app.Services.GetRequiredService<BriefingComposer>().GetAsync(app.Services.GetRequiredService<BriefingDay>().Today, default))!;
        briefing.DeservesAnswerStories.ShouldBeInRange(1, DemoText.All.SelectMany(t => t.Articles).Count(a => a.Expect?.StartsWith("protected", StringComparison.Ordinal) == true), "no more than what is protected");
        foreach (var topic in story.Topics) briefing.DeservesAnswer.ShouldContain(count => count.Topic == topic.Topic);
    }

    /// <summary>What the demo's last line promises.</summary>
    private static async Task AssertIntervalsAsync(WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<CrawlingOptions>>().Value;
        await using var db = app.Database();
        foreach (var source in await db.Sources.AsNoTracking().ToListAsync())
            ScheduleKeeper.IntervalOf(options, source.Id, source.ReadEvery ?? source.Interval).ShouldBe(DemoService.ReadEvery, source.Id);
    }

    private static async Task<(int Items, int Flags, int Accounts)> CountsAsync(TestHome home, DemoPlace place)
    {
        place.ShouldNotBeNull();
        await using var app = await home.BuildAsync(adjust: null, DemoService.Settings);
        await using var db = app.Database();
        return (await db.Items.CountAsync(), await db.Flags.CountAsync(), await db.Accounts.CountAsync());
    }

    internal static async Task FinishedAsync(DemoService demo)
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        DemoProgress progress;
        do progress = await demo.ProgressAsync(timeout.Token);
        while ((!progress.AllRead || progress.Ended < progress.Pages) && await timer.WaitForNextTickAsync(timeout.Token));
    }
}
