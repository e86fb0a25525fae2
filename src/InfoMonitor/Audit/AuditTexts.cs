using InfoMonitor.Domain;

namespace InfoMonitor.Audit;

/// <summary>Strings of the audit log's page, and how its actions and fields are said to people.</summary>
internal static class AuditTexts
{
    public static readonly Text Title = new("Nhật ký kiểm tra", "Audit log");
    public static readonly Text Table = new("Các việc đã làm, mới nhất trước", "What was done, the newest first");
    public static readonly Text Number = new("Số", "No.");
    public static readonly Text When = new("Lúc", "When");
    public static readonly Text Who = new("Ai", "Who");
    public static readonly Text What = new("Việc", "What");
    public static readonly Text Before = new("Trước", "Before");
    public static readonly Text After = new("Sau", "After");
    public static readonly Text Change = new("Thay đổi", "Change");
    public static readonly Text HashColumn = new("Mã băm", "Hash");
    public static readonly Text Service = new("dịch vụ", "the service");
    public static readonly Text NoChange = new("không đổi gì", "nothing changed");
    public static readonly Text Hidden = new("Ẩn cho tới khi có kết luận: người xem thứ hai không được thấy ý kiến trước.", "Hidden until it is settled: a second reviewer must not see the first.");
    public static readonly Text Yes = new("có", "yes");
    public static readonly Text No = new("không", "no");
    public static readonly Text FilterLabel = new("Lọc nhật ký", "Filter the log");
    public static readonly Text ActiveFilters = new("Bộ lọc đang dùng", "Active filters");
    public static readonly Text RemoveFilter = new("Bỏ lọc {0}: {1}", "Remove filter {0}: {1}");
    public static readonly Text Everything = new("Mọi việc", "Everything");
    public static readonly Text All = new("Tất cả: {0}", "All: {0}");
    public static readonly Text Flag = new("Cờ số", "Flag number");
    public static readonly Text From = new("Từ ngày", "From day");
    public static readonly Text To = new("Đến hết ngày", "To the end of day");
    public static readonly Text Apply = new("Lọc", "Filter");
    public static readonly Text Clear = new("Bỏ hết bộ lọc", "Clear all filters");
    public static readonly Text FirstPage = new("Về đầu", "To the newest");
    public static readonly Text NextPage = new("Cũ hơn", "Older");
    public static readonly Text Paging = new("Trang", "Pages");
    public static readonly Text Shown = new("{0} việc trên trang này.", "{0} entries on this page.", "{0} entry on this page.");
    public static readonly Text EmptyTitle = new("Không có việc nào như vậy", "Nothing of the kind was done");
    public static readonly Text EmptyWhat = new("Bỏ bớt bộ lọc hoặc chọn khoảng ngày rộng hơn.", "Remove a filter or take a wider span of days.");
    public static readonly Text Verify = new("Kiểm tra chuỗi", "Verify the chain");
    public static readonly Text WholeTitle = new("Nhật ký nguyên vẹn", "The log is whole");
    public static readonly Text WholeWhat = new("{0} việc nối nhau không đứt. Cất dòng dưới đây ở nơi khác: về sau nó cho thấy nếu nhật ký bị cắt hoặc viết lại.", "{0} entries follow one another without a break. Keep the line below elsewhere: later it shows whether the log was cut or rewritten.");
    public static readonly Text BrokenTitle = new("Nhật ký hỏng ở việc số {0}", "The log is broken at entry {0}");
    public static readonly Text BrokenWhat = new("{0}. Giữ nguyên cơ sở dữ liệu, báo người vận hành và so với các gốc ngày đã cất.", "{0}. Leave the database as it is, tell the operator, and compare with the daily roots that were kept.");

    public static readonly Text BehindTitle = new("Kết luận, ghi chú hoặc căn cứ trong cơ sở dữ liệu khác với nhật ký", "Verdicts, notes or evidence in the database are not as the log says");
    public static readonly Text BehindWhat = new("Nhật ký nguyên vẹn, nhưng có người sửa các dòng sau lưng nó. Giữ nguyên cơ sở dữ liệu và báo người vận hành.", "The log is whole, but somebody changed rows behind it. Leave the database as it is and tell the operator.");
    public static readonly Text TextMark = new("{0} ký tự, SHA-256 {1}…", "{0} characters, SHA-256 {1}…", "{0} character, SHA-256 {1}…");

