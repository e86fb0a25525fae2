using InfoMonitor.Web;

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
    public static readonly Text FirstRunWhat = new("Trên máy chủ, tạo tài khoản đầu tiên bằng lệnh dưới đây rồi tải lại trang này.", "On the server, create the first account with the command below, then reload this page.");
    public static readonly Text SignedOut = new("Bạn đã đăng xuất.", "You are signed out.");
    public static readonly Text OtherLanguage = new("English", "Tiếng Việt");
    public static readonly Text Tagline = new("Theo dõi khẳng định, không theo dõi người", "Claims, not people");
}
