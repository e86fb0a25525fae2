using CsCheck;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Tests.Text;

public class FoldingTests
{
    [Theory]
    [InlineData("  Tố cáo\n\tĐẤT đai ", "to cao dat dai")]
    [InlineData("To\u0302\u0301 ca\u0301o", "to cao")]
    [InlineData("ស្ត្រី  និងកុមារ", "ស្ត្រី និងកុមារ")]
    [InlineData("ស្ត្រី\u200Bនិង", "ស្ត្រី និង")]
    [InlineData("th\u00ADuế\u200B nhà", "thue nha")]
    [InlineData("", "")]
    public void Accents_case_and_spacing_fold_away(string text, string folded) => Folding.Fold(text).ShouldBe(folded);

    [Fact]
    public void Half_a_surrogate_pair_does_not_stop_it() => Folding.Fold("hỏng \ud83d rồi").ShouldBe("hong \ufffd roi");

    [Fact]
    public void Folding_twice_changes_nothing_more() => Gen.String[0, 60].Sample(text => Folding.Fold(Folding.Fold(text)).ShouldBe(Folding.Fold(text)));
}
