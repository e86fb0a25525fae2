using System.Globalization;

namespace InfoMonitor.Content.Matching;

/// <summary>Reads numbers by value: digits with separators and short units ("200k", "1,5 triệu", "20%"), and Vietnamese and English number words.</summary>
internal static class NumberReader
{
    private static readonly Dictionary<string, double> Small = new(StringComparer.Ordinal)
    {
        ["mot"] = 1, ["mốt"] = 1, ["hai"] = 2, ["ba"] = 3, ["bon"] = 4, ["tu"] = 4, ["nam"] = 5, ["lam"] = 5, ["sau"] = 6, ["bay"] = 7, ["bảy"] = 7, ["tam"] = 8, ["chin"] = 9,
        ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13,
        ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50,
        ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
    };

    private static readonly Dictionary<string, double> Units = new(StringComparer.Ordinal)
    {
        ["muoi"] = 10, ["chuc"] = 10, ["tram"] = 100, ["nghin"] = 1e3, ["ngan"] = 1e3, ["k"] = 1e3, ["trieu"] = 1e6, ["tr"] = 1e6, ["cu"] = 1e6, ["ty"] = 1e9, ["ti"] = 1e9,
        ["hundred"] = 100, ["thousand"] = 1e3, ["million"] = 1e6, ["billion"] = 1e9, ["m"] = 1e6, ["bn"] = 1e9,
    };

    // Words that are numbers also when they stand alone; the others ("ba", "năm", "sáu") mean too much else.
    private static readonly HashSet<string> Alone = new(Small.Keys.Where(k => Small[k] >= 10 || k.Length > 3 && k[0] is 't' or 'f' or 's' or 'e' or 'n').Except(["nam", "tam", "sau"]), StringComparer.Ordinal) { "hai", "bon", "chin" };

    /// <summary>Whether a number may begin with a word; most words are passed over by that.</summary>
    public static bool MayBegin(string plain) => plain is [>= '0' and <= '9', ..] or "muoi" || Small.ContainsKey(plain);

    /// <returns>The values with the place of the word behind each, and by word whether it belongs to a number.</returns>
    public static (List<(double Value, int End)> Values, bool[] IsNumber) Read(List<ClaimWord> words)
    {
        var values = new List<(double, int)>();
        var part = new bool[words.Count];
        for (var i = 0; i < words.Count;)
        {
            if (!words[i].Form.MayCount) { i++; continue; }
            var (value, used) = Digits(words, i);
            if (used == 0) (value, used) = Spelt(words, i);
            if (used == 0) { i++; continue; }
            values.Add((value, i + used));
            for (var k = 0; k < used; k++) part[i + k] = true;
            i += used;
        }
        return (values, part);
    }

    private static (double Value, int Used) Digits(List<ClaimWord> words, int at)
    {
        var word = words[at].Plain.AsSpan();
        if (word.Length == 0 || !char.IsAsciiDigit(word[0])) return (0, 0);
        var end = 1;
        while (end < word.Length && (char.IsAsciiDigit(word[end]) || word[end] is '.' or ',')) end++;
        if (end < word.Length && word[end] == '/') return (0, 0); // a date or a document's number: a word like others
        var tail = word[end..];
        var used = 1;
        if (!TryValue(word[..end].TrimEnd(".,"), out var value)) return (0, 0);
        if (tail.Length > 0)
        {
            if (Units.TryGetValue(tail.ToString(), out var unit)) value *= unit;
            else if (tail is not "%" and not "d" and not "t" and not "h") return (0, 0);
        }
        else while (at + used < words.Count && words[at + used].Plain.Length > 1 && Units.TryGetValue(words[at + used].Plain, out var next)) { value *= next; used++; }
        return (value, used);
    }

    private static bool TryValue(ReadOnlySpan<char> text, out double value)
    {
        // Separators that part three digits group them; one that does not is decimal.
        var grouped = true;
        for (int i = text.IndexOfAny('.', ','), next; i >= 0; i = next)
        {
            var rest = text[(i + 1)..].IndexOfAny('.', ',');
            next = rest < 0 ? -1 : i + 1 + rest;
            grouped &= (next < 0 ? text.Length : next) - i == 4;
        }
        Span<char> plain = stackalloc char[text.Length];
        var length = 0;
        foreach (var c in text) if (char.IsAsciiDigit(c)) plain[length++] = c; else if (!grouped) plain[length++] = '.';
        value = 0;
        return length <= 18 && double.TryParse(plain[..length], NumberStyles.Number, CultureInfo.InvariantCulture, out value);
    }

    private static (double Value, int Used) Spelt(List<ClaimWord> words, int at)
    {
        double total = 0, part = 0;
        var (used, units) = (0, 0);
        for (; at + used < words.Count; used++)
        {
            var word = words[at + used].Plain;
            if (Small.TryGetValue(word, out var small)) part = part % 10 == 0 && part > 0 ? part + small : part == 0 ? small : -1;
            else if (word is "linh" or "le" && used > 0) continue;
            else if (used > 0 || word is "muoi")
            {
                if (word.Length < 2 || !Units.TryGetValue(word, out var unit)) break;
                units++;
                if (unit >= 1000) (total, part) = (total + Math.Max(part, 1) * unit, 0);
                else if (unit == 100) part = Math.Max(part, 1) * 100;
                else part = part % 100 == 0 ? part + 10 : part - part % 10 + Math.Max(part % 10, 1) * 10;
            }
            else break;
            if (part < 0) break; // "hai ba": two words, no number
        }
        return used == 0 || units == 0 && (used > 1 || !Alone.Contains(words[at].Plain)) ? (0, 0) : (total + Math.Max(part, 0), used);
    }
}
