using InfoMonitor.Domain;

namespace InfoMonitor.Sources;

/// <summary>Strings of the page of sources.</summary>
internal static class SourcesTexts
{
    public static readonly Text Sources = new("Nguồn", "Sources");
    public static readonly Text ReadOf = new("Đọc được", "Read");
    public static readonly Text OfAll = new("{0} trên {1}", "{0} of {1}");
    public static readonly Text FilterByKind = new("Lọc theo loại", "Filter by kind");
    public static readonly Text All = new("Cần xem trước", "Troubled first");
    public static readonly Text Caption = new("Tình trạng nguồn, nguồn có vấn đề lên trước", "State of the sources, troubled ones first");
    public static readonly Text Publisher = new("Nguồn", "Source");
    public static readonly Text State = new("Tình trạng", "State");
    public static readonly Text LastRead = new("Đọc gần nhất", "Last read");
    public static readonly Text FourteenDays = new("Đăng 14 ngày", "Published, 14 days");
    public static readonly Text ItemsADay = new("Bài theo ngày đăng, 14 ngày", "Items by day of publication, 14 days");
    public static readonly Text SparkLabel = new("Bài theo ngày đăng, 14 ngày: thấp nhất {0}, cao nhất {1}, hôm nay {2}", "Items by day of publication, 14 days: lowest {0}, highest {1}, today {2}");
    public static readonly Text MostAndToday = new("cao nhất {0}, hôm nay {1}", "most {0}, today {1}");
    public static readonly Text OnDay = new("{0}: {1} bài", "{0}: {1} items", null);
    public static readonly Text ItemsToday = new("Đăng hôm nay", "Published today");
    public static readonly Text Pages24 = new("Trang 24 giờ", "Pages, 24 hours");
    public static readonly Text PagesCount = new("{0} trang", "{0} pages", "{0} page");
    public static readonly Text Waiting = new("còn chờ {0}", "{0} waiting");
    public static readonly Text MixLabel = new("Trang 24 giờ: {0}", "Pages, 24 hours: {0}");
    public static readonly Text MixNone = new("không trang nào", "none");
    public static readonly Text MixStored = new("{0} lưu", "{0} stored");
    public static readonly Text MixCopies = new("{0} bản sao", "{0} copies", "{0} copy");
    public static readonly Text MixNotArticles = new("{0} không phải bài", "{0} no articles", "{0} no article");
    public static readonly Text MixDisallowed = new("{0} robots.txt cấm", "{0} forbidden by robots.txt");
    public static readonly Text MixGone = new("{0} máy chủ từ chối hoặc đã gỡ", "{0} refused or gone");
    public static readonly Text MixUnsupported = new("{0} loại không đọc", "{0} of a kind not read");
    public static readonly Text MixUnreachable = new("{0} thử mãi không được", "{0} given up");
    public static readonly Text MixTriedAgain = new("{0} đang thử lại", "{0} tried again");
    public static readonly Text MixQuarantined = new("{0} cách ly", "{0} quarantined");
    public static readonly Text LegendStored = new("lưu", "stored");
    public static readonly Text LegendLeft = new("bản sao, không phải bài", "copies, no articles");
    public static readonly Text LegendNotHad = new("không lấy được", "not had");
    public static readonly Text LegendTriedAgain = new("chưa lấy được, đang thử lại", "not had yet, tried again");
    public static readonly Text LegendQuarantined = new("cách ly", "quarantined");
    public static readonly Text Every = new("{0}, mỗi {1}", "{0}, every {1}");
    public static readonly Text Never = new("chưa lần nào", "never");
    public static readonly Text Next = new("tiếp theo {0}", "next {0}");
    public static readonly Text NotScheduled = new("chưa xếp lịch", "not scheduled");
    public static readonly Text Details = new("Điểm vào và giãn cách", "Entry points and politeness");
    public static readonly Text PauseOf = new("Giãn cách ít nhất {0} giữa hai lần đọc {1}: {2}.", "At least {0} between two requests to {1}: {2}.");
    public static readonly Text PauseBeyond = new("Một lượt đọc không chờ lâu hơn {0} (Fetching:MaxCrawlDelay), nên mỗi lượt chỉ gửi một yêu cầu tới máy chủ này, cách yêu cầu trước ít nhất chừng ấy; trang còn lại để các lượt sau.", "No crawl waits longer than {0} (Fetching:MaxCrawlDelay), so each sends this host one request, at least that pause after the last; the other pages are left to the crawls after it.");
    public static readonly Text PaceOf = new("Vì thế nhiều nhất {0} trang của máy chủ này mỗi lượt.", "So at most {0} pages of this host a crawl.", "So at most one page of this host a crawl.");
    public static readonly Text PauseOwn = new("delay của nguồn này", "this source's delay");
    public static readonly Text PauseRobots = new("robots.txt yêu cầu", "robots.txt asks for it");
    public static readonly Text PauseService = new("mức thấp nhất của hệ thống (Fetching:MinDelay)", "the service's floor (Fetching:MinDelay)");
    public static readonly Text Politeness = new("Nhiều nhất {0} trang mỗi lượt. robots.txt luôn được theo, có thể giãn thêm, không có cách bỏ qua.", "At most {0} pages a crawl. robots.txt is always followed, may ask for more, and has no override.", "At most one page a crawl. robots.txt is always followed, may ask for more, and has no override.");
    public static readonly Text Disallowed = new("robots.txt không cho đọc {0} trang trong 24 giờ.", "robots.txt did not allow {0} pages in 24 hours.", "robots.txt did not allow one page in 24 hours.");
    public static readonly Text Owner = new("Chủ quản: {0}; {1}.", "Owner: {0}; {1}.");
    public static readonly Text TriedOn = new("Đọc thử được: {0}.", "Tried with success: {0}.");
    public static readonly Text NotTried = new("Chưa đọc thử.", "Not yet tried.");
    public static readonly Text PointRead = new("đọc {0}", "read {0}");
    public static readonly Text PointNeverRead = new("chưa đọc", "not read yet");
    public static readonly Text PointWaits = new("không hỏi lại trước {0}", "not asked again before {0}");
    public static readonly Text NotAskedBefore = new("Không hỏi lại trước {0}.", "It is not asked again before {0}.");
    public static readonly Text NewTab = new("mở trang ngoài", "opens another site");

