using System.Net.Http.Json;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Reviews;
using InfoMonitor.Storage;
using InfoMonitor.Tests.Ingestion;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Tests.Reviews;

public sealed class SearchTests
{
    private const string Sentence = "Từ tháng sau đồng bào phải đóng tiền mới được cấp thẻ bảo hiểm y tế.";

    [Theory, OnSqlite, OnPostgres]
    public async Task Words_are_found_with_and_without_accents_in_flags_verdicts_and_references(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var id = await desk.FlagAsync(FlagReason.MatchesCorrection, Sentence, correction: "Đồng bào vẫn được cấp thẻ miễn phí, khoản 3/12");
        var search = desk.App.Services.GetRequiredService<SearchReader>();
        foreach (var asked in new[] { "đồng bào", "dong bao", "ĐỒNG BÀO", "bao dong", "\"dong bao\"", "thẻ đồng bà", "“đồng bào”", "bao'; DROP TABLE x --" })
        {
            var expected = asked.Contains("DROP", StringComparison.Ordinal) ? 0 : 2;
            (await search.FindAsync(asked, null, null, 10, default)).Hits.Count.ShouldBe(expected, asked);
        }
        (await search.FindAsync("\"bao dong\"", null, null, 10, default)).Hits.ShouldBeEmpty("quoted words stand together, in their order");
        (await search.FindAsync("3/12", null, null, 10, default)).Hits.ShouldHaveSingleItem().ShouldBeOfType<SearchHit.OfReference>();
        (await search.FindAsync("đồng bào lạ", null, null, 10, default)).Hits.ShouldBeEmpty();
        foreach (var nothing in new[] { "", "  ", "\"\"", "*", ":", "(" }) (await search.FindAsync(nothing, null, null, 10, default)).Hits.ShouldBeEmpty(nothing);

        var hit = (await search.FindAsync("dong bao", SearchScope.Open, null, 10, default)).Hits.ShouldHaveSingleItem().ShouldBeOfType<SearchHit.OfFlag>();
        hit.Sentence.Where(r => r.IsHit).Select(r => r.Text).ShouldBe(["đồng", "bào", "đóng", "bảo"]);
        string.Concat(hit.Sentence.Select(r => r.Text)).ShouldBe(Sentence);

        using var an = await desk.SignInAsync("an");
        var tag = (await an.GetAsync($"/api/v1/flags/{id}")).Headers.ETag!.Tag;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/flags/{id}/verdict") { Content = JsonContent.Create(new { verdict = "protected" }) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        (await an.SendAsync(request)).EnsureSuccessStatusCode();
        (await search.FindAsync("dong bao", SearchScope.Open, null, 10, default)).Hits.ShouldBeEmpty();
        (await search.FindAsync("dong bao", SearchScope.Settled, null, 10, default)).Hits.Count.ShouldBe(1);
        (await search.FindAsync("dong bao", SearchScope.Reference, null, 10, default)).Hits.Count.ShouldBe(1);

        var answer = await an.GetFromJsonAsync<JsonElement>("/api/v1/search?q=dong%20bao&in=settled");
        answer.GetProperty("results")[0].GetProperty("flagId").GetInt64().ShouldBe(id);
        answer.GetProperty("results")[0].GetProperty("verdict").GetString().ShouldBe("protected");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_item_that_was_never_flagged_is_not_found_and_a_flagged_one_is_as_ingestion_writes_it(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider, ("cắt bảo hiểm", FlagReason.UnverifiedClaim));
        await bench.IngestAsync("bao-a", "thuong.html", "Bản tin thường kỳ", Bench.Prose(1) + "\nChiều nay có lốc xoáy ở vùng cao.");
        await bench.IngestAsync("bao-a", "co.html", "Tin về bảo hiểm", Bench.Prose(2) + "\nMọi người đều bị cắt bảo hiểm y tế.");
        var search = new SearchReader(bench.App.Services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>());
        (await search.FindAsync("lốc xoáy", null, null, 10, default)).Hits.ShouldBeEmpty();
        (await search.FindAsync("bị cắt bảo hiểm", null, null, 10, default)).Hits.Count.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_index_follows_redaction_and_deletion_in_the_same_save(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var id = await desk.FlagAsync(FlagReason.VictimExposure, "Cháu H. học ở trường Hoa Sen là nạn nhân.");
        var search = desk.App.Services.GetRequiredService<SearchReader>();
        (await search.FindAsync("hoa sen", null, null, 10, default)).Hits.Count.ShouldBe(1);
        await using (var db = desk.App.Database())
        {
            var flag = await db.Flags.Include(f => f.Item).SingleAsync(f => f.Id == id);
            flag.Sentence = "[…] là nạn nhân.";
            flag.Item!.Text = flag.Item.Text.Replace("Cháu H. học ở trường Hoa Sen", "[…]", StringComparison.Ordinal);
            await db.SaveChangesAsync();
        }
        (await search.FindAsync("hoa sen", null, null, 10, default)).Hits.ShouldBeEmpty();
        (await search.FindAsync("nạn nhân", null, null, 10, default)).Hits.Count.ShouldBe(1);
        await using (var db = desk.App.Database())
        {
            var item = await db.Items.SingleAsync();
            item.Text = "Chỉ còn câu này.";   // read again: nobody loaded the flag
            await db.SaveChangesAsync();
        }
        (await search.FindAsync("chi con cau nay", null, null, 10, default)).Hits.Count.ShouldBe(1);
        await using (var db = desk.App.Database()) await db.Flags.Where(f => f.Id == id).ExecuteDeleteAsync();
        (await search.FindAsync("nạn nhân", null, null, 10, default)).Hits.ShouldBeEmpty();
        await using (var db = desk.App.Database()) (await db.SearchEntries.CountAsync()).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Results_are_paged_and_each_comes_once(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        for (var i = 0; i < 7; i++) await desk.FlagAsync(FlagReason.UnverifiedClaim, $"{Sentence} {i}");
        var search = desk.App.Services.GetRequiredService<SearchReader>();
        var seen = new List<long>();
        long? cursor = null;
        do
        {
            var page = await search.FindAsync("bảo hiểm", null, cursor, 3, default);
            seen.AddRange(page.Hits.OfType<SearchHit.OfFlag>().Select(h => h.Flag.Id));
            cursor = page.Next;
        }
        while (cursor is not null);
        seen.Count.ShouldBe(7);
        seen.ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void Khmer_is_found_inside_its_unbroken_lines()
    {
        var words = SearchWords.Of("សិទ្ធិមនុស្សនៅកម្ពុជា");
        words.ShouldContain(SearchWords.Of("មនុស្ស"));
        words.ShouldNotContain(SearchWords.Of("ភាសា"));
    }
}
