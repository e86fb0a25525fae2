using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;

namespace InfoMonitor.Reviews;

/// <summary>Strings of the page of one flag.</summary>
internal static class FlagTexts
{
    public static readonly Text Flag = new("Cờ {0}", "Flag {0}");
    public static readonly Text Step = new("Chuyển cờ", "Other flags");
    public static readonly Text Previous = new("Cờ trước", "Previous flag");
    public static readonly Text Next = new("Cờ sau", "Next flag");
    public static readonly Text HeldByYou = new("bạn giữ đến {0}", "you hold it until {0}");
    public static readonly Text HeldBy = new("{0} giữ đến {1}", "{0} holds it until {1}");
    public static readonly Text Priority = new("ưu tiên {0}/100", "priority {0}/100");
    public static readonly Text CoveredHeading = new("Nội dung gây hại, đang được che", "Harmful content, covered");
    public static readonly Text ShowSentence = new("Câu này có thể gây tổn thương, đang được che. Hiện câu", "This sentence may hurt; it is covered. Show it");
    public static readonly Text ShowText = new("Bài này có thể gây tổn thương, đang được che. Hiện bài", "This text may hurt; it is covered. Show it");
    public static readonly Text Original = new("Bản gốc", "Original");
    public static readonly Text OriginalAt = new("trên trang {0}", "at {0}");
    public static readonly Text NoAddress = new("không có địa chỉ", "no address");
    public static readonly Text ByHandWhat = new("Thêm bằng tay: một người ở bàn đưa vào, không phải từ lượt đọc nguồn. Không lưu ai gửi.", "Added by hand: somebody at the desk put it here, it came from no crawl. Who sent it is not kept.");
    public static readonly Text TakeBack = new("Hoàn tác việc thêm", "Take it back");
    public static readonly Text NoTime = new("không ghi giờ đăng", "no time given");

    public static readonly Text FirstSeenAt = new("Thấy lần đầu", "First seen");
    public static readonly Text QueuedAt = new("Vào hàng chờ", "Queued");
    public static readonly Text UrgentSince = new("Thành khẩn", "Urgent since");
    public static readonly Text ClaimedAt = new("Nhận xử lý", "Claimed");
    public static readonly Text DecidedAt = new("Kết luận", "Decided");
    public static readonly Text AnsweredAt = new("Trả lời", "Answered");
    public static readonly Text DueAt = new("Hạn", "Due");
    public static readonly Text SnoozedUntil = new("Tạm hoãn đến", "Snoozed until");
    public static readonly Text NotYet = new("chưa", "not yet");

