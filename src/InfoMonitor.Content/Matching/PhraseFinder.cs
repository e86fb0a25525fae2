using System.Runtime.InteropServices;

namespace InfoMonitor.Content.Matching;

/// <summary>A meaning found in a text: words [First, First + Count).</summary>
internal readonly record struct Meaning(int Id, int First, int Count);

/// <summary>Finds the phrases of a list in a text, the longest of a meaning where it stands in several.</summary>
/// <remarks>A tree of words, each place of it under the hash of the words that lead there: a word of a text that begins no phrase costs one look.</remarks>
internal sealed class PhraseFinder
{
    /// <summary>Words of the longest phrase; of Khmer, pairs of syllables.</summary>
    private const int Longest = 12;

    private const int None = -1;

    private static readonly Dictionary<string, string[]> Accents = LoadAccents();

    private readonly Dictionary<ulong, Place> marked = [], bare = [];

    /// <param name="phrases">As they are written, of at most twelve words; a text without accents has them without.</param>
    public PhraseFinder(IEnumerable<(int Id, string Phrase)> phrases)
    {
        foreach (var (id, phrase) in phrases)
        {
            var words = ClaimText.WordsOf(phrase, 0).ConvertAll(word => word.Form);
            if (words.Count is 0 or > Longest) continue;
            Add(marked, words.ConvertAll(word => word.MarkedKey), id);
            if (!IsRareWithout(words)) Add(bare, words.ConvertAll(word => word.Key), id);
        }
    }

    /// <summary>Every meaning in a text, in order of its words.</summary>
    /// <param name="isBare">The text is typed without accents: then none are asked of it.</param>
    public List<Meaning> In(ReadOnlySpan<WordForm> text, bool isBare)
    {
        var tree = isBare ? bare : marked;
        var found = new List<Meaning>();
        Span<Place> path = new Place[Longest];
        for (var i = 0; i < text.Length; i++)
        {
            var (hash, length) = (0UL, 0);
            do
            {
                hash = Step(hash, isBare ? text[i + length].Key : text[i + length].MarkedKey);
                if (!tree.TryGetValue(hash, out path[length])) break;
                length++;
            }
            while (path[length - 1].GoesOn && i + length < text.Length);
            for (; length > 0; length--)
            {
                var place = path[length - 1];
                if (place.Id != None && !Covers(found, place.Id, i)) found.Add(new Meaning(place.Id, i, length));
                if (place.Others is not null) foreach (var id in place.Others) if (!Covers(found, id, i)) found.Add(new Meaning(id, i, length));
            }
        }
        return found;
    }

    private static void Add(Dictionary<ulong, Place> tree, List<ulong> words, int id)
    {
        var hash = 0UL;
        for (var i = 0; i < words.Count; i++)
        {
            hash = Step(hash, words[i]);
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(tree, hash, out var known);
            if (!known) place = new Place(None, null, GoesOn: false);
            if (i + 1 < words.Count) place = place with { GoesOn = true };
            else place = place.Id == None ? place with { Id = id } : place with { Others = [.. place.Others ?? [], id] };
        }
    }

    private static ulong Step(ulong hash, ulong word) => (hash ^ word) * 0x9E3779B97F4A7C15UL + 1;

    /// <summary>Whether the same meaning already stands over this word, in a longer phrase.</summary>
    private static bool Covers(List<Meaning> found, int id, int at)
    {
        for (var k = found.Count - 1; k >= 0 && found[k].First > at - Longest; k--)
            if (found[k].Id == id && found[k].First + found[k].Count > at) return true;
        return false;
    }

    /// <summary>Typed without accents it would mostly be another word ("la": "là", not "lá").</summary>
    private static bool IsRareWithout(List<WordForm> words) => words is [{ Marks.Length: > 0 } word] && Accents.TryGetValue(word.Plain, out var likely) && !likely.Contains(word.Marks);

    /// <summary>By syllable without accents: the accents that are not rare on it; a syllable that is missing takes any.</summary>
    private static Dictionary<string, string[]> LoadAccents() =>
        WordLists.Read("accents.txt").Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ')).ToDictionary(f => f[0], f => Array.ConvertAll(f[1..], m => m == "-" ? "" : m), StringComparer.Ordinal);

    /// <param name="Id">The meaning of the phrase that ends here; <see cref="None"/> where none does.</param>
    /// <param name="Others">Its other meanings.</param>
    /// <param name="GoesOn">A longer phrase begins with these words.</param>
    private readonly record struct Place(int Id, int[]? Others, bool GoesOn);
}
