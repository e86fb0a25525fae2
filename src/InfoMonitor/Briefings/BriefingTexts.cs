using InfoMonitor.Domain;
using InfoMonitor.Web;

namespace InfoMonitor.Briefings;

/// <summary>Strings of the briefing, on its page and in its renderings.</summary>
internal static class BriefingTexts
{
    public static readonly Text Briefings = new("Bản tin", "Briefings");
    public static readonly Text Title = new("Bản tin ngày", "Daily briefing");
    public static readonly Text Of = new("Bản tin ngày {0}", "Briefing of {0}");
    public static readonly Text Covers = new("Từ {0} đến {1}, {2}", "From {0} to {1}, {2}");
    public static readonly Text Draft = new("Bản thảo đang cập nhật, chốt lúc {0}", "Live draft, frozen at {0}");
    public static readonly Text NotFrozen = new("Chưa chốt: từ {0} chưa có tiến trình nào chạy để chốt, nên đây vẫn là bản thảo", "Not frozen: no worker has run since {0}, so this is still a draft");
    public static readonly Text ComposedAt = new("Chốt lúc {0}", "Frozen at {0}");
    public static readonly Text Previous = new("Hôm trước", "Day before");
    public static readonly Text Next = new("Hôm sau", "Day after");
    public static readonly Text AllBriefings = new("Các bản tin", "All briefings");
    public static readonly Text TodaysBriefing = new("Bản tin hôm nay", "Today's briefing");
    public static readonly Text Language = new("Ngôn ngữ", "Language");

    public static readonly Text LeadNone = new("Không có tin nào cần xem trong thời gian này.", "No story needs attention in the time covered.");
    public static readonly Text Lead = new("{0} tin cần biết, {1} tin nên trả lời, {2} tin không nên lặp lại.", "{0} stories to know of: {1} to answer, {2} not to repeat.", "One story to know of: {1} to answer, {2} not to repeat.");
    public static readonly Text NothingTitle = new("Chưa có gì để báo", "Nothing to report");
    public static readonly Text NothingRead = new("Chưa đọc được nguồn nào, nên bản tin này không nói được có tin hay không.", "No source could be read, so this briefing cannot say whether there was news.");
    public static readonly Text DeservesAnswerTopics = new("Một tin có thể thuộc vài chủ đề, hoặc không chủ đề nào được nhận ra.", "A story may be on several topics, or on none that was recognised.");
    public static readonly Text NothingNew = new("Đã đọc các nguồn, không có bài mới nào trong thời gian này.", "The sources were read; no new item came in the time covered.");
    public static readonly Text Nothing = new("Đã đọc {0} bài, không bài nào vào hàng chờ.", "{0} items were read; none entered the queue.", "One item was read; it did not enter the queue.");

    public static readonly Text Stories = new("Các tin trong ngày", "Stories of the day");
    public static readonly Text Further = new("Còn {0} tin nhẹ hơn trong hàng chờ.", "{0} lighter stories stand in the queue.", "One lighter story stands in the queue.");
    public static readonly Text OpenFlag = new("Mở cờ", "Open the flag");
    public static readonly Text NotQuoted = new("Văn bản gây hại, không trích lại", "A text that harms; it is not quoted");
    public static readonly Text NotQuotedVictim = new("Văn bản làm lộ danh tính nạn nhân hoặc trẻ em, không trích lại", "A text that exposes a victim or child; it is not quoted");
    public static readonly Text Known = new("Đã biết", "Known");
    public static readonly Text Unclear = new("Chưa rõ", "Unclear");
    public static readonly Text Should = new("Nên", "Advice");
    public static readonly Text Topics = new("Chủ đề", "Topics");
    public static readonly Text Spread = new("Lan truyền", "Spread");
    public static readonly Text SpreadWords = new("{0} bài, {1} nguồn, thấy lần đầu {2}, gần nhất {3}", "{0} items, sources: {1}, first seen {2}, last {3}", "{0} item, sources: {1}, first seen {2}, last {3}");
    public static readonly Text VerdictBy = new("{0}, hai người kết luận", "{0}, found by two people");
    public static readonly Text VerdictByOne = new("{0}, một người kết luận", "{0}, found by one person");
    public static readonly Text VerdictNone = new("Chưa có kết luận của người duyệt.", "No reviewer's finding yet.");
    public static readonly Text ReferenceSays = new("{0} ({1}): {2}", "{0} ({1}): {2}");
    public static readonly Text NoReference = new("Chưa có căn cứ nào xác nhận hay bác bỏ.", "No reference supports or contradicts it yet.");
    public static readonly Text Independent = new("độc lập", "independent");
    public static readonly Text NotIndependent = new("không độc lập", "not independent");