    public static readonly Text Why = new("Vì sao có cờ này", "Why this flag");
    public static readonly Text ReasonByHand = new("Thêm bằng tay: lý do do một người chọn, không phải mô hình.", "Added by hand: reason given by a person, not by a model.");
    public static readonly Text WhyCorrection = new("Câu này giống một đính chính. Mô hình không kết luận đúng sai.", "The sentence resembles a correction. The model does not say what is true.");
    public static readonly Text WhyClaim = new("Câu này nêu điều kiểm chứng được về một chủ đề quyền, và chưa căn cứ nào trong thư viện xác nhận hay bác bỏ. Mô hình không kết luận đúng sai.", "The sentence asserts something checkable on a rights topic, and no reference settles it. The model does not say what is true.");
    public static readonly Text WhyHate = new("Mô hình tìm lời nói coi một nhóm người được bảo vệ là thấp kém, nguy hiểm hay không được chào đón. Câu này giống lời nói như thế: đó là sự giống nhau, không phải kết luận.", "The model looks for words that speak of a protected group as lesser, dangerous or unwelcome. This sentence resembles such words: a resemblance, not a verdict.");
    public static readonly Text WhyIncitement = new("Mô hình tìm lời kêu gọi làm hại, xua đuổi hay loại trừ một nhóm người. Câu này giống lời kêu gọi như thế: đó là sự giống nhau, không phải kết luận.", "The model looks for calls to hurt, drive out or shut out a group of people. This sentence resembles such a call: a resemblance, not a verdict.");
    public static readonly Text WhyLure = new("Mô hình tìm lời mời chào việc làm, chuyến đi, hôn nhân, trẻ em hay bộ phận cơ thể có dấu hiệu mua bán người. Câu này giống lời mời chào như thế: đó là sự giống nhau, không phải kết luận.", "The model looks for offers of work, travel, marriage, a child or an organ that show signs of trafficking. This sentence resembles such an offer: a resemblance, not a verdict.");
    public static readonly Text WhyExposure = new("Mô hình tìm lời để người đọc lần ra một nạn nhân, một đứa trẻ hay một người bệnh là ai. Câu này giống lời nói như thế: đó là sự giống nhau, không phải kết luận.", "The model looks for words that let readers find out who a victim, a child or a patient is. This sentence resembles such words: a resemblance, not a verdict.");
    public static readonly Text ScoreBesideThreshold = new("Xác suất {0}; ngưỡng lúc xét {1}.", "Probability {0}; threshold when judged {1}.");
    public static readonly Text ScoreAlone = new("Xác suất {0}.", "Probability {0}.");
    public static readonly Text WordsSum = new("Các từ và dấu hiệu dưới đây cộng với hệ số nền thành tổng điểm.", "The words and signs below and the constant sum to the score.");
    public static readonly Text Word = new("Từ, dấu hiệu", "Words, signs");
    public static readonly Text Around = new("“…” là từ ở câu kề bên.", "“…” marks words of a sentence beside it.");
    public static readonly Text Weight = new("Trọng số", "Weight");
    public static readonly Text Size = new("Độ lớn", "Size");
    public static readonly Text Others = new("{0} từ, dấu hiệu khác", "{0} other words and signs", "{0} other word or sign");
    public static readonly Text OpenOthers = new("Mở {0} từ, dấu hiệu khác", "Open {0} other words and signs", "Open {0} other word or sign");
    public static readonly Text OthersSum = new("Cộng lại thành dòng “{0}” ở bảng trên.", "They sum to “{0}” in the table above.");
    public static readonly Text Constant = new("hệ số nền", "constant");
    public static readonly Text Sum = new("Tổng", "Sum");
    public static readonly Text AsProbability = new("qua hiệu chuẩn là xác suất {0}", "calibrated: probability {0}");
    public static readonly Text Version = new("Mô hình {0}. Chạy lại trên bản lưu cho cùng kết quả.", "Models {0}. Replaying the stored text gives the same result.");
    public static readonly Text AddressWithheld = new("Địa chỉ bài không được lưu: có thể lộ danh tính", "The address is not kept: it may identify somebody");
    public static readonly Text VersionRedacted = new("Mô hình {0}. Bản lưu đã bỏ phần lộ danh tính, nên chạy lại trên bản lưu không cho cùng kết quả.", "Models {0}. What identified somebody was taken out of the stored text, so replaying it does not give the same result.");
    public static readonly Text ProtectedToo = new("Cũng nhận thấy lời nói được bảo vệ: {0}. Đó không bao giờ là lý do gắn cờ.", "Protected speech was recognised too: {0}. That is never a reason to flag.");

    public static readonly Text Similar = new("Cờ gần giống đã kết luận", "Similar settled flags");
    public static readonly Text SimilarHint = new("Bài gần giống không phải cùng một bài: kết luận ở đó không thay cho kết luận của bạn.", "A text like this one is another text: what was found there does not stand for yours.");
    public static readonly Text Likeness = new("giống {0}", "alike {0}");