    public static readonly Text Healthy = new("Khoẻ", "Healthy");
    public static readonly Text Failing = new("Lỗi", "Failing");
    public static readonly Text Died = new("Đã mất", "Dead");
    public static readonly Text OffTarget = new("Lạc hướng", "Off target");
    public static readonly Text Silent = new("Im lặng", "Silent");
    public static readonly Text Moved = new("Đã chuyển", "Moved");
    public static readonly Text Troubled = new("Có lỗi một phần", "Troubled");
    public static readonly Text Partial = new("Thiếu một phần trang", "Part of its pages fail");
    public static readonly Text Late = new("Trễ", "Late");
    public static readonly Text Waits = new("Đang chờ", "Waiting");
    public static readonly Text Untried = new("Chưa đọc thử", "Not yet tried");
    public static readonly Text Paused = new("Tạm ngưng", "Paused");
    public static readonly Text WhySilent = new("{0} không có bài mới, thường cách nhau nhiều nhất {1}", "no new item for {0}, usually {1} apart at most");
    public static readonly Text WhySilentAssumed = new("{0} không có bài mới; chưa biết nhịp đăng của nguồn này trong ngày, cho đến khi biết chỉ coi {1} là thường", "no new item for {0}; its rhythm within a day is not known yet, and until it is no more than {1} without one counts as usual");
    public static readonly Text WhyQuiet = new("bài mới nhất mà điểm vào nêu đã đăng {0} trước, lâu hơn nhịp các bài nó liệt kê", "the newest entry that its entry points announce is {0} old, longer than its entries are apart");
    public static readonly Text DoQuiet = new("Mở trang của nguồn: nếu vẫn đăng bài, tìm nguồn tin hay trang mục còn dùng và ghi vào sources.yaml; nếu đã ngừng, ghi enabled: false.", "Open the publisher's site: if it still publishes, look for the feed or list page in use and write it in sources.yaml; if it has stopped, write enabled: false.");
    public static readonly Text WhyOffTargetMost = new("{0} % số trang tìm thấy gần đây không phải bài, nhiều nhất là vì: {1}", "{0} % of the pages found lately are no articles, most often as: {1}");
    public static readonly Text WhyOffTarget = new("{0} % số trang tìm thấy gần đây không phải bài", "{0} % of the pages found lately are no articles");
    public static readonly Text LagOf = new("{0} sau khi đăng", "{0} after publication");
    public static readonly Text LagUnknown = new("Chưa biết bài vào hàng chờ bao lâu sau khi đăng: chỉ tính bài đăng từ lần đọc đầu tiên.", "How long after publication an item is queued is not known yet: only items published since the first reading tell.");
    public static readonly Text Rhythm = new("Đọc mỗi {0}; tự chỉnh theo nhịp đăng bài, trong khoảng {1} đến {2}.", "Read every {0}; adjusted to its publishing, between {1} and {2}.");
    public static readonly Text RhythmFailing = new("Đang lỗi: thử lại mỗi {0}.", "Failing: tried again every {0}.");
    public static readonly Text RhythmGone = new("Địa chỉ đã bỏ hẳn (410): chỉ hỏi lại mỗi {0}, thưa nhất trong giới hạn của nguồn.", "Gone for good (410): asked again only every {0}, as seldom as its bounds allow.");
    public static readonly Text RhythmWaiting = new("Đang chờ: đọc lại mỗi {0}, không sớm hơn lúc hết chờ.", "Waiting: asked again every {0}, not before the wait is over.");
    public static readonly Text UsualGapOf = new("Sau bài mới nhất, vào giờ ấy trong ngày, bài tiếp theo thường cách nhiều nhất {0}.", "After an item at the newest one's time of day the next usually comes within {0}.");
    public static readonly Text UsualGapAssumed = new("Chưa biết nhịp đăng của nguồn này trong ngày; cho đến khi biết, {0} không có bài mới vẫn coi là thường.", "Its rhythm within a day is not known yet; until it is, {0} without a new item count as usual.");
    public static readonly Text UsualGapAnnounced = new("Theo ngày của các mục mà điểm vào nêu, hai bài thường cách nhau nhiều nhất {0}.", "By the dates of the entries that it announces, two are usually {0} apart at most.");
    public static readonly Text NoUsualGap = new("Chưa đủ bài để biết nhịp đăng.", "Too few items yet to know its rhythm.");
    public static readonly Text Newest = new("Bài mới nhất: {0}.", "Newest item: {0}.");
    public static readonly Text RobotsAbsent = new("robots.txt của {0} trả lời {1}, coi như không có: theo RFC 9309 trang nào cũng được đọc, vẫn giữ giãn cách trên.", "robots.txt of {0} answers {1}, which counts as none: by RFC 9309 every page may be read, at the pause above.");
    public static readonly Text RobotsNowhere = new("robots.txt của {0} chuyển hướng không tới đâu, coi như không có: theo RFC 9309 trang nào cũng được đọc, vẫn giữ giãn cách trên.", "robots.txt of {0} redirects to nowhere, which counts as none: by RFC 9309 every page may be read, at the pause above.");
    public static readonly Text RobotsUnreachable = new("robots.txt của {0} trả lời {1}: chưa biết nó cấm gì, nên theo RFC 9309 không trang nào được đọc. Hệ thống tự hỏi lại.", "robots.txt of {0} answers {1}: nobody knows what it forbids, so by RFC 9309 no page may be read. It is asked again by itself.");
    public static readonly Text RobotsSilent = new("robots.txt của {0} không đọc được: chưa biết nó cấm gì, nên theo RFC 9309 không trang nào được đọc. Hệ thống tự hỏi lại.", "robots.txt of {0} cannot be read: nobody knows what it forbids, so by RFC 9309 no page may be read. It is asked again by itself.");
    public static readonly Text RobotsPage = new("robots.txt của {0} là một trang HTML, không có quy tắc nào, nên mọi trang được đọc.", "robots.txt of {0} is an HTML page and holds no rules, so every page may be read.");
    public static readonly Text RobotsAsks = new("robots.txt của {0} yêu cầu giãn {1}.", "robots.txt of {0} asks for a pause of {1}.");
    public static readonly Text RobotsAsksNothing = new("robots.txt của {0} không yêu cầu giãn cách.", "robots.txt of {0} asks for no pause.");
    public static readonly Text MovedTo = new("đã chuyển đến", "moved to");
    public static readonly Text WhyFailing = new("{0} lượt gần nhất không đọc được", "{0} crawls in a row could not read it", "the last crawl could not read it");
    public static readonly Text WhyQuarantined = new("{0} trang cách ly", "{0} pages quarantined", "{0} page quarantined");
    public static readonly Text WhyLate = new("quá giờ {0}", "{0} over its time");
    public static readonly Text WhyWaiting = new("máy chủ được để yên một lúc; hệ thống tự đọc lại, không trước {0}; không phải sửa gì", "its host is left alone for a while and read again by itself, not before {0}; nothing has to be mended");
    public static readonly Text WhyWaitingSome = new("một phần điểm vào chờ máy chủ được để yên một lúc; hệ thống tự đọc lại, không trước {0}; không phải sửa gì", "some of its entry points wait for a host that is left alone for a while and are read again by themselves, not before {0}; nothing has to be mended");
    public static readonly Text WhyPaused = new("tắt trong tệp, hoặc không còn trong tệp", "switched off in the file, or no longer in it");
    public static readonly Text WhyUntried = new("địa chỉ chưa ai đọc thử", "nobody has tried its addresses");

