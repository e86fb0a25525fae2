using CsCheck;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Tests.Text;

public class SentencesTests
{
    private static string[] Split(string text) => [.. Sentences.Split(text).Select(s => s.Of(text))];

    [Theory]
    [InlineData("Xã họp dân. Mọi người đồng ý.", "Xã họp dân.|Mọi người đồng ý.")]
    [InlineData("UBND TP. Cửa Sông họp. Kết luận đã rõ.", "UBND TP. Cửa Sông họp.|Kết luận đã rõ.")]
    [InlineData("ThS. Lan và PGS. TS. Minh ở Q. 1 dự. Hết.", "ThS. Lan và PGS. TS. Minh ở Q. 1 dự.|Hết.")]
    [InlineData("Em N.T.H. Trường THCS báo công an. Sau đó em về.", "Em N.T.H. Trường THCS báo công an.|Sau đó em về.")]
    [InlineData("Là cháu Ng. Th. H., học lớp 4B. Mẹ tên Ph.T. bán bún.", "Là cháu Ng. Th. H., học lớp 4B.|Mẹ tên Ph.T. bán bún.")]
    [InlineData("Giá 1.200.000 đồng, tăng 3.5 lần. Dân lo.", "Giá 1.200.000 đồng, tăng 3.5 lần.|Dân lo.")]
    [InlineData("“Bao giờ có nước?” bà hỏi. Không ai đáp!", "“Bao giờ có nước?” bà hỏi.|Không ai đáp!")]
    [InlineData("“Chúng tôi đợi.” Ông dừng lại.", "“Chúng tôi đợi.”|Ông dừng lại.")]
    [InlineData("Chờ mãi... rồi cũng xong. Vậy thôi…", "Chờ mãi... rồi cũng xong.|Vậy thôi…")]
    [InlineData("Gạo, mắm, v.v. được phát. Ai cũng có.", "Gạo, mắm, v.v. được phát.|Ai cũng có.")]
    [InlineData("Dòng một\nDòng hai. Dòng ba", "Dòng một|Dòng hai.|Dòng ba")]
    [InlineData("1. Điều kiện chung\n2. Hồ sơ", "1. Điều kiện chung|2. Hồ sơ")]
    [InlineData("Mr. Smith met the U.N. Committee. It rained.", "Mr. Smith met the U.N. Committee.|It rained.")]
    [InlineData("She left at 5 p.m. Then it closed.", "She left at 5 p.m.|Then it closed.")]
    [InlineData("Thật không?! Thật.", "Thật không?!|Thật.")]
    [InlineData("Họ đã về nhà.Người dân vui.", "Họ đã về nhà.|Người dân vui.")]
    [InlineData("Xem vnexpress.net hay a.vn nhé. Cảm ơn.", "Xem vnexpress.net hay a.vn nhé.|Cảm ơn.")]
    [InlineData("ប្រជាពលរដ្ឋមានសិទ្ធិ។ពួកគេស្នើសុំទឹក៕ ចប់", "ប្រជាពលរដ្ឋមានសិទ្ធិ។|ពួកគេស្នើសុំទឹក៕|ចប់")]
    [InlineData("មានអង្ករ ត្រី ។ល។ សម្រាប់ចែក។ ចប់", "មានអង្ករ ត្រី ។ល។|សម្រាប់ចែក។|ចប់")]
    [InlineData("là n.t.h. ở xã t.l. đó. bé h. lớp 2 nữa. hết", "là n.t.h. ở xã t.l. đó.|bé h. lớp 2 nữa.|hết")]
    [InlineData("được ăn j. mai đi. Nhà tôi ở lô c. Trời mưa", "được ăn j.|mai đi.|Nhà tôi ở lô c.|Trời mưa")]
    [InlineData("toi di roi. ban o lai nha. ok", "toi di roi.|ban o lai nha.|ok")]
    [InlineData("", "")]
    [InlineData("  \n ", "")]
    [InlineData("...", "...")]
    public void Sentences_end_where_a_reader_would_end_them(string text, string expected) =>
        Split(text).ShouldBe(expected.Length == 0 ? [] : expected.Split('|'));

