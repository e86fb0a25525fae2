using InfoMonitor.Content.Classification;

namespace InfoMonitor.Content.Tests.Classification;

public sealed class TokensTests
{
    [Theory]
    [InlineData("Hòa bình, thủy lợi", "hoà|bình|thuỷ|lợi")]
    [InlineData("Đừng ĐUỔI!!!", "đừng|đuổi")]
    [InlineData("quáááá đáng", "quáá|đáng")]
    [InlineData("gọi [PHONE] ngay", "gọi|[phone]|ngay")]
    [InlineData("năm 1975, đến 2030, 1500 hộ", "năm|1###|đến|####|####|hộ")]
    [InlineData("em N.T.H lớp 11B2, 14 tuổi", "em|<initials>|lớp|<class>|##|tuổi")]
    [InlineData("em H học lớp 5, bạn Đ", "em|<initials>|học|lớp|#|bạn|<initials>")]
    [InlineData("TRẠM Y TẾ Ở XÃ, Ý KIẾN", "trạm|y|tế|ở|xã|ý|kiến")]
    [InlineData("em Y học giỏi", "em|<initials>|học|giỏi")]
    [InlineData("em Y bị đánh", "em|<initials>|bị|đánh")]
    [InlineData("A man fell. A bị chồng đánh", "a|man|fell|<initials>|bị|chồng|đánh")]
    [InlineData("Ô tô đâm bé A ở Ô Chợ", "ô|tô|đâm|bé|<initials>|ở|ô|chợ")]
    [InlineData("O nhiem o lang, xom cua O va E", "o|nhiem|o|lang|xom|cua|<initials>|va|<initials>")]
    [InlineData("Y khai lấy vitamin A và viêm gan B", "y|khai|lấy|vitamin|a|và|viêm|gan|b")]
    [InlineData("chị H không có H", "chị|<initials>|không|có|h")]
    [InlineData("tieng E De, Ê Đê và E", "tieng|e|de|ê|đê|và|<initials>")]
    [InlineData("máy bay F-35 của F", "máy|bay|f|##|của|<initials>")]
    [InlineData("What I saw", "what|i|saw")]
    [InlineData("chị H ở Q ạ", "chị|<initials>|ở|<initials>|ạ")]
    [InlineData("T ô i k ý đơn", "tôiký|đơn")]
    [InlineData("phải g.i.ế.t hết, v.v.", "phải|giết|hết|v|v")]
    [InlineData("em n.t.h. ở xã t.l", "em|<initials>|ở|xã|<initials>")]
    [InlineData("mua gạo, mì v.v. lúc 5 p.m. at 5 a.m", "mua|gạo|mì|v|v|lúc|#|p|m|at|#|a|m")]
    [InlineData("tên là b.g.h.n, quê ở xã", "tên|là|<initials>|quê|ở|xã")]
    [InlineData("g.i.ế.t nó", "giết|nó")]
    [InlineData("bé h. lớp 2, uống vitamin c. rồi ngủ", "bé|<initials>|lớp|#|uống|vitamin|c|rồi|ngủ")]
    [InlineData("Bé h. lớp 2", "bé|h|lớp|#")]
    [InlineData("thôi k. biết t. làm gì h.", "thôi|k|biết|t|làm|gì|h")]
    [InlineData("SHARE A STREET, CHỊ A BỊ, ANH A BI", "share|a|street|chị|<initials>|bị|anh|<initials>|bi")]
    [InlineData("thật không? thật!!!", "thật|không|?|thật")]
    [InlineData("N T H L bị hại", "<initials>|<initials>|<initials>|<initials>|bị|hại")]
    [InlineData("giеt, cút, хе", "giet|cút|хе")]
    public void Words_come_out_in_one_form(string text, string expected) =>
        string.Join('|', Tokens.Of(text, 0).Select(t => t.Marked)).ShouldBe(expected);

    [Theory]
    [InlineData("ko dc", "khong|duoc")]
    [InlineData("Tố cáo", "to|cao")]
    [InlineData("h4te", "hate")]
    public void The_plain_form_reads_what_people_type(string text, string expected) =>
        string.Join('|', Tokens.Of(text, 0).Select(t => t.Plain)).ShouldBe(expected);

    [Theory]
    [InlineData("người Khmer ở đây", "<group>|ở|đây")]
    [InlineData("nguoi khmer o day", "<group>|o|day")]
    [InlineData("chấm điểm", "chấm|điểm")]
    public void Names_of_groups_are_one_token(string text, string expected) =>
        string.Join('|', Groups.Merge(Tokens.Of(text, 0)).Select(t => t.Marked)).ShouldBe(expected);

    /// <summary>Else a score is the bias of the name.</summary>
    [Theory]
    [InlineData("immigrants")]
    [InlineData("người Khmer")]
    public void A_group_named_alone_weighs_nothing(string text)
    {
        var unit = Reading.Of(null, text).Units[0];
        Count(TokenForm.Grouped).ShouldBe(0);
        Count(TokenForm.Written).ShouldBeGreaterThan(0);

        int Count(TokenForm form)
        {
            var sink = new Counter([0]);
            Features.Sentence(unit.Tokens(form), unit.Concepts(form), ref sink);
            return sink.Found[0];
        }
    }

    [Fact]
    public void Every_token_says_where_it_stands()
    {
        const string text = "Chị N.T.H (lớp 3D) – “nói thật”: 18% 😀!";
        foreach (var token in Tokens.Of(text, 0)) text.Substring(token.Start, token.Length).ShouldNotBeNullOrWhiteSpace();
    }

    private readonly struct Counter(int[] found) : IFeatureSink
    {
        public int[] Found => found;

        public void Add(int bucket, double value, int start, int end, int start2 = -1, int end2 = -1) => found[0]++;
    }
}
