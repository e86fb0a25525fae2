using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace InfoMonitor.Content.Classification;

/// <summary>A word in its place.</summary>
/// <param name="Start">Where it stands, in UTF-16 code units of the text.</param>
internal readonly record struct Token(int Start, int Length, Word Word)
{
    public int End => Start + Length;

    /// <inheritdoc cref="Word.Marked"/>
    public string Marked => Word.Marked;

    /// <inheritdoc cref="Word.Plain"/>
    public string Plain => Word.Plain;

    public ulong MarkedHash => Word.MarkedHash;

    public ulong PlainHash => Word.PlainHash;
}

/// <summary>Splits text into words, masked tokens ([PHONE]), marks that carry meaning (? quotes %) and emoji.</summary>
internal static class Tokens
{
    // Short forms of Vietnamese chat, already without accents. Spelling only: none of them judges anything.
    private static readonly Dictionary<string, string> Chat = new(StringComparer.Ordinal)
    {
        ["ko"] = "khong", ["k"] = "khong", ["kg"] = "khong", ["hok"] = "khong", ["hem"] = "khong", ["khg"] = "khong", ["kh"] = "khong", ["hk"] = "khong",
        ["dc"] = "duoc", ["dk"] = "duoc", ["đc"] = "duoc", ["vs"] = "voi", ["j"] = "gi", ["z"] = "vay", ["v"] = "vay", ["ng"] = "nguoi", ["ngta"] = "nguoi",
        ["mk"] = "minh", ["mik"] = "minh", ["bt"] = "biet", ["r"] = "roi", ["ck"] = "chong", ["vk"] = "vo", ["trc"] = "truoc", ["cx"] = "cung", ["cg"] = "cung",
        ["nx"] = "nua", ["lm"] = "lam", ["hc"] = "hoc", ["bn"] = "ban", ["ae"] = "anh", ["mn"] = "moi", ["t"] = "tao", ["m"] = "may", ["nv"] = "nhan", ["lđ"] = "lao",
        ["tn"] = "the", ["ntn"] = "the", ["gd"] = "gia", ["qá"] = "qua", ["wa"] = "qua", ["lun"] = "luon", ["thik"] = "thich", ["iu"] = "yeu", ["ny"] = "nguoi",
        ["fai"] = "phai", ["ak"] = "a", ["uk"] = "u", ["rùi"] = "roi", ["rui"] = "roi", ["chx"] = "chua", ["ms"] = "moi", ["bik"] = "biet", ["bít"] = "biet", ["zậy"] = "vay", ["zay"] = "vay",
    };

    private static readonly char[] PlainLetters = MakePlain();