    public static readonly Text Spread = new("Lan truyền", "Spread");
    public static readonly Text SpreadLabel = new("Số bài mỗi giờ trong 24 giờ qua, nhiều nhất {0}", "Items an hour over the last 24 hours, at most {0}");
    public static readonly Text HoursAgo = new("24 giờ trước", "24 hours ago");
    public static readonly Text NowWord = new("bây giờ", "now");
    public static readonly Text Copies = new("{0} bài, theo lúc thấy", "{0} items by when they were found", "{0} item");
    public static readonly Text Time = new("Giờ", "Time");
    public static readonly Text Source = new("Nguồn", "Source");
    public static readonly Text Title = new("Tiêu đề", "Title");
    public static readonly Text FirstItem = new("bài đầu tiên", "first item");

    public static readonly Text History = new("Lịch sử", "History");
    public static readonly Text System = new("Hệ thống", "The system");
    public static readonly Text NoHistory = new("Chưa ai làm gì với cờ này.", "Nobody has done anything with this flag yet.");

    public static readonly Text Evidence = new("Căn cứ", "Evidence");
    public static readonly Text NoReference = new("Chưa có đính chính hay kiểm chứng nào khớp. Bạn có thể dẫn một trang bạn dựa vào.", "No correction or fact-check matches. You can cite a page you rely on.");
    public static readonly Text Independent = new("độc lập", "independent");
    public static readonly Text Cite = new("Dẫn căn cứ này", "Cite this reference");
    public static readonly Text FindReference = new("Tìm căn cứ trong thư viện", "Search the references");
    public static readonly Text FindHint = new("Có dấu hay không dấu đều được. Điều bạn đã viết vẫn giữ nguyên.", "With or without accents. What you have written stays.");
    public static readonly Text Find = new("Tìm", "Search");
    public static readonly Text FoundReferences = new("Căn cứ tìm thấy: đánh dấu để dẫn", "References found: tick to cite");
    public static readonly Text FoundNone = new("Không tìm thấy căn cứ nào cho “{0}”.", "No reference found for “{0}”.");
    public static readonly Text MoreLinks = new("Thêm trang khác (nhiều nhất {0} căn cứ)", "More pages (at most {0} pieces of evidence)");
    public static readonly Text EvidenceWords = new("Câu chữ bạn dựa vào ở trang ấy (không bắt buộc)", "Words there that you rely on (optional)");
    public static readonly Text EvidenceUrl = new("Địa chỉ trang bạn dựa vào", "Address of the page you rely on");
    public static readonly Text PublisherSays = new("Bên công bố ghi: {0}", "The publisher says: {0}");

    public static readonly Text Assessment = new("Đánh giá của mô hình", "What the models said");
    public static readonly Text Score = new("Xác suất", "Probability");
    public static readonly Text Threshold = new("Ngưỡng", "Threshold");
    public static readonly Text JudgedBy = new("Mô hình, phiên bản", "Model, version");
    public static readonly Text SetOf = new("Bộ mô hình {0}, lưu cùng dữ liệu; phiên bản của từng mô hình là mã băm thẻ của nó.", "Set of models {0}, kept with the data; a model's version is the hash of its card.");
    public static readonly Text SetMissing = new("Bộ mô hình {0} không còn được lưu ở đây, nên không nói được ngưỡng và phiên bản của từng mô hình.", "The set of models {0} is not kept here any more, so the threshold and version of each model cannot be told.");
    public static readonly Text CheckWorthiness = new("Đáng kiểm chứng", "Check-worthiness");
    public static readonly Text NotAssessed = new("Chưa có mô hình qua kiểm định cho ngôn ngữ này; bài chỉ được so với đính chính.", "No gated model for this language; the text was matched against corrections only.");

