using System.Collections.Frozen;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Privacy;

/// <summary>What a phrase of the closed list is. <see cref="School"/> and <see cref="Place"/> begin what goes; <see cref="After"/> marks function words that may follow a person.</summary>
internal enum GeneralKind { Victim, Person, Key, Function, After, School, Place }

/// <summary>The closed list of words that may stay in a sentence which exposes somebody (<c>general-words.txt</c>), one for each way of writing.</summary>
internal sealed class GeneralWords
{
    /// <summary>Words of the longest phrase.</summary>
    public const int Longest = 4;

    private static readonly string[] Lines = Read();

    public static readonly GeneralWords Vietnamese = new("vi", s => s);
    public static readonly GeneralWords Unaccented = new("vi", Folding.Fold);
    public static readonly GeneralWords English = new("en", s => s);

    /// <summary>Khmer writes no spaces between words: looked up from the start of a run, longest first.</summary>
    public static readonly IReadOnlyList<string> Khmer = [.. Phrases("km").Select(p => p.Phrase).OrderByDescending(p => p.Length)];

    /// <summary>Every phrase that may stay, of all languages.</summary>
    public static IEnumerable<string> All =>
        from entry in Phrases("vi").Concat(Phrases("en")).Concat(Phrases("km"))
        where entry.Kind is not (GeneralKind.School or GeneralKind.Place)
        select entry.Phrase;

    private readonly FrozenDictionary<string, GeneralKind> kinds;
    private readonly FrozenSet<string> after;

    private GeneralWords(string language, Func<string, string> spell)
    {
        var all = Phrases(language).Select(p => (p.Kind, Phrase: spell(p.Phrase))).ToArray();
        after = all.Where(p => p.Kind == GeneralKind.After).Select(p => p.Phrase).ToFrozenSet(StringComparer.Ordinal);
        // Without accents two words may fall together: then the one that takes more counts.
        kinds = all.Where(p => p.Kind != GeneralKind.After).GroupBy(p => p.Phrase, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Max(p => p.Kind), StringComparer.Ordinal);
    }

    public GeneralKind? KindOf(string phrase) => kinds.TryGetValue(phrase, out var kind) ? kind : null;

    /// <summary>Whether words speak of a child, a victim or their family.</summary>
    public static bool SpeakOfVictim(IReadOnlyList<string> words)
    {
        var list = For(words);
        return Enumerable.Range(0, words.Count).Any(i => list.KindOf(words[i]) == GeneralKind.Victim || i + 1 < words.Count && list.KindOf($"{words[i]} {words[i + 1]}") == GeneralKind.Victim);
    }

    /// <summary>Whether words speak of somebody, or of what may be theirs: a person, a place, a school, their house, face or habits, a pronoun, or "this" and "that" for what was said before.</summary>
    /// <remarks>Without accents too many words fall together ("do" is that and because): such a text always may.</remarks>
    public bool SpeakOfSomebody(IReadOnlyList<string> words) => this == Unaccented || Enumerable.Range(0, words.Count).Any(i =>
        Theirs.Contains(words[i]) || Enumerable.Range(1, Math.Min(Longest, words.Count - i)).Any(length =>
            KindOf(string.Join(' ', words.Skip(i).Take(length))) is GeneralKind.Victim or GeneralKind.Person or GeneralKind.School or GeneralKind.Place));

    /// <summary>Of the words that say what happened, those that point at somebody; pronouns; what points back.</summary>
    private static readonly FrozenSet<string> Theirs = (
        "nó họ hắn mình ta tôi tui ai ấy này đó đấy kia ảnh hình video clip mặt nhà sống quê học tuổi vụ kẻ bạn "
        + "he she they i me my we our us him her hers them their you your his these those someone somebody anyone photo photos picture pictures face address home house lives living live lived studies attends goes aged old case story relative relatives "
        + "neighbour neighbours neighbor neighbors friend friends pregnant suspect perpetrator attacker everyone everybody shop works work sells").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public bool MayFollowPerson(string word) => after.Contains(word);

    /// <summary>The list a sentence is read with: the one that knows most of its words; that with accents only where there are some.</summary>
    public static GeneralWords For(IReadOnlyList<string> words)
    {
        var vietnamese = words.Any(w => Folding.Fold(w) != w) ? Vietnamese : Unaccented;
        return words.Count(w => English.KindOf(w) is not null) > words.Count(w => vietnamese.KindOf(w) is not null) ? English : vietnamese;
    }

    private static IEnumerable<(GeneralKind Kind, string Phrase)> Phrases(string language) =>
        from line in Lines
        let colon = line.IndexOf(':', StringComparison.Ordinal)
        let head = line[..colon].Split(' ')
        where head[0] == language
        from phrase in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        select (Enum.Parse<GeneralKind>(head[1], ignoreCase: true), phrase);

    private static string[] Read()
    {
        using var reader = new StreamReader(typeof(GeneralWords).Assembly.GetManifestResourceStream("InfoMonitor.Content.Privacy.general-words.txt")!);
        return [.. reader.ReadToEnd().Normalize().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#')];
    }
}
