namespace InfoMonitor.Content.Matching;

/// <summary>References indexed for matching. Immutable: a changed set of references makes a new index. Thread-safe.</summary>
/// <remarks>An inverted index over words without accents, pairs of neighbouring words and meanings, weighted by how few references hold them
/// (BM25 with its length norm, Robertson and Zaragoza 2009; a word counts once a statement). About 150 bytes a reference beside its text.</remarks>
public sealed class CorrectionIndex
{
    /// <summary>Postings read for one question: the rarest terms first, so that "người" among 100,000 references costs nothing.</summary>
    private const int Budget = 12_000;

    /// <summary>Statements kept ready: some 2 KB each.</summary>
    private const int Kept = 4096;

    /// <summary>A score for each reference, left at zero by who used it: clearing 100,000 of them for each sentence would cost more than the question.</summary>
    [ThreadStatic] private static float[]? scratch;

    private readonly CorrectionText[] references;
    private readonly Dictionary<ulong, (int From, int Count)> terms;
    private readonly int[] postings;
    private readonly float[] norm;
    private readonly Slot?[] ready = new Slot?[Kept];

    private CorrectionIndex(CorrectionText[] references, Dictionary<ulong, (int From, int Count)> terms, int[] postings, float[] norm) =>
        (this.references, this.terms, this.postings, this.norm) = (references, terms, postings, norm);

    public static CorrectionIndex Empty { get; } = Build([]);

    /// <summary>How many references there are.</summary>
    public int Count => references.Length;

    /// <summary>Id of the one that was given last; null when there is none.</summary>
    public string? Last => references is [.., var last] ? last.Id : null;

    internal CorrectionText this[int at] => references[at];

    /// <summary>A statement made ready for comparing; the ones asked for last are kept.</summary>
    internal ClaimText Read(int at)
    {
        ref var slot = ref ready[at % ready.Length];
        if (slot is { } kept && kept.At == at) return kept.Read;
        var made = ClaimText.Read(references[at].Statement);
        slot = new Slot(at, made); // one reference written at once: another thread sees this or what was there before
        return made;
    }

    public static CorrectionIndex Build(IEnumerable<CorrectionText> references)
    {
        ArgumentNullException.ThrowIfNull(references);
        var all = references.ToArray();
        var pairs = new List<(ulong Term, int Reference)>(all.Length * 24);
        var lengths = new float[all.Length];
        var own = new HashSet<ulong>();
        for (var i = 0; i < all.Length; i++)
        {
            Terms(ClaimText.Read(all[i].Statement), own);
            foreach (var term in own) pairs.Add((term, i));
            lengths[i] = own.Count;
        }
        var average = lengths.Length == 0 ? 1 : Math.Max(1, lengths.Average());
        var norms = Array.ConvertAll(lengths, length => (float)(2.2 / (1 + 1.2 * (0.25 + 0.75 * length / average)))); // k1 = 1.2, b = 0.75
        pairs.Sort();
        var index = new Dictionary<ulong, (int From, int Count)>();
        var lists = new int[pairs.Count];
        for (var from = 0; from < pairs.Count;)
        {
            var end = from;
            while (end < pairs.Count && pairs[end].Term == pairs[from].Term) { lists[end] = pairs[end].Reference; end++; }
            index[pairs[from].Term] = (from, end - from);
            from = end;
        }
        index.TrimExcess();
        return new CorrectionIndex(all, index, lists, norms);
    }

    /// <summary>The references most like a stretch of text, best first.</summary>
    internal void Nearest(ClaimText text, int most, List<int> found)
    {
        found.Clear();
        if (references.Length == 0) return;
        var asked = new HashSet<ulong>();
        Terms(text, asked);
        var lists = new List<(int From, int Count)>(asked.Count);
        foreach (var term in asked) if (terms.TryGetValue(term, out var list)) lists.Add(list);
        lists.Sort((a, b) => a.Count != b.Count ? a.Count.CompareTo(b.Count) : a.From.CompareTo(b.From));

        if (scratch is null || scratch.Length < references.Length) scratch = new float[references.Length];
        var scores = scratch;
        var touched = new List<int>();
        var read = 0;
        foreach (var (from, count) in lists)
        {
            if ((read += count) > Budget && touched.Count > 0) break;
            var weight = (float)Math.Log(1 + (references.Length - count + 0.5) / (count + 0.5));
            foreach (var reference in postings.AsSpan(from, count))
            {
                if (scores[reference] == 0) touched.Add(reference);
                scores[reference] += weight * norm[reference];
            }
        }
        foreach (var reference in touched)
        {
            // Few of the thousands touched come here; among equals the older reference stands first.
            if (found.Count == most && !Before(reference, found[^1])) continue;
            if (found.Count == most) found.RemoveAt(most - 1);
            var at = found.Count;
            while (at > 0 && Before(reference, found[at - 1])) at--;
            found.Insert(at, reference);
        }
        foreach (var reference in touched) scores[reference] = 0;

        bool Before(int a, int b) => scores[a] > scores[b] || scores[a] == scores[b] && a < b;
    }

    private static void Terms(ClaimText text, HashSet<ulong> terms)
    {
        terms.Clear();
        for (var i = 0; i < text.Words.Count; i++)
        {
            terms.Add(text.Words[i].Key);
            if (i > 0) terms.Add(text.Words[i - 1].Key * 0x9E3779B97F4A7C15UL ^ text.Words[i].Key);
        }
        foreach (var meaning in text.Meanings) if (meaning.Id > Thesaurus.FirstThing) terms.Add(0xC2B2AE3D27D4EB4FUL * (ulong)(meaning.Id + 1));
        foreach (var value in text.Numbers) terms.Add((ulong)BitConverter.DoubleToInt64Bits(value) * 0x165667B19E3779F9UL);
    }

    private sealed record Slot(int At, ClaimText Read);
}
