using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Classification;

/// <summary>A sentence of a text, ready for the models.</summary>
/// <param name="Offset">Start in the text; -1 for the title.</param>
internal sealed record Unit(string Sentence, int Offset, List<Token> Tokens)
{
    /// <summary>The same tokens with protected groups as one.</summary>
    public List<Token> Merged { get; } = Groups.Merge(Tokens);

    public List<Concept> Concepts { get; } = Classification.Concepts.Of(Groups.Merge(Tokens));

    public List<Token> For(ModelSpec spec) => spec.MergesGroups ? Merged : Tokens;
}

/// <summary>A text cut into sentences, the title first.</summary>
internal sealed class Reading
{
    /// <summary>How many sentences on each side are a sentence's surroundings.</summary>
    private const int Reach = 3;

    /// <summary>A line without a full stop may be endless: pieces of at most this many characters.</summary>
    private const int LongestSentence = 600;

    private Reading(List<Unit> units, bool titled) => (Units, Titled) = (units, titled);

    public IReadOnlyList<Unit> Units { get; }

    /// <summary>The first unit is the title.</summary>
    public bool Titled { get; }

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
