using System.Collections;
using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Ingestion;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Tests.Ingestion;

public sealed class IngestorTests
{
    private const string Rumour = "Từ tháng tới mọi phụ nữ mang thai đều bị cắt bảo hiểm y tế.";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_becomes_an_item_a_story_a_flag_and_an_audit_entry(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider, ("cắt bảo hiểm", FlagReason.UnverifiedClaim));
        var text = Bench.Prose(1) + "\n" + Rumour + "\n" + Bench.Prose(2, 3);

        (await bench.IngestAsync("bao-a", "tin-1.html", "Tin về bảo hiểm", text)).ShouldBe(PageOutcome.Stored);

        await using var db = bench.App.Database();
        var item = await db.Items.Include(i => i.Bands).SingleAsync();
        item.Title.ShouldBe("Tin về bảo hiểm");
        item.Text.ShouldBe(text);
        item.Language.ShouldBe("vi");
        item.Url.ShouldBe("https://bao-a.example/tin-1.html");
        item.IsOriginal.ShouldBeTrue();
        item.Bands.Count.ShouldBe(24);
        var flag = await db.Flags.Include(f => f.Story!.Topics).SingleAsync();
        flag.ItemId.ShouldBe(item.Id);
        flag.Reason.ShouldBe(FlagReason.UnverifiedClaim);
        flag.Sentence.ShouldBe(Rumour);
        flag.DueAt.ShouldBe(bench.Clock.GetUtcNow().AddHours(72));
        flag.Story!.Topics.Select(t => t.Topic).Order().ShouldBe([Topic.Women, Topic.Children]);
        flag.Story.SourceCount.ShouldBe(1);
        (await db.Pages.SingleAsync()).EndedAt.ShouldBe(bench.Clock.GetUtcNow());
        (await db.AuditEntries.SingleAsync()).ShouldSatisfyAllConditions(e => e.Action.ShouldBe("flag.new"), e => e.Subject.ShouldBe($"flag:{flag.Id}"));
        (await AuditVerifier.VerifyAsync(db, [], default)).ShouldBeOfType<AuditFinding.Whole>();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_story_that_enough_sources_carry_within_a_day_becomes_urgent_when_that_happens(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider, ("cắt bảo hiểm", FlagReason.UnverifiedClaim));
        await using var node = await bench.BuildAsync("--Ingestion:UrgentSources=3");
        var text = Bench.Prose(1) + "\n" + Rumour;
        async Task<Flag> CarryAsync(string source, string path)
        {
            await Bench.IngestAsync(node, await bench.AddPageAsync(source, path), source, path, Bench.Html("Tin về bảo hiểm", text));
            await using var within = bench.App.Database();
            return await within.Flags.AsNoTracking().SingleAsync();
        }

        var due = (await CarryAsync("bao-a", "1.html")).DueAt;
        (await CarryAsync("bao-a", "2.html")).UrgentAt.ShouldBeNull();
        bench.Clock.Advance(TimeSpan.FromHours(25));
        (await CarryAsync("bao-b", "3.html")).UrgentAt.ShouldBeNull("the first two are more than a day old");
        (await CarryAsync("bao-c", "4.html")).UrgentAt.ShouldBeNull();
        var flag = await CarryAsync("bao-a", "5.html");
        flag.UrgentAt.ShouldBe(bench.Clock.GetUtcNow());
        flag.DueAt.ShouldBe(bench.Clock.GetUtcNow().AddHours(24));
        flag.DueAt.ShouldBeLessThan(due);
        await using var db = bench.App.Database();
        (await db.AuditEntries.CountAsync(e => e.Action == "flag.urgent")).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_column_of_the_database_holds_a_planted_number_or_address(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider, ("Liên hệ", FlagReason.ExploitationLure));
        string[] planted = ["0912 345 678", "0912345678", "lan.nguyen@example.com", "079203001234", "03001234"];
        var text = Bench.Prose(3) + "\nLiên hệ chị Lan số 0912 345 678, thư lan.nguyen@example.com, căn cước 079203001234.\n" + Bench.Prose(4, 2);
        const string check = """<script type="application/ld+json">{"@context":"https://schema.org","@type":"ClaimReview","url":"https://bao-a.example/kiem-chung?sdt=0912345678","claimReviewed":"Gọi 0912 345 678 để nhận tiền","reviewRating":{"@type":"Rating","alternateName":"Sai, xem lan.nguyen@example.com"},"author":{"@type":"Organization","name":"Tòa soạn 0912345678"}}</script>""";

