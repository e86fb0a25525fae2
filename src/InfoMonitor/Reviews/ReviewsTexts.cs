using InfoMonitor.Domain;
using InfoMonitor.Web;

namespace InfoMonitor.Reviews;

/// <summary>Strings of queue and flag pages.</summary>
internal static class ReviewsTexts
{
    public static readonly Text Queue = new("Hàng chờ", "Queue");
    public static readonly Text ViewAll = new("Bàn chung", "The desk's");
    public static readonly Text ViewMine = new("Của tôi", "Mine");
    public static readonly Text ViewUrgent = new("Khẩn", "Urgent");
    public static readonly Text ViewCorrection = new("Có đính chính", "With a correction");
    public static readonly Text ViewSecond = new("Chờ người thứ hai", "Awaiting a second");
    public static readonly Text ViewDecided = new("Đã kết luận", "Settled");
    public static readonly Text SavedViews = new("Khung xem đã lưu", "Saved views");
    public static readonly Text Overdue = new("Quá hạn", "Overdue");
    public static readonly Text DueSoon = new("Hạn trong 4 giờ", "Due within 4 hours");
    public static readonly Text FoundToday = new("Thấy hôm nay", "Found today");
    public static readonly Text DecidedToday = new("Kết luận hôm nay", "Settled today");
    public static readonly Text UpdatedAt = new("Lúc {0}, {1}", "At {0}, {1}");
    public static readonly Text FilterQueue = new("Lọc hàng chờ", "Filter the queue");
    public static readonly Text ActiveFilters = new("Bộ lọc đang dùng", "Filters in use");
    public static readonly Text AddFilter = new("Thêm bộ lọc", "Add a filter");
    public static readonly Text RemoveFilter = new("Bỏ lọc {0}: {1}", "Remove the filter {0}: {1}");
    public static readonly Text ApplyFilter = new("Lọc", "Filter");
    public static readonly Text Any = new("Tất cả", "Any");
    public static readonly Text State = new("Trạng thái", "State");
    public static readonly Text StateOpen = new("chưa xong", "open");
    public static readonly Text StateAll = new("mọi trạng thái", "every state");
    public static readonly Text Reason = new("Lý do", "Reason");
    public static readonly Text TopicName = new("Chủ đề", "Topic");
    public static readonly Text Language = new("Ngôn ngữ", "Language");
    public static readonly Text Holder = new("Người giữ", "Held by");
    public static readonly Text HolderMe = new("tôi", "me");
    public static readonly Text WithCorrection = new("Có đính chính khớp", "Has a matching correction");
    public static readonly Text Correction = new("Đính chính", "Correction");
    public static readonly Text Yes = new("có", "yes");
    public static readonly Text TableCaption = new("Cờ trong hàng chờ, ưu tiên cao lên trước", "Flags of the queue, most urgent first");
    public static readonly Text Select = new("Chọn", "Select");
    public static readonly Text SelectFlag = new("Chọn cờ {0}", "Select flag {0}");
    public static readonly Text ClaimColumn = new("Câu cần xem", "Sentence to look at");
    public static readonly Text Spread = new("Lan truyền", "Spread");
    public static readonly Text FirstSeen = new("Thấy lần đầu", "First seen");
    public static readonly Text LatestSeen = new("gần nhất {0}", "latest {0}");
    public static readonly Text Due = new("Hạn", "Due");
    public static readonly Text Nobody = new("chưa ai nhận", "nobody yet");
    public static readonly Text You = new("bạn", "you");
    public static readonly Text HeldUntilBy = new("{0}, đến {1}", "{0}, until {1}");
    public static readonly Text AnotherDecided = new("một người đã kết luận", "one person has decided");
    public static readonly Text NeedsThird = new("cần người thứ ba", "needs a third person");
    public static readonly Text Covered = new("Câu được che: {0}", "Covered sentence: {0}");
    public static readonly Text CoveredTitle = new("Câu được che, nằm ở tiêu đề bài", "Covered: the sentence is the item's title");
    public static readonly Text WhyReference = new("giống đính chính của {0}, {1}", "matches a correction by {0}, {1}");
    public static readonly Text WhyWords = new("vì {0}", "for {0}");
    public static readonly Text WhyScore = new("xác suất {0}", "probability {0}");
    public static readonly Text NotAssessed = new("chưa có mô hình cho ngôn ngữ này", "no model for this language");
    public static readonly Text TwoHours = new("2 giờ", "2 hours");
    public static readonly Text Selected = new("cờ đã chọn", "flags selected");
    public static readonly Text BatchLabel = new("Việc cho các cờ đã chọn", "For the selected flags");
    public static readonly Text FirstPage = new("Về đầu", "To the start");
    public static readonly Text NextPage = new("Trang sau", "Next page");
    public static readonly Text Pages = new("Trang", "Pages");
    public static readonly Text Shown = new("{0} cờ trên trang này.", "{0} flags on this page.", "{0} flag on this page.");
    public static readonly Text KeysLine = new("di chuyển, {0} mở, {1} chọn, {2} mọi phím", "move, {0} open, {1} select, {2} all keys");

