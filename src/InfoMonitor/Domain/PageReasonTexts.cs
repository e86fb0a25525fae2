namespace InfoMonitor.Domain;

/// <summary>Why pages are no articles, or are not read, in words.</summary>
internal static class PageReasonTexts
{
    /// <summary>Without what one page differs in from the next.</summary>
    public static Text Of(PageReason reason) => reason switch
    {
        PageReason.Nested => new("trang lồng hoặc lặp phần tử nhiều hơn mọi bài viết", "the page nests or repeats elements beyond any article"),
        PageReason.WithoutBody => new("trang không có thân", "the page has no body"),
        PageReason.Consent => new("trang đòi đồng ý trước khi cho xem", "the page asks for consent before it shows anything"),
        PageReason.Challenge => new("trang hỏi người đọc có phải là người không", "the page asks whether its reader is a person"),
        PageReason.AgeWall => new("trang hỏi tuổi người đọc", "the page asks its reader's age"),
        PageReason.AdvertisementWall => new("trang đòi người đọc cho hiện quảng cáo", "the page asks its reader to let its advertisements through"),
        PageReason.Missing => new("trang nói không có gì ở địa chỉ này", "the page says that there is nothing at this address"),
        PageReason.Redirect => new("trang đưa người đọc sang nơi khác", "the page sends its reader on"),
        PageReason.ServerError => new("trang báo lỗi của máy chủ", "the page shows an error of its server"),
        PageReason.LogIn => new("trang đòi đăng nhập", "the page asks its reader to log in"),
        PageReason.List => new("trang chỉ liệt kê các trang khác", "the page lists other pages"),
        PageReason.Documents => new("trang liệt kê văn bản", "the page lists documents"),
        PageReason.Terms => new("trang nêu điều khoản, chính sách của chính trang web", "the page sets out the terms of its site"),
        PageReason.Schedule => new("trang là lịch công tác", "the page is a schedule"),
        PageReason.Contacts => new("trang nêu cách liên hệ hoặc lãnh đạo của cơ quan", "the page says how an office is reached or who leads it"),
        PageReason.Duties => new("trang nêu chức năng, nhiệm vụ của cơ quan", "the page sets out an office's duties"),
        PageReason.About => new("trang giới thiệu chính tòa soạn hoặc tổ chức", "the page says who those of its site are"),
        PageReason.Profile => new("trang giới thiệu một người", "the page says who somebody is"),
        PageReason.Subscription => new("trang mời đăng ký, đặt mua hoặc ủng hộ", "the page offers a subscription"),
        PageReason.Advertising => new("trang bán chỗ quảng cáo", "the page sells space to those who advertise"),
        PageReason.Vacancies => new("trang tuyển người làm", "the page offers work"),
        PageReason.Product => new("trang bán một món hàng", "the page sells a product"),
        PageReason.Form => new("trang là mẫu để điền", "the page is a form to fill in"),
        PageReason.Confirmation => new("trang xác nhận việc người đọc vừa làm", "the page confirms what its reader did"),
        PageReason.TooShort => new("quá ít chữ", "too little text"),
        PageReason.NoText => new("trang không có phần chữ", "no text"),
        PageReason.Elsewhere => new("dẫn tới nơi không được đọc", "leading where nothing is read"),
        PageReason.Redirects => new("chuyển hướng quá nhiều hoặc vòng tròn", "redirecting too often or in a circle"),
        PageReason.TooSlow => new("mất quá nhiều thời gian để đọc", "taking too long to be read"),
        PageReason.TooLarge => new("quá lớn", "too large"),
        PageReason.MediaType => new("có kiểu nội dung không đọc", "of a type that is not read"),
        PageReason.Address => new("ở địa chỉ không được phép đọc", "at an address that may not be read"),
        PageReason.PrivateAddress => new("ở địa chỉ mạng riêng, không công cộng", "at a private address"),
        PageReason.Broken => new("không đọc được", "not readable"),
    };

    /// <summary>It shows its text only to those who do something for it first: there may be articles behind it, which are not read (DESIGN 2.9).</summary>
    public static bool IsWall(this PageReason reason) => reason is PageReason.LogIn or PageReason.Consent or PageReason.Challenge or PageReason.AgeWall or PageReason.AdvertisementWall;
}