    public static List<Token> Of(ReadOnlySpan<char> text, int offset)
    {
        var tokens = new List<Token>(text.Length / 5 + 4);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c == '[' && Masked(text[i..]) is var masked and > 0)
            {
                tokens.Add(new Token(offset + i, masked, Word.Of(text.Slice(i, masked).ToString().ToLowerInvariant())));
                i += masked;
            }
            else if (Initials(text, i) is var initials and > 0)
            {
                if (tokens.Count == 0 || tokens[^1].Marked != "<initials>") tokens.Add(new Token(offset + i, initials, Word.Of("<initials>")));
                i += initials;
            }
            else if (IsWord(c))
            {
                if (Joined(text, i, out var end) is { } joined)
                {
                    tokens.Add(new Token(offset + i, end - i, Word.Of(joined)));
                    i = end;
                    continue;
                }
                end = i + 1;
                while (end < text.Length && (IsWord(text[end]) || IsJoint(text, end))) end++;
                var word = char.IsUpper(c) && end == i + 1 && !IsInitial(text, i) ? Word.Of([char.ToLowerInvariant(c)]) : Word.Of(text[i..end]);
                tokens.Add(new Token(offset + i, end - i, word));
                i = end;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length)
            {
                tokens.Add(new Token(offset + i, 2, Word.Of(text.Slice(i, 2))));
                i += 2;
            }
            else
            {
                if (Sign(c) is { } sign && (tokens.Count == 0 || tokens[^1].Marked != sign)) tokens.Add(new Token(offset + i, 1, Word.Of(sign)));
                i++;
            }
        }
        return tokens;
    }

    /// <summary>What a word as it is written comes to: with accents, and without.</summary>
    public static (string Marked, string Plain) Forms(ReadOnlySpan<char> text)
    {
        Span<char> marked = text.Length <= 64 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        var (digits, letters) = (0, 0);
        foreach (var raw in text)
        {
            var c = char.ToLowerInvariant(raw);
            if (char.IsDigit(c)) digits++;
            else letters++;
            // "quáááá" is "quáá", whatever the number; double letters are spelling ("xoong").
            if (length >= 2 && marked[length - 1] == c && marked[length - 2] == c) continue;
            marked[length++] = c;
        }
        if (letters == 0)
        {
            var number = digits switch { 1 => "#", 2 => "##", 3 => "###", 4 when marked[0] == '1' && marked[1] >= '7' => "1###", 4 => "####", _ => "#####" }; // "1975" is a year gone by
            return (number, number);
        }
        // "11B2", "3D": a school class, a flat.
        if (digits > 0 && letters <= 2 && digits + letters <= 5 && char.IsDigit(text[0])) return ("<class>", "<class>");
        if (letters == 1 && digits == 0 && char.IsUpper(text[0])) return ("<initials>", "<initials>");
        marked = marked[..length];
        Latin(marked);
        PlaceTone(marked);
        Span<char> plain = length <= 64 ? stackalloc char[length] : new char[length];
        for (var i = 0; i < length; i++) plain[i] = digits > 0 && letters > 1 ? Letter(Plain(marked[i])) : Plain(marked[i]);
        var key = plain.ToString();
        return (marked.ToString(), Chat.GetValueOrDefault(key, key));
    }

    /// <summary>Letters of another script that look like Latin ones, in a word that has Latin ones too.</summary>
    private static void Latin(Span<char> word)
    {
        const string Letters = "aeopcxyisjhdoav";
        if (!word.ContainsAny(Alikes) || !word.ContainsAnyInRange('a', 'z')) return;
        for (var i = 0; i < word.Length; i++)
            if (Alike.IndexOf(word[i], StringComparison.Ordinal) is >= 0 and var at) word[i] = Letters[at];
    }

    private const string Alike = "аеорсхуіѕјһԁοαν";
    private static readonly SearchValues<char> Alikes = SearchValues.Create(Alike);

    /// <summary>Old and new placement of the tone in open oa, oe, uy become one ("hòa", "hoà").</summary>
    private static void PlaceTone(Span<char> word)
    {
        if (word.Length < 2) return;
        ref var first = ref word[^2];
        ref var last = ref word[^1];
        var (vowels, targets) = last switch
        {
            'a' => ("òóỏõọ", "àáảãạ"),
            'e' => ("òóỏõọ", "èéẻẽẹ"),
            'y' when word.Length < 3 || word[^3] != 'q' => ("ùúủũụ", "ỳýỷỹỵ"),
            _ => ("", ""),
        };
        var tone = vowels.IndexOf(first, StringComparison.Ordinal);
        if (tone < 0) return;
        first = last == 'y' ? 'u' : 'o';
        last = targets[tone];
    }

    /// <summary>Length of a name cut to its initials ("N.T.H", "H.", "n.t.h"), not inside a word; 0 when there is none.</summary>
    private static int Initials(ReadOnlySpan<char> text, int at)
    {
        if (!char.IsLetter(text[at]) || at > 0 && (IsWord(text[at - 1]) || text[at - 1] == '.')) return 0;
        var capital = char.IsUpper(text[at]);
        var end = at;
        while (end + 1 < text.Length && char.IsLetter(text[end]) && char.IsUpper(text[end]) == capital && text[end + 1] == '.') end += 2;
        if (end > at && end < text.Length && char.IsLetter(text[end]) && char.IsUpper(text[end]) == capital && (end + 1 == text.Length || !IsWord(text[end + 1]))) end++;
        // One letter with a full stop may be "A." at the end of a sentence; it is a name just the same.
        if (end == at || end < text.Length && IsWord(text[end])) return 0;
        return capital || AreSmallInitials(text, at, end) ? end - at : 0;
    }

    /// <summary>Whether small letters with full stops are a name's: not "v.v." or "e.g.", nor a word spaced out; one letter only where it is no word of chat, and the text has no capitals.</summary>
    private static bool AreSmallInitials(ReadOnlySpan<char> text, int at, int end)
    {
        Span<char> letters = stackalloc char[MostInitials];
        var count = 0;
        for (var i = at; i < end; i += 2)
        {
            if (count == MostInitials) return false;
            letters[count++] = text[i];
        }
        letters = letters[..count];
        return count switch
        {
            1 => Text.Initials.Small.Contains(letters[0]) && end < text.Length && !Has(Kinds, WordBefore(text, at)) && !text.ContainsAnyInRange('A', 'Z'),
            < SpacedOut => !Has(Abbreviations, letters),
            _ => !letters.ContainsAnyExcept(Consonants),
        };
    }

    private const int MostInitials = 5;

    /// <summary>A word spaced out has a letter beside these.</summary>
    private static readonly SearchValues<char> Consonants = SearchValues.Create("bcdđghklmnpqrstvx");

    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(["vv", "tp", "tt", "eg", "ie", "am", "pm", "us", "uk", "un", "eu", "dc", "nb", "ps", "aka", "rip", "fyi"], StringComparer.Ordinal);

    /// <summary>Whether one capital without a full stop is a name's: not "I" nor a vowel that carries a mark ("Ở", "Ô tô"), the "Y" of "Y tế", the letter of a kind ("vitamin A", "có H", "F-35"), nor a word that opens a sentence ("A man").</summary>
    private static bool IsInitial(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c == 'I' || Plain(c) != c && c != 'Đ' || at + 2 < text.Length && text[at + 1] == '-' && IsWord(text[at + 2])) return false;
        var before = WordBefore(text, at);
        var next = NextWord(text, at);
        if (c == 'Y' && Has(BesideY, next) || c == 'E' && next is "De" or "DE" || Has(Kinds, before) || c == 'H' && Has(BeforeH, before)) return false;
        if (c is not ('A' or 'E' or 'O' or 'U' or 'Y') || next.IsEmpty || Has(BehindInitial, next)) return true;
        return !Opens(text, at) && !(c == 'A' && IsShouted(before) && IsShouted(next));
    }

    /// <summary>Two capitals or more and nothing else, without accents: around an "A" it is the article ("SHARE A STREET").</summary>
    private static bool IsShouted(ReadOnlySpan<char> word) => word.Length > 1 && !word.ContainsAnyExceptInRange('A', 'Z');

    /// <summary>Nothing stands before it in its sentence.</summary>
    private static bool Opens(ReadOnlySpan<char> text, int at) => text[..at].TrimEnd() is [] or [.., '.' or '!' or '?' or ':' or '"' or '“' or '-' or '–' or '\n'];

    /// <summary>So many letters in a row, of which one in so many is a capital, are a word spaced out.</summary>
    private const int SpacedOut = 4;

    /// <summary>Letters of one such word: a longer stretch becomes several.</summary>
    private const int MostSpacedOut = 100;

    /// <summary>Words spaced out letter by letter ("g i ế t", "g.i.ế.t"), as one word: which letters belong together nobody wrote. Its runs of letters are those of the words.</summary>
    /// <param name="end">Where the last letter ends.</param>
    private static string? Joined(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        var (letters, capitals) = (0, 0);
        for (var i = at; i < text.Length && letters < MostSpacedOut && StandsAlone(text, i); i += 2)
        {
            letters++;
            if (char.IsUpper(text[i])) capitals++;
            end = i + 1;
            if (end < text.Length && text[end] is not (' ' or '.' or '-')) break;
        }
        if (letters < SpacedOut || capitals * SpacedOut > letters) return null;
        Span<char> word = stackalloc char[letters];
        for (var i = 0; i < letters; i++) word[i] = char.ToLowerInvariant(text[at + 2 * i]);
        return word.ToString();
    }

    /// <summary>Second syllables of words that begin with "y".</summary>
    private static readonly FrozenSet<string> BesideY = FrozenSet.ToFrozenSet(["tế", "tá", "sĩ", "bác", "dược", "te", "ta", "si", "bac", "duoc"], StringComparer.OrdinalIgnoreCase);

    /// <summary>HIV is called "H".</summary>
    private static readonly FrozenSet<string> BeforeH = FrozenSet.ToFrozenSet(["có", "nhiễm", "co", "nhiem"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Before the letter of a kind, a class or a building; with accents and without.</summary>
    private static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet(
    [
        "vitamin", "gan", "nhóm", "khối", "loại", "hạng", "bảng", "điểm", "tổ", "lô", "cúm", "dãy", "khu", "tòa", "toà", "nhà", "cột", "máu", "mục", "đề", "câu", "độ", "đài", "chữ", "tố", "gói", "type", "group", "class", "grade", "plan", "block", "hepatitis", "influenza", "row", "column", "section", "part", "option",
        "nhom", "khoi", "loai", "hang", "bang", "diem", "to", "lo", "cum", "day", "toa", "nha", "cot", "mau", "muc", "de", "cau", "do", "dai", "chu", "goi",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>Behind a name cut to its initial where it opens a sentence: what somebody is, does or suffers.</summary>
    private static readonly FrozenSet<string> BehindInitial = FrozenSet.ToFrozenSet(
    [
        "bị", "là", "kể", "nói", "và", "từng", "được", "đã", "đang", "ở", "sinh", "quê", "học", "mới", "vừa", "bi", "la", "ke", "noi", "va", "tung", "duoc", "da", "dang", "sinh", "que", "hoc", "moi", "vua",
        "is", "was", "has", "had", "and", "said", "told", "lives", "lived", "who",
    ], StringComparer.OrdinalIgnoreCase);

    private static bool Has(FrozenSet<string> words, ReadOnlySpan<char> word) => !word.IsEmpty && words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int at)
    {
        if (at < 2 || text[at - 1] != ' ') return [];
        var start = at - 1;
        while (start > 0 && IsWord(text[start - 1])) start--;
        return text[start..(at - 1)];
    }

    private static ReadOnlySpan<char> NextWord(ReadOnlySpan<char> text, int at)
    {
        if (at + 2 >= text.Length || text[at + 1] != ' ') return [];
        var end = at + 2;
        while (end < text.Length && IsWord(text[end])) end++;
        return text[(at + 2)..end];
    }

    private static bool StandsAlone(ReadOnlySpan<char> text, int at) => char.IsLetter(text[at]) && (at == 0 || !IsWord(text[at - 1])) && (at + 1 == text.Length || !IsWord(text[at + 1]));

    private static int Masked(ReadOnlySpan<char> text)
    {
        var end = 1;
        while (end < text.Length && end < 12 && char.IsAsciiLetterUpper(text[end])) end++;
        return end > 1 && end < text.Length && text[end] == ']' ? end + 1 : 0;
    }

    public static bool IsWord(char c) => char.IsLetterOrDigit(c) || c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>An apostrophe or a point inside a word ("H'Mông", "don't", "1.500").</summary>
    private static bool IsJoint(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && (text[at] is '\'' or '’' && char.IsLetter(text[at + 1]) || text[at] is '.' or ',' && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]));

    private static string? Sign(char c) => c switch
    {
        '?' or '？' => "?",
        '"' or '“' or '”' or '«' or '»' => "\"",
        '%' => "%",
        ':' => ":",
        _ when c >= 0x2600 && char.IsSymbol(c) => c.ToString(),
        _ => null,
    };

    private static char Letter(char c) => c switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', _ => c };

    private static char Plain(char c) => c < PlainLetters.Length ? PlainLetters[c] : c;

    private static char[] MakePlain()
    {
        var plain = new char[0x1F00];
        for (var c = 0; c < plain.Length; c++)
        {
            plain[c] = (char)c;
            if (c is < 0xC0 or >= 0x370 and < 0x1E00) continue;
            var first = ((char)c).ToString().Normalize(NormalizationForm.FormD)[0];
            plain[c] = c is 'đ' or 'Đ' ? 'd' : first;
        }
        return plain;
    }
}
