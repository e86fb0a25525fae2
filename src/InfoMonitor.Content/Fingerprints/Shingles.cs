using System.Runtime.InteropServices;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Fingerprints;

/// <summary>Cuts a folded text into overlapping pieces and hashes each to 64 bits.</summary>
internal static class Shingles
{
    private const int Tokens = 3;
    private const int Characters = 5;

    /// <summary>The distinct shingles' hashes, ascending. A text with fewer tokens (or characters) than a shingle is one shingle; a text without letters and digits has none.</summary>
    public static ulong[] Of(string text, string language)
    {
        var folded = Folding.Fold(text);
        var hashes = language == "km" ? ByCharacters(folded) : ByTokens(folded);
        hashes.Sort();
        var span = CollectionsMarshal.AsSpan(hashes);
        var count = 0;
        for (var i = 0; i < span.Length; i++)
            if (i == 0 || span[i] != span[i - 1]) span[count++] = span[i];
        return span[..count].ToArray();
    }

    private static List<ulong> ByTokens(string text)
    {
        var tokens = new List<ulong>();
        for (var i = 0; i < text.Length;)
        {
            if (!IsWord(text[i])) { i++; continue; }
            var start = i;
            while (i < text.Length && IsWord(text[i])) i++;
            tokens.Add(Hash(text.AsSpan(start, i - start)));
        }
        return Windows(tokens, Tokens);
    }

    /// <summary>Khmer is written without spaces between words: five characters, a word or a bit more, stand for three tokens.</summary>
    private static List<ulong> ByCharacters(string text)
    {
        var letters = new List<ulong>(text.Length);
        foreach (var c in text)
            if (IsWord(c)) letters.Add(c);
        return Windows(letters, Characters);
    }

    private static List<ulong> Windows(List<ulong> units, int size)
    {
        var count = Math.Max(units.Count - size + 1, Math.Min(units.Count, 1));
        var hashes = new List<ulong>(count);
        for (var i = 0; i < count; i++)
        {
            var hash = 0UL;
            for (var j = i; j < Math.Min(i + size, units.Count); j++) hash = Mix(hash * 0x9E3779B97F4A7C15 + units[j] + 1);
            hashes.Add(hash);
        }
        return hashes;
    }

    /// <summary>Letters, digits and the marks that Khmer writes its vowels with.</summary>
    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is >= '\u17B4' and <= '\u17D3';

    /// <summary>FNV-1a, finished by a mixer: the same on every machine and in every run, as stored values must be.</summary>
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word) hash = (hash ^ c) * 1099511628211UL;
        return Mix(hash);
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood, 2014): a bijection in which every bit of the input moves half the bits of the output.</summary>
    public static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
