using InfoMonitor.Content.Feeds;
using InfoMonitor.Domain;

namespace InfoMonitor.Crawling;

/// <summary>What is wrong with an entry point. Values stand in these as they are shown.</summary>
internal static class CrawlingTexts
{
    public static readonly Text NoLinks = new("Không thấy liên kết tới bài nào trên trang: chỉ ra bằng selector.", "No article links were found on the page: name them with a selector.");
    public static readonly Text NoSitemapNamed = new("robots.txt không nêu sơ đồ trang nào: ghi địa chỉ của chính sơ đồ trang.", "robots.txt names no sitemap: give the sitemap's own address.");
    public static readonly Text NoSitemap = new("Đó không phải sơ đồ trang.", "It is no sitemap.");
    public static readonly Text SlowToTakeApart = new("Phân tích trang quá lâu.", "The page takes too long to take apart.");

    public static readonly Text AnnouncesNothing = new(
        "Không báo bài nào: không có mục, hoặc không mục nào có địa chỉ. Nếu vẫn vậy, ghi điểm vào khác.",
        "It announces nothing: no entry, or none with an address. If it stays so, give another entry point.");

    public static readonly Text NoneOfItsOwn = new(
        "Không mục nào thuộc trang của nguồn: đều dẫn tới trang khác, địa chỉ mạng riêng, trang cá nhân hay trang tìm kiếm. Ghi điểm vào khác; lý do từng mục: infomonitor sources check --try.",
        "None of its entries is a page of the publisher: they lead to other sites, private addresses, profiles or searches. Give another entry point; for the reasons: infomonitor sources check --try.");

    public static readonly Text ForbidsEveryPage = new(
        "robots.txt không cho đọc trang nào trong số các trang được báo, nên sẽ không có bài nào. Xin cơ quan xuất bản mở cho trình đọc này trong robots.txt, hoặc ghi điểm vào có trang mà tệp ấy cho đọc; nếu không, ghi enabled: false. Không có cách bỏ qua.",
        "robots.txt forbids every page that it announces, so that nothing will come. Ask the publisher to let this crawler in by its robots.txt, or give an entry point whose pages it allows; else write enabled: false. There is no override.");

    public static readonly Text CutShort = new(
        "Nội dung bị cắt ngang: phần tới được đã đọc, phần sau còn thiếu và được đọc lại ở lượt sau. Nếu vẫn vậy, báo cơ quan xuất bản hoặc ghi điểm vào khác.",
        "It came incomplete: what came was read, the rest is missing and is asked for again at the next crawl. If it stays so, tell the publisher or give another entry point.");

    public static Text SelectorFindsNone(string selector) => new($"Bộ chọn '{selector}' không tìm ra liên kết nào: có thể trang đã làm lại.", $"The selector '{selector}' finds no links on the page: it may have been rebuilt.");

    public static Text NoSelector(string selector) => new($"'{selector}' không phải bộ chọn CSS.", $"'{selector}' is no CSS selector.");

    public static Text ServesPage(EntryPointKind configured) => new(
        $"Ghi {Word(configured)} mà địa chỉ trả về một trang web: ghi địa chỉ của chính {Named(configured)}, hoặc ghi list: thay cho {Word(configured)}:.",
        $"It serves a web page where a {Word(configured)} is configured: give the {Word(configured)}'s own address, or write list: in place of {Word(configured)}:.");

    public static Text ServesOther(EntryPointKind configured, EntryPointKind served) => new(
        $"Ghi {Word(configured)} mà địa chỉ trả về {Named(served)}. Vẫn đọc được; nên ghi {Word(served)}: thay cho {Word(configured)}:.",
        $"It serves a {Word(served)} where a {Word(configured)} is configured. It was read all the same; write {Word(served)}: in place of {Word(configured)}:.");

