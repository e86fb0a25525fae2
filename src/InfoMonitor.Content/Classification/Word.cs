using InfoMonitor.Content.Matching;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Classification;

/// <summary>A word as the models see it, wherever it stands, and what the lists know of it; reckoned once, since texts are made of few words.</summary>
internal sealed class Word
{
    /// <summary>Some 5 MB when full.</summary>
    private static readonly Recent<Word> Met = new(bits: 14, Read);

    private readonly string written;
    private Concepts.Entry[]? concepts;
    private Groups.GroupName[]? groups;
    private NameWord? names;
    private WordForm? form;

    private Word(string written, string marked, string plain)
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

    /// <summary>As claims are compared.</summary>
    public WordForm Form => form ??= ClaimText.FormOf(written);

    /// <param name="written">A word of a text, or what stands for one: a mark, an emoji, <c>[phone]</c>, <c>&lt;initials&gt;</c>.</param>
    public static Word Of(ReadOnlySpan<char> written) => Met.Of(written);

    private static Word Read(string written)
    {
        var (marked, plain) = Tokens.IsWord(written[0]) ? Tokens.Forms(written) : (written, written);
        return new Word(written, marked, plain);
    }
}
