namespace InfoMonitor.Domain;

/// <summary>Whether publishers can reach the office, without which nothing is read (DESIGN 2.9). For code that runs before the fetcher stands, or that does not know it; what the key may hold is checked by Fetching.</summary>
internal static class Contact
{
    public const string Key = "Fetching:Contact";

    public const string Remedy = "Set Fetching:Contact to an address where a publisher can reach the office, e.g. the environment variable Fetching__Contact=webmaster@your-office.example.";

    public static readonly Text Missing = new(
        "Không đọc gì khi chưa có địa chỉ liên hệ. Đặt Fetching:Contact là địa chỉ mà cơ quan xuất bản liên hệ được, như biến môi trường Fetching__Contact=webmaster@your-office.example.",
        "Nothing is read without a contact. " + Remedy);

    public static bool IsSet(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration[Key] is { Length: > 0 };
    }
}
