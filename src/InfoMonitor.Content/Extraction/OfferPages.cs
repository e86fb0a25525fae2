using System.Text.RegularExpressions;
using AngleSharp.Dom;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>Pages that offer one thing, whatever their title and even where a system calls all its pages articles: a product, work, space for advertisements. Told by what only such offers hold together:
/// the schema's own word, a price and a button to buy; the parts of an advert for a post and how one applies; three prices and whom to order from. News of these tells of them and offers nothing.</summary>
internal static partial class OfferPages
{
    /// <summary>Letters of a label, a price or a button.</summary>
    private const int LongestLabel = 60;
    /// <summary>Prices of a rate card.</summary>
    private const int FewestPrices = 3;
    /// <summary>Parts of an advert for a post.</summary>
    private const int FewestParts = 3;
    /// <summary>Blocks below the text in which a table or how one applies is set out.</summary>
    private const int FarthestRow = 12;

    public static NonArticle? KindOf(string title, PageMetadata page, PageReading reading, bool isDated) =>
        IsProduct(title, page, reading, isDated) || IsCart(title, page, reading, isDated) ? NonArticle.Product
        : IsWork(title, page, reading, isDated) ? NonArticle.Vacancies
        : IsRateCard(title, page, reading, isDated) ? NonArticle.Advertising
        : null;

    /// <summary>The schema says that the page is about a product, and it has a price or a button to buy it; or both stand between the headline and the text of a page that does not say that it is an article,
    /// or the button elsewhere, where the address, what the button leads to or a line says too that a thing is sold here. What has no price is asked for by telephone.</summary>
    private static bool IsProduct(string title, PageMetadata page, PageReading reading, bool isDated)
    {
        if (page.IsTypedArticle || isDated) return false;
        if (page.Meta("og:type") is "product" or "product.item" or "og:product" || page.Described(title, "Product", "ProductGroup")?.TryGetProperty("offers", out _) == true || IsItem("Product", reading))
            return IsPriced(reading) || Buttons(page).Any(IsToBuy);
        if (page.IsMarkedArticle || reading.Headline < 0 || reading.Headline >= reading.First || reading.First >= reading.Outline.Blocks.Count) return false;
        var (isPriced, isOnDemand) = (IsPriced(reading), IsAtHead(OnDemand(), reading));
        if (!isPriced && !isOnDemand) return false;
        var isSold = (page.Address is { } address && Shelf().IsMatch(address.AbsolutePath)) || IsAtHead(OfStock(), reading, 2 * LongestLabel);
        return Buttons(page).Any(button => ((isPriced && IsToBuy(button)) || (isOnDemand && IsToCall(button))) && (IsAboveText(button, reading) || ((isSold || LeadsToCart(button, page)) && IsBelowHeadline(button, reading))));
    }

    /// <summary>Called a cart by its title or its address, with what is to be paid and a button to pay.</summary>
    private static bool IsCart(string title, PageMetadata page, PageReading reading, bool isDated)
    {
        if (page.IsMarkedArticle || isDated || !(Cart().IsMatch(Folding.Fold(title)) || (page.Address is { } address && CartPath().IsMatch(address.AbsolutePath)))) return false;
        return reading.Outline.Blocks.Any(block => Total().IsMatch(block.Text)) && Buttons(page).Any(button => Pay().IsMatch(Label(button)) && IsOwn(button));
    }

    /// <summary>The schema says that the page is about a post that is open; or the text is set out as adverts for posts are, and says how one applies.
    /// Competitions for the public service are news of a province.</summary>
    private static bool IsWork(string title, PageMetadata page, PageReading reading, bool isDated)
    {
        if (!page.IsTypedArticle && (page.Described(title, "JobPosting") is not null || IsItem("JobPosting", reading))) return true;
        var heading = Folding.Fold(title);
        if (PublicService().IsMatch(heading)) return false;
        if (isDated && IsStampedWithDeadline(reading)) isDated = false;
        var isTeaching = Teaching().IsMatch(heading);
        // A call for applications asks for projects, or for people: these send what they have done so far.
        var isCall = Calling().IsMatch(heading) && Offered(reading).Any(block => Person().IsMatch(block.Text));
        var isHiring = isCall || Hiring().IsMatch(heading);
        if (!page.IsTypedArticle && page.Declared("JobPosting").Any(post => isHiring || (Folding.Fold(Prose.Line(JsonLd.Text(post, "title") ?? JsonLd.Text(post, "name"))) is { Length: > 0 } name && $" {heading} ".Contains($" {name} ", StringComparison.Ordinal)))) return true;
        // Who wants to teach, and where there are too few, is news; a post that is named and no more is an offer. What a trade is like is told without a place, a number and a day until which one applies.
        if (isHiring && isTeaching) return false;
        var isCalledNews = !isHiring && (page.IsMarkedArticle || isDated);
        if (isCalledNews && Asking().IsMatch(heading)) return false;
        var (parts, applies) = (new HashSet<string>(StringComparer.Ordinal), false);
        foreach (var block in Offered(reading))
        {
            var line = block.Text;
            if (OfOffice().IsMatch(line)) return false;
            if (Part().Match(line.Length > LongestLabel ? line[..LongestLabel] : line) is { Success: true } part)
                foreach (Group group in part.Groups) if (group is { Success: true, Name: not "0" }) parts.Add(group.Name);
            applies |= Applying().IsMatch(line) && (block.Linked > 0 || Reach().IsMatch(line));
        }
        return parts.Count >= FewestParts + (isCalledNews ? 1 : isCall || (isHiring && !page.IsTypedArticle && !isDated) ? -1 : 0) && ((applies && !isTeaching) || Buttons(page).Any(button => Apply().IsMatch(Label(button))));
    }

