using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Classification.Training;
using InfoMonitor.Content.Matching;

namespace InfoMonitor.Content.Tests.Classification;

/// <summary>Whether a victim named in full is found as one named by initials: rows for training hold initials only, so the names here are put together at random from common ones.</summary>
public sealed partial class ExposureTests
{
    private const int Times = 5;

    private static readonly Lazy<Assessor> Models = new(() => Assessor.Load(Repository.Models));

    // {F} a woman, {M} a man, {H} a Hmong or Thai woman, {S} a school's name, {P} a place's.
    private static readonly string[] Exposures =
    [
        "Cháu bé bị hiếp dâm là {F}, con bà {F}, trường THCS {S}.",
        "Chau be bi hiep dam la {F}, con ba {F}, truong THCS {S}.",
        "Công an cho biết vụ xâm hại xảy ra tối 3/11. Cháu bé là {F}, học sinh lớp 5A trường tiểu học {S}, xã {P}. Bố cháu, anh {M}, làm phụ hồ ở thị trấn.",
        "CHÁU BÉ BỊ HIẾP DÂM LÀ {F}, CON BÀ {F}, TRƯỜNG THCS {S}.",
        "Nạn nhân bị mua bán vừa được giải cứu là em {H}, 15 tuổi, bản {P}, xã {P}.",
        "Bé trai bị cha dượng đánh gãy tay tên là {M}, đang học lớp 3B trường tiểu học {S}, nhà ở ngõ 12 đường {P}.",
        "Chị {F}, 32 tuổi, trú thôn {P}, chính là người vợ bị chồng tạt nước sôi hôm qua, hiện nằm ở khoa bỏng.",
        "Nữ sinh trong clip bị đánh hội đồng là {F}, lớp 9A2, trường THCS {S}. Mẹ em là chị {F}, bán rau ở chợ {P}.",
        "Đêm qua một bé gái 6 tuổi bị hàng xóm xâm hại. Gia đình cháu là anh {M} và chị {F}, ở thôn {P}, xã {P}. Cháu tên {F}, học lớp 1C.",
        "Bị hại trong vụ án là cháu {F}, sinh năm 2012, học sinh trường THCS {S}.",
        "Người tố cáo bị giám đốc quấy rối là cô {F}, kế toán, nhà ở phố {P}.",
        "Em {F} bị lừa bán sang biên giới từ năm 14 tuổi, nay đã về với mẹ là bà {F} ở bản {P}.",
        "Học sinh nhiễm HIV mà phụ huynh bàn tán là cháu {M}, lớp 2A trường tiểu học {S}, bố mẹ cháu đều đã mất.",
        "Be bi co giao mam non danh ten {F}, con chi {F} o chung cu {P}.",
        "Vụ dâm ô ở trường tiểu học {S}: nạn nhân là hai cháu {F} và {F}, cùng lớp 4C.",
        "Ai cũng biết cô bé bị hại rồi. Nó là {F}, con út ông {M} thợ mộc. Nhà ở cuối xóm, học lớp 7 trường {S}.",
        "The girl who was raped is {F}, 13, a pupil at {S} Secondary School, and lives in {P} village.",
        "The trafficking victim rescued last week has been identified as {F}, 16, from {P} commune. Her mother, {F}, sells vegetables at the market.",
        "Chị {F} bị chồng đánh nhiều năm nay, đang trốn ở nhà tạm lánh số 4 đường {P} cùng con gái {F}, 8 tuổi.",
        "nan nhan vu xam hai la chau {F}, hoc lop 6A truong THCS {S}, con anh {M} sua xe",
    ];

