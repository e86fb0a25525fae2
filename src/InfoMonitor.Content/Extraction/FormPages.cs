using System.Text.RegularExpressions;
using AngleSharp.Dom;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>Pages that are mainly a form (contact, application, feedback, a search in records): fields below the headline, and a short text that says how they are filled in.
/// A form for comments or for the newsletter below an article has no such words above it.</summary>
internal static partial class FormPages
{
    /// <summary>Fields of a form that is more than a place to search or to leave an address.</summary>
    private const int FewestFields = 3;
    /// <summary>Fields of a search in records; one for the site has one.</summary>
    private const int FewestAsked = 2;
    /// <summary>Running text of a page that has more to tell than what the form is for.</summary>
    private const int ShortestArticle = 700;

    public static bool Is(string title, PageMetadata page, PageReading reading)
    {
        if (reading.Text.Length >= ShortestArticle) return false;
        var (isFilled, isAsked) = (Filling().IsMatch(reading.Text), Lookup().IsMatch(Folding.Fold(title)) && Asking().IsMatch(reading.Text));
        if (!isFilled && !isAsked) return false;
        var headline = reading.Headline >= 0 ? reading.Outline.Nodes[reading.Outline.Blocks[reading.Headline].Node].Element : null;
        var fields = page.Elements.Fields.Where(field => IsOwn(field, headline)).ToList();
        return (isFilled && fields.Count >= FewestFields)
            || (isAsked && page.Elements.Buttons.Any(button => Answer().IsMatch(OfferPages.Label(button)) && button.Closest("form") is { } form && fields.Count(field => form.Contains(field)) >= FewestAsked));
    }

    private static bool IsOwn(IElement field, IElement? headline) =>
        field.GetAttribute("type")?.ToLowerInvariant() is not ("hidden" or "password" or "search") && field.Closest(Beside) is null
        && (headline is null || headline.CompareDocumentPosition(field).HasFlag(DocumentPositions.Following));

    /// <summary>What stands beside a page's own form.</summary>
    private const string Beside = "aside, nav, header, footer, [hidden], [class*='comment' i], [id*='comment' i], [class*='binh-luan' i], [class*='binhluan' i], [id*='binhluan' i], [class*='newsletter' i], [class*='login' i]";

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>Folded: the title of a search in records says nothing else first.</summary>
    [GeneratedRegex(@"^\W*(tra cuu|tim kiem|look ?up|search)\b[^:?!]*$", Options, 2000)]
    private static partial Regex Lookup();

    /// <summary>Folded, of a button.</summary>
    [GeneratedRegex(@"^\W*(tra cuu|tim( kiem)?|look ?up|search|xem( ket qua)?)\W*$", Options, 2000)]
    private static partial Regex Answer();

    /// <summary>What is to be entered, and what for.</summary>
    [GeneratedRegex(@"(?<!\p{L})(nhập|chọn|enter|choose)(?!\p{L})[^.!?\n]{1,160}(?<!\p{L})(để (tra cứu|tìm|xem|biết)|(rồi|và) (bấm|nhấn|chọn)|to (search|find|look up|see))(?!\p{L})", Options, 2000)]
    private static partial Regex Asking();

    /// <summary>How a form is filled in.</summary>
    [GeneratedRegex(@"(?<!\p{L})((điền|nhập)( đầy đủ| đủ| chính xác)?( các| những)?( thông tin)?( vào| theo)?( các)? (biểu mẫu|mẫu|phiếu|form|ô)( đơn| sau| dưới| bên dưới)?|(biểu mẫu|mẫu|phiếu|form) (dưới đây|bên dưới|sau đây)|(điền|nhập)( đầy đủ)?( các)? thông tin (dưới|bên dưới|sau)|các (mục|trường|ô) (có )?(dấu|\*)|bắt buộc (phải )?(nhập|điền)|nhập (mã|số|tên|từ khóa|từ khoá)( \p{L}+){0,8} để (tra cứu|tìm|xem)|fill(ing)? (in|out)( this| the| our)?( \p{L}+)? form|(use|complete|submit)( this| the| our)?( \p{L}+)? form|form below|(fields|items) marked|required fields|enter your)(?!\p{L})", Options, 2000)]
    private static partial Regex Filling();
}
