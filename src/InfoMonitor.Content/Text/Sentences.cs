using System.Collections.Frozen;

namespace InfoMonitor.Content.Text;

/// <summary>A stretch of a text, in UTF-16 code units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public string Of(string text) => text.Substring(Start, Length);
}

/// <summary>Splits text into sentences (Vietnamese, English, Khmer), with offsets; abbreviations, numbers and initials do not end one, a line break does, unless the lines were only wrapped at some width.</summary>
public static class Sentences
{
    // Never the last word of a sentence, whatever follows: titles, units and offices written short.
    private static readonly FrozenSet<string> Binding = new[]
    {
        "tp", "tx", "tt", "q", "p", "h", "x", "th", "ths", "ts", "pgs", "gs", "bs", "bsck", "ckii", "ks", "kts", "cn", "đt", "sđt", "đc", "gđ", "pgđ", "nxb", "vd", "stt", "tr",
        "mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "vs", "gen", "sen", "rep", "gov", "col", "lt", "capt", "sgt", "maj", "rev", "hon", "pres", "art", "arts", "para", "paras",
        "fig", "vol", "pp", "cf", "al", "ca", "approx", "dept", "u.n", "u.s", "u.k", "e.u", "i.e", "e.g",
    }.ToFrozenSet(StringComparer.Ordinal);