    /// <summary>"Hạn nộp hồ sơ: 30/12/2026": the day right below the headline is the one until which one may apply.</summary>
    private static bool IsStampedWithDeadline(PageReading reading)
    {
        var blocks = reading.Outline.Blocks;
        for (var i = reading.Headline + 1; i <= reading.Headline + 2 && i < blocks.Count; i++)
            if (BlockJudge.Running(blocks[i]) == 0 && Stamp.IndexOfAnyDay(blocks[i].Text) is >= 0 and var day && !Deadline().IsMatch(blocks[i].Text[..day])) return false;
        return true;
    }

    /// <summary>A title that names what space costs or who sells it, and whom to order from, with three prices; or with words to the reader nearly throughout, on a page without a day.</summary>
    private static bool IsRateCard(string title, PageMetadata page, PageReading reading, bool isDated)
    {
        if (!Rates().IsMatch(Folding.Fold(title))) return false;
        var (prices, orders) = (0, false);
        foreach (var block in Offered(reading))
        {
            prices += Price().Count(block.Text);
            orders |= Order().IsMatch(block.Text);
        }
        return orders && (prices >= FewestPrices || (!page.IsTypedArticle && !isDated && SitePages.SpeaksToReader(reading.Text)));
    }

    /// <summary>From below the headline to what is set out below the text.</summary>
    private static IEnumerable<TextBlock> Offered(PageReading reading)
    {
        var blocks = reading.Outline.Blocks;
        for (var i = Math.Max(reading.Headline + 1, 0); i < Math.Min(blocks.Count, reading.Last + FarthestRow); i++) yield return blocks[i];
    }

    /// <summary>A line around the headline or above the text that is a price.</summary>
    private static bool IsPriced(PageReading reading) => IsAtHead(PriceLine(), reading);

    /// <summary>Such a line around the headline or above the text.</summary>
    private static bool IsAtHead(Regex line, PageReading reading, int longest = LongestLabel)
    {
        var blocks = reading.Outline.Blocks;
        for (var i = Math.Max(reading.Headline, 0); i < Math.Min(blocks.Count, Math.Max(reading.First, 0) + 3); i++) if (blocks[i].Text.Length <= longest && line.IsMatch(blocks[i].Text)) return true;
        return false;
    }

    /// <summary>Marked up, by microdata or RDFa, as a thing of this type that holds the headline, or that the text stands in.</summary>
    private static bool IsItem(string type, PageReading reading)
    {
        var block = reading.Headline >= 0 ? reading.Headline : reading.First;
        var first = reading.First;
        return IsIn(block) || (first >= 0 && IsIn(first));

        bool IsIn(int at) => at < reading.Outline.Blocks.Count && reading.Outline.Nodes[reading.Outline.Blocks[at].Node].Element is var element && (Names(element, "itemtype") || Names(element, "typeof"));

        bool Names(IElement element, string attribute) =>
            element.Closest($"[{attribute}]")?.GetAttribute(attribute) is { } types && types.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Any(one => JsonLd.IsType(one, type));
    }

    private static IEnumerable<IElement> Buttons(PageMetadata page) => page.Elements.Buttons.Concat(page.Elements.Links.Where(link => link.TextContent.Length <= LongestLabel));

    private static bool IsToBuy(IElement button) => Buy().IsMatch(Label(button)) && IsOwn(button);

    private static bool IsToCall(IElement button) => Call().IsMatch(Label(button)) && IsOwn(button);

    private static bool IsOwn(IElement button) => button.Closest("aside, nav, footer") is null;

