using InfoMonitor.Domain;

namespace InfoMonitor.Web;

/// <summary>Strings of the frame around every page, of error pages, and of time.</summary>
internal static class WebTexts
{
    public static readonly Text SkipToContent = new("Tới nội dung chính", "Skip to the content");
    public static readonly Text MainNavigation = new("Chính", "Main");
    public static readonly Text Queue = new("Hàng chờ", "Queue");
    public static readonly Text Search = new("Tìm kiếm", "Search");
    public static readonly Text Load = new("Tải công việc", "Workload");
    public static readonly Text Briefings = new("Bản tin", "Briefings");
    public static readonly Text Sources = new("Nguồn", "Sources");
    public static readonly Text Models = new("Mô hình", "Models");
    public static readonly Text AuditLog = new("Nhật ký", "Audit log");
    public static readonly Text InAuditLog = new("Xem trong nhật ký kiểm tra", "In the audit log");
    public static readonly Text OtherLanguage = new("English", "Tiếng Việt");
    public static readonly Text Keyboard = new("Phím tắt", "Shortcut keys");
    public static readonly Text AccountMenu = new("Tài khoản", "Account");
    public static readonly Text SignOut = new("Đăng xuất", "Sign out");
    public static readonly Text Theme = new("Nền", "Theme");
    public static readonly Text ThemeSystem = new("Theo máy", "As the system");
    public static readonly Text ThemeLight = new("Sáng", "Light");
    public static readonly Text ThemeDark = new("Tối", "Dark");
    public static readonly Text YourAccount = new("Mật khẩu, mã truy cập API", "Password, API tokens");
    public static readonly Text ApiDocs = new("Tài liệu API", "API documentation");
    public static readonly Text Close = new("Đóng", "Close");

    public static readonly Text LeftOutTitle = new("Có chỗ trong địa chỉ không hiểu được, nên bỏ qua", "Part of the address was not understood and was left out");
    public static readonly Text LeftOutValue = new("“{0}” ở “{1}”. Có thể ghi: {2}.", "“{0}” at “{1}”. It may be: {2}.");
    public static readonly Text LeftOutName = new("“{0}”: ở đây không có mục này. Có: {1}.", "“{0}”: there is no such thing here. There are: {1}.");

    public static readonly Text KeysHint = new("Phím tắt không chạy khi bạn đang gõ chữ, kể cả khi bộ gõ tiếng Việt đang ghép dấu.", "Keys do nothing while you type, nor while an input method composes.");
    public static readonly Text KeysOn = new("Bật phím tắt", "Switch shortcut keys on");
    public static readonly Text KeysOff = new("Tắt phím tắt", "Switch shortcut keys off");
    public static readonly Text KeysAreOff = new("Phím tắt đang tắt.", "Shortcut keys are off.");
    public static readonly Text KeyDownUp = new("Xuống, lên; tin sau, tin trước", "Down, up; next, previous flag");
    public static readonly Text KeyOpen = new("Mở cờ", "Open the flag");
    public static readonly Text KeyOriginal = new("Xem bản gốc ở thẻ mới", "Open the original in a new tab");
    public static readonly Text KeyClaim = new("Nhận xử lý", "Claim");
    public static readonly Text KeyVerdict = new("Chọn kết luận", "Choose a verdict");
    public static readonly Text KeySubmit = new("Ghi kết luận đã chọn", "Record the chosen verdict");
    public static readonly Text KeyEvidence = new("Căn cứ", "Evidence");
    public static readonly Text KeyNote = new("Ghi chú", "Note");
    public static readonly Text KeySkip = new("Bỏ qua, chọn lý do", "Skip, with a reason");
    public static readonly Text KeyUndo = new("Hoàn tác bước cuối của bạn", "Undo your last step");
    public static readonly Text KeySelect = new("Chọn dòng", "Select the row");
    public static readonly Text KeyBatch = new("Tới việc cho các dòng đã chọn", "To what is done with the selected rows");
    public static readonly Text KeyBatchVerdict = new("Kết luận cho các dòng đã chọn", "Verdict on the selected rows");
    public static readonly Text KeyGo = new("Tới: {0}", "Go to: {0}");
    public static readonly Text KeyAdd = new("Thêm bằng tay", "Add by hand");
    public static readonly Text KeyLabels = new("Câu mẫu", "Labels");
    public static readonly Text KeySearch = new("Vào ô tìm kiếm", "To the search field");
    public static readonly Text KeyHelp = new("Bảng phím tắt", "This table");

