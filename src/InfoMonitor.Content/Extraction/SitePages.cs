using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>Pages by which a site speaks of itself: what it is, who works for it (DESIGN 2.1: profiles), how it is subscribed to. Two witnesses tell each: a title that says nothing else, and the address or what the text does.
/// News of such things has a title that goes on, a day, and speaks to nobody.</summary>
internal static partial class SitePages
{
    /// <summary>Letters of a person's name.</summary>
    private const int LongestName = 40;
    /// <summary>Of the beginning of a text that says who somebody is.</summary>
    private const int Opening = 200;
    /// <summary>Longer texts below a person's name may be an article about them, or below a headline that looks like one.</summary>
    private const int LongestProfile = 1_500;
    /// <summary>Blocks after the text in which what is offered stands.</summary>
    private const int FarthestOffer = 8;

    /// <summary>What the page is that is no article; null when it is none of these. Asked of pages without a day that do not say they are articles.</summary>
    public static NonArticle? KindOf(IHtmlDocument document, string title, PageMetadata page, PageReading reading) =>
        IsAbout(title, page, reading) ? NonArticle.About
        : IsProfile(title, page, reading) ? NonArticle.Profile
        : IsSubscription(document, title, page, reading) ? NonArticle.Subscription
        : null;

    /// <summary>"Giới thiệu chung" alone, as no article is called; "About us", "Giới thiệu": in the name of those it tells of, of how they were founded, or at an address that says so too; with a name behind it, at such an address.</summary>
    private static bool IsAbout(string title, PageMetadata page, PageReading reading)
    {
        var heading = Folding.Fold(title);
        var isAddressed = AboutPath().IsMatch(Path(page));
        if (InGeneral().IsMatch(heading)) return true;
        if (!AboutUs().IsMatch(heading)) return isAddressed && AboutThem().IsMatch(heading);
        return isAddressed || Founding().IsMatch(reading.Text) || 2 * LengthOf(reading.Text, Owners()) > reading.Text.Length;
    }

    /// <summary>Its address says that it is somebody's page.</summary>
    public static bool IsOfPerson(PageMetadata page) => AuthorPath().IsMatch(Path(page)) || PeoplePath().IsMatch(Path(page));

