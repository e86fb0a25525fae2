using InfoMonitor.Domain;

namespace InfoMonitor.Accounts;

/// <summary>Strings of signing in.</summary>
internal static class AccountsTexts
{
    public static readonly Text SignInTitle = new("Đăng nhập", "Sign in");
    public static readonly Text Name = new("Tên đăng nhập", "Sign-in name");
    public static readonly Text Password = new("Mật khẩu", "Password");
    public static readonly Text NotSignedIn = new("Không đăng nhập được", "Not signed in");
    public static readonly Text WrongPair = new("Tên đăng nhập hoặc mật khẩu chưa đúng. Sau {0} lần sai liên tiếp, tài khoản tạm khoá {1}.", "Name or password is wrong. After {0} wrong attempts in a row an account is locked for {1}.");
    public static readonly Text Forgotten = new("Quên mật khẩu: nhờ người vận hành của văn phòng đặt lại. Mọi lần đăng nhập được ghi vào nhật ký.", "Forgot the password? The office's operator can reset it. Every sign-in is recorded in the audit log.");
    public static readonly Text FirstRun = new("Chưa có tài khoản nào", "There is no account yet");
    public static readonly Text FirstRunWhat = new("Mở địa chỉ /setup kèm mã mà dịch vụ đã in ở cửa sổ dòng lệnh hoặc trong nhật ký dịch vụ khi khởi động; hoặc chạy lệnh dưới đây trên máy chủ rồi tải lại trang này.", "Open the /setup address with the code that the service printed at its terminal or in its log when it started; or run the command below on the server, then reload this page.");
    public static readonly Text SignedOut = new("Bạn đã đăng xuất.", "You are signed out.");
    public static readonly Text OtherLanguage = new("English", "Tiếng Việt");

    public static readonly Text SetupTitle = new("Tạo tài khoản đầu tiên", "Make the first account");
    public static readonly Text SetupWhat = new("Tài khoản này vận hành dịch vụ. Trang này chỉ mở được khi chưa có tài khoản nào.", "This account runs the service. The page opens only while there is no account.");
    public static readonly Text SetupMore = new("Các tài khoản sau được thêm trên máy chủ bằng lệnh: infomonitor users add.", "Further accounts are added on the server: infomonitor users add.");
    public static readonly Text SetupFailed = new("Chưa tạo được", "Not made");
    public static readonly Text NameHint = new("2 đến 40 chữ thường không dấu, số, dấu chấm, gạch dưới, gạch nối; bắt đầu bằng chữ.", "2 to 40 lower-case letters, digits, dots, underscores, hyphens; beginning with a letter.");
    public static readonly Text PasswordHint = new("Ít nhất {0} ký tự; vài từ không liên quan ghép lại là tốt.", "At least {0} characters; a few unrelated words make a good one.");
    public static readonly Text PasswordAgain = new("Gõ lại mật khẩu", "Password again");
    public static readonly Text PasswordsDiffer = new("Hai lần gõ mật khẩu khác nhau.", "The two passwords differ.");
    public static readonly Text AlsoAnalyst = new("Tôi cũng xem xét cờ (phân tích viên)", "I also review flags (analyst)");
    public static readonly Text MakeAccount = new("Tạo tài khoản", "Make the account");

    public static readonly Text YourAccount = new("Tài khoản của bạn", "Your account");
    public static readonly Text SessionHint = new("Phiên không dùng {0} thì kết thúc. Vai trò do người vận hành đặt.", "A session unused for {0} ends. Roles are set by the operator.");
    public static readonly Text EndSessions = new("Kết thúc các phiên khác", "End my other sessions");
    public static readonly Text HarmTitle = new("Nội dung gây hại", "Harmful content");
    public static readonly Text HarmCovered = new("Che cho tới khi tôi bấm xem", "Cover it until I ask");
    public static readonly Text HarmShown = new("Hiện ngay", "Show it at once");
    public static readonly Text HarmSave = new("Lưu cách hiện", "Save");
    public static readonly Text ChangePassword = new("Đổi mật khẩu", "Change the password");
    public static readonly Text NotChanged = new("Chưa đổi được", "Not changed");
    public static readonly Text OldPassword = new("Mật khẩu hiện tại", "Current password");
    public static readonly Text NewPassword = new("Mật khẩu mới", "New password");
    public static readonly Text PasswordEnds = new("Các phiên khác của bạn sẽ kết thúc; mã truy cập API vẫn dùng được.", "Your other sessions end; API tokens stay good.");
    public static readonly Text OldWrong = new("Mật khẩu hiện tại chưa đúng. Sai nhiều lần liên tiếp thì tài khoản tạm khoá.", "The current password is wrong. After several wrong attempts in a row the account is locked for a while.");
    public static readonly Text TokensTitle = new("Mã truy cập API", "API tokens");
    public static readonly Text TokensWhat = new("Để chương trình làm việc thay bạn với /api/v1. Giữ kín như mật khẩu.", "For programs that act for you on /api/v1. Keep them as you keep a password.");
    public static readonly Text NoTokens = new("Chưa có mã nào đang dùng.", "No token is in use.");
    public static readonly Text TokenUntil = new("hết hạn {0}", "expires {0}");
    public static readonly Text TokenUsed = new("dùng gần nhất {0}", "last used {0}");
    public static readonly Text TokenUnused = new("chưa dùng", "never used");
    public static readonly Text ReadsOnly = new("chỉ đọc", "reads only");
    public static readonly Text Revoke = new("Thu hồi", "Revoke");
    public static readonly Text MakeToken = new("Tạo mã truy cập", "Make a token");
    public static readonly Text NotMade = new("Chưa tạo được", "Not made");
    public static readonly Text TokenLabel = new("Dùng để làm gì", "What it is for");
    public static readonly Text TokenLabelHint = new("Ví dụ: báo cáo tuần.", "For example: weekly report.");
    public static readonly Text TokenDays = new("Số ngày có hiệu lực", "Good for how many days");
    public static readonly Text TokenRoles = new("Được làm việc của vai trò", "May do the work of");
    public static readonly Text TokenRolesHint = new("Không chọn vai trò nào: chỉ đọc.", "None ticked: it reads only.");
    public static readonly Text TokenMade = new("Đã tạo mã “{0}”", "Made the token “{0}”");
    public static readonly Text TokenOnce = new("Chép ngay: mã chỉ hiện một lần này và không được lưu lại.", "Copy it now: it is shown this once and kept nowhere.");
    public static readonly Text TokenUse = new("Cách dùng:", "To use it:");

