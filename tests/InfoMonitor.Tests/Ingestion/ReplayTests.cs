using InfoMonitor.Commands;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Tests.Commands;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Tests.Ingestion;

/// <summary>What is stored of an assessment is enough to do it again, with the shipped models.</summary>
public sealed class ReplayTests
{
    private const string Claim = "Người cao tuổi phải nộp 50.000 đồng mỗi tháng mới được nhận trợ cấp xã hội";
    private const string Harmful = "Anh em tập trung tối nay, đuổi hết người Khmer ra khỏi khu này, đứa nào không đi thì đánh.";

    [TheoryWithModels, OnSqlite, OnPostgres]
    public async Task A_stored_assessment_replays_bit_for_bit_though_folder_and_references_are_others_by_now(string provider)
    {
        await using var bench = await CreateAsync(provider);
        await AddAsync(bench, Claim);
        await bench.IngestAsync("bao-c", "1", "Tin xã", $"Từ tháng sau, người cao tuổi phải nộp 50.000 đồng mỗi tháng mới được nhận trợ cấp xã hội.\n{Bench.Prose(1)}");
        await bench.IngestAsync("bao-c", "2", "Tin khác", $"{Bench.Prose(2)}\n{Harmful}");
        await AddAsync(bench, "Người dân phải nộp 70.000 đồng mỗi tháng mới được nhận trợ cấp xã hội");   // it would score higher, and weighs the words anew

        await using var db = bench.App.Database();
        var items = await db.Items.OrderBy(i => i.Id).ToListAsync();
        items[0].Assessment.ShouldSatisfyAllConditions(a => a.Reasons.ShouldContain(FlagReason.MatchesCorrection), a => a.References.ShouldBe(1), a => a.LastReference.ShouldBe("1"));
        items[1].Assessment.Reasons.ShouldNotBeEmpty();
        foreach (var item in items)
        {
            var (code, output, error) = await ReplayAsync(bench, item.Id, "--Ingestion:Models=" + Path.Combine(bench.Folder, "elsewhere"));
            code.ShouldBe(ExitCodes.Ok, error);
            output.ShouldSatisfyAllConditions(o => o.ShouldContain("bit for bit"), o => o.ShouldContain(item.Assessment.Scores[FlagReason.Hate].ToString("R", System.Globalization.CultureInfo.InvariantCulture)));
        }
        Verbs.Lines((await ReplayAsync(bench, items[0].Id, "--json")).Output).Single().GetProperty("same").GetBoolean().ShouldBeTrue();
    }

    [TheoryWithModels, OnSqlite]
    public async Task Thresholds_that_were_set_flag_less_and_are_those_of_the_replay_whatever_is_set_now(string provider)
    {
        await using var bench = await CreateAsync(provider);
        await bench.IngestAsync("bao-c", "1", "Tin khác", $"{Bench.Prose(2)}\n{Harmful}");
        string[] set = ["--Ingestion:Thresholds:hate=1", "--Ingestion:Thresholds:incitement=1"];
        await using (var strict = await bench.BuildAsync(set)) bench.Judge = strict.Services.GetRequiredService<Assessor>().Assess;
        await bench.IngestAsync("bao-c", "2", "Tin khác", $"{Bench.Prose(3)}\n{Harmful}");

        await using var db = bench.App.Database();
        var items = await db.Items.OrderBy(i => i.Id).Select(i => i.Assessment).ToListAsync();
        items[0].ShouldSatisfyAllConditions(a => a.Reasons.ShouldNotBeEmpty(), a => a.Thresholds.ShouldBeNull(), a => AssessmentJson.Write(a).ShouldNotContain("thresholds"));
        items[1].ShouldSatisfyAllConditions(a => a.Reasons.ShouldBeEmpty(), a => a.Thresholds.ShouldBe(new Dictionary<FlagReason, double> { [FlagReason.Hate] = 1, [FlagReason.Incitement] = 1 }));
        (await ReplayAsync(bench, 1, set)).Code.ShouldBe(ExitCodes.Ok);
        var (code, output, error) = await ReplayAsync(bench, 2);
        code.ShouldBe(ExitCodes.Ok, error);
        output.ShouldContain("with the thresholds hate 1, incitement 1\n");
    }