    public static readonly Text YourVerdict = new("Kết luận của bạn", "Your verdict");
    public static readonly Text ChooseOne = new("Chọn một", "Choose one");
    public static readonly Text NeedsTwo = new("Cần thêm một người, xem độc lập", "Needs another person, who looks independently");
    public static readonly Text YouAreSecond = new("Một người đã kết luận. Bạn xem độc lập, không thấy kết luận của người ấy.", "One person has decided. You look independently and do not see their verdict.");
    public static readonly Text YouAreThird = new("Hai người kết luận khác nhau. Kết luận của bạn là tiếng nói thứ ba.", "Two people differ. Yours is the third voice.");
    public static readonly Text EvidenceNeeded = new("Cần dẫn một căn cứ hoặc ghi địa chỉ một trang.", "Cite a reference or give the address of a page.");
    public static readonly Text Rabat = new("Sáu yếu tố Rabat", "The six Rabat factors");
    public static readonly Text RabatWhat = new("Xem cả sáu trước khi gọi là kích động gây hại.", "Look at all six before calling incitement harmful.");
    public static readonly Text Choose = new("chọn", "choose");
    public static readonly Text Note = new("Ghi chú", "Note");
    public static readonly Text Record = new("Ghi kết luận", "Record the verdict");
    public static readonly Text AnsweredAtAddress = new("Cơ quan đã trả lời tại", "The office answered at");
    public static readonly Text AnswerUrl = new("Địa chỉ bài trả lời đã đăng", "Address of the published answer");
    public static readonly Text AnswerHint = new("Chỉ ghi lại nơi đã trả lời; ở đây không đăng gì.", "This notes where the answer stands; nothing is published here.");
    public static readonly Text AnswerRecord = new("Ghi là đã trả lời", "Mark as answered");
    public static readonly Text AnswerChange = new("Sửa địa chỉ", "Change the address");
    public static readonly Text AnswerWithdraw = new("Rút lại: chưa trả lời", "Take back: not answered");
    public static readonly Text Amend = new("Bổ sung căn cứ, ghi chú", "Add evidence or a note");
    public static readonly Text AmendSave = new("Ghi bổ sung", "Save");
    public static readonly Text Claim = new("Nhận xử lý", "Claim");
    public static readonly Text Skip = new("Bỏ qua", "Skip");
    public static readonly Text SkipWhy = new("Vì sao bỏ qua? Cờ vẫn ở hàng chờ cho người khác.", "Why? The flag stays in the queue for others.");
    public static readonly Text Release = new("Trả lại", "Give back");
    public static readonly Text Reopen = new("Mở lại…", "Reopen…");
    public static readonly Text ReopenTakes = new("Mở lại sẽ bỏ kết luận “{0}” của {1}; cờ trở về hàng chờ. Bạn hoàn tác được khi chưa ai làm gì thêm.", "Reopening takes away the verdict “{0}” of {1}; the flag goes back to the queue. You can undo it until somebody does more.");
    public static readonly Text ReopenTakesAnswer = new("Ghi nhận đã trả lời tại {0} cũng bị bỏ.", "That it was answered at {0} is taken away too.");
    public static readonly Text ReopenWhy = new("Vì sao mở lại (giữ trong nhật ký)", "Why it is reopened (kept in the audit log)");
    public static readonly Text ReopenConfirm = new("Mở lại, bỏ kết luận", "Reopen, take the verdict away");
    public static readonly Text ReopenSenior = new("Hai người đã xác nhận hoặc cơ quan đã trả lời: trưởng nhóm phân tích hoặc người phát ngôn mở lại được.", "Two people agreed or the office has answered: a senior or a spokesperson can reopen it.");
    public static readonly Text Settled = new("Kết luận: {0}", "Verdict: {0}");
    public static readonly Text GivenBy = new("{0}: {1}", "{0}: {1}");
    public static readonly Text Waiting = new("Bạn đã kết luận “{0}”. Chờ người thứ hai.", "You decided “{0}”. A second person is awaited.");
    public static readonly Text WaitingChance = new("Bạn đã kết luận “{0}”. Cờ này được chọn ngẫu nhiên để một người nữa xem độc lập.", "You decided “{0}”. Chance chose this flag for another person to look at independently.");
    public static readonly Text WaitingThird = new("Bạn đã kết luận “{0}”. Người kia kết luận khác: chờ người thứ ba.", "You decided “{0}”. The other person decided otherwise: a third is awaited.");
    public static readonly Text Written = new("Bạn đã viết, để chép lại", "What you wrote, to copy");
    public static readonly Text ReadOnly = new("Vai trò của bạn đọc được cờ này; kết luận là việc của phân tích viên.", "Your role reads this flag; verdicts are the analysts'.");

