using InfoMonitor.Domain;

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
    public static readonly Text ViewSplit = new("Cần người thứ ba", "Needs a third");
    public static readonly Text SplitName = new("Hai người khác ý", "Two people differ");
    public static readonly Text SplitWord = new("hai người khác ý: cần người thứ ba", "two people differ: needs a third");
    public static readonly Text ViewSnoozed = new("Tạm hoãn", "Snoozed");
    public static readonly Text ViewDecided = new("Đã kết luận", "Settled");
    public static readonly Text SavedViews = new("Khung xem đã lưu", "Saved views");
    public static readonly Text AddByHand = new("Thêm bằng tay", "Add by hand");
    public static readonly Text AddedByHand = new("thêm bằng tay", "added by hand");
    public static readonly Text PastedText = new("Lời văn được chuyển tới", "A text that was passed on");
    public static readonly Text Overdue = new("Quá hạn", "Overdue");
    public static readonly Text DueSoon = new("Sắp hạn", "Due soon");
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
    public static readonly Text Age = new("Tuổi", "Age");
    public static readonly Text PublisherKind = new("Loại nguồn", "Kind of publisher");
    public static readonly Text ModelVersion = new("Phiên bản mô hình", "Model version");
    public static readonly Text HandName = new("Thêm bằng tay", "Added by hand");
    public static readonly Text UrgentName = new("Khẩn", "Urgent");
    public static readonly Text UrgentWord = new("khẩn", "urgent");
    public static readonly Text SortBy = new("Xếp theo", "Sort by");
    public static readonly Text SaveView = new("Lưu khung xem này", "Save this view");
    public static readonly Text ViewName = new("Tên khung xem", "Name of the view");
    public static readonly Text ViewNotSaved = new("Chưa lưu được khung xem", "The view was not saved");
    public static readonly Text ViewShared = new("Cả phòng cùng thấy", "Everybody at the desk sees it");
    public static readonly Text ViewHolds = new("Chỉ lưu bộ lọc, không lưu từ tìm kiếm.", "Keeps the filters only, no search words.");
    public static readonly Text ViewSharedMark = new("chung", "shared");
    public static readonly Text Save = new("Lưu", "Save");
    public static readonly Text ChangeView = new("Sửa khung xem “{0}”", "Change the view “{0}”");
    public static readonly Text DeleteView = new("Xoá khung xem", "Delete the view");
    public static readonly Text MoreCarriers = new("và {0} nguồn khác", "and {0} more");
    public static readonly Text SnoozedTill = new("đến {0}", "until {0}");
    public static readonly Text WithCorrection = new("Có đính chính khớp", "Has a matching correction");
    public static readonly Text Correction = new("Đính chính", "Correction");
    public static readonly Text Yes = new("có", "yes");
    public static readonly Text TableCaption = new("Cờ trong hàng chờ, ưu tiên cao lên trước", "Flags of the queue, most urgent first");
    public static readonly Text TableCaptionAge = new("Cờ trong hàng chờ, cũ nhất lên trước", "Flags of the queue, oldest first");
    public static readonly Text TableCaptionDue = new("Cờ trong hàng chờ, đến hạn trước lên trước", "Flags of the queue, what is due first");
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
    public static readonly Text Covered = new("Câu và tiêu đề được che, cờ {0}", "Sentence and title covered, flag {0}");
    public static readonly Text WhyReference = new("giống đính chính của {0}, {1}", "matches a correction by {0}, {1}");
    public static readonly Text WhyWords = new("vì {0}", "for {0}");
    public static readonly Text WhyScore = new("xác suất {0}", "probability {0}");
    public static readonly Text NotAssessed = new("chưa có mô hình cho ngôn ngữ này", "no model for this language");
    public static readonly Text TwoHours = new("2 giờ", "2 hours");
    public static readonly Text Take = new("Nhận về tôi", "Take them");
    public static readonly Text GiveTo = new("Giao cho", "Give to");
    public static readonly Text Give = new("Giao", "Give");
    public static readonly Text Snooze = new("Tạm hoãn", "Snooze");
    public static readonly Text SnoozeUntil = new("Hoãn đến", "Snooze until");
    public static readonly Text AsleepPast = new("ngủ quá hạn: hạn {0}", "asleep past its time: due {0}");
    public static readonly Text AsleepPastMany = new("{0} cờ sẽ ngủ quá hạn, hạn không dời: {1}", "{0} flags sleep past their time, which does not move: {1}", "{0} flag sleeps past its time, which does not move: {1}");
    public static readonly Text RefusedSnooze = new("{0} cờ khẩn không hoãn được quá hạn, để nguyên: {1}. Chọn ngày sớm hơn, giao cho người khác hoặc kết luận.", "{0} urgent flags cannot be put off past their time and were left: {1}. Choose an earlier day, give them to somebody, or decide.", "{0} urgent flag cannot be put off past its time and was left: {1}. Choose an earlier day, give it to somebody, or decide.");
    public static readonly Text FlagDue = new("cờ {0} (hạn {1})", "flag {0} (due {1})");
    public static readonly Text SnoozeDue = new("Hạn {0}; hoãn không dời hạn.", "Due {0}; putting it off does not move that.");
    public static readonly Text SnoozeDueUrgent = new("Hạn {0}; cờ khẩn không hoãn được quá hạn.", "Due {0}; an urgent flag cannot be put off past it.");
    public static readonly Text SnoozeDate = new("Ngày trở lại", "Day it comes back");
    public static readonly Text Tomorrow = new("ngày mai", "tomorrow");
    public static readonly Text NextWorkingDay = new("ngày làm việc tới", "the next working day");
    public static readonly Text ADate = new("ngày chọn bên cạnh", "the day chosen beside");
    public static readonly Text Later = new("Hoãn, giao, bỏ qua", "Snooze, give, dismiss");
    public static readonly Text TookMany = new("Bạn đã nhận {0} cờ, một bước", "You took {0} flags, one step", "You took {0} flag");
    public static readonly Text GaveMany = new("Đã giao {0} cờ, một bước", "{0} flags given, one step", "{0} flag given");
    public static readonly Text SnoozedMany = new("{0} cờ tạm hoãn đến {1}, một bước", "{0} flags snoozed until {1}, one step", "{0} flag snoozed until {1}");
    public static readonly Text ReopenedOne = new("Đã mở lại cờ; kết luận trước không còn đứng.", "The flag is open again; its verdict no longer stands.");
    public static readonly Text NothingChanged = new("Chưa có gì được ghi: người khác đang giữ hoặc vừa đổi các cờ này.", "Nothing was recorded: somebody else holds or changed these flags.");
    public static readonly Text StepUndone = new("Đã hoàn tác cả bước: {0}", "The whole step is undone: {0}");
    public static readonly Text UndoneVerdict = new("Đã hoàn tác “{0}” ở cờ {1}. Cờ mở lại.", "Undone: “{0}” on flag {1}. The flag is open again.");
    public static readonly Text UndoLast = new("Hoàn tác bước cuối", "Undo the last step");
    public static readonly Text TookBack = new("Đã hoàn tác việc thêm bằng tay: cờ không còn trong hàng chờ.", "Undone: what you added by hand is out of the queue.");
    public static readonly Text Selected = new("cờ đã chọn", "selected");
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
    public static readonly Text RecordedThird = new("Đã ghi, hai người khác ý nhau, chờ người thứ ba: {0}", "Recorded; two people differ, a third is awaited: {0}");
    public static readonly Text RecordedMany = new("{0} cờ đã ghi “{1}”, một bước", "{0} flags recorded as “{1}”, one step", "{0} flag recorded as “{1}”");
    public static readonly Text SkippedMany = new("{0} cờ để nguyên vì người khác đang giữ hoặc vừa đổi.", "{0} flags were left alone: somebody else holds or changed them.", "{0} flag was left alone: somebody else holds or changed it.");
    public static readonly Text Undo = new("Hoàn tác", "Undo");
    public static readonly Text UndoMany = new("Hoàn tác cả {0}", "Undo all {0}");
    public static readonly Text NothingToUndo = new("Không có gì để hoàn tác: đã hoàn tác trước đó, hoặc người khác đã làm tiếp.", "There is nothing to undo: it was undone before, or others have gone on from it.");
    public static readonly Text UndoneNow = new("Đã hoàn tác. Cờ mở lại.", "Undone. The flag is open again.");

    public static Text Of(QueueAge age) => age switch
    {
        QueueAge.UnderDay => new("dưới 1 ngày", "under a day"),
        QueueAge.UnderWeek => new("dưới 7 ngày", "under 7 days"),
        QueueAge.OverThreeDays => new("trên 3 ngày", "over 3 days"),
        QueueAge.OverWeek => new("trên 7 ngày", "over 7 days"),
    };

    /// <summary>Why a view was not saved; the place is the most views.</summary>
    public static Text Of(ViewOutcome outcome) => outcome switch
    {
        ViewOutcome.Done => new("Đã lưu.", "Saved."),
        ViewOutcome.NotFound => new("Không có khung xem này của bạn.", "There is no such view of yours."),
        ViewOutcome.NameMissing => new("Đặt cho khung xem một tên, nhiều nhất 60 ký tự.", "Give the view a name, of at most 60 characters."),
        ViewOutcome.NameTaken => new("Bạn đã có một khung xem khác mang tên này.", "Another view of the same account has this name."),
        ViewOutcome.TooMany => new("Mỗi tài khoản giữ nhiều nhất {0} khung xem, và cả phòng chừng ấy khung chung: hãy xoá bớt một khung.", "An account keeps at most {0} views, and the desk as many shared ones: delete one first."),
    };
    public static Text Of(QueueHolder holder) => holder switch
    {
        QueueHolder.Me => new("tôi", "me"),
        QueueHolder.Nobody => new("chưa ai", "nobody"),
        QueueHolder.Others => new("người khác", "others"),
    };

    public static Text Of(QueueDue due) => due switch
    {
        QueueDue.Over => Overdue,
        QueueDue.Soon => DueSoon,
    };

    public static Text Of(QueueSort sort) => sort switch
    {
        QueueSort.Priority => new("Ưu tiên", "Priority"),
        QueueSort.Age => new("Tuổi", "Age"),
        QueueSort.Due => new("Hạn", "Due"),
    };

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
