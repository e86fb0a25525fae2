using System.Net.Http.Json;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Fingerprints;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Tests.Reviews;

/// <summary>What was found before on texts like the one that is looked at.</summary>
public sealed class SimilarTests
{
    private const string Sentence = "Từ tháng sau trẻ em phải đóng tiền mới được cấp thẻ bảo hiểm y tế.";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_flag_shows_at_most_five_settled_flags_on_texts_like_it_with_their_verdicts(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var looked = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        var open = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence + " Thật không?");
        var harm = await desk.FlagAsync(FlagReason.Hate, Sentence + " Đừng cho nhóm H. thuê nhà.");
        var settled = new List<long> { harm };
        for (var i = 0; i < 5; i++) settled.Add(await desk.FlagAsync(FlagReason.UnverifiedClaim, $"{Sentence} Xã số {i} cũng vậy."));
        var stranger = await desk.FlagAsync(FlagReason.UnverifiedClaim, "Cầu mới mở cửa sáng nay.");
        await using (var db = desk.App.Database())
        {
            await db.Items.Where(i => db.Flags.Any(f => f.Id == stranger && f.ItemId == i.Id)).ExecuteUpdateAsync(set => set.SetProperty(i => i.Text, "Cầu mới mở cửa sáng nay, xe tải nhẹ đi được, bà con hai bờ sông đỡ phải chờ phà như mọi năm."));
            foreach (var item in await db.Items.AsNoTracking().ToListAsync())
                foreach (var (band, value) in Fingerprint.Of(item.Text, item.Language).Bands.Index()) db.ItemBands.Add(new ItemBand { ItemId = item.Id, Band = band, Value = value });
            await db.SaveChangesAsync();
            await db.Flags.Where(f => f.Id != looked && f.Id != open).ExecuteUpdateAsync(set => set.SetProperty(f => f.State, FlagState.Decided).SetProperty(f => f.Verdict, Verdict.Accurate));
        }
        using var an = await desk.SignInAsync("an");
        var similar = (await an.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{looked}")).GetProperty("similar").EnumerateArray().ToArray();
        similar.Length.ShouldBe(5);
        similar.Select(s => s.GetProperty("id").GetInt64()).ShouldBeSubsetOf(settled);
        similar.ShouldAllBe(s => s.GetProperty("verdict").GetString() == "accurate");
        similar.Select(s => s.GetProperty("likeness").GetDouble()).ShouldBeInOrder(SortDirection.Descending);
        var page = await an.GetStringAsync($"/flags/{looked}");
        page.ShouldContain("Cờ gần giống đã kết luận");
        page.ShouldNotContain("Đừng cho nhóm H.", Case.Sensitive, "harm is covered here too");
        (await an.GetStringAsync($"/flags/{stranger}")).ShouldNotContain("similar-h");
    }
}
