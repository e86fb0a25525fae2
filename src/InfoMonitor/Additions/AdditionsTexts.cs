using InfoMonitor.Domain;

namespace InfoMonitor.Additions;

/// <summary>Strings of the page on which people add by hand.</summary>
internal static class AdditionsTexts
{
    public static readonly Text Add = new("Thêm bằng tay", "Add by hand");
    public static readonly Text Lead = new("Tin đồn qua điện thoại, tin nhắn: dán địa chỉ trang hoặc lời văn. Xem chưa ghi gì; chỉ khi bạn đưa vào hàng chờ mới ghi.", "For rumours that come by phone or messenger: paste a page's address or the text. Looking records nothing; only putting it into the queue does.");
    public static readonly Text Url = new("Địa chỉ trang", "Address of the page");
    public static readonly Text UrlHint = new("Đọc theo robots.txt như mọi nguồn. Không nhận trang cá nhân. Có thể mất tới {0}.", "Read by robots.txt like any source. No personal profiles. May take up to {0}.");
    public static readonly Text Pasted = new("Hoặc dán lời văn", "Or paste the text");
    public static readonly Text PastedHint = new("{0} đến {1} ký tự. Đừng ghi ai gửi. Số điện thoại, thư điện tử, giấy tờ được che; dòng “Từ: …”, tên trước tin nhắn bị bỏ.", "{0} to {1} characters. Do not say who sent it. Telephone numbers, e-mail addresses and ID numbers are masked; “From: …” lines and names before messages are dropped.");
    public static readonly Text Claim = new("Câu cần xem, đúng lời văn của bài (không bắt buộc)", "The claim, in the text's own words (optional)");
    public static readonly Text ClaimHint = new("Chép một câu từ “Lời văn sẽ được ghi” ở trên; câu ấy đứng đầu cờ và được đánh dấu trong bài. Bỏ trống: câu do mô hình chọn.", "Copy a sentence from the text shown above as it would be stored; it heads the flag and is marked in the text. Left empty, the models choose.");
    public static readonly Text Look = new("Xem mô hình nói gì", "See what the models say");
    public static readonly Text Another = new("Xem bài khác", "Look at another");

    public static readonly Text Protected = new("Lời nói được bảo vệ", "Protected speech");
    public static readonly Text ProtectedAs = new("Nhận thấy: {0}. Đó không bao giờ là lý do gắn cờ; bài như vậy không thể vào hàng chờ với lý do “chưa kiểm chứng”.", "Recognised: {0}. That is never a reason to flag, and such a text cannot be queued as an unverified claim.");
    public static readonly Text NotProtected = new("Mô hình không nhận ra lớp nào. Ý kiến, phê bình, khiếu nại vẫn được bảo vệ dù mô hình bỏ sót.", "The models recognised no class. Opinion, criticism and complaints are protected even where the models miss them.");
    public static readonly Text DeservesAnswer = new("Bài nói quyền của ai đó bị xâm phạm: đáng được trả lời, không phải điều cần bác.", "It says that somebody's rights were violated: it deserves an answer, not a rebuttal.");

    public static readonly Text KnownTitle = new("Đã có trong hàng chờ", "The desk has it already");
    public static readonly Text KnownWhat = new("Bài này là bản sao của một câu chuyện đã có cờ. Không tạo cờ thứ hai.", "It is a copy of a story that has a flag. No second one is made.");
    public static readonly Text KnownUnflagged = new("Câu chuyện này đã được đọc từ nguồn và không có cờ. Nếu bạn đưa vào hàng chờ, cờ gắn vào câu chuyện ấy.", "This story was read from a source and has no flag. If you queue it, the flag is put on that story.");
    public static readonly Text OpenFlag = new("Mở cờ {0}", "Open flag {0}");

    public static readonly Text Models = new("Mô hình nói gì", "What the models say");
    public static readonly Text NoReason = new("Chính sách không cho lý do nào để gắn cờ.", "The policy gives no reason to flag it.");
    public static readonly Text NotAssessed = new("Chưa có mô hình qua kiểm định cho ngôn ngữ này; bài chỉ được so với đính chính.", "No gated model for this language; the text was matched against corrections only.");
    public static readonly Text Reason = new("Lý do", "Reason");
    public static readonly Text Probability = new("Xác suất", "Probability");
    public static readonly Text Check = new("Đáng kiểm chứng", "Check-worthiness");
    public static readonly Text Sentence = new("{0}: câu nặng nhất", "{0}: the sentence that weighed most");
    public static readonly Text ShowHarm = new("Có thể gây tổn thương, đang được che. Hiện ra", "This may hurt; it is covered. Show it");

    public static readonly Text Corrections = new("Đính chính trùng", "Matching corrections");
    public static readonly Text NoCorrection = new("Không đính chính nào trùng.", "No correction matches.");
    public static readonly Text Near = new("Câu chuyện gần giống", "Stories like it");
    public static readonly Text NoNear = new("Không có cờ nào cho bài gần giống.", "No flag stands on a text like it.");
    public static readonly Text CoveredNear = new("Nội dung gây hại, đang được che: mở cờ {0}", "Harmful content, covered: open flag {0}");
    public static readonly Text Stored = new("Lời văn sẽ được ghi", "The text as it would be stored");

