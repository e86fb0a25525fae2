using InfoMonitor.Content.Classification;

namespace InfoMonitor.Content.Tests.Classification;

public sealed class NamesTests
{
    [Theory]
    [InlineData("Cháu là Nguyễn Thị Hồng Nhung, con bà Lê Thị Mai", "cháu|là|<initials>|con|bà|<initials>")]
    [InlineData("em Vàng Thị Mỷ, 15 tuổi, bản Lùng Tao, xã Tả Van", "em|<initials>|##|tuổi|bản|<place>|xã|<place>")]
    [InlineData("cháu Hoa học trường THCS Lê Lợi", "cháu|<initials>|học|trường|thcs|<school>")]
    [InlineData("CHÁU BÉ LÀ NGUYỄN THỊ HỒNG NHUNG, CON BÀ LÊ THỊ MAI, TRƯỜNG THCS LÊ LỢI", "cháu|bé|là|<initials>|con|bà|<initials>|trường|thcs|<school>")]
    [InlineData("chau la nguyen thi hong nhung con ba tran thi mai", "chau|la|<initials>|con|ba|<initials>")]
    [InlineData("nạn nhân là bé trần khánh an, lớp 4c trường làng", "nạn|nhân|là|bé|<initials>|lớp|<class>|trường|làng")]
    [InlineData("cô gái trong clip là tạ minh châu, nhân viên", "cô|gái|trong|clip|là|<initials>|nhân|viên")]
    [InlineData("chau be ten la vo kim ngan, hoc lop 7", "chau|be|ten|la|<initials>|hoc|lop|#")]
    [InlineData("the girl abused is emily harcourt, a pupil", "the|girl|abused|is|<initials>|a|pupil")]
    [InlineData("cháu Ng. Th. H., học lớp 4B", "cháu|<initials>|học|lớp|<class>")]
    [InlineData("N.T.H. và Trần Văn B.", "<initials>|và|<initials>")]
    [InlineData("a pupil at Le Loi Secondary School in Tan Hoa village", "a|pupil|at|<school>|secondary|school|in|<place>|village")]
    public void A_name_is_one_token_written_out_or_as_initials(string text, string expected) => Merged(text, nearHarm: true).ShouldBe(expected);

    [Theory]
    [InlineData("bị cáo Nguyễn Văn An", "bị|cáo|<office>")]
    [InlineData("bị cáo là ông Nguyễn Văn An", "bị|cáo|là|ông|<office>")]
    [InlineData("Nguyễn Văn An, chủ tịch xã", "<office>|chủ|tịch|xã")]
    [InlineData("Thiếu tá N.V.A. cho biết", "thiếu|tá|<office>|cho|biết")]
    public void Who_holds_an_office_or_is_accused_is_another(string text, string expected) => Merged(text, nearHarm: true).ShouldBe(expected);

    [Theory]
    [InlineData("ông Chủ tịch Quốc hội")]
    [InlineData("sinh viên Đại học")]
    [InlineData("ở Hà Nội và Cao Bằng")]
    [InlineData("người phụ nữ Chăm")]
    [InlineData("trẻ con người Ba Na và bé gái Tin Lành")]
    [InlineData("Tín đồ Cao Đài, bà con Hồi giáo")]
    [InlineData("benh nhan co HIV bi tu choi")]
    [InlineData("từ Ba Vì ra Tân Sơn Nhất rồi về Cà Mau")]
    [InlineData("máy bay F-35 và ảnh X-quang ở 40 độ C")]
    [InlineData("MÙA MƯA NĂM NAY ĐẾN SỚM")]
    [InlineData("em cao lớn hơn bạn, bị đánh ở trường")]
    [InlineData("Cháu bé là mai sau của làng ta, bị đánh ở trường")]
    public void What_is_no_name_stays(string text)
    {
        var tokens = Tokens.Of(text, 0);
        Names.Merge(text, tokens, nearHarm: true).ShouldBeSameAs(tokens);
    }

    [Fact]
    public void In_small_letters_nobody_is_named_where_nobody_comes_to_harm() => Merged("người đoạt giải là bé trần khánh an, lớp 4c", nearHarm: false).ShouldNotContain(Names.Bystander);

    [Fact]
    public void Who_is_named_where_nobody_near_comes_to_harm_is_another()
    {
        string[] sentences = ["Em Nguyễn Thị Hoa đoạt giải nhất.", "Trời đẹp.", "Chợ đông.", "Gió nhẹ.", "Một bé gái bị xâm hại.", "Cháu là Trần Thị Mai."];
        var units = Reading.Of(null, string.Join(' ', sentences)).Units;
        units[0].Tokens(TokenForm.Named).ShouldContain(t => t.Marked == Names.Bystander);
        units[5].Tokens(TokenForm.Named).ShouldContain(t => t.Marked == Names.Person);
    }

    [Theory]
    [InlineData(TokenForm.Written)]
    [InlineData(TokenForm.Grouped)]
    public void Other_models_read_a_name_as_it_is_written(object form) =>
        string.Join('|', Reading.Of(null, "Cháu Trần Thị Mai bị xâm hại").Units[0].Tokens((TokenForm)form).Select(t => t.Marked)).ShouldBe("cháu|trần|thị|mai|bị|xâm|hại");

    private static string Merged(string text, bool nearHarm) => string.Join('|', Names.Merge(text, Tokens.Of(text, 0), nearHarm).Select(t => t.Marked));
}
