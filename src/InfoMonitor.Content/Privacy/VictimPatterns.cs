using System.Text.RegularExpressions;

#pragma warning disable MA0009 // no timeout: a name left standing would be worse than a slow sentence; every repeat is bounded

namespace InfoMonitor.Content.Privacy;

/// <summary>What names a person, a school or a place, by the words before it. The group <c>x</c> is what goes.</summary>
internal static partial class VictimPatterns
{
    private const RegexOptions Exact = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>A capitalised word, an initial, or a Roman or Arabic number that belongs to a name.</summary>
    private const string Cap = @"(?:\p{Lu}[\p{L}\p{M}'’]*)";
    private const string Caps = Cap + @"(?:[ -]" + Cap + "){0,4}";

    /// <summary>A letter of a name, or what Vietnamese writes for one: Ng.T.H, Ph. T.</summary>
    private const string Initial = "(?:" + Text.Initials.Clusters + "|\\p{Lu})";
    private const string Initials = Initial + @"(?:\.\s?" + Initial + @"){1,4}\.?(?!\p{L})|" + Initial + @"\.(?!\p{L})";

    /// <summary>Words for a person that stand before a name.</summary>
    public const string PersonWords = "em|cháu|bé|chị|anh|ông|bà|cô|chú|bác|dì|cậu|mợ|nạn nhân|bị hại|nữ sinh|nam sinh|học sinh|trò|mẹ|cha|bố|ba|má|con|vợ|chồng|chị gái|anh trai|em gái|em trai|" +
        "bé gái|bé trai|cháu gái|cháu trai|thiếu nữ|cô gái|chàng trai|người phụ nữ|sinh viên|bệnh nhi|đứa trẻ|tên|tên là|tên thật|họ tên|danh tính|girl|boy|child|victim|woman|man|student|pupil|teenager|mother|father|daughter|son|sister|brother|" +
        "named|called|identified as|name is|name was|mr|mrs|ms|miss";

    public const string Person = "(?<![\\p{L}\\p{M}])(?:là|" + PersonWords + ")";

    /// <summary>Family names: Kinh, Tày, Nùng, Thái, Mường, Khmer, Hmong and Cham.</summary>
    public const string Families = "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Lâm|Mai|Trịnh|Trương|Tô|Cao|Châu|Thạch|Danh|Kiên|Chau|Néang|Neang|Thị|Giàng|Vàng|Thào|Sùng|Lò|Quàng|Cà|Lường|Tòng|Hờ|Mùa|Vừ|Chế|Bá|" +
        "Nguyen|Tran|Pham|Hoang|Huynh|Vo|Dang|Bui|Sok|Chan|Chea|Keo|Kim|Sơn|Đào|Lương|Lưu|Tạ|Phùng|Quách|Hứa|Triệu|Nông|Đàm|Chu|Tống|Tăng|Nghiêm|Lầu|Xồng|Phàn|Tẩn|Chảo|Sình|Hạng|Cháng|Ksor|Siu|Hà";

    public static readonly IReadOnlyList<Regex> Schools = [VietnameseSchool(), EnglishSchool(), SchoolClass(), KhmerSchool()];
    public static readonly IReadOnlyList<Regex> Addresses = [House(), VietnamesePlace(), EnglishPlace(), EnglishPlaceOf(), KhmerPlace()];
    public static readonly IReadOnlyList<Regex> Names = [AfterPerson(), FamilyName(), AfterComma(), LooseInitials(), KhmerName()];

    // Schools.

    [GeneratedRegex(@"(?<x>(?:(?i:học )?(?i:lớp) \d{1,2}[A-Za-z]{0,2}\d{0,2}(?:[/.]\d{1,2})?,? ?(?:của )?)?(?:(?i:trường) (?:(?i:tiểu học|trung học cơ sở|trung học phổ thông|mầm non|mẫu giáo|phổ thông|dân tộc nội trú|bán trú|dạy nghề|cao đẳng|đại học|liên cấp|chuyên|dân lập|tư thục) ?|(?:THCS|THPT|TH|PTDTNT|PTDTBT|PTCS|THCS&THPT|TH&THCS|CĐ|ĐH)(?![\p{L}]) ?){0,3}|(?:THCS|THPT|PTDTNT|PTDTBT)(?![\p{L}]) |(?i:mầm non|mẫu giáo|tiểu học) (?=\p{Lu}))(?:" + Caps + @"(?: \d{1,2})?|số \d{1,2}|\d{1,2}))", Exact)]
    private static partial Regex VietnameseSchool();

    [GeneratedRegex(@"(?<![\p{L}])(?<x>(?i:lớp) \d{1,2}(?:[A-Za-z]{1,2}\d{0,2}|[/.]\d{1,2})|(?i:grade|class) \d{1,2}[A-Za-z]?(?![\p{L}\d]))", Exact)]
    private static partial Regex SchoolClass();

    [GeneratedRegex(@"(?<x>(?:(?i:grade|class) \d{1,2}[A-Za-z]? (?:at|of|in) )?(?:" + Cap + @"[ -]){1,4}(?:(?i:primary|elementary|lower|upper|secondary|middle|high|boarding|international) ){0,3}(?i:school|kindergarten|academy)(?![\p{L}]))", Exact)]
    private static partial Regex EnglishSchool();

