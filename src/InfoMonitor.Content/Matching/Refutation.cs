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

    private static readonly Words Naming = new("đó", "đây", "này", "là", "vì", "toàn", "đã", "it", "this", "that", "is", "because", "has", "have");

    /// <summary>First words of what somebody does who calls something false, and of what only the guilty do, which calls nothing so.</summary>
    private static readonly Words Denying = new("bác", "phủ", "deny", "denied", "denies"), Evading = new("chối", "cãi");

    /// <summary>"Tin giả hay không thì ..." minds no denial; "tin giả hay không?" asks.</summary>
    private static readonly Words Or = new("hay", "or"), Other = new("không", "thật", "tin", "not", "real", "true");

    private static readonly Words Of = new("of", "dĩ", "tất", "đương"), Course = new("course", "nhiên");

    private static readonly Words Believing = new("tin");

    /// <summary>What minds no denial, word by word: behind the word that calls something false ("tin nhảm cũng được", "sai vì sợ mất ghế", "bác bỏ để trấn an", "đính chính cho có").</summary>
    private static readonly (Words First, Words Second)[] Minding =
    [
        (new("cũng"), new("được", "kệ", "chịu", "mặc")), (new("vì"), new("sợ")), (new("để"), new("trấn", "xoa", "giữ", "bịt", "che", "ém")), (new("cho"), new("có")),
    ];

    /// <summary>What turns about what was thought or denied: "tưởng là bịa, ai ngờ", "phủ nhận nhưng ai cũng biết", "bị xóa vì sai sự thật, tôi đăng lại".</summary>
    private static readonly (Words First, Words Second)[] Turning =
        [(new("ai", "nào"), new("ngờ")), (new("hóa", "hoá"), new("ra")), (new("turns", "turned"), new("out")), (new("ai"), new("cũng")), (new("sự"), new("thật")), (new("the"), new("truth")), (new("everyone", "everybody"), new("knows")), (new("đăng", "post", "chép"), new("lại")), (new("post", "posting"), new("again"))];

    /// <summary>Before the word that calls something false, where what stands behind turns it about.</summary>
    private static readonly Words Thinking = new("tưởng", "nghĩ", "thought"), Removing = new("xóa", "xoá", "gỡ", "removed", "deleted");

    private static readonly Words Go = new("cứ"), On = new("đi"), Rumour = new("đồn", "rumour", "rumor"), Any = new("nào", "every", "any");

    private static readonly Words Spreading = new("tung", "đăng", "loan", "phát", "spread", "spreading"), Fined = new("phạt", "fined");

    private static readonly Words Hardly = new("đâu", "chẳng", "chả"), Be = new("phải"), Copula = new("is", "are", "was", "were");

    /// <summary>It calls something false; "this is not fake news" and "ai bảo tin giả thì kệ" do not.</summary>
    public static bool Refutes(ClaimText text) => TellsOfPunishment(text) || DeniesAtItsEnd(text) || text.Meanings.Exists(meaning => meaning.Id == Thesaurus.Refute && !IsNegated(text, meaning) && !Negates(text, meaning) && !IsDenied(text, meaning) && !IsDoubted(text, meaning));

    /// <summary>It says that what is called false is true: "không phải tin giả đâu", "they call it a hoax, but", "đừng tin mấy bài bác bỏ", "bác bỏ chỉ để che giấu", "they deny it, of course".</summary>
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
        if (IsMocked(text) || IsTurned(text) || IsExpected(text, refuting) || !text.Asks && end + 1 < text.Words.Count && Or.Has(text, end) && Other.Has(text, end + 1)) return true;
        // "Đừng tin mấy bài bác bỏ": neither of the two calls anything else false. Nor does "đừng tin sở chối".
        if (text.Meanings.Exists(other => other.Id == Thesaurus.Refute && (IsObject(text, other, refuting.First) || IsObject(text, refuting, other.First)))) return true;
        if (Enumerable.Range(end, Math.Min(Near, text.Words.Count - end)).Any(i => Evading.Has(text, i) && IsObject(text, refuting, i))) return true;
        // "Kêu tin giả nhưng không phải đâu": each denies the other's.
        if (text.Meanings.Exists(other => other.Id == Thesaurus.Refute && (IsTakenBack(text, refuting, other) || IsTakenBack(text, other, refuting)))) return true;
        for (var i = first - 1; i >= Math.Max(0, first - Near); i--)
        {
            if (!Saying.Has(text, i)) continue;
            if (i > 0 && Who.Has(text, i - 1) && !Enumerable.Range(i + 1, first - i - 1).Any(k => Pointing.Has(text, k))) return true;
            if (Enumerable.Range(end, Math.Min(Near - 1, text.Words.Count - end)).Any(k => Against.Has(text, k))) return true;
        }
        return false;
    }

    /// <summary>The sentence goes on against what calls something false, or does not mind it; then nothing in it does.</summary>
    private static bool IsTurned(ClaimText text) => text.Meanings.Exists(refuting => refuting.Id == Thesaurus.Refute && IsTurned(text, refuting.First, refuting.First + refuting.Count));

    private static bool IsTurned(ClaimText text, int first, int end)
    {
        if (Stands(text, Minding, end, Close)) return true;
        if (Before(text, Go, first, Near) && end < text.Words.Count && On.Has(text, end)) return true;
        if ((Before(text, Thinking, first, Near) || Before(text, Removing, first, Near) || Denying.Has(text, first)) && Stands(text, Turning, end, Near)) return true;
        // "Không phải tin đồn nữa": not so "không phải tin đồn nào cũng sai".
        return Not(text).Exists(not => not.First == first) && Enumerable.Range(end, Math.Min(Close, text.Words.Count - end)).Any(i => Rumour.Has(text, i) && (i + 1 == text.Words.Count || !Any.Has(text, i + 1)));
    }

    private static bool Before(ClaimText text, Words words, int first, int within) => Enumerable.Range(Math.Max(0, first - within), Math.Min(first, within)).Any(i => words.Has(text, i));

    /// <summary>Whether two words follow each other no more than so many words on.</summary>
    private static bool Stands(ClaimText text, (Words First, Words Second)[] pairs, int from, int within) =>
        Enumerable.Range(from, Math.Max(0, Math.Min(within + 1, text.Words.Count - 1 - from))).Any(i => pairs.Any(pair => pair.First.Has(text, i) && pair.Second.Has(text, i + 1)));

    /// <summary>"Người tung tin ... vừa bị phạt": nobody who mocks it says so.</summary>
    private static bool TellsOfPunishment(ClaimText text)
    {
        var spread = Enumerable.Range(0, Math.Max(0, text.Words.Count - 1)).FirstOrDefault(i => Spreading.Has(text, i) && (Believing.Has(text, i + 1) || Rumour.Has(text, i + 1) || i + 2 < text.Words.Count && Rumour.Has(text, i + 2)), -1);
        return spread >= 0 && Enumerable.Range(spread, text.Words.Count - spread).Any(i => Fined.Has(text, i)) && !text.Meanings.Exists(meaning => meaning.Id == Thesaurus.Deride);
    }

    /// <summary>"Chuyện xã thu thẻ hoàn toàn không có."</summary>
    private static bool DeniesAtItsEnd(ClaimText text) =>
        text.Words.Count > 4 && !text.Asks && text.Words[^1].Plain == "co" && text.Words[^2].Plain == "khong" && text.Words[^3].Plain == "toan" && text.Words[^4].Plain == "hoan";

    /// <summary>The one refuses the other: nothing between them says what else is refused ("đừng tin, đó là tin giả").</summary>
    private static bool IsObject(ClaimText text, Meaning refusing, int refused) =>
        Refusing.Has(text, refusing.First) && refused - (refusing.First + refusing.Count) is >= 0 and < Near and var gap && !Enumerable.Range(refused - gap, gap).Any(i => Naming.Has(text, i));

    /// <summary>"Tin giả nhưng không phải đâu".</summary>
    private static bool IsTakenBack(ClaimText text, Meaning refuting, Meaning back) =>
        back.First == refuting.First + refuting.Count + 1 && Against.Has(text, back.First - 1) && Not(text).Exists(not => not.First == back.First);

    /// <summary>"They deny it, of course", "dĩ nhiên sở bác bỏ": as those would who hide something. "It is of course false" is a debunk.</summary>
    private static bool IsExpected(ClaimText text, Meaning refuting) =>
        Denying.Has(text, refuting.First) && Enumerable.Range(1, text.Words.Count - 1).Any(i => Course.Has(text, i) && Of.Has(text, i - 1) && i - (refuting.First + refuting.Count) is <= Near - 1 && refuting.First - i is <= Near - 1);

    private static List<Meaning> Not(ClaimText text) => text.Meanings.FindAll(meaning => meaning.Id == Thesaurus.Not);

    /// <summary>Words as written; without their accents too in a text that has none.</summary>
    private sealed class Words(params string[] words)
    {
        private readonly HashSet<ulong> marked = [.. words.Select(word => ClaimText.FormOf(word).MarkedKey)], plain = [.. words.Select(word => ClaimText.FormOf(word).Key)];

        public bool Has(ClaimText text, int at) => marked.Contains(text.Words[at].Form.MarkedKey) || text.Bare && plain.Contains(text.Words[at].Key);
    }
}
