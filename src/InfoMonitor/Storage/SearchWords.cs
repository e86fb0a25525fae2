using System.Globalization;
using System.Text;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Text;
using InfoMonitor.Domain;

namespace InfoMonitor.Storage;

/// <summary>Text as it is indexed and asked for: folded words with single spaces between them, nothing that either engine would read as more than a word.</summary>
internal static class SearchWords
{
    /// <summary>Characters indexed of one entry. PostgreSQL takes a vector of one megabyte.</summary>
    private const int Most = 100_000;

    private const int LongestWord = 64;

    public static string Of(params IEnumerable<string?> texts)
    {
        var words = string.Join(' ', texts.OfType<string>().SelectMany(Split).Select(w => w.Folded));
        return words.Length <= Most ? words : words[..words.LastIndexOf(' ', Most)];
    }

    /// <summary>The words of a text with their places in it. Khmer writes none apart: each pair of its characters is one, as a code.</summary>
    public static IEnumerable<(string Folded, int Start, int Length)> Split(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (IsKhmer(text[i]))
            {
                while (i < text.Length && IsKhmer(text[i])) i++;
                if (i - start == 1) yield return (Code(text[start]), start, 1);
                for (var at = start; at < i - 1; at++) yield return (Code(text[at]) + Code(text[at + 1]), at, 2);
                continue;
            }
            while (i < text.Length && IsWord(text[i]) && !IsKhmer(text[i])) i++;
            if (i == start) { i++; continue; }
            if (i - start <= LongestWord && Folding.Fold(text[start..i]) is { Length: > 0 } folded && folded.All(char.IsLetterOrDigit)) yield return (folded, start, i - start);
        }
    }

    private static bool IsKhmer(char c) => c is >= '\u1780' and <= '\u17D3';

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Code(char c) => "k" + ((int)c).ToString("x4", CultureInfo.InvariantCulture);
}

/// <summary>What somebody searches for: every term must be there; words between quotation marks stand together; the last word may go on.</summary>
internal sealed record SearchTerms
{
    private const int MostTerms = 16;

    private SearchTerms(IReadOnlyList<IReadOnlyList<string>> phrases, bool goesOn) => (Phrases, GoesOn) = (phrases, goesOn);

    public IReadOnlyList<IReadOnlyList<string>> Phrases { get; }

    /// <summary>True when the last term is a word that may be longer than typed.</summary>
    public bool GoesOn { get; }

    /// <summary>Null when nothing that could be found is asked for.</summary>
    public static SearchTerms? Parse(string? text)
    {
        var phrases = new List<IReadOnlyList<string>>();
        var goesOn = false;
        foreach (var (part, index) in (text ?? "").Replace('“', '"').Replace('”', '"').Split('"').Select((part, index) => (part, index)))
        {
            if (index % 2 == 1 && SearchWords.Split(part).Select(w => w.Folded).ToArray() is { Length: > 0 } quoted) { phrases.Add(quoted); goesOn = false; continue; }
            foreach (var word in part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                if (SearchWords.Split(word).Select(w => w.Folded).ToArray() is not { Length: > 0 } pieces) continue;   // "1/12" is two words that stand together
                phrases.Add(pieces);
                goesOn = pieces is [{ Length: >= 2 }];
            }
        }
        return phrases.Count == 0 ? null : new SearchTerms([.. phrases.Take(MostTerms)], goesOn && phrases.Count <= MostTerms);
    }

    /// <summary>For marking: does this folded word count as a hit?</summary>
    public bool Hits(string folded) => Phrases.Any(p => p.Contains(folded)) || GoesOn && folded.StartsWith(Phrases[^1][0], StringComparison.Ordinal);

    /// <summary>As FTS5 reads it; words are letters and digits only, so nothing needs escaping.</summary>
    public string ForSqlite(SearchScope? scope)
    {
        var query = new StringBuilder();
        if (scope is { } one) query.Append("\"Scope\" : \"").Append(one.Word()).Append("\" AND ");
        return query.Append("\"Words\" : (").AppendJoin(" AND ", Phrases.Select((p, i) => $"\"{string.Join(' ', p)}\"{(IsOpenEnd(i) ? "*" : "")}")).Append(')').ToString();
    }

    /// <summary>As <c>to_tsquery</c> reads it.</summary>
    public string ForPostgres() => string.Join(" & ", Phrases.Select((p, i) => $"({string.Join(" <-> ", p)}{(IsOpenEnd(i) ? ":*" : "")})"));

    private bool IsOpenEnd(int index) => GoesOn && index == Phrases.Count - 1;
}
