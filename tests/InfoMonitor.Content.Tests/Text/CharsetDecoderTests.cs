using System.Text;
using CsCheck;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Tests.Text;

public sealed class CharsetDecoderTests
{
    private static readonly string?[] Pieces = [null, "text/html; charset=", "charset='", "text/html; charset=windows-1258", "text/html; charset=utf-16", "charset=euc-jp", "charset=gb18030"];

    private const string Sentence = "<p>Trẻ em có quyền được bảo vệ, chăm sóc và giáo dục.</p>";

    [Fact]
    public void Windows_1258_comes_out_composed()
    {
        var encoding = CharsetLabels.Page(1258);
        // Tone marks apart, base letters with their hats together, as the code page has them.
        var apart = string.Concat(Sentence.Select(c => Apart(c)));
        CharsetDecoder.Decode(encoding.GetBytes(apart), "text/html; charset=windows-1258").ShouldBe(Sentence);
    }

    [Fact]
    public void A_mark_beats_the_header_the_header_beats_meta_and_without_any_UTF_8_is_seen()
    {
        CharsetDecoder.Decode([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sentence)], "text/html; charset=windows-1252").ShouldBe(Sentence);
        CharsetDecoder.Decode(Encoding.UTF8.GetBytes("<meta charset=windows-1251>" + Sentence), "text/html;charset=\"UTF-8\"").ShouldEndWith(Sentence);
        CharsetDecoder.Decode(Encoding.Unicode.GetBytes(Sentence), "text/html; charset=utf-16le").ShouldBe(Sentence);
        CharsetDecoder.Decode(Encoding.UTF8.GetBytes(Sentence), null).ShouldBe(Sentence);
        CharsetDecoder.Decode(Encoding.UTF8.GetBytes(Sentence), "text/html; charset=made-up").ShouldBe(Sentence);
    }

    [Fact]
    public void UTF_7_is_not_an_encoding_of_pages() => CharsetDecoder.Decode("+ADw-script+AD4-"u8, "text/html; charset=utf-7").ShouldBe("+ADw-script+AD4-");

    [Fact]
    public void No_bytes_make_it_throw() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, 100].Select(i => Pieces[i % Pieces.Length])).Sample((bytes, type) => CharsetDecoder.Decode(bytes, type) is not null, iter: 2000);

    private static string Apart(char c)
    {
        var marks = c.ToString().Normalize(NormalizationForm.FormD);
        var tone = marks.FirstOrDefault(m => m is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323');
        return tone == 0 ? c.ToString() : string.Concat(marks.Where(m => m != tone)).Normalize(NormalizationForm.FormC) + tone;
    }
}
