using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;

namespace InfoMonitor.Web;

/// <summary>How the closed vocabularies are said to people.</summary>
internal static class VocabularyTexts
{
    public static Text Of(FlagReason reason) => reason switch
    {
        FlagReason.MatchesCorrection => new("Trùng đính chính", "Matches a correction"),
        FlagReason.UnverifiedClaim => new("Chưa kiểm chứng", "Unverified claim"),
        FlagReason.Hate => new("Thù ghét", "Hate"),
        FlagReason.Incitement => new("Kích động", "Incitement"),
        FlagReason.ExploitationLure => new("Dụ dỗ bóc lột", "Exploitation lure"),
        FlagReason.VictimExposure => new("Lộ danh tính", "Victim exposed"),
    };

    public static Text Of(FlagState state) => state switch
    {
        FlagState.New => new("Mới", "New"),
        FlagState.Claimed => new("Đang xử lý", "Claimed"),
        FlagState.Decided => new("Đã kết luận", "Decided"),
        FlagState.AwaitingSecond => new("Chờ người thứ hai", "Awaiting a second"),
        FlagState.Confirmed => new("Đã xác nhận", "Confirmed"),
        FlagState.Answered => new("Đã phản hồi", "Answered"),
        FlagState.Closed => new("Đã đóng", "Closed"),
        FlagState.Snoozed => new("Tạm hoãn", "Snoozed"),
    };

    public static Text Of(Verdict verdict) => verdict switch
    {
        Verdict.NotAClaim => new("Không phải khẳng định", "Not a claim"),
        Verdict.Protected => new("Được bảo vệ", "Protected"),
        Verdict.OffTopic => new("Ngoài phạm vi", "Off topic"),
        Verdict.Accurate => new("Chính xác", "Accurate"),
        Verdict.NeedsEvidence => new("Cần thêm căn cứ", "Needs evidence"),
        Verdict.Misleading => new("Gây hiểu lầm", "Misleading"),
        Verdict.False => new("Sai", "False"),
        Verdict.Harmful => new("Gây hại", "Harmful"),
    };

    public static Text Of(Topic topic) => topic switch
    {
        Topic.CivilPolitical => new("Dân sự, chính trị", "Civil and political"),
        Topic.EconomicSocialCultural => new("Kinh tế, xã hội, văn hoá", "Economic, social, cultural"),
        Topic.RacialDiscrimination => new("Chống phân biệt chủng tộc", "Racial discrimination"),
        Topic.Women => new("Phụ nữ", "Women"),
        Topic.Children => new("Trẻ em", "Children"),
        Topic.Torture => new("Chống tra tấn", "Torture"),
        Topic.Disability => new("Khuyết tật", "Disability"),
        Topic.EthnicMinorities => new("Dân tộc thiểu số", "Ethnic minorities"),
        Topic.Religion => new("Tôn giáo, tín ngưỡng", "Religion or belief"),
        Topic.LabourTrafficking => new("Lao động, mua bán người", "Labour and trafficking"),
        Topic.EnvironmentLand => new("Môi trường, đất đai", "Environment and land"),
        Topic.PressExpression => new("Báo chí, ngôn luận", "Press and expression"),
        Topic.AccessToInformation => new("Tiếp cận thông tin", "Access to information"),
    };

    public static Text Of(ProtectedClass kind) => kind switch
    {
        ProtectedClass.Opinion => new("ý kiến", "opinion"),
        ProtectedClass.CriticismOfPolicy => new("phê bình chính sách", "criticism of policy"),
        ProtectedClass.CriticismOfOfficials => new("phê bình cán bộ", "criticism of officials"),
        ProtectedClass.CriticismOfLaw => new("phê bình luật", "criticism of law"),
        ProtectedClass.ViolationReport => new("phản ánh vi phạm quyền", "report of a violation"),
        ProtectedClass.Complaint => new("khiếu nại, kiến nghị", "complaint or petition"),
        ProtectedClass.Advocacy => new("vận động vì quyền", "advocacy"),
        ProtectedClass.CounterSpeech => new("phản bác lời thù ghét", "counter-speech"),
        ProtectedClass.Debunk => new("bác tin sai", "debunk"),
        ProtectedClass.Satire => new("trào phúng", "satire"),
        ProtectedClass.LegalDiscussion => new("bàn về pháp luật", "legal discussion"),
        ProtectedClass.IdentityMention => new("nhắc tới nhóm, không ác ý", "mention of a group"),
        ProtectedClass.WhistleBlowing => new("tố giác", "whistle-blowing"),
        ProtectedClass.Question => new("câu hỏi", "question"),
        ProtectedClass.History => new("thuật lịch sử", "history"),
        ProtectedClass.Grief => new("đau buồn", "grief"),
    };

