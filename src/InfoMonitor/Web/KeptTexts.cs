using InfoMonitor.Domain;

namespace InfoMonitor.Web;

/// <summary>Strings about what a browser keeps of work that is not recorded yet (<c>wwwroot/kept.js</c>).</summary>
internal static class KeptTexts
{
    public static readonly Text Restored = new("Điều bạn gõ dở trước đó, chưa gửi, đã được đưa lại.", "What you had typed and not sent is here again.");
    public static readonly Text Drop = new("Bỏ điều đã gõ", "Discard it");
    public static readonly Text Unsent = new("Đang giữ ở đây, chưa gửi", "Kept here, not sent yet");
    public static readonly Text UnsentWhat = new("Máy chủ chưa trả lời. Điều bạn vừa gửi nằm trong trình duyệt này và tự gửi lại, ghi một lần, khi máy chủ trở lại.", "The server does not answer. What you sent is in this browser and goes out by itself, to be recorded once, when it is back.");
    public static readonly Text SessionOver = new("Phiên làm việc đã hết. Đăng nhập lại bằng chính tài khoản này để gửi.", "Your session has ended. Sign in again with the same account to send it.");
    public static readonly Text SignIn = new("Đăng nhập", "Sign in");
    public static readonly Text SendNow = new("Gửi ngay", "Send now");
    public static readonly Text Edit = new("Sửa lại", "Change it");
    public static readonly Text OfFlag = new("Cờ", "Flag");
    public static readonly Text Waiting = new("đang giữ ở đây, chưa gửi:", "kept here, not sent yet:");
    public static readonly Text Sent = new("nay đã gửi và ghi:", "now sent and recorded:");
    public static readonly Text Refused = new("không ghi được, vì cờ đã thay đổi:", "not recorded, for the flag has changed:");
    public static readonly Text RefusedWhat = new("Không có gì bị ghi đè. Điều bạn viết vẫn còn ở trang của cờ.", "Nothing was overwritten. What you wrote is still on the flag's page.");
    public static readonly Text Copy = new("Bạn đã viết, chưa được ghi; giữ ở đây để chép lại", "What you wrote here was not recorded; kept for you to copy");
    public static readonly Text Sending = new("Đang gửi… Điều bạn gửi được giữ trong trình duyệt này đến khi ghi xong.", "Sending… What you sent is kept in this browser until it is recorded.");
    public static readonly Text Step = new("Việc cho nhiều cờ", "The step on several flags");
    public static readonly Text UndoStep = new("Hoàn tác", "The undo");
    public static readonly Text AddForm = new("trang thêm bằng tay", "the page to add by hand");
    public static readonly Text SignOutDrafts = new("Điều bạn gõ dở ở: {0} sẽ bị xoá khỏi trình duyệt này. Vẫn đăng xuất?", "What you typed and did not send at {0} is deleted from this browser. Sign out all the same?");
    public static readonly Text SignOutUnsent = new("Có việc chưa gửi được. Đăng xuất sẽ xoá khỏi trình duyệt này. Vẫn đăng xuất?", "Something could not be sent yet. Signing out removes it from this browser. Sign out all the same?");
}
