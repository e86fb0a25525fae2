using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>Pages by which those of a site are reached, sell its space and hire. A title that says nothing else tells them, with two of three witnesses: the address, words to the reader, and what such pages hold.
/// News of advertising, recruitment and telephone lines has a title that goes on, or tells of others.</summary>
internal static partial class DeskPages
{
    /// <summary>Words of whose page it is.</summary>
    private const int LongestOwner = 8;
    /// <summary>Blocks below the text in which what it speaks of is set out.</summary>
    private const int FarthestRow = 12;

    /// <summary>What the page is that is no article; null when it is none of these. Asked of pages without a day that do not say they are articles.</summary>
    public static NonArticle? KindOf(IHtmlDocument document, string title, PageMetadata page, PageReading reading, SiteNames names)
    {
        var heading = Folding.Fold(title);
        if (heading.Length != title.Length) return null;
        var path = page.Address?.AbsolutePath ?? "";
        return Is(Advertising(), AdvertisingPath(), () => Says(reading, Rates())) ? NonArticle.Advertising
            : Is(Vacancies(), VacanciesPath(), () => Says(reading, Applying())) ? NonArticle.Vacancies
            : Is(Contact(), ContactPath(), () => Says(reading, Reach()) || document.QuerySelector("textarea") is not null) ? NonArticle.Contacts
            : null;

        bool Is(Regex name, Regex address, Func<bool> holds)
        {
            if (name.Match(heading) is not { Success: true } match || !IsOwner(title[match.Length..].TrimEnd(' ', '.', '!'), names)) return false;
            return (address.IsMatch(path) ? 1 : 0) + (SitePages.SpeaksToReader(reading.Text) ? 1 : 0) + (holds() ? 1 : 0) > 1;
        }
    }

    /// <summary>The text, or a table or list below it.</summary>
    private static bool Says(PageReading reading, Regex words)
    {
        for (var i = Math.Max(reading.Headline + 1, 0); i < Math.Min(reading.Outline.Blocks.Count, reading.Last + FarthestRow); i++) if (words.IsMatch(reading.Outline.Blocks[i].Text)) return true;
        return false;
    }

    /// <summary>Nothing, a year, or whose page it is: "… Báo Ví Dụ", "… at Example Relief".</summary>
    private static bool IsOwner(string rest, SiteNames names)
    {
        var owner = Joining().Replace(rest, "").TrimEnd();
        if (owner.Length == 0) return true;
        if (BlockJudge.WordCount(owner, LongestOwner + 1) > LongestOwner) return false;
        return names.IsSite(owner) || Rubrics.IsNamed(owner) || Name().IsMatch(owner) || (Publisher().IsMatch(owner) && !Rubrics.EndsWithPredicate(owner));
    }

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const string LastPart = @"(/(index)?|\.\w{2,5})?$";

    /// <summary>Folded, as the two below.</summary>
    [GeneratedRegex(@"^\W*((bang )?(bao )?gia( dich vu)? quang cao|((thong tin )?lien he|dat|dang|hop tac|dich vu|nhan|thong tin)( dang)? quang cao|quang cao|advertise( (with us|here))?|advertis(ing|ement) (rates?|rate card|options|opportunities|information|specifications|enquir(y|ies)|sales|terms)|advertising|rate card|media (kit|pack))(?!\w)", Options, 2000)]
    private static partial Regex Advertising();

    [GeneratedRegex(@"^\W*((thong tin |tin )?tuyen dung( (nhan su|nhan vien))?|co hoi (nghe nghiep|viec lam)|viec lam|gia nhap (doi ngu|voi chung toi|cung chung toi)|lam viec (cung|voi|tai) chung toi|careers?|jobs?|(current |job |our |open )*(vacanc(y|ies)|openings)|(job|career|employment) opportunities|employment|work (with|for|at) us|join (us|our team)|internships?|volunteer(ing)?( (with|for) us)?)(?!\w)", Options, 2000)]
    private static partial Regex Vacancies();