    [GeneratedRegex(@"(?<x>(?:ថ្នាក់ទី ?\d{1,2}[\u1780-\u17D3]? )?(?:សាលា|វិទ្យាល័យ|អនុវិទ្យាល័យ|មត្តេយ្យ)[\u1780-\u17D3]+(?: (?!អាយុ|នៅ|និង|ដែល)[\u1780-\u17D3]+)?)", Exact)]
    private static partial Regex KhmerSchool();

    // Places. A chain "thôn A, xã B, huyện C" is one address.

    private const string Unit = @"(?i:thôn|ấp|xã|phường|huyện|quận|tỉnh|thị trấn|thị xã|thành phố|khóm|khu phố|tổ dân phố|tổ|bản|buôn|làng|sóc|phum|đặc khu|đường|phố|ngõ|ngách|hẻm|kiệt|chung cư|khu đô thị|khu tập thể|cư xá|TP\.?|TX\.?|TT\.?|Q\.|P\.)";
    private const string Place = Unit + @" ?(?:" + Caps + @"(?: \d{1,3})?|\d{1,4}(?:/\d{1,4})?[A-Za-z]?)";

    [GeneratedRegex(@"(?<x>(?i:số nhà|nhà số|số) ?\d{1,5}[A-Za-z]?(?:/\d{1,4}[A-Za-z]?){0,3},? (?:" + Place + @"|" + Caps + @")(?:(?:,| -|,? thuộc|,? ở)? " + Place + "|, ?" + Place + "){0,5})", Exact)]
    private static partial Regex House();

    [GeneratedRegex(@"(?<![\p{L}])(?<x>" + Place + @"(?:(?:,| -|,? thuộc|,? ở)? " + Place + "|, ?" + Place + "){0,5})", Exact)]
    private static partial Regex VietnamesePlace();

    [GeneratedRegex(@"(?<![\p{L}])(?<x>(?:\d{1,5}[A-Za-z]? )?(?:" + Cap + @"[ -]){1,4}(?i:village|commune|hamlet|ward|district|province|town|township|street|road|lane|quarter)(?![\p{L}])(?:, (?:" + Cap + @"[ -]?){1,4}(?i:village|commune|hamlet|ward|district|province|town|city)?){0,3})", Exact)]
    private static partial Regex EnglishPlace();

    [GeneratedRegex(@"(?<![\p{L}])(?i:village|commune|hamlet|ward|district|province|town|city) of (?<x>" + Caps + ")", Exact)]
    private static partial Regex EnglishPlaceOf();

    [GeneratedRegex(@"(?<x>(?:ផ្ទះលេខ ?[\d\u17E0-\u17E9]+ ?)?(?:(?:ភូមិ|ឃុំ|ស្រុក|ខេត្ត|សង្កាត់|ខណ្ឌ|ក្រុង|ផ្លូវ) ?[\u1780-\u17D3]+[\d\u17E0-\u17E9]* ?)+)", Exact)]
    private static partial Regex KhmerPlace();

    // Names.

    [GeneratedRegex("(?i:" + Person + @")(?i:,? (?:tên là|tên|là|gái|trai|nhỏ|named|called))?,? (?<x>" + Initials + "|" + Caps + ")", Exact)]
    private static partial Regex AfterPerson();

    /// <summary>Two to five capitalised words that begin with a family name.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{M}])(?<x>(?:" + Families + ")(?: " + Cap + "){1,4})", Exact)]
    private static partial Regex FamilyName();

    /// <summary>"the girl, T.H., 13" and "Hoa, 13 tuổi": a name between commas beside an age.</summary>
    [GeneratedRegex(@"(?<x>" + Initials + "|" + Caps + @")(?=,? ?\(?,? ?\d{1,2}(?: ?(?:tuổi|years|year)|[,)]|-year))", Exact)]
    private static partial Regex AfterComma();

    /// <summary>Initials of two letters or more wherever they stand: N.T.H., T. H.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{M}\d.])(?<x>" + Initial + @"(?:\.\s?" + Initial + @"){1,4}\.?)(?![\p{L}\d])", Exact)]
    private static partial Regex LooseInitials();

    [GeneratedRegex(@"(?:ឈ្មោះ|កញ្ញា|លោកស្រី|អ្នកស្រី|លោក|ក្មេងស្រី|កុមារី) ?(?<x>(?!ឈ្មោះ|អាយុ|ម្នាក់|នៅ)[\u1780-\u17D3]+(?: (?!អាយុ|នៅ|ជា|រៀន|ភេទ|ដែល|ត្រូវ|បាន|រស់)[\u1780-\u17D3]{2,8}(?= |$))?)", Exact)]
    private static partial Regex KhmerName();

    /// <summary>Offices and bodies that stand after the same words: "ông Chủ tịch", "là Công an".</summary>
    [GeneratedRegex(@"^(?:Chủ|Giám|Phó|Trưởng|Bí|Công|Tòa|Toà|Viện|Hội|Sở|Bộ|Ủy|Uỷ|Ban|UBND|HĐND|TAND|VKSND|Việt|Rịa|Luật|Nghị|Điều|Quốc|Nhà|Trung|Đoàn thanh|Police|United|UN\b|U\.N|U\.S|The|In|On|At|She|He|They|A|An|This)(?![\p{L}\p{M}])", Exact)]
    public static partial Regex NotAName();
}
