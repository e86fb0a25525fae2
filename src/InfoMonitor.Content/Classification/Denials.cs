using System.Buffers;

namespace InfoMonitor.Content.Classification;

/// <summary>What is said not to be done or not to be so, of a group that is named: "never hurt", "không phải là gánh nặng". Models that look at groups see it as one token, so that no word of harm weighs where it is denied.</summary>
/// <remarks>"Why not drive them out", "if we do not drive them out", "not only drive them out" deny nothing.</remarks>
internal static class Denials
{
    public const string Name = "<denied>";

    /// <summary>A negation reaches so many words on.</summary>
    private const int Reach = 5;

    /// <summary>Meanings of <c>concepts.txt</c> that say harm or scorn.</summary>
    private static readonly HashSet<ulong> Harms = [.. new[] { "hatred", "violence", "expel", "disgust", "inhuman", "sick", "stupid", "lazy", "criminal", "burden", "shame", "mock" }.Select(name => Features.Hash(name))];

    private static readonly HashSet<string> Negations = new(StringComparer.Ordinal)
    {
        "không", "chẳng", "chả", "chưa", "đừng", "chớ", "ngừng", "chấm", "no", "not", "never", "nobody", "none", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't", "won't", "wouldn't", "shouldn't", "can't", "cannot", "stop",
    };

    /// <summary>Between the two they end what is denied, or turn it about.</summary>
    private static readonly HashSet<string> Turning = new(StringComparer.Ordinal) { "chỉ", "để", "mà", "nhưng", "thì", "only", "just", "let", "but", "until", "or", "so", "nên" };

    /// <summary>Before a negation: it asks for what is not done, or makes it a condition.</summary>
    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal) { "sao", "nếu", "why", "if", "unless", "how" };

    private static readonly SearchValues<char> Parting = SearchValues.Create(",;:()–—.…");

    /// <summary>The same tokens with each denied word of harm as one token; the same list when nothing is denied.</summary>
    /// <param name="tokens">With the groups' names merged.</param>
    public static List<Token> Merge(string sentence, List<Token> tokens)
    {
        if (!tokens.Exists(IsNegation) || tokens.Exists(token => token.Marked == "?")) return tokens;
        List<Token>? merged = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var length = Harm(tokens, i);
            if (length > 0 && IsDenied(sentence, tokens, i, i + length))
            {
                merged ??= tokens[..i];
                merged.Add(new Token(tokens[i].Start, tokens[i + length - 1].End - tokens[i].Start, Word.Of(Name)));
                i += length - 1;
            }
            else merged?.Add(tokens[i]);
        }
        return merged ?? tokens;
    }

    private static int Harm(List<Token> tokens, int at)
    {
        foreach (var entry in tokens[at].Word.Concepts) // longest first
            if (Harms.Contains(entry.Concept) && at + entry.Words.Length <= tokens.Count && entry.Stands(tokens, at, bare: !tokens[at].Word.HasMarks)) return entry.Words.Length;
        return 0;
    }

    private static bool IsDenied(string sentence, List<Token> tokens, int at, int end)
    {
        for (var i = at - 1; i >= Math.Max(0, at - Reach); i--)
        {
            if (sentence.AsSpan(tokens[i].End..tokens[i + 1].Start).ContainsAny(Parting) || Turning.Contains(tokens[i].Marked)) return false;
            if (!IsNegation(tokens[i])) continue;
            return !tokens[..i].Exists(token => IsNegation(token) || Asking.Contains(token.Marked)) && !tokens[end..].Exists(token => token.Marked is "thì" or "then");
        }
        return false;
    }

    private static bool IsNegation(Token token) => Negations.Contains(token.Marked) || token.Plain == "khong" && !token.Word.HasMarks;
}
