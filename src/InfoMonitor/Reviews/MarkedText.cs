using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Reviews;

/// <summary>Cuts a text into paragraphs of parts: the sentence that gave the reason, and in it the words that weighed.</summary>
internal static class MarkedText
{
    /// <summary>Words beyond these are noise to a reader.</summary>
    private const int Marked = 6;

    /// <param name="text">A line per paragraph.</param>
    /// <param name="because">Null marks nothing.</param>
    public static IReadOnlyList<IReadOnlyList<MarkedPart>> Cut(string text, Explanation? because)
    {
        var start = because is { Offset: >= 0 } && because.Offset < text.Length ? because.Offset : -1;
        var end = start < 0 ? -1 : Math.Min(text.Length, start + because!.Sentence.Length);
        var marks = start < 0 ? [] : Words(text[start..end], because!.Words);
        var paragraphs = new List<IReadOnlyList<MarkedPart>>();
        for (var line = 0; line < text.Length;)
        {
            var stop = text.IndexOf('\n', line);
            if (stop < 0) stop = text.Length;
            var parts = new List<MarkedPart>();
            Add(parts, text, line, Math.Clamp(start < 0 ? stop : start, line, stop), isSentence: false);
            if (start >= 0)
            {
                var at = Math.Clamp(start, line, stop);
                var upTo = Math.Clamp(end, line, stop);
                foreach (var (from, to, weight) in marks.Select(m => (From: start + m.From, To: start + m.To, m.Weight)).Where(m => m.From >= at && m.To <= upTo))
                {
                    Add(parts, text, at, from, isSentence: true);
                    parts.Add(new MarkedPart(text[from..to], true, weight));
                    at = to;
                }
                Add(parts, text, at, upTo, isSentence: true);
                Add(parts, text, Math.Max(upTo, line), stop, isSentence: false);
            }
            if (parts.Count > 0) paragraphs.Add(parts);
            line = stop + 1;
        }
        return paragraphs;
    }

    /// <summary>A single sentence with its words, for where it stands apart from the text (a title).</summary>
    public static IReadOnlyList<MarkedPart> Sentence(Explanation because)
    {
        var parts = new List<MarkedPart>();
        var at = 0;
        foreach (var (from, to, weight) in Words(because.Sentence, because.Words))
        {
            Add(parts, because.Sentence, at, from, isSentence: true);
            parts.Add(new MarkedPart(because.Sentence[from..to], true, weight));
            at = to;
        }
        Add(parts, because.Sentence, at, because.Sentence.Length, isSentence: true);
        return parts;
    }

    private static void Add(List<MarkedPart> parts, string text, int from, int to, bool isSentence)
    {
        if (to > from) parts.Add(new MarkedPart(text[from..to], isSentence, 0));
    }

    /// <summary>Where the strongest words stand in the sentence, without overlap, in order.</summary>
    private static List<(int From, int To, int Weight)> Words(string sentence, IReadOnlyList<WeightedWords> words)
    {
        var positive = words.Where(w => w.Weight > 0 && w.Words.Any(char.IsLetterOrDigit)).OrderByDescending(w => w.Weight).ToList();
        var strongest = positive.Count == 0 ? 0 : positive[0].Weight;
        var folded = Folding.Fold(sentence);
        var sameLength = folded.Length == sentence.Length;   // then a folded n-gram can be found by its place
        var found = new List<(int From, int To, int Weight)>();
        foreach (var word in positive)
        {
            if (found.Count >= Marked) break;
            var at = Find(sentence, word.Words);
            if (at < 0 && sameLength) at = Find(folded, Folding.Fold(word.Words));
            var to = at + word.Words.Length;
            if (at < 0 || to > sentence.Length || found.Any(f => at < f.To && f.From < to)) continue;
            found.Add((at, to, word.Weight >= strongest * 0.75 ? 3 : word.Weight >= strongest * 0.4 ? 2 : 1));
        }
        return [.. found.OrderBy(f => f.From)];
    }

    private static int Find(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + words.Length == text.Length || !char.IsLetterOrDigit(text[at + words.Length])))
                return at;
        return -1;
    }
}
