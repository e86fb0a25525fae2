using InfoMonitor.Content.Classification;
using InfoMonitor.Demo;
using InfoMonitor.Domain;
using InfoMonitor.Reviews;
using InfoMonitor.Tests.Support;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Decision = InfoMonitor.Reviews.Decision;

namespace InfoMonitor.Tests.Demo;

/// <summary>The pictures of the README are taken from the demo: <c>INFOMONITOR_PICTURES=1 dotnet test tests/InfoMonitor.Tests --filter PictureTests</c>, then <c>pngquant --force --ext .png docs/*.png</c>.</summary>
public sealed class PictureTests(Browser browser) : IClassFixture<Browser>
{
    private const int Heaviest = 200_000;
    private static readonly string Folder = Path.Combine(TestHome.Repository, "docs");
    private static readonly string[] Pictures = ["queue.png", "flag.png", "briefing.png", "load.png"];

    [Fact]
    public async Task The_README_shows_every_main_page_in_a_picture_that_is_quickly_there()
    {
        if (Environment.GetEnvironmentVariable("INFOMONITOR_PICTURES") == "1") await TakeAsync();
        var readme = await File.ReadAllTextAsync(Path.Combine(TestHome.Repository, "README.md"));
        foreach (var picture in Pictures)
        {
            readme.ShouldContain($"](docs/{picture})");
            new FileInfo(Path.Combine(Folder, picture)).Length.ShouldBeLessThan(Heaviest, picture);
        }
    }

    private async Task TakeAsync()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        await using var demo = await DemoService.StartAsync(home.Settings, adjust: null, default);
        await DemoTests.FinishedAsync(demo);
        var flag = await WorkAsync(demo);
        var page = await browser.OpenAsync(demo.App.Address());
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#user", "lan");
        await page.FillAsync("#pass", demo.Place.Password);
        await page.ClickAsync("button.primary");
        foreach (var (picture, address) in new[] { ("queue.png", "/queue"), ("flag.png", $"/flags/{flag}"), ("briefing.png", "/briefings/today"), ("load.png", "/load") })
        {
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, picture) });
        }
        await demo.App.StopAsync();
    }

    /// <summary>Some of a day's work, so that the pages have something to show.</summary>
    /// <returns>A flag that nobody has decided.</returns>
    private static async Task<long> WorkAsync(DemoService demo)
    {
        await using var db = demo.App.Database();
        var people = (await db.Accounts.AsNoTracking().ToListAsync()).ToDictionary(a => a.Name, a => new Person(a.Id, a.Name, a.Roles.ToHashSet()), StringComparer.Ordinal);
        var flags = await db.Flags.AsNoTracking().OrderByDescending(f => f.Priority).ThenByDescending(f => f.Id).ToListAsync();
        var corrected = flags.Where(f => f.Reason == FlagReason.MatchesCorrection).ToList();
        var desk = demo.App.Services.GetRequiredService<ReviewDesk>();
        var revision = 0;
        foreach (var name in new[] { "lan", "minh" })
            revision = (await desk.DecideAsync(corrected[^1].Id, revision, new Decision(Verdict.False, Evidence: [new Evidence(corrected[^1].ReferenceId)]), people[name], default)).Revision;
        (await desk.AnswerAsync(corrected[^1].Id, revision, "https://van-phong.example/tra-loi/12", people["thu"], default)).IsDone.ShouldBeTrue();
        foreach (var claim in flags.Where(f => f.Reason == FlagReason.UnverifiedClaim).Reverse().Take(2))
            (await desk.DecideAsync(claim.Id, 0, new Decision(Verdict.OffTopic), people["minh"], default)).IsDone.ShouldBeTrue();
        await desk.ClaimAsync(flags[1].Id, 0, people["minh"], default);
        return corrected[0].Id;
    }
}