    private static bool LeadsToCart(IElement button, PageMetadata page) =>
        page.Address is { } address && Uri.TryCreate(address, button.GetAttribute("href"), out var target) && target.Host == address.Host && ToCart().IsMatch(target.PathAndQuery);

    /// <summary>What stands on a button, folded; nothing where it is too long for one.</summary>
    public static string Label(IElement button) => (button.GetAttribute("value") ?? button.TextContent) is { Length: <= 2 * LongestLabel } label ? Folding.Fold(Prose.Line(label)) : "";

    private static bool IsAboveText(IElement button, PageReading reading) =>
        IsBelowHeadline(button, reading) && reading.Outline.Nodes[reading.Outline.Blocks[reading.First].Node].Element.CompareDocumentPosition(button).HasFlag(DocumentPositions.Preceding);

    private static bool IsBelowHeadline(IElement button, PageReading reading) =>
        reading.Outline.Nodes[reading.Outline.Blocks[reading.Headline].Node].Element.CompareDocumentPosition(button).HasFlag(DocumentPositions.Following);

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>Folded, as those that are not said to be otherwise.</summary>
    [GeneratedRegex(@"^\W*((them|cho|bo) vao gio( hang)?|mua (ngay|hang)|dat (mua|hang)( ngay)?|add to (cart|bag|basket|trolley)|buy( it)? now|order now)\W*$", Options, 2000)]
    private static partial Regex Buy();

    [GeneratedRegex(@"^\W*(goi( dien)? ngay|goi (mua|dat) hang|(nhan|yeu cau|lien he) bao gia|lien he ngay|call now|(get|request) a quote)\W*$", Options, 2000)]
    private static partial Regex Call();

