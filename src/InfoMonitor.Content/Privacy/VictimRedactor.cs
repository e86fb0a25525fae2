using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Privacy;

/// <summary>Removes what identifies a victim or child from a text that exposes one: names and initials, school, address, and every clue besides.</summary>
/// <remarks>
/// A sentence that exposes somebody keeps only words of a closed list (<see cref="GeneralSentence"/>); so do the sentences around it, but for paragraphs that plainly say nothing of anybody, and those that name
/// somebody, a school or a place or speak of a child, a victim or their family. It would rather take too much: an official's name there is no loss. The other sentences stay but for the names, places and ages found in these.
/// </remarks>
public static class VictimRedactor
{
    private const string Name = GeneralSentence.Name;
    private static readonly string[] Tokens = [Name, GeneralSentence.School, GeneralSentence.Address, GeneralSentence.Detail];

    /// <summary>How many sentences around an exposing one are read like it: as many as the models look at around a sentence.</summary>
    private const int Reach = 3;

    /// <summary>Words from which a paragraph can plainly say nothing of anybody: Vietnamese leaves the person out of short sentences ("Tiệm vải nhỏ lắm.").</summary>
    private const int Plain = 8;

    /// <param name="text">Masked text.</param>
    /// <param name="exposing">The sentences that expose someone, as spans of <paramref name="text"/>; parts outside the text are ignored, a part of a sentence stands for the whole.</param>
    /// <returns>The text with what identifies somebody replaced by [NAME], [SCHOOL], [ADDRESS], [LINK] and, where it is nothing of these, [DETAIL].
    /// Unchanged when <paramref name="exposing"/> is empty.</returns>
    public static string Redact(string text, IReadOnlyList<TextSpan> exposing)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(exposing);
        return Redact([(text, exposing)])[0];
    }

    /// <summary>The same of texts that belong together, a title and its text: what is found in one is taken from all, and what stands beside an exposing sentence may stand in another.</summary>
    /// <param name="parts">Each with the sentences of it that expose someone.</param>
    public static IReadOnlyList<string> Redact(IReadOnlyList<(string Text, IReadOnlyList<TextSpan> Exposing)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var sentences = parts.SelectMany((part, at) => Sentences.Split(part.Text).Select(span => (Part: at, Span: span))).ToList();
        var strict = Strict(parts, sentences);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var years = new HashSet<int>();
        var redacted = parts.Select(part => new StringBuilder(part.Text.Length)).ToArray();
        var done = new int[parts.Count];
        foreach (var (i, (part, span)) in sentences.Index())
        {
            var (text, sentence) = (parts[part].Text, span.Of(parts[part].Text));
            if (strict[i]) years.UnionWith(Ages.In(sentence).Select(a => a.Years));
            redacted[part].Append(text, done[part], span.Start - done[part]).Append(strict[i] ? RedactSentence(sentence, found) : sentence);
            done[part] = span.Start + span.Length;
        }
        return [.. redacted.Select((text, part) => WithoutAges(TakeAgain(text.Append(parts[part].Text.AsSpan(done[part])).ToString(), found), years))];
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

    private static bool[] Strict(IReadOnlyList<(string Text, IReadOnlyList<TextSpan> Exposing)> parts, List<(int Part, TextSpan Span)> sentences)
    {
        var exposes = sentences.Select(s => parts[s.Part].Exposing.Any(e => e.Start < s.Span.Start + s.Span.Length && e.Start + e.Length > s.Span.Start)).ToArray();
        if (!exposes.Contains(true)) return exposes;
        var plain = PlainParagraphs(parts, sentences, exposes);
        return [.. sentences.Select((s, i) => exposes[i] || !plain[i] && IsNear(exposes, i) || HasClue(s.Span.Of(parts[s.Part].Text)))];
    }

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\u2028\u2029\u0085\v\f");

    private static bool IsNear(bool[] exposes, int at) => exposes.AsSpan(Math.Max(0, at - Reach), Math.Min(exposes.Length - 1, at + Reach) - Math.Max(0, at - Reach) + 1).Contains(true);

    /// <summary>The sentences of paragraphs that plainly say nothing of anybody. One that exposes somebody says something, and so do all of its paragraph.</summary>
    private static bool[] PlainParagraphs(IReadOnlyList<(string Text, IReadOnlyList<TextSpan> Exposing)> parts, List<(int Part, TextSpan Span)> sentences, bool[] exposes)
    {
        var plain = new bool[sentences.Count];
        for (var first = 0; first < plain.Length;)
        {
            var next = first + 1;
            while (next < plain.Length && GoesOn(sentences[next - 1], sentences[next])) next++;
            var (words, all) = (0, true);
            for (var i = first; i < next && all; i++) all = !exposes[i] && GeneralSentence.IsPlain(sentences[i].Span.Of(parts[sentences[i].Part].Text), ref words);
            Array.Fill(plain, all && words >= Plain, first, next - first);
            first = next;
        }
        return plain;

        bool GoesOn((int Part, TextSpan Span) one, (int Part, TextSpan Span) next) =>
            one.Part == next.Part && parts[one.Part].Text.AsSpan()[(one.Span.Start + one.Span.Length)..next.Span.Start].IndexOfAny(LineBreaks) < 0;
    }

    /// <summary>The ages of those who are spoken of, wherever else they stand, in figures or in words.</summary>
    private static string WithoutAges(string text, HashSet<int> years)
    {
        if (years.Count == 0) return text;
        foreach (var (at, _) in Ages.In(text).Where(a => years.Contains(a.Years)).OrderByDescending(a => a.At.Start).ToArray())
            text = string.Concat(text.AsSpan(0, at.Start), GeneralSentence.Detail, text.AsSpan(at.Start + at.Length));
        return text;
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
            var whole = Words(value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
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
            var parts = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 2) continue;
            // Its sentences were told by lines: one half may be taken already.
            for (var i = 1; i < parts.Length; i++)
            {
                text = Regex.Replace(text, $@"{Regex.Escape(token)}\s*\n\s*{Words(parts[i..])}(?![\p{{L}}\p{{M}}])", token, RegexOptions.None, Regex.InfiniteMatchTimeout);
                text = Regex.Replace(text, $@"(?<![\p{{L}}\p{{M}}\d]){Words(parts[..i])}\s*\n\s*{Regex.Escape(token)}", token, RegexOptions.None, Regex.InfiniteMatchTimeout);
            }
            foreach (var part in new[] { parts[^1], parts[0] }.Where(p => p.Length > 0 && char.IsUpper(p[0])))
                text = Regex.Replace(text, $@"(?<=(?i:{VictimPatterns.Person})\s){Regex.Escape(part)}(?![\p{{L}}\p{{M}}])", token, RegexOptions.None, Regex.InfiniteMatchTimeout);
        }
        return text;

        // A line may break between them.
        static string Words(string[] words) => string.Join(@"\s+", words.Select(Regex.Escape));
    }
}
