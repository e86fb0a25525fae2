using CsCheck;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Tests.Privacy;

public class VictimRedactorTests
{
    private static string RedactAll(string text) => VictimRedactor.Redact(text, [new TextSpan(0, text.Length)]);

    [Theory]
    [InlineData("Nạn nhân là em N.T.H., học sinh lớp 7A trường THCS Cửa Sông.", "Nạn nhân là em [NAME], học sinh [SCHOOL].")]
    [InlineData("Cháu Nguyễn Văn An (9 tuổi) ở thôn Đồng Cỏ, xã Ven Sông, huyện Cửa Biển bị xâm hại.", "Cháu [NAME] (9 tuổi) ở [ADDRESS] bị xâm hại.")]
    [InlineData("Đó là cháu Ng.T.H, nhà ở hẻm 12, con chị Ph. T. bán bún.", "Đó là cháu [NAME], nhà ở [ADDRESS], con chị [NAME] [DETAIL].")]
    [InlineData("Cháu Th. kể với cô giáo.", "Cháu [NAME] kể với cô [DETAIL].")]
    [InlineData("Chị L. kể lại sự việc tại số nhà 12/3 đường Lê Lợi, phường 4, TP. Cửa Sông.", "Chị [NAME] kể lại sự việc tại [ADDRESS].")]
    [InlineData("Bé gái tên Hoa, 6 tuổi, học trường mầm non Hoa Sen.", "Bé gái tên [NAME], 6 tuổi, học [SCHOOL].")]
    [InlineData("Theo hồ sơ, Trần Thị Bình sống ở ấp 3 xã Tân Thuận.", "Theo hồ sơ, [NAME] sống ở [ADDRESS].")]
    [InlineData("The girl, T.H., 13, lives in Reed Bank village, Willow commune.", "The girl, [NAME], [DETAIL], lives in [ADDRESS].")]
    [InlineData("The victim, named Sok Dara, is in grade 7B at Riverbend Secondary School.", "The victim, named [NAME], is in [SCHOOL].")]
    [InlineData("ក្មេងស្រីឈ្មោះ សុខា អាយុ ១៣ឆ្នាំ រស់នៅភូមិថ្មី ឃុំទន្លេ។", "ក្មេងស្រីឈ្មោះ [NAME] អាយុ ១៣ឆ្នាំ រស់នៅ[ADDRESS]។")]
    public void Names_schools_and_addresses_go(string text, string expected) => RedactAll(text).ShouldBe(expected);

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
