namespace InfoMonitor.Content.Extraction;

/// <summary>Three-word shingles of a text as hashes, to ask how much of one text stands in another.</summary>
internal sealed class Shingles
{
    private const int Words = 3;
    private readonly HashSet<int> _set;

    private Shingles(HashSet<int> set) => _set = set;

    public int Size => _set.Count;

    public static Shingles Of(string text) => new([.. Hashes(text)]);

    /// <summary>Share of a text's shingles that stand here, 0..1; texts under three words count as one shingle.</summary>
    public double Share(string text)
    {
        var (all, here) = Count(text);
        return all == 0 ? 0 : (double)here / all;
    }

    /// <summary>How many distinct shingles of these stand in the texts.</summary>
    public int CoveredBy(IEnumerable<string> texts)
    {
        var found = new HashSet<int>();
        foreach (var text in texts)
            foreach (var hash in Hashes(text)) if (_set.Contains(hash)) found.Add(hash);
        return found.Count;
    }

    private (int All, int Here) Count(string text)
    {
        var (all, here) = (0, 0);
        foreach (var hash in Hashes(text))
        {
            all++;
            if (_set.Contains(hash)) here++;
        }
        return (all, here);
    }

    private static IEnumerable<int> Hashes(string text)
    {
        var (a, b, words) = (0, 0, 0);
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i])) { i++; continue; }
            var start = i;
            // Scripts without spaces are cut every two letters.
            while (i < text.Length && char.IsLetterOrDigit(text[i]) && (text[i] < '\u0e00' || i - start < 2)) i++;
            var c = string.GetHashCode(text.AsSpan(start, i - start), StringComparison.Ordinal);
            words++;
            if (words >= Words) yield return HashCode.Combine(a, b, c);
            (a, b) = (b, c);
        }
        if (words is > 0 and < Words) yield return HashCode.Combine(a, b);
    }
}
