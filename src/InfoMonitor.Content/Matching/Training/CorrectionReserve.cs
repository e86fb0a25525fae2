using System.Globalization;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Classification.Training;

namespace InfoMonitor.Content.Matching.Training;

/// <summary>An answer about a pair of the reserve.</summary>
/// <param name="Figure">One of <see cref="CorrectionReserve"/>'s.</param>
/// <param name="Says">The text, and the statement it was held against.</param>
internal sealed record CorrectionAnswer(string Figure, string Language, bool Right, string Says);

/// <summary>Asks the matcher about statements it never saw: <c>reserve-corrections.jsonl</c>, each statement being a reference of an independent publisher; and what the office's own correction alone would queue.</summary>
internal static class CorrectionReserve
{
    public const string Repeated = "repeated claims found", Retold = "retold claims found", Lookalikes = "look-alikes rejected", Named = "right of what is named", Insisted = "repeated claims found that insist against those who call them false", Debunks = "debunks not queued",
        Allegations = "reports and tips not queued by the office's own correction", Rumours = "repeated claims queued by the office's own correction";

    /// <summary>How a rumour answers its correction, by language.</summary>
    private static readonly Dictionary<string, string[]> Insistence = new(StringComparer.Ordinal)
    {
        ["vi"] = ["Không phải tin giả đâu, {0}", "Báo nói tin giả nhưng {0}", "Đừng tin mấy bài bác bỏ: {0}", "{0} Ai bảo sai thì cứ chờ xem."],
        ["en"] = ["They call it a hoax, but {0}", "It is not fake news: {0}"],
    };

    /// <param name="own">The folder of rows (<c>models/data</c>).</param>
    public static IReadOnlyList<CorrectionAnswer> Ask(Assessor assessor, string own)
    {
        if (assessor.Matcher is not { } matcher || Rows(own) is not { Count: > 0 } rows) return [];
        var index = References(own);
        var speech = RowReader.ReserveProtected(own).Where(r => r.Class is ProtectedClass.ViolationReport or ProtectedClass.WhistleBlowing && Trainer.Languages.Contains(r.Language));
        return
        [
            .. rows.AsParallel().AsOrdered().SelectMany(Of),
            .. speech.Select(r => new CorrectionAnswer(Allegations, r.Language, !QueuedByOffice(r.Text, r.Language), r.Text)),
            .. rows.Where(r => Trainer.Languages.Contains(r.Language)).Select(r => new CorrectionAnswer(Rumours, r.Language, QueuedByOffice(r.Statement, r.Language), r.Statement)),
        ];

        // The hardest case: the office calls false what the text says, word by word (DESIGN 2.3).
        bool QueuedByOffice(string text, string language) =>
            assessor.Assess(null, text, language, CorrectionIndex.Build([new CorrectionText("own", text, "Sai", Independent: false)])).Reasons.Contains(FlagReason.MatchesCorrection);

        IEnumerable<CorrectionAnswer> Of(CorrectionRow row)
        {
            (string Figure, string Text)[] texts = [(Repeated, row.Statement), .. row.Paraphrases.Select(t => (Retold, t)), .. row.Lookalikes.Select(t => (Lookalikes, t)), (Debunks, row.Debunk), .. Insistence.GetValueOrDefault(row.Language, []).Select(frame => (Insisted, string.Format(CultureInfo.InvariantCulture, frame, row.Statement)))];
            foreach (var (figure, text) in texts)
            {
                if (figure == Insisted)
                {
                    yield return new CorrectionAnswer(figure, row.Language, assessor.Assess(null, text, row.Language, index).Reasons.Contains(FlagReason.MatchesCorrection), text);
                    continue;
                }
                var named = matcher.Match(null, text, index);
                var found = named.Any(m => m.Reference.Id == row.Id);
                yield return figure switch
                {
                    Debunks => Answer(figure, !assessor.Assess(null, text, row.Language, index).Reasons.Contains(FlagReason.MatchesCorrection), row.Statement),
                    Lookalikes => Answer(figure, !found, row.Statement),
                    _ => Answer(figure, found, row.Statement),
                };
                foreach (var match in named) yield return Answer(Named, figure != Lookalikes && match.Reference.Id == row.Id, match.Reference.Statement);

                CorrectionAnswer Answer(string of, bool right, string statement) => new(of, row.Language, right, $"{text} | {statement}");
            }
        }
    }

    /// <summary>Its statements, each a reference of an independent publisher.</summary>
    /// <param name="own">The folder of rows (<c>models/data</c>).</param>
    /// <inheritdoc cref="RowReader.Lines" path="/exception"/>
    public static CorrectionIndex References(string own) => CorrectionIndex.Build(Rows(own).Select(r => new CorrectionText(r.Id, r.Statement, r.Verdict, Independent: true)));

    private static List<CorrectionRow> Rows(string own) => CorrectionRows.Read(Path.Combine(own, "reserve-corrections.jsonl"));

    /// <summary>Each figure, of all rows and by language.</summary>
    public static IEnumerable<BenchmarkLine> Lines(IReadOnlyList<CorrectionAnswer> answers) =>
        from figure in answers.GroupBy(a => a.Figure)
        from part in figure.GroupBy(a => ", " + a.Language).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (Name: g.Key, Rows: g.ToList())).Prepend((Name: "", Rows: figure.ToList()))
        select BenchmarkLine.Share("reserve, corrections" + part.Name, figure.Key, part.Rows.Count(a => a.Right), part.Rows.Count);
}