    public static readonly Text AdviceAnswer = new("Trả lời.", "Answer.");
    public static readonly Text AdviceAnswerWhy = new("Đã có kết luận và đang lan qua nhiều nguồn.", "There is a finding and several sources carry it.");
    public static readonly Text AdvicePrepare = new("Chuẩn bị.", "Prepare.");
    public static readonly Text AdvicePrepareWhy = new("Soạn sẵn câu trả lời từ căn cứ đã dẫn; chưa cần lên tiếng.", "Have an answer ready from the reference; no need to speak yet.");
    public static readonly Text AdviceCheck = new("Kiểm tra trước.", "Check first.");
    public static readonly Text AdviceCheckWhy = new("Hỏi cơ quan phụ trách trước khi nói đúng hay sai.", "Ask the office in charge before saying whether it holds.");
    public static readonly Text AdviceDoNotAmplify = new("Không khuếch đại.", "Do not amplify.");
    public static readonly Text AdviceDoNotAmplifyWhy = new("Không trích hay dẫn lại; nhắc cách nhận biết và nơi giúp đỡ.", "Do not quote or link it; tell people how to recognise it and where help is.");

    public static readonly Text AdviceRefer = new("Dẫn bài trả lời.", "Point to the answer.");
    public static readonly Text AdviceReferWhy = new("Cơ quan đã trả lời công khai; dẫn địa chỉ ấy.", "The office has answered in public; give that address.");
    public static readonly Text Answered = new("Đã trả lời", "Answered");

    public static readonly Text DeservesAnswer = new("Phản ánh, phê bình cần được trả lời", "Complaints and criticism that deserve an answer");
    public static readonly Text DeservesAnswerNone = new("Không có trong thời gian này.", "None in the time covered.");
    public static readonly Text DeservesAnswerHint = new("{0} tin phản ánh, tố cáo hoặc phê bình, chưa có kiểm chứng độc lập. Không phải tin sai: trả lời bằng thông tin. Theo chủ đề, một tin có thể thuộc nhiều chủ đề:", "{0} stories that allege, complain or criticise and that no independent fact-check answers. Not misinformation: answer with information. By topic, a story may have several:", "{0} story that alleges, complains or criticises and that no independent fact-check answers. Not misinformation: answer with information. By topic, a story may have several:");
    public static readonly Text References = new("Căn cứ mới", "New references");
    public static readonly Text Totals = new("Trong ngày", "The day in figures");
    public static readonly Text TotalItems = new("Bài đọc", "Items read");
    public static readonly Text TotalNewFlags = new("Cờ mới", "New flags");
    public static readonly Text TotalDecided = new("Đã kết luận", "Decided");
    public static readonly Text TotalProtected = new("trong đó được bảo vệ", "of these protected");
    public static readonly Text TotalOpen = new("Đang mở", "Open");
    public static readonly Text TotalOverdue = new("Quá hạn", "Overdue");
    public static readonly Text Coverage = new("Độ phủ", "Coverage");
    public static readonly Text CoverageWords = new("Đọc được {0} trên {1} nguồn.", "Sources read: {0} of {1}.");
    public static readonly Text NotRead = new("Không đọc được, chỉ đọc được một phần, hoặc im lặng khác thường:", "Not read, read in part, or unusually silent:");
    public static readonly Text SilentFor = new("đọc được nhưng {0} không có bài mới", "read, but no new item for {0}");
    public static readonly Text TroubledWords = new("chỉ đọc được một phần", "read in part");
    public static readonly Text DiedWords = new("cần sửa trong sources.yaml", "to be mended in sources.yaml");
    public static readonly Text NeverRead = new("chưa đọc lần nào", "never read");
    public static readonly Text LastRead = new("lần cuối {0}", "last read {0}");
    public static readonly Text NoSources = new("Chưa có nguồn nào được bật.", "No source is switched on.");

