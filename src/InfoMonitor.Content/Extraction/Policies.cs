using System.Text.RegularExpressions;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>A site's own terms of use and privacy notices: their title says nothing else, and their text speaks to the reader. News of such terms has a title that goes on and speaks of others.
/// Of a page that says it is an article only a title that says nothing else is believed, over a text that speaks to the reader nearly throughout.</summary>
internal static partial class Policies
{
    /// <summary>Of what may follow in the title: whose terms they are.</summary>
    private const int LongestOwner = 60;

    public static bool Is(string title, string text, bool isMarked, SiteNames names)
    {
        var heading = Folding.Fold(title);
        if (Name().Match(heading) is not { Success: true } name) return false;
        var owner = heading[name.Length..];
        var isWhole = !owner.Any(char.IsLetterOrDigit);
        if (!isWhole && owner.Length > LongestOwner) return false;
        var isOwn = !isWhole && names.IsSite(Whose().Replace(owner, ""));
        if (!isWhole && !isOwn && (isMarked || !((Owned().Match(owner) is { Success: true } of && !(heading.Length == title.Length && SaysMore(title[(name.Length + of.Length)..], text, names))) || (heading.Length == title.Length && Rubrics.IsNamed(title[name.Length..].Trim()))))) return false;
        var (all, spoken, isAddressed) = (0, 0, false);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            all += line.Length;
            if (Speaking().IsMatch(line)) spoken += line.Length;
            isAddressed |= Addressing().IsMatch(line);
        }
        // News of users speaks of them, not to them.
        return spoken >= (isOwn || (isWhole && !isMarked) ? 0.25 : 0.6) * all && (!isMarked || isAddressed);
    }

    /// <summary>"… của Zalo thay đổi": small words after a name say what became of the terms, where the text is not in the name of their owner ("… của Cổng dịch vụ công").</summary>
    private static bool SaysMore(string owner, string text, SiteNames names) =>
        owner.TrimStart() is [var first, ..] && char.IsUpper(first) && !names.IsName(owner) && Rubrics.EndsWithPredicate(owner) && !Owners().IsMatch(text);

    /// <summary>Folded: no accents, no capitals.</summary>
    [GeneratedRegex(@"^\W*((quy dinh|quy che|noi quy|dieu khoan)( ve)?( viec)? (su dung|khai thac|truy cap)( thong tin)?( tren| cua| tu)? (trang (thong tin( dien tu)?|web|tin)|cong( thong tin)?( dien tu)?|website)|(cac )?(dieu khoan|dieu kien|thoa thuan|quy dinh|noi quy)(( va|,|/) (dieu khoan|dieu kien|quy dinh))? (su dung|dich vu|truy cap|chung)( (website|trang web|trang|dich vu|thong tin))?|((thong tin|thong bao|tuyen bo|quy dinh|chinh sach)( ve)? )?(ban quyen|(tu choi|mien tru) trach nhiem)((,| va| &|/) (ban quyen|(tu choi|mien tru) trach nhiem|quyen rieng tu|so huu tri tue|dieu khoan su dung))*|copyright( (notice|policy))?( (and|&) disclaimer)?|chinh sach( ve)? (bao mat|quyen rieng tu|rieng tu|bao ve|cookies?)( (thong tin|du lieu|quyen rieng tu|ca nhan|nguoi dung|cookies?|va))*|quyen rieng tu|privacy( (and|&) cookies?)?( policy| notice| statement)?|cookies? (policy|notice|statement)|terms( of (use|service|sale))?(,?( and| &) (conditions|privacy( policy)?|terms of use))*|conditions of use|(website|end) ?user agreement|legal (notice|disclaimer)|disclaimer|datenschutz(erklarung|hinweise)?|nutzungsbedingungen|politique de confidentialite|conditions (generales )?d'utilisation|politica de privacidad|aviso legal)(?![\p{L}\d])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Name();

    /// <summary>What may stand between the name and whose terms they are.</summary>
    [GeneratedRegex(@"^(\s*[|:,–—-]|\s(cua|tai|tren|va|doi voi|of|for|at|on|and|&|von|de)\s)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Owned();

    /// <summary>What stands before the owner's name.</summary>
    [GeneratedRegex(@"^[\s|:,–—-]*((cua|tai|tren|doi voi|of|for|at|on)\s)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Whose();

    /// <summary>With its accents.</summary>
    [GeneratedRegex(@"\b(chúng tôi|bạn|quý (vị|khách|độc giả)|we|our|(?-i:us)|you|your|wir|unsere?|sie|ihre?|nous|vous|votre|vos|nosotros|usted)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Addressing();

    /// <summary>With its accents; not within quotation marks.</summary>
    [GeneratedRegex(@"(^|[.!?:;]\s|[,\p{L}]\s)(chúng tôi|we|our)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline, 2000)]
    private static partial Regex Owners();

    /// <summary>With its accents: "bạn" is the reader, "bản" a text; "US" is a country.</summary>
    [GeneratedRegex(@"\b(chúng tôi|bạn|quý (vị|khách|độc giả)|độc giả|người (sử dụng|dùng)|người truy cập|thành viên|(trích dẫn|sao chép|sử dụng lại|phát hành lại)\b[^.]{0,80}\bghi rõ nguồn|(không chịu|miễn trừ|từ chối) trách nhiệm|ghi rõ nguồn|bản quyền của|ban biên tập|(trang (thông tin điện tử|web|tin)|cổng( thông tin)?( điện tử)?|website) này|we|our|(?-i:us)|you|your|users?|wir|unsere?|sie|ihre?|nous|notre|nos|vous|votre|vos|nosotros|usted|usuarios?)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Speaking();
}
