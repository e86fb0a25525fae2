using System.Text.RegularExpressions;
using CsCheck;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Tests.Privacy;

/// <summary>Sentences that expose somebody by more than a name. All fictional. «…» marks a clue: none may survive, nor a word of it that the closed list does not hold.</summary>
public partial class VictimClueTests
{
    public static readonly TheoryData<string, string> Marked = new()
    {
        // Parents, trades and workplaces
        { "Cháu bé bị xâm hại là cháu «Ng.T.H», học «lớp 7A trường THCS V.», nhà ở «hẻm 12» cạnh «tiệm tạp hoá», mẹ cháu «bán bún» «đầu ngõ».", "cháu bé bị xâm hại" },
        { "Nạn nhân bị xâm hại là con gái chị «thợ may» ngay «chợ nhỏ».", "nạn nhân bị xâm hại" },
        { "Bé gái bị hiếp dâm có bố «chạy xe ôm» ở «bến phà», mẹ «rửa chén» cho «quán phở».", "bé gái bị hiếp dâm" },
        { "Mẹ cháu là «cô giáo dạy toán», ba làm «công an xã», cháu bị lạm dụng.", "cháu bị lạm dụng" },
        { "Nạn nhân là con của «trưởng ấp», cháu ruột «chủ vựa lúa» «Tám Lúa».", "nạn nhân là con" },
        { "Cháu bị dâm ô là con nhà «lò rèn», ông nội «hớt tóc dạo».", "bị dâm ô" },
        // Landmarks, houses, hamlets
        { "Em bé bị bạo hành sống ở căn «nhà lá» sau «miếu Bà», đối diện «trạm bơm».", "em bé bị bạo hành sống ở" },
        { "Nạn nhân trú tại «ấp Cây Dừa», «khóm 3», số nhà «12/3B».", "nạn nhân trú tại" },
        { "Cháu bị xâm hại ở «buôn Ea Nhỏ», «sóc Trà Mây», «thôn đá trắng».", "cháu bị xâm hại ở" },
        { "Nhà cháu bị hại có «cổng xanh», «giàn bông giấy», cạnh «cây xăng».", "cháu bị hại" },
        { "Nạn nhân ở «dãy trọ» sau «xưởng gỗ», phòng «số 7».", "nạn nhân ở" },
        // Class, nickname, looks, dates, plates
        { "Nữ sinh bị quấy rối học «lớp 8A2», cô «chủ nhiệm» tên «Lựu».", "nữ sinh bị quấy rối học" },
        { "Cháu ở nhà hay gọi là «Bống», biệt danh «Tí sún», bị đánh đập.", "bị đánh đập" },
        { "Chị «Tư» kể bé «Út» là em họ «hoa khôi xã», bị xâm hại.", "bị xâm hại" },
        { "Bé bị xâm hại «tóc tém», má có «nốt ruồi», đi «xe đạp đỏ».", "bé bị xâm hại" },
        { "Nạn nhân sinh ngày «12/5/2013», tức «mùng 3 tháng 4», bị cưỡng bức.", "nạn nhân" },
        { "Người nhà nạn nhân chạy xe biển số «59X1-123.45».", "người nhà nạn nhân" },
        { "Xem ảnh cháu bị hại tại «https://anh.example/be-bong-7a.jpg» và «albumlop.example.vn/7a».", "ảnh cháu bị hại" },
        { "Nạn nhân «13» tuổi là «người Chơ Ro» duy nhất của «đội bóng rổ».", "nạn nhân [DETAIL] tuổi" },
        { "Em «N.T.H.» «(lớp trưởng)» bị bắt nạt, là em ruột «ca sĩ B.».", "bị bắt nạt" },
        { "Cháu «Được» và cháu «Như» bị hại.", "bị hại" },
        { "bé «bông» bị hại, con chị «hai cúc» «bán vé số»", "bị hại" },
        { "CHÁU BÉ BỊ XÂM HẠI LÀ CON NHÀ «TÁM LÚA», BÁN «CÁ KHÔ» Ở «CHỢ CŨ»", "cháu bé bị xâm hại là con nhà" },
        // Without accents
        { "nan nhan bi xam hai la chau «bong» con chi «cuc» ban «bun rieu» «dau ngo»", "nan nhan bi xam hai" },
        { "chau be bi xam hai hoc «lop 7a2 truong cua song», nha canh «tiem tap hoa»", "chau be bi xam hai" },
        { "nan nhan bi xam hai nha gan «song cai», hoc «truong con cuong»", "nan nhan bi xam hai" },
        { "be gai bi hiep dam o «ap cay dua», ba «chay xe om», me «lam moc»", "be gai bi hiep dam" },
        { "em «vi» bi lam dung, nha «so 12» «hem 5», bien so «59x1 12345»", "bi lam dung" },
        { "dang anh chau bi hai, ten la «na», o nha goi la «ti sun»", "chau bi hai" },
        // English
        { "The girl who was abused is «T.H.», «grade 7» at «Riverbend School», and her mother «sells noodles» at the «corner» of the «old market».", "the girl who was abused" },
        { "The victim is the daughter of the «village tailor», next to the «petrol station».", "the victim is the daughter of" },
        { "The boy who was raped lives behind the «pagoda» on «Lotus lane», number «12».", "the boy who was raped lives" },
        { "The victim is «An», her mother «works as a nurse» at the «clinic by the bridge».", "the victim is" },
        { "Everyone calls the victim «Bunny», her father «drives the school bus».", "victim" },
        { "The child who was molested was born on «4 May 2013» and rides a «red bicycle», plate «59X1».", "the child who was molested" },
        { "The girl is the niece of «councillor Reed», see photos at «www.example.org/girl-reed».", "the girl is" },
        { "GIRL RAPED: MOTHER «SELLS FISH» NEAR «REED BRIDGE»", "girl raped" },
        { "Teenager Assaulted: She Is The Daughter Of «Baker Holm»", "teenager assaulted" },
        { "her dad is the «blacksmith» and she goes to «form two» at «st mary»", "her dad is the" },
        // Khmer
        { "ក្មេងស្រីឈ្មោះ «សុខា» អាយុ ១៣ឆ្នាំ រស់នៅ«ភូមិថ្មី ឃុំទន្លេ» ម្តាយ«លក់គុយទាវ»។", "ក្មេងស្រីឈ្មោះ" },
    };