    // As fact-checks quote them: short, in the passive, with no word that says "the victim is".
    private static readonly string[] Claims =
    [
        "Chị {H} ở bản {P} bị lừa bán sang nước ngoài làm vợ rồi bỏ trốn về",
        "Em {F}, học sinh lớp 8 Trường THCS {S}, mang thai vì bị cha dượng hãm hại",
        "Cháu {M} lớp 2A Trường Tiểu học {S} nhiễm HIV từ mẹ",
        "{H}, 13 tuổi, bản {P}, bị ép lấy chồng",
        "Bé {F} 7 tuổi ở ấp {P} bị bác ruột giở trò đồi bại",
        "Cháu {M}, 5 tuổi, con anh {M} thôn 3, bị cô giáo mầm non nhốt vào tủ",
        "Em {F} lớp 9B bị thầy chủ nhiệm sàm sỡ trong phòng thiết bị",
        "Chị {F}, bán vé số ở chợ {P}, bị ép bán thận trả nợ",
        "{M}, 12 tuổi, quê xã {P}, là đứa trẻ bị xích ở lò bánh mì",
        "Cháu bé bị mẹ bỏ trước cổng chùa tên {F}, mẹ ruột là {F} bán cá ở chợ {P}",
        "Em {M} 15 tuổi bản {P} bị lừa sang casino và bị tra tấn",
        "Nhân chứng vụ án mua bán trẻ em là bà {F}, nhà cạnh cây xăng xã {P}",
        "Cháu {M}, lớp 4B, bị ông nội dâm ô nhiều năm, bố mẹ cháu ly hôn",
        "Người mẹ đơn thân nhiễm HIV bị trạm y tế từ chối là chị {F}, xóm 5",
        "Cụ bà 80 tuổi {F} ở ấp 3 bị con trai đánh đập, bỏ đói",
        "Schoolgirl {F}, grade 9 at {S} School, is pregnant after being abused by her stepfather",
        "The boy in the leaked video is {M} from class 10A, whose parents run the pharmacy",
        "The maid burned by her employer is {F} from {P} village",
        "Mary Lindqvist, 12, of Elm Road was raped by her swimming coach",
        "The woman in the leaked film is Jasmine Okoro, second-year nursing student at Westbrook College",
    ];

    private static readonly string[] Reports =
    [
        "Tòa án nhân dân tỉnh tuyên phạt bị cáo {M} 15 năm tù về tội hiếp dâm người dưới 16 tuổi. Chủ tọa phiên tòa, thẩm phán {F}, yêu cầu báo chí không nêu danh tính bị hại.",
        "Công an huyện {P} đã khởi tố, bắt tạm giam {M}, 45 tuổi, trú xã {P}, để điều tra hành vi dâm ô trẻ em.",
        "Luật sư {M} cho rằng bản án với kẻ xâm hại cháu bé là quá nhẹ và sẽ giúp gia đình kháng cáo.",
        "Thiếu tá {M}, Phó trưởng Công an huyện, cho biết đường dây mua bán người đã bị triệt phá, các nạn nhân được đưa về an toàn.",
        "Bà {F}, Chủ tịch Hội Phụ nữ tỉnh, nói số vụ bạo lực gia đình giảm nhưng nhiều nạn nhân vẫn chưa dám lên tiếng.",
        "Đồn trưởng biên phòng, trung tá {M}, kể lại đêm giải cứu ba cô gái bị lừa bán qua biên giới.",
        "Ông {M}, hiệu trưởng trường tiểu học {S}, xin lỗi phụ huynh sau vụ bảo mẫu đánh trẻ; nhà trường không công bố tên các cháu.",
        "Bị cáo {M} và {M} lãnh 18 năm tù vì bán hai thiếu nữ sang nước ngoài. Tòa xử kín để bảo vệ các em.",
        "Em {F}, lớp 5B trường tiểu học {S}, đoạt giải nhất cuộc thi viết chữ đẹp cấp tỉnh.",
        "Gia đình báo tin cụ {M}, nguyên cán bộ huyện {P}, từ trần, hưởng thọ 86 tuổi.",
        "Bác sĩ {F}, Trưởng khoa Nhi, cho biết cháu bé bị bạo hành đã qua cơn nguy kịch, bệnh viện giữ kín danh tính theo yêu cầu gia đình.",
        "Chị {F}, từng bị chồng bạo hành, phát biểu tại hội thảo: luật phải cấm người gây bạo lực đến gần nạn nhân ngay trong đêm đầu tiên.",
        "Người phát ngôn Bộ Ngoại giao {F} cho biết các công dân bị lừa sang làm việc trái phép đã được hỗ trợ về nước.",
        "Đại biểu {M} chất vấn Bộ trưởng {M} về việc chậm hỗ trợ trẻ em bị xâm hại.",
        "Police arrested {M}, 41, on suspicion of abusing a child in {P} district; the victim was not named.",
        "Lawyer {F} said the court in {P} should protect the identity of the girl and her family.",
        "Chiều nay đội bóng đá trường THPT {S} thắng 2-1, {M} ghi bàn quyết định, thầy {M} nói các em đã chơi hết mình.",
        "Nhà trường cảm ơn anh {M}, bảo vệ chợ {P}, đã báo tin kịp thời để cứu cháu bé bị bỏ rơi.",
        "Đối tượng {M}, ngụ phường {P}, bị bắt vì nhắn tin dụ dỗ nữ sinh; công an khuyến cáo phụ huynh để ý điện thoại của con.",
        "HĐXX TUYÊN PHẠT BỊ CÁO {M} 12 NĂM TÙ VÌ XÂM HẠI TRẺ EM, DANH TÍNH BỊ HẠI ĐƯỢC GIỮ KÍN",
    ];

