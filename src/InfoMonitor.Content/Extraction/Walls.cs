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

    /// <summary>What the page is that is no article; null when it is none of these.</summary>
    public static NonArticle? KindOf(string text, string title, IHtmlDocument document)
    {
        if (text.Length is 0 or > LongestConsent) return null;
        var said = Folding.Fold($"{title}. {text}");
        if (Cookies().IsMatch(said) && Speaking().IsMatch(said) && (Pressing().IsMatch(said) || HasButton(document))) return NonArticle.Consent;
        if (text.Length > LongestNotice) return null;
        if (Robots().IsMatch(said) && ToGoOn().IsMatch(said)) return NonArticle.Challenge;
        if (Age().IsMatch(said) && Confirming().IsMatch(said)) return NonArticle.AgeWall;
        if (Price().IsMatch(said) && Offer().IsMatch(said) && Speaking().IsMatch(said)) return NonArticle.LogIn;
        if (Blocker().IsMatch(said)) return NonArticle.AdvertisementWall;
        if (Domain().IsMatch(said)) return NonArticle.Missing;
        if (Redirecting().IsMatch(said)) return NonArticle.Redirect;
        if (Pausing().IsMatch(said) && Regret().IsMatch(said)) return NonArticle.ServerError;
        if (Done().Match(said) is { Success: true } done && done.Index <= title.Length && Speaking().IsMatch(said)) return NonArticle.Confirmation;
        if (Gone().IsMatch(said) && (Elsewhere().IsMatch(said) || (text.Length < ShortestTeaser && Speaking().IsMatch(said)))) return NonArticle.Missing;
        if (LogIn().IsMatch(said) && document.QuerySelector("input[type=password]") is not null) return NonArticle.LogIn;
        return null;
    }

    /// <summary>Links of a page that is a wall and nothing else.</summary>
    private const int MostLinks = 8;

    /// <summary>What pressing accepts or refuses, on a page with little else; a site's banner has it too.</summary>
    private static bool HasButton(IHtmlDocument document) => document.Links.Length <= MostLinks && document.QuerySelectorAll("button, [role=button], input[type=submit], input[type=button]")
        .Any(button => Agreeing().IsMatch(Folding.Fold(Prose.Line(button.GetAttribute("value") ?? button.TextContent))));

    /// <summary>The beginning of an article, and a line that sells the rest of it; of what the page says is not free, a longer one.</summary>
    public static bool IsTeaser(PageReading reading, bool isForSubscribers)
    {
        if (reading.Text.Length > (isForSubscribers ? 2 * LongestTeaser : LongestTeaser)) return false;
        var blocks = reading.Outline.Blocks;
        for (var i = Math.Max(reading.Last, 0); i < Math.Min(blocks.Count, reading.Last + FarthestPayLine); i++)
            if (i != reading.Last && blocks[i] is { LinkShare: < 0.9, Text.Length: <= LongestNotice } && (IsPayLine(blocks[i].Text) || (reading.Text.Length < ShortestTeaser && Folding.Fold(blocks[i].Text) is var sold && Price().IsMatch(sold) && Closed().IsMatch(sold)) || (isForSubscribers && Closed().IsMatch(Folding.Fold(blocks[i].Text))))) return true;
        return false;
    }

    private const int LongestTeaser = 800;
    /// <summary>Below so little, a price by the month is that of the rest.</summary>
    private const int ShortestTeaser = 150;
    /// <summary>Blocks below the text.</summary>
    private const int FarthestPayLine = 4;

    /// <summary>A line that sells the rest of the article, or asks for an account to read it: "Đăng nhập để đọc tiếp", "Subscribe to continue reading".</summary>
    public static bool IsPayLine(string line) => line.Length <= 200 && Folding.Fold(line) is var said && PayLine().IsMatch(said) && (!OfOthers().IsMatch(said) || OfThis().IsMatch(said));

    /// <summary>Folded: what a newsletter or an account brings besides, below an article that is whole.</summary>
    [GeneratedRegex(@"\b(ban tin|thu dien tu|hop thu|(qua|bang) (e-?mail|thu)|newsletters?|inbox|(tin|bai|noi dung)( (bai|tuc|viet))? (moi|khac)|(nhung|cac) (tin|bai) |moi (ngay|sang|tuan)|hang (ngay|tuan)|more (stories|news|articles)|(stories|articles|news) like this|latest (stories|news|articles))\b", Options, 2000)]
    private static partial Regex OfOthers();

    [GeneratedRegex(@"\b((bai( viet| bao)?|noi dung|tin) (nay|tren)|(phan )?con lai|toan (bo|van)|day du|this (article|story|content|page)|the (rest|full|whole|entire))\b", Options, 2000)]
    private static partial Regex OfThis();

    /// <summary>Folded, of a page that says that it is not free, or beside a price.</summary>
    [GeneratedRegex(@"\b(subscribers?|members?|thue bao|hoi vien|thanh vien|vip)\b.*\b(only|subscribe|join|dang ky|dang nhap)\b|\b(subscribe|dang ky) (now|today|ngay|goi)\b", Options, 2000)]
    private static partial Regex Closed();

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    // All folded: no accents, no capitals. [^.!?] keeps to one sentence.
    [GeneratedRegex(@"\b(cookies?|tep nho|du lieu cua (ban|quy)|doi tac|ben thu ba|your data|third part(y|ies)|our partners)\b.*\b(cookies?|thiet bi|lua chon|quyen rieng tu|device|privacy|choices?|preferences)\b", Options, 2000)]
    private static partial Regex Cookies();

    [GeneratedRegex(@"\b(bam|nhan|nhap|chon|click(ing)?|press(ing)?|tap(ping)?|select(ing)?)( vao)?( nut| on)?[ ""'“]+(dong y|chap nhan|tat ca|cho phep|accept|agree|allow|ok)\b", Options, 2000)]
    private static partial Regex Pressing();

    [GeneratedRegex(@"^(accept|agree|i agree|allow|reject|refuse|dong y|toi dong y|chap nhan|cho phep|tu choi)( (all|cookies|tat ca|and continue|va tiep tuc))*$", Options, 2000)]
    private static partial Regex Agreeing();

    /// <summary>Whom it speaks to: news of such things speaks to nobody.</summary>
    [GeneratedRegex(@"\b(ban|quy (vi|khach|doc gia)|chung toi|you|your|we|our)\b", Options, 2000)]
    private static partial Regex Speaking();

    [GeneratedRegex(@"([$€£]\s?\d[\d.,]*|\d[\d.,]*\s?(d|dong|vnd|usd|euros?))\s?(a|an|per|each|/|moi|mot) ?(week|month|year|tuan|thang|nam)\b", Options, 2000)]
    private static partial Regex Price();

    /// <summary>What subscribers are told before they pay.</summary>
    [GeneratedRegex(@"\bcancel (at )?any ?time\b|\b(huy|dung) (goi )?(bat cu|bat ky) luc nao\b|\byour subscription\b|\bgoi (thue bao|doc bao|thanh vien|hoi vien)( cua ban)?\b[^.!?]{0,60}\b(ban|quy doc gia)\b", Options, 2000)]
    private static partial Regex Offer();

    [GeneratedRegex(@"\b(hay|vui long|xin|please) (tat|vo hieu|disable|turn off|pause|whitelist)\b[^.!?]{0,40}\b(chan quang cao|ad ?block(er|ing)?)\b", Options, 2000)]
    private static partial Regex Blocker();

    [GeneratedRegex(@"\bten mien nay (da|dang|hien)\b[^.!?]{0,40}\b(het han|gia han|rao ban)\b|\bthis domain( name)? (has expired|is for sale|may be for sale|is parked)\b", Options, 2000)]
    private static partial Regex Domain();

    [GeneratedRegex(@"\b(dang chuyen huong|redirecting|being redirected)\b.*\b(bam|nhan|click|khong tu( dong)? chuyen|do(es)? not redirect|not redirected)\b", Options, 2000)]
    private static partial Regex Redirecting();

    /// <summary>What the reader did is done: a sentence that says so opens the title or the text, and nothing of others follows in it.</summary>
    [GeneratedRegex(@"(^|\. )(you (have|are)( now)?( been)?( successfully)? (unsubscribed|subscribed|signed up|registered)( successfully)?( (from|to|for) [^.!?:;]{1,60})?|(unsubscri(be|ption)|subscription|registration|sign-?up) (was )?(successful|confirmed|complete)|thank(s| you) for (subscribing|signing up|registering|contacting us|getting in touch|your (message|order|feedback|enquiry|registration))( (to|for|with) [^.!?:;]{1,60})?|your (message|form|enquiry|feedback|subscription|registration|order) (has been|was) (successfully )?(sent|received|submitted|confirmed|placed)|(ban|quy (vi|khach|doc gia)) (da |vua )?(huy|dang ky|gui)( (dang ky|nhan (ban )?tin|ban tin|phan hoi|y kien))*( thanh cong)?( (ban tin|nhan (ban )?tin)?( cua)? [^.!?:;,]{1,40} thanh cong)?|(huy )?(dang ky|gui (phan hoi|y kien|thong tin|lien he)|dat hang)( nhan (ban )?tin)? thanh cong|cam on (ban|quy (vi|khach|doc gia)) da (dang ky|lien he|gui|dat hang|phan hoi|gop y)( [^.!?:;]{1,60})?)\s?[.!]", Options, 2000)]
    private static partial Regex Done();

    [GeneratedRegex(@"\b(cong thong tin|website|trang (web|tin|thong tin( dien tu)?)|he thong|site|portal)\b[^.!?]{0,60}\b(tam (ngung|dung)|bao tri|nang cap|maintenance|upgrade)\b", Options, 2000)]
    private static partial Regex Pausing();

    [GeneratedRegex(@"\bmong (quy (vi|khach|doc gia)|ban( doc)?) thong cam\b|\bxin loi (quy (vi|khach) |ban )?vi (su|nhung) bat tien\b|\bsorry for (the|any) inconvenience\b|\bback (soon|shortly)\b", Options, 2000)]
    private static partial Regex Regret();

    [GeneratedRegex(@"\b(ma (xac nhan|xac thuc|bao ve|bao mat|captcha)|captcha|khong phai (la )?(robot|nguoi may)|kiem tra (ket noi|trinh duyet) cua (ban|quy vi)|checking your (browser|connection)|not a robot|truy cap bat thuong|unusual (traffic|activity)|you are (a )?human)\b", Options, 2000)]
    private static partial Regex Robots();

    [GeneratedRegex(@"\bde tiep tuc\b|\bhay bat javascript\b|\btai lai trang\b|\b(vui long|hay|xin) (xac (minh|nhan|thuc)|nhap)\b|\bto (continue|proceed)\b|\bplease (verify|confirm|enter|complete)\b", Options, 2000)]
    private static partial Regex ToGoOn();

    [GeneratedRegex(@"\b(tren|du|tu) (1[68]|21) tuoi\b|\b(1[68]|21) tuoi tro len\b|\b(over|under|at least|aged?) (1[68]|21)\b|\b(1[68]|21) (years|or older)\b", Options, 2000)]
    private static partial Regex Age();

    [GeneratedRegex(@"\b(ban|quy (vi|khach)) (xac nhan|da du|dong y|co phai)\b|\bxac nhan do tuoi\b|\b(you (confirm|must be|are of)|are you|verify your age|confirm your age)\b", Options, 2000)]
    private static partial Regex Confirming();

    [GeneratedRegex(@"\b(bai viet|trang|lien ket|duong dan|noi dung|dia chi|tin bai|tai lieu|page|article|story|link|address|content)\b[^.!?]{0,70}\b(khong (con )?(ton tai|co tren|duoc tim thay|hien thi|kha dung)|khong tim thay|hien khong con\b|has moved|been taken down|(da )?het han|da (bi|duoc) (go|xoa|di chuyen)|(does not|doesn't|no longer) exists?|(is )?no longer available|(could not|can't|cannot) be found|(has|have) been (removed|deleted|moved))\b", Options, 2000)]
    private static partial Regex Gone();

    [GeneratedRegex(@"\b(vui long|xin|moi|hay|ban se|co the)\b[^.!?]{0,60}\b(trang chu|(quay|tro) (lai|ve) trang|kiem tra (lai )?(duong dan|dia chi|lien ket)|ban bien tap|quan tri vien)\b|\bdung o tim kiem\b|\b(please|go back|return|try|back to)\b[^.!?]{0,60}\b(home|homepage|home page|front page|the (address|url|link))\b", Options, 2000)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"(?<!\b(nguoi (dan|dung|nop)|cong dan|hoc sinh|phu huynh|doanh nghiep|can bo|hoi vien) )\b(vui long|de nghi|moi|hay|xin|ban (can|phai)|please|you (must|need to)) (quy (vi|khach) )?(dang nhap|log ?in|sign ?in|su dung tai khoan\b[^.!?]{0,80}\bde (truy cap|dang nhap|su dung))\b", Options, 2000)]
    private static partial Regex LogIn();

    [GeneratedRegex(@"\b(dang nhap|dang ky|mua|chon goi|nang cap|subscribe|sign ?(in|up)|log ?in|register)\b([^.!?]|(?<=\d)\.(?=\d)){0,60}\b(de|to) ((doc|xem) (tiep|(toan bo|day du|het) (bai|noi dung)|noi dung|bai viet)|tiep tuc (doc|xem)|(read|continue|keep reading|unlock|view))\b|\b(bai viet|noi dung|article|story|content)\b[^.!?]{0,30}\b(danh (rieng )?cho (thanh vien|hoi vien|thue bao)|for (subscribers|members))\b|^(de|muon) (doc|xem) (tiep|toan bo|day du|het|tron ven)\b[^.!?]{0,60}\b(dang nhap|dang ky|mua goi|tro thanh (thanh vien|hoi vien))\b|^already a (member|subscriber)\b|^ban da la (thanh vien|hoi vien)\b|^(join|subscribe) (from|for) \W?\d[^!?]{0,120}\b(month|year|access)\b|^ban con \d+ bai (viet )?mien phi\b|^(ban|quy (vi|doc gia|khach))( da| vua)+ (dung|doc|su dung|xem|dat|het)\b[^.!?]{0,30}\b(luot|bai|gioi han)\b[^.!?]{0,30}\bmien phi\b|^you('ve| have)( now| just| already)? (used|read|reached|hit|viewed|exhausted|run out)\b[^.!?]{0,40}\bfree (article|stor(y|ies)|read|view|limit)", Options, 2000)]
    private static partial Regex PayLine();
}
