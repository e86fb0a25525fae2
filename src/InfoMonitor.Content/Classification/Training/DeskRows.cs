namespace InfoMonitor.Content.Classification.Training;

/// <summary>Labels of the desk beside our own rows.</summary>
/// <param name="Training">Weighed.</param>
/// <param name="Gate">Never trained on; none of them may be flagged.</param>
/// <param name="LeftOut">Each with why.</param>
/// <param name="Hash">SHA-256 (hex) of the labels file.</param>
internal sealed record DeskRows(IReadOnlyList<Row> Training, IReadOnlyList<Row> Gate, IReadOnlyList<string> LeftOut, string Hash)
{
    /// <summary>
    /// A sentence that people judged counts as much as a row written for the models. But all of one kind and language together count at most this share of ours: each was flagged by the models of its day,
    /// so they show what is found already and nothing of what is missed, and one rumour that was told a hundred ways would outweigh the rest.
    /// </summary>
    public const double MostOfOurs = 0.25;

    /// <param name="trained">Our rows for training, licensed sets apart.</param>
    /// <param name="reserve">What the gate holds: a row like one of these must not be trained on.</param>
    public static DeskRows Of(LabelReading.Read labels, IReadOnlyList<Row> trained, IReadOnlyList<Row> reserve)
    {
        var likeness = new Likeness();
        foreach (var row in trained.Concat(reserve)) likeness.Add(row);
        var leftOut = new List<string>();
        var gate = Kept(labels.Gate);   // first: a row that gates takes the place of one that would be trained on
        var training = Kept(labels.Training);
        return new DeskRows([.. training.GroupBy(Kind).SelectMany(g => Weighed([.. g], trained.Where(r => Kind(r) == g.Key).Sum(r => r.Weight))).OrderBy(r => r.Id, StringComparer.Ordinal)], gate, leftOut, labels.Hash);

        List<Row> Kept(IReadOnlyList<Row> rows)
        {
            var kept = new List<Row>();
            foreach (var row in rows)
            {
                if (!Trainer.Languages.Contains(row.Language)) leftOut.Add($"{row.Id}: no model is trained in {row.Language}");
                else if (likeness.Find(row.Text) is { } other) leftOut.Add($"{row.Id}: says what {other.Id} says ({other.Set})");
                else
                {
                    likeness.Add(row);
                    kept.Add(row);
                }
            }
            return kept;
        }
    }

    private static IEnumerable<Row> Weighed(List<Row> rows, double ours) => rows.Select(r => r with { Weight = ours == 0 ? 1 : Math.Min(1, MostOfOurs * ours / rows.Count) });

    private static (string Language, FlagReason? Harm, SentenceKind? Kind) Kind(Row row) => (row.Language, row.Harms is [var harm] ? harm : null, row.Harms is [_] ? null : row.Kind);
}

/// <summary>Finds a row that says the same: by our rule no two share more than half of their words in threes.</summary>
internal sealed class Likeness
{
    /// <summary>A row of fewer would stand in half of all texts.</summary>
    private const int Fewest = 4;

    private readonly Dictionary<string, List<int>> rowsOf = new(StringComparer.Ordinal);
    private readonly List<(Row Row, int Count)> rows = [];

    public void Add(Row row)
    {
        var threes = Threes(row.Text);
        foreach (var three in threes)
        {
            if (!rowsOf.TryGetValue(three, out var at)) rowsOf[three] = at = [];
            at.Add(rows.Count);
        }
        rows.Add((row, threes.Count));
    }

    public Row? Find(string text)
    {
        var threes = Threes(text);
        var shared = threes.SelectMany(t => rowsOf.GetValueOrDefault(t) ?? []).CountBy(at => at).Where(p => 2 * p.Value > threes.Count || rows[p.Key].Count >= Fewest && 2 * p.Value > rows[p.Key].Count);
        return shared.OrderByDescending(p => p.Value).ThenBy(p => p.Key).Select(p => rows[p.Key].Row).FirstOrDefault();
    }

    /// <summary>The words of a text in threes; of one or two words these.</summary>
    /// <param name="accents">Whether they count: the same words typed without them say the same.</param>
    internal static HashSet<string> Threes(string text, bool accents = false)
    {
        var words = Tokens.Of(text, 0).ConvertAll(t => accents ? t.Marked : t.Plain);
        return words.Count < 3 ? [string.Join(' ', words)] : [.. Enumerable.Range(0, words.Count - 2).Select(i => $"{words[i]} {words[i + 1]} {words[i + 2]}")];
    }
}