    public static readonly Text NotFirst = new("Đã có tài khoản.", "There is an account already.");
    public static readonly Text AuditorAlone = new("Người kiểm tra nhật ký không giữ vai trò nào khác: ai kiểm tra thì không ghi vào nhật ký. Hãy tạo tài khoản thứ hai.", "An auditor holds no other role: whoever checks the log writes nothing into it. Make a second account.");

    public static Text NameForm(string name) => Named(name, "“{0}” không dùng làm tên đăng nhập được: 2 đến 40 chữ thường không dấu, số, '.', '_' hoặc '-', bắt đầu bằng chữ.", "'{0}' cannot be a sign-in name: 2 to 40 lower-case letters, digits, '.', '_' or '-', beginning with a letter.");

    public static Text NameReserved(string name) => Named(name, "“{0}” trong nhật ký là chính dịch vụ: hãy chọn tên khác.", "'{0}' stands in the audit log for the service itself: take another name.");

    public static Text NameTaken(string name) => Named(name, "Đã có tài khoản “{0}”. Để đặt mật khẩu mới: users reset {0}", "There is an account '{0}' already. To give it a new password: users reset {0}");

    public static Text NoAccount(string name) => Named(name, "Không có tài khoản “{0}”. Xem: users list", "There is no account '{0}'. See: users list");

    public static Text LastOperator(string name) => Named(name, "“{0}” là người vận hành cuối cùng còn hoạt động. Hãy thêm người vận hành khác trước: users add TÊN --role operator", "'{0}' is the last operator who can sign in. Make another one first: users add NAME --role operator");

    public static Text NoRole(string roles) => Named(roles, "Cần ít nhất một vai trò: {0}.", "Say at least one role: {0}.");

    public static Text Of(AccountDone done) => done switch
    {
        AccountDone.First => new("Đã tạo tài khoản và đăng nhập. Thêm đồng nghiệp bằng lệnh: infomonitor users add.", "The account is made and you are signed in. Add colleagues with: infomonitor users add."),
        AccountDone.Password => new("Đã đổi mật khẩu. Các phiên khác của bạn đã kết thúc.", "The password is changed. Your other sessions have ended."),
        AccountDone.Sessions => new("Các phiên khác của bạn đã kết thúc.", "Your other sessions have ended."),
        AccountDone.Harm => new("Đã lưu cách hiện nội dung gây hại, cho mọi máy bạn đăng nhập.", "How harmful content is shown is saved, wherever you sign in."),
        AccountDone.Revoked => new("Đã thu hồi mã truy cập.", "The token is revoked."),
    };

    /// <summary>The place is the most days, or the most tokens.</summary>
    public static Text Of(TokenFault fault) => fault switch
    {
        TokenFault.NoLabel => new("Ghi mã dùng để làm gì, nhiều nhất 60 ký tự.", "Say what the token is for, in at most 60 characters."),
        TokenFault.BadDays => new("Số ngày có hiệu lực từ 1 đến {0}.", "It may be good for 1 to {0} days."),
        TokenFault.ForeignRole => new("Mã không thể có vai trò mà tài khoản không có.", "A token cannot hold a role that its account does not."),
        TokenFault.TooMany => new("Đã có {0} mã đang dùng. Thu hồi bớt trước.", "There are {0} tokens in use. Revoke some first."),
    };

    /// <summary>What was typed is put in before the text is formatted: its braces stand for themselves.</summary>
    private static Text Named(string name, string vi, string en)
    {
        var plain = name.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        return new Text(vi.Replace("{0}", plain, StringComparison.Ordinal), en.Replace("{0}", plain, StringComparison.Ordinal));
    }
}
