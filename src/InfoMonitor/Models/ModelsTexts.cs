using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Web;

namespace InfoMonitor.Models;

/// <summary>Strings of the page of models.</summary>
internal static class ModelsTexts
{
    public static readonly Text What = new("Mô hình chỉ đưa bài vào hàng chờ; kết luận là của người. Số liệu 12 tuần gần nhất, của bài đọc từ các trang nguồn, mỗi bài tính một lần như lúc đọc đầu tiên.", "The models only queue; the verdict is a person's. Figures of the last 12 weeks, of items read from pages, each once, as it was first read.");
    public static readonly Text LiveTitle = new("Đang dùng", "Live");
    public static readonly Text Version = new("Phiên bản", "Version");
    public static readonly Text Origin = new("Từ", "From");
    public static readonly Text OriginConfigured = new("thư mục cấu hình (Ingestion:Models)", "the configured folder (Ingestion:Models)");
    public static readonly Text OriginPromoted = new("bộ đã được đưa vào dùng (model promote)", "a promoted set (model promote)");
    public static readonly Text Restart = new("Một bộ khác được chọn: {0}. Khởi động lại dịch vụ để dùng nó.", "Another set was chosen: {0}. It judges once the service is started again.");
    public static readonly Text LiveFault = new("Không đọc được bộ mô hình đang dùng", "The live models cannot be read");
    public static readonly Text CandidateTitle = new("Chạy thử (không gắn cờ)", "In shadow (flags nothing)");
    public static readonly Text NoCandidate = new("Không có bộ nào chạy thử. Ghi thư mục của nó vào Ingestion:Shadow rồi khởi động lại.", "No candidate runs. Name its folder in Ingestion:Shadow, then start the service again.");
    public static readonly Text CandidateSame = new("Chính là bộ đang dùng. Xoá Ingestion:Shadow.", "It is the live set. Empty Ingestion:Shadow.");
    public static readonly Text CandidateChosen = new("Bộ này đã được chọn: khởi động lại dịch vụ để dùng, rồi xoá Ingestion:Shadow.", "It was chosen: it judges once the service is started again. Empty Ingestion:Shadow then.");
    public static readonly Text CandidateFailed = new("Không đưa vào dùng được: chưa qua kiểm định. Huấn luyện lại: infomonitor model train.", "It cannot be promoted: its gate failed. Train it again: infomonitor model train.");
    public static readonly Text CandidateTooFew = new("Chưa đưa vào dùng được: cần chấm ít nhất {0} bài để so với bộ đang dùng. Cứ để nó chạy thử tiếp.", "Not to be promoted yet: it must judge at least {0} items to be compared with the live set. Let it run on.");
    public static readonly Text CandidateFault = new("Không dùng được bộ chạy thử; dịch vụ vẫn chạy bình thường không có nó", "The candidate cannot be used; the service goes on without it");
    public static readonly Text Judged = new("Đã chấm", "Judged");
    public static readonly Text ItemsCount = new("{0} bài", "{0} items", "{0} item");
    public static readonly Text HowPromote = new("Đưa vào dùng:", "To promote it:");

    public static readonly Text DriftTitle = new("Có thay đổi so với 8 tuần trước", "Something has changed against the 8 weeks before");
    public static readonly Text DriftHint = new("Nguồn đăng chuyện khác, nguồn mới, hay mô hình không còn hợp: xem vài cờ gần đây trước khi đổi gì.", "The sources may write of other things, a source may be new, or the models no longer fit: look at some recent flags before changing anything.");
    public static readonly Text Departs = new("Tuần từ {0} khác 8 tuần trước: gắn cờ {1} so với {2}; độ lệch phân bố điểm (PSI) {3}.", "The week of {0} departs from the 8 before: {1} flagged against {2}; stability index of the scores (PSI) {3}.");
    public static readonly Text Steady = new("Tuần từ {0} không khác 8 tuần trước: gắn cờ {1} so với {2}; PSI {3}.", "The week of {0} is like the 8 before: {1} flagged against {2}; PSI {3}.");
    public static readonly Text TooFew = new("Chưa đủ bài để so các tuần với nhau: cần ít nhất {0} bài trong tuần và trong 8 tuần trước, cùng bộ mô hình.", "Too few items to compare weeks: at least {0} are needed in the week and in the 8 before it, under the same models.");

