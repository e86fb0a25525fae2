using InfoMonitor.Domain;

namespace InfoMonitor.Reviews;

/// <summary>Strings of the workload page.</summary>
internal static class LoadTexts
{
    public static readonly Text What = new("12 tuần gần nhất, tính cho cả phòng. Không ai bị xếp hạng.", "The last 12 weeks, for the desk as a whole. Nobody is ranked.");
    public static readonly Text Queue = new("Hàng chờ", "Queue");
    public static readonly Text QueueChart = new("Hàng chờ mỗi tuần: cờ mới, cờ đã kết luận, cờ còn mở cuối tuần", "The queue by week: new flags, settled flags, flags open at the week's end");
    public static readonly Text Found = new("Cờ mới", "New flags");
    public static readonly Text SettledFlags = new("Đã kết luận", "Settled");
    public static readonly Text OpenAtEnd = new("Còn mở cuối tuần", "Open at the week's end");
    public static readonly Text Ages = new("Tuổi của cờ còn mở", "Age of open flags");
    public static readonly Text AgesChart = new("Cờ còn mở theo tuổi", "Open flags by age");
    public static readonly Text AgesByWeekChart = new("Cờ còn mở cuối mỗi tuần: vào trong tuần ấy, và cũ hơn", "Flags open at each week's end: queued in that week, and older");
    public static readonly Text Young = new("Vào trong tuần", "Queued in the week");
    public static readonly Text Older = new("Cũ hơn", "Older");
    public static readonly Text Outcomes = new("Kết luận", "Verdicts");
    public static readonly Text OutcomesWhat = new("Kết luận đứng vững, theo tuần được ghi.", "Standing verdicts by the week in which they were given.");
    public static readonly Text InTime = new("Đúng hạn", "In time");
    public static readonly Text InTimeChart = new("Kết luận mỗi tuần: đúng hạn và quá hạn", "Verdicts by week: in time and late");
    public static readonly Text Agreeing = new("Hai người xem độc lập", "Two people, looking independently");
    public static readonly Text AgreeingWhat = new("Trên các cờ cần hai người, và một phần cờ khác chọn ngẫu nhiên. Kappa của Cohen: 1 là luôn giống nhau, 0 là không hơn ngẫu nhiên.", "On flags that take two people, and on a share of the others that chance chooses. Cohen's kappa: 1 is always the same, 0 no more than by chance.");
    public static readonly Text NoPairs = new("Chưa có cờ nào được hai người xem trong 12 tuần này.", "No flag was looked at by two people in these 12 weeks.");
    public static readonly Text PairsGiven = new("Ít nhất một người", "By at least one");
    public static readonly Text PairsBoth = new("Cả hai", "By both");
    public static readonly Text Kappa = new("Kappa", "Kappa");
    public static readonly Text Late = new("Quá hạn", "Late");
    public static readonly Text Share = new("Tỉ lệ đúng hạn", "Share in time");
    public static readonly Text Answered = new("Đã trả lời công khai", "Answered in public");
    public static readonly Text Week = new("Tuần từ", "Week of");
    public static readonly Text Flags = new("Số cờ", "Flags");
    public static readonly Text Age = new("Tuổi", "Age");
    public static readonly Text UpTo = new("đến {0} ngày", "up to {0} days", "up to {0} day");
    public static readonly Text Over = new("trên {0} ngày", "over {0} days");
    public static readonly Text Total = new("Tổng", "Total");
    public static readonly Text Figures = new("Số liệu", "Figures");
    public static readonly Text NoVerdicts = new("Chưa có kết luận nào trong 12 tuần này.", "No verdict in these 12 weeks.");
    public static readonly Text LatestWeek = new("{0}. Tuần này: {1}.", "{0}. This week: {1}.");
}