    public static readonly Text DoTry = new("Xem bằng: infomonitor sources check --try --source {0}", "See with: infomonitor sources check --try --source {0}");
    public static readonly Text DoTryAgain = new("Sửa xong chạy: infomonitor sources check --try --source {0} (trang tìm thấy trước lúc ấy không tính nữa)", "Then run: infomonitor sources check --try --source {0} (pages found before count no more)");
    public static readonly Text DoAim = new("Điểm vào dẫn tới lịch, trang mục hay liên kết tự sinh. Trong sources.yaml ghi feed hoặc sitemap thay cho list, hoặc thêm selector chỉ đúng liên kết tới bài.", "Its entry points lead to a calendar, sections or made-up links. In sources.yaml give a feed or sitemap instead of the list, or a selector that names the links to articles.");
    public static readonly Text DoAimFeed = new("Ghi một feed hoặc sitemap khác, của các bài viết.", "Give another feed or sitemap, one of articles.");
    public static readonly Text DoOpen = new("Hệ thống chỉ đọc trang ai cũng xem được ngay. Ghi một điểm vào của các bài để mở, hoặc hỏi cơ quan xuất bản; nếu không, ghi enabled: false. Không có cách vượt.", "Only pages that everybody can read at once are read. Give an entry point of articles that are open, or ask the publisher; else write enabled: false. There is no way round.");
    public static readonly Text DoPartial = new("Mở vài trang ấy bằng trình duyệt: nếu cũng không được, điểm vào nêu bài đã gỡ hoặc máy chủ hay hỏng; nếu được, có thể máy chủ không chịu nổi nhịp đọc: tăng delay trong sources.yaml, rồi hỏi cơ quan xuất bản.", "Open some of them in a browser: if that fails too, its entry points announce what was taken down, or the server is often down; if it does not, the server may not bear the pace: lengthen delay in sources.yaml, then ask the publisher.");
    public static readonly Text DoMove = new("Trong sources.yaml thay {0}: {1} bằng {0}: {2}", "In sources.yaml write {0}: {2} instead of {0}: {1}");
    public static readonly Text DoLook = new("Xem trang cách ly: infomonitor quarantine list", "Look at the pages: infomonitor quarantine list");
    public static readonly Text DoWorker = new("Kiểm tra tiến trình worker còn chạy và máy còn đủ sức. Nguồn có giãn cách dài hoặc nhiều trang thì một lượt đọc lâu hơn: tăng interval hoặc giảm pages-per-crawl.", "Check that a worker runs and keeps up. A source with a long pause or many pages takes longer than its interval: lengthen interval or lower pages-per-crawl.");

