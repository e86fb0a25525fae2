using System.Runtime.InteropServices;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Classification;

/// <summary>Finds where a name stands in one sentence.</summary>
internal readonly struct NameFinder
{
    private const int Longest = 5, LongestPhrase = 3;

    /// <summary>Without accents some family names are common words ("Do", "Son"): so many capitals must follow one another.</summary>
    private const int BareRun = 3;

    private const NameRole Before = NameRole.Person | NameRole.School | NameRole.Place | NameRole.Office;
    private const NameRole NoPart = NameRole.School | NameRole.Place | NameRole.Office | NameRole.AfterSchool | NameRole.AfterPlace | NameRole.Article;

    private readonly string sentence, person;
    private readonly List<Token> tokens;
    private readonly bool bare, shouted, small;

    /// <param name="person">The token of a person who holds no office.</param>
    public NameFinder(string sentence, List<Token> tokens, string person)
    {
        (this.sentence, this.tokens, this.person) = (sentence, tokens, person);
        bare = Names.IsBare(tokens);
        shouted = tokens.Count > 2 && !HasLower(sentence);
        small = person == Names.Person && !HasCapital(sentence);
    }

    /// <summary>How many tokens the name that begins here has, 0 when none does, and the token it becomes.</summary>
    public (int Length, string Kind) At(int at)
    {
        if (Letters(at) is var letters and > 0) return (letters, KindOf(at, letters, RoleBefore(at)));
        if (!tokens[at].Word.IsSpelt || !shouted && !small && !IsCapital(at) && !Role(at, 1).HasFlag(NameRole.Sure)) return (0, "");
        var before = RoleBefore(at);
        var length = shouted || !IsCapital(at) ? Spelt(at, before) : Written(at, before);
        if (length == 0 && small) length = Small(at, before);
        return length == 0 ? (0, "") : (length, KindOf(at, length, before));
    }

    /// <summary>How many tokens what is no person's name has here, though it looks like one: a group's, or a place's of several words; 0 where none begins.</summary>
    public int NoNameAt(int at)
    {
        if (Groups.LengthAt(tokens, at) is > 1 and var people) return people;
        if (!IsCapital(at)) return 0;
        for (var length = Math.Min(LongestPhrase, tokens.Count - at); length > 1; length--)
            if (IsTied(at + 1, at + length - 1) && Role(at, length).HasFlag(NameRole.NoName)) return length;
        return 0;
    }

    /// <summary>Initials, of two letters too: "Ng. Th. H.".</summary>
    private int Letters(int at)
    {
        var end = at;
        while (end < tokens.Count && (tokens[end].Marked == Names.Person || IsShort(end)) && (end == at || Gap(end) is "." or ". " or "")) end++;
        return end - at == 1 && IsShort(at) && !RoleBefore(at).HasFlag(NameRole.Person) ? 0 : end - at;
    }

    /// <summary>A run of capitals that a family name, or a word before or behind it, makes a name.</summary>
    private int Written(int at, NameRole before)
    {
        var own = Role(at, 1);
        var run = Run(at);
        var exact = tokens[at].Word.Names.Marked.HasFlag(NameRole.Family);
        var family = own.HasFlag(NameRole.Family) && run >= (exact ? 2 : BareRun);
        if (!family && (own & (NoPart | NameRole.Person)) != NameRole.None || IsNone(at, own)) return 0;
        if (family) return run;
        var end = at + 1;
        while (end < at + run && (Role(end, 1) & NoPart) == NameRole.None) end++;
        var named = before != NameRole.None || (at > 0 || end - at > 1) && (RoleAfter(end) & (NameRole.AfterSchool | NameRole.AfterPlace)) != NameRole.None || end - at > 1 && (own.HasFlag(NameRole.Given) || IsAgeAfter(end));
        return named && !GeneralSentence.IsHeadline(sentence) ? end - at : 0;
    }

    /// <summary>A family name and what follows it up to a mark or a word that is no name, where capitals tell nothing.</summary>
    private int Spelt(int at, NameRole before)
    {
        var own = Role(at, 1);
        if (!own.HasFlag(NameRole.Family) || at + 1 == tokens.Count) return 0;
        var middle = Role(at + 1, 1).HasFlag(NameRole.Middle);
        if (!(own.HasFlag(NameRole.Sure) && (middle || shouted && !bare) || shouted && (middle || before != NameRole.None))) return 0;
        var end = middle && Gap(at + 1) is " " ? at + 2 : at + 1;
        while (end < tokens.Count && end - at < Longest - 1 && Gap(end) is " " && tokens[end].Word.IsSpelt && (Role(end, 1) & (NoPart | NameRole.Stop)) == NameRole.None && (!Role(end, 1).HasFlag(NameRole.Person) || IsLast(end))) end++;
        return end - at > 1 ? end - at : 0;
    }

    /// <summary>Where the whole sentence is in small letters and somebody near comes to harm: a family name and two or three words, or a given name of the world at large and one, behind "tên", "là", "is" or a word for a person and before a mark or a word that ends a name. A family name that is a word besides ("cao", "mai") must be introduced: "em cao lớn" names nobody.</summary>
    private int Small(int at, NameRole before)
    {
        var own = Role(at, 1);
        if ((own & (NameRole.Family | NameRole.Given)) == NameRole.None || !IsIntroduced(at) && !(before.HasFlag(NameRole.Person) && (own.HasFlag(NameRole.Sure) || at > 1 && IsIntroduced(at - 1)))) return 0;
        var end = at + 1;
        while (end < tokens.Count && end - at < Longest && Gap(end) is " " && tokens[end].Word.IsSpelt && (Role(end, 1) & (bare ? NoPart | NameRole.Stop : NoPart & ~NameRole.Article | NameRole.Stop)) == NameRole.None) end++;
        return end - at is var length && (own.HasFlag(NameRole.Family) ? length is 3 or 4 : length == 2) ? length : 0;
    }

    private bool IsIntroduced(int at) => at > 0 && IsTied(at, at) && tokens[at - 1].Marked is "là" or "la" or "tên" or "ten" or "is" or "was" or "named";

    /// <summary>Nothing follows it but a mark: "TRẦN MAI ANH", where the last word elsewhere stands before a name.</summary>
    private bool IsLast(int at) => at + 1 == tokens.Count || Gap(at + 1) is not " ";

    private string KindOf(int at, int length, NameRole before)
    {
        var after = RoleAfter(at + length);
        if (before.HasFlag(NameRole.School) || after.HasFlag(NameRole.AfterSchool)) return Names.School;
        if (before.HasFlag(NameRole.Place) || after.HasFlag(NameRole.AfterPlace)) return Names.Place;
        return before.HasFlag(NameRole.Office) || after.HasFlag(NameRole.Office) ? Names.Office : person;
    }

    /// <summary>What the words before say; of "bị cáo là ông" the office counts, not the person.</summary>
    private NameRole RoleBefore(int at)
    {
        if (at > 1 && tokens[at - 1].Marked is "là" or "la" or "is" && IsTied(at, at)) return RoleBefore(at - 1) & NameRole.Office;
        for (var length = Math.Min(LongestPhrase, at); length > 0; length--)
        {
            if (!IsTied(at - length + 1, at)) continue;
            var role = Role(at - length, length) & Before;
            if (role == NameRole.None) continue;
            return role == NameRole.Person && at > length && IsTied(at - length, at - length) && RoleBefore(at - length).HasFlag(NameRole.Office) ? NameRole.Office : role;
        }
        return NameRole.None;
    }

    /// <summary>What the words behind say: a kind of place after a space, an office after a comma, dash or bracket.</summary>
    private NameRole RoleAfter(int end)
    {
        if (end >= tokens.Count) return NameRole.None;
        var gap = Gap(end);
        if (gap is " " or ". ") return Role(end, 1) & (NameRole.AfterSchool | NameRole.AfterPlace);
        if (gap.Trim(" ,.(-–").Length > 0) return NameRole.None;
        return (Role(end, 1) | (end + 1 < tokens.Count && IsTied(end + 1, end + 1) ? Role(end, 2) : NameRole.None)) & NameRole.Office;
    }

    /// <summary>"Anna Berg, 12, of ...": an age behind capitals makes them a person's name.</summary>
    private bool IsAgeAfter(int end)
    {
        if (end >= tokens.Count || Gap(end).Trim() is not ("," or "(") || tokens[end].Marked is not ("#" or "##")) return false;
        var after = sentence.AsSpan(tokens[end].End);
        return after is [] or [',' or ')' or ';' or '.', ..] || end + 1 < tokens.Count && tokens[end + 1].Plain is "tuoi" or "years" or "year";
    }

    private int Run(int at)
    {
        var end = at + 1;
        while (end < tokens.Count && end - at < Longest && IsCapital(end) && Gap(end) is " " or "-" && (Role(end, 1) & (NameRole.AfterSchool | NameRole.AfterPlace)) == NameRole.None) end++;
        return end - at;
    }

    private bool IsNone(int at, NameRole own) =>
        own.HasFlag(NameRole.NoName) || at + 1 < tokens.Count && IsTied(at + 1, at + 1) && (Role(at, 2) & (Before | NameRole.NoName)) != NameRole.None || tokens[at].Word.Names.NotAName;

    private static bool HasLower(string sentence)
    {
        foreach (var c in sentence) if (char.IsLower(c)) return true;
        return false;
    }

    /// <summary>Beyond its first letter.</summary>
    private static bool HasCapital(string sentence)
    {
        for (var i = 1; i < sentence.Length; i++) if (char.IsUpper(sentence[i])) return true;
        return false;
    }

    private NameRole Role(int at, int length) => Names.RoleOf(CollectionsMarshal.AsSpan(tokens).Slice(at, length), bare);

    private bool IsCapital(int at) => tokens[at].Word.IsSpelt && char.IsUpper(sentence[tokens[at].Start]);

    private bool IsShort(int at)
    {
        var end = tokens[at].End;
        return end < sentence.Length && sentence[end] == '.' && Initials.IsCluster(sentence.AsSpan(tokens[at].Start, tokens[at].Length));
    }

    /// <summary>Whether only spaces stand before each of these tokens.</summary>
    private bool IsTied(int first, int last)
    {
        for (var i = first; i <= last; i++) if (Gap(i) is not " ") return false;
        return true;
    }

    /// <summary>What stands between a token and the one before it.</summary>
    private ReadOnlySpan<char> Gap(int at) => sentence.AsSpan()[tokens[at - 1].End..tokens[at].Start];
}