    public static readonly Text Empty = new("Chưa có bài nào được chấm trong 12 tuần này.", "No item was scored in these 12 weeks.");
    public static readonly Text Threshold = new("Ngưỡng", "Threshold");
    public static readonly Text SetInConfiguration = new("đặt bằng Ingestion:Thresholds; ngưỡng của mô hình là {0}", "set by Ingestion:Thresholds; the model's own is {0}");
    public static readonly Text Hash = new("Mã băm", "Hash");
    public static readonly Text Failures = new("Chỗ yếu đã biết ({0})", "Known failures ({0})", "Known failure");
    public static readonly Text RateChart = new("Số bài gắn cờ trên 1.000 bài mỗi tuần", "Items flagged of 1,000, by week");
    public static readonly Text BothChart = new("Số bài gắn cờ trên 1.000 bài mỗi tuần; tuần có bộ thử chỉ tính những bài cả hai bộ đã chấm", "Items flagged of 1,000, by week; in weeks with a candidate, of those that both judged");
    public static readonly Text ScoreChart = new("Điểm mỗi tuần, thang log: trung vị và mức 95 % bài không vượt", "Scores by week, log scale: the median, and what 95 % do not pass");
    public static readonly Text Latest = new("{0}. Tuần này: {1}.", "{0}. This week: {1}.");
    public static readonly Text Live = new("Đang dùng", "Live");
    public static readonly Text InShadow = new("Chạy thử", "In shadow");
    public static readonly Text Median = new("Trung vị", "Median");
    public static readonly Text P95 = new("Mức 95 %", "95th percentile");
    public static readonly Text Figures = new("Số liệu", "Figures");
    public static readonly Text Week = new("Tuần từ", "Week of");
    public static readonly Text Items = new("Bài", "Items");
    public static readonly Text Flagged = new("Gắn cờ", "Flagged");
    public static readonly Text Share = new("Tỉ lệ", "Share");
    public static readonly Text Over = new("Từ ngưỡng", "At threshold");
    public static readonly Text ByWeek = new("{0}: số liệu từng tuần", "{0}: figures by week");
    public static readonly Text Both = new("Cả hai chấm", "Judged by both");
    public static readonly Text LiveFlags = new("Bộ đang dùng gắn", "Live flags");
    public static readonly Text WouldFlag = new("Bộ thử gắn", "Shadow flags");
    public static readonly Text OnlyShadow = new("Chỉ bộ thử", "Only shadow");
    public static readonly Text OnlyLive = new("Chỉ bộ đang dùng", "Only live");

    public static readonly Text RatesTitle = new("Tỉ lệ gắn cờ theo nguồn", "Flag rates by source");
    public static readonly Text RatesWhat = new("Nguồn không phải đầu vào của mô hình: cùng một bài từ nguồn nào cũng được chấm như nhau. Tỉ lệ khác nhau là do các nguồn đăng khác nhau. Khoảng tin cậy 95 % (Wilson).", "A source is no input of the models: the same text is judged alike wherever it stands. Rates differ because sources publish different things. 95 % intervals (Wilson).");
    public static readonly Text Kind = new("Loại nguồn", "Kind of source");
    public static readonly Text Owner = new("Chủ quản", "Ownership");
    public static readonly Text Interval = new("Khoảng 95 %", "95 % interval");
    public static readonly Text ByReason = new("Theo lý do", "By reason");
    public static readonly Text Anything = new("Lý do bất kỳ", "Anything");

    public static readonly Text DifferencesTitle = new("Bài mà hai bộ nói khác nhau", "Items the two sets disagree on");
    public static readonly Text DifferencesWhat = new("{0} bài mới nhất. Đây không phải là cờ; người duyệt không thấy trong hàng chờ. Số bài mở trang của nguồn.", "The latest {0}. These are no flags; reviewers do not see them in the queue. The number opens the publisher's page.");
    public static readonly Text Item = new("Bài số", "Item");
    public static readonly Text Reason = new("Lý do", "Reason");
    public static readonly Text Who = new("Ai gắn", "Flagged by");
    public static readonly Text ShadowScore = new("Điểm bộ thử", "Shadow's score");
    public static readonly Text LiveScore = new("Điểm bộ đang dùng", "Live score");
    public static readonly Text Flag = new("Cờ", "Flag");

    public static Text Of(Ownership ownership) => ownership switch
    {
        Ownership.State => new("Nhà nước", "State"),
        Ownership.Independent => new("Độc lập", "Independent"),
        Ownership.Intergovernmental => new("Liên chính phủ", "Intergovernmental"),
        Ownership.Unknown => new("Chưa rõ", "Unknown"),
    };

    /// <summary>The heading of a rate by reason: a reason's word, or that of all together.</summary>
    public static Text OfRate(string reason) => Vocabulary.Parse<FlagReason>(reason) is { } known ? VocabularyTexts.Of(known) : Anything;
}
