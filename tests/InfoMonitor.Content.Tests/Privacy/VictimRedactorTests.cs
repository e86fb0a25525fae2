using CsCheck;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Tests.Privacy;

public class VictimRedactorTests
{
    private static string RedactAll(string text) => VictimRedactor.Redact(text, [new TextSpan(0, text.Length)]);

    [Theory]
    [InlineData("Nạn nhân là em N.T.H., học sinh lớp 7A trường THCS Cửa Sông.", "Nạn nhân là em [NAME], học sinh [SCHOOL].")]
    [InlineData("Cháu Nguyễn Văn An (9 tuổi) ở thôn Đồng Cỏ, xã Ven Sông, huyện Cửa Biển bị xâm hại.", "Cháu [NAME] ([DETAIL] tuổi) ở [ADDRESS] bị xâm hại.")]
    [InlineData("Đó là cháu Ng.T.H, nhà ở hẻm 12, con chị Ph. T. bán bún.", "Đó là cháu [NAME], nhà ở [ADDRESS], con chị [NAME] [DETAIL].")]
    [InlineData("Cháu Th. kể với cô giáo.", "Cháu [NAME] kể với cô [DETAIL].")]
    [InlineData("Nạn nhân là cháu Ng. Th. H., học lớp 4B trường tiểu học L., nhà ở xã T.", "Nạn nhân là cháu [NAME], [SCHOOL], nhà ở [ADDRESS].")]
    [InlineData("Người bị hại hôm qua chính là chị Hoa, thấy rõ mặt.", "Người bị hại hôm qua chính là chị [NAME], thấy rõ mặt.")]
    [InlineData("Chị L. kể lại sự việc tại số nhà 12/3 đường Lê Lợi, phường 4, TP. Cửa Sông.", "Chị [NAME] kể lại sự việc tại [ADDRESS].")]
    [InlineData("Bé gái tên Hoa, 6 tuổi, học trường mầm non Hoa Sen.", "Bé gái tên [NAME], [DETAIL] tuổi, học [SCHOOL].")]
    [InlineData("Theo hồ sơ, Trần Thị Bình sống ở ấp 3 xã Tân Thuận.", "Theo hồ sơ, [NAME] sống ở [ADDRESS].")]
    [InlineData("The girl, T.H., 13, lives in Reed Bank village, Willow commune.", "The girl, [NAME], [DETAIL], lives in [ADDRESS].")]
    [InlineData("The victim, named Sok Dara, is in grade 7B at Riverbend Secondary School.", "The victim, named [NAME], is in [SCHOOL].")]
    [InlineData("ក្មេងស្រីឈ្មោះ សុខា អាយុ ១៣ឆ្នាំ រស់នៅភូមិថ្មី ឃុំទន្លេ។", "ក្មេងស្រីឈ្មោះ [NAME] អាយុ [DETAIL]ឆ្នាំ រស់នៅ[ADDRESS]។")]
    public void Names_schools_and_addresses_go(string text, string expected) => RedactAll(text).ShouldBe(expected);

    [Theory]
    [InlineData("Nạn nhân 13 tuổi bị xâm hại.", "Nạn nhân [DETAIL] tuổi bị xâm hại.")]
    [InlineData("Nạn nhân mười ba tuổi bị xâm hại.", "Nạn nhân [DETAIL] tuổi bị xâm hại.")]
    [InlineData("Cháu bé mới lên ba bị xâm hại.", "Cháu bé [DETAIL] bị xâm hại.")]
    [InlineData("Cháu bé ba tuổi rưỡi bị hại.", "Cháu bé [DETAIL] tuổi [DETAIL] bị hại.")]
    [InlineData("nan nhan muoi ba tuoi bi xam hai", "nan nhan [DETAIL] tuoi bi xam hai")]
    [InlineData("Em gái tuổi mười lăm bị quấy rối.", "Em gái tuổi [DETAIL] bị quấy rối.")]
    [InlineData("The girl was abused at 14.", "The girl was abused at [DETAIL].")]
    [InlineData("The 14-year-old girl was abused.", "The [DETAIL]-year-old girl was abused.")]
    [InlineData("The girl, 14 years old, was abused.", "The girl, [DETAIL] years old, was abused.")]
    [InlineData("The fourteen-year-old girl was abused.", "The [DETAIL]-year-old girl was abused.")]
    [InlineData("The girl was aged twenty-one.", "The girl was aged [DETAIL].")]
    public void An_age_is_a_clue_in_figures_and_in_words(string text, string expected) => RedactAll(text).ShouldBe(expected);

