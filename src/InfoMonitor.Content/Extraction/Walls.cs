using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>Short pages that stand in front of a text or in place of it, told by two things together: what they speak of, and what they ask of their reader.
/// News of such things has the first alone.</summary>
internal static partial class Walls
{
    /// <summary>The longest notice of its kind that was seen.</summary>
    private const int LongestNotice = 500;
    private const int LongestConsent = 1_000;

    /// <summary>Why the page is no article, for people; null when it is none of these.</summary>
    public static string? ReasonFor(string text, string title, IHtmlDocument document)
    {
        if (text.Length is 0 or > LongestConsent) return null;
        var said = Folding.Fold($"{title}. {text}");
        if (Cookies().IsMatch(said) && Pressing().IsMatch(said)) return "the page asks for consent before it shows anything";
        if (text.Length > LongestNotice) return null;
        if (Robots().IsMatch(said) && ToGoOn().IsMatch(said)) return "the page asks whether its reader is a person";
        if (Age().IsMatch(said) && Confirming().IsMatch(said)) return "the page asks its reader's age";
        if (Gone().IsMatch(said) && Elsewhere().IsMatch(said)) return "the page says that there is nothing at this address";
        if (LogIn().IsMatch(said) && document.QuerySelector("input[type=password]") is not null) return "the page asks its reader to log in";
        return null;
    }

    /// <summary>A line that sells the rest of the article, or asks for an account to read it: "Đăng nhập để đọc tiếp", "Subscribe to continue reading".</summary>
    public static bool IsPayLine(string line) => line.Length <= 200 && PayLine().IsMatch(Folding.Fold(line));

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    // All folded: no accents, no capitals. [^.!?] keeps to one sentence.
    [GeneratedRegex(@"\b(cookies?|tep nho|du lieu cua (ban|quy)|doi tac|ben thu ba|your data|third part(y|ies)|our partners)\b.*\b(cookies?|thiet bi|lua chon|quyen rieng tu|device|privacy|choices?|preferences)\b", Options, 2000)]
    private static partial Regex Cookies();

    [GeneratedRegex(@"\b(bam|nhan|nhap|chon|click(ing)?|press(ing)?|tap(ping)?|select(ing)?)( vao)?( nut| on)?[ ""'“]+(dong y|chap nhan|tat ca|cho phep|accept|agree|allow|ok)\b", Options, 2000)]
    private static partial Regex Pressing();

    [GeneratedRegex(@"\b(ma (xac nhan|xac thuc|bao ve|bao mat|captcha)|captcha|khong phai (la )?(robot|nguoi may)|not a robot|truy cap bat thuong|unusual (traffic|activity)|you are (a )?human)\b", Options, 2000)]
    private static partial Regex Robots();

    [GeneratedRegex(@"\bde tiep tuc\b|\b(vui long|hay|xin) (xac (minh|nhan|thuc)|nhap)\b|\bto (continue|proceed)\b|\bplease (verify|confirm|enter|complete)\b", Options, 2000)]
    private static partial Regex ToGoOn();

    [GeneratedRegex(@"\b(tren|du|tu) (1[68]|21) tuoi\b|\b(1[68]|21) tuoi tro len\b|\b(over|under|at least|aged?) (1[68]|21)\b|\b(1[68]|21) (years|or older)\b", Options, 2000)]
    private static partial Regex Age();

    [GeneratedRegex(@"\b(ban|quy (vi|khach)) (xac nhan|da du|dong y|co phai)\b|\bxac nhan do tuoi\b|\b(you (confirm|must be|are of)|are you|verify your age|confirm your age)\b", Options, 2000)]
    private static partial Regex Confirming();

    [GeneratedRegex(@"\b(bai viet|trang|lien ket|duong dan|noi dung|dia chi|tin bai|tai lieu|page|article|story|link|address|content)\b[^.!?]{0,70}\b(khong (con )?(ton tai|co tren|duoc tim thay|hien thi|kha dung)|khong tim thay|(da )?het han|da (bi|duoc) (go|xoa|di chuyen)|(does not|doesn't|no longer) exists?|(is )?no longer available|(could not|can't|cannot) be found|(has|have) been (removed|deleted|moved))\b", Options, 2000)]
    private static partial Regex Gone();

    [GeneratedRegex(@"\b(vui long|xin|moi|hay|ban se|co the)\b[^.!?]{0,60}\b(trang chu|(quay|tro) (lai|ve) trang|kiem tra (lai )?(duong dan|dia chi|lien ket)|ban bien tap|quan tri vien)\b|\b(please|go back|return|try|back to)\b[^.!?]{0,60}\b(home|homepage|home page|front page|the (address|url|link))\b", Options, 2000)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\b(vui long|de nghi|moi|hay|xin|ban (can|phai)|please|you (must|need to)) (quy (vi|khach) )?(dang nhap|log ?in|sign ?in)\b", Options, 2000)]
    private static partial Regex LogIn();

    [GeneratedRegex(@"\b(dang nhap|dang ky|mua|nang cap|subscribe|sign ?(in|up)|log ?in|register)\b[^.!?]{0,60}\b(de|to) ((doc|xem) (tiep|(toan bo|day du|het) (bai|noi dung)|noi dung|bai viet)|tiep tuc (doc|xem)|(read|continue|keep reading|unlock|view))\b|\b(bai viet|noi dung|article|content)\b[^.!?]{0,30}\b(danh (rieng )?cho (thanh vien|hoi vien|thue bao)|for (subscribers|members))\b", Options, 2000)]
    private static partial Regex PayLine();
}