    [TheoryWithModels, OnSqlite]
    public async Task A_bit_that_differs_is_told(string provider)
    {
        await using var bench = await CreateAsync(provider);
        await bench.IngestAsync("bao-c", "1", "Tin xã", Bench.Prose(1));
        await using var db = bench.App.Database();
        var item = await db.Items.SingleAsync();
        item.Assessment = item.Assessment with { CheckWorthiness = Math.BitIncrement(item.Assessment.CheckWorthiness) };
        await db.SaveChangesAsync();
        var (code, output, _) = await ReplayAsync(bench, item.Id);
        code.ShouldBe(ExitCodes.Found);
        output.Split('\n').Where(l => l.EndsWith("differs", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldStartWith("check-worthiness");
    }

    [TheoryWithModels, OnSqlite]
    public async Task What_cannot_replay_says_why_and_what_to_do(string provider)
    {
        await using var bench = await CreateAsync(provider);
        await bench.IngestAsync("bao-c", "1", "Tin xã", Bench.Prose(1));
        await bench.IngestAsync("bao-c", "2", "Tin khác", $"{Bench.Prose(2)}\nCháu bé bị xâm hại là T.H., con bà S., học lớp 5A trường tiểu học Sông Lá.");
        await using var db = bench.App.Database();
        (await db.Items.OrderBy(i => i.Id).Select(i => i.Assessment).ToListAsync()).Select(a => a.Redacted).ShouldBe([false, true]);
        await SaysAsync(2, "stored redacted");
        await SaysAsync(77, "no item 77");

        var kept = Directory.EnumerateDirectories(Path.Combine(bench.Folder, "data", "models")).ShouldHaveSingleItem();
        Path.GetFileName(kept).ShouldBe((await db.Items.FirstAsync()).Assessment.ModelVersion);
        Directory.Move(kept, kept + "-gone");
        await SaysAsync(1, kept, "--Ingestion:Models=" + Path.Combine(bench.Folder, "elsewhere"));
        (await ReplayAsync(bench, 1)).Code.ShouldBe(ExitCodes.Ok, "the configured folder holds the same models");

        async Task SaysAsync(long item, string words, params string[] settings)
        {
            var (code, _, error) = await ReplayAsync(bench, item, settings);
            code.ShouldBe(ExitCodes.NoInput);
            error.ShouldContain(words);
        }
    }

    [TheoryWithModels, InlineData("press", "state"), InlineData("organisation", "independent"), InlineData("channel", "unknown")]
    public async Task Another_source_of_a_text_changes_nothing(string kind, string ownership)
    {
        List<string> told = [];
        foreach (var (k, o) in new[] { (SourceKind.Agency, Ownership.Intergovernmental), (Vocabulary.Parse<SourceKind>(kind)!.Value, Vocabulary.Parse<Ownership>(ownership)!.Value) })
        {
            await using var bench = await CreateAsync("Sqlite");
            await using (var db = bench.App.Database()) await db.Sources.ExecuteUpdateAsync(set => set.SetProperty(s => s.Kind, k).SetProperty(s => s.Ownership, o));
            await bench.IngestAsync("bao-c", "1", "Tin khác", $"{Bench.Prose(2)}\n{Harmful}");
            await using var after = bench.App.Database();
            var flag = await after.Flags.Include(f => f.Item).SingleAsync();
            flag.PublisherKind.ShouldBe(k);
            told.Add($"{flag.Reason} {flag.Priority} {flag.DueAt:O} {flag.UrgentAt:O} {flag.State} {flag.Sentence} {AssessmentJson.Write(flag.Item!.Assessment)}");
        }
        told[1].ShouldBe(told[0]);
    }

    internal static async Task<Bench> CreateAsync(string provider)
    {
        var bench = await Bench.CreateAsync(provider);
        bench.Judge = bench.App.Services.GetRequiredService<Assessor>().Assess;
        return bench;
    }

    private static Task<(int Code, string Output, string Error)> ReplayAsync(Bench bench, long item, params string[] more) =>
        Verbs.RunAsync(["assess", "--replay", item.ToString(System.Globalization.CultureInfo.InvariantCulture), .. more, .. bench.Settings]);

    private static async Task AddAsync(Bench bench, string statement)
    {
        await using var db = bench.App.Database();
        db.References.Add(new Reference { Kind = ReferenceKind.FactCheck, Statement = statement, Verdict = "Sai", Publisher = "Tổ A", Independent = true, AddedAt = bench.Clock.GetUtcNow(), Hash = Reference.HashOf(ReferenceKind.FactCheck, "Tổ A", statement, "Sai") });
        await db.SaveChangesAsync();
    }
}
