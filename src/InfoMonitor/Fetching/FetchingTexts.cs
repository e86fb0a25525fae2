using InfoMonitor.Domain;

namespace InfoMonitor.Fetching;

/// <summary>Why an address was not read. Values stand in these as they are shown, and hold no personal data.</summary>
internal static class FetchingTexts
{
    public static readonly Text NotAbsolute = new("địa chỉ chưa đầy đủ", "the address is not absolute");
    public static readonly Text WithoutHost = new("địa chỉ không có tên máy chủ", "the address names no host");
    public static readonly Text WrongEncoding = new("nội dung không đúng như Content-Encoding ghi", "the body is not what its Content-Encoding says");
    public static readonly Text OtherCompression = new("nội dung nén theo cách không đọc được", "the body is compressed in a way that is not read");
    public static readonly Text Broke = new("kết nối bị đứt", "the connection broke");
    public static readonly Text NoSuchHost = new("tên máy chủ không có địa chỉ mạng", "the host's name has no address");
    public static readonly Text Refused = new("máy chủ từ chối hoặc bỏ rơi kết nối", "the host refuses or drops the connection");
    public static readonly Text BadTls = new("chứng thư hoặc bắt tay TLS không hợp lệ", "the TLS certificate or handshake is not good");
    public static readonly Text EndedEarly = new("câu trả lời bị cắt ngang", "the answer ended early");
    public static readonly Text LongHeaders = new("phần đầu câu trả lời quá lớn", "the answer's headers are too large");
    public static readonly Text NotHttp = new("câu trả lời không phải HTTP", "the answer is not HTTP");
    public static readonly Text AskedToWait = new("trang yêu cầu tạm ngừng đọc một thời gian", "the site asked to be left alone for a while");
    public static readonly Text LeftAlone = new("máy chủ lỗi quá nhiều lần, tạm ngừng đọc một thời gian", "the host failed too often and is left alone for a while");
    public static readonly Text Circle = new("các lần chuyển hướng đi vòng tròn", "the redirects go in a circle");
    public static readonly Text UnaskedNotModified = new("máy chủ đáp 304 cho một yêu cầu không kèm điều kiện", "304 to an unconditional request");

    public static Text OtherScheme(string scheme) => new($"không đọc giao thức {scheme}, chỉ đọc http và https", $"the scheme {scheme} is not read, only http and https");

    public static Text NotPublic(string address, Text kind) => new($"{address} không phải địa chỉ công cộng ({kind.Vi})", $"{address} is a {kind.En} address");

    public static Text AtNotPublic(string host, Text kind) => new($"{host} trỏ tới địa chỉ không công cộng ({kind.Vi})", $"{host} is at a {kind.En} address");

    public static Text OtherPort(string address, int port) => new($"{address} ở cổng {port}, nguồn không ghi cổng ấy", $"{address} is on port {port}, which the source does not name");

    public static Text RobotsUnread(Text reason) => new($"không đọc được robots.txt: {reason.Vi}", $"robots.txt could not be read: {reason.En}");

    public static Text Forbidden(string address) => new($"robots.txt không cho đọc {address}", $"robots.txt forbids {address}");

    public static Text Answered(int status) => new($"máy chủ đáp mã {status}", $"the server answered {status}");

    public static Text OtherType(string type) => new($"không đọc kiểu nội dung {type}", $"media type {type} is not read");

    public static Text TooLarge(int most) => new($"nội dung lớn hơn {most / 1024} KiB", $"the body is larger than {most / 1024} KiB");

    public static Text NoConnection(TimeSpan within) => new($"không kết nối được trong {within.TotalSeconds:0} giây", $"no connection within {within.TotalSeconds:0} s");

    public static Text TooSlow(TimeSpan within) => new($"chưa nhận đủ câu trả lời trong {within.TotalSeconds:0} giây", $"no complete answer within {within.TotalSeconds:0} s");

    public static Text PauseTooLong(TimeSpan pause, TimeSpan most) => new(
        $"robots.txt yêu cầu giãn {pause.TotalSeconds:0} giây giữa hai lần đọc; không chờ quá {most.TotalSeconds:0} giây (Fetching:MaxCrawlDelay)",
        $"robots.txt asks for {pause.TotalSeconds:0} s between two requests; longer than {most.TotalSeconds:0} s is not waited for (Fetching:MaxCrawlDelay)");

    public static Text RedirectsNowhere(string address) => new($"{address} chuyển hướng mà không có địa chỉ đúng", $"{address} redirects without a valid address");

    public static Text ManyRedirects(int most) => new($"chuyển hướng quá {most} lần", $"more than {most} redirects");
}
