using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Ingestion;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Tests.Ingestion;

public sealed class FactCheckTests
{
    private static string Check(string url, string claim, string verdict = "Sai") =>
        $$$"""<script type="application/ld+json">{"@context":"https://schema.org","@type":"ClaimReview","url":"{{{url}}}","claimReviewed":"{{{claim}}}","datePublished":"2026-11-20","reviewRating":{"@type":"Rating","alternateName":"{{{verdict}}}"},"author":{"@type":"Organization","name":"Phòng kiểm chứng"}}</script>""";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_fact_check_is_stored_as_an_item_and_its_claim_once_as_a_reference(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        var head = Check("https://bao-a.example/kc/1", "Uống nước lá chữa mọi bệnh") + Check("https://bao-a.example/kc/1", "Uống nước lá chữa mọi bệnh");

        (await bench.IngestAsync("bao-a", "kc/1", "Kiểm chứng", Bench.Prose(1), head)).ShouldBe(PageOutcome.Stored);
        (await bench.IngestAsync("bao-a", "kc/1?lai", "Kiểm chứng", Bench.Prose(2), head)).ShouldBe(PageOutcome.Stored);

        await using var db = bench.App.Database();
        var reference = await db.References.SingleAsync();
        reference.ShouldSatisfyAllConditions(
            r => r.Kind.ShouldBe(ReferenceKind.FactCheck), r => r.Statement.ShouldBe("Uống nước lá chữa mọi bệnh"), r => r.Verdict.ShouldBe("Sai"), r => r.Publisher.ShouldBe("Phòng kiểm chứng"),
            r => r.Url.ShouldBe("https://bao-a.example/kc/1"), r => r.Independent.ShouldBeTrue(), r => r.PublishedAt.ShouldBe(new DateTimeOffset(2026, 11, 19, 17, 0, 0, TimeSpan.Zero)));
        (await db.AuditEntries.SingleAsync()).Action.ShouldBe("reference.new");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_an_independent_publishers_own_review_is_independent(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        await bench.IngestAsync("bao-a", "1", "Kiểm chứng", Bench.Prose(3), Check("https://bao-a.example/1", "Một"));
        await bench.IngestAsync("bao-a", "2", "Kiểm chứng", Bench.Prose(4), Check("https://noi-khac.example/2", "Hai"));
        await bench.IngestAsync("bao-b", "3", "Kiểm chứng", Bench.Prose(5), Check("https://bao-b.example/3", "Ba"));
        await bench.IngestAsync("bao-c", "4", "Kiểm chứng", Bench.Prose(6), Check("https://bao-c.example/4", "Bốn"));

        await using var db = bench.App.Database();
        (await db.References.OrderBy(r => r.Id).Select(r => r.Independent).ToListAsync()).ShouldBe([true, false, false, false]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_review_that_calls_its_claim_true_is_kept_and_matched_as_supporting(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        await bench.IngestAsync("bao-a", "1", "Kiểm chứng", Bench.Prose(3), Check("https://bao-a.example/1", "Một", "Đúng") + Check("https://bao-a.example/1", "Hai", "Đúng một phần"));

        await using var db = bench.App.Database();
        (await db.References.OrderBy(r => r.Statement).Select(r => new { r.Statement, r.Supports }).ToListAsync()).Select(r => (r.Statement, r.Supports)).ShouldBe([("Hai", false), ("Một", true)], ignoreOrder: true);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_without_an_article_still_gives_its_fact_check(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        (await bench.IngestAsync("bao-a", "video", "Video", "Xem video.", Check("https://bao-a.example/video", "Tin giả trong video"))).ShouldBe(PageOutcome.NotArticle);
        await using var db = bench.App.Database();
        (await db.References.SingleAsync()).Statement.ShouldBe("Tin giả trong video");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_claim_that_tells_who_a_child_is_becomes_no_reference(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider, ("xâm hại", FlagReason.VictimExposure));
        var head = Check("https://bao-a.example/1", "Em Trần Thị Bông, lớp 7A, bị xâm hại") + Check("https://bao-a.example/2", "Trường cho nghỉ học cả tháng", "Sai: chỉ em Trần Thị Bông bị xâm hại nghỉ") + Check("https://bao-a.example/3", "Uống nước lá chữa mọi bệnh");
        (await bench.IngestAsync("bao-a", "video", "Video", "Xem video.", head)).ShouldBe(PageOutcome.NotArticle);
        (await bench.IngestAsync("bao-a", "kc", "Kiểm chứng", Bench.Prose(9), head)).ShouldBe(PageOutcome.Stored);
        await using var db = bench.App.Database();
        (await db.References.SingleAsync()).Statement.ShouldBe("Uống nước lá chữa mọi bệnh");
        (await db.EverythingAsync()).ShouldNotContain(v => v.Value.Contains("Bông", StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_nodes_that_meet_on_one_fact_check_add_it_once(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        await using var other = await bench.BuildAsync();
        var pages = new List<long>();
        for (var i = 0; i < 6; i++) pages.Add(await bench.AddPageAsync("bao-a", $"kc-{i}"));
        var outcomes = await Task.WhenAll(pages.Select((page, i) => Bench.IngestAsync(i % 2 == 0 ? bench.App : other, page, "bao-a", $"kc-{i}", Bench.Html("Kiểm chứng", Bench.Prose(30 + i), Check("https://bao-a.example/kc", "Cùng một tin")))));
        outcomes.ShouldAllBe(o => o == PageOutcome.Stored);
        await using var db = bench.App.Database();
        (await db.References.CountAsync()).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_shelf_builds_its_index_again_only_when_a_reference_was_added(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        var shelf = bench.App.Services.GetRequiredService<CorrectionShelf>();
        await using var db = bench.App.Database();
        await bench.IngestAsync("bao-a", "1", "Kiểm chứng", Bench.Prose(7), Check("https://bao-a.example/1", "Một"));
        var first = await shelf.GetAsync(db, default);
        (await shelf.GetAsync(db, default)).ShouldBeSameAs(first);
        await bench.IngestAsync("bao-a", "2", "Kiểm chứng", Bench.Prose(8), Check("https://bao-a.example/2", "Hai"));
        (await shelf.GetAsync(db, default)).ShouldNotBeSameAs(first);
    }
}
