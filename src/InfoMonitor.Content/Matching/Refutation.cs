namespace InfoMonitor.Content.Matching;

/// <summary>Whether a stretch of text calls something false, or insists on it against those who do.</summary>
internal static class Refutation
{
    /// <summary>Words between what is said and the word that calls it false: "ai bảo (đó là) tin giả".</summary>
    private const int Near = 4;

    /// <summary>Words between the word that calls something false and what mocks it: "it is false, (that is) how you know".</summary>
    private const int Close = 2;

    private static readonly Words Who = new("ai"), Saying = new("bảo", "nói", "kêu", "gọi", "cho", "call", "calls", "called", "say", "says", "said");

    /// <summary>Behind what others call false: the text goes on against them.</summary>
    private static readonly Words Against = new("nhưng", "kệ", "mặc", "mà", "but", "though", "yet");

    /// <summary>"Ai nói vậy là sai" calls false what is said.</summary>
    private static readonly Words Pointing = new("vậy", "thế", "như", "điều", "này", "so", "that", "this");

    /// <summary>"Đừng tin", "don't believe".</summary>
    private static readonly Words Refusing = new("đừng", "don't", "dont");

    private static readonly Words Naming = new("đó", "đây", "này", "là", "vì", "toàn", "it", "this", "that", "is", "because");

    private static readonly Words Believing = new("tin");

    private static readonly Words Hardly = new("đâu", "chẳng", "chả"), Be = new("phải"), Copula = new("is", "are", "was", "were");

    /// <summary>It calls something false; "this is not fake news" and "ai bảo tin giả thì kệ" do not.</summary>
    public static bool Refutes(ClaimText text) => text.Meanings.Exists(meaning => meaning.Id == Thesaurus.Refute && !IsNegated(text, meaning) && !Negates(text, meaning) && !IsDenied(text, meaning) && !IsDoubted(text, meaning));

    /// <summary>It says that what is called false is true: "không phải tin giả đâu", "they call it a hoax, but", "đừng tin mấy bài bác bỏ", "bác bỏ chỉ để che giấu".</summary>
    public static bool Insists(ClaimText text) => text.Meanings.Exists(meaning => meaning.Id == Thesaurus.Refute && (IsDenied(text, meaning) || IsDoubted(text, meaning)));

    /// <summary>"Không phải", which calls false what stands before it, stands before another such word.</summary>
    private static bool Negates(ClaimText text, Meaning refuting) =>
        text.Meanings.Exists(other => other.Id == Thesaurus.Refute && other.First - (refuting.First + refuting.Count) is 0 or 1 && text.IsNegated(other.First) && Not(text).Exists(not => not.First == refuting.First));

    /// <summary>A negation reaches it; not that of "who cannot is wrong".</summary>
    private static bool IsNegated(ClaimText text, Meaning refuting) => text.IsNegated(refuting.First) && !Copula.Has(text, Math.Max(0, refuting.First - 1));

    /// <summary>A negation stands right before it, or a word before it ("không phải là tin giả", "not a hoax").</summary>
    private static bool IsDenied(ClaimText text, Meaning refuting) =>
        refuting.First > 1 && Be.Has(text, refuting.First - 1) && Hardly.Has(text, refuting.First - 2) || IsNegated(text, refuting) && text.Meanings.Exists(other => (other.Id == Thesaurus.Not || other.Id == Thesaurus.Refute && Negates(text, other)) && refuting.First - (other.First + other.Count) is 0 or 1);

    /// <summary>"Bác bỏ chỉ để che giấu", "ăn lương để bác bỏ", "họ nói không đúng, ai tin?": what mocks stands right by the word that calls something false. Further off it is of the claim ("tin xóa camera để che giấu là sai").</summary>
    private static bool IsMocked(ClaimText text)
    {
        var asks = text.Words.Count > 2 && Who.Has(text, text.Words.Count - 2) && Believing.Has(text, text.Words.Count - 1);
        return text.Meanings.Exists(refuting => refuting.Id == Thesaurus.Refute && (asks && refuting.First + refuting.Count <= text.Words.Count - 2
            || text.Meanings.Exists(other => other.Id == Thesaurus.Deride && (other.First - (refuting.First + refuting.Count) is >= 0 and <= Close || other.First + other.Count == refuting.First))));
    }

    private static bool IsDoubted(ClaimText text, Meaning refuting)
    {
        var (first, end) = (refuting.First, refuting.First + refuting.Count);
        if (IsMocked(text)) return true;
        // "Đừng tin mấy bài bác bỏ": neither of the two calls anything else false.
        if (text.Meanings.Exists(other => other.Id == Thesaurus.Refute && (IsObject(text, other, refuting) || IsObject(text, refuting, other)))) return true;
        for (var i = first - 1; i >= Math.Max(0, first - Near); i--)
        {
            if (!Saying.Has(text, i)) continue;
            if (i > 0 && Who.Has(text, i - 1) && !Enumerable.Range(i + 1, first - i - 1).Any(k => Pointing.Has(text, k))) return true;
            if (Enumerable.Range(end, Math.Min(Near - 1, text.Words.Count - end)).Any(k => Against.Has(text, k))) return true;
        }
        return false;
    }

    /// <summary>The one refuses the other: nothing between them says what else is refused ("đừng tin, đó là tin giả").</summary>
    private static bool IsObject(ClaimText text, Meaning refusing, Meaning refused) =>
        Refusing.Has(text, refusing.First) && refused.First - (refusing.First + refusing.Count) is >= 0 and < Near and var gap && !Enumerable.Range(refused.First - gap, gap).Any(i => Naming.Has(text, i));

    private static List<Meaning> Not(ClaimText text) => text.Meanings.FindAll(meaning => meaning.Id == Thesaurus.Not);

    /// <summary>Words as written; without their accents too in a text that has none.</summary>
    private sealed class Words(params string[] words)
    {
        private readonly HashSet<ulong> marked = [.. words.Select(word => ClaimText.FormOf(word).MarkedKey)], plain = [.. words.Select(word => ClaimText.FormOf(word).Key)];

        public bool Has(ClaimText text, int at) => marked.Contains(text.Words[at].Form.MarkedKey) || text.Bare && plain.Contains(text.Words[at].Key);
    }
}