    /// <param name="rest">That is left of the time for which its host is left alone.</param>
    public static Text IsLeftAlone(TimeSpan rest)
    {
        var span = SpanText.Write(TimeSpan.FromSeconds(Math.Ceiling(rest.TotalSeconds)));
        return new Text($"Máy chủ được để yên {span}; tới lúc ấy mới đọc lại.", $"Its host is left alone for {span}; it is not read before.");
    }

    public static Text LeadsElsewhere(Text refusal) => new($"Địa chỉ dẫn sang nơi khác. {refusal.Vi}", $"It leads elsewhere. {refusal.En}");

    /// <param name="host">That most of them are on.</param>
    public static Text LeadElsewhere(int entries, int all, string host) => new(
        $"{entries} trong {all} mục dẫn sang trang khác ({host}) nên không được đọc. Nếu đó cũng là trang của nguồn, thêm một điểm vào ở đó; nếu không, ghi nguồn tin chỉ gồm bài của nguồn.",
        $"{entries} of {all} entries lead to another site ({host}) and are not read. If that is the publisher's too, add an entry point there; if not, give a feed of its own pages.");

    public static Text LeadsFor(string address, Text then) => new($"Nay địa chỉ dẫn hẳn sang {address}. {then.Vi}", $"It leads to {address} now, for good. {then.En}");

    public static Text OfSitemap(string address, Text reason) => new($"Sơ đồ trang {address}: {reason.Vi}", $"The sitemap {address}: {reason.En}");

    public static Text LeftBehind(int pages, int most) => new(
        $"Bỏ lại {pages} địa chỉ mới: mỗi nguồn đưa vào nhiều nhất {most} trang trong 24 giờ (Crawling:PagesADay). Trang có tự sinh liên kết không dứt? Nếu có, ghi điểm vào khác hoặc selector.",
        $"{pages} new addresses were left out: a source brings at most {most} pages in 24 hours (Crawling:PagesADay). Does the site make up links without end? Then give another entry point or a selector.");

    public static Text Broke(string exception) => new($"Trình đọc bị lỗi ({exception}); xin báo lại.", $"It broke the reader ({exception}); please report it.");

    public static Text Of(FeedReading.Refused refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return new Text(InVietnamese(refused.Fault, refused.Subject), refused.Reason);
    }

    private static string InVietnamese(FeedFault fault, string? subject) => fault switch
    {
        FeedFault.Empty => "Nội dung trống.",
        FeedFault.TooLarge => $"Nội dung lớn hơn {subject} MiB.",
        FeedFault.UnpacksTooLarge => $"Giải nén ra lớn hơn {subject} MiB.",
        FeedFault.BrokenArchive => "Tệp nén gzip bị hỏng.",
        FeedFault.OtherJson => "Là JSON nhưng không phải JSON Feed.",
        FeedFault.BrokenJson => $"Giống JSON nhưng không đọc được (dòng {subject}).",
        FeedFault.NeitherXmlNorJson => "Không có XML, cũng không có JSON Feed.",
        FeedFault.HtmlPage => "Là trang HTML, không phải nguồn tin RSS.",
        FeedFault.OtherRoot => $"Phần tử gốc <{subject}> không thuộc nguồn tin RSS hay sơ đồ trang nào.",
        FeedFault.ExternalEntity => $"Khai báo thực thể ngoài \"{subject}\", tức là đọc một tệp hoặc địa chỉ khác.",
        FeedFault.LargeEntity => $"Khai báo thực thể lớn hơn mức một nguồn tin cần (\"{subject}\").",
        FeedFault.NestedEntity => $"Khai báo thực thể \"{subject}\" qua các thực thể khác, như bom thực thể.",
    };

    /// <summary>As the file writes it.</summary>
    private static string Word(EntryPointKind kind) => kind switch
    {
        EntryPointKind.Feed => "feed",
        EntryPointKind.Sitemap => "sitemap",
        EntryPointKind.List => "list",
    };

    private static string Named(EntryPointKind kind) => kind switch
    {
        EntryPointKind.Feed => "nguồn tin RSS",
        EntryPointKind.Sitemap => "sơ đồ trang",
        EntryPointKind.List => "trang mục",
    };
}
