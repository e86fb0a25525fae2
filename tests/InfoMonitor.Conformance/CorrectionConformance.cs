using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Matching.Training;

namespace InfoMonitor.Conformance;

/// <summary>The shipped matcher on statements it never saw: <c>reserve-corrections.jsonl</c>. Asked are a recall of 95 % and a precision of 90 %; the floors hold what is reached.</summary>
public sealed class CorrectionConformance
{
    private static readonly Lazy<ILookup<string, CorrectionAnswer>> Answers = new(() => CorrectionReserve.Ask(Assessor.Load(Models()), Path.Combine(Models(), "data")).ToLookup(a => a.Figure));

    [Fact]
    public void A_claim_repeated_as_it_stands_is_found() => Hold("corrections-repeated-percent", CorrectionReserve.Repeated);

    [Fact]
    public void A_claim_told_in_other_words_is_found() => Hold("corrections-paraphrases-percent", CorrectionReserve.Retold);

    [Fact]
    public void A_text_that_says_something_else_in_similar_words_is_not() => Hold("corrections-lookalikes-percent", CorrectionReserve.Lookalikes);

    [Fact]
    public void What_is_named_is_right() => Hold("corrections-precision-percent", CorrectionReserve.Named);

    [Fact]
    public void A_text_that_debunks_a_claim_is_not_queued_for_it() => Hold("corrections-debunks-left-alone-percent", CorrectionReserve.Debunks);

    [Fact]
    public void A_rumour_that_insists_against_its_debunks_is_found() => Hold("corrections-insisted-percent", CorrectionReserve.Insisted);

    [Fact]
    public void A_report_or_tip_is_not_queued_by_the_offices_own_correction() => Hold("corrections-allegations-left-alone-percent", CorrectionReserve.Allegations);

    [Fact]
    public void A_rumour_is_queued_by_the_offices_own_correction() => Hold("corrections-own-repeated-percent", CorrectionReserve.Rumours);

    private static void Hold(string floor, string figure)
    {
        var answers = Answers.Value[figure].ToList();
        Floors.Hold(floor, 100.0 * answers.Count(a => a.Right) / answers.Count, answers.Where(a => !a.Right).Select(a => a.Says));
    }

    private static string Models()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "InfoMonitor.sln"))) return Path.Combine(folder.FullName, "models");
        throw new InvalidOperationException("The tests do not run from inside the repository.");
    }
}