    /// <summary>With its accents, instead of a price.</summary>
    [GeneratedRegex(@"^\W*(giá( bán)?\s*:?\s*liên hệ|liên hệ( để)?( nhận)? báo giá|price on request)\W*$", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex OnDemand();

    /// <summary>With its accents: the number of a thing on sale, or whether there is some of it.</summary>
    [GeneratedRegex(@"(?<!\p{L})(mã (sản phẩm|sp|hàng)|sku|(tình trạng|trạng thái)( kho)?\s*:\s*(còn|hết) hàng)(?!\p{L})|^\W*(còn hàng|in stock)\W*$", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex OfStock();

    /// <summary>The part of an address under which a shop keeps what it sells.</summary>
    [GeneratedRegex(@"/(san-pham|products?|chi-tiet-san-pham)/", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Shelf();

    [GeneratedRegex(@"[/?&](gio-hang|cart|add-to-cart|checkout)(?![\p{L}\d-])", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex ToCart();

    [GeneratedRegex(@"/(gio-hang|cart|checkout)(\.\w+)?/?$", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex CartPath();

    [GeneratedRegex(@"^\W*((gio hang|don hang)( cua (ban|toi|quy khach))?|(your |shopping )*(cart|basket|bag))\W*(\(.{0,30}\))?\W*$", Options, 2000)]
    private static partial Regex Cart();

    /// <summary>With its accents.</summary>
    [GeneratedRegex(@"^\W*(thành tiền|tạm tính|tổng (cộng|tiền)|(sub)?total)(?!\p{L})", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Total();

    [GeneratedRegex(@"^\W*((tien hanh )?(thanh toan|dat hang)( ngay| don hang)?|(proceed to )?checkout)\W*$", Options, 2000)]
    private static partial Regex Pay();

    /// <summary>With its accents: "Giá: 4.990.000đ", "$49.90".</summary>
    [GeneratedRegex(@"^(giá( bán)?( lẻ| khuyến mãi| niêm yết)?|price)?\s*:?\s*([$€£]\s?\d[\d.,]*|\d[\d.,]*\s?(đồng|đ|₫|vnđ|vnd|usd|euros?|€|£)(?!\p{L}))", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex PriceLine();

    /// <summary>With its accents.</summary>
    [GeneratedRegex(@"[$€£]\s?\d|\d[\d.,]*\s?(đồng|đ|₫|vnđ|vnd|usd|euros?|€|£)(?!\p{L})", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Price();

    [GeneratedRegex(@"\b(bang|bao) gia\b.*\b(quang cao|truyen thong|bai pr|banner)\b|\bgia (dich vu )?quang cao\b|^\W*(thong tin )?(lien he|dat|hop tac)( dang)? quang cao\b|\badvertis(e|ing)\b.*\b(rates?|rate card|formats|with)\b|\b(rate card|media kit)\b", Options, 2000)]
    private static partial Regex Rates();

    /// <summary>With its accents: whom those who want it are to call.</summary>
    [GeneratedRegex(@"(?<!\p{L})(quý (khách|công ty|doanh nghiệp|đối tác|vị)|khách hàng|vui lòng|xin)(?!\p{L}).{0,120}(?<!\p{L})(liên hệ|gọi|gửi|đặt)(?!\p{L})|(?<!\p{L})to (book|order|advertise)(?!\p{L})|(?<!\p{L})(call|contact|e-?mail)( our| the| us)* (sales|advertising|team|desk)(?!\p{L})", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Order();

    [GeneratedRegex(@"\b(tuyen (dung|nhan vien|lao dong|phong vien|bien tap vien|cong tac vien|ke toan|ky su|\d+)|can tuyen|viec lam|vacanc(y|ies)|we are hiring|job( opening)?|hiring)\b", Options, 2000)]
    private static partial Regex Hiring();

    [GeneratedRegex(@"^\W*(call for applications?|(thong bao )?(moi|tiep nhan|nhan) (ung tuyen|ho so ung tuyen))\b", Options, 2000)]
    private static partial Regex Calling();

    /// <summary>With its accents.</summary>
    [GeneratedRegex(@"(?<!\p{L})((your|an?|updated) (cv|résumé|resume|curriculum vitae)|cv and|cover letter|sơ yếu lý lịch|(gửi|nộp) cv)(?!\p{L})", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Person();

    [GeneratedRegex(@"\b(vien chuc|cong chuc|chien si|nghia vu|cong dan nhap ngu|hoc sinh|sinh vien|tuyen sinh)\b", Options, 2000)]
    private static partial Regex PublicService();

    /// <summary>What a trade is like.</summary>
    [GeneratedRegex(@"[:?]|\b((la|lam|hoc|huong) gi|bao nhieu|the nao|ra sao|nhu the nao|vi sao|tai sao|what|how|why)\b", Options, 2000)]
    private static partial Regex Asking();

    [GeneratedRegex(@"\bgiao vien\b", Options, 2000)]
    private static partial Regex Teaching();

    /// <summary>With its accents: an announcement's number, or for whom it is signed.</summary>
    [GeneratedRegex(@"^\W*((Số|SỐ)\s*:?\s*\d*\s*/\s*(20\d\d/)?\p{Lu}{2}|(TM|KT|TL|TUQ)\.\s?\p{Lu}{2})", Options, 2000)]
    private static partial Regex OfOffice();

    /// <summary>With its accents, up to the day.</summary>
    [GeneratedRegex(@"(?<!\p{L})(hạn( cuối| chót)?( nộp| nhận)?( hồ sơ| cv| đơn)?( đến| trước)?( hết)?|ứng tuyển trước|deadline|closing date|apply (before|by))\s*:?\s*(ngày )?$", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Deadline();

    /// <summary>With its accents: a heading of an advert for a post, or such a label and a colon.</summary>
    [GeneratedRegex(@"^\W*([\dIVX]{1,3}[.)]\s*)?((?<duties>mô tả (công việc|vị trí)|nhiệm vụ( chính)?|trách nhiệm( công việc)?|(key )?responsibilities|job description|about the role|what you('|’)ll do)|(?<needs>yêu cầu( (công việc|ứng viên|tuyển dụng|chung|chuyên môn|khác))*|tiêu chuẩn( tuyển dụng)?|(job )?requirements|qualifications|what we('|’)re looking for)|(?<gains>(các )?(quyền lợi|chế độ|phúc lợi|đãi ngộ)( (được hưởng|đãi ngộ|phúc lợi))*|(mức )?lương|benefits|what we offer|salary|compensation)|(?<apply>cách( thức)? (ứng tuyển|nộp hồ sơ)|hồ sơ( (ứng tuyển|dự tuyển|xin việc|gồm))*|hạn nộp( hồ sơ)?|how to apply|closing date)|(?<place>(địa điểm|nơi|thời gian) làm việc|số lượng( cần tuyển| tuyển)?|vị trí( tuyển dụng| cần tuyển)|location))\s*(:|$)", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Part();

    /// <summary>With its accents.</summary>
    [GeneratedRegex(@"(?<!\p{L})(ứng tuyển|hồ sơ|ứng viên|cv|résumé|resume|apply)(?!\p{L})", Options | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Applying();

    /// <summary>An address of mail or a telephone.</summary>
    [GeneratedRegex(@"\w@\w|(?<![\d.,/-])(\+84 ?|0)[1-9]\d{1,3}[ .]?\d{3,4}[ .]?\d{2,4}(?![\d/-])", Options, 2000)]
    private static partial Regex Reach();

    [GeneratedRegex(@"^\W*(ung tuyen( ngay)?|nop (ho so|cv|don)( ung tuyen)?( ngay)?|apply( now| for this job)?)\W*$", Options, 2000)]
    private static partial Regex Apply();
}
