using System.Buffers;
using System.Collections.Frozen;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Language;

/// <summary>Whether a word can be a Vietnamese syllable, with or without its marks, or one of the short forms people type.</summary>
internal static class VietnameseSyllable
{
    private static readonly string[] Onsets =
        ["ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch", "b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "q", "r", "s", "t", "v", "x", ""];

    private static readonly FrozenSet<string> Rimes = (
        "a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op ot " +
        "u ua uac uai uan uang uanh uat uau uay uc ue uech uen uenh ueo uet ui uit um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt uyu y yem yen yeng yet yeu ynh").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Common short forms of typed Vietnamese that are no syllables.</summary>
    private static readonly FrozenSet<string> Short = (
        "k ko kg kh khg hk hok hong dc đc dk đk j z v vs ntn ms cx cg bn mn mk mik mjk ng nc tr sv vn r m t b c nt ib ae ad cmnr vl vcl vkl vch đm dm clm cc cmn lun thui iu wa bik bit bjk hnay hqua hn sdt tl bt ck vk uk uhm ukm lm nv ns nx nhg nhug trc trk trog " +
        "đg dg đag hc hs gv bs mng mog fai pải pai nhìu nhiu ik iz zậy zay zui zô zo zi zị jờ jo thik thjk rùi zl fb tp hcm bhxh bhyt ubnd").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <param name="word">Lower case, NFC.</param>
    public static bool Is(string word)
    {
        if (word.Length > 7) return false;
        if (Short.Contains(word)) return true;
        var plain = Folding.Fold(word);
        foreach (var onset in Onsets)
            if (plain.StartsWith(onset, StringComparison.Ordinal) && (Rimes.Contains(plain[onset.Length..]) || onset == "gi" && plain is "gi" or "gin")) return true;
        return false;
    }

    private static readonly SearchValues<char> Marks = SearchValues.Create("àáãâèéêìíĩòóõôùúũý");

    /// <summary>Carries any of the marks Vietnamese writes; some are shared with French or Portuguese.</summary>
    public static bool IsMarked(string word) => IsSurelyMarked(word) || word.AsSpan().ContainsAny(Marks);

    /// <summary>Letters that hardly another language writes: đ, ă, ơ, ư, and vowels with two marks, a hook or a dot.</summary>
    public static bool IsSurelyMarked(string word)
    {
        foreach (var c in word)
            if (c is 'đ' or 'ă' or 'ơ' or 'ư' or >= '\u1EA0' and <= '\u1EF9') return true;
        return false;
    }
}
