namespace InfoMonitor.Content.Matching;

/// <summary>Words that mean alike (<c>thesaurus.txt</c>), so that a claim told in other words is still found. It judges nothing: how much a shared meaning weighs is learnt.</summary>
internal static class Thesaurus
{
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal);
    private static readonly List<string> Names = [];
    private static readonly List<(string One, string Other)> Pairs = [];
    private static readonly PhraseFinder Phrases = Load();

    private static readonly ulong[] Keys = [.. Names.Select(n => ClaimText.Hash("#" + n))];

    /// <summary>How many meanings there are.</summary>
    public static int Count => Names.Count;

    /// <summary>The meanings that say how a claim is said rather than what about.</summary>
    public static int Not { get; } = Names.IndexOf("not");

    public static int Must { get; } = Names.IndexOf("must");

    public static int May { get; } = Names.IndexOf("may");

    public static int Forbid { get; } = Names.IndexOf("forbid");

    public static int Loss { get; } = Names.IndexOf("loss");

    /// <summary>It makes light of those who call something false: "bác bỏ chỉ để che giấu".</summary>
    public static int Deride { get; } = Names.IndexOf("deride");

    public static int Only { get; } = Names.IndexOf("only");

    /// <summary>It goes on as it was.</summary>
    public static int Still { get; } = Names.IndexOf("still");

    public static int Refute { get; } = Names.IndexOf("refute");

    public static int Hearsay { get; } = Names.IndexOf("hearsay");

    public static int Alarm { get; } = Names.IndexOf("alarm");

    /// <summary>By meaning: those that rule it out.</summary>
    public static int[][] Opposites { get; } = [.. Names.Select(n => (int[])[.. Pairs.Where(p => p.One == n).Select(p => Names.IndexOf(p.Other)), .. Pairs.Where(p => p.Other == n).Select(p => Names.IndexOf(p.One))])];

    /// <summary>People are harmed, robbed or wronged: a claim that says so may be a report of a violation.</summary>
    public static IReadOnlySet<int> Violations { get; } = new[] { "torture", "violence", "beat", "shoot", "kill", "murder", "burn", "destroy", "demolish", "hurt", "lock", "child abuse", "traffick", "discriminate", "revenge", "confession", "bribe", "corruption", "hunger", "eviction", "wronged" }
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
    public static List<Meaning> Of(ClaimText text) => Phrases.In(text.Words.ConvertAll(word => word.Form).ToArray(), text.Bare);

    /// <summary>The thesaurus as written: a model trained with another is another model.</summary>
    public static string Written() => WordLists.Read("thesaurus.txt") + WordLists.Read("accents.txt");

    private static PhraseFinder Load()
    {
        var pending = new List<(int Id, string Phrase)>();
        foreach (var (name, phrases) in WordLists.Lines("thesaurus.txt"))
        {
            if (name == "short") foreach (var pair in phrases) Spellings[pair.Split('=')[0].Trim()] = pair.Split('=')[1].Trim();
            else if (name == "opposites") foreach (var pair in phrases) Pairs.Add((pair.Split('=')[0].Trim(), pair.Split('=')[1].Trim()));
            else
            {
                Names.Add(name);
                foreach (var phrase in phrases) pending.Add((Names.Count - 1, phrase));
            }
        }
        return new PhraseFinder(pending);
    }
}
