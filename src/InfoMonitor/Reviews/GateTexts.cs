using InfoMonitor.Domain;
using InfoMonitor.Web;

namespace InfoMonitor.Reviews;

/// <summary>Strings of the page of proposed rows.</summary>
internal static class GateTexts
{
    public static readonly Text Title = new("Câu mẫu cho cổng kiểm định", "Rows for the gate");
    public static readonly Text What = new("Kết luận “được bảo vệ” đề nghị câu của cờ làm câu mẫu: mô hình nào gắn cờ nó thì không được dùng. Một người khác nhận hoặc bác.", "A verdict of “protected” proposes the flag's sentence: a model that flags it does not ship. Another person accepts or refuses it.");
    public static readonly Text Waiting = new("{0} câu mẫu chờ duyệt", "{0} rows to judge", "{0} row to judge");
    public static readonly Text Class = new("Là", "It is");
    public static readonly Text Choose = new("chọn loại", "choose");
    public static readonly Text Accept = new("Nhận", "Accept");
    public static readonly Text Refuse = new("Bác", "Refuse");
    public static readonly Text Yours = new("Bạn đề nghị: chờ người khác.", "You proposed it: somebody else judges it.");
    public static readonly Text OpenFlag = new("Cờ {0}", "Flag {0}");
    public static readonly Text Nothing = new("Không có câu nào.", "There is none.");
    public static readonly Text NotDone = new("Chưa ghi", "Not recorded");
    public static readonly Text Download = new("Tải các câu đã nhận (JSON lines)", "Download accepted rows (JSON lines)");
    public static readonly Text States = new("Trạng thái", "States");
    public static readonly Text Older = new("Cũ hơn", "Older");

    public static Text Of(GateRowState state) => state switch
    {
        GateRowState.Proposed => new("Chờ duyệt", "Proposed"),
        GateRowState.Accepted => new("Đã nhận", "Accepted"),
        GateRowState.Refused => new("Đã bác", "Refused"),
    };

    /// <summary>What stopped a step; the place is the row's number.</summary>
    public static Text Of(GateOutcome outcome) => outcome switch
    {
        GateOutcome.Done => new("Đã ghi.", "Recorded."),
        GateOutcome.NotFound => new("Không có câu {0}: kết luận đề nghị nó có thể đã được rút.", "There is no row {0}: the verdict that proposed it may have been taken back."),
        GateOutcome.Own => new("Câu {0} do bạn đề nghị: người khác phải duyệt.", "You proposed row {0}: another person must judge it."),
        GateOutcome.Judged => new("Câu {0} đã có người duyệt khác đi.", "Row {0} was judged otherwise already."),
        GateOutcome.NoClass => new("Chọn câu {0} là loại lời nói nào được bảo vệ.", "Say which kind of protected speech row {0} is."),
    };
}