    public static Text Of(SkipReason reason) => reason switch
    {
        SkipReason.Later => new("Để sau", "Later"),
        SkipReason.OtherLanguage => new("Cần người thạo ngôn ngữ này", "Needs somebody who reads the language"),
        SkipReason.OtherExpertise => new("Cần người có chuyên môn", "Needs somebody who knows the field"),
        SkipReason.OwnInterest => new("Tôi có liên quan", "It concerns me"),
    };

    /// <summary>What stopped a step, and what to do.</summary>
    public static (Text Title, Text What) Of(StepOutcome outcome) => outcome switch
    {
        StepOutcome.Done => (new("Đã ghi", "Recorded"), new("", "")),
        StepOutcome.NotFound => (new("Không có cờ này", "There is no such flag"), new("Cờ có thể đã được dọn đi.", "It may have been cleared away.")),
        StepOutcome.Changed => (new("Cờ vừa được người khác thay đổi", "Somebody else changed this flag"), new("Chưa có gì được ghi. Bên dưới là cờ như hiện nay, cùng điều bạn đã viết.", "Nothing was recorded. Below is the flag as it is now, with what you wrote.")),
        StepOutcome.Held => (new("Người khác đang giữ cờ này", "Somebody else holds this flag"), new("Chưa có gì được ghi. Chờ người ấy trả lại hoặc hết giờ giữ, hoặc mở cờ sau.", "Nothing was recorded. Wait until they give it back or their hold ends, or take the next flag.")),
        StepOutcome.Settled => (new("Cờ đã có kết luận", "The flag is settled"), new("Chưa có gì được ghi. Mở lại cờ nếu cần kết luận khác.", "Nothing was recorded. Reopen the flag if it needs another verdict.")),
        StepOutcome.OwnReview => (new("Bạn đã kết luận cờ này", "You have given your verdict"), new("Kết luận tiếp theo phải của người khác. Bạn có thể hoàn tác kết luận của mình.", "The next verdict must be another person's. You can undo yours.")),
        StepOutcome.NeedsEvidence => (new("Kết luận này cần căn cứ", "This verdict needs evidence"), new("Dẫn một căn cứ trong cột Căn cứ, hoặc ghi địa chỉ trang bạn dựa vào.", "Cite a reference, or give the address of the page you rely on.")),
        StepOutcome.BadEvidence => (new("Có căn cứ không dùng được", "Some evidence cannot be used"), new("Mỗi căn cứ là một tài liệu có trong thư viện, hoặc trọn địa chỉ một trang bắt đầu bằng http:// hoặc https://, không phải trang cá nhân hay tài khoản trên mạng xã hội, kèm câu chữ dựa vào dài nhất 500 ký tự.", "Each piece is a reference that exists, or the whole address of a page that begins with http:// or https://, not a person's page or an account on a platform, with at most 500 characters of its words.")),
        StepOutcome.TooMuchEvidence => (new("Quá nhiều căn cứ", "Too much evidence"), new("Giữ lại nhiều nhất năm căn cứ.", "Keep five pieces at most.")),
        StepOutcome.NeedsRabat => (new("Cần xem đủ sáu yếu tố Rabat", "All six Rabat factors are needed"), new("Chọn mức cho từng yếu tố, kể cả “chưa rõ”.", "Give each factor a weight, \"unclear\" included.")),
        StepOutcome.NoVerdict => (new("Chưa chọn kết luận", "No verdict was chosen"), new("Chọn một kết luận rồi ghi.", "Choose a verdict, then record it.")),
        StepOutcome.NotSettled => (new("Cờ chưa có kết luận", "The flag is not settled"), new("Chưa có gì được ghi. Trả lời được ghi khi cờ đã có kết luận.", "Nothing was recorded. An answer is noted once the flag has its verdict.")),
        StepOutcome.BadAnswer => (new("Địa chỉ bài trả lời không đúng", "The address of the answer is not one"), new("Ghi địa chỉ http(s) của trang đã đăng bài trả lời, không phải trang cá nhân hay tài khoản trên mạng xã hội.", "Give the http(s) address of the page on which the answer was published, not a person's page or an account on a platform.")),
        StepOutcome.NeedsReason => (new("Cần ghi vì sao mở lại", "Say why it is reopened"), new("Chưa có gì được ghi. Ghi lý do vào ô bên dưới; lý do được giữ trong nhật ký.", "Nothing was recorded. Give the reason; it is kept in the audit log.")),
        StepOutcome.NeedsSenior => (new("Cờ này do trưởng nhóm hoặc người phát ngôn mở lại", "A senior or a spokesperson reopens this flag"), new("Chưa có gì được ghi. Kết luận đã được hai người xác nhận, hoặc cơ quan đã trả lời: nhờ trưởng nhóm phân tích hoặc người phát ngôn.", "Nothing was recorded. Two people agreed on the verdict, or the office has answered: ask a senior or a spokesperson.")),
        StepOutcome.PastDue => (new("Cờ khẩn không hoãn được quá hạn", "An urgent flag cannot be put off past its time"), new("Chưa có gì được ghi. Chọn ngày sớm hơn hạn, giao cho người khác hoặc kết luận.", "Nothing was recorded. Choose a day before it is due, give it to somebody, or decide.")),
        StepOutcome.NothingToUndo => (new("Không có gì để hoàn tác", "There is nothing to undo"), new("Bạn không còn kết luận nào trên cờ này để hoàn tác.", "No verdict of yours stands on this flag that could be taken back.")),
        StepOutcome.NothingToDo => (new("Không có gì để làm ở đây", "There is nothing to do here"), new("Tải lại trang để xem cờ như hiện nay.", "Read the flag again to see how it stands.")),
    };