    /// <summary>Every action that the code records (a test compares).</summary>
    public static readonly IReadOnlyDictionary<string, Text> Actions = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["account.add"] = new("Thêm tài khoản", "Account added"),
        ["account.disable"] = new("Khoá hẳn tài khoản", "Account disabled"),
        ["account.enable"] = new("Mở lại tài khoản", "Account enabled"),
        ["account.first"] = new("Tạo tài khoản đầu tiên", "First account made"),
        ["account.harm"] = new("Chọn cách hiện nội dung gây hại", "Way of showing harmful content chosen"),
        ["account.lock"] = new("Tạm khoá vì sai mật khẩu nhiều lần", "Locked after wrong passwords"),
        ["account.password"] = new("Đổi mật khẩu của mình", "Own password changed"),
        ["account.reset"] = new("Đặt lại mật khẩu", "Password reset"),
        ["account.roles"] = new("Đổi vai trò", "Roles changed"),
        ["account.sessions-end"] = new("Kết thúc các phiên khác", "Other sessions ended"),
        ["account.sign-out"] = new("Đăng xuất", "Signed out"),
        ["account.sign-in"] = new("Đăng nhập", "Signed in"),
        ["flag.add"] = new("Thêm bằng tay vào hàng chờ", "Put into the queue by hand"),
        ["flag.answer"] = new("Ghi nơi đã trả lời", "Answer noted"),
        ["flag.answer-withdrawn"] = new("Rút ghi nhận đã trả lời", "Answer taken back"),
        ["flag.assign"] = new("Giao cho người khác", "Given to somebody"),
        ["flag.claim"] = new("Nhận xử lý", "Claimed"),
        ["flag.claim-expired"] = new("Hết giờ giữ", "Claim ran out"),
        ["flag.new"] = new("Vào hàng chờ", "Put into the queue"),
        ["flag.put-back"] = new("Hoàn tác cả bước", "Step undone"),
        ["flag.reassess"] = new("Đánh giá lại", "Assessed anew"),
        ["flag.release"] = new("Trả lại", "Given back"),
        ["flag.reopen"] = new("Mở lại", "Reopened"),
        ["flag.take-back"] = new("Rút lại điều thêm bằng tay", "Took back an addition"),
        ["flag.skip"] = new("Bỏ qua", "Skipped"),
        ["flag.snooze"] = new("Tạm hoãn", "Snoozed"),
        ["flag.spread"] = new("Lan rộng thêm", "Spread further"),
        ["flag.text-back"] = new("Bài có lại", "Text is back"),
        ["flag.text-changed"] = new("Bài đã sửa", "Text was changed"),
        ["flag.text-missing"] = new("Bài không còn", "Text is missing"),
        ["flag.undo"] = new("Hoàn tác kết luận", "Verdict undone"),
        ["flag.urgent"] = new("Chuyển thành khẩn", "Became urgent"),
        ["flag.verdict"] = new("Kết luận", "Verdict given"),
        ["flag.verdict-amended"] = new("Bổ sung căn cứ cho kết luận", "Verdict amended"),
        ["flag.wake"] = new("Hết tạm hoãn", "Snooze ran out"),
        ["label.accept"] = new("Nhận câu mẫu cho mô hình", "Label accepted"),
        ["label.refuse"] = new("Bác câu mẫu cho mô hình", "Label refused"),
        ["model.promote"] = new("Đưa bộ mô hình mới vào dùng", "Models promoted"),
        ["page.release"] = new("Thả trang bị cách ly", "Page released from quarantine"),
        ["reference.import"] = new("Nhập tài liệu đối chiếu", "References imported"),
        ["reference.new"] = new("Thêm tài liệu đối chiếu", "Reference added"),
        ["source.add"] = new("Thêm nguồn", "Source added"),
        ["source.change"] = new("Sửa nguồn", "Source changed"),
        ["source.remove"] = new("Bỏ nguồn", "Source removed"),
        ["story.redacted"] = new("Che danh tính trong các bài đã lưu", "Identity redacted in earlier items"),
        ["token.make"] = new("Tạo mã truy cập API", "API token made"),
        ["token.revoke"] = new("Thu hồi mã truy cập API", "API token revoked"),
        ["token.use"] = new("Dùng mã truy cập API (lần đầu trong ngày)", "API token used (first time in a day)"),
        ["view.change"] = new("Sửa bộ lọc đã lưu", "Saved view changed"),
        ["view.delete"] = new("Xoá bộ lọc đã lưu", "Saved view deleted"),
        ["view.new"] = new("Lưu bộ lọc", "Saved view made"),
    };

    /// <summary>The first word of an action or a subject: what it is about.</summary>
    public static readonly IReadOnlyDictionary<string, Text> Areas = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["account"] = new("tài khoản", "account"),
        ["flag"] = new("cờ", "flag"),
        ["label"] = new("câu mẫu", "label"),
        ["model"] = new("bộ mô hình", "models"),
        ["page"] = new("trang", "page"),
        ["reference"] = new("tài liệu đối chiếu", "reference"),
        ["references"] = new("tài liệu đối chiếu", "references"),
        ["source"] = new("nguồn", "source"),
        ["story"] = new("câu chuyện", "story"),
        ["token"] = new("mã truy cập API", "API token"),
        ["view"] = new("bộ lọc đã lưu", "saved view"),
        ["views"] = new("bộ lọc đã lưu", "saved views"),
    };

    /// <summary>Fields of before and after. One without a word is shown as it is called.</summary>
    public static readonly IReadOnlyDictionary<string, Text> Fields = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["answer"] = new("Bài trả lời", "Answer"),
        ["added"] = new("Mới", "New"),
        ["class"] = new("Loại lời nói", "Kind of speech"),
        ["delay"] = new("Giãn cách", "Delay"),
        ["disabled"] = new("Bị khoá hẳn", "Disabled"),
        ["enabled"] = new("Đang bật", "Switched on"),
        ["entryPoints"] = new("Điểm vào", "Entry points"),
        ["evidence"] = new("Căn cứ", "Evidence"),
        ["expires"] = new("Hết hạn", "Expires"),
        ["file"] = new("Tệp", "File"),
        ["flag"] = new("Cờ", "Flag"),
        ["forced"] = new("Bỏ qua chạy thử", "Without a shadow run"),
        ["despiteFew"] = new("Dù chấm ít bài", "Despite few items"),
        ["holder"] = new("Người giữ", "Holder"),
        ["independent"] = new("Độc lập", "Independent"),
        ["interval"] = new("Đọc lại sau", "Read every"),
        ["item"] = new("Bài số", "Item"),
        ["items"] = new("Số bài", "Items"),
        ["kind"] = new("Loại", "Kind"),
        ["known"] = new("Đã có", "Known already"),
        ["label"] = new("Dùng cho", "Used for"),
        ["language"] = new("Ngôn ngữ", "Language"),
        ["model"] = new("Mô hình", "Model"),
        ["note"] = new("Ghi chú", "Note"),
        ["outcome"] = new("Kết cục", "Outcome"),
        ["ownership"] = new("Chủ quản", "Ownership"),
        ["pagesPerCrawl"] = new("Trang mỗi lượt", "Pages a crawl"),
        ["priority"] = new("Ưu tiên", "Priority"),
        ["publisher"] = new("Nhà xuất bản", "Publisher"),
        ["rabat"] = new("Rabat", "Rabat"),
        ["reason"] = new("Lý do", "Reason"),
        ["reference"] = new("Tài liệu đối chiếu", "Reference"),
        ["reviews"] = new("Mã băm mọi kết luận của cờ", "Hash of the flag's verdicts"),
        ["roles"] = new("Vai trò", "Roles"),
        ["shown"] = new("Hiện ngay", "Shown at once"),
        ["source"] = new("Nguồn", "Source"),
        ["sources"] = new("Số nguồn", "Sources"),
        ["supports"] = new("Xác nhận là đúng", "Says it is true"),
        ["state"] = new("Trạng thái", "State"),
        ["tokens"] = new("Mã truy cập API thu hồi", "API tokens revoked"),
        ["user"] = new("Người dùng của máy", "User of the machine"),
        ["until"] = new("Đến", "Until"),
        ["url"] = new("Địa chỉ", "Address"),
        ["verdict"] = new("Kết luận", "Verdict"),
        ["why"] = new("Vì sao", "Why"),
    };

    /// <summary>As a clause, for the page and for the terminal.</summary>
    public static Text Of(AuditFault fault) => fault switch
    {
        AuditFault.Missing => new("việc này bị xoá", "the entry is missing"),
        AuditFault.OutOfOrder => new("việc này không đúng thứ tự", "the entry is out of order"),
        AuditFault.NotContinuing => new("việc này không nối tiếp việc trước", "the entry does not continue the one before it"),
        AuditFault.Changed => new("việc này bị sửa sau khi ghi", "the entry was changed after it was written"),
        AuditFault.Rewritten => new("mã băm khác mã đã cất ở nơi khác: nhật ký bị viết lại", "its hash is not the one that was kept elsewhere: the log was rewritten"),
        AuditFault.Truncated => new("nhật ký dừng trước việc này: nó bị cắt", "the log ends before this entry: it was truncated"),
        AuditFault.BeyondEnd => new("việc này đứng sau chỗ nhật ký ghi là hết", "the entry stands after where the log says that it ends"),
        AuditFault.WrongEnd => new("dòng ghi chỗ nhật ký hết bị xoá hoặc bị sửa", "the row that says where the log ends is missing or was changed"),
    };
}
