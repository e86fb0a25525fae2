using InfoMonitor.Domain;

namespace InfoMonitor.Reviews;

/// <summary>Strings of the page of labels.</summary>
internal static class LabelTexts
{
    public static readonly Text Title = new("Câu mẫu cho mô hình", "Labels for the models");
    public static readonly Text What = new(
        "Kết luận đã định đề nghị câu của cờ làm câu mẫu: “được bảo vệ” vào cổng kiểm định (mô hình nào gắn cờ nó thì không được dùng), điều hai người cùng kết luận là gây hại, sai hay gây hiểu lầm để huấn luyện, và “không phải khẳng định” cũng vậy, là loại câu mà người nhận chọn. Một người khác nhận hoặc bác. Câu “được bảo vệ” của cờ trùng đính chính và mọi câu làm lộ một người thì không được đề nghị.",
        "A settled verdict proposes the flag's sentence: “protected” for the gate (a model that flags it does not ship), what two people called harmful, false or misleading for training, and “not a claim” too, as the kind of sentence that whoever accepts it names. Another person accepts or refuses it. A protected sentence flagged for matching a correction, and whatever exposes somebody, is not proposed.");
    public static readonly Text Waiting = new("{0} câu mẫu chờ duyệt", "{0} labels to judge", "{0} label to judge");
    public static readonly Text Is = new("Là", "It is");
    public static readonly Text Choose = new("chọn loại", "choose");
    public static readonly Text Accept = new("Nhận", "Accept");
    public static readonly Text Refuse = new("Bác", "Refuse");
    public static readonly Text Yours = new("Bạn đề nghị: chờ người khác.", "You proposed it: somebody else judges it.");
    public static readonly Text Names = new("Thấy tên: {0}. Khi xuất, tên chỉ còn chữ cái đầu. Nhận nếu ngoài ra không ai bị nhận ra.", "Names seen: {0}. An export holds their initials. Accept it if nobody is recognised by anything else.");
    public static readonly Text Masked = new("Đã che: {0}. Nhận nếu không còn gì chỉ ra một người.", "Masked: {0}. Accept it if nothing left points to a person.");
    public static readonly Text OpenFlag = new("Cờ {0}", "Flag {0}");
    public static readonly Text Nothing = new("Không có câu nào.", "There is none.");
    public static readonly Text NotDone = new("Chưa ghi", "Not recorded");
    public static readonly Text Download = new("Tải các câu đã nhận (JSON lines)", "Download accepted labels (JSON lines)");
    public static readonly Text States = new("Trạng thái", "States");
    public static readonly Text Older = new("Cũ hơn", "Older");

    public static Text Of(LabelState state) => state switch
    {
        LabelState.Proposed => new("Chờ duyệt", "Proposed"),
        LabelState.Accepted => new("Đã nhận", "Accepted"),
        LabelState.Refused => new("Đã bác", "Refused"),
    };

    public static Text Of(LabelUse use) => use switch
    {
        LabelUse.Gate => new("Cho cổng kiểm định", "For the gate"),
        LabelUse.Training => new("Để huấn luyện", "For training"),
    };

    /// <summary>What stopped a step; the place is the label's number.</summary>
    public static Text Of(LabelOutcome outcome) => outcome switch
    {
        LabelOutcome.Done => new("Đã ghi.", "Recorded."),
        LabelOutcome.NotFound => new("Không có câu {0}: kết luận đề nghị nó có thể đã được rút.", "There is no label {0}: the verdict that proposed it may have been taken back."),
        LabelOutcome.Own => new("Câu {0} do bạn đề nghị: người khác phải duyệt.", "You proposed label {0}: another person must judge it."),
        LabelOutcome.Judged => new("Câu {0} đã được duyệt rồi. Xem ở mục đã nhận hoặc đã bác.", "Label {0} was judged already. See it among those accepted or refused."),
        LabelOutcome.NoWord => new("Chọn câu {0} là gì: loại lời nói nào được bảo vệ, hay loại câu nào mà kết luận cho phép.", "Say what label {0} is: a kind of protected speech for the gate, for training a kind of sentence that the verdict bears."),
    };
}
