using System.Text.RegularExpressions;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Classification;

/// <summary>Who passes a text on with a few words of their own: "Chia sẻ lại bài của một người bạn:", "Bạn tôi viết rất đúng:", "My friend wrote this:", "Forwarded:".</summary>
/// <remarks>"Anh hàng xóm nói: ..." is none: what somebody is said to have said may be reported, and a report keeps who said it.</remarks>
internal static partial class Senders
{
    /// <summary>Characters in which they stand, the colon included.</summary>
    private const int Longest = 80;

    /// <summary>The text with such words blanked, so that every offset holds: they say nothing in it.</summary>
    public static string Blank(string text)
    {
        var colon = text.AsSpan(0, Math.Min(text.Length, Longest)).IndexOf(':');
        return colon > 0 && !text.AsSpan(colon + 1).IsWhiteSpace() && PassesOn().IsMatch(Folding.Fold(text[..colon])) ? string.Concat(new string(' ', colon + 1), text.AsSpan(colon + 1)) : text;
    }

    [GeneratedRegex("""
        ^ (?: (?:xin[ ])? (?:chia[ ]se|share|dang|chep|copy|repost) (?:[ ](?:lai|ve|giup|ho))* (?:[ ](?:bai|loi|y|tin)(?:[ ](?:viet|nhan))?(?:[ ]nay)?)? (?:[ ](?:cua|tu|ho|giup|cho)[ ](?:(?:mot|1)[ ])?(?:nguoi[ ])?(?:ban|quen|anh|chi|co|chu|bac|em|di)(?:[ ](?:toi|minh|tui|em))?)?
            | (?:loi|bai|y) [ ](?:cua|tu)[ ] (?:(?:mot|1)[ ])?(?:nguoi[ ])?(?:ban|quen|anh|chi|co|chu|bac|em|di)(?:[ ](?:toi|minh|tui|em))?
            | (?:(?:mot|1)[ ])?(?:nguoi[ ])?(?:ban|anh|chi|co|chu|bac|em|di)(?:[ ](?:toi|minh|tui))? [ ] (?:viet(?:[ ](?:rat|qua))?(?:[ ](?:dung|hay|chuan))? | noi(?:[ ](?:rat|qua))?[ ](?:dung|hay|chuan)) (?:[ ](?:nay|nhu[ ]sau))?
            | (?:a|my) [ ] (?:friend|neighbou?r|colleague|cousin|aunt|uncle)(?:[ ]of[ ]mine)? [ ] (?:wrote|writes|posted|sent[ ]me|put[ ]it[ ]well) (?:[ ]this)?
            | (?:reposting|repost|sharing|shared|forwarded|forwarding|fwd) (?:[ ]this)? (?:[ ](?:from|for)[ ](?:a[ ]|my[ ])?(?:friend|neighbou?r|colleague|cousin|aunt|uncle)(?:[ ]of[ ]mine)?)? ) $
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PassesOn();
}
