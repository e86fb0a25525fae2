using System.Text;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Text;

#pragma warning disable MA0009 // no timeout: a slow machine would answer otherwise than a fast one; nothing in the one pattern that looks around itself repeats

namespace InfoMonitor.Content.Classification;

/// <summary>Names of people, schools and places that a text writes out. Rows for the models hold initials only (<c>models/data/README.md</c>).</summary>
/// <remarks>As <see cref="NameFinder"/> sees them: a name it misses stays, so a person looks at each text as well.</remarks>
internal static partial class WrittenNames
{
    /// <summary>Each name once, in the order of the text.</summary>
    public static IReadOnlyList<string> Of(string text) => [.. Spans(text).Select(s => s.Of(text)).Distinct(StringComparer.Ordinal)];

    /// <summary>The text with each as its initials: "chị Trần Thị Hoa" is "chị T.T.H.".</summary>
    public static string AsInitials(string text)
    {
        var written = new StringBuilder(text.Length);
        var done = 0;
        foreach (var span in Spans(text))
        {
            written.Append(text, done, span.Start - done).Append(Joint().Replace(Word().Replace(span.Of(text), word => char.ToUpperInvariant(word.Value[0]) + "."), ""));
            done = span.Start + span.Length;
            if (done < text.Length && text[done] == '.') done++;   // the last initial has its own
        }
        return written.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>The kinds of masked data in a text, each once: <c>[PHONE]</c>.</summary>
    public static IReadOnlyList<string> Masked(string text) => [.. Mark().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<TextSpan> Spans(string text)
    {
        foreach (var sentence in Sentences.Split(text))
        {
            var words = sentence.Of(text);
            foreach (var token in Names.Merge(words, Tokens.Of(words, 0), nearHarm: true))
                if (token.Marked is Names.Person or Names.Office or Names.School or Names.Place && LongWord().IsMatch(words.AsSpan(token.Start, token.Length)))
                    yield return new TextSpan(sentence.Start + token.Start, token.Length);
        }
    }

    [GeneratedRegex(@"\[(PHONE|EMAIL|ID|BANK|HANDLE|LINK)\]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();

    /// <summary>Initials have at most three letters, and a stop ("Ng.").</summary>
    [GeneratedRegex(@"\p{L}{4}|\p{L}{2,3}([^.\p{L}]|$)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LongWord();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*\.?", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=\.)[ -](?=\p{Lu}\.)", RegexOptions.None)]
    private static partial Regex Joint();
}
