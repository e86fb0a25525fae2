using System.Globalization;
using InfoMonitor.Domain;

namespace InfoMonitor.Fetching;

/// <summary>Why an address was not read, each with what to do. Values stand in these as they are shown, and hold no personal data.</summary>
internal static class FetchingTexts
{
    public static readonly Hindrance NotAbsolute = new(new("địa chỉ chưa đầy đủ", "the address is not absolute"), Open, PageReason.Address);
    public static readonly Hindrance WithoutHost = new(new("địa chỉ không có tên máy chủ", "the address names no host"), Open, PageReason.Address);
    public static readonly Hindrance WrongEncoding = new(new("nội dung không đúng như Content-Encoding ghi", "the body is not what its Content-Encoding says"), Tell);
    public static readonly Hindrance OtherCompression = new(new("nội dung nén theo cách không đọc được", "the body is compressed in a way that is not read"), Tell);
    public static readonly Hindrance Broke = new(new("kết nối bị đứt", "the connection broke"), Wait);
    public static readonly Hindrance NoSuchHost = new(new("tên máy chủ không có địa chỉ mạng", "the host's name has no address"), new(
        "Xem lại tên máy chủ trong sources.yaml và DNS của máy này; nếu trang đã đóng, ghi enabled: false.",
        "Check the host's name in sources.yaml and the DNS of this machine; if the site has closed, write enabled: false."));
    public static readonly Hindrance Refused = new(new("máy chủ từ chối hoặc bỏ rơi kết nối", "the host refuses or drops the connection"), Wait);
    public static readonly Hindrance BadTls = new(new("bắt tay TLS không thành", "the TLS handshake fails"), new(
        "Mở địa chỉ bằng trình duyệt: nếu cũng không được, báo cơ quan xuất bản; nếu được, có thể trang chỉ nhận phiên bản TLS mà máy này đã tắt.",
        "Open the address in a browser: if that fails too, tell the publisher; if it does not, the site may take only versions of TLS that this machine has switched off."));
    public static readonly Hindrance OthersCertificate = new(new("chứng thư TLS cấp cho tên máy chủ khác", "the TLS certificate is another host's"), new(
        "Mở địa chỉ bằng trình duyệt, tìm tên đúng của trang và ghi vào sources.yaml, hoặc báo cơ quan xuất bản. Không có cách bỏ qua kiểm tra.",
        "Open the address in a browser, look for the site's right name and write it in sources.yaml, or tell the publisher. The check cannot be switched off."));
    public static readonly Hindrance ExpiredCertificate = new(new("chứng thư TLS đã hết hạn hoặc chưa có hiệu lực", "the TLS certificate has expired, or is not valid yet"), new(
        "Báo cơ quan xuất bản. Nếu trình duyệt ở máy khác vẫn mở được, xem đồng hồ của máy này. Không có cách bỏ qua kiểm tra.",
        "Tell the publisher. If a browser on another machine opens it all the same, look at this machine's clock. The check cannot be switched off."));
    public static readonly Hindrance UnknownCertificate = new(new("không có cơ quan đáng tin nào bảo đảm chứng thư TLS (tự ký, hoặc máy chủ thiếu chứng thư trung gian)", "nobody trusted vouches for the TLS certificate (it is self-signed, or the server leaves out one in between)"), new(
        "Báo cơ quan xuất bản. Nếu chứng thư do một cơ quan của nhà nước hay của đơn vị cấp, cài chứng thư gốc của nơi ấy vào máy này. Không có cách bỏ qua kiểm tra.",
        "Tell the publisher. If an authority of the state or of the office issued it, install that authority's root certificate on this machine. The check cannot be switched off."));
    public static readonly Hindrance EndedEarly = new(new("câu trả lời bị cắt ngang", "the answer ended early"), Wait);
    public static readonly Hindrance LongHeaders = new(new("phần đầu câu trả lời quá lớn", "the answer's headers are too large"), Tell);
    public static readonly Hindrance NotHttp = new(new("câu trả lời không phải HTTP", "the answer is not HTTP"), Tell);
    public static readonly Hindrance AskedToWait = new(new("trang yêu cầu tạm ngừng đọc một thời gian", "the site asked to be left alone for a while"), Busy);
    public static readonly Hindrance LeftAlone = new(new("máy chủ lỗi quá nhiều lần, tạm ngừng đọc một thời gian", "the host failed too often and is left alone for a while"), Wait);
    public static readonly Hindrance Circle = new(new("các lần chuyển hướng đi vòng tròn", "the redirects go in a circle"), Open, PageReason.Redirects);
    public static readonly Hindrance UnaskedNotModified = new(new("máy chủ đáp 304 cho một yêu cầu không kèm điều kiện", "304 to an unconditional request"), Tell);

