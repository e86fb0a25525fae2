using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Classification;

/// <summary>A sentence of a text, ready for the models.</summary>
/// <param name="Offset">Start in the text; -1 for the title.</param>
internal sealed record Unit(string Sentence, int Offset, List<Token> Tokens)
{
    /// <summary>The same tokens with protected groups as one.</summary>
    public List<Token> Merged { get; } = Groups.Merge(Tokens);

    public List<Concept> Concepts { get; } = Classification.Concepts.Of(Groups.Merge(Tokens));

    /// <summary>By block and form of the groups; hashed once for all models. A reading belongs to one thread.</summary>
    private readonly List<(int Bucket, double Value)>?[] blocks = new List<(int, double)>?[4];

    public List<Token> For(ModelSpec spec) => spec.MergesGroups ? Merged : Tokens;

    /// <summary>The features of <see cref="Features.Sentence"/>.</summary>
    public List<(int Bucket, double Value)> Own(ModelSpec spec)
    {
        ref var block = ref blocks[spec.MergesGroups && Merged != Tokens ? 1 : 0];
        if (block is not null) return block;
        var sink = new FeatureList(block = new(12 * Tokens.Count));
        Features.Sentence(For(spec), Concepts, ref sink);
        return block;
    }

    /// <summary>The features of <see cref="Features.Around"/>.</summary>
    public List<(int Bucket, double Value)> Around(ModelSpec spec)
    {
        ref var block = ref blocks[spec.MergesGroups && Merged != Tokens ? 3 : 2];
        if (block is not null) return block;
        var sink = new FeatureList(block = new(5 * Tokens.Count));
        Features.Around(For(spec), Concepts, ref sink);
        return block;
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
