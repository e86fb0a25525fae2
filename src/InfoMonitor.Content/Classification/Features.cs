using System.Runtime.InteropServices;
using InfoMonitor.Content.Matching;

namespace InfoMonitor.Content.Classification;

/// <summary>Takes features as they are found.</summary>
internal interface IFeatureSink
{
    /// <param name="bucket">0 .. <see cref="Features.Buckets"/> - 1.</param>
    /// <param name="value">What stands in the vector; repeated features add up.</param>
    /// <param name="start">Where the n-gram starts in the sentence.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="start2">Where the second word of a pair starts; -1 when it is none.</param>
    void Add(int bucket, double value, int start, int end, int start2 = -1, int end2 = -1);
}

/// <summary>A sentence as a sparse vector: hashed n-grams of words with accents, of words without, of letters without spaces, and words of the thesaurus with their pairs.</summary>
/// <remarks>
/// Each block is scaled by 1 / sqrt(n + damping), so a long sentence does not outweigh a short one, and a very short one stays near the bias.
/// Feature hashing after Weinberger et al. (2009); no names are kept, an explanation reads them off the text.
/// </remarks>
internal static class Features
{
    public const int BucketBits = 17;
    public const int Buckets = 1 << BucketBits;

    /// <summary>Counts towards the damping of short texts.</summary>
    private const int Damping = 6;

    private const double LetterShare = 0.7;
    private const int LetterGram = 5;
    private const int MostConcepts = 24;
    private const double ConceptShare = 1, PairShare = 1, AroundConceptShare = 1, MeaningShare = 2;

    private const ulong SentenceMarked = 0x9E3779B97F4A7C15, SentencePlain = 0xC2B2AE3D27D4EB4F, SentenceLetters = 0x165667B19E3779F9;
    private const ulong AroundMarked = 0x27D4EB2F165667C5, AroundPlain = 0x85EBCA77C2B2AE63;
    private const ulong SentenceConcept = 0xD6E8FEB86659FD93, SentencePair = 0xA0761D6478BD642F, AroundConcept = 0xE7037ED1A0B428DB, AroundMeaning = 0x8EBC6AF09C88C6E3;

    /// <summary>The sentence's own block.</summary>
    public static void Sentence<T>(List<Token> tokens, List<Concept> concepts, ref T sink) where T : struct, IFeatureSink
    {
        if (tokens.Count == 0) return;
        ReadOnlySpan<Token> words = CollectionsMarshal.AsSpan(tokens);
        var marked = Scale(2 * tokens.Count - 1);
        var plain = Scale(3 * tokens.Count - 3);
        Words(words, plainly: false, SentenceMarked, 2, marked, ref sink);
        Words(words, plainly: true, SentencePlain, 3, plain, ref sink);
        Letters(words, ref sink);
        Concepts(concepts, NameGroup(words), ref sink);
    }

    /// <summary>The block of what stands around a sentence, or of a whole text. Unscaled, so that sentences add up: multiply by <see cref="AroundScale"/>.</summary>
    public static void Around<T>(List<Token> tokens, List<Concept> concepts, ref T sink) where T : struct, IFeatureSink
    {
        ReadOnlySpan<Token> words = CollectionsMarshal.AsSpan(tokens);
        foreach (var concept in concepts) sink.Add(Bucket(concept.Key ^ AroundConcept), AroundConceptShare, concept.Start, concept.End);
        Words(words, plainly: false, AroundMarked, 2, 1, ref sink);
        Words(words, plainly: true, AroundPlain, 2, 1, ref sink);
    }

    /// <summary>What the words of a sentence mean, each meaning once, for models that <see cref="ModelSpec.WeighsMeanings"/>. Unscaled, like <see cref="Around"/>.</summary>
    public static void Meanings<T>(List<Token> tokens, ref T sink) where T : struct, IFeatureSink
    {
        foreach (var (key, first, count) in Subjects.Of(tokens.ConvertAll(token => token.Word.Form).ToArray(), Names.IsBare(tokens)))
            sink.Add(Bucket(key ^ AroundMeaning), MeaningShare, tokens[first].Start, tokens[first + count - 1].End);
    }

    /// <summary>The factor for a block of so many tokens.</summary>
    public static double AroundScale(int tokens) => tokens == 0 ? 0 : Scale(2 * tokens);

    /// <summary>The same for a text that is judged by how much of it is so: beyond the length of a row, twice as long with twice as many of a word is the same.</summary>
    public static double DensityScale(int tokens) => tokens <= Short ? AroundScale(tokens) : AroundScale(Short) * Short / tokens;

