using System.Diagnostics.Metrics;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Ingestion;
using InfoMonitor.Telemetry;
using InfoMonitor.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Tests.Ingestion;

/// <summary>A rumour is mostly read before its fact-check. The judge here is the policy itself over phrases; the first reference has the id 1.</summary>
public sealed class BackMatcherTests
{
    private const string Claim = "Người cao tuổi phải nộp 50.000 đồng mỗi tháng mới được nhận trợ cấp xã hội";
    private const string Rumour = "Từ tháng sau, người cao tuổi phải nộp 50.000 đồng mỗi tháng mới được nhận trợ cấp xã hội.";

    private static string Check(string site, string verdict = "Sai") =>
        $$$"""<script type="application/ld+json">{"@type":"ClaimReview","url":"https://{{{site}}}.example/kc","claimReviewed":"{{{Claim}}}","reviewRating":{"alternateName":"{{{verdict}}}"},"author":{"@type":"Organization","name":"Tổ {{{site}}}"}}</script>""";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_rumour_that_was_read_before_its_fact_check_is_flagged_once_when_that_comes(string provider)
    {
        await using var bench = await CreateAsync(provider);
        await bench.IngestAsync("bao-c", "1", "Tin xã", Bench.Prose(1) + "\n" + Rumour);
        await bench.IngestAsync("bao-c", "2", "Tin khác", Bench.Prose(2));
        await bench.IngestAsync("bao-a", "kc", "Kiểm chứng", Bench.Prose(3), Check("bao-a"));

        (await MatchAsync(bench.App)).ShouldBe(0, "a text may just be judged without the reference");
        bench.Clock.Advance(TimeSpan.FromMinutes(3));
        using var counted = new CountedFlags();
        (await MatchAsync(bench.App)).ShouldBe(1);
        counted.Raised.ShouldBe(1);

        await using var db = bench.App.Database();
        var flag = await db.Flags.Include(f => f.Item).SingleAsync();
        flag.ShouldSatisfyAllConditions(
            f => f.Reason.ShouldBe(FlagReason.MatchesCorrection), f => f.ReferenceId.ShouldBe(1), f => f.Sentence.ShouldBe(Rumour), f => f.FoundAt.ShouldBe(bench.Clock.GetUtcNow()),
            f => f.Priority.ShouldBeGreaterThan(35), f => f.Item!.Assessment.Reasons.ShouldBe([FlagReason.MatchesCorrection]));
        (await db.AuditEntries.CountAsync(e => e.Action == "flag.new")).ShouldBe(1);
        (await db.References.SingleAsync()).MatchedBack.ShouldBeTrue();
        (await db.ItemVersions.CountAsync()).ShouldBe(0, "its text is the same");

        await db.References.ExecuteUpdateAsync(set => set.SetProperty(r => r.MatchedBack, false));   // as after a kill before the mark
        (await MatchAsync(bench.App)).ShouldBe(0);
        await bench.IngestAsync("bao-b", "kc", "Kiểm chứng", Bench.Prose(4), Check("bao-b"));
        bench.Clock.Advance(TimeSpan.FromMinutes(3));
        (await MatchAsync(bench.App)).ShouldBe(0);
        (await db.Flags.CountAsync()).ShouldBe(1);
        (await db.AuditEntries.CountAsync(e => e.Subject == "flag:1")).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_debunk_an_allegation_without_an_independent_fact_check_and_the_fact_check_itself_are_not(string provider)
    {
        await using var bench = await CreateAsync(provider);
        await bench.IngestAsync("bao-c", "bac-bo", "Bác bỏ", Bench.Prose(1) + "\nTin sai sự thật: " + Rumour);
        await bench.IngestAsync("bao-c", "to-cao", "Tố cáo", Bench.Prose(2) + "\nBà con tố cáo bị ép: " + Rumour);
        await bench.IngestAsync("bao-b", "kc", "Kiểm chứng", Bench.Prose(3) + "\n" + Rumour, Check("bao-b"));
        bench.Clock.Advance(TimeSpan.FromMinutes(3));
        (await MatchAsync(bench.App)).ShouldBe(0);

        await using var db = bench.App.Database();
        (await db.Flags.CountAsync()).ShouldBe(0);
        (await db.References.SingleAsync()).MatchedBack.ShouldBeTrue();

        await bench.IngestAsync("bao-a", "kc", "Kiểm chứng", Bench.Prose(4), Check("bao-a"));
        bench.Clock.Advance(TimeSpan.FromMinutes(3));
        Independent = true;
        (await MatchAsync(bench.App)).ShouldBe(2, "the allegation, and the earlier page, which is not this reference's own");
        (await db.Flags.Include(f => f.Story).Where(f => f.Item!.Title == "Tố cáo").Select(f => f.Story!.DeservesAnswer).SingleAsync()).ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_open_unverified_claim_is_given_its_correction_and_a_decided_one_is_left(string provider)
    {
        await using var bench = await CreateAsync(provider);
        await bench.IngestAsync("bao-c", "1", "Tin chưa rõ", Bench.Prose(1) + "\n" + Rumour);
        await bench.IngestAsync("bao-c", "2", "Tin chưa rõ", Bench.Prose(2) + "\n" + Rumour);
        await using (var db = bench.App.Database())
        {
            (await db.Flags.CountAsync(f => f.Reason == FlagReason.UnverifiedClaim)).ShouldBe(2);
            await db.Flags.Where(f => f.Id == 2).ExecuteUpdateAsync(set => set.SetProperty(f => f.State, FlagState.Closed));
        }
        await bench.IngestAsync("bao-a", "kc", "Kiểm chứng", Bench.Prose(3), Check("bao-a"));
        bench.Clock.Advance(TimeSpan.FromMinutes(3));
        using var counted = new CountedFlags();
        (await MatchAsync(bench.App)).ShouldBe(1);
        counted.Raised.ShouldBe(0, "it stood in the queue before");

        await using var after = bench.App.Database();
        (await after.Flags.OrderBy(f => f.Id).Select(f => new { f.Reason, f.ReferenceId }).ToListAsync()).Select(f => (f.Reason, f.ReferenceId))
            .ShouldBe([(FlagReason.MatchesCorrection, 1L), (FlagReason.UnverifiedClaim, null)]);
        (await after.AuditEntries.CountAsync(e => e.Action == "flag.reassess")).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_fact_check_calls_true_and_stories_long_gone_are_left(string provider)
    {
        await using var bench = await CreateAsync(provider);
        await bench.IngestAsync("bao-c", "1", "Tin xã", Bench.Prose(1) + "\n" + Rumour);
        await bench.IngestAsync("bao-a", "kc", "Kiểm chứng", Bench.Prose(3), Check("bao-a", "Đúng"));
        bench.Clock.Advance(TimeSpan.FromMinutes(3));
        (await MatchAsync(bench.App)).ShouldBe(0);
        bench.Clock.Advance(TimeSpan.FromDays(31));
        await bench.IngestAsync("bao-b", "kc", "Kiểm chứng", Bench.Prose(4), Check("bao-b"));
        bench.Clock.Advance(TimeSpan.FromMinutes(3));
        (await MatchAsync(bench.App)).ShouldBe(0);
        await using var db = bench.App.Database();
        (await db.References.CountAsync(r => r.MatchedBack)).ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_story_that_spread_before_its_fact_check_came_is_urgent_at_once(string provider)
    {
        await using var bench = await CreateAsync(provider);
        await using var node = await bench.BuildAsync("--Ingestion:UrgentSources=2");
        await bench.IngestAsync("bao-c", "tin-moi", "Tin huyện", Bench.Prose(5) + "\n" + Rumour);
        foreach (var source in new[] { "bao-b", "bao-c" }) await bench.IngestAsync(source, "1", "Tin xã", Bench.Prose(1) + "\n" + Rumour);
        await bench.IngestAsync("bao-a", "kc", "Kiểm chứng", Bench.Prose(3), Check("bao-a"));
        bench.Clock.Advance(TimeSpan.FromMinutes(3));
        (await MatchAsync(node)).ShouldBe(2);

        await using var db = bench.App.Database();
        (await db.Flags.OrderBy(f => f.Id).Select(f => f.UrgentAt).ToListAsync()).ShouldBe([null, bench.Clock.GetUtcNow()]);
        (await db.AuditEntries.CountAsync(e => e.Action == "flag.urgent")).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_nodes_that_look_at_once_flag_a_story_once(string provider)
    {
        await using var bench = await CreateAsync(provider);
        await using var other = await bench.BuildAsync();
        for (var i = 0; i < 5; i++) await bench.IngestAsync("bao-c", $"{i}", "Tin xã", Bench.Prose(10 + i) + "\n" + Rumour);
        await bench.IngestAsync("bao-a", "kc", "Kiểm chứng", Bench.Prose(3), Check("bao-a"));
        bench.Clock.Advance(TimeSpan.FromMinutes(3));
        (await Task.WhenAll(MatchAsync(bench.App), MatchAsync(other))).Sum().ShouldBe(5);
        await using var db = bench.App.Database();
        (await db.Flags.CountAsync()).ShouldBe(5);
        (await db.AuditEntries.CountAsync(e => e.Action == "flag.new")).ShouldBe(5);
    }

    [TheoryWithModels, OnSqlite]
    public async Task The_shipped_models_find_it_too(string provider)
    {
        await using var bench = await CreateAsync(provider);
        var assessor = bench.App.Services.GetRequiredService<Assessor>();
        (bench.Judge, bench.Repeats) = (assessor.Assess, assessor.Repeats);
        await bench.IngestAsync("bao-c", "1", "Tin xã", Rumour + "\n" + Bench.Prose(1, 3));
        await bench.IngestAsync("bao-c", "2", "Tin khác", Bench.Prose(2));
        await bench.IngestAsync("bao-a", "kc", "Kiểm chứng", Bench.Prose(3), Check("bao-a"));
        bench.Clock.Advance(TimeSpan.FromMinutes(3));
        (await MatchAsync(bench.App)).ShouldBe(1);
        await using var db = bench.App.Database();
        (await db.Flags.SingleAsync(f => f.Reason == FlagReason.MatchesCorrection)).ReferenceId.ShouldBe(1);
    }

    private bool Independent { get; set; }

    /// <summary>What the metric counts within this test: others run beside it.</summary>
    private sealed class CountedFlags : IDisposable
    {
        private readonly AsyncLocal<bool> here = new() { Value = true };
        private readonly MeterListener listener = new();

        public CountedFlags()
        {
            listener.InstrumentPublished = (instrument, own) => { if (instrument.Meter.Name == Metrics.Name && instrument.Name == "infomonitor.flags") own.EnableMeasurementEvents(instrument); };
            listener.SetMeasurementEventCallback<long>((_, count, _, _) => { if (here.Value) Raised += (int)count; });
            listener.Start();
        }

        public int Raised { get; private set; }

        public void Dispose() => listener.Dispose();
    }

    private static Task<int> MatchAsync(WebApplication node) => node.Services.GetRequiredService<BackMatcher>().MatchAsync(BackMatcher.Settled, CancellationToken.None);

    private async Task<Bench> CreateAsync(string provider)
    {
        var bench = await Bench.CreateAsync(provider);
        bench.Repeats = (_, text, corrections) => corrections.Count > 0 && text.Contains(Rumour, StringComparison.Ordinal);
        bench.Judge = (title, text, language, corrections) =>
        {
            bool[] matched = corrections.Count > 0 && text.Contains(Rumour, StringComparison.Ordinal) ? [Independent] : [];
            var decision = FlagPolicy.Decide(new Findings([], title == "Tin chưa rõ", [Topic.Women], [], text.Contains("sai sự thật", StringComparison.Ordinal), text.Contains("tố cáo", StringComparison.Ordinal), matched));
            return Bench.Make(language, decision.Reasons, [.. decision.Reasons.Select(r => Bench.Explain(text, Rumour, r, r == FlagReason.MatchesCorrection ? "1" : null))], decision.DeservesAnswer);
        };
        return bench;
    }
}
