using System.Buffers;
using System.Globalization;
using System.Text;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Matching;

/// <summary>A word of a text as it is compared.</summary>
/// <param name="Start">In UTF-16 code units of the text it was read from.</param>
internal readonly record struct ClaimWord(int Start, int Length, WordForm Form)
{
    public string Plain => Form.Plain;

    public string Marks => Form.Marks;

    public string Stem => Form.Stem;

    /// <summary>Hash of <see cref="Stem"/>.</summary>
    public ulong Key { get; } = Form.Key;
}

/// <summary>What is known of a word wherever it stands.</summary>
/// <param name="Plain">Lower case without accents, chat's short forms written out. Khmer, which puts no spaces, gives two neighbouring syllables.</param>
/// <param name="Marks">The accents in their order, wherever they stood ("hòa" and "hoà" are one); empty for a bare word.</param>
/// <param name="Stem"><paramref name="Plain"/> without English endings, which no Vietnamese syllable has.</param>
internal sealed record WordForm(string Plain, string Marks, string Stem)
{
    public ulong Key { get; } = ClaimText.Hash(Stem);

    /// <summary>Of <see cref="Stem"/> with its accents.</summary>
    public ulong MarkedKey { get; } = ClaimText.Hash(Stem + Marks);

    /// <summary>A number may begin with it.</summary>
    public bool MayCount { get; } = NumberReader.MayBegin(Plain);
}

/// <summary>A stretch of text made ready for comparing: words, numbers by value, meanings from the thesaurus, what is negated, whether it asks.</summary>
internal sealed class ClaimText
{
    /// <summary>A negation reaches this many words on; "without" a word less: a thing, not what is done.</summary>
    private const int Reach = 3;

    /// <summary>Words with which another part of the sentence begins ("who does not pay will ..."), as compared: a negation ends before them.</summary>
    private static readonly string[] Beyond = ["thi", "la", "se", "bi", "will", "would", "shall", "must"];

    private static readonly SearchValues<char> Partings = SearchValues.Create(";:()[]–—");

    /// <summary>English forms of one word are equal in so many letters.</summary>
    internal const int Prefix = 5;

    private static readonly (char Letter, string Marks)[] Apart = TakeApart();

    private static readonly Recent<WordForm> Met = new(bits: 13, word => Form(word));

    private float[]? weights;
    private Mood? mood;
    private Dictionary<ulong, int>? prefixes;

    /// <summary>By word: a colon, bracket or dash stands before it.</summary>
    private readonly bool[] parted;

    private ClaimText(List<ClaimWord> words, List<(double Value, int End)> numbers, bool[] isNumber, bool bare, bool[] parted)
    {
        (Words, Numbers, IsNumber, Bare, this.parted) = (words, numbers.Select(n => n.Value).ToHashSet(), isNumber, bare, parted);
        Counts = [.. numbers.Where(n => n.End < words.Count && !isNumber[n.End]).Select(n => (n.Value, words[n.End].Key))];
        Meanings = Thesaurus.Of(this);
        Said = Once(Meanings);
        Places = new Dictionary<ulong, int>(words.Count);
        for (var i = 0; i < words.Count; i++) Places[words[i].Key] = i;
        NegatedBy = new int[words.Count];
        Array.Fill(NegatedBy, -1);
        foreach (var meaning in Meanings) if (meaning.Id == Thesaurus.Not && !IsPartOfAnother(meaning)) Negate(meaning); // "... không" at the end asks: it reaches nothing
    }

    public List<ClaimWord> Words { get; }

    /// <summary>Values, however they were written: "200k", "200.000" and "hai trăm nghìn" are one.</summary>
    public IReadOnlySet<double> Numbers { get; }

    /// <summary>The numbers with what they count, the key of the word behind each: "100 kWh".</summary>
    public List<(double Value, ulong Of)> Counts { get; }

    /// <summary>By word: part of a number.</summary>
    public bool[] IsNumber { get; }

    /// <summary>Typed without any accents: then accents are not asked of the other side.</summary>
    public bool Bare { get; }

    public List<Meaning> Meanings { get; }

    /// <summary>Each meaning once, where it first stands, by id.</summary>
    public Meaning[] Said { get; }

    /// <summary>By key: the last place of a word.</summary>
    public Dictionary<ulong, int> Places { get; }

