using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Matching.Training;

internal enum PairKind { Statement, Reworded, Paraphrase, Debunk, Lookalike, NearLookalike, OtherStatement, OrdinaryText, Article }

/// <summary>One text against one statement: the features of each of its stretches.</summary>
/// <param name="Text">Number of the text.</param>
/// <param name="Fold">Of the correction the text was written for.</param>
/// <param name="Found">Whether the index named the statement for this text.</param>
/// <param name="Excess">How far the text is longer than a post: <see cref="Reading.Excess"/>.</param>
internal sealed record PairCase(int Text, string Label, string Language, PairKind Kind, int Fold, bool Found, double Excess, List<float[]> Stretches)
{
    public bool Repeats => Kind is PairKind.Statement or PairKind.Reworded or PairKind.Paraphrase or PairKind.Debunk;

    public double Score(CorrectionModel model) => Stretches.Max(s => model.LogOdds(s));
}

/// <summary>Makes the pairs a re-ranker learns from: each text with its own statement, and with the statements the index takes it for.</summary>
internal sealed class CorrectionCases
{
    public const int Folds = 5;

    private const int Hard = 6, Far = 3;

    private readonly CorrectionIndex index;
    private readonly List<ClaimText> statements;
    private readonly List<string> languages;
    private int texts;

    private CorrectionCases(IReadOnlyList<CorrectionRow> rows, IReadOnlyList<string> distractors, WordWeights words)
    {
        var all = rows.Select(r => r.Statement).Concat(distractors).ToList();
        (Words, languages) = (words, [.. rows.Select(r => r.Language)]);
        index = CorrectionIndex.Build(all.Select((s, i) => new CorrectionText($"{i}", s, "", Independent: true)));
        statements = [.. all.Select(s => ClaimText.Read(s))];
    }

    private WordWeights Words { get; }

    public static List<PairCase> Make(IReadOnlyList<CorrectionRow> rows, (List<string> Claims, List<string> Others) ordinary, IReadOnlyList<string> articles, WordWeights words)
    {
        var maker = new CorrectionCases(rows, ordinary.Claims, words);
        var cases = new List<PairCase>();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            cases.AddRange(maker.Of(row.Statement, i, PairKind.Statement, row.Language));
            if (row.Language == "vi") cases.AddRange(maker.Of(Folding.Fold(row.Statement), i, PairKind.Statement, row.Language));
            if (row.Language != "km") cases.AddRange(maker.Of(maker.Shortened(row.Statement), i, PairKind.Statement, row.Language));
            foreach (var text in row.Same ?? []) cases.AddRange(maker.Of(text, i, PairKind.Reworded, row.Language));
            foreach (var text in row.Near ?? []) cases.AddRange(maker.Of(text, i, PairKind.NearLookalike, row.Language));
            foreach (var text in row.Paraphrases) cases.AddRange(maker.Of(text, i, PairKind.Paraphrase, row.Language));
            foreach (var text in row.Lookalikes) cases.AddRange(maker.Of(text, i, PairKind.Lookalike, row.Language));
            cases.AddRange(maker.Of(row.Debunk, i, PairKind.Debunk, row.Language));
        }
        foreach (var text in ordinary.Others) cases.AddRange(maker.Of(text, -1, PairKind.OrdinaryText, ""));
        foreach (var text in articles) cases.AddRange(maker.Of(text, -1, PairKind.Article, ""));
        return cases;
    }

    /// <summary>The statement as people pass it on: every second of its light words left out, none that says how it is said or how much.</summary>
    private string Shortened(string statement)
    {
        var read = ClaimText.Read(statement);
        var kept = read.Words.Select(w => Words[w.Key] >= 0.45f).ToArray();
        foreach (var meaning in read.Meanings) if (meaning.Id < Thesaurus.FirstThing) for (var k = 0; k < meaning.Count; k++) kept[meaning.First + k] = true;
        var light = 0;
        return string.Join(' ', read.Words.Where((w, i) => kept[i] || read.IsNumber[i] || ++light % 2 == 0).Select(w => statement.Substring(w.Start, w.Length)));
    }

    private IEnumerable<PairCase> Of(string text, int correction, PairKind kind, string language)
    {
        var stretches = CorrectionMatcher.Stretch.All(text);
        var votes = new Dictionary<int, int>();
        var nearest = new List<int>();
        foreach (var stretch in stretches)
        {
            index.Nearest(stretch.Read, CorrectionMatcher.Candidates, nearest);
            for (var rank = 0; rank < nearest.Count; rank++) votes[nearest[rank]] = Math.Max(votes.GetValueOrDefault(nearest[rank]), CorrectionMatcher.Candidates - rank);
        }
        var number = texts++;
        if (stretches.Count == 0) yield break;
        var fold = (correction < 0 ? number : correction) % Folds;
        if (correction >= 0) yield return Case(correction, kind, votes.ContainsKey(correction));
        foreach (var (other, _) in votes.Where(v => v.Key != correction).OrderByDescending(v => v.Value).ThenBy(v => v.Key).Take(kind == PairKind.OrdinaryText ? Hard / 2 : Hard))
            // Of the sentences beside the statements some say the same as one, and so do statements in another language: neither is a negative.
            if (other < languages.Count && (correction < 0 || languages[other] == language)) yield return Case(other, correction < 0 ? kind : PairKind.OtherStatement, true);
        // Where there are few references, the index names some that have nothing to do with the text.
        for (var k = 1; k <= Far; k++)
            if ((number * 7919L + k * 104_729L) % languages.Count is var far && far != correction && !votes.ContainsKey((int)far)) yield return Case((int)far, correction < 0 ? kind : PairKind.OtherStatement, true);

        PairCase Case(int statement, PairKind of, bool found) =>
            new(number, $"{of.Word()}: {text} | {index[statement].Statement}", language, of, fold, found, Reading.ExcessOf(stretches.Count(s => s.Count == 1)), [.. stretches.Select(s => Measured(statement, s))]);
    }

    private float[] Measured(int statement, CorrectionMatcher.Stretch stretch)
    {
        var values = new float[PairFeatures.Count];
        PairFeatures.Measure(statements[statement], stretch.Read, Words, values);
        return values;
    }
}