    public static readonly Text SendAgain = new("Xem lại rồi gửi lần nữa.", "Look again, then send it again.");
    public static readonly Text LastDone = new("Việc gần nhất:", "Last done:");
    public static readonly Text UntilTime = new("đến {0}", "until {0}");
    public static readonly Text TookNoteOut = new("bỏ ghi chú", "took the note out");

    public static readonly Text Changes = new("Thay đổi ở nguồn", "Changes at the publisher");
    public static readonly Text ChangedOn = new("Bài đã bị sửa, phát hiện lúc {0}: bỏ {1} chỗ, thêm {2} chỗ. Bên trên là bài hiện nay; cờ đã được đánh giá lại.", "The text was changed, found at {0}: {1} passages taken out, {2} put in. Above is the text as it is now; the flag was assessed anew.");
    public static readonly Text NoReasonLeft = new("Bài hiện nay không còn lý do gắn cờ; lý do và câu ở đầu trang là của bài trước khi sửa.", "The text as it is now gives no reason any more; the reason and the sentence at the top are those of the text before.");
    public static readonly Text TextWithheld = new("Bài trước khi sửa không được giữ, vì bài sau làm lộ danh tính.", "The text before the change is not kept, for the later one exposes somebody.");
    public static readonly Text OlderChanges = new("{0} lần sửa trước đó", "{0} earlier changes", "{0} earlier change");
    public static readonly Text SameSentences = new("[{0} câu không đổi]", "[{0} sentences unchanged]", "[{0} sentence unchanged]");
    public static readonly Text DiffRemoved = new("bỏ:", "taken out:");
    public static readonly Text DiffAdded = new("thêm:", "put in:");
    public static readonly Text DiffEnd = new("hết.", "end.");
    public static readonly Text Unchanged = new("Đọc lại lần cuối {0}: không đổi.", "Last read again {0}: unchanged.");