    [Theory]
    [InlineData(40, "\n")]
    [InlineData(72, "\r\n")]
    public void Lines_wrapped_at_some_width_end_no_sentence(int width, string newline)
    {
        const string text = "Từ đầu năm học, nhà trường thu mỗi em ba khoản mà không có giấy báo. Phụ huynh hỏi thì được trả lời là theo quy định chung của TP. Cửa Sông, nhưng chưa ai thấy văn bản nào như thế. Chúng tôi đề nghị phòng giáo dục trả lời bằng văn bản.";
        Split(Wrap(text, width, newline)).Select(s => string.Join(' ', s.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ShouldBe(Split(text));
    }

    [Theory]
    [InlineData("tuyển việc nhẹ\nlương cao ổn định\nai cần ib mình", 3)]
    [InlineData("Họp thôn lúc bảy giờ\nMang theo sổ hộ nghèo\nKhông nhận người thay\nHết giờ là khóa sổ", 4)]
    [InlineData("một dòng\ncòn dòng này thì dài hơn hẳn mọi dòng khác trong cả bài viết ngắn ngủi này của một người không quen", 2)]
    public void A_line_of_its_own_is_a_sentence(string text, int sentences) => Split(text).Length.ShouldBe(sentences);

    [Fact]
    public void An_empty_line_and_a_point_of_a_list_end_a_sentence_among_wrapped_lines() =>
        Split("Hồ sơ xin trợ cấp cho người khuyết\ntật nặng ở xã gồm có những giấy sau\n- đơn theo mẫu của phòng\n- giấy xác nhận mức khuyết tật do\nhội đồng của xã cấp\n\nnộp ở bộ phận một cửa").Length.ShouldBe(4);

    private static string Wrap(string text, int width, string newline)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
            if (lines[^1].Length == 0) lines[^1] = word;
            else if (lines[^1].Length + 1 + word.Length <= width) lines[^1] += " " + word;
            else lines.Add(word);
        return string.Join(newline, lines);
    }

    [Fact]
    public void Spans_are_trimmed_in_order_and_hold_every_character_that_is_not_white_space()
    {
        var piece = Gen.OneOf(
            Gen.OneOf(" ", "\n", ". ", "! ", "?", "…", "...", "។", "៕", "”", "“", ")", "\r\n", "TP. ", "N.T.H.", "1.000", "v.v. ", "\u00a0", "\u2028"),
            Gen.OneOf("người", "Dân", "a", "B", "ប្រជា", "12", "đ", "\ud83d\ude00", "\ud83d"),
            Gen.String[0, 6]);
        piece.Array[0, 30].Select(string.Concat).Sample(text =>
        {
            var at = 0;
            foreach (var span in Sentences.Split(text))
            {
                text[at..span.Start].All(char.IsWhiteSpace).ShouldBeTrue();
                span.Length.ShouldBeGreaterThan(0);
                char.IsWhiteSpace(text[span.Start]).ShouldBeFalse();
                char.IsWhiteSpace(text[span.Start + span.Length - 1]).ShouldBeFalse();
                at = span.Start + span.Length;
            }
            text[at..].All(char.IsWhiteSpace).ShouldBeTrue();
        }, iter: 2000);
    }

    [Theory]
    [InlineData("a.b.")]
    [InlineData("A.")]
    [InlineData("(. ")]
    [InlineData("a.)")]
    public void A_long_hostile_text_is_split_in_a_straight_line(string unit)
    {
        // Guards against a rule of quadratic cost: it would run for minutes, not a moment.
        var text = string.Concat(Enumerable.Repeat(unit, 4_000_000 / unit.Length));
        Sentences.Split(text).Sum(s => s.Length).ShouldBeLessThanOrEqualTo(text.Length);
    }
}