    public static readonly Hindrance NoContact = new(new("chưa có địa chỉ liên hệ", "there is no contact"), Contact.Missing);

    private static Text Open => new("Mở địa chỉ bằng trình duyệt và ghi nơi nó dẫn tới vào sources.yaml.", "Open the address in a browser and write in sources.yaml where it ends.");

    private static Text Tell => new("Báo cơ quan xuất bản, hoặc ghi điểm vào khác.", "Tell the publisher, or give another entry point.");

    private static Text Busy => new("Hệ thống tự thử lại. Nếu kéo dài, tăng interval hoặc delay trong sources.yaml.", "It is tried again by itself. If it lasts, lengthen interval or delay in sources.yaml.");

    private static Text Wait => new(
        "Hệ thống tự thử lại. Nếu kéo dài, mở địa chỉ từ máy này: có thể tường lửa chặn, hoặc trang đã hỏng; rồi hỏi cơ quan xuất bản.",
        "It is tried again by itself. If it lasts, open the address from this machine: a firewall may be in the way, or the site is down; then ask the publisher.");

    /// <summary><see cref="AskedToWait"/>, told with what its answer was, or what is known of it from before.</summary>
    public static Hindrance AskedToWaitAs(Hindrance why)
    {
        ArgumentNullException.ThrowIfNull(why);
        return new(new($"{AskedToWait.What.Vi} ({why.What.Vi})", $"{AskedToWait.What.En} ({why.What.En})"), why.Remedy);
    }

    /// <summary>What was stored of an entry point or page: whole sentences, what to do among them.</summary>
    public static Hindrance Kept(Text told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return new(told.Each(text => text.TrimEnd('.')), new("Hết thời gian ấy, hệ thống tự hỏi lại.", "It is asked again by itself after that."));
    }

    /// <param name="detail">What was stored of a page, in English alone.</param>
    public static Hindrance KeptOfPage(string detail) => Kept(new Text($"máy chủ được để yên: {detail}", $"its host is left alone: {detail}"));

    public static Hindrance OtherScheme(string scheme) => new(new($"không đọc giao thức {scheme}, chỉ đọc http và https", $"the scheme {scheme} is not read, only http and https"), Open, PageReason.Address);

    public static Hindrance NotPublic(string address, Text kind) => new(new($"{address} không phải địa chỉ công cộng ({kind.Vi})", $"{address} is a {kind.En} address"), Allow, PageReason.PrivateAddress);

    public static Hindrance AtNotPublic(string host, Text kind) => new(new($"{host} trỏ tới địa chỉ không công cộng ({kind.Vi})", $"{host} is at a {kind.En} address"), Allow, PageReason.PrivateAddress);

    private static Text Allow => new("Ghi địa chỉ công cộng; nếu chính cơ quan vận hành máy chủ ấy, mở dải của nó trong Fetching:AllowPrivate.", "Give a public address; if the office runs that server itself, open its range in Fetching:AllowPrivate.");

    public static Hindrance OtherPort(string address, int port) => new(
        new($"{address} ở cổng {port}, nguồn không ghi cổng ấy", $"{address} is on port {port}, which the source does not name"),
        new("Nếu đó đúng là trang của nguồn, ghi địa chỉ có cổng ấy làm điểm vào.", "If it is the publisher's, give an address with that port as the entry point."),
        PageReason.Address);

    public static Hindrance RobotsUnread(Hindrance why)
    {
        ArgumentNullException.ThrowIfNull(why);
        return new(new($"không đọc được robots.txt: {why.What.Vi}", $"robots.txt could not be read: {why.What.En}"), why.Remedy);
    }

    public static Hindrance Forbidden(string address) => new(
        new($"robots.txt không cho đọc {address}", $"robots.txt forbids {address}"),
        new("Xin cơ quan xuất bản mở cho trình đọc này trong robots.txt, hoặc ghi điểm vào khác mà tệp ấy cho đọc; nếu không, ghi enabled: false. Không có cách bỏ qua.",
            "Ask the publisher to let this crawler in by its robots.txt, or give another entry point that it allows; else write enabled: false. There is no override."));