    public static readonly Text FileWrong = new("{0} vừa sửa có lỗi, đang dùng bản tốt gần nhất ({1})", "{0} was changed and is wrong; the last good one is in force ({1})");
    public static readonly Text FileWrongNoGood = new("{0} có lỗi, nguồn giữ như cũ", "{0} is wrong; the sources stay as they were");
    public static readonly Text FileLine = new("Dòng {0}", "Line {0}");
    public static readonly Text FileSource = new("nguồn", "source");
    public static readonly Text FileKey = new("khoá", "key");
    public static readonly Text FileMore = new("Còn {0} lỗi nữa: infomonitor sources check.", "{0} more errors: infomonitor sources check.", "One more error: infomonitor sources check.");
    public static readonly Text FileSave = new("Sửa tệp rồi lưu lại; hệ thống tự đọc.", "Mend the file and save it; it is read by itself.");
    public static readonly Text FileMissing = new("Không có {0}, nguồn giữ như cũ", "There is no {0}; the sources stay as they were");
    public static readonly Text FileMissingWhat = new("Chép tệp mẫu config/sources.yaml vào đó, hoặc đặt Sources:File.", "Copy the project's config/sources.yaml there, or set Sources:File.");
    public static readonly Text NoContact = new("Chưa đọc nguồn nào: chưa có địa chỉ liên hệ", "Nothing is read: there is no contact");
    public static readonly Text NoContactWhat = new("Đặt Fetching:Contact là địa chỉ mà cơ quan xuất bản liên hệ được, rồi khởi động lại.", "Set Fetching:Contact to an address where a publisher can reach the office, then start again.");
    public static readonly Text EmptyTitle = new("Chưa có nguồn nào", "There are no sources yet");
    public static readonly Text Empty = new("Ghi nguồn vào config/sources.yaml, thử bằng infomonitor sources check --try, rồi lưu; hệ thống tự đọc.", "Write sources into config/sources.yaml, try them with infomonitor sources check --try, and save; the file is read by itself.");
    public static readonly Text EmptyKind = new("Không có nguồn nào thuộc loại này.", "There is no source of this kind.");

