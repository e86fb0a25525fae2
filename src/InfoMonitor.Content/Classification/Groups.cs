using System.Reflection;
using System.Text;

namespace InfoMonitor.Content.Classification;

/// <summary>Names of protected groups, which some models see as one token: the bias of a group's name in the training data then cannot reach a score.</summary>
internal static class Groups
{
    public const string Name = "<group>";

    /// <summary>As a word of the thesaurus.</summary>
    public static readonly ulong Key = Features.Hash(Name);

    /// <summary>Words that say nothing of the group beside them, with accents: neither may the two together.</summary>
    private static readonly HashSet<string> Thin = new(StringComparer.Ordinal)
    {
        Name, "a", "an", "the", "this", "that", "these", "those", "all", "any", "some", "every", "many", "most", "more", "other", "few", "two", "is", "are", "was", "were", "be", "been", "being", "am", "do", "does", "did", "will",
        "would", "can", "could", "have", "has", "had", "i", "you", "we", "they", "he", "she", "it", "my", "our", "your", "their", "his", "her", "them", "of", "to", "in", "on", "at", "for", "from", "with", "by", "and", "or", "like", "who",
        "là", "các", "những", "mấy", "một", "mọi", "người", "dân", "của", "ở", "trong", "thì", "mà", "có", "và", "với", "cho", "cũng", "này", "đó", "ấy", "nào", "rất", "tôi", "mình", "bạn", "anh", "chị", "em", "ông", "bà", "cô", "chú", "được",
    };

    private static readonly Dictionary<ulong, List<GroupName>> ByFirst = Read();

    public static bool IsThin(Token token) => Thin.Contains(token.Marked);

    /// <summary>The same tokens with each group's name as one token; the same list when none is named.</summary>
    public static List<Token> Merge(List<Token> tokens)
    {
        List<Token>? merged = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var length = LengthAt(tokens, i);
            if (length > 0)
            {
                merged ??= tokens[..i];
                var last = tokens[i + length - 1];
                merged.Add(new Token(tokens[i].Start, last.End - tokens[i].Start, Word.Of(Name)));
                i += length - 1;
            }
            else merged?.Add(tokens[i]);
        }
        return merged ?? tokens;
    }

    public static GroupName[] BeginningWith(Word word) => ByFirst.TryGetValue(word.PlainHash, out var names) ? [.. names] : [];

    /// <summary>How many tokens the longest group's name that begins here has; 0 when none does.</summary>
    public static int LengthAt(List<Token> tokens, int at)
    {
        foreach (var name in tokens[at].Word.Groups) // longest first
            if (at + name.Words.Length <= tokens.Count && name.Stands(tokens, at)) return name.Words.Length;
        return 0;
    }

    private static Dictionary<ulong, List<GroupName>> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("InfoMonitor.Content.Classification.groups.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var names = new Dictionary<ulong, List<GroupName>>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var written = line[0] == '=';
            var tokens = Tokens.Of(written ? line.AsSpan(1) : line, 0);
            if (!names.TryGetValue(tokens[0].PlainHash, out var list)) names[tokens[0].PlainHash] = list = [];
            list.Add(new GroupName([.. tokens], written));
        }
        foreach (var list in names.Values) list.Sort((a, b) => b.Words.Length - a.Words.Length);
        return names;
    }

    internal sealed record GroupName(Token[] Words, bool AsWritten)
    {
        public bool Stands(List<Token> tokens, int at)
        {
            // One syllable without its accents is too little ("cham" may be four words): only as written.
            var loose = !AsWritten && Words.Length > 1;
            for (var i = 0; i < Words.Length; i++)
            {
                var token = tokens[at + i];
                if (token.MarkedHash != Words[i].MarkedHash && !(loose && token.PlainHash == Words[i].PlainHash && token.MarkedHash == token.PlainHash)) return false;
            }
            return true;
        }
    }
}
