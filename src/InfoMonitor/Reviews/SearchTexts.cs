using InfoMonitor.Domain;

namespace InfoMonitor.Reviews;

/// <summary>Strings of the search page.</summary>
internal static class SearchTexts
{
    public static readonly Text SearchLabel = new("Tìm cờ, kết luận, căn cứ (dấu tuỳ ý)", "Search flags, verdicts, references (accents optional)");
    public static readonly Text SearchHint = new("Tìm trong cờ ở mọi trạng thái và thư viện căn cứ; bài chưa có cờ không tìm được. Mọi từ phải có mặt; đặt trong ngoặc kép để tìm nguyên cụm.", "Searches flags in every state and the references; items without a flag are not searched. Every word must be there; quotation marks keep words together.");
    public static readonly Text Where = new("Phạm vi", "Where");
    public static readonly Text Everything = new("Tất cả", "Everything");
    public static readonly Text Found = new("Kết quả", "Results");
    public static readonly Text Newest = new("{0} kết quả trên trang này, mới nhất trước.", "{0} results on this page, newest first.", "{0} result on this page.");
    public static readonly Text NothingFound = new("Không tìm thấy “{0}”", "Nothing found for “{0}”");
    public static readonly Text NothingFoundWhat = new("Bớt một từ, bỏ ngoặc kép, hoặc tìm trong tất cả.", "Leave out a word or the quotation marks, or search everything.");
    public static readonly Text CoveredHit = new("Nội dung gây hại, đang được che: mở cờ {0}", "Harmful content, covered: open flag {0}");

    public static Text Of(SearchScope scope) => scope switch
    {
        SearchScope.Open => new("Cờ chưa xong", "Open flags"),
        SearchScope.Settled => new("Đã kết luận", "Settled"),
        SearchScope.Reference => new("Căn cứ", "References"),
    };
}