    /// <summary>By word: where the negation begins that stands up to three words before it; -1 where none does.</summary>
    public int[] NegatedBy { get; }

    /// <summary>How it speaks; reckoned once.</summary>
    public Mood Mood => mood ??= Mood.Of(this);

    /// <summary>Whether it asks: a question mark at its end, or "có ... không" closing it.</summary>
    public bool Asks { get; private init; }

    public static ClaimText Read(ReadOnlySpan<char> text, int offset = 0)
    {
        var words = WordsOf(text, offset);
        var (numbers, isNumber) = NumberReader.Read(words);
        var trimmed = text.TrimEnd("\"”’» )");
        var asks = trimmed.Length > 0 && trimmed[^1] is '?' or '？' || words.Count > 3 && words[^1].Plain == "khong";
        return new ClaimText(words, numbers, isNumber, words.TrueForAll(w => w.Marks.Length == 0), Parted(words, text, offset)) { Asks = asks };
    }

    /// <summary>A word as it is compared.</summary>
    public static WordForm FormOf(ReadOnlySpan<char> word) => Met.Of(word);

    internal static List<ClaimWord> WordsOf(ReadOnlySpan<char> text, int offset)
    {
        var words = new List<ClaimWord>(text.Length / 5 + 2);
        for (var i = 0; i < text.Length;)
        {
            if (!IsWord(text[i])) { i++; continue; }
            var end = i + 1;
            while (end < text.Length && (IsWord(text[end]) || IsJoint(text, end))) end++;
            if (IsKhmer(text[i])) AddKhmer(words, text, i, ref end, offset);
            else words.Add(new ClaimWord(offset + i, end - i, Met.Of(text[i..end])));
            i = end;
        }
        return words;
    }

    /// <summary>One word of each side is the same: equal letters, and equal accents unless one side is typed without.</summary>
    public static bool Same(ClaimText a, int i, ClaimText b, int j) =>
        a.Words[i].Key == b.Words[j].Key && (a.Bare || b.Bare || a.Words[i].Marks == b.Words[j].Marks);

    public bool IsNegated(int word) => NegatedBy[word] >= 0;

    /// <summary>What each word weighs, numbers nothing; reckoned once.</summary>
    public float[] Weights(WordWeights of)
    {
        if (weights is not null) return weights;
        var made = new float[Words.Count];
        for (var i = 0; i < made.Length; i++) if (!IsNumber[i]) made[i] = of[Words[i].Key];
        return weights = made;
    }

    /// <summary>The first word that has the first letters of another, five of them; -1 when none has.</summary>
    public int FirstLike(ReadOnlySpan<char> word)
    {
        return (prefixes ??= Prefixes()).GetValueOrDefault(Hash(word[..Prefix]), -1);

        Dictionary<ulong, int> Prefixes()
        {
            var first = new Dictionary<ulong, int>();
            for (var i = 0; i < Words.Count; i++) if (Words[i].Plain.Length >= Prefix) first.TryAdd(Hash(Words[i].Plain.AsSpan(0, Prefix)), i);
            return first;
        }
    }