    public static readonly Text HanoiTime = new("giờ Hà Nội", "Hanoi time");
    public static readonly Text AtToday = new("{0} hôm nay", "{0} today");
    public static readonly Text AtYesterday = new("{0} hôm qua", "{0} yesterday");
    public static readonly Text AtTomorrow = new("{0} ngày mai", "{0} tomorrow");
    public static readonly Text UnderAMinute = new("dưới 1 phút", "under a minute");
    public static readonly Text Seconds = new("{0} giây", "{0} s");
    public static readonly Text Minutes = new("{0} phút", "{0} min");
    public static readonly Text HoursMinutes = new("{0} giờ {1:00}", "{0} h {1:00}");
    public static readonly Text Hours = new("{0} giờ", "{0} h");
    public static readonly Text Days = new("{0} ngày", "{0} days", "{0} day");
    public static readonly Text TimeLeft = new("còn {0}", "{0} left");
    public static readonly Text DueSoon = new("sắp hạn, còn {0}", "due soon, {0} left");
    public static readonly Text WorkingTime = new("giờ làm việc", "working time");
    public static readonly Text Overdue = new("quá {0}", "{0} over");
    public static readonly Text SourcesCount = new("{0} nguồn", "{0} sources", "{0} source");
    public static readonly Text ItemsCount = new("{0} bài", "{0} items", "{0} item");
    public static readonly Text SpreadOver24Hours = new("Lan truyền 24 giờ qua: {0} bài, nhiều nhất {1} bài trong {2}", "Spread over 24 hours: {0} items, at most {1} within {2}", "Spread over 24 hours: {0} item, at most {1} within {2}");

    public static readonly Text BadRequestTitle = new("Yêu cầu này không dùng được", "This request cannot be used");
    public static readonly Text BadRequestWhat = new("Biểu mẫu đã hết hạn hoặc được gửi từ trang khác. Chưa có gì được ghi. Quay lại trang trước, tải lại rồi gửi lần nữa.", "The form has expired or came from another site. Nothing was recorded. Go back, reload the page and send it again.");
    public static readonly Text ForbiddenTitle = new("Vai trò của bạn không mở được trang này", "Your role does not open this page");
    public static readonly Text ForbiddenWhat = new("Nếu công việc của bạn cần trang này, nhờ người vận hành thêm vai trò cho tài khoản.", "If your work needs it, ask the operator to add the role to your account.");
    public static readonly Text NotFoundTitle = new("Không có trang này", "There is no such page");
    public static readonly Text NotFoundWhat = new("Địa chỉ có thể bị gõ sai, hoặc tin đã được dọn đi.", "The address may be mistyped, or what stood here was cleared away.");
    public static readonly Text MethodTitle = new("Trang này không nhận cách gửi đó", "This page does not take that method");
    public static readonly Text TooManyTitle = new("Quá nhiều lần thử", "Too many attempts");
    public static readonly Text TooManyWhat = new("Chờ một phút rồi thử lại.", "Wait a minute, then try again.");
    public static readonly Text FailedTitle = new("Có lỗi ở phía chúng tôi", "Something failed on our side");
    public static readonly Text FailedWhat = new("Việc vừa rồi chưa được ghi. Thử lại; nếu vẫn lỗi, gửi mã này cho người vận hành:", "What you just did was not recorded. Try again; if it fails again, give this code to the operator:");
    public static readonly Text AwayTitle = new("Cơ sở dữ liệu đang vắng mặt", "The database is away");
    public static readonly Text AwayWhat = new("Việc vừa rồi chưa được ghi. Chờ một phút rồi tải lại trang; người vận hành xem được lý do ở /healthz/ready.", "What you just did was not recorded. Wait a minute and reload; the operator finds the reason at /healthz/ready.");
    public static readonly Text BackToQueue = new("Về hàng chờ", "To the queue");
    public static readonly Text TryAgain = new("Thử lại", "Try again");
}
