using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Tests.Text;

public sealed class SpacesTests
{
    [Theory]
    [InlineData("cô  Hồ\u00A0 Ngọc\tTrâm", "cô Hồ Ngọc Trâm")]
    [InlineData("Emily\u200B Watson,\u202F14", "Emily Watson, 14")]
    [InlineData("một\n\n  hai", "một\n\n hai")]
    [InlineData("ភាសា\u200Bខ្មែរ", "ភាសា\u200Bខ្មែរ")]
    public void A_line_has_single_spaces_and_nothing_unseen(string given, string folded) => Spaces.Fold(given).ShouldBe(folded);
}
