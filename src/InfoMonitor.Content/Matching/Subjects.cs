namespace InfoMonitor.Content.Matching;

/// <summary>What a text is about, by the meanings of <c>thesaurus.txt</c> and of <c>subjects.txt</c>, which knows many more words: for models that weigh meanings, not for comparing claims.</summary>
internal static class Subjects
{
    private static readonly List<ulong> Keys = [];
    private static readonly PhraseFinder Phrases = new(Load());

    /// <summary>Each meaning of a sentence once, by its key, with the words [First, First + Count) where it first stands.</summary>
    /// <param name="bare">The sentence is typed without accents.</param>
    public static List<(ulong Key, int First, int Count)> Of(ReadOnlySpan<WordForm> sentence, bool bare)
    {
        var found = new List<(ulong Key, int First, int Count)>();
        foreach (var meaning in Phrases.In(sentence, bare))
            if (!Holds(found, Keys[meaning.Id])) found.Add((Keys[meaning.Id], meaning.First, meaning.Count));
        return found;
    }

    private static bool Holds(List<(ulong Key, int First, int Count)> found, ulong key)
    {
        foreach (var one in found) if (one.Key == key) return true;
        return false;
    }

    private static List<(int Id, string Phrase)> Load()
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var phrases = new List<(int, string)>();
        foreach (var (name, words) in WordLists.Lines("thesaurus.txt").SkipWhile(line => line.Name != "things").Concat(WordLists.Lines("subjects.txt")))
        {
            if (!ids.TryGetValue(name, out var id))
            {
                ids[name] = id = Keys.Count;
                Keys.Add(ClaimText.Hash("#" + name));
            }
            foreach (var word in words) phrases.Add((id, word));
        }
        return phrases;
    }
}