    [GeneratedRegex(@"^\W*((thong tin |trang )?(lien he|lien lac)( (voi )?(chung toi|toa soan|ban bien tap|ban quan tri|van phong))*|gui (bai( cong tac)?|tin bai|phan hoi)( cho (toa soan|chung toi))?|dia chi (lien he|toa soan)|(press|media) (contacts?|office|enquir(y|ies))|contact(s| us| details| information)?( (our|the) (newsroom|news ?desk|editors?|editorial team|team|office|desk))?|how to (contact|reach) us|get in touch( with us)?|write to us|send us (a tip|your (story|news|tip)))(?!\w)", Options, 2000)]
    private static partial Regex Contact();

    [GeneratedRegex("/(lien-he-)?(quang-cao|bao-gia(-quang-cao)?|bang-gia(-quang-cao)?|gia-quang-cao|dat-quang-cao|advertis(e|ing|ement)(-with-us)?|(advertising-)?(rates|rate-card)|media-(kit|pack))" + LastPart, Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex AdvertisingPath();

    [GeneratedRegex("/(tuyen-dung|tuyen-dung-nhan-su|viec-lam|co-hoi-(nghe-nghiep|viec-lam)|careers?|jobs?|vacanc(y|ies)|work-(with|for|at)-us|join-us|join-our-team|employment|opportunities|internships?|volunteer(ing)?)" + LastPart, Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex VacanciesPath();

    [GeneratedRegex("/(lien-he|lien-lac|thong-tin-lien-he|lien-he-(toa-soan|chung-toi)|contacts?|contact-us|get-in-touch|about/contact|write-to-us)" + LastPart, Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex ContactPath();

    /// <summary>With its accents, as those below: what a space costs, and what is printed on it.</summary>
    [GeneratedRegex(@"[$€£]\s?\d|\d[\d.]*\s?(đồng|đ|vnđ|vnd|usd|euros?|pounds?|dollars?)(?!\p{L})|(?<!\p{L})(đơn giá|bảng giá|báo giá|banner|artwork|our sales (desk|team)|phòng (quảng cáo|kinh doanh))(?!\p{L})", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Rates();

    /// <summary>How one applies, and what one gets.</summary>
    [GeneratedRegex(@"(?<!\p{L})(cần tuyển|ứng tuyển|hồ sơ (xin việc|ứng tuyển|dự tuyển)|(gửi|nộp) hồ sơ|hồ sơ gửi|mức lương|lương thỏa thuận|apply (through|by|online|to|for)|how to apply|(your|a) (cv|résumé|resume)|we (hire|recruit|employ)|we are (hiring|recruiting|looking for)|current vacancies|no vacancies|salary)(?!\p{L})", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Applying();

    [GeneratedRegex(@"(?<!\p{L})((điện thoại|đ\.?t|tel|phone|fax|e-?mail|hotline|đường dây nóng|địa chỉ|trụ sở|address)( [\p{L}\d ]{1,20})?\s?[:.]|(xin|vui lòng|hãy) (gửi|gọi|liên hệ|điền)|gửi về|(call|write to|e-?mail|visit) us|fill in|front desk)", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Reach();

    [GeneratedRegex(@"^\s*[-–|,]?\s*((tại|của|ở|trên|với|cùng|at|with|of|for|in|on)\s+)?((năm )?20\d\d\s*)?|\s+(năm )?20\d\d$", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Joining();

    /// <summary>Words with capitals alone: "the Example Relief Fund".</summary>
    [GeneratedRegex(@"^(the )?(\p{Lu}[\p{L}\p{M}'’&.-]*(\s|$)|of |and |& |for |the )*$", Options, 2000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(báo|tạp chí|tòa soạn|toà soạn|đài|trang|our|chúng tôi)(?!\p{L})", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Publisher();
}
