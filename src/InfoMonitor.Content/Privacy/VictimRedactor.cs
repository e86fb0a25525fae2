using System.Text;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Privacy;

/// <summary>Removes what identifies a victim or child from a text that exposes one: names and initials, school, address, and every clue besides.</summary>
/// <remarks>
/// A sentence that exposes somebody keeps only words of a closed list (<see cref="GeneralSentence"/>); so do the sentences around it, and those that name somebody, a school or a place or
/// speak of a child, a victim or their family. It would rather take too much: an official's name there is no loss. The other sentences stay but for the names and places found in these.
/// </remarks>
public static class VictimRedactor
{
    private const string Name = GeneralSentence.Name;
    private static readonly string[] Tokens = [Name, GeneralSentence.School, GeneralSentence.Address, GeneralSentence.Detail];

    /// <summary>How many sentences around an exposing one are read like it: as many as the models look at around a sentence.</summary>
    private const int Reach = 3;

    /// <param name="text">Masked text. To redact a title as well, put it before the text with a line break.</param>
    /// <param name="exposing">The sentences that expose someone, as spans of <paramref name="text"/>; parts outside the text are ignored, a part of a sentence stands for the whole.</param>
    /// <returns>The text with what identifies somebody replaced by [NAME], [SCHOOL], [ADDRESS], [LINK] and, where it is nothing of these, [DETAIL]. Lines stay lines.
    /// Unchanged when <paramref name="exposing"/> is empty.</returns>
    public static string Redact(string text, IReadOnlyList<TextSpan> exposing)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(exposing);
        var sentences = Sentences.Split(text);
        var strict = Strict(text, sentences, exposing);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var redacted = new StringBuilder(text.Length);
        var done = 0;
        foreach (var (i, sentence) in sentences.Index())
        {
            redacted.Append(text, done, sentence.Start - done).Append(strict[i] ? RedactSentence(sentence.Of(text), found) : sentence.Of(text));
            done = sentence.Start + sentence.Length;
        }
        redacted.Append(text, done, text.Length - done);
        return TakeAgain(redacted.ToString(), found);
    }

    /// <summary>True for a text something was taken from: it is not to be quoted.</summary>
    public static bool IsRedacted(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Tokens.Any(t => text.Contains(t, StringComparison.Ordinal));
    }

    /// <summary>Scheme, host and port of an address, for its path may name somebody too: "https://host/…". What is no web address becomes "…".</summary>
    public static string RedactUrl(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") ? $"{uri.Scheme}://{uri.Authority}/…" : "…";

    private static bool[] Strict(string text, IReadOnlyList<TextSpan> sentences, IReadOnlyList<TextSpan> exposing)
    {
        var strict = new bool[sentences.Count];
        for (var i = 0; i < strict.Length; i++)
        {
            if (!exposing.Any(e => e.Start < sentences[i].Start + sentences[i].Length && e.Start + e.Length > sentences[i].Start)) continue;
            Array.Fill(strict, true, Math.Max(0, i - Reach), Math.Min(strict.Length - 1, i + Reach) - Math.Max(0, i - Reach) + 1);
        }
        if (!strict.Contains(true)) return strict;
        for (var i = 0; i < strict.Length; i++) strict[i] = strict[i] || HasClue(sentences[i].Of(text));
        return strict;
    }

    private static bool HasClue(string sentence) =>
        VictimPatterns.Schools.Concat(VictimPatterns.Addresses).Concat(VictimPatterns.Names).Any(p => p.IsMatch(sentence)) || GeneralSentence.SpeaksOfVictim(sentence);

    private static string RedactSentence(string sentence, Dictionary<string, string> found)
    {
        // Schools and places first: they hold names of their own (trường Nguyễn Du, đường Lê Lợi).
        foreach (var pattern in VictimPatterns.Schools) sentence = Replace(sentence, pattern, GeneralSentence.School, found);
        foreach (var pattern in VictimPatterns.Addresses) sentence = Replace(sentence, pattern, GeneralSentence.Address, found);
        if (!GeneralSentence.IsHeadline(sentence)) foreach (var pattern in VictimPatterns.Names) sentence = Replace(sentence, pattern, Name, found);
        var names = new List<string>();
        sentence = GeneralSentence.Of(sentence, names);
        foreach (var name in names.Where(n => n.Length > 1 && !VictimPatterns.NotAName().IsMatch(n))) found.TryAdd(name, Name);
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
                var spelled = string.Join(@"\.[^\S\n]?", letters.Select(l => Regex.Escape(l.ToString())));
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