    public static Hindrance Answered(int status) => new(status == 410 ? new("máy chủ đáp mã 410: địa chỉ đã bỏ hẳn", "the server answered 410: the address is gone for good") : new($"máy chủ đáp mã {status}", $"the server answered {status}"), status switch
    {
        410 => new("Tìm địa chỉ mới trên trang của nguồn và ghi vào sources.yaml, hoặc enabled: false.", "Look for its new address on the publisher's site and write it in sources.yaml, or enabled: false."),
        404 => new("Nếu vẫn vậy, tìm địa chỉ mới trên trang của nguồn và ghi vào sources.yaml, hoặc enabled: false.", "If it stays so, look for its new address on the publisher's site and write it in sources.yaml, or enabled: false."),
        429 => Busy,
        408 or 425 or >= 500 => new("Máy chủ đang bận hoặc hỏng; hệ thống tự thử lại. Nếu kéo dài, tăng interval hoặc delay trong sources.yaml, rồi hỏi cơ quan xuất bản.", "The server is busy or down; it is tried again by itself. If it lasts, lengthen interval or delay in sources.yaml, then ask the publisher."),
        _ => new("Máy chủ từ chối: hỏi cơ quan xuất bản, ghi điểm vào khác, hoặc tắt nguồn (enabled: false). Không có cách vượt.", "The server refuses: ask the publisher, give another entry point, or switch the source off (enabled: false). There is no way round."),
    });

    public static Hindrance OtherType(string type) => new(
        new($"không đọc kiểu nội dung {type}", $"media type {type} is not read"),
        new("Ghi địa chỉ của một nguồn tin RSS, sơ đồ trang hoặc trang web.", "Give the address of a feed, a sitemap or a web page."),
        PageReason.MediaType);

    public static Hindrance TooLarge(int most) => new(
        new($"nội dung lớn hơn {most / 1024} KiB", $"the body is larger than {most / 1024} KiB"),
        new("Ghi điểm vào nhỏ hơn (nguồn tin của một mục, sơ đồ trang mới nhất), hoặc tăng Fetching:MaxBytes.", "Give a smaller entry point (a section's feed, the newest sitemap), or raise Fetching:MaxBytes."),
        PageReason.TooLarge);

    public static Hindrance NoConnection(TimeSpan within) => new(new($"không kết nối được trong {within.TotalSeconds:0} giây", $"no connection within {within.TotalSeconds:0} s"), Wait);

    public static Hindrance TooSlow(TimeSpan within) => new(
        new($"chưa nhận đủ câu trả lời trong {within.TotalSeconds:0} giây", $"no complete answer within {within.TotalSeconds:0} s"),
        new("Máy chủ chậm; hệ thống tự thử lại. Nếu kéo dài, ghi điểm vào nhỏ hơn (nguồn tin của một mục), hoặc tăng Fetching:TotalTimeout.", "The server is slow; it is tried again by itself. If it lasts, give a smaller entry point (a section's feed), or raise Fetching:TotalTimeout."));

    /// <param name="pause">That robots.txt asks for.</param>
    /// <param name="most">That is waited for.</param>
    public static Hindrance PauseTooLong(TimeSpan pause, TimeSpan most) => new(
        new($"robots.txt yêu cầu hai yêu cầu cách nhau ít nhất {pause.TotalSeconds:0} giây và được theo đúng; một lượt đọc không chờ quá {most.TotalSeconds:0} giây (Fetching:MaxCrawlDelay), nên mỗi lượt chỉ gửi một yêu cầu và để phần còn lại cho các lượt sau",
            $"robots.txt asks for {pause.TotalSeconds:0} s between two requests, which is kept; no crawl waits longer than {most.TotalSeconds:0} s (Fetching:MaxCrawlDelay), so each sends one request and leaves the rest to the crawls after it"),
        pause > FetchingOptions.LongestCrawlDelay
            ? new("Xin cơ quan xuất bản giãn ngắn hơn (Crawl-delay), hoặc ghi điểm vào ở máy chủ khác.", "Ask the publisher for a shorter Crawl-delay, or give an entry point on another host.")
            : new($"Xin cơ quan xuất bản giãn ngắn hơn (Crawl-delay); hoặc đặt Fetching:MaxCrawlDelay là {Clock(pause)} và trong sources.yaml ghi interval dài hơn nhiều lần {pause.TotalSeconds:0} giây: mỗi khoảng ấy chỉ đọc được một trang.",
                $"Ask the publisher for a shorter Crawl-delay; or set Fetching:MaxCrawlDelay to {Clock(pause)} and write an interval many times {pause.TotalSeconds:0} s in sources.yaml: one page can be read in each."));

    public static Hindrance RedirectsNowhere(string address) => new(new($"{address} chuyển hướng mà không có địa chỉ đúng", $"{address} redirects without a valid address"), Open);

    public static Hindrance ManyRedirects(int most) => new(new($"chuyển hướng quá {most} lần", $"more than {most} redirects"), Open, PageReason.Redirects);

    private static string Clock(TimeSpan span) => TimeSpan.FromSeconds(Math.Ceiling(span.TotalSeconds)).ToString("c", CultureInfo.InvariantCulture);
}