    /// <summary>A person's name alone, at an author's address; at one of people, or where the page says that it is a profile, with a text that begins by saying what they do.</summary>
    private static bool IsProfile(string title, PageMetadata page, PageReading reading)
    {
        if (title.Length > LongestName || reading.Text.Length > LongestProfile || !Name().IsMatch(title)) return false;
        if (AuthorPath().IsMatch(Path(page))) return true;
        if (!(page.IsProfile || PeoplePath().IsMatch(Path(page)))) return false;
        var opening = reading.Text[..Math.Min(reading.Text.Length, Opening)];
        return Role().Match(opening) is { Success: true } role && (role.Index == 0 || opening.Contains(title, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>"Subscribe to our newsletter", "Đăng ký mua báo", with two of three witnesses: an address that says so too, a text that speaks to the reader, an offer beside it.</summary>
    private static bool IsSubscription(IHtmlDocument document, string title, PageMetadata page, PageReading reading) =>
        Subscribing().IsMatch(Folding.Fold(title))
        && (SubscriptionPath().IsMatch(Path(page)) ? 1 : 0) + (SpeaksToReader(reading.Text) ? 1 : 0) + (IsOffer(document, reading) ? 1 : 0) > 1;

    /// <summary>Most of it speaks in the name of the site, or to whoever reads it.</summary>
    public static bool SpeaksToReader(string text) => 2 * LengthOf(text, Speaking()) > text.Length;

    /// <summary>A price, a promise that one may leave, a field for an address, a link that takes the order.</summary>
    private static bool IsOffer(IHtmlDocument document, PageReading reading)
    {
        if (Terms().IsMatch(reading.Text) || document.QuerySelector("input[type=email]") is not null) return true;
        var blocks = reading.Outline.Blocks;
        for (var i = Math.Max(reading.Headline, 0); i < Math.Min(blocks.Count, reading.Last + FarthestOffer); i++)
            if (blocks[i].Text.Length <= LongestName && Ordering().IsMatch(Folding.Fold(blocks[i].Text))) return true;
        return false;
    }

    private static int LengthOf(string text, Regex lines) => text.Split('\n').Where(line => lines.IsMatch(line)).Sum(line => line.Length + 1);

    private static string Path(PageMetadata page) => page.Address?.AbsolutePath ?? "";

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const string LastPart = @"(/(index)?|\.\w{2,5})?$";

    /// <summary>Folded.</summary>
    [GeneratedRegex(@"^\W*(about( us| this (site|project|blog))?|who we are|what we do|our (mission|story|history|team|work|values|vision)( (and|&) (vision|values|mission|history|team))?|(gioi thieu )?ve chung toi|chung toi la ai|gioi thieu( chung| (ve )?toa soan)?|su menh( va tam nhin)?|tam nhin( va |,? )su menh)\W*$", Options, 2000)]
    private static partial Regex AboutUs();

    /// <summary>Folded.</summary>
    [GeneratedRegex(@"^\W*(gioi thieu (chung|tong quan|khai quat)|(thong tin|tong quan) chung|gioi thieu chung ve (xa|phuong|thi tran|huyen|quan|thi xa|thanh pho|tinh|so|ban|so nganh|co quan|don vi|truong)(?!\w)[^:?!]{0,40})\W*$", Options, 2000)]
    private static partial Regex InGeneral();

    /// <summary>Folded.</summary>
    [GeneratedRegex(@"^\W*(about|gioi thieu( ve)?|ve) [^:?!]{3,60}$", Options, 2000)]
    private static partial Regex AboutThem();

    [GeneratedRegex("/(about(-us)?|who-we-are|our-(story|mission|team|history)|gioi-thieu(-chung|-toa-soan)?|ve-chung-toi|ve-toa-soan|lien-he-gioi-thieu)" + LastPart, Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex AboutPath();

    /// <summary>With its accents: how those who publish tell where they come from.</summary>
    [GeneratedRegex(@"\b((được )?thành lập (ngày|năm|từ|vào)|ra đời (ngày|năm|từ)|ra số (báo )?đầu tiên|cơ quan ngôn luận|tôn chỉ,? mục đích|(tòa|toà) soạn (hiện )?(có|đặt)|(was|were) (founded|established|launched|set up|started) (in|on|by)|founded in|is (owned|published|run|funded) by|our (newsroom|offices?|journalists)|has been publishing)\b", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Founding();

    /// <summary>With its accents.</summary>
    [GeneratedRegex(@"\b(chúng tôi|we|our)\b", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Owners();

    /// <summary>Each word begins with a capital: "Lan Phương", "J. van der Mott".</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{L}\p{M}.’'-]*( (van|von|de|der|la|bin) | )?(\p{Lu}[\p{L}\p{M}.’'-]*( (van|von|de|der|la|bin) | )?){0,4}$", Options, 2000)]
    private static partial Regex Name();

    [GeneratedRegex("/(authors?|tac-gia|by-?lines?|journalists?|reporters?|nha-bao|phong-vien)/[^/]+/?$", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex AuthorPath();

    [GeneratedRegex("/(staff|contributors?|columnists?|people|persons?|team|our-team|profiles?|bios?|masthead|users?|members?|nhan-su|nhan-vat|toa-soan|doi-ngu|ban-bien-tap|bien-tap-vien|cong-tac-vien|can-bo|thanh-vien)/[^/]+/?$", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex PeoplePath();

    /// <summary>With its accents: what those who make a paper, or run an office, are.</summary>
    [GeneratedRegex(@"(?<!\p{L})(phóng viên|biên tập viên|nhà báo|cộng tác viên|(phó )?(tổng biên tập|trưởng ban|giám đốc|chánh văn phòng)|thư ký (tòa|toà) soạn|họa sĩ|nhiếp ảnh gia|(\w+ ){0,3}(reporter|correspondent|editor|journalist|columnist|photographer|producer|writer|director|contributor|fellow))(?!\p{L})", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Role();

    /// <summary>Folded: what a paper sells of itself, or asks for.</summary>
    [GeneratedRegex(@"^\W*((dang ky|dat|mua|gia han|nhan)( (nhan|mua|doc|dai han))* (ban tin|thu tin|bao|tap chi|an pham|goi (doc bao|thanh vien|hoi vien|thue bao)|thue bao|hoi vien|thanh vien)(?!\w)[^:?!]{0,40}|tro thanh (hoi vien|thanh vien|ban doc|thue bao)(?!\w)[^:?!]{0,30}|(cac )?(goi|chuong trinh) (hoi vien|thanh vien|thue bao|doc bao)[^:?!]{0,20}|ban tin( (qua )?(email|thu|buoi sang|hang (ngay|tuan)))?|ung ho (toa soan|chung toi)"
        + @"|(subscribe|sign up|register)( now| today| here)?( (to|for) [^:?!]{1,40})?|(our |free |daily |weekly |e-?mail )*newsletters?( sign-?ups?)?|(become|be) (an?|our) (\w+ )?(members?|supporters?|subscribers?|patrons?|friends?)(?!\w)[^:?!]{0,30}|membership|subscriptions?( (plans|options|offers))?|support us|donate|support (our|independent|local) (journalism|reporting|work|newsroom)|(choose|manage) your (subscriptions?|newsletters?|plan|membership))\W*$", Options, 2000)]
    private static partial Regex Subscribing();

    [GeneratedRegex("/(subscribe|subscriptions?|newsletters?|membership|members?|join(-us)?|become-an?-(member|subscriber|supporter)|donate|support(-us)?|sign-?up|ban-tin|dang-ky(-(nhan|mua|doc|ban|tin|bao|dai-han|hoi|vien|thanh))*|dat-(mua-)?bao(-dai-han)?|mua-bao|hoi-vien|thanh-vien|thue-bao|goi-(doc-bao|thanh-vien|hoi-vien)|ung-ho)" + LastPart, Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex SubscriptionPath();

    /// <summary>With its accents.</summary>
    [GeneratedRegex(@"\b(chúng tôi|bạn|quý (vị|khách|độc giả)|you|your|we|our|(?-i:us))\b", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Speaking();

    /// <summary>With its accents.</summary>
    [GeneratedRegex(@"\b(hủy|huỷ|dừng|ngừng)( đăng ký| nhận)? (bất cứ|bất kỳ) lúc nào\b|\b(unsubscribe|cancel|opt out)( at)? any ?time\b|[$€£]\s?\d|\d[\d.]*\s?(đồng|đ|vnđ|vnd|usd|euros?|pounds?|dollars?)(?!\p{L})", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Terms();

    /// <summary>Folded: a whole line.</summary>
    [GeneratedRegex(@"^\W*(subscribe|sign (me )?up|join|become a (member|supporter)|donate|buy|order|dang ky|dat mua|mua|gui)( (now|today|us|ngay|goi nay|nhan tin))?\W*$", Options, 2000)]
    private static partial Regex Ordering();
}
