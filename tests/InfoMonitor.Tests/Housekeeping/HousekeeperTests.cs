using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Housekeeping;
using InfoMonitor.Tests.Ingestion;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Tests.Housekeeping;

public sealed class HousekeeperTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Items_never_flagged_go_after_90_days_in_batches_and_everything_flagged_stays(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider, ("cắt bảo hiểm", FlagReason.UnverifiedClaim));
        await using var small = await bench.BuildAsync("--Housekeeping:Batch=2");
        var flagged = Bench.Prose(50) + "\nTừ tháng tới mọi người đều bị cắt bảo hiểm y tế.";
        await bench.IngestAsync("bao-a", "co.html", "Có cờ", flagged);
        await bench.IngestAsync("bao-b", "co-chep.html", "Có cờ", flagged);
        for (var i = 0; i < 5; i++) await bench.IngestAsync("bao-a", $"cu-{i}.html", "Cũ", Bench.Prose(60 + i));
        bench.Clock.Advance(TimeSpan.FromDays(20));
        (await bench.IngestAsync("bao-c", "chep-0.html", "Chép", Bench.Prose(60))).ShouldBe(PageOutcome.Copy);
        bench.Clock.Advance(TimeSpan.FromDays(71));

        (await small.Services.GetRequiredService<Housekeeper>().SweepAsync(default)).ShouldBe((5, 0));
        (await small.Services.GetRequiredService<Housekeeper>().SweepAsync(default)).ShouldBe((0, 0));

        await using var db = bench.App.Database();
        (await db.Items.OrderBy(i => i.Id).Select(i => i.Title).ToListAsync()).ShouldBe(["Có cờ", "Có cờ", "Chép"]);
        (await db.Stories.OrderBy(s => s.Id).Select(s => new { s.ItemCount, s.SourceCount }).ToListAsync()).ShouldBe([new { ItemCount = 2, SourceCount = 2 }, new { ItemCount = 1, SourceCount = 1 }]);
        (await db.ItemBands.Select(b => b.ItemId).Distinct().CountAsync()).ShouldBe(1);
        (await db.Flags.CountAsync()).ShouldBe(1);
        (await db.Pages.CountAsync(p => p.Outcome != null)).ShouldBe(8);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_rows_of_pages_age_out_later_but_pending_and_quarantined_ones_stay(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider, ("cắt bảo hiểm", FlagReason.UnverifiedClaim));
        await bench.IngestAsync("bao-a", "co.html", "Có cờ", Bench.Prose(70) + "\nMọi người đều bị cắt bảo hiểm y tế.");
        await bench.IngestAsync("bao-a", "thuong.html", "Thường", Bench.Prose(71));
        await bench.AddPageAsync("bao-a", "cho.html");
        bench.Judge = (_, _, _, _) => throw new FormatException("hỏng");
        await bench.IngestAsync("bao-a", "hong.html", "Hỏng", Bench.Prose(72));
        bench.Clock.Advance(TimeSpan.FromDays(731));

        (await bench.App.Services.GetRequiredService<Housekeeper>().SweepAsync(default)).ShouldBe((1, 2));

        await using var db = bench.App.Database();
        (await db.Pages.OrderBy(p => p.Id).Select(p => p.Outcome).ToListAsync()).ShouldBe([null, PageOutcome.Quarantined]);
        (await db.Items.SingleAsync()).PageId.ShouldBeNull();
    }
}