    public static readonly Text EmptyFilterTitle = new("Không có cờ nào khớp bộ lọc", "No flag matches the filter");
    public static readonly Text EmptyFilterWhat = new("Bỏ bớt một điều kiện hoặc xem cả bàn chung.", "Remove a condition, or look at the whole desk.");
    public static readonly Text ClearFilters = new("Xem bàn chung", "Show the desk's");
    public static readonly Text DoneTitle = new("Hàng chờ đã hết", "The queue is empty");
    public static readonly Text DoneWhat = new("Mọi cờ đã có kết luận.", "Every flag has its verdict.");
    public static readonly Text NextReadAt = new("Lần đọc nguồn tiếp theo: {0}.", "Sources are read next at {0}.");
    public static readonly Text NothingTitle = new("Chưa có cờ nào", "No flag yet");
    public static readonly Text NothingWhat = new("Cờ hiện ở đây khi bài đọc từ nguồn khớp một đính chính hoặc có nội dung gây hại cho con người.", "Flags appear here when an item read from a source matches a correction or can harm people.");
    public static readonly Text SeeSources = new("Xem tình trạng nguồn", "See the sources");
    public static readonly Text SeeDecided = new("Xem cờ đã kết luận", "See settled flags");

    public static readonly Text Recorded = new("Đã ghi: {0}", "Recorded: {0}");
    public static readonly Text RecordedSecond = new("Đã ghi, chờ người thứ hai: {0}", "Recorded, awaiting a second person: {0}");
    public static readonly Text RecordedMany = new("{0} cờ đã ghi “{1}”, một bước", "{0} flags recorded as “{1}”, one step", "{0} flag recorded as “{1}”");
    public static readonly Text SkippedMany = new("{0} cờ để nguyên vì người khác đang giữ hoặc vừa đổi.", "{0} flags were left alone: somebody else holds or changed them.", "{0} flag was left alone: somebody else holds or changed it.");
    public static readonly Text Undo = new("Hoàn tác", "Undo");
    public static readonly Text UndoMany = new("Hoàn tác cả {0}", "Undo all {0}");
    public static readonly Text UndoneNow = new("Đã hoàn tác. Cờ mở lại.", "Undone. The flag is open again.");
    public static readonly Text SeeFlag = new("Xem lại cờ {0}", "Look at flag {0} again");

    public static Text Of(RabatFactor factor) => factor switch
    {
        RabatFactor.Context => new("Bối cảnh", "Context"),
        RabatFactor.SpeakerRole => new("Vai trò của bên phát ngôn, không ghi tên", "Role of the speaker, no name"),
        RabatFactor.Intent => new("Ý định", "Intent"),
        RabatFactor.ContentAndForm => new("Nội dung và hình thức", "Content and form"),
        RabatFactor.Extent => new("Mức lan rộng", "Extent"),
        RabatFactor.Likelihood => new("Khả năng xảy ra, cận kề", "Likelihood, imminence"),
    };

    public static Text Of(RabatWeight weight) => weight switch
    {
        RabatWeight.Unclear => new("chưa rõ", "unclear"),
        RabatWeight.Low => new("thấp", "low"),
        RabatWeight.Medium => new("vừa", "medium"),
        RabatWeight.High => new("cao", "high"),
    };
}