    public static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL; // FNV-1a (Fowler, Noll and Vo, 1991)
        foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }

    /// <summary>"Khỏi" alone is "need not"; "chữa khỏi" is to cure, "loại khỏi" to remove.</summary>
    private bool IsPartOfAnother(Meaning not) => Words[not.First].Plain == "khoi" && Meanings.Exists(other => other.First < not.First && other.First + other.Count > not.First);

    private void Negate(Meaning not)
    {
        var from = not.First + not.Count;
        if (from + 1 < Words.Count && Words[from + 1].Plain == "nao") from += 2; // "không trường nào ..."
        var reach = Words[not.First].Plain == "without" ? Reach - 1 : Reach;
        for (var i = from; i < Math.Min(Words.Count, from + reach); i++)
        {
            if (parted[i] || i > from && Beyond.Contains(Words[i].Plain)) return;
            NegatedBy[i] = not.First;
        }
    }

    private static bool[] Parted(List<ClaimWord> words, ReadOnlySpan<char> text, int offset)
    {
        var found = new bool[words.Count];
        for (var i = 1; i < found.Length; i++)
        {
            var (end, next) = (words[i - 1].Start + words[i - 1].Length - offset, words[i].Start - offset);
            found[i] = end < next && text[end..next].ContainsAny(Partings);
        }
        return found;
    }

    private static Meaning[] Once(List<Meaning> meanings)
    {
        var sorted = meanings.ToArray();
        Array.Sort(sorted, (a, b) => a.Id != b.Id ? a.Id - b.Id : a.First - b.First);
        var count = 0;
        for (var i = 0; i < sorted.Length; i++) if (i == 0 || sorted[i].Id != sorted[i - 1].Id) sorted[count++] = sorted[i];
        return sorted[..count];
    }

    private static WordForm Form(ReadOnlySpan<char> text)
    {
        Span<char> letters = text.Length <= 64 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        var marks = "";
        foreach (var c in text)
        {
            if (c < 0x80) letters[length++] = char.ToLowerInvariant(c);
            else if (c < Apart.Length && Apart[c] is { Letter: not '\0' } apart)
            {
                letters[length++] = apart.Letter;
                if (apart.Marks.Length > 0) marks += apart.Marks;
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) marks += c;
            else letters[length++] = char.ToLowerInvariant(c);
        }
        var plain = Thesaurus.Spell(letters[..length].ToString());
        return new WordForm(plain, marks, marks.Length == 0 ? Stem(plain) : plain);
    }

    /// <summary>"closes", "closed", "closing" and "close" are one.</summary>
    private static string Stem(string plain)
    {
        if (plain.Length < 4 || plain[^1] is not ('s' or 'd' or 'g' or 'e')) return plain;
        var stem = plain.AsSpan();
        if (stem.EndsWith("ies")) return string.Concat(stem[..^3], "y");
        if (stem[^1] == 's' && stem[^2] is not ('s' or 'u' or 'i')) stem = stem[..^1];
        if (stem.Length > 5 && stem.EndsWith("ing")) stem = stem[..^3];
        else if (stem.Length > 4 && stem.EndsWith("ied")) return string.Concat(stem[..^3], "y");
        else if (stem.Length > 4 && stem.EndsWith("ed")) stem = stem[..^2];
        if (stem.Length > 4 && stem[^1] == 'e') stem = stem[..^1];
        if (stem.Length < plain.Length && stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's')) stem = stem[..^1];
        return stem.ToString();
    }

    /// <summary>Latin letters with their accents taken off; a table, because every word of every reference is read again.</summary>
    private static (char Letter, string Marks)[] TakeApart()
    {
        var apart = new (char Letter, string Marks)[0x1F00];
        for (var c = '\u00C0'; c < apart.Length; c++)
        {
            if (c is >= '\u0300' and < '\u1E00' || !char.IsLetter(c)) continue;
            var parts = c.ToString().Normalize(NormalizationForm.FormD);
            apart[c] = c is 'đ' or 'Đ' ? ('d', "đ") : (char.ToLowerInvariant(parts[0]), parts[1..]);
        }
        return apart;
    }

    /// <summary>Khmer: overlapping pairs of written syllables (a consonant with what hangs on it).</summary>
    private static void AddKhmer(List<ClaimWord> words, ReadOnlySpan<char> text, int from, ref int end, int offset)
    {
        var starts = new List<int>();
        var stop = from;
        while (stop < end && IsKhmer(text[stop]))
        {
            var afterCoeng = stop > from && text[stop - 1] == '\u17D2';
            if (!afterCoeng && text[stop] is >= '\u1780' and <= '\u17B3' or >= '\u17E0' and <= '\u17E9' || stop == from) starts.Add(stop);
            stop++;
        }
        end = stop;
        starts.Add(stop);
        for (var i = 0; i + 1 < starts.Count; i++)
        {
            var last = starts[Math.Min(i + 2, starts.Count - 1)];
            if (i > 0 && i + 2 >= starts.Count) break; // the pair before ended here already
            var plain = text[starts[i]..last].ToString();
            words.Add(new ClaimWord(offset + starts[i], last - starts[i], new WordForm(plain, "", plain)));
        }
    }

    private static bool IsKhmer(char c) => c is >= '\u1780' and <= '\u17D3' or >= '\u17E0' and <= '\u17E9';

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '%' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>An apostrophe, a point or a stroke inside a word ("don't", "1.500", "1/7").</summary>
    private static bool IsJoint(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && (text[at] is '\'' or '’' && char.IsLetter(text[at + 1]) || text[at] is '.' or ',' or '/' && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]));
}
