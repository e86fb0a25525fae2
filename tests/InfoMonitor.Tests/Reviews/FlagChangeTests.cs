using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace InfoMonitor.Tests.Reviews;

/// <summary>What the page of a flag shows of a text that was changed or taken down since (DESIGN step 10).</summary>
public sealed class FlagChangeTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly DateTimeOffset At = new(2026, 11, 25, 3, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_is_shown_in_marks_and_in_words_and_a_removal_with_its_time(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var flag = await ChangedAsync(desk);
        using var analyst = await desk.SignInAsync("an");
        var page = WebUtility.HtmlDecode(await analyst.GetStringAsync($"/flags/{flag}"));
        page.ShouldContain("<del>");
        page.ShouldContain("[bỏ: </span><del>");
        page.ShouldContain("[thêm: </span><ins>");
        page.ShouldContain("phát hiện lúc 10:00, 25/11/2026");
        page.ShouldContain("Bài đã bị gỡ khỏi nguồn (HTTP 410)");

        using var claim = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/flags/{flag}/claim");
        claim.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        (await analyst.SendAsync(claim)).EnsureSuccessStatusCode();
        var told = await analyst.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{flag}");
        told.GetProperty("changes")[0].GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("kind").GetString()).ShouldContain("removed");
        told.GetProperty("rereading").ShouldSatisfyAllConditions(r => r.GetProperty("missing").GetString().ShouldBe("gone"), r => r.GetProperty("missingAt").GetDateTimeOffset().ShouldBe(At), r => r.GetProperty("status").GetInt32().ShouldBe(410));
        told.GetProperty("holder").GetString().ShouldBe("an");
        told.GetProperty("heldUntil").GetDateTimeOffset().ShouldBeGreaterThan(At);
    }

    [BrowserTheory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task The_page_of_a_changed_text_is_accessible(int width, ColorScheme scheme)
    {
        await using var desk = await TestDesk.StartAsync();
        var flag = await ChangedAsync(desk);
        var page = await browser.OpenAsync(desk.Address, width, scheme: scheme);
        await page.SignInAsync("an");
        await page.InspectAsync($"/flags/{flag}", width);
        await page.Context.CloseAsync();
    }

    private static async Task<long> ChangedAsync(TestDesk desk)
    {
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, "Thẻ bảo hiểm của trẻ em sẽ hết hạn vào ngày mai.");
        await using var db = desk.App.Database();
        var item = await db.Items.SingleAsync();
        db.ItemVersions.Add(new ItemVersion { ItemId = item.Id, Title = item.Title, Text = item.Text.Replace("ngày mai", "cuối năm sau", StringComparison.Ordinal), Assessment = item.Assessment, ReplacedAt = At });
        db.Rereadings.Add(new Rereading { ItemId = item.Id, ReadAt = At, NextAt = At, Missing = PageOutcome.Gone, MissingAt = At, Status = 410 });
        await db.SaveChangesAsync();
        return id;
    }
}