        (await bench.IngestAsync("bao-a", "viec-nhe?sdt=0912345678&email=lan.nguyen@example.com", "Việc nhẹ, gọi 0912345678", text, check)).ShouldBe(PageOutcome.Stored);
        bench.Judge = (_, _, _, _) => throw new FormatException("Không đọc được '0912 345 678 lan.nguyen@example.com'");
        (await bench.IngestAsync("bao-a", "hong-0912345678.html", "Trang hỏng", Bench.Prose(5))).ShouldBe(PageOutcome.Quarantined);

        await using var db = bench.App.Database();
        var everything = await db.EverythingAsync();
        everything.ShouldContain(v => v.Value.Contains("[PHONE]", StringComparison.Ordinal) && v.Column == "Items.Text");
        everything.ShouldContain(v => v.Column == "References.Statement");
        foreach (var secret in planted) everything.ShouldNotContain(v => v.Value.Contains(secret, StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_story_that_exposes_a_child_is_stored_without_name_school_and_address(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider, ("xâm hại", FlagReason.VictimExposure));
        const string exposing = "Nạn nhân bị xâm hại là em Trần Thị Bông, 13 tuổi, học sinh lớp 7A trường THCS Hoa Sen, trú tại thôn Mây, xã Gió Ngàn, mẹ bán bún.";
        const string next = "Mẹ của cháu là bà Lê Thị Cúc cho biết em Bông đã nghỉ học.";
        var text = Bench.Prose(6) + "\n" + exposing + "\n" + next + "\n" + Bench.Prose(7, 2);

        const string check = """<script type="application/ld+json">{"@context":"https://schema.org","@type":"ClaimReview","url":"https://bao-b.example/em-bong","claimReviewed":"Em Bông bị hại","reviewRating":{"@type":"Rating","alternateName":"Đúng"},"author":{"@type":"Organization","name":"Tòa soạn"}}</script>""";
        var page = await bench.AddPageAsync("bao-b", "em-bong-o-thon-may.html");
        (await Bench.IngestAsync(bench.App, page, "bao-b", "em-bong-o-thon-may.html", Bench.Html("Em Trần Thị Bông bị hại", text, check))).ShouldBe(PageOutcome.Stored);

        await using var db = bench.App.Database();
        (await db.Pages.SingleAsync()).ShouldSatisfyAllConditions(p => p.Url.ShouldBe("https://bao-b.example/…"), p => p.UrlMasked.ShouldBeTrue());
        await Should.ThrowAsync<DbUpdateException>(() => bench.AddPageAsync("bao-b", "em-bong-o-thon-may.html"));   // its hash is still there: not found anew
        foreach (var secret in new[] { "Bông", "bông", "Hoa Sen", "hoa sen", "Gió Ngàn", "gió ngàn", "Lê Thị Cúc", "bong", "Mây", "may", "bún", "bun" })
            (await db.EverythingAsync()).ShouldNotContain(v => v.Value.Contains(secret, StringComparison.Ordinal), secret);
        var item = await db.Items.SingleAsync();
        item.Title.ShouldBe("Em [NAME] bị hại");
        var because = item.Assessment.Because.ShouldHaveSingleItem();
        item.Text.Substring(because.Offset, because.Sentence.Length).ShouldBe(because.Sentence);
        because.Sentence.ShouldContain("[NAME]");
        because.Words.ShouldContain(w => w.Words == "[…]");
        because.Words.ShouldContain(w => w.Words == "xâm hại");
        (because.Words.Sum(w => w.Weight) + because.Bias).ShouldBe(because.LogOdds, 1e-9);
        var flag = await db.Flags.SingleAsync();
        flag.Sentence.ShouldBe(because.Sentence);
        flag.DueAt.ShouldBe(bench.Clock.GetUtcNow().AddHours(24));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_stored_before_its_story_was_found_to_expose_a_child_and_what_comes_after_is_redacted_too(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        var text = Bench.Prose(20, 12) + "\nCháu bé bị xâm hại là cháu Bông, mẹ bán bún đầu ngõ.";
        bench.Judge = (_, body, language, _) => Bench.Make(language, [FlagReason.UnverifiedClaim], [Bench.Explain(body, "xâm hại", FlagReason.UnverifiedClaim)]);
        (await bench.IngestAsync("bao-a", "chau-bong.html", "Chuyện cháu Bông", text)).ShouldBe(PageOutcome.Stored);
        await bench.ProposeAsync();
        bench.Judge = (_, body, language, _) => Bench.Make(language, [FlagReason.VictimExposure], [Bench.Explain(body, "xâm hại", FlagReason.VictimExposure)]);
        (await bench.IngestAsync("bao-b", "be-bong.html", "Bé Bông", text)).ShouldBe(PageOutcome.Stored);
        bench.Judge = (_, _, language, _) => Bench.Make(language, [], []) with { Scores = new Dictionary<FlagReason, double> { [FlagReason.VictimExposure] = 0.2 } };
        (await bench.IngestAsync("bao-c", "lai-chau-bong.html", "Lại chuyện cháu Bông", text)).ShouldBe(PageOutcome.Stored);

        await using var db = bench.App.Database();
        foreach (var secret in new[] { "Bông", "bông", "bong", "bún", "bun ", "ngõ" })
            (await db.EverythingAsync()).ShouldNotContain(v => v.Value.Contains(secret, StringComparison.Ordinal), secret);
        foreach (var item in await db.Items.ToListAsync())
        {
            item.Url.ShouldBe($"https://{item.SourceId}.example/…");
            item.Text.ShouldContain(text.Split('\n')[5]);   // far from what exposes, and of nobody
        }
        (await db.Flags.OrderBy(f => f.Id).FirstAsync()).Sentence.ShouldContain("bị xâm hại");
        (await db.Labels.AnyAsync()).ShouldBeFalse("what was proposed of the earlier sentence is taken back");
        (await db.AuditEntries.Select(e => e.Action).ToListAsync()).ShouldContain("story.redacted");
        (await AuditVerifier.VerifyAsync(db, [], default)).ShouldBeOfType<AuditFinding.Whole>();
    }

    [Fact]
    public async Task A_flag_raised_for_another_reason_keeps_no_sentence_of_a_text_found_to_expose_somebody()
    {
        await using var bench = await Bench.CreateAsync("Sqlite");
        var text = Bench.Prose(20, 12) + "\nCháu bé bị xâm hại là cháu Bông, mẹ bán bún đầu ngõ.";
        bench.Judge = (_, body, language, _) => Bench.Make(language, [FlagReason.UnverifiedClaim], [Bench.Explain(body, "xâm hại", FlagReason.UnverifiedClaim)]);
        await bench.IngestAsync("bao-a", "chau-bong.html", "Chuyện cháu Bông", text);
        await using (var db = bench.App.Database()) await db.Flags.ExecuteUpdateAsync(set => set.SetProperty(f => f.Reason, FlagReason.Hate));
        bench.Judge = (_, body, language, _) => Bench.Make(language, [FlagReason.VictimExposure], [Bench.Explain(body, "xâm hại", FlagReason.VictimExposure)]);
        await bench.IngestAsync("bao-b", "be-bong.html", "Bé Bông", text);
        await using var after = bench.App.Database();
        (await after.Flags.OrderBy(f => f.Id).FirstAsync()).Sentence.ShouldBe(ExposureRedactor.Withheld);
    }

    [Theory, OnSqlite]
    public async Task What_breaks_on_a_text_that_exposes_a_child_does_not_quote_it(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        bench.Judge = (_, text, language, _) => Bench.Make(language, [FlagReason.VictimExposure], [Bench.Explain(text, "xâm hại", FlagReason.VictimExposure) with { Words = new Breaking("cháu Bông") }]);
        (await bench.IngestAsync("bao-a", "hong.html", "Trang", Bench.Prose(21) + "\nCháu bị xâm hại là cháu Bông.")).ShouldBe(PageOutcome.Quarantined);
        await using var db = bench.App.Database();
        (await db.Pages.SingleAsync()).Detail.ShouldBe("InvalidOperationException: FormatException while a text that exposes somebody was stored.");
    }

    /// <summary>Words that cannot be read, and an exception that quotes the text.</summary>
    private sealed class Breaking(string quoted) : IReadOnlyList<WeightedWords>
    {
        public WeightedWords this[int index] => throw new FormatException(quoted);
        public int Count => throw new FormatException(quoted);
        public IEnumerator<WeightedWords> GetEnumerator() => throw new FormatException(quoted);
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    [Theory, OnSqlite]
    public async Task Two_short_posts_of_two_children_keep_a_flag_each(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider, ("xâm hại", FlagReason.VictimExposure));
        (await bench.IngestAsync("bao-a", "mot.html", "Cháu bé bị hại", "Cháu bé bị xâm hại là cháu Bông, con nhà bán bún đầu ngõ, ai cũng biết cháu học lớp 7A trường làng.\nMọi người hỏi thì nói luôn, nhà cháu cạnh tiệm tạp hoá.")).ShouldBe(PageOutcome.Stored);
        (await bench.IngestAsync("bao-b", "hai.html", "Cháu bé bị hại", "Cháu bé bị xâm hại là cháu Lựu, con nhà sửa xe cuối xóm, ai cũng biết cháu học lớp 9C trường huyện.\nMọi người hỏi thì nói luôn, nhà cháu cạnh lò gạch.")).ShouldBe(PageOutcome.Stored);
        await using var db = bench.App.Database();
        (await db.Flags.CountAsync()).ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_copy_joins_its_story_and_lifts_the_open_flag_but_not_its_revision(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider, ("cắt bảo hiểm", FlagReason.UnverifiedClaim));
        var text = Bench.Prose(8, 12) + "\n" + Rumour;
        await bench.IngestAsync("bao-a", "goc.html", "Bản gốc", text);
        int before;
        await using (var first = bench.App.Database()) before = (await first.Flags.SingleAsync()).Priority;
        bench.Clock.Advance(TimeSpan.FromHours(2));

        (await bench.IngestAsync("bao-b", "y-nguyen.html", "Bản chép", text)).ShouldBe(PageOutcome.Copy);
        (await bench.IngestAsync("bao-c", "sua-it.html", "Bản sửa", Bench.Prose(9, 2) + "\n" + text)).ShouldBe(PageOutcome.Copy);
        (await bench.IngestAsync("bao-c", "khac.html", "Tin khác", Bench.Prose(10, 12))).ShouldBe(PageOutcome.Stored);

        await using var db = bench.App.Database();
        var flag = await db.Flags.Include(f => f.Story).SingleAsync();
        flag.Story!.ItemCount.ShouldBe(3);
        flag.Story.SourceCount.ShouldBe(3);
        flag.Story.LastSeenAt.ShouldBe(bench.Clock.GetUtcNow());
        flag.Priority.ShouldBeGreaterThan(before);
        flag.Revision.ShouldBe(0);
        (await db.Items.CountAsync(i => i.StoryId == flag.StoryId && i.IsOriginal)).ShouldBe(1);
        (await db.Items.Where(i => i.StoryId == flag.StoryId).ToListAsync()).ShouldAllBe(i => i.Assessment.Reasons.Contains(FlagReason.UnverifiedClaim));
        (await db.AuditEntries.CountAsync(e => e.Action == "flag.spread")).ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_copy_leaves_a_decided_flag_as_it_is(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider, ("cắt bảo hiểm", FlagReason.UnverifiedClaim));
        var text = Bench.Prose(11) + "\n" + Rumour;
        await bench.IngestAsync("bao-a", "goc.html", "Bản gốc", text);
        await using (var desk = bench.App.Database()) await desk.Flags.ExecuteUpdateAsync(set => set.SetProperty(f => f.State, FlagState.Decided).SetProperty(f => f.Priority, 1));

        (await bench.IngestAsync("bao-b", "chep.html", "Bản chép", text)).ShouldBe(PageOutcome.Copy);

        await using var db = bench.App.Database();
        (await db.Flags.SingleAsync()).Priority.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_debunk_that_quotes_a_rumour_in_full_starts_its_own_story(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        bench.Judge = (_, text, language, _) => text.Contains("tin trên là sai", StringComparison.Ordinal)
            ? Bench.Make(language, [], [])
            : Bench.Make(language, [FlagReason.MatchesCorrection], [Bench.Explain(text, "cắt bảo hiểm", FlagReason.MatchesCorrection)]);
        var rumour = Bench.Prose(12) + "\n" + Rumour;

        (await bench.IngestAsync("bao-a", "tin-don.html", "Tin đồn", rumour)).ShouldBe(PageOutcome.Stored);
        (await bench.IngestAsync("bao-b", "bac-bo.html", "Bác bỏ", rumour + "\nCơ quan bảo hiểm khẳng định tin trên là sai.")).ShouldBe(PageOutcome.Stored);
        (await bench.IngestAsync("bao-c", "bac-bo-2.html", "Bác bỏ", rumour + "\nCơ quan bảo hiểm khẳng định tin trên là sai.")).ShouldBe(PageOutcome.Copy);
        (await bench.IngestAsync("bao-c", "tin-don-2.html", "Tin đồn", rumour)).ShouldBe(PageOutcome.Copy);

        await using var db = bench.App.Database();
        (await db.Stories.OrderBy(s => s.Id).Select(s => s.ItemCount).ToListAsync()).ShouldBe([2, 2]);
        var flag = await db.Flags.SingleAsync();
        (await db.Items.Where(i => i.StoryId == flag.StoryId).Select(i => i.Title).ToListAsync()).ShouldAllBe(title => title == "Tin đồn");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_story_takes_no_copies_after_its_time(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        var text = Bench.Prose(13);
        await bench.IngestAsync("bao-a", "cu.html", "Tin", text);
        bench.Clock.Advance(TimeSpan.FromDays(29));
        (await bench.IngestAsync("bao-b", "chep.html", "Tin", text)).ShouldBe(PageOutcome.Copy);
        bench.Clock.Advance(TimeSpan.FromDays(31));
        (await bench.IngestAsync("bao-c", "lai.html", "Tin", text)).ShouldBe(PageOutcome.Stored);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_text_read_by_two_nodes_at_once_is_one_story_with_one_flag(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider, ("cắt bảo hiểm", FlagReason.UnverifiedClaim));
        await using var other = await bench.BuildAsync();
        string[] sources = ["bao-a", "bao-b", "bao-c"];
        var pages = new List<long>();
        for (var i = 0; i < 12; i++) pages.Add(await bench.AddPageAsync(sources[i % 3], $"ban-{i}.html"));

        var outcomes = await Task.WhenAll(pages.Select((page, i) => Task.Factory.StartNew(() =>
            Bench.IngestAsync(i % 2 == 0 ? bench.App : other, page, sources[i % 3], $"ban-{i}.html", Bench.Html($"Bản {i}", Bench.Prose(14, 12) + $"\n{Rumour}\n" + Bench.Prose(100 + i, 1))), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

        outcomes.Count(o => o == PageOutcome.Stored).ShouldBe(1);
        outcomes.Count(o => o == PageOutcome.Copy).ShouldBe(11);
        await using var db = bench.App.Database();
        var story = await db.Stories.SingleAsync();
        story.ItemCount.ShouldBe(12);
        story.SourceCount.ShouldBe(3);
        (await db.Flags.CountAsync()).ShouldBe(1);
        (await AuditVerifier.VerifyAsync(db, [], default)).ShouldBeOfType<AuditFinding.Whole>();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_page_handed_on_twice_is_stored_once(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        await using var other = await bench.BuildAsync();
        var page = await bench.AddPageAsync("bao-a", "tin.html");
        var html = Bench.Html("Tin", Bench.Prose(15));

        var outcomes = await Task.WhenAll(Bench.IngestAsync(bench.App, page, "bao-a", "tin.html", html), Bench.IngestAsync(other, page, "bao-a", "tin.html", html));
        var later = await Bench.IngestAsync(bench.App, page, "bao-a", "tin.html", "<p>khác</p>");

        outcomes.ShouldBe([PageOutcome.Stored, PageOutcome.Stored]);
        later.ShouldBe(PageOutcome.Stored);
        await using var db = bench.App.Database();
        (await db.Items.CountAsync()).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_cannot_be_saved_whole_is_not_saved_at_all(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        bench.Judge = (_, text, language, _) => Bench.Make(language, [FlagReason.MatchesCorrection], [Bench.Explain(text, "cắt bảo hiểm", FlagReason.MatchesCorrection, reference: "4711")]);   // no such reference

        (await bench.IngestAsync("bao-a", "tin.html", "Tin", Bench.Prose(16) + "\n" + Rumour)).ShouldBe(PageOutcome.Quarantined);

        await using var db = bench.App.Database();
        (await db.Items.AnyAsync() || await db.Stories.AnyAsync() || await db.ItemBands.AnyAsync() || await db.Flags.AnyAsync() || await db.AuditEntries.AnyAsync()).ShouldBeFalse();
        (await db.Pages.SingleAsync()).Outcome.ShouldBe(PageOutcome.Quarantined);
    }

    [Theory, OnSqlite]
    public async Task What_is_no_HTML_is_unsupported_and_what_is_no_article_says_why(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        async Task<Page> EndAsync(string path, string body, string? type)
        {
            var id = await bench.AddPageAsync("bao-a", path);
            await Bench.IngestAsync(bench.App, id, "bao-a", path, body, type);
            await using var db = bench.App.Database();
            return await db.Pages.SingleAsync(p => p.Id == id);
        }

        (await EndAsync("a.pdf", "%PDF-1.7 <<", "application/pdf")).ShouldSatisfyAllConditions(p => p.Outcome.ShouldBe(PageOutcome.Unsupported), p => p.Detail.ShouldBe("media type application/pdf is not read"));
        (await EndAsync("b", "%PDF-1.7 <<", null)).Outcome.ShouldBe(PageOutcome.Unsupported);
        (await EndAsync("c", Bench.Html("Tin", Bench.Prose(17)), null)).Outcome.ShouldBe(PageOutcome.Stored);
        (await EndAsync("d", "<html><body><p>Ngắn.</p></body></html>", "TEXT/HTML")).ShouldSatisfyAllConditions(p => p.Outcome.ShouldBe(PageOutcome.NotArticle), p => p.Detail.ShouldNotBeNullOrEmpty());
        (await EndAsync("e", "", "text/html")).Outcome.ShouldBe(PageOutcome.NotArticle);
    }

    [Fact]
    public async Task A_page_that_takes_too_long_to_read_is_unsupported()
    {
        await using var bench = await Bench.CreateAsync("Sqlite");
        await using var hasty = await bench.BuildAsync("--Ingestion:ReadWithin=00:00:01");
        var page = await bench.AddPageAsync("bao-a", "dai.html");
        bench.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(1);   // at each look at the clock
        (await Bench.IngestAsync(hasty, page, "bao-a", "dai.html", Bench.Html("Dài", Bench.Prose(18)))).ShouldBe(PageOutcome.Unsupported);
        await using var db = bench.App.Database();
        (await db.Pages.SingleAsync()).Detail.ShouldBe("reading the page took longer than 1 s");
    }

    [Fact]
    public async Task A_text_beyond_any_law_is_unsupported_and_nothing_of_it_is_stored()
    {
        await using var bench = await Bench.CreateAsync("Sqlite");
        await using var strict = await bench.BuildAsync("--Ingestion:Characters=10000");
        const string check = """<script type="application/ld+json">{"@context":"https://schema.org","@type":"ClaimReview","claimReviewed":"Cả xã phải nộp phí đi chợ","reviewRating":{"@type":"Rating","alternateName":"Sai"},"url":"https://bao-a.example/dai.html"}</script>""";
        var (within, beyond) = (string.Join('\n', Enumerable.Range(0, 6).Select(i => Bench.Prose(i))), string.Join('\n', Enumerable.Range(20, 40).Select(i => Bench.Prose(i))));
        (await Bench.IngestAsync(strict, await bench.AddPageAsync("bao-a", "vua.html"), "bao-a", "vua.html", Bench.Html("Vừa", within))).ShouldBe(PageOutcome.Stored);
        (await Bench.IngestAsync(strict, await bench.AddPageAsync("bao-a", "dai.html"), "bao-a", "dai.html", Bench.Html("Dài", beyond, check))).ShouldBe(PageOutcome.Unsupported);
        await using var db = bench.App.Database();
        (await db.Pages.SingleAsync(p => p.Outcome == PageOutcome.Unsupported)).Detail.ShouldBe("the text is longer than 10,000 characters");
        (await db.Items.CountAsync()).ShouldBe(1);
        (await db.References.CountAsync()).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Signs_that_no_database_takes_do_not_break_a_page(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        var html = Bench.Html("Tin", Bench.Prose(19)).Replace("Trang chủ", "x", StringComparison.Ordinal).Replace("<h1>Tin</h1>", "<h1>Tin &#xD83D; &#0; \u0000</h1><p>" + Bench.Prose(20, 2) + " \u0000 &#xDC00;</p>", StringComparison.Ordinal);
        (await Bench.IngestAsync(bench.App, await bench.AddPageAsync("bao-a", "la.html"), "bao-a", "la.html", html)).ShouldBe(PageOutcome.Stored);
    }

    [Theory, OnSqlite]
    public async Task A_day_without_a_time_begins_in_the_offices_zone_and_an_announcement_that_day_tells_the_time(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        var announced = new DateTimeOffset(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);
        const string day = """<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","datePublished":"2026-11-23"}</script>""";
        await bench.IngestAsync("bao-a", "ngay.html", "Ngày", Bench.Prose(21), day);
        await Bench.IngestAsync(bench.App, await bench.AddPageAsync("bao-a", "ngay-2.html", announced), "bao-a", "ngay-2.html", Bench.Html("Ngày", Bench.Prose(22), day));
        await Bench.IngestAsync(bench.App, await bench.AddPageAsync("bao-a", "khong.html", announced), "bao-a", "khong.html", Bench.Html("Không ngày", Bench.Prose(23)));

        await using var db = bench.App.Database();
        (await db.Items.OrderBy(i => i.Id).Select(i => i.PublishedAt).ToListAsync()).ShouldBe([new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero), announced, announced]);
    }

    [Theory, OnSqlite]
    public async Task A_feeds_date_is_believed_before_one_that_a_page_shows_away_from_its_headline(string provider)
    {
        await using var bench = await Bench.CreateAsync(provider);
        var announced = new DateTimeOffset(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);
        const string changed = """<meta property="article:modified_time" content="2026-10-01T08:00:00+07:00">""";
        await Bench.IngestAsync(bench.App, await bench.AddPageAsync("bao-a", "sua.html", announced), "bao-a", "sua.html", Bench.Html("Sửa", Bench.Prose(24), changed));
        await bench.IngestAsync("bao-a", "sua-2.html", "Sửa", Bench.Prose(25), changed);

        await using var db = bench.App.Database();
        (await db.Items.OrderBy(i => i.Id).Select(i => i.PublishedAt).ToListAsync()).ShouldBe([announced, new DateTimeOffset(2026, 10, 1, 1, 0, 0, TimeSpan.Zero)]);
    }
}