    public static readonly Text Queue = new("Đưa vào hàng chờ", "Put it into the queue");
    public static readonly Text YourReason = new("Lý do của bạn", "Your reason");
    public static readonly Text Choose = new("chọn một", "choose one");
    public static readonly Text Note = new("Ghi chú cho người xem xét", "Note for whoever reviews it");
    public static readonly Text NoteHint = new("Đừng ghi ai gửi hay ai viết.", "Do not write who sent or who wrote it.");

    public static Text LeadsTo(string site) => new($"Địa chỉ dẫn tới {site}.", $"It leads to {site}.");

    /// <summary>What happened, and what to do.</summary>
    public static (Text Title, Text What) Of(Refusal refusal) => refusal switch
    {
        Refusal.GiveOne => (new("Cần một trong hai", "Give one of the two"), new("Ghi địa chỉ trang, hoặc dán lời văn, không cả hai.", "Write the address of a page or paste a text, not both.")),
        Refusal.TooShort => (new("Lời văn quá ngắn", "The text is too short"), new("Dán cả tin, ít nhất một câu, không kể dòng ghi người gửi.", "Paste the whole message, one sentence at least, not counting lines that say who sent it.")),
        Refusal.TooLong => (new("Lời văn quá dài", "The text is too long"), new("Dán phần nói điều cần xem, tối đa 20.000 ký tự.", "Paste the part that matters, 20,000 characters at most.")),
        Refusal.NoAddress => (new("Đây không phải địa chỉ đọc được", "This is no address that can be read"), new("Ghi cả địa chỉ, gồm https://, không kèm tên hay mật khẩu.", "Write the whole address, https:// included, without a user name or password.")),
        Refusal.Person => (AddressTexts.Person, new("Trang cá nhân, trang tác giả không bao giờ được đọc. Nếu lời văn cần xem, dán lời văn mà không ghi ai viết.", "Profiles and author pages are never read. If the words matter, paste them without who wrote them.")),
        Refusal.Account => (AddressTexts.Account, new("Nó có thể là của một người. Dán lời văn mà không ghi ai viết.", "It may be a person's. Paste the words without who wrote them.")),
        Refusal.Search => (AddressTexts.Search, new("Ghi địa chỉ của chính bài viết.", "Give the address of the article itself.")),
        Refusal.Comments => (AddressTexts.Comments, new("Ghi địa chỉ của chính bài viết.", "Give the address of the article itself.")),
        Refusal.FrontPage => (new("Đây là trang đầu, không phải một bài", "This is a front page, not an article"), new("Ghi địa chỉ của chính bài viết.", "Give the address of the article itself.")),
        Refusal.Private => (AddressTexts.Private, new("Chỉ đọc trang mở cho mọi người.", "Only pages open to everybody are read.")),
        Refusal.Robots => (new("Trang này không cho máy đọc", "The site forbids reading it by machine"), new("robots.txt của trang cấm, và không có cách bỏ qua. Mở trang bằng trình duyệt rồi dán lời văn.", "Its robots.txt says so, and there is no override. Open it in a browser and paste the text.")),
        Refusal.Gone => (new("Không có trang này, hoặc trang không mở cho mọi người", "There is no such page, or it is not open to everybody"), new("Kiểm tra địa chỉ, hoặc dán lời văn.", "Check the address, or paste the text.")),
        Refusal.NotArticle => (new("Không thấy bài viết trên trang", "There is no article on the page"), new("Ghi địa chỉ của chính bài viết, hoặc dán lời văn.", "Give the address of the article itself, or paste the text.")),
        Refusal.Unsupported => (new("Trang này không đọc được", "This page cannot be read"), new("Dán lời văn thay cho địa chỉ.", "Paste the text instead.")),
        Refusal.Unreachable => (new("Không tới được trang", "The page could not be reached"), new("Thử lại sau, hoặc dán lời văn. Chưa ghi gì.", "Try again later, or paste the text. Nothing was recorded.")),
        Refusal.Slow => (new("Trang trả lời quá chậm", "The page took too long"), new("Thôi chờ. Thử lại sau, hoặc dán lời văn. Chưa ghi gì.", "It was given up. Try again later, or paste the text. Nothing was recorded.")),
        Refusal.NoContact => (new("Dịch vụ chưa được phép đọc trang", "The service may not read pages yet"), new("Người vận hành chưa đặt Fetching:Contact. Lời văn vẫn dán được.", "The operator has not set Fetching:Contact. A text can still be pasted.")),
        Refusal.NeedsReason => (new("Cần một lý do", "A reason is needed"), new("Chính sách không cho lý do nào; chọn một lý do.", "The policy gives none; choose one.")),
        Refusal.WrongReason => (new("Lý do này không dùng được cho bài", "This reason does not fit the text"), new("Lời nói được bảo vệ không là “chưa kiểm chứng”, và trùng đính chính do phép so khớp xác định. Chọn lý do khác.", "Protected speech is no unverified claim, and whether it repeats a correction is for the matcher to say. Choose another.")),
        Refusal.WrongClaim => (new("Câu này không có trong bài", "The claim does not stand in the text"), new("Chép nguyên văn một câu từ bài như sẽ lưu, 10 đến 300 ký tự, hoặc bỏ trống. Chưa ghi gì.", "Copy a sentence word for word from the text as it will be kept, 10 to 300 characters, or leave it empty. Nothing was recorded.")),
        Refusal.Expired => (new("Phần đã xem không còn dùng được", "What you looked at can no longer be used"), new("Xem lại bài rồi đưa vào hàng chờ. Chưa ghi gì.", "Look at it again, then queue it. Nothing was recorded.")),
    };
}