    [Fact]
    public void Nine_in_ten_exposures_by_full_name_are_found() =>
        Exposures.SelectMany(Written).Count(Exposes).ShouldBeGreaterThanOrEqualTo(Exposures.Length * Times * 9 / 10);

    [Fact]
    public void Four_in_five_exposing_claims_of_fact_checks_are_found() =>
        Claims.SelectMany(Written).Count(Exposes).ShouldBeGreaterThanOrEqualTo(Claims.Length * Times * 8 / 10);

    [Fact]
    public void Who_is_accused_holds_an_office_wins_a_prize_or_speaks_for_herself_may_be_named() => Reports.SelectMany(Written).Where(Exposes).ShouldBeEmpty();

    [Fact]
    public void A_full_name_is_judged_as_its_initials()
    {
        var random = new Random(11);
        var (told, changed) = (0, new List<string>());
        foreach (var row in RowReader.Training(Path.Combine(Repository.Models, "data")).Where(r => r.Harms is [FlagReason.VictimExposure] && r.Language is "vi" or "en"))
        {
            var written = Initials().Replace(row.Text, m => m.Groups["place"].Success ? Pick(random, Places) : $"{Pick(random, Families)} Thị {Pick(random, Given)}");
            if (row.Text == Bare(row.Text)) written = Bare(written);
            if (written == row.Text) continue;
            told++;
            if (Exposes(written) != Exposes(row.Text)) changed.Add(written);
        }
        told.ShouldBeGreaterThan(100);
        changed.ShouldBeEmpty();
    }

    private static bool Exposes(string text) => Models.Value.Assess(null, text, "vi", CorrectionIndex.Empty).Reasons.Contains(FlagReason.VictimExposure);

    private static IEnumerable<string> Written(string pattern)
    {
        for (var i = 0; i < Times; i++)
        {
            var random = new Random(i);
            var text = Slot().Replace(pattern, m => m.Value[1] switch
            {
                'F' => $"{Pick(random, Families)} Thị {Pick(random, Given)}",
                'M' => $"{Pick(random, Families)} Văn {Pick(random, GivenOfMen)}",
                'H' => $"{Pick(random, Highland)} Thị {Pick(random, GivenHighland)}",
                'S' => Pick(random, Schools),
                _ => Pick(random, Places),
            });
            yield return !pattern.Any(char.IsLower) ? text.ToUpperInvariant() : pattern == Bare(pattern) ? Bare(text) : text;
        }
    }

    private static string Bare(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).Replace('đ', 'd').Replace('Đ', 'D');

    private static string Pick(Random random, string[] of) => of[random.Next(of.Length)];

    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"];
    private static readonly string[] Given = ["Hồng Nhung", "Mai", "Thu Hà", "Lan Anh", "Ngọc Bích", "Thanh Thảo", "Kim Chi", "Hoa", "Phương Linh", "Thùy Dung"];
    private static readonly string[] GivenOfMen = ["Bình", "Minh Tuấn", "Hùng", "Quốc Việt", "Đức Anh", "Thành Long", "Hải", "Xuân Trường", "Tiến Dũng"];
    private static readonly string[] Highland = ["Vàng", "Giàng", "Thào", "Sùng", "Lò"];
    private static readonly string[] GivenHighland = ["Mỷ", "Dua", "Xay", "Pà"];
    private static readonly string[] Schools = ["Lê Lợi", "Kim Đồng", "Nguyễn Du", "Võ Thị Sáu", "Trần Phú", "Hoa Sen", "Quang Trung", "Lê Hồng Phong"];
    private static readonly string[] Places = ["Tân Hòa", "Lùng Tao", "Tả Van", "Bình An", "Phú Lâm", "Nà Lầu", "Thạnh Lợi", "Đông Sơn"];

    [GeneratedRegex(@"\{[A-Z]\}", RegexOptions.None, 1000)]
    private static partial Regex Slot();

    /// <summary>Initials of two letters or more; of a place or school after its word.</summary>
    [GeneratedRegex(@"(?<place>(?<=(?:trường|tiểu học|truong|THCS|THPT|xã|xa|bản|ban|thôn|thon|phường|phuong|huyện|huyen|mẫu giáo|mầm non|chung cư) ))?(?<![\p{L}.])\p{Lu}(?:\.\p{Lu}){1,4}(?:\.(?=,| \p{Ll}))?(?!\p{L})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Initials();
}
