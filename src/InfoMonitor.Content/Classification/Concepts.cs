using System.Reflection;
using System.Text;

namespace InfoMonitor.Content.Classification;

/// <summary>A word of the thesaurus found in a sentence.</summary>
/// <param name="Key">Hash of the concept's name.</param>
/// <param name="Start">In UTF-16 code units of the sentence.</param>
internal readonly record struct Concept(ulong Key, int Start, int End);

/// <summary>Finds the words of <c>concepts.txt</c>, the names of protected groups and shapes (initials, school classes, numbers) in a sentence.</summary>
/// <remarks>Few rows teach each model: what is learnt of one word is carried to those that mean alike, and to two of them meeting in a sentence.</remarks>
internal static class Concepts
{
    private static readonly Dictionary<ulong, List<Entry>> ByFirst = Read();

    /// <summary>Every entry found, in order; an entry inside a longer one of the same concept is not counted twice.</summary>
    /// <param name="tokens">With the groups' names merged.</param>
    public static List<Concept> Of(List<Token> tokens)
    {
        var found = new List<Concept>();
        var bare = Names.IsBare(tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            // A list of initials or numbers is one of each.
            if (token.Marked[0] is '<' or '#' or '[' && !found.Exists(c => c.Key == token.MarkedHash)) Add(found, token.MarkedHash, token, token);
            foreach (var entry in token.Word.Concepts) // longest first
            {
                if (i + entry.Words.Length > tokens.Count || !entry.Stands(tokens, i, bare)) continue;
                var last = tokens[i + entry.Words.Length - 1];
                Add(found, entry.Concept, token, last);
            }
        }
        return found;
    }

    public static Entry[] BeginningWith(Word word) => ByFirst.TryGetValue(word.PlainHash, out var entries) ? [.. entries] : [];

    private static void Add(List<Concept> found, ulong key, Token first, Token last)
    {
        var end = last.Start + last.Length;
        for (var i = found.Count - 1; i >= 0; i--)
            if (found[i].Key == key && found[i].End >= end) return;
        found.Add(new Concept(key, first.Start, end));
    }

    private static Dictionary<ulong, List<Entry>> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("InfoMonitor.Content.Classification.concepts.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var entries = new Dictionary<ulong, List<Entry>>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var words in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var tokens = Tokens.Of(words, 0);
                if (!entries.TryGetValue(tokens[0].PlainHash, out var list)) entries[tokens[0].PlainHash] = list = [];
                list.Add(new Entry(Features.Hash(line.AsSpan(0, colon)), [.. tokens]));
            }
        }
        foreach (var list in entries.Values) list.Sort((a, b) => b.Words.Length - a.Words.Length);
        return entries;
    }

    internal sealed record Entry(ulong Concept, Token[] Words)
    {
        /// <param name="bare">The sentence is written without accents: then the entry matches without them.</param>
        public bool Stands(List<Token> tokens, int at, bool bare)
        {
            for (var i = 0; i < Words.Length; i++)
            {
                var token = tokens[at + i];
                if (token.MarkedHash != Words[i].MarkedHash && !((bare || Words.Length > 1 && token.MarkedHash == token.PlainHash) && token.PlainHash == Words[i].PlainHash)) return false;
            }
            return true;
        }
    }
}