    public static readonly Text ListEmptyTitle = new("Chưa có bản tin nào được chốt", "No briefing has been frozen yet");
    public static readonly Text ListEmpty = new("Bản tin của mỗi ngày được chốt lúc {0}. Trước giờ đó hãy đọc bản thảo của hôm nay.", "Each day's briefing is frozen at {0}. Until then, read today's draft.");
    public static readonly Text NoBriefingTitle = new("Ngày này không có bản tin", "There is no briefing for this day");
    public static readonly Text NotYet = new("Ngày đó chưa tới: bản tin được soạn trong ngày và chốt vào giờ của nó.", "The day has not come: its briefing is composed on the day and frozen at its time.");
    public static readonly Text NoBriefing = new("Dịch vụ chưa chạy vào ngày đó.", "The service did not run that day.");
    public static readonly Text ListFlags = new("Cờ mới", "New flags");
    public static readonly Text ListDate = new("Ngày", "Date");
    public static readonly Text ListComposed = new("Chốt lúc", "Frozen at");
    public static readonly Text ListStories = new("Tin", "Stories");
    public static readonly Text ListCoverage = new("Nguồn đọc được", "Sources read");

    /// <summary>Why a day has no briefing.</summary>
    public static Text WhyNone(DateOnly date, DateOnly today) => date > today ? NotYet : NoBriefing;

    /// <summary>Why no story is told.</summary>
    public static Text WhyNothing(BriefingContent briefing) => briefing is { Totals.Items: > 0 } ? Nothing : briefing is { Coverage.Read: > 0 } ? NothingNew : NothingRead;

    /// <summary>What a draft is still waiting for: its time or, that being past, a worker.</summary>
    public static string Standing(BriefingContent briefing, Ui ui)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        ArgumentNullException.ThrowIfNull(ui);
        return !briefing.Draft ? ui[ComposedAt, ui.Full(briefing.ComposedAt)] : ui[briefing.ComposedAt < briefing.To ? Draft : NotFrozen, ui.Full(briefing.To)];
    }

    public static Text Word(Advice advice) => advice switch
    {
        Advice.Answer => AdviceAnswer,
        Advice.Prepare => AdvicePrepare,
        Advice.Check => AdviceCheck,
        Advice.DoNotAmplify => AdviceDoNotAmplify,
        Advice.Refer => AdviceRefer,
    };

    public static Text Why(Advice advice) => advice switch
    {
        Advice.Answer => AdviceAnswerWhy,
        Advice.Prepare => AdvicePrepareWhy,
        Advice.Check => AdviceCheckWhy,
        Advice.DoNotAmplify => AdviceDoNotAmplifyWhy,
        Advice.Refer => AdviceReferWhy,
    };

    /// <summary>How a source of the coverage stands: "last read 06:12, 23/11/2026, to be mended in sources.yaml".</summary>
    public static string OfUnread(Ui ui, UnreadSource source) =>
        (source.Troubled ? ui[TroubledWords] : source.Silent is { } silent ? ui[SilentFor, ui.Span(silent)] : source.LastReadAt is { } at ? ui[LastRead, ui.Full(at)] : ui[NeverRead]) + (source.Died ? ", " + ui[DiedWords] : "");

    /// <summary>What keeps it from being read, in the language of the page; null when no failure is known.</summary>
    public static string? ReasonOf(Ui ui, UnreadSource source) => ui.Language == UiLanguage.Vi ? source.ReasonVi ?? source.Reason : source.Reason;
}
