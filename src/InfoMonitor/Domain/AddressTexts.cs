using InfoMonitor.Content.Urls;

namespace InfoMonitor.Domain;

/// <summary>Addresses that are not read, as people are told. Content has the English of <see cref="RefusalOf"/>, which programs and logs get too.</summary>
internal static class AddressTexts
{
    public static readonly Text Person = new("Không nhận trang của một người", "A person's page is refused");
    public static readonly Text Account = new("Không nhận tài khoản trên mạng xã hội, blog", "An account or blog on a platform is refused");
    public static readonly Text Search = new("Không nhận trang kết quả tìm kiếm, trang hashtag", "A page of search results or of a hashtag is refused");
    public static readonly Text Comments = new("Không nhận bình luận của bạn đọc", "Readers' comments are refused");
    public static readonly Text Private = new("Địa chỉ này thuộc mạng riêng", "The address is on a private network");

    /// <summary>Why an address of this kind is no entry point and what to give instead; null when it may be one.</summary>
    /// <param name="kind">From <see cref="PublicAddress.KindOf"/>.</param>
    /// <param name="channel">True for an organisation's public channel, as <see cref="PublicAddress.Refusal"/> takes it.</param>
    public static Text? RefusalOf(AddressKind kind, bool channel) => (InVietnamese(kind), PublicAddress.Refusal(kind, channel)) is ({ } vi, { } en) ? new Text(vi, en) : null;

    private static string? InVietnamese(AddressKind kind) => kind switch
    {
        AddressKind.Public => null,
        AddressKind.NotHttp => "Chỉ đọc địa chỉ http và https: ghi cả địa chỉ, gồm https://.",
        AddressKind.Credentials => "Không nhận địa chỉ kèm tên hay mật khẩu: chỉ đọc trang mở cho mọi người.",
        AddressKind.Private => $"{Private.Vi} hoặc là chính máy này: không đọc, trừ khi dải của nó có trong Fetching:AllowPrivate.",
        AddressKind.LinkLocal => "Địa chỉ link-local, chỉ dùng trong một đoạn mạng, không bao giờ được đọc: máy chủ đám mây giữ bí mật ở đó.",
        AddressKind.Person => $"{Person.Vi}, trang gom điều người ta nói về một người, hay nhóm để mọi người đăng bài: nguồn là cơ quan, tổ chức xuất bản, không bao giờ là cá nhân. Ghi trang của chính cơ quan ấy.",
        AddressKind.Author => "Không nhận trang tác giả: trang ấy gom bài của một người. Ghi một trang mục của cơ quan xuất bản.",
        AddressKind.Search => $"{Search.Vi}: trang ấy theo một cụm từ qua lời của nhiều người. Ghi trang mục hoặc nguồn tin RSS của cơ quan xuất bản.",
        AddressKind.Comments => $"{Comments.Vi}. Ghi nguồn tin RSS của các bài.",
        AddressKind.Account => $"{Account.Vi}, bản tin cá nhân: nó có thể là của một người. Với kênh công khai của một tổ chức, ghi kind: channel và named-on là trang của tổ chức ấy có nêu kênh.",
    };
}