    /// <summary>Why the text is missing at its publisher; the first place is when that was found.</summary>
    public static Text OfMissing(PageOutcome outcome, int? status) => (outcome, status) switch
    {
        (PageOutcome.Gone, 404 or 410) => new("Bài đã bị gỡ khỏi nguồn (HTTP {1}), phát hiện lúc {0}. Bài bên trên là bản đã lưu.", "The text was taken down by its publisher (HTTP {1}), found at {0}. Above is the stored text."),
        (PageOutcome.Gone, _) => new("Nguồn không cho đọc bài nữa (HTTP {1}), từ {0}. Bài bên trên là bản đã lưu.", "The publisher no longer lets it be read (HTTP {1}), since {0}. Above is the stored text."),
        (PageOutcome.NotArticle, _) => new("Trang còn nhưng không còn bài, phát hiện lúc {0}. Bài bên trên là bản đã lưu.", "The page is there without the article, found at {0}. Above is the stored text."),
        (PageOutcome.Disallowed, _) => new("robots.txt không cho đọc lại từ {0}; không biết bài còn hay không.", "robots.txt has not allowed a second reading since {0}; whether the text is there is not known."),
        _ => new("Địa chỉ nay dẫn đến nơi không đọc được, phát hiện lúc {0}. Bài bên trên là bản đã lưu.", "The address now leads to what is not read, found at {0}. Above is the stored text."),
    };

    /// <summary>An action of the audit log, as the history tells it.</summary>
    public static Text OfAction(string action) => action switch
    {
        "flag.add" => new("thêm bằng tay vào hàng chờ", "put it into the queue by hand"),
        "flag.take-back" => new("rút lại điều đã thêm bằng tay", "took back what was added by hand"),
        "flag.new" => new("gắn cờ", "raised the flag"),
        "flag.claim" => new("nhận xử lý", "claimed it"),
        "flag.release" => new("trả lại", "gave it back"),
        "flag.skip" => new("bỏ qua", "skipped it"),
        "flag.claim-expired" => new("hết giờ giữ, trả về hàng chờ", "the hold ran out"),
        "flag.verdict" => new("kết luận", "gave a verdict"),
        "flag.verdict-amended" => new("bổ sung căn cứ cho kết luận", "amended a verdict"),
        "flag.undo" => new("hoàn tác kết luận", "undid a verdict"),
        "flag.answer" => new("ghi nơi đã trả lời", "noted where it was answered"),
        "flag.answer-withdrawn" => new("rút ghi nhận đã trả lời", "took back that it was answered"),
        "flag.reopen" => new("mở lại", "reopened it"),
        "flag.assign" => new("giao việc", "gave it to somebody"),
        "flag.snooze" => new("tạm hoãn", "snoozed it"),
        "flag.wake" => new("hết hạn tạm hoãn, trở lại hàng chờ", "the snooze ran out"),
        "flag.put-back" => new("hoàn tác, cờ như trước đó", "undid it, as it stood before"),
        "flag.urgent" => new("chuyển thành khẩn vì nhiều nguồn cùng đăng", "made it urgent: many sources carry it"),
        "flag.spread" => new("thấy thêm một bài cùng tin, tính lại mức ưu tiên", "found the story once more, weighed its priority anew"),
        "flag.text-changed" => new("thấy bài đã bị sửa", "found the text changed"),
        "flag.text-missing" => new("thấy bài không còn ở nguồn", "found the text missing at its publisher"),
        "flag.text-back" => new("thấy bài có lại ở nguồn", "found the text back at its publisher"),
        "flag.reassess" => new("đánh giá lại theo bài đã sửa", "assessed the flag anew by the changed text"),
        _ => new(action, action),
    };

    /// <summary>The sentence that opens the explanation.</summary>
    public static Text WhyOf(FlagReason reason) => reason switch
    {
        FlagReason.MatchesCorrection => WhyCorrection,
        FlagReason.UnverifiedClaim => WhyClaim,
        FlagReason.Hate => WhyHate,
        FlagReason.Incitement => WhyIncitement,
        FlagReason.ExploitationLure => WhyLure,
        FlagReason.VictimExposure => WhyExposure,
    };
}
