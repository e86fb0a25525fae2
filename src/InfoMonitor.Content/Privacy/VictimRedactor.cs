using System.Text;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Privacy;

/// <summary>Removes what identifies a victim or child (names and initials, school, address) from the sentences that expose it.</summary>
/// <remarks>Works by the words that stand before a name, a school or a place in Vietnamese, English and Khmer. Inside an exposing sentence it would rather take too much:
/// an official's name there is no loss. Outside, only what was found inside is taken again.</remarks>
public static class VictimRedactor
{
    private const string Name = "[NAME]";
    private const string School = "[SCHOOL]";
    private const string Address = "[ADDRESS]";

    /// <param name="text">Masked text. To redact a title as well, put it before the text with a line break.</param>
    /// <param name="exposing">The sentences that expose someone, as spans of <paramref name="text"/>; parts outside the text are ignored.</param>
    /// <returns>The text with names, schools and addresses inside <paramref name="exposing"/> replaced by [NAME], [SCHOOL], [ADDRESS], and the same names and places wherever else they stand.
    /// Unchanged when <paramref name="exposing"/> is empty. Redacting twice changes nothing more.</returns>
    public static string Redact(string text, IReadOnlyList<TextSpan> exposing)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(exposing);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var redacted = new StringBuilder(text.Length);
        var done = 0;
        foreach (var span in exposing.OrderBy(s => s.Start))
        {
            var start = Math.Clamp(span.Start, done, text.Length);
            var end = Math.Clamp(span.Start + span.Length, start, text.Length);
            redacted.Append(text, done, start - done).Append(RedactSentence(text[start..end], found));
            done = end;
        }
        redacted.Append(text, done, text.Length - done);
        return TakeAgain(redacted.ToString(), found);
    }

    private static string RedactSentence(string sentence, Dictionary<string, string> found)
    {
        // Schools and places first: they hold names of their own (trường Nguyễn Du, đường Lê Lợi).
        foreach (var pattern in VictimPatterns.Schools) sentence = Replace(sentence, pattern, School, found);
        foreach (var pattern in VictimPatterns.Addresses) sentence = Replace(sentence, pattern, Address, found);
        foreach (var pattern in VictimPatterns.Names) sentence = Replace(sentence, pattern, Name, found);
        return sentence;
    }

    private static string Replace(string sentence, Regex pattern, string token, Dictionary<string, string> found) =>
        pattern.Replace(sentence, match =>
        {
            var part = match.Groups["x"];
            if (part.Length == 0 || token == Name && VictimPatterns.NotAName().IsMatch(part.Value)) return match.Value;
            found.TryAdd(part.Value, token);
            var at = part.Index - match.Index;
            return string.Concat(match.Value.AsSpan(0, at), token, match.Value.AsSpan(at + part.Length));
        });

    /// <summary>Everything found, wherever it stands as a whole; of a full name also the given name after a word for a person ("em Hoa").</summary>
    private static string TakeAgain(string text, Dictionary<string, string> found)
    {
        foreach (var (value, token) in found.OrderByDescending(f => f.Key.Length))
        {
            var whole = Regex.Escape(value);
            if (token != Name)
            {
                text = Regex.Replace(text, $@"(?<![\p{{L}}\p{{M}}\d]){whole}(?![\p{{L}}\p{{M}}\d])", token, RegexOptions.None, Regex.InfiniteMatchTimeout);
                continue;
            }
            var letters = value.Where(char.IsLetter).ToArray();
            var initials = letters.Length > 0 && value.All(c => char.IsUpper(c) || c is '.' or ' ');
            if (initials)
            {
                // N.T.H, N. T. H. and N.T.H are one; a single letter must carry its stop or stand after a word for a person.
                var spelled = string.Join(@"\.\s?", letters.Select(l => Regex.Escape(l.ToString())));
                text = Regex.Replace(text, $@"(?<![\p{{L}}\p{{M}}\d.]){spelled}{(letters.Length == 1 ? @"\." : @"\.?")}(?![\p{{L}}\p{{M}}\d])", token, RegexOptions.None, Regex.InfiniteMatchTimeout);
                text = Regex.Replace(text, $@"(?<={VictimPatterns.Person}\s){string.Concat(letters)}(?![\p{{L}}\p{{M}}\d.])", token, RegexOptions.IgnoreCase, Regex.InfiniteMatchTimeout);
                continue;
            }
            text = Regex.Replace(text, $@"(?<![\p{{L}}\p{{M}}\d]){whole}(?![\p{{L}}\p{{M}}])", token, RegexOptions.None, Regex.InfiniteMatchTimeout);
            var parts = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 2) continue;
            foreach (var part in new[] { parts[^1], parts[0] }.Where(p => p.Length > 0 && char.IsUpper(p[0])))
                text = Regex.Replace(text, $@"(?<=(?i:{VictimPatterns.Person})\s){Regex.Escape(part)}(?![\p{{L}}\p{{M}}])", token, RegexOptions.None, Regex.InfiniteMatchTimeout);
        }
        return text;
    }
}