    public static Text Of(SourceCondition condition) => condition switch
    {
        SourceCondition.Died => Died,
        SourceCondition.Failing => Failing,
        SourceCondition.OffTarget => OffTarget,
        SourceCondition.Silent => Silent,
        SourceCondition.Moved => Moved,
        SourceCondition.Troubled => Troubled,
        SourceCondition.Partial => Partial,
        SourceCondition.Late => Late,
        SourceCondition.Waiting => Waits,
        SourceCondition.Untried => Untried,
        SourceCondition.Healthy => Healthy,
        SourceCondition.Paused => Paused,
    };

    /// <summary>What to do where pages are no articles.</summary>
    /// <param name="because">Why most are not; null where that is not known.</param>
    /// <param name="hasList">Whether an entry point is a list page.</param>
    public static Text Aim(PageReason? because, bool hasList) => because?.IsWall() == true ? DoOpen : hasList ? DoAim : DoAimFeed;

    /// <summary>Who asks for the pause in force.</summary>
    public static Text Of(HostPause pause)
    {
        ArgumentNullException.ThrowIfNull(pause);
        return pause.Asker switch
        {
            PauseAsker.Own => PauseOwn,
            PauseAsker.Other => new($"delay của nguồn {pause.Source}, đọc cùng máy chủ", $"the delay of source {pause.Source}, which reads the same host"),
            PauseAsker.Robots => PauseRobots,
            PauseAsker.Service => PauseService,
        };
    }

    public static Text Of(Ownership ownership) => ownership switch
    {
        Ownership.State => new("nhà nước", "state"),
        Ownership.Independent => new("độc lập", "independent"),
        Ownership.Intergovernmental => new("liên chính phủ", "intergovernmental"),
        Ownership.Unknown => new("chưa rõ", "unknown"),
    };

    public static Text Of(EntryPointKind kind) => kind switch
    {
        EntryPointKind.Feed => new("nguồn tin RSS", "feed"),
        EntryPointKind.Sitemap => new("sơ đồ trang", "sitemap"),
        EntryPointKind.List => new("trang mục", "list page"),
    };

    /// <summary>What is in force at the host of an entry point where its robots.txt was not read, and why; null where it was.</summary>
    public static Text? OfRobots(RobotsStanding standing, int? status) => standing switch
    {
        RobotsStanding.Followed => null,
        RobotsStanding.HtmlPage => RobotsPage,
        RobotsStanding.Absent => status is null ? RobotsNowhere : RobotsAbsent,
        RobotsStanding.Unreachable => status is null ? RobotsSilent : RobotsUnreachable,
    };
}
