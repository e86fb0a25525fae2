using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Classification;
using InfoMonitor.Ingestion;
using InfoMonitor.Reviews;
using InfoMonitor.Storage;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Tests.Reviews;

/// <summary>What the page of a flag says of why the model flagged.</summary>
public sealed partial class ExplanationTests
{
    [Fact]
    public void Each_reason_says_in_its_own_words_what_the_model_looks_for_and_that_it_is_no_verdict()
    {
        var texts = Enum.GetValues<FlagReason>().Where(r => r.IsHarm()).Select(FlagTexts.WhyOf).ToList();
        texts.Select(t => t.Vi).Distinct().Count().ShouldBe(4);
        texts.Select(t => t.En).Distinct().Count().ShouldBe(4);
        texts.ShouldAllBe(t => t.Vi.Contains("không phải kết luận") && t.En.Contains("not a verdict"));
    }

    [TheoryWithModels, OnSqlite]
    public async Task The_score_stands_beside_its_threshold_the_sum_is_told_once_and_every_word_can_be_opened(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var id = await desk.FlagAsync(FlagReason.Incitement, "Một câu bình thường trong bài này.");
        var version = ModelCards.Read(Candidates.Shipped).Version;
        desk.App.Services.GetRequiredService<KeptModels>().Keep(Candidates.Shipped, version);
        await using (var db = desk.App.Database())
        {
            var item = await db.Items.SingleAsync();
            WeightedWords[] words = [.. Enumerable.Range(0, 20).Select(i => new WeightedWords($"từ{i}", 0.5 - 0.0125 * i))];
            var because = item.Assessment.Because[0] with { Words = words, Bias = -1, LogOdds = words.Sum(w => w.Weight) - 1, Probability = 0.9876 };
            item.Assessment = item.Assessment with { Because = [because], ModelVersion = version };
            await db.SaveChangesAsync();
        }
        using var an = await desk.SignInAsync("an");
        var page = WebUtility.HtmlDecode(await an.GetStringAsync($"/flags/{id}"));
        var threshold = ModelCards.Read(Candidates.Shipped).Thresholds[FlagReason.Incitement].ToString("0.00##", CultureInfo.GetCultureInfo("vi-VN"));
        page.ShouldContain($"Xác suất 0,9876; ngưỡng lúc xét {threshold}.");
        page.ShouldContain(FlagTexts.WhyIncitement.Vi);
        Regex.Count(page, Regex.Escape(FlagTexts.WordsSum.Vi)).ShouldBe(1);
        page.ShouldContain("<summary>Mở 12 từ, dấu hiệu khác</summary>");
        var opened = page[page.IndexOf("Mở 12 từ", StringComparison.Ordinal)..];
        opened = opened[..opened.IndexOf("</table>", StringComparison.Ordinal)];
        var weights = Weight().Matches(opened).Select(m => double.Parse(m.Groups["weight"].Value.Replace(',', '.'), CultureInfo.InvariantCulture)).ToList();
        weights.Count.ShouldBe(12);
        weights.Sum().ShouldBe(Enumerable.Range(8, 12).Sum(i => 0.5 - 0.0125 * i), 1e-9);
    }

    [GeneratedRegex("<td class=\"num\">(?<weight>[^<]+)</td>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Weight();
}
