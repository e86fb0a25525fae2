using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Classification;

/// <summary>A sentence of a text, ready for the models. What they weigh is reckoned when it is first asked for: a unit belongs to one thread.</summary>
internal sealed class Unit(string sentence, int offset, List<Token> tokens)
{
    private readonly List<Token> merged = Groups.Merge(tokens);
    private List<Concept>? concepts;
    private WeightTable? weighedBy;

    /// <summary>By block and form of the groups.</summary>
    private readonly double[]?[] sums = new double[]?[4];

    public string Sentence => sentence;

    /// <summary>Start in the text; -1 for the title.</summary>
    public int Offset => offset;

    public List<Concept> Concepts => concepts ??= Classification.Concepts.Of(merged);

    /// <param name="merges">Protected groups are one token each.</param>
    public List<Token> For(bool merges) => merges ? merged : tokens;

    /// <summary>What the features of <see cref="Features.Sentence"/> weigh, by column of the table.</summary>
    public double[] Own(WeightTable table, bool merges)
    {
        ref var sum = ref SumsOf(table)[merges && merged != tokens ? 1 : 0];
        if (sum is not null) return sum;
        var sink = new WeightTable.Sink(table, table.Own, sum = new double[table.Width]);
        Features.Sentence(For(merges), Concepts, ref sink);
        return sum;
    }

    /// <summary>What the features of <see cref="Features.Around"/> weigh, unscaled.</summary>
    public double[] Around(WeightTable table, bool merges)
    {
        ref var sum = ref SumsOf(table)[merges && merged != tokens ? 3 : 2];
        if (sum is not null) return sum;
        var sink = new WeightTable.Sink(table, table.Around, sum = new double[table.Width]);
        Features.Around(For(merges), Concepts, ref sink);
        return sum;
    }

    private double[]?[] SumsOf(WeightTable table)
    {
        if (weighedBy != table) Array.Clear(sums);
        weighedBy = table;
        return sums;
    }
}

/// <summary>A text cut into sentences, the title first.</summary>
internal sealed class Reading
{
    /// <summary>How many sentences on each side are a sentence's surroundings.</summary>
    private const int Reach = 3;

    /// <summary>A line without a full stop may be endless: pieces of at most this many characters.</summary>
    private const int LongestSentence = 600;

    /// <summary>Sentences, title included, of what still counts as a post.</summary>
    private const double PostLength = 6;

    private Reading(List<Unit> units, bool titled) => (Units, Titled) = (units, titled);

    public IReadOnlyList<Unit> Units { get; }

    /// <summary>The first unit is the title.</summary>
    public bool Titled { get; }

    /// <summary>How far the text is longer than a post: log(sentences / 6), 0 up to six. Says nothing of its source.</summary>
    public double Excess => Math.Log(Math.Max(1, Units.Count / PostLength));

    public static Reading Of(string? title, string text)
    {
        var units = new List<Unit>();
        if (!string.IsNullOrWhiteSpace(title)) units.Add(new Unit(title, -1, Tokens.Of(title, 0)));
        var titled = units.Count > 0;
        foreach (var span in Sentences.Split(text))
            for (var start = span.Start; start < span.Start + span.Length;)
            {
                var length = Cut(text, start, span.Start + span.Length - start);
                var tokens = Tokens.Of(text.AsSpan(start, length), 0);
                if (tokens.Count > 0) units.Add(new Unit(text.Substring(start, length), start, tokens));
                start += length;
            }
        return new Reading(units, titled);
    }

    /// <summary>Indexes of the units around one: its neighbours, and the title.</summary>
    public IEnumerable<int> Around(int at)
    {
        if (Titled && at > Reach) yield return 0;
        for (var i = Math.Max(0, at - Reach); i <= Math.Min(Units.Count - 1, at + Reach); i++)
            if (i != at) yield return i;
    }

    private static int Cut(string text, int start, int length)
    {
        if (length <= LongestSentence) return length;
        var space = text.LastIndexOf(' ', start + LongestSentence, LongestSentence / 2);
        if (space > start) return space + 1 - start;
        return char.IsHighSurrogate(text[start + LongestSentence - 1]) ? LongestSentence - 1 : LongestSentence;
    }
}
