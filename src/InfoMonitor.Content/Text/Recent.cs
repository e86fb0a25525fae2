namespace InfoMonitor.Content.Text;

/// <summary>What was reckoned of words that were met lately: texts are made of few. Thread-safe; two threads may reckon one word at once, so it must come to the same.</summary>
/// <remarks>A fixed number of slots: words that fall into one take turns, so no text can make it grow.</remarks>
/// <param name="bits">Slots, as a power of two.</param>
/// <param name="reckon">What is reckoned of a word.</param>
/// <param name="longest">Longer words are seldom met again.</param>
internal sealed class Recent<T>(int bits, Func<string, T> reckon, int longest = 24)
{
    private readonly Entry?[] slots = new Entry?[1 << bits];

    public T Of(ReadOnlySpan<char> word)
    {
        if (word.Length > longest) return reckon(word.ToString());
        ref var slot = ref slots[(int)(Hash(word) >> 64 - bits)];
        if (slot is { } met && word.SequenceEqual(met.Word)) return met.Value;
        var text = word.ToString();
        var value = reckon(text);
        slot = new Entry(text, value);
        return value;
    }

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 0UL;
        foreach (var c in word) hash = (hash ^ c) * 0x9E3779B97F4A7C15;
        return hash;
    }

    private sealed record Entry(string Word, T Value);
}
