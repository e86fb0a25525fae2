using System.Globalization;
using InfoMonitor.Content.Extraction;
using InfoMonitor.Domain;

namespace InfoMonitor.Ingestion;

/// <summary>Why a page gave no article.</summary>
internal static class IngestionTexts
{
    public static readonly Text NoText = new("trang không có phần chữ", "no text");

    public static Text TooSlow(TimeSpan within)
    {
        var seconds = within.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return new Text($"đọc trang lâu hơn {seconds} giây", $"reading the page took longer than {seconds} s");
    }

    public static Text TooLong(int most)
    {
        var number = most.ToString("#,0", CultureInfo.InvariantCulture);
        return new Text($"bài dài hơn {number.Replace(',', '.')} ký tự", $"the text is longer than {number} characters");
    }

    public static Text Of(NonArticle kind) => kind switch
    {
        NonArticle.Nested => new("trang lồng hoặc lặp phần tử nhiều hơn mọi bài viết", "the page nests or repeats elements beyond any article"),
        NonArticle.WithoutBody => new("trang không có thân", "the page has no body"),
        NonArticle.Consent => new("trang đòi đồng ý trước khi cho xem", "the page asks for consent before it shows anything"),
        NonArticle.Challenge => new("trang hỏi người đọc có phải là người không", "the page asks whether its reader is a person"),
        NonArticle.AgeWall => new("trang hỏi tuổi người đọc", "the page asks its reader's age"),
        NonArticle.AdvertisementWall => new("trang đòi người đọc cho hiện quảng cáo", "the page asks its reader to let its advertisements through"),
        NonArticle.Missing => new("trang nói không có gì ở địa chỉ này", "the page says that there is nothing at this address"),
        NonArticle.Redirect => new("trang đưa người đọc sang nơi khác", "the page sends its reader on"),
        NonArticle.ServerError => new("trang báo lỗi của máy chủ", "the page shows an error of its server"),
        NonArticle.LogIn => new("trang đòi đăng nhập", "the page asks its reader to log in"),
        NonArticle.List => new("trang chỉ liệt kê các trang khác", "the page lists other pages"),
        NonArticle.Documents => new("trang liệt kê văn bản", "the page lists documents"),
        NonArticle.Terms => new("trang nêu điều khoản, chính sách của chính trang web", "the page sets out the terms of its site"),
        NonArticle.Schedule => new("trang là lịch công tác", "the page is a schedule"),
        NonArticle.Contacts => new("trang nêu cách liên hệ hoặc lãnh đạo của cơ quan", "the page says how an office is reached or who leads it"),
        NonArticle.Duties => new("trang nêu chức năng, nhiệm vụ của cơ quan", "the page sets out an office's duties"),
        NonArticle.About => new("trang giới thiệu chính tòa soạn hoặc tổ chức", "the page says who those of its site are"),
        NonArticle.Profile => new("trang giới thiệu một người", "the page says who somebody is"),
        NonArticle.Subscription => new("trang mời đăng ký, đặt mua hoặc ủng hộ", "the page offers a subscription"),
        NonArticle.TooShort => new("quá ít chữ", "too little text"),
    };
}
