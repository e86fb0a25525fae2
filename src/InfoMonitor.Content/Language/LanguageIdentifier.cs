using System.Globalization;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Language;

/// <summary>Names the language of a text: Vietnamese (with or without accents), English and Khmer surely, others as far as needed to say "not ours".</summary>
/// <remarks>Script first (Khmer and others that one language writes), then Vietnamese by its syllables, then trigrams of words against small profiles of
/// some sixty languages (after Cavnar and Trenkle, 1994). Reads the first 4,000 characters.</remarks>
public static class LanguageIdentifier
{
    private const string Unclear = "und";
    private const int Enough = 4000;

    /// <returns>ISO 639-1 code (<c>vi</c>, <c>en</c>, <c>km</c>, or another), or <c>und</c> when the text is too short or unclear.</returns>
    public static string Identify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sample = text.Length > Enough ? text[..Enough] : text;
        var words = Words(sample, out var unnamed);
        var script = Scripts.Dominant(words);
        return script switch
        {
            null => Unclear,
            // Names are of no language: "The boy is Tran Gia Bao" is English.
            Scripts.Latin => Latin(unnamed) is var code and not Unclear ? code : Latin(words),
            Scripts.Cyrillic or Scripts.Arabic or Scripts.Devanagari => Trigrams.Closest(words.ConvertAll(w => w.Text)) is (var code, > 0, _) ? code : Unclear,
            _ => script,
        };
    }

    private static string Latin(List<SampleWord> words)
    {
        var latin = words.FindAll(w => w.IsLatin);
        if (latin.Count == 0) return Unclear;
        var (letters, syllables, marked, sure, english, onlyEnglish, known) = (0, 0, 0, 0, 0, 0, 0);
        foreach (var word in latin)
        {
            letters += word.Text.Length;
            if (word.IsEnglish) english++;
            if (!word.IsSyllable)
            {
                if (word.IsEnglish) onlyEnglish++; // "no", "me", "the" are words of both
                else if (word.IsKnownEnglish) known++;
                continue;
            }
            syllables++;
            if (word.IsMarked) marked++;
            if (word.IsSurelyMarked) sure++;
        }
        var share = (double)syllables / latin.Count;
        // With marks a quarter of the words is enough: names and English words stand between them.
        if ((sure > 0 || share > 0.9) && share >= 0.5 && marked > 0 && (marked >= 0.25 * latin.Count || share >= 0.8 && marked >= 0.1 * latin.Count)) return "vi";
        if (letters < 8 || latin.Count < 2) return Unclear;

        var (closest, margin, fit) = Trigrams.Closest(latin.ConvertAll(w => w.Text));
        var needed = letters > 300 ? GoodFit : PoorFit;
        if (latin.Count >= 3 && (double)(syllables - onlyEnglish) / latin.Count >= 0.6 && (share >= 0.85 || closest == "vi")) return "vi";
        if (latin.Count >= 3 && english >= 0.3 * latin.Count && onlyEnglish >= 0.12 * latin.Count && fit >= needed) return "en";
        // A headline or an advert has few words of grammar.
        if (onlyEnglish + known >= FewestKnown && english + known >= 0.4 * latin.Count && known + onlyEnglish > syllables && fit >= PoorFit) return "en";
        if (closest == "vi") return share >= 0.6 && marked > 0 ? "vi" : Unclear;
        if (fit < needed) return Unclear;
        return margin >= (closest != "en" ? 4 : english > 0 ? 0.5 : 2) ? closest : Unclear;
    }

    // Mean log-likelihood ratio of a text's trigrams, measured: English and its neighbours in their own profiles 1.0 and more over a page, languages without a profile 0.8 and less.
    private const double GoodFit = 0.9;
    private const double PoorFit = 0.3;

    /// <summary>Words that hardly another language has, from which a short text is English.</summary>
    private const int FewestKnown = 3;

    private static readonly HashSet<string> EnglishWords = new(
        ("the of and to in is that for it with was on are be this have from by not at you they we he she his her as an or but were has had will would can could should their our your there what which when who " +
         "all been if more about one my me do so no people said i'm don't it's them than just like how why because into out up those these some any only other").Split(' '), StringComparer.Ordinal);

    private static readonly Recent<SampleWord> Met = new(bits: 13, word => new SampleWord(Folding.FoldSpacingAndCase(word).Replace('’', '\'')));

    private static readonly Lazy<HashSet<string>> KnownEnglish = new(() =>
    {
        using var reader = new StreamReader(typeof(LanguageIdentifier).Assembly.GetManifestResourceStream("InfoMonitor.Content.Language.english.txt")!);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToHashSet(StringComparer.Ordinal);
    });

    internal static bool IsEnglish(string word) => EnglishWords.Contains(word);

    internal static bool IsKnownEnglish(string word) => KnownEnglish.Value.Contains(word);

    /// <summary>Lower-case words: runs of letters with their marks; an apostrophe between letters belongs to the word.</summary>
    /// <param name="unnamed">Those that do not look like part of a Vietnamese name, syllables in capitals beside each other.</param>
    private static List<SampleWord> Words(string text, out List<SampleWord> unnamed)
    {
        if (!IsComposed(text)) text = Folding.FoldSpacing(text);
        var words = new List<SampleWord>(text.Length / 4);
        unnamed = new List<SampleWord>(text.Length / 4);
        var (before, named) = (false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && (IsLetter(text[i]) || i > start && text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]))) i++;
            if (i == start) continue;
            var word = Met.Of(text.AsSpan(start, i - start));
            words.Add(word);
            var syllable = char.IsUpper(text[start]) && word.IsSyllable;
            if (syllable && before && !named) unnamed.RemoveAt(unnamed.Count - 1);
            (before, named) = (syllable, syllable && before);
            if (!named) unnamed.Add(word);
        }
        return words;
    }

    /// <summary>Only letters and signs that are in NFC whatever stands beside them: those of Vietnamese and English.</summary>
    private static bool IsComposed(string text)
    {
        foreach (var c in text)
            if (c is not (< '\u0250' and not '\u00AD' or >= '\u1E00' and <= '\u1EFF' or >= '\u2010' and <= '\u2027' or '\u20AB' or '\u20AC')) return false;
        return true;
    }

    private static bool IsLetter(char c) => char.IsLetter(c) || c > '\u02FF' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