    public static Text Of(SentenceKind kind) => kind switch
    {
        SentenceKind.Assertion => new("khẳng định kiểm chứng được", "checkable assertion"),
        SentenceKind.Allegation => new("tố cáo vi phạm quyền", "allegation of a violation"),
        SentenceKind.Opinion => new("ý kiến", "opinion"),
        SentenceKind.Question => new("câu hỏi", "question"),
        SentenceKind.Call => new("lời kêu gọi", "call"),
        SentenceKind.Future => new("chuyện sắp tới hoặc mơ hồ", "about what is to come, or vague"),
        SentenceKind.Other => new("khác", "other"),
    };

    public static Text Of(Role role) => role switch
    {
        Role.Analyst => new("phân tích viên", "analyst"),
        Role.Senior => new("phân tích viên chính", "senior analyst"),
        Role.Spokesperson => new("người phát ngôn", "spokesperson"),
        Role.Operator => new("người vận hành", "operator"),
        Role.Auditor => new("người kiểm tra nhật ký", "auditor"),
    };

    /// <summary>As a thing somebody may do.</summary>
    public static Text Of(Right right) => right switch
    {
        Right.Read => new("đọc hàng chờ, cờ, bản tin, nguồn", "read the queue, flags, briefings, sources"),
        Right.Decide => new("nhận cờ và kết luận", "claim flags and give verdicts"),
        Right.Assign => new("giao cờ cho người khác", "give flags to others"),
        Right.Answer => new("phản hồi và công bố", "answer and publish"),
        Right.Reopen => new("mở lại điều hai người đã kết luận hoặc đã trả lời", "open again what two people settled or was answered"),
        Right.Operate => new("cấu hình và vận hành dịch vụ", "configure and run the service"),
        Right.Measure => new("xem các mô hình đang làm việc ra sao", "see how the models fare"),
        Right.Audit => new("xem toàn bộ nhật ký kiểm tra", "read the whole audit log"),
    };

    public static Text Of(SourceKind kind) => kind switch
    {
        SourceKind.Press => new("Báo chí", "Press"),
        SourceKind.Agency => new("Cơ quan", "Agencies"),
        SourceKind.Organisation => new("Tổ chức", "Organisations"),
        SourceKind.UnitedNations => new("Liên hợp quốc", "United Nations"),
        SourceKind.FactChecker => new("Kiểm chứng", "Fact-checkers"),
        SourceKind.Channel => new("Kênh công khai", "Public channels"),
    };

    public static Text Of(ReferenceKind kind) => kind switch
    {
        ReferenceKind.FactCheck => new("Kiểm chứng", "Fact-check"),
        ReferenceKind.Correction => new("Đính chính", "Correction"),
        ReferenceKind.Law => new("Luật, công ước", "Law or convention"),
        ReferenceKind.Figure => new("Số liệu chính thức", "Official figure"),
    };

    /// <summary>An ISO 639-1 code as people say it.</summary>
    public static Text OfLanguage(string code) => code switch
    {
        "vi" => new("tiếng Việt", "Vietnamese"),
        "en" => new("tiếng Anh", "English"),
        "km" => new("tiếng Khmer", "Khmer"),
        "und" => new("chưa rõ ngôn ngữ", "language unclear"),
        _ => new($"ngôn ngữ {code}", $"language {code}"),
    };
}
