using System.Globalization;

namespace InfoMonitor.Content.Matching;

/// <summary>How much a word tells: inverse document frequency over the rows the model was made from, so that a score does not hang on which other references there are.</summary>
internal sealed class WordWeights
{
    private readonly Dictionary<ulong, float> known = [];
    private readonly float unknown;
    private readonly float[] meanings;

    /// <param name="texts">Of how many texts.</param>
    /// <param name="counts">In how many of them each word stands; rare ones may be missing.</param>
    public WordWeights(int texts, IReadOnlyDictionary<string, int> counts)
    {
        (Texts, Counts) = (texts, counts);
        unknown = Weight(1);
        foreach (var (word, count) in counts) known[ClaimText.Hash(word)] = Weight(count);
        meanings = [.. Enumerable.Range(0, Thesaurus.Count).Select(id => this[Thesaurus.Key(id)])];
    }

    public int Texts { get; }

    public IReadOnlyDictionary<string, int> Counts { get; }

    public float OfMeaning(int id) => meanings[id];

    public float this[ulong key] => known.GetValueOrDefault(key, unknown);

    /// <summary>After Robertson and Spärck Jones (1976), never below zero; 1 for the rarest word.</summary>
    private float Weight(int count) => (float)(Math.Log(1 + (Texts - count + 0.5) / (count + 0.5)) / Math.Log(1 + (Texts - 0.5) / 1.5));

    /// <summary>Counts over texts; words of fewer than two texts are left out.</summary>
    public static WordWeights Count(IReadOnlyCollection<string> texts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var read = ClaimText.Read(text);
            foreach (var word in read.Words.Select(w => w.Stem).Concat(read.Meanings.Select(m => Thesaurus.Name(m.Id))).Distinct(StringComparer.Ordinal)) counts[word] = counts.GetValueOrDefault(word) + 1;
        }
        return new WordWeights(texts.Count, counts.Where(c => c.Value > 1).ToDictionary(StringComparer.Ordinal));
    }

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Texts}\n") + string.Concat(Counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}\t{c.Value}\n")));

    /// <param name="path">Of the file, for messages.</param>
    /// <exception cref="InvalidDataException">The text is not what <see cref="Write"/> makes; the message names file and line.</exception>
    public static WordWeights Read(string text, string path, string remedy)
    {
        var (texts, counts) = (-1, new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (at, line) in text.Split('\n').Index())
        {
            if (line.Length == 0) continue;
            if (texts < 0)
            {
                texts = Count(line) ?? throw Wrong("texts", $"'{line}' is no count of texts.");
                continue;
            }
            if (line.Split('\t') is not [{ Length: > 0 } word, var number]) throw Wrong("word", "the line is no word and its count with a tab between them.");
            if (!counts.TryAdd(word, Count(number) is { } count && count <= texts ? count : throw Wrong("count", $"'{number}' is no count of at most {texts} texts."))) throw Wrong("word", $"'{word}' stands there twice.");

            InvalidDataException Wrong(string key, string what) => new(string.Create(CultureInfo.InvariantCulture, $"{path}:{at + 1}: {key}: {what} {remedy}"));
        }
        return texts < 0 ? throw new InvalidDataException($"{path}:1: texts: the file is empty. {remedy}") : new WordWeights(texts, counts);

        static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
    }
}
