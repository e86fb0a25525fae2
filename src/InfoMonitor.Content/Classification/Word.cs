using InfoMonitor.Content.Privacy;

namespace InfoMonitor.Content.Classification;

/// <summary>A word as the models see it, wherever it stands, and what the lists know of it; reckoned once, since texts are made of few words.</summary>
internal sealed class Word
{
    /// <summary>Slots for words that were met; a power of two. What falls into one slot takes turns, so memory stays below some 5 MB.</summary>
    private const int Slots = 1 << 14;

    /// <summary>Longer ones are seldom met again.</summary>
    private const int LongestKept = 24;

    private static readonly Word?[] Met = new Word?[Slots];

    private readonly string written;
    private Concepts.Entry[]? concepts;
    private Groups.GroupName[]? groups;
    private NameWord? names;

    public Word(string written, string marked, string plain)
    {
        (this.written, Marked, Plain, MarkedHash, PlainHash) = (written, marked, plain, Features.Hash(marked), Features.Hash(plain));
        (IsGroup, HasMarks, IsSpelt) = (marked == Classification.Groups.Name, marked != plain && marked[0] != '<', char.IsLetter(marked[0]));
    }

    /// <summary>Lower case, accents kept, one tone placement ("hoà" for "hòa"), numbers as their length.</summary>
    public string Marked { get; }

    /// <summary>Without accents, with letters for look-alike digits, and short forms of chat written out ("ko" is "khong").</summary>
    public string Plain { get; }

    public ulong MarkedHash { get; }

    public ulong PlainHash { get; }

    /// <summary>Stands for the name of a protected group.</summary>
    public bool IsGroup { get; }

    /// <summary>Tells that its text is written with accents.</summary>
    public bool HasMarks { get; }

    /// <summary>Begins with a letter: no number, mark or token.</summary>
    public bool IsSpelt { get; }

    /// <summary>Entries of the thesaurus that begin with it, longest first.</summary>
    public Concepts.Entry[] Concepts => concepts ??= Classification.Concepts.BeginningWith(this);

    /// <summary>Names of groups that begin with it, longest first.</summary>
    public Groups.GroupName[] Groups => groups ??= Classification.Groups.BeginningWith(this);

    public NameWord Names => names ??= Classification.Names.About(this, VictimPatterns.NotAName().IsMatch(written));

    /// <summary>Thread-safe: two threads may reckon one word at once, to the same end.</summary>
    /// <param name="written">A word of a text, or what stands for one: a mark, an emoji, <c>[phone]</c>, <c>&lt;initials&gt;</c>.</param>
    public static Word Of(ReadOnlySpan<char> written)
    {
        if (written.Length > LongestKept) return Read(written);
        ref var slot = ref Met[(int)(Features.Hash(written) * 0x9E3779B97F4A7C15 >> 50)];
        if (slot is { } met && written.SequenceEqual(met.written)) return met;
        return slot = Read(written);
    }

    private static Word Read(ReadOnlySpan<char> written)
    {
        var text = written.ToString();
        var (marked, plain) = Tokens.IsWord(written[0]) ? Tokens.Forms(written) : (text, text);
        return new Word(text, marked, plain);
    }
}