    [Theory, MemberData(nameof(Marked))]
    public void No_clue_survives_and_what_happened_stays_readable(string marked, string stays)
    {
        var redacted = RedactAll(marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal));
        var left = Words(Token().Replace(redacted, " "));
        foreach (Match clue in Clue().Matches(marked))
        {
            Folding.Fold(redacted).ShouldNotContain(Folding.Fold(clue.Groups["clue"].Value));
            foreach (var word in Words(clue.Groups["clue"].Value).Where(w => !IsGeneral(w))) left.ShouldNotContain(word, redacted);
        }
        redacted.ShouldContain(stays, Case.Insensitive);
    }

    [Fact]
    public void Whatever_is_said_only_words_of_the_closed_list_stay_in_an_exposing_sentence()
    {
        var piece = Gen.OneOf(
            Gen.OneOf("cháu", "em", "bị xâm hại", "nạn nhân", "là", "của", "ở", "the girl", "was abused", "who", "of", "chau", "bi hai", "la", "trường", "school", "cạnh", "near"),
            Gen.OneOf("Bông", "bông", "Hoa Sen", "bún", "thợ may", "tiệm tạp hoá", "12/3", "59X1-123.45", "4 May", "https://a.example/bong", "noodles", "tailor", "Ea Nhỏ", "tieng", "សុខា", "ភូមិថ្មី", "N.T.H.", "😀", "a_b", "[HOA]", "x@y"),
            Gen.OneOf(",", ".", "(", ")", ":", "-", "/", "“", "’"),
            Gen.String[0, 6]);
        piece.Array[1, 14].Select(p => string.Join(' ', p)).Sample(text =>
        {
            var redacted = RedactAll(text);
            foreach (var word in Words(Token().Replace(redacted, " ")))
                (IsGeneral(word) || word is "s" or "t" or "re" or "ve" or "ll" or "d" || GeneralWords.Khmer.Any(k => word.StartsWith(Folding.Fold(k), StringComparison.Ordinal))).ShouldBeTrue($"{word} stays in: {redacted}");
        }, iter: 3000);
    }

    [Fact]
    public void Sentences_around_an_exposing_one_lose_their_clues_too_and_far_ones_that_speak_of_no_one_stay()
    {
        string[] text =
        [
            "Giá rau tăng trong tuần qua.", "Chợ phiên đông khách.", "Mưa lớn kéo dài nhiều giờ.", "Đường ngập sâu.", "Quán bún đầu ngõ đóng cửa từ hôm đó.", "Cháu bé bị xâm hại là cháu Bông.",
            "Nhà ở cạnh lò rèn.", "Học trường làng.", "Tiệm vải nhỏ lắm.", "Nước rút vào sáng sớm.", "Cháu hay ra bến phà.", "Lúa được mùa.",
        ];
        var whole = string.Join('\n', text);
        var redacted = VictimRedactor.Redact(whole, [new TextSpan(whole.IndexOf("Cháu bé", StringComparison.Ordinal), 20)]).Split('\n');
        foreach (var kept in new[] { 0, 1, 9, 11 }) redacted[kept].ShouldBe(text[kept]);
        foreach (var clue in new[] { "bún", "ngõ", "Bông", "lò rèn", "làng", "vải", "bến phà" }) redacted.ShouldNotContain(line => line.Contains(clue, StringComparison.OrdinalIgnoreCase), clue);
    }

    private static string RedactAll(string text) => VictimRedactor.Redact(text, [new TextSpan(0, text.Length)]);

    /// <summary>In one of the lists, alone or as part of a phrase.</summary>
    private static bool IsGeneral(string folded) => General.Contains(folded);

    private static readonly HashSet<string> General = [.. GeneralWords.All.SelectMany(p => Words(p))];

    private static IReadOnlyList<string> Words(string text) => [.. Word().Matches(Folding.Fold(text)).Select(m => m.Value)];

    [GeneratedRegex("«(?<clue>[^»]+)»", RegexOptions.NonBacktracking)]
    private static partial Regex Clue();

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"\[(?:PHONE|EMAIL|ID|BANK|HANDLE|LINK|NAME|SCHOOL|ADDRESS|DETAIL)\]", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
