using InfoMonitor.Content.Matching;
using InfoMonitor.Content.Matching.Training;

namespace InfoMonitor.Conformance;

/// <summary>The shipped matcher on statements it never saw: <c>reserve-corrections.jsonl</c>. Asked are a recall of 95 % and a precision of 90 %; the floors hold what is reached.</summary>
public sealed class CorrectionConformance
{
    private static readonly CorrectionMatcher Matcher = CorrectionMatcher.Load(Path.Combine(Repository(), "models", "corrections"));

    private static readonly List<CorrectionRow> Rows = CorrectionRows.Read(Path.Combine(Repository(), "models", "data", "reserve-corrections.jsonl"));

    private static readonly CorrectionIndex Index = CorrectionIndex.Build(Rows.Select(r => new CorrectionText(r.Id, r.Statement, r.Verdict, Independent: true)));

    [Fact]
    public void A_claim_repeated_as_it_stands_is_found() => Hold("corrections-repeated-percent", Rows.Select(r => (r, r.Statement)), Finds);

    [Fact]
    public void A_claim_told_in_other_words_is_found() => Hold("corrections-paraphrases-percent", Rows.SelectMany(r => r.Paraphrases, (r, text) => (r, text)), Finds);

    [Fact]
    public void A_text_that_says_something_else_in_similar_words_is_not() => Hold("corrections-lookalikes-percent", Rows.SelectMany(r => r.Lookalikes, (r, text) => (r, text)), (row, text) => !Finds(row, text));

    [Fact]
    public void What_is_named_is_right()
    {
        var answers = Rows.SelectMany(r => r.Paraphrases.Append(r.Statement).Append(r.Debunk).Select(t => (Row: r, Text: t, Repeats: true)).Concat(r.Lookalikes.Select(t => (Row: r, Text: t, Repeats: false))))
            .SelectMany(t => Matcher.Match(null, t.Text, Index).Select(m => (Right: t.Repeats && m.Reference.Id == t.Row.Id, Says: $"{t.Text} | {m.Reference.Statement}"))).ToList();
        Floors.Hold("corrections-precision-percent", 100.0 * answers.Count(a => a.Right) / answers.Count, answers.Where(a => !a.Right).Select(a => a.Says));
    }

    private static bool Finds(CorrectionRow row, string text) => Matcher.Match(null, text, Index).Any(m => m.Reference.Id == row.Id);

    private static void Hold(string floor, IEnumerable<(CorrectionRow Row, string Text)> texts, Func<CorrectionRow, string, bool> right)
    {
        var lost = texts.Select(t => (t, Right: right(t.Row, t.Text))).ToList();
        Floors.Hold(floor, 100.0 * lost.Count(t => t.Right) / lost.Count, lost.Where(t => !t.Right).Select(t => $"{t.t.Text} | {t.t.Row.Statement}"));
    }

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "InfoMonitor.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests do not run from inside the repository.");
    }
}
