namespace InfoMonitor.Content.Privacy;

/// <summary>International bank account numbers (ISO 13616): where one ends is told by its check digits alone (ISO 7064, mod 97-10).</summary>
internal static class Iban
{
    private const int Shortest = 15, Longest = 34;

    /// <summary>Fewest digits of any country's (the Netherlands have 12, Norway 15): what holds less is words.</summary>
    private const int FewestDigits = 10;

    /// <summary>Length of the number that begins with country and check digits at <paramref name="start"/>, written in one piece or in groups; 0 when the check fails.</summary>
    public static int Length(string text, int start)
    {
        var (rest, digits, letters, found) = (0, 2, 4, 0);
        for (var i = start + 4; i < text.Length && letters < Longest; i++)
        {
            if (text[i] is ' ' or '-' && i + 1 < text.Length && char.IsAsciiLetterOrDigit(text[i + 1])) continue;
            if (!char.IsAsciiLetterOrDigit(text[i])) break;
            letters++;
            if (char.IsAsciiDigit(text[i])) digits++;
            rest = Append(rest, text[i]);
            var ends = i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]);
            if (ends && letters >= Shortest && digits >= FewestDigits && text.AsSpan(start, 4).ToString().Aggregate(rest, Append) == 1) found = i + 1 - start;
        }
        return found;
    }

    /// <summary>Letters count as two digits, from A = 10.</summary>
    private static int Append(int rest, char c) => (char.IsAsciiDigit(c) ? rest * 10 + (c - '0') : rest * 100 + (char.ToUpperInvariant(c) - 'A' + 10)) % 97;
}
