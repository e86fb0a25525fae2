namespace InfoMonitor.Content.Language;

/// <summary>The script a text is written in, and the language where a script has one.</summary>
internal static class Scripts
{
    public const string Latin = "Latn";
    public const string Cyrillic = "Cyrl";
    public const string Arabic = "Arab";
    public const string Devanagari = "Deva";

    private static readonly (char From, char To, string Script)[] Ranges =
    [
        ('A', 'Z', Latin), ('a', 'z', Latin), ('\u00AA', '\u024F', Latin), ('\u0250', '\u02AF', Latin), ('\u0370', '\u03FF', "el"), ('\u0400', '\u052F', Cyrillic), ('\u0531', '\u058F', "hy"),
        ('\u05D0', '\u05F4', "he"), ('\u0620', '\u06FF', Arabic), ('\u0750', '\u077F', Arabic), ('\u0780', '\u07BF', "dv"), ('\u0904', '\u097F', Devanagari), ('\u0980', '\u09FF', "bn"),
        ('\u0A00', '\u0A7F', "pa"), ('\u0A80', '\u0AFF', "gu"), ('\u0B00', '\u0B7F', "or"), ('\u0B80', '\u0BFF', "ta"), ('\u0C00', '\u0C7F', "te"), ('\u0C80', '\u0CFF', "kn"), ('\u0D00', '\u0D7F', "ml"),
        ('\u0D80', '\u0DFF', "si"), ('\u0E00', '\u0E7F', "th"), ('\u0E80', '\u0EFF', "lo"), ('\u0F00', '\u0FFF', "bo"), ('\u1000', '\u109F', "my"), ('\u10A0', '\u10FF', "ka"), ('\u1100', '\u11FF', "ko"),
        ('\u1200', '\u139F', "am"), ('\u1780', '\u17FF', "km"), ('\u1E00', '\u1EFF', Latin), ('\u1F00', '\u1FFF', "el"), ('\u3040', '\u30FF', "ja"), ('\u3400', '\u9FFF', "zh"), ('\uAC00', '\uD7AF', "ko"),
    ];

    /// <summary>The script (or the language that alone uses it) of a letter; null for others.</summary>
    public static string? Of(char letter)
    {
        foreach (var (from, to, script) in Ranges)
            if (letter >= from && letter <= to) return script;
        return null;
    }

    /// <summary>The script most of the letters are in; null when there are fewer than two letters or none prevails.</summary>
    public static string? Dominant(List<SampleWord> words)
    {
        var counts = new Dictionary<string, int>();
        var (total, run, last) = (0, 0, "");
        foreach (var word in words)
            foreach (var (script, letters) in word.ScriptRuns)
            {
                total += letters;
                if (ReferenceEquals(script, last)) { run += letters; continue; }
                if (run > 0) counts[last] = counts.GetValueOrDefault(last) + run;
                (last, run) = (script, letters);
            }
        if (run > 0) counts[last] = counts.GetValueOrDefault(last) + run;
        if (total < 2) return null;
        // Japanese is written with Chinese characters between its own; Khmer news carries foreign names in Latin letters.
        if (counts.GetValueOrDefault("ja") * 5 >= total) return "ja";
        if (counts.GetValueOrDefault("km") * 3 >= total) return total < 4 ? null : "km";
        var (best, count) = counts.MaxBy(c => c.Value);
        return count * 2 > total ? best : null;
    }
}