    /// <summary>Tokens of a long row among those written for this project.</summary>
    private const int Short = 40;

    private static double Scale(int count) => 1 / Math.Sqrt(count + Damping);

    private static void Words<T>(ReadOnlySpan<Token> tokens, bool plainly, ulong seed, int longest, double value, ref T sink) where T : struct, IFeatureSink
    {
        ulong before = 0, beforeThat = 0;
        var named = NameGroup(tokens);
        var (thin, since) = (0, longest); // words up to here that say nothing of a group, words since the last group
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            var hash = plainly ? token.PlainHash : token.MarkedHash;
            since = token.Word.IsGroup ? 0 : since + 1;
            thin = named && Groups.IsThin(token) ? thin + 1 : 0;
            if (since > 0) sink.Add(Bucket(hash ^ seed), value, token.Start, token.End);
            if (i > 0 && !(since < 2 && thin >= 2)) sink.Add(Bucket(before * 3 + hash * 5 ^ seed), value, tokens[i - 1].Start, token.End);
            if (longest > 2 && i > 1 && !(since < 3 && thin >= 3)) sink.Add(Bucket(beforeThat * 7 + before * 11 + hash * 13 ^ seed), value, tokens[i - 2].Start, token.End);
            (beforeThat, before) = (before, hash);
        }
    }

    private static bool NameGroup(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens) if (token.Word.IsGroup) return true;
        return false;
    }

    /// <summary>Runs of five letters over the sentence without accents and spaces: found again when letters are spaced out or words run together.</summary>
    private static void Letters<T>(ReadOnlySpan<Token> tokens, ref T sink) where T : struct, IFeatureSink
    {
        var length = 0;
        foreach (var token in tokens) length += Spelling(token).Length;
        if (length < LetterGram) return;
        var value = LetterShare * Scale(length - LetterGram + 1);
        Span<char> letters = length <= 1024 ? stackalloc char[length] : new char[length];
        Span<int> owner = length <= 1024 ? stackalloc int[length] : new int[length];
        var at = 0;
        for (var i = 0; i < tokens.Length; i++)
            foreach (var c in Spelling(tokens[i]))
            {
                letters[at] = c;
                owner[at++] = i;
            }
        for (var i = 0; i + LetterGram <= length; i++)
            sink.Add(Bucket(Hash(letters.Slice(i, LetterGram)) ^ SentenceLetters), value, tokens[owner[i]].Start, tokens[owner[i + LetterGram - 1]].End);
    }

    /// <summary>The letters of a word; of a group's name one, so that no run of letters is the name alone.</summary>
    private static string Spelling(Token token) => token.Word.IsGroup ? "<" : token.Plain;

    /// <summary>Words of the thesaurus, and each two that meet in the sentence, whatever their order and distance.</summary>
    /// <param name="named">A group is named, and its name alone may weigh nothing.</param>
    private static void Concepts<T>(List<Concept> concepts, bool named, ref T sink) where T : struct, IFeatureSink
    {
        if (concepts.Count == 0) return;
        var counted = Math.Min(concepts.Count, MostConcepts);
        var one = ConceptShare * Scale(counted);
        var two = PairShare * Scale(counted * (counted - 1) / 2);
        for (var i = 0; i < counted; i++)
            if (!named || concepts[i].Key != Groups.Key) sink.Add(Bucket(concepts[i].Key ^ SentenceConcept), one, concepts[i].Start, concepts[i].End);
        for (var i = 0; i < counted; i++)
            for (var k = i + 1; k < counted; k++)
            {
                if (concepts[i].Key == concepts[k].Key) continue;
                // Addition: the pair is the same in either order.
                sink.Add(Bucket((concepts[i].Key ^ SentencePair) + (concepts[k].Key ^ SentencePair)), two, concepts[i].Start, concepts[i].End, concepts[k].Start, concepts[k].End);
            }
    }

    private static int Bucket(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xFF51AFD7ED558CCD;
        hash ^= hash >> 33;
        hash *= 0xC4CEB9FE1A85EC53;
        hash ^= hash >> 33;
        return (int)(hash & (Buckets - 1));
    }

    /// <summary>FNV-1a, 64 bits: the same on every machine.</summary>
    public static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037;
        foreach (var c in text) hash = (hash ^ c) * 1099511628211;
        return hash;
    }
}
