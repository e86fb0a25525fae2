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

    /// <exception cref="FormatException">The text is not what <see cref="Write"/> makes.</exception>
    public static WordWeights Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0) throw new FormatException("it is empty.");
        var counts = lines.Skip(1).Select(line => line.Split('\t')).ToDictionary(f => f.Length == 2 ? f[0] : throw new FormatException("a line has not two fields."), f => int.Parse(f[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new WordWeights(int.Parse(lines[0], CultureInfo.InvariantCulture), counts);
    }
}
