using System.Reflection;
using System.Text;

namespace InfoMonitor.Content.Matching;

/// <summary>A meaning found in a text: words [First, First + Count).</summary>
internal readonly record struct Meaning(int Id, int First, int Count);

/// <summary>Words that mean alike (<c>thesaurus.txt</c>), so that a claim told in other words is still found. It judges nothing: how much a shared meaning weighs is learnt.</summary>
internal static class Thesaurus
{
    private static readonly Dictionary<string, string[]> Accents = LoadAccents();
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal);
    private static readonly List<string> Names = [];
    private static readonly List<(string One, string Other)> Pairs = [];
    private static readonly Dictionary<ulong, Start[]> ByFirst = Load();

    private static readonly ulong[] Keys = [.. Names.Select(n => ClaimText.Hash("#" + n))];

    /// <summary>How many meanings there are.</summary>
    public static int Count => Names.Count;

    /// <summary>The meanings that say how a claim is said rather than what about.</summary>
    public static int Not { get; } = Names.IndexOf("not");

    public static int Must { get; } = Names.IndexOf("must");

    public static int May { get; } = Names.IndexOf("may");

    public static int Forbid { get; } = Names.IndexOf("forbid");

    public static int Loss { get; } = Names.IndexOf("loss");

    public static int Ask { get; } = Names.IndexOf("ask");

    public static int Only { get; } = Names.IndexOf("only");

    /// <summary>It goes on as it was.</summary>
    public static int Still { get; } = Names.IndexOf("still");

    public static int Refute { get; } = Names.IndexOf("refute");

    public static int Hearsay { get; } = Names.IndexOf("hearsay");

    public static int Alarm { get; } = Names.IndexOf("alarm");

    /// <summary>By meaning: those that rule it out.</summary>
    public static int[][] Opposites { get; } = [.. Names.Select(n => (int[])[.. Pairs.Where(p => p.One == n).Select(p => Names.IndexOf(p.Other)), .. Pairs.Where(p => p.Other == n).Select(p => Names.IndexOf(p.One))])];

    /// <summary>People are harmed, robbed or wronged: a claim that says so may be a report of a violation.</summary>
    public static IReadOnlySet<int> Violations { get; } = new[] { "torture", "violence", "beat", "shoot", "kill", "murder", "burn", "destroy", "demolish", "hurt", "lock", "child abuse", "traffick", "discriminate", "revenge", "confession", "bribe", "corruption", "hunger", "eviction" }
        .Select(name => Names.IndexOf(name)).ToHashSet();

    /// <summary>Meanings from here on are about things: those before are how it is said.</summary>
    public static int FirstThing { get; } = Names.IndexOf("things");

    /// <summary>Whether a meaning is part of what is said: things, and what is lost, forbidden or limited, but no "not", "may" or question word.</summary>
    public static bool Says(int id) => id > FirstThing || id == Loss || id == Forbid || id == Only;

    /// <summary>A meaning's key among the word weights.</summary>
    public static ulong Key(int id) => Keys[id];

    public static string Name(int id) => "#" + Names[id];

    /// <summary>A short form of chat, already without accents, written out.</summary>
    public static string Spell(string plain) => Spellings.GetValueOrDefault(plain, plain);

    /// <summary>Every meaning in the text, in order of its words.</summary>
    public static List<Meaning> Of(ClaimText text)
    {
        var found = new List<Meaning>();
        for (var i = 0; i < text.Words.Count; i++)
        {
            if (!ByFirst.TryGetValue(text.Words[i].Key, out var starts)) continue;
            var next = i + 1 < text.Words.Count ? text.Words[i + 1].Key : 0;
            foreach (var (second, entry) in starts) // longest first
                if ((second == 0 || second == next) && entry.Stands(text, i) && !Covers(found, entry.Id, i)) found.Add(new Meaning(entry.Id, i, entry.Words.Length));
        }
        return found;
    }

    /// <summary>Whether the same meaning already stands over this word, in a longer phrase. No phrase has more than eight words.</summary>
    private static bool Covers(List<Meaning> found, int id, int at)
    {
        for (var k = found.Count - 1; k >= 0 && found[k].First > at - 8; k--)
            if (found[k].Id == id && found[k].First + found[k].Count > at) return true;
        return false;
    }

    /// <summary>The thesaurus as written: a model trained with another is another model.</summary>
    public static string Written() => Resource("thesaurus.txt") + Resource("accents.txt");

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("InfoMonitor.Content.Matching." + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>By syllable without accents: the accents that are not rare on it; a syllable that is missing takes any.</summary>
    private static Dictionary<string, string[]> LoadAccents() =>
        Resource("accents.txt").Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ')).ToDictionary(f => f[0], f => Array.ConvertAll(f[1..], m => m == "-" ? "" : m), StringComparer.Ordinal);

    private static Dictionary<ulong, Start[]> Load()
    {
        using var reader = new StringReader(Resource("thesaurus.txt"));
        var pending = new List<(int Id, string Words)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, rest) = (line[..colon], line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            if (name == "short")
            {
                foreach (var pair in rest)
                {
                    var sides = pair.Split('=');
                    Spellings[sides[0].Trim()] = sides[1].Trim();
                }
                continue;
            }
            if (name == "opposites")
            {
                foreach (var pair in rest) Pairs.Add((pair.Split('=')[0].Trim(), pair.Split('=')[1].Trim()));
                continue;
            }
            Names.Add(name);
            foreach (var words in rest) pending.Add((Names.Count - 1, words));
        }
        var entries = new Dictionary<ulong, List<Entry>>();
        foreach (var (id, phrase) in pending)
        {
            var words = ClaimWords(phrase);
            if (words.Length == 0) continue;
            if (!entries.TryGetValue(words[0].Key, out var list)) entries[words[0].Key] = list = [];
            list.Add(new Entry(id, words));
        }
        foreach (var list in entries.Values) list.Sort((a, b) => b.Words.Length - a.Words.Length);
        return entries.ToDictionary(e => e.Key, e => e.Value.ConvertAll(entry => new Start(entry.Words.Length > 1 ? entry.Words[1].Key : 0, entry)).ToArray());
    }

    private static ClaimWord[] ClaimWords(string phrase) => [.. ClaimText.WordsOf(phrase, 0)];

    /// <summary>A phrase by its second word, which few of the hundred that begin with "không" share.</summary>
    /// <param name="Second">Its key; 0 where there is none.</param>
    private readonly record struct Start(ulong Second, Entry Entry);

    private sealed record Entry(int Id, ClaimWord[] Words)
    {
        /// <summary>Typed without accents it would mostly be another word ("la": "là", not "lá").</summary>
        private readonly bool rare = Words is [{ Marks.Length: > 0 } word] && Accents.TryGetValue(word.Plain, out var likely) && !likely.Contains(word.Marks);

        public bool Stands(ClaimText text, int at)
        {
            if (at + Words.Length > text.Words.Count || text.Bare && rare) return false;
            for (var i = 0; i < Words.Length; i++)
            {
                var word = text.Words[at + i];
                if (word.Key != Words[i].Key || !text.Bare && word.Marks != Words[i].Marks) return false;
            }
            return true;
        }
    }
}