    // End a sentence only when a capital follows.
    private static readonly FrozenSet<string> Trailing = new[] { "v.v", "vv", "etc", "a.m", "p.m", "inc", "ltd", "co", "corp", "jr", "sr" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Lines are taken for wrapped where there are so many breaks, and the longest line is of such a length.</summary>
    private const int FewestBreaks = 2, NarrowestColumn = 30, WidestColumn = 100;

    /// <summary>A longer word is none: nothing before a full stop is looked at beyond this.</summary>
    private const int LongestWord = 40;

    /// <summary>The sentences of a text in order. Spans are trimmed of white space, never overlap, and together hold every character that is not white space.</summary>
    public static IReadOnlyList<TextSpan> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = new List<TextSpan>();
        var wrapped = IsWrapped(text);
        var start = 0;
        var hasWord = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (EndsLine(text, i, wrapped))
            {
                Add(spans, text, start, i);
                (start, hasWord) = (i + 1, false);
                continue;
            }
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) hasWord = true;
            if (!IsTerminator(c) || !hasWord) continue;
            var end = i + 1;
            while (end < text.Length && IsTerminator(text[end])) end++;
            var closed = end;
            while (closed < text.Length && IsCloser(text[closed])) closed++;
            if (!Ends(text, start, i, end, closed, wrapped)) { i = end - 1; continue; }
            Add(spans, text, start, closed);
            (start, hasWord) = (closed, false);
            i = closed - 1;
        }
        Add(spans, text, start, text.Length);
        return spans;
    }

    /// <summary>Whether the run of terminators [first, end), with its closing marks up to <paramref name="closed"/>, ends the sentence begun at <paramref name="start"/>.</summary>
    private static bool Ends(string text, int start, int first, int end, int closed, bool wrapped)
    {
        var mark = text[first];
        var next = closed;
        while (next < text.Length && char.IsWhiteSpace(text[next]) && !EndsLine(text, next, wrapped)) next++;
        if (next == text.Length || IsLineBreak(text[next])) return true;
        if (IsKhmerStop(mark)) return !IsKhmerEtc(text, first); // Khmer puts no space after its full stop as a rule.
        var spaced = next > closed;
        var lower = char.IsLower(text[next]);
        if (mark is '!' or '?' or '！' or '？' or '。') return mark > '\u2fff' || (spaced || char.IsUpper(text[next])) && !(lower && closed > end);
        if (mark is '…' || end - first > 1) return spaced && !lower;

        // A single full stop.
        var (word, least) = (first, Math.Max(start, first - LongestWord));
        while (word > least && !char.IsWhiteSpace(text[word - 1]) && !IsOpener(text[word - 1])) word--;
        var before = text.AsSpan(word, first - word);
        if (!spaced) return closed == end && char.IsUpper(text[next]) && next + 1 < text.Length && char.IsLower(text[next + 1]) && IsPlainWord(before);
        if (before.Length == 0) return !lower;
        if (lower && closed > end) return false;
        var key = before.ToString().ToLowerInvariant();
        if (Binding.Contains(key)) return false;
        if (Trailing.Contains(key)) return !lower;
        if (IsInitial(before) || lower && IsSmallInitial(before)) return false;
        if (IsNumber(before)) return !lower && word > start || closed > end; // "1. Điều kiện" opens a list item.
        return true;
    }

    private static void Add(List<TextSpan> spans, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) spans.Add(new TextSpan(start, end - start));
    }

    /// <summary>Whether a line that is more than wrapped ends here: an empty one follows, or a list's next point.</summary>
    private static bool EndsLine(string text, int at, bool wrapped)
    {
        if (!IsLineBreak(text[at])) return false;
        if (!wrapped) return true;
        var next = After(text, at);
        return next == text.Length || IsLineBreak(text[next]) || IsPoint(text[next]);
    }

    /// <summary>Whether the lines are those of a mail or a file of fixed width: hardly one breaks where its next word would still have fitted, and most go on in small letters.</summary>
    private static bool IsWrapped(string text)
    {
        if (!text.AsSpan().ContainsAny('\n', '\r')) return false;
        var (breaks, small, widest) = (0, 0, 0);
        foreach (var (length, word, goesOn) in Lines(text))
        {
            if (length > WidestColumn) return false;
            widest = Math.Max(widest, length);
            if (word > 0) breaks++;
            if (goesOn) small++;
        }
        if (breaks < FewestBreaks || widest < NarrowestColumn || small * 2 < breaks) return false;
        var early = Lines(text).Count(line => line.Word > 0 && line.Length + 1 + line.Word <= widest);
        return early * 10 <= breaks;
    }

    private static bool IsPoint(char c) => c is '-' or '•' or '*' or '+';

    /// <summary>The length of each line, that of the word which goes on in the next (0 when none does), and whether it begins small.</summary>
    private static IEnumerable<(int Length, int Word, bool GoesOn)> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !IsLineBreak(text[end])) end++;
            var next = end == text.Length ? end : After(text, end);
            var word = next;
            while (word < text.Length && !char.IsWhiteSpace(text[word]) && !IsPoint(text[next])) word++;
            yield return end == start ? (0, 0, false) : (end - start, word - next, word > next && char.IsLower(text[next]));
            start = next;
        }
    }

    /// <summary>Where the line after the break at <paramref name="at"/> begins, carriage return and line feed being one break.</summary>
    private static int After(string text, int at) => text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;

    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085' or '\v' or '\f';

    private static bool IsTerminator(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？' || IsKhmerStop(c);

    /// <summary>Khan, bariyoosan and koomuut.</summary>
    private static bool IsKhmerStop(char c) => c is '\u17D4' or '\u17D5' or '\u17DA';

    /// <summary>"។ល។" is Khmer for "etc.".</summary>
    private static bool IsKhmerEtc(string text, int stop) => stop + 2 < text.Length && text[stop + 1] == '\u179B' && IsKhmerStop(text[stop + 2]);

    private static bool IsCloser(char c) => c is '"' or '”' or '’' or '\'' or '»' or ')' or ']' or '}' or '›';

    private static bool IsOpener(char c) => c is '"' or '“' or '‘' or '\'' or '«' or '(' or '[' or '{' or '‹';

    /// <summary>Capitals with stops between them ("N", "N.T.H", "U.N"), or what Vietnamese writes for one ("Ng", "Ph.T"): initials.</summary>
    private static bool IsInitial(ReadOnlySpan<char> word)
    {
        for (var start = 0; ; start++)
        {
            var length = word[start..].IndexOf('.');
            var one = length < 0 ? word[start..] : word.Slice(start, length);
            if (one.Length == 0 || !(one.Length == 1 ? char.IsUpper(one[0]) : Initials.IsCluster(one))) return false;
            if (length < 0) return true;
            start += length;
        }
    }

    /// <summary>The same in small letters: "n.t.h", "h".</summary>
    private static bool IsSmallInitial(ReadOnlySpan<char> word)
    {
        if (word.Length == 1) return Initials.Small.Contains(word[0]);
        if (word.Length % 2 == 0) return false;
        for (var i = 0; i < word.Length; i++)
            if (i % 2 == 0 ? !char.IsLower(word[i]) : word[i] != '.') return false;
        return true;
    }

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        if (word.Length > 3) return false;
        foreach (var c in word) if (!char.IsDigit(c)) return false;
        return true;
    }

    /// <summary>Three or more lower-case letters: what stands before a full stop whose space was forgotten, but not before a domain's ending.</summary>
    private static bool IsPlainWord(ReadOnlySpan<char> word)
    {
        if (word.Length < 2) return false;
        foreach (var c in word) if (!char.IsLower(c)) return false;
        return true;
    }
}
