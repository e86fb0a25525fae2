using InfoMonitor.Content.Extraction;
using InfoMonitor.Domain;
using InfoMonitor.Ingestion;

namespace InfoMonitor.Crawling;

/// <summary>Why pages became no items, in a sentence.</summary>
internal static class DropTexts
{
    /// <summary>Told by name; the others together.</summary>
    private const int Most = 4;

    private static readonly Dictionary<string, Text> Reasons = Enum.GetValues<NonArticle>().Select(IngestionTexts.Of).Append(IngestionTexts.NoText).ToDictionary(text => text.En, StringComparer.Ordinal);

    /// <param name="pages">With their reasons, as pages keep them.</param>
    public static Text Of(IEnumerable<(PageOutcome Outcome, string? Detail)> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var kinds = pages.Select(p => KindOf(p.Outcome, p.Detail)).CountBy(kind => kind).OrderByDescending(kind => kind.Value).ToArray();
        var told = kinds.Take(Most).Select(kind => kind.Key.Each(words => $"{kind.Value} {words}"));
        if (kinds.Skip(Most).Sum(kind => kind.Value) is > 0 and var others) told = told.Append(new($"{others} vì lý do khác", $"{others} for other reasons"));
        var all = kinds.Sum(kind => kind.Value);
        var list = told.ToArray();
        return new($"Trong {all} trang tìm thấy gần đây không trang nào thành bài: {string.Join("; ", list.Select(t => t.Vi))}.", $"None of the {all} pages found lately became an item: {string.Join("; ", list.Select(t => t.En))}.");
    }

    /// <summary>What differs between pages of one kind - addresses, numbers - is left out.</summary>
    private static Text KindOf(PageOutcome outcome, string? detail) => outcome switch
    {
        PageOutcome.NotArticle => detail is not null && Reasons.TryGetValue(detail, out var reason) ? new($"không phải bài ({reason.Vi})", $"not an article ({reason.En})") : new("không phải bài", "not an article"),
        PageOutcome.Disallowed => new("bị robots.txt cấm", "forbidden by robots.txt"),
        PageOutcome.Gone => new("không còn, hoặc máy chủ từ chối", "gone, or refused by the server"),
        PageOutcome.Unreachable => new("không lấy được sau nhiều lần thử", "not to be had after many tries"),
        PageOutcome.Quarantined => new("bị cách ly", "quarantined"),
        PageOutcome.Unsupported => Unsupported(detail ?? ""),
        PageOutcome.Stored or PageOutcome.Copy => new("đã lưu", "stored"),
    };

    private static Text Unsupported(string detail) =>
        Has(detail, "It leads elsewhere") ? new("dẫn tới nơi không được đọc", "leading where nothing is read")
        : Has(detail, "redirects") ? new("chuyển hướng quá nhiều hoặc vòng tròn", "redirecting too often or in a circle")
        : Has(detail, "took longer") ? new("mất quá nhiều thời gian để đọc", "taking too long to be read")
        : Has(detail, "media type") ? new("có kiểu nội dung không đọc", "of a type that is not read")
        : Has(detail, "larger than") || Has(detail, "longer than") ? new("quá lớn", "too large")
        : Has(detail, "address") || Has(detail, "port") ? new("ở địa chỉ không được phép đọc", "at an address that may not be read")
        : new("không đọc được", "not readable");

    private static bool Has(string detail, string words) => detail.Contains(words, StringComparison.Ordinal);
}
