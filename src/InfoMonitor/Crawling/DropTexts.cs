using InfoMonitor.Domain;

namespace InfoMonitor.Crawling;

/// <summary>Why pages, all or most, became no items, in a sentence.</summary>
internal static class DropTexts
{
    /// <summary>Told by name; the others together.</summary>
    private const int Most = 4;

    /// <param name="pages">With their reasons, as pages keep them, those that became items among them; without an outcome, those that failed and are tried again.</param>
    public static Text Of(IReadOnlyCollection<(PageOutcome? Outcome, PageReason? Reason)> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var kinds = pages.Where(p => p.Outcome is not (PageOutcome.Stored or PageOutcome.Copy)).Select(p => KindOf(p.Outcome, p.Reason)).CountBy(kind => kind).OrderByDescending(kind => kind.Value).ToArray();
        var told = kinds.Take(Most).Select(kind => kind.Key.Each(words => $"{kind.Value} {words}"));
        if (kinds.Skip(Most).Sum(kind => kind.Value) is > 0 and var others) told = told.Append(new($"{others} vì lý do khác", $"{others} for other reasons"));
        var (all, none) = (pages.Count, kinds.Sum(kind => kind.Value));
        var list = told.ToArray();
        if (none < all) return new($"{none} trong {all} trang tìm thấy gần đây không thành bài: {string.Join("; ", list.Select(t => t.Vi))}.", $"{none} of the {all} pages found lately became no item: {string.Join("; ", list.Select(t => t.En))}.");
        if (all == 1) return new($"Trang duy nhất tìm thấy gần đây không thành bài: {list[0].Vi}.", $"The one page found lately became no item: {list[0].En}.");
        return new($"Trong {all} trang tìm thấy gần đây không trang nào thành bài: {string.Join("; ", list.Select(t => t.Vi))}.", $"None of the {all} pages found lately became an item: {string.Join("; ", list.Select(t => t.En))}.");
    }

    private static Text KindOf(PageOutcome? outcome, PageReason? reason) => outcome is not { } ended ? new("chưa lấy được, được thử lại", "not to be had yet, and tried again") : ended switch
    {
        PageOutcome.NotArticle => reason is null ? new("không phải bài", "not an article") : NoArticle(PageReasonTexts.Of(reason.Value)),
        PageOutcome.Disallowed => new("bị robots.txt cấm", "forbidden by robots.txt"),
        PageOutcome.Gone => new("không còn, hoặc máy chủ từ chối", "gone, or refused by the server"),
        PageOutcome.Unreachable => new("không lấy được sau nhiều lần thử", "not to be had after many tries"),
        PageOutcome.Quarantined => new("bị cách ly", "quarantined"),
        PageOutcome.Unsupported => PageReasonTexts.Of(reason ?? PageReason.Broken),
        PageOutcome.Stored or PageOutcome.Copy => new("đã lưu", "stored"),
    };

    private static Text NoArticle(Text because) => new($"không phải bài ({because.Vi})", $"not an article ({because.En})");
}
