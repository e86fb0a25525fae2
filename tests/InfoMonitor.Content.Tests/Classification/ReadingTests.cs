using InfoMonitor.Content.Classification;

namespace InfoMonitor.Content.Tests.Classification;

public class ReadingTests
{
    [Theory]
    [InlineData("Chia sẻ lại bài của một người bạn: Đường làng ngập.")]
    [InlineData("Lời của bạn tôi: Đường làng ngập.")]
    [InlineData("Bạn tôi viết rất đúng: Đường làng ngập.")]
    [InlineData("ban toi noi rat hay: Đường làng ngập.")]
    [InlineData("Copy về: Đường làng ngập.")]
    [InlineData("  My friend wrote this: Đường làng ngập.")]
    [InlineData("Forwarded from a neighbour: Đường làng ngập.")]
    public void Who_passes_a_text_on_is_not_read(string text)
    {
        var unit = Reading.Of(null, text).Units.Single();
        unit.Sentence.Trim().ShouldBe("Đường làng ngập.");
        text[(unit.Offset + unit.Sentence.Length - "Đường làng ngập.".Length)..].ShouldBe("Đường làng ngập.", "offsets hold");
    }

    [Theory]
    [InlineData("Anh hàng xóm nói: Đường làng ngập.")]
    [InlineData("Bạn tôi nói: Đường làng ngập.")]
    [InlineData("My friend said: the road is under water.")]
    [InlineData("Thông báo: Đường làng ngập.")]
    [InlineData("Chia sẻ lại:")]
    public void What_somebody_is_said_to_have_said_keeps_who_said_it(string text) => Reading.Of(null, text).Units[0].Sentence.ShouldStartWith(text[..10]);

    [Theory]
    [InlineData("Đường làng ngập.", "Đường làng ngập.", 1)]
    [InlineData("Đường làng ngập", "Đường làng ngập. Xã cho nghỉ học.", 2)]
    [InlineData(" My friend wrote this: Đường làng ngập", "Đường làng ngập.", 1)]
    [InlineData("Đường làng ngập", "Xã cho nghỉ học. Đường làng ngập.", 3)]
    [InlineData("Đường làng n", "Đường làng ngập.", 2)]
    [InlineData("Đường làng ngập", "", 1)]
    public void A_title_with_which_the_text_opens_is_read_once(string title, string text, int units)
    {
        var reading = Reading.Of(title, text);
        reading.Units.Count.ShouldBe(units);
        reading.Titled.ShouldBeTrue();
    }

    [Fact]
    public void A_text_that_repeats_its_title_is_judged_as_the_text_alone()
    {
        const string text = "Bọn di cư đó cút về quê hết đi, ở đây chỉ tổ chật đất.";
        var models = ModelSet.Load(Repository.Models);
        foreach (var spec in ModelSpec.Reasons) Scorer.LogOdds(models[spec], Reading.Of(text, text)).ShouldBe(Scorer.LogOdds(models[spec], Reading.Of(null, text)));
    }
}