    [Fact]
    public void No_age_survives_however_it_is_written()
    {
        string[] units = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"], english = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"];
        Gen.Select(Gen.Int[10, 17], Gen.Int[0, 7]).Sample((age, form) =>
        {
            var word = ("mười " + units[age - 10].Replace("năm", "lăm", StringComparison.Ordinal)).Trim();
            var (text, said) = form switch
            {
                0 => ($"Cháu bé {age} tuổi bị xâm hại.", $"{age}"),
                1 => ($"Cháu bé {word} tuổi bị xâm hại.", word),
                2 => ($"Bé gái ({age}-tuổi) bị hại.", $"{age}"),
                3 => ($"Nạn nhân tuổi {word} bị hại.", word),
                4 => ($"The {age}-year-old girl was abused.", $"{age}"),
                5 => ($"The girl is {english[age - 10]} years old and was abused.", english[age - 10]),
                6 => ($"The victim, aged {english[age - 10]}, was abused.", english[age - 10]),
                _ => ($"The victim is {age}.", $"{age}"),
            };
            var far = string.Concat(Enumerable.Repeat("\nGiá rau tăng trong tuần qua do mưa lớn kéo dài.", 5)) + $"\nTrong thư có ghi {age} tuổi, lại ghi {word} tuổi, {english[age - 10]} years old.";
            var redacted = VictimRedactor.Redact(text + far, [new TextSpan(0, text.Length)]);
            redacted.ShouldNotContain(said);
            foreach (var other in new[] { $"{age}", word + " tuổi", english[age - 10] }) redacted.ShouldNotContain(other);
        });
    }

    [Theory]
    [InlineData("Giá rau tăng trong tuần qua do mưa lớn kéo dài, nhiều chợ thiếu hàng.")]
    [InlineData("Mưa lớn còn kéo dài. Nước trên các sông lên chậm, lũ nhỏ.")]
    [InlineData("Vegetable prices rose by 12 percent last week, and heavy rain is expected to last until the end of the month.")]
    public void A_paragraph_that_plainly_says_nothing_of_anybody_stays(string plain)
    {
        var text = $"{plain}\nNạn nhân bị xâm hại là em N.T.H., lớp 7A trường THCS Cửa Sông.\n{plain}";
        var redacted = VictimRedactor.Redact(text, [new TextSpan(plain.Length + 1, 20)]).Split('\n');
        (redacted[0], redacted[2]).ShouldBe((plain, plain));
        redacted[1].ShouldBe("Nạn nhân bị xâm hại là em [NAME], [SCHOOL].");
    }

    [Theory]
    [InlineData("Mỗi chiều cô bán bún rong trước cổng chợ cùng hai người em.")]
    [InlineData("Tiệm này mở từ sáng sớm, treo biển xanh, bán vải và chỉ may.")]
    [InlineData("Quán phở ngay ngã ba nhìn ra bến phà mở từ sáng sớm mỗi hôm.")]
    [InlineData("Chiếc xe màu đỏ mang số 59X1 vẫn dựng trước hiên từ hôm trước.")]
    [InlineData("Every morning she opens the noodle stall before the first ferry leaves.")]
    [InlineData("The noodle stall stands next to the ferry and opens early every day.")]
    [InlineData("Quán phở mở sớm.")]
    [InlineData("Mưa lớn kéo dài nhiều giờ, nước lên chậm. Mẹ bán bún ở bến phà.")]
    public void A_paragraph_near_an_exposing_one_that_may_say_something_of_her_goes(string near)
    {
        var text = $"Nạn nhân bị xâm hại là em N.T.H.\n{near}";
        var redacted = VictimRedactor.Redact(text, [new TextSpan(0, 20)]).Split('\n')[1];
        foreach (var clue in new[] { "bún", "tiệm", "vải", "phở", "phà", "59X1", "đỏ", "noodle", "ferry" }) redacted.ShouldNotContain(clue);
    }

    [Fact]
    public void The_same_name_goes_wherever_else_it_stands()
    {
        const string text = "Vụ việc của N.T.H.\nNạn nhân là em N.T.H. ở xã Cửa Sông.\nEm Hoa, tên đầy đủ Nguyễn Thị Hoa, kể lại.\nÔng Trần Văn Minh nói H. đã ổn. Chị Hoa và cháu Nguyễn Thị Hoa về xã Cửa Sông.";
        var spans = Sentences.Split(text);
        var redacted = VictimRedactor.Redact(text, [spans[1], spans[2]]);
        redacted.ShouldNotContain("N.T.H");
        redacted.ShouldNotContain("Hoa");
        redacted.ShouldNotContain("Cửa Sông");
        redacted.ShouldNotContain("Minh");
    }

    /// <summary>Far from the sentence that exposes her, where nothing but the name itself tells; or where half of it is taken for another's.</summary>
    [Theory]
    [InlineData("Mary Reed", "The first prize went to Mary\nReed on Friday.")]
    [InlineData("Hoàng Bích Ngọc", "Giải nhất: Hoàng\nBích Ngọc, giải nhì chưa có.")]
    [InlineData("Hoàng Bích Ngọc", "Giải nhất thuộc về Hoàng Bích\n Ngọc.")]
    [InlineData("Lò Thị Bông", "Trong danh sách, Lò\nThị Bông đứng đầu.")]
    public void A_name_that_was_found_is_taken_where_a_line_breaks_within_it(string name, string said)
    {
        var far = string.Concat(Enumerable.Repeat("Giá rau tăng trong tuần qua do mưa to kéo dài.\n", 6));
        var exposing = $"Nạn nhân bị xâm hại là cháu {name}.";
        var redacted = VictimRedactor.Redact($"{exposing}\n{far}{said}", [new TextSpan(0, exposing.Length)]);
        foreach (var word in name.Split(' ')) redacted.ShouldNotContain(word, Case.Sensitive);
    }

    [Fact]
    public void A_name_goes_where_a_line_breaks_within_it_and_from_every_part()
    {
        const string exposing = "Cả xóm hôm nay chỉ nói về chuyện nạn\nnhân của vụ xâm hại là em Nguyễn Thị\nHoa, nhà ở đầu xã Cửa Sông, năm nay\nmới lên lớp bảy.";
        const string far = "Giá rau tăng. Giá cá tăng. Giá gạo tăng. Giá dầu tăng. Giá muối tăng. Quỹ học bổng mang tên Nguyễn Thị Hoa.";
        var parts = VictimRedactor.Redact([(exposing, [new TextSpan(0, exposing.Length)]), (far, [])]);
        parts.Count.ShouldBe(2);
        foreach (var part in parts) part.ShouldNotContain("Hoa");
        parts[1].ShouldContain("Giá muối tăng.");
    }

    [Fact]
    public void Without_exposing_sentences_nothing_changes() =>
        VictimRedactor.Redact("Em Nguyễn Văn An thắng giải toán của trường THCS Cửa Sông.", []).ShouldBe("Em Nguyễn Văn An thắng giải toán của trường THCS Cửa Sông.");

    [Theory]
    [InlineData("Cháu bé bị xâm hại, mọi người đừng chia sẻ ảnh của cháu nữa.")]
    [InlineData("Nan nhan bi lam dung, ai biet thi noi voi gia dinh.")]
    [InlineData("The girl was abused, and people share her photo.")]
    public void What_names_no_one_stays(string text) => RedactAll(text).ShouldBe(text);

    [Fact]
    public void Redacting_twice_changes_nothing_more()
    {
        var piece = Gen.OneOf("em N.T.H.", "cháu Nguyễn Văn An", "chị L. ", "Hoa, 13 tuổi", "lớp 7A trường THCS Cửa Sông", "thôn Đồng Cỏ, xã Ven Sông", "the girl, T.H., 13", "Reed Bank village", "\n", ". ", "bị", "tại", "và", "ឈ្មោះ សុខា អាយុ ១៣");
        Gen.Select(piece.Array[1, 8], Gen.Int[0, 80], Gen.Int[0, 80]).Sample((pieces, start, length) =>
        {
            var text = string.Join(' ', pieces);
            var all = RedactAll(text);
            RedactAll(all).ShouldBe(all);
            Should.NotThrow(() => VictimRedactor.Redact(text, [new TextSpan(start, length), new TextSpan(start / 2, length)]));
        });
    }
}
