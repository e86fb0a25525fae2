using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using InfoMonitor.Content.Privacy;

namespace InfoMonitor.Content.Classification;

/// <summary>Names of people, schools and places as one token each: rows for training hold initials only, and a name written out weighs what its initials do.</summary>
/// <remarks>
/// Capitals tell a name, with the word before it ("cháu Hoa", "xã Tân Hòa") or a family name at its head. In a sentence all in capitals, or in one without any for the commonest families, the family name does alone; where somebody near comes to harm any family name that three or four small words make a name, behind a word for a person.
/// Who is named for an office or as the accused is another token: reports name them, and it is not they who are exposed. So is who is named where nobody near comes to harm: a prize, a notice, thanks.
/// </remarks>
internal static class Names
{
    public const string Person = "<initials>", Bystander = "<named>", School = "<school>", Place = "<place>", Office = "<office>";

    /// <summary>By <see cref="Key"/>.</summary>
    private static readonly Dictionary<ulong, NameRole> ByMarked = [], ByPlain = [];

    /// <summary>First words of the phrases, without accents, and how many words the longest of them has; and those of the phrases that speak of harm.</summary>
    private static readonly Dictionary<ulong, int> Phrases = [], Harms = [];

    static Names()
    {
        Add(NameRole.Person, VictimPatterns.PersonWords.Split('|'));
        Add(NameRole.Family, VictimPatterns.Families.Split('|'));
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("InfoMonitor.Content.Classification.names.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#' && line.Split(':') is [var role, var words])
                Add(Enum.Parse<NameRole>(role.Replace("-", "", StringComparison.Ordinal), ignoreCase: true), words.Split(',', StringSplitOptions.TrimEntries));
    }

    /// <summary>The same tokens with each name as one; the same list when nothing is to change.</summary>
    /// <param name="tokens">Of the sentence, with offsets into it.</param>
    /// <param name="nearHarm">This sentence or one around it speaks of harm.</param>
    public static List<Token> Merge(string sentence, List<Token> tokens, bool nearHarm)
    {
        var finder = new NameFinder(sentence, tokens, nearHarm ? Person : Bystander);
        List<Token>? merged = null;
        for (var i = 0; i < tokens.Count;)
        {
            if (finder.NoNameAt(i) is > 1 and var none) // "Ba Na" is no "bà Na"
            {
                merged?.AddRange(tokens[i..(i + none)]);
                i += none;
                continue;
            }
            var (length, kind) = finder.At(i);
            if (length == 0 || length == 1 && kind == tokens[i].Marked)
            {
                if (merged is not null) Append(merged, tokens[i]);
                i++;
                continue;
            }
            merged ??= tokens[..i];
            var last = tokens[i + length - 1];
            Append(merged, new Token(tokens[i].Start, last.End - tokens[i].Start, Word.Of(kind)));
            i += length;
        }
        return merged ?? tokens;
    }

    /// <summary>Whether a sentence says that somebody came to harm, was a witness of it or is to stay unknown.</summary>
    public static bool SpeakOfHarm(List<Token> tokens)
    {
        var bare = IsBare(tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            for (var length = 1; length <= tokens[i].Word.Names.LongestHarm && i + length <= tokens.Count; length++)
                if (RoleOf(CollectionsMarshal.AsSpan(tokens).Slice(i, length), bare).HasFlag(NameRole.Harm)) return true;
        }
        return false;
    }

    /// <summary>Written without accents.</summary>
    public static bool IsBare(List<Token> tokens) => !tokens.Exists(t => t.Word.HasMarks);

    /// <summary>What is known of a phrase, as it is written or, with <paramref name="bare"/>, without accents.</summary>
    public static NameRole RoleOf(ReadOnlySpan<Token> words, bool bare)
    {
        var first = words[0].Word.Names;
        if (words.Length == 1) return bare ? first.Marked | first.Plain : first.Marked;
        if (words.Length > first.Longest) return NameRole.None;
        var (marked, plain) = Key(words);
        return bare ? ByMarked.GetValueOrDefault(marked) | ByPlain.GetValueOrDefault(plain) : ByMarked.GetValueOrDefault(marked);
    }

    public static NameWord About(Word word, bool notAName) =>
        new(ByMarked.GetValueOrDefault(word.MarkedHash), ByPlain.GetValueOrDefault(word.PlainHash), Phrases.GetValueOrDefault(word.PlainHash), Harms.GetValueOrDefault(word.PlainHash), notAName);

    /// <summary>Hashes of a phrase, with accents and without.</summary>
    private static (ulong Marked, ulong Plain) Key(ReadOnlySpan<Token> words)
    {
        var (marked, plain) = (0UL, 0UL);
        foreach (var word in words) (marked, plain) = (marked * 31 + word.MarkedHash, plain * 31 + word.PlainHash);
        return (marked, plain);
    }

    /// <summary>A list of names is one, as a list of initials is.</summary>
    private static void Append(List<Token> tokens, Token token)
    {
        if (token.Marked is Person or Bystander or School or Place or Office && tokens.Count > 0 && tokens[^1].Marked == token.Marked)
            tokens[^1] = tokens[^1] with { Length = token.End - tokens[^1].Start };
        else tokens.Add(token);
    }

    private static void Add(NameRole role, IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var words = Tokens.Of(phrase, 0);
            var (marked, plain) = Key(CollectionsMarshal.AsSpan(words));
            ByMarked[marked] = ByMarked.GetValueOrDefault(marked) | role;
            ByPlain[plain] = ByPlain.GetValueOrDefault(plain) | role;
            Phrases[words[0].PlainHash] = Math.Max(words.Count, Phrases.GetValueOrDefault(words[0].PlainHash));
            if (role == NameRole.Harm) Harms[words[0].PlainHash] = Math.Max(words.Count, Harms.GetValueOrDefault(words[0].PlainHash));
        }
    }
}

/// <summary>What the list says of a word.</summary>
/// <param name="Marked">As it is written.</param>
/// <param name="Plain">Without accents.</param>
/// <param name="Longest">Words of the longest phrase that begins with it.</param>
/// <param name="LongestHarm">The same of those that speak of harm.</param>
/// <param name="NotAName">An office or a body, by its capital: "Chủ" of "Chủ tịch".</param>
internal sealed record NameWord(NameRole Marked, NameRole Plain, int Longest, int LongestHarm, bool NotAName);

/// <summary>What a word or phrase says of the name beside it: the kinds of <c>names.txt</c>.</summary>
[Flags]
internal enum NameRole
{
    None = 0,
    Person = 1,
    Family = 2,
    School = 4,
    Place = 8,
    Office = 16,
    AfterSchool = 32,
    AfterPlace = 64,
    Article = 128,
    NoName = 256,
    Sure = 512,
    Middle = 1024,
    Stop = 2048,
    Harm = 4096,
    Given = 8192,
}
