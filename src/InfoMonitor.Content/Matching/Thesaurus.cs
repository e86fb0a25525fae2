using System.Reflection;
using System.Text;

namespace InfoMonitor.Content.Matching;

/// <summary>A meaning found in a text: words [First, First + Count).</summary>
internal readonly record struct Meaning(int Id, int First, int Count);

/// <summary>Words that mean alike (<c>thesaurus.txt</c>), so that a claim told in other words is still found. It judges nothing: how much a shared meaning weighs is learnt.</summary>
internal static class Thesaurus
{
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal);
    private static readonly List<string> Names = [];
    private static readonly Dictionary<ulong, List<Entry>> ByFirst = Load();

    private static readonly ulong[] Keys = [.. Names.Select(n => ClaimText.Hash("#" + n))];

    /// <summary>The meanings that say how a claim is said rather than what about.</summary>
    public static int Not { get; } = Names.IndexOf("not");

    public static int Must { get; } = Names.IndexOf("must");

    public static int May { get; } = Names.IndexOf("may");

    public static int Forbid { get; } = Names.IndexOf("forbid");

    public static int Loss { get; } = Names.IndexOf("loss");

    public static int Ask { get; } = Names.IndexOf("ask");

    public static int Only { get; } = Names.IndexOf("only");

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
            if (!ByFirst.TryGetValue(text.Words[i].Key, out var entries)) continue;
            foreach (var entry in entries) // longest first
                if (entry.Stands(text, i) && !found.Exists(f => f.Id == entry.Id && f.First + f.Count > i)) found.Add(new Meaning(entry.Id, i, entry.Words.Length));
        }
        return found;
    }

    /// <summary>The thesaurus as written: a model trained with another is another model.</summary>
    public static string Written()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("InfoMonitor.Content.Matching.thesaurus.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static Dictionary<ulong, List<Entry>> Load()
    {
        using var reader = new StringReader(Written());
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
        return entries;
    }

    private static ClaimWord[] ClaimWords(string phrase) => [.. ClaimText.WordsOf(phrase, 0)];

    private sealed record Entry(int Id, ClaimWord[] Words)
    {
        public bool Stands(ClaimText text, int at)
        {
            if (at + Words.Length > text.Words.Count) return false;
            for (var i = 0; i < Words.Length; i++)
            {
                var word = text.Words[at + i];
                if (word.Key != Words[i].Key || !text.Bare && word.Marks != Words[i].Marks) return false;
            }
            return true;
        }
    }
}
